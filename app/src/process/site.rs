//! What this site is, what it keeps, how accessible it is.

use domain::{
    access::Act,
    privacy::{EXPORT_THRESHOLD, SCREEN_THRESHOLD},
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    i18n::t,
    ui::{notice, page, paragraphs},
};

/// A heading and its words.
fn part(title: String, words: String) -> AnyView {
    view! { <h2>{title}</h2>{paragraphs(&words)} }.into_any()
}

fn sheet(title: String, lead: String, parts: Vec<AnyView>) -> AnyView {
    view! {
        <Title text=title.clone()/>
        <div class="page">
            <header class="title-block"><h1>{title}</h1><p class="lead">{lead}</p></header>
            <div class="prose">{parts}</div>
        </div>
    }
    .into_any()
}

#[component]
pub fn AboutPage() -> impl IntoView {
    page(move |visit| async move {
        visit.allow(Act::AboutPage)?;
        let lang = visit.lang;
        let parts = vec![
            part(t!(lang, "about-how"), t!(lang, "about-how-words")),
            part(t!(lang, "about-colleges"), t!(lang, "about-colleges-words")),
            part(t!(lang, "about-word"), t!(lang, "about-word-words")),
            part(t!(lang, "about-code"), t!(lang, "about-code-words")),
        ];
        Ok(sheet(t!(lang, "about-title"), t!(lang, "about-lead"), parts))
    })
}

#[component]
pub fn PrivacyPage() -> impl IntoView {
    page(move |visit| async move {
        visit.allow(Act::PrivacyPage)?;
        let lang = visit.lang;
        let controller = match &visit.services.site.controller {
            Some(controller) => {
                view! { <h2>{t!(lang, "privacy-who")}</h2><p>{t!(lang, "privacy-who-words")}</p>{paragraphs(controller)} }.into_any()
            }
            None => view! { <h2>{t!(lang, "privacy-who")}</h2>{notice("warning", t!(lang, "privacy-who-missing"))} }.into_any(),
        };
        let parts = vec![
            controller,
            part(t!(lang, "privacy-why"), t!(lang, "privacy-why-words")),
            part(t!(lang, "privacy-what"), t!(lang, "privacy-what-words")),
            part(t!(lang, "privacy-anonymous"), t!(lang, "privacy-anonymous-words", screen = SCREEN_THRESHOLD, export = EXPORT_THRESHOLD)),
            part(t!(lang, "privacy-named"), t!(lang, "privacy-named-words")),
            part(t!(lang, "privacy-readers"), t!(lang, "privacy-readers-words")),
            part(t!(lang, "privacy-how-long"), t!(lang, "privacy-how-long-words")),
            part(t!(lang, "privacy-cookies"), t!(lang, "privacy-cookies-words")),
            part(t!(lang, "privacy-rights"), t!(lang, "privacy-rights-words")),
        ];
        Ok(sheet(t!(lang, "privacy-title"), t!(lang, "privacy-lead"), parts))
    })
}

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    page(move |visit| async move {
        visit.allow(Act::AccessibilityPage)?;
        let lang = visit.lang;
        let parts = vec![
            part(t!(lang, "accessible-state"), t!(lang, "accessible-state-words")),
            part(t!(lang, "accessible-done"), t!(lang, "accessible-done-words")),
            part(t!(lang, "accessible-not"), t!(lang, "accessible-not-words")),
            part(t!(lang, "accessible-tell"), t!(lang, "accessible-tell-words")),
            part(t!(lang, "accessible-appeal"), t!(lang, "accessible-appeal-words")),
        ];
        Ok(sheet(t!(lang, "accessible-title"), t!(lang, "accessible-lead"), parts))
    })
}
