//! Links sent by e-mail. The mail holds a random token, the database its hash; each serves once.

use domain::{
    account::Purpose,
    id::{AccountId, ProcessId},
};

use crate::{Conn, Error, conn::*, new_token, secret_hash};

/// One mail of a kind per minute to one person: nobody's letter box is flooded in our name.
pub const PAUSE: i64 = 60_000;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Link {
    #[sqlx(rename = "account_id")]
    pub account: AccountId,
    /// Of an invitation.
    #[sqlx(rename = "process_id")]
    pub process: Option<ProcessId>,
}

/// The token of a new link; `None` when one of the same kind has just been sent.
pub async fn issue(
    c: &mut Conn,
    account: AccountId,
    purpose: Purpose,
    process: Option<ProcessId>,
    now: i64,
) -> Result<Option<String>, Error> {
    run!(c, "DELETE FROM email_tokens WHERE account_id = $1 AND expires_at <= $2", account, now)?;
    let recent = maybe!(
        c,
        (i64,),
        "SELECT expires_at FROM email_tokens
         WHERE account_id = $1 AND purpose = $2 AND expires_at > $3 AND (process_id = $4 OR process_id IS NULL) LIMIT 1",
        account,
        purpose,
        now + purpose.life() - PAUSE,
        process,
    )?;
    if recent.is_some() {
        return Ok(None);
    }
    let token = new_token()?;
    run!(
        c,
        "INSERT INTO email_tokens (token_hash, account_id, purpose, process_id, expires_at) VALUES ($1, $2, $3, $4, $5)",
        secret_hash(&token),
        account,
        purpose,
        process,
        now + purpose.life(),
    )?;
    Ok(Some(token))
}

/// Where a link leads, if it still holds. Looking does not use it up: mail scanners look.
pub async fn peek(c: &mut Conn, token: &str, purpose: Purpose, now: i64) -> Result<Option<Link>, Error> {
    maybe!(
        c,
        Link,
        "SELECT account_id, process_id FROM email_tokens WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3",
        secret_hash(token),
        purpose,
        now
    )
}

/// Uses a link up; `None` when it was used, has ended, or never was. Of two who use it at once, one does.
pub async fn redeem(c: &mut Conn, token: &str, purpose: Purpose, now: i64) -> Result<Option<Link>, Error> {
    maybe!(
        c,
        Link,
        "DELETE FROM email_tokens WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3 RETURNING account_id, process_id",
        secret_hash(token),
        purpose,
        now
    )
}
