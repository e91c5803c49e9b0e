//! Pages with which one gets an account and gets back into it.

use domain::{Refusal, access::Act, account::Purpose};
use leptos::prelude::*;
use leptos_meta::Title;

pub use super::{card::CardPage, invitation::InvitationPage, mine::AccountPage};
use crate::{
    i18n::{Lang, t},
    ui::{
        Form, notice, page,
        page::{encode, param, query},
    },
    visit::Visit,
};

/// What has just been done, as the query of the address says: only words we know, and only until the next form.
pub fn done(visit: &Visit, word: Option<&str>) -> Option<AnyView> {
    let lang = visit.lang;
    let words = match word.filter(|_| visit.answered.is_none())? {
        "sent" => t!(lang, "done-sent"),
        "verified" => t!(lang, "done-verified"),
        "reset" => t!(lang, "done-reset"),
        "password" => t!(lang, "done-password"),
        "renamed" => t!(lang, "done-renamed"),
        "language" => t!(lang, "done-language"),
        "mails" => t!(lang, "done-mails"),
        "joined" => t!(lang, "done-joined"),
        "everywhere" => t!(lang, "done-everywhere"),
        _ => return None,
    };
    Some(notice("success", words))
}

/// The title and first words of a page of this activity, in a column.
pub fn sheet(title: String, lead: Option<String>, content: impl IntoView) -> AnyView {
    let heading = title.clone();
    view! {
        <Title text=title/>
        <div class="page">
            <header class="title-block"><h1>{heading}</h1>{lead.map(|lead| view! { <p class="lead">{lead}</p> })}</header>
            {content.into_any()}
        </div>
    }
    .into_any()
}

#[component]
pub fn SignInPage() -> impl IntoView {
    let next = query("next").unwrap_or_default();
    let word = query("done");
    page(move |visit| async move {
        visit.allow(Act::SignInPage)?;
        let lang = visit.lang;
        let form = Form::new(&visit, Act::SignIn);
        let card = if next.is_empty() { "/card".to_owned() } else { format!("/card?next={}", encode(&next)) };
        let fields = view! {
            {form.hidden("next", next)}
            {form.text("email", t!(lang, "account-email")).kind("email").autocomplete("email").view()}
            {form.text("password", t!(lang, "account-password")).kind("password").autocomplete("current-password").view()}
            {form.submit(t!(lang, "nav-sign-in"))}
        };
        let content = view! {
            {done(&visit, word.as_deref())}
            {form.view(fields)}
            <ul>
                <li><a href=card>{t!(lang, "sign-in-card")}</a></li>
                <li><a href="/forgot">{t!(lang, "sign-in-forgot")}</a></li>
                <li><a href="/sign-up">{t!(lang, "sign-in-sign-up")}</a></li>
            </ul>
        };
        Ok(sheet(t!(lang, "nav-sign-in"), Some(t!(lang, "sign-in-lead")), content))
    })
}

#[component]
pub fn SignUpPage() -> impl IntoView {
    let sent = query("done").is_some_and(|word| word == "sent");
    page(move |visit| async move {
        visit.allow(Act::SignUpPage)?;
        let lang = visit.lang;
        if sent {
            let content = view! {
                <p>{t!(lang, "sign-up-sent")}</p>
                <p>{t!(lang, "mail-not-there")}</p>
                <p class="actions"><a class="button is-secondary" href="/sign-in">{t!(lang, "nav-sign-in")}</a></p>
            };
            return Ok(sheet(t!(lang, "look-into-your-mail"), None, content));
        }
        let form = Form::new(&visit, Act::SignUp);
        let fields = view! {
            {form.text("name", t!(lang, "account-name")).hint(t!(lang, "account-name-hint")).autocomplete("name").view()}
            {form.text("email", t!(lang, "account-email")).kind("email").autocomplete("email").view()}
            {new_password(&form, "password", lang)}
            {form.submit(t!(lang, "sign-in-sign-up"))}
        };
        let content = view! {
            {notice("info", view! { {t!(lang, "sign-up-card")} " " <a href="/card">{t!(lang, "sign-in-card")}</a> })}
            {form.view(fields)}
            <p><a href="/sign-in">{t!(lang, "sign-up-sign-in")}</a></p>
        };
        Ok(sheet(t!(lang, "sign-in-sign-up"), Some(t!(lang, "sign-up-lead")), content))
    })
}

/// The field of a password to be set.
pub fn new_password(form: &Form, name: &'static str, lang: Lang) -> AnyView {
    let label = if name == "new_password" { t!(lang, "account-new-password") } else { t!(lang, "account-password") };
    let hint = t!(lang, "account-password-hint", min = domain::account::PASSWORD_MIN);
    form.text(name, label).kind("password").hint(hint).autocomplete("new-password").view()
}

#[component]
pub fn ForgotPage() -> impl IntoView {
    let sent = query("done").is_some_and(|word| word == "sent");
    page(move |visit| async move {
        visit.allow(Act::ForgotPage)?;
        let lang = visit.lang;
        if sent {
            let content = view! { <p>{t!(lang, "forgot-sent")}</p><p>{t!(lang, "mail-not-there")}</p> };
            return Ok(sheet(t!(lang, "look-into-your-mail"), None, content));
        }
        let form = Form::new(&visit, Act::Forgot);
        let fields = view! {
            {form.text("email", t!(lang, "account-email")).kind("email").autocomplete("email").view()}
            {form.submit(t!(lang, "forgot-submit"))}
        };
        let content = view! { {form.view(fields)}<p><a href="/card">{t!(lang, "forgot-card")}</a></p> };
        Ok(sheet(t!(lang, "forgot-title"), Some(t!(lang, "forgot-lead")), content))
    })
}

/// A button, because mail scanners follow links: looking must not use the link up.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let token = param::<String>("token");
    page(move |visit| async move {
        visit.allow(Act::VerifyPage)?;
        let token = token?;
        let lang = visit.lang;
        let link = store::link::peek(&mut visit.read().await?, &token, Purpose::Verify, visit.now).await?;
        link.ok_or_else(|| Refusal::conflict("link-over"))?;
        let form = Form::new(&visit, Act::Verify);
        let fields = view! { {form.hidden("token", token)}{form.submit(t!(lang, "verify-submit"))} };
        Ok(sheet(t!(lang, "verify-title"), Some(t!(lang, "verify-lead")), form.view(fields)))
    })
}

#[component]
pub fn ResetPage() -> impl IntoView {
    let token = param::<String>("token");
    page(move |visit| async move {
        visit.allow(Act::ResetPage)?;
        let token = token?;
        let lang = visit.lang;
        let link = store::link::peek(&mut visit.read().await?, &token, Purpose::Reset, visit.now).await?;
        link.ok_or_else(|| Refusal::conflict("link-over"))?;
        let form = Form::new(&visit, Act::Reset);
        let fields = view! {
            {form.hidden("token", token)}
            {new_password(&form, "password", lang)}
            {form.submit(t!(lang, "reset-submit"))}
        };
        Ok(sheet(t!(lang, "reset-title"), Some(t!(lang, "reset-lead")), form.view(fields)))
    })
}
