use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::Kind;

const AUTHOR: AccountId = AccountId(Uuid::from_u128(1));
const MODERATOR: AccountId = AccountId(Uuid::from_u128(2));
const OTHER: AccountId = AccountId(Uuid::from_u128(3));
const TEXT: Text = Text { author: AUTHOR, hidden: false, withdrawn: false, written_at: 10 };
const HIDDEN: Text = Text { hidden: true, ..TEXT };
const HIDING: Hiding = Hiding { moderator: Some(MODERATOR), appealed: false, ending: None };
const APPEALED: Hiding = Hiding { appealed: true, ..HIDING };

fn key<T: std::fmt::Debug>(result: Result<T, Refusal>) -> String {
    result.unwrap_err().problems[0].key.clone()
}

#[test]
fn a_text_is_reported_once_by_each_until_it_changes() {
    assert!(report(OTHER, &TEXT, false, None, "insult", "").is_ok());
    assert_eq!(key(report(OTHER, &TEXT, false, Some(12), "insult", "")), "already-reported");
    assert!(report(OTHER, &Text { written_at: 13, ..TEXT }, false, Some(12), "insult", "").is_ok());
    assert_eq!(key(report(AUTHOR, &TEXT, false, None, "insult", "")), "report-own");
    assert_eq!(key(report(OTHER, &TEXT, false, None, "other", " ")), "required");
    assert_eq!(key(report(OTHER, &TEXT, false, None, "moon", "")), "required");
    assert_eq!(key(report(OTHER, &TEXT, false, None, "insult", &"x".repeat(2001))), "too-long");
}

#[test]
fn what_one_may_not_see_is_not_there_to_be_reported() {
    assert_eq!(report(OTHER, &HIDDEN, false, None, "insult", "").unwrap_err().kind, Kind::NotFound);
    assert_eq!(report(OTHER, &HIDDEN, true, None, "insult", "").unwrap_err().kind, Kind::Conflict);
}

#[test]
fn hiding_wants_a_reason_from_the_list_and_words_where_the_list_has_none() {
    assert!(hide(&TEXT, None, "off_topic", "").is_ok());
    assert_eq!(key(hide(&TEXT, None, "other", "")), "required");
    assert_eq!(key(hide(&TEXT, None, "", "Parce que")), "required");
    assert_eq!(key(hide(&HIDDEN, None, "insult", "")), "already-hidden");
    assert_eq!(key(hide(&Text { withdrawn: true, ..TEXT }, None, "insult", "")), "already-withdrawn");
}

#[test]
fn words_that_the_committee_has_restored_are_not_hidden_again() {
    assert_eq!(key(hide(&TEXT, Some(20), "insult", "")), "restored-by-committee");
    assert!(hide(&Text { written_at: 21, ..TEXT }, Some(20), "insult", "").is_ok());
}

#[test]
fn its_author_appeals_once() {
    assert_eq!(appeal(AUTHOR, &HIDDEN, &HIDING, " Je parlais de moi. ").as_deref(), Ok("Je parlais de moi."));
    assert_eq!(key(appeal(OTHER, &HIDDEN, &HIDING, "x")), "not-yours");
    assert_eq!(key(appeal(AUTHOR, &HIDDEN, &APPEALED, "x")), "already-appealed");
    assert_eq!(key(appeal(AUTHOR, &HIDDEN, &HIDING, "")), "required");
}

#[test]
fn nobody_judges_their_own_cause() {
    for me in [MODERATOR, AUTHOR] {
        assert_eq!(key(decide(me, &HIDDEN, &APPEALED, false, "restored", "x")), "own-appeal");
    }
    assert_eq!(key(decide(OTHER, &HIDDEN, &APPEALED, true, "upheld", "x")), "own-appeal");
    assert_eq!(decide(OTHER, &HIDDEN, &APPEALED, false, "restored", "Oui."), Ok((Ending::Restored, "Oui.".to_owned())));
    assert_eq!(key(decide(OTHER, &HIDDEN, &HIDING, false, "restored", "x")), "no-appeal");
    // A facilitator's ending is not the committee's to give.
    assert_eq!(decide(OTHER, &HIDDEN, &APPEALED, false, "lifted", "").unwrap_err().problems.len(), 2);
}

#[test]
fn a_mistake_is_mended_unless_the_committee_has_spoken() {
    assert!(lift(OTHER, &HIDDEN, &HIDING, "Par erreur").is_ok());
    assert!(lift(OTHER, &HIDDEN, &APPEALED, "Par erreur").is_ok());
    assert_eq!(key(lift(OTHER, &HIDDEN, &HIDING, "")), "required");
    assert_eq!(key(lift(OTHER, &HIDDEN, &Hiding { ending: Some(Ending::Upheld), ..APPEALED }, "x")), "upheld-by-committee");
    assert_eq!(key(lift(OTHER, &HIDDEN, &Hiding { ending: Some(Ending::Restored), ..APPEALED }, "x")), "not-hidden");
}

#[test]
fn a_facilitator_leaves_the_judgment_of_their_own_text_to_others() {
    assert_eq!(key(lift(AUTHOR, &HIDDEN, &HIDING, "Par erreur")), "own-text");
    assert_eq!(key(leave(AUTHOR, &TEXT)), "own-text");
    assert!(leave(OTHER, &TEXT).is_ok());
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    Hide,
    Appeal,
    Lift,
    Decide(&'static str),
    Change,
}

proptest! {
    /// Whatever is done in whatever order: hidden exactly while the last hiding has not ended in showing again, at most one appeal to
    /// each hiding, and what the committee restored stays until its words change.
    #[test]
    fn a_text_is_hidden_exactly_while_its_last_hiding_holds(deeds in prop::collection::vec(prop::sample::select(&[
        Deed::Hide, Deed::Appeal, Deed::Lift, Deed::Decide("upheld"), Deed::Decide("restored"), Deed::Change,
    ][..]), 0..60)) {
        let (mut text, mut hidings, mut restored_at): (Text, Vec<Hiding>, Option<i64>) = (TEXT, Vec::new(), None);
        for (now, deed) in (100..).zip(deeds) {
            let last = hidings.last().copied();
            match (deed, last) {
                (Deed::Hide, _) if hide(&text, restored_at, "insult", "").is_ok() => {
                    prop_assert!(restored_at.is_none_or(|at| at < text.written_at));
                    hidings.push(HIDING);
                    text.hidden = true;
                }
                (Deed::Appeal, Some(hiding)) if appeal(AUTHOR, &text, &hiding, "x").is_ok() => {
                    prop_assert!(!hiding.appealed && text.hidden);
                    hidings.last_mut().unwrap().appealed = true;
                }
                (Deed::Lift, Some(hiding)) if lift(OTHER, &text, &hiding, "x").is_ok() => {
                    hidings.last_mut().unwrap().ending = Some(Ending::Lifted);
                    text.hidden = false;
                }
                (Deed::Decide(word), Some(hiding)) => {
                    if let Ok((ending, _)) = decide(OTHER, &text, &hiding, false, word, "x") {
                        prop_assert!(hiding.appealed);
                        hidings.last_mut().unwrap().ending = Some(ending);
                        if ending == Ending::Restored {
                            text.hidden = false;
                            restored_at = Some(now);
                        }
                    }
                }
                (Deed::Change, _) if !text.hidden => text.written_at = now,
                _ => {}
            }
            let holds = hidings.last().is_some_and(|hiding| matches!(hiding.ending, None | Some(Ending::Upheld)));
            prop_assert_eq!(text.hidden, holds);
        }
    }
}
