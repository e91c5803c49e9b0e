//! What this site is, what it keeps, how accessible it is.

use leptos::prelude::*;

#[component]
pub fn AboutPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
