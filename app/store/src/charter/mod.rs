//! Charters: articles and their versions, drafts, chapters, definitions, stances and amendments with their tallies.

mod amendment;
mod anchor;
mod article;
mod chapter;
mod definition;
mod draft;
mod stance;

pub use amendment::*;
pub use anchor::{Anchor, anchors, tie};
pub use article::*;
pub use chapter::*;
pub use definition::*;
pub use draft::*;
pub use stance::*;
