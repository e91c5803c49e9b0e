//! Passwords: forgotten, reset, changed.

use domain::{
    Refusal,
    access::Act,
    account::{self, Purpose},
    refusal::Problems,
};
use leptos::prelude::*;
use leptos_axum::redirect;

use super::renew;
use crate::{
    AppError,
    account::{cookie, mail},
    visit::Visit,
};

/// Answers alike whether the address is known or not.
#[server(name = Forgot, prefix = "/api", endpoint = "account/forgot")]
pub async fn forgot(email: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::Forgot)?;
    let email = account::email("email", &email).map_err(refused)?;
    visit.services.throttle.guess(&visit.address)?;
    visit.services.throttle.mail(&email)?;
    let (lang, now, site) = (visit.lang, visit.now, visit.services.site.url.clone());
    visit
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let letter = match store::account::by_email(c, &email).await? {
                    Some(account) => {
                        let token = store::link::issue(c, account.id, Purpose::Reset, None, now).await?;
                        token.map(|token| mail::reset(mail::language(&account, lang), &site, &token))
                    }
                    // Otherwise people wait for a mail that never comes, having signed up with another address.
                    None => Some(mail::unknown(lang, &site)),
                };
                match letter {
                    Some(letter) => letter.queue(c, &email, now).await,
                    None => Ok(()),
                }
            })
        })
        .await?;
    redirect("/forgot?done=sent");
    Ok(())
}

/// A new password by a link: the address is confirmed by it, and whoever was signed in is signed out.
#[server(name = Reset, prefix = "/api", endpoint = "account/reset")]
pub async fn reset(token: String, password: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::Reset)?;
    let over = || Refusal::conflict("link-over");
    let now = visit.now;
    let mut c = visit.read().await?;
    let link = store::link::peek(&mut c, &token, Purpose::Reset, now).await?.ok_or_else(over)?;
    let email = store::account::find(&mut c, link.account).await?.and_then(|account| account.email).unwrap_or_default();
    drop(c);
    let password = account::password("password", &password, &email).map_err(refused)?;
    let hash = visit.services.passwords.hash(password).await?;
    visit
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let link = store::link::redeem(c, &token, Purpose::Reset, now).await?.ok_or_else(over)?;
                store::account::set_password(c, link.account, &hash).await?;
                Ok::<_, AppError>(store::account::set_verified(c, link.account, now).await?)
            })
        })
        .await?;
    redirect("/sign-in?done=reset");
    Ok(())
}

/// Asks for the old password: an unlocked telephone left on a table is not enough.
#[server(name = ChangePassword, prefix = "/api", endpoint = "account/change-password")]
pub async fn change_password(old_password: String, new_password: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit.allow(Act::ChangePassword)?.account()?;
    let account = store::account::find(&mut visit.read().await?, id).await?.ok_or_else(Refusal::sign_in)?;
    let email = account.email.clone().ok_or_else(Refusal::forbidden)?;
    let mut problems = Problems::new();
    let new_password = problems.take(account::password("new_password", &new_password, &email));
    visit.services.throttle.guess(&visit.address)?;
    if !visit.services.passwords.verify(old_password, account.password_hash.clone()).await? {
        problems.push(domain::Problem::new("old_password", "old-password"));
    }
    let Some(new_password) = new_password.filter(|_| problems.is_empty()) else {
        return Err(problems.refusal().into());
    };
    let hash = visit.services.passwords.hash(new_password).await?;
    let token = visit
        .write(move |visit, c| {
            Box::pin(async move {
                store::account::set_password(c, id, &hash).await?;
                let letter = mail::password_changed(mail::language(&account, visit.lang), &visit.services.site.url);
                letter.queue(c, &email, visit.now).await?;
                renew(c, &visit, id).await
            })
        })
        .await?;
    cookie::give(&token)?;
    redirect("/account?done=password");
    Ok(())
}

fn refused(problem: domain::Problem) -> Refusal {
    Refusal { kind: domain::Kind::Invalid, problems: vec![problem] }
}
