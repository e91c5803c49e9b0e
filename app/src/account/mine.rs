//! A person's own account.

use domain::{Refusal, access::Act};
use leptos::prelude::*;
use store::{account::Account, members::Place};

use super::{
    news,
    page::{done, new_password, sheet},
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, college, notice, page, page::query, translated_line},
    visit::Visit,
};

#[component]
pub fn AccountPage() -> impl IntoView {
    let word = query("done");
    page(move |visit| async move {
        let id = visit.allow(Act::AccountPage)?.account()?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let account = store::account::find(&mut c, id).await?.ok_or_else(|| AppError::from(Refusal::sign_in()))?;
        let places = store::members::places(&mut c, id).await?;
        let mails = news::choice(&visit, store::news::is_off(&mut c, id).await?);
        let everywhere = Form::new(&visit, Act::SignOutEverywhere);
        let everywhere = everywhere
            .view(view! { <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "everywhere-submit")}</button></p> });
        let content = view! {
            {done(&visit, word.as_deref())}
            {verification(&visit, &account)}
            {identity(lang, &account)}
            <section class="stack"><h2>{t!(lang, "account-places")}</h2>{processes(lang, places)}</section>
            <section class="stack"><h2>{t!(lang, "account-name-title")}</h2>{rename(&visit, &account)}</section>
            <section class="stack"><h2>{t!(lang, "account-language")}</h2>{language(&visit)}</section>
            {account.email.is_some().then(|| view! {
                <section class="stack"><h2>{t!(lang, "mails-title")}</h2>{mails}</section>
                <section class="stack"><h2>{t!(lang, "account-password-title")}</h2>{password(&visit)}</section>
            })}
            <section class="stack"><h2>{t!(lang, "everywhere-title")}</h2><p>{t!(lang, "everywhere-words")}</p>{everywhere}</section>
        };
        Ok(sheet(t!(lang, "nav-account"), None, content))
    })
}

/// Asks who never confirmed their address to do so.
fn verification(visit: &Visit, account: &Account) -> Option<AnyView> {
    let lang = visit.lang;
    let email = account.email.clone().filter(|_| account.verified_at.is_none())?;
    let form = Form::new(visit, Act::SendVerification);
    let button = view! { <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "verify-again")}</button></p> };
    Some(view! { {notice("warning", t!(lang, "verify-please", email = email))}{form.view(button)} }.into_any())
}

fn identity(lang: Lang, account: &Account) -> AnyView {
    match account.email.clone() {
        Some(email) => view! {
            <dl class="facts"><div><dt>{t!(lang, "account-email")}</dt><dd><bdi>{email}</bdi></dd></div></dl>
        }
        .into_any(),
        None => notice("info", t!(lang, "account-card")),
    }
}

fn processes(lang: Lang, places: Vec<Place>) -> AnyView {
    if places.is_empty() {
        return view! { <p>{t!(lang, "account-no-places")}</p> }.into_any();
    }
    let items = places
        .into_iter()
        .map(|place| {
            let role = match (place.kind, &place.name) {
                (Some(kind), Some(name)) => college(lang, kind, name),
                _ => view! { <span>{lang.of("function", place.function.as_str())}</span> }.into_any(),
            };
            view! {
                <li class="item">
                    <h3 class="item-title"><a href=format!("/p/{}", place.process_id)>{translated_line(lang, &place.title)}</a></h3>
                    <p class="meta">{role}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="items">{items}</ul> }.into_any()
}

fn rename(visit: &Visit, account: &Account) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::Rename);
    form.view(view! {
        {form.text("name", t!(lang, "account-name")).hint(t!(lang, "account-name-hint")).default(&account.name).autocomplete("name").view()}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "account-save")}</button></p>
    })
}

fn language(visit: &Visit) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::ChooseLanguage);
    let languages = Lang::ALL.iter().map(|lang| (lang.tag().to_owned(), lang.own_name().to_owned())).collect();
    form.view(view! {
        {form.choices("language", t!(lang, "account-language-legend"), languages, &[lang.tag()], false)}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "account-save")}</button></p>
    })
}

fn password(visit: &Visit) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::ChangePassword);
    form.view(view! {
        {form.text("old_password", t!(lang, "account-old-password")).kind("password").autocomplete("current-password").view()}
        {new_password(&form, "new_password", lang)}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "account-password-submit")}</button></p>
    })
}
