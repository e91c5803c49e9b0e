//! The design system in Rust; the HTML of each part is described in `docs/design-system.md`.

pub mod bars;
pub mod bits;
pub mod chart;
pub mod date;
pub mod form;
pub mod page;
pub mod sign;

pub use bits::*;
pub use form::Form;
pub use page::{crumbs, page};
pub use sign::sign;
