//! How fast people go: one moment per person and deed (see `domain::pace`).

use domain::{id::AccountId, pace::Deed};

use crate::{Conn, Error, conn::*};

/// When this person has their whole allowance again. Their other deeds wait until this one is done.
pub async fn full_at(c: &mut Conn, account: AccountId, deed: Deed) -> Result<Option<i64>, Error> {
    c.lock(account.0).await?;
    let row = maybe!(c, (i64,), "SELECT full_at FROM paces WHERE account_id = $1 AND deed = $2", account, deed)?;
    Ok(row.map(|(at,)| at))
}

/// Records the new moment, and forgets this person's that have passed: they tell nothing any more.
pub async fn record(c: &mut Conn, account: AccountId, deed: Deed, full_at: i64, now: i64) -> Result<(), Error> {
    let kept = Deed::MentionMail; // Others write that one; see below.
    run!(c, "DELETE FROM paces WHERE account_id = $1 AND full_at <= $2 AND deed <> $3", account, now, kept)?;
    run!(
        c,
        "INSERT INTO paces (account_id, deed, full_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, deed) DO UPDATE SET full_at = excluded.full_at",
        account,
        deed,
        full_at
    )?;
    Ok(())
}

/// Whether a person may be sent one more mail of a kind that comes once in a while, which is then recorded. One statement and no lock:
/// whoever writes to somebody else must not wait for them.
pub async fn once(c: &mut Conn, account: AccountId, deed: Deed, full_at: i64, now: i64) -> Result<bool, Error> {
    let n = run!(
        c,
        "INSERT INTO paces (account_id, deed, full_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, deed) DO UPDATE SET full_at = excluded.full_at WHERE paces.full_at <= $4",
        account,
        deed,
        full_at,
        now
    )?;
    Ok(n > 0)
}
