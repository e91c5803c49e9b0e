//! What a survey asks, and its bounds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Problem, Refusal, lang::LangText, refusal::Problems, survey::code, text, text_enum::text_enum};

pub const SECTIONS: usize = 20;
pub const QUESTIONS: usize = 200;
pub const OPTIONS: usize = 100;
/// Steps of a scale.
pub const STEPS: std::ops::RangeInclusive<u8> = 2..=10;
/// How far apart the bounds of a number may be: each value is counted by itself.
pub const SPAN: i64 = 10_000;
pub const SHORT: usize = text::LINE;
pub const LONG: usize = text::BODY;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    #[serde(default)]
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub code: String,
    pub title: LangText,
    #[serde(default, skip_serializing_if = "LangText::is_empty")]
    pub intro: LangText,
    #[serde(default)]
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Names the question in answers, tallies and exports; stays when the label is corrected.
    pub code: String,
    pub label: LangText,
    #[serde(default, skip_serializing_if = "LangText::is_empty")]
    pub help: LangText,
    #[serde(default)]
    pub required: bool,
    #[serde(flatten)]
    pub kind: Kind,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    Single {
        options: Vec<Choice>,
    },
    Multiple {
        options: Vec<Choice>,
    },
    /// Steps 1 to `steps`, with words at both ends.
    Scale {
        steps: u8,
        #[serde(default)]
        low: LangText,
        #[serde(default)]
        high: LangText,
    },
    /// Five faces, from very dissatisfied (1) to very satisfied (5).
    Faces,
    /// A whole number.
    Number {
        min: i64,
        max: i64,
        #[serde(default)]
        unit: LangText,
    },
    ShortText {
        max: usize,
    },
    LongText {
        max: usize,
    },
}

text_enum! {
    /// A kind without what goes with it.
    KindName {
        Single = "single",
        Multiple = "multiple",
        Scale = "scale",
        Faces = "faces",
        Number = "number",
        ShortText = "short_text",
        LongText = "long_text",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub code: String,
    pub label: LangText,
}

impl Kind {
    pub const fn name(&self) -> KindName {
        match self {
            Kind::Single { .. } => KindName::Single,
            Kind::Multiple { .. } => KindName::Multiple,
            Kind::Scale { .. } => KindName::Scale,
            Kind::Faces => KindName::Faces,
            Kind::Number { .. } => KindName::Number,
            Kind::ShortText { .. } => KindName::ShortText,
            Kind::LongText { .. } => KindName::LongText,
        }
    }

    /// Whether people answer in their own words.
    pub const fn is_text(&self) -> bool {
        matches!(self, Kind::ShortText { .. } | Kind::LongText { .. })
    }

    /// The steps of a scale or of the faces, as their codes.
    pub fn steps(&self) -> Vec<String> {
        let steps = match self {
            Kind::Scale { steps, .. } => *steps,
            Kind::Faces => 5,
            _ => 0,
        };
        (1..=steps).map(|step| step.to_string()).collect()
    }

    fn checked(&self) -> Result<(), Problem> {
        match self {
            Kind::Single { options } | Kind::Multiple { options } => {
                if options.len() < 2 || options.len() > OPTIONS {
                    return Err(Problem::new("typed[options][fr]", "options-count").with("max", OPTIONS));
                }
                let codes = options.iter().map(|option| option.code.as_str());
                code::all_distinct("typed[options][fr]", codes)?;
                options.iter().try_for_each(|option| option.label.checked("typed[options][fr]", text::LINE).map(drop))
            }
            Kind::Scale { steps, low, high } => {
                if !STEPS.contains(steps) {
                    return Err(Problem::new("typed[steps]", "out-of-bounds").with("min", STEPS.start()).with("max", STEPS.end()));
                }
                low.checked_optional("typed[low][fr]", text::NAME)?;
                high.checked_optional("typed[high][fr]", text::NAME).map(drop)
            }
            Kind::Faces => Ok(()),
            Kind::Number { min, max, unit } => {
                if max <= min || max.checked_sub(*min).is_none_or(|span| span > SPAN) {
                    return Err(Problem::new("typed[max]", "number-span").with("span", SPAN));
                }
                unit.checked_optional("typed[unit][fr]", text::NAME).map(drop)
            }
            Kind::ShortText { max } => within("typed[length]", *max, SHORT),
            Kind::LongText { max } => within("typed[length]", *max, LONG),
        }
    }
}

fn within(field: &str, length: usize, most: usize) -> Result<(), Problem> {
    if (1..=most).contains(&length) { Ok(()) } else { Err(Problem::new(field, "out-of-bounds").with("min", 1).with("max", most)) }
}

impl Form {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code == code)
    }

    /// The place of a section, counted from 0.
    pub fn section_at(&self, code: &str) -> Option<usize> {
        self.sections.iter().position(|section| section.code == code)
    }

    /// Within its bounds, each code well formed and used once.
    pub fn checked(&self) -> Result<(), Refusal> {
        let mut problems = Problems::new();
        if self.sections.len() > SECTIONS {
            problems.push(Problem::new("", "too-many-sections").with("max", SECTIONS));
        }
        if self.questions().count() > QUESTIONS {
            problems.push(Problem::new("", "too-many-questions").with("max", QUESTIONS));
        }
        problems.take(code::all_distinct("", self.sections.iter().map(|section| section.code.as_str())));
        problems.take(code::all_distinct("", self.questions().map(|question| question.code.as_str())));
        for section in &self.sections {
            problems.take(section.title.checked("typed[title][fr]", text::TITLE));
            problems.take(section.intro.checked_optional("typed[intro][fr]", text::REASON));
        }
        for question in self.questions() {
            problems.take(question.label.checked("typed[label][fr]", text::REASON));
            problems.take(question.help.checked_optional("typed[help][fr]", text::REASON));
            problems.take(question.kind.checked());
        }
        problems.check()
    }

    /// Codes of sections or of questions that are taken.
    pub(crate) fn section_codes(&self) -> BTreeSet<&str> {
        self.sections.iter().map(|section| section.code.as_str()).collect()
    }

    pub(crate) fn question_codes(&self) -> BTreeSet<&str> {
        self.questions().map(|question| question.code.as_str()).collect()
    }
}
