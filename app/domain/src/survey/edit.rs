//! Building a form: each step gives a new form, or says why not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    lang::LangText,
    refusal::Problems,
    round::{Calendar, State},
    survey::{
        code,
        form::{Form, Section},
        kind::KindName,
        typed::Typed,
    },
    text,
    text_enum::text_enum,
};

text_enum! {
    Step {
        AddSection = "add_section",
        EditSection = "edit_section",
        RemoveSection = "remove_section",
        RaiseSection = "raise_section",
        LowerSection = "lower_section",
        AddQuestion = "add_question",
        EditQuestion = "edit_question",
        CopyQuestion = "copy_question",
        RemoveQuestion = "remove_question",
        /// One place up; above the first of its section, it goes to the end of the section before.
        RaiseQuestion = "raise_question",
        LowerQuestion = "lower_question",
        /// To the place that `typed.place` names.
        MoveQuestion = "move_question",
        MoveSection = "move_section",
    }
}

impl Step {
    /// Whether its code is that of a section afterwards.
    pub const fn is_of_section(self) -> bool {
        matches!(
            self,
            Step::AddSection | Step::EditSection | Step::RemoveSection | Step::RaiseSection | Step::LowerSection | Step::MoveSection
        )
    }
}

/// One step: what to do, to what, with which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    pub step: Step,
    /// The section's or the question's code; for a new question, the section it goes to.
    pub code: String,
    /// For a new question.
    pub kind: KindName,
    pub typed: Typed,
}

impl Form {
    /// The form after `edit`, and the code of what was touched. Once the round opens, only words may be corrected: people have
    /// answered what stood there. Once it is published, nothing.
    pub fn edit(&self, calendar: &Calendar, now: i64, edit: &Edit) -> Result<(Form, String), Refusal> {
        let mut form = self.clone();
        let touched = form.apply(edit)?;
        form.checked().map_err(|refusal| self.as_shown(&form, edit.step, refusal))?;
        self.may_become(&form, calendar, now)?;
        Ok((form, touched))
    }

    /// Whether the form may become `next` at this time.
    pub(super) fn may_become(&self, next: &Form, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
        match calendar.state(now) {
            State::Published => Err(Refusal::conflict("round-published")),
            State::Open | State::Closed if self.without_words() != next.without_words() => Err(Refusal::conflict("round-open-words-only")),
            _ => Ok(()),
        }
    }

    /// The form with the form `other` behind it. Codes that are taken become others, and what speaks of them follows.
    pub fn append(&self, other: &Form) -> Result<Form, Refusal> {
        other.checked()?;
        let form = self.joined(other);
        form.checked()?;
        Ok(form)
    }

    /// As [`Form::append`], unchecked.
    pub(super) fn joined(&self, other: &Form) -> Form {
        let mut form = self.clone();
        let mut codes = BTreeMap::new();
        for question in other.questions() {
            let taken = |code: &str| self.question_codes().contains(code) || codes.values().any(|other| other == code);
            let code = code::free(&question.code, taken);
            codes.insert(question.code.clone(), code);
        }
        for section in &other.sections {
            let code = code::free(&section.code, |code| form.section_codes().contains(code));
            form.sections.push(Section { code, ..section.renamed(&codes) });
        }
        form.quotas.extend(other.quotas.iter().map(|quota| quota.renamed(&codes)));
        form
    }

    /// What is asked and when, without the words: two forms that agree in it collect the same answers.
    fn without_words(&self) -> serde_json::Value {
        fn strip(value: &mut serde_json::Value) {
            const WORDS: [&str; 11] = ["title", "intro", "label", "help", "low", "high", "unit", "names", "words", "link", "alt"];
            match value {
                serde_json::Value::Object(fields) => {
                    // The words of a test on a text decide what is asked: they are a text, not a map of languages.
                    fields.retain(|name, value| !WORDS.contains(&name.as_str()) || (name == "words" && value.is_string()));
                    fields.values_mut().for_each(strip);
                }
                serde_json::Value::Array(values) => values.iter_mut().for_each(strip),
                _ => {}
            }
        }
        let mut value = serde_json::to_value(self).unwrap_or_default();
        strip(&mut value);
        value
    }

    fn apply(&mut self, edit: &Edit) -> Result<String, Refusal> {
        match edit.step {
            Step::AddSection => return self.add_section(&edit.typed),
            Step::AddQuestion => return self.add_question(edit),
            Step::EditSection => {
                let at = self.section_or_refuse(&edit.code)?;
                let section = &mut self.sections[at];
                *section = described(&edit.typed, section)?;
            }
            Step::RemoveSection => drop(self.sections.remove(self.section_or_refuse(&edit.code)?)),
            Step::RaiseSection => {
                let at = self.section_or_refuse(&edit.code)?;
                self.sections.swap(at, at.saturating_sub(1));
            }
            Step::LowerSection => {
                let at = self.section_or_refuse(&edit.code)?;
                let last = self.sections.len() - 1;
                self.sections.swap(at, (at + 1).min(last));
            }
            Step::EditQuestion => {
                let (s, q) = self.question_or_refuse(&edit.code)?;
                let kept = &self.sections[s].questions[q];
                self.sections[s].questions[q] = edit.typed.question(kept.code.clone(), kept.kind.name(), Some(kept))?;
            }
            Step::CopyQuestion => {
                let (s, q) = self.question_or_refuse(&edit.code)?;
                let mut copy = self.sections[s].questions[q].clone();
                copy.code = code::free(&copy.code, |code| self.question_codes().contains(code));
                let code = copy.code.clone();
                self.sections[s].questions.insert(q + 1, copy);
                return Ok(code);
            }
            Step::RemoveQuestion => {
                let (s, q) = self.question_or_refuse(&edit.code)?;
                self.sections[s].questions.remove(q);
            }
            Step::RaiseQuestion => match self.question_or_refuse(&edit.code)? {
                (0, 0) => {}
                (s, 0) => {
                    let question = self.sections[s].questions.remove(0);
                    self.sections[s - 1].questions.push(question);
                }
                (s, q) => self.sections[s].questions.swap(q, q - 1),
            },
            Step::LowerQuestion => {
                let (s, q) = self.question_or_refuse(&edit.code)?;
                if q + 1 < self.sections[s].questions.len() {
                    self.sections[s].questions.swap(q, q + 1);
                } else if s + 1 < self.sections.len() {
                    let question = self.sections[s].questions.remove(q);
                    self.sections[s + 1].questions.insert(0, question);
                }
            }
            Step::MoveQuestion => self.move_question(&edit.code, &edit.typed.place)?,
            Step::MoveSection => self.move_section(&edit.code, &edit.typed.place)?,
        }
        Ok(edit.code.clone())
    }

    fn add_section(&mut self, typed: &Typed) -> Result<String, Refusal> {
        let code = code::from_label(&typed.title.fr, "part", |code| self.section_codes().contains(code));
        let none = LangText::default();
        let empty = Section { code: code.clone(), title: none.clone(), intro: none, show: None, shuffled: false, questions: Vec::new() };
        self.sections.push(described(typed, &empty)?);
        Ok(code)
    }

    fn add_question(&mut self, edit: &Edit) -> Result<String, Refusal> {
        let at = self.section_or_refuse(&edit.code)?;
        let code = code::from_label(&edit.typed.label.fr, "question", |code| self.question_codes().contains(code));
        let question = edit.typed.question(code.clone(), edit.kind, None)?;
        self.sections[at].questions.push(question);
        Ok(code)
    }
}

/// The section with what was typed.
fn described(typed: &Typed, section: &Section) -> Result<Section, Refusal> {
    let mut problems = Problems::new();
    let title = typed.title.over_required("title", &section.title, text::TITLE, &mut problems);
    let intro = typed.intro.over("intro", &section.intro, text::REASON, &mut problems);
    let show = typed.show.read("show", section.show.as_ref(), &mut problems);
    problems.check()?;
    Ok(Section { title, intro, show, shuffled: typed.shuffled, ..section.clone() })
}
