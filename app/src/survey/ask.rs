//! One question as people answer it.

use domain::{
    lang::LangText,
    survey::{
        Answers, Kind, Picture, Question, Required, field,
        kind::{DECLINED, OTHER_TEXT, YES},
        pipe, shuffle,
    },
};
use leptos::prelude::*;

use super::{
    ask_list as list, ask_parts as parts,
    words::{answers_words, easy_words, range},
};
use crate::{
    i18n::{Lang, t},
    picture::inline,
    ui::{Form, form::errors, paragraphs, translated_line},
};

/// The page on which questions are asked, and what was answered so far.
pub struct Asking<'a> {
    pub lang: Lang,
    pub fields: &'a Form,
    pub form: &'a domain::survey::Form,
    pub answers: &'a Answers,
    /// Draws the order of what is shuffled; without one, all stands as it is written.
    pub seed: Option<i16>,
}

/// What every kind of question shares: its words, and the state of its parts.
pub(super) struct Asked<'a> {
    pub lang: Lang,
    pub question: &'a Question,
    /// Of the first part, to which messages lead.
    pub id: String,
    pub name: String,
    pub label: AnyView,
    /// Hint, easy version and messages, under the label.
    pub notes: AnyView,
    pub described_by: Option<String>,
    pub wrong: bool,
    pub required: bool,
    asking: &'a Asking<'a>,
}

impl Asking<'_> {
    /// The question with its number, its help, what was answered so far and what is wrong with it.
    pub fn ask(&self, number: usize, question: &Question) -> AnyView {
        let lang = self.lang;
        if let Kind::Note { link, picture } = &question.kind {
            return self.note(question, link, picture.as_ref());
        }
        let part = question.parts().into_iter().next().unwrap_or_default();
        let name = field(&part);
        let id = self.fields.id(&name);
        // Parts of their own say themselves what is wrong with them.
        let mut problems = self.fields.problems(&name);
        if matches!(question.kind, Kind::Matrix { .. } | Kind::Texts { .. }) {
            problems.clear();
        }
        let wrong = !problems.is_empty();
        let hints = self.hints(question);
        let described: Vec<String> =
            [(!hints.is_empty()).then(|| format!("{id}-hint")), wrong.then(|| format!("{id}-error"))].into_iter().flatten().collect();
        let required = question.required == Required::Yes;
        let optional = (question.required == Required::No).then(|| view! { " " <span class="optional">{t!(lang, "form-optional")}</span> });
        let hint = (!hints.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hints}</p> });
        let asked = Asked {
            lang,
            question,
            label: view! { {format!("{number}. ")}{translated_line(lang, &self.piped(&question.label))}{optional} }.into_any(),
            notes: view! { {hint}{easy_words(lang, &[&question.label, &question.help])}{errors(lang, &problems, &id)} }.into_any(),
            described_by: (!described.is_empty()).then(|| described.join(" ")),
            wrong,
            required,
            id,
            name,
            asking: self,
        };
        match &question.kind {
            Kind::Single { menu: true, .. } | Kind::Municipality { .. } => list::menu(asked),
            Kind::Single { .. } | Kind::YesNo { .. } => list::choices("radio", asked),
            Kind::Multiple { .. } => list::choices("checkbox", asked),
            Kind::Scale { .. } | Kind::Stars | Kind::Nps => list::scale(asked),
            Kind::Faces => list::faces(asked),
            Kind::Consent => list::consent(asked),
            Kind::Ranking { .. } => parts::ranking(asked),
            Kind::Matrix { .. } => parts::matrix(asked),
            Kind::Points { .. } | Kind::Texts { .. } => parts::lines(asked),
            Kind::Number { .. } => line("text", Some("numeric"), "is-short", asked),
            Kind::Date => line("date", None, "is-short", asked),
            Kind::Time => line("time", None, "is-short", asked),
            Kind::Email => line("email", None, "", asked),
            Kind::ShortText { .. } => line("text", None, "", asked),
            Kind::LongText { .. } => area(asked),
            Kind::Note { .. } => ().into_any(),
        }
    }

    fn note(&self, question: &Question, link: &str, picture: Option<&Picture>) -> AnyView {
        let lang = self.lang;
        let (words, tag) = question.label.best(lang.tag(), "fr");
        let other = (tag != lang.tag()).then(|| tag.to_owned());
        let words = paragraphs(&self.fill(words));
        let link = (!link.is_empty()).then(|| {
            let site = link.trim_start_matches("https://").split('/').next().unwrap_or_default().to_owned();
            view! { <p><a href=link.to_owned() rel="noopener noreferrer" target="_blank">{t!(lang, "ask-note-link", site = site)}</a></p> }
        });
        let help = (!question.help.is_empty()).then(|| view! { <p class="hint">{translated_line(lang, &self.piped(&question.help))}</p> });
        let picture = picture.map(|picture| inline(lang, picture));
        view! { <div class="prose" lang=other>{words}</div>{picture}{help}{easy_words(lang, &[&question.label, &question.help])}{link} }
            .into_any()
    }

    fn hints(&self, question: &Question) -> Vec<AnyView> {
        let lang = self.lang;
        let mut hints = Vec::new();
        if !question.help.is_empty() {
            hints.push(view! { {translated_line(lang, &self.piped(&question.help))} " " }.into_any());
        }
        hints.extend(hint(lang, &question.kind, question.help.is_empty()).map(IntoAny::into_any));
        hints
    }

    /// A text with earlier answers in the places that name them.
    pub fn piped(&self, text: &LangText) -> LangText {
        LangText(text.0.iter().map(|(tag, words)| (tag.clone(), self.fill(words))).collect())
    }

    fn fill(&self, words: &str) -> String {
        pipe::fill(words, |key| {
            let said = self.form.owner(key).zip(self.answers.get(key)).map(|(question, values)| answers_words(self.lang, question, values));
            said.unwrap_or_else(|| "…".to_owned())
        })
    }
}

impl Asked<'_> {
    pub fn values(&self, key: &str) -> &[String] {
        self.asking.answers.get(key).map_or(&[][..], Vec::as_slice)
    }

    /// Whether a value stands in a part, as typed a moment ago or as kept.
    pub fn chosen(&self, key: &str, value: &str) -> bool {
        self.asking.fields.ticked(&field(key), value, self.values(key).iter().any(|kept| kept == value))
    }

    /// What stands in the `at`-th field of a part.
    pub fn typed(&self, key: &str, at: usize) -> String {
        let name = field(key);
        match self.asking.fields.typed(&name) {
            Some(values) => values.get(at).cloned().unwrap_or_default(),
            None => self.values(key).get(at).cloned().unwrap_or_default(),
        }
    }

    pub fn id_of(&self, key: &str) -> String {
        self.asking.fields.id(&field(key))
    }

    /// The messages of one part, and whether there are any.
    pub fn errors_of(&self, key: &str) -> Option<AnyView> {
        errors(self.lang, &self.asking.fields.problems(&field(key)), &self.id_of(key))
    }

    pub fn words(&self, text: &LangText) -> AnyView {
        translated_line(self.lang, &self.asking.piped(text))
    }

    /// The places of `n` options in the order of this person.
    pub fn order(&self, n: usize, shuffled: bool) -> Vec<usize> {
        shuffle::places(n, self.asking.seed.filter(|_| shuffled), &self.question.code)
    }

    /// A box for those who prefer not to answer.
    pub fn decline(&self) -> Option<AnyView> {
        let key = self.question.key(DECLINED);
        self.question.declinable.then(|| {
            let checked = self.chosen(&key, YES);
            view! {
                <label class="choice is-aside"><input type="checkbox" name=field(&key) value=YES checked=checked/>
                    <span>{t!(self.lang, "ask-decline")}</span></label>
            }
            .into_any()
        })
    }

    /// The line behind "other".
    pub fn other(&self) -> Option<AnyView> {
        let key = self.question.key(OTHER_TEXT);
        self.question.kind.has_other().then(|| {
            let (id, name) = (self.id_of(&key), field(&key));
            let errors = self.errors_of(&key);
            let wrong = errors.is_some();
            view! {
                <div class=if wrong { "field other is-wrong" } else { "field other" }>
                    <label for=id.clone()>{t!(self.lang, "ask-other-words")}</label>
                    {errors}
                    <input id=id name=name type="text" value=self.typed(&key, 0) autocomplete="off" aria-invalid=wrong.then_some("true")/>
                </div>
            }
            .into_any()
        })
    }

    pub fn group(self, class: &'static str, rows: AnyView) -> AnyView {
        let class = if self.wrong { format!("{class} is-wrong") } else { class.to_owned() };
        let decline = self.decline();
        view! {
            <fieldset class=class id=self.id tabindex="-1" aria-describedby=self.described_by>
                <legend>{self.label}</legend>
                {self.notes}
                {rows}
                {decline}
            </fieldset>
        }
        .into_any()
    }
}

/// How a kind of question is answered. `alone`: where the facilitator gave no help of their own.
pub(super) fn hint(lang: Lang, kind: &Kind, alone: bool) -> Option<String> {
    Some(match kind {
        Kind::Multiple { least, most, .. } if *least > 0 && *most > 0 => t!(lang, "ask-least-most", least = *least, most = *most),
        Kind::Multiple { least, .. } if *least > 0 => t!(lang, "ask-least", n = *least),
        Kind::Multiple { most, .. } if *most > 0 => t!(lang, "ask-most", n = *most),
        Kind::Multiple { .. } if alone => t!(lang, "ask-several"),
        Kind::Ranking { .. } => t!(lang, "ask-ranking"),
        Kind::Points { total, .. } => t!(lang, "ask-points", total = *total),
        Kind::Number { min, max, unit } => range(lang, *min, *max, unit),
        Kind::ShortText { max } | Kind::LongText { max } => t!(lang, "ask-length", max = *max),
        Kind::Nps => t!(lang, "ask-nps", low = t!(lang, "nps-low"), high = t!(lang, "nps-high")),
        Kind::Email => t!(lang, "ask-email"),
        Kind::Single { menu: true, .. } | Kind::Municipality { .. } => t!(lang, "ask-menu"),
        _ => return None,
    })
}

fn frame(asked: Asked<'_>, control: AnyView) -> AnyView {
    let decline = asked.decline();
    view! {
        <div class=if asked.wrong { "field is-wrong" } else { "field" }>
            <label for=asked.id>{asked.label}</label>
            {asked.notes}
            {control}
            {decline}
        </div>
    }
    .into_any()
}

fn line(kind: &'static str, mode: Option<&'static str>, class: &'static str, asked: Asked<'_>) -> AnyView {
    let complete = if kind == "email" { "email" } else { "off" };
    let control = view! {
        <input id=asked.id.clone() name=asked.name.clone() type=kind inputmode=mode class=(!class.is_empty()).then_some(class)
            value=asked.typed(&asked.question.code, 0) autocomplete=complete aria-invalid=asked.wrong.then_some("true") aria-describedby=asked.described_by.clone()/>
    };
    frame(asked, control.into_any())
}

fn area(asked: Asked<'_>) -> AnyView {
    let typed = asked.typed(&asked.question.code, 0);
    let control = view! {
        <textarea id=asked.id.clone() name=asked.name.clone() rows="6" aria-invalid=asked.wrong.then_some("true")
            aria-describedby=asked.described_by.clone()
            // The parser drops a first newline: give it one to drop.
            inner_html=format!("\n{}", typed.replace('&', "&amp;").replace('<', "&lt;"))></textarea>
    };
    frame(asked, control.into_any())
}
