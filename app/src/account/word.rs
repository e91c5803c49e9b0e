//! What became of my word.

use leptos::prelude::*;

#[component]
pub fn MyWordPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
