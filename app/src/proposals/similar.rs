//! While somebody types a title, proposals about the same show under it: people join rather than repeat. Without JavaScript the same
//! comes once, on sending.

use std::time::Duration;

use domain::id::{ProposalId, RoundId};
use leptos::{leptos_dom::helpers::debounce, prelude::*};

use super::idea_api::SimilarProposals;

/// How long after the last key.
const PAUSE: Duration = Duration::from_millis(400);

/// Around the field of the title, whose form it tells that its author has seen the others.
#[island]
pub fn Similar(round: RoundId, title: String, words: String, children: Children) -> impl IntoView {
    let ask = ServerAction::<SimilarProposals>::new();
    let found = RwSignal::new(Vec::<(ProposalId, String)>::new());
    Effect::new(move || {
        if let Some(Ok(proposals)) = ask.value().get() {
            found.set(proposals);
        }
    });
    let mut look = debounce(PAUSE, move |title: String| {
        if title.trim().chars().count() > 3 {
            ask.dispatch(SimilarProposals { round, title });
        } else {
            found.set(Vec::new());
        }
    });
    let list = move || {
        let items = found.get().into_iter().map(|(id, title)| {
            view! { <li><a href=format!("/proposal/{id}") dir="auto" target="_blank" rel="noopener">{title}</a></li> }
        });
        items.collect_view()
    };
    view! {
        <div class="stack" on:input=move |event| look(event_target_value(&event))>
            {children()}
            <div role="status">
                {move || (!found.get().is_empty()).then(|| view! {
                    <section class="notice is-info"><div class="notice-body stack is-tight">
                        <p><strong>{title.clone()}</strong></p>
                        <p>{words.clone()}</p>
                        <ul class="prose">{list}</ul>
                        <input type="hidden" name="anyway" value="true"/>
                    </div></section>
                })}
            </div>
        </div>
    }
}
