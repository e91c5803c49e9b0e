//! The public page of a process.

use domain::{
    access::{Act, Visibility, Who},
    id::ProcessId,
    round::{State, stand},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{process::Process, round::Round};

use super::{
    counts,
    timeline::timeline,
    when::{dates, state_and_dates},
};
use crate::{
    i18n::t,
    needs::way,
    ui::{crumbs, easy, empty, page, page::param, sign, translated, translated_line},
    visit::Visit,
};

#[component]
pub fn ProcessPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::ProcessPage, id).await?;
        let colleges = store::process::colleges(&mut c, id).await?;
        let mut rounds = store::round::of_process(&mut c, id).await?;
        rounds.retain(|round| round.calendar().must_be_visible(&who, visit.now).is_ok());
        let participation = store::round::participation(&mut c, id).await?;
        let needs = way::of_process(&visit, &mut c, id).await?;
        let waiting = if who.may(Act::ModerationPage) { Some(store::moderation::waiting(&mut c, id).await?) } else { None };
        let lang = visit.lang;
        let calendar = if rounds.is_empty() {
            empty(t!(lang, "process-no-round"), t!(lang, "process-no-round-words"))
        } else {
            timeline(&visit, &who, &rounds, &colleges, &participation)
        };
        Ok(view! {
            <Title text=process.title.text(lang.tag()).to_owned()/>
            {hero(&visit, &who, &process, &rounds)}
            <div class="page">
                {tools(&visit, &who, id, waiting)}
                <section class="prose">{translated(lang, &process.summary)}</section>
                {easy(lang, process.summary.easy())}
                <h2>{t!(lang, "process-calendar")}</h2>
                {calendar}
                {needs}
                <h2>{t!(lang, "process-people")}</h2>
                {counts::members(lang, &colleges)}
                {who.may(Act::CommitteesPage).then(|| view! { <p><a href=format!("/p/{id}/committees")>{t!(lang, "committees-link")}</a></p> })}
                {decisions(&visit, &rounds)}
            </div>
        })
    })
}

fn hero(visit: &Visit, who: &Who, process: &Process, rounds: &[Round]) -> AnyView {
    let lang = visit.lang;
    let states: Vec<_> = rounds.iter().map(|round| round.calendar().state(visit.now)).collect();
    let current = stand(&states).here.and_then(|i| rounds.get(i).map(|round| (i + 1, round)));
    let now = current.map(|(number, round)| {
        let calendar = round.calendar();
        let open = calendar.state(visit.now) == State::Open;
        let takes_part = open && who.membership.is_some_and(|membership| membership.college.is_some());
        let go = takes_part.then(|| {
            view! { <a class="button is-primary" href=format!("/r/{}", round.id)>{lang.of("round-go", round.kind.as_str())}</a> }
        });
        let come_in = (open && who.membership.is_none() && who.account.is_none()).then(|| {
            let next = format!("?next=/r/{}", round.id);
            view! {
                <a class="button is-primary" href=format!("/card{next}")>{t!(lang, "nav-card")}</a>
                <a class="button is-secondary" href=format!("/sign-in{next}")>{t!(lang, "nav-sign-in")}</a>
            }
        });
        let my_word = who.membership.is_some_and(|membership| membership.college.is_some()).then(|| {
            view! { <a class="button is-secondary" href="/my-word">{t!(lang, "nav-my-word")}</a> }
        });
        view! {
            <p class="lead">{t!(lang, "process-now", n = number, kind = lang.of("round-kind", round.kind.as_str()))}</p>
            <p class="meta">{state_and_dates(visit, &calendar)}</p>
            <p class="actions">{go}{come_in}{my_word}</p>
        }
    });
    let locked = (process.visibility == Visibility::Members).then(|| view! { " · " {sign("lock")} " " {t!(lang, "members-only")} });
    view! {
        <header class="hero"><div class="hero-inner">
            {crumbs(lang, vec![("/".to_owned(), t!(lang, "nav-processes"))], process.title.text(lang.tag()).to_owned())}
            <p class="eyebrow">{t!(lang, "process-on", territory = process.territory.clone())}{locked}</p>
            <h1>{translated_line(lang, &process.title)}</h1>
            {now}
        </div></header>
    }
    .into_any()
}

/// What those who run the process, study it or administer the site go to from here.
fn tools(visit: &Visit, who: &Who, id: ProcessId, waiting: Option<store::moderation::Waiting>) -> Option<AnyView> {
    let lang = visit.lang;
    // What waits for this person: reports for facilitators, appeals for the committee.
    let waits = waiting.map_or(0, |waiting| {
        let reported = if who.is_facilitator() { waiting.reported } else { 0 };
        reported + waiting.appeals
    });
    let links = [
        (Act::NewRoundPage, "new-round", t!(lang, "tool-new-round")),
        (Act::ProcessEditPage, "edit", t!(lang, "tool-edit")),
        (Act::MembersPage, "members", t!(lang, "tool-members")),
        (Act::CodesPage, "codes", t!(lang, "tool-codes")),
        (Act::PicturesPage, "pictures", t!(lang, "tool-pictures")),
        (Act::ModerationPage, "moderation", t!(lang, "tool-moderation", n = waits)),
        (Act::ResearchPage, "research", t!(lang, "tool-research")),
    ];
    let links: Vec<_> = links
        .into_iter()
        .filter(|(act, ..)| who.may(*act))
        .map(|(_, path, words)| view! { <li><a href=format!("/p/{id}/{path}")>{words}</a></li> })
        .collect();
    (!links.is_empty()).then(|| view! { <nav class="tools" aria-label=t!(lang, "tools")><ul>{links}</ul></nav> }.into_any())
}

/// What was decided so far, the newest first.
fn decisions(visit: &Visit, rounds: &[Round]) -> Option<AnyView> {
    let lang = visit.lang;
    let published: Vec<_> = rounds
        .iter()
        .rev()
        .filter(|round| round.calendar().state(visit.now) == State::Published)
        .map(|round| {
            view! {
                <section class="stack">
                    <h3><a href=format!("/r/{}/results", round.id)>{translated_line(lang, &round.title)}</a></h3>
                    <p class="meta">{dates(visit, &round.calendar())}</p>
                    {super::round::decision(visit, round)}
                </section>
            }
        })
        .collect();
    (!published.is_empty()).then(|| view! { <h2>{t!(lang, "process-decisions")}</h2>{published} }.into_any())
}
