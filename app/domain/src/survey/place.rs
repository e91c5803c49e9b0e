//! Moving a question or a section to a place that is named in full: far moves in one step, by a menu or by dragging.

use std::collections::BTreeMap;

use crate::{
    Problem, Refusal,
    survey::{
        edit::Step,
        form::{Form, Section},
    },
};

/// The field that says where to.
const FIELD: &str = "typed[place]";

/// The place of a question, as forms send it: first in `section`, or behind one of its questions.
pub fn behind(section: &str, question: Option<&str>) -> String {
    question.map_or_else(|| section.to_owned(), |question| format!("{section}/{question}"))
}

/// Where somebody else took away what was to stand before it.
fn gone() -> Refusal {
    Refusal::field(FIELD, "place-gone")
}

impl Form {
    /// `place` as [`behind`] writes it.
    pub(super) fn move_question(&mut self, code: &str, place: &str) -> Result<(), Refusal> {
        let (s, q) = self.question_or_refuse(code)?;
        let (section, behind) = place.split_once('/').map_or((place, None), |(section, behind)| (section, Some(behind)));
        let to = self.section_at(section).ok_or_else(gone)?;
        if behind == Some(code) && to == s {
            return Ok(());
        }
        let question = self.sections[s].questions.remove(q);
        let questions = &mut self.sections[to].questions;
        let at = match behind {
            Some(behind) => questions.iter().position(|other| other.code == behind).ok_or_else(gone)? + 1,
            None => 0,
        };
        questions.insert(at, question);
        Ok(())
    }

    /// Behind the section `place`, or before all where it is empty.
    pub(super) fn move_section(&mut self, code: &str, place: &str) -> Result<(), Refusal> {
        let from = self.section_or_refuse(code)?;
        if place == code {
            return Ok(());
        }
        let section = self.sections.remove(from);
        let at = if place.is_empty() { 0 } else { self.section_at(place).ok_or_else(gone)? + 1 };
        self.sections.insert(at, section);
        Ok(())
    }

    pub(super) fn section_or_refuse(&self, code: &str) -> Result<usize, Refusal> {
        self.section_at(code).ok_or_else(Refusal::not_found)
    }

    pub(super) fn question_or_refuse(&self, code: &str) -> Result<(usize, usize), Refusal> {
        let place = |(s, section): (usize, &Section)| section.questions.iter().position(|q| q.code == code).map(|q| (s, q));
        self.sections.iter().enumerate().find_map(place).ok_or_else(Refusal::not_found)
    }

    /// What is wrong with the form after `step`, as the page says it that still shows this form: the numbers are those that stand there, the
    /// fields those that the step has.
    pub(super) fn as_shown(&self, after: &Form, step: Step, refusal: Refusal) -> Refusal {
        let numbers: BTreeMap<&str, usize> = self.questions().enumerate().map(|(at, question)| (question.code.as_str(), at + 1)).collect();
        let renumbered = |mut problem: Problem| {
            if let Some((_, number)) = problem.args.iter_mut().find(|(name, _)| name == "question") {
                let code = number.parse().ok().and_then(|n: usize| after.questions().nth(n.checked_sub(1)?)).map(|q| q.code.as_str());
                if let Some(shown) = code.and_then(|code| numbers.get(code)) {
                    *number = shown.to_string();
                }
            }
            problem.field = match step {
                Step::MoveQuestion | Step::MoveSection => FIELD.to_owned(),
                Step::EditQuestion if problem.key.starts_with("quota-") => "typed[options][fr]".to_owned(),
                Step::AddSection | Step::EditSection | Step::AddQuestion | Step::EditQuestion => problem.field,
                _ => String::new(),
            };
            problem
        };
        Refusal { problems: refusal.problems.into_iter().map(renumbered).collect(), ..refusal }
    }
}
