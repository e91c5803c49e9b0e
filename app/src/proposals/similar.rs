//! While somebody types a title, proposals about the same show under it: people join rather than repeat. Without JavaScript the same
//! comes once, on sending.

use std::time::Duration;

use domain::id::{ProposalId, RoundId};
use leptos::{leptos_dom::helpers::debounce, prelude::*, wasm_bindgen::JsCast, web_sys};

use super::idea_api::SimilarProposals;

/// How long after the last key.
const PAUSE: Duration = Duration::from_millis(400);

#[cfg(feature = "ssr")]
pub fn view(lang: crate::i18n::Lang, round: RoundId) -> AnyView {
    use crate::i18n::t;
    view! { <Similar round title=t!(lang, "similar-live") words=t!(lang, "similar-words")/> }.into_any()
}

/// Stands beside the field `title`, whose form it tells that its author has seen the others.
#[island]
pub fn Similar(round: RoundId, title: String, words: String) -> impl IntoView {
    let ask = ServerAction::<SimilarProposals>::new();
    let found = RwSignal::new(Vec::<(ProposalId, String)>::new());
    Effect::new(move || {
        if let Some(Ok(proposals)) = ask.value().get() {
            found.set(proposals);
        }
    });
    Effect::new(move || {
        let mut look = debounce(PAUSE, move |title: String| {
            if title.trim().chars().count() > 3 {
                ask.dispatch(SimilarProposals { round, title });
            } else {
                found.set(Vec::new());
            }
        });
        let field = document().get_element_by_id("title").and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
        look(field.map(|field| field.value()).unwrap_or_default());
        let look = std::cell::RefCell::new(look);
        let handle = window_event_listener(leptos::ev::input, move |event| {
            let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            if let Some(field) = field.filter(|field| field.id() == "title") {
                look.borrow_mut()(field.value());
            }
        });
        on_cleanup(move || handle.remove());
    });
    view! {
        <div role="status">
            {move || (!found.get().is_empty()).then(|| view! {
                <section class="notice is-info"><div class="notice-body stack is-tight">
                    <p><strong>{title.clone()}</strong></p>
                    <p>{words.clone()}</p>
                    <ul>{found.get().into_iter().map(|(id, title)| view! { <li><a href=format!("/proposal/{id}") dir="auto" target="_blank" rel="noopener">{title}</a></li> }).collect_view()}</ul>
                    <input type="hidden" name="anyway" value="true"/>
                </div></section>
            })}
        </div>
    }
}
