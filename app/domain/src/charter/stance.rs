//! Stances: where a person stands on one version of an article.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    refusal::Problems,
    round::{Calendar, RoundKind},
    text,
    text_enum::text_enum,
};

text_enum! {
    Stance {
        Consent = "consent",
        /// Agrees, and says what would make it better.
        Reservation = "reservation",
        /// Can't live with the text, and says why.
        Objection = "objection",
        Abstain = "abstain",
    }
}

/// How many people took each stance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub consent: i64,
    pub reservation: i64,
    pub objection: i64,
    pub abstain: i64,
}

impl Counts {
    /// People who took a stance, whichever.
    pub const fn all(self) -> i64 {
        self.consent + self.reservation + self.objection + self.abstain
    }

    /// People who agree, with or without reservation.
    pub const fn agree(self) -> i64 {
        self.consent + self.reservation
    }

    /// People who said yes or no.
    pub const fn spoke(self) -> i64 {
        self.agree() + self.objection
    }

    pub const fn add(&mut self, stance: Stance, n: i64) {
        match stance {
            Stance::Consent => self.consent += n,
            Stance::Reservation => self.reservation += n,
            Stance::Objection => self.objection += n,
            Stance::Abstain => self.abstain += n,
        }
    }

    /// In the order of [`Stance::ALL`].
    pub const fn in_order(self) -> [i64; 4] {
        [self.consent, self.reservation, self.objection, self.abstain]
    }
}

/// Refuses unless stances may be taken at `now`.
pub fn may_take(kind: RoundKind, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    if kind == RoundKind::Charter { calendar.must_be_open(now) } else { Err(Refusal::not_found()) }
}

/// A stance as typed, with its reason. `on_current` says that it is about the version that stands now: nobody agrees to words they have not seen.
pub fn take(on_current: bool, stance: &str, reason: &str) -> Result<(Stance, String), Refusal> {
    if !on_current {
        return Err(Refusal::field("stance", "stance-version-passed"));
    }
    let mut problems = Problems::new();
    let stance = problems.take(stance.parse::<Stance>().map_err(|_| Problem::new("stance", "stance-choose")));
    let reason = problems.take(text::optional("reason", reason, text::REASON));
    if stance == Some(Stance::Objection) && reason.as_deref() == Some("") {
        problems.push(Problem::new("reason", "objection-needs-reason"));
    }
    problems.check()?;
    Ok((stance.unwrap_or(Stance::Abstain), reason.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("consent", "", None)]
    #[case("reservation", "", None)]
    #[case("abstain", "", None)]
    #[case("objection", "Qui décide ?", None)]
    #[case("objection", " \n ", Some("reason"))]
    #[case("", "Oui", Some("stance"))]
    #[case("yes", "Oui", Some("stance"))]
    fn an_objection_says_why(#[case] stance: &str, #[case] reason: &str, #[case] wrong: Option<&str>) {
        let taken = take(true, stance, reason);
        assert_eq!(taken.err().map(|refusal| refusal.problems[0].field.clone()).as_deref(), wrong);
    }

    #[test]
    fn a_stance_on_words_that_changed_is_refused() {
        assert_eq!(take(false, "consent", ""), Err(Refusal::field("stance", "stance-version-passed")));
    }

    #[test]
    fn only_an_open_charter_takes_stances() {
        let running = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), ..Calendar::default() };
        assert!(may_take(RoundKind::Charter, &running, 10).is_ok());
        assert!(may_take(RoundKind::Charter, &running, 9).is_err());
        assert!(may_take(RoundKind::Charter, &running, 20).is_err());
        assert!(may_take(RoundKind::Proposals, &running, 10).is_err());
    }
}
