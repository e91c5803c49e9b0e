//! Whom comments are for.

use domain::{
    college::CollegeKind,
    comments::{Mention, Subject},
    id::{AccountId, CommentId, MemberId, ProcessId},
    lang::LangText,
};

use crate::{Conn, Error, conn::*};

/// Most people that are offered to be named.
const OFFERED: i64 = 30;

/// Somebody who takes part in the same talk.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    pub member_id: MemberId,
    pub account_id: AccountId,
    pub name: String,
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
}

macro_rules! people_sql {
    ($column:literal, $author:literal) => {
        concat!(
            "SELECT m.id AS member_id, m.account_id, a.name, k.kind, k.name AS college
             FROM (SELECT author_id, MAX(at) AS at FROM (
                       SELECT author_id, created_at AS at FROM comments WHERE ",
            $column,
            " = $1 AND hidden_reason IS NULL AND NOT withdrawn ",
            $author,
            ") s GROUP BY author_id) x
             JOIN members m ON m.account_id = x.author_id AND m.process_id = $2 AND m.joined_at IS NOT NULL
             JOIN accounts a ON a.id = x.author_id
             LEFT JOIN colleges k ON k.id = m.college_id
             WHERE x.author_id <> $3 ORDER BY x.at DESC, m.id LIMIT $4"
        )
    };
}

/// Who may be named by `me`: those whose words stand here already, the last to speak first. Nobody else: this is no directory.
pub async fn people(c: &mut Conn, process: ProcessId, subject: Subject, me: AccountId) -> Result<Vec<Person>, Error> {
    match subject {
        Subject::Proposal(id) => all!(
            c,
            Person,
            people_sql!("proposal_id", "UNION ALL SELECT author_id, created_at FROM proposals WHERE id = $1"),
            id,
            process,
            me,
            OFFERED
        ),
        Subject::Article(id) => all!(c, Person, people_sql!("article_id", ""), id, process, me, OFFERED),
        Subject::Amendment(id) => all!(
            c,
            Person,
            people_sql!("amendment_id", "UNION ALL SELECT author_id, created_at FROM amendments WHERE id = $1"),
            id,
            process,
            me,
            OFFERED
        ),
    }
}

pub async fn mention(c: &mut Conn, id: CommentId, mentions: &[Mention]) -> Result<(), Error> {
    for mention in mentions {
        match mention {
            Mention::Person(member) => run!(
                c,
                "INSERT INTO comment_mentions (comment_id, account_id) SELECT $1, account_id FROM members WHERE id = $2",
                id,
                *member
            )?,
            Mention::Public(college) => run!(c, "INSERT INTO comment_mentions (comment_id, college_id) VALUES ($1, $2)", id, *college)?,
        };
    }
    Ok(())
}

/// Whom a comment is for, by name.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    pub comment_id: CommentId,
    /// Of a person.
    pub name: Option<String>,
    /// Of a public.
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
}

/// Whom the comments of some threads are for, in one query: of each thread the first comment, and the replies at the places after `from` up
/// to `to`, as the page shows them.
pub async fn named(c: &mut Conn, threads: &[CommentId], (from, to): (i64, i64)) -> Result<Vec<Named>, Error> {
    among!(
        c,
        Named,
        "SELECT m.comment_id, a.name, k.kind, k.name AS college
         FROM comments c
         JOIN comment_mentions m ON m.comment_id = c.id
         LEFT JOIN accounts a ON a.id = m.account_id
         LEFT JOIN colleges k ON k.id = m.college_id
         WHERE c.hidden_reason IS NULL AND c.thread_id IN (",
        threads,
        ") AND (c.position = 0 OR (c.position > ",
        from,
        " AND c.position <= ",
        to,
        ")) ORDER BY m.comment_id, a.name, k.position"
    )
}
