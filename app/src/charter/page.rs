//! Pages of a charter round.

use leptos::prelude::*;
use store::{Conn, round::Entry};

pub use super::{article_page::ArticlePage, edit::edit, edit_page::ArticleEditPage, results::results, take_part::take_part};
use crate::{AppError, visit::Visit};

/// The comments on an article.
pub async fn comments_of(
    _visit: &Visit,
    _c: &mut Conn,
    _entry: &Entry,
    _article: domain::id::ArticleId,
    _open: bool,
) -> Result<AnyView, AppError> {
    Ok(().into_any())
}
