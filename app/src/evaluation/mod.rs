//! Evaluations: criteria on a five-step scale, per action.

pub mod api;
mod build;
pub mod page;
