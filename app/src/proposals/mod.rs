//! Proposals, votes and comments.

pub mod api;
#[cfg(feature = "ssr")]
pub mod page;
pub mod vote;
