//! Surveys: forms of sections and questions, answers, tallies. Evaluations are answered and counted by the same rules.

pub mod answer;
pub mod code;
pub mod edit;
pub mod form;
pub mod stats;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod typed;

pub use answer::{Answers, check, check_draft, field};
pub use edit::{Edit, Step};
pub use form::{Choice, Form, Kind, KindName, Question, Section};
pub use typed::{Typed, Words};
