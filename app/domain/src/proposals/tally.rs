//! Counting votes, and reading where the publics meet. Everyone counts once; nothing is weighted.

use super::Choice;
use crate::text_enum::text_enum;

/// Fewest votes of a college before it is compared with others.
pub const MIN_VOTES: i64 = 5;
/// From how many points of difference on publics are said to diverge.
pub const FAR: f64 = 30.0;
/// How many proposals are named where the publics meet, and where they part.
const NAMED: usize = 3;

/// Votes on one proposal in one college, or in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub votes_for: i64,
    pub against: i64,
    pub abstain: i64,
}

impl Tally {
    pub fn add(&mut self, choice: Choice, n: i64) {
        match choice {
            Choice::For | Choice::Agree | Choice::Consent => self.votes_for += n,
            Choice::Against | Choice::Disagree | Choice::Objection => self.against += n,
            Choice::Abstain | Choice::Pass => self.abstain += n,
            // Grades and scores are no yes and no: `voting` counts them.
            _ => {}
        }
    }

    pub const fn of(&self, choice: Choice) -> i64 {
        match choice {
            Choice::For | Choice::Agree | Choice::Consent => self.votes_for,
            Choice::Against | Choice::Disagree | Choice::Objection => self.against,
            Choice::Abstain | Choice::Pass => self.abstain,
            _ => 0,
        }
    }

    /// For, against, neither.
    pub fn numbers(&self) -> Vec<i64> {
        vec![self.votes_for, self.against, self.abstain]
    }

    pub const fn total(&self) -> i64 {
        self.votes_for + self.against + self.abstain
    }

    /// Votes for minus votes against.
    pub const fn support(&self) -> i64 {
        self.votes_for - self.against
    }

    /// Votes for in a hundred votes, abstentions included; nothing without votes.
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    pub fn share_for(&self) -> Option<f64> {
        (self.total() > 0).then(|| self.votes_for as f64 * 100.0 / self.total() as f64)
    }

    const fn counts(&self) -> bool {
        self.total() >= MIN_VOTES
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |a, b| Tally {
            votes_for: a.votes_for + b.votes_for,
            against: a.against + b.against,
            abstain: a.abstain + b.abstain,
        })
    }
}

text_enum! {
    /// How the colleges that have voted enough stand to one another.
    Meeting {
        /// Fewer than two colleges have voted enough.
        Unknown = "unknown",
        /// More for than against in each of them.
        For = "for",
        /// More against than for in each of them.
        Against = "against",
        /// Some say yes and some say no.
        Apart = "apart",
        /// Neither: at least one is evenly split, and none stands opposite to another.
        Undecided = "undecided",
    }
}

/// The two colleges that are farthest apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Positions in the list of tallies.
    pub most: usize,
    pub least: usize,
    /// Share for of each, in per cent.
    pub high: f64,
    pub low: f64,
}

impl Gap {
    pub fn points(&self) -> f64 {
        self.high - self.low
    }
}

pub fn meeting(colleges: &[Tally]) -> Meeting {
    let sides: Vec<i64> = colleges.iter().filter(|tally| tally.counts()).map(|tally| tally.support().signum()).collect();
    if sides.len() < 2 {
        Meeting::Unknown
    } else if sides.iter().all(|side| *side > 0) {
        Meeting::For
    } else if sides.iter().all(|side| *side < 0) {
        Meeting::Against
    } else if sides.contains(&1) && sides.contains(&-1) {
        Meeting::Apart
    } else {
        Meeting::Undecided
    }
}

/// Largest share for minus smallest, among colleges that have voted enough; nothing with fewer than two of them.
pub fn gap(colleges: &[Tally]) -> Option<Gap> {
    let shares: Vec<(usize, f64)> = colleges
        .iter()
        .enumerate()
        .filter(|(_, tally)| tally.counts())
        .filter_map(|(i, tally)| tally.share_for().map(|share| (i, share)))
        .collect();
    // The first of equals, so that the same numbers always make the same sentence.
    let (most, high) = shares.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    let (least, low) = shares.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a })?;
    (shares.len() >= 2).then_some(Gap { most, least, high, low })
}

/// Where the publics meet and where they part: positions in the list of proposals, the clearest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// More than half of the votes in every college are for it; the higher its lowest share for, the earlier.
    pub together: Vec<usize>,
    /// At least [`FAR`] points between two colleges; the wider the gap, the earlier.
    pub apart: Vec<usize>,
}

/// More than half of the votes take this side in each college that has voted enough, and there are two of those at least. Abstentions are
/// votes: what most people let pass is not what all want.
pub fn taken_by_all(colleges: &[Tally], side: Choice) -> bool {
    let compared: Vec<&Tally> = colleges.iter().filter(|tally| tally.counts()).collect();
    compared.len() >= 2 && compared.iter().all(|tally| tally.of(side) * 2 > tally.total())
}

pub fn compare(proposals: &[Vec<Tally>]) -> Compared {
    let gaps: Vec<(usize, Gap)> = proposals.iter().enumerate().filter_map(|(i, colleges)| gap(colleges).map(|gap| (i, gap))).collect();
    let mut together: Vec<_> = gaps.iter().filter(|(i, _)| taken_by_all(&proposals[*i], Choice::For)).collect();
    together.sort_by(|(_, a), (_, b)| b.low.total_cmp(&a.low));
    let mut apart: Vec<_> = gaps.iter().filter(|(_, gap)| gap.points() >= FAR).collect();
    apart.sort_by(|(_, a), (_, b)| b.points().total_cmp(&a.points()));
    let named = |list: Vec<&(usize, Gap)>| list.into_iter().take(NAMED).map(|(i, _)| *i).collect();
    Compared { together: named(together), apart: named(apart) }
}
