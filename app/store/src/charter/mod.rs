//! Charters: articles in versions, stances, objections and amendments with their tallies; how they are ratified, adopted, signed.

mod adoption;
mod amendment;
mod article;
mod objection;
mod ratification;
mod stance;

pub use adoption::*;
pub use amendment::*;
pub use article::*;
pub use objection::*;
pub use ratification::*;
pub use stance::*;
