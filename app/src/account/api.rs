//! Server functions of accounts.

use domain::{Refusal, access::Act, account};
use leptos::prelude::*;
use leptos_axum::redirect;

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
    let found = store::account::credentials(&mut visit.read().await?, &email).await?;
    let hash = found.as_ref().and_then(|credentials| credentials.password_hash.clone());
    let fits = visit.services.passwords.verify(password, hash).await?;
    let account = found.filter(|_| fits).ok_or_else(wrong)?.id;
    let (now, old) = (visit.now, visit.token.clone());
    let token = visit
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                if let Some(old) = old {
                    store::session::end(c, &old).await?;
                }
                store::session::open(c, account, now).await
            })
        })
        .await?;
    cookie::give(&token)?;
    redirect(local(&next));
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
