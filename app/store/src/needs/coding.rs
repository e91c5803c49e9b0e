//! The coding desk: a round's code book, who has read which text, and the themes each gave it.
//!
//! Nothing here says when. A text is named by the response's random id and the question.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    id::{AccountId, CollegeId, ResponseId, RoundId, ThemeId},
    lang::LangText,
    needs::coding::{Desk, Sheet, TextId, ThemeWords},
    survey::Answers,
};
use sqlx::types::Json;

use crate::{Conn, Error, conn::*};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Theme {
    pub id: ThemeId,
    pub round_id: RoundId,
    pub code: String,
    #[sqlx(json)]
    pub title: LangText,
    pub definition: String,
    /// The theme it is counted as since they were merged.
    pub merged_into: Option<ThemeId>,
}

/// The code book in the order in which it grew, merged themes included.
pub async fn themes(c: &mut Conn, round: RoundId) -> Result<Vec<Theme>, Error> {
    all!(c, Theme, "SELECT id, round_id, code, title, definition, merged_into FROM themes WHERE round_id = $1 ORDER BY id", round)
}

pub async fn theme(c: &mut Conn, id: ThemeId) -> Result<Option<Theme>, Error> {
    maybe!(c, Theme, "SELECT id, round_id, code, title, definition, merged_into FROM themes WHERE id = $1", id)
}

pub async fn add_theme(c: &mut Conn, round: RoundId, code: &str, words: &ThemeWords) -> Result<ThemeId, Error> {
    let id: ThemeId = crate::new_id();
    run!(
        c,
        "INSERT INTO themes (id, round_id, code, title, definition) VALUES ($1, $2, $3, $4, $5)",
        id,
        round,
        code,
        Json(&words.title),
        &words.definition
    )?;
    Ok(id)
}

pub async fn edit_theme(c: &mut Conn, id: ThemeId, words: &ThemeWords) -> Result<(), Error> {
    run!(c, "UPDATE themes SET title = $2, definition = $3 WHERE id = $1", id, Json(&words.title), &words.definition)?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct TextRow {
    response_id: ResponseId,
    question: String,
}

#[derive(sqlx::FromRow)]
struct CodingRow {
    #[sqlx(flatten)]
    text: TextRow,
    coder_id: AccountId,
    /// None for a text that was read.
    theme_id: Option<ThemeId>,
}

#[derive(sqlx::FromRow)]
struct SettledRow {
    #[sqlx(flatten)]
    text: TextRow,
    theme_id: ThemeId,
    borne: bool,
}

impl From<TextRow> for TextId {
    fn from(row: TextRow) -> Self {
        TextId { response: row.response_id, question: row.question }
    }
}

/// Everything that was read, coded and settled in a round.
pub async fn desk(c: &mut Conn, round: RoundId) -> Result<Desk, Error> {
    let mut desk = Desk::new();
    let rows = all!(
        c,
        CodingRow,
        "SELECT r.response_id, r.question, r.coder_id, k.theme_id FROM readings r
         LEFT JOIN codings k ON k.response_id = r.response_id AND k.question = r.question AND k.coder_id = r.coder_id
         WHERE r.round_id = $1",
        round
    )?;
    for row in rows {
        let sheet: &mut Sheet = desk.entry(row.text.into()).or_default();
        sheet.readers.entry(row.coder_id).or_default().extend(row.theme_id);
    }
    for row in all!(c, SettledRow, "SELECT response_id, question, theme_id, borne FROM settlements WHERE round_id = $1", round)? {
        desk.entry(row.text.into()).or_default().settled.insert(row.theme_id, row.borne);
    }
    Ok(desk)
}

/// Who has coded in a round, by name.
pub async fn coders(c: &mut Conn, round: RoundId) -> Result<Vec<(AccountId, String)>, Error> {
    all!(
        c,
        (AccountId, String),
        "SELECT id, name FROM accounts WHERE id IN (SELECT coder_id FROM readings WHERE round_id = $1) ORDER BY name, id",
        round
    )
}

/// The name of a text on the screen: it finds the text again, and tells neither the response's id nor that two texts are of one response.
pub fn key(text: &TextId) -> String {
    let mut named = text.response.0.as_bytes().to_vec();
    named.extend(text.question.as_bytes());
    let digits: String = crate::content_hash(&named).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    // A key that begins with a digit is read as a place in a list.
    format!("t{digits}")
}

/// The texts of a question with the college of each, by their keys. In the order of keys: it differs from question to question, so that
/// the place of a text does not tell which others are of the same response.
pub async fn texts(c: &mut Conn, round: RoundId, question: &str) -> Result<BTreeMap<String, (TextId, CollegeId)>, Error> {
    let rows = all!(
        c,
        (ResponseId, CollegeId),
        "SELECT id, college_id FROM responses WHERE round_id = $1 AND (answers -> $2) IS NOT NULL",
        round,
        question
    )?;
    let texts = rows.into_iter().map(|(response, college)| (TextId { response, question: question.to_owned() }, college));
    Ok(texts.map(|(text, college)| (key(&text), (text, college))).collect())
}

/// The college of each response that was read.
pub async fn colleges(c: &mut Conn, round: RoundId) -> Result<BTreeMap<ResponseId, CollegeId>, Error> {
    let rows = all!(
        c,
        (ResponseId, CollegeId),
        "SELECT id, college_id FROM responses WHERE round_id = $1 AND id IN (SELECT response_id FROM readings WHERE round_id = $1)",
        round
    )?;
    Ok(rows.into_iter().collect())
}

/// What stands in some texts.
pub async fn words(c: &mut Conn, round: RoundId, texts: &[TextId]) -> Result<BTreeMap<TextId, String>, Error> {
    let responses: Vec<ResponseId> = texts.iter().map(|text| text.response).collect();
    let rows = among!(
        c,
        (ResponseId, Json<Answers>),
        "SELECT id, answers FROM responses WHERE id IN (",
        &responses,
        ") AND round_id = ",
        round,
        ""
    )?;
    let answers: BTreeMap<ResponseId, Answers> = rows.into_iter().map(|(id, Json(answers))| (id, answers)).collect();
    let word = |text: &TextId| Some((text.clone(), answers.get(&text.response)?.get(&text.question)?.first()?.clone()));
    Ok(texts.iter().filter_map(word).collect())
}

/// What one person marked on a text, in place of what they marked before; `None`: not read.
pub async fn read(c: &mut Conn, round: RoundId, text: &TextId, coder: AccountId, themes: Option<&BTreeSet<ThemeId>>) -> Result<(), Error> {
    for sql in [
        "DELETE FROM codings WHERE response_id = $1 AND question = $2 AND coder_id = $3",
        "DELETE FROM readings WHERE response_id = $1 AND question = $2 AND coder_id = $3",
    ] {
        run!(c, sql, text.response, &text.question, coder)?;
    }
    let Some(themes) = themes else { return Ok(()) };
    run!(
        c,
        "INSERT INTO readings (round_id, response_id, question, coder_id) VALUES ($1, $2, $3, $4)",
        round,
        text.response,
        &text.question,
        coder
    )?;
    if !themes.is_empty() {
        rows!(
            c,
            "INSERT INTO codings (round_id, response_id, question, coder_id, theme_id) ",
            themes,
            |row, theme| row.push_bind(round).push_bind(text.response).push_bind(&text.question).push_bind(coder).push_bind(theme),
            ""
        )?;
    }
    Ok(())
}

/// What was settled of a text, in place of what was settled before.
pub async fn settle(c: &mut Conn, round: RoundId, text: &TextId, by: AccountId, settled: &BTreeMap<ThemeId, bool>) -> Result<(), Error> {
    run!(c, "DELETE FROM settlements WHERE response_id = $1 AND question = $2", text.response, &text.question)?;
    for (theme, borne) in settled {
        settle_one(c, round, text, by, *theme, *borne).await?;
    }
    Ok(())
}

async fn settle_one(c: &mut Conn, round: RoundId, text: &TextId, by: AccountId, theme: ThemeId, borne: bool) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO settlements (round_id, response_id, question, theme_id, borne, account_id) VALUES ($1, $2, $3, $4, $5, $6)",
        round,
        text.response,
        &text.question,
        theme,
        borne,
        by
    )?;
    Ok(())
}

/// From now on `from` is counted as `into`. `verdicts`: what is settled of `into` afterwards, text by text.
pub async fn merge(
    c: &mut Conn,
    round: RoundId,
    from: ThemeId,
    into: ThemeId,
    by: AccountId,
    verdicts: &[(TextId, bool)],
) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO codings (round_id, response_id, question, coder_id, theme_id)
         SELECT round_id, response_id, question, coder_id, $2 FROM codings WHERE theme_id = $1
         ON CONFLICT (response_id, question, coder_id, theme_id) DO NOTHING",
        from,
        into
    )?;
    run!(c, "DELETE FROM codings WHERE theme_id = $1", from)?;
    run!(c, "DELETE FROM settlements WHERE theme_id IN ($1, $2)", from, into)?;
    for (text, borne) in verdicts {
        settle_one(c, round, text, by, into, *borne).await?;
    }
    run!(c, "UPDATE themes SET merged_into = $2 WHERE id = $1", from, into)?;
    Ok(())
}

/// The codings of a theme on these texts, whoever gave it, become those of another theme that has none there.
pub async fn split(c: &mut Conn, from: ThemeId, to: ThemeId, texts: &[TextId]) -> Result<(), Error> {
    for text in texts {
        for sql in [
            "UPDATE codings SET theme_id = $2 WHERE theme_id = $1 AND response_id = $3 AND question = $4",
            "UPDATE settlements SET theme_id = $2 WHERE theme_id = $1 AND response_id = $3 AND question = $4",
        ] {
            run!(c, sql, from, to, text.response, &text.question)?;
        }
    }
    Ok(())
}

/// A person has changed their response in a named round: the texts that changed are unread again.
pub(crate) async fn forget(c: &mut Conn, response: ResponseId, before: &Answers, after: &Answers) -> Result<(), Error> {
    for question in before.iter().filter(|(question, words)| after.get(*question) != Some(*words)).map(|(question, _)| question) {
        for sql in [
            "DELETE FROM settlements WHERE response_id = $1 AND question = $2",
            "DELETE FROM codings WHERE response_id = $1 AND question = $2",
            "DELETE FROM readings WHERE response_id = $1 AND question = $2",
        ] {
            run!(c, sql, response, question)?;
        }
    }
    Ok(())
}
