//! Where an article's words come from: what was said of its passages, and one's own passages under "my word".

use domain::{
    charter::amendment::{Kind, State},
    college::CollegeKind,
    id::{AccountId, AmendmentId, ArticleId, CollegeId, CommentId, RoundId},
    lang::LangText,
    round::Outcome,
};

use crate::{Conn, Error, conn::*};

/// So many comments on passages are shown beside the text.
pub const SPOKEN: i64 = 300;

/// A comment on a passage, with what was answered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Spoken {
    pub id: CommentId,
    pub author: String,
    /// None for a facilitator.
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
    pub body: String,
    pub created_at: i64,
    pub outcome: Option<Outcome>,
    pub reason: String,
    /// It asks something: `reason` is the answer.
    pub question: bool,
    /// The number of the version it was made on, the words, and where they stand in the current one.
    pub version: i64,
    pub quote: String,
    pub at_from: Option<i64>,
    pub at_to: Option<i64>,
}

/// The comments on passages of an article that everybody can read, in the order in which they were made; of very many, the last ones.
pub async fn spoken(c: &mut Conn, article: ArticleId) -> Result<Vec<Spoken>, Error> {
    let mut found = all!(
        c,
        Spoken,
        "SELECT c.id, p.name AS author, k.kind, k.name AS college, c.body, c.created_at, c.outcome, c.reason, c.question,
                x.version, x.quote, x.at_from, x.at_to
         FROM comment_anchors x JOIN comments c ON c.id = x.comment_id JOIN accounts p ON p.id = c.author_id
         LEFT JOIN colleges k ON k.id = c.college_id
         WHERE x.article_id = $1 AND c.hidden_reason IS NULL AND NOT c.withdrawn ORDER BY c.created_at DESC, c.id DESC LIMIT $2",
        article,
        SPOKEN
    )?;
    found.reverse();
    Ok(found)
}

/// The passages that a person's comments are about: comment, article, number of the version, words.
pub async fn my_passages(c: &mut Conn, account: AccountId) -> Result<Vec<(CommentId, ArticleId, i64, String)>, Error> {
    all!(
        c,
        (CommentId, ArticleId, i64, String),
        "SELECT c.id, x.article_id, x.version, x.quote FROM comments c JOIN comment_anchors x ON x.comment_id = c.id
         WHERE c.author_id = $1 AND NOT c.withdrawn",
        account
    )
}

/// The texts of the articles with such passages, from the first version that one of them was made on: article, number, text.
pub async fn texts_since_my_passages(c: &mut Conn, account: AccountId) -> Result<Vec<(ArticleId, i64, String)>, Error> {
    all!(
        c,
        (ArticleId, i64, String),
        "SELECT v.article_id, v.number, v.body
         FROM (SELECT x.article_id, MIN(x.version) AS first FROM comments c JOIN comment_anchors x ON x.comment_id = c.id
               WHERE c.author_id = $1 AND NOT c.withdrawn GROUP BY x.article_id) AS t
         JOIN article_versions v ON v.article_id = t.article_id AND v.number >= t.first
         ORDER BY v.article_id, v.number",
        account
    )
}

/// The version that an amendment became: its article and its number.
pub async fn became(c: &mut Conn, amendment: AmendmentId) -> Result<Option<(ArticleId, i64)>, Error> {
    maybe!(
        c,
        (ArticleId, i64),
        "SELECT v.article_id, v.number FROM amendments m JOIN article_versions v ON v.id = m.version_id WHERE m.id = $1",
        amendment
    )
}

// Of each college ---------------------------------------------------------------------------------------------------

/// What people of a college said in a charter round, counted. What was hidden or taken back is in no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Talk {
    pub college_id: CollegeId,
    pub comments: i64,
    /// Comments and questions about a passage.
    pub passages: i64,
    pub questions: i64,
    pub answered: i64,
    pub retained: i64,
    pub partly: i64,
    pub not_retained: i64,
}

pub async fn talk(c: &mut Conn, round: RoundId) -> Result<Vec<Talk>, Error> {
    all!(
        c,
        Talk,
        "SELECT c.college_id, COUNT(CASE WHEN c.question THEN NULL ELSE 1 END) AS comments, COUNT(x.comment_id) AS passages,
                COUNT(CASE WHEN c.question THEN 1 END) AS questions,
                COUNT(CASE WHEN c.question AND c.answered_by IS NOT NULL THEN 1 END) AS answered,
                COUNT(CASE WHEN c.outcome = 'retained' THEN 1 END) AS retained, COUNT(CASE WHEN c.outcome = 'partly' THEN 1 END) AS partly,
                COUNT(CASE WHEN c.outcome = 'not_retained' THEN 1 END) AS not_retained
         FROM comments c LEFT JOIN comment_anchors x ON x.comment_id = c.id
         WHERE c.round_id = $1 AND c.college_id IS NOT NULL AND c.hidden_reason IS NULL AND NOT c.withdrawn
         GROUP BY c.college_id",
        round
    )
}

/// A comment that a facilitator took in, or took in in part.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TakenIn {
    pub id: CommentId,
    pub college_id: CollegeId,
    pub article_id: ArticleId,
    pub title: String,
    pub outcome: Outcome,
    pub reason: String,
}

pub async fn taken_in(c: &mut Conn, round: RoundId) -> Result<Vec<TakenIn>, Error> {
    all!(
        c,
        TakenIn,
        "SELECT c.id, c.college_id, c.article_id, c.outcome, c.reason,
                (SELECT w.title FROM article_versions w WHERE w.article_id = c.article_id ORDER BY w.number DESC LIMIT 1) AS title
         FROM comments c
         WHERE c.round_id = $1 AND c.article_id IS NOT NULL AND c.college_id IS NOT NULL AND c.outcome IN ('retained', 'partly')
           AND c.hidden_reason IS NULL AND NOT c.withdrawn
         ORDER BY c.created_at, c.id",
        round
    )
}

/// An amendment as an account of the consultation tells of it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Told {
    pub id: AmendmentId,
    pub kind: Kind,
    pub state: State,
    pub college_id: CollegeId,
    /// The title of the article it is about, else its own.
    pub title: String,
    pub decision: String,
    pub article_id: Option<ArticleId>,
    /// The number of the version that it became.
    pub number: Option<i64>,
}

/// Those of a round that are not hidden, in the order in which they came.
pub async fn told(c: &mut Conn, round: RoundId) -> Result<Vec<Told>, Error> {
    all!(
        c,
        Told,
        "SELECT m.id, m.kind, m.state, m.college_id, m.decision, m.article_id, v.number,
                COALESCE((SELECT w.title FROM article_versions w WHERE w.article_id = m.article_id ORDER BY w.number DESC LIMIT 1), m.title) AS title
         FROM amendments m LEFT JOIN article_versions v ON v.id = m.version_id
         WHERE m.round_id = $1 AND m.hidden_reason IS NULL ORDER BY m.created_at, m.id",
        round
    )
}
