//! The append-only, hash-chained journal.

use domain::{
    id::{AccountId, ProcessId},
    journal::{Entry, GENESIS, chain},
    lang::LangText,
};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Conn, Error, conn::*};

/// Under this key writers of the journal wait for each other.
const LOCK: Uuid = Uuid::from_u128(0x6a6f_7572_6e61_6c00);

#[derive(sqlx::FromRow)]
struct Row {
    seq: i64,
    at: i64,
    actor_id: Option<Uuid>,
    process_id: Option<Uuid>,
    act: String,
    subject: String,
    detail: String,
    previous: Vec<u8>,
    hash: Vec<u8>,
}

/// An act to be written down.
pub struct Act<'a> {
    pub at: i64,
    pub actor: Option<AccountId>,
    pub process: Option<ProcessId>,
    pub act: &'a str,
    pub subject: String,
    /// Facts of the act; never the words of a participant nor the content of a ballot.
    pub detail: serde_json::Value,
}

/// Writes an act at the end of the chain, in the transaction of the act itself.
pub async fn write(c: &mut Conn, act: Act<'_>) -> Result<(), Error> {
    c.lock(LOCK).await?;
    let last: Option<(i64, Vec<u8>)> = maybe!(c, (i64, Vec<u8>), "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?;
    let (seq, previous) = last.map_or((1, GENESIS.to_vec()), |(seq, hash)| (seq + 1, hash));
    let entry = Entry {
        at: act.at,
        actor: act.actor.map(|id| id.0),
        process: act.process.map(|id| id.0),
        act: act.act.to_owned(),
        subject: act.subject,
        detail: act.detail.to_string(),
    };
    let hash = chain(&previous, seq, &entry).to_vec();
    run!(
        c,
        "INSERT INTO journal (seq, at, actor_id, process_id, act, subject, detail, previous, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        seq,
        entry.at,
        entry.actor,
        entry.process,
        &entry.act,
        &entry.subject,
        &entry.detail,
        &previous,
        &hash
    )?;
    Ok(())
}

/// An entry with the names of those it speaks of.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Told {
    pub seq: i64,
    pub at: i64,
    pub actor: Option<String>,
    pub process_id: Option<ProcessId>,
    /// Language map of the process's title.
    pub process: Option<Json<LangText>>,
    pub act: String,
    pub detail: String,
}

/// Entries from the newest, `limit` of them before `before` (or from the end).
pub async fn page(c: &mut Conn, before: Option<i64>, limit: i64) -> Result<Vec<Told>, Error> {
    all!(
        c,
        Told,
        "SELECT j.seq, j.at, a.name AS actor, j.process_id, p.title AS process, j.act, j.detail
         FROM journal j
         LEFT JOIN accounts a ON a.id = j.actor_id
         LEFT JOIN processes p ON p.id = j.process_id
         WHERE j.seq < $1 ORDER BY j.seq DESC LIMIT $2",
        before.unwrap_or(i64::MAX),
        limit
    )
}

/// Walks the whole chain; the number of entries, or [`Error::Journal`] with the first one that does not fit.
pub async fn verify(c: &mut Conn) -> Result<i64, Error> {
    let (mut seq, mut previous) = (0, GENESIS.to_vec());
    loop {
        let rows = all!(c, Row, "SELECT * FROM journal WHERE seq > $1 ORDER BY seq LIMIT 1000", seq)?;
        if rows.is_empty() {
            return Ok(seq);
        }
        for row in rows {
            let entry =
                Entry { at: row.at, actor: row.actor_id, process: row.process_id, act: row.act, subject: row.subject, detail: row.detail };
            if row.seq != seq + 1 || row.previous != previous || chain(&previous, row.seq, &entry).as_slice() != row.hash.as_slice() {
                return Err(Error::Journal(row.seq));
            }
            (seq, previous) = (row.seq, row.hash);
        }
    }
}
