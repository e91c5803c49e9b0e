//! The researcher's page: what can be taken away, round by round.

use domain::{
    Refusal,
    access::Act,
    id::ProcessId,
    research::{Table, may_export},
    round::Mode,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{Conn, round::Round};

use super::dataset::Dataset;
use crate::{
    AppError,
    i18n::{Lang, t},
    process::members,
    ui::{badge, empty, notice, page, page::param, translated_line},
};

#[component]
pub fn ResearchPage() -> impl IntoView {
    let process = param::<ProcessId>("process");
    page(move |visit| async move {
        let id = process?;
        let (lang, mut c) = (visit.lang, visit.read().await?);
        let (process, who) = visit.enter(&mut c, Act::ResearchPage, id).await?;
        let rounds = store::round::of_process(&mut c, id).await?;
        let mut items = Vec::new();
        for round in rounds.iter().filter(|round| round.calendar().must_be_visible(&who, visit.now).is_ok()) {
            let (tables, kept) = tables(&mut c, round, visit.now).await?;
            items.push(item(lang, round, visit.now, &tables, kept));
        }
        let way = members::way(lang, &process, t!(lang, "research-title"));
        let list = if items.is_empty() {
            empty(t!(lang, "research-empty"), t!(lang, "research-empty-words"))
        } else {
            view! { <ul class="items">{items}</ul> }.into_any()
        };
        Ok(view! {
            <Title text=t!(lang, "research-title")/>
            <div class="page">
                {way}
                <header class="title-block"><h1>{t!(lang, "research-title")}</h1><p class="lead">{t!(lang, "research-lead")}</p></header>
                {notice("info", t!(lang, "research-rules"))}
                {list}
            </div>
        })
    })
}

/// The tables that may leave, and why others don't: said here, for a refused download would say nothing.
async fn tables(c: &mut Conn, round: &Round, now: i64) -> Result<(Vec<Table>, Option<Refusal>), AppError> {
    let (mut leave, mut kept) = (Vec::new(), None);
    for table in Dataset::tables(c, round).await? {
        match Dataset::open(c, round, Some(*table), now).await {
            Ok(_) => leave.push(*table),
            Err(AppError::Refused(refusal)) => kept = Some(refusal),
            Err(error) => return Err(error),
        }
    }
    Ok((leave, kept))
}

fn item(lang: Lang, round: &Round, now: i64, tables: &[Table], kept: Option<Refusal>) -> AnyView {
    let state = badge(lang, round.calendar().state(now));
    let id = round.id;
    let files = if may_export(&round.calendar(), now).is_err() {
        view! { <p>{t!(lang, "research-later")}</p> }.into_any()
    } else {
        let kept = kept.map(|refusal| refusal.problems.iter().map(|problem| view! { <p>{lang.problem(problem)}</p> }).collect_view());
        let links = tables
            .iter()
            .map(|table| {
                view! {
                    <li><a href=format!("/r/{id}/export.csv?table={table}") download>{lang.of("research-table", table.as_str())}</a>" · "
                        <a href=format!("/r/{id}/codebook.csv?table={table}") download>{t!(lang, "research-codebook", table = lang.of("research-table", table.as_str()))}</a></li>
                }
            })
            .collect_view();
        let how = match round.mode {
            Mode::Anonymous => t!(lang, "research-anonymous"),
            Mode::Named => t!(lang, "research-named"),
        };
        let links = (!tables.is_empty()).then(|| view! { <p>{how}</p><ul>{links}</ul> });
        view! { {kept}{links} }.into_any()
    };
    view! {
        <li class="item">
            <h2 class="item-title">{translated_line(lang, &round.title)}</h2>
            <p class="meta"><span>{lang.of("round-kind", round.kind.as_str())}</span>{state}</p>
            {files}
        </li>
    }
    .into_any()
}
