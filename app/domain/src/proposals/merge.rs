//! Duplicates become one. Nothing of the merged proposal is changed: it stays with its votes and comments, and points to the kept one.
//!
//! **The rule of votes.** Who voted on the kept one keeps that vote. The vote of who voted on a merged one alone is carried over, and counts
//! in the college it was cast in. So each person counts once.
//!
//! **The rule of undoing.** Votes that were carried over go back, unless their voters have since voted otherwise on the kept one: then that
//! vote stays, and the one they had cast on the merged one is there again too. What others that remain merged bring is carried over anew, in the
//! order in which they were merged. When nothing happened in between, everything is as before.

use std::collections::BTreeMap;

use super::{Rules, Vote, idea::Standing};
use crate::{
    Refusal,
    id::{AccountId, ProposalId, RoundId},
};

pub type Votes = BTreeMap<AccountId, Vote>;

/// Whether `from` may be merged into `into`: two proposals of one round that people find in its list. One that holds others is kept rather
/// than merged; one that was answered says so where it is.
pub fn may_merge(
    (from, of_from, round): (ProposalId, &Standing, RoundId),
    (into, of_into, other): (ProposalId, &Standing, RoundId),
    published: bool,
) -> Result<(), Refusal> {
    if round != other || from == into || !of_into.is_listed() {
        return Err(Refusal::field("into", "not-on-the-list"));
    }
    if published {
        return Err(Refusal::conflict("round-already-published"));
    }
    if !of_from.is_listed() {
        return Err(Refusal::conflict("proposal-is-settled"));
    }
    if of_from.holds > 0 {
        return Err(Refusal::conflict("proposal-holds-others"));
    }
    if of_from.answered { Err(Refusal::conflict("proposal-answered")) } else { Ok(()) }
}

/// Duplicates are merged only where each vote is on one proposal and kept with its voter: else the same person would count twice.
pub fn must_know_voters(rules: &Rules) -> Result<(), Refusal> {
    if !rules.one_ballot() { Ok(()) } else { Err(Refusal::conflict("merge-elsewhere")) }
}

pub fn may_undo(merged: &Standing, published: bool) -> Result<(), Refusal> {
    match (merged.merged, published) {
        (false, _) => Err(Refusal::conflict("not-merged")),
        (_, true) => Err(Refusal::conflict("round-already-published")),
        _ => Ok(()),
    }
}

/// The votes of a merged proposal that count on the kept one.
pub fn carried(kept: &Votes, merged: &Votes) -> Votes {
    merged.iter().filter(|(person, _)| !kept.contains_key(person)).map(|(person, vote)| (*person, *vote)).collect()
}

/// The votes that go back: those that still stand as they were carried over.
pub fn returned(kept: &Votes, carried: &Votes) -> Votes {
    carried.iter().filter(|(person, vote)| kept.get(person) == Some(vote)).map(|(person, vote)| (*person, *vote)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{
        id::CollegeId,
        proposals::{Choice, Method},
    };

    fn votes() -> impl Strategy<Value = Votes> {
        prop::collection::btree_map(0u128..12, (0u128..3, 0usize..3), 0..12).prop_map(|votes| {
            votes
                .into_iter()
                .map(|(person, (college, choice))| {
                    (AccountId(Uuid::from_u128(person)), Vote { college: CollegeId(Uuid::from_u128(college)), choice: Choice::ALL[choice] })
                })
                .collect()
        })
    }

    #[test]
    fn ballots_without_a_name_or_on_the_whole_round_are_not_merged() {
        assert!(must_know_voters(&Rules::default()).is_ok());
        assert!(must_know_voters(&Rules { secret: true, ..Rules::default() }).is_err());
        assert!(must_know_voters(&Rules { method: Method::Ranking, ..Rules::default() }).is_err());
    }

    proptest! {
        #[test]
        fn merging_and_undoing_leaves_everything_as_before(kept in votes(), merged in votes()) {
            let carried = carried(&kept, &merged);
            let mut both = kept.clone();
            both.extend(carried.clone());
            // Each person counts once, and with the vote on the kept one where there is one.
            for (person, vote) in &both {
                prop_assert_eq!(Some(vote), kept.get(person).or(merged.get(person)));
            }
            prop_assert!(merged.keys().chain(kept.keys()).all(|person| both.contains_key(person)));
            for person in returned(&both, &carried).keys() {
                both.remove(person);
            }
            prop_assert_eq!(both, kept);
        }

        #[test]
        fn who_votes_in_between_keeps_that_vote(kept in votes(), merged in votes(), later in votes()) {
            let carried = carried(&kept, &merged);
            let mut both = kept;
            both.extend(carried.clone());
            let before = both.clone();
            both.extend(later.clone());
            for person in returned(&both, &carried).keys() {
                both.remove(person);
            }
            for (person, vote) in later.iter().filter(|(person, vote)| before.get(person) != Some(vote)) {
                prop_assert_eq!(both.get(person), Some(vote));
            }
        }
    }
}
