//! One's own comment, changed or taken back; and what others make of it: marks, mentions.

use super::read;
use crate::{
    Kind, Problem, Refusal,
    id::{AccountId, CollegeId, MemberId},
    refusal::Problems,
    round::Calendar,
    text,
    text_enum::text_enum,
};

/// How often one comment may be changed: each earlier wording stays readable.
pub const MOST_EDITS: i64 = 20;
/// People and publics that one comment may be for.
pub const MOST_MENTIONS: usize = 5;

text_enum! {
    /// A small sign on a comment. Not a vote: it weighs nothing in a result.
    Mark {
        Agree = "agree",
        Disagree = "disagree",
    }
}

/// A comment as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub author: AccountId,
    pub hidden: bool,
    pub withdrawn: bool,
    pub edits: i64,
    /// It was answered.
    pub answered: bool,
}

impl Written {
    fn must_be_there(&self) -> Result<(), Refusal> {
        if self.withdrawn {
            Err(Refusal::conflict("already-withdrawn"))
        } else if self.hidden {
            Err(Refusal::conflict("comment-is-hidden"))
        } else {
            Ok(())
        }
    }
}

/// New words for one's own comment while the round is open; `None` when nothing changed. What was answered stays what the answer is to.
pub fn edit(calendar: &Calendar, now: i64, me: AccountId, written: &Written, before: &str, body: &str) -> Result<Option<String>, Refusal> {
    if written.author != me {
        return Err(Refusal::conflict("not-yours"));
    }
    calendar.must_be_open(now)?;
    written.must_be_there()?;
    if written.answered {
        return Err(Refusal::conflict("comment-answered"));
    }
    let body = read(body).map_err(|problem| Refusal { kind: Kind::Invalid, problems: vec![problem] })?;
    if body == before {
        Ok(None)
    } else if written.edits >= MOST_EDITS {
        Err(Refusal { kind: Kind::Conflict, problems: vec![Problem::new("", "many-edits").with("most", MOST_EDITS)] })
    } else {
        Ok(Some(body))
    }
}

/// One's own comment taken back while the round is open: its words go for good, and with them what was answered; the thread stays.
pub fn withdraw(calendar: &Calendar, now: i64, me: AccountId, written: &Written) -> Result<(), Refusal> {
    if written.author != me {
        return Err(Refusal::conflict("not-yours"));
    }
    calendar.must_be_open(now)?;
    written.must_be_there()
}

/// A facilitator answers a comment that people can read.
pub fn answer(written: &Written) -> Result<(), Refusal> {
    written.must_be_there()
}

/// An answer to a question about an article, by a facilitator or an elected member who was named to answer: words, and no verdict. It may
/// be said better later.
pub fn answer_question(calendar: &Calendar, now: i64, written: &Written, words: &str) -> Result<String, Refusal> {
    calendar.must_be_answerable(now)?;
    written.must_be_there()?;
    text::required("reason", words, text::REASON).map_err(|problem| Refusal { kind: Kind::Invalid, problems: vec![problem] })
}

/// What a mark changes in the tally: agrees, disagrees.
pub type Step = (i64, i64);

/// A mark given, changed or taken off. `None`: it is the same as before.
pub fn mark(
    calendar: &Calendar,
    now: i64,
    me: AccountId,
    written: &Written,
    before: Option<Mark>,
    after: Option<Mark>,
) -> Result<Option<Step>, Refusal> {
    calendar.must_be_open(now)?;
    written.must_be_there()?;
    if written.author == me {
        return Err(Refusal::conflict("mark-own"));
    }
    Ok((before != after).then(|| {
        let count = |mark: Option<Mark>, which| i64::from(mark == Some(which));
        (count(after, Mark::Agree) - count(before, Mark::Agree), count(after, Mark::Disagree) - count(before, Mark::Disagree))
    }))
}

/// Whom a comment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mention {
    /// Somebody who takes part in the same talk.
    Person(MemberId),
    /// All of a public.
    Public(CollegeId),
}

impl std::fmt::Display for Mention {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Mention::Person(id) => write!(f, "person/{id}"),
            Mention::Public(id) => write!(f, "public/{id}"),
        }
    }
}

impl std::str::FromStr for Mention {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, id) = text.split_once('/').ok_or("a mention is KIND/ID")?;
        match kind {
            "person" => id.parse().map(Mention::Person).map_err(|_| "not an identifier".to_owned()),
            "public" => id.parse().map(Mention::Public).map_err(|_| "not an identifier".to_owned()),
            _ => Err("nobody".to_owned()),
        }
    }
}

/// The mentions that were chosen among `offered`: nobody is named who was not on the list.
pub fn mentions(chosen: &[String], offered: &[Mention]) -> Result<Vec<Mention>, Refusal> {
    let mut problems = Problems::new();
    let mut found: Vec<Mention> = Vec::new();
    for word in chosen.iter().take(MOST_MENTIONS * 2) {
        match word.parse::<Mention>() {
            Ok(mention) if offered.contains(&mention) => found.push(mention),
            _ => problems.push(Problem::new("mentions[]", "mention-unknown")),
        }
    }
    found.sort_unstable();
    found.dedup();
    if chosen.len() > MOST_MENTIONS {
        problems.push(Problem::new("mentions[]", "many-mentions").with("most", MOST_MENTIONS));
    }
    problems.check()?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const OPEN: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };
    const ME: AccountId = AccountId(Uuid::from_u128(1));
    const OTHER: AccountId = AccountId(Uuid::from_u128(2));
    const MINE: Written = Written { author: ME, hidden: false, withdrawn: false, edits: 0, answered: false };

    #[test]
    fn only_its_author_changes_a_comment_and_only_while_the_round_is_open() {
        assert_eq!(edit(&OPEN, 15, ME, &MINE, "Oui.", " Non. "), Ok(Some("Non.".to_owned())));
        assert_eq!(edit(&OPEN, 15, ME, &MINE, "Oui.", "Oui.\n"), Ok(None));
        assert_eq!(edit(&OPEN, 15, OTHER, &MINE, "Oui.", "Non.").unwrap_err().problems[0].key, "not-yours");
        for (now, written) in [
            (20, MINE),
            (15, Written { hidden: true, ..MINE }),
            (15, Written { withdrawn: true, ..MINE }),
            (15, Written { edits: MOST_EDITS, ..MINE }),
            (15, Written { answered: true, ..MINE }),
        ] {
            assert_eq!(edit(&OPEN, now, ME, &written, "Oui.", "Non.").unwrap_err().kind, Kind::Conflict);
        }
        assert_eq!(edit(&OPEN, 15, ME, &MINE, "Oui.", " ").unwrap_err().problems[0].field, "body");
    }

    #[test]
    fn what_is_taken_back_or_hidden_stays_so() {
        assert!(withdraw(&OPEN, 15, ME, &MINE).is_ok());
        // That is the person's right, answered or not.
        assert!(withdraw(&OPEN, 15, ME, &Written { answered: true, ..MINE }).is_ok());
        assert_eq!(answer(&Written { withdrawn: true, ..MINE }).unwrap_err().problems[0].key, "already-withdrawn");
        assert_eq!(answer(&Written { hidden: true, ..MINE }).unwrap_err().problems[0].key, "comment-is-hidden");
        assert!(answer(&Written { answered: true, ..MINE }).is_ok(), "an answer may be corrected");
        assert_eq!(withdraw(&OPEN, 15, OTHER, &MINE).unwrap_err().problems[0].key, "not-yours");
        assert_eq!(withdraw(&OPEN, 20, ME, &MINE).unwrap_err().kind, Kind::Conflict);
        assert_eq!(withdraw(&OPEN, 15, ME, &Written { withdrawn: true, ..MINE }).unwrap_err().problems[0].key, "already-withdrawn");
        // What moderation has hidden stays for those who look at it.
        assert_eq!(withdraw(&OPEN, 15, ME, &Written { hidden: true, ..MINE }).unwrap_err().problems[0].key, "comment-is-hidden");
    }

    #[test]
    fn a_question_is_answered_in_words_until_the_results_are_published() {
        assert_eq!(answer_question(&OPEN, 15, &MINE, " Le mardi. ").as_deref(), Ok("Le mardi."));
        assert_eq!(answer_question(&OPEN, 25, &Written { answered: true, ..MINE }, "Le mercredi.").as_deref(), Ok("Le mercredi."));
        assert_eq!(answer_question(&OPEN, 15, &MINE, " ").unwrap_err().problems[0].field, "reason");
        assert_eq!(answer_question(&OPEN, 5, &MINE, "Oui").unwrap_err().kind, Kind::Conflict);
        let published = Calendar { published_at: Some(30), ..OPEN };
        assert_eq!(answer_question(&published, 35, &MINE, "Oui").unwrap_err().problems[0].key, "round-already-published");
        assert_eq!(answer_question(&OPEN, 15, &Written { hidden: true, ..MINE }, "Oui").unwrap_err().problems[0].key, "comment-is-hidden");
    }

    #[test]
    fn nobody_marks_their_own() {
        assert_eq!(mark(&OPEN, 15, ME, &MINE, None, Some(Mark::Agree)).unwrap_err().problems[0].key, "mark-own");
        assert_eq!(mark(&OPEN, 20, OTHER, &MINE, None, Some(Mark::Agree)).unwrap_err().kind, Kind::Conflict);
        assert_eq!(mark(&OPEN, 15, OTHER, &MINE, None, Some(Mark::Agree)), Ok(Some((1, 0))));
        assert_eq!(mark(&OPEN, 15, OTHER, &MINE, Some(Mark::Agree), Some(Mark::Disagree)), Ok(Some((-1, 1))));
        assert_eq!(mark(&OPEN, 15, OTHER, &MINE, Some(Mark::Agree), Some(Mark::Agree)), Ok(None));
    }

    #[test]
    fn only_those_on_the_list_are_named() {
        let nadia = Mention::Person(MemberId(Uuid::from_u128(3)));
        let families = Mention::Public(CollegeId(Uuid::from_u128(4)));
        let words = |mentions: &[Mention]| mentions.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(mentions(&words(&[families, nadia, nadia]), &[nadia, families]), Ok(vec![nadia, families]));
        assert_eq!(mentions(&words(&[nadia]), &[families]).unwrap_err().problems[0].key, "mention-unknown");
        assert!(mentions(&["<script>".to_owned()], &[nadia]).is_err());
        assert!(mentions(&words(&[nadia; 6]), &[nadia]).is_err());
    }

    proptest! {
        #[test]
        fn tallies_are_what_a_recount_gives(marks in prop::collection::vec((0..6u8, prop::option::of(prop::sample::select(Mark::ALL))), 0..80)) {
            let (mut held, mut tally) = (std::collections::HashMap::new(), (0, 0));
            let written = Written { author: OTHER, ..MINE };
            for (who, after) in marks {
                let me = AccountId(Uuid::from_u128(10 + u128::from(who)));
                let before = held.get(&who).copied().flatten();
                if let Some((agrees, disagrees)) = mark(&OPEN, 15, me, &written, before, after).unwrap() {
                    tally = (tally.0 + agrees, tally.1 + disagrees);
                    held.insert(who, after);
                }
            }
            let recount = |which| held.values().filter(|mark| **mark == Some(which)).count() as i64;
            prop_assert_eq!(tally, (recount(Mark::Agree), recount(Mark::Disagree)));
        }
    }
}
