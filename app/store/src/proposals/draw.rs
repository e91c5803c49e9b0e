//! One statement at a time: which ones somebody has still to see, and how each stands.

use domain::id::{AccountId, ProposalId, RoundId};

use crate::{Conn, Error, conn::*};

/// A statement somebody has not voted on, as the draw weighs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Unseen {
    pub id: ProposalId,
    pub agree: i64,
    pub pass: i64,
    pub seen: i64,
}

/// How many statements a round has, and those that this person has not voted on: from the tallies, no vote of others is read.
pub async fn unseen(c: &mut Conn, round: RoundId, account: AccountId) -> Result<(i64, Vec<Unseen>), Error> {
    let total = super::count(c, round).await?;
    let rows = all!(
        c,
        Unseen,
        "SELECT p.id, CAST(COALESCE(SUM(CASE WHEN t.choice IN ('for', 'agree') THEN t.n END), 0) AS BIGINT) AS agree,
                CAST(COALESCE(SUM(CASE WHEN t.choice IN ('abstain', 'pass') THEN t.n END), 0) AS BIGINT) AS pass,
                CAST(COALESCE(SUM(t.n), 0) AS BIGINT) AS seen
         FROM proposals p LEFT JOIN vote_tallies t ON t.proposal_id = p.id
         WHERE p.round_id = $1 AND p.hidden_reason IS NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
           AND p.id NOT IN (SELECT v.proposal_id FROM votes v WHERE v.account_id = $2)
         GROUP BY p.id ORDER BY p.id",
        round,
        account
    )?;
    Ok((total, rows))
}
