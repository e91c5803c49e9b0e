//! Answers, merges and decided amendments that are told by mail: to whom, at most once a day, and who wants neither these mails nor those of mentions.

use domain::{
    charter::amendment::{State, Support},
    id::{AccountId, AmendmentId, ProposalId, RoundId},
    round::Outcome,
};

use crate::{Conn, Error, conn::*};

/// A first answer waits so long for others, and for corrections.
pub const GATHERED: i64 = 60 * 60_000;
/// Between two mails to one person.
pub const APART: i64 = 24 * 60 * 60_000;

/// Notes for some people that there is something new of a proposal, or an amendment: of them only those whose address is theirs, and who
/// have not switched these mails off.
macro_rules! note {
    ($of:literal, $people:literal) => {
        concat!(
            "INSERT INTO news (account_id, ",
            $of,
            ", at)
         SELECT a.id, $1, $2 FROM accounts a
         LEFT JOIN digests d ON d.account_id = a.id
         WHERE a.email IS NOT NULL AND a.verified_at IS NOT NULL AND COALESCE(d.off, $3) = $3 AND a.id IN (",
            $people,
            ")
         ON CONFLICT (account_id, ",
            $of,
            ") DO NOTHING"
        )
    };
}

/// For its author, the authors of those merged into it and all who voted on either, or cast a named ballot in its round: it was
/// answered.
pub async fn note(c: &mut Conn, proposal: ProposalId, now: i64) -> Result<(), Error> {
    run!(
        c,
        note!(
            "proposal_id",
            "SELECT p.author_id FROM proposals p WHERE p.id = $1 OR p.merged_into = $1
             UNION SELECT v.account_id FROM votes v JOIN proposals p ON p.id = v.proposal_id WHERE p.id = $1 OR p.merged_into = $1
              UNION SELECT b.account_id FROM ballots b JOIN proposals p ON p.round_id = b.round_id WHERE p.id = $1"
        ),
        proposal,
        now,
        false
    )?;
    Ok(())
}

/// For the authors of both: `from` was merged into `into`.
pub async fn note_merged(c: &mut Conn, from: ProposalId, into: ProposalId, now: i64) -> Result<(), Error> {
    run!(c, note!("proposal_id", "SELECT p.author_id FROM proposals p WHERE p.id IN ($1, $4)"), from, now, false, into)?;
    Ok(())
}

/// For its author and all who spoke for it: an amendment was decided.
pub async fn note_amendment(c: &mut Conn, amendment: AmendmentId, now: i64) -> Result<(), Error> {
    run!(
        c,
        note!(
            "amendment_id",
            "SELECT m.author_id FROM amendments m WHERE m.id = $1
             UNION SELECT s.account_id FROM amendment_supports s WHERE s.amendment_id = $1 AND s.support = $4"
        ),
        amendment,
        now,
        false,
        Support::For
    )?;
    Ok(())
}

/// People to whom a mail is due, the next after `after` in the order of their identifiers: whoever can't be written to now keeps nobody
/// else from their mail.
pub async fn due(c: &mut Conn, now: i64, after: AccountId, most: i64) -> Result<Vec<AccountId>, Error> {
    let rows = all!(
        c,
        (AccountId,),
        "SELECT DISTINCT n.account_id FROM news n LEFT JOIN digests d ON d.account_id = n.account_id
         WHERE n.at <= $1 AND COALESCE(d.sent_at, 0) <= $2 AND (d.off IS NULL OR NOT d.off) AND n.account_id > $3
         ORDER BY n.account_id LIMIT $4",
        now - GATHERED,
        now - APART,
        after,
        most
    )?;
    Ok(rows.into_iter().map(|(account,)| account).collect())
}

/// One piece of news, as a mail tells it: an answer, that it was merged into another, or what became of an amendment.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Item {
    pub proposal_id: Option<ProposalId>,
    pub amendment_id: Option<AmendmentId>,
    pub round_id: RoundId,
    pub title: String,
    pub outcome: Option<Outcome>,
    /// Why, of an amendment.
    pub reason: String,
    pub kept_id: Option<ProposalId>,
    pub kept: Option<String>,
    /// Of its process.
    pub language: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    item: Item,
    /// Of an amendment.
    state: Option<State>,
}

/// Takes what a mail is to say, unless another server has just done so or nothing may be sent. Gives the token that switches such
/// mails off.
pub async fn take(c: &mut Conn, account: AccountId, now: i64) -> Result<Option<(String, Vec<Item>)>, Error> {
    c.lock(account.0).await?;
    prepare(c, account).await?;
    // Withdrawn, hidden, merged or parted again since: nothing to tell.
    let rows = all!(
        c,
        Row,
        concat!(
            "SELECT n.proposal_id, n.amendment_id, r.id AS round_id, COALESCE(p.title, ",
            amendment_title!(),
            ") AS title, p.outcome, COALESCE(m.decision, '') AS reason, m.state, k.id AS kept_id, k.title AS kept, q.language
         FROM news n LEFT JOIN proposals p ON p.id = n.proposal_id LEFT JOIN amendments m ON m.id = n.amendment_id
         JOIN rounds r ON r.id = COALESCE(p.round_id, m.round_id) JOIN processes q ON q.id = r.process_id
         LEFT JOIN proposals k ON k.id = p.merged_into AND k.hidden_reason IS NULL
         WHERE n.account_id = $1 AND ((p.outcome IS NOT NULL AND ",
            listed!(),
            ") OR (k.id IS NOT NULL AND p.hidden_reason IS NULL) OR (m.id IS NOT NULL AND m.hidden_reason IS NULL))
         ORDER BY n.at, n.proposal_id, n.amendment_id"
        ),
        account
    )?;
    let items: Vec<Item> =
        rows.into_iter().map(|row| Item { outcome: row.state.map_or(row.item.outcome, State::outcome), ..row.item }).collect();
    if items.is_empty() {
        run!(c, "DELETE FROM news WHERE account_id = $1", account)?;
        return Ok(None);
    }
    let settings = maybe!(
        c,
        (String,),
        "UPDATE digests SET sent_at = $2 WHERE account_id = $1 AND off = $4 AND COALESCE(sent_at, 0) <= $3 RETURNING token",
        account,
        now,
        now - APART,
        false
    )?;
    let Some((token,)) = settings else { return Ok(None) };
    run!(c, "DELETE FROM news WHERE account_id = $1", account)?;
    Ok(Some((token, items)))
}

/// A person's settings are there from now on.
async fn prepare(c: &mut Conn, account: AccountId) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO digests (account_id, token, off) VALUES ($1, $2, $3) ON CONFLICT (account_id) DO NOTHING",
        account,
        crate::new_token()?,
        false
    )?;
    Ok(())
}

/// The token that switches such mails off, for one that is about to be written; none when they are off.
pub async fn token(c: &mut Conn, account: AccountId) -> Result<Option<String>, Error> {
    prepare(c, account).await?;
    let row = maybe!(c, (String,), "SELECT token FROM digests WHERE account_id = $1 AND NOT off", account)?;
    Ok(row.map(|(token,)| token))
}

/// Whose mails a token switches off; whether they are off already.
pub async fn of_token(c: &mut Conn, token: &str) -> Result<Option<(AccountId, bool)>, Error> {
    maybe!(c, (AccountId, bool), "SELECT account_id, off FROM digests WHERE token = $1", token)
}

pub async fn is_off(c: &mut Conn, account: AccountId) -> Result<bool, Error> {
    Ok(maybe!(c, (bool,), "SELECT off FROM digests WHERE account_id = $1", account)?.is_some_and(|(off,)| off))
}

/// Switches these mails off, or on again. What waits is forgotten when they go off.
pub async fn set_off(c: &mut Conn, account: AccountId, off: bool) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO digests (account_id, token, off) VALUES ($1, $2, $3) ON CONFLICT (account_id) DO UPDATE SET off = excluded.off",
        account,
        crate::new_token()?,
        off
    )?;
    if off {
        run!(c, "DELETE FROM news WHERE account_id = $1", account)?;
    }
    Ok(())
}
