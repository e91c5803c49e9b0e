//! How an article came to its words: every version, and what it changed.

use domain::{
    access::Act,
    charter::article::may_draft,
    id::{AmendmentId, ArticleId},
};
use leptos::prelude::*;
use store::{
    Conn,
    charter::{Article, Version},
    round::Entry,
};

use super::{amendment, compare::comparison, diff::changes, loaded::address};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, date::moment_view},
    visit::Visit,
};

/// Versions listed; older ones are compared by their numbers.
const SHOWN: usize = 20;

/// The versions with their changes; for a facilitator their names, and the way back to an older one.
pub async fn history(visit: &Visit, c: &mut Conn, article: &Article, tongue: Option<String>, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    // One more than is shown: the last one shown needs the one before it.
    let versions = store::charter::history(c, article.id, SHOWN as i64 + 1).await?;
    let last = article.version.number;
    let compare = (last > 1).then(|| {
        view! { <p><a href=comparison(article.id, 1, last)>{t!(lang, "history-compare-any")}</a></p> }
    });
    let facilitates = entry.who.is_facilitator();
    let frozen = store::charter::is_frozen(c, article.round_id).await?;
    let drafting = facilitates && may_draft(entry.kind, &entry.calendar, frozen, visit.now).is_ok();
    let authors = store::charter::co_authors(c, article.id).await?;
    let writers = store::charter::writers(c, article.id).await?;
    let items = versions
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(i, version)| {
            let co_author = authors.iter().find(|(id, ..)| *id == version.version_id).map(|(_, id, name)| (*id, name.clone()));
            let back = (drafting && i > 0).then(|| restore(lang, article.id, version.number));
            let naming = facilitates.then(|| naming(visit, version));
            let together = co_author.map(|(id, name)| with(lang, id, name));
            let names: Vec<&str> = writers.iter().filter(|(id, _)| *id == version.version_id).map(|(_, name)| name.as_str()).collect();
            let written = (!names.is_empty()).then(|| view! { <p>{t!(lang, "history-written-with", names = names.join(", "))}</p> });
            item(visit, tongue.as_deref(), version, versions.get(i + 1), i == 0, view! { {together}{written}{back}{naming} }.into_any())
        })
        .collect_view();
    let older = (versions.len() > SHOWN).then(|| view! { <p class="small">{t!(lang, "history-older", n = SHOWN)}</p> });
    Ok(view! {
        <section class="stack" aria-labelledby="history">
            <h2 id="history">{t!(lang, "history-title")}</h2>
            {compare}
            <ol class="items">{items}</ol>
            {older}
        </section>
    }
    .into_any())
}

/// To the form of a new version that holds the words of this one.
pub fn restore(lang: Lang, article: ArticleId, number: i64) -> AnyView {
    view! { <p><a href=format!("{}/edit?restore={number}", address(article))>{t!(lang, "article-restore", n = number)}</a></p> }.into_any()
}

/// To the amendment whose author wrote this version with the facilitator.
fn with(lang: Lang, amendment: Option<AmendmentId>, name: String) -> AnyView {
    let words = t!(lang, "history-with", name = name);
    match amendment {
        Some(amendment) => view! { <p><a href=amendment::address(amendment)>{words}</a></p> }.into_any(),
        None => view! { <p>{words}</p> }.into_any(),
    }
}

/// What a facilitator calls a version.
pub fn naming(visit: &Visit, version: &Version) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::NameVersion, version.version_id);
    let fields = view! {
        {form.hidden("version", version.version_id)}
        {form.text("name", t!(lang, "version-name")).hint(t!(lang, "version-name-hint")).optional().default(&version.name).view()}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "version-name-save")}</button></p>
    };
    let summary = t!(lang, "version-name-of", n = version.number);
    view! { <details open=form.refused()><summary>{summary}</summary>{form.view(fields)}</details> }.into_any()
}

fn item(visit: &Visit, tongue: Option<&str>, version: &Version, before: Option<&Version>, newest: bool, tools: AnyView) -> AnyView {
    let lang = visit.lang;
    let called = (!version.name.is_empty()).then(|| view! { <p class="version-name" dir="auto">{version.name.clone()}</p> });
    let note = (!version.note.is_empty()).then(|| view! { <p dir="auto">{t!(lang, "history-why", note = version.note.clone())}</p> });
    let changed = before.map(|before| {
        view! {
            <details open=newest><summary>{t!(lang, "history-changed", n = before.number)}</summary>
                <div class="stack">{changes(lang, tongue, &before.words(), &version.words())}</div></details>
        }
    });
    view! {
        <li class="item" id=format!("version-{}", version.version_id)>
            <h3 class="item-title">{t!(lang, "history-version", n = version.number)}</h3>
            {called}
            <p class="meta"><bdi>{version.author.clone()}</bdi>{moment_view(visit, version.created_at)}</p>
            {note}
            {changed}
            {tools}
        </li>
    }
    .into_any()
}
