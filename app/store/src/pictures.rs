//! Pictures of a process.

use std::collections::BTreeMap;

use domain::{
    id::{PictureId, ProcessId, RoundId},
    lang::LangText,
    survey::picture::{Known, Picture},
};
use serde_json::Value;
use sqlx::types::Json;

use crate::{Conn, Error, conn::*, proposals::Reader};

/// A picture in both its sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    pub width: u32,
    pub height: u32,
    pub large: Vec<u8>,
    pub small: Vec<u8>,
}

/// Keeps a picture of a facilitator; the same picture of the same process is kept once.
pub async fn add(c: &mut Conn, process: ProcessId, picture: New) -> Result<PictureId, Error> {
    keep(c, process, picture, false).await
}

/// The same for one that a participant brings: builders of forms are not offered it.
pub async fn add_by_participant(c: &mut Conn, process: ProcessId, picture: New) -> Result<PictureId, Error> {
    keep(c, process, picture, true).await
}

async fn keep(c: &mut Conn, process: ProcessId, picture: New, by_participant: bool) -> Result<PictureId, Error> {
    let hash = crate::content_hash(&picture.large);
    let id: PictureId = crate::random_id();
    run!(
        c,
        "INSERT INTO pictures (id, process_id, sha256, width, height, large, small, by_participant) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (process_id, sha256) DO UPDATE SET by_participant = pictures.by_participant AND excluded.by_participant",
        id,
        process,
        hash.clone(),
        i64::from(picture.width),
        i64::from(picture.height),
        picture.large,
        picture.small,
        by_participant
    )?;
    let (id,) = one!(c, (PictureId,), "SELECT id FROM pictures WHERE process_id = $1 AND sha256 = $2", process, hash)?;
    Ok(id)
}

/// How many pictures facilitators, or participants, brought.
pub async fn count(c: &mut Conn, process: ProcessId, by_participant: bool) -> Result<i64, Error> {
    let sql = "SELECT COUNT(*) FROM pictures WHERE process_id = $1 AND by_participant = $2";
    Ok(one!(c, (i64,), sql, process, by_participant)?.0)
}

/// Width and height of one picture of a process, whoever brought it.
pub async fn size(c: &mut Conn, process: ProcessId, id: PictureId) -> Result<Option<(u32, u32)>, Error> {
    let row = maybe!(c, (i64, i64), "SELECT width, height FROM pictures WHERE process_id = $1 AND id = $2", process, id)?;
    let size = |n: i64| u32::try_from(n).unwrap_or(0);
    Ok(row.map(|(width, height)| (size(width), size(height))))
}

/// The pictures that facilitators brought, with their sizes.
pub async fn known(c: &mut Conn, process: ProcessId) -> Result<Known, Error> {
    Ok(sizes(c, process).await?.into_iter().filter(|(_, _, by_participant)| !by_participant).map(|(id, size, _)| (id, size)).collect())
}

/// All pictures of a process with their sizes, and whether a participant brought them.
async fn sizes(c: &mut Conn, process: ProcessId) -> Result<Vec<(PictureId, (u32, u32), bool)>, Error> {
    let sql = "SELECT id, width, height, by_participant FROM pictures WHERE process_id = $1 ORDER BY id";
    let rows = all!(c, (PictureId, i64, i64, bool), sql, process)?;
    let size = |n: i64| u32::try_from(n).unwrap_or(0);
    Ok(rows.into_iter().map(|(id, width, height, by_participant)| (id, (size(width), size(height)), by_participant)).collect())
}

/// A picture of a process, and the rounds in which it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: PictureId,
    pub width: u32,
    pub height: u32,
    /// What is said of it where it shows.
    pub alt: Option<LangText>,
    pub rounds: Vec<(RoundId, LangText)>,
}

/// The pictures of a process and where they show: in the frame of a round, or in a proposal that was neither taken back nor hidden.
pub async fn kept(c: &mut Conn, process: ProcessId) -> Result<Vec<Kept>, Error> {
    let mut rounds = all!(
        c,
        (RoundId, Json<LangText>, Json<Value>),
        "SELECT id, title, content FROM rounds WHERE process_id = $1 ORDER BY position",
        process
    )?;
    rounds.extend(all!(
        c,
        (RoundId, Json<LangText>, Json<Value>),
        "SELECT r.id, r.title, p.picture FROM proposals p JOIN rounds r ON r.id = p.round_id
         WHERE r.process_id = $1 AND p.picture IS NOT NULL AND p.withdrawn_at IS NULL AND p.hidden_reason IS NULL
         ORDER BY r.position",
        process
    )?);
    let mut shown: BTreeMap<PictureId, (LangText, Vec<(RoundId, LangText)>)> = BTreeMap::new();
    for (round, Json(title), Json(content)) in rounds {
        let mut pictures = Vec::new();
        find(&content, &mut pictures);
        for picture in pictures {
            let (alt, rounds) = shown.entry(picture.id).or_default();
            if alt.is_empty() {
                *alt = picture.alt;
            }
            if rounds.iter().all(|(other, _)| *other != round) {
                rounds.push((round, title.clone()));
            }
        }
    }
    let kept = sizes(c, process).await?.into_iter().map(|(id, (width, height), _)| {
        let (alt, rounds) = shown.remove(&id).unzip();
        Kept { id, width, height, alt, rounds: rounds.unwrap_or_default() }
    });
    Ok(kept.collect())
}

/// Every picture in the frame of a round, wherever it stands in it.
fn find(content: &Value, found: &mut Vec<Picture>) {
    match content {
        Value::Array(parts) => parts.iter().for_each(|part| find(part, found)),
        Value::Object(parts) => match serde_json::from_value(content.clone()) {
            Ok(picture) if parts.contains_key("width") => found.push(picture),
            _ => parts.values().for_each(|part| find(part, found)),
        },
        _ => {}
    }
}

/// Deletes a picture, also from proposals that were taken back or hidden. That it shows nowhere is for the caller to have seen to.
pub async fn delete(c: &mut Conn, id: PictureId) -> Result<(), Error> {
    run!(
        c,
        "UPDATE proposals SET picture = NULL
         WHERE picture IS NOT NULL AND picture ->> 'id' = $1 AND (withdrawn_at IS NOT NULL OR hidden_reason IS NOT NULL)",
        id.to_string()
    )?;
    run!(c, "DELETE FROM pictures WHERE id = $1", id)?;
    Ok(())
}

/// The process of a picture.
pub async fn process(c: &mut Conn, id: PictureId) -> Result<Option<ProcessId>, Error> {
    Ok(maybe!(c, (ProcessId,), "SELECT process_id FROM pictures WHERE id = $1", id)?.map(|(process,)| process))
}

/// Whether a picture is for this reader: what a participant brought for a proposal that is hidden or taken back is no longer for everybody.
pub async fn shows_to(c: &mut Conn, id: PictureId, reader: Reader) -> Result<bool, Error> {
    let (away,) = one!(
        c,
        (bool,),
        "SELECT EXISTS (SELECT 1 FROM pictures x WHERE x.id = $1 AND x.by_participant)
            AND EXISTS (SELECT 1 FROM proposals p WHERE p.picture IS NOT NULL AND p.picture ->> 'id' = $2)
            AND NOT EXISTS (SELECT 1 FROM proposals p WHERE p.picture IS NOT NULL AND p.picture ->> 'id' = $2
                            AND ((p.hidden_reason IS NULL AND p.withdrawn_at IS NULL) OR p.author_id = $3 OR $4))",
        id,
        id.to_string(),
        reader.account,
        reader.facilitator
    )?;
    Ok(!away)
}

/// One size of a picture, as JPEG.
pub async fn jpeg(c: &mut Conn, id: PictureId, small: bool) -> Result<Option<Vec<u8>>, Error> {
    let row = if small {
        maybe!(c, (Vec<u8>,), "SELECT small FROM pictures WHERE id = $1", id)?
    } else {
        maybe!(c, (Vec<u8>,), "SELECT large FROM pictures WHERE id = $1", id)?
    };
    Ok(row.map(|(bytes,)| bytes))
}
