//! One statement at a time: how each stands, and which of some somebody has still to see.

use domain::id::{AccountId, ProposalId, RoundId};

use crate::{Conn, Error, conn::*};

/// How many statements are drawn at once, to find one among them that is new to somebody.
pub const HAND: usize = 12;

/// A statement as the draw weighs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    pub id: ProposalId,
    pub agree: i64,
    pub pass: i64,
    pub seen: i64,
    /// It asks who is here.
    pub meta: bool,
}

/// How every statement of a round stands: from the tallies, no vote is read.
pub async fn standings(c: &mut Conn, round: RoundId) -> Result<Vec<Standing>, Error> {
    all!(
        c,
        Standing,
        concat!(
            "SELECT p.id, CAST(COALESCE(SUM(CASE WHEN t.choice IN ('for', 'agree') THEN t.n END), 0) AS BIGINT) AS agree,
                    CAST(COALESCE(SUM(CASE WHEN t.choice IN ('abstain', 'pass') THEN t.n END), 0) AS BIGINT) AS pass,
                    CAST(COALESCE(SUM(t.n), 0) AS BIGINT) AS seen, p.meta
             FROM proposals p LEFT JOIN vote_tallies t ON t.proposal_id = p.id
             WHERE p.round_id = $1 AND ",
            listed!(),
            " GROUP BY p.id ORDER BY p.id"
        ),
        round
    )
}

/// Those of a hand of statements that this person can still vote on, in no order.
pub async fn unseen_among(c: &mut Conn, account: AccountId, hand: &[ProposalId]) -> Result<Vec<ProposalId>, Error> {
    let rows = among!(
        c,
        (ProposalId,),
        concat!("SELECT p.id FROM proposals p WHERE ", listed!(), " AND p.id IN ("),
        hand,
        ") AND NOT EXISTS (SELECT 1 FROM votes v WHERE v.proposal_id = p.id AND v.account_id = ",
        account,
        ")"
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// All statements of a round that this person can still vote on: for those who have voted on nearly all.
pub async fn unseen(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Vec<ProposalId>, Error> {
    let rows = all!(
        c,
        (ProposalId,),
        concat!(
            "SELECT p.id FROM proposals p WHERE p.round_id = $1 AND ",
            listed!(),
            " AND NOT EXISTS (SELECT 1 FROM votes v WHERE v.proposal_id = p.id AND v.account_id = $2) ORDER BY p.id"
        ),
        round,
        account
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// How many statements of a round this person has voted on, and how many there are.
pub async fn progress(c: &mut Conn, round: RoundId, account: AccountId) -> Result<(i64, i64), Error> {
    one!(
        c,
        (i64, i64),
        concat!(
            "SELECT COUNT(v.account_id), COUNT(*) FROM proposals p LEFT JOIN votes v ON v.proposal_id = p.id AND v.account_id = $2
             WHERE p.round_id = $1 AND ",
            listed!()
        ),
        round,
        account
    )
}
