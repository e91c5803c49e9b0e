//! Charters: articles, comments, versions, stances, ratification.

pub mod adopted;
mod amendment;
pub mod api;
mod article_page;
mod compare;
pub mod decision;
mod diff;
mod edit;
mod edit_page;
pub mod files;
mod history;
mod loaded;
mod missing;
mod overtaken;
pub mod page;
mod results;
mod stance;
mod take_part;

pub use amendment::address as amendment_address;
pub use decision::said as answer_words;
pub use loaded::prove;
