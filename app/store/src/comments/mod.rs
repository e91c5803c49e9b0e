//! Comments on proposals, articles and amendments. What one page shows (marks, replies, place in the thread) is kept by the write that changes it.

mod mentions;
mod own;
mod questions;
mod read;

use domain::{
    charter::amendment::State,
    comments::{Parent, Subject, Written},
    id::{AccountId, AmendmentId, ArticleId, CollegeId, CommentId, ProposalId, RoundId},
    proposals::Decision,
};

use crate::{Conn, Error, conn::*};

pub use mentions::{Named, Person, mention, named, people};
pub use own::{Version, edit, mark, mark_of, versions, withdraw};
pub use questions::{Question, answer_question, ask, questions};
pub use read::{Comment, Filter, Spot, page, spot, thread, threads};

/// What is commented on, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub round_id: RoundId,
    pub hidden: bool,
    /// Comments that are neither hidden nor taken back.
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
        // An amendment took it out: what was said stays.
        Subject::Article(id) => {
            maybe!(c, Place, "SELECT round_id, removed_at IS NOT NULL AS hidden, comments FROM articles WHERE id = $1", id)
        }
        // Decided, it is still talked about.
        Subject::Amendment(id) => maybe!(
            c,
            Place,
            "SELECT round_id, (hidden_reason IS NOT NULL OR state = $2) AS hidden, comments FROM amendments WHERE id = $1",
            id,
            State::Withdrawn
        ),
    }
}

/// Where one comment stands, for those who answer, change, mark or moderate it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub round: RoundId,
    pub subject: Subject,
    pub written: Written,
    pub body: String,
    /// It asks something about an article.
    pub question: bool,
    /// Its last words are from then.
    pub written_at: i64,
}

impl Standing {
    pub fn parent(&self) -> Parent {
        Parent { subject: self.subject, hidden: self.written.hidden || self.written.withdrawn }
    }
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    round_id: RoundId,
    proposal_id: Option<ProposalId>,
    article_id: Option<ArticleId>,
    amendment_id: Option<AmendmentId>,
    author_id: AccountId,
    hidden: bool,
    withdrawn: bool,
    edits: i64,
    answered: bool,
    body: String,
    question: bool,
    written_at: i64,
}

/// A comment and what it stands on. Others who would change it wait until this transaction ends. (Whoever locks several things locks
/// themselves first, then the proposal, then the comment: see [`turn`].)
pub async fn standing(c: &mut Conn, id: CommentId) -> Result<Option<Standing>, Error> {
    c.lock(id.0).await?;
    let row = maybe!(
        c,
        StandingRow,
        "SELECT round_id, proposal_id, article_id, amendment_id, author_id, hidden_reason IS NOT NULL AS hidden, withdrawn, edits,
                (outcome IS NOT NULL OR answered_by IS NOT NULL) AS answered, body, question,
                COALESCE(edited_at, created_at) AS written_at
         FROM comments WHERE id = $1",
        id
    )?;
    Ok(row.and_then(|row| {
        let subject = Subject::of(row.proposal_id, row.article_id, row.amendment_id)?;
        let written =
            Written { author: row.author_id, hidden: row.hidden, withdrawn: row.withdrawn, edits: row.edits, answered: row.answered };
        Some(Standing { round: row.round_id, subject, written, body: row.body, question: row.question, written_at: row.written_at })
    }))
}

/// It is this person's turn to say something here: their other comments wait until this one is in, and so does whoever would correct,
/// withdraw, merge, decide or hide what they speak of.
pub async fn turn(c: &mut Conn, subject: Subject, author: AccountId) -> Result<(), Error> {
    match subject {
        Subject::Proposal(id) => c.lock_and_share(author.0, id.0).await,
        Subject::Amendment(id) => c.lock_and_share(author.0, id.0).await,
        Subject::Article(_) => c.lock(author.0).await,
    }
}

/// Whether the author has said the very same in the same place. It must be their turn.
pub async fn said(c: &mut Conn, subject: Subject, parent: Option<CommentId>, author: AccountId, body: &str) -> Result<bool, Error> {
    let (proposal, article, amendment) = columns(subject);
    let row = maybe!(
        c,
        (CommentId,),
        "SELECT id FROM comments
         WHERE author_id = $1 AND body = $2 AND (proposal_id = $3 OR article_id = $4 OR amendment_id = $7)
           AND (parent_id = $5 OR (parent_id IS NULL AND $6)) AND NOT withdrawn
         LIMIT 1",
        author,
        body,
        proposal,
        article,
        parent,
        parent.is_none(),
        amendment
    )?;
    Ok(row.is_some())
}

pub(crate) const fn columns(subject: Subject) -> (Option<ProposalId>, Option<ArticleId>, Option<AmendmentId>) {
    match subject {
        Subject::Proposal(id) => (Some(id), None, None),
        Subject::Article(id) => (None, Some(id), None),
        Subject::Amendment(id) => (None, None, Some(id)),
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
    let (proposal, article, amendment) = columns(comment.subject);
    // A reply takes the next place in its thread; the row of the thread's first comment keeps two from taking the same.
    let (thread, position) = match comment.parent {
        None => (id, 0),
        Some(parent) => one!(
            c,
            (CommentId, i64),
            "UPDATE comments SET replies = replies + 1 WHERE id = (SELECT thread_id FROM comments WHERE id = $1) RETURNING id, replies",
            parent
        )?,
    };
    run!(
        c,
        "INSERT INTO comments (id, round_id, proposal_id, article_id, amendment_id, parent_id, author_id, college_id, body, created_at,
                               thread_id, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        comment.round,
        proposal,
        article,
        amendment,
        comment.parent,
        comment.author,
        comment.college,
        comment.body,
        now,
        thread,
        position
    )?;
    counted(c, id, comment.subject, 1).await?;
    Ok(id)
}

/// One comment more (1) or less (-1) of this subject, and of its thread, can be read.
pub(crate) async fn counted(c: &mut Conn, id: CommentId, subject: Subject, n: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE comments SET listed_replies = listed_replies + $2
         WHERE id = (SELECT r.thread_id FROM comments r WHERE r.id = $1 AND r.parent_id IS NOT NULL)",
        id,
        n
    )?;
    match subject {
        Subject::Proposal(id) => run!(c, "UPDATE proposals SET comments = comments + $2 WHERE id = $1", id, n)?,
        Subject::Article(id) => run!(c, "UPDATE articles SET comments = comments + $2 WHERE id = $1", id, n)?,
        Subject::Amendment(id) => run!(c, "UPDATE amendments SET comments = comments + $2 WHERE id = $1", id, n)?,
    };
    Ok(())
}

pub async fn answer(c: &mut Conn, id: CommentId, decision: &Decision) -> Result<(), Error> {
    run!(c, "UPDATE comments SET outcome = $2, reason = $3 WHERE id = $1", id, decision.outcome, &decision.reason)?;
    Ok(())
}

/// The row that `$sql` gives for a subject: the same text with the column of its kind.
macro_rules! on_subject {
    ($subject:expr, $conn:expr, $how:ident, $row:ty, $sql:ident($($part:tt)*) $(, $arg:expr)*) => {
        match $subject {
            domain::comments::Subject::Proposal(id) => $how!($conn, $row, $sql!("proposal_id" $($part)*), id $(, $arg)*),
            domain::comments::Subject::Article(id) => $how!($conn, $row, $sql!("article_id" $($part)*), id $(, $arg)*),
            domain::comments::Subject::Amendment(id) => $how!($conn, $row, $sql!("amendment_id" $($part)*), id $(, $arg)*),
        }
    };
}

use on_subject;
