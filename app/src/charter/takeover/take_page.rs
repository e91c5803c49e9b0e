//! `/r/:round/take-over`: where a facilitator takes an adopted charter to.

use domain::{Refusal, access::Act, id::RoundId};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    charter,
    charter::{Registered, Taker},
};

use crate::{
    i18n::t,
    process::round::load,
    ui::{Form, crumbs, date::day_view, empty, page, page::param, translated_line},
    visit::Visit,
};

/// "Partir de cette charte", for whoever is signed in.
pub fn link(visit: &Visit, source: RoundId, title: &str) -> Option<AnyView> {
    visit.account()?;
    let words = t!(visit.lang, "takeover-link");
    let title = title.to_owned();
    Some(
        view! {
            <a class="button is-secondary" href=format!("/r/{source}/take-over")>{words}<span class="visually-hidden">" : "{title}</span></a>
        }
        .into_any(),
    )
}

#[component]
pub fn TakeOverPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        load(&visit, &mut c, Act::TakeOverPage, id).await?;
        let source = charter::registered(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let account = visit.account().ok_or_else(Refusal::sign_in)?;
        let takers = charter::takers(&mut c, account, visit.now).await?;
        let title = t!(lang, "takeover-page-title");
        let crumb = (format!("/r/{id}/signatures"), source.title.text(lang.tag()).to_owned());
        let list = if takers.is_empty() {
            view! {
                {empty(t!(lang, "takeover-nowhere"), t!(lang, "takeover-nowhere-words"))}
                <p><a href=format!("/r/{id}")>{t!(lang, "takeover-read")}</a></p>
            }
            .into_any()
        } else {
            let processes = takers.chunk_by(|one, other| one.process_id == other.process_id);
            let items = processes.map(|places| process(&visit, &source, places)).collect_view();
            view! { <p>{t!(lang, "takeover-words")}</p><ul class="items">{items}</ul> }.into_any()
        };
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, vec![("/charters".to_owned(), t!(lang, "register-title")), crumb], title.clone())}
                <header class="title-block"><h1>{title}</h1>
                    <p class="lead">{translated_line(lang, &source.title)}" ("<bdi>{source.territory.clone()}</bdi>", "
                        {t!(lang, "takeover-adopted-on")}" "{day_view(&visit, source.adopted_at)}")"</p></header>
                {list}
            </div>
        })
    })
}

/// One process: its empty charters, and a new one.
fn process(visit: &Visit, source: &Registered, places: &[Taker]) -> Option<AnyView> {
    let lang = visit.lang;
    let first = places.first()?;
    let into = places.iter().filter_map(|place| Some((place.round_id?, place.title.as_ref()?))).map(|(round, title)| {
        let form = Form::keyed(visit, Act::TakeOver, round);
        let title = title.0.text(lang.tag()).to_owned();
        form.view(view! {
            {form.hidden("round", round)}{form.hidden("source", source.round_id)}
            <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "takeover-into", title = title)}</button></p>
        })
    });
    let into = into.collect_view();
    let form = Form::keyed(visit, Act::StartFromCharter, first.process_id);
    let process = first.process.text(lang.tag()).to_owned();
    let start = form.view(view! {
        {form.hidden("process", first.process_id)}{form.hidden("source", source.round_id)}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "takeover-new")}
            <span class="visually-hidden">" : "{process}</span></button></p>
    });
    Some(
        view! {
            <li class="item">
                <h2 class="item-title"><a href=format!("/p/{}", first.process_id)>{translated_line(lang, &first.process)}</a></h2>
                <p class="meta"><span>{first.territory.clone()}</span></p>
                {into}
                {start}
            </li>
        }
        .into_any(),
    )
}
