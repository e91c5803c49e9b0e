//! Members and access codes of a process.

use leptos::prelude::*;

#[component]
pub fn MembersPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn CodesPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
