//! Server functions of accounts: signing in and out. The others are beside, a file for each matter.

pub mod card;
pub mod invitation;
pub mod mails;
pub mod mine;
pub mod password;
pub mod sign_up;

use domain::{Refusal, access::Act, account, id::AccountId};
use leptos::prelude::*;
use leptos_axum::redirect;
use store::Conn;

use crate::{AppError, account::cookie, visit::Visit};

/// Opens a session; where to go next must be a page of ours.
#[server(name = SignIn, prefix = "/api", endpoint = "account/sign-in")]
pub async fn sign_in(email: String, password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::SignIn)?;
    visit.services.throttle.guess(&visit.address)?;
    let wrong = || Refusal::field("password", "wrong-password");
    // A malformed address is as wrong as an unknown one, and takes as long.
    let email = account::email("email", &email).unwrap_or_default();
    let found = store::account::by_email(&mut visit.read().await?, &email).await?;
    let hash = found.as_ref().and_then(|account| account.password_hash.clone());
    let fits = visit.services.passwords.verify(password, hash).await?;
    let account = found.filter(|_| fits).ok_or_else(wrong)?;
    let token = visit.write(move |visit, c| Box::pin(async move { renew(c, &visit, account.id).await })).await?;
    cookie::give(&token)?;
    // Their own page asks those who never confirmed their address to do so. Nothing else waits for it: to take part, one is
    // invited by e-mail, which confirms the address, or comes with a card.
    let home = if account.verified_at.is_none() { "/account" } else { "/" };
    redirect(if next.is_empty() { home } else { local(&next) });
    Ok(())
}

#[server(name = SignOut, prefix = "/api", endpoint = "account/sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::SignOut)?;
    if let Some(token) = visit.token.clone() {
        visit.services.db.write(move |c| Box::pin(async move { store::session::end(c, &token).await })).await?;
    }
    cookie::take_back()?;
    redirect("/");
    Ok(())
}

/// Ends every session of this account: a telephone that was lost is signed out too.
#[server(name = SignOutEverywhere, prefix = "/api", endpoint = "account/sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<(), AppError> {
    let visit = Visit::current()?;
    let account = visit.allow(Act::SignOutEverywhere)?.account()?;
    visit.services.db.write(move |c| Box::pin(async move { store::session::end_all(c, account).await })).await?;
    cookie::take_back()?;
    redirect("/sign-in?done=everywhere");
    Ok(())
}

/// A session with a new token in place of the one this browser had, if any: a token known to somebody before is worth nothing
/// after signing in.
pub async fn renew(c: &mut Conn, visit: &Visit, account: AccountId) -> Result<String, AppError> {
    if let Some(old) = &visit.token {
        store::session::end(c, old).await?;
    }
    Ok(store::session::open(c, account, visit.now).await?)
}

/// A path of this site, or the home page: a link must not send people elsewhere after they signed in.
pub fn local(next: &str) -> &str {
    if next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && next.is_ascii() && !next.contains(char::is_control) {
        next
    } else {
        "/"
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn never_sends_people_elsewhere() {
        assert_eq!(super::local("/p/1?x=2"), "/p/1?x=2");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\nb"] {
            assert_eq!(super::local(elsewhere), "/");
        }
    }
}
