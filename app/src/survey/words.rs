//! Words about questions and answers that several screens use.

use domain::{
    lang::LangText,
    survey::{Kind, Question, kind::OTHER},
};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    ui::sign,
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
    let option = || question.kind.options().iter().find(|option| option.code == value).map(|option| option.label.text(tag).to_owned());
    match &question.kind {
        kind if kind.has_other() && value == OTHER => t!(lang, "ask-other"),
        Kind::Single { .. } | Kind::Multiple { .. } | Kind::Ranking { .. } | Kind::Matrix { .. } | Kind::Municipality { .. } => {
            option().unwrap_or_else(|| value.to_owned())
        }
        Kind::YesNo { .. } if question.kind.codes().iter().any(|code| code == value) => lang.of("yes-no", value),
        Kind::Consent => lang.of("yes-no", "yes"),
        Kind::Scale { .. } | Kind::Stars | Kind::Nps => step_words(lang, &question.kind, value),
        Kind::Faces if question.kind.steps().iter().any(|step| step == value) => lang.of("face", value),
        Kind::Number { unit, .. } if !unit.is_empty() => format!("{value}\u{a0}{}", unit.text(tag)),
        Kind::Date => crate::ui::date::civil(lang, value),
        _ => value.to_owned(),
    }
}

/// All that was chosen, in words.
pub fn answers_words(lang: Lang, question: &Question, values: &[String]) -> String {
    values.iter().map(|value| answer_words(lang, question, value)).collect::<Vec<_>>().join(", ")
}

/// A step of a scale: its number, with its name or the words of its end.
pub fn step_words(lang: Lang, kind: &Kind, step: &str) -> String {
    step_end(lang, kind, step).map_or_else(|| step.to_owned(), |words| format!("{step} ({words})"))
}

/// The name of a step, or the words at an end.
pub fn step_end(lang: Lang, kind: &Kind, step: &str) -> Option<String> {
    let tag = lang.tag();
    match (kind, step) {
        (Kind::Nps, "0") => Some(t!(lang, "nps-low")),
        (Kind::Nps, "10") => Some(t!(lang, "nps-high")),
        (Kind::Scale { steps, low, high, names }, step) => {
            let at: usize = step.parse().ok()?;
            let end = match at {
                1 => Some(low),
                at if at == usize::from(*steps) => Some(high),
                _ => None,
            };
            let name = names.get(at.checked_sub(1)?).or(end)?;
            (!name.is_empty()).then(|| name.text(tag).to_owned())
        }
        _ => None,
    }
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
