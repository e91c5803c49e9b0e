//! What results, exports and the coding desk read.

use domain::{
    college::CollegeKind,
    id::{AccountId, CollegeId, ResponseId, RoundId},
    survey::{Answers, paper::Channel},
};
use sqlx::types::Json;

use crate::{Conn, Error, Uuid, conn::all};

/// A response as it is stored; its author only in named rounds.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Response {
    pub id: ResponseId,
    pub college_id: CollegeId,
    pub account_id: Option<AccountId>,
    pub day: String,
    #[sqlx(json)]
    pub answers: Answers,
    pub seed: Option<i16>,
}

/// `limit` responses behind `after`, in the order of ids that say nothing: for exports.
pub async fn page(c: &mut Conn, round: RoundId, after: Option<ResponseId>, limit: i64) -> Result<Vec<Response>, Error> {
    all!(
        c,
        Response,
        "SELECT id, college_id, account_id, day, answers, seed FROM responses WHERE round_id = $1 AND id > $2 ORDER BY id LIMIT $3",
        round,
        after.unwrap_or(ResponseId(Uuid::nil())),
        limit
    )
}

/// How many people of a college chose an option, or (empty option) answered a question.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Tally {
    pub question: String,
    pub option: String,
    pub college_id: CollegeId,
    pub n: i64,
}

pub async fn tallies(c: &mut Conn, round: RoundId) -> Result<Vec<Tally>, Error> {
    all!(c, Tally, "SELECT question, option, college_id, n FROM answer_tallies WHERE round_id = $1 AND n > 0", round)
}

/// The tallies of one slice (`slice::name`).
pub async fn slice(c: &mut Conn, round: RoundId, slice: &str) -> Result<Vec<Tally>, Error> {
    all!(c, Tally, "SELECT question, option, college_id, n FROM slice_tallies WHERE round_id = $1 AND slice = $2 AND n > 0", round, slice)
}

/// How many of each college and of each slice answered a question.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Sliced {
    pub slice: String,
    pub question: String,
    pub college_id: CollegeId,
    pub n: i64,
}

/// How many answered each question, in all slices of a round.
pub async fn sliced(c: &mut Conn, round: RoundId) -> Result<Vec<Sliced>, Error> {
    all!(c, Sliced, "SELECT slice, question, college_id, n FROM slice_tallies WHERE round_id = $1 AND option = '' AND n > 0", round)
}

/// One of two questions to be crossed: what stands first under a key of the answers or, with an option, whether that is among them.
#[derive(Clone, Copy, Debug)]
pub struct Crossed<'a> {
    pub key: &'a str,
    pub option: Option<&'a str>,
}

impl Crossed<'_> {
    /// As the database finds an option in a list of codes, written as JSON; everything where none is asked for. Codes have no signs
    /// of their own there but `_`.
    fn pattern(&self) -> String {
        self.option.map_or_else(String::new, |option| format!("%\"{}\"%", option.replace('_', "\\_")))
    }
}

/// How many of a college gave one answer to a question and another to the other; an empty one for those who did not answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Pair {
    pub a: String,
    pub b: String,
    pub college_id: CollegeId,
    pub n: i64,
}

/// The answers to two questions, pair by pair; `yes` or `no` to an option. Reads all responses of the round, in the database.
pub async fn pairs(c: &mut Conn, round: RoundId, a: Crossed<'_>, b: Crossed<'_>) -> Result<Vec<Pair>, Error> {
    all!(
        c,
        Pair,
        r"SELECT a, b, college_id, COUNT(*) AS n FROM (
            SELECT college_id,
              CASE WHEN $3 = '' THEN COALESCE(answers -> $2 ->> 0, '') WHEN (answers -> $2) IS NULL THEN ''
                WHEN (answers ->> $2) LIKE $3 ESCAPE '\' THEN 'yes' ELSE 'no' END AS a,
              CASE WHEN $5 = '' THEN COALESCE(answers -> $4 ->> 0, '') WHEN (answers -> $4) IS NULL THEN ''
                WHEN (answers ->> $4) LIKE $5 ESCAPE '\' THEN 'yes' ELSE 'no' END AS b
            FROM responses WHERE round_id = $1) AS crossed
          GROUP BY a, b, college_id",
        round,
        a.key,
        a.pattern(),
        b.key,
        b.pattern()
    )
}

/// How many of each college hold `value` under `key`.
pub async fn chosen(c: &mut Conn, round: RoundId, key: &str, value: &str) -> Result<Vec<(CollegeKind, i64)>, Error> {
    all!(
        c,
        (CollegeKind, i64),
        "SELECT k.kind, t.n FROM answer_tallies t JOIN colleges k ON k.id = t.college_id
         WHERE t.round_id = $1 AND t.question = $2 AND t.option = $3",
        round,
        key,
        value
    )
}

/// How many of each college sent a response; colleges without any are left out.
pub async fn respondents(c: &mut Conn, round: RoundId) -> Result<Vec<(CollegeId, i64)>, Error> {
    all!(c, (CollegeId, i64), "SELECT college_id, n FROM participation_tallies WHERE round_id = $1", round)
}

/// How many responses came otherwise than by the web.
pub async fn by_channel(c: &mut Conn, round: RoundId) -> Result<Vec<(Channel, i64)>, Error> {
    all!(c, (Channel, i64), "SELECT channel, n FROM channel_tallies WHERE round_id = $1 AND n > 0", round)
}

/// What people of a college wrote in answer to a question, in the order of ids that say nothing: `limit` texts behind `after`.
pub async fn texts(
    c: &mut Conn,
    round: RoundId,
    question: &str,
    college: CollegeId,
    after: Option<ResponseId>,
    limit: i64,
) -> Result<Vec<(ResponseId, String)>, Error> {
    let rows = all!(
        c,
        (ResponseId, Json<Answers>),
        "SELECT id, answers FROM responses
         WHERE round_id = $1 AND college_id = $2 AND (answers -> $3) IS NOT NULL AND id > $4 ORDER BY id LIMIT $5",
        round,
        college,
        question,
        after.unwrap_or(ResponseId(Uuid::nil())),
        limit
    )?;
    Ok(rows.into_iter().filter_map(|(id, Json(mut answers))| Some((id, answers.remove(question)?.into_iter().next()?))).collect())
}
