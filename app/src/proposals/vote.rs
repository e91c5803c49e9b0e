//! The vote buttons: a plain form. In the browser the choice shows at once and the page stays where it is.

use domain::{id::ProposalId, proposals::Choice};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::api::CastVote;

/// The words of the buttons, in the reader's language: the browser holds no dictionary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    pub legend: String,
    /// Empty where the page says it once for all.
    pub hint: String,
    /// In the order of [`Choice::ALL`].
    pub choices: [String; 3],
    /// Follows the word of one's own choice.
    pub yours: String,
    pub saved: String,
    pub failed: String,
}

/// The drawing of each choice's sign, as in `ui::sign`.
const SIGNS: [&str; 3] = ["m2.5 8.5 4 4 7-8.5", "m3.5 3.5 9 9m0-9-9 9", "M2.5 8h11"];

#[island]
pub fn VoteButtons(proposal: ProposalId, current: Option<Choice>, words: Words) -> impl IntoView {
    let cast = ServerAction::<CastVote>::new();
    // What was pressed shows at once; a refusal brings back what the server holds.
    let (held, hold) = signal(current);
    let asked = StoredValue::new(current);
    let chosen = move || cast.input().get().map(|input| input.choice).or(held.get());
    // The action forgets its input in the same breath in which it tells its value.
    Effect::new(move |_| match (cast.input().get(), cast.value().get()) {
        (Some(input), _) => asked.set_value(Some(input.choice)),
        (None, Some(Ok(()))) => hold.set(asked.get_value()),
        (None, _) => {}
    });
    let buttons = Choice::ALL
        .iter()
        .zip(words.choices)
        .zip(SIGNS)
        .map(|((&choice, word), sign)| {
            let yours = words.yours.clone();
            let pressed = move || chosen() == Some(choice);
            view! {
                <button class=format!("vote-button is-{choice}") name="choice" value=choice.as_str() type="submit"
                    aria-pressed=move || pressed().to_string()>
                    <svg class=format!("sign sign-{choice}") viewBox="0 0 16 16" aria-hidden="true"><path d=sign></path></svg>
                    {word}
                    <span class="visually-hidden">{move || pressed().then(|| yours.clone())}</span>
                </button>
            }
        })
        .collect_view();
    let (saved, failed) = (words.saved, words.failed);
    let message = move || match cast.value().get() {
        Some(Ok(())) => saved.clone(),
        Some(Err(_)) => failed.clone(),
        None => String::new(),
    };
    view! {
        <ActionForm action=cast attr:class="vote" attr:id=format!("vote-{proposal}")>
            <input type="hidden" name="proposal" value=proposal.to_string()/>
            <fieldset>
                <legend>{words.legend}</legend>
                {(!words.hint.is_empty()).then(|| view! { <p class="hint">{words.hint}</p> })}
                <div class="vote-buttons">{buttons}</div>
            </fieldset>
            <p class="small" role="status">{message}</p>
        </ActionForm>
    }
}
