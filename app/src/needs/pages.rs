//! The needs of a process, and the shared diagnosis of a territory.

use domain::{
    Refusal,
    access::Act,
    id::{ProcessId, TerritoryId},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::process::Territory;

use super::{
    board::Board,
    card::{Look, card},
};
use crate::{
    i18n::{Lang, t},
    process::{home::pages, round::path},
    ui::{
        crumbs, empty, page,
        page::{param, query},
        translated_line,
    },
};

pub use super::{desk::CodingPage, edit::NeedEditPage};

/// Processes on one page of a diagnosis.
const PAGE: i64 = 10;

#[component]
pub fn NeedsPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::NeedsPage, id).await?;
        let board = Board::load(&visit, &mut c, id, &who).await?;
        let look = Look { level: 2, way: true, edits: who.may(Act::NeedEditPage) };
        let content = if board.needs.is_empty() {
            empty(t!(lang, "needs-none"), t!(lang, "needs-none-words"))
        } else {
            let cards = board.needs.iter().map(|need| card(&visit, &board, need, look)).collect_view();
            view! { {contents(lang, &board)}<div class="stack is-loose">{cards}</div> }.into_any()
        };
        Ok(view! {
            <Title text=t!(lang, "needs")/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, None), t!(lang, "needs"))}
                <header class="title-block">
                    <p class="eyebrow">{translated_line(lang, &process.title)}</p>
                    <h1>{t!(lang, "needs")}</h1>
                    <p class="lead">{t!(lang, "needs-lead")}</p>
                </header>
                {content}
                <p><a href=format!("/t/{}", process.territory_id)>{t!(lang, "diagnosis-of", territory = process.territory)}</a></p>
            </div>
        })
    })
}

/// The needs by name, where there are several.
fn contents(lang: Lang, board: &Board) -> Option<AnyView> {
    let links: Vec<_> = board
        .needs
        .iter()
        .map(|need| view! { <li><a href=format!("#need-{}", need.id)>{translated_line(lang, &need.title)}</a></li> })
        .collect();
    (links.len() > 1).then(|| view! { <nav aria-label=t!(lang, "needs-contents")><ul class="contents">{links}</ul></nav> }.into_any())
}

#[component]
pub fn TerritoryPage() -> impl IntoView {
    let id = param::<TerritoryId>("territory");
    let number: i64 = query("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    page(move |visit| async move {
        visit.allow(Act::TerritoryPage)?;
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let all = store::process::territories(&mut c).await?;
        let here = all.iter().find(|territory| territory.id == id).ok_or_else(Refusal::not_found)?;
        let mut processes = store::needs::processes_of(&mut c, id, visit.account(), PAGE + 1, (number - 1) * PAGE).await?;
        let more = i64::try_from(processes.len()).is_ok_and(|n| n > PAGE);
        processes.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let mut sections = Vec::new();
        for process in processes {
            // Its needs are as visible as its page.
            let (process, who) = visit.enter(&mut c, Act::NeedsPage, process).await?;
            let mut board = Board::load(&visit, &mut c, process.id, &who).await?;
            board.needs.retain(|need| need.withdrawn_reason.is_none());
            let look = Look { level: 3, way: false, edits: false };
            let cards = board.needs.iter().map(|need| card(&visit, &board, need, look)).collect_view();
            sections.push(view! {
                <section class="stack">
                    <h2><a href=format!("/p/{}/needs", process.id)>{translated_line(lang, &process.title)}</a></h2>
                    <p class="meta"><span>{process.territory}</span></p>
                    <div class="stack is-loose">{cards}</div>
                </section>
            });
        }
        let content = if sections.is_empty() {
            empty(t!(lang, "diagnosis-none"), t!(lang, "diagnosis-none-words"))
        } else {
            view! { <div class="stack is-loose">{sections}</div> }.into_any()
        };
        let title = t!(lang, "diagnosis-of", territory = here.name.clone());
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, above(lang, &all, here), here.name.clone())}
                <header class="title-block">
                    <p class="eyebrow">{lang.of("territory-kind", here.kind.as_str())}</p>
                    <h1>{title}</h1>
                    <p class="lead">{t!(lang, "diagnosis-lead")}</p>
                </header>
                {below(lang, &all, here)}
                {content}
                {pages(lang, &format!("/t/{id}"), number, more)}
            </div>
        })
    })
}

/// The way up: the territories in which this one lies.
fn above(lang: Lang, all: &[Territory], here: &Territory) -> Vec<(String, String)> {
    let mut way = Vec::new();
    let mut parent = here.parent_id;
    while let Some(territory) = parent.and_then(|id| all.iter().find(|territory| territory.id == id)) {
        way.push((format!("/t/{}", territory.id), territory.name.clone()));
        parent = territory.parent_id;
    }
    way.push(("/".to_owned(), t!(lang, "nav-processes")));
    way.reverse();
    way
}

fn below(lang: Lang, all: &[Territory], here: &Territory) -> Option<AnyView> {
    let links: Vec<_> = all
        .iter()
        .filter(|territory| territory.parent_id == Some(here.id))
        .map(|territory| view! { <li><a href=format!("/t/{}", territory.id)>{territory.name.clone()}</a></li> })
        .collect();
    (!links.is_empty()).then(|| view! { <nav class="tabs" aria-label=t!(lang, "diagnosis-below")><ul>{links}</ul></nav> }.into_any())
}
