//! What a researcher takes away: tables with stable columns, and the codebook that explains them.
//!
//! A named round leaves pseudonymously: the same person bears the same pseudonym in every table of that round and in no other. An
//! anonymous round leaves without persons, days and free text, and names a college only where enough of it answered.

use crate::{
    Refusal,
    lang::LangText,
    privacy::{EXPORT_THRESHOLD, shown},
    round::{Calendar, Mode, RoundKind, State},
    survey::{Answers, Form, Kind},
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

/// The columns of a form: one for a question, one for each option of a question with several answers. Free text has a column in
/// a named round only.
pub fn form_variables(form: &Form, mode: Mode) -> Vec<Variable> {
    let mut variables = Vec::new();
    for question in form.questions() {
        let variable = |kind, codes| Variable { name: question.code.clone(), label: question.label.clone(), kind, codes };
        let steps = || question.kind.steps().into_iter().map(|step| (step, LangText::default())).collect();
        match &question.kind {
            Kind::Single { options } => {
                variables.push(variable("category", options.iter().map(|option| (option.code.clone(), option.label.clone())).collect()));
            }
            Kind::Multiple { options } => variables.extend(options.iter().map(|option| Variable {
                name: format!("{}.{}", question.code, option.code),
                label: option.label.clone(),
                kind: "category",
                codes: yes_no(),
            })),
            Kind::Scale { .. } | Kind::Faces => variables.push(variable("category", steps())),
            Kind::Number { .. } => variables.push(variable("integer", Vec::new())),
            Kind::ShortText { .. } | Kind::LongText { .. } if mode == Mode::Named => variables.push(variable("text", Vec::new())),
            Kind::ShortText { .. } | Kind::LongText { .. } => {}
        }
    }
    variables
}

/// The cells of one response, in the order of [`form_variables`]. An empty cell: not answered; for a question with several answers, all its
/// cells are then empty.
pub fn form_cells(form: &Form, mode: Mode, answers: &Answers) -> Vec<String> {
    let mut cells = Vec::new();
    for question in form.questions() {
        let given = answers.get(&question.code).filter(|values| !values.is_empty());
        match &question.kind {
            Kind::Multiple { options } => cells.extend(options.iter().map(|option| match given {
                None => String::new(),
                Some(values) => u8::from(values.contains(&option.code)).to_string(),
            })),
            kind if kind.is_text() && mode == Mode::Anonymous => {}
            _ => cells.push(given.and_then(|values| values.first()).cloned().unwrap_or_default()),
        }
    }
    cells
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
        assert_eq!(form_cells(&form(), Mode::Named, &answers), ["y", "0", "1", "mots"]);
        assert_eq!(form_cells(&form(), Mode::Anonymous, &answers), ["y", "0", "1"]);
        assert_eq!(form_cells(&form(), Mode::Named, &Answers::new()), ["", "", "", ""]);
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
