//! Where a charter stands. Derived from its round's calendar, its proof, its adoption, its signatures and its review date; what is kept are
//! the acts alone: that the ratification opened, that it went back, that the charter was adopted, who signed.

use crate::{
    Problem, Refusal,
    refusal::Problems,
    round::{Calendar, RoundKind, State},
    text,
    text_enum::text_enum,
};

text_enum! {
    Status {
        /// Being written; its round is not open yet.
        Drafting = "drafting",
        /// The round is open, and the text still moves.
        Consultation = "consultation",
        /// The round is open, and the text is frozen.
        Ratification = "ratification",
        /// The round is over and everyone who has a say carries the charter; a facilitator has yet to record the adoption.
        Carried = "carried",
        /// The round is over and somebody does not.
        NotRatified = "not_ratified",
        /// Adopted, and nobody has signed yet.
        Adopted = "adopted",
        InForce = "in_force",
        /// The review date has come.
        ReviewDue = "review_due",
        /// A later charter takes its place.
        Revised = "revised",
    }
}

/// What an adoption says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted<'a> {
    /// A day as `2027-03-14`; none where it holds until it is revised.
    pub review_on: Option<&'a str>,
    pub signed: bool,
    pub replaced: bool,
}

/// `today` is a day as `2027-03-14`.
pub fn status(state: State, frozen: bool, ratified: bool, adopted: Option<Adopted>, today: &str) -> Status {
    match (adopted, state) {
        (Some(Adopted { replaced: true, .. }), _) => Status::Revised,
        (Some(adopted), _) if adopted.review_on.is_some_and(|day| day <= today) => Status::ReviewDue,
        (Some(Adopted { signed: true, .. }), _) => Status::InForce,
        (Some(_), _) => Status::Adopted,
        (None, State::Draft | State::Announced) => Status::Drafting,
        (None, State::Open) if frozen => Status::Ratification,
        (None, State::Open) => Status::Consultation,
        (None, State::Closed | State::Published) if ratified => Status::Carried,
        (None, State::Closed | State::Published) => Status::NotRatified,
    }
}

/// Refuses to change a text that is being ratified: people say yes to words that stay.
pub fn must_not_be_frozen(frozen: bool) -> Result<(), Refusal> {
    if frozen { Err(Refusal::conflict("charter-frozen")) } else { Ok(()) }
}

/// The ratification opens: the text stays as it is from now on.
pub fn open_ratification(kind: RoundKind, calendar: &Calendar, frozen: bool, articles: usize, now: i64) -> Result<(), Refusal> {
    if kind != RoundKind::Charter {
        return Err(Refusal::not_found());
    }
    calendar.must_be_open(now)?;
    if articles == 0 {
        return Err(Refusal::conflict("charter-without-articles"));
    }
    must_not_be_frozen(frozen)
}

/// Back to consultation, with the reason that everybody reads.
pub fn back_to_consultation(calendar: &Calendar, frozen: bool, reason: &str, now: i64) -> Result<String, Refusal> {
    calendar.must_be_open(now)?;
    if !frozen {
        return Err(Refusal::conflict("charter-not-frozen"));
    }
    let mut problems = Problems::new();
    let reason = problems.take(text::required("reason", reason, text::REASON).map_err(|problem| match problem.key.as_str() {
        "required" => Problem::new("reason", "charter-back-reason"),
        _ => problem,
    }));
    problems.check()?;
    Ok(reason.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const SIGNED: Adopted = Adopted { review_on: Some("2027-03-14"), signed: true, replaced: false };

    #[rstest]
    #[case(State::Draft, false, false, None, Status::Drafting)]
    #[case(State::Announced, false, false, None, Status::Drafting)]
    #[case(State::Open, false, true, None, Status::Consultation)]
    #[case(State::Open, true, false, None, Status::Ratification)]
    #[case(State::Closed, true, false, None, Status::NotRatified)]
    #[case(State::Closed, false, true, None, Status::Carried)]
    #[case(State::Published, true, true, None, Status::Carried)]
    #[case(State::Published, true, true, Some(Adopted { signed: false, ..SIGNED }), Status::Adopted)]
    #[case(State::Published, true, true, Some(SIGNED), Status::InForce)]
    #[case(State::Closed, true, true, Some(Adopted { review_on: None, ..SIGNED }), Status::InForce)]
    #[case(State::Closed, true, true, Some(Adopted { review_on: Some("2027-01-31"), ..SIGNED }), Status::ReviewDue)]
    #[case(State::Published, true, true, Some(Adopted { replaced: true, ..SIGNED }), Status::Revised)]
    fn a_charter_stands_where_its_acts_and_dates_put_it(
        #[case] state: State,
        #[case] frozen: bool,
        #[case] ratified: bool,
        #[case] adopted: Option<Adopted>,
        #[case] status_is: Status,
    ) {
        assert_eq!(status(state, frozen, ratified, adopted, "2027-01-31"), status_is);
    }

    #[test]
    fn a_ratification_opens_in_an_open_round_once_and_goes_back_with_a_reason() {
        let running = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), ..Calendar::default() };
        let open = |frozen, articles, now| open_ratification(RoundKind::Charter, &running, frozen, articles, now);
        assert!(open(false, 1, 15).is_ok());
        assert!(open(true, 1, 15).is_err());
        assert!(open(false, 0, 15).is_err());
        assert!(open(false, 1, 9).is_err());
        assert!(open(false, 1, 20).is_err());
        assert_eq!(open_ratification(RoundKind::Survey, &running, false, 1, 15), Err(Refusal::not_found()));
        assert_eq!(back_to_consultation(&running, true, " L’article 2 est confus ", 15).unwrap(), "L’article 2 est confus");
        assert_eq!(back_to_consultation(&running, true, " ", 15), Err(Refusal::field("reason", "charter-back-reason")));
        assert!(back_to_consultation(&running, false, "Parce que", 15).is_err());
        assert!(back_to_consultation(&running, true, "Parce que", 20).is_err());
    }
}
