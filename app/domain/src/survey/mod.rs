//! Surveys: forms of sections and questions, answers, tallies. Evaluations are answered and counted by the same rules.

pub mod agreement;
pub mod answer;
pub mod check;
pub mod code;
pub mod conditions;
pub mod crosstab;
pub mod edit;
pub mod form;
pub mod kind;
pub mod logic;
pub mod municipality;
pub mod paper;
pub mod pick;
pub mod picture;
pub mod pipe;
pub mod place;
pub mod quota;
pub mod ranking;
mod rename;
pub mod shuffle;
pub mod slice;
pub mod stats;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod typed;
pub mod xlsform;

pub use answer::{Answers, check, check_draft, field};
pub use edit::{Edit, Step};
pub use form::{Form, Question, Required, Section};
pub use kind::{Choice, Kind, KindName};
pub use logic::{Answerer, Condition, Shown, shown};
pub use picture::Picture;
pub use typed::{Typed, Words};
