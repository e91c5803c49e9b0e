//! Pages of accounts.

use domain::access::Act;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    i18n::t,
    ui::{Form, page, page::query},
};

#[component]
pub fn SignInPage() -> impl IntoView {
    let next = query("next").unwrap_or_default();
    page(move |visit| async move {
        visit.allow(Act::SignInPage)?;
        let lang = visit.lang;
        let form = Form::new(&visit, Act::SignIn);
        let fields = view! {
            {form.hidden("next", next)}
            {form.text("email", t!(lang, "account-email")).kind("email").autocomplete("email").view()}
            {form.text("password", t!(lang, "account-password")).kind("password").autocomplete("current-password").view()}
            {form.submit(t!(lang, "nav-sign-in"))}
        };
        Ok(view! {
            <Title text=t!(lang, "nav-sign-in")/>
            <div class="page">
                <header class="title-block"><h1>{t!(lang, "nav-sign-in")}</h1><p class="lead">{t!(lang, "sign-in-lead")}</p></header>
                {form.view(fields)}
                <p><a href="/card">{t!(lang, "sign-in-card")}</a></p>
                <p><a href="/forgot">{t!(lang, "sign-in-forgot")}</a></p>
                <p><a href="/sign-up">{t!(lang, "sign-in-sign-up")}</a></p>
            </div>
        })
    })
}

#[component]
pub fn SignUpPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn CardPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn ForgotPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn VerifyPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn ResetPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn InvitationPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

#[component]
pub fn AccountPage() -> impl IntoView {
    view! { <div class="page"></div> }
}
