//! The words of a charter and what they mean. Who writes here holds the round's lock.

use domain::{
    charter::definition::Meaning,
    id::{DefinitionId, RoundId},
};

use crate::{Conn, Error, conn::*};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Definition {
    pub id: DefinitionId,
    pub term: String,
    pub meaning: String,
}

/// The definitions of a round in their order.
pub async fn definitions(c: &mut Conn, round: RoundId) -> Result<Vec<Definition>, Error> {
    all!(
        c,
        Definition,
        "SELECT id, term, meaning FROM charter_definitions WHERE round_id = $1 AND removed_at IS NULL ORDER BY position, id",
        round
    )
}

/// The round of a definition, of one that was taken out too.
pub async fn round_of_definition(c: &mut Conn, definition: DefinitionId) -> Result<Option<RoundId>, Error> {
    let found = maybe!(c, (RoundId,), "SELECT round_id FROM charter_definitions WHERE id = $1", definition)?;
    Ok(found.map(|(round,)| round))
}

/// A new definition at the end.
pub async fn add_definition(c: &mut Conn, round: RoundId, words: &Meaning, now: i64) -> Result<DefinitionId, Error> {
    let id: DefinitionId = crate::new_id();
    run!(
        c,
        "INSERT INTO charter_definitions (id, round_id, term, meaning, position, changed_at)
         SELECT $1, $2, $3, $4,
                COALESCE((SELECT MAX(position) + 1 FROM charter_definitions WHERE round_id = $2 AND removed_at IS NULL), 1), $5",
        id,
        round,
        &words.term,
        &words.meaning,
        now
    )?;
    Ok(id)
}

/// Whether the words are others now.
pub async fn edit_definition(c: &mut Conn, definition: DefinitionId, words: &Meaning, now: i64) -> Result<bool, Error> {
    let sql = "UPDATE charter_definitions SET term = $2, meaning = $3, revision = revision + 1, changed_at = $4
               WHERE id = $1 AND (term <> $2 OR meaning <> $3)";
    Ok(run!(c, sql, definition, &words.term, &words.meaning, now)? > 0)
}

pub async fn remove_definition(c: &mut Conn, definition: DefinitionId, now: i64) -> Result<(), Error> {
    let sql = "UPDATE charter_definitions SET revision = revision + 1, changed_at = $2, removed_at = $2 WHERE id = $1";
    run!(c, sql, definition, now)?;
    Ok(())
}

/// Two definitions change places.
pub async fn swap_definitions(c: &mut Conn, one: DefinitionId, other: DefinitionId) -> Result<(), Error> {
    run!(
        c,
        "UPDATE charter_definitions SET position = (SELECT SUM(position) FROM charter_definitions WHERE id IN ($1, $2)) - position
         WHERE id IN ($1, $2)",
        one,
        other
    )?;
    Ok(())
}

/// How often the charter's words have changed, and when they last did: none without a word. Taking something out counts, so that no two
/// texts have one number.
pub async fn edition(c: &mut Conn, round: RoundId) -> Result<(i64, Option<i64>), Error> {
    let (versions, written) = one!(
        c,
        (i64, Option<i64>),
        "SELECT COUNT(*), MAX(v.created_at) FROM article_versions v JOIN articles a ON a.id = v.article_id WHERE a.round_id = $1",
        round
    )?;
    let (removed, taken) = one!(
        c,
        (i64, Option<i64>),
        "SELECT COUNT(*), MAX(removed_at) FROM articles WHERE round_id = $1 AND removed_at IS NOT NULL",
        round
    )?;
    let (around, changed) = one!(
        c,
        (i64, Option<i64>),
        "SELECT CAST(COALESCE(SUM(revision), 0) AS BIGINT), MAX(changed_at) FROM (
             SELECT revision, changed_at FROM charter_chapters WHERE round_id = $1
             UNION ALL SELECT revision, changed_at FROM charter_definitions WHERE round_id = $1) parts",
        round
    )?;
    Ok((versions + removed + around, written.max(taken).max(changed)))
}
