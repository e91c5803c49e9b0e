//! Full-text search over proposals. What the two databases can do differs, so each has its file; what is looked for is plain words
//! (`domain::search`), never a query that somebody typed.

mod postgres;
mod sqlite;

use domain::{
    id::{ProposalId, RoundId},
    search,
};

use crate::{
    Conn, Error,
    conn::{Raw, all, run},
};

/// Proposals that are shown as like another.
const SIMILAR: usize = 5;
/// So many are looked at.
const CANDIDATES: i64 = 30;

/// Keeps the words of a proposal; called by whatever writes them.
pub async fn keep(c: &mut Conn, id: ProposalId, title: &str, body: &str) -> Result<(), Error> {
    let (title, body) = (search::folded(title), search::folded(body));
    match c.raw() {
        Raw::Sqlite(_) => {
            run!(c, "INSERT INTO proposal_keys (proposal_id) VALUES ($1) ON CONFLICT DO NOTHING", id)?;
            run!(c, sqlite::FORGET, id)?;
            run!(c, sqlite::KEEP, id, title, body)?;
        }
        Raw::Postgres(_) => {
            run!(c, postgres::KEEP, id, title, body)?;
        }
    }
    Ok(())
}

/// The condition that a proposal `p` holds the words that are bound as `$7`, and what to bind.
pub(crate) fn condition(c: &mut Conn, words: &[String]) -> (&'static str, String) {
    match c.raw() {
        Raw::Sqlite(_) => (sqlite::CONDITION, sqlite::all(words)),
        Raw::Postgres(_) => (postgres::CONDITION, postgres::all(words)),
    }
}

/// Proposals of a round with titles about the same, the likest first.
pub async fn similar(c: &mut Conn, round: RoundId, title: &str) -> Result<Vec<(ProposalId, String)>, Error> {
    let words = search::telling(title);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let (sql, query) = match c.raw() {
        Raw::Sqlite(_) => (sqlite::ANY, sqlite::any(&words)),
        Raw::Postgres(_) => (postgres::ANY, postgres::any(&words)),
    };
    let mut rows = all!(c, (ProposalId, String), sql, round, query, CANDIDATES)?;
    rows.retain(|(_, other)| search::alike(title, other));
    rows.truncate(SIMILAR);
    Ok(rows)
}
