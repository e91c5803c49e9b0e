//! Pictures of a process: made small and anonymous when they come, served when a page shows them.

mod keep;
mod make;
pub mod serve;
mod show;

pub use keep::keep;
pub use show::{inline, tile};

/// Most bytes of a file that is sent: what a phone's camera writes, and more.
pub const MOST: usize = 8 * 1024 * 1024;
