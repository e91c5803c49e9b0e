//! What researchers take away.

pub mod api;
pub mod page;
