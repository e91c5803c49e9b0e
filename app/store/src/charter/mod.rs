//! Charters: articles and their versions, stances and their tallies.

mod article;
mod stance;

pub use article::*;
pub use stance::*;
