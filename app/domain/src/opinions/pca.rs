//! Where people stand to one another: two axes along which answers differ most.
//!
//! What somebody did not answer counts as the mean of all answers to that statement. Once the means are taken off, that is nothing at all:
//! so only what was answered is ever touched.

use serde::{Deserialize, Serialize};

use super::votes::{ANSWERS, Answer, Statement, Votes};
use crate::survey::shuffle::next;

/// Position on the two axes.
pub type Point = [f64; 2];

/// Steps of the power iteration, at most.
const STEPS: usize = 100;
/// An axis that moves by less than this in one step has been found.
const STILL: f64 = 1e-13;
/// What is left along the second axis, compared with the first, when nothing is left but rounding.
const NOTHING: f64 = 1e-10;

/// The mean of each statement and the two axes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pca {
    pub center: Vec<f64>,
    pub axes: [Vec<f64>; 2],
    /// Statements that are hidden or meta: taken as passed by everybody.
    pub silent: Vec<bool>,
}

/// The mean answer to each statement among `rows`; 0 for a statement that is silent or that nobody answered.
pub fn means(votes: &Votes, statements: &[Statement], rows: &[usize]) -> Vec<f64> {
    let mut counts = vec![0u32; votes.columns() * ANSWERS];
    for &row in rows {
        for cell in votes.cells(row) {
            counts[*cell as usize] += 1;
        }
    }
    counts
        .as_chunks::<ANSWERS>()
        .0
        .iter()
        .enumerate()
        .map(|(column, [agree, pass, disagree])| {
            let n = agree + pass + disagree;
            if n == 0 || is_silent(statements, column) { 0.0 } else { (f64::from(*disagree) - f64::from(*agree)) / f64::from(n) }
        })
        .collect()
}

/// A fixed direction without any pattern: one of ones would be at right angles to the axis of two camps that are each other's mirror, and
/// would never find it.
fn start(columns: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    (0..columns).map(|_| f64::from(u32::try_from(next(&mut state) >> 32).unwrap_or(0)) / f64::from(u32::MAX) - 0.5).collect()
}

fn is_silent(statements: &[Statement], column: usize) -> bool {
    statements.get(column).is_some_and(|statement| statement.silent())
}

/// For every possible answer what it is away from the mean of its statement, times the statement's weight; 0 where the statement is silent.
fn table(center: &[f64], statements: &[Statement], weights: &[f64]) -> Vec<f64> {
    let mut table = Vec::with_capacity(center.len() * ANSWERS);
    for (column, (mean, weight)) in center.iter().zip(weights).enumerate() {
        let weight = if is_silent(statements, column) { 0.0 } else { *weight };
        table.extend([Answer::Agree, Answer::Pass, Answer::Disagree].map(|answer| (answer.value() - mean) * weight));
    }
    table
}

impl Pca {
    /// The axes of these people's answers, from a fixed start: the same answers give the same axes, to the last bit.
    pub fn of(votes: &Votes, statements: &[Statement]) -> Pca {
        let rows: Vec<usize> = (0..votes.rows()).collect();
        Pca::refine(votes, statements, &rows, [start(votes.columns(), 1), start(votes.columns(), 2)], STEPS)
    }

    /// The axes of some people's answers, from a given start.
    pub fn refine(votes: &Votes, statements: &[Statement], rows: &[usize], start: [Vec<f64>; 2], steps: usize) -> Pca {
        let center = means(votes, statements, rows);
        let sweep = Sweep { votes, statements, rows, center: &center };
        let [one, two] = start;
        let (first, spread) = sweep.axis(one, steps, None, 0.0);
        let along = sweep.scores(&first);
        let (second, _) = sweep.axis(two, steps, Some((&first, &along)), spread * NOTHING);
        let silent = statements.iter().map(|statement| statement.silent()).collect();
        Pca { center, axes: [first, second], silent }
    }

    /// Where a person stands. The fewer statements they answered, the more each counts; silent ones count as answered by everybody.
    pub fn project(&self, answers: impl Iterator<Item = (usize, Answer)>) -> Point {
        let (mut x, mut y) = (0.0, 0.0);
        let mut n = self.silent.iter().filter(|silent| **silent).count();
        for (column, answer) in answers.filter(|(column, _)| self.silent.get(*column) == Some(&false)) {
            n += 1;
            let away = answer.value() - self.center[column];
            x += away * self.axes[0][column];
            y += away * self.axes[1][column];
        }
        let scale = (count(self.center.len()) / count(n.max(1))).sqrt();
        [x * scale, y * scale]
    }

    /// How far from the middle somebody stands who agrees to this statement and answers nothing else.
    pub fn extremity(&self) -> Vec<f64> {
        let scale = count(self.center.len()).sqrt();
        (0..self.center.len())
            .map(|j| scale * (Answer::Agree.value() - self.center[j]).abs() * self.axes[0][j].hypot(self.axes[1][j]))
            .collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of statements or people")]
pub(super) const fn count(n: usize) -> f64 {
    n as f64
}

/// One pass over all answers multiplies by X and by its transpose.
struct Sweep<'a> {
    votes: &'a Votes,
    statements: &'a [Statement],
    rows: &'a [usize],
    center: &'a [f64],
}

impl Sweep<'_> {
    /// XᵀX·r, and with a found axis what is left of it once that axis is taken out of every row.
    fn step(&self, r: &[f64], without: Option<(&[f64], &[f64])>) -> Vec<f64> {
        let table = table(self.center, self.statements, r);
        let found = without.map(|(axis, _)| dot(axis, r));
        let mut sums = vec![0.0; table.len()];
        // What each person's score takes from the found axis.
        let mut taken = 0.0;
        for (i, &row) in self.rows.iter().enumerate() {
            let cells = self.votes.cells(row);
            let mut score: f64 = cells.iter().map(|cell| table[*cell as usize]).sum();
            if let (Some(found), Some((_, along))) = (found, without) {
                score -= along[i] * found;
                taken += along[i] * score;
            }
            for cell in cells {
                sums[*cell as usize] += score;
            }
        }
        let ones = vec![1.0; self.center.len()];
        let mut next: Vec<f64> = self::table(self.center, self.statements, &ones)
            .as_chunks::<ANSWERS>()
            .0
            .iter()
            .zip(sums.as_chunks::<ANSWERS>().0)
            .map(|(away, sum)| away.iter().zip(sum).map(|(a, s)| a * s).sum())
            .collect();
        if let Some((axis, _)) = without {
            next.iter_mut().zip(axis).for_each(|(n, a)| *n -= a * taken);
        }
        next
    }

    fn scores(&self, axis: &[f64]) -> Vec<f64> {
        let table = table(self.center, self.statements, axis);
        self.rows.iter().map(|&row| self.votes.cells(row).iter().map(|cell| table[*cell as usize]).sum()).collect()
    }

    /// r ← XᵀX·r / ‖·‖ until it stands still, and how far answers spread along it. Less spread than `nothing` is no axis.
    fn axis(&self, start: Vec<f64>, steps: usize, without: Option<(&Vec<f64>, &Vec<f64>)>, nothing: f64) -> (Vec<f64>, f64) {
        let without = without.map(|(axis, along)| (axis.as_slice(), along.as_slice()));
        let (mut r, mut spread) = (start, 0.0);
        for _ in 0..steps {
            let mut next = self.step(&r, without);
            let length = dot(&next, &next).sqrt();
            if length <= nothing.max(f64::EPSILON) {
                return (vec![0.0; r.len()], 0.0);
            }
            next.iter_mut().for_each(|x| *x /= length);
            let moved = next.iter().zip(&r).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            (r, spread) = (next, length);
            if moved < STILL {
                break;
            }
        }
        (r, spread)
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
