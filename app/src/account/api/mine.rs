//! What people change about their own account.

use domain::{Refusal, access::Act, account, refusal::Problems};
use leptos::prelude::*;
use leptos_axum::redirect;

use crate::{AppError, account::cookie, i18n::Lang, visit::Visit};

#[server(name = Rename, prefix = "/api", endpoint = "account/rename")]
pub async fn rename(name: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit.allow(Act::Rename)?.account()?;
    let mut problems = Problems::new();
    let Some(name) = problems.take(account::name("name", &name)) else {
        return Err(problems.refusal().into());
    };
    visit.services.db.write(move |c| Box::pin(async move { store::account::set_name(c, id, &name).await })).await?;
    redirect("/account?done=renamed");
    Ok(())
}

/// Kept in this browser, and on the account for mails and other browsers.
#[server(name = ChooseLanguage, prefix = "/api", endpoint = "account/choose-language")]
pub async fn choose_language(language: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let who = visit.allow(Act::ChooseLanguage)?;
    let lang = Lang::parse(&language).ok_or_else(|| Refusal::field("language", "required"))?;
    if let Some(id) = who.account {
        visit.services.db.write(move |c| Box::pin(async move { store::account::set_locale(c, id, lang.tag()).await })).await?;
    }
    cookie::remember_language(lang.tag())?;
    redirect(if who.account.is_some() { "/account?done=language" } else { "/" });
    Ok(())
}
