//! Pages of the administrator.

use leptos::prelude::*;

#[component]
pub fn AdminPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn JournalPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
