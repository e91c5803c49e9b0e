//! Charters: articles, comments, versions, stances, ratification.

pub mod api;
mod article_page;
mod diff;
mod edit;
mod edit_page;
pub mod files;
mod history;
mod loaded;
mod missing;
pub mod page;
mod results;
mod stance;
mod take_part;
