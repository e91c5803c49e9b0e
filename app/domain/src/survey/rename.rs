//! The same form under other codes.

use std::collections::BTreeMap;

use crate::{
    lang::LangText,
    survey::{Condition, Question, Section, logic::Rule, pipe, quota::Quota},
};

/// Old code of a question to its new one; codes that are not in it stay.
pub type Codes = BTreeMap<String, String>;

fn key(key: &str, codes: &Codes) -> String {
    let (code, part) = key.split_once('.').map_or((key, None), |(code, part)| (code, Some(part)));
    let code = codes.get(code).map_or(code, String::as_str);
    part.map_or_else(|| code.to_owned(), |part| format!("{code}.{part}"))
}

fn words(text: &LangText, codes: &Codes) -> LangText {
    LangText(text.0.iter().map(|(tag, words)| (tag.clone(), pipe::fill(words, |code| format!("{{{}}}", key(code, codes))))).collect())
}

impl Condition {
    fn renamed(&self, codes: &Codes) -> Self {
        let each = |of: &[Condition]| of.iter().map(|one| one.renamed(codes)).collect();
        match self.clone() {
            Condition::All { of } => Condition::All { of: each(&of) },
            Condition::Any { of } => Condition::Any { of: each(&of) },
            Condition::Not { of } => Condition::Not { of: Box::new(of.renamed(codes)) },
            Condition::Answered { key: old } => Condition::Answered { key: key(&old, codes) },
            Condition::Chosen { key: old, value } => Condition::Chosen { key: key(&old, codes), value },
            Condition::Number { key: old, compare, value } => Condition::Number { key: key(&old, codes), compare, value },
            Condition::Contains { key: old, words } => Condition::Contains { key: key(&old, codes), words },
            other @ (Condition::College { .. } | Condition::Language { .. }) => other,
        }
    }
}

impl Section {
    pub(crate) fn renamed(&self, codes: &Codes) -> Self {
        Section {
            title: words(&self.title, codes),
            intro: words(&self.intro, codes),
            show: self.show.as_ref().map(|show| show.renamed(codes)),
            questions: self.questions.iter().map(|question| question.renamed(codes)).collect(),
            ..self.clone()
        }
    }
}

impl Question {
    fn renamed(&self, codes: &Codes) -> Self {
        Question {
            code: key(&self.code, codes),
            label: words(&self.label, codes),
            help: words(&self.help, codes),
            show: self.show.as_ref().map(|show| show.renamed(codes)),
            rules: self.rules.iter().map(|rule| Rule { must: rule.must.renamed(codes), words: rule.words.clone() }).collect(),
            ..self.clone()
        }
    }
}

impl Quota {
    pub(crate) fn renamed(&self, codes: &Codes) -> Self {
        Quota { key: key(&self.key, codes), ..self.clone() }
    }
}
