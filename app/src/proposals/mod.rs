//! Proposals, votes and comments.

#[cfg(feature = "ssr")]
mod address;
pub mod api;
#[cfg(feature = "ssr")]
pub mod comments;
#[cfg(feature = "ssr")]
pub mod edit;
#[cfg(feature = "ssr")]
mod form;
pub mod idea_api;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod merged;
#[cfg(feature = "ssr")]
mod moderation;
#[cfg(feature = "ssr")]
pub mod one;
pub mod one_card;
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
pub mod similar;
#[cfg(feature = "ssr")]
mod tally;
pub mod vote;
