//! Keeps the draft while a person answers: a moment after the last change, the section's form is sent as it stands.
//!
//! Without JavaScript the form's own buttons keep it. Without a network the answers wait on the device, and go when it is back.

use std::time::Duration;

use domain::survey::{Answers, logic::Live};
use leptos::{
    ev,
    form::FromFormData,
    leptos_dom::helpers::{debounce, set_interval},
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys,
};
use serde::{Deserialize, Serialize};

use super::api::SaveDraft;
use crate::AppError;

/// The words of the message, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    pub saved: String,
    pub saving: String,
    pub failed: String,
    /// Without a network: that the answers wait here.
    pub waiting: String,
    /// On a device that others use: that nothing is kept here.
    pub shared: String,
    pub shared_box: String,
}

/// How long after the last change.
const PAUSE: Duration = Duration::from_millis(1200);
/// How often a draft that could not be sent is sent again.
const AGAIN: Duration = Duration::from_secs(10);

#[island]
pub fn DraftKeeper(words: Words, held: bool, live: Option<Live>, place: String, children: Children) -> impl IntoView {
    let save = ServerAction::<SaveDraft>::new();
    let (pending, value) = (save.pending(), save.value());
    let shared = RwSignal::new(false);
    // What was typed last and is not known to be kept. Changes are counted: what an answer confirms may be older than what stands there.
    let waiting = device::waiting(&place);
    // Answers of an earlier visit go first, and the page comes again with them: until then it shows older ones.
    let restoring = StoredValue::new(waiting.is_some());
    let unsent = StoredValue::new(waiting);
    let changes = RwSignal::new(0u32);
    let (sent, confirmed) = (StoredValue::new(0u32), RwSignal::new(0u32));
    // One at a time: of two on their way, the older may arrive last and put back what was changed since.
    let another = StoredValue::new(false);
    let send = move || {
        if pending.get_untracked() {
            another.set_value(true);
        } else if let Some(section) = unsent.get_value() {
            sent.set_value(changes.get_untracked());
            save.dispatch(section);
        }
    };
    let newer = move || changes.get() > confirmed.get();
    let failed = move || value.with(|value| matches!(value, Some(Err(_))));
    // Nothing came back at all: it is worth trying again. What the server refused, it would refuse again.
    let lost = move || value.with_untracked(|value| matches!(value, Some(Err(AppError::Transport(_)))));
    let key = place.clone();
    Effect::new(move || match value.get() {
        Some(Ok(())) => {
            confirmed.set(sent.get_value());
            device::forget(&key);
            if restoring.get_value() {
                let _a_page_can_be_fetched_anew = window().location().reload();
            }
            if confirmed.get_untracked() == changes.get_untracked() {
                unsent.set_value(None);
            }
        }
        Some(Err(AppError::Transport(_))) if !shared.get_untracked() => unsent.with_value(|section| device::keep(&key, section.as_ref())),
        Some(Err(_)) if !lost() && restoring.get_value() => {
            // The round closed meanwhile, or the form is another: what waited has nowhere to go.
            restoring.set_value(false);
            unsent.set_value(None);
            device::forget(&key);
        }
        _ => {}
    });
    // An effect runs in the browser alone, which has a network to lose.
    Effect::new(move || {
        send();
        window_event_listener(ev::online, move |_| send());
        set_interval(
            move || {
                if lost() && !pending.get_untracked() {
                    send();
                }
            },
            AGAIN,
        );
    });
    let mut keep = debounce(PAUSE, move |()| send());
    let changed = move |event: web_sys::Event| {
        let Some(section) = form_of(&event).filter(|_| !restoring.get_value()) else { return };
        if let Some(live) = &live {
            show_asked(live, &section);
        }
        unsent.set_value(Some(section));
        changes.update(|changes| *changes += 1);
        keep(());
    };
    // Where to, of the button that was pressed while a draft was on its way: it waits for it, for the same reason.
    let pressed = RwSignal::new(None::<String>);
    Effect::new(move || {
        if pending.get() {
            return;
        }
        let more = another.try_update_value(std::mem::take).unwrap_or_default();
        if more && unsent.with_value(Option::is_some) {
            send();
        } else if let Some(go) = pressed.get_untracked()
            && let Ok(Some(button)) = document().query_selector(&format!("button[name=go][value={go}]"))
            && let Ok(button) = button.dyn_into::<web_sys::HtmlElement>()
        {
            pressed.set(None);
            button.click();
        }
    });
    let submitted = move |event: web_sys::SubmitEvent| {
        // A page that cannot be fetched would take the place of this one.
        if !window().navigator().on_line() {
            event.prevent_default();
            send();
        } else if pending.get_untracked() {
            // Pressed once more, it waits no longer.
            let first = pressed.get_untracked().is_none();
            pressed.set(event.submitter().filter(|_| first).and_then(|button| button.get_attribute("value")));
            if pressed.get_untracked().is_some() {
                event.prevent_default();
            }
        }
    };
    let key = place.clone();
    let share = move |event| {
        shared.set(event_target_checked(&event));
        device::forget(&key);
    };
    let saving = move || pending.get() || (newer() && !failed());
    let class = move || match (saving(), failed()) {
        (true, _) => "saved is-saving",
        (false, true) => "saved is-failed",
        _ => "saved",
    };
    let kept = move || !saving() && value.with(|value| value.as_ref().map_or(held, Result::is_ok));
    let message = {
        let words = words.clone();
        move || match (saving(), value.get()) {
            (true, _) => words.saving.clone(),
            (false, Some(Err(_))) if window().navigator().on_line() => words.failed.clone(),
            (false, Some(Err(_))) if shared.get() => words.shared.clone(),
            (false, Some(Err(_))) => words.waiting.clone(),
            (false, Some(Ok(()))) => words.saved.clone(),
            (false, None) if held => words.saved.clone(),
            (false, None) => String::new(),
        }
    };
    view! {
        <div class="stack" on:input=changed on:submit=submitted>
            {children()}
            <p class=class role="status">{move || kept().then(|| view! { <svg class="sign sign-saved" viewBox="0 0 16 16" aria-hidden="true"><path d="m2.5 8.5 4 4 7-8.5"></path></svg> })}{message}</p>
            <Show when=failed><label class="choice is-aside"><input type="checkbox" on:change=share.clone()/><span>{words.shared_box.clone()}</span></label></Show>
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

/// What waits on the device while there is no network.
mod device {
    use super::*;

    fn storage() -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }

    /// `None` on the server, which has no device.
    pub fn waiting(place: &str) -> Option<SaveDraft> {
        if cfg!(not(target_arch = "wasm32")) {
            return None;
        }
        serde_json::from_str(&storage()?.get_item(place).ok()??).ok()
    }

    pub fn keep(place: &str, section: Option<&SaveDraft>) {
        if let (Some(storage), Some(Ok(text))) = (storage(), section.map(serde_json::to_string)) {
            let _a_full_device_keeps_nothing = storage.set_item(place, &text);
        }
    }

    pub fn forget(place: &str) {
        if let Some(storage) = storage() {
            let _nothing_was_there = storage.remove_item(place);
        }
    }
}
