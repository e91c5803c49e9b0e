//! Ways of voting: what a ballot holds, and what many ballots say together.
//!
//! Everybody counts once. Every function counts one group of ballots: screens call it college by college, side by side, before any total.
//! A group's result depends on how many ballots say what, never on whose they are (anonymity) nor on what a proposal is called (neutrality):
//! there is no drawing of lots, and what is equal shares its place.

mod ballot;
mod consent;
mod duels;
mod judgment;
mod runoff;
mod score;

pub use ballot::{Ballot, Key, MOST_CANDIDATES, MOST_RANKED, Typed, change, name, proof_text};
pub use consent::{Standing, standing};
pub use duels::Duels;
pub use judgment::{Gauge, Merit, gauge, merit};
pub use runoff::{Group, Round, Runoff, runoff};
pub use score::{Scores, scores};

/// Places from 1 for values of which the greatest is best: equals share a place, and the next ones keep theirs (1, 2, 2, 4).
pub fn places<T: PartialOrd>(values: &[T]) -> Vec<usize> {
    values.iter().map(|value| 1 + values.iter().filter(|other| *other > value).count()).collect()
}

/// The positions of those in the first place.
pub fn winners(places: &[usize]) -> Vec<usize> {
    places.iter().enumerate().filter(|(_, place)| **place == 1).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests;
