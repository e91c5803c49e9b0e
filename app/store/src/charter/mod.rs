//! Charters: articles and their versions, stances and amendments with their tallies.

mod amendment;
mod article;
mod stance;

pub use amendment::*;
pub use article::*;
pub use stance::*;
