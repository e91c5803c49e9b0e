//! Conditions on answers, on the college and on the language; which questions they show.
//!
//! Typed data, evaluated by the same code on the server and in the page. A condition speaks of earlier questions only, so one pass
//! in the order of the form decides everything, and circles cannot be written (see [`mod@super::check`]).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    college::CollegeKind,
    lang::LangText,
    survey::{
        Answers,
        form::{Form, Question, Section},
    },
    text_enum::text_enum,
};

/// JSON: its name under `if`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "if", rename_all = "snake_case")]
pub enum Condition {
    All {
        of: Vec<Condition>,
    },
    Any {
        of: Vec<Condition>,
    },
    Not {
        of: Box<Condition>,
    },
    /// Something was answered; `key` is a question's code, or that of one of its parts.
    Answered {
        key: String,
    },
    /// This code was chosen, alone or among others.
    Chosen {
        key: String,
        value: String,
    },
    /// The number compares so. Without an answer it does not hold.
    Number {
        key: String,
        compare: Compare,
        value: i64,
    },
    /// The text holds these words, whatever their capitals.
    Contains {
        key: String,
        words: String,
    },
    College {
        college: CollegeKind,
    },
    /// The page is read in this language.
    Language {
        tag: String,
    },
}

text_enum! {
    Compare {
        Less = "less",
        AtMost = "at_most",
        Equal = "equal",
        AtLeast = "at_least",
        More = "more",
    }
}

impl Compare {
    pub const fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Compare::Less => left < right,
            Compare::AtMost => left <= right,
            Compare::Equal => left == right,
            Compare::AtLeast => left >= right,
            Compare::More => left > right,
        }
    }
}

/// What must hold once the question is answered, and what is said when it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub must: Condition,
    pub words: LangText,
}

/// Who answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answerer {
    pub college: Option<CollegeKind>,
    /// Language tag of the page.
    pub language: String,
}

impl Condition {
    pub fn holds(&self, answers: &Answers, who: &Answerer) -> bool {
        let given = |key: &str| answers.get(key).map_or(&[][..], Vec::as_slice);
        match self {
            Condition::All { of } => of.iter().all(|one| one.holds(answers, who)),
            Condition::Any { of } => of.iter().any(|one| one.holds(answers, who)),
            Condition::Not { of } => !of.holds(answers, who),
            Condition::Answered { key } => given(key).iter().any(|value| !value.trim().is_empty()),
            Condition::Chosen { key, value } => given(key).contains(value),
            Condition::Number { key, compare, value } => {
                given(key).first().and_then(|number| number.trim().parse().ok()).is_some_and(|number| compare.holds(number, *value))
            }
            Condition::Contains { key, words } => given(key).iter().any(|text| text.to_lowercase().contains(&words.to_lowercase())),
            Condition::College { college } => who.college == Some(*college),
            Condition::Language { tag } => who.language == *tag,
        }
    }

    /// The keys it speaks of.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Condition::All { of } | Condition::Any { of } => of.iter().flat_map(Condition::keys).collect(),
            Condition::Not { of } => of.keys(),
            Condition::Answered { key }
            | Condition::Chosen { key, .. }
            | Condition::Number { key, .. }
            | Condition::Contains { key, .. } => {
                vec![key]
            }
            Condition::College { .. } | Condition::Language { .. } => Vec::new(),
        }
    }
}

impl Condition {
    /// Whether it asks for the college.
    pub fn is_about_colleges(&self) -> bool {
        match self {
            Condition::All { of } | Condition::Any { of } => of.iter().any(Condition::is_about_colleges),
            Condition::Not { of } => of.is_about_colleges(),
            Condition::College { .. } => true,
            _ => false,
        }
    }
}

/// What of a form concerns a person, given their answers so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown<'f> {
    /// Codes of the questions to ask.
    pub questions: BTreeSet<&'f str>,
    /// The answers that belong to them.
    pub answers: Answers,
}

impl Shown<'_> {
    pub fn asks(&self, question: &Question) -> bool {
        self.questions.contains(question.code.as_str())
    }
}

/// Which questions are shown. An answer to one that is not counts for nothing, and for no later condition either.
pub fn shown<'f>(form: &'f Form, answers: &Answers, who: &Answerer) -> Shown<'f> {
    let mut shown = Shown::default();
    for section in &form.sections {
        if !holds(section.show.as_ref(), &shown.answers, who) {
            continue;
        }
        for question in &section.questions {
            if holds(question.show.as_ref(), &shown.answers, who) {
                shown.questions.insert(&question.code);
                take(&question.keys(), answers, &mut shown.answers);
            }
        }
    }
    shown
}

fn holds(show: Option<&Condition>, answers: &Answers, who: &Answerer) -> bool {
    show.is_none_or(|condition| condition.holds(answers, who))
}

fn take(keys: &[String], from: &Answers, to: &mut Answers) {
    for key in keys {
        if let Some(values) = from.get(key) {
            to.insert(key.clone(), values.clone());
        }
    }
}

/// What a page needs to show and hide the questions of one section while they are answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    /// Answers of other sections that its conditions speak of.
    before: Answers,
    who: Answerer,
    questions: Vec<LiveQuestion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct LiveQuestion {
    code: String,
    keys: Vec<String>,
    show: Option<Condition>,
}

impl Live {
    /// `None` where nothing in the section depends on anything in it.
    pub fn new(section: &Section, shown: &Shown<'_>, who: &Answerer) -> Option<Self> {
        let questions: Vec<LiveQuestion> = section
            .questions
            .iter()
            .map(|question| LiveQuestion { code: question.code.clone(), keys: question.keys(), show: question.show.clone() })
            .collect();
        let spoken_of: BTreeSet<&str> = questions.iter().filter_map(|question| question.show.as_ref()).flat_map(Condition::keys).collect();
        let own: BTreeSet<&str> = questions.iter().flat_map(|question| question.keys.iter().map(String::as_str)).collect();
        if spoken_of.is_disjoint(&own) {
            return None;
        }
        let before = shown.answers.iter().filter(|(key, _)| spoken_of.contains(key.as_str()) && !own.contains(key.as_str()));
        let before = before.map(|(key, values)| (key.clone(), values.clone())).collect();
        Some(Live { before, who: who.clone(), questions })
    }

    /// Whether each question of the section is asked, given what stands in the section now.
    pub fn asked(&self, typed: &Answers) -> Vec<(&str, bool)> {
        let mut answers = self.before.clone();
        self.questions
            .iter()
            .map(|question| {
                let asked = holds(question.show.as_ref(), &answers, &self.who);
                if asked {
                    take(&question.keys, typed, &mut answers);
                }
                (question.code.as_str(), asked)
            })
            .collect()
    }
}
