//! Chapters. An article's position runs through the charter, so that what moves a chapter moves its articles. Who writes here holds the
//! round's lock.

use domain::id::{ArticleId, ChapterId, RoundId};

use crate::{Conn, Error, conn::*};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Chapter {
    pub id: ChapterId,
    pub title: String,
}

/// The chapters of a round in their order.
pub async fn chapters(c: &mut Conn, round: RoundId) -> Result<Vec<Chapter>, Error> {
    all!(c, Chapter, "SELECT id, title FROM charter_chapters WHERE round_id = $1 AND removed_at IS NULL ORDER BY position, id", round)
}

/// The round of a chapter, of one that was taken out too.
pub async fn round_of_chapter(c: &mut Conn, chapter: ChapterId) -> Result<Option<RoundId>, Error> {
    let found = maybe!(c, (RoundId,), "SELECT round_id FROM charter_chapters WHERE id = $1", chapter)?;
    Ok(found.map(|(round,)| round))
}

/// A new chapter at the end.
pub async fn add_chapter(c: &mut Conn, round: RoundId, title: &str, now: i64) -> Result<ChapterId, Error> {
    let id: ChapterId = crate::new_id();
    run!(
        c,
        "INSERT INTO charter_chapters (id, round_id, title, position, changed_at)
         SELECT $1, $2, $3, COALESCE((SELECT MAX(position) + 1 FROM charter_chapters WHERE round_id = $2 AND removed_at IS NULL), 1), $4",
        id,
        round,
        title,
        now
    )?;
    Ok(id)
}

/// Whether the title is another one now.
pub async fn rename_chapter(c: &mut Conn, chapter: ChapterId, title: &str, now: i64) -> Result<bool, Error> {
    let sql = "UPDATE charter_chapters SET title = $2, revision = revision + 1, changed_at = $3 WHERE id = $1 AND title <> $2";
    Ok(run!(c, sql, chapter, title, now)? > 0)
}

/// Takes a chapter out. Its articles stay where they are: they go on with the chapter before, if there is one.
pub async fn remove_chapter(c: &mut Conn, chapter: ChapterId, before: Option<ChapterId>, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE articles SET chapter_id = $2 WHERE chapter_id = $1", chapter, before)?;
    run!(c, "UPDATE charter_chapters SET revision = revision + 1, changed_at = $2, removed_at = $2 WHERE id = $1", chapter, now)?;
    Ok(())
}

/// Two chapters change places. [`set_order`] takes their articles along.
pub async fn swap_chapters(c: &mut Conn, one: ChapterId, other: ChapterId) -> Result<(), Error> {
    run!(
        c,
        "UPDATE charter_chapters SET position = (SELECT SUM(position) FROM charter_chapters WHERE id IN ($1, $2)) - position
         WHERE id IN ($1, $2)",
        one,
        other
    )?;
    Ok(())
}

/// Which chapter each article stands in, in order.
pub async fn places(c: &mut Conn, round: RoundId) -> Result<Vec<(ArticleId, Option<ChapterId>)>, Error> {
    all!(
        c,
        (ArticleId, Option<ChapterId>),
        "SELECT id, chapter_id FROM articles WHERE round_id = $1 AND removed_at IS NULL ORDER BY position",
        round
    )
}

pub async fn set_chapter(c: &mut Conn, article: ArticleId, chapter: Option<ChapterId>) -> Result<(), Error> {
    run!(c, "UPDATE articles SET chapter_id = $2 WHERE id = $1", article, chapter)?;
    Ok(())
}

/// The articles get the positions that this order gives them: of those that change, one statement each.
pub async fn set_order(c: &mut Conn, before: &[ArticleId], after: &[ArticleId]) -> Result<(), Error> {
    for (position, (_, article)) in (1i64..).zip(before.iter().zip(after)).filter(|(_, (before, after))| before != after) {
        run!(c, "UPDATE articles SET position = $2 WHERE id = $1", article, position)?;
    }
    Ok(())
}
