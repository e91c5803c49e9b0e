//! The text frozen and set free again, stances on the whole of it, and what was heard of each college and committee.

use std::collections::HashMap;

use domain::{
    charter::{
        Frame,
        ratification::{Heard, Matter, Proof},
        rules::{Body, Scope},
        stance::Stance,
    },
    committee::Committee,
    id::{AccountId, ArticleId, CollegeId, ProcessId, RatificationId, RoundId},
};

use sqlx::types::Json;

use super::{
    Article,
    objection::{Raised, Said, keep},
};
use crate::{Conn, Error, conn::*};

/// One time that the text was frozen.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Ratification {
    pub id: RatificationId,
    pub opened_at: i64,
    pub ended_at: Option<i64>,
    /// Why it went back to consultation.
    pub reason: String,
}

/// All of a round, the last one first.
pub async fn ratifications(c: &mut Conn, round: RoundId) -> Result<Vec<Ratification>, Error> {
    all!(
        c,
        Ratification,
        "SELECT id, opened_at, ended_at, reason FROM ratifications WHERE round_id = $1 ORDER BY opened_at DESC, id DESC",
        round
    )
}

/// The ratification that is open, if one is: while it is, the text is frozen.
pub async fn frozen(c: &mut Conn, round: RoundId) -> Result<Option<RatificationId>, Error> {
    Ok(maybe!(c, (RatificationId,), "SELECT id FROM ratifications WHERE round_id = $1 AND ended_at IS NULL", round)?.map(|(id,)| id))
}

pub async fn is_frozen(c: &mut Conn, round: RoundId) -> Result<bool, Error> {
    Ok(frozen(c, round).await?.is_some())
}

/// Freezes the text. The caller holds the round's lock, as whoever writes the text does.
pub async fn open_ratification(c: &mut Conn, round: RoundId, now: i64) -> Result<RatificationId, Error> {
    let id: RatificationId = crate::new_id();
    run!(c, "INSERT INTO ratifications (id, round_id, opened_at) VALUES ($1, $2, $3)", id, round, now)?;
    Ok(id)
}

/// Sets the text free. Stances on the whole of it end with it: they were taken on these words. The caller holds the round's lock.
pub async fn end_ratification(c: &mut Conn, round: RoundId, reason: &str, now: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE objections SET is_open = $2
         WHERE ratification_id IN (SELECT id FROM ratifications WHERE round_id = $1 AND ended_at IS NULL)",
        round,
        false
    )?;
    run!(c, "UPDATE ratifications SET ended_at = $2, reason = $3 WHERE round_id = $1 AND ended_at IS NULL", round, now, reason)?;
    Ok(())
}

/// A person's stance on the charter as it is frozen, with its reason.
pub async fn my_whole_stance(c: &mut Conn, ratification: RatificationId, account: AccountId) -> Result<Option<(Stance, String)>, Error> {
    let sql = "SELECT stance, reason FROM whole_stances WHERE ratification_id = $1 AND account_id = $2";
    maybe!(c, (Stance, String), sql, ratification, account)
}

/// Takes a stance on the whole, or changes the one taken before. The caller holds the round's lock, under which it saw that the text is
/// frozen.
pub async fn take_whole_stance(c: &mut Conn, ratification: RatificationId, new: Said, why: &str) -> Result<(), Error> {
    let before = maybe!(
        c,
        (Stance, CollegeId, String),
        "SELECT stance, college_id, reason FROM whole_stances WHERE ratification_id = $1 AND account_id = $2",
        ratification,
        new.account
    )?;
    run!(
        c,
        "INSERT INTO whole_stances (ratification_id, account_id, college_id, stance, reason) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (ratification_id, account_id)
         DO UPDATE SET college_id = excluded.college_id, stance = excluded.stance, reason = excluded.reason",
        ratification,
        new.account,
        new.college,
        new.stance,
        why
    )?;
    let anew = before.as_ref().is_none_or(|(stance, _, reason)| *stance != Stance::Objection || reason != why);
    keep(c, new, Raised::Whole(ratification), anew).await?;
    if let Some((stance, college, _)) = before {
        count(c, ratification, college, stance, -1).await?;
    }
    count(c, ratification, new.college, new.stance, 1).await?;
    super::took_part(c, new.round, new.account, new.college).await
}

async fn count(c: &mut Conn, ratification: RatificationId, college: CollegeId, stance: Stance, n: i64) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO whole_stance_tallies (ratification_id, college_id, stance, n) VALUES ($1, $2, $3, $4)
         ON CONFLICT (ratification_id, college_id, stance) DO UPDATE SET n = whole_stance_tallies.n + excluded.n",
        ratification,
        college,
        stance,
        n
    )?;
    Ok(())
}

/// What was heard of each college and committee on each matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hearing(HashMap<(Matter, Body), Heard>);

impl Hearing {
    pub fn of(&self, matter: Matter, body: Body) -> Heard {
        self.0.get(&(matter, body)).copied().unwrap_or_default()
    }

    fn at(&mut self, article: Option<ArticleId>, body: Body) -> &mut Heard {
        self.0.entry((article.map_or(Matter::Whole, Matter::Article), body)).or_default()
    }
}

type StanceRow<B> = (Option<ArticleId>, B, Stance, i64);
/// How many objections are open, and how many of those have no answer.
type OpenRow<B> = (Option<ArticleId>, B, i64, i64);

fn gather<B>(hearing: &mut Hearing, stances: Vec<StanceRow<B>>, open: Vec<OpenRow<B>>, body: impl Fn(B) -> Body) {
    for (article, of, stance, n) in stances {
        hearing.at(article, body(of)).counts.add(stance, n);
    }
    for (article, of, open, unanswered) in open {
        let heard = hearing.at(article, body(of));
        (heard.open, heard.unanswered) = (open, unanswered);
    }
}

/// All that the rules of a round ask for: a few queries, however many articles and people there are. `articles` are those of the round as
/// they stand; `frozen` is the ratification that stances on the whole are taken in.
pub async fn hearing(
    c: &mut Conn,
    process: ProcessId,
    round: RoundId,
    frame: &Frame,
    articles: &[Article],
    frozen: Option<RatificationId>,
) -> Result<Hearing, Error> {
    let mut hearing = Hearing::default();
    let tallies = super::tallies(c, round).await?;
    let current = |version| articles.iter().find(|article| article.version.version_id == version).map(|article| article.id);
    for (version, college, counts) in tallies.each() {
        if let Some(article) = current(version) {
            hearing.at(Some(article), Body::College(college)).counts = counts;
        }
    }
    let open = all!(
        c,
        OpenRow<CollegeId>,
        "SELECT o.article_id, o.college_id, COUNT(*), COUNT(CASE WHEN o.answer IS NULL OR o.reworded THEN 1 END)
         FROM objections o LEFT JOIN articles a ON a.id = o.article_id
         WHERE o.round_id = $1 AND o.is_open AND a.removed_at IS NULL GROUP BY o.article_id, o.college_id",
        round
    )?;
    gather(&mut hearing, Vec::new(), open, Body::College);
    let whole = frozen.filter(|_| frame.rules.scope == Scope::Whole);
    if let Some(ratification) = whole {
        let sql = "SELECT college_id AS body, stance, n FROM whole_stance_tallies WHERE ratification_id = $1";
        let rows = all!(c, WholeRow<CollegeId>, sql, ratification)?;
        gather(&mut hearing, rows.into_iter().map(|row| (None, row.body, row.stance, row.n)).collect(), Vec::new(), Body::College);
    }
    if !frame.rules.committees.is_empty() {
        committees(c, process, round, whole, &mut hearing).await?;
    }
    Ok(hearing)
}

#[derive(sqlx::FromRow)]
struct WholeRow<B> {
    body: B,
    stance: Stance,
    n: i64,
}

/// What those who sit in committees said, each in their college.
async fn committees(
    c: &mut Conn,
    process: ProcessId,
    round: RoundId,
    whole: Option<RatificationId>,
    hearing: &mut Hearing,
) -> Result<(), Error> {
    let mut stances = all!(
        c,
        StanceRow<Committee>,
        "SELECT a.id, e.committee, s.stance, COUNT(*)
         FROM committee_members e
         JOIN members m ON m.id = e.member_id AND m.college_id IS NOT NULL
         JOIN articles a ON a.round_id = $2 AND a.removed_at IS NULL
         JOIN article_versions v ON v.article_id = a.id AND v.number = (SELECT MAX(number) FROM article_versions WHERE article_id = a.id)
         JOIN stances s ON s.version_id = v.id AND s.account_id = m.account_id
         WHERE e.process_id = $1 GROUP BY a.id, e.committee, s.stance",
        process,
        round
    )?;
    if let Some(ratification) = whole {
        let rows = all!(
            c,
            WholeRow<Committee>,
            "SELECT e.committee AS body, s.stance, COUNT(*) AS n
             FROM committee_members e
             JOIN members m ON m.id = e.member_id AND m.college_id IS NOT NULL
             JOIN whole_stances s ON s.ratification_id = $2 AND s.account_id = m.account_id
             WHERE e.process_id = $1 GROUP BY e.committee, s.stance",
            process,
            ratification
        )?;
        stances.extend(rows.into_iter().map(|row| (None, row.body, row.stance, row.n)));
    }
    let open = all!(
        c,
        OpenRow<Committee>,
        "SELECT o.article_id, e.committee, COUNT(*), COUNT(CASE WHEN o.answer IS NULL OR o.reworded THEN 1 END)
         FROM committee_members e
         JOIN members m ON m.id = e.member_id AND m.college_id IS NOT NULL
         JOIN objections o ON o.round_id = $2 AND o.is_open AND o.account_id = m.account_id
         LEFT JOIN articles a ON a.id = o.article_id
         WHERE e.process_id = $1 AND a.removed_at IS NULL GROUP BY o.article_id, e.committee",
        process,
        round
    )?;
    gather(hearing, stances, open, Body::Committee);
    Ok(())
}

/// Keeps how the charter counts at its closing, unless that is kept already: what is over does not change as people join and committees
/// are filled. The caller holds the round's lock.
pub async fn keep_proof(c: &mut Conn, round: RoundId, proof: &Proof, now: i64) -> Result<(), Error> {
    let sql = "INSERT INTO charter_proofs (round_id, kept_at, proof) VALUES ($1, $2, $3) ON CONFLICT (round_id) DO NOTHING";
    run!(c, sql, round, now, Json(proof))?;
    Ok(())
}

/// As it was kept, once it was.
pub async fn kept_proof(c: &mut Conn, round: RoundId) -> Result<Option<Proof>, Error> {
    Ok(maybe!(c, (Json<Proof>,), "SELECT proof FROM charter_proofs WHERE round_id = $1", round)?.map(|(proof,)| proof.0))
}

/// How many of those who sit in each committee belong to a college.
pub async fn committee_members(c: &mut Conn, process: ProcessId) -> Result<Vec<(Committee, i64)>, Error> {
    all!(
        c,
        (Committee, i64),
        "SELECT e.committee, COUNT(*) FROM committee_members e JOIN members m ON m.id = e.member_id AND m.college_id IS NOT NULL
         WHERE e.process_id = $1 GROUP BY e.committee",
        process
    )
}
