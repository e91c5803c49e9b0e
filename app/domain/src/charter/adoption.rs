//! The adoption of a charter, its signatures, and when it is to be looked at again.

use std::str::FromStr;

use jiff::{ToSpan, civil::Date};

use crate::{
    Problem, Refusal,
    refusal::Problems,
    round::{Calendar, State},
    text,
};

/// So many days before the review date those concerned are told.
pub const REMINDED_BEFORE: i64 = 30;
/// Most organisations that sign one charter.
pub const MOST_SIGNATORIES: usize = 200;

/// An adoption as typed: until when it holds without being looked at. `today` is a day as `2027-03-14`.
pub fn adopt(
    calendar: &Calendar,
    ratified: bool,
    already: bool,
    review_on: &str,
    today: &str,
    now: i64,
) -> Result<Option<String>, Refusal> {
    match calendar.state(now) {
        State::Draft => return Err(Refusal::not_found()),
        State::Announced | State::Open => return Err(Refusal::conflict("round-not-closed")),
        State::Closed | State::Published => {}
    }
    if already {
        return Err(Refusal::conflict("charter-already-adopted"));
    }
    if !ratified {
        return Err(Refusal::conflict("charter-not-carried"));
    }
    let typed = review_on.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    // Through a date and back: one form for each day, so that days are compared as words.
    let day = Date::from_str(typed).ok().map(|day| day.to_string()).filter(|day| day.len() == 10 && typed.len() == 10);
    match day {
        None => Err(Refusal::field("review_on", "not-a-day")),
        Some(day) if day.as_str() <= today => Err(Refusal::field("review_on", "review-in-the-past")),
        Some(day) => Ok(Some(day)),
    }
}

/// The last review date that is told of today.
pub fn reminded_until(today: &str) -> Option<String> {
    let day = Date::from_str(today).ok()?.checked_add(REMINDED_BEFORE.days()).ok()?;
    Some(day.to_string())
}

/// For whom somebody signs, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    pub organisation: String,
    pub function: String,
}

fn seal(organisation: &str, function: &str, problems: &mut Problems) -> Seal {
    let organisation = problems.take(text::required("organisation", organisation, text::LINE)).unwrap_or_default();
    let function = problems.take(text::required("function", function, text::LINE)).unwrap_or_default();
    Seal { organisation, function }
}

/// A facilitator names who may sign. `joined` says whether the person takes part in the process (`None`: they are not of it).
pub fn name_signatory(joined: Option<bool>, already: bool, named: usize, organisation: &str, function: &str) -> Result<Seal, Refusal> {
    let mut problems = Problems::new();
    match joined {
        Some(true) if already => problems.push(Problem::new("member", "signatory-named")),
        Some(true) if named >= MOST_SIGNATORIES => problems.push(Problem::new("member", "signatory-full")),
        Some(true) => {}
        _ => problems.push(Problem::new("member", "required")),
    }
    let seal = seal(organisation, function, &mut problems);
    problems.check()?;
    Ok(seal)
}

/// Somebody signs. `replaced`: of an adopted charter, whether a later one has taken its place. `signed`: whether they were named for it, and
/// have signed already.
pub fn sign(replaced: Option<bool>, signed: Option<bool>, organisation: &str, function: &str, sure: bool) -> Result<Seal, Refusal> {
    match signed {
        None => return Err(Refusal::conflict("signatory-not-named")),
        Some(true) => return Err(Refusal::conflict("already-signed")),
        Some(false) => {}
    }
    match replaced {
        None => return Err(Refusal::conflict("charter-not-adopted")),
        Some(true) => return Err(Refusal::conflict("charter-replaced")),
        Some(false) => {}
    }
    let mut problems = Problems::new();
    let seal = seal(organisation, function, &mut problems);
    if !sure {
        problems.push(Problem::new("sure", "sign-be-sure"));
    }
    problems.check()?;
    Ok(seal)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const OVER: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };

    #[rstest]
    #[case("", Ok(None))]
    #[case(" 2028-02-29 ", Ok(Some("2028-02-29".to_owned())))]
    #[case("2027-02-29", Err(Refusal::field("review_on", "not-a-day")))]
    #[case("2027-1-1", Err(Refusal::field("review_on", "not-a-day")))]
    #[case("demain", Err(Refusal::field("review_on", "not-a-day")))]
    #[case("2027-01-31", Err(Refusal::field("review_on", "review-in-the-past")))]
    #[case("2027-02-01", Ok(Some("2027-02-01".to_owned())))]
    fn a_charter_holds_until_a_day_to_come(#[case] typed: &str, #[case] expected: Result<Option<String>, Refusal>) {
        assert_eq!(adopt(&OVER, true, false, typed, "2027-01-31", 25), expected);
    }

    #[test]
    fn only_what_was_carried_is_adopted_and_once() {
        assert!(adopt(&OVER, true, false, "", "2027-01-31", 15).is_err());
        assert_eq!(adopt(&OVER, false, false, "", "2027-01-31", 25), Err(Refusal::conflict("charter-not-carried")));
        assert_eq!(adopt(&OVER, true, true, "", "2027-01-31", 25), Err(Refusal::conflict("charter-already-adopted")));
    }

    #[test]
    fn the_reminder_comes_thirty_days_before() {
        assert_eq!(reminded_until("2027-01-31").as_deref(), Some("2027-03-02"));
        assert_eq!(reminded_until("demain"), None);
    }

    #[test]
    fn nobody_signs_what_a_later_charter_has_replaced() {
        assert_eq!(sign(Some(true), Some(false), "Ville", "Maire", true), Err(Refusal::conflict("charter-replaced")));
    }

    #[test]
    fn those_who_were_named_sign_once_and_knowingly() {
        assert!(sign(Some(false), Some(false), "Ville", "Maire", true).is_ok());
        assert_eq!(sign(Some(false), Some(false), "Ville", "Maire", false), Err(Refusal::field("sure", "sign-be-sure")));
        assert_eq!(sign(Some(false), Some(true), "Ville", "Maire", true), Err(Refusal::conflict("already-signed")));
        assert_eq!(sign(Some(false), None, "Ville", "Maire", true), Err(Refusal::conflict("signatory-not-named")));
        assert_eq!(sign(None, Some(false), "Ville", "Maire", true), Err(Refusal::conflict("charter-not-adopted")));
        assert_eq!(sign(Some(false), Some(false), " ", "", true).unwrap_err().problems.len(), 2);
        assert!(name_signatory(Some(true), false, 0, "Ville", "Maire").is_ok());
        assert!(name_signatory(Some(true), true, 1, "Ville", "Maire").is_err());
        assert!(name_signatory(Some(false), false, 0, "Ville", "Maire").is_err());
        assert!(name_signatory(None, false, 0, "Ville", "Maire").is_err());
        assert!(name_signatory(Some(true), false, MOST_SIGNATORIES, "Ville", "Maire").is_err());
    }
}
