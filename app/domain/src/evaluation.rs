//! Evaluations: criteria on five steps, per action evaluated. Answered and counted as a survey is.

use serde::{Deserialize, Serialize};

/// What is evaluated: actions and criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {}
