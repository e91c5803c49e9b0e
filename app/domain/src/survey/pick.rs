//! Taking single questions out of a form, into another.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    lang::LangText,
    survey::{Condition, Form, Question, Section, pipe},
    text_enum::text_enum,
};

text_enum! {
    /// What a question cannot bring along, for it speaks of a question that stays behind.
    Left {
        Condition = "condition",
        Rule = "rule",
        /// The place of an earlier answer in its words.
        Place = "place",
        /// The condition of its section.
        Section = "section",
        Quota = "quota",
        /// It belongs to another process.
        Picture = "picture",
    }
}

/// One thing that stays behind: whose, what, and the code of the question it speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCarried {
    pub label: LangText,
    pub what: Left,
    pub code: String,
}

impl Form {
    /// The questions of these codes in their sections, as a form of its own, and what could not come along: conditions, rules and places for
    /// answers that speak of questions not taken, and quotas, whose numbers belong to one round.
    pub fn pick(&self, codes: &BTreeSet<String>) -> (Form, Vec<NotCarried>) {
        let mut left = Vec::new();
        let taken = |key: &str| self.owner(key).is_some_and(|question| codes.contains(&question.code));
        let mut sections = Vec::new();
        for section in &self.sections {
            let questions: Vec<_> = section.questions.iter().filter(|question| codes.contains(&question.code)).collect();
            if questions.is_empty() {
                continue;
            }
            let questions = questions.into_iter().map(|question| carried(question, &taken, &mut left)).collect();
            let show = kept(section.show.as_ref(), &taken, |code| left.push(not_carried(&section.title, Left::Section, code)));
            sections.push(Section { show, questions, ..section.clone() });
        }
        for quota in &self.quotas {
            if let Some(question) = self.owner(&quota.key).filter(|question| codes.contains(&question.code)) {
                left.push(not_carried(&question.label, Left::Quota, &quota.value));
            }
        }
        (Form { sections, quotas: Vec::new() }, left)
    }

    /// The form with the questions of `other` at the end of the section `to`, under codes of their own; where `to` is empty, in their own
    /// sections behind all. Gives the code of the first of them too.
    pub fn take_in(&self, other: &Form, to: &str) -> Result<(Form, String), Refusal> {
        if other.questions().next().is_none() {
            return Err(Refusal::field("questions[]", "take-nothing"));
        }
        let at = if to.is_empty() { None } else { Some(self.section_at(to).ok_or_else(|| Refusal::field("to", "place-gone"))?) };
        let mut form = self.joined(other);
        let first = form.sections[self.sections.len()..].iter().flat_map(|section| &section.questions).next();
        let first = first.map(|question| question.code.clone()).unwrap_or_default();
        if let Some(at) = at {
            let added = form.sections.split_off(self.sections.len());
            let questions = added.into_iter().flat_map(|section| {
                let Section { show, questions, .. } = section;
                questions.into_iter().map(move |question| Question { show: both(show.as_ref(), question.show.as_ref()), ..question })
            });
            form.sections[at].questions.extend(questions);
        }
        form.checked().map_err(|refusal| Refusal {
            problems: refusal.problems.into_iter().map(|problem| Problem { field: String::new(), ..problem }).collect(),
            ..refusal
        })?;
        Ok((form, first))
    }
}

/// The condition of a section holds for each of its questions wherever they go.
fn both(section: Option<&Condition>, question: Option<&Condition>) -> Option<Condition> {
    match (section, question) {
        (Some(section), Some(question)) => Some(Condition::All { of: vec![section.clone(), question.clone()] }),
        (one, other) => one.or(other).cloned(),
    }
}

fn not_carried(label: &LangText, what: Left, code: &str) -> NotCarried {
    NotCarried { label: label.clone(), what, code: code.to_owned() }
}

/// The condition, unless it speaks of what is not taken.
fn kept(condition: Option<&Condition>, taken: &impl Fn(&str) -> bool, lost: impl FnOnce(&str)) -> Option<Condition> {
    let condition = condition?;
    match condition.keys().into_iter().find(|key| !taken(key)) {
        None => Some(condition.clone()),
        Some(code) => {
            lost(code);
            None
        }
    }
}

fn carried(question: &Question, taken: &impl Fn(&str) -> bool, left: &mut Vec<NotCarried>) -> Question {
    let mut lost = |what, code: &str| left.push(not_carried(&question.label, what, code));
    let show = kept(question.show.as_ref(), taken, |code| lost(Left::Condition, code));
    let mut rules = question.rules.clone();
    rules.retain(|rule| kept(Some(&rule.must), taken, |code| lost(Left::Rule, code)).is_some());
    let mut places = BTreeSet::new();
    let mut words = |text: &LangText| {
        let text: BTreeMap<String, String> = text.0.iter().map(|(tag, words)| (tag.clone(), filled(words, taken, &mut places))).collect();
        LangText(text)
    };
    let (label, help) = (words(&question.label), words(&question.help));
    places.iter().for_each(|code| lost(Left::Place, code));
    Question { label, help, show, rules, ..question.clone() }
}

/// A text in which places for answers not taken are dots.
fn filled(words: &str, taken: &impl Fn(&str) -> bool, places: &mut BTreeSet<String>) -> String {
    places.extend(pipe::codes(words).into_iter().filter(|code| !taken(code)).map(str::to_owned));
    pipe::fill(words, |code| if taken(code) { format!("{{{code}}}") } else { "…".to_owned() })
}
