//! Territories, processes, members, rounds.

pub mod answerers;
pub mod api;
mod codes;
mod content;
pub mod counts;
pub mod edit;
pub mod home;
mod invite;
pub mod languages;
pub mod list;
pub mod live;
pub mod members;
pub mod members_api;
pub mod page;
pub mod round;
pub mod round_api;
pub mod round_edit;
pub mod site;
mod timeline;
mod when;
