//! What a researcher takes away: tables with stable columns, and the codebook that explains them.
//!
//! A named round leaves pseudonymously: the same person bears the same pseudonym in every table of that round and in no other. An
//! anonymous round leaves without persons, days and free text, and names a college only where enough of it answered.

mod columns;

pub use columns::{Columns, DECLINED, NOT_ASKED};

use crate::{
    Refusal,
    lang::LangText,
    privacy::{EXPORT_THRESHOLD, shown},
    round::{Calendar, Mode, RoundKind, State},
    text_enum::text_enum,
};

text_enum! {
    /// One table of a round.
    Table {
        Responses = "responses",
        Proposals = "proposals",
        Votes = "votes",
        Ballots = "ballots",
        Articles = "articles",
        Stances = "stances",
        Amendments = "amendments",
        Supports = "supports",
        Comments = "comments",
    }
}

impl Table {
    /// The tables that a round has; the first is the one meant when none is named. `one_ballot`: it is voted on as a whole.
    pub const fn of(kind: RoundKind, one_ballot: bool) -> &'static [Table] {
        match kind {
            RoundKind::Survey | RoundKind::Evaluation => &[Table::Responses],
            RoundKind::Proposals if one_ballot => &[Table::Ballots, Table::Proposals, Table::Comments],
            RoundKind::Proposals => &[Table::Votes, Table::Proposals, Table::Comments],
            RoundKind::Charter => &[Table::Stances, Table::Articles, Table::Amendments, Table::Supports, Table::Comments],
        }
    }
}

/// Stands for a college that must not be named.
pub const SUPPRESSED: &str = "*";

/// Refuses to export a round that still takes answers: two exports of it would give away what came in between.
pub fn may_export(calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    match calendar.state(now) {
        State::Closed | State::Published => Ok(()),
        _ => Err(Refusal::conflict("round-not-closed")),
    }
}

/// Which colleges an export may name, given how many of each answered; refuses an anonymous export of too few people.
pub fn nameable(mode: Mode, respondents: &[i64]) -> Result<Vec<bool>, Refusal> {
    match mode {
        Mode::Named => Ok(vec![true; respondents.len()]),
        Mode::Anonymous if respondents.iter().sum::<i64>() < EXPORT_THRESHOLD => Err(Refusal::conflict("export-too-few")),
        Mode::Anonymous => Ok(shown(respondents, EXPORT_THRESHOLD)),
    }
}

/// A column and what its codes mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    pub label: LangText,
    /// `category`, `integer`, `text` or `identifier`.
    pub kind: &'static str,
    pub codes: Vec<(String, LangText)>,
}

impl Variable {
    pub fn new(name: &str, kind: &'static str, fr: &str, en: &str) -> Self {
        Variable { name: name.to_owned(), label: LangText::from_parts(&[("fr", fr), ("en", en)]), kind, codes: Vec::new() }
    }
    pub fn coded(mut self, codes: Vec<(String, LangText)>) -> Self {
        self.codes = codes;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::{Answers, Form};

    fn form() -> Form {
        serde_json::from_value(serde_json::json!({"sections": [{"code": "s", "title": {"fr": "S"}, "questions": [
            {"code": "a", "label": {"fr": "A"}, "kind": "single", "options": [{"code": "x", "label": {"fr": "X"}}, {"code": "y", "label": {"fr": "Y"}}]},
            {"code": "m", "label": {"fr": "M"}, "kind": "multiple", "options": [{"code": "x", "label": {"fr": "X"}}, {"code": "y", "label": {"fr": "Y"}}]},
            {"code": "t", "label": {"fr": "T"}, "kind": "long_text", "max": 100}
        ]}]}))
        .unwrap()
    }

    fn names(mode: Mode) -> Vec<String> {
        Columns::of(form(), mode).variables().map(|variable| variable.name).collect()
    }

    #[test]
    fn columns_are_stable_and_cells_fit_them() {
        assert_eq!(names(Mode::Named), ["a", "m.x", "m.y", "t"]);
        assert_eq!(names(Mode::Anonymous), ["a", "m.x", "m.y"], "no free text where people were promised anonymity");
        let answers = Answers::from([("a".into(), vec!["y".into()]), ("m".into(), vec!["y".into()]), ("t".into(), vec!["mots".into()])]);
        assert_eq!(Columns::of(form(), Mode::Named).cells(None, &answers), ["y", "0", "1", "mots"]);
        assert_eq!(Columns::of(form(), Mode::Anonymous).cells(None, &answers), ["y", "0", "1"]);
        assert_eq!(Columns::of(form(), Mode::Named).cells(None, &Answers::new()), ["", "", "", ""]);
    }

    #[test]
    fn a_village_that_few_named_does_not_leave_where_people_were_promised_anonymity() {
        let form: Form = serde_json::from_value(serde_json::json!({"sections": [{"code": "s", "title": {"fr": "S"}, "questions": [
            {"code": "v", "label": {"fr": "V"}, "kind": "municipality", "options": [{"code": "33063", "label": {"fr": "Bordeaux"}}, {"code": "33039", "label": {"fr": "Bègles"}}]},
            {"code": "n", "label": {"fr": "N"}, "kind": "single", "options": [{"code": "x", "label": {"fr": "X"}}, {"code": "y", "label": {"fr": "Y"}}]}
        ]}]}))
        .unwrap();
        let counts = [("v", "", 20), ("v", "33063", 8), ("v", "33063", 3), ("v", "33039", 10), ("n", "x", 1)];
        let cells = |mode, town: &str| {
            let answers = Answers::from([("v".into(), vec![town.to_owned()]), ("n".into(), vec!["x".into()])]);
            Columns::of(form.clone(), mode).without_rare_places(counts).cells(None, &answers)
        };
        assert_eq!(cells(Mode::Anonymous, "33063"), ["33063", "x"]);
        assert_eq!(cells(Mode::Anonymous, "33039"), [SUPPRESSED, "x"]);
        assert_eq!(cells(Mode::Named, "33039"), ["33039", "x"]);
        let variable = Columns::of(form.clone(), Mode::Named).variables().next().unwrap();
        assert_eq!((variable.kind, variable.codes[1].0.as_str(), variable.codes[1].1.text("fr")), ("category", "33039", "Bègles"));
    }

    #[test]
    fn a_small_college_is_not_named_and_a_small_round_stays() {
        assert_eq!(nameable(Mode::Anonymous, &[42, 12, 6]).unwrap(), [true, false, false]);
        assert!(nameable(Mode::Anonymous, &[4, 3, 3]).is_err());
        assert_eq!(nameable(Mode::Named, &[1, 1]).unwrap(), [true, true]);
    }

    #[test]
    fn an_open_round_is_not_exported() {
        let calendar = Calendar { announced: true, opens_at: Some(1), closes_at: Some(9), ..Calendar::default() };
        assert!(may_export(&calendar, 5).is_err());
        assert!(may_export(&calendar, 9).is_ok());
    }
}
