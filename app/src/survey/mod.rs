//! Surveys: building, answering, results. Evaluations are answered and shown by the same parts.

pub mod api;
#[cfg(feature = "ssr")]
mod ask;
#[cfg(feature = "ssr")]
mod ask_list;
#[cfg(feature = "ssr")]
mod ask_parts;
#[cfg(feature = "ssr")]
mod build;
#[cfg(feature = "ssr")]
mod build_desk;
#[cfg(feature = "ssr")]
mod build_form;
#[cfg(feature = "ssr")]
mod build_logic;
#[cfg(feature = "ssr")]
mod build_move;
#[cfg(feature = "ssr")]
mod build_pictures;
#[cfg(feature = "ssr")]
mod build_quota;
#[cfg(feature = "ssr")]
mod cross;
#[cfg(feature = "ssr")]
mod cross_table;
pub mod draft;
#[cfg(feature = "ssr")]
pub mod exchange;
#[cfg(feature = "ssr")]
mod filter;
#[cfg(feature = "ssr")]
mod library;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod paper;
#[cfg(feature = "ssr")]
mod photo;
#[cfg(feature = "ssr")]
mod pictures;
#[cfg(feature = "ssr")]
mod places;
#[cfg(feature = "ssr")]
mod quotes;
#[cfg(feature = "ssr")]
mod rankings;
#[cfg(feature = "ssr")]
pub mod ready;
#[cfg(feature = "ssr")]
pub mod receipt;
#[cfg(feature = "ssr")]
pub mod results;
#[cfg(feature = "ssr")]
mod review;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
pub mod sentence;
#[cfg(feature = "ssr")]
pub mod take;
#[cfg(feature = "ssr")]
pub mod test_run;
#[cfg(feature = "ssr")]
mod words;
#[cfg(feature = "ssr")]
mod workbook;

#[cfg(feature = "ssr")]
pub use {
    build_form::{TextField, texts},
    save::{may_edit, record},
};
