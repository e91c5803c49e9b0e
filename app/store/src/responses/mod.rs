//! Drafts, responses and the tallies that results show. Surveys and evaluations alike.
//!
//! In an anonymous round a participation says who took part (no when) and a response says what (no who, a day, a random id);
//! nothing links the two, in no column and no order (DESIGN rule 3).

mod results;

use domain::{
    Refusal,
    college::CollegeKind,
    evaluation::Frame,
    id::{AccountId, CollegeId, ResponseId, RoundId},
    round::{Mode, RoundKind},
    survey::{Answers, Form, paper::Channel, slice, tally},
};
use sqlx::types::Json;

use crate::{
    Conn, Error, Uuid,
    conn::{Raw, maybe, one, rows, run},
    round,
};

pub use results::*;

/// The form that people answer in this round; `None` when its kind has no form.
pub async fn form(c: &mut Conn, round: RoundId, kind: RoundKind) -> Result<Option<Form>, Error> {
    Ok(match kind {
        RoundKind::Survey => Some(round::content::<Form>(c, round).await?),
        RoundKind::Evaluation => Some(round::content::<Frame>(c, round).await?.form()),
        RoundKind::Proposals | RoundKind::Charter => None,
    })
}

// Drafts ---------------------------------------------------------------------------------------------------------

pub async fn draft(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Option<Answers>, Error> {
    let row = maybe!(c, (Json<Answers>,), "SELECT answers FROM drafts WHERE round_id = $1 AND account_id = $2", round, account)?;
    Ok(row.map(|(Json(answers),)| answers))
}

/// In which order a person was shown what is shuffled: kept with their draft, in a named round with their response.
pub async fn seed(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Option<i16>, Error> {
    let row = maybe!(
        c,
        (Option<i16>,),
        "SELECT seed FROM drafts WHERE round_id = $1 AND account_id = $2
         UNION ALL SELECT seed FROM responses WHERE round_id = $1 AND account_id = $2
         LIMIT 1",
        round,
        account
    )?;
    Ok(row.and_then(|(seed,)| seed))
}

/// Keeps `change` of the draft (of an empty one at first), or says why not. Refused after sending in an anonymous round: a draft
/// names its author, and must not outlive the sending. The first `seed` stays.
pub async fn save_draft<E: From<Error> + From<Refusal>>(
    c: &mut Conn,
    round: RoundId,
    account: AccountId,
    mode: Mode,
    seed: Option<i16>,
    change: impl FnOnce(Answers) -> Result<Answers, Refusal> + Send,
) -> Result<Answers, E> {
    c.lock(person(round, account)).await?;
    let before = match draft(c, round, account).await? {
        Some(draft) => draft,
        None if !participated(c, round, account).await? => Answers::new(),
        None if mode == Mode::Named => own(c, round, account).await?.unwrap_or_default(),
        None => return Err(Refusal::conflict("already-sent").into()),
    };
    let answers = change(before)?;
    run!(
        c,
        "INSERT INTO drafts (round_id, account_id, answers, seed)
         VALUES ($1, $2, $3, COALESCE((SELECT seed FROM responses WHERE round_id = $1 AND account_id = $2), $4))
         ON CONFLICT (round_id, account_id) DO UPDATE SET answers = excluded.answers",
        round,
        account,
        Json(&answers),
        seed
    )?;
    Ok(answers)
}

/// Two requests of one person in one round wait for each other under this key.
fn person(round: RoundId, account: AccountId) -> Uuid {
    Uuid::from_u128(round.0.as_u128() ^ account.0.as_u128())
}

// Responses ------------------------------------------------------------------------------------------------------

/// A response that has been checked.
pub struct Sending<'a> {
    pub round: RoundId,
    pub mode: Mode,
    pub account: AccountId,
    pub college: CollegeId,
    pub channel: Channel,
    /// `2026-03-14`
    pub day: &'a str,
    pub form: &'a Form,
    pub answers: &'a Answers,
    /// In an anonymous round: the hash of the receipt with which its holder opens the response again.
    pub receipt: Option<Vec<u8>>,
}

/// A response on its way into the tables, from whomever it came.
pub struct Voice<'a> {
    pub round: RoundId,
    pub mode: Mode,
    pub college: CollegeId,
    pub channel: Channel,
    /// In a named round, where it is known.
    pub author: Option<AccountId>,
    pub day: &'a str,
    pub form: &'a Form,
    pub answers: &'a Answers,
    pub receipt: Option<Vec<u8>>,
    /// Which of the orders of [`domain::survey::shuffle`] was shown.
    pub seed: Option<i16>,
}

/// Records one more response and counts it. Whether the person may still send one is for the caller to have seen to.
pub async fn add(c: &mut Conn, voice: Voice<'_>) -> Result<(), Error> {
    let Voice { round, mode, college, channel, author, day, form, answers, receipt, seed } = voice;
    run!(
        c,
        "INSERT INTO participation_tallies (round_id, college_id, n) VALUES ($1, $2, 1)
         ON CONFLICT (round_id, college_id) DO UPDATE SET n = participation_tallies.n + 1",
        round,
        college
    )?;
    count_channel(c, round, channel, 1).await?;
    run!(
        c,
        "INSERT INTO responses (id, round_id, college_id, account_id, channel, day, answers, receipt_hash, seed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        crate::random_id::<ResponseId>(),
        round,
        college,
        author,
        channel,
        day,
        Json(answers),
        receipt,
        seed
    )?;
    recount(c, (round, mode, college), form, &Answers::new(), answers).await
}

/// What came by the web is what remains of all: it needs no row of its own, for which everybody would queue.
async fn count_channel(c: &mut Conn, round: RoundId, channel: Channel, n: i64) -> Result<(), Error> {
    if channel != Channel::Web {
        run!(
            c,
            "INSERT INTO channel_tallies (round_id, channel, n) VALUES ($1, $2, $3)
             ON CONFLICT (round_id, channel) DO UPDATE SET n = channel_tallies.n + excluded.n",
            round,
            channel,
            n
        )?;
    }
    Ok(())
}

/// Records a response: one per person, by the key of `participations`. In a named round a second one takes the place of the first; in an
/// anonymous one, and from a helper, it changes nothing and this returns false.
pub async fn send(c: &mut Conn, sending: Sending<'_>) -> Result<bool, Error> {
    let Sending { round, mode, account, college, channel, day, form, answers, receipt } = sending;
    c.lock(person(round, account)).await?;
    let first = run!(
        c,
        "INSERT INTO participations (round_id, account_id) VALUES ($1, $2) ON CONFLICT (round_id, account_id) DO NOTHING",
        round,
        account
    )? > 0;
    if !first && (mode == Mode::Anonymous || channel == Channel::Proxy) {
        return Ok(false);
    }
    let draft = maybe!(c, (Option<i16>,), "DELETE FROM drafts WHERE round_id = $1 AND account_id = $2 RETURNING seed", round, account)?;
    if first {
        // Filled in with a helper, it was shown as it is written.
        let seed = draft.and_then(|(seed,)| seed).filter(|_| channel == Channel::Web);
        let author = (mode == Mode::Named).then_some(account);
        add(c, Voice { round, mode, college, channel, author, day, form, answers, receipt, seed }).await?;
    } else {
        let (id, college, Json(before)) = one!(
            c,
            (ResponseId, CollegeId, Json<Answers>),
            "SELECT id, college_id, answers FROM responses WHERE account_id = $2 AND round_id = $1",
            round,
            account
        )?;
        run!(c, "UPDATE responses SET answers = $2, day = $3 WHERE id = $1", id, Json(answers), day)?;
        recount(c, (round, mode, college), form, &before, answers).await?;
        crate::needs::coding::forget(c, id, &before, answers).await?;
    }
    Ok(true)
}

/// Counts answers in the place of others (of none: empty ones), among all of the college and within the slices they belong to.
async fn recount(
    c: &mut Conn,
    (round, mode, college): (RoundId, Mode, CollegeId),
    form: &Form,
    before: &Answers,
    after: &Answers,
) -> Result<(), Error> {
    count(c, round, college, tally::change(form, before, after)).await?;
    count_slices(c, round, college, slice::change(form, mode, before, after)).await
}

/// Adds to the tallies, always in the same order: two senders must not wait for each other crosswise.
async fn count(c: &mut Conn, round: RoundId, college: CollegeId, counts: tally::Counts) -> Result<(), Error> {
    let counts: Vec<_> = counts.into_iter().collect();
    // Both databases bound the number of values in a statement.
    for some in counts.chunks(1_000) {
        rows!(
            c,
            "INSERT INTO answer_tallies (round_id, question, option, college_id, n) ",
            some,
            |row, ((question, option), n)| row.push_bind(round).push_bind(question).push_bind(option).push_bind(college).push_bind(n),
            " ON CONFLICT (round_id, question, option, college_id) DO UPDATE SET n = answer_tallies.n + excluded.n"
        )?;
    }
    Ok(())
}

async fn count_slices(c: &mut Conn, round: RoundId, college: CollegeId, counts: slice::Counts) -> Result<(), Error> {
    let counts: Vec<_> = counts.into_iter().collect();
    for some in counts.chunks(1_000) {
        rows!(
            c,
            "INSERT INTO slice_tallies (round_id, slice, question, option, college_id, n) ",
            some,
            |row, ((slice, question, option), n)| row
                .push_bind(round)
                .push_bind(slice)
                .push_bind(question)
                .push_bind(option)
                .push_bind(college)
                .push_bind(n),
            " ON CONFLICT (round_id, slice, question, option, college_id) DO UPDATE SET n = slice_tallies.n + excluded.n"
        )?;
    }
    Ok(())
}

pub async fn participated(c: &mut Conn, round: RoundId, account: AccountId) -> Result<bool, Error> {
    let row = maybe!(c, (i32,), "SELECT 1 FROM participations WHERE round_id = $1 AND account_id = $2", round, account)?;
    Ok(row.is_some())
}

/// A person's own response in a named round.
pub async fn own(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Option<Answers>, Error> {
    let row = maybe!(c, (Json<Answers>,), "SELECT answers FROM responses WHERE account_id = $2 AND round_id = $1", round, account)?;
    Ok(row.map(|(Json(answers),)| answers))
}

/// What a receipt opens: a response, and whose college it counts for.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    pub id: ResponseId,
    pub college_id: CollegeId,
    pub kind: CollegeKind,
    /// Of its round: in a named one, what a helper wrote for somebody without an account.
    pub mode: Mode,
    #[sqlx(json)]
    pub answers: Answers,
    pub seed: Option<i16>,
}

/// The response of a receipt in this round. Nobody else's changes until this transaction ends.
pub async fn held(c: &mut Conn, round: RoundId, receipt: &[u8]) -> Result<Option<Held>, Error> {
    let key = receipt.iter().take(16).fold(0u128, |key, byte| key << 8 | u128::from(*byte));
    c.lock(Uuid::from_u128(key)).await?;
    maybe!(
        c,
        Held,
        "SELECT r.id, r.college_id, k.kind, o.mode, r.answers, r.seed
         FROM responses r JOIN colleges k ON k.id = r.college_id JOIN rounds o ON o.id = r.round_id
         WHERE r.receipt_hash = $2 AND r.round_id = $1",
        round,
        receipt.to_vec()
    )
}

/// Puts other answers in the place of those held.
pub async fn replace(c: &mut Conn, round: RoundId, form: &Form, held: &Held, answers: &Answers, day: &str) -> Result<(), Error> {
    run!(c, "UPDATE responses SET answers = $2, day = $3 WHERE id = $1", held.id, Json(answers), day)?;
    recount(c, (round, held.mode, held.college_id), form, &held.answers, answers).await
}

/// Takes a response back: it counts no more. That its author took part stays known, for nobody knows who it was: they cannot
/// answer a second time.
pub async fn withdraw(c: &mut Conn, round: RoundId, form: &Form, held: &Held) -> Result<(), Error> {
    let (channel,) = one!(c, (Channel,), "DELETE FROM responses WHERE id = $1 RETURNING channel", held.id)?;
    count_channel(c, round, channel, -1).await?;
    run!(c, "UPDATE participation_tallies SET n = n - 1 WHERE round_id = $1 AND college_id = $2", round, held.college_id)?;
    recount(c, (round, held.mode, held.college_id), form, &held.answers, &Answers::new()).await
}

/// Takes from the rows of an anonymous round the order in which they came and the transaction they came in, which PostgreSQL keeps
/// beside each row (`ctid`, `xmin`): both tables are written anew in the order of their keys. To be called when the round is
/// closed or published; unsent drafts go too, and what was keyed from paper and not counted. SQLite keeps neither.
pub async fn seal(c: &mut Conn, round: RoundId) -> Result<(), Error> {
    run!(c, "DELETE FROM drafts WHERE round_id = $1", round)?;
    crate::paper::close(c, round).await?;
    if let Raw::Postgres(_) = c.raw() {
        run!(
            c,
            "WITH gone AS (DELETE FROM participations WHERE round_id = $1 RETURNING *)
             INSERT INTO participations SELECT * FROM gone ORDER BY account_id",
            round
        )?;
        run!(
            c,
            "WITH gone AS (DELETE FROM responses WHERE round_id = $1 RETURNING *)
             INSERT INTO responses SELECT * FROM gone ORDER BY id",
            round
        )?;
        run!(
            c,
            "WITH gone AS (DELETE FROM paper_sheets WHERE round_id = $1 RETURNING *)
             INSERT INTO paper_sheets SELECT * FROM gone ORDER BY number",
            round
        )?;
    }
    Ok(())
}
