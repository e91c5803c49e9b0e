//! Objections, open until their authors take another stance, and what was answered to them.
//!
//! A row is kept by the write of a stance. The words are the stance's own: whoever takes another one on the same version takes them back.

use domain::{
    charter::{
        objection::{Answer, Reply},
        stance::Stance,
    },
    college::CollegeKind,
    id::{AccountId, ArticleId, CollegeId, ObjectionId, RatificationId, RoundId, VersionId},
    lang::LangText,
};

use crate::{Conn, Error, conn::*};

/// Where somebody stands, and in whose name.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    pub round: RoundId,
    pub account: AccountId,
    pub college: CollegeId,
    pub stance: Stance,
}

/// What an objection is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    Version(VersionId),
    Whole(RatificationId),
}

/// A stance was taken: what becomes of the person's objections to the same article, or to the charter as frozen. `anew`: it is no
/// objection that stood there word for word already.
pub(super) async fn keep(c: &mut Conn, new: Said, on: Raised, anew: bool) -> Result<(), Error> {
    let (version, whole) = match on {
        Raised::Version(version) => (Some(version), None),
        Raised::Whole(ratification) => (None, Some(ratification)),
    };
    // Whoever speaks of the words that stand has spoken of the earlier ones.
    if let Some(version) = version {
        run!(
            c,
            "UPDATE objections SET is_open = $3
             WHERE account_id = $2 AND is_open AND version_id <> $1
               AND article_id = (SELECT article_id FROM article_versions WHERE id = $1)",
            version,
            new.account,
            false
        )?;
    }
    if new.stance != Stance::Objection {
        // Nothing is kept of one that nobody had answered: the new stance takes its place.
        run!(
            c,
            "DELETE FROM objections WHERE (version_id = $1 OR ratification_id = $2) AND account_id = $3 AND answer IS NULL",
            version,
            whole,
            new.account
        )?;
        run!(
            c,
            "UPDATE objections SET is_open = $4 WHERE (version_id = $1 OR ratification_id = $2) AND account_id = $3",
            version,
            whole,
            new.account,
            false
        )?;
        return Ok(());
    }
    let there = run!(
        c,
        "UPDATE objections SET is_open = $4, college_id = $5, reworded = (reworded OR $6) AND answer IS NOT NULL
         WHERE (version_id = $1 OR ratification_id = $2) AND account_id = $3",
        version,
        whole,
        new.account,
        true,
        new.college,
        anew
    )?;
    if there == 0 {
        let id: ObjectionId = crate::new_id();
        run!(
            c,
            "INSERT INTO objections (id, round_id, article_id, version_id, ratification_id, account_id, college_id, is_open)
             SELECT $1, $2, (SELECT article_id FROM article_versions WHERE id = $3), $3, $4, $5, $6, $7",
            id,
            new.round,
            version,
            whole,
            new.account,
            new.college,
            true
        )?;
    }
    Ok(())
}

/// An objection with its words and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Objection {
    pub id: ObjectionId,
    /// Of one to the whole charter.
    pub ratification_id: Option<RatificationId>,
    pub account_id: AccountId,
    pub college_id: CollegeId,
    /// None where it is to the whole charter.
    pub article_id: Option<ArticleId>,
    pub author: String,
    pub kind: CollegeKind,
    #[sqlx(json)]
    pub name: LangText,
    /// The number of the version it was raised against; none of one to the whole charter.
    pub number: Option<i64>,
    pub reason: String,
    pub is_open: bool,
    pub answer: Option<Answer>,
    pub words: String,
    pub taken_in: Option<i64>,
    pub answered_at: Option<i64>,
    pub reworded: bool,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.ratification_id, o.account_id, o.college_id, o.article_id, p.name AS author, k.kind, k.name, v.number,
                    COALESCE(s.reason, w.reason) AS reason, o.is_open,
                    o.answer, o.words, o.taken_in, o.answered_at, o.reworded
             FROM objections o
             JOIN accounts p ON p.id = o.account_id
             JOIN colleges k ON k.id = o.college_id
             LEFT JOIN article_versions v ON v.id = o.version_id
             LEFT JOIN stances s ON s.version_id = o.version_id AND s.account_id = o.account_id AND s.stance = 'objection'
             LEFT JOIN whole_stances w ON w.ratification_id = o.ratification_id AND w.account_id = o.account_id AND w.stance = 'objection'
             WHERE COALESCE(s.reason, w.reason) IS NOT NULL AND ",
            $rest,
            " ORDER BY o.is_open DESC, v.number DESC, k.position, p.name, p.id"
        )
    };
}

/// Those of an article that are open, and those that were answered and whose authors have spoken of a later version since.
pub async fn objections(c: &mut Conn, article: ArticleId) -> Result<Vec<Objection>, Error> {
    all!(c, Objection, select!("o.article_id = $1 AND (o.is_open OR o.answer IS NOT NULL)"), article)
}

/// Those of a whole round, to articles and to the charter.
pub async fn objections_of_round(c: &mut Conn, round: RoundId) -> Result<Vec<Objection>, Error> {
    all!(c, Objection, select!("o.round_id = $1 AND (o.is_open OR o.answer IS NOT NULL)"), round)
}

/// Those to the charter as it is frozen.
pub async fn whole_objections(c: &mut Conn, ratification: RatificationId) -> Result<Vec<Objection>, Error> {
    all!(c, Objection, select!("o.ratification_id = $1 AND o.is_open"), ratification)
}

/// Those that stood against the whole charter when its text went back to consultation.
pub async fn ended_objections(c: &mut Conn, round: RoundId) -> Result<Vec<Objection>, Error> {
    all!(c, Objection, select!("o.ratification_id IN (SELECT id FROM ratifications WHERE round_id = $1 AND ended_at IS NOT NULL)"), round)
}

/// Where an objection was raised, and whether it is open: what an answer needs to know. The last number is that of the version that
/// stands.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub round_id: RoundId,
    pub article_id: Option<ArticleId>,
    pub number: Option<i64>,
    pub current: Option<i64>,
    pub is_open: bool,
}

pub async fn objection_place(c: &mut Conn, id: ObjectionId) -> Result<Option<Place>, Error> {
    maybe!(
        c,
        Place,
        "SELECT o.round_id, o.article_id, v.number, (SELECT MAX(number) FROM article_versions WHERE article_id = o.article_id) AS current,
                o.is_open
         FROM objections o LEFT JOIN article_versions v ON v.id = o.version_id WHERE o.id = $1",
        id
    )
}

/// Answers an objection, or answers it anew. The caller holds the lock of its article, or of its round, under which it read it.
pub async fn answer_objection(c: &mut Conn, id: ObjectionId, reply: &Reply, now: i64) -> Result<(), Error> {
    run!(
        c,
        "UPDATE objections SET answer = $2, words = $3, taken_in = $4, answered_at = $5, reworded = $6 WHERE id = $1",
        id,
        reply.answer,
        &reply.words,
        reply.version,
        now,
        false
    )?;
    Ok(())
}
