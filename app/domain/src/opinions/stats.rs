//! Counts of answers and the two tests made on them.

use serde::{Deserialize, Serialize};

use super::votes::{ANSWERS, Votes};

/// A value of the normal distribution that chance exceeds once in ten times.
pub const SURE: f64 = 1.2816;

/// What people answered to one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub agree: i64,
    pub disagree: i64,
    /// Agree, disagree or pass.
    pub seen: i64,
}

impl Count {
    pub const fn pass(&self) -> i64 {
        self.seen - self.agree - self.disagree
    }

    pub const fn of(&self, side: Side) -> i64 {
        match side {
            Side::Agree => self.agree,
            Side::Disagree => self.disagree,
        }
    }

    /// How likely somebody of these people takes this side, before and after having seen their answers.
    pub fn share(&self, side: Side) -> f64 {
        (real(self.of(side)) + 1.0) / (real(self.seen) + 2.0)
    }

    /// How surely more than half take this side.
    pub fn test(&self, side: Side) -> f64 {
        let n = real(self.seen) + 1.0;
        2.0 * n.sqrt() * ((real(self.of(side)) + 1.0) / n - 0.5)
    }

    /// How surely these people take this side more often than those.
    pub fn test_against(&self, others: &Count, side: Side) -> f64 {
        let (x, n) = (real(self.of(side)) + 1.0, real(self.seen) + 1.0);
        let (y, m) = (real(others.of(side)) + 1.0, real(others.seen) + 1.0);
        let all = (x + y) / (n + m);
        if all >= 1.0 { 0.0 } else { (x / n - y / m) / (all * (1.0 - all) * (1.0 / n + 1.0 / m)).sqrt() }
    }

    /// How many times as likely these people take this side as those.
    pub fn ratio(&self, others: &Count, side: Side) -> f64 {
        self.share(side) / others.share(side)
    }
}

impl std::ops::Add for Count {
    type Output = Count;
    fn add(self, other: Count) -> Count {
        Count { agree: self.agree + other.agree, disagree: self.disagree + other.disagree, seen: self.seen + other.seen }
    }
}

impl std::ops::Sub for Count {
    type Output = Count;
    fn sub(self, other: Count) -> Count {
        Count { agree: self.agree - other.agree, disagree: self.disagree - other.disagree, seen: self.seen - other.seen }
    }
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::default(), |a, b| a + b)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Agree,
    Disagree,
}

impl Side {
    pub const fn as_str(self) -> &'static str {
        match self {
            Side::Agree => "agree",
            Side::Disagree => "disagree",
        }
    }
}

/// What these people answered, statement by statement.
pub fn counts(votes: &Votes, rows: impl IntoIterator<Item = usize>) -> Vec<Count> {
    let mut cells = vec![0i64; votes.columns() * ANSWERS];
    for row in rows {
        votes.cells(row).iter().for_each(|cell| cells[*cell as usize] += 1);
    }
    let (each, _) = cells.as_chunks::<ANSWERS>();
    each.iter().map(|[agree, pass, disagree]| Count { agree: *agree, disagree: *disagree, seen: agree + pass + disagree }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of people")]
pub(super) const fn real(n: i64) -> f64 {
    n as f64
}
