//! Territories, processes, members, rounds.

pub mod api;
pub mod members;
pub mod page;
pub mod round;
pub mod site;
