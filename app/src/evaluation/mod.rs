//! Evaluations: criteria on a five-step scale, per action.

pub mod api;
pub mod page;
