//! The fields of a section and of a question, in the languages of the screens and in easy-to-read French.

use domain::survey::{Kind, KindName, Question, Section, Step, Words};
use leptos::prelude::*;
use store::round::Round;

use crate::{
    i18n::{Lang, t},
    ui::Form,
};

/// One text of a form: its name, the key of its label, what it holds now, whether it has several lines.
pub struct TextField {
    pub name: &'static str,
    pub label: &'static str,
    pub words: Words,
    pub lines: u32,
    pub optional: bool,
}

/// The texts in French, then folded away the easy-to-read version and English.
pub fn texts(lang: Lang, form: &Form, fields: &[TextField]) -> AnyView {
    let french = fields.iter().map(|field| input(lang, form, field, "fr", "fr", &field.words.fr)).collect_view();
    let other = |part: &'static str, tag: &'static str, title: String, of: fn(&Words) -> &str| {
        let filled = fields.iter().any(|field| !of(&field.words).is_empty());
        let inputs = fields.iter().map(|field| input(lang, form, field, part, tag, of(&field.words))).collect_view();
        view! { <details open=filled || form.refused()><summary>{title}</summary><div class="stack">{inputs}</div></details> }
    };
    view! {
        {french}
        {other("easy", "fr", t!(lang, "build-in-easy"), |words| &words.easy)}
        {other("en", "en", t!(lang, "build-in-english"), |words| &words.en)}
    }
    .into_any()
}

fn input(lang: Lang, form: &Form, field: &TextField, part: &str, tag: &'static str, held: &str) -> AnyView {
    let name = format!("typed[{}][{part}]", field.name);
    let label = lang.text(field.label);
    let label = match part {
        "easy" => t!(lang, "build-label-easy", label = label),
        "en" => t!(lang, "build-label-english", label = label),
        _ => label,
    };
    let mut input = if field.lines > 1 { form.area(&name, label).rows(field.lines) } else { form.text(&name, label) };
    input = input.default(held).in_language(tag);
    if field.optional || part != "fr" {
        input = input.optional();
    }
    if field.name == "options" && part == "fr" {
        input = input.hint(t!(lang, "build-options-hint"));
    }
    input.view()
}

fn buttons(lang: Lang, round: &Round, code: &str) -> AnyView {
    let back = format!("/r/{}/edit#{}", round.id, if code.is_empty() { "form" } else { code });
    view! {
        <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "build-save")}</button>
            <a class="button is-quiet" href=back>{t!(lang, "build-cancel")}</a></p>
    }
    .into_any()
}

pub fn section_form(lang: Lang, form: &Form, round: &Round, section: Option<&Section>) -> AnyView {
    let (step, code) = section.map_or((Step::AddSection, ""), |section| (Step::EditSection, section.code.as_str()));
    let held = |text: Option<&domain::lang::LangText>| text.map(Words::of).unwrap_or_default();
    let fields = [
        TextField { name: "title", label: "build-section-title", words: held(section.map(|s| &s.title)), lines: 1, optional: false },
        TextField { name: "intro", label: "build-section-intro", words: held(section.map(|s| &s.intro)), lines: 3, optional: true },
    ];
    let inside = view! {
        {form.hidden("round", round.id)}{form.hidden("step", step)}{form.hidden("code", code)}
        {texts(lang, form, &fields)}
        {buttons(lang, round, code)}
    };
    form.view(inside)
}

/// The form of a question; `code` is its own, or for a new one the section's.
pub fn question_form(lang: Lang, form: &Form, round: &Round, step: Step, code: &str, kind: KindName, held: Option<&Question>) -> AnyView {
    let words = |text: Option<&domain::lang::LangText>| text.map(Words::of).unwrap_or_default();
    let mut fields = vec![
        TextField { name: "label", label: "build-label", words: words(held.map(|q| &q.label)), lines: 2, optional: false },
        TextField { name: "help", label: "build-help", words: words(held.map(|q| &q.help)), lines: 2, optional: true },
    ];
    let held_kind = held.map(|question| &question.kind);
    match kind {
        KindName::Single | KindName::Multiple => {
            let words = match held_kind {
                Some(Kind::Single { options } | Kind::Multiple { options }) => Words::of_options(options),
                _ => Words::default(),
            };
            fields.push(TextField { name: "options", label: "build-options", words, lines: 8, optional: false });
        }
        KindName::Scale => {
            let (low, high) = if let Some(Kind::Scale { low, high, .. }) = held_kind { (Some(low), Some(high)) } else { (None, None) };
            fields.push(TextField { name: "low", label: "build-low", words: words(low), lines: 1, optional: true });
            fields.push(TextField { name: "high", label: "build-high", words: words(high), lines: 1, optional: true });
        }
        KindName::Number => {
            let unit = if let Some(Kind::Number { unit, .. }) = held_kind { Some(unit) } else { None };
            fields.push(TextField { name: "unit", label: "build-unit", words: words(unit), lines: 1, optional: true });
        }
        KindName::Faces | KindName::ShortText | KindName::LongText => {}
    }
    let number =
        |name: &str, label: String, value: String| form.text(name, label).inputmode("numeric").class("is-short").default(value).view();
    let bounds = match (kind, held_kind) {
        (KindName::Scale, Some(Kind::Scale { steps, .. })) => number("typed[steps]", t!(lang, "build-steps"), steps.to_string()),
        (KindName::Scale, _) => number("typed[steps]", t!(lang, "build-steps"), "5".into()),
        (KindName::Number, held) => {
            let (min, max) = if let Some(Kind::Number { min, max, .. }) = held { (*min, *max) } else { (0, 100) };
            let (min, max) = (
                number("typed[min]", t!(lang, "build-min"), min.to_string()),
                number("typed[max]", t!(lang, "build-max"), max.to_string()),
            );
            view! { <div class="fields">{min}{max}</div> }.into_any()
        }
        (KindName::ShortText | KindName::LongText, Some(Kind::ShortText { max } | Kind::LongText { max })) => {
            number("typed[length]", t!(lang, "build-length"), max.to_string())
        }
        (KindName::ShortText, _) => number("typed[length]", t!(lang, "build-length"), "120".into()),
        (KindName::LongText, _) => number("typed[length]", t!(lang, "build-length"), "2000".into()),
        _ => ().into_any(),
    };
    let anchor = if step == Step::AddQuestion { "" } else { code };
    let inside = view! {
        {form.hidden("round", round.id)}{form.hidden("step", step)}{form.hidden("code", code)}{form.hidden("kind", kind)}
        {texts(lang, form, &fields)}
        {bounds}
        {form.tick("typed[required]", t!(lang, "build-required"), held.is_some_and(|question| question.required))}
        {buttons(lang, round, anchor)}
    };
    form.view(inside)
}
