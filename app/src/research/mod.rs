//! What researchers take away.

pub mod dataset;
pub mod download;
pub mod page;
