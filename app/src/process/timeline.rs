//! The calendar of a process: where it has been, where it stands, what comes next.

use domain::{
    access::Who,
    round::{Now, State, stand},
};
use leptos::prelude::*;
use store::{
    process::College,
    round::{Participation, Round},
};

use super::{counts, when::state_and_dates};
use crate::{i18n::t, ui::translated_line, visit::Visit};

/// `rounds` are those the person may see, in their order.
pub fn timeline(visit: &Visit, who: &Who, rounds: &[Round], colleges: &[College], participation: &[Participation]) -> AnyView {
    let states: Vec<_> = rounds.iter().map(|round| round.calendar().state(visit.now)).collect();
    let stand = stand(&states);
    let items = rounds
        .iter()
        .enumerate()
        .map(|(i, round)| item(visit, who, (i, round), stand, counts_of(visit, round, colleges, participation)))
        .collect_view();
    view! { <ol class="rounds">{items}</ol> }.into_any()
}

fn counts_of(visit: &Visit, round: &Round, colleges: &[College], participation: &[Participation]) -> Option<AnyView> {
    counts::groups(colleges, participation, (round.id, round.kind, round.mode), &round.calendar(), visit.now)
        .map(|groups| counts::line(visit.lang, &groups))
}

fn item(visit: &Visit, who: &Who, (i, round): (usize, &Round), stand: Now, took_part: Option<AnyView>) -> AnyView {
    let lang = visit.lang;
    let (calendar, here, next) = (round.calendar(), stand.here == Some(i), stand.next == Some(i));
    let state = calendar.state(visit.now);
    let class = format!("round is-{state}{}", if here { " is-current" } else { "" });
    let href = format!("/r/{}", round.id);
    let place = match (here, next) {
        (true, _) => Some(view! { <p class="round-here">{t!(lang, "round-here")}</p> }.into_any()),
        (_, true) => Some(view! { <p class="round-next">{t!(lang, "round-next")}</p> }.into_any()),
        _ => None,
    };
    let results = calendar.must_show_results(who, visit.now).is_ok().then(|| {
        view! { <p><a href=format!("{href}/results")>{if state == State::Published { t!(lang, "round-results") } else { t!(lang, "round-results-so-far") }}</a></p> }
    });
    let words = here.then(|| {
        let happening = match state {
            State::Open => lang.of("round-doing", round.kind.as_str()),
            _ => t!(lang, "round-waits"),
        };
        let takes_part = state == State::Open && who.membership.is_some_and(|membership| membership.college.is_some());
        let go = if takes_part { lang.of("round-go", round.kind.as_str()) } else { t!(lang, "round-see") };
        view! { <p>{happening}</p><p class="actions"><a class="button is-primary" href=href.clone()>{go}</a></p> }
    });
    view! {
        <li class=class aria-current=here.then_some("step")><div class="round-body">
            {place}
            <p class="round-kind">{t!(lang, "round-number", n = i + 1)} " · " {lang.of("round-kind", round.kind.as_str())}</p>
            <h3 class="round-title"><a href=href>{translated_line(lang, &round.title)}</a></h3>
            <p class="meta">{state_and_dates(visit, &calendar)}</p>
            {words}
            {took_part}
            {results}
        </div></li>
    }
    .into_any()
}
