//! Charters: articles in versions, with their drafts, chapters and definitions; stances, objections and amendments with their tallies; how
//! they are ratified, adopted, signed.

mod adoption;
mod amendment;
mod anchor;
mod article;
mod chapter;
mod definition;
mod draft;
mod objection;
mod ratification;
mod stance;
mod takeover;
mod trace;

pub use adoption::*;
pub use amendment::*;
pub use anchor::{Anchor, anchors, tie};
pub use article::*;
pub use chapter::*;
pub use definition::*;
pub use draft::*;
pub use objection::*;
pub use ratification::*;
pub use stance::*;
pub use takeover::*;
pub use trace::*;
