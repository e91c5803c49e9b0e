//! Charters: articles, comments, versions, stances, ratification.

pub mod api;
pub mod page;
