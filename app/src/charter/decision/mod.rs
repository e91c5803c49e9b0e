//! How a charter is decided: its rules, the text frozen to be ratified, stances on the whole of it, objections and their answers.

pub mod api;
mod objections;
mod rules;
mod status;
mod whole;

use domain::{access::Act, charter::article::may_draft, id::RoundId};
pub use objections::{objections, said};
pub use rules::{form, words};
pub use status::{badge, standing};
use store::{Conn, round::Entry};
pub use whole::own as own_whole;

use crate::{AppError, visit::Visit};

/// Admits whoever writes the text, and keeps its ratification from opening until the end of the transaction: it holds the round.
pub async fn may_write(visit: &Visit, c: &mut Conn, entry: &Entry, round: RoundId) -> Result<(), AppError> {
    c.lock(round.0).await?;
    Ok(may_draft(entry.kind, &entry.calendar, store::charter::is_frozen(c, round).await?, visit.now)?)
}

/// Admits an act that writes the text of a round, and holds the round until the write ends.
pub async fn drafting(visit: &Visit, c: &mut Conn, act: Act, round: RoundId) -> Result<Entry, AppError> {
    let entry = visit.allow_in_round(c, act, round).await?;
    may_write(visit, c, &entry, round).await?;
    Ok(entry)
}
