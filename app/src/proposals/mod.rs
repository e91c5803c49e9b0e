//! Proposals, votes and comments.

#[cfg(feature = "ssr")]
pub mod agreement;
pub mod api;
#[cfg(feature = "ssr")]
pub mod comments;
#[cfg(feature = "ssr")]
mod groups;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod moderation;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod paging;
#[cfg(feature = "ssr")]
mod results;
#[cfg(feature = "ssr")]
mod rules;
#[cfg(feature = "ssr")]
pub mod rules_api;
#[cfg(feature = "ssr")]
mod tally;
pub mod vote;
