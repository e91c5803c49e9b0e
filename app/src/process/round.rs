//! Pages of a round: its place in the process; its content comes from the activity of its kind.

use leptos::prelude::*;

#[component]
pub fn NewRoundPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn RoundPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn RoundEditPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn ResultsPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
