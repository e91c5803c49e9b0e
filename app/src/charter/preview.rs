//! Under the field of a text: how to write the marks, how what is typed will read, and which of its words nobody has defined.

use domain::{
    access::Act,
    charter::{definition::undefined, markup::blocks},
    id::RoundId,
};
use leptos::prelude::*;
use store::Conn;

use super::prose::{Glossary, prose};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, notice},
    visit::Visit,
};

/// The words of a charter, for a form that stands on another page than they do.
pub async fn glossary(c: &mut Conn, round: RoundId) -> Result<Glossary, AppError> {
    Ok(Glossary::new(store::charter::definitions(c, round).await?).on(format!("/r/{round}")))
}

/// The version that a form starts from: a preview saves nothing, and has taken nothing into account that was saved meanwhile.
pub fn version(form: &Form, current: i64) -> i64 {
    let typed = form.shown().then(|| form.value("version", "").parse().ok()).flatten();
    typed.unwrap_or(current)
}

/// What stands under the field `body`, which begins with the words `start`. The form names its `round`.
pub fn below(visit: &Visit, form: &Form, start: &str, glossary: &Glossary) -> AnyView {
    let lang = visit.lang;
    let id = form.id("preview");
    let words = if form.refused() { String::new() } else { form.value("body", start) };
    let text = blocks(&words);
    let missing = undefined(&text, &glossary.terms());
    let missing = (!missing.is_empty()).then(|| {
        let said = missing.iter().map(|term| t!(lang, "charter-quoted", words = (*term).to_owned())).collect::<Vec<_>>().join(", ");
        notice("warning", t!(lang, "charter-undefined", n = missing.len(), words = said))
    });
    let shown = form.shown().then(|| {
        let empty = text.is_empty().then(|| view! { <p>{t!(lang, "charter-preview-empty")}</p> });
        view! {
            <section class="preview stack is-tight" aria-labelledby=format!("{id}-title")>
                <p id=format!("{id}-title")><strong>{t!(lang, "charter-preview-title")}</strong></p>
                <p class="small">{t!(lang, "charter-preview-unsaved")}</p>
                {empty}
                <div class="article-text prose" dir="auto">{prose(lang, &id, &words, glossary)}</div>
            </section>
        }
    });
    let action = format!("{}#{id}", Act::PreviewText.path());
    view! {
        <div class="stack is-tight" id=id>
            {marks(lang)}
            {missing}
            {shown}
            <p class="actions"><button class="button is-secondary" type="submit" formaction=action>{t!(lang, "charter-preview")}</button></p>
        </div>
    }
    .into_any()
}

/// The marks in plain words, each beside what it gives.
fn marks(lang: Lang) -> AnyView {
    let rows = [
        (t!(lang, "marks-strong"), t!(lang, "marks-strong-typed")),
        (t!(lang, "marks-emphasis"), t!(lang, "marks-emphasis-typed")),
        (t!(lang, "marks-list"), t!(lang, "marks-list-typed")),
        (t!(lang, "marks-numbered"), t!(lang, "marks-numbered-typed")),
        (t!(lang, "marks-term"), t!(lang, "marks-term-typed")),
        (t!(lang, "marks-note"), t!(lang, "marks-note-typed")),
    ];
    let rows =
        rows.into_iter().map(|(what, typed)| view! { <div><dt>{what}</dt><dd><code dir="ltr">{typed}</code></dd></div> }).collect_view();
    view! { <details class="marks"><summary>{t!(lang, "marks")}</summary><dl class="facts">{rows}</dl></details> }.into_any()
}
