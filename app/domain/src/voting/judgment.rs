//! Majority judgment (Balinski & Laraki, *Majority Judgment*, MIT Press 2010).
//!
//! Grades are counted from the worst to the best. The majority grade is the lower median. Proposals with the same one are told apart by
//! the larger of the two groups around it: those who say better raise it, those who say worse lower it, and of equal groups the lower one
//! speaks. If that is equal too, the judgments of the median count with their neighbours on that side, and so on: the same order as taking
//! away the median judgment again and again.
//!
//! Proposals are comparable only with equally many judgments. Who judged some of them and not another is taken to give that one the
//! worst grade: the page says so before the first vote.

use std::cmp::Ordering;

/// What is compared, first to last; a greater one is better.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merit(Vec<(usize, i64)>);

impl Merit {
    /// The majority grade.
    pub fn grade(&self) -> usize {
        self.0.first().map_or(0, |(grade, _)| *grade)
    }
}

/// The merit of one proposal with `counts` judgments per grade, the worst first; nothing without judgments.
pub fn merit(counts: &[i64]) -> Option<Merit> {
    let mut counts = counts.to_vec();
    let n: i64 = counts.iter().sum();
    if n <= 0 {
        return None;
    }
    let mut steps = Vec::with_capacity(counts.len());
    for _ in 0..counts.len() {
        let at = median(&counts)?;
        let (below, above): (i64, i64) = (counts[..at].iter().sum(), counts[at + 1..].iter().sum());
        let neighbour = match above.cmp(&below) {
            Ordering::Greater => counts.iter().skip(at + 1).position(|n| *n > 0).map(|next| at + 1 + next),
            Ordering::Less | Ordering::Equal => counts[..at].iter().rposition(|n| *n > 0),
        };
        steps.push((at, if above > below { n + above } else { n - below }));
        if let Some(next) = neighbour {
            counts[next] += counts[at];
            counts[at] = 0;
        }
    }
    Some(Merit(steps))
}

/// The position of the lower median.
fn median(counts: &[i64]) -> Option<usize> {
    let n: i64 = counts.iter().sum();
    let mut seen = 0;
    counts.iter().position(|count| {
        seen += count;
        seen > (n - 1) / 2
    })
}

/// The majority-gauge: how many judge it better than its majority grade, the grade, how many judge it worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    pub better: i64,
    pub grade: usize,
    pub worse: i64,
}

pub fn gauge(counts: &[i64]) -> Option<Gauge> {
    let grade = median(counts).filter(|_| counts.iter().sum::<i64>() > 0)?;
    Some(Gauge { better: counts[grade + 1..].iter().sum(), grade, worse: counts[..grade].iter().sum() })
}
