//! What the administrator sees of the whole installation.

use crate::{Conn, Error, conn::*};

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    pub accounts: i64,
    pub processes: i64,
    pub rounds: i64,
}

pub async fn counts(c: &mut Conn) -> Result<Counts, Error> {
    one!(
        c,
        Counts,
        "SELECT (SELECT COUNT(*) FROM accounts) AS accounts, (SELECT COUNT(*) FROM processes) AS processes,
                (SELECT COUNT(*) FROM rounds) AS rounds"
    )
}
