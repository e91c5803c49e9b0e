//! The researcher's page.

use leptos::prelude::*;

#[component]
pub fn ResearchPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
