//! Threads as they are read: page by page, and a long one in pages of its own. What a page costs does not grow with the talk.

use domain::{
    college::CollegeKind,
    comments::{Mark, Order, PAGE, SHOWN, Subject, THREAD_PAGE},
    id::{AccountId, CollegeId, CommentId},
    lang::LangText,
    round::Outcome,
};

use super::on_subject;
use crate::{Conn, Error, conn::*, proposals::Reader};

/// A comment as its thread shows it. The words of a hidden one are empty for everybody but its author, facilitators and the ethics
/// committee; those of one that was taken back for everybody.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Comment {
    pub id: CommentId,
    pub parent_id: Option<CommentId>,
    pub thread_id: CommentId,
    /// In the thread, from 0.
    pub position: i64,
    /// Of a thread's first comment: how many stand under it.
    pub replies: i64,
    pub author_id: AccountId,
    pub author: String,
    /// None for a facilitator.
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
    pub body: String,
    pub created_at: i64,
    pub edited_at: Option<i64>,
    pub withdrawn: bool,
    pub hidden: bool,
    /// Why it is hidden, for those who may read it.
    pub hidden_reason: String,
    pub outcome: Option<Outcome>,
    pub reason: String,
    /// It asks something about an article: `reason` is the answer.
    pub question: bool,
    /// Who answered a question.
    pub answered_by: Option<String>,
    pub agrees: i64,
    pub disagrees: i64,
    /// The reader's own.
    pub mark: Option<Mark>,
    /// Whose comment it answers.
    pub answers_to: Option<String>,
}

macro_rules! select {
    ($($rest:expr),+) => {
        concat!(
            "SELECT c.id, c.parent_id, c.thread_id, c.position, c.replies, c.author_id, a.name AS author, k.kind, k.name AS college,
                    c.created_at, c.edited_at, c.withdrawn, c.outcome, c.reason, c.question, y.name AS answered_by, c.agrees, c.disagrees, x.mark, b.name AS answers_to,
                    c.hidden_reason IS NOT NULL AS hidden,
                    CASE WHEN c.hidden_reason IS NULL OR c.author_id = $2 OR $3 THEN c.body ELSE '' END AS body,
                    CASE WHEN c.hidden_reason IS NOT NULL AND (c.author_id = $2 OR $3) THEN c.hidden_reason ELSE '' END AS hidden_reason ",
            $($rest),+
        )
    };
}

macro_rules! joined {
    () => {
        " JOIN accounts a ON a.id = c.author_id
          LEFT JOIN colleges k ON k.id = c.college_id
          LEFT JOIN comment_marks x ON x.comment_id = c.id AND x.account_id = $2
          LEFT JOIN comments p ON p.id = c.parent_id
          LEFT JOIN accounts b ON b.id = p.author_id
          LEFT JOIN accounts y ON y.id = c.answered_by "
    };
}

/// The first comments of threads that are listed.
macro_rules! only {
    ($college:literal, $author:literal, $answered:literal) => {
        concat!(
            " AND (",
            $college,
            " IS NULL OR r.college_id = ",
            $college,
            ") AND (",
            $author,
            " IS NULL OR r.author_id = ",
            $author,
            ") AND (",
            $answered,
            " IS NULL OR (r.outcome IS NOT NULL OR r.answered_by IS NOT NULL) = ",
            $answered,
            ")"
        )
    };
}

/// Which threads are listed, by their first comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub college: Option<CollegeId>,
    pub author: Option<AccountId>,
    pub answered: Option<bool>,
}

macro_rules! page_sql {
    ($column:literal, $order:literal) => {
        select!(
            "FROM (SELECT r.id, ROW_NUMBER() OVER (ORDER BY ",
            $order,
            ") AS place FROM comments r WHERE r.",
            $column,
            " = $1 AND r.parent_id IS NULL",
            only!("$7", "$8", "$9"),
            " ORDER BY ",
            $order,
            " LIMIT $4 OFFSET $5) AS t JOIN comments c ON c.thread_id = t.id AND c.position <= $6 ",
            joined!(),
            "ORDER BY t.place, c.position"
        )
    };
}

/// One page (from 0) of threads: of each the first comment and the first replies, in the order they were written.
pub async fn page(c: &mut Conn, subject: Subject, reader: Reader, order: Order, only: Filter, page: i64) -> Result<Vec<Comment>, Error> {
    let (me, reads, from) = (reader.account, reader.facilitator, page.saturating_mul(PAGE));
    let Filter { college, author, answered } = only;
    match order {
        Order::Time => {
            on_subject!(subject, c, all, Comment, page_sql(, "r.created_at, r.id"), me, reads, PAGE, from, SHOWN, college, author, answered)
        }
        Order::Agreed => on_subject!(
            subject, c, all, Comment, page_sql(, "r.agrees - r.disagrees DESC, r.agrees DESC, r.created_at, r.id"), me, reads, PAGE, from, SHOWN, college, author, answered
        ),
        Order::Discussed => {
            on_subject!(subject, c, all, Comment, page_sql(, "r.listed_replies DESC, r.created_at, r.id"), me, reads, PAGE, from, SHOWN, college, author, answered)
        }
    }
}

macro_rules! thread_sql {
    ($column:literal) => {
        select!(
            "FROM comments c ",
            joined!(),
            "WHERE c.",
            $column,
            " = $1 AND c.thread_id = $4 AND (c.position = 0 OR (c.position > $5 AND c.position <= $6)) ORDER BY c.position"
        )
    };
}

/// One page (from 0) of one thread of a subject, its first comment always with it.
pub async fn thread(c: &mut Conn, subject: Subject, reader: Reader, thread: CommentId, page: i64) -> Result<Vec<Comment>, Error> {
    let from = page.saturating_mul(THREAD_PAGE);
    let to = from.saturating_add(THREAD_PAGE);
    on_subject!(subject, c, all, Comment, thread_sql(), reader.account, reader.facilitator, thread, from, to)
}

macro_rules! threads_sql {
    ($column:literal) => {
        concat!("SELECT COUNT(*) FROM comments r WHERE r.", $column, " = $1 AND r.parent_id IS NULL", only!("$2", "$3", "$4"))
    };
}

/// Number of threads on a subject.
pub async fn threads(c: &mut Conn, subject: Subject, only: Filter) -> Result<i64, Error> {
    let (n,) = on_subject!(subject, c, one, (i64,), threads_sql(), only.college, only.author, only.answered)?;
    Ok(n)
}

/// Where a comment is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// On a page (from 0) of threads, in order of time.
    Page(i64),
    /// Too far down for that: on a page (from 0) of its thread.
    Thread(CommentId, i64),
}

macro_rules! spot_sql {
    ($column:literal) => {
        concat!(
            "SELECT c.thread_id, c.position,
                    (SELECT COUNT(*) FROM comments e WHERE e.",
            $column,
            " = $1 AND e.parent_id IS NULL AND (e.created_at < r.created_at OR (e.created_at = r.created_at AND e.id < r.id)))
             FROM comments c JOIN comments r ON r.id = c.thread_id WHERE c.id = $2 AND c.",
            $column,
            " = $1"
        )
    };
}

/// Where a comment of a subject is found; `None` when it is none of its.
pub async fn spot(c: &mut Conn, subject: Subject, id: CommentId) -> Result<Option<Spot>, Error> {
    let row = on_subject!(subject, c, maybe, (CommentId, i64, i64), spot_sql(), id)?;
    Ok(row.map(
        |(thread, position, earlier)| {
            if position <= SHOWN { Spot::Page(earlier / PAGE) } else { Spot::Thread(thread, (position - 1) / THREAD_PAGE) }
        },
    ))
}
