//! Quotas: how many answers of a kind are wanted; beyond it, people are told so and are not asked to go on.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    college::CollegeKind,
    lang::LangText,
    privacy::SCREEN_THRESHOLD,
    refusal::Problems,
    round::{Calendar, Mode},
    survey::{Answers, Form, Question, kind::Kind, typed::Words},
    text,
};

pub const QUOTAS: usize = 50;
pub const LIMITS: RangeInclusive<i64> = 1..=1_000_000;

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

/// A quota as a facilitator types it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedQuota {
    /// `key=value`
    pub answer: String,
    /// Empty for all together.
    pub college: String,
    pub limit: String,
    pub words: Words,
}

/// How full a quota is, as far as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    Taken(i64),
    /// Fewer than the threshold of small groups.
    Few,
    /// Somewhere between that and the limit: two exact numbers a minute apart would tell what the answer in between was.
    Between,
    Full,
}

impl Quota {
    /// Names the quota: no two of a form are about the same answer of the same people.
    pub fn name(&self) -> String {
        let college = self.college.map(|college| format!("@{college}")).unwrap_or_default();
        format!("{}={}{college}", self.key, self.value)
    }

    /// Whether a response of this college would count towards it.
    pub fn concerns(&self, answers: &Answers, college: CollegeKind) -> bool {
        self.college.is_none_or(|wanted| wanted == college) && answers.get(&self.key).is_some_and(|values| values.contains(&self.value))
    }

    /// Whether no more is wanted; `counts` says how many of each college hold the value so far.
    pub fn is_full(&self, counts: &[(CollegeKind, i64)]) -> bool {
        self.taken(counts) >= self.limit
    }

    fn taken(&self, counts: &[(CollegeKind, i64)]) -> i64 {
        counts.iter().filter(|(kind, _)| self.college.is_none_or(|wanted| wanted == *kind)).map(|(_, n)| n).sum()
    }

    pub fn filling(&self, counts: &[(CollegeKind, i64)], mode: Mode) -> Filling {
        match (self.taken(counts), mode) {
            (taken, _) if taken >= self.limit => Filling::Full,
            (taken, Mode::Named) => Filling::Taken(taken),
            (taken, Mode::Anonymous) if taken < SCREEN_THRESHOLD => Filling::Few,
            _ => Filling::Between,
        }
    }

    /// Whether its being full tells of a group so small that its answers are protected elsewhere.
    pub fn tells_of_few(&self, mode: Mode) -> bool {
        mode == Mode::Anonymous && self.limit < SCREEN_THRESHOLD
    }
}

impl Question {
    /// Whether a quota can count its answers.
    pub fn can_have_quota(&self) -> bool {
        !self.kind.codes().is_empty() && !matches!(self.kind, Kind::Ranking { .. })
    }
}

impl Form {
    /// The form with a quota more, or with the one called `name` changed; and what the quota is called now.
    pub fn with_quota(&self, calendar: &Calendar, now: i64, name: &str, typed: &TypedQuota) -> Result<(Form, String), Refusal> {
        let mut form = self.clone();
        let at = if name.is_empty() { None } else { Some(self.quota_or_refuse(name)?) };
        let mut problems = Problems::new();
        let (key, value) = typed.answer.split_once('=').unwrap_or_default();
        if key.is_empty() {
            problems.push(Problem::new("typed[answer]", "required"));
        }
        let limit = typed.limit.trim().parse().ok().filter(|limit| LIMITS.contains(limit));
        if limit.is_none() {
            problems.push(Problem::new("typed[limit]", "out-of-bounds").with("min", LIMITS.start()).with("max", LIMITS.end()));
        }
        let none = LangText::default();
        let kept = at.map_or(&none, |at| &self.quotas[at].words);
        let words = typed.words.over_required("words", kept, text::REASON, &mut problems);
        let college = if typed.college.is_empty() { None } else { problems.take(typed.college.parse().map_err(|_| unknown_college())) };
        problems.check()?;
        let quota = Quota { key: key.to_owned(), value: value.to_owned(), college, limit: limit.unwrap_or_default(), words };
        let name = quota.name();
        match at {
            Some(at) => form.quotas[at] = quota,
            None => form.quotas.push(quota),
        }
        form.checked()?;
        self.may_become(&form, calendar, now)?;
        Ok((form, name))
    }

    /// The form without the quota called `name`.
    pub fn without_quota(&self, calendar: &Calendar, now: i64, name: &str) -> Result<Form, Refusal> {
        let mut form = self.clone();
        form.quotas.remove(self.quota_or_refuse(name)?);
        self.may_become(&form, calendar, now)?;
        Ok(form)
    }

    fn quota_or_refuse(&self, name: &str) -> Result<usize, Refusal> {
        self.quotas.iter().position(|quota| quota.name() == name).ok_or_else(Refusal::not_found)
    }
}

fn unknown_college() -> Problem {
    Problem::new("typed[college]", "required")
}
