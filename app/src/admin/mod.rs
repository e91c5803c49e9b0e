//! The administrator: territories, journal.

pub mod api;
mod journal;
pub mod page;
pub mod territories;
