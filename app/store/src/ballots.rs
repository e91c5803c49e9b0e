//! Ballots over a whole round, and their tallies.
//!
//! A secret ballot says what (no who, no when, a random id), a participation says who took part (no when); they are written in one
//! transaction and nothing links them (DESIGN rule 3). It is never changed.

use std::collections::BTreeMap;

use domain::{
    id::{AccountId, CollegeId, ProposalId, RoundId},
    proposals::Rules,
    voting::{Ballot, change, proof_text},
};

use crate::{
    Conn, Error, Uuid,
    conn::*,
    round::{Entry, EntryRow},
};

/// A ballot that counts, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    pub college: CollegeId,
    pub ballot: Ballot,
}

/// All that a ballot needs to know, in one query.
#[derive(Clone, Debug)]
pub struct Booth {
    pub entry: Entry,
    pub rules: Rules,
    pub before: Option<Cast>,
    /// A secret ballot of this person is in already.
    pub sent: bool,
}

#[derive(sqlx::FromRow)]
struct BoothRow {
    #[sqlx(flatten)]
    entry: EntryRow,
    #[sqlx(json)]
    rules: Rules,
    cast_college: Option<CollegeId>,
    ballot: Option<String>,
    sent: bool,
}

/// `None` when there is no such round of proposals. Other ballots and votes of this person wait until this one is in, and so do the
/// publication of the round and changes to its proposals.
pub async fn booth(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Option<Booth>, Error> {
    c.lock_and_share(account.0, round.0).await?;
    let row = maybe!(
        c,
        BoothRow,
        "SELECT p.visibility, a.administrator, m.id AS member, m.function, k.id AS college, k.kind,
                p.id AS process, r.kind AS round_kind, r.mode, r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at,
                r.content AS rules, b.college_id AS cast_college, b.content AS ballot, t.account_id IS NOT NULL AS sent
         FROM rounds r
         JOIN processes p ON p.id = r.process_id
         LEFT JOIN accounts a ON a.id = $2
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $2 AND m.joined_at IS NOT NULL
         LEFT JOIN colleges k ON k.id = m.college_id
         LEFT JOIN ballots b ON b.round_id = r.id AND b.account_id = $2
         LEFT JOIN participations t ON t.round_id = r.id AND t.account_id = $2
         WHERE r.id = $1 AND r.kind = 'proposals'",
        round,
        account
    )?;
    let Some(row) = row else { return Ok(None) };
    let ballot = row.ballot.map(|content| serde_json::from_str(&content)).transpose()?;
    let before = row.cast_college.zip(ballot).map(|(college, ballot)| Cast { college, ballot });
    Ok(Some(Booth { entry: row.entry.entry(Some(account)), rules: row.rules, before, sent: row.sent }))
}

/// A person's own ballot, where it carries their name.
pub async fn own(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Option<Ballot>, Error> {
    let row = maybe!(c, (String,), "SELECT content FROM ballots WHERE round_id = $1 AND account_id = $2", round, account)?;
    Ok(row.map(|(content,)| serde_json::from_str(&content)).transpose()?)
}

/// Records a ballot in the place of `before`; with `after` empty it is taken back.
pub async fn cast(
    c: &mut Conn,
    round: RoundId,
    account: AccountId,
    rules: &Rules,
    before: Option<&Cast>,
    after: Option<&Cast>,
) -> Result<(), Error> {
    if before == after {
        return Ok(());
    }
    match after {
        Some(after) => run!(
            c,
            "INSERT INTO ballots (round_id, account_id, college_id, content) VALUES ($1, $2, $3, $4)
             ON CONFLICT (round_id, account_id) DO UPDATE SET college_id = excluded.college_id, content = excluded.content",
            round,
            account,
            after.college,
            serde_json::to_string(&after.ballot)?
        )?,
        None => run!(c, "DELETE FROM ballots WHERE round_id = $1 AND account_id = $2", round, account)?,
    };
    let of = |cast: Option<&Cast>, college: CollegeId| cast.filter(|cast| cast.college == college).map(|cast| cast.ballot.clone());
    let mut counts = BTreeMap::new();
    for college in [before, after].into_iter().flatten().map(|cast| cast.college) {
        for (key, n) in change(rules.counting, of(before, college).as_ref(), of(after, college).as_ref()) {
            counts.insert((key, college), n);
        }
    }
    count(c, round, counts).await
}

/// Adds to the tallies, always in the same order: two writers must not wait for each other crosswise.
async fn count(c: &mut Conn, round: RoundId, counts: BTreeMap<(String, CollegeId), i64>) -> Result<(), Error> {
    if counts.is_empty() {
        return Ok(());
    }
    rows!(
        c,
        "INSERT INTO ballot_tallies (round_id, key, college_id, n) ",
        counts,
        |row, ((key, college), n)| row.push_bind(round).push_bind(key).push_bind(college).push_bind(n),
        " ON CONFLICT (round_id, key, college_id) DO UPDATE SET n = ballot_tallies.n + excluded.n"
    )?;
    Ok(())
}

/// Somebody has voted on a proposal of a round where it matters how many have voted at all.
pub async fn note_voter(c: &mut Conn, round: RoundId, account: AccountId, college: CollegeId) -> Result<(), Error> {
    let first =
        run!(c, "INSERT INTO voters (round_id, account_id) VALUES ($1, $2) ON CONFLICT (round_id, account_id) DO NOTHING", round, account)?;
    if first > 0 { count(c, round, BTreeMap::from([((String::new(), college), 1)])).await } else { Ok(()) }
}

/// Records a secret ballot and that its author took part; false when they had already.
pub async fn cast_secret(
    c: &mut Conn,
    (round, account, college): (RoundId, AccountId, CollegeId),
    rules: &Rules,
    ballot: &Ballot,
    receipt: &str,
) -> Result<bool, Error> {
    let first = run!(
        c,
        "INSERT INTO participations (round_id, account_id) VALUES ($1, $2) ON CONFLICT (round_id, account_id) DO NOTHING",
        round,
        account
    )?;
    if first == 0 {
        return Ok(false);
    }
    let (id, content) = (crate::random_id::<Uuid>(), serde_json::to_string(ballot)?);
    run!(
        c,
        "INSERT INTO secret_ballots (id, round_id, college_id, content, receipt_hash, proof) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        round,
        college,
        &content,
        crate::secret_hash(receipt),
        crate::secret_hash(&proof_text(receipt, id, &content))
    )?;
    if let Ballot::Choices(choices) = ballot {
        rows!(
            c,
            "INSERT INTO vote_tallies (proposal_id, college_id, choice, n) ",
            choices,
            |row, (proposal, choice)| row.push_bind(*proposal).push_bind(college).push_bind(*choice).push_bind(1_i64),
            " ON CONFLICT (proposal_id, college_id, choice) DO UPDATE SET n = vote_tallies.n + excluded.n"
        )?;
    }
    let counts = change(rules.counting, None, Some(ballot)).into_iter().map(|(key, n)| ((key, college), n)).collect();
    count(c, round, counts).await?;
    Ok(true)
}

/// A secret ballot, as its receipt opens it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    /// A random number: part of what is hashed.
    pub id: Uuid,
    pub content: String,
    pub proof: Vec<u8>,
}

/// The ballot of a receipt.
pub async fn held(c: &mut Conn, round: RoundId, receipt: &str) -> Result<Option<Held>, Error> {
    maybe!(
        c,
        Held,
        "SELECT id, content, proof FROM secret_ballots WHERE receipt_hash = $2 AND round_id = $1",
        round,
        crate::secret_hash(receipt)
    )
}

/// The public list, in the order of the hashes: it tells nothing of arrival.
pub async fn proofs(c: &mut Conn, round: RoundId, page: i64, limit: i64) -> Result<Vec<Vec<u8>>, Error> {
    let rows = all!(
        c,
        (Vec<u8>,),
        "SELECT proof FROM secret_ballots WHERE round_id = $1 ORDER BY proof LIMIT $2 OFFSET $3",
        round,
        limit,
        page.saturating_mul(limit)
    )?;
    Ok(rows.into_iter().map(|(proof,)| proof).collect())
}

pub async fn secret_count(c: &mut Conn, round: RoundId) -> Result<i64, Error> {
    let (n,) = one!(c, (i64,), "SELECT COUNT(*) FROM secret_ballots WHERE round_id = $1", round)?;
    Ok(n)
}

/// One hash over the whole list, worked out and kept when the results are published: it fixes every line.
pub async fn fix_head(c: &mut Conn, round: RoundId) -> Result<(i64, String), Error> {
    use sha2::Digest;
    let (mut hash, mut n, mut last) = (sha2::Sha256::new(), 0, Vec::new());
    loop {
        let sql = "SELECT proof FROM secret_ballots WHERE round_id = $1 AND proof > $2 ORDER BY proof LIMIT 1000";
        let proofs = all!(c, (Vec<u8>,), sql, round, last)?;
        let Some((end,)) = proofs.last() else { break };
        last = end.clone();
        for (proof,) in &proofs {
            hash.update(proof);
            n += 1;
        }
    }
    let head = hex(&hash.finalize());
    if n > 0 {
        run!(c, "UPDATE rounds SET ballots_head = $2 WHERE id = $1", round, &head)?;
    }
    Ok((n, head))
}

/// The hash over the list, once it is fixed.
pub async fn head(c: &mut Conn, round: RoundId) -> Result<Option<String>, Error> {
    let (head,) = one!(c, (Option<String>,), "SELECT ballots_head FROM rounds WHERE id = $1", round)?;
    Ok(head)
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A number of the tallies.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Tallied {
    pub key: String,
    pub college_id: CollegeId,
    pub n: i64,
}

pub async fn tallies(c: &mut Conn, round: RoundId) -> Result<Vec<Tallied>, Error> {
    all!(c, Tallied, "SELECT key, college_id, n FROM ballot_tallies WHERE round_id = $1 AND n <> 0 ORDER BY key, college_id", round)
}

/// How many ballots there are, or people who have voted, college by college.
pub async fn cast_by(c: &mut Conn, round: RoundId) -> Result<Vec<(CollegeId, i64)>, Error> {
    all!(c, (CollegeId, i64), "SELECT college_id, n FROM ballot_tallies WHERE round_id = $1 AND key = ''", round)
}

/// What may be voted on, in the order in which it was proposed.
pub async fn candidates(c: &mut Conn, round: RoundId, limit: i64) -> Result<Vec<(ProposalId, String)>, Error> {
    all!(
        c,
        (ProposalId, String),
        concat!("SELECT p.id, p.title FROM proposals p WHERE p.round_id = $1 AND ", listed!(), " ORDER BY p.created_at, p.id LIMIT $2"),
        round,
        limit
    )
}

/// The titles of a round's proposals that anybody may read: a ballot may hold some that are withdrawn or merged by now.
pub async fn titles(c: &mut Conn, round: RoundId) -> Result<Vec<(ProposalId, String)>, Error> {
    all!(c, (ProposalId, String), "SELECT id, title FROM proposals WHERE round_id = $1 AND hidden_reason IS NULL", round)
}

/// As [`crate::responses::seal`]: takes the order and the transaction of arrival from the rows of a secret round.
pub async fn seal(c: &mut Conn, round: RoundId) -> Result<(), Error> {
    if let Raw::Postgres(_) = c.raw() {
        run!(
            c,
            "WITH gone AS (DELETE FROM secret_ballots WHERE round_id = $1 RETURNING *)
             INSERT INTO secret_ballots SELECT * FROM gone ORDER BY id",
            round
        )?;
    }
    Ok(())
}
