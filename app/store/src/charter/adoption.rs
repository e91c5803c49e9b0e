//! Adopted charters: their texts, who signed, and the register of them.

use domain::{
    access::{Function, Visibility},
    charter::{adoption::Seal, ratification::Proof},
    id::{AccountId, ProcessId, RoundId, SignatoryId, TerritoryId},
    lang::LangText,
    round::RoundKind,
};
use sqlx::types::Json;

use crate::{Conn, Error, conn::*};

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Adoption {
    pub adopted_at: i64,
    pub review_on: Option<String>,
    /// The canonical form of what was adopted, and its SHA-256.
    pub text: String,
    pub hash: String,
    pub proof: Json<Proof>,
    pub replaces: Option<RoundId>,
    /// The charter that took its place.
    pub replaced_by: Option<RoundId>,
    pub signatures: i64,
}

pub async fn adoption(c: &mut Conn, round: RoundId) -> Result<Option<Adoption>, Error> {
    maybe!(
        c,
        Adoption,
        "SELECT d.adopted_at, d.review_on, d.text, d.hash, d.proof, d.replaces,
                (SELECT n.round_id FROM adoptions n WHERE n.replaces = d.round_id ORDER BY n.adopted_at LIMIT 1) AS replaced_by,
                (SELECT COUNT(*) FROM signatories s WHERE s.round_id = d.round_id AND s.signed_at IS NOT NULL) AS signatures
         FROM adoptions d WHERE d.round_id = $1",
        round
    )
}

/// An adoption to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct NewAdoption<'a> {
    pub round: RoundId,
    pub review_on: Option<&'a str>,
    pub replaces: Option<RoundId>,
    pub text: &'a str,
    pub hash: &'a str,
    pub proof: &'a Proof,
}

/// The caller holds the round's lock, under which it saw that it is not adopted yet.
pub async fn adopt(c: &mut Conn, new: NewAdoption<'_>, now: i64) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO adoptions (round_id, adopted_at, review_on, replaces, text, hash, proof) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        new.round,
        now,
        new.review_on,
        new.replaces,
        new.text,
        new.hash,
        Json(new.proof)
    )?;
    Ok(())
}

/// The other adopted charters of a process that none has replaced: those a new one may.
pub async fn replaceable(c: &mut Conn, process: ProcessId, but: RoundId) -> Result<Vec<(RoundId, Json<LangText>)>, Error> {
    all!(
        c,
        (RoundId, Json<LangText>),
        "SELECT r.id, r.title FROM adoptions d JOIN rounds r ON r.id = d.round_id
         WHERE r.process_id = $1 AND r.id <> $2 AND NOT EXISTS (SELECT 1 FROM adoptions n WHERE n.replaces = r.id)
         ORDER BY d.adopted_at DESC, r.id",
        process,
        but
    )
}

/// Somebody who may sign, or has.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Signatory {
    pub id: SignatoryId,
    pub account_id: AccountId,
    pub organisation: String,
    pub function: String,
    /// As it was when they signed; until then, as it is.
    pub name: String,
    pub signed_at: Option<i64>,
}

/// Those who have signed in the order in which they did, then the others by organisation.
pub async fn signatories(c: &mut Conn, round: RoundId) -> Result<Vec<Signatory>, Error> {
    all!(
        c,
        Signatory,
        "SELECT s.id, s.account_id, s.organisation, s.function,
                CASE WHEN s.signed_at IS NULL THEN p.name ELSE s.name END AS name, s.signed_at
         FROM signatories s JOIN accounts p ON p.id = s.account_id
         WHERE s.round_id = $1 ORDER BY (s.signed_at IS NULL), s.signed_at, LOWER(s.organisation), s.id",
        round
    )
}

/// The caller holds the round's lock, under which it read who was named.
pub async fn name_signatory(c: &mut Conn, round: RoundId, account: AccountId, seal: &Seal) -> Result<(), Error> {
    let id: SignatoryId = crate::new_id();
    run!(
        c,
        "INSERT INTO signatories (id, round_id, account_id, organisation, function) VALUES ($1, $2, $3, $4, $5)",
        id,
        round,
        account,
        &seal.organisation,
        &seal.function
    )?;
    Ok(())
}

/// Takes the name off the list, unless they have signed; whether it was there. The caller holds the round's lock.
pub async fn unname_signatory(c: &mut Conn, round: RoundId, id: SignatoryId) -> Result<bool, Error> {
    Ok(run!(c, "DELETE FROM signatories WHERE id = $1 AND round_id = $2 AND signed_at IS NULL", id, round)? > 0)
}

/// Signs, once. The caller holds the round's lock, under which it saw that they may.
pub async fn sign(c: &mut Conn, round: RoundId, account: AccountId, name: &str, seal: &Seal, now: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE signatories SET name = $3, organisation = $4, function = $5, signed_at = $6
         WHERE round_id = $1 AND account_id = $2 AND signed_at IS NULL",
        round,
        account,
        name,
        &seal.organisation,
        &seal.function,
        now
    )?;
    Ok(())
}

/// A charter in the register.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Registered {
    pub round_id: RoundId,
    #[sqlx(json)]
    pub title: LangText,
    #[sqlx(json)]
    pub process: LangText,
    pub territory_id: TerritoryId,
    pub territory: String,
    pub adopted_at: i64,
    pub review_on: Option<String>,
    pub hash: String,
    pub replaced: bool,
    pub signatures: i64,
}

/// Adopted charters of public processes, the last first.
pub async fn register(c: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Registered>, Error> {
    all!(
        c,
        Registered,
        "SELECT d.round_id, r.title, p.title AS process, t.id AS territory_id, t.name AS territory, d.adopted_at, d.review_on, d.hash,
                EXISTS (SELECT 1 FROM adoptions n WHERE n.replaces = d.round_id) AS replaced,
                (SELECT COUNT(*) FROM signatories s WHERE s.round_id = d.round_id AND s.signed_at IS NOT NULL) AS signatures
         FROM adoptions d
         JOIN rounds r ON r.id = d.round_id
         JOIN processes p ON p.id = r.process_id
         JOIN territories t ON t.id = p.territory_id
         WHERE p.visibility = $1 AND r.kind = $2
         ORDER BY d.adopted_at DESC, d.round_id LIMIT $3 OFFSET $4",
        Visibility::Public,
        RoundKind::Charter,
        limit,
        offset
    )
}

/// A charter whose review date comes near.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Review {
    pub round_id: RoundId,
    pub process_id: ProcessId,
    #[sqlx(json)]
    pub title: LangText,
    pub language: String,
    pub review_on: String,
}

/// Takes the next charter to be reviewed by `until` that nobody was told of, unless another server has just done so.
pub async fn take_review(c: &mut Conn, until: &str, now: i64) -> Result<Option<Review>, Error> {
    let taken = maybe!(
        c,
        (RoundId,),
        "UPDATE adoptions SET reminded_at = $2
         WHERE reminded_at IS NULL AND round_id = (
             SELECT d.round_id FROM adoptions d
             WHERE d.reminded_at IS NULL AND d.review_on <= $1 AND NOT EXISTS (SELECT 1 FROM adoptions n WHERE n.replaces = d.round_id)
             ORDER BY d.review_on, d.round_id LIMIT 1)
         RETURNING round_id",
        until,
        now
    )?;
    let Some((round,)) = taken else { return Ok(None) };
    maybe!(
        c,
        Review,
        "SELECT r.id AS round_id, r.process_id, r.title, p.language, d.review_on
         FROM adoptions d JOIN rounds r ON r.id = d.round_id JOIN processes p ON p.id = r.process_id WHERE r.id = $1",
        round
    )
}

/// Whether there is one. Cheap, and a read.
pub async fn any_review(c: &mut Conn, until: &str) -> Result<bool, Error> {
    Ok(maybe!(
        c,
        (RoundId,),
        "SELECT d.round_id FROM adoptions d
         WHERE d.reminded_at IS NULL AND d.review_on <= $1 AND NOT EXISTS (SELECT 1 FROM adoptions n WHERE n.replaces = d.round_id) LIMIT 1",
        until
    )?
    .is_some())
}

/// Whom a review concerns: those who run the process and those who signed.
pub async fn concerned(c: &mut Conn, review: &Review) -> Result<Vec<AccountId>, Error> {
    let rows = all!(
        c,
        (AccountId,),
        "SELECT m.account_id FROM members m WHERE m.process_id = $1 AND m.function = $3 AND m.joined_at IS NOT NULL
         UNION SELECT s.account_id FROM signatories s WHERE s.round_id = $2 AND s.signed_at IS NOT NULL",
        review.process_id,
        review.round_id,
        Function::Facilitator
    )?;
    Ok(rows.into_iter().map(|(account,)| account).collect())
}
