//! What a group says that the others don't: its representative statements.

use serde::{Deserialize, Serialize};

use super::stats::{Count, SURE, Side};

/// How many statements speak for a group, at most.
const MOST: usize = 5;

/// A statement that speaks for a group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Representative {
    pub statement: usize,
    /// What the group answers more often than the others.
    pub side: Side,
    /// How many of the group take this side, of how many who have seen it.
    pub n: i64,
    pub seen: i64,
    /// How likely the group takes this side, and how surely it is more than half.
    pub share: f64,
    pub test: f64,
    /// How many times as likely as the others, and how surely more.
    pub ratio: f64,
    pub ratio_test: f64,
    /// The statement the group agrees to most clearly: it stands first.
    pub best_agree: bool,
}

impl Representative {
    fn weight(&self) -> f64 {
        self.ratio * self.ratio_test * self.share * self.test
    }

    fn is_sure(&self) -> bool {
        self.ratio_test > SURE && self.test > SURE
    }

    fn of(statement: usize, group: &Count, others: &Count, side: Side) -> Representative {
        Representative {
            statement,
            side,
            n: group.of(side),
            seen: group.seen,
            share: group.share(side),
            test: group.test(side),
            ratio: group.ratio(others, side),
            ratio_test: group.test_against(others, side),
            best_agree: false,
        }
    }
}

/// The statements that speak for a group, given what it and what all others answered. `open` says which statements may be named.
pub fn representatives(group: &[Count], others: &[Count], open: impl Fn(usize) -> bool) -> Vec<Representative> {
    let (mut sure, mut best, mut best_agree) = (Vec::new(), None::<Representative>, None::<Representative>);
    for (statement, (group, others)) in group.iter().zip(others).enumerate().filter(|(i, _)| open(*i)) {
        let agree = Representative::of(statement, group, others, Side::Agree);
        let disagree = Representative::of(statement, group, others, Side::Disagree);
        let one = if agree.ratio_test > disagree.ratio_test { agree } else { disagree };
        if agree.is_sure() || disagree.is_sure() {
            sure.push(one);
        }
        if best.is_none_or(|before| one.ratio_test > before.ratio_test) {
            best = Some(one);
        }
        if group.agree + group.disagree > 0 && agrees_better(&agree, best_agree.as_ref()) {
            best_agree = Some(agree);
        }
    }
    sure.sort_by(|a, b| b.weight().total_cmp(&a.weight()));
    let best_agree = best_agree.map(|agree| Representative { best_agree: true, ..agree });
    if sure.is_empty() {
        return best_agree.or(best).into_iter().collect();
    }
    let mut chosen: Vec<Representative> = best_agree.into_iter().collect();
    chosen.extend(sure.into_iter().filter(|one| best_agree.is_none_or(|agree| agree.statement != one.statement)));
    chosen.truncate(MOST);
    // Stable: within a side the order stays.
    chosen.sort_by_key(|one| one.side != Side::Agree);
    chosen
}

/// Whether the group agrees to this more clearly than to the clearest so far.
fn agrees_better(this: &Representative, before: Option<&Representative>) -> bool {
    match before {
        Some(before) if before.ratio > 1.0 => this.weight() > before.weight(),
        Some(before) => this.share * this.test > before.share * before.test,
        None => this.test > SURE || (this.ratio > 1.0 && this.share > 0.5),
    }
}
