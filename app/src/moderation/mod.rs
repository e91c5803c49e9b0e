//! Moderation: reports, hiding with a reason, appeals, and the committees of a process.

pub mod api;
pub mod beside;
pub mod committees;
pub mod forms;
pub mod page;
