//! Charters: articles in versions, stances, ratification by each college.

use serde::{Deserialize, Serialize};

/// What frames a charter beside its articles: preamble, quorum, threshold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {}
