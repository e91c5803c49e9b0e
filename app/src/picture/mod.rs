//! Pictures of a process: made small and anonymous when they come, served when a page shows them.

pub mod api;
mod keep;
mod make;
mod page;
pub mod serve;
mod show;

pub use keep::keep;
pub use page::PicturesPage;
pub use show::{inline, tile};

/// Most bytes of a file that is sent: what a phone's camera writes, and more.
pub const MOST: usize = 8 * 1024 * 1024;
