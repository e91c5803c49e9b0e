//! A charter taken over from another territory's: taken in whole, compared with its source, re-merged when the source is adopted anew.

pub mod api;
mod edit;
mod loaded;
mod origin;
mod remerge;
mod settle;
mod source_page;
mod take;
mod take_page;

pub use edit::edit;
pub use origin::{copies, origin};
pub use remerge::RemergePage;
pub use source_page::SourcePage;
pub use take_page::{TakeOverPage, link};
