//! The outbox. A mail is queued in the transaction of the act that wants it, and leaves later: an act never waits for a mail
//! server, and no mail tells of what was undone.

use domain::id::MailId;

use crate::{Conn, Error, conn::*};

/// A server that claimed a mail has so long to send it; then another may.
pub const LEASE: i64 = 5 * 60_000;

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Mail {
    pub id: MailId,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    /// The page that switches mails of this kind off.
    pub off_url: Option<String>,
    /// This try included.
    pub tries: i64,
}

pub async fn queue(c: &mut Conn, recipient: &str, subject: &str, body: &str, off_url: Option<&str>, now: i64) -> Result<(), Error> {
    let id: MailId = crate::new_id();
    // A subject is one line.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let sql = "INSERT INTO outbox (id, recipient, subject, body, off_url, due_at) VALUES ($1, $2, $3, $4, $5, $6)";
    run!(c, sql, id, recipient, subject, body, off_url, now)?;
    Ok(())
}

/// Whether any mail is due. Cheap, and a read: the worker asks often.
pub async fn any_due(c: &mut Conn, now: i64) -> Result<bool, Error> {
    Ok(maybe!(c, (i64,), "SELECT due_at FROM outbox WHERE due_at <= $1 LIMIT 1", now)?.is_some())
}

/// Takes up to `most` due mails for this server alone.
///
/// The outer condition on `due_at` is what keeps two servers apart: on PostgreSQL the slower one waits for the row, looks at it
/// anew, and finds it no longer due.
pub async fn claim(c: &mut Conn, most: i64, now: i64) -> Result<Vec<Mail>, Error> {
    all!(
        c,
        Mail,
        "UPDATE outbox SET due_at = $2, tries = tries + 1
         WHERE due_at <= $1 AND id IN (SELECT id FROM outbox WHERE due_at <= $1 ORDER BY due_at, id LIMIT $3)
         RETURNING id, recipient, subject, body, off_url, tries",
        now,
        now + LEASE,
        most
    )
}

/// The mail has left, or is given up.
pub async fn remove(c: &mut Conn, id: MailId) -> Result<(), Error> {
    run!(c, "DELETE FROM outbox WHERE id = $1", id)?;
    Ok(())
}

/// It did not leave: again at `due_at`.
pub async fn postpone(c: &mut Conn, id: MailId, due_at: i64) -> Result<(), Error> {
    run!(c, "UPDATE outbox SET due_at = $2 WHERE id = $1", id, due_at)?;
    Ok(())
}

/// How many mails wait.
pub async fn waiting(c: &mut Conn) -> Result<i64, Error> {
    Ok(one!(c, (i64,), "SELECT COUNT(*) FROM outbox")?.0)
}
