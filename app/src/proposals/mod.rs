//! Proposals, votes and comments.

#[cfg(feature = "ssr")]
mod address;
#[cfg(feature = "ssr")]
pub mod agreement;
pub mod api;
#[cfg(feature = "ssr")]
mod ballot;
#[cfg(feature = "ssr")]
pub mod ballot_api;
#[cfg(feature = "ssr")]
pub mod comments;
#[cfg(feature = "ssr")]
pub mod edit;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod groups;
pub mod idea_api;
#[cfg(feature = "ssr")]
pub mod list;
#[cfg(feature = "ssr")]
mod merged;
#[cfg(feature = "ssr")]
mod moderation;
pub mod next;
#[cfg(feature = "ssr")]
pub mod one;
pub mod one_card;
#[cfg(feature = "ssr")]
mod outcome;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod paging;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod poll;
#[cfg(feature = "ssr")]
pub mod proofs;
#[cfg(feature = "ssr")]
mod ranked;
#[cfg(feature = "ssr")]
mod results;
#[cfg(feature = "ssr")]
mod rules;
#[cfg(feature = "ssr")]
pub mod rules_api;
#[cfg(feature = "ssr")]
mod say;
pub mod similar;
#[cfg(feature = "ssr")]
mod tally;
pub mod vote;
#[cfg(feature = "ssr")]
pub use picture::word as choice_word;
