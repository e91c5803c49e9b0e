//! Questions about an article: comments that ask for an answer in words.

use domain::{
    college::CollegeKind,
    id::{AccountId, ArticleId, CommentId},
    lang::LangText,
};

use super::{New, create};
use crate::{Conn, Error, conn::*};

/// So many are shown beside an article.
const SHOWN: i64 = 100;

/// A comment that asks.
pub async fn ask(c: &mut Conn, comment: New<'_>, now: i64) -> Result<CommentId, Error> {
    let id = create(c, comment, now).await?;
    run!(c, "UPDATE comments SET question = $2 WHERE id = $1", id, true)?;
    Ok(id)
}

pub async fn answer_question(c: &mut Conn, id: CommentId, words: &str, by: AccountId) -> Result<(), Error> {
    run!(c, "UPDATE comments SET reason = $2, answered_by = $3 WHERE id = $1", id, words, by)?;
    Ok(())
}

/// A question as it stands beside the article.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Question {
    pub id: CommentId,
    pub author: String,
    /// None for a facilitator.
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
    pub body: String,
    /// Empty while it waits.
    pub answer: String,
    pub answered_by: Option<String>,
    /// Of who answered; none for a facilitator.
    pub answerer_kind: Option<CollegeKind>,
}

/// The questions about an article that people can read, those that are answered first, in the order they were asked.
pub async fn questions(c: &mut Conn, article: ArticleId) -> Result<Vec<Question>, Error> {
    all!(
        c,
        Question,
        "SELECT c.id, a.name AS author, k.kind, k.name AS college, c.body, c.reason AS answer, b.name AS answered_by,
                (SELECT j.kind FROM members m JOIN colleges j ON j.id = m.college_id
                 WHERE m.account_id = c.answered_by AND m.process_id = r.process_id) AS answerer_kind
         FROM comments c JOIN accounts a ON a.id = c.author_id JOIN rounds r ON r.id = c.round_id
         LEFT JOIN colleges k ON k.id = c.college_id LEFT JOIN accounts b ON b.id = c.answered_by
         WHERE c.article_id = $1 AND c.question AND c.hidden_reason IS NULL AND NOT c.withdrawn
         ORDER BY CASE WHEN c.answered_by IS NULL THEN 1 ELSE 0 END, c.created_at, c.id LIMIT $2",
        article,
        SHOWN
    )
}
