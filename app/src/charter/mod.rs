//! Charters: articles, drafts, comments, versions, stances, ratification.

pub mod adopted;
mod amendment;
pub mod api;
mod article_page;
mod chapters;
pub mod chapters_api;
mod compare;
pub mod consultation;
pub mod decision;
mod definitions;
pub mod definitions_api;
mod diff;
pub mod draft;
mod easy;
mod edit;
mod edit_page;
pub mod files;
mod history;
mod loaded;
mod missing;
mod overtaken;
pub mod page;
pub mod passage;
mod preview;
mod prose;
mod questions;
mod results;
mod stance;
mod take_part;
pub mod takeover;
pub mod trace;

pub use passage::Passages;

pub use amendment::address as amendment_address;
pub use decision::said as answer_words;
pub use loaded::{keep as keep_proof, prove};
