//! What a survey asks, and its bounds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    lang::LangText,
    refusal::Problems,
    survey::{
        check, code,
        kind::{DECLINED, Kind, OTHER_TEXT, is_false},
        logic::{Condition, Rule},
        municipality::ALL_PLACES,
        quota::Quota,
        slice,
    },
    text,
    text_enum::text_enum,
};

pub const SECTIONS: usize = 20;
pub const QUESTIONS: usize = 200;
/// Rules that an answer must keep, for one question.
pub const RULES: usize = 5;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    #[serde(default)]
    pub sections: Vec<Section>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotas: Vec<Quota>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub code: String,
    pub title: LangText,
    #[serde(default, skip_serializing_if = "LangText::is_empty")]
    pub intro: LangText,
    /// Shown only if it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Condition>,
    /// Its questions come in an order drawn for each person.
    #[serde(default, skip_serializing_if = "is_false")]
    pub shuffled: bool,
    #[serde(default)]
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Names the question in answers, tallies and exports; stays when the label is corrected.
    pub code: String,
    /// May name earlier answers: `{code}` stands for what was answered there.
    pub label: LangText,
    #[serde(default, skip_serializing_if = "LangText::is_empty")]
    pub help: LangText,
    #[serde(default)]
    pub required: Required,
    /// Whether "I prefer not to answer" is offered.
    #[serde(default, skip_serializing_if = "is_false")]
    pub declinable: bool,
    /// Shown only if it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Condition>,
    /// What must hold of the answer, each with its own message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
    /// Whether results can be looked at within each answer to this question (see [`crate::survey::slice`]).
    #[serde(default, skip_serializing_if = "is_false")]
    pub filter: bool,
    #[serde(flatten)]
    pub kind: Kind,
}

text_enum! {
    #[derive(Default)]
    /// How much an answer is wanted.
    Required {
        #[default]
        No = "no",
        /// Missing answers are pointed out once; one may go on without.
        Soft = "soft",
        Yes = "yes",
    }
}

impl Question {
    /// The key of one part of the answer.
    pub fn key(&self, part: &str) -> String {
        format!("{}.{part}", self.code)
    }

    /// The keys under which what was answered is kept: the question's code, or one for each item. A note has none.
    pub fn parts(&self) -> Vec<String> {
        match &self.kind {
            Kind::Note { .. } => Vec::new(),
            kind if kind.items().is_empty() => vec![self.code.clone()],
            kind => kind.items().iter().map(|item| self.key(&item.code)).collect(),
        }
    }

    /// All keys of the question: its parts, what "other" means, and that it was declined.
    pub fn keys(&self) -> Vec<String> {
        let mut keys = self.parts();
        if self.kind.has_other() {
            keys.push(self.key(OTHER_TEXT));
        }
        if self.declinable {
            keys.push(self.key(DECLINED));
        }
        keys
    }

    /// Whether a key is of this question.
    pub fn owns(&self, key: &str) -> bool {
        key == self.code
            || key.strip_prefix(self.code.as_str()).is_some_and(|part| part.starts_with('.') && self.keys().iter().any(|own| own == key))
    }
}

impl Form {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// Whether anything comes in an order that is drawn.
    pub fn shuffles(&self) -> bool {
        self.sections.iter().any(|section| section.shuffled) || self.questions().any(|question| question.kind.shuffles())
    }

    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code == code)
    }

    /// The question to which a key belongs.
    pub fn owner(&self, key: &str) -> Option<&Question> {
        self.question(key).filter(|question| question.kind.items().is_empty()).or_else(|| {
            let (code, _) = key.rsplit_once('.')?;
            self.question(code).filter(|question| question.owns(key))
        })
    }

    /// The place of a section, counted from 0.
    pub fn section_at(&self, code: &str) -> Option<usize> {
        self.sections.iter().position(|section| section.code == code)
    }

    /// Within its bounds, each code well formed and used once, its logic sound.
    pub fn checked(&self) -> Result<(), Refusal> {
        let mut problems = Problems::new();
        if self.sections.len() > SECTIONS {
            problems.push(Problem::new("", "too-many-sections").with("max", SECTIONS));
        }
        if self.questions().count() > QUESTIONS {
            problems.push(Problem::new("", "too-many-questions").with("max", QUESTIONS));
        }
        problems.take(code::all_distinct("", self.sections.iter().map(|section| section.code.as_str())));
        problems.take(code::all_distinct("", self.questions().map(|question| question.code.as_str())));
        let places = self.questions().filter(|question| matches!(question.kind, Kind::Municipality { .. }));
        if places.map(|question| question.kind.options().len()).sum::<usize>() > ALL_PLACES {
            problems.push(Problem::new("", "places-too-many").with("max", ALL_PLACES));
        }
        for section in &self.sections {
            problems.take(section.title.checked("typed[title][fr]", text::TITLE));
            problems.take(section.intro.checked_optional("typed[intro][fr]", text::REASON));
        }
        for question in self.questions() {
            problems.take(question.label.checked("typed[label][fr]", text::REASON));
            problems.take(question.help.checked_optional("typed[help][fr]", text::REASON));
            problems.take(question.kind.checked());
            problems.take(slice::checked(question));
            if question.rules.len() > RULES {
                problems.push(Problem::new("", "too-many-rules").with("max", RULES));
            }
            for rule in &question.rules {
                problems.take(rule.words.checked("typed[rule_words][fr]", text::LINE));
            }
        }
        if self.questions().filter(|question| question.filter).count() > slice::FILTERS {
            problems.push(Problem::new("typed[filter]", "too-many-filters").with("max", slice::FILTERS));
        }
        problems.check()?;
        check::sound(self)
    }

    /// Codes of sections or of questions that are taken.
    pub(crate) fn section_codes(&self) -> BTreeSet<&str> {
        self.sections.iter().map(|section| section.code.as_str()).collect()
    }

    pub(crate) fn question_codes(&self) -> BTreeSet<&str> {
        self.questions().map(|question| question.code.as_str()).collect()
    }
}
