//! What a facilitator answers to an objection.
//!
//! An objection is open until its author takes another stance; an answer alone does not close it. Whoever words an objection anew after
//! it was answered has asked something else: it waits for an answer again, and the first answer stays to be read.

use super::rules::{Blocking, Rules, Way};
use crate::{
    Problem, Refusal,
    refusal::Problems,
    round::{Calendar, State},
    text,
    text_enum::text_enum,
};

text_enum! {
    Answer {
        /// Explained: what the text means, what is done elsewhere.
        Answered = "answered",
        /// A later version says it.
        Taken = "taken",
        /// The text stays, and why.
        Maintained = "maintained",
    }
}

/// An answer that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub answer: Answer,
    pub words: String,
    /// The version that takes it into account.
    pub version: Option<i64>,
}

/// Refuses unless an objection may be answered at `now`. Until the results are published what nobody got to is still answered, but where an
/// answer takes an objection out of the way: its author could no longer say that it does not satisfy them.
pub fn may_answer(calendar: &Calendar, rules: &Rules, now: i64) -> Result<(), Refusal> {
    match calendar.state(now) {
        State::Published => Err(Refusal::conflict("round-already-published")),
        State::Closed if (rules.way, rules.blocking) == (Way::Consent, Blocking::Unanswered) => {
            Err(Refusal::conflict("objection-answer-late"))
        }
        State::Draft | State::Announced | State::Open | State::Closed => Ok(()),
    }
}

/// An answer as typed. `open`: its author still objects. `raised` is the number of the version that was objected to, `current` that of
/// the one that stands; none of an objection to the whole charter, whose text is frozen.
pub fn answer(open: bool, numbers: Option<(i64, i64)>, answer: &str, version: &str, words: &str) -> Result<Reply, Refusal> {
    if !open {
        return Err(Refusal::conflict("objection-closed"));
    }
    let mut problems = Problems::new();
    let answer = problems.take(answer.parse::<Answer>().map_err(|_| Problem::new("answer", "objection-answer-choose")));
    let words = problems.take(text::required("words", words, text::REASON));
    let version = match (answer, numbers) {
        (Some(Answer::Taken), Some((raised, current))) => {
            let later = version.trim().parse().ok().filter(|n| (raised + 1..=current).contains(n));
            problems.take(later.ok_or_else(|| Problem::new("version", "objection-version").with("raised", raised).with("current", current)))
        }
        (Some(Answer::Taken), None) => problems.take(Err(Problem::new("answer", "objection-frozen"))),
        _ => None,
    };
    problems.check()?;
    Ok(Reply { answer: answer.unwrap_or(Answer::Answered), words: words.unwrap_or_default(), version })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("answered", "", "Voici", None)]
    #[case("maintained", "9", "Voici", None)]
    #[case("taken", "3", "Voici", None)]
    // The version objected to, and one that is not there, take nothing into account.
    #[case("taken", "2", "Voici", Some("version"))]
    #[case("taken", "5", "Voici", Some("version"))]
    #[case("taken", "", "Voici", Some("version"))]
    #[case("", "", "Voici", Some("answer"))]
    #[case("answered", "", " ", Some("words"))]
    fn an_answer_has_its_reasons_and_its_version(
        #[case] typed: &str,
        #[case] version: &str,
        #[case] words: &str,
        #[case] wrong: Option<&str>,
    ) {
        let reply = answer(true, Some((2, 4)), typed, version, words);
        match wrong {
            None => assert_eq!(reply.unwrap().version.is_some(), typed == "taken"),
            Some(field) => assert_eq!(reply.unwrap_err().problems[0].field, field),
        }
    }

    #[test]
    fn whoever_no_longer_objects_is_not_answered_and_a_frozen_text_takes_nothing_in() {
        assert_eq!(answer(false, Some((1, 1)), "answered", "", "Voici"), Err(Refusal::conflict("objection-closed")));
        assert_eq!(answer(true, None, "taken", "2", "Voici"), Err(Refusal::field("answer", "objection-frozen")));
        assert!(answer(true, None, "maintained", "", "Voici").is_ok());
    }
    #[test]
    fn no_answer_after_the_closing_changes_the_verdict() {
        let over = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), ..Calendar::default() };
        let rules = |way, blocking| Rules { way, blocking, ..Rules::default() };
        for (way, blocking, late) in [
            (Way::Consent, Blocking::Unanswered, false),
            (Way::Consent, Blocking::Open, true),
            (Way::Vote, Blocking::Unanswered, true),
            (Way::Vote, Blocking::Open, true),
        ] {
            let rules = rules(way, blocking);
            assert!(may_answer(&over, &rules, 19).is_ok());
            assert_eq!(may_answer(&over, &rules, 20).is_ok(), late, "{way:?} {blocking:?}");
            assert!(may_answer(&Calendar { published_at: Some(30), ..over }, &rules, 31).is_err());
        }
    }
}
