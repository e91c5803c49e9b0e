//! Conditions in plain words: "if you answered « Oui » to question 3".

use domain::survey::{Condition, Form, Question, logic::Compare};

use crate::{
    i18n::{Lang, t},
    survey::words::answer_words,
};

/// Where a reader who is not concerned goes on.
pub enum Else {
    Question(usize),
    End,
}

/// The form as it is spoken of, in one language.
pub struct Speaking<'f> {
    pub lang: Lang,
    /// In which the questions are printed: an answer is named as it stands there.
    pub tag: &'f str,
    pub form: &'f Form,
}

impl Speaking<'_> {
    /// "Répondez seulement si vous avez répondu « Oui » à la question 3. Sinon, allez à la question 7."
    pub fn question(&self, number: usize, question: &Question) -> Option<String> {
        let words = self.condition(question.show.as_ref()?);
        Some(match self.next(number, |other| other.show == question.show) {
            Else::Question(next) => t!(self.lang, "paper-only-if", words = words, next = next),
            Else::End => t!(self.lang, "paper-only-if-last", words = words),
        })
    }

    /// The same for a whole section.
    pub fn section(&self, at: usize) -> Option<String> {
        let words = self.condition(self.form.sections.get(at)?.show.as_ref()?);
        let next: usize = self.form.sections[..=at].iter().map(|section| section.questions.len()).sum::<usize>() + 1;
        Some(if next <= self.form.questions().count() {
            t!(self.lang, "paper-part-only-if", words = words, next = next)
        } else {
            t!(self.lang, "paper-part-only-if-last", words = words)
        })
    }

    /// The first question behind this one that is not asked under the same condition.
    fn next(&self, number: usize, same: impl Fn(&Question) -> bool) -> Else {
        let behind = self.form.questions().enumerate().skip(number).find(|(_, other)| !same(other));
        behind.map_or(Else::End, |(at, _)| Else::Question(at + 1))
    }

    pub fn condition(&self, condition: &Condition) -> String {
        let lang = self.lang;
        match condition {
            Condition::All { of } => self.list(of, &t!(lang, "paper-and")),
            Condition::Any { of } => self.list(of, &t!(lang, "paper-or")),
            Condition::Not { of } => match of.as_ref() {
                Condition::Chosen { key, value } => {
                    t!(lang, "paper-if-not-chosen", answer = self.answer(key, value), place = self.place(key))
                }
                Condition::Answered { key } => t!(lang, "paper-if-not-answered", place = self.place(key)),
                other => t!(lang, "paper-if-not", words = self.condition(other)),
            },
            Condition::Answered { key } => t!(lang, "paper-if-answered", place = self.place(key)),
            Condition::Chosen { key, value } => t!(lang, "paper-if-chosen", answer = self.answer(key, value), place = self.place(key)),
            Condition::Number { key, compare, value } => {
                let (place, n) = (self.place(key), value.to_string());
                match compare {
                    Compare::Less => t!(lang, "paper-if-less", place = place, n = n),
                    Compare::AtMost => t!(lang, "paper-if-at-most", place = place, n = n),
                    Compare::Equal => t!(lang, "paper-if-equal", place = place, n = n),
                    Compare::AtLeast => t!(lang, "paper-if-at-least", place = place, n = n),
                    Compare::More => t!(lang, "paper-if-more", place = place, n = n),
                }
            }
            Condition::Contains { key, words } => t!(lang, "paper-if-contains", place = self.place(key), words = words.as_str()),
            Condition::College { college } => t!(lang, "paper-if-college", college = lang.of("college", college.as_str())),
            Condition::Language { tag } => t!(lang, "paper-if-language", tag = tag.as_str()),
        }
    }

    fn list(&self, of: &[Condition], word: &str) -> String {
        let part = |one: &Condition| match one {
            Condition::All { .. } | Condition::Any { .. } if of.len() > 1 => format!("({})", self.condition(one)),
            one => self.condition(one),
        };
        of.iter().map(part).collect::<Vec<_>>().join(&format!(" {word} "))
    }

    /// "3", or "3 (Crèche)" for one row of it.
    fn place(&self, key: &str) -> String {
        let found = self.form.questions().enumerate().find(|(_, question)| question.owns(key));
        let Some((at, question)) = found else { return key.to_owned() };
        let item = question.kind.items().iter().find(|item| question.key(&item.code) == key);
        item.map_or_else(|| (at + 1).to_string(), |item| format!("{} ({})", at + 1, item.label.text(self.tag)))
    }

    fn answer(&self, key: &str, value: &str) -> String {
        let Some(question) = self.form.owner(key) else { return value.to_owned() };
        let option = question.kind.options().iter().find(|option| option.code == value);
        option.map_or_else(|| answer_words(self.lang, question, value), |option| option.label.text(self.tag).to_owned())
    }
}
