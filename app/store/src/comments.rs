//! Comments on proposals and articles.

use domain::{
    college::CollegeKind,
    comments::{PAGE, Parent, Subject},
    id::{AccountId, ArticleId, CollegeId, CommentId, ProposalId, RoundId},
    lang::LangText,
    proposals::Decision,
    round::Outcome,
};

use crate::{Conn, Error, conn::*, proposals::Reader};

/// A comment as its thread shows it. The words of a hidden one are empty for everybody but its author and facilitators.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Comment {
    pub id: CommentId,
    pub parent_id: Option<CommentId>,
    pub author_id: AccountId,
    pub author: String,
    /// None for a facilitator.
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
    pub body: String,
    pub created_at: i64,
    pub hidden: bool,
    /// Why it is hidden, for those who may read it.
    pub hidden_reason: String,
    pub outcome: Option<Outcome>,
    pub reason: String,
}

/// What is commented on, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub round_id: RoundId,
    pub hidden: bool,
    /// Comments that moderation has not hidden.
    pub comments: i64,
}

pub async fn place(c: &mut Conn, subject: Subject) -> Result<Option<Place>, Error> {
    match subject {
        Subject::Proposal(id) => {
            // Withdrawn, or merged into another: what was said stays, and nothing is added.
            let sql =
                "SELECT round_id, (hidden_reason IS NOT NULL OR withdrawn_at IS NOT NULL OR merged_into IS NOT NULL) AS hidden, comments
                 FROM proposals WHERE id = $1";
            maybe!(c, Place, sql, id)
        }
        Subject::Article(id) => maybe!(c, Place, "SELECT round_id, FALSE AS hidden, comments FROM articles WHERE id = $1", id),
    }
}

/// Where one comment stands, for those who answer or moderate it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub round: RoundId,
    pub subject: Subject,
    pub hidden: bool,
}

impl Standing {
    pub fn parent(&self) -> Parent {
        Parent { subject: self.subject, hidden: self.hidden }
    }
}

/// A comment and what it stands on. Others who would change it wait until this transaction ends.
pub async fn standing(c: &mut Conn, id: CommentId) -> Result<Option<Standing>, Error> {
    c.lock(id.0).await?;
    let row = maybe!(
        c,
        (RoundId, Option<ProposalId>, Option<ArticleId>, bool),
        "SELECT round_id, proposal_id, article_id, hidden_reason IS NOT NULL FROM comments WHERE id = $1",
        id
    )?;
    Ok(row.and_then(|(round, proposal, article, hidden)| {
        let subject = proposal.map(Subject::Proposal).or(article.map(Subject::Article))?;
        Some(Standing { round, subject, hidden })
    }))
}

/// Whether the author has said the very same in the same place. Other comments of theirs wait until this one is in.
pub async fn said(c: &mut Conn, subject: Subject, parent: Option<CommentId>, author: AccountId, body: &str) -> Result<bool, Error> {
    c.lock(author.0).await?;
    let (proposal, article) = columns(subject);
    let row = maybe!(
        c,
        (CommentId,),
        "SELECT id FROM comments
         WHERE author_id = $1 AND body = $2 AND (proposal_id = $3 OR article_id = $4) AND (parent_id = $5 OR (parent_id IS NULL AND $6))
         LIMIT 1",
        author,
        body,
        proposal,
        article,
        parent,
        parent.is_none()
    )?;
    Ok(row.is_some())
}

const fn columns(subject: Subject) -> (Option<ProposalId>, Option<ArticleId>) {
    match subject {
        Subject::Proposal(id) => (Some(id), None),
        Subject::Article(id) => (None, Some(id)),
    }
}

/// What makes a comment.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    pub round: RoundId,
    pub subject: Subject,
    pub parent: Option<CommentId>,
    pub author: AccountId,
    /// None for a facilitator.
    pub college: Option<CollegeId>,
    pub body: &'a str,
}

pub async fn create(c: &mut Conn, comment: New<'_>, now: i64) -> Result<CommentId, Error> {
    let id: CommentId = crate::new_id();
    let (proposal, article) = columns(comment.subject);
    run!(
        c,
        "INSERT INTO comments (id, round_id, proposal_id, article_id, parent_id, author_id, college_id, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        comment.round,
        proposal,
        article,
        comment.parent,
        comment.author,
        comment.college,
        comment.body,
        now
    )?;
    counted(c, comment.subject, 1).await?;
    Ok(id)
}

/// Hidden from now on; it no longer counts among the subject's comments.
pub async fn hide(c: &mut Conn, id: CommentId, subject: Subject, reason: &str) -> Result<(), Error> {
    run!(c, "UPDATE comments SET hidden_reason = $2 WHERE id = $1", id, reason)?;
    counted(c, subject, -1).await
}

async fn counted(c: &mut Conn, subject: Subject, n: i64) -> Result<(), Error> {
    match subject {
        Subject::Proposal(id) => run!(c, "UPDATE proposals SET comments = comments + $2 WHERE id = $1", id, n)?,
        Subject::Article(id) => run!(c, "UPDATE articles SET comments = comments + $2 WHERE id = $1", id, n)?,
    };
    Ok(())
}

pub async fn answer(c: &mut Conn, id: CommentId, decision: &Decision) -> Result<(), Error> {
    run!(c, "UPDATE comments SET outcome = $2, reason = $3 WHERE id = $1", id, decision.outcome, &decision.reason)?;
    Ok(())
}

/// The row that `$sql` gives for a subject: the same text with the column of either kind.
macro_rules! on_subject {
    ($subject:expr, $conn:expr, $how:ident, $row:ty, $sql:ident $(, $arg:expr)*) => {
        match $subject {
            Subject::Proposal(id) => $how!($conn, $row, $sql!("proposal_id"), id $(, $arg)*),
            Subject::Article(id) => $how!($conn, $row, $sql!("article_id"), id $(, $arg)*),
        }
    };
}

macro_rules! threads_sql {
    ($column:literal) => {
        concat!("SELECT COUNT(*) FROM comments WHERE ", $column, " = $1 AND parent_id IS NULL")
    };
}

/// Number of threads on a subject.
pub async fn threads(c: &mut Conn, subject: Subject) -> Result<i64, Error> {
    let (n,) = on_subject!(subject, c, one, (i64,), threads_sql)?;
    Ok(n)
}

macro_rules! page_sql {
    ($column:literal) => {
        concat!(
            "WITH RECURSIVE tree (id, depth) AS (
                 SELECT id, 0 FROM (SELECT id FROM comments WHERE ",
            $column,
            " = $1 AND parent_id IS NULL ORDER BY created_at, id LIMIT $4 OFFSET $5) AS roots
                 UNION ALL
                 SELECT r.id, t.depth + 1 FROM tree t JOIN comments r ON r.parent_id = t.id AND r.",
            $column,
            " = $1)
             SELECT c.id, c.parent_id, c.author_id, a.name AS author, k.kind, k.name AS college, c.created_at, c.outcome, c.reason,
                    c.hidden_reason IS NOT NULL AS hidden,
                    CASE WHEN c.hidden_reason IS NULL OR c.author_id = $2 OR $3 THEN c.body ELSE '' END AS body,
                    CASE WHEN c.hidden_reason IS NOT NULL AND (c.author_id = $2 OR $3) THEN c.hidden_reason ELSE '' END AS hidden_reason
             FROM tree t
             JOIN comments c ON c.id = t.id
             JOIN accounts a ON a.id = c.author_id
             LEFT JOIN colleges k ON k.id = c.college_id
             ORDER BY t.depth, c.created_at, c.id"
        )
    };
}

/// One page (from 0) of threads, whole: each comment after the one it answers, in order of time.
pub async fn page(c: &mut Conn, subject: Subject, reader: Reader, page: i64) -> Result<Vec<Comment>, Error> {
    on_subject!(subject, c, all, Comment, page_sql, reader.account, reader.facilitator, PAGE, page.saturating_mul(PAGE))
}

macro_rules! page_of_sql {
    ($column:literal) => {
        concat!(
            "WITH RECURSIVE up (id, parent_id, created_at) AS (
                 SELECT id, parent_id, created_at FROM comments WHERE id = $2
                 UNION ALL
                 SELECT p.id, p.parent_id, p.created_at FROM up u JOIN comments p ON p.id = u.parent_id)
             SELECT COUNT(*) FROM up u
             JOIN comments c ON c.created_at < u.created_at OR (c.created_at = u.created_at AND c.id < u.id)
             WHERE u.parent_id IS NULL AND c.parent_id IS NULL AND c.",
            $column,
            " = $1"
        )
    };
}

/// On which page (from 0) of its subject a comment stands.
pub async fn page_of(c: &mut Conn, subject: Subject, id: CommentId) -> Result<i64, Error> {
    let (earlier,) = on_subject!(subject, c, one, (i64,), page_of_sql, id)?;
    Ok(earlier / PAGE)
}
