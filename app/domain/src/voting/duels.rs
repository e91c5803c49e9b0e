//! Rankings compared two by two. Borda's points and Schulze's order need nothing else, so a result costs the same for ten ballots as for a
//! million.
//!
//! **Truncated ballots.** What a ballot ranks stands before all that it does not rank; of two that it does not rank, none stands before the
//! other. A proposal written after the ballot is one it does not rank.
//!
//! **Borda** (1784): a point for each proposal placed after it, half a point for each that stands level. Where everything is ranked these are
//! the usual n−1, n−2 … 0; what is not ranked shares the mean of the points that remain (the "averaged" count; Emerson 2013 discusses others).
//! Everybody gives the same number of points.
//!
//! **Schulze** (Social Choice and Welfare 36, 2011), with winning votes: a beats b when its strongest chain of duels to b is stronger than the
//! one back. The place is one more than how many beat it; who wins every duel is first, alone.

use super::places;

/// How many ballots place one before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duels {
    ballots: i64,
    /// `before[a][b]`: ballots with a before b.
    before: Vec<Vec<i64>>,
}

impl Duels {
    /// From what is kept of the ballots: how many there are, how many rank `a` at all, and how many rank both with `a` first.
    pub fn kept(ballots: i64, ranked: &[i64], both: impl Fn(usize, usize) -> i64) -> Duels {
        let count = ranked.len();
        let cell = |a: usize, b: usize| if a == b { 0 } else { ranked[a] - both(b, a) };
        Duels { ballots, before: (0..count).map(|a| (0..count).map(|b| cell(a, b)).collect()).collect() }
    }

    /// From ballots and how many people cast each.
    pub fn of<'b>(count: usize, ballots: impl IntoIterator<Item = (&'b [usize], i64)>) -> Duels {
        let mut duels = Duels { ballots: 0, before: vec![vec![0; count]; count] };
        for (ballot, n) in ballots {
            duels.ballots += n;
            for (at, &a) in ballot.iter().enumerate() {
                for b in (0..count).filter(|b| !ballot[..=at].contains(b)) {
                    duels.before[a][b] += n;
                }
            }
        }
        duels
    }

    pub const fn ballots(&self) -> i64 {
        self.ballots
    }

    pub fn before(&self, a: usize, b: usize) -> i64 {
        self.before[a][b]
    }

    /// Twice Borda's points of each: whole numbers, so that equal is equal.
    pub fn borda_doubled(&self) -> Vec<i64> {
        let count = self.before.len();
        (0..count)
            .map(|a| {
                (0..count).filter(|b| *b != a).map(|b| 2 * self.before[a][b] + (self.ballots - self.before[a][b] - self.before[b][a])).sum()
            })
            .collect()
    }

    /// The strength of the strongest chain from each to each.
    pub fn strengths(&self) -> Vec<Vec<i64>> {
        let count = self.before.len();
        let wins = |a: usize, b: usize| if self.before[a][b] > self.before[b][a] { self.before[a][b] } else { 0 };
        let mut strength: Vec<Vec<i64>> = (0..count).map(|a| (0..count).map(|b| wins(a, b)).collect()).collect();
        for via in 0..count {
            for a in (0..count).filter(|a| *a != via) {
                for b in (0..count).filter(|b| *b != via && *b != a) {
                    strength[a][b] = strength[a][b].max(strength[a][via].min(strength[via][b]));
                }
            }
        }
        strength
    }

    pub fn borda_places(&self) -> Vec<usize> {
        places(&self.borda_doubled())
    }

    pub fn schulze_places(&self) -> Vec<usize> {
        let strength = self.strengths();
        let count = strength.len();
        (0..count).map(|a| 1 + (0..count).filter(|&b| strength[b][a] > strength[a][b]).count()).collect()
    }

    /// Who wins every duel, if anybody does.
    pub fn condorcet(&self) -> Option<usize> {
        let count = self.before.len();
        (0..count).find(|&a| (0..count).all(|b| a == b || self.before[a][b] > self.before[b][a]))
    }
}
