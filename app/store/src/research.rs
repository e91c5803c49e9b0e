//! The rows of a round for export, page by page in the order of their keys. Responses are in `responses.rs`.

use domain::{
    charter::amendment::{Kind, State, Support},
    id::{AccountId, AmendmentId, ArticleId, CollegeId, CommentId, ProposalId, RoundId},
    proposals::Choice,
    round::Outcome,
};
use uuid::Uuid;

use crate::{Conn, Error, conn::*};

/// Rows read at a time.
pub const PAGE: i64 = 500;

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Proposal {
    pub id: ProposalId,
    pub author_id: AccountId,
    pub college_id: CollegeId,
    pub title: String,
    pub body: String,
    pub outcome: Option<Outcome>,
}

pub async fn proposals(c: &mut Conn, round: RoundId, after: Uuid) -> Result<Vec<Proposal>, Error> {
    all!(
        c,
        Proposal,
        "SELECT id, author_id, college_id, title, body, outcome FROM proposals
         WHERE round_id = $1 AND id > $2 AND hidden_reason IS NULL AND withdrawn_at IS NULL AND merged_into IS NULL ORDER BY id LIMIT $3",
        round,
        after,
        PAGE
    )
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Vote {
    pub proposal_id: ProposalId,
    pub account_id: AccountId,
    pub college_id: CollegeId,
    pub choice: Choice,
    pub reason: String,
}

pub async fn votes(c: &mut Conn, round: RoundId, after: (Uuid, Uuid)) -> Result<Vec<Vote>, Error> {
    all!(
        c,
        Vote,
        concat!(
            "SELECT v.proposal_id, v.account_id, v.college_id, v.choice, v.reason
         FROM votes v JOIN proposals p ON p.id = v.proposal_id
         WHERE p.round_id = $1 AND (v.proposal_id, v.account_id) > ($2, $3)
           AND ",
            listed!(),
            "
         ORDER BY v.proposal_id, v.account_id LIMIT $4"
        ),
        round,
        after.0,
        after.1,
        PAGE
    )
}

/// A ballot over a whole round. `key` is its author's, or a random number where ballots are secret.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Ballot {
    pub key: Uuid,
    pub college_id: CollegeId,
    pub content: String,
}

pub async fn ballots(c: &mut Conn, round: RoundId, secret: bool, after: Uuid) -> Result<Vec<Ballot>, Error> {
    let sql = if secret {
        "SELECT id AS key, college_id, content FROM secret_ballots WHERE round_id = $1 AND id > $2 ORDER BY id LIMIT $3"
    } else {
        "SELECT account_id AS key, college_id, content FROM ballots WHERE round_id = $1 AND account_id > $2 ORDER BY account_id LIMIT $3"
    };
    all!(c, Ballot, sql, round, after, PAGE)
}

/// The proposals of a round that its export names.
pub async fn listed(c: &mut Conn, round: RoundId) -> Result<Vec<ProposalId>, Error> {
    let rows = all!(c, (ProposalId,), concat!("SELECT p.id FROM proposals p WHERE p.round_id = $1 AND ", listed!()), round)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Comment {
    pub id: CommentId,
    pub proposal_id: Option<ProposalId>,
    pub article_id: Option<ArticleId>,
    pub amendment_id: Option<AmendmentId>,
    pub parent_id: Option<CommentId>,
    pub author_id: AccountId,
    pub college_id: Option<CollegeId>,
    pub body: String,
    pub outcome: Option<Outcome>,
}

/// Those that people can read: none that is hidden or stands under what is hidden.
pub async fn comments(c: &mut Conn, round: RoundId, after: Uuid) -> Result<Vec<Comment>, Error> {
    all!(
        c,
        Comment,
        "SELECT c.id, c.proposal_id, c.article_id, c.amendment_id, c.parent_id, c.author_id, c.college_id, c.body, c.outcome
         FROM comments c LEFT JOIN proposals p ON p.id = c.proposal_id LEFT JOIN amendments m ON m.id = c.amendment_id
         WHERE c.round_id = $1 AND c.id > $2 AND c.hidden_reason IS NULL AND NOT c.withdrawn
           AND p.hidden_reason IS NULL AND m.hidden_reason IS NULL
         ORDER BY c.id LIMIT $3",
        round,
        after,
        PAGE
    )
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Version {
    pub id: Uuid,
    pub article_id: ArticleId,
    pub number: i64,
    pub title: String,
    pub body: String,
}

pub async fn versions(c: &mut Conn, round: RoundId, after: Uuid) -> Result<Vec<Version>, Error> {
    all!(
        c,
        Version,
        "SELECT v.id, v.article_id, v.number, v.title, v.body
         FROM article_versions v JOIN articles a ON a.id = v.article_id
         WHERE a.round_id = $1 AND v.id > $2 ORDER BY v.id LIMIT $3",
        round,
        after,
        PAGE
    )
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Stance {
    pub version_id: Uuid,
    pub account_id: AccountId,
    pub college_id: CollegeId,
    pub article_id: ArticleId,
    pub number: i64,
    pub stance: String,
    pub reason: String,
}

pub async fn stances(c: &mut Conn, round: RoundId, after: (Uuid, Uuid)) -> Result<Vec<Stance>, Error> {
    all!(
        c,
        Stance,
        "SELECT s.version_id, s.account_id, s.college_id, v.article_id, v.number, s.stance, s.reason
         FROM stances s JOIN article_versions v ON v.id = s.version_id JOIN articles a ON a.id = v.article_id
         WHERE a.round_id = $1 AND (s.version_id, s.account_id) > ($2, $3)
         ORDER BY s.version_id, s.account_id LIMIT $4",
        round,
        after.0,
        after.1,
        PAGE
    )
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Amendment {
    pub id: AmendmentId,
    pub kind: Kind,
    pub article_id: Option<ArticleId>,
    pub after_id: Option<ArticleId>,
    pub base: i64,
    pub author_id: AccountId,
    pub college_id: CollegeId,
    pub title: String,
    pub body: String,
    pub reason: String,
    pub state: State,
    pub decision: String,
}

/// Those that people can read: none that is hidden or that its author took back.
pub async fn amendments(c: &mut Conn, round: RoundId, after: Uuid) -> Result<Vec<Amendment>, Error> {
    all!(
        c,
        Amendment,
        "SELECT id, kind, article_id, after_id, base, author_id, college_id, title, body, reason, state, decision FROM amendments
         WHERE round_id = $1 AND id > $2 AND hidden_reason IS NULL AND state <> $4 ORDER BY id LIMIT $3",
        round,
        after,
        PAGE,
        State::Withdrawn
    )
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Supported {
    pub amendment_id: AmendmentId,
    pub account_id: AccountId,
    pub college_id: CollegeId,
    pub support: Support,
}

/// What each person said of those.
pub async fn supports(c: &mut Conn, round: RoundId, after: (Uuid, Uuid)) -> Result<Vec<Supported>, Error> {
    all!(
        c,
        Supported,
        "SELECT s.amendment_id, s.account_id, s.college_id, s.support
         FROM amendment_supports s JOIN amendments m ON m.id = s.amendment_id
         WHERE m.round_id = $1 AND (s.amendment_id, s.account_id) > ($2, $3) AND m.hidden_reason IS NULL AND m.state <> $5
         ORDER BY s.amendment_id, s.account_id LIMIT $4",
        round,
        after.0,
        after.1,
        PAGE,
        State::Withdrawn
    )
}
