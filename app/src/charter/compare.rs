//! Any two versions of an article, in one text with marks or beside each other.

use domain::{Refusal, access::Act, charter::article::may_draft, id::ArticleId};
use leptos::prelude::*;
use leptos_meta::Title;
use store::charter::{Article, Version};

use super::{
    article_page::enter,
    diff::{changes, columns},
    history::{naming, restore},
    loaded::{address, number, tongue},
};
use crate::{
    i18n::{Lang, t},
    process::round::path,
    ui::{
        crumbs,
        date::moment_view,
        page,
        page::{param, query},
    },
    visit::Visit,
};

/// The address of the comparison of two versions.
pub fn comparison(article: ArticleId, from: i64, to: i64) -> String {
    format!("{}/compare?from={from}&to={to}", address(article))
}

#[component]
pub fn ComparePage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    let asked = |name| query(name).and_then(|n| n.parse::<i64>().ok());
    let (from, to) = (asked("from"), asked("to"));
    let beside = query("view").is_some_and(|view| view == BESIDE);
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::ComparePage, id).await?;
        let lang = visit.lang;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let names = store::charter::names(&mut c, id).await?;
        // Without numbers, what the last version changed.
        let to = to.unwrap_or(article.version.number);
        let from = from.unwrap_or((to - 1).max(1));
        let old = store::charter::version(&mut c, id, from).await?.ok_or_else(Refusal::not_found)?;
        let new = store::charter::version(&mut c, id, to).await?.ok_or_else(Refusal::not_found)?;
        let tongue = tongue(&process.language, lang);
        let (before, after) = (old.words(), new.words());
        let text = if beside {
            let titles = [t!(lang, "history-version", n = from), t!(lang, "history-version", n = to)];
            columns(lang, tongue.as_deref(), titles, &before, &after)
        } else {
            changes(lang, tongue.as_deref(), &before, &after)
        };
        let title = t!(lang, "compare-title", n = article.position);
        let mut path = path(&visit, &process, Some(&round));
        path.push((address(id), number(lang, &article)));
        let facilitates = entry.who.is_facilitator();
        let frozen = store::charter::is_frozen(&mut c, round.id).await?;
        let drafting = facilitates && may_draft(entry.kind, &entry.calendar, frozen, visit.now).is_ok();
        let one = |version: &Version| about(&visit, &article, version, facilitates, drafting);
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path, title.clone())}
                <header class="title-block"><h1>{title}</h1>
                    <p class="lead" dir="auto" lang=tongue.clone()>{article.version.title.clone()}</p></header>
                {choose(lang, &article, &names, from, to, beside)}
                <section class="stack" aria-labelledby="changes">
                    <h2 id="changes">{t!(lang, "history-from-to", from = from, to = to)}</h2>
                    {text}
                </section>
                <section class="stack" aria-labelledby="both">
                    <h2 id="both">{t!(lang, "compare-both")}</h2>
                    <ul class="items">{one(&old)}{(from != to).then(|| one(&new))}</ul>
                </section>
            </div>
        })
    })
}

/// What the address says for texts beside each other.
const BESIDE: &str = "sides";

fn choose(lang: Lang, article: &Article, names: &[(i64, String)], from: i64, to: i64, beside: bool) -> AnyView {
    let versions = |id: &'static str, label: String, chosen: i64| {
        let options = names
            .iter()
            .map(|(n, name)| {
                let words = if name.is_empty() {
                    t!(lang, "history-version", n = *n)
                } else {
                    t!(lang, "history-named", n = *n, name = name.clone())
                };
                view! { <option value=n.to_string() selected=*n == chosen>{words}</option> }
            })
            .collect_view();
        view! { <div class="field"><label for=id>{label}</label><select id=id name=id>{options}</select></div> }
    };
    let way = |value: &'static str, words: String, checked: bool| {
        view! { <label class="choice"><input type="radio" name="view" value=value checked=checked/><span>{words}</span></label> }
    };
    view! {
        <form class="form" method="get" action=format!("{}/compare", address(article.id))>
            {versions("from", t!(lang, "history-from"), from)}
            {versions("to", t!(lang, "history-to"), to)}
            <fieldset class="choices"><legend>{t!(lang, "compare-view")}</legend>
                {way("inline", t!(lang, "compare-inline"), !beside)}
                {way(BESIDE, t!(lang, "compare-sides"), beside)}
            </fieldset>
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "history-compare")}</button></p>
        </form>
    }
    .into_any()
}

/// Who wrote one of the two, when and why; for a facilitator its name and the way back to it.
fn about(visit: &Visit, article: &Article, version: &Version, facilitates: bool, drafting: bool) -> AnyView {
    let lang = visit.lang;
    let called = (!version.name.is_empty()).then(|| view! { <p class="version-name" dir="auto">{version.name.clone()}</p> });
    let note = (!version.note.is_empty()).then(|| view! { <p dir="auto">{t!(lang, "history-why", note = version.note.clone())}</p> });
    let back = (drafting && version.number != article.version.number).then(|| restore(lang, article.id, version.number));
    view! {
        <li class="item">
            <h3 class="item-title">{t!(lang, "history-version", n = version.number)}</h3>
            {called}
            <p class="meta"><bdi>{version.author.clone()}</bdi>{moment_view(visit, version.created_at)}</p>
            {note}
            {back}
            {facilitates.then(|| naming(visit, version))}
        </li>
    }
    .into_any()
}
