//! Surveys: forms of sections and questions, answers, tallies.

use serde::{Deserialize, Serialize};

/// What a survey asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {}
