//! The rules of the deliberation.
//!
//! Everything here is pure: no I/O, no clock, no randomness. `store` loads what a rule needs, a function of this crate
//! decides and returns the new fact or a [`Refusal`], and `store` records it.

pub mod access;
pub mod account;
pub mod charter;
pub mod code;
pub mod college;
pub mod comments;
pub mod committee;
pub mod evaluation;
pub mod id;
pub mod journal;
pub mod lang;
pub mod mail;
pub mod members;
pub mod moderation;
pub mod needs;
pub mod opinions;
pub mod pace;
pub mod privacy;
pub mod process;
pub mod proposals;
pub mod refusal;
pub mod research;
pub mod round;
pub mod search;
pub mod survey;
pub mod territories;
pub mod text;
mod text_enum;
pub mod trace;
pub mod voting;

pub use refusal::{Kind, Problem, Refusal};
