//! Opinion groups: people who answer alike, found in their votes, and what each group thinks (method in docs/opinion-groups.md).
//!
//! Everything is counted from votes on short statements: agree, disagree, pass, or nothing at all.

mod priority;

pub use priority::{META, Standing, draw, priority};
