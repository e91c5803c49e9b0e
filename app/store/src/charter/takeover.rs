//! Charters taken over from others: what they took over, word for word, and what becomes of their sources.

use domain::{
    access::{Function, Visibility},
    charter::takeover::{Kind, PartId, Words},
    id::{AccountId, ProcessId, RoundId, TakenPartId},
    lang::LangText,
    round::RoundKind,
};
use sqlx::types::Json;

use super::Registered;
use crate::{Conn, Error, conn::*};

/// Where a charter comes from.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Takeover {
    pub source_id: RoundId,
    /// What it was called, and where it was adopted, when it was last taken in.
    #[sqlx(json)]
    pub title: LangText,
    pub territory: String,
    pub adopted_at: i64,
    pub hash: String,
    pub bars_left: bool,
    pub taken_at: i64,
    /// Anybody may read the source still.
    pub readable: bool,
}

pub async fn takeover(c: &mut Conn, round: RoundId) -> Result<Option<Takeover>, Error> {
    maybe!(
        c,
        Takeover,
        "SELECT t.source_id, t.title, t.territory, t.adopted_at, t.hash, t.bars_left, t.taken_at, p.visibility = $2 AS readable
         FROM takeovers t JOIN rounds r ON r.id = t.source_id JOIN processes p ON p.id = r.process_id WHERE t.round_id = $1",
        round,
        Visibility::Public
    )
}

/// The caller holds the round's lock, under which it saw that it was not taken over before.
pub async fn take_over(c: &mut Conn, round: RoundId, source: &Registered, bars_left: bool, now: i64) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO takeovers (round_id, source_id, title, territory, adopted_at, hash, bars_left, taken_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        round,
        source.round_id,
        Json(&source.title),
        &source.territory,
        source.adopted_at,
        &source.hash,
        bars_left,
        now
    )?;
    Ok(())
}

/// Another adoption is what the copy has taken in now. The caller holds the round's lock.
pub async fn take_in(c: &mut Conn, round: RoundId, source: &Registered, now: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE takeovers SET source_id = $2, title = $3, territory = $4, adopted_at = $5, hash = $6, taken_at = $7 WHERE round_id = $1",
        round,
        source.round_id,
        Json(&source.title),
        &source.territory,
        source.adopted_at,
        &source.hash,
        now
    )?;
    Ok(())
}

/// A part as it was last taken over.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TakenPart {
    pub id: TakenPartId,
    pub kind: Kind,
    pub position: i64,
    pub own_id: Option<PartId>,
    pub source_part: Option<PartId>,
    pub number: i64,
    title: String,
    body: String,
    easy: String,
}

impl TakenPart {
    pub fn words(&self) -> Words {
        Words { title: self.title.clone(), body: self.body.clone(), easy: self.easy.clone() }
    }
}

/// What a charter took over, in the order of its source.
pub async fn taken_parts(c: &mut Conn, round: RoundId) -> Result<Vec<TakenPart>, Error> {
    all!(
        c,
        TakenPart,
        "SELECT id, kind, position, own_id, source_part, number, title, body, easy FROM takeover_parts
         WHERE round_id = $1 ORDER BY position, id",
        round
    )
}

/// A part that is taken over.
#[derive(Clone, Copy, Debug)]
pub struct NewPart<'a> {
    pub kind: Kind,
    pub position: i64,
    pub own_id: Option<PartId>,
    pub source_part: Option<PartId>,
    pub number: i64,
    pub words: &'a Words,
}

/// The caller holds the copy's lock, here and below.
pub async fn take_part(c: &mut Conn, round: RoundId, new: NewPart<'_>) -> Result<TakenPartId, Error> {
    let id: TakenPartId = crate::new_id();
    run!(
        c,
        "INSERT INTO takeover_parts (id, round_id, kind, position, own_id, source_part, number, title, body, easy)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        round,
        new.kind,
        new.position,
        new.own_id,
        new.source_part,
        new.number,
        &new.words.title,
        &new.words.body,
        &new.words.easy
    )?;
    Ok(id)
}

/// The source's new words are the base of what comes next.
pub async fn retake_part(c: &mut Conn, id: TakenPartId, new: NewPart<'_>) -> Result<(), Error> {
    run!(
        c,
        "UPDATE takeover_parts SET position = $2, own_id = $3, source_part = $4, number = $5, title = $6, body = $7, easy = $8 WHERE id = $1",
        id,
        new.position,
        new.own_id,
        new.source_part,
        new.number,
        &new.words.title,
        &new.words.body,
        &new.words.easy
    )?;
    Ok(())
}

/// The source has it no more: from now on the part is the copy's own.
pub async fn forget_part(c: &mut Conn, id: TakenPartId) -> Result<(), Error> {
    run!(c, "DELETE FROM takeover_parts WHERE id = $1", id)?;
    Ok(())
}

/// A charter that may be taken over: adopted, of a public process.
pub async fn registered(c: &mut Conn, round: RoundId) -> Result<Option<Registered>, Error> {
    maybe!(
        c,
        Registered,
        "SELECT d.round_id, r.title, p.title AS process, t.id AS territory_id, t.name AS territory, d.adopted_at, d.review_on, d.hash,
                EXISTS (SELECT 1 FROM adoptions n WHERE n.replaces = d.round_id) AS replaced,
                (SELECT COUNT(*) FROM signatories s WHERE s.round_id = d.round_id AND s.signed_at IS NOT NULL) AS signatures
         FROM adoptions d
         JOIN rounds r ON r.id = d.round_id
         JOIN processes p ON p.id = r.process_id
         JOIN territories t ON t.id = p.territory_id
         WHERE d.round_id = $1 AND p.visibility = $2 AND r.kind = $3",
        round,
        Visibility::Public,
        RoundKind::Charter
    )
}

/// Adoptions one after the other that are followed: more would be a ring.
const MOST_ADOPTIONS: i32 = 100;

/// The last charter that was adopted in the place of this one, or this one; none that is not public.
pub async fn latest(c: &mut Conn, round: RoundId) -> Result<Option<Registered>, Error> {
    let found = maybe!(
        c,
        (RoundId,),
        "WITH RECURSIVE later (round_id, step) AS (
             SELECT d.round_id, 0 FROM adoptions d WHERE d.round_id = $1
             UNION ALL SELECT n.round_id, l.step + 1 FROM adoptions n JOIN later l ON n.replaces = l.round_id WHERE l.step < $2)
         SELECT round_id FROM later ORDER BY step DESC, round_id LIMIT 1",
        round,
        MOST_ADOPTIONS
    )?;
    match found {
        Some((latest,)) => registered(c, latest).await,
        None => Ok(None),
    }
}

/// A charter that was taken over from another.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Copied {
    pub round_id: RoundId,
    #[sqlx(json)]
    pub title: LangText,
    pub territory: String,
    pub taken_at: i64,
}

/// Those that public processes have announced, the last first.
pub async fn copies(c: &mut Conn, source: RoundId, most: i64) -> Result<Vec<Copied>, Error> {
    all!(
        c,
        Copied,
        "SELECT t.round_id, r.title, y.name AS territory, t.taken_at
         FROM takeovers t JOIN rounds r ON r.id = t.round_id JOIN processes p ON p.id = r.process_id JOIN territories y ON y.id = p.territory_id
         WHERE t.source_id = $1 AND p.visibility = $2 AND r.announced ORDER BY t.taken_at DESC, t.round_id LIMIT $3",
        source,
        Visibility::Public,
        most
    )
}

/// Where somebody may take a charter over: a process that they run, and an empty charter of it if there is one.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Taker {
    pub process_id: ProcessId,
    #[sqlx(json)]
    pub process: LangText,
    pub territory: String,
    pub round_id: Option<RoundId>,
    pub title: Option<Json<LangText>>,
}

/// Process by process; a process without an empty charter once.
pub async fn takers(c: &mut Conn, account: AccountId, now: i64) -> Result<Vec<Taker>, Error> {
    all!(
        c,
        Taker,
        "SELECT p.id AS process_id, p.title AS process, y.name AS territory, r.id AS round_id, r.title
         FROM members m JOIN processes p ON p.id = m.process_id JOIN territories y ON y.id = p.territory_id
         LEFT JOIN rounds r ON r.process_id = p.id AND r.kind = $3 AND (r.opens_at IS NULL OR r.opens_at > $4) AND r.closed_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.round_id = r.id AND a.removed_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM takeovers t WHERE t.round_id = r.id)
         WHERE m.account_id = $1 AND m.function = $2 AND m.joined_at IS NOT NULL
         ORDER BY p.id DESC, r.position",
        account,
        Function::Facilitator,
        RoundKind::Charter,
        now
    )
}
