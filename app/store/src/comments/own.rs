//! A comment changed or taken back by its author, and the marks of others.

use domain::{
    comments::{Mark, Step, Subject},
    id::{AccountId, CommentId},
};

use super::counted;
use crate::{Conn, Error, conn::*, proposals::Reader};

/// What a comment said before.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    pub number: i64,
    pub body: String,
    pub created_at: i64,
}

/// The earlier wordings of a comment, the oldest first, for whoever may read it.
pub async fn versions(c: &mut Conn, id: CommentId, reader: Reader) -> Result<Vec<Version>, Error> {
    all!(
        c,
        Version,
        "SELECT v.number, v.body, v.created_at FROM comment_versions v JOIN comments c ON c.id = v.comment_id
         WHERE v.comment_id = $1 AND (c.hidden_reason IS NULL OR c.author_id = $2 OR $3) ORDER BY v.number",
        id,
        reader.account,
        reader.facilitator
    )
}

/// New words; the old ones are kept, and marks begin anew: they were given to other words.
pub async fn edit(c: &mut Conn, id: CommentId, body: &str, now: i64) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO comment_versions (comment_id, number, body, created_at)
         SELECT id, edits + 1, body, COALESCE(edited_at, created_at) FROM comments WHERE id = $1",
        id
    )?;
    run!(c, "DELETE FROM comment_marks WHERE comment_id = $1", id)?;
    let sql = "UPDATE comments SET body = $2, edits = edits + 1, edited_at = $3, agrees = 0, disagrees = 0 WHERE id = $1";
    run!(c, sql, id, body, now)?;
    Ok(())
}

/// Taken back: the words, the earlier ones, whom it was for and what was answered are gone; reports of it have nothing more to tell.
pub async fn withdraw(c: &mut Conn, id: CommentId, subject: Subject) -> Result<(), Error> {
    run!(c, "UPDATE comments SET body = '', withdrawn = $2, outcome = NULL, reason = '', answered_by = NULL WHERE id = $1", id, true)?;
    run!(c, "DELETE FROM comment_versions WHERE comment_id = $1", id)?;
    run!(c, "DELETE FROM comment_mentions WHERE comment_id = $1", id)?;
    run!(c, "UPDATE reports SET settled = $2 WHERE comment_id = $1", id, true)?;
    counted(c, id, subject, -1).await
}

pub async fn mark_of(c: &mut Conn, id: CommentId, account: AccountId) -> Result<Option<Mark>, Error> {
    let row = maybe!(c, (Mark,), "SELECT mark FROM comment_marks WHERE comment_id = $1 AND account_id = $2", id, account)?;
    Ok(row.map(|(mark,)| mark))
}

/// Records a mark, or that it was taken off, and what it changes in the tally.
pub async fn mark(c: &mut Conn, id: CommentId, account: AccountId, mark: Option<Mark>, (agrees, disagrees): Step) -> Result<(), Error> {
    match mark {
        Some(mark) => run!(
            c,
            "INSERT INTO comment_marks (comment_id, account_id, mark) VALUES ($1, $2, $3)
             ON CONFLICT (comment_id, account_id) DO UPDATE SET mark = excluded.mark",
            id,
            account,
            mark
        )?,
        None => run!(c, "DELETE FROM comment_marks WHERE comment_id = $1 AND account_id = $2", id, account)?,
    };
    run!(c, "UPDATE comments SET agrees = agrees + $2, disagrees = disagrees + $3 WHERE id = $1", id, agrees, disagrees)?;
    Ok(())
}
