//! Needs, how many of each college named them, and what they led to.

pub mod coding;

use std::collections::BTreeMap;

use domain::{
    access::Visibility,
    id::{AccountId, ArticleId, CollegeId, NeedId, ProcessId, ProposalId, RoundId, TerritoryId, ThemeId},
    lang::LangText,
    needs::{Target, Words, coding::Count},
    round::{Outcome, RoundKind},
};
use sqlx::types::Json;

use crate::{Conn, Error, conn::*};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Need {
    pub id: NeedId,
    pub process_id: ProcessId,
    pub round_id: RoundId,
    pub theme_id: ThemeId,
    #[sqlx(json)]
    pub title: LangText,
    #[sqlx(json)]
    pub summary: LangText,
    #[sqlx(json)]
    existing_words: LangText,
    #[sqlx(json)]
    missing_words: LangText,
    /// Why it was taken back: facilitators alone see it then.
    pub withdrawn_reason: Option<String>,
    pub created_at: i64,
}

impl Need {
    pub fn words(&self) -> Words {
        Words {
            title: self.title.clone(),
            summary: self.summary.clone(),
            existing: self.existing_words.clone(),
            missing: self.missing_words.clone(),
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, process_id, round_id, theme_id, title, summary, existing_words, missing_words, withdrawn_reason, created_at
             FROM needs ",
            $rest
        )
    };
}

/// The needs of a process in the order in which they were made, those taken back included.
pub async fn of_process(c: &mut Conn, process: ProcessId) -> Result<Vec<Need>, Error> {
    all!(c, Need, select!("WHERE process_id = $1 ORDER BY created_at, id"), process)
}

pub async fn find(c: &mut Conn, id: NeedId) -> Result<Option<Need>, Error> {
    maybe!(c, Need, select!("WHERE id = $1"), id)
}

/// How many needs of a process stand.
pub async fn count(c: &mut Conn, process: ProcessId) -> Result<i64, Error> {
    let (n,) = one!(c, (i64,), "SELECT COUNT(*) FROM needs WHERE process_id = $1 AND withdrawn_reason IS NULL", process)?;
    Ok(n)
}

/// A need that stands on its theme.
pub struct New<'a> {
    pub process: ProcessId,
    pub round: RoundId,
    pub theme: ThemeId,
    pub words: &'a Words,
}

pub async fn create(c: &mut Conn, new: New<'_>, counts: &BTreeMap<CollegeId, Count>, now: i64) -> Result<NeedId, Error> {
    let id: NeedId = crate::new_id();
    run!(
        c,
        "INSERT INTO needs (id, process_id, round_id, theme_id, title, summary, existing_words, missing_words, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        new.process,
        new.round,
        new.theme,
        Json(&new.words.title),
        Json(&new.words.summary),
        Json(&new.words.existing),
        Json(&new.words.missing),
        now
    )?;
    set_counts(c, id, counts).await?;
    Ok(id)
}

pub async fn edit(c: &mut Conn, id: NeedId, words: &Words) -> Result<(), Error> {
    run!(
        c,
        "UPDATE needs SET title = $2, summary = $3, existing_words = $4, missing_words = $5 WHERE id = $1",
        id,
        Json(&words.title),
        Json(&words.summary),
        Json(&words.existing),
        Json(&words.missing)
    )?;
    Ok(())
}

pub async fn withdraw(c: &mut Conn, id: NeedId, reason: &str) -> Result<(), Error> {
    run!(c, "UPDATE needs SET withdrawn_reason = $2 WHERE id = $1", id, reason)?;
    Ok(())
}

/// Keeps with the need how many of each college named it.
pub async fn set_counts(c: &mut Conn, need: NeedId, counts: &BTreeMap<CollegeId, Count>) -> Result<(), Error> {
    run!(c, "DELETE FROM need_counts WHERE need_id = $1", need)?;
    if !counts.is_empty() {
        rows!(
            c,
            "INSERT INTO need_counts (need_id, college_id, n_read, n_named) ",
            counts,
            |row, (college, count)| row.push_bind(need).push_bind(college).push_bind(count.read).push_bind(count.named),
            ""
        )?;
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Counted {
    pub need_id: NeedId,
    pub college_id: CollegeId,
    pub n_read: i64,
    pub n_named: i64,
}

/// How many of each college named each need of a process.
pub async fn counts(c: &mut Conn, process: ProcessId) -> Result<Vec<Counted>, Error> {
    all!(
        c,
        Counted,
        "SELECT t.need_id, t.college_id, t.n_read, t.n_named FROM need_counts t JOIN needs n ON n.id = t.need_id WHERE n.process_id = $1",
        process
    )
}

// What came of them -----------------------------------------------------------------------------------------------

/// What a need leads to, and what became of that.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Link {
    pub need_id: NeedId,
    proposal_id: Option<ProposalId>,
    article_id: Option<ArticleId>,
    action: Option<String>,
    /// The round in which it is talked about, voted on, written or judged.
    pub round_id: RoundId,
    /// Of a proposal or an article; an action's stands in the frame of its round.
    pub title: Option<String>,
    pub outcome: Option<Outcome>,
    pub reason: Option<String>,
    /// Moderation has hidden the proposal.
    pub hidden: bool,
}

impl Link {
    pub fn target(&self) -> Option<Target> {
        match (self.proposal_id, self.article_id, &self.action) {
            (Some(id), ..) => Some(Target::Proposal(id)),
            (_, Some(id), _) => Some(Target::Article(id)),
            (.., Some(code)) => Some(Target::Action(self.round_id, code.clone())),
            _ => None,
        }
    }
}

/// What the needs of a process lead to, in the order of the rounds.
pub async fn links(c: &mut Conn, process: ProcessId) -> Result<Vec<Link>, Error> {
    all!(
        c,
        Link,
        "SELECT l.need_id, l.proposal_id, l.article_id, l.action, r.id AS round_id, p.outcome, p.reason,
                (p.hidden_reason IS NOT NULL OR p.withdrawn_at IS NOT NULL OR p.merged_into IS NOT NULL) AS hidden,
                CASE WHEN l.article_id IS NOT NULL
                     THEN (SELECT w.title FROM article_versions w WHERE w.article_id = l.article_id ORDER BY w.number DESC LIMIT 1)
                     ELSE p.title END AS title
         FROM need_links l
         JOIN needs n ON n.id = l.need_id
         LEFT JOIN proposals p ON p.id = l.proposal_id
         LEFT JOIN articles a ON a.id = l.article_id
         JOIN rounds r ON r.id = COALESCE(l.round_id, p.round_id, a.round_id)
         WHERE n.process_id = $1 ORDER BY r.position, a.position, l.id",
        process
    )
}

/// The parts of a target, as columns.
fn columns(target: &Target) -> (Option<ProposalId>, Option<ArticleId>, Option<RoundId>, Option<&str>) {
    match target {
        Target::Proposal(id) => (Some(*id), None, None, None),
        Target::Article(id) => (None, Some(*id), None, None),
        Target::Action(round, code) => (None, None, Some(*round), Some(code)),
    }
}

/// A facilitator's link. If it is there already, it is theirs now, also where a proposal's author had made it.
pub async fn link(c: &mut Conn, need: NeedId, target: &Target) -> Result<(), Error> {
    let (proposal, article, round, action) = columns(target);
    run!(
        c,
        "INSERT INTO need_links (id, need_id, proposal_id, article_id, round_id, action) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
        crate::new_id::<crate::Uuid>(),
        need,
        proposal,
        article,
        round,
        action
    )?;
    run!(c, "UPDATE need_links SET by_author = FALSE WHERE need_id = $1 AND proposal_id = $2 AND by_author", need, proposal)?;
    Ok(())
}

/// Whether there was such a link.
pub async fn unlink(c: &mut Conn, need: NeedId, target: &Target) -> Result<bool, Error> {
    let (proposal, article, round, action) = columns(target);
    let gone = run!(
        c,
        "DELETE FROM need_links WHERE need_id = $1 AND (proposal_id = $2 OR article_id = $3 OR (round_id = $4 AND action = $5))",
        need,
        proposal,
        article,
        round,
        action
    )?;
    Ok(gone > 0)
}

/// The process in which a target lies.
pub async fn process_of(c: &mut Conn, target: &Target) -> Result<Option<ProcessId>, Error> {
    let (proposal, article, round, _) = columns(target);
    let row = maybe!(
        c,
        (ProcessId,),
        "SELECT r.process_id FROM rounds r
         WHERE r.id = COALESCE($3, (SELECT round_id FROM proposals WHERE id = $1), (SELECT round_id FROM articles WHERE id = $2))",
        proposal,
        article,
        round
    )?;
    Ok(row.map(|(process,)| process))
}

/// A need as others point to it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    pub id: NeedId,
    pub process_id: ProcessId,
    #[sqlx(json)]
    pub title: LangText,
    pub action: Option<String>,
}

/// The needs that lead to a proposal or an article; those that lead to any action of a round.
pub async fn leading_to(c: &mut Conn, target: &Target) -> Result<Vec<Named>, Error> {
    let (proposal, article, round, _) = columns(target);
    all!(
        c,
        Named,
        "SELECT n.id, n.process_id, n.title, l.action FROM need_links l JOIN needs n ON n.id = l.need_id
         WHERE (l.proposal_id = $1 OR l.article_id = $2 OR l.round_id = $3) AND n.withdrawn_reason IS NULL ORDER BY n.created_at, n.id",
        proposal,
        article,
        round
    )
}

/// Proposals of a process that a need may lead to, the newest first; and its articles in their order.
pub async fn candidates(c: &mut Conn, process: ProcessId) -> Result<(Vec<(ProposalId, String)>, Vec<(ArticleId, String)>), Error> {
    let proposals = all!(
        c,
        (ProposalId, String),
        concat!(
            "SELECT p.id, p.title FROM proposals p JOIN rounds r ON r.id = p.round_id
         WHERE r.process_id = $1 AND ",
            listed!(),
            "
         ORDER BY p.created_at DESC, p.id DESC LIMIT 500"
        ),
        process
    )?;
    let articles = all!(
        c,
        (ArticleId, String),
        "SELECT a.id, w.title FROM articles a
         JOIN rounds r ON r.id = a.round_id
         JOIN article_versions w ON w.article_id = a.id AND w.number = (SELECT MAX(number) FROM article_versions WHERE article_id = a.id)
         WHERE r.process_id = $1 AND r.kind = $2 AND a.removed_at IS NULL ORDER BY r.position, a.position LIMIT 500",
        process,
        RoundKind::Charter
    )?;
    Ok((proposals, articles))
}

/// The processes of a territory and of those below it that have needs and that this person may read, the newest first.
pub async fn processes_of(
    c: &mut Conn,
    territory: TerritoryId,
    account: Option<AccountId>,
    limit: i64,
    offset: i64,
) -> Result<Vec<ProcessId>, Error> {
    let rows = all!(
        c,
        (ProcessId,),
        "WITH RECURSIVE below (id) AS (
             SELECT id FROM territories WHERE id = $1
             UNION ALL SELECT t.id FROM territories t JOIN below b ON t.parent_id = b.id)
         SELECT p.id FROM processes p
         JOIN below b ON b.id = p.territory_id
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $2 AND m.joined_at IS NOT NULL
         WHERE (p.visibility = $3 OR m.id IS NOT NULL)
           AND EXISTS (SELECT 1 FROM needs n WHERE n.process_id = p.id AND n.withdrawn_reason IS NULL)
         ORDER BY p.created_at DESC, p.id LIMIT $4 OFFSET $5",
        territory,
        account,
        Visibility::Public,
        limit,
        offset
    )?;
    Ok(rows.into_iter().map(|(process,)| process).collect())
}
