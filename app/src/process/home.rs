//! The home page: what this is, where one takes part, what is under way.

use std::collections::HashMap;

use domain::{
    access::{Act, Visibility},
    id::ProcessId,
    round::stand,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{process::Listed, round::Step};

use super::when::state_and_dates;
use crate::{
    i18n::{Lang, t},
    ui::{empty, page, page::query, sign, translated_line},
    visit::Visit,
};

/// Processes on one page.
const PAGE: i64 = 50;

#[component]
pub fn HomePage() -> impl IntoView {
    let number: i64 = query("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    page(move |visit| async move {
        visit.allow(Act::HomePage)?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let offset = (number - 1) * PAGE;
        // One more than is shown, to know whether there is a next page.
        let mut listed = store::process::visible(&mut c, visit.account(), PAGE + 1, offset).await?;
        let more = i64::try_from(listed.len()).is_ok_and(|n| n > PAGE);
        listed.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let mut rounds: HashMap<ProcessId, Vec<Step>> = HashMap::new();
        for step in store::round::of_visible(&mut c, visit.account(), PAGE, offset).await? {
            rounds.entry(step.process_id).or_default().push(step);
        }
        let (mine, others): (Vec<_>, Vec<_>) = listed.into_iter().partition(|process| process.function.is_some());
        let nothing = mine.is_empty() && others.is_empty();
        Ok(view! {
            <Title text=""/>
            {hero(&visit)}
            <div class="page wide">
                {(!mine.is_empty()).then(|| section(&visit, t!(lang, "home-mine"), &mine, &rounds))}
                {(!others.is_empty()).then(|| section(&visit, t!(lang, "home-public"), &others, &rounds))}
                {nothing.then(|| empty(t!(lang, "home-none"), t!(lang, "home-none-words")))}
                {pages(lang, "/", number, more)}
            </div>
        })
    })
}

fn hero(visit: &Visit) -> AnyView {
    let lang = visit.lang;
    let actions = if visit.session.is_some() {
        view! { <a class="button is-secondary" href="/my-word">{t!(lang, "nav-my-word")}</a> }.into_any()
    } else {
        view! {
            <a class="button is-primary" href="/card">{t!(lang, "nav-card")}</a>
            <a class="button is-secondary" href="/sign-in">{t!(lang, "nav-sign-in")}</a>
        }
        .into_any()
    };
    view! {
        <header class="hero"><div class="hero-inner">
            <h1>{t!(lang, "home-title")}</h1>
            <p class="lead">{t!(lang, "home-lead")}</p>
            <p class="actions">{actions}</p>
        </div></header>
    }
    .into_any()
}

fn section(visit: &Visit, title: String, listed: &[Listed], rounds: &HashMap<ProcessId, Vec<Step>>) -> AnyView {
    let sheets =
        listed.iter().map(|process| sheet(visit, process, rounds.get(&process.id).map(Vec::as_slice).unwrap_or_default())).collect_view();
    view! { <section class="stack"><h2>{title}</h2><ul class="items is-cards grid-auto">{sheets}</ul></section> }.into_any()
}

/// A process on a sheet: where, what, and where it stands now.
fn sheet(visit: &Visit, process: &Listed, steps: &[Step]) -> AnyView {
    let lang = visit.lang;
    let states: Vec<_> = steps.iter().map(|step| step.calendar().state(visit.now)).collect();
    let stand = stand(&states);
    // Once everything is published, the last round is what there is to read.
    let current = stand.here.or(stand.next).or(steps.len().checked_sub(1)).and_then(|i| steps.get(i).map(|step| (i + 1, step)));
    let round = match current {
        Some((number, step)) => view! {
            <p class="round-kind">{t!(lang, "round-number", n = number)} " · " {lang.of("round-kind", step.kind.as_str())}</p>
            <p class="excerpt">{translated_line(lang, &step.title)}</p>
            <p class="meta">{state_and_dates(visit, &step.calendar())}</p>
        }
        .into_any(),
        None => view! { <p class="excerpt">{t!(lang, "home-no-round")}</p> }.into_any(),
    };
    let function = process.function.map(|function| view! { <span>{lang.of("member-as", function.as_str())}</span> });
    let locked = (process.visibility == Visibility::Members).then(|| view! { <span>{sign("lock")} " " {t!(lang, "members-only")}</span> });
    view! {
        <li class="item">
            <h3 class="item-title"><a href=format!("/p/{}", process.id)>{translated_line(lang, &process.title)}</a></h3>
            <p class="meta"><span>{process.territory.clone()}</span>{function}{locked}</p>
            {round}
        </li>
    }
    .into_any()
}

/// Links to the page before and the page after, for lists at `path`.
pub fn pages(lang: Lang, path: &str, number: i64, more: bool) -> Option<AnyView> {
    let previous = (number > 1).then(|| view! { <a rel="prev" href=format!("{path}?page={}", number - 1)>{t!(lang, "page-previous")}</a> });
    let next = more.then(|| view! { <a rel="next" href=format!("{path}?page={}", number + 1)>{t!(lang, "page-next")}</a> });
    (number > 1 || more).then(|| {
        view! {
            <nav class="pagination" aria-label=t!(lang, "pages")>{previous}<span>{t!(lang, "page-number", n = number)}</span>{next}</nav>
        }
        .into_any()
    })
}
