//! Entering a card: the code, and the first time a name.

use domain::access::Act;
use leptos::prelude::*;

use super::page::sheet;
use crate::{
    i18n::t,
    ui::{Form, notice, page, page::query},
};

#[component]
pub fn CardPage() -> impl IntoView {
    let scanned = query("code").unwrap_or_default();
    let next = query("next").unwrap_or_default();
    page(move |visit| async move {
        visit.allow(Act::CardPage)?;
        let lang = visit.lang;
        let answered = visit.answered.as_ref();
        let asks_name =
            answered.is_some_and(|answered| answered.shown::<bool>(Act::EnterCard) == Some(true) || answered.value("step") == Some("name"));
        let form = Form::new(&visit, Act::EnterCard);
        let other = visit.session.as_ref().map(|session| notice("warning", t!(lang, "card-replaces", name = session.name.clone())));
        let code = form
            .text("code", t!(lang, "card-code"))
            .hint(t!(lang, "card-code-hint"))
            .class("is-code")
            .autocomplete("off")
            .default(scanned)
            .view();
        let fields = if asks_name {
            view! {
                {form.hidden("next", next)}
                {form.hidden("step", "name")}
                {code}
                {form.text("name", t!(lang, "card-name")).hint(t!(lang, "card-name-hint")).autocomplete("nickname").view()}
                {form.submit(t!(lang, "card-submit-name"))}
            }
            .into_any()
        } else {
            view! { {form.hidden("next", next)}{code}{form.submit(t!(lang, "card-submit"))} }.into_any()
        };
        let (title, lead) = if asks_name {
            (t!(lang, "card-welcome"), t!(lang, "card-welcome-lead"))
        } else {
            (t!(lang, "nav-card"), t!(lang, "card-lead"))
        };
        let content = view! {
            {other}
            {form.view(fields)}
            <p><a href="/sign-in">{t!(lang, "card-sign-in")}</a></p>
        };
        Ok(sheet(title, Some(lead), content))
    })
}
