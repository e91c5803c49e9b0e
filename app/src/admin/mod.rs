//! The administrator: territories, journal.

pub mod api;
pub mod page;
