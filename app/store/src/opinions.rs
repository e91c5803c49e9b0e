//! Opinion groups of rounds: which are to be found anew, by which server, and what was found.

use std::collections::HashMap;

use domain::{
    id::{AccountId, ProposalId, RoundId},
    opinions::{Findings, Statement},
    proposals::{Choice, Rules},
    round::{Calendar, Mode, RoundKind, State},
};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Conn, Error, conn::*, round::CalendarRow};

/// A server that began has so long to end; then another may begin.
pub const LEASE: i64 = 5 * 60_000;

/// A round in whose votes there may be something new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub round: RoundId,
    pub rules: Rules,
    pub calendar: Calendar,
    /// The votes that the last findings were found in.
    pub fingerprint: Option<String>,
    pub computed_at: Option<i64>,
}

impl Waiting {
    /// Whether the last findings are of this state.
    pub fn found_in(&self, state: State) -> bool {
        let of = |mark: &String| mark.split(' ').next() == Some(state.as_str());
        self.fingerprint.as_ref().is_some_and(of)
    }
}

#[derive(sqlx::FromRow)]
struct WaitingRow {
    id: RoundId,
    #[sqlx(json)]
    content: Rules,
    #[sqlx(flatten)]
    calendar: CalendarRow,
    fingerprint: Option<String>,
    computed_at: Option<i64>,
}

/// Named proposals rounds that have opened, that no server is at work on, and that were not published before they were last looked at.
pub async fn waiting(c: &mut Conn, now: i64) -> Result<Vec<Waiting>, Error> {
    let rows = all!(
        c,
        WaitingRow,
        "SELECT r.id, r.content, r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at, o.fingerprint, o.computed_at
         FROM rounds r LEFT JOIN opinions o ON o.round_id = r.id
         WHERE r.kind = $1 AND r.mode = $2 AND r.announced AND r.opens_at <= $3
           AND (o.lease_until IS NULL OR o.lease_until <= $3)
           AND (r.published_at IS NULL OR o.computed_at IS NULL OR o.computed_at < r.published_at)
         ORDER BY r.id",
        RoundKind::Proposals,
        Mode::Named,
        now
    )?;
    let waiting = |row: WaitingRow| Waiting {
        round: row.id,
        rules: row.content,
        calendar: row.calendar.into(),
        fingerprint: row.fingerprint,
        computed_at: row.computed_at,
    };
    Ok(rows.into_iter().map(waiting).collect())
}

/// A mark that changes with the votes of a round, and begins with its state. Read from the tallies: it costs the same for ten votes as for a million. Two people who
/// swap their votes at once leave it as it was; that comes in with the next vote, and at the closing, which is part of the mark.
pub async fn fingerprint(c: &mut Conn, round: RoundId, state: State) -> Result<String, Error> {
    let rows = all!(
        c,
        (ProposalId, bool, bool, Uuid, Choice, i64),
        "SELECT t.proposal_id, p.meta, (p.hidden_reason IS NOT NULL OR p.withdrawn_at IS NOT NULL OR p.merged_into IS NOT NULL), t.college_id, t.choice, t.n
         FROM vote_tallies t JOIN proposals p ON p.id = t.proposal_id WHERE p.round_id = $1
         ORDER BY t.proposal_id, t.college_id, t.choice",
        round
    )?;
    let mut text = String::new();
    for (proposal, meta, hidden, college, choice, n) in rows {
        text.push_str(&format!("\n{proposal} {meta} {hidden} {college} {choice} {n}"));
    }
    let hash: String = crate::content_hash(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{state} {hash}"))
}

/// Notes that a round was looked at and its votes are still those of the last findings.
pub async fn still(c: &mut Conn, round: RoundId, fingerprint: &str, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE opinions SET computed_at = $3 WHERE round_id = $1 AND fingerprint = $2", round, fingerprint, now)?;
    Ok(())
}

/// Takes a round for one server alone; `false` when another has it.
///
/// The condition stands in the write itself: of two servers that ask at once the slower one waits for the row, looks at it anew, and finds
/// it taken.
pub async fn claim(c: &mut Conn, round: RoundId, holder: Uuid, now: i64) -> Result<bool, Error> {
    let taken = run!(
        c,
        "INSERT INTO opinions (round_id, fingerprint, computed_at, result, holder, lease_until) VALUES ($1, '', 0, NULL, $2, $3)
         ON CONFLICT (round_id) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until WHERE opinions.lease_until <= $4",
        round,
        holder,
        now + LEASE,
        now
    )?;
    Ok(taken == 1)
}

/// Keeps what was found and gives the round back; `false` when the lease had ended and another server has it now.
pub async fn keep(c: &mut Conn, round: RoundId, holder: Uuid, fingerprint: &str, findings: &Findings, now: i64) -> Result<bool, Error> {
    let kept = run!(
        c,
        "UPDATE opinions SET fingerprint = $3, computed_at = $4, result = $5, holder = NULL, lease_until = 0
         WHERE round_id = $1 AND holder = $2",
        round,
        holder,
        fingerprint,
        now,
        Json(findings)
    )?;
    Ok(kept == 1)
}

/// Gives the round back as it was.
pub async fn give_back(c: &mut Conn, round: RoundId, holder: Uuid) -> Result<(), Error> {
    run!(c, "UPDATE opinions SET holder = NULL, lease_until = 0 WHERE round_id = $1 AND holder = $2", round, holder)?;
    Ok(())
}

/// What was last found in a round.
pub async fn find(c: &mut Conn, round: RoundId) -> Result<Option<Findings>, Error> {
    let row = maybe!(c, (Option<Json<serde_json::Value>>,), "SELECT result FROM opinions WHERE round_id = $1", round)?;
    match row {
        Some((Some(Json(result)),)) => Ok(Some(serde_json::from_value(result)?)),
        _ => Ok(None),
    }
}

/// How far apart each statement puts people, as last found: for the draw of the next one. Read without the rest of the findings.
pub async fn extremities(c: &mut Conn, round: RoundId) -> Result<HashMap<ProposalId, f64>, Error> {
    let sql = "SELECT result -> 'statements', result -> 'extremity' FROM opinions WHERE round_id = $1 AND result IS NOT NULL";
    let row = maybe!(c, (Json<Vec<ProposalId>>, Json<Vec<f64>>), sql, round)?;
    Ok(row.map(|(Json(statements), Json(extremity))| statements.into_iter().zip(extremity).collect()).unwrap_or_default())
}

/// The proposals in a round's list as statements, in an order of their own. What is hidden, withdrawn or merged is none: its votes would
/// be answers to nothing that people see, and those that were carried over would count twice.
pub async fn statements(c: &mut Conn, round: RoundId) -> Result<Vec<(ProposalId, Statement)>, Error> {
    let sql = concat!("SELECT p.id, p.meta FROM proposals p WHERE p.round_id = $1 AND ", listed!(), " ORDER BY p.id");
    let rows = all!(c, (ProposalId, bool), sql, round)?;
    Ok(rows.into_iter().map(|(id, meta)| (id, Statement { hidden: false, meta })).collect())
}

/// All votes of a round, also those on what is no statement of it any more.
pub async fn votes(c: &mut Conn, round: RoundId) -> Result<Vec<(AccountId, ProposalId, Choice)>, Error> {
    all!(
        c,
        (AccountId, ProposalId, Choice),
        "SELECT v.account_id, v.proposal_id, v.choice FROM votes v JOIN proposals p ON p.id = v.proposal_id WHERE p.round_id = $1",
        round
    )
}

/// One person's own votes in a round.
pub async fn mine(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Vec<(ProposalId, Choice)>, Error> {
    all!(
        c,
        (ProposalId, Choice),
        "SELECT v.proposal_id, v.choice FROM votes v JOIN proposals p ON p.id = v.proposal_id WHERE p.round_id = $1 AND v.account_id = $2",
        round,
        account
    )
}
