//! Accepting an invitation sent by e-mail.

use domain::{
    Refusal,
    access::Act,
    account::{self, Purpose},
    id::ProcessId,
    refusal::Problems,
};
use leptos::prelude::*;
use leptos_axum::redirect;

use super::renew;
use crate::{AppError, account::cookie, visit::Visit};

/// The invited person joins. Who has no password that is surely theirs sets one now and is signed in; who has one signs in with
/// it, for an invitation holds a month and mails are passed on.
#[server(name = AcceptInvitation, prefix = "/api", endpoint = "account/accept-invitation")]
pub async fn accept_invitation(token: String, #[server(default)] password: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::AcceptInvitation)?;
    let over = || Refusal::conflict("link-over");
    let now = visit.now;
    let mut c = visit.read().await?;
    let link = store::link::peek(&mut c, &token, Purpose::Invitation, now).await?.ok_or_else(over)?;
    let account = store::account::find(&mut c, link.account).await?.ok_or_else(over)?;
    drop(c);
    let hash = if account.needs_password() {
        let mut problems = Problems::new();
        let Some(password) = problems.take(account::password("password", &password, account.email.as_deref().unwrap_or_default())) else {
            return Err(problems.refusal().into());
        };
        Some(visit.services.passwords.hash(password).await?)
    } else {
        None
    };
    let (session, process) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let link = store::link::redeem(c, &token, Purpose::Invitation, now).await?.ok_or_else(over)?;
                let process = link.process.ok_or_else(over)?;
                store::process::join(c, process, link.account, now).await?;
                let Some(hash) = hash else { return Ok((None, process)) };
                // Whoever set a password before never confirmed the address: it is void, and so are their sessions.
                store::account::set_password(c, link.account, &hash).await?;
                store::account::set_verified(c, link.account, now).await?;
                Ok::<(Option<String>, ProcessId), AppError>((Some(renew(c, &visit, link.account).await?), process))
            })
        })
        .await?;
    let home = format!("/p/{process}");
    match session {
        Some(token) => {
            cookie::give(&token)?;
            redirect(&home);
        }
        None if visit.account() == Some(account.id) => redirect(&home),
        None => redirect(&format!("/sign-in?done=joined&next={home}")),
    }
    Ok(())
}
