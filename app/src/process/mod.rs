//! Territories, processes, members, rounds.

pub mod api;
mod codes;
mod invite;
pub mod members;
pub mod members_api;
pub mod page;
pub mod round;
pub mod site;
