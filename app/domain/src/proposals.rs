//! Proposals and votes: one person, one vote, counted in one college, changeable until the round closes.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    id::CollegeId,
    refusal::Problems,
    round::{Calendar, Outcome},
    text,
    text_enum::text_enum,
};

pub mod filter;
pub mod idea;
pub mod merge;
mod publics;
mod rules;
mod tally;

pub use publics::{Alone, Publics, consensus_of_all, publics, voting};
pub use rules::{Counting, MOST_APPROVED, Method, POINTS, Reasons, Results, Rules, SCORE, Typed, Way};
pub use tally::{Compared, FAR, Gap, MIN_VOTES, Meeting, Tally, compare, gap, meeting, taken_by_all};

/// Proposals on one page.
pub const PAGE: i64 = 20;
/// Most proposals of one person in one round: enough for anybody's ideas, too few to drown the others'.
pub const MOST: i64 = 20;

text_enum! {
    /// What one can say of a single proposal; [`Rules::choices`] says which of them a round's method has.
    Choice {
        For = "for",
        Against = "against",
        Abstain = "abstain",
        Agree = "agree",
        Disagree = "disagree",
        Pass = "pass",
        Consent = "consent",
        Objection = "objection",
        /// Grades, the best first.
        VeryGood = "very_good",
        Good = "good",
        Fair = "fair",
        Poor = "poor",
        Reject = "reject",
        Zero = "0",
        One = "1",
        Two = "2",
        Three = "3",
        Four = "4",
        Five = "5",
        Six = "6",
        Seven = "7",
        Eight = "8",
        Nine = "9",
        Ten = "10",
    }
}

impl Choice {
    /// Grades from the worst to the best, as majority judgment counts them.
    pub const GRADES: &'static [Choice] = &[Choice::Reject, Choice::Poor, Choice::Fair, Choice::Good, Choice::VeryGood];
    pub const SCORES: &'static [Choice] = &[
        Choice::Zero,
        Choice::One,
        Choice::Two,
        Choice::Three,
        Choice::Four,
        Choice::Five,
        Choice::Six,
        Choice::Seven,
        Choice::Eight,
        Choice::Nine,
        Choice::Ten,
    ];

    /// Whether it says no.
    pub const fn refuses(self) -> bool {
        matches!(self, Choice::Against | Choice::Disagree | Choice::Objection)
    }
}

text_enum! {
    /// In which order the proposals of a round are read.
    Sort {
        Recent = "recent",
        /// Votes for minus votes against.
        Support = "support",
        /// Number of comments.
        Discussed = "discussed",
        /// Those I have not voted on come first, and among them those that the fewest have voted on.
        Unvoted = "unvoted",
    }
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub title: String,
    pub body: String,
}

/// What the author has already proposed in the round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    pub count: i64,
    /// Of these, how many bear the very same title: the form was sent twice.
    pub same: i64,
}

/// What a proposal's title and text must be.
pub fn read(title: &str, body: &str) -> Result<Proposal, Refusal> {
    let mut problems = Problems::new();
    let title = problems.take(text::required("title", title, text::TITLE).map(|title| title.replace(['\n', '\t'], " ")));
    let body = problems.take(text::required("body", body, text::BODY));
    problems.check()?;
    Ok(Proposal { title: title.unwrap_or_default(), body: body.unwrap_or_default() })
}

/// A new proposal, while the round is open.
pub fn propose(calendar: &Calendar, now: i64, before: Before, proposal: Proposal) -> Result<Proposal, Refusal> {
    calendar.must_be_open(now)?;
    if before.same > 0 {
        Err(Refusal::field("title", "already-proposed"))
    } else if before.count >= MOST {
        Err(Refusal { kind: crate::Kind::Invalid, problems: vec![Problem::new("", "many-proposals").with("most", MOST)] })
    } else {
        Ok(proposal)
    }
}

/// A vote as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Vote {
    /// The college of the person when they voted.
    pub college: CollegeId,
    pub choice: Choice,
}

/// What a vote changes in the tallies.
pub type Step = (Vote, i64);

/// Casts a vote, or changes it. No step: it is the same as before.
pub fn cast(calendar: &Calendar, now: i64, before: Option<Vote>, after: Vote) -> Result<Vec<Step>, Refusal> {
    calendar.must_be_open(now)?;
    Ok(steps(before, after))
}

/// The vote goes up by one, the one it replaces down by one. Always in the same order, so that two people who change their votes at
/// once never wait for each other in a circle.
pub fn steps(before: Option<Vote>, after: Vote) -> Vec<Step> {
    if before == Some(after) {
        return Vec::new();
    }
    let mut steps: Vec<Step> = before.map(|vote| (vote, -1)).into_iter().chain([(after, 1)]).collect();
    steps.sort_unstable();
    steps
}

/// A reasoned answer to a proposal or a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub outcome: Outcome,
    pub reason: String,
}

/// An answer as typed.
pub fn decide(calendar: &Calendar, now: i64, outcome: &str, reason: &str) -> Result<Decision, Refusal> {
    calendar.must_be_answerable(now)?;
    let mut problems = Problems::new();
    let outcome = problems.take(outcome.parse::<Outcome>().map_err(|_| Problem::new("outcome", "required")));
    let reason = problems.take(text::required("reason", reason, text::REASON));
    problems.check()?;
    match (outcome, reason) {
        (Some(outcome), Some(reason)) => Ok(Decision { outcome, reason }),
        _ => Err(Refusal::field("outcome", "required")),
    }
}

#[cfg(test)]
mod tests;
