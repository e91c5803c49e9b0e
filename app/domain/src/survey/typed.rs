//! What a facilitator types to describe a section or a question, and what becomes of it.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    lang::{EASY, LangText},
    refusal::Problems,
    survey::{
        code,
        conditions::Tests,
        form::{Question, Required},
        kind::{Choice, ITEMS, Kind, KindName, MENU, OPTIONS, RESERVED},
        logic::Rule,
        slice,
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
    /// `no`, `soft` or `yes`.
    pub required: String,
    pub declinable: bool,
    pub filter: bool,
    /// One option per line, `code | words` or words alone; a `*` at its end says that it is chosen alone.
    pub options: Words,
    /// As the options.
    pub items: Words,
    pub other: bool,
    pub menu: bool,
    pub shuffled: bool,
    pub unsure: bool,
    pub least: String,
    pub most: String,
    pub steps: String,
    /// One step per line.
    pub names: Words,
    pub low: Words,
    pub high: Words,
    pub min: String,
    pub max: String,
    pub total: String,
    pub unit: Words,
    pub length: String,
    pub link: String,
    pub show: Tests,
    /// What must hold of the answer, and what is said when it does not.
    pub must: Tests,
    pub rule_words: Words,
    /// Where a question or a section goes (see [`super::place`]).
    pub place: String,
    /// Where municipalities come from; empty for the territory of the process.
    pub territory: String,
    /// Take their list over anew.
    pub refresh: bool,
    /// The list, where it is taken over: nobody types it.
    #[serde(skip)]
    pub places: Option<Vec<Choice>>,
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

    /// Options or items to correct: `code | words`, one per line, in the languages they have.
    pub fn of_choices(choices: &[Choice]) -> Self {
        let lines = |tag: &str| {
            choices
                .iter()
                .filter_map(|choice| {
                    let star = if choice.alone { " *" } else { "" };
                    choice.label.exact(tag).map(|words| format!("{} | {words}{star}", choice.code))
                })
                .collect::<Vec<_>>()
                .join("\n")
        };
        Words { fr: lines("fr"), easy: lines(EASY), en: lines("en") }
    }

    /// Names to correct, one per line.
    pub fn of_names(names: &[LangText]) -> Self {
        let lines = |tag: &str| names.iter().filter_map(|name| name.exact(tag)).collect::<Vec<_>>().join("\n");
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
        let show = self.show.read("show", kept.and_then(|q| q.show.as_ref()), &mut problems);
        let rules = self.rules(kept, &mut problems);
        problems.check()?;
        let required = self.required.parse().unwrap_or(Required::No);
        Ok(Question {
            code,
            label,
            help,
            required,
            declinable: self.declinable,
            show,
            rules,
            filter: self.filter && slice::may_filter(&kind),
            kind,
        })
    }

    /// The form shows the first rule; others stay.
    fn rules(&self, kept: Option<&Question>, problems: &mut Problems) -> Vec<Rule> {
        let kept = kept.map_or(&[][..], |question| &question.rules);
        let first = kept.first();
        let none = LangText::default();
        let must = self.must.read("must", first.map(|rule| &rule.must), problems);
        let rule = must.map(|must| Rule {
            must,
            words: self.rule_words.over_required("rule_words", first.map_or(&none, |rule| &rule.words), text::LINE, problems),
        });
        rule.into_iter().chain(kept.iter().skip(1).cloned()).collect()
    }

    fn kind(&self, kind: KindName, kept: Option<&Kind>, problems: &mut Problems) -> Kind {
        let none = LangText::default();
        let (old_options, old_items) = (kept.map_or(&[][..], Kind::options), kept.map_or(&[][..], Kind::items));
        let options = |problems: &mut Problems, most| choices("options", &self.options, old_options, most, problems);
        let items = |problems: &mut Problems| choices("items", &self.items, old_items, ITEMS, problems);
        let count = |name: &str, typed: &str, default, problems: &mut Problems| {
            usize::try_from(number(name, typed, default, problems)).unwrap_or(usize::MAX)
        };
        let (other, shuffled) = (self.other, self.shuffled);
        match kind {
            KindName::Single => {
                let options = options(problems, if self.menu { MENU } else { OPTIONS });
                Kind::Single { options, other, menu: self.menu, shuffled }
            }
            KindName::Multiple => Kind::Multiple {
                options: options(problems, OPTIONS),
                other,
                shuffled,
                least: count("least", &self.least, 0, problems),
                most: count("most", &self.most, 0, problems),
            },
            KindName::YesNo => Kind::YesNo { unsure: self.unsure },
            KindName::Scale => {
                let steps = u8::try_from(number("steps", &self.steps, 5, problems)).unwrap_or(0);
                let (low, high, names) = if let Some(Kind::Scale { low, high, names, .. }) = kept {
                    (low, high, names.as_slice())
                } else {
                    (&none, &none, &[][..])
                };
                let low = self.low.over("low", low, text::NAME, problems);
                let high = self.high.over("high", high, text::NAME, problems);
                Kind::Scale { steps, low, high, names: step_names(&self.names, names, problems) }
            }
            KindName::Faces => Kind::Faces,
            KindName::Stars => Kind::Stars,
            KindName::Nps => Kind::Nps,
            KindName::Ranking => {
                Kind::Ranking { options: options(problems, ITEMS), shuffled, most: count("most", &self.most, 0, problems) }
            }
            KindName::Matrix => Kind::Matrix { items: items(problems), options: options(problems, OPTIONS), shuffled },
            KindName::Number => {
                let (min, max) = (number("min", &self.min, 0, problems), number("max", &self.max, 100, problems));
                let unit = if let Some(Kind::Number { unit, .. }) = kept { unit } else { &none };
                Kind::Number { min, max, unit: self.unit.over("unit", unit, text::NAME, problems) }
            }
            KindName::Points => {
                let total = u32::try_from(number("total", &self.total, 10, problems)).unwrap_or(0);
                Kind::Points { items: items(problems), total }
            }
            KindName::Date => Kind::Date,
            KindName::Time => Kind::Time,
            KindName::ShortText => Kind::ShortText { max: count("length", &self.length, 120, problems) },
            KindName::LongText => Kind::LongText { max: count("length", &self.length, 2000, problems) },
            KindName::Texts => Kind::Texts { items: items(problems), max: count("length", &self.length, 120, problems) },
            KindName::Email => Kind::Email,
            KindName::Consent => Kind::Consent,
            KindName::Note => {
                let picture = if let Some(Kind::Note { picture, .. }) = kept { picture.clone() } else { None };
                Kind::Note { link: self.link.trim().to_owned(), picture }
            }
            KindName::Municipality => {
                let options = self.places.clone().unwrap_or_else(|| old_options.to_vec());
                Kind::Municipality { options, territory: self.territory.parse().ok() }
            }
        }
    }
}

fn number(name: &str, typed: &str, default: i64, problems: &mut Problems) -> i64 {
    match typed.trim() {
        "" => default,
        typed => problems.take(typed.parse().map_err(|_| Problem::new(format!("typed[{name}]"), "answer-not-a-number"))).unwrap_or(default),
    }
}

/// French says how many names there are; the other languages follow by place.
fn step_names(typed: &Words, kept: &[LangText], problems: &mut Problems) -> Vec<LangText> {
    let names = text::clean(&typed.fr);
    let mut names: Vec<LangText> = names
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .enumerate()
        .map(|(at, words)| {
            let mut name = kept.get(at).cloned().unwrap_or_default();
            name.0.retain(|tag, _| tag != EASY && tag != "en");
            name.0.insert("fr".to_owned(), words.to_owned());
            name
        })
        .collect();
    for (part, tag, typed) in &typed.each()[1..] {
        for (at, words) in text::clean(typed).lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            match names.get_mut(at) {
                Some(name) => drop(name.0.insert((*tag).to_owned(), words.to_owned())),
                None => problems.push(Problem::new(format!("typed[names][{part}]"), "option-without-french")),
            }
        }
    }
    names
}

/// French says which options there are and in which order; the other languages follow by code, else by place.
fn choices(name: &str, typed: &Words, kept: &[Choice], most: usize, problems: &mut Problems) -> Vec<Choice> {
    let field = |part: &str| format!("typed[{name}][{part}]");
    let lines = lines(&typed.fr);
    if lines.len() > most {
        problems.push(Problem::new(field("fr"), "options-count").with("min", 1).with("max", most));
        return Vec::new();
    }
    let mut choices: Vec<Choice> = Vec::new();
    for (typed, words) in &lines {
        let (words, alone) = words.strip_suffix('*').map_or((words.as_str(), false), |words| (words.trim_end(), true));
        let taken = |code: &str| {
            RESERVED.contains(&code)
                || choices.iter().any(|choice| choice.code == code)
                || lines.iter().any(|(typed, _)| typed.as_deref() == Some(code))
        };
        // A line without its code that says what an option said is that option.
        let known = kept.iter().find(|choice| choice.label.exact("fr") == Some(words) && !taken(&choice.code));
        let code = typed.clone().or(known.map(|choice| choice.code.clone())).unwrap_or_else(|| code::from_label(words, "option", taken));
        let known = kept.iter().find(|choice| choice.code == code);
        let picture = known.and_then(|choice| choice.picture.clone());
        let mut label = known.map(|choice| choice.label.clone()).unwrap_or_default();
        label.0.retain(|tag, _| tag != EASY && tag != "en");
        match problems.take(text::required(&field("fr"), words, text::LINE)) {
            Some(words) => label.0.insert("fr".to_owned(), words),
            None => None,
        };
        choices.push(Choice { code, label, alone, picture });
    }
    for (part, tag, typed) in &typed.each()[1..] {
        let field = field(part);
        for (at, (typed, words)) in self::lines(typed).into_iter().enumerate() {
            let words = words.strip_suffix('*').map_or(words.as_str(), str::trim_end);
            let place = typed.as_ref().map_or(Some(at), |code| choices.iter().position(|choice| choice.code == *code));
            let words = problems.take(text::optional(&field, words, text::LINE));
            match (place.and_then(|at| choices.get_mut(at)), words) {
                (Some(choice), Some(words)) => drop(choice.label.0.insert((*tag).to_owned(), words)),
                // An option that was taken out in French leaves with its translations.
                (None, _) if typed.as_ref().is_some_and(|code| kept.iter().any(|choice| choice.code == *code)) => {}
                (None, _) => problems.push(Problem::new(field.clone(), "option-without-french")),
                (_, None) => {}
            }
        }
    }
    choices
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
