//! Ready forms: a facilitator takes one over, whole or part by part, and makes it their own.

use domain::survey::Form;

use crate::{AppError, error::fault};

/// The name of a ready form, and the form as JSON.
const MODELS: [(&str, &str); 3] = [
    ("needs", include_str!("library/needs.json")),
    ("satisfaction", include_str!("library/satisfaction.json")),
    ("innovation", include_str!("library/innovation.json")),
];

pub fn names() -> impl Iterator<Item = &'static str> {
    MODELS.iter().map(|(name, _)| *name)
}

/// The form of that name.
pub fn model(name: &str) -> Result<Form, AppError> {
    let (_, json) = MODELS.iter().find(|(known, _)| *known == name).ok_or_else(domain::Refusal::not_found)?;
    serde_json::from_str(json).map_err(|error| fault(&error))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_model_holds_and_speaks_both_languages() {
        for name in super::names() {
            let form = super::model(name).unwrap();
            form.checked().unwrap();
            for section in &form.sections {
                assert!(["fr", "en"].iter().all(|tag| section.title.exact(tag).is_some()), "{name} {}", section.code);
            }
            for question in form.questions() {
                let choices = question.kind.options().iter().chain(question.kind.items()).map(|choice| &choice.label);
                for text in choices.chain([&question.label]) {
                    assert!(["fr", "en"].iter().all(|tag| text.exact(tag).is_some()), "{name} {}", question.code);
                }
            }
        }
        assert!(super::model("other").is_err());
    }
}
