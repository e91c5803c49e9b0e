//! Building a form: each step gives a new form, or says why not.

use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    lang::LangText,
    refusal::Problems,
    round::Calendar,
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
    /// The form after `edit`, and the code of what was touched. Frozen once the round opens.
    pub fn edit(&self, calendar: &Calendar, now: i64, edit: &Edit) -> Result<(Form, String), Refusal> {
        calendar.must_not_have_opened(now)?;
        let mut form = self.clone();
        let touched = form.apply(edit)?;
        form.checked()?;
        Ok((form, touched))
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

    fn section_or_refuse(&self, code: &str) -> Result<usize, Refusal> {
        self.section_at(code).ok_or_else(Refusal::not_found)
    }

    fn question_or_refuse(&self, code: &str) -> Result<(usize, usize), Refusal> {
        let place = |(s, section): (usize, &Section)| section.questions.iter().position(|q| q.code == code).map(|q| (s, q));
        self.sections.iter().enumerate().find_map(place).ok_or_else(Refusal::not_found)
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
