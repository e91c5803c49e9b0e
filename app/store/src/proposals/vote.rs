//! Votes on single proposals, and their reasons.

use domain::{
    id::{AccountId, CollegeId, ProposalId, RoundId},
    moderation::{self, Cause},
    proposals::{Choice, Rules, Step, Vote},
};

use crate::{
    Conn, Error,
    conn::*,
    round::{Entry, EntryRow},
};

/// All that a vote needs to know, in one query: the person's place, the round's state, the vote they have cast already.
#[derive(Clone, Debug)]
pub struct Booth {
    pub round: RoundId,
    pub entry: Entry,
    pub rules: Rules,
    /// Hidden, withdrawn or merged into another: nobody votes on it.
    pub hidden: bool,
    pub before: Option<Vote>,
    /// That vote was cast on a proposal that was merged into this one, and carried over.
    pub carried: bool,
    /// Why, if it was said.
    pub reason: String,
}

#[derive(sqlx::FromRow)]
struct BoothRow {
    round: RoundId,
    #[sqlx(flatten)]
    entry: EntryRow,
    #[sqlx(json)]
    rules: Rules,
    hidden: bool,
    voted_college: Option<CollegeId>,
    choice: Option<Choice>,
    reason: Option<String>,
    carried: bool,
}

/// `None` when there is no such proposal. Other votes of this person wait until this one is in.
pub async fn booth(c: &mut Conn, proposal: ProposalId, account: AccountId) -> Result<Option<Booth>, Error> {
    // Whoever merges it waits until this vote is in, and this vote until it is merged.
    c.lock_and_share(account.0, proposal.0).await?;
    let row = maybe!(
        c,
        BoothRow,
        "SELECT p.visibility, a.administrator, m.id AS member, m.function, k.id AS college, k.kind,
                p.id AS process, r.kind AS round_kind, r.mode, r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at,
                r.id AS round, r.content AS rules, v.reason,
                (q.hidden_reason IS NOT NULL OR q.withdrawn_at IS NOT NULL OR q.merged_into IS NOT NULL) AS hidden, v.college_id AS voted_college, v.choice,
                EXISTS (SELECT 1 FROM proposals m JOIN carried_votes k ON k.proposal_id = m.id AND k.account_id = $2
                        WHERE m.merged_into = q.id) AS carried
         FROM proposals q
         JOIN rounds r ON r.id = q.round_id
         JOIN processes p ON p.id = r.process_id
         LEFT JOIN accounts a ON a.id = $2
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $2 AND m.joined_at IS NOT NULL
         LEFT JOIN colleges k ON k.id = m.college_id
         LEFT JOIN votes v ON v.proposal_id = q.id AND v.account_id = $2
         WHERE q.id = $1",
        proposal,
        account
    )?;
    Ok(row.map(|row| Booth {
        round: row.round,
        entry: row.entry.entry(Some(account)),
        rules: row.rules,
        hidden: row.hidden,
        before: row.voted_college.zip(row.choice).map(|(college, choice)| Vote { college, choice }),
        carried: row.carried,
        reason: row.reason.unwrap_or_default(),
    }))
}

/// Records a vote and what it changes in the tallies: two statements.
pub async fn vote(c: &mut Conn, proposal: ProposalId, account: AccountId, vote: Vote, steps: &[Step]) -> Result<(), Error> {
    vote_saying(c, (proposal, false), account, vote, "", steps).await
}

/// The same, with why; and whether it takes the place of a vote that was carried over, as [`booth`] has told. Other words than those that
/// moderation has hidden are read again.
pub async fn vote_saying(
    c: &mut Conn,
    (proposal, carried): (ProposalId, bool),
    account: AccountId,
    vote: Vote,
    reason: &str,
    steps: &[Step],
) -> Result<(), Error> {
    if carried {
        super::merge::own(c, proposal, account).await?;
    }
    run!(
        c,
        "INSERT INTO votes (proposal_id, account_id, college_id, choice, reason) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (proposal_id, account_id)
         DO UPDATE SET college_id = excluded.college_id, choice = excluded.choice, reason = excluded.reason,
             hidden_cause = CASE WHEN votes.reason = excluded.reason THEN votes.hidden_cause END,
             hidden_words = CASE WHEN votes.reason = excluded.reason THEN votes.hidden_words ELSE '' END",
        proposal,
        account,
        vote.college,
        vote.choice,
        reason
    )?;
    match steps {
        [(one, n), (other, m)] => {
            run!(
                c,
                "INSERT INTO vote_tallies (proposal_id, college_id, choice, n) VALUES ($1, $2, $3, $4), ($1, $5, $6, $7)
                 ON CONFLICT (proposal_id, college_id, choice) DO UPDATE SET n = vote_tallies.n + excluded.n",
                proposal,
                one.college,
                one.choice,
                *n,
                other.college,
                other.choice,
                *m
            )?;
        }
        steps => {
            for (vote, n) in steps {
                run!(
                    c,
                    "INSERT INTO vote_tallies (proposal_id, college_id, choice, n) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (proposal_id, college_id, choice) DO UPDATE SET n = vote_tallies.n + excluded.n",
                    proposal,
                    vote.college,
                    vote.choice,
                    *n
                )?;
            }
        }
    }
    Ok(())
}

/// Why somebody voted so. Not who.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reason {
    pub college_id: CollegeId,
    pub choice: Choice,
    pub reason: String,
}

/// The reasons given on one proposal that moderation has not hidden, those who refuse first: as many as a page bears, and how many there
/// are.
pub async fn reasons(c: &mut Conn, proposal: ProposalId, limit: i64) -> Result<(i64, Vec<Reason>), Error> {
    let (n,) = one!(c, (i64,), "SELECT COUNT(*) FROM votes WHERE proposal_id = $1 AND reason <> '' AND hidden_cause IS NULL", proposal)?;
    let rows = all!(
        c,
        Reason,
        "SELECT college_id, choice, reason FROM votes WHERE proposal_id = $1 AND reason <> '' AND hidden_cause IS NULL
         ORDER BY CASE WHEN choice IN ('against', 'disagree', 'objection') THEN 0 ELSE 1 END, choice, account_id LIMIT $2",
        proposal,
        limit
    )?;
    Ok((n, rows))
}

/// Moderation hides the words that were given as a reason, whoever gave them, here and on what was merged into it. How many reasons it was.
pub async fn hide_reason(c: &mut Conn, proposal: ProposalId, said: &str, why: &moderation::Reason) -> Result<u64, Error> {
    run!(
        c,
        "UPDATE votes SET hidden_cause = $3, hidden_words = $4
         WHERE proposal_id IN (SELECT p.id FROM proposals p WHERE p.id = $1 OR p.merged_into = $1)
           AND reason = $2 AND reason <> '' AND hidden_cause IS NULL",
        proposal,
        said,
        why.cause,
        &why.words
    )
}

/// A person's own reason on one proposal, and why it is hidden if it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct OwnReason {
    pub reason: String,
    pub hidden_cause: Option<Cause>,
    pub hidden_words: String,
}

pub async fn own_reason(c: &mut Conn, proposal: ProposalId, account: AccountId) -> Result<OwnReason, Error> {
    let sql = "SELECT reason, hidden_cause, hidden_words FROM votes WHERE proposal_id = $1 AND account_id = $2";
    Ok(maybe!(c, OwnReason, sql, proposal, account)?.unwrap_or_default())
}

/// A person's own reasons in a round.
pub async fn own_reasons(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Vec<(ProposalId, String)>, Error> {
    all!(
        c,
        (ProposalId, String),
        "SELECT v.proposal_id, v.reason FROM votes v JOIN proposals p ON p.id = v.proposal_id
         WHERE p.round_id = $1 AND v.account_id = $2 AND v.reason <> ''",
        round,
        account
    )
}
