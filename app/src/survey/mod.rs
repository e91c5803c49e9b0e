//! Surveys: building, answering, results.

pub mod api;
#[cfg(feature = "ssr")]
pub mod page;
