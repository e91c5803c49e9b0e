//! Opinion groups: who is counted, a hundred small heaps, then two to five groups of heaps.

use std::cmp::Reverse;

use super::{
    kmeans::{Heaps, first_distinct, kmeans, silhouette},
    pca::{Point, count},
    votes::Votes,
};

/// From how many answers on a person is counted for groups (or all statements, where there are fewer).
pub const ENOUGH_ANSWERS: usize = 7;
/// With fewer people than this, those who answered most are counted too.
const FILL_UP_TO: usize = 15;
/// Small heaps of people who stand close together.
const HEAPS: usize = 100;
const HEAP_ROUNDS: usize = 100;
pub(super) const GROUP_ROUNDS: usize = 20;
/// Heaps and groups stand still once every centre moves by less.
pub(super) const STILL: f64 = 0.01;
const MOST_GROUPS: usize = 5;

fn has_enough(votes: &Votes, row: usize) -> bool {
    votes.cells(row).len() >= ENOUGH_ANSWERS.min(votes.columns())
}

/// How many people have answered enough.
pub fn with_enough(votes: &Votes) -> usize {
    (0..votes.rows()).filter(|row| has_enough(votes, *row)).count()
}

/// Who is counted for groups, in the order of rows.
pub fn counted(votes: &Votes) -> Vec<usize> {
    let (mut inside, mut outside): (Vec<usize>, Vec<usize>) = (0..votes.rows()).partition(|&row| has_enough(votes, row));
    outside.sort_by_key(|&row| Reverse(votes.cells(row).len()));
    inside.extend(outside.into_iter().take(FILL_UP_TO.saturating_sub(inside.len())));
    inside.sort_unstable();
    inside
}

/// One way to divide people.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    pub centres: Vec<Point>,
    /// For each person who is counted the group.
    pub of: Vec<usize>,
    /// How clearly the groups part, from −1 to 1.
    pub clarity: f64,
}

/// The small heaps: begun with the first points that differ from one another.
pub fn heaps(points: &[Point]) -> Heaps {
    kmeans(points, &vec![1.0; points.len()], first_distinct(points, HEAPS), HEAP_ROUNDS, STILL)
}

/// Every number of groups that is tried, the best division of each. Empty when there are fewer than two points to divide.
pub fn divisions(heaps: &Heaps) -> Vec<Division> {
    let mut sizes = vec![0usize; heaps.centres.len()];
    heaps.of.iter().for_each(|heap| sizes[*heap] += 1);
    let weights: Vec<f64> = sizes.iter().map(|n| count(*n)).collect();
    let most = MOST_GROUPS.min(2 + heaps.centres.len() / 12).min(heaps.centres.len());
    (2..=most)
        .map(|k| {
            let groups = kmeans(&heaps.centres, &weights, first_distinct(&heaps.centres, k), GROUP_ROUNDS, STILL);
            let clarity = silhouette(&heaps.centres, &groups);
            Division { of: heaps.of.iter().map(|heap| groups.of[*heap]).collect(), centres: groups.centres, clarity }
        })
        .collect()
}

/// The division that parts the groups most clearly, the one with fewer groups of equals; the largest group first.
pub fn best(divisions: Vec<Division>) -> Option<Division> {
    let best = divisions.into_iter().reduce(|a, b| if b.clarity > a.clarity { b } else { a })?;
    let mut sizes = vec![0usize; best.centres.len()];
    best.of.iter().for_each(|group| sizes[*group] += 1);
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&group| Reverse(sizes[group]));
    let mut place = vec![0; sizes.len()];
    order.iter().enumerate().for_each(|(new, old)| place[*old] = new);
    Some(Division {
        centres: order.iter().map(|&group| best.centres[group]).collect(),
        of: best.of.iter().map(|group| place[*group]).collect(),
        clarity: best.clarity,
    })
}
