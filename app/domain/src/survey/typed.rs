//! What a facilitator types to describe a section or a question, and what becomes of it.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    lang::{EASY, LangText},
    refusal::Problems,
    survey::{
        code,
        form::{Choice, Kind, KindName, LONG, OPTIONS, Question, SHORT},
    },
    text,
};

/// One text in the languages of the editing form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    pub fr: String,
    pub easy: String,
    pub en: String,
}

/// All fields of the editing forms; each step reads those it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub title: Words,
    pub intro: Words,
    pub label: Words,
    pub help: Words,
    pub required: bool,
    /// One option per line, `code | words` or words alone.
    pub options: Words,
    pub steps: String,
    pub low: Words,
    pub high: Words,
    pub min: String,
    pub max: String,
    pub unit: Words,
    pub length: String,
}

impl Words {
    fn each(&self) -> [(&'static str, &'static str, &str); 3] {
        [("fr", "fr", &self.fr), ("easy", EASY, &self.easy), ("en", "en", &self.en)]
    }

    /// The text with these three languages replaced; others that it has are kept.
    pub fn over(&self, name: &str, kept: &LangText, max: usize, problems: &mut Problems) -> LangText {
        let mut texts = kept.0.clone();
        for (part, tag, typed) in self.each() {
            match problems.take(text::optional(&format!("typed[{name}][{part}]"), typed, max)) {
                Some(typed) if !typed.is_empty() => texts.insert(tag.to_owned(), typed),
                _ => texts.remove(tag),
            };
        }
        LangText(texts)
    }

    /// As [`Words::over`]; French must be there, for everybody falls back to it.
    pub fn over_required(&self, name: &str, kept: &LangText, max: usize, problems: &mut Problems) -> LangText {
        if self.fr.trim().is_empty() {
            problems.push(Problem::new(format!("typed[{name}][fr]"), "required"));
        }
        self.over(name, kept, max, problems)
    }

    /// The words to correct.
    pub fn of(text: &LangText) -> Self {
        let part = |tag: &str| text.exact(tag).unwrap_or_default().to_owned();
        Words { fr: part("fr"), easy: part(EASY), en: part("en") }
    }

    /// Options to correct: `code | words`, one per line, in the languages they have.
    pub fn of_options(options: &[Choice]) -> Self {
        let lines = |tag: &str| {
            options
                .iter()
                .filter_map(|option| option.label.exact(tag).map(|words| format!("{} | {words}", option.code)))
                .collect::<Vec<_>>()
                .join("\n")
        };
        Words { fr: lines("fr"), easy: lines(EASY), en: lines("en") }
    }
}

impl Typed {
    /// A question of this kind with the code `code`; `kept` is the one it replaces.
    pub fn question(&self, code: String, kind: KindName, kept: Option<&Question>) -> Result<Question, Refusal> {
        let mut problems = Problems::new();
        let none = LangText::default();
        let label = self.label.over_required("label", kept.map_or(&none, |q| &q.label), text::REASON, &mut problems);
        let help = self.help.over("help", kept.map_or(&none, |q| &q.help), text::REASON, &mut problems);
        let kind = self.kind(kind, kept.map(|q| &q.kind), &mut problems);
        problems.check()?;
        Ok(Question { code, label, help, required: self.required, kind })
    }

    fn kind(&self, kind: KindName, kept: Option<&Kind>, problems: &mut Problems) -> Kind {
        let none = LangText::default();
        let mut number = |name: &str, typed: &str, default: i64| match typed.trim() {
            "" => default,
            typed => {
                problems.take(typed.parse().map_err(|_| Problem::new(format!("typed[{name}]"), "answer-not-a-number"))).unwrap_or(default)
            }
        };
        match kind {
            KindName::Single => Kind::Single { options: self.options(kept, problems) },
            KindName::Multiple => Kind::Multiple { options: self.options(kept, problems) },
            KindName::Scale => {
                let steps = u8::try_from(number("steps", &self.steps, 5)).unwrap_or(0);
                let (low, high) = if let Some(Kind::Scale { low, high, .. }) = kept { (low, high) } else { (&none, &none) };
                let low = self.low.over("low", low, text::NAME, problems);
                Kind::Scale { steps, low, high: self.high.over("high", high, text::NAME, problems) }
            }
            KindName::Faces => Kind::Faces,
            KindName::Number => {
                let (min, max) = (number("min", &self.min, 0), number("max", &self.max, 100));
                let unit = if let Some(Kind::Number { unit, .. }) = kept { unit } else { &none };
                Kind::Number { min, max, unit: self.unit.over("unit", unit, text::NAME, problems) }
            }
            KindName::ShortText => Kind::ShortText { max: usize::try_from(number("length", &self.length, 120)).unwrap_or(SHORT + 1) },
            KindName::LongText => Kind::LongText { max: usize::try_from(number("length", &self.length, 2000)).unwrap_or(LONG + 1) },
        }
    }

    /// French says which options there are and in which order; the other languages follow by code, else by place.
    fn options(&self, kept: Option<&Kind>, problems: &mut Problems) -> Vec<Choice> {
        let kept = match kept {
            Some(Kind::Single { options } | Kind::Multiple { options }) => options.as_slice(),
            _ => &[],
        };
        let lines = lines(&self.options.fr);
        if lines.len() > OPTIONS {
            problems.push(Problem::new("typed[options][fr]", "options-count").with("max", OPTIONS));
            return Vec::new();
        }
        let mut options: Vec<Choice> = Vec::new();
        for (typed, words) in &lines {
            let taken = |code: &str| {
                options.iter().any(|option| option.code == code) || lines.iter().any(|(typed, _)| typed.as_deref() == Some(code))
            };
            // A line without its code that says what an option said is that option.
            let known = kept.iter().find(|option| option.label.exact("fr") == Some(words.as_str()) && !taken(&option.code));
            let code =
                typed.clone().or(known.map(|option| option.code.clone())).unwrap_or_else(|| code::from_label(words, "option", taken));
            let mut label = kept.iter().find(|option| option.code == code).map(|option| option.label.clone()).unwrap_or_default();
            label.0.retain(|tag, _| tag != EASY && tag != "en");
            match problems.take(text::required("typed[options][fr]", words, text::LINE)) {
                Some(words) => label.0.insert("fr".to_owned(), words),
                None => None,
            };
            options.push(Choice { code, label });
        }
        for (part, tag, typed) in &self.options.each()[1..] {
            let field = format!("typed[options][{part}]");
            for (at, (typed, words)) in self::lines(typed).into_iter().enumerate() {
                let place = typed.as_ref().map_or(Some(at), |code| options.iter().position(|option| option.code == *code));
                let words = problems.take(text::optional(&field, &words, text::LINE));
                match (place.and_then(|at| options.get_mut(at)), words) {
                    (Some(option), Some(words)) => drop(option.label.0.insert((*tag).to_owned(), words)),
                    // An option that was taken out in French leaves with its translations.
                    (None, _) if typed.as_ref().is_some_and(|code| kept.iter().any(|option| option.code == *code)) => {}
                    (None, _) => problems.push(Problem::new(field.clone(), "option-without-french")),
                    (_, None) => {}
                }
            }
        }
        options
    }
}

/// Lines that hold something: their code, if they begin with one, and their words.
fn lines(typed: &str) -> Vec<(Option<String>, String)> {
    text::clean(typed)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match line.split_once('|') {
            Some((code, words)) if code::well_formed(code.trim()) => (Some(code.trim().to_owned()), words.trim().to_owned()),
            _ => (None, line.to_owned()),
        })
        .collect()
}
