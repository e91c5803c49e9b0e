//! Texts in several languages (DESIGN rule 7).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::refusal::{Problem, Problems};

/// The easy-to-read French variant.
pub const EASY: &str = "fr-x-falc";

/// A text that facilitators write: language tag to text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LangText(pub BTreeMap<String, String>);

impl LangText {
    pub fn of(tag: &str, text: impl Into<String>) -> Self {
        LangText(BTreeMap::from([(tag.to_owned(), text.into())]))
    }

    /// French with an easy-to-read variant and English, as the editing forms have them; empty ones are left out.
    pub fn from_parts(parts: &[(&str, &str)]) -> Self {
        LangText(
            parts
                .iter()
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(tag, text)| ((*tag).to_owned(), crate::text::clean(text)))
                .collect(),
        )
    }

    pub fn exact(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str)
    }

    /// The text for a reader of `wanted`, and the tag it is in: the language asked for, else the process's own, else French, else any.
    pub fn best(&self, wanted: &str, fallback: &str) -> (&str, &str) {
        [wanted, fallback, "fr"]
            .iter()
            .find_map(|tag| self.0.get_key_value(*tag))
            .or_else(|| self.0.iter().find(|(tag, _)| *tag != EASY))
            .or_else(|| self.0.iter().next())
            .map_or(("", "fr"), |(tag, text)| (text.as_str(), tag.as_str()))
    }

    /// As [`LangText::best`], the text alone.
    pub fn text(&self, wanted: &str) -> &str {
        self.best(wanted, "fr").0
    }

    pub fn easy(&self) -> Option<&str> {
        self.exact(EASY)
    }

    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// A text as an editing form sends it, one field for each language: what is wrong is noted under `title[fr]`, `title[en]`…
    pub fn typed(&self, field: &str, max: usize, required: bool, problems: &mut Problems) -> Self {
        // French is what every other language falls back to.
        if required && self.exact("fr").is_none_or(|text| text.trim().is_empty()) {
            problems.push(Problem::new(format!("{field}[fr]"), "required"));
        }
        let mut checked = BTreeMap::new();
        for (tag, text) in &self.0 {
            if !well_formed(tag) {
                problems.push(Problem::new(field, "language-tag").with("tag", tag.chars().take(40).collect::<String>()));
            } else if let Some(text) = problems.take(crate::text::optional(&format!("{field}[{tag}]"), text, max))
                && !text.is_empty()
            {
                checked.insert(tag.clone(), text);
            }
        }
        LangText(checked)
    }

    /// At least one language, each a well-formed tag, none longer than `max` characters.
    pub fn checked(&self, field: &str, max: usize) -> Result<Self, Problem> {
        if self.is_empty() {
            return Err(Problem::new(field, "required"));
        }
        self.checked_optional(field, max)
    }

    /// As [`LangText::checked`], but may be empty.
    pub fn checked_optional(&self, field: &str, max: usize) -> Result<Self, Problem> {
        let mut checked = BTreeMap::new();
        for (tag, text) in &self.0 {
            if !well_formed(tag) {
                return Err(Problem::new(field, "language-tag").with("tag", tag.chars().take(40).collect::<String>()));
            }
            let text = crate::text::optional(field, text, max)?;
            if !text.is_empty() {
                checked.insert(tag.clone(), text);
            }
        }
        Ok(LangText(checked))
    }
}

/// The shape of BCP 47: letters and digits in parts of one to eight, at most 35 characters.
fn well_formed(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
        && tag.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_the_process_language_then_french() {
        let text = LangText::from_parts(&[("fr", "Bonjour"), ("pt", "Bom dia"), (EASY, "Salut")]);
        assert_eq!(text.best("en", "pt"), ("Bom dia", "pt"));
        assert_eq!(text.best("en", "ar"), ("Bonjour", "fr"));
        assert_eq!(text.easy(), Some("Salut"));
    }

    #[test]
    fn refuses_a_wrong_tag() {
        assert!(LangText::of("fr_FR<script>", "x").checked("title", 10).is_err());
        assert!(LangText::of("fr-x-falc", "x").checked("title", 10).is_ok());
    }
}
