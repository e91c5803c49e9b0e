//! Quotas: how many answers of a kind are wanted; beyond it, people are told so and are not asked to go on.

use serde::{Deserialize, Serialize};

use crate::{college::CollegeKind, lang::LangText, survey::Answers};

pub const QUOTAS: usize = 50;

/// At most `limit` responses in which `key` holds `value`; of one college, or of all together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    pub key: String,
    pub value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub college: Option<CollegeKind>,
    pub limit: i64,
    /// What is said when it is full.
    pub words: LangText,
}

impl Quota {
    /// Whether a response of this college would count towards it.
    pub fn concerns(&self, answers: &Answers, college: CollegeKind) -> bool {
        self.college.is_none_or(|wanted| wanted == college) && answers.get(&self.key).is_some_and(|values| values.contains(&self.value))
    }

    /// Whether no more is wanted; `counts` says how many of each college hold the value so far.
    pub fn is_full(&self, counts: &[(CollegeKind, i64)]) -> bool {
        let so_far: i64 = counts.iter().filter(|(kind, _)| self.college.is_none_or(|wanted| wanted == *kind)).map(|(_, n)| n).sum();
        so_far >= self.limit
    }
}
