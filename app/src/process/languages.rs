//! Texts that facilitators write: French first, then the easy-to-read version and English, each folded away until there is something in it.

use domain::lang::{EASY, LangText};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    ui::{Form, form::Field, sign},
};

/// One text of the form.
pub struct Words<'a> {
    pub name: &'static str,
    pub label: String,
    pub hint: Option<String>,
    /// Lines; one is a single-line field.
    pub rows: u32,
    pub value: &'a LangText,
}

/// The fields of these texts, named `title[fr]`, `title[fr-x-falc]`, `title[en]`: what the server function takes as a [`LangText`].
pub fn fields(form: &Form, lang: Lang, texts: &[Words<'_>]) -> AnyView {
    let french = texts
        .iter()
        .map(|words| {
            let field = field(form, words, "fr", words.label.clone());
            match &words.hint {
                Some(hint) => field.hint(hint.clone()).in_language("fr").view(),
                None => field.in_language("fr").view(),
            }
        })
        .collect_view();
    view! {
        {french}
        {folded(form, texts, EASY, "fr", view! { {sign("easy")}{t!(lang, "words-easy")} }.into_any(), &|label| t!(lang, "words-in-easy", label = label))}
        {folded(form, texts, "en", "en", t!(lang, "words-english").into_any(), &|label| t!(lang, "words-in-english", label = label))}
    }
    .into_any()
}

fn folded(
    form: &Form,
    texts: &[Words<'_>],
    tag: &'static str,
    spoken: &'static str,
    summary: AnyView,
    label: &dyn Fn(String) -> String,
) -> AnyView {
    let open = texts.iter().any(|words| {
        let name = format!("{}[{tag}]", words.name);
        !form.value(&name, words.value.exact(tag).unwrap_or_default()).is_empty() || !form.problems(&name).is_empty()
    });
    let fields =
        texts.iter().map(|words| field(form, words, tag, label(words.label.clone())).optional().in_language(spoken).view()).collect_view();
    view! { <details open=open><summary>{summary}</summary><div class="form">{fields}</div></details> }.into_any()
}

fn field(form: &Form, words: &Words<'_>, tag: &str, label: String) -> Field {
    let name = format!("{}[{tag}]", words.name);
    let value = words.value.exact(tag).unwrap_or_default();
    if words.rows > 1 { form.area(&name, label).rows(words.rows).default(value) } else { form.text(&name, label).default(value) }
}
