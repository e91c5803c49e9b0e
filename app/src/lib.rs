//! What people see and do.
//!
//! A folder per activity, each with the same rooms: `api.rs` (server functions), `page.rs` (server-rendered), one file per
//! island. Pages exist on the server only; the browser gets islands and `domain`, nothing else.

#![recursion_limit = "256"]

mod error;

#[cfg(feature = "ssr")]
pub mod account;
#[cfg(feature = "ssr")]
mod admin;
#[cfg(feature = "ssr")]
pub mod charter;
#[cfg(feature = "ssr")]
mod evaluation;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod i18n;
#[cfg(feature = "ssr")]
mod moderation;
#[cfg(feature = "ssr")]
mod needs;
#[cfg(feature = "ssr")]
mod pdf;
#[cfg(feature = "ssr")]
pub mod picture;
#[cfg(feature = "ssr")]
pub mod process;
pub mod proposals;
#[cfg(feature = "ssr")]
pub mod research;
#[cfg(feature = "ssr")]
pub mod services;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod survey;
#[cfg(feature = "ssr")]
mod ui;
#[cfg(feature = "ssr")]
pub mod visit;

pub use error::AppError;
#[cfg(feature = "ssr")]
pub use error::log_fault;
#[cfg(feature = "ssr")]
pub use ui::date::iso_day;

/// Wakes the islands of a page in the browser.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
