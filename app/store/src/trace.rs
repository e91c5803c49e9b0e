//! What one person has contributed everywhere: one query per kind of word.
//!
//! Votes and stances are kept by what they are about; they are reached through the processes the person belongs to.

use domain::{
    charter::{
        amendment::{Kind, State, Support},
        objection::Answer,
    },
    id::{AccountId, AmendmentId, ArticleId, CommentId, ProposalId, RoundId},
    lang::LangText,
    moderation::Cause,
    round::{Calendar, Outcome, RoundKind},
};

use crate::{Conn, Error, conn::*, round::Round};

/// A round in which the person has contributed, and its process.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Where {
    #[sqlx(flatten)]
    pub round: Round,
    #[sqlx(json)]
    pub process: LangText,
}

impl Where {
    pub fn calendar(&self) -> Calendar {
        self.round.calendar()
    }
}

/// The rounds of the words below, those of the newest process first, in each the last round first.
pub async fn rounds(c: &mut Conn, account: AccountId) -> Result<Vec<Where>, Error> {
    all!(
        c,
        Where,
        "SELECT r.id, r.process_id, r.kind, r.title, r.intro, r.mode, r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at,
                r.decision, p.title AS process
         FROM rounds r JOIN processes p ON p.id = r.process_id
         WHERE EXISTS (SELECT 1 FROM members m WHERE m.process_id = p.id AND m.account_id = $1)
           AND (EXISTS (SELECT 1 FROM participations x WHERE x.round_id = r.id AND x.account_id = $1)
             OR EXISTS (SELECT 1 FROM proposals x WHERE x.round_id = r.id AND x.author_id = $1)
             OR EXISTS (SELECT 1 FROM comments x WHERE x.round_id = r.id AND x.author_id = $1)
             OR EXISTS (SELECT 1 FROM proposals q JOIN votes x ON x.proposal_id = q.id AND x.account_id = $1 WHERE q.round_id = r.id)
             OR EXISTS (SELECT 1 FROM ballots x WHERE x.round_id = r.id AND x.account_id = $1)
             OR EXISTS (SELECT 1 FROM articles q JOIN article_versions w ON w.article_id = q.id
                        JOIN stances x ON x.version_id = w.id AND x.account_id = $1 WHERE q.round_id = r.id)
             OR EXISTS (SELECT 1 FROM ratifications q JOIN whole_stances x ON x.ratification_id = q.id AND x.account_id = $1
                        WHERE q.round_id = r.id)
             OR EXISTS (SELECT 1 FROM amendments x WHERE x.round_id = r.id AND x.author_id = $1)
             OR EXISTS (SELECT 1 FROM amendments q JOIN amendment_supports x ON x.amendment_id = q.id AND x.account_id = $1
                        WHERE q.round_id = r.id))
         ORDER BY p.created_at DESC, p.id, r.position DESC",
        account
    )
}

/// Surveys and evaluations that the person has answered. Nothing says when, nor what.
pub async fn participations(c: &mut Conn, account: AccountId) -> Result<Vec<RoundId>, Error> {
    let rows = all!(
        c,
        (RoundId,),
        "SELECT x.round_id FROM members m
         JOIN rounds r ON r.process_id = m.process_id AND r.kind IN ('survey', 'evaluation')
         JOIN participations x ON x.round_id = r.id AND x.account_id = m.account_id
         WHERE m.account_id = $1",
        account
    )?;
    Ok(rows.into_iter().map(|(round,)| round).collect())
}

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MyProposal {
    pub id: ProposalId,
    pub round_id: RoundId,
    pub title: String,
    pub created_at: i64,
    pub hidden_reason: Option<String>,
    pub hidden_cause: Option<Cause>,
    pub hidden_words: Option<String>,
    pub outcome: Option<Outcome>,
    pub reason: String,
    pub withdrawn_at: Option<i64>,
    /// The one it was merged into: what becomes of that becomes of this.
    pub kept_id: Option<ProposalId>,
    pub kept: Option<String>,
}

pub async fn proposals(c: &mut Conn, account: AccountId) -> Result<Vec<MyProposal>, Error> {
    all!(
        c,
        MyProposal,
        "SELECT p.id, p.round_id, p.title, p.created_at, p.hidden_reason, h.cause AS hidden_cause, h.words AS hidden_words,
                p.withdrawn_at, k.id AS kept_id, k.title AS kept,
                CASE WHEN k.id IS NULL THEN p.outcome ELSE k.outcome END AS outcome,
                CASE WHEN k.id IS NULL THEN p.reason ELSE k.reason END AS reason
         FROM proposals p LEFT JOIN proposals k ON k.id = p.merged_into AND k.hidden_reason IS NULL
         LEFT JOIN hidings h ON h.proposal_id = p.id AND (h.ending IS NULL OR h.ending = 'upheld')
         WHERE p.author_id = $1 ORDER BY p.created_at DESC, p.id DESC",
        account
    )
}

/// A proposal of others that the person voted on, alone or with a ballot over its round, and that was answered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Answered {
    pub id: ProposalId,
    pub round_id: RoundId,
    pub title: String,
    pub outcome: Outcome,
    pub reason: String,
}

/// The last answers on what the person voted on: votes that are kept with the name alone.
pub async fn answered(c: &mut Conn, account: AccountId, most: i64) -> Result<Vec<Answered>, Error> {
    all!(
        c,
        Answered,
        "SELECT q.id, q.round_id, q.title, q.outcome, q.reason
         FROM (SELECT v.proposal_id FROM votes v WHERE v.account_id = $1
               UNION SELECT s.id FROM ballots b JOIN proposals s ON s.round_id = b.round_id WHERE b.account_id = $1) x
         JOIN proposals q ON q.id = x.proposal_id
         WHERE q.author_id <> $1 AND q.outcome IS NOT NULL
           AND q.hidden_reason IS NULL AND q.withdrawn_at IS NULL AND q.merged_into IS NULL
         ORDER BY q.decided_at DESC, q.id LIMIT $2",
        account,
        most
    )
}

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MyComment {
    pub id: CommentId,
    pub round_id: RoundId,
    pub proposal_id: Option<ProposalId>,
    pub article_id: Option<ArticleId>,
    pub amendment_id: Option<AmendmentId>,
    /// Title of what it is about; none when moderation has hidden that from this person, or its author has taken it back.
    pub about: Option<String>,
    /// It was taken back.
    pub about_withdrawn: bool,
    pub body: String,
    pub created_at: i64,
    pub hidden_reason: Option<String>,
    pub hidden_cause: Option<Cause>,
    pub hidden_words: Option<String>,
    pub outcome: Option<Outcome>,
    pub reason: String,
    /// It asks something: `reason` is the answer.
    pub question: bool,
}

pub async fn comments(c: &mut Conn, account: AccountId) -> Result<Vec<MyComment>, Error> {
    all!(
        c,
        MyComment,
        concat!(
            "SELECT c.id, c.round_id, c.proposal_id, c.article_id, c.amendment_id, c.body, c.created_at, c.hidden_reason,
                h.cause AS hidden_cause, h.words AS hidden_words, c.outcome, c.reason, c.question,
                p.withdrawn_at IS NOT NULL AND p.hidden_reason IS NULL AS about_withdrawn,
                CASE WHEN c.article_id IS NOT NULL
                     THEN (SELECT w.title FROM article_versions w WHERE w.article_id = c.article_id ORDER BY w.number DESC LIMIT 1)
                     WHEN m.id IS NOT NULL THEN CASE WHEN m.hidden_reason IS NULL OR m.author_id = $1 THEN ",
            amendment_title!(),
            " END
                     WHEN (p.hidden_reason IS NULL AND p.withdrawn_at IS NULL) OR p.author_id = $1 THEN p.title END AS about
         FROM comments c LEFT JOIN proposals p ON p.id = c.proposal_id LEFT JOIN amendments m ON m.id = c.amendment_id
         LEFT JOIN hidings h ON h.comment_id = c.id AND (h.ending IS NULL OR h.ending = 'upheld')
         WHERE c.author_id = $1 ORDER BY c.created_at DESC, c.id DESC"
        ),
        account
    )
}

/// Round, and on how many proposals the person has voted in it.
pub async fn votes(c: &mut Conn, account: AccountId) -> Result<Vec<(RoundId, i64)>, Error> {
    all!(
        c,
        (RoundId, i64),
        "SELECT q.round_id, COUNT(*) FROM members m
         JOIN rounds r ON r.process_id = m.process_id AND r.kind = $2
         JOIN proposals q ON q.round_id = r.id AND q.hidden_reason IS NULL AND q.withdrawn_at IS NULL AND q.merged_into IS NULL
         JOIN votes x ON x.proposal_id = q.id AND x.account_id = m.account_id
         WHERE m.account_id = $1 GROUP BY q.round_id",
        account,
        RoundKind::Proposals
    )
}

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MyStance {
    pub round_id: RoundId,
    pub article_id: ArticleId,
    pub title: String,
    /// The version it was taken on, and the article's last one.
    pub number: i64,
    pub last: i64,
    pub stance: String,
    pub reason: String,
    /// What was answered to the objection that it is, or was.
    pub answer: Option<Answer>,
    pub answer_words: Option<String>,
    pub taken_in: Option<i64>,
}

/// A person's stance on the whole of a charter, the last first.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MyWholeStance {
    pub round_id: RoundId,
    pub stance: String,
    pub reason: String,
    /// The text went back to consultation: this was taken on words that no longer stand.
    pub ended: bool,
    pub answer: Option<Answer>,
    pub answer_words: Option<String>,
}

pub async fn whole_stances(c: &mut Conn, account: AccountId) -> Result<Vec<MyWholeStance>, Error> {
    all!(
        c,
        MyWholeStance,
        "SELECT r.id AS round_id, x.stance, x.reason, f.ended_at IS NOT NULL AS ended, o.answer, o.words AS answer_words
         FROM whole_stances x
         JOIN ratifications f ON f.id = x.ratification_id
         JOIN rounds r ON r.id = f.round_id
         JOIN members m ON m.process_id = r.process_id AND m.account_id = x.account_id
         LEFT JOIN objections o ON o.ratification_id = f.id AND o.account_id = x.account_id AND o.answer IS NOT NULL
         WHERE x.account_id = $1 ORDER BY f.opened_at DESC, f.id",
        account
    )
}

/// The person's stances, in the order of the articles, the newest version of each first.
pub async fn stances(c: &mut Conn, account: AccountId) -> Result<Vec<MyStance>, Error> {
    all!(
        c,
        MyStance,
        "SELECT q.round_id, q.id AS article_id, w.title, w.number, x.stance, x.reason, o.answer, o.words AS answer_words, o.taken_in,
                (SELECT MAX(y.number) FROM article_versions y WHERE y.article_id = q.id) AS last
         FROM members m
         JOIN rounds r ON r.process_id = m.process_id AND r.kind = $2
         JOIN articles q ON q.round_id = r.id
         JOIN article_versions w ON w.article_id = q.id
         JOIN stances x ON x.version_id = w.id AND x.account_id = m.account_id
         LEFT JOIN objections o ON o.version_id = w.id AND o.account_id = m.account_id AND o.answer IS NOT NULL
         WHERE m.account_id = $1 ORDER BY q.position, q.id, w.number DESC",
        account,
        RoundKind::Charter
    )
}

/// An amendment of the person's own, or of others that they spoke for.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MyAmendment {
    pub id: AmendmentId,
    pub round_id: RoundId,
    pub kind: Kind,
    /// The proposed title; of a deletion, that of the article.
    pub title: String,
    pub mine: bool,
    pub state: State,
    pub recommendation: String,
    pub decision: String,
    pub created_at: i64,
    pub hidden_reason: Option<String>,
    pub hidden_cause: Option<Cause>,
    pub hidden_words: Option<String>,
}

/// The person's amendments and those they spoke for, the newest first; of others' none that is hidden.
pub async fn amendments(c: &mut Conn, account: AccountId) -> Result<Vec<MyAmendment>, Error> {
    all!(
        c,
        MyAmendment,
        concat!(
            "SELECT m.id, m.round_id, m.kind, m.author_id = $1 AS mine, m.state, m.recommendation, m.decision, m.created_at, m.hidden_reason,
                h.cause AS hidden_cause, h.words AS hidden_words, ",
            amendment_title!(),
            " AS title
         FROM (SELECT x.id FROM amendments x WHERE x.author_id = $1
               UNION SELECT y.amendment_id FROM amendment_supports y WHERE y.account_id = $1 AND y.support = $2) s
         JOIN amendments m ON m.id = s.id AND (m.hidden_reason IS NULL OR m.author_id = $1)
         LEFT JOIN hidings h ON h.amendment_id = m.id AND (h.ending IS NULL OR h.ending = 'upheld')
         ORDER BY m.created_at DESC, m.id DESC LIMIT 300"
        ),
        account,
        Support::For
    )
}

/// A comment that is for a person, or for their public.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Mentioned {
    pub id: CommentId,
    pub proposal_id: Option<ProposalId>,
    pub article_id: Option<ArticleId>,
    pub amendment_id: Option<AmendmentId>,
    pub author: String,
    /// Title of what it is about; none when its author has taken that back.
    pub about: Option<String>,
    pub created_at: i64,
    /// For the person themselves.
    pub person: bool,
}

/// The last comments that are for this person or for the publics they belong to; none that is hidden, taken back or their own.
pub async fn mentions(c: &mut Conn, account: AccountId) -> Result<Vec<Mentioned>, Error> {
    all!(
        c,
        Mentioned,
        concat!(
            "SELECT c.id, c.proposal_id, c.article_id, c.amendment_id, a.name AS author, c.created_at, n.person,
                CASE WHEN c.article_id IS NOT NULL
                     THEN (SELECT w.title FROM article_versions w WHERE w.article_id = c.article_id ORDER BY w.number DESC LIMIT 1)
                     WHEN m.id IS NOT NULL THEN ",
            amendment_title!(),
            " WHEN p.withdrawn_at IS NULL OR p.author_id = $1 THEN p.title END AS about
         FROM (SELECT comment_id, MAX(mine) > 0 AS person FROM (
                   SELECT x.comment_id, 1 AS mine FROM comment_mentions x WHERE x.account_id = $1
                   UNION ALL
                   SELECT x.comment_id, 0 FROM members m JOIN comment_mentions x ON x.college_id = m.college_id
                   WHERE m.account_id = $1 AND m.joined_at IS NOT NULL) s GROUP BY comment_id) n
         JOIN comments c ON c.id = n.comment_id AND c.hidden_reason IS NULL AND NOT c.withdrawn AND c.author_id <> $1
         JOIN rounds r ON r.id = c.round_id
         JOIN members k ON k.process_id = r.process_id AND k.account_id = $1 AND k.joined_at IS NOT NULL
         JOIN accounts a ON a.id = c.author_id
         LEFT JOIN proposals p ON p.id = c.proposal_id
         LEFT JOIN amendments m ON m.id = c.amendment_id
         WHERE p.hidden_reason IS NULL AND m.hidden_reason IS NULL
         ORDER BY c.created_at DESC, c.id DESC LIMIT 20"
        ),
        account
    )
}
