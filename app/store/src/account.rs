//! Accounts with or without e-mail, and the links sent by e-mail.

use domain::id::AccountId;

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
    run!(c, "UPDATE accounts SET verified_at = $2 WHERE id = $1", account, now)?;
    Ok(())
}
