//! Forms of every kind, drawn from a tape of numbers so that what fails shrinks.

use std::collections::BTreeMap;

use crate::{
    college::CollegeKind,
    lang::LangText,
    survey::{
        form::{Form, Question, Required, Section},
        kind::{Choice, Kind},
        logic::{Compare, Condition, Rule},
        picture::Picture,
        quota::Quota,
        slice::{FILTERS, may_filter},
    },
};

/// Codes that could be taken for something else.
const CODES: &[&str] = &[
    "a",
    "b_",
    "c__d",
    "palabre_college",
    "palabre_language",
    "and",
    "not",
    "questions",
    "autre",
    "autre_other",
    "palabre_yes_no",
    "declined",
    "s",
    "x2",
    "a_very_long_code_20ch",
    "n",
    "m",
    "jours",
];
const TAGS: &[&str] = &["fr", "fr-x-falc", "en", "ar", "pt-BR", "FR", "english", "x-abc"];
const TEXTS: &[&str] = &[
    "Où ?",
    "L’été, l'hiver \"ici\"",
    "a\nb",
    "{ a } $ ${ b }",
    "${Abc} {A} {",
    "<b> & ; :: (fr)",
    "0",
    "yes",
    "end_group",
    "وقت",
    "${_x} '",
];

pub struct Tape {
    numbers: Vec<u16>,
    at: usize,
}

impl Tape {
    fn below(&mut self, n: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(number) % n
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    fn of<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn words(&mut self) -> LangText {
        let first = self.below(TAGS.len());
        let count = 1 + self.below(3);
        let texts = (0..count).map(|at| (TAGS[(first + at) % TAGS.len()].to_owned(), self.of(TEXTS).to_owned()));
        LangText(texts.collect::<BTreeMap<_, _>>())
    }

    fn maybe_words(&mut self) -> LangText {
        if self.yes() { self.words() } else { LangText::default() }
    }

    fn choices(&mut self, least: usize, more: usize) -> Vec<Choice> {
        let codes = ["a", "b_", "yes", "no", "ok", "x1", "intro", "z__z"];
        (0..least + self.below(more))
            .map(|at| Choice { code: codes[at].to_owned(), label: self.words(), alone: self.below(4) == 1, picture: None })
            .collect()
    }

    fn picture(&mut self) -> Picture {
        let id = uuid::Uuid::from_u128(u128::try_from(self.below(5)).unwrap()).into();
        Picture { id, width: 1 + u32::try_from(self.below(1280)).unwrap(), height: 480, alt: self.words() }
    }

    /// Choices, some of them with a picture.
    fn pictured(&mut self, least: usize, more: usize) -> Vec<Choice> {
        let mut choices = self.choices(least, more);
        choices.iter_mut().for_each(|choice| choice.picture = self.yes().then(|| self.picture()));
        choices
    }

    fn kind(&mut self, at: usize) -> Kind {
        match at {
            0 => {
                let menu = self.yes();
                let options = if menu { self.choices(2, 4) } else { self.pictured(2, 4) };
                Kind::Single { options, other: self.yes(), menu, shuffled: self.yes() }
            }
            1 => Kind::Multiple {
                options: self.pictured(2, 4),
                other: self.yes(),
                shuffled: self.yes(),
                least: self.below(3),
                most: self.below(2) * 2,
            },
            2 => Kind::YesNo { unsure: self.yes() },
            3 => {
                let steps = u8::try_from(2 + self.below(9)).unwrap();
                let names = if self.yes() { (0..steps).map(|_| self.words()).collect() } else { Vec::new() };
                Kind::Scale { steps, low: self.maybe_words(), high: self.maybe_words(), names }
            }
            4 => Kind::Faces,
            5 => Kind::Stars,
            6 => Kind::Nps,
            7 => Kind::Ranking { options: self.choices(2, 4), shuffled: self.yes(), most: self.below(3) },
            8 => Kind::Matrix { items: self.choices(1, 4), options: self.choices(2, 4), shuffled: self.yes() },
            9 => {
                let min = self.of(&[0, -3, 5]);
                Kind::Number { min, max: min + 1 + i64::try_from(self.below(50)).unwrap(), unit: self.maybe_words() }
            }
            10 => Kind::Points { items: self.choices(2, 4), total: 1 + u32::try_from(self.below(1000)).unwrap() },
            11 => Kind::Date,
            12 => Kind::Time,
            13 => Kind::ShortText { max: 1 + self.below(200) },
            14 => Kind::LongText { max: 1 + self.below(6000) },
            15 => Kind::Texts { items: self.choices(1, 4), max: 1 + self.below(200) },
            16 => Kind::Email,
            17 => Kind::Consent,
            18 => Kind::Note {
                link: self.of(&["", "https://example.org/film"]).to_owned(),
                picture: self.yes().then(|| Picture { alt: self.maybe_words(), ..self.picture() }),
            },
            _ => {
                let codes = ["33063", "2A004", "33-b", "00000000-0000-7000-8000-000000000001", "a"];
                let options =
                    (0..1 + self.below(5)).map(|at| Choice { code: codes[at].to_owned(), ..self.choices(1, 1).remove(0) }).collect();
                Kind::Municipality { options, territory: self.yes().then(|| uuid::Uuid::from_u128(7).into()) }
            }
        }
    }

    /// A condition on what was asked so far.
    pub fn condition(&mut self, form: &Form, depth: usize) -> Condition {
        let mut keys: Vec<String> = form.questions().flat_map(Question::keys).collect();
        keys.reverse();
        let wide = if depth > 1 { 9 } else { 6 };
        match self.below(wide) {
            0 if !keys.is_empty() => Condition::Answered { key: self.of(&keys) },
            1 | 2 if !keys.is_empty() => {
                let key = self.of(&keys);
                let question = form.owner(&key).unwrap();
                let codes = question.kind.codes();
                match question.kind.numbers() {
                    Some((min, max)) if self.yes() || codes.is_empty() => {
                        Condition::Number { key, compare: self.of(Compare::ALL), value: self.of(&[min, max, 0, -7]) }
                    }
                    _ if !codes.is_empty() && question.parts().contains(&key) => Condition::Chosen { key, value: self.of(&codes) },
                    _ => Condition::Answered { key },
                }
            }
            3 if !keys.is_empty() => Condition::Contains { key: self.of(&keys), words: self.of(TEXTS).to_owned() },
            4 => Condition::Language { tag: self.of(&["fr", "ar", "d'oc"]).to_owned() },
            6 => Condition::All { of: (0..self.below(4)).map(|_| self.condition(form, depth - 1)).collect() },
            7 => Condition::Any { of: (0..self.below(4)).map(|_| self.condition(form, depth - 1)).collect() },
            8 => Condition::Not { of: Box::new(self.condition(form, depth - 1)) },
            _ => Condition::College { college: self.of(CollegeKind::ALL) },
        }
    }

    fn show(&mut self, form: &Form) -> Option<Condition> {
        (self.below(3) == 1).then(|| self.condition(form, 4))
    }

    fn question(&mut self, form: &Form, code: &str, kind: usize) -> Question {
        let keys: Vec<String> = form.questions().flat_map(Question::keys).collect();
        let mut label = self.words();
        if !keys.is_empty() && self.yes() {
            let key = self.of(&keys);
            label.0.insert("fr".into(), format!("${{{key}}} ?"));
        }
        let kind = self.kind(kind);
        Question {
            code: code.to_owned(),
            label,
            help: self.maybe_words(),
            required: self.of(Required::ALL),
            declinable: self.yes(),
            filter: self.yes() && may_filter(&kind) && form.questions().filter(|question| question.filter).count() < FILTERS,
            show: self.show(form),
            rules: Vec::new(),
            kind,
        }
    }
}

/// A form that holds; each of its parts is left out where it would not.
pub fn form(numbers: Vec<u16>) -> Form {
    let mut tape = Tape { numbers, at: 0 };
    let mut form = Form::default();
    let start = tape.below(CODES.len());
    let mut codes = (0..CODES.len()).map(|at| CODES[(start + at) % CODES.len()]).filter(|code| crate::survey::code::well_formed(code));
    for at in 0..tape.below(4) {
        let code = CODES[(start + at * 2) % CODES.len()].chars().take(20).collect();
        let section = Section {
            code,
            title: tape.words(),
            intro: tape.maybe_words(),
            show: tape.show(&form),
            shuffled: tape.yes(),
            questions: vec![],
        };
        form.sections.push(section);
        for _ in 0..tape.below(7) {
            let kind = tape.below(20);
            let Some(code) = codes.next() else { break };
            let mut question = tape.question(&form, code, kind);
            let mut with = form.clone();
            let last = with.sections.len() - 1;
            with.sections[last].questions.push(question.clone());
            if with.checked().is_err() {
                question.show = None;
                with.sections[last].questions[form.sections[last].questions.len()] = question.clone();
            }
            if with.checked().is_err() {
                with.sections[last].show = None;
            }
            with.checked().unwrap_or_else(|refusal| panic!("{refusal}"));
            form = with;
            for _ in 0..tape.below(5) {
                let rule = Rule { must: tape.condition(&form, 4), words: tape.words() };
                let mut with = form.clone();
                with.sections[last].questions.last_mut().unwrap().rules.push(rule);
                if with.checked().is_ok() {
                    form = with;
                }
            }
        }
    }
    for _ in 0..tape.below(3) {
        if let Condition::Chosen { key, value } = tape.condition(&form, 1) {
            let college = tape.yes().then(|| tape.of(CollegeKind::ALL));
            let quota = Quota { key, value, college, limit: 1 + i64::try_from(tape.below(500)).unwrap(), words: tape.words() };
            // Ranks are not counted, and nothing is counted twice.
            let ranked = form.owner(&quota.key).is_some_and(|question| matches!(question.kind, Kind::Ranking { .. }));
            if !ranked && form.quotas.iter().all(|other| other.name() != quota.name()) {
                form.quotas.push(quota);
            }
        }
    }
    if form.checked().is_err() {
        form.sections.iter_mut().for_each(|section| section.show = None);
    }
    form.checked().unwrap_or_else(|refusal| panic!("{refusal}"));
    form
}

pub fn condition(form: &Form, numbers: Vec<u16>) -> Condition {
    Tape { numbers, at: 0 }.condition(form, 4)
}
