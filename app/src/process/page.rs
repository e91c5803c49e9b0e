//! Pages of a process.

use leptos::prelude::*;

#[component]
pub fn HomePage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn ProcessPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn ProcessEditPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn NewProcessPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
