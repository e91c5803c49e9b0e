//! Words about questions and answers that several screens use.

use domain::{
    lang::LangText,
    survey::{Kind, Question},
};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    ui::sign,
    visit::Visit,
};

/// The easy-to-read versions of some texts, folded away.
pub fn easy_words(lang: Lang, texts: &[&LangText]) -> Option<AnyView> {
    let words: Vec<&str> = texts.iter().filter_map(|text| text.easy()).filter(|words| !words.trim().is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    let words = words.into_iter().map(crate::ui::paragraphs).collect_view();
    Some(
        view! { <details class="small"><summary>{sign("easy")}{t!(lang, "easy-to-read")}</summary><div lang="fr">{words}</div></details> }
            .into_any(),
    )
}

/// "De 0 à 10 enfants."
pub fn range(lang: Lang, min: i64, max: i64, unit: &LangText) -> String {
    if unit.is_empty() {
        t!(lang, "ask-range", min = min, max = max)
    } else {
        t!(lang, "ask-range-unit", min = min, max = max, unit = unit.text(lang.tag()))
    }
}

/// One answer, in words.
pub fn answer_words(lang: Lang, question: &Question, value: &str) -> String {
    let tag = lang.tag();
    match &question.kind {
        Kind::Single { options } | Kind::Multiple { options } => {
            options.iter().find(|option| option.code == value).map_or_else(|| value.to_owned(), |option| option.label.text(tag).to_owned())
        }
        Kind::Scale { .. } => step_words(lang, &question.kind, value),
        Kind::Faces if question.kind.steps().iter().any(|step| step == value) => lang.of("face", value),
        Kind::Number { unit, .. } if !unit.is_empty() => format!("{value}\u{a0}{}", unit.text(tag)),
        _ => value.to_owned(),
    }
}

/// A step of a scale: its number, with the words of its end.
pub fn step_words(lang: Lang, kind: &Kind, step: &str) -> String {
    let Kind::Scale { steps, low, high } = kind else { return step.to_owned() };
    let end = match step {
        "1" => low,
        last if *last == steps.to_string() => high,
        _ => return step.to_owned(),
    };
    if end.is_empty() { step.to_owned() } else { format!("{step} ({})", end.text(lang.tag())) }
}

/// A value in the query of the page's address. Ours are codes and numbers: nothing to decode.
pub fn asked<'a>(visit: &'a Visit, name: &str) -> Option<&'a str> {
    let query = visit.path.split('#').next()?.split_once('?')?.1;
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// Words one after the other, the first letter of the whole as a capital.
pub fn sentence(parts: &[String]) -> String {
    let mut words = parts.join(", ");
    if let Some(first) = words.chars().next() {
        let capital: String = first.to_uppercase().collect();
        words.replace_range(..first.len_utf8(), &capital);
    }
    words
}
