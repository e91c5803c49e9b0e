//! Sign-in sessions. The cookie holds a random token; the database holds its hash.

use domain::id::AccountId;

use crate::{Conn, Error, conn::*, new_token, secret_hash};

/// A session ends after a week without a visit…
pub const IDLE: i64 = 7 * 24 * 3_600_000;
/// …and after thirty days whatever happens.
pub const ABSOLUTE: i64 = 30 * 24 * 3_600_000;
/// How stale `seen_at` may be before a visit writes it anew.
pub const TOUCH: i64 = 3_600_000;

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Session {
    pub account: AccountId,
    pub name: String,
    pub email: Option<String>,
    pub locale: Option<String>,
    pub administrator: bool,
    pub verified_at: Option<i64>,
    pub seen_at: i64,
}

/// Opens a session and returns the token for the cookie.
pub async fn open(c: &mut Conn, account: AccountId, now: i64) -> Result<String, Error> {
    let token = new_token()?;
    run!(c, "DELETE FROM sessions WHERE account_id = $1 AND (created_at <= $2 OR seen_at <= $3)", account, now - ABSOLUTE, now - IDLE)?;
    run!(
        c,
        "INSERT INTO sessions (token_hash, account_id, created_at, seen_at) VALUES ($1, $2, $3, $3)",
        secret_hash(&token),
        account,
        now
    )?;
    Ok(token)
}

/// The session of a cookie, if it still holds at `now`.
pub async fn find(c: &mut Conn, token: &str, now: i64) -> Result<Option<Session>, Error> {
    maybe!(
        c,
        Session,
        "SELECT a.id AS account, a.name, a.email, a.locale, a.administrator, a.verified_at, s.seen_at
         FROM sessions s JOIN accounts a ON a.id = s.account_id
         WHERE s.token_hash = $1 AND s.created_at > $2 AND s.seen_at > $3",
        secret_hash(token),
        now - ABSOLUTE,
        now - IDLE,
    )
}

pub async fn touch(c: &mut Conn, token: &str, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE sessions SET seen_at = $2 WHERE token_hash = $1", secret_hash(token), now)?;
    Ok(())
}

pub async fn end(c: &mut Conn, token: &str) -> Result<(), Error> {
    run!(c, "DELETE FROM sessions WHERE token_hash = $1", secret_hash(token))?;
    Ok(())
}

pub async fn end_all(c: &mut Conn, account: AccountId) -> Result<(), Error> {
    run!(c, "DELETE FROM sessions WHERE account_id = $1", account)?;
    Ok(())
}
