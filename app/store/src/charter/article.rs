//! Articles and their versions. A version's words never change, what it is called may; the current one is the one with the highest number.

use domain::{
    charter::{
        amendment::Stand,
        article::{Words, easy_of},
    },
    id::{AccountId, ArticleId, ChapterId, RoundId, VersionId},
};

use crate::{Conn, Error, conn::*};

/// An article with its current version.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Article {
    pub id: ArticleId,
    pub round_id: RoundId,
    /// From 1, without gaps; of one that was taken out, the last it had.
    pub position: i64,
    pub comments: i64,
    /// An amendment took it out: it is read and counts no more.
    pub removed_at: Option<i64>,
    /// None before the first chapter.
    pub chapter_id: Option<ChapterId>,
    #[sqlx(flatten)]
    pub version: Version,
}

/// One version of an article.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    pub version_id: VersionId,
    /// From 1, without gaps.
    pub number: i64,
    pub title: String,
    pub body: String,
    pub easy: String,
    pub note: String,
    /// What it is called beside its number; may be empty.
    pub name: String,
    /// The number of the version with whose text the easy-to-read one was last confirmed.
    pub easy_of: i64,
    /// Who wrote it.
    pub author: String,
    pub created_at: i64,
}

impl Version {
    pub fn words(&self) -> Words {
        let Version { title, body, easy, note, .. } = self.clone();
        Words { title, body, easy, note }
    }
}

/// The round of an article.
pub async fn round_of(c: &mut Conn, article: ArticleId) -> Result<Option<RoundId>, Error> {
    Ok(maybe!(c, (RoundId,), "SELECT round_id FROM articles WHERE id = $1", article)?.map(|(round,)| round))
}

/// The round and the article of a version.
pub async fn place_of(c: &mut Conn, version: VersionId) -> Result<Option<(RoundId, ArticleId)>, Error> {
    maybe!(
        c,
        (RoundId, ArticleId),
        "SELECT a.round_id, a.id FROM article_versions v JOIN articles a ON a.id = v.article_id WHERE v.id = $1",
        version
    )
}

/// The articles of a round in their order, without those that were taken out.
pub async fn articles(c: &mut Conn, round: RoundId) -> Result<Vec<Article>, Error> {
    all!(
        c,
        Article,
        "SELECT a.id, a.round_id, a.position, a.comments, a.removed_at, a.chapter_id,
                v.id AS version_id, v.number, v.title, v.body, v.easy, v.note, v.name, v.easy_of, p.name AS author, v.created_at
         FROM articles a
         JOIN article_versions v ON v.article_id = a.id AND v.number = (SELECT MAX(number) FROM article_versions WHERE article_id = a.id)
         JOIN accounts p ON p.id = v.author_id
         WHERE a.round_id = $1 AND a.removed_at IS NULL ORDER BY a.position",
        round
    )
}

pub async fn article(c: &mut Conn, id: ArticleId) -> Result<Option<Article>, Error> {
    maybe!(
        c,
        Article,
        "SELECT a.id, a.round_id, a.position, a.comments, a.removed_at, a.chapter_id,
                v.id AS version_id, v.number, v.title, v.body, v.easy, v.note, v.name, v.easy_of, p.name AS author, v.created_at
         FROM articles a
         JOIN article_versions v ON v.article_id = a.id
         JOIN accounts p ON p.id = v.author_id
         WHERE a.id = $1 ORDER BY v.number DESC LIMIT 1",
        id
    )
}

/// The last `most` versions of an article, the newest first.
pub async fn history(c: &mut Conn, article: ArticleId, most: i64) -> Result<Vec<Version>, Error> {
    all!(
        c,
        Version,
        "SELECT v.id AS version_id, v.number, v.title, v.body, v.easy, v.note, v.name, v.easy_of, p.name AS author, v.created_at
         FROM article_versions v JOIN accounts p ON p.id = v.author_id
         WHERE v.article_id = $1 ORDER BY v.number DESC LIMIT $2",
        article,
        most
    )
}

pub async fn version(c: &mut Conn, article: ArticleId, number: i64) -> Result<Option<Version>, Error> {
    maybe!(
        c,
        Version,
        "SELECT v.id AS version_id, v.number, v.title, v.body, v.easy, v.note, v.name, v.easy_of, p.name AS author, v.created_at
         FROM article_versions v JOIN accounts p ON p.id = v.author_id
         WHERE v.article_id = $1 AND v.number = $2",
        article,
        number
    )
}

/// The number of every version of an article and what it is called, in order.
pub async fn names(c: &mut Conn, article: ArticleId) -> Result<Vec<(i64, String)>, Error> {
    all!(c, (i64, String), "SELECT number, name FROM article_versions WHERE article_id = $1 ORDER BY number", article)
}

/// Names a version, or takes its name away. Its number, where that changed anything.
pub async fn name_version(c: &mut Conn, version: VersionId, name: &str) -> Result<Option<i64>, Error> {
    let sql = "UPDATE article_versions SET name = $2 WHERE id = $1 AND name <> $2 RETURNING number";
    Ok(maybe!(c, (i64,), sql, version, name)?.map(|(number,)| number))
}

/// A new article at the end of the charter, in its last chapter, with its first version.
pub async fn add_article(c: &mut Conn, round: RoundId, words: &Words, author: AccountId, now: i64) -> Result<ArticleId, Error> {
    c.lock(round.0).await?;
    let id: ArticleId = crate::new_id();
    run!(
        c,
        "INSERT INTO articles (id, round_id, position, chapter_id)
         SELECT $1, $2, COALESCE((SELECT MAX(position) + 1 FROM articles WHERE round_id = $2 AND removed_at IS NULL), 1),
                (SELECT id FROM charter_chapters WHERE round_id = $2 AND removed_at IS NULL ORDER BY position DESC, id DESC LIMIT 1)",
        id,
        round
    )?;
    add_version(c, id, 1, words, author, now).await?;
    Ok(id)
}

/// A new version. The caller holds the article's lock (`c.lock(article.0)`), under which it read the version before this one.
pub async fn add_version(
    c: &mut Conn,
    article: ArticleId,
    number: i64,
    words: &Words,
    author: AccountId,
    now: i64,
) -> Result<VersionId, Error> {
    let id: VersionId = crate::new_id();
    let before = self::version(c, article, number - 1).await?;
    let easy_of = before.map_or(number, |before| easy_of((before.number, before.easy_of, &before.words()), words));
    run!(
        c,
        "INSERT INTO article_versions (id, article_id, number, title, body, easy, note, author_id, created_at, easy_of)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        article,
        number,
        &words.title,
        &words.body,
        &words.easy,
        &words.note,
        author,
        now,
        easy_of
    )?;
    super::draft::follow(c, article, id, number, &words.body).await?;
    Ok(id)
}

/// Somebody has looked: the easy-to-read text of a version says what its text says. Its number, where that was not known.
pub async fn confirm_easy(c: &mut Conn, version: VersionId) -> Result<Option<i64>, Error> {
    let sql = "UPDATE article_versions SET easy_of = number WHERE id = $1 AND easy_of < number RETURNING number";
    Ok(maybe!(c, (i64,), sql, version)?.map(|(number,)| number))
}

/// The articles of a round in their order, by their ids.
pub async fn order(c: &mut Conn, round: RoundId) -> Result<Vec<ArticleId>, Error> {
    Ok(all!(c, (ArticleId,), "SELECT id FROM articles WHERE round_id = $1 AND removed_at IS NULL ORDER BY position", round)?
        .into_iter()
        .map(|(id,)| id)
        .collect())
}

/// Two articles of one round change places. The caller holds the round's lock, under which it read their order.
pub async fn swap(c: &mut Conn, one: ArticleId, other: ArticleId) -> Result<(), Error> {
    run!(
        c,
        "UPDATE articles SET position = (SELECT SUM(position) FROM articles WHERE id IN ($1, $2)) - position WHERE id IN ($1, $2)",
        one,
        other
    )?;
    Ok(())
}

/// Takes an article out: those behind it move up. The caller holds the locks of the round and of the article.
pub async fn remove_article(c: &mut Conn, article: &Article, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE articles SET removed_at = $2 WHERE id = $1", article.id, now)?;
    run!(
        c,
        "UPDATE articles SET position = position - 1 WHERE round_id = $1 AND position > $2 AND removed_at IS NULL",
        article.round_id,
        article.position
    )?;
    Ok(())
}

/// The articles of a round in this order, each in its chapter. The caller holds the round's lock, under which it read those there are.
pub async fn reorder(c: &mut Conn, order: &[Stand]) -> Result<(), Error> {
    for ((id, chapter), position) in order.iter().zip(1i64..) {
        let sql = "UPDATE articles SET position = $2, chapter_id = $3 WHERE id = $1 AND (position <> $2 OR chapter_id IS DISTINCT FROM $3)";
        run!(c, sql, *id, position, *chapter)?;
    }
    Ok(())
}

/// Puts the last article behind another, in the same chapter, or first, in that of the one that was. The caller holds the round's lock.
pub async fn place_last(c: &mut Conn, round: RoundId, id: ArticleId, after: Option<ArticleId>) -> Result<(), Error> {
    // One that was taken out since is no place: then the new one stays last.
    let place = match after {
        Some(after) => {
            let sql = "SELECT position + 1, chapter_id FROM articles WHERE id = $1 AND removed_at IS NULL";
            maybe!(c, (i64, Option<ChapterId>), sql, after)?
        }
        None => {
            let sql = "SELECT position, chapter_id FROM articles WHERE round_id = $1 AND removed_at IS NULL ORDER BY position LIMIT 1";
            maybe!(c, (i64, Option<ChapterId>), sql, round)?
        }
    };
    let Some((place, chapter)) = place else { return Ok(()) };
    super::set_chapter(c, id, chapter).await?;
    run!(
        c,
        "UPDATE articles SET position = CASE WHEN id = $2 THEN $3 ELSE position + 1 END
         WHERE round_id = $1 AND removed_at IS NULL AND (id = $2 OR position >= $3)",
        round,
        id,
        place
    )?;
    Ok(())
}
