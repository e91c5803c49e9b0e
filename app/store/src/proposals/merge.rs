//! Duplicates become one; `domain::proposals::merge` has the rules.

use domain::{
    college::CollegeKind,
    id::{AccountId, CollegeId, ProposalId, RoundId},
    lang::LangText,
    proposals::Choice,
};

use super::Reader;
use crate::{Conn, Error, conn::*};

type Cast = (AccountId, CollegeId, Choice);

/// So many rows are written with one statement.
const AT_ONCE: usize = 2_000;

/// `from` points to `into` from now on, and its votes count there.
pub async fn merge(c: &mut Conn, from: ProposalId, into: ProposalId, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE proposals SET merged_into = $2, merged_at = $3 WHERE id = $1", from, into, now)?;
    carry(c, from, into).await
}

/// Votes of `from` by people who have none on `into`.
async fn carry(c: &mut Conn, from: ProposalId, into: ProposalId) -> Result<(), Error> {
    let carried = all!(
        c,
        Cast,
        "INSERT INTO votes (proposal_id, account_id, college_id, choice, reason, hidden_cause, hidden_words)
         SELECT $2, v.account_id, v.college_id, v.choice, v.reason, v.hidden_cause, v.hidden_words FROM votes v WHERE v.proposal_id = $1
         ON CONFLICT (proposal_id, account_id) DO NOTHING
         RETURNING account_id, college_id, choice",
        from,
        into
    )?;
    for some in carried.chunks(AT_ONCE) {
        rows!(
            c,
            "INSERT INTO carried_votes (proposal_id, account_id, college_id, choice) ",
            some,
            |row, (account, college, choice)| row.push_bind(from).push_bind(*account).push_bind(*college).push_bind(*choice),
            ""
        )?;
    }
    count(c, into, &carried, 1).await
}

/// The tallies of `into` go up or down by these votes.
async fn count(c: &mut Conn, into: ProposalId, votes: &[Cast], by: i64) -> Result<(), Error> {
    let mut steps = std::collections::BTreeMap::<(CollegeId, Choice), i64>::new();
    for (_, college, choice) in votes {
        *steps.entry((*college, *choice)).or_default() += by;
    }
    for ((college, choice), n) in steps {
        run!(
            c,
            "INSERT INTO vote_tallies (proposal_id, college_id, choice, n) VALUES ($1, $2, $3, $4)
             ON CONFLICT (proposal_id, college_id, choice) DO UPDATE SET n = vote_tallies.n + excluded.n",
            into,
            college,
            choice,
            n
        )?;
    }
    Ok(())
}

/// `from` stands by itself again.
pub async fn undo(c: &mut Conn, from: ProposalId, into: ProposalId) -> Result<(), Error> {
    let returned = all!(
        c,
        Cast,
        "DELETE FROM votes WHERE proposal_id = $2 AND EXISTS (
             SELECT 1 FROM carried_votes k WHERE k.proposal_id = $1 AND k.account_id = votes.account_id
                AND k.college_id = votes.college_id AND k.choice = votes.choice)
         RETURNING account_id, college_id, choice",
        from,
        into
    )?;
    run!(c, "DELETE FROM carried_votes WHERE proposal_id = $1", from)?;
    run!(c, "UPDATE proposals SET merged_into = NULL, merged_at = NULL WHERE id = $1", from)?;
    count(c, into, &returned, -1).await?;
    // Somebody who had voted on several of those that remain: the next of them counts now.
    for other in all_held(c, into).await? {
        carry(c, other, into).await?;
    }
    Ok(())
}

/// The person's vote on the kept proposal is their own from now on, and no copy of one on a merged proposal: undoing leaves it.
pub(super) async fn own(c: &mut Conn, kept: ProposalId, account: AccountId) -> Result<(), Error> {
    run!(
        c,
        "DELETE FROM carried_votes WHERE account_id = $2 AND proposal_id IN (SELECT m.id FROM proposals m WHERE m.merged_into = $1)",
        kept,
        account
    )?;
    Ok(())
}

/// All that were merged into a proposal stand by themselves again, the last one first; which they were.
pub async fn part(c: &mut Conn, into: ProposalId) -> Result<Vec<ProposalId>, Error> {
    let held = all_held(c, into).await?;
    for from in held.iter().rev() {
        undo(c, *from, into).await?;
    }
    Ok(held)
}

/// All that were merged into a proposal, whoever may read them, in the order in which they were.
pub async fn all_held(c: &mut Conn, into: ProposalId) -> Result<Vec<ProposalId>, Error> {
    let rows = all!(c, (ProposalId,), "SELECT id FROM proposals WHERE merged_into = $1 ORDER BY merged_at, id", into)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// A proposal that was merged into another.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    pub id: ProposalId,
    pub title: String,
    pub comments: i64,
    pub author_id: AccountId,
    pub author: String,
    pub kind: CollegeKind,
    #[sqlx(json)]
    pub college: LangText,
}

/// Those that were merged into a proposal, in the order in which they were, as far as this reader may see them.
pub async fn held(c: &mut Conn, into: ProposalId, reader: Reader) -> Result<Vec<Held>, Error> {
    all!(
        c,
        Held,
        "SELECT p.id, p.title, p.comments, p.author_id, a.name AS author, k.kind, k.name AS college
         FROM proposals p JOIN accounts a ON a.id = p.author_id JOIN colleges k ON k.id = p.college_id
         WHERE p.merged_into = $1 AND (p.hidden_reason IS NULL OR p.author_id = $2 OR $3) ORDER BY p.merged_at, p.id",
        into,
        reader.account,
        reader.facilitator
    )
}

/// The proposal that this one was merged into.
pub async fn kept(c: &mut Conn, from: ProposalId) -> Result<Option<ProposalId>, Error> {
    let row = maybe!(c, (Option<ProposalId>,), "SELECT merged_into FROM proposals WHERE id = $1", from)?;
    Ok(row.and_then(|(into,)| into))
}

/// So many proposals are offered to merge another into.
pub const OFFERED: i64 = 1_000;

/// Proposals of a round that another may be merged into, by title; the first of them.
pub async fn others(c: &mut Conn, round: RoundId, but: ProposalId) -> Result<Vec<(ProposalId, String)>, Error> {
    all!(
        c,
        (ProposalId, String),
        concat!(
            "SELECT p.id, p.title FROM proposals p
         WHERE p.round_id = $1 AND p.id <> $2 AND ",
            listed!(),
            "
         ORDER BY LOWER(p.title), p.id LIMIT $3"
        ),
        round,
        but,
        OFFERED
    )
}
