//! Where the words of an article come from, and what came of what people said of them.

mod origins;
mod page;
mod passages;
mod sentence;

use domain::id::ArticleId;
use leptos::prelude::*;
pub use page::TracePage;
pub use passages::{MyPassages, changed, line};

use super::loaded::address;
use crate::i18n::{Lang, t};

/// Versions that are followed; of more, the last ones.
pub const FOLLOWED: usize = 200;

/// The address of the page.
pub fn way(article: ArticleId) -> String {
    format!("{}/trace", address(article))
}

/// The same, opened at the words that came of a comment or an amendment.
pub fn way_from(article: ArticleId, what: &str, id: impl std::fmt::Display) -> String {
    format!("{}?{what}={id}#found", way(article))
}

/// The way there, under an article.
pub fn link(lang: Lang, article: ArticleId) -> AnyView {
    view! { <a href=way(article)>{t!(lang, "trace-title")}</a> }.into_any()
}
