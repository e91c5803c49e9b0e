//! Charters: articles and their versions, chapters, definitions, stances and amendments with their tallies.

mod amendment;
mod article;
mod chapter;
mod definition;
mod stance;

pub use amendment::*;
pub use article::*;
pub use chapter::*;
pub use definition::*;
pub use stance::*;
