//! Pictures of a process.

use domain::{
    id::{PictureId, ProcessId},
    survey::picture::Known,
};

use crate::{Conn, Error, conn::*};

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
    let rows = all!(
        c,
        (PictureId, i64, i64),
        "SELECT id, width, height FROM pictures WHERE process_id = $1 AND by_participant = $2",
        process,
        false
    )?;
    let size = |n: i64| u32::try_from(n).unwrap_or(0);
    Ok(rows.into_iter().map(|(id, width, height)| (id, (size(width), size(height)))).collect())
}

/// The process of a picture.
pub async fn process(c: &mut Conn, id: PictureId) -> Result<Option<ProcessId>, Error> {
    Ok(maybe!(c, (ProcessId,), "SELECT process_id FROM pictures WHERE id = $1", id)?.map(|(process,)| process))
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
