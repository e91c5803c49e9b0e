//! Pages of a round: its place in the process; its content comes from the activity of its kind.

use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    proposals::Rules,
    round::{Mode, RoundKind, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    Conn,
    process::Process,
    round::{Entry, Round},
};

use super::{content, counts, live, when::state_and_dates};
use crate::{
    AppError,
    i18n::{Lang, t},
    needs::way,
    survey::paper,
    ui::{
        crumbs, easy, notice, page,
        page::{param, query},
        translated, translated_line,
    },
    visit::Visit,
};

/// What each of the three pages of a round loads first.
pub async fn load(visit: &Visit, c: &mut Conn, act: Act, id: RoundId) -> Result<(Entry, Round, Process), AppError> {
    let entry = visit.allow_in_round(c, act, id).await?;
    entry.calendar.must_be_visible(&entry.who, visit.now)?;
    let round = store::round::find(c, id).await?.ok_or_else(Refusal::not_found)?;
    let process = store::process::find(c, entry.process).await?.ok_or_else(Refusal::not_found)?;
    Ok((entry, round, process))
}

/// The way back up from a round, or from a page under it.
pub fn path(visit: &Visit, process: &Process, under: Option<&Round>) -> Vec<(String, String)> {
    let lang = visit.lang;
    let mut path =
        vec![("/".to_owned(), t!(lang, "nav-processes")), (format!("/p/{}", process.id), process.title.text(lang.tag()).to_owned())];
    path.extend(under.map(|round| (format!("/r/{}", round.id), round.title.text(lang.tag()).to_owned())));
    path
}

#[component]
pub fn RoundPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    let inside = query("section");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::RoundPage, id).await?;
        let state = entry.calendar.state(visit.now);
        let begun = !matches!(state, State::Draft | State::Announced);
        // Facilitators see beforehand what people will see.
        let preview = !begun && entry.who.is_facilitator();
        let taking_part = if begun || preview { Some(content::take_part(&visit, &mut c, &round, &entry).await?) } else { None };
        let title = round.title.text(lang.tag()).to_owned();
        let secret = round.kind == RoundKind::Proposals && store::round::content::<Rules>(&mut c, id).await?.secret;
        // Whoever is at work in it has read what it is about.
        let intro = inside.as_deref().is_none_or(|section| section == "1");
        let about = intro.then(|| {
            let words = (!round.intro.is_empty()).then(|| view! { <section class="prose">{translated(lang, &round.intro)}</section> });
            view! {
                {words}
                {easy(lang, round.intro.easy())}
                {(state != State::Published).then(|| mode_words(&visit, round.mode, secret))}
            }
        });
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, None), title)}
                <header class="title-block">
                    <p class="eyebrow">{lang.of("round-kind", round.kind.as_str())}</p>
                    <h1>{translated_line(lang, &round.title)}</h1>
                    <p class="meta">{state_and_dates(&visit, &entry.calendar)}</p>
                </header>
                {tools(&visit, &entry, &round)}
                {closed_words(&visit, &entry, &round)}
                {about}
                {preview.then(|| notice("warning", t!(lang, "round-preview")))}
                {come_in(&visit, &entry, state, id)}
                {taking_part}
            </div>
            {(state == State::Open).then(|| live::bar(&visit, id))}
        })
    })
}

#[component]
pub fn ResultsPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::ResultsPage, id).await?;
        entry.calendar.must_show_results(&entry.who, visit.now)?;
        let colleges = store::process::colleges(&mut c, entry.process).await?;
        let participation = store::round::participation(&mut c, entry.process).await?;
        let groups = counts::groups(&colleges, &participation, (id, round.kind, round.mode), &entry.calendar, visit.now);
        let channels = store::responses::by_channel(&mut c, id).await?;
        let results = content::results(&visit, &mut c, &round, &entry).await?;
        let state = entry.calendar.state(visit.now);
        let title = t!(lang, "results-of", title = round.title.text(lang.tag()));
        let early = (state != State::Published).then(|| notice("info", t!(lang, "results-early")));
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), t!(lang, "results"))}
                <header class="title-block">
                    <p class="eyebrow">{lang.of("round-kind", round.kind.as_str())}</p>
                    <h1>{title}</h1>
                    <p class="meta">{state_and_dates(&visit, &entry.calendar)}</p>
                </header>
                {early}
                {(state == State::Published).then(|| view! { <h2>{t!(lang, "decision")}</h2>{decision(&visit, &round)} })}
                {groups.map(|groups| view! {
                    <h2>{t!(lang, "took-part-title")}</h2>{counts::table(lang, &groups)}{counts::channels(lang, &groups, &channels, round.mode)}
                })}
                <h2>{t!(lang, "results")}</h2>
                {results}
            </div>
            {(state == State::Open).then(|| live::results_bar(&visit, id))}
        })
    })
}

/// The reasoned decision with which a round was published, and its easy-to-read version.
pub fn decision(visit: &Visit, round: &Round) -> AnyView {
    let lang = visit.lang;
    view! {
        <section class="decision is-retained"><div class="decision-reason">{translated(lang, &round.decision)}</div></section>
        {easy(lang, round.decision.easy())}
    }
    .into_any()
}

fn tools(visit: &Visit, entry: &Entry, round: &Round) -> Option<AnyView> {
    let (lang, id) = (visit.lang, round.id);
    let published = entry.calendar.state(visit.now) == State::Published;
    let code = way::codes(visit, round, entry).then(|| view! { <li><a href=format!("/r/{id}/coding")>{t!(lang, "coding")}</a></li> });
    let edit = entry.who.may(Act::RoundEditPage).then(|| view! { <li><a href=format!("/r/{id}/edit")>{t!(lang, "round-edit")}</a></li> });
    let results = entry
        .calendar
        .must_show_results(&entry.who, visit.now)
        .is_ok()
        // Where the button says the same, once is enough.
        .then_some(())
        .filter(|()| !published)
        .map(|()| view! { <li><a href=format!("/r/{id}/results")>{t!(lang, "round-results")}</a></li> });
    let paper = paper::links(visit, entry, id);
    (edit.is_some() || results.is_some() || code.is_some())
        .then(|| view! { <nav class="tools" aria-label=t!(lang, "tools")><ul>{edit}{results}{code}{paper}</ul></nav> }.into_any())
}

/// The heading over what the round asked. A charter without an introduction begins with one of its own.
fn was_about(lang: Lang, round: &Round) -> Option<AnyView> {
    (round.kind != RoundKind::Charter || !round.intro.is_empty()).then(|| view! { <h2>{t!(lang, "round-was-about")}</h2> }.into_any())
}

/// What a round that is over has to say: the decision, or that it is being prepared.
fn closed_words(visit: &Visit, entry: &Entry, round: &Round) -> Option<AnyView> {
    let lang = visit.lang;
    match entry.calendar.state(visit.now) {
        State::Published => Some(
            view! {
                <h2>{t!(lang, "decision")}</h2>
                {decision(visit, round)}
                <p class="actions"><a class="button is-primary" href=format!("/r/{}/results", round.id)>{t!(lang, "round-results")}</a></p>
                {was_about(lang, round)}
            }
            .into_any(),
        ),
        State::Closed => Some(notice("info", t!(lang, "round-waits"))),
        State::Announced => Some(notice("info", t!(lang, "round-to-come"))),
        State::Draft => Some(notice("warning", t!(lang, "round-is-draft"))),
        State::Open => None,
    }
}

/// Whether names are kept, in plain words.
fn mode_words(visit: &Visit, mode: Mode, secret: bool) -> AnyView {
    let lang = visit.lang;
    if secret {
        return notice("info", view! { <strong>{t!(lang, "mode-secret")}</strong> " " {t!(lang, "mode-words-secret")} });
    }
    let (title, words) = (lang.of("mode", mode.as_str()), lang.of("mode-words", mode.as_str()));
    notice("info", view! { <strong>{title}</strong> " " {words} })
}

/// For visitors of an open round: how one takes part. Proposals say it themselves, where one would write.
fn come_in(visit: &Visit, entry: &Entry, state: State, id: RoundId) -> Option<AnyView> {
    let lang = visit.lang;
    (state == State::Open && entry.who.account.is_none() && entry.kind != RoundKind::Proposals).then(|| {
        let next = format!("?next=/r/{id}");
        view! {
            <section class="stack">
                <p>{t!(lang, "round-come-in")}</p>
                <p class="actions"><a class="button is-primary" href=format!("/card{next}")>{t!(lang, "nav-card")}</a>
                    <a class="button is-secondary" href=format!("/sign-in{next}")>{t!(lang, "nav-sign-in")}</a></p>
            </section>
        }
        .into_any()
    })
}
