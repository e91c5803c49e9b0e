//! Amendments, what people say of them, and their tallies by college, kept by the write that changes them.

use std::collections::HashMap;

use domain::{
    charter::amendment::{Effect, Kind, Proposed, State, Support},
    college::CollegeKind,
    id::{AccountId, AmendmentId, ArticleId, CollegeId, RoundId, VersionId},
    lang::LangText,
};

use super::Article;
use crate::{Conn, Error, conn::*};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Amendment {
    pub id: AmendmentId,
    pub round_id: RoundId,
    pub kind: Kind,
    /// What it changes or deletes; of a new article, the one it became.
    pub article_id: Option<ArticleId>,
    /// Of a new article and of one that moves: the one it is to follow.
    pub after_id: Option<ArticleId>,
    /// The number of the version it is proposed against; 0 of a new article.
    pub base: i64,
    pub title: String,
    pub body: String,
    pub reason: String,
    pub author_id: AccountId,
    pub author: String,
    pub college_id: CollegeId,
    pub college_kind: CollegeKind,
    #[sqlx(json)]
    pub college_name: LangText,
    pub created_at: i64,
    pub state: State,
    pub recommendation: String,
    pub decision: String,
    pub decided_at: Option<i64>,
    pub hidden_reason: Option<String>,
    pub edited_at: Option<i64>,
    pub comments: i64,
}

impl Amendment {
    pub fn proposed(&self) -> Proposed {
        Proposed { title: self.title.clone(), body: self.body.clone(), reason: self.reason.clone() }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.round_id, m.kind, m.article_id, m.after_id, m.base, m.title, m.body, m.reason, m.author_id, p.name AS author,
                    m.college_id, k.kind AS college_kind, k.name AS college_name, m.created_at, m.state, m.recommendation, m.decision,
                    m.decided_at, m.hidden_reason, m.edited_at, m.comments
             FROM amendments m JOIN accounts p ON p.id = m.author_id JOIN colleges k ON k.id = m.college_id ",
            $rest
        )
    };
}

/// So many are listed on one page.
pub const LISTED: i64 = 200;

pub async fn amendment(c: &mut Conn, id: AmendmentId) -> Result<Option<Amendment>, Error> {
    maybe!(c, Amendment, select!("WHERE m.id = $1"), id)
}

/// Those of an article that are not hidden, the oldest first; of more than a page holds, the newest.
pub async fn amendments(c: &mut Conn, article: ArticleId) -> Result<Vec<Amendment>, Error> {
    let sql = select!("WHERE m.article_id = $1 AND m.hidden_reason IS NULL ORDER BY m.created_at DESC, m.id DESC LIMIT $2");
    let mut found = all!(c, Amendment, sql, article, LISTED)?;
    found.reverse();
    Ok(found)
}

/// Those of a round that propose a new article, the oldest first; of more than a page holds, the newest.
pub async fn additions(c: &mut Conn, round: RoundId) -> Result<Vec<Amendment>, Error> {
    let sql = select!("WHERE m.round_id = $1 AND m.kind = $2 AND m.hidden_reason IS NULL ORDER BY m.created_at DESC, m.id DESC LIMIT $3");
    let mut found = all!(c, Amendment, sql, round, Kind::Addition, LISTED)?;
    found.reverse();
    Ok(found)
}

/// An amendment to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct NewAmendment<'a> {
    pub round: RoundId,
    pub kind: Kind,
    pub article: Option<ArticleId>,
    pub after: Option<ArticleId>,
    pub base: i64,
    pub proposed: &'a Proposed,
    pub author: AccountId,
    pub college: CollegeId,
}

pub async fn add_amendment(c: &mut Conn, new: NewAmendment<'_>, now: i64) -> Result<AmendmentId, Error> {
    let id: AmendmentId = crate::new_id();
    run!(
        c,
        "INSERT INTO amendments (id, round_id, kind, article_id, after_id, base, title, body, reason, author_id, college_id, created_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id,
        new.round,
        new.kind,
        new.article,
        new.after,
        new.base,
        &new.proposed.title,
        &new.proposed.body,
        &new.proposed.reason,
        new.author,
        new.college,
        now,
        State::Submitted
    )?;
    super::took_part(c, new.round, new.author, new.college).await?;
    Ok(id)
}

/// Other words of its author's. The caller holds the amendment's lock (`c.lock(amendment.0)`), under which it saw that this may be.
pub async fn correct_amendment(c: &mut Conn, id: AmendmentId, proposed: &Proposed, now: i64) -> Result<(), Error> {
    let Proposed { title, body, reason } = proposed;
    let sql = "UPDATE amendments SET title = $2, body = $3, reason = $4, edited_at = $5 WHERE id = $1";
    run!(c, sql, id, title, body, reason, now)?;
    Ok(())
}

/// Its author took it back. The caller holds the amendment's lock.
pub async fn withdraw_amendment(c: &mut Conn, id: AmendmentId, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE amendments SET state = $2, decided_at = $3 WHERE id = $1", id, State::Withdrawn, now)?;
    Ok(())
}

/// A facilitator speaks for it. The caller holds the amendment's lock.
pub async fn recommend_amendment(c: &mut Conn, id: AmendmentId, reason: &str) -> Result<(), Error> {
    run!(c, "UPDATE amendments SET state = $2, recommendation = $3 WHERE id = $1", id, State::Recommended, reason)?;
    Ok(())
}

/// What became of an amendment.
#[derive(Clone, Copy, Debug)]
struct Verdict<'a> {
    state: State,
    reason: &'a str,
    /// The article it stands in, and the version that it became.
    article: Option<ArticleId>,
    version: Option<VersionId>,
}

/// Carries a decision out: what it does to the charter, and what is kept of it. `article` is the one it is about. The caller holds the
/// locks of the round, of the article and of the amendment, under which it read them.
#[expect(clippy::too_many_arguments, reason = "all that a decision is made of")]
pub async fn carry_out(
    c: &mut Conn,
    amendment: &Amendment,
    article: Option<&Article>,
    effect: &Effect,
    state: State,
    reason: &str,
    facilitator: AccountId,
    now: i64,
) -> Result<(), Error> {
    let (article, version) = match (effect, article) {
        (Effect::Nothing, _) if state == State::Recommended => return recommend_amendment(c, amendment.id, reason).await,
        (Effect::Version(number, words), Some(article)) => {
            (Some(article.id), Some(super::add_version(c, article.id, *number, words, facilitator, now).await?))
        }
        (Effect::Article(words), _) => {
            let id = super::add_article(c, amendment.round_id, words, facilitator, now).await?;
            super::place_last(c, amendment.round_id, id, amendment.after_id).await?;
            (Some(id), super::article(c, id).await?.map(|article| article.version.version_id))
        }
        (Effect::Removal, Some(article)) => {
            super::remove_article(c, article, now).await?;
            (None, None)
        }
        (Effect::Order(order), _) => {
            super::reorder(c, order).await?;
            (None, None)
        }
        (Effect::Nothing | Effect::Version(..) | Effect::Removal, _) => (None, None),
    };
    decide_amendment(c, amendment.id, Verdict { state, reason, article, version }, now).await
}

/// Decides it. The caller holds the locks of its article and of the amendment, under which it read both.
async fn decide_amendment(c: &mut Conn, id: AmendmentId, verdict: Verdict<'_>, now: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE amendments SET state = $2, decision = $3, decided_at = $4, article_id = COALESCE($5, article_id), version_id = $6 WHERE id = $1",
        id,
        verdict.state,
        verdict.reason,
        now,
        verdict.article,
        verdict.version
    )?;
    Ok(())
}

/// Whether others than its author have spoken for it; and whether they have said anything of it at all.
pub async fn spoken_of(c: &mut Conn, amendment: &Amendment) -> Result<(bool, bool), Error> {
    one!(
        c,
        (bool, bool),
        "SELECT EXISTS (SELECT 1 FROM amendment_supports WHERE amendment_id = $1 AND account_id <> $2 AND support = $3),
                EXISTS (SELECT 1 FROM amendment_supports WHERE amendment_id = $1 AND account_id <> $2)
                OR EXISTS (SELECT 1 FROM comments WHERE amendment_id = $1 AND author_id <> $2 AND NOT withdrawn)",
        amendment.id,
        amendment.author_id,
        Support::For
    )
}

/// A person's own word on an amendment.
pub async fn my_support(c: &mut Conn, amendment: AmendmentId, account: AccountId) -> Result<Option<Support>, Error> {
    let sql = "SELECT support FROM amendment_supports WHERE amendment_id = $1 AND account_id = $2";
    Ok(maybe!(c, (Support,), sql, amendment, account)?.map(|(support,)| support))
}

/// Says where a person stands on an amendment, or changes what they said. The caller holds the amendment's lock (`c.lock(amendment.0)`),
/// under which it saw that it is not decided.
pub async fn support(c: &mut Conn, amendment: &Amendment, account: AccountId, college: CollegeId, support: Support) -> Result<(), Error> {
    let before = maybe!(
        c,
        (Support, CollegeId),
        "SELECT support, college_id FROM amendment_supports WHERE amendment_id = $1 AND account_id = $2",
        amendment.id,
        account
    )?;
    run!(
        c,
        "INSERT INTO amendment_supports (amendment_id, account_id, college_id, support) VALUES ($1, $2, $3, $4)
         ON CONFLICT (amendment_id, account_id) DO UPDATE SET college_id = excluded.college_id, support = excluded.support",
        amendment.id,
        account,
        college,
        support
    )?;
    if let Some((old, of)) = before {
        count(c, amendment.id, of, old, -1).await?;
    }
    count(c, amendment.id, college, support, 1).await?;
    super::took_part(c, amendment.round_id, account, college).await
}

async fn count(c: &mut Conn, amendment: AmendmentId, college: CollegeId, support: Support, n: i64) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO amendment_tallies (amendment_id, college_id, support, n) VALUES ($1, $2, $3, $4)
         ON CONFLICT (amendment_id, college_id, support) DO UPDATE SET n = amendment_tallies.n + excluded.n",
        amendment,
        college,
        support,
        n
    )?;
    Ok(())
}

/// The counts of each college on each amendment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supports(HashMap<(AmendmentId, CollegeId, Support), i64>);

impl Supports {
    /// In the order of [`Support::ALL`].
    pub fn of(&self, amendment: AmendmentId, college: CollegeId) -> Vec<i64> {
        Support::ALL.iter().map(|support| self.0.get(&(amendment, college, *support)).copied().unwrap_or_default()).collect()
    }
}

/// The tallies of all amendments of a round.
pub async fn supports(c: &mut Conn, round: RoundId) -> Result<Supports, Error> {
    let rows = all!(
        c,
        (AmendmentId, CollegeId, Support, i64),
        "SELECT t.amendment_id, t.college_id, t.support, t.n
         FROM amendments m JOIN amendment_tallies t ON t.amendment_id = m.id WHERE m.round_id = $1",
        round
    )?;
    Ok(Supports(rows.into_iter().map(|(amendment, college, support, n)| ((amendment, college, support), n)).collect()))
}

/// Whose amendments the versions of an article came from: version, amendment (none that is hidden: its author stays one of the version's),
/// its author.
pub async fn co_authors(c: &mut Conn, article: ArticleId) -> Result<Vec<(VersionId, Option<AmendmentId>, String)>, Error> {
    all!(
        c,
        (VersionId, Option<AmendmentId>, String),
        "SELECT v.id, CASE WHEN m.hidden_reason IS NULL THEN m.id END, p.name
         FROM article_versions v JOIN amendments m ON m.version_id = v.id JOIN accounts p ON p.id = m.author_id
         WHERE v.article_id = $1",
        article
    )
}
