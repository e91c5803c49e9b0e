//! Whether mails tell of answers.

use domain::{Refusal, access::Act};
use leptos::prelude::*;
use leptos_axum::redirect;

use crate::{AppError, visit::Visit};

/// Whoever holds the link of a mail switches these mails off; nothing else is done with it.
#[server(name = MailsOff, prefix = "/api", endpoint = "account/mails-off")]
pub async fn mails_off(#[server(default)] token: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::MailsOff)?;
    let key = token.clone();
    visit
        .write(move |_, c| {
            Box::pin(async move {
                let (account, _) = store::news::of_token(c, &key).await?.ok_or_else(Refusal::not_found)?;
                Ok(store::news::set_off(c, account, true).await?)
            })
        })
        .await?;
    redirect(&format!("/mails/{token}"));
    Ok(())
}

#[server(name = ChooseMails, prefix = "/api", endpoint = "account/choose-mails")]
pub async fn choose_mails(#[server(default)] wanted: bool) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let account = visit.allow(Act::ChooseMails)?.account()?;
    visit.write(move |_, c| Box::pin(async move { Ok(store::news::set_off(c, account, !wanted).await?) })).await?;
    redirect("/account?done=mails");
    Ok(())
}
