//! Opinion groups: people who answer alike, found in their votes, and what each group thinks (method in docs/opinion-groups.md).
//!
//! Everything is counted from votes on short statements: agree, disagree, pass, or nothing at all.

mod analysis;
mod consensus;
mod findings;
mod groups;
mod kmeans;
mod pca;
mod priority;
mod representative;
mod stability;
mod stats;
#[cfg(test)]
mod tests;
mod votes;

pub use analysis::{Analysis, MIN_GROUP, MIN_PEOPLE, STABLE, Shown, analyse, others};
pub use consensus::{Consensus, consensus, in_each, is_sure};
pub use findings::{Findings, Group, has_groups};
pub use groups::{Division, ENOUGH_ANSWERS};
pub use pca::{Pca, Point};
pub use priority::{META, Standing, hand, priority};
pub use representative::{Representative, representatives};
pub use stability::alike;
pub use stats::{Count, Side, counts};
pub use votes::{Answer, Statement, Votes};
