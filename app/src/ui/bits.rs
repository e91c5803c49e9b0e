//! Small parts: badges, colleges, messages, texts.

use domain::{
    college::CollegeKind,
    lang::LangText,
    round::{Outcome, State},
};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    ui::sign,
};

/// A round's state: a word and a sign.
pub fn badge(lang: Lang, state: State) -> AnyView {
    let name = state.as_str();
    view! { <span class=format!("badge is-{name}")>{sign(name)}{lang.of("round-state", name)}</span> }.into_any()
}

/// The name of a college: translated for the three usual ones, its own otherwise.
pub fn college_name(lang: Lang, kind: CollegeKind, name: &LangText) -> String {
    if name.is_empty() { lang.of("college", kind.as_str()) } else { name.text(lang.tag()).to_owned() }
}

/// A college: its sign, its name.
pub fn college(lang: Lang, kind: CollegeKind, name: &LangText) -> AnyView {
    view! { <span class=format!("college is-{kind}")>{sign(kind.as_str())}{college_name(lang, kind, name)}</span> }.into_any()
}

/// A college in a table or a chart: no pill.
pub fn college_plain(lang: Lang, kind: CollegeKind, name: &LangText) -> AnyView {
    view! { <span class=format!("college is-{kind} is-plain")>{sign(kind.as_str())}{college_name(lang, kind, name)}</span> }.into_any()
}

/// `info`, `success`, `warning` or `error`.
pub fn notice(kind: &'static str, words: impl IntoView) -> AnyView {
    let role = match kind {
        "success" => "status",
        "error" => "alert",
        _ => "note",
    };
    view! { <div class=format!("notice is-{kind}") role=role>{sign(kind)}<div class="notice-body"><p>{words}</p></div></div> }.into_any()
}

pub fn empty(title: String, words: String) -> AnyView {
    view! { <div class="empty"><h2>{title}</h2><p>{words}</p></div> }.into_any()
}

/// Plain text as paragraphs: blank lines part them, lines that begin with `- ` are a list.
pub fn paragraphs(text: &str) -> AnyView {
    let is_item = |line: &str| line.starts_with("- ");
    text.split("\n\n")
        .flat_map(|block| {
            let lines: Vec<&str> = block.lines().filter(|line| !line.trim().is_empty()).collect();
            lines.chunk_by(|a, b| is_item(a) == is_item(b)).map(|run| (is_item(run[0]), run.to_vec())).collect::<Vec<_>>()
        })
        .map(|(list, lines)| {
            if list {
                let items = lines.into_iter().map(|line| view! { <li>{line[2..].to_owned()}</li> }).collect_view();
                return view! { <ul>{items}</ul> }.into_any();
            }
            let last = lines.len() - 1;
            let lines = lines
                .into_iter()
                .enumerate()
                .map(|(i, line)| view! { {line.to_owned()}{(i < last).then(|| view! { <br/> })} })
                .collect_view();
            view! { <p>{lines}</p> }.into_any()
        })
        .collect_view()
        .into_any()
}

/// A facilitator's text in the reader's language, marked with the language it is in.
pub fn translated(lang: Lang, text: &LangText) -> AnyView {
    let (words, tag) = text.best(lang.tag(), "fr");
    let other = (tag != lang.tag()).then(|| tag.to_owned());
    let direction = other.as_deref().map(direction);
    let words = if tag.starts_with("fr") { no_break(words) } else { words.to_owned() };
    view! { <div class="prose" lang=other dir=direction>{paragraphs(&words)}</div> }.into_any()
}

/// French as it is set: no line begins with ":" or "?".
pub fn no_break(text: &str) -> String {
    let text = text.replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    [";", "?", "!"].iter().fold(text, |text, mark| text.replace(&format!(" {mark}"), &format!("\u{202f}{mark}")))
}

/// The same on one line.
pub fn translated_line(lang: Lang, text: &LangText) -> AnyView {
    let (words, tag) = text.best(lang.tag(), "fr");
    let other = (tag != lang.tag()).then(|| tag.to_owned());
    let direction = other.as_deref().map(direction);
    let words = if tag.starts_with("fr") { no_break(words) } else { words.to_owned() };
    view! { <span lang=other dir=direction>{words}</span> }.into_any()
}

/// Which way a language is written.
pub fn direction(tag: &str) -> &'static str {
    match tag.split('-').next() {
        Some("ar" | "he" | "fa" | "ur" | "ps" | "dv") => "rtl",
        _ => "ltr",
    }
}

/// The easy-to-read version, if there is one.
pub fn easy(lang: Lang, words: Option<&str>) -> Option<AnyView> {
    words.filter(|words| !words.trim().is_empty()).map(|words| easy_around(lang, paragraphs(words)))
}

/// What says of words that they are easy to read.
pub fn easy_around(lang: Lang, words: AnyView) -> AnyView {
    view! {
        <section class="easy" lang="fr">
            <p class="easy-label">{sign("easy")}{t!(lang, "easy-to-read")}</p>
            {words}
        </section>
    }
    .into_any()
}

/// The reasoned answer given to something.
pub fn decision(lang: Lang, outcome: Option<Outcome>, reason: AnyView) -> AnyView {
    let (class, mark, words) = match outcome {
        Some(Outcome::Retained) => ("decision is-retained", "success", lang.of("outcome", "retained")),
        Some(Outcome::Partly) => ("decision is-partly", "partly", lang.of("outcome", "partly")),
        Some(Outcome::NotRetained) => ("decision is-not-retained", "not-met", lang.of("outcome", "not_retained")),
        None => ("decision is-pending", "announced", lang.of("outcome", "pending")),
    };
    view! {
        <section class=class>
            <p class="decision-verdict">{sign(mark)}{words}</p>
            <div class="decision-reason">{reason}</div>
        </section>
    }
    .into_any()
}
