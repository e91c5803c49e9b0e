//! The columns that a form has in a file, and the cells of a response.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    college::CollegeKind,
    lang::LangText,
    privacy::EXPORT_THRESHOLD,
    research::{SUPPRESSED, Variable},
    round::Mode,
    survey::{Answerer, Answers, Form, Kind, Question, kind, shown},
};

/// Stands in a cell of a question that one preferred not to answer…
pub const DECLINED: &str = "declined";
/// …and of one that was not asked, because of other answers.
pub const NOT_ASKED: &str = "not_asked";

/// A column of a form, and where its cells come from.
struct Column {
    variable: Variable,
    /// Code of its question, and the key that says that it was declined.
    question: String,
    declined: String,
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

fn yes_no() -> Vec<(String, LangText)> {
    vec![
        ("0".to_owned(), LangText::from_parts(&[("fr", "non"), ("en", "no")])),
        ("1".to_owned(), LangText::from_parts(&[("fr", "oui"), ("en", "yes")])),
    ]
}

/// The columns of a form: one for a question or for each of its items, one for each option of a question with several answers or
/// a ranking. An anonymous round leaves without words, and without the questions that only some colleges were asked. An e-mail
/// address leaves in no case.
fn columns(form: &Form, mode: Mode) -> Vec<Column> {
    let mut columns = Vec::new();
    let anonymous = mode == Mode::Anonymous;
    for question in form.questions().filter(|question| !(anonymous && tells_the_college(form, question))) {
        let kind = &question.kind;
        let mut add = |name: String, label: &LangText, kind: &'static str, codes: Vec<(String, LangText)>, cell: Cell| {
            let variable = Variable { name, label: label.clone(), kind, codes };
            columns.push(Column { variable, question: question.code.clone(), declined: question.key(kind::DECLINED), cell });
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
            Kind::Single { .. }
            | Kind::Municipality { .. }
            | Kind::YesNo { .. }
            | Kind::Scale { .. }
            | Kind::Faces
            | Kind::Stars
            | Kind::Nps
            | Kind::Consent => add(code(), &question.label, "category", categories(), Cell::Value(code())),
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

/// The columns of a form, worked out once for a whole file.
pub struct Columns {
    form: Form,
    mode: Mode,
    columns: Vec<Column>,
    /// Municipalities that are not named, by question.
    rare: BTreeSet<(String, String)>,
}

impl Columns {
    pub fn of(form: Form, mode: Mode) -> Self {
        let columns = columns(&form, mode);
        Columns { form, mode, columns, rare: BTreeSet::new() }
    }

    /// The same, where people were promised anonymity without the municipalities that few named: a village with the other answers beside
    /// it would tell who it was. `counts` says how many named which option of which question.
    pub fn without_rare_places<'c>(mut self, counts: impl IntoIterator<Item = (&'c str, &'c str, i64)>) -> Self {
        if self.mode == Mode::Anonymous {
            let mut named: BTreeMap<(String, String), i64> = BTreeMap::new();
            for (question, option, n) in counts {
                if self.form.question(question).is_some_and(|question| matches!(question.kind, Kind::Municipality { .. }))
                    && !option.is_empty()
                {
                    *named.entry((question.to_owned(), option.to_owned())).or_default() += n;
                }
            }
            self.rare = named.into_iter().filter(|(_, n)| *n < EXPORT_THRESHOLD).map(|(place, _)| place).collect();
        }
        self
    }

    pub fn variables(&self) -> impl Iterator<Item = Variable> {
        self.columns.iter().map(|column| column.variable.clone())
    }

    /// The cells of one response, in the order of the columns. An empty cell: not answered; for a question with several answers, all its
    /// cells are then empty. [`DECLINED`] and, in a named round, [`NOT_ASKED`] say why.
    pub fn cells(&self, college: Option<CollegeKind>, answers: &Answers) -> Vec<String> {
        // In which language a person read the form is not kept: not asked is what was asked in none.
        let shown = ["fr", "en"].map(|language| shown(&self.form, answers, &Answerer { college, language: language.to_owned() }));
        let asked = |code: &str| self.mode == Mode::Anonymous || shown.iter().any(|shown| shown.questions.contains(code));
        self.columns
            .iter()
            .map(|column| {
                if answers.contains_key(&column.declined) {
                    DECLINED.to_owned()
                } else if asked(&column.question) {
                    let cell = column.cell.read(answers);
                    let place = (column.question.clone(), cell);
                    if self.rare.contains(&place) { SUPPRESSED.to_owned() } else { place.1 }
                } else {
                    NOT_ASKED.to_owned()
                }
            })
            .collect()
    }
}

impl Cell {
    fn read(&self, answers: &Answers) -> String {
        let given = |key: &str| answers.get(key).filter(|values| !values.is_empty());
        let first = |key: &str| given(key).and_then(|values| values.first()).cloned().unwrap_or_default();
        match self {
            Cell::Value(key) => first(key),
            Cell::Start(key, length) => first(key).chars().take(*length).collect(),
            Cell::Holds(key, code) => given(key).map(|values| u8::from(values.contains(code)).to_string()).unwrap_or_default(),
            Cell::Rank(key, code) => {
                let place = given(key).and_then(|values| values.iter().position(|value| value == code));
                place.map(|at| (at + 1).to_string()).unwrap_or_default()
            }
        }
    }
}
