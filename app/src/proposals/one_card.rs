//! The card of one statement: a plain form. In the browser the next one is there already, and comes at once.

use domain::{
    id::{ProposalId, RoundId},
    proposals::Choice,
};
use leptos::{ev, html, prelude::*};
use serde::{Deserialize, Serialize};

use super::{
    api::CastVote,
    next::{Card, NextStatement},
    vote::SIGNS,
};

/// The words of the card, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    /// Yes, no, neither, in the words of the round's method.
    pub choices: Vec<(Choice, String)>,
    pub legend: String,
    pub more: String,
    pub page: String,
    /// With `{n}` and `{of}` in it.
    pub progress: String,
    pub failed: String,
    /// The next one could not be fetched; and the button that tries again.
    pub lost: String,
    pub again: String,
    pub hint: String,
    pub thanks: String,
    pub reload: String,
}

/// What is on the screen: a card, or nothing when all are seen. It begins as number `place` of `of`.
#[island]
pub fn OneCard(round: RoundId, card: Card, place: i64, of: i64, words: Words) -> impl IntoView {
    let shown = RwSignal::new(Some(card));
    // The one after, or that there is none: asked for while this one is read. Nothing as long as the server has not said it.
    let after = RwSignal::new(None::<Option<Card>>);
    // A vote was given, and the next one is not there yet.
    let (done, awaited) = (RwSignal::new(place), RwSignal::new(false));
    let (failed, lost) = (RwSignal::new(false), RwSignal::new(false));
    // Those that are in one's hands: a vote on its way is not known to the server yet.
    let hands = RwSignal::new(Vec::<ProposalId>::new());
    let next = ServerAction::<NextStatement>::new();
    let cast = ServerAction::<CastVote>::new();
    let heading = NodeRef::<html::H2>::new();
    let fetch = move || {
        lost.set(false);
        next.dispatch(NextStatement { round, but: hands.get_untracked() });
    };
    let show = move |card: Option<Card>| {
        let some = card.clone();
        after.set(None);
        shown.set(card);
        if let Some(card) = some {
            hands.update(|hands| hands.push(card.id));
            fetch();
            if let Some(heading) = heading.get_untracked() {
                let _the_heading_takes_the_focus = heading.focus();
            }
        }
    };
    Effect::new(move || {
        // In the browser alone.
        if let Some(card) = shown.get_untracked() {
            hands.update(|hands| hands.push(card.id));
            fetch();
        }
    });
    Effect::new(move || match next.value().get() {
        Some(Ok(card)) if awaited.get_untracked() => {
            awaited.set(false);
            show(card);
        }
        Some(Ok(card)) => after.set(Some(card)),
        // While nobody waits for it there is nothing to say: it is asked for again with the next vote.
        Some(Err(_)) => lost.set(awaited.get_untracked()),
        None => {}
    });
    Effect::new(move || {
        if matches!(cast.value().get(), Some(Err(_))) {
            failed.set(true);
        }
    });
    let choose = move |choice: Choice| {
        // What is on the screen has its vote while the next one is on its way.
        let Some(card) = shown.get_untracked().filter(|_| !awaited.get_untracked()) else { return };
        failed.set(false);
        cast.dispatch(CastVote { proposal: card.id, choice, reason: String::new() });
        done.update(|done| *done += 1);
        if let Some(card) = after.get_untracked() {
            show(card);
        } else {
            awaited.set(true);
            if !next.pending().get_untracked() {
                fetch();
            }
        }
    };
    let on_submit = move |event: ev::SubmitEvent| {
        use leptos::wasm_bindgen::JsCast;
        let button = event.submitter().and_then(|button| button.dyn_into::<leptos::web_sys::HtmlButtonElement>().ok());
        if let Some(choice) = button.and_then(|button| button.value().parse().ok()) {
            event.prevent_default();
            choose(choice);
        }
    };
    let progress = {
        let words = words.progress.clone();
        move || words.replace("{n}", &done.get().min(of).to_string()).replace("{of}", &of.to_string())
    };
    let title = move || shown.get().map(|card| card.title).unwrap_or_default();
    let body = move || shown.get().map(|card| card.body).unwrap_or_default();
    let id = move || shown.get().map(|card| card.id.to_string()).unwrap_or_default();
    let address = id;
    let buttons = words
        .choices
        .into_iter()
        .zip(SIGNS)
        .map(|((choice, word), (name, sign))| {
            view! {
                <button class=format!("vote-button is-{name}") name="choice" value=choice.as_str() type="submit"
                    aria-disabled=move || awaited.get().then_some("true")>
                    <svg class=format!("sign sign-{name}") viewBox="0 0 16 16" aria-hidden="true"><path d=sign></path></svg>{word}
                </button>
            }
        })
        .collect_view();
    let (thanks, reload) = (words.thanks, words.reload);
    view! {
        <div class="one-card stack">
            <div class="progress"><p id="one-progress">{progress}</p>
                <progress max=of.to_string() value=move || done.get().min(of).to_string() aria-labelledby="one-progress"></progress></div>
            <p role="alert" class="error" hidden=move || !failed.get()>{words.failed}</p>
            <div role="alert" hidden=move || !lost.get()>
                <p class="error">{words.lost}</p>
                <p class="actions"><button class="button is-secondary" type="button" on:click=move |_| fetch()>{words.again}</button></p>
            </div>
            <div hidden=move || shown.get().is_some()>
                <h2>{thanks}</h2>
                <p class="actions"><a class="button is-primary" href="">{reload}</a></p>
            </div>
            <div class="stack" hidden=move || shown.get().is_none()>
                <h2 class="one-statement" dir="auto" tabindex="-1" node_ref=heading>{title}</h2>
                <form class="vote" method="post" action="/api/proposals/vote" on:submit=on_submit>
                    <input type="hidden" name="proposal" value=id/>
                    <input type="hidden" name="form_page" value=format!("/r/{round}/one")/>
                    <fieldset><legend class="visually-hidden">{words.legend}</legend><div class="vote-buttons">{buttons}</div></fieldset>
                </form>
                <details><summary>{words.more}</summary><p class="one-body" dir="auto">{body}</p>
                    <p><a href=move || format!("/proposal/{}", address())>{words.page}</a></p></details>
                <p class="small">{words.hint}</p>
            </div>
        </div>
    }
}
