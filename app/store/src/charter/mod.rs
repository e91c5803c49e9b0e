//! Charters: articles and their versions, drafts, stances and amendments with their tallies.

mod amendment;
mod anchor;
mod article;
mod draft;
mod stance;

pub use amendment::*;
pub use anchor::{Anchor, anchors, tie};
pub use article::*;
pub use draft::*;
pub use stance::*;
