//! Adopted charters: the act of adoption, who signs, the register, the reminder to look at it again.

pub mod api;
mod page;
mod register;
pub mod review;
mod text;

use domain::charter::{Frame, canonical as form};
pub use page::SignaturesPage;
pub use register::RegisterPage;
use store::{charter::Article, process::Process, round::Round};
pub use text::text;

/// The canonical form of a charter's words in the language of its process, and its hash.
pub fn canonical(process: &Process, round: &Round, frame: &Frame, articles: &[Article]) -> (String, String) {
    let tag = if process.language.is_empty() { "fr" } else { &process.language };
    let text = form::text(&form::Adopted {
        title: round.title.best(tag, "fr").0,
        preamble: frame.preamble.best(tag, "fr").0,
        articles: articles.iter().map(|article| (article.version.title.as_str(), article.version.body.as_str())).collect(),
    });
    let hash = form::hash(&text);
    (text, hash)
}
