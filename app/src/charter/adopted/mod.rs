//! Adopted charters: the act of adoption, who signs, the register, the reminder to look at it again.

pub mod api;
mod page;
mod register;
pub mod review;
mod text;

use domain::charter::{Frame, canonical as form};
pub use page::SignaturesPage;
pub use register::RegisterPage;
use store::{Conn, charter::Article, process::Process, round::Round};
pub use text::text;

/// The canonical form of a charter's words in the language of its process, and its hash.
pub async fn canonical(
    c: &mut Conn,
    process: &Process,
    round: &Round,
    frame: &Frame,
    articles: &[Article],
) -> Result<(String, String), store::Error> {
    let chapters = store::charter::chapters(c, round.id).await?;
    let definitions = store::charter::definitions(c, round.id).await?;
    // Articles stand in the order of their chapters: one that holds none stands before those of the chapters after it.
    let place = |article: &Article| chapters.iter().position(|chapter| Some(chapter.id) == article.chapter_id).map_or(0, |n| n + 1);
    let before = |n: usize| articles.iter().filter(|article| place(article) <= n).count();
    let tag = if process.language.is_empty() { "fr" } else { &process.language };
    let text = form::text(&form::Adopted {
        title: round.title.best(tag, "fr").0,
        preamble: frame.preamble.best(tag, "fr").0,
        articles: articles.iter().map(|article| (article.version.title.as_str(), article.version.body.as_str())).collect(),
        chapters: chapters.iter().enumerate().map(|(n, chapter)| (before(n), chapter.title.as_str())).collect(),
        words: definitions.iter().map(|definition| (definition.term.as_str(), definition.meaning.as_str())).collect(),
    });
    let hash = form::hash(&text);
    Ok((text, hash))
}
