//! The draft as a plain form takes it: for those who write without scripts.

use domain::{
    Refusal,
    charter::draft::Draft,
    id::{ArticleId, RoundId},
    text,
};
use store::{
    Conn,
    charter::{self, Version},
    round::Entry,
};

use crate::AppError;

/// Refuses unless the visitor may write in the drafts of a round.
pub async fn must_hold_pen(c: &mut Conn, round: RoundId, entry: &Entry) -> Result<(), AppError> {
    let pen = charter::pen(c, round).await?;
    let seated = charter::is_seated(c, entry.process, pen, entry.who.account).await?;
    Ok(pen.must_reach(&entry.who, seated)?)
}

/// The current version of an article and its draft, under the article's lock.
pub async fn locked(c: &mut Conn, article: ArticleId) -> Result<(Version, Draft), AppError> {
    c.lock(article.0).await?;
    let current = charter::article(c, article).await?.ok_or_else(Refusal::not_found)?;
    if current.removed_at.is_some() {
        return Err(Refusal::conflict("amendment-article-gone").into());
    }
    let kept = charter::begun(c, article, &current.version.body).await?;
    Ok((current.version, loaded(article, &kept)?))
}

pub fn loaded(article: ArticleId, kept: &charter::Kept) -> Result<Draft, AppError> {
    Ok(kept.load().map_err(|unfit| store::Error::Draft(article, unfit))?)
}

/// The words of an article that are being written: of its draft, or of its current version where nobody has begun.
pub async fn words(c: &mut Conn, article: &charter::Article) -> Result<String, AppError> {
    match charter::draft(c, article.id, None).await? {
        Some(kept) => Ok(loaded(article.id, &kept)?.text()),
        None => Ok(article.version.body.clone()),
    }
}

/// What the draft becomes when a form comes in. A form that does not say what it was filled in from began with the current version.
pub fn joined(draft: &Draft, base: Option<String>, version: &str, typed: &str) -> Result<String, Refusal> {
    draft.taken(&text::clean(base.as_deref().unwrap_or(version)), &text::clean(typed))
}
