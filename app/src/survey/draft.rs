//! Keeps the draft while a person answers: a moment after the last change, the section's form is sent as it stands.
//!
//! Without JavaScript the form's own buttons keep it.

use std::time::Duration;

use domain::survey::{Answers, logic::Live};
use leptos::{form::FromFormData, leptos_dom::helpers::debounce, prelude::*, wasm_bindgen::JsCast, web_sys};
use serde::{Deserialize, Serialize};

use super::api::SaveDraft;

/// The words of the message, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    pub saved: String,
    pub saving: String,
    pub failed: String,
}

/// How long after the last change.
const PAUSE: Duration = Duration::from_millis(1200);

#[island]
pub fn DraftKeeper(words: Words, held: bool, live: Option<Live>, children: Children) -> impl IntoView {
    let save = ServerAction::<SaveDraft>::new();
    let mut keep = debounce(PAUSE, move |section: SaveDraft| {
        save.dispatch(section);
    });
    let changed = move |event: web_sys::Event| {
        let Some(section) = form_of(&event) else { return };
        if let Some(live) = &live {
            show_asked(live, &section);
        }
        keep(section);
    };
    let (pending, value) = (save.pending(), save.value());
    let class = move || match (pending.get(), value.get()) {
        (true, _) => "saved is-saving",
        (false, Some(Err(_))) => "saved is-failed",
        _ => "saved",
    };
    let kept = move || !pending.get() && value.with(|value| value.as_ref().map_or(held, Result::is_ok));
    let message = move || match (pending.get(), value.get()) {
        (true, _) => words.saving.clone(),
        (false, Some(Err(_))) => words.failed.clone(),
        (false, Some(Ok(()))) => words.saved.clone(),
        (false, None) if held => words.saved.clone(),
        (false, None) => String::new(),
    };
    view! {
        <div class="stack" on:input=changed>
            {children()}
            <p class=class role="status">{move || kept().then(|| view! { <svg class="sign sign-saved" viewBox="0 0 16 16" aria-hidden="true"><path d="m2.5 8.5 4 4 7-8.5"></path></svg> })}{message}</p>
        </div>
    }
}

/// Shows the questions that the answers ask for, and hides the others.
fn show_asked(live: &Live, section: &SaveDraft) {
    let typed: Answers = section.answers.clone().into_iter().collect();
    for (code, asked) in live.asked(&typed) {
        if let Some(question) = document().get_element_by_id(&format!("q-{code}")) {
            let _only_a_broken_browser_refuses = question.toggle_attribute_with_force("hidden", !asked);
        }
    }
}

/// The form that was changed, as its button would send it.
fn form_of(event: &web_sys::Event) -> Option<SaveDraft> {
    let field = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let form = field.closest("form").ok()??.dyn_into::<web_sys::HtmlFormElement>().ok()?;
    SaveDraft::from_form_data(&web_sys::FormData::new_with_form(&form).ok()?).ok()
}
