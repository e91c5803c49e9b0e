//! What a researcher takes away: tables with stable columns, and the codebook that explains them.
//!
//! A named round leaves pseudonymously: the same person bears the same pseudonym in every table of that round and in no other. An
//! anonymous round leaves without persons, days and free text, and names a college only where enough of it answered.

use crate::{
    Refusal,
    college::CollegeKind,
    lang::LangText,
    privacy::{EXPORT_THRESHOLD, shown},
    round::{Calendar, Mode, RoundKind, State},
    survey::{Answerer, Answers, Form, Kind, Question, kind, logic},
    text_enum::text_enum,
};

text_enum! {
    /// One table of a round.
    Table {
        Responses = "responses",
        Proposals = "proposals",
        Votes = "votes",
        Articles = "articles",
        Stances = "stances",
        Comments = "comments",
    }
}

impl Table {
    /// The tables that a kind of round has; the first is the one meant when none is named.
    pub const fn of(kind: RoundKind) -> &'static [Table] {
        match kind {
            RoundKind::Survey | RoundKind::Evaluation => &[Table::Responses],
            RoundKind::Proposals => &[Table::Votes, Table::Proposals, Table::Comments],
            RoundKind::Charter => &[Table::Stances, Table::Articles, Table::Comments],
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

fn yes_no() -> Vec<(String, LangText)> {
    vec![
        ("0".to_owned(), LangText::from_parts(&[("fr", "non"), ("en", "no")])),
        ("1".to_owned(), LangText::from_parts(&[("fr", "oui"), ("en", "yes")])),
    ]
}

/// Stands in a cell of a question that one preferred not to answer…
pub const DECLINED: &str = "declined";
/// …and of one that was not asked, because of other answers.
pub const NOT_ASKED: &str = "not_asked";

/// A column of a form, and where its cells come from.
struct Column<'f> {
    variable: Variable,
    question: &'f Question,
    cell: Cell,
}

enum Cell {
    /// What stands under a key.
    Value(String),
    /// Its first characters: the month of a date, the hour of a time.
    Start(String, usize),
    /// Whether a code is among those chosen.
    Holds(String, String),
    /// The place of a code, counted from 1.
    Rank(String, String),
}

/// The columns of a form: one for a question or for each of its items, one for each option of a question with several answers or
/// a ranking. An anonymous round leaves without words, and without the questions that only some colleges were asked. An e-mail
/// address leaves in no case.
fn columns(form: &Form, mode: Mode) -> Vec<Column<'_>> {
    let mut columns = Vec::new();
    let anonymous = mode == Mode::Anonymous;
    for question in form.questions().filter(|question| !(anonymous && tells_the_college(form, question))) {
        let kind = &question.kind;
        let mut add = |name: String, label: &LangText, kind: &'static str, codes: Vec<(String, LangText)>, cell: Cell| {
            let variable = Variable { name, label: label.clone(), kind, codes };
            columns.push(Column { variable, question, cell });
        };
        let code = || question.code.clone();
        let categories = || coded(kind);
        match kind {
            Kind::Multiple { .. } => {
                for (option, label) in categories() {
                    add(question.key(&option), &label, "category", yes_no(), Cell::Holds(code(), option));
                }
            }
            Kind::Ranking { options, .. } => {
                for option in options {
                    add(question.key(&option.code), &option.label, "integer", Vec::new(), Cell::Rank(code(), option.code.clone()));
                }
            }
            Kind::Matrix { items, .. } | Kind::Points { items, .. } => {
                for item in items {
                    let key = question.key(&item.code);
                    let form = if kind.codes().is_empty() { "integer" } else { "category" };
                    add(key.clone(), &item.label, form, categories(), Cell::Value(key));
                }
            }
            Kind::Number { .. } => add(code(), &question.label, "integer", Vec::new(), Cell::Value(code())),
            Kind::Date if anonymous => add(code(), &question.label, "text", Vec::new(), Cell::Start(code(), "2026-03".len())),
            Kind::Time if anonymous => add(code(), &question.label, "text", Vec::new(), Cell::Start(code(), "09".len())),
            Kind::Texts { .. } | Kind::ShortText { .. } | Kind::LongText { .. } if anonymous => {}
            Kind::Texts { items, .. } => {
                for item in items {
                    let key = question.key(&item.code);
                    add(key.clone(), &item.label, "text", Vec::new(), Cell::Value(key));
                }
            }
            Kind::Date | Kind::Time | Kind::ShortText { .. } | Kind::LongText { .. } => {
                add(code(), &question.label, "text", Vec::new(), Cell::Value(code()));
            }
            Kind::Single { .. } | Kind::YesNo { .. } | Kind::Scale { .. } | Kind::Faces | Kind::Stars | Kind::Nps | Kind::Consent => {
                add(code(), &question.label, "category", categories(), Cell::Value(code()))
            }
            Kind::Email | Kind::Note { .. } => {}
        }
        if kind.has_other() && !anonymous {
            let key = question.key(kind::OTHER_TEXT);
            add(key.clone(), &question.label, "text", Vec::new(), Cell::Value(key));
        }
    }
    columns
}

/// Whether that a question was answered says of which college one is.
fn tells_the_college(form: &Form, question: &Question) -> bool {
    let section = form.sections.iter().find(|section| section.questions.iter().any(|other| other.code == question.code));
    let shows = section.and_then(|section| section.show.as_ref()).into_iter().chain(&question.show);
    shows.into_iter().any(|show| {
        show.is_about_colleges() || show.keys().iter().filter_map(|key| form.owner(key)).any(|earlier| tells_the_college(form, earlier))
    })
}

/// The codes that a part may hold, with their words where they have some.
fn coded(kind: &Kind) -> Vec<(String, LangText)> {
    let words = |code: &str| match (kind, code) {
        (_, kind::OTHER) => LangText::from_parts(&[("fr", "autre"), ("en", "other")]),
        (Kind::YesNo { .. } | Kind::Consent, "yes") => LangText::from_parts(&[("fr", "oui"), ("en", "yes")]),
        (Kind::YesNo { .. }, "no") => LangText::from_parts(&[("fr", "non"), ("en", "no")]),
        (Kind::YesNo { .. }, _) => LangText::from_parts(&[("fr", "ne sait pas"), ("en", "does not know")]),
        (Kind::Scale { names, .. }, step) => {
            step.parse::<usize>().ok().and_then(|step| names.get(step.checked_sub(1)?)).cloned().unwrap_or_default()
        }
        _ => kind.options().iter().find(|option| option.code == code).map(|option| option.label.clone()).unwrap_or_default(),
    };
    kind.codes()
        .into_iter()
        .map(|code| {
            let words = words(&code);
            (code, words)
        })
        .collect()
}

/// The columns of a form, in their order.
pub fn form_variables(form: &Form, mode: Mode) -> Vec<Variable> {
    columns(form, mode).into_iter().map(|column| column.variable).collect()
}

/// The cells of one response, in the order of [`form_variables`]. An empty cell: not answered; for a question with several answers, all its
/// cells are then empty. [`DECLINED`] and, in a named round, [`NOT_ASKED`] say why.
pub fn form_cells(form: &Form, mode: Mode, college: Option<CollegeKind>, answers: &Answers) -> Vec<String> {
    // In which language a person read the form is not kept: not asked is what was asked in none.
    let shown: Vec<_> =
        ["fr", "en"].map(|language| logic::shown(form, answers, &Answerer { college, language: language.to_owned() })).into();
    let given = |key: &str| answers.get(key).filter(|values| !values.is_empty());
    columns(form, mode)
        .into_iter()
        .map(|Column { question, cell, .. }| {
            if given(&question.key(kind::DECLINED)).is_some() {
                return DECLINED.to_owned();
            }
            if mode == Mode::Named && !shown.iter().any(|shown| shown.asks(question)) {
                return NOT_ASKED.to_owned();
            }
            let first = |key: &str| given(key).and_then(|values| values.first()).cloned().unwrap_or_default();
            match cell {
                Cell::Value(key) => first(&key),
                Cell::Start(key, length) => first(&key).chars().take(length).collect(),
                Cell::Holds(key, code) => given(&key).map(|values| u8::from(values.contains(&code)).to_string()).unwrap_or_default(),
                Cell::Rank(key, code) => given(&key)
                    .and_then(|values| values.iter().position(|value| *value == code))
                    .map(|at| (at + 1).to_string())
                    .unwrap_or_default(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        serde_json::from_value(serde_json::json!({"sections": [{"code": "s", "title": {"fr": "S"}, "questions": [
            {"code": "a", "label": {"fr": "A"}, "kind": "single", "options": [{"code": "x", "label": {"fr": "X"}}, {"code": "y", "label": {"fr": "Y"}}]},
            {"code": "m", "label": {"fr": "M"}, "kind": "multiple", "options": [{"code": "x", "label": {"fr": "X"}}, {"code": "y", "label": {"fr": "Y"}}]},
            {"code": "t", "label": {"fr": "T"}, "kind": "long_text", "max": 100}
        ]}]}))
        .unwrap()
    }

    fn names(mode: Mode) -> Vec<String> {
        form_variables(&form(), mode).into_iter().map(|variable| variable.name).collect()
    }

    #[test]
    fn columns_are_stable_and_cells_fit_them() {
        assert_eq!(names(Mode::Named), ["a", "m.x", "m.y", "t"]);
        assert_eq!(names(Mode::Anonymous), ["a", "m.x", "m.y"], "no free text where people were promised anonymity");
        let answers = Answers::from([("a".into(), vec!["y".into()]), ("m".into(), vec!["y".into()]), ("t".into(), vec!["mots".into()])]);
        assert_eq!(form_cells(&form(), Mode::Named, None, &answers), ["y", "0", "1", "mots"]);
        assert_eq!(form_cells(&form(), Mode::Anonymous, None, &answers), ["y", "0", "1"]);
        assert_eq!(form_cells(&form(), Mode::Named, None, &Answers::new()), ["", "", "", ""]);
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
