//! Sheets of paper: what was keyed from them, until they are counted.

use domain::{
    id::{AccountId, CollegeId, RoundId},
    round::Mode,
    survey::{Answers, Form, paper::Channel},
};
use sqlx::types::Json;

use crate::{
    Conn, Error, Uuid,
    conn::*,
    responses::{self, Voice},
};

/// What one person read on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Keying {
    pub account_id: AccountId,
    pub college_id: CollegeId,
    /// That the sheet is printed in.
    pub language: String,
    #[sqlx(json)]
    pub answers: Answers,
}

/// Where a sheet stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Nothing was keyed from it.
    New,
    /// Keyed once, to be keyed again by somebody who does not see the first.
    Once(Box<Keying>),
    /// Keyed twice, differently.
    ToSettle(Box<[Keying; 2]>),
    Counted,
}

/// The sheet; nobody else's hand is on it until this transaction ends.
pub async fn sheet(c: &mut Conn, round: RoundId, number: u32) -> Result<Sheet, Error> {
    c.lock(Uuid::from_u128(round.0.as_u128() ^ u128::from(number))).await?;
    read(c, round, number).await
}

/// The sheet as it stands, for a page that shows it.
pub async fn read(c: &mut Conn, round: RoundId, number: u32) -> Result<Sheet, Error> {
    let counted = maybe!(c, (bool,), "SELECT counted FROM paper_sheets WHERE round_id = $1 AND number = $2", round, i64::from(number))?;
    if counted == Some((true,)) {
        return Ok(Sheet::Counted);
    }
    let mut keyings = all!(
        c,
        Keying,
        "SELECT account_id, college_id, language, answers FROM paper_keyings WHERE round_id = $1 AND number = $2 ORDER BY keying",
        round,
        i64::from(number)
    )?
    .into_iter();
    Ok(match (keyings.next(), keyings.next()) {
        (None, _) => Sheet::New,
        (Some(first), None) => Sheet::Once(Box::new(first)),
        (Some(first), Some(second)) => Sheet::ToSettle(Box::new([first, second])),
    })
}

/// Keeps the first keying of a sheet (`again` false) or the second.
pub async fn keep(c: &mut Conn, round: RoundId, number: u32, again: bool, keying: &Keying) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO paper_sheets (round_id, number, counted) VALUES ($1, $2, $3) ON CONFLICT (round_id, number) DO NOTHING",
        round,
        i64::from(number),
        false
    )?;
    run!(
        c,
        "INSERT INTO paper_keyings (round_id, number, keying, account_id, college_id, language, answers) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        round,
        i64::from(number),
        if again { 2i64 } else { 1 },
        keying.account_id,
        keying.college_id,
        &keying.language,
        Json(&keying.answers)
    )?;
    Ok(())
}

/// Forgets what was keyed from a sheet.
pub async fn forget(c: &mut Conn, round: RoundId, number: u32) -> Result<(), Error> {
    run!(c, "DELETE FROM paper_keyings WHERE round_id = $1 AND number = $2", round, i64::from(number))?;
    run!(c, "DELETE FROM paper_sheets WHERE round_id = $1 AND number = $2 AND NOT counted", round, i64::from(number))?;
    Ok(())
}

/// Takes what was read on a sheet as a response. What was keyed is gone; the sheet keeps that it was counted, and nothing leads from it to the
/// response.
pub async fn count(
    c: &mut Conn,
    (round, mode): (RoundId, Mode),
    number: u32,
    (college, form, answers): (CollegeId, &Form, &Answers),
    day: &str,
) -> Result<(), Error> {
    run!(c, "DELETE FROM paper_keyings WHERE round_id = $1 AND number = $2", round, i64::from(number))?;
    run!(
        c,
        "INSERT INTO paper_sheets (round_id, number, counted) VALUES ($1, $2, $3)
         ON CONFLICT (round_id, number) DO UPDATE SET counted = excluded.counted",
        round,
        i64::from(number),
        true
    )?;
    let voice = Voice { round, mode, college, channel: Channel::Paper, author: None, day, form, answers, receipt: None, seed: None };
    responses::add(c, voice).await
}

/// How far the keying of a round is: numbers of sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub once: Vec<i64>,
    pub to_settle: Vec<i64>,
    pub counted: Vec<i64>,
}

impl Progress {
    /// Sheets that were keyed and do not count yet.
    pub fn waiting(&self) -> usize {
        self.once.len() + self.to_settle.len()
    }
}

pub async fn progress(c: &mut Conn, round: RoundId) -> Result<Progress, Error> {
    let rows = all!(
        c,
        (i64, bool, i64),
        "SELECT s.number, s.counted, COUNT(k.keying) FROM paper_sheets s
         LEFT JOIN paper_keyings k ON k.round_id = s.round_id AND k.number = s.number
         WHERE s.round_id = $1 GROUP BY s.number, s.counted ORDER BY s.number",
        round
    )?;
    let mut progress = Progress::default();
    for (number, counted, keyed) in rows {
        match (counted, keyed) {
            (true, _) => progress.counted.push(number),
            (false, 2) => progress.to_settle.push(number),
            (false, _) => progress.once.push(number),
        }
    }
    Ok(progress)
}

/// What was keyed and never counted goes when the round is published.
pub(crate) async fn close(c: &mut Conn, round: RoundId) -> Result<(), Error> {
    run!(c, "DELETE FROM paper_keyings WHERE round_id = $1", round)?;
    run!(c, "DELETE FROM paper_sheets WHERE round_id = $1 AND NOT counted", round)?;
    Ok(())
}
