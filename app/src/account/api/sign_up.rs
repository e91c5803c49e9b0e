//! Signing up and confirming an address.

use domain::{
    Refusal,
    access::Act,
    account::{self, Purpose},
};
use leptos::prelude::*;
use leptos_axum::redirect;

use crate::{AppError, account::mail, visit::Visit};

/// Answers alike whether the address is known or not: the mail tells, and only its owner reads it.
#[server(name = SignUp, prefix = "/api", endpoint = "account/sign-up")]
pub async fn sign_up(name: String, email: String, password: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::SignUp)?;
    let newcomer = account::sign_up(&name, &email, &password)?;
    visit.services.throttle.guess(&visit.address)?;
    visit.services.throttle.mail(&newcomer.email)?;
    // Hashed in any case, so that both ways take as long.
    let hash = visit.services.passwords.hash(newcomer.password).await?;
    let (lang, now, site) = (visit.lang, visit.now, visit.services.site.url.clone());
    visit
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                store::account::lock(c, &newcomer.email).await?;
                let letter = match store::account::by_email(c, &newcomer.email).await? {
                    Some(known) => Some(mail::known(mail::language(&known, lang), &site)),
                    None => {
                        let id = store::account::create(c, &newcomer.name, Some(&newcomer.email), Some(&hash), now).await?;
                        store::account::set_locale(c, id, lang.tag()).await?;
                        let token = store::link::issue(c, id, Purpose::Verify, None, now).await?;
                        token.map(|token| mail::verify(lang, &site, &token))
                    }
                };
                match letter {
                    Some(letter) => letter.queue(c, &newcomer.email, now).await,
                    None => Ok(()),
                }
            })
        })
        .await?;
    redirect("/sign-up?done=sent");
    Ok(())
}

/// The button behind the link in the mail.
#[server(name = Verify, prefix = "/api", endpoint = "account/verify")]
pub async fn verify(token: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::Verify)?;
    let now = visit.now;
    let account = visit
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let link = store::link::redeem(c, &token, Purpose::Verify, now).await?.ok_or_else(|| Refusal::conflict("link-over"))?;
                store::account::set_verified(c, link.account, now).await?;
                Ok::<_, AppError>(link.account)
            })
        })
        .await?;
    redirect(if visit.account() == Some(account) { "/account?done=verified" } else { "/sign-in?done=verified" });
    Ok(())
}

/// Another mail with a link, for who did not get the first.
#[server(name = SendVerification, prefix = "/api", endpoint = "account/send-verification")]
pub async fn send_verification() -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit.allow(Act::SendVerification)?.account()?;
    visit.services.throttle.guess(&visit.address)?;
    let (lang, now, site) = (visit.lang, visit.now, visit.services.site.url.clone());
    visit
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let account = store::account::find(c, id).await?.filter(|account| account.verified_at.is_none());
                let Some((account, email)) = account.and_then(|account| account.email.clone().map(|email| (account, email))) else {
                    return Ok(());
                };
                match store::link::issue(c, id, Purpose::Verify, None, now).await? {
                    Some(token) => mail::verify(mail::language(&account, lang), &site, &token).queue(c, &email, now).await,
                    None => Ok(()),
                }
            })
        })
        .await?;
    redirect("/account?done=sent");
    Ok(())
}
