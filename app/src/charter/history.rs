//! How an article came to its words: every version, and what it changed.

use domain::id::AmendmentId;
use leptos::prelude::*;
use store::{
    Conn,
    charter::{Article, Version},
};

use super::{amendment, diff::changes, loaded::address};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::date::moment_view,
    visit::Visit,
};

/// Versions listed; older ones are compared by their numbers.
const SHOWN: usize = 20;

/// The versions with their changes. `asked` are the two numbers in the address, to be compared with each other.
pub async fn history(
    visit: &Visit,
    c: &mut Conn,
    article: &Article,
    tongue: Option<String>,
    asked: Option<(i64, i64)>,
) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let tongue = tongue.as_deref();
    // One more than is shown: the last one shown needs the one before it.
    let versions = store::charter::history(c, article.id, SHOWN as i64 + 1).await?;
    let compared = match asked {
        Some((from, to)) => {
            let (old, new) = (store::charter::version(c, article.id, from).await?, store::charter::version(c, article.id, to).await?);
            old.zip(new).map(|(old, new)| comparison(lang, tongue, &old, &new))
        }
        None => None,
    };
    let authors = store::charter::co_authors(c, article.id).await?;
    let compare = (article.version.number > 2).then(|| compare_form(lang, article, asked));
    let items = versions
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(i, version)| {
            let co_author = authors.iter().find(|(id, ..)| *id == version.version_id).map(|(_, id, name)| (*id, name.clone()));
            item(visit, tongue, version, versions.get(i + 1), i == 0, co_author)
        })
        .collect_view();
    let older = (versions.len() > SHOWN).then(|| view! { <p class="small">{t!(lang, "history-older", n = SHOWN)}</p> });
    Ok(view! {
        <section class="stack" aria-labelledby="history">
            <h2 id="history">{t!(lang, "history-title")}</h2>
            {compared}
            {compare}
            <ol class="items">{items}</ol>
            {older}
        </section>
    }
    .into_any())
}

fn comparison(lang: Lang, tongue: Option<&str>, old: &Version, new: &Version) -> AnyView {
    view! {
        <h3>{t!(lang, "history-from-to", from = old.number, to = new.number)}</h3>
        {changes(lang, tongue, &old.words(), &new.words())}
    }
    .into_any()
}

fn compare_form(lang: Lang, article: &Article, asked: Option<(i64, i64)>) -> AnyView {
    let last = article.version.number;
    let (from, to) = asked.unwrap_or((1, last));
    let choose = |id: &'static str, label: String, chosen: i64| {
        let options = (1..=last)
            .map(|n| view! { <option value=n.to_string() selected=n == chosen>{t!(lang, "history-version", n = n)}</option> })
            .collect_view();
        view! { <div class="field"><label for=id>{label}</label><select id=id name=id>{options}</select></div> }
    };
    view! {
        <form class="form" method="get" action=format!("{}#history", address(article.id))>
            <div class="fields">
                {choose("from", t!(lang, "history-from"), from)}
                {choose("to", t!(lang, "history-to"), to)}
                <button class="button is-secondary" type="submit">{t!(lang, "history-compare")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn item(
    visit: &Visit,
    tongue: Option<&str>,
    version: &Version,
    before: Option<&Version>,
    newest: bool,
    co_author: Option<(AmendmentId, String)>,
) -> AnyView {
    let lang = visit.lang;
    let note = (!version.note.is_empty()).then(|| view! { <p dir="auto">{t!(lang, "history-why", note = version.note.clone())}</p> });
    let together = co_author.map(|(id, name)| view! { <p><a href=amendment::address(id)>{t!(lang, "history-with", name = name)}</a></p> });
    let changed = before.map(|before| {
        view! {
            <details open=newest><summary>{t!(lang, "history-changed", n = before.number)}</summary>
                <div class="stack">{changes(lang, tongue, &before.words(), &version.words())}</div></details>
        }
    });
    view! {
        <li class="item">
            <h3 class="item-title">{t!(lang, "history-version", n = version.number)}</h3>
            <p class="meta"><bdi>{version.author.clone()}</bdi>{moment_view(visit, version.created_at)}</p>
            {note}
            {together}
            {changed}
        </li>
    }
    .into_any()
}
