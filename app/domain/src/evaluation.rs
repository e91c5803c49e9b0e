//! Evaluations: criteria on five steps, per action evaluated. Answered and counted as a survey is.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    lang::{EASY, LangText},
    refusal::Problems,
    round::Calendar,
    survey::{Form, Kind, Question, Required, Section, Words, code, form},
    text,
    text_enum::text_enum,
};

pub const ACTIONS: usize = form::SECTIONS;
pub const CRITERIA: usize = 30;
/// The code, under each action, of the free comment.
pub const COMMENT: &str = "comment";

/// What is evaluated, and by which criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frame {
    pub actions: Vec<Action>,
    pub criteria: Vec<Criterion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub code: String,
    pub title: LangText,
    #[serde(default)]
    pub description: LangText,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub code: String,
    pub label: LangText,
    /// The same in easy-to-read French.
    #[serde(default)]
    pub easy: String,
}

impl Frame {
    /// The form that people answer: a section per action, in it a question per criterion (`action.criterion`) and a comment.
    /// Nothing is required: nobody has to judge what they have not known.
    pub fn form(&self) -> Form {
        let section = |action: &Action| {
            let mut questions: Vec<Question> = self.criteria.iter().map(|criterion| criterion.question(action)).collect();
            questions.push(Question {
                code: format!("{}.{COMMENT}", action.code),
                label: comment_label(),
                help: LangText::default(),
                required: Required::No,
                declinable: false,
                filter: false,
                show: None,
                rules: Vec::new(),
                kind: Kind::LongText { max: text::REASON },
            });
            Section {
                code: action.code.clone(),
                title: action.title.clone(),
                intro: action.description.clone(),
                show: None,
                shuffled: false,
                questions,
            }
        };
        Form { sections: self.actions.iter().map(section).collect(), quotas: Vec::new() }
    }

    pub fn checked(&self) -> Result<(), Refusal> {
        let mut problems = Problems::new();
        if self.actions.len() > ACTIONS {
            problems.push(Problem::new("", "too-many-actions").with("max", ACTIONS));
        }
        if self.criteria.len() > CRITERIA {
            problems.push(Problem::new("", "too-many-criteria").with("max", CRITERIA));
        }
        problems.take(code::all_distinct("", self.actions.iter().map(|action| action.code.as_str())));
        problems.take(code::all_distinct("", self.criteria.iter().map(|criterion| criterion.code.as_str()).chain([COMMENT])));
        for action in &self.actions {
            problems.take(action.title.checked("typed[title][fr]", text::TITLE));
            problems.take(action.description.checked_optional("typed[description][fr]", text::REASON));
        }
        for criterion in &self.criteria {
            problems.take(criterion.label.checked("typed[label][fr]", text::TITLE));
            problems.take(text::optional("typed[label][easy]", &criterion.easy, text::LINE));
        }
        problems.check()
    }

    /// The frame after one step. Frozen once the round opens.
    pub fn edit(&self, calendar: &Calendar, now: i64, step: FrameStep, code: &str, typed: &FrameTyped) -> Result<Frame, Refusal> {
        calendar.must_not_have_opened(now)?;
        let mut frame = self.clone();
        let action = || self.actions.iter().position(|action| action.code == code).ok_or_else(Refusal::not_found);
        let criterion = || self.criteria.iter().position(|criterion| criterion.code == code).ok_or_else(Refusal::not_found);
        match step {
            FrameStep::AddAction => {
                let code = code::from_label(&typed.title.fr, "action", |code| self.actions.iter().any(|other| other.code == code));
                frame.actions.push(typed.action(code, None)?);
            }
            FrameStep::EditAction => frame.actions[action()?] = typed.action(code.to_owned(), Some(&self.actions[action()?]))?,
            FrameStep::RemoveAction => drop(frame.actions.remove(action()?)),
            FrameStep::RaiseAction => frame.actions.swap(action()?, action()?.saturating_sub(1)),
            FrameStep::LowerAction => frame.actions.swap(action()?, (action()? + 1).min(self.actions.len() - 1)),
            FrameStep::AddCriterion => {
                let taken = |code: &str| code == COMMENT || self.criteria.iter().any(|other| other.code == code);
                frame.criteria.push(typed.criterion(code::from_label(&typed.label.fr, "criterion", taken), None)?);
            }
            FrameStep::EditCriterion => {
                frame.criteria[criterion()?] = typed.criterion(code.to_owned(), Some(&self.criteria[criterion()?]))?
            }
            FrameStep::RemoveCriterion => drop(frame.criteria.remove(criterion()?)),
            FrameStep::RaiseCriterion => frame.criteria.swap(criterion()?, criterion()?.saturating_sub(1)),
            FrameStep::LowerCriterion => frame.criteria.swap(criterion()?, (criterion()? + 1).min(self.criteria.len() - 1)),
        }
        frame.checked()?;
        Ok(frame)
    }
}

impl Criterion {
    fn question(&self, action: &Action) -> Question {
        let mut label = self.label.clone();
        if !self.easy.is_empty() {
            label.0.insert(EASY.to_owned(), self.easy.clone());
        }
        let code = format!("{}.{}", action.code, self.code);
        Question {
            code,
            label,
            help: LangText::default(),
            required: Required::No,
            declinable: false,
            filter: false,
            show: None,
            rules: Vec::new(),
            kind: Kind::Faces,
        }
    }
}

/// Part of the frame, as the facilitators' own words are: it also stands in exports, in every language at once.
fn comment_label() -> LangText {
    LangText::from_parts(&[("fr", "Quelque chose à ajouter ?"), (EASY, "Vous voulez dire autre chose ?"), ("en", "Anything to add?")])
}

text_enum! {
    FrameStep {
        AddAction = "add_action",
        EditAction = "edit_action",
        RemoveAction = "remove_action",
        RaiseAction = "raise_action",
        LowerAction = "lower_action",
        AddCriterion = "add_criterion",
        EditCriterion = "edit_criterion",
        RemoveCriterion = "remove_criterion",
        RaiseCriterion = "raise_criterion",
        LowerCriterion = "lower_criterion",
    }
}

/// What a facilitator types about an action (title, description) or a criterion (label).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FrameTyped {
    pub title: Words,
    pub description: Words,
    pub label: Words,
}

impl FrameTyped {
    fn action(&self, code: String, kept: Option<&Action>) -> Result<Action, Refusal> {
        let (mut problems, none) = (Problems::new(), LangText::default());
        let title = self.title.over_required("title", kept.map_or(&none, |a| &a.title), text::TITLE, &mut problems);
        let description = self.description.over("description", kept.map_or(&none, |a| &a.description), text::REASON, &mut problems);
        problems.check()?;
        Ok(Action { code, title, description })
    }

    fn criterion(&self, code: String, kept: Option<&Criterion>) -> Result<Criterion, Refusal> {
        let (mut problems, none) = (Problems::new(), LangText::default());
        let mut label = self.label.over_required("label", kept.map_or(&none, |k| &k.label), text::TITLE, &mut problems);
        let easy = label.0.remove(EASY).unwrap_or_default();
        problems.check()?;
        Ok(Criterion { code, label, easy })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DRAFT: Calendar = Calendar { announced: false, opens_at: None, closes_at: None, closed_at: None, published_at: None };

    fn typed(words: &str) -> FrameTyped {
        let words = Words { fr: words.to_owned(), ..Words::default() };
        FrameTyped { title: words.clone(), description: Words::default(), label: words }
    }

    #[test]
    fn each_action_asks_each_criterion_and_a_comment() {
        let frame = Frame::default().edit(&DRAFT, 0, FrameStep::AddAction, "", &typed("La séance")).unwrap();
        let frame = frame.edit(&DRAFT, 0, FrameStep::AddCriterion, "", &typed("L’accueil")).unwrap();
        let codes: Vec<_> = frame.form().questions().map(|question| question.code.clone()).collect();
        assert_eq!(codes, ["la_seance.l_accueil", "la_seance.comment"]);
        // A criterion called "comment" does not take the comment's place.
        let frame = frame.edit(&DRAFT, 0, FrameStep::AddCriterion, "", &typed("Comment")).unwrap();
        assert_eq!(frame.criteria[1].code, "comment_2");
    }

    #[test]
    fn is_frozen_once_open() {
        let open = Calendar { announced: true, opens_at: Some(5), closes_at: Some(9), ..DRAFT };
        assert!(Frame::default().edit(&open, 4, FrameStep::AddAction, "", &typed("A")).is_ok());
        assert!(Frame::default().edit(&open, 5, FrameStep::AddAction, "", &typed("A")).is_err());
    }

    proptest! {
        #[test]
        fn any_steps_leave_a_frame_that_holds(steps in prop::collection::vec((0..FrameStep::ALL.len(), 0usize..4, "[a-c]{0,2}"), 0..60)) {
            let mut frame = Frame::default();
            for (step, at, words) in steps {
                let step = FrameStep::ALL[step];
                let code = if step.as_str().ends_with("action") { frame.actions.get(at).map(|a| a.code.clone()) } else { frame.criteria.get(at).map(|k| k.code.clone()) };
                if let Ok(next) = frame.edit(&DRAFT, 0, step, &code.unwrap_or_default(), &typed(&words)) {
                    frame = next;
                }
                prop_assert!(frame.checked().is_ok());
                let form = frame.form();
                let codes: std::collections::BTreeSet<_> = form.questions().map(|q| q.code.clone()).collect();
                prop_assert_eq!(codes.len(), form.questions().count());
            }
        }
    }
}
