//! What a rule says when it says no. People read it, so it is translated: a problem carries the key of a text, never the text.

use serde::{Deserialize, Serialize};

use crate::text_enum::text_enum;

text_enum! {
    /// Why something was refused; decides the HTTP status and the page around it.
    Kind {
        /// Sign in first (401).
        SignIn = "sign_in",
        /// Signed in, but not for you (403).
        Forbidden = "forbidden",
        /// There is no such thing, or it is not yours to know (404).
        NotFound = "not_found",
        /// What was sent does not hold (422).
        Invalid = "invalid",
        /// It was right a moment ago: the round closed, somebody was faster (409).
        Conflict = "conflict",
        /// Too many tries (429).
        TooMany = "too_many",
    }
}

impl Kind {
    pub const fn status(self) -> u16 {
        match self {
            Kind::SignIn => 401,
            Kind::Forbidden => 403,
            Kind::NotFound => 404,
            Kind::Invalid => 422,
            Kind::Conflict => 409,
            Kind::TooMany => 429,
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Name of the form field, or empty when it concerns the whole.
    pub field: String,
    /// Key of the text, without its prefix: `too-long` reads `problem-too-long`.
    pub key: String,
    /// Numbers and words that the text mentions.
    pub args: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{kind}: {problems:?}")]
pub struct Refusal {
    pub kind: Kind,
    pub problems: Vec<Problem>,
}

impl Refusal {
    pub fn new(kind: Kind, key: &str) -> Self {
        Refusal { kind, problems: vec![Problem::new("", key)] }
    }
    pub fn sign_in() -> Self {
        Refusal::new(Kind::SignIn, "sign-in")
    }
    pub fn forbidden() -> Self {
        Refusal::new(Kind::Forbidden, "forbidden")
    }
    pub fn not_found() -> Self {
        Refusal::new(Kind::NotFound, "not-found")
    }
    pub fn conflict(key: &str) -> Self {
        Refusal::new(Kind::Conflict, key)
    }
    /// One field is wrong.
    pub fn field(field: &str, key: &str) -> Self {
        Refusal { kind: Kind::Invalid, problems: vec![Problem::new(field, key)] }
    }
}

impl Problem {
    pub fn new(field: impl Into<String>, key: &str) -> Self {
        Problem { field: field.into(), key: key.to_owned(), args: Vec::new() }
    }
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Gathers every problem of a form before refusing it: people correct once, not field by field.
#[derive(Default, Debug)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn new() -> Self {
        Problems::default()
    }
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }
    /// Keeps the value, or notes what is wrong with it.
    pub fn take<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.0.push(problem)).ok()
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The refusal of what was noted.
    pub fn refusal(self) -> Refusal {
        Refusal { kind: Kind::Invalid, problems: self.0 }
    }
    /// Refuses if anything was wrong.
    pub fn check(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }
}
