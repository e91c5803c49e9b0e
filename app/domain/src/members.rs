//! Who may be invited into a process, and as what; and the rules of the CSV import.

mod import;

use std::str::FromStr;

pub use import::{MOST_LINES, Row, read, separator};

use crate::{
    Problem, Refusal,
    access::{Function, Who},
    account,
    college::College,
    id::CollegeId,
    refusal::Problems,
    text,
};

/// What a person is invited as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    College(CollegeId),
    Facilitator,
    Researcher,
}

impl Place {
    pub fn function(self) -> Function {
        match self {
            Place::College(_) => Function::Participant,
            Place::Facilitator => Function::Facilitator,
            Place::Researcher => Function::Researcher,
        }
    }

    pub fn college(self) -> Option<CollegeId> {
        match self {
            Place::College(id) => Some(id),
            _ => None,
        }
    }

    /// A form's value: the id of a college of this process, or the word of a function.
    fn parse(field: &str, typed: &str, colleges: &[College]) -> Result<Place, Problem> {
        match Function::from_str(typed) {
            Ok(Function::Facilitator) => Ok(Place::Facilitator),
            Ok(Function::Researcher) => Ok(Place::Researcher),
            _ => college(field, typed, colleges).map(Place::College),
        }
    }
}

/// A college of this process, by its id.
pub fn college(field: &str, typed: &str, colleges: &[College]) -> Result<CollegeId, Problem> {
    let id = typed.parse().map_err(|_| Problem::new(field, "required"))?;
    colleges.iter().find(|college| college.id == id).map(|college| college.id).ok_or_else(|| Problem::new(field, "required"))
}

/// A person to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub name: String,
    pub email: String,
    pub place: Place,
    pub organisation: String,
    pub title: String,
}

/// What was typed to invite one person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub place: &'a str,
    pub organisation: &'a str,
    pub title: &'a str,
}

/// The guest that a form describes. An administrator who does not run the process names its facilitators and nobody else.
pub fn invite(who: &Who, colleges: &[College], typed: Typed<'_>) -> Result<Guest, Refusal> {
    let mut problems = Problems::new();
    let name = problems.take(account::name("name", typed.name));
    let email = problems.take(account::email("email", typed.email));
    let place = problems.take(Place::parse("place", typed.place, colleges));
    let organisation = problems.take(text::optional("organisation", typed.organisation, text::LINE));
    let title = problems.take(text::optional("title", typed.title, text::LINE));
    if let (Some(name), Some(email), Some(place), Some(organisation), Some(title)) = (name, email, place, organisation, title) {
        if who.is_facilitator() || place == Place::Facilitator {
            return Ok(Guest { name, email, place, organisation, title });
        }
        return Err(Refusal::field("place", "invite-facilitators-only"));
    }
    Err(problems.refusal())
}

/// Most cards in one batch.
pub const MOST_CARDS: u32 = 200;

/// How many cards to make.
pub fn cards(field: &str, typed: &str) -> Result<u32, Problem> {
    match typed.trim().parse() {
        Ok(count) if (1..=MOST_CARDS).contains(&count) => Ok(count),
        _ => Err(Problem::new(field, "card-count").with("max", MOST_CARDS)),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{access::Membership, college::CollegeKind, id::*, lang::LangText};

    fn families() -> College {
        College { id: CollegeId(Uuid::from_u128(1)), kind: CollegeKind::Family, name: LangText::default(), members: 0, expected: None }
    }

    fn facilitator() -> Who {
        let member = MemberId(Uuid::nil());
        Who { membership: Some(Membership { member, function: Function::Facilitator, college: None }), ..Who::default() }
    }

    fn nadia(place: &str) -> Typed<'_> {
        Typed { name: "Nadia", email: "Nadia@Example.org", place, ..Typed::default() }
    }

    #[test]
    fn a_facilitator_invites_into_colleges_and_functions() {
        let (college, facilitator) = (families(), facilitator());
        let id = college.id.to_string();
        let guest = invite(&facilitator, std::slice::from_ref(&college), nadia(&id)).unwrap();
        assert_eq!((guest.email.as_str(), guest.place), ("nadia@example.org", Place::College(college.id)));
        assert_eq!(invite(&facilitator, &[], nadia("researcher")).unwrap().place, Place::Researcher);
        assert_eq!(invite(&facilitator, &[], nadia(&id)).unwrap_err().problems[0].field, "place", "another process's college");
    }

    #[test]
    fn an_administrator_names_facilitators_only() {
        let administrator = Who { administrator: true, ..Who::default() };
        assert!(invite(&administrator, &[], nadia("facilitator")).is_ok());
        assert!(invite(&administrator, &[], nadia("researcher")).is_err());
        assert!(invite(&administrator, &[families()], nadia(&families().id.to_string())).is_err());
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let refusal = invite(&facilitator(), &[], Typed::default()).unwrap_err();
        assert_eq!(refusal.problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["name", "email", "place"]);
    }

    #[test]
    fn one_to_two_hundred_cards() {
        assert_eq!(cards("count", " 200 "), Ok(200));
        for wrong in ["0", "201", "-1", "", "many"] {
            assert_eq!(cards("count", wrong).unwrap_err().key, "card-count");
        }
    }
}
