//! Accounts with or without e-mail.

use domain::{account::Purpose, id::AccountId};

use crate::{Conn, Error, conn::*};

/// What signing in needs to know.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Credentials {
    pub id: AccountId,
    pub password_hash: Option<String>,
}

pub async fn credentials(c: &mut Conn, email: &str) -> Result<Option<Credentials>, Error> {
    maybe!(c, Credentials, "SELECT id, password_hash FROM accounts WHERE email = $1", email)
}

/// Waits for whoever writes about the same address, so that two who find it free don't both take it.
pub async fn lock(c: &mut Conn, email: &str) -> Result<(), Error> {
    let hash = crate::content_hash(email.as_bytes());
    c.lock(uuid::Uuid::from_slice(hash.get(..16).unwrap_or_default()).unwrap_or_default()).await
}

/// A new account; [`Error::is_duplicate`] when the address is taken.
pub async fn create(c: &mut Conn, name: &str, email: Option<&str>, password_hash: Option<&str>, now: i64) -> Result<AccountId, Error> {
    let id: AccountId = crate::new_id();
    run!(
        c,
        "INSERT INTO accounts (id, name, email, password_hash, administrator, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        name,
        email,
        password_hash,
        false,
        now
    )?;
    Ok(id)
}

pub async fn make_administrator(c: &mut Conn, account: AccountId) -> Result<(), Error> {
    run!(c, "UPDATE accounts SET administrator = $2 WHERE id = $1", account, true)?;
    Ok(())
}

/// The address was confirmed by its owner.
pub async fn set_verified(c: &mut Conn, account: AccountId, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE accounts SET verified_at = COALESCE(verified_at, $2) WHERE id = $1", account, now)?;
    Ok(())
}

/// What a person's own page shows and what mails need.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub email: Option<String>,
    pub password_hash: Option<String>,
    pub locale: Option<String>,
    pub verified_at: Option<i64>,
}

impl Account {
    /// Whether a link in an e-mail must set a password: there is none, or whoever set it never proved that the address is theirs.
    pub fn needs_password(&self) -> bool {
        self.password_hash.is_none() || self.verified_at.is_none()
    }
}

pub async fn find(c: &mut Conn, id: AccountId) -> Result<Option<Account>, Error> {
    maybe!(c, Account, "SELECT id, name, email, password_hash, locale, verified_at FROM accounts WHERE id = $1", id)
}

pub async fn by_email(c: &mut Conn, email: &str) -> Result<Option<Account>, Error> {
    maybe!(c, Account, "SELECT id, name, email, password_hash, locale, verified_at FROM accounts WHERE email = $1", email)
}

pub async fn set_name(c: &mut Conn, account: AccountId, name: &str) -> Result<(), Error> {
    run!(c, "UPDATE accounts SET name = $2 WHERE id = $1", account, name)?;
    Ok(())
}

pub async fn set_locale(c: &mut Conn, account: AccountId, tag: &str) -> Result<(), Error> {
    run!(c, "UPDATE accounts SET locale = $2 WHERE id = $1", account, tag)?;
    Ok(())
}

/// A new password: whoever knew the old one is out, and links that would set another are void.
pub async fn set_password(c: &mut Conn, account: AccountId, password_hash: &str) -> Result<(), Error> {
    run!(c, "UPDATE accounts SET password_hash = $2 WHERE id = $1", account, password_hash)?;
    run!(c, "DELETE FROM email_tokens WHERE account_id = $1 AND purpose = $2", account, Purpose::Reset)?;
    crate::session::end_all(c, account).await
}
