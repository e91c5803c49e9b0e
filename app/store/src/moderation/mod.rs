//! Moderation: reports, hidings, appeals.

mod queue;

use domain::{
    charter::amendment::State,
    comments::Subject,
    id::{AccountId, AmendmentId, ArticleId, CommentId, HidingId, ProcessId, ProposalId, RoundId},
    moderation::{Cause, Ending, Hiding, Reason, Target, Text},
};

use crate::{Conn, Error, comments::counted, conn::*};

pub use queue::{Item, Reported, Show, WORDS, Waiting, list, reports, waiting};

/// A text that is moderated, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moderated {
    pub round: RoundId,
    /// The page on which it is read.
    pub subject: Subject,
    pub text: Text,
    /// What it is a comment on is hidden itself.
    pub under_hidden: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    round_id: RoundId,
    proposal_id: Option<ProposalId>,
    article_id: Option<ArticleId>,
    amendment_id: Option<AmendmentId>,
    author_id: AccountId,
    hidden: bool,
    withdrawn: bool,
    written_at: i64,
    under_hidden: bool,
}

/// Others who would moderate or change it wait until this transaction ends.
pub async fn text(c: &mut Conn, target: Target) -> Result<Option<Moderated>, Error> {
    let row = match target {
        Target::Comment(id) => {
            c.lock(id.0).await?;
            maybe!(
                c,
                Row,
                "SELECT c.round_id, c.proposal_id, c.article_id, c.amendment_id, c.author_id, c.hidden_reason IS NOT NULL AS hidden, c.withdrawn,
                        COALESCE(c.edited_at, c.created_at) AS written_at,
                        (p.hidden_reason IS NOT NULL OR m.hidden_reason IS NOT NULL) AS under_hidden
                 FROM comments c LEFT JOIN proposals p ON p.id = c.proposal_id LEFT JOIN amendments m ON m.id = c.amendment_id
                 WHERE c.id = $1",
                id
            )?
        }
        Target::Proposal(id) => {
            c.lock(id.0).await?;
            maybe!(
                c,
                Row,
                "SELECT round_id, id AS proposal_id, NULL AS article_id, NULL AS amendment_id, author_id, hidden_reason IS NOT NULL AS hidden,
                        withdrawn_at IS NOT NULL AS withdrawn, COALESCE(edited_at, created_at) AS written_at, FALSE AS under_hidden
                 FROM proposals WHERE id = $1",
                id
            )?
        }
        Target::Amendment(id) => {
            c.lock(id.0).await?;
            maybe!(
                c,
                Row,
                "SELECT round_id, NULL AS proposal_id, NULL AS article_id, id AS amendment_id, author_id, hidden_reason IS NOT NULL AS hidden,
                        state = $2 AS withdrawn, COALESCE(edited_at, created_at) AS written_at, FALSE AS under_hidden
                 FROM amendments WHERE id = $1",
                id,
                State::Withdrawn
            )?
        }
    };
    Ok(row.and_then(|row| {
        let subject = Subject::of(row.proposal_id, row.article_id, row.amendment_id)?;
        let text = Text { author: row.author_id, hidden: row.hidden, withdrawn: row.withdrawn, written_at: row.written_at };
        Some(Moderated { round: row.round_id, subject, text, under_hidden: row.under_hidden })
    }))
}

const fn columns(target: Target) -> (Option<CommentId>, Option<ProposalId>, Option<AmendmentId>) {
    match target {
        Target::Comment(id) => (Some(id), None, None),
        Target::Proposal(id) => (None, Some(id), None),
        Target::Amendment(id) => (None, None, Some(id)),
    }
}

/// When this person reported it last.
pub async fn reported_at(c: &mut Conn, target: Target, me: AccountId) -> Result<Option<i64>, Error> {
    let (comment, proposal, amendment) = columns(target);
    let row = maybe!(
        c,
        (i64,),
        "SELECT created_at FROM reports WHERE reporter_id = $1 AND (comment_id = $2 OR proposal_id = $3 OR amendment_id = $4)",
        me,
        comment,
        proposal,
        amendment
    )?;
    Ok(row.map(|(at,)| at))
}

pub async fn report(c: &mut Conn, process: ProcessId, target: Target, me: AccountId, reason: &Reason, now: i64) -> Result<(), Error> {
    let (comment, proposal, amendment) = columns(target);
    let sql = "DELETE FROM reports WHERE reporter_id = $1 AND (comment_id = $2 OR proposal_id = $3 OR amendment_id = $4)";
    run!(c, sql, me, comment, proposal, amendment)?;
    let id: domain::id::ReportId = crate::random_id();
    run!(
        c,
        "INSERT INTO reports (id, process_id, comment_id, proposal_id, amendment_id, reporter_id, cause, words, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        process,
        comment,
        proposal,
        amendment,
        me,
        reason.cause,
        &reason.words,
        now
    )?;
    Ok(())
}

/// The reports of a text have been looked at; how many.
pub async fn settle(c: &mut Conn, target: Target) -> Result<u64, Error> {
    let (comment, proposal, amendment) = columns(target);
    let sql = "UPDATE reports SET settled = $4 WHERE (comment_id = $1 OR proposal_id = $2 OR amendment_id = $3) AND NOT settled";
    run!(c, sql, comment, proposal, amendment, true)
}

/// Hidden from now on. `shown` is the reason in words, as its author reads it.
pub async fn hide(
    c: &mut Conn,
    process: ProcessId,
    (target, subject): (Target, Subject),
    moderator: AccountId,
    (reason, shown): (&Reason, &str),
    now: i64,
) -> Result<(), Error> {
    let id: HidingId = crate::new_id();
    let (comment, proposal, amendment) = columns(target);
    run!(
        c,
        "INSERT INTO hidings (id, process_id, comment_id, proposal_id, amendment_id, moderator_id, cause, words, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        process,
        comment,
        proposal,
        amendment,
        moderator,
        reason.cause,
        &reason.words,
        now
    )?;
    settle(c, target).await?;
    set_hidden(c, target, subject, Some(shown)).await
}

async fn set_hidden(c: &mut Conn, target: Target, subject: Subject, reason: Option<&str>) -> Result<(), Error> {
    match target {
        Target::Comment(id) => {
            run!(c, "UPDATE comments SET hidden_reason = $2 WHERE id = $1", id, reason)?;
            counted(c, id, subject, if reason.is_some() { -1 } else { 1 }).await
        }
        Target::Proposal(id) => match reason {
            Some(reason) => crate::proposals::hide(c, id, reason).await,
            None => {
                run!(c, "UPDATE proposals SET hidden_reason = NULL WHERE id = $1", id)?;
                Ok(())
            }
        },
        Target::Amendment(id) => {
            run!(c, "UPDATE amendments SET hidden_reason = $2 WHERE id = $1", id, reason)?;
            Ok(())
        }
    }
}

/// A hiding as its author and those who decide about it see it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Told {
    pub id: HidingId,
    pub comment_id: Option<CommentId>,
    pub moderator_id: Option<AccountId>,
    pub cause: Cause,
    pub words: String,
    pub created_at: i64,
    pub appeal: Option<String>,
    pub ending: Option<Ending>,
    pub ended_words: String,
}

impl Told {
    pub fn hiding(&self) -> Hiding {
        Hiding { moderator: self.moderator_id, appealed: self.appeal.is_some(), ending: self.ending }
    }
}

/// The last hiding of a text.
pub async fn last(c: &mut Conn, target: Target) -> Result<Option<Told>, Error> {
    let (comment, proposal, amendment) = columns(target);
    maybe!(
        c,
        Told,
        "SELECT id, comment_id, moderator_id, cause, words, created_at, appeal, ending, ended_words FROM hidings
         WHERE comment_id = $1 OR proposal_id = $2 OR amendment_id = $3 ORDER BY created_at DESC, id DESC LIMIT 1",
        comment,
        proposal,
        amendment
    )
}

/// The last hiding of each comment on a subject, as far as it is this person's to know: of their own, ended or not; of those that are
/// hidden, if they may read `all`.
pub async fn on_comments(c: &mut Conn, subject: Subject, me: Option<AccountId>, all: bool) -> Result<Vec<Told>, Error> {
    let (proposal, article, amendment) = crate::comments::columns(subject);
    all!(
        c,
        Told,
        "SELECT h.id, h.comment_id, h.moderator_id, h.cause, h.words, h.created_at, h.appeal, h.ending, h.ended_words
         FROM comments c JOIN hidings h ON h.comment_id = c.id
         WHERE (c.proposal_id = $1 OR c.article_id = $2 OR c.amendment_id = $5) AND (c.author_id = $3 OR (c.hidden_reason IS NOT NULL AND $4))
           AND NOT EXISTS (SELECT 1 FROM hidings l WHERE l.comment_id = c.id AND (l.created_at, l.id) > (h.created_at, h.id))
         LIMIT 500",
        proposal,
        article,
        me,
        all,
        amendment
    )
}

/// When the committee had it shown again, if it did.
pub async fn restored_at(c: &mut Conn, target: Target) -> Result<Option<i64>, Error> {
    let (comment, proposal, amendment) = columns(target);
    let (at,) = one!(
        c,
        (Option<i64>,),
        "SELECT MAX(ended_at) FROM hidings WHERE (comment_id = $1 OR proposal_id = $2 OR amendment_id = $3) AND ending = 'restored'",
        comment,
        proposal,
        amendment
    )?;
    Ok(at)
}

pub async fn appeal(c: &mut Conn, id: HidingId, words: &str, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE hidings SET appeal = $2, appealed_at = $3 WHERE id = $1", id, words, now)?;
    Ok(())
}

/// How a hiding ended: in anything but upholding, the text is shown again.
pub async fn end(
    c: &mut Conn,
    id: HidingId,
    (target, subject): (Target, Subject),
    by: AccountId,
    (ending, words): (Ending, &str),
    now: i64,
) -> Result<(), Error> {
    run!(c, "UPDATE hidings SET ending = $2, ended_by = $3, ended_words = $4, ended_at = $5 WHERE id = $1", id, ending, by, words, now)?;
    if ending == Ending::Upheld { Ok(()) } else { set_hidden(c, target, subject, None).await }
}
