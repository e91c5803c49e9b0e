//! A round's dates, in words.

use domain::round::{Calendar, State};
use leptos::prelude::*;

use crate::{
    i18n::t,
    ui::{
        badge,
        date::{day_view, moment_view, nights},
    },
    visit::Visit,
};

/// State and dates, as the children of a `.meta`.
pub fn state_and_dates(visit: &Visit, calendar: &Calendar) -> AnyView {
    view! { {badge(visit.lang, calendar.state(visit.now))}{dates(visit, calendar)} }.into_any()
}

/// When it opens, how long it lasts, when it was.
pub fn dates(visit: &Visit, calendar: &Calendar) -> AnyView {
    let lang = visit.lang;
    match (calendar.state(visit.now), calendar.opens_at, calendar.closes_at) {
        (State::Open, _, Some(closes)) => {
            view! { <span>{t!(lang, "round-until")} " " {moment_view(visit, closes)}</span><span>{left(visit, closes)}</span> }.into_any()
        }
        (State::Announced, Some(opens), _) => view! { <span>{t!(lang, "round-opens")} " " {moment_view(visit, opens)}</span> }.into_any(),
        (State::Announced, None, _) => view! { <span>{t!(lang, "round-no-dates")}</span> }.into_any(),
        (State::Draft, Some(opens), Some(closes)) => span(visit, opens, closes),
        (State::Closed | State::Published, Some(opens), Some(closes)) => span(visit, opens, calendar.closed_at.unwrap_or(closes)),
        _ => ().into_any(),
    }
}

fn span(visit: &Visit, from: i64, to: i64) -> AnyView {
    let lang = visit.lang;
    view! { <span>{t!(lang, "round-from")} " " {day_view(visit, from)} " " {t!(lang, "round-to")} " " {day_view(visit, to)}</span> }
        .into_any()
}

/// "encore 5 jours".
fn left(visit: &Visit, closes: i64) -> String {
    t!(visit.lang, "round-left", n = nights(visit.now, closes, &visit.services.site.zone))
}
