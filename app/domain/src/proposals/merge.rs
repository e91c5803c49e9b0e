//! Duplicates become one. Nothing of the merged proposal is changed: it stays with its votes and comments, and points to the kept one.
//!
//! **The rule of votes.** Who voted on the kept one keeps that vote. The vote of who voted on a merged one alone is carried over, and counts
//! in the college it was cast in. So each person counts once.
//!
//! **The rule of undoing.** Votes that were carried over go back, unless their voters have since voted on the kept one, the same or otherwise:
//! then that vote stays, and the one they had cast on the merged one is there again too. What others that remain merged bring is carried over anew, in the
//! order in which they were merged. When nothing happened in between, everything is as before.

use super::{Rules, idea::Standing};
use crate::{
    Refusal,
    id::{ProposalId, RoundId},
};

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

/// The proposal that somebody names by the address of its page, or by its identifier alone.
pub fn addressed(text: &str) -> Option<ProposalId> {
    let path = text.trim().split(['?', '#']).next()?.trim_end_matches('/');
    path.rsplit('/').next()?.parse().ok()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposals::Method;

    #[test]
    fn a_proposal_is_named_by_its_address_or_its_identifier() {
        let id = ProposalId(uuid::Uuid::from_u128(7));
        for text in [id.to_string(), format!(" https://palabre.example/proposal/{id}?page=2#comments "), format!("/proposal/{id}/")] {
            assert_eq!(addressed(&text), Some(id), "{text}");
        }
        for text in ["", "/", "https://palabre.example/r/7", "7"] {
            assert_eq!(addressed(text), None, "{text}");
        }
    }

    #[test]
    fn ballots_without_a_name_or_on_the_whole_round_are_not_merged() {
        assert!(must_know_voters(&Rules::default()).is_ok());
        assert!(must_know_voters(&Rules { secret: true, ..Rules::default() }).is_err());
        assert!(must_know_voters(&Rules { method: Method::Ranking, ..Rules::default() }).is_err());
    }
}
