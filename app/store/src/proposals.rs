//! Proposals and votes. Tallies are kept by the write that changes them.

use domain::{
    college::CollegeKind,
    id::{AccountId, CollegeId, ProposalId, RoundId, TerritoryId, ThemeId},
    lang::LangText,
    proposals::{self, Before, Choice, Decision},
    round::Outcome,
    survey::Picture,
};

use crate::{Conn, Error, conn::*, round::Entry};

macro_rules! select {
    ($($rest:literal),+) => {
        concat!(
            "SELECT p.id, p.round_id, p.author_id, a.name AS author, k.kind, k.name AS college, p.title, p.body, p.created_at, p.comments,
                    p.hidden_reason, p.outcome, p.reason, v.choice, p.picture, p.theme_id, th.title AS theme, p.territory_id,
                    te.name AS territory, p.edited_at, p.withdrawn_at, p.merged_into, p.meta, da.name AS decided_by, dk.kind AS decider,
                    dk.name AS decider_college, p.decided_at
             FROM proposals p
             JOIN accounts a ON a.id = p.author_id
             JOIN colleges k ON k.id = p.college_id
             JOIN rounds r ON r.id = p.round_id
             LEFT JOIN themes th ON th.id = p.theme_id
             LEFT JOIN territories te ON te.id = p.territory_id
             LEFT JOIN accounts da ON da.id = p.decided_by
             LEFT JOIN members dm ON dm.account_id = p.decided_by AND dm.process_id = r.process_id
             LEFT JOIN colleges dk ON dk.id = dm.college_id
             LEFT JOIN votes v ON v.proposal_id = p.id AND v.account_id = $2 ",
            $($rest),+
        )
    };
}

pub mod draw;
pub mod idea;
mod list;
pub mod merge;
mod vote;

pub use list::{count_of, list, list_all, list_of};
pub use vote::{Booth, OwnReason, Reason, booth, hide_reason, own_reason, own_reasons, reasons, vote, vote_saying};

/// Who reads: what moderation has hidden shows to its author, to facilitators and to the ethics committee, to nobody else.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub account: Option<AccountId>,
    /// Or of the ethics committee.
    pub facilitator: bool,
}

impl From<&Entry> for Reader {
    fn from(entry: &Entry) -> Self {
        Reader { account: entry.who.account, facilitator: entry.who.reads_hidden() }
    }
}

/// A proposal as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Proposal {
    pub id: ProposalId,
    pub round_id: RoundId,
    pub author_id: AccountId,
    pub author: String,
    pub kind: CollegeKind,
    #[sqlx(json)]
    pub college: LangText,
    pub title: String,
    pub body: String,
    pub created_at: i64,
    pub comments: i64,
    pub hidden_reason: Option<String>,
    pub outcome: Option<Outcome>,
    pub reason: String,
    /// The reader's own vote.
    pub choice: Option<Choice>,
    #[sqlx(json(nullable))]
    pub picture: Option<Picture>,
    pub theme_id: Option<ThemeId>,
    #[sqlx(json(nullable))]
    pub theme: Option<LangText>,
    pub territory_id: Option<TerritoryId>,
    pub territory: Option<String>,
    pub edited_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    pub merged_into: Option<ProposalId>,
    /// It asks who is here, and is no opinion.
    pub meta: bool,
    /// Who gave the answer, and the college they sit in.
    pub decided_by: Option<String>,
    pub decider: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub decider_college: Option<LangText>,
    pub decided_at: Option<i64>,
}

impl Proposal {
    /// Whether people find it in the list and vote on it.
    pub fn is_listed(&self) -> bool {
        self.hidden_reason.is_none() && self.withdrawn_at.is_none() && self.merged_into.is_none()
    }
}

/// How many voted what, in one college.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Count {
    pub proposal_id: ProposalId,
    pub college_id: CollegeId,
    pub choice: Choice,
    pub n: i64,
}

/// What the author has proposed in this round so far. Other proposals of theirs wait until this one is in.
pub async fn before(c: &mut Conn, round: RoundId, author: AccountId, title: &str) -> Result<Before, Error> {
    c.lock(author.0).await?;
    let (count, same) = one!(
        c,
        (i64, i64),
        "SELECT COUNT(*), COUNT(*) FILTER (WHERE title = $3 AND withdrawn_at IS NULL) FROM proposals WHERE round_id = $1 AND author_id = $2",
        round,
        author,
        title
    )?;
    Ok(Before { count, same })
}

pub async fn create(
    c: &mut Conn,
    round: RoundId,
    author: AccountId,
    college: CollegeId,
    proposal: &proposals::Proposal,
    now: i64,
) -> Result<ProposalId, Error> {
    let id: ProposalId = crate::new_id();
    run!(
        c,
        "INSERT INTO proposals (id, round_id, author_id, college_id, title, body, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        round,
        author,
        college,
        &proposal.title,
        &proposal.body,
        now
    )?;
    crate::search::keep(c, id, &proposal.title, &proposal.body).await?;
    Ok(id)
}

pub async fn round_of(c: &mut Conn, id: ProposalId) -> Result<Option<RoundId>, Error> {
    let row = maybe!(c, (RoundId,), "SELECT round_id FROM proposals WHERE id = $1", id)?;
    Ok(row.map(|(round,)| round))
}

/// The proposal, if this reader may see it.
pub async fn find(c: &mut Conn, id: ProposalId, reader: Reader) -> Result<Option<Proposal>, Error> {
    maybe!(
        c,
        Proposal,
        select!("WHERE p.id = $1 AND (p.hidden_reason IS NULL OR p.author_id = $2 OR $3)"),
        id,
        reader.account,
        reader.facilitator
    )
}

/// How many proposals of a round stand in its list.
pub async fn count(c: &mut Conn, round: RoundId) -> Result<i64, Error> {
    let (n,) = one!(c, (i64,), concat!("SELECT COUNT(*) FROM proposals p WHERE p.round_id = $1 AND ", listed!()), round)?;
    Ok(n)
}

/// The tallies of some proposals, in one query.
pub async fn tallies(c: &mut Conn, proposals: &[ProposalId]) -> Result<Vec<Count>, Error> {
    among!(c, Count, "SELECT proposal_id, college_id, choice, n FROM vote_tallies WHERE proposal_id IN (", proposals, ")")
}

/// A proposal with all its tallies: what comparisons and orders of a whole round read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    pub id: ProposalId,
    pub title: String,
    pub counts: Vec<Count>,
}

#[derive(sqlx::FromRow)]
struct TalliedRow {
    id: ProposalId,
    title: String,
    college_id: Option<CollegeId>,
    choice: Option<Choice>,
    n: Option<i64>,
}

/// The proposals of a round in the order in which they were made, those without votes too.
pub async fn round_tallies(c: &mut Conn, round: RoundId) -> Result<Vec<Tallied>, Error> {
    let rows = all!(
        c,
        TalliedRow,
        concat!(
            "SELECT p.id, p.title, t.college_id, t.choice, t.n FROM proposals p
             LEFT JOIN vote_tallies t ON t.proposal_id = p.id AND t.n <> 0
             WHERE p.round_id = $1 AND ",
            listed!(),
            " ORDER BY p.created_at, p.id"
        ),
        round
    )?;
    let mut proposals: Vec<Tallied> = Vec::new();
    for TalliedRow { id, title, college_id, choice, n } in rows {
        if proposals.last().is_none_or(|last| last.id != id) {
            proposals.push(Tallied { id, title, counts: Vec::new() });
        }
        if let (Some(last), Some(college_id), Some(choice), Some(n)) = (proposals.last_mut(), college_id, choice, n) {
            last.counts.push(Count { proposal_id: id, college_id, choice, n });
        }
    }
    Ok(proposals)
}

pub async fn hide(c: &mut Conn, id: ProposalId, reason: &str) -> Result<(), Error> {
    run!(c, "UPDATE proposals SET hidden_reason = $2 WHERE id = $1", id, reason)?;
    Ok(())
}

pub async fn decide(c: &mut Conn, id: ProposalId, decision: &Decision, by: AccountId, now: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE proposals SET outcome = $2, reason = $3, decided_by = $4, decided_at = $5 WHERE id = $1",
        id,
        decision.outcome,
        &decision.reason,
        by,
        now
    )?;
    Ok(())
}
