//! One question as people answer it.

use domain::{
    lang::LangText,
    survey::{Choice, Kind, Question, field},
};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    survey::words::{easy_words, range},
    ui::{Form, form::errors, sign::face, translated_line},
};

/// Words and state that every kind of question shares.
struct Asked {
    lang: Lang,
    id: String,
    name: String,
    label: AnyView,
    /// Hint, easy version and messages, under the label.
    notes: AnyView,
    described_by: Option<String>,
    wrong: bool,
    required: bool,
}

/// The question with its number, its help, what was answered so far and what is wrong with it.
pub fn ask(form: &Form, lang: Lang, number: usize, question: &Question, values: &[String]) -> AnyView {
    let name = field(&question.code);
    let id = form.id(&name);
    let problems = form.problems(&name);
    let wrong = !problems.is_empty();
    let hints = hints(lang, question);
    let described: Vec<String> =
        [(!hints.is_empty()).then(|| format!("{id}-hint")), wrong.then(|| format!("{id}-error"))].into_iter().flatten().collect();
    let optional = (!question.required).then(|| view! { " " <span class="optional">{t!(lang, "form-optional")}</span> });
    let hint = (!hints.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hints}</p> });
    let asked = Asked {
        lang,
        label: view! { {format!("{number}. ")}{translated_line(lang, &question.label)}{optional} }.into_any(),
        notes: view! { {hint}{easy_words(lang, &[&question.label, &question.help])}{errors(lang, &problems, &id)} }.into_any(),
        described_by: (!described.is_empty()).then(|| described.join(" ")),
        wrong,
        required: question.required,
        id,
        name,
    };
    let name = asked.name.clone();
    let chosen = |value: &str| form.ticked(&name, value, values.iter().any(|v| v == value));
    let typed = form.value(&name, values.first().map_or("", String::as_str));
    match &question.kind {
        Kind::Single { options } => choices(options, "radio", chosen, asked),
        Kind::Multiple { options } => choices(options, "checkbox", chosen, asked),
        Kind::Scale { steps, low, high } => scale(*steps, low, high, chosen, asked),
        Kind::Faces => faces(chosen, asked),
        Kind::Number { .. } => line("numeric", "is-short", &typed, asked),
        Kind::ShortText { .. } => line("text", "", &typed, asked),
        Kind::LongText { .. } => area(&typed, asked),
    }
}

fn hints(lang: Lang, question: &Question) -> Vec<AnyView> {
    let mut hints = Vec::new();
    if !question.help.is_empty() {
        hints.push(view! { {translated_line(lang, &question.help)} " " }.into_any());
    }
    match &question.kind {
        Kind::Multiple { .. } if question.help.is_empty() => hints.push(t!(lang, "ask-several").into_any()),
        Kind::Number { min, max, unit } => hints.push(range(lang, *min, *max, unit).into_any()),
        Kind::ShortText { max } | Kind::LongText { max } => hints.push(t!(lang, "ask-length", max = *max).into_any()),
        _ => {}
    }
    hints
}

/// A radio button cannot be taken back: where nothing is required, one says so.
fn none(asked: &Asked, chosen: impl Fn(&str) -> bool) -> Option<AnyView> {
    let checked = chosen("");
    (!asked.required).then(|| {
        view! {
            <label class="choice is-aside"><input type="radio" name=asked.name.clone() value="" checked=checked/><span>{t!(asked.lang, "ask-none")}</span></label>
        }
        .into_any()
    })
}

fn group(class: &'static str, asked: Asked, rows: AnyView) -> AnyView {
    let class = if asked.wrong { format!("{class} is-wrong") } else { class.to_owned() };
    view! {
        <fieldset class=class id=asked.id tabindex="-1" aria-describedby=asked.described_by>
            <legend>{asked.label}</legend>
            {asked.notes}
            {rows}
        </fieldset>
    }
    .into_any()
}

fn choices(options: &[Choice], kind: &'static str, chosen: impl Fn(&str) -> bool, asked: Asked) -> AnyView {
    let rows = options
        .iter()
        .map(|option| {
            let easy = option.label.easy().map(|words| view! { <small lang="fr">{words.to_owned()}</small> });
            let checked = chosen(&option.code);
            view! {
                <label class="choice"><input type=kind name=asked.name.clone() value=option.code.clone() checked=checked/>
                    <span>{translated_line(asked.lang, &option.label)}{easy}</span></label>
            }
        })
        .collect_view();
    let none = (kind == "radio").then(|| none(&asked, chosen));
    group("choices", asked, view! { {rows}{none} }.into_any())
}

fn scale(steps: u8, low: &LangText, high: &LangText, chosen: impl Fn(&str) -> bool, asked: Asked) -> AnyView {
    let lang = asked.lang;
    let rows = (1..=steps)
        .map(|step| {
            let end = match step {
                1 => low,
                last if last == steps => high,
                _ => &LangText::default(),
            };
            let end = (!end.is_empty()).then(|| view! { " " {translated_line(lang, end)} });
            let checked = chosen(&step.to_string());
            view! {
                <label class="scale-step"><input type="radio" name=asked.name.clone() value=step.to_string() checked=checked/>
                    <span>{step.to_string()}{end}</span></label>
            }
        })
        .collect_view();
    let none = none(&asked, chosen);
    group("scale", asked, view! { <div class="scale-steps">{rows}</div>{none} }.into_any())
}

fn faces(chosen: impl Fn(&str) -> bool, asked: Asked) -> AnyView {
    let rows = (1..=5u8)
        .map(|step| {
            let checked = chosen(&step.to_string());
            view! {
                <label class=format!("face is-{step}")><input type="radio" name=asked.name.clone() value=step.to_string() checked=checked/>
                    {face(step)}<span>{asked.lang.of("face", &step.to_string())}</span></label>
            }
        })
        .collect_view();
    let none = none(&asked, chosen);
    group("faces", asked, view! { <div class="faces-steps">{rows}</div>{none} }.into_any())
}

fn frame(asked: Asked, control: AnyView) -> AnyView {
    view! {
        <div class=if asked.wrong { "field is-wrong" } else { "field" }>
            <label for=asked.id>{asked.label}</label>
            {asked.notes}
            {control}
        </div>
    }
    .into_any()
}

fn line(mode: &'static str, class: &'static str, typed: &str, asked: Asked) -> AnyView {
    let control = view! {
        <input id=asked.id.clone() name=asked.name.clone() type="text" inputmode=mode class=(!class.is_empty()).then_some(class)
            value=typed.to_owned() autocomplete="off" aria-invalid=asked.wrong.then_some("true") aria-describedby=asked.described_by.clone()/>
    };
    frame(asked, control.into_any())
}

fn area(typed: &str, asked: Asked) -> AnyView {
    let control = view! {
        <textarea id=asked.id.clone() name=asked.name.clone() rows="6" aria-invalid=asked.wrong.then_some("true")
            aria-describedby=asked.described_by.clone()
            // The parser drops a first newline: give it one to drop.
            inner_html=format!("\n{}", typed.replace('&', "&amp;").replace('<', "&lt;"))></textarea>
    };
    frame(asked, control.into_any())
}
