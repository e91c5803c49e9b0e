//! Answers on paper, and answers that a helper writes for somebody: a form to print, sheets keyed twice, entry on behalf of a person.

mod entry;
mod key;
pub mod print;
mod proxy;
mod screen;
mod settle;
mod sheet;
mod when;

pub use key::{forget, key};
pub use proxy::{ProxyPage, send};
pub use screen::{PaperPage, links};
pub use settle::settle;
