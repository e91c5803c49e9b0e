//! Ready forms: a facilitator takes one over, whole or part by part, and makes it their own.

use domain::survey::Form;

use crate::{AppError, error::fault};

/// The name of a ready form, and the form as JSON.
const MODELS: [(&str, &str); 3] = [
    ("needs", include_str!("library/needs.json")),
    ("satisfaction", include_str!("library/satisfaction.json")),
    ("innovation", include_str!("library/innovation.json")),
];

/// Questions that go into any survey, one by one: together they are no survey.
const QUESTIONS: (&str, &str) = ("questions", include_str!("library/questions.json"));

pub fn names() -> impl Iterator<Item = &'static str> {
    MODELS.iter().map(|(name, _)| *name)
}

/// What single questions are taken from: questions for any survey first, then the ready forms.
pub fn sources() -> impl Iterator<Item = &'static str> {
    std::iter::once(QUESTIONS.0).chain(names())
}

/// The form of that name.
pub fn model(name: &str) -> Result<Form, AppError> {
    let (_, json) = MODELS.iter().chain([&QUESTIONS]).find(|(known, _)| *known == name).ok_or_else(domain::Refusal::not_found)?;
    serde_json::from_str(json).map_err(|error| fault(&error))
}

#[cfg(test)]
mod tests {
    use domain::lang::{EASY, LangText};

    /// Each text of a form, with the code of what it belongs to.
    fn texts(form: &super::Form) -> Vec<(&str, &LangText)> {
        let mut texts = Vec::new();
        for section in &form.sections {
            texts.extend([(section.code.as_str(), &section.title), (&section.code, &section.intro)]);
            for question in &section.questions {
                let code = question.code.as_str();
                let choices = question.kind.options().iter().chain(question.kind.items()).map(|choice| (code, &choice.label));
                texts.extend(choices.chain([(code, &question.label), (code, &question.help)]));
                if let domain::survey::Kind::Scale { low, high, names, .. } = &question.kind {
                    texts.extend(names.iter().chain([low, high]).map(|text| (code, text)));
                }
            }
        }
        texts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    #[test]
    fn every_ready_form_holds_and_speaks_its_languages() {
        for name in super::sources() {
            let form = super::model(name).unwrap();
            form.checked().unwrap();
            let tags: &[&str] = if name == "questions" { &["fr", "en", EASY] } else { &["fr", "en"] };
            for (code, text) in texts(&form) {
                assert!(tags.iter().all(|tag| text.exact(tag).is_some()), "{name} {code}: {text:?}");
            }
        }
        assert!(super::model("other").is_err());
    }

    #[test]
    fn no_two_ready_questions_have_one_code() {
        let mut seen = std::collections::BTreeMap::new();
        for name in super::sources() {
            for question in super::model(name).unwrap().questions() {
                if let Some(other) = seen.insert(question.code.clone(), name) {
                    panic!("{} is in {other} and in {name}", question.code);
                }
            }
        }
    }

    #[test]
    fn each_ready_question_can_be_taken_alone() {
        for name in super::sources() {
            let form = super::model(name).unwrap();
            for question in form.questions() {
                let (picked, _) = form.pick(&[question.code.clone()].into());
                picked.checked().unwrap();
                super::Form::default().take_in(&picked, "").unwrap();
            }
        }
    }
}
