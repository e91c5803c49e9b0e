//! What more than half say, and not by chance: over everybody, and in each public or group alike.

use serde::{Deserialize, Serialize};

use super::stats::{Count, SURE, Side};

/// How many statements are named on each side, at most.
const MOST: usize = 5;

/// A statement that surely more than half agree to, or refuse. In a large round that may be little more than half.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consensus {
    pub statement: usize,
    pub n: i64,
    pub seen: i64,
    /// How likely somebody takes this side, and how surely it is more than half.
    pub share: f64,
    pub test: f64,
}

/// Whether more than half take this side, and not by chance.
pub fn is_sure(count: &Count, side: Side) -> bool {
    count.share(side) > 0.5 && count.test(side) > SURE
}

/// What all voters together say on this side, the clearest first.
pub fn consensus(everybody: &[Count], side: Side, open: impl Fn(usize) -> bool) -> Vec<Consensus> {
    let mut list: Vec<Consensus> = everybody
        .iter()
        .enumerate()
        .filter(|(statement, count)| open(*statement) && is_sure(count, side))
        .map(|(statement, count)| Consensus {
            statement,
            n: count.of(side),
            seen: count.seen,
            share: count.share(side),
            test: count.test(side),
        })
        .collect();
    list.sort_by(|a, b| (b.share * b.test).total_cmp(&(a.share * a.test)));
    list.truncate(MOST);
    list
}

/// How likely somebody of every one of these publics or groups takes this side: the product of their shares, from 0 to 1. One that refuses
/// is enough to bring it down.
pub fn in_each(groups: impl IntoIterator<Item = Count>, side: Side) -> f64 {
    groups.into_iter().map(|count| count.share(side)).product()
}
