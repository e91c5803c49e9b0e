//! Rounds and their calendar.

use domain::{
    access::{Function, Visibility, Who},
    id::{AccountId, CollegeId, ProcessId, RoundId},
    lang::LangText,
    round::{Calendar, Mode, RoundKind},
};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::types::Json;

use crate::{Conn, Error, conn::*, process::WhoRow};

/// A round without its content.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Round {
    pub id: RoundId,
    pub process_id: ProcessId,
    pub kind: RoundKind,
    #[sqlx(json)]
    pub title: LangText,
    #[sqlx(json)]
    pub intro: LangText,
    pub mode: Mode,
    #[sqlx(flatten)]
    pub calendar: CalendarRow,
    #[sqlx(json)]
    pub decision: LangText,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CalendarRow {
    announced: bool,
    opens_at: Option<i64>,
    closes_at: Option<i64>,
    closed_at: Option<i64>,
    published_at: Option<i64>,
}

impl Round {
    pub fn calendar(&self) -> Calendar {
        self.calendar.into()
    }
}

impl From<CalendarRow> for Calendar {
    fn from(row: CalendarRow) -> Self {
        let CalendarRow { announced, opens_at, closes_at, closed_at, published_at } = row;
        Calendar { announced, opens_at, closes_at, closed_at, published_at }
    }
}

/// What every act in a round needs first, in one query: the person's place and the round's state.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub who: Who,
    pub process: ProcessId,
    pub kind: RoundKind,
    pub mode: Mode,
    pub calendar: Calendar,
}

#[derive(sqlx::FromRow)]
pub(crate) struct EntryRow {
    #[sqlx(flatten)]
    who: WhoRow,
    process: ProcessId,
    round_kind: RoundKind,
    mode: Mode,
    #[sqlx(flatten)]
    calendar: CalendarRow,
}

impl EntryRow {
    pub(crate) fn entry(self, account: Option<AccountId>) -> Entry {
        Entry { who: self.who.who(account), process: self.process, kind: self.round_kind, mode: self.mode, calendar: self.calendar.into() }
    }
}

/// The person's place in the process of a round; `None` when there is no such round.
pub async fn enter(c: &mut Conn, round: RoundId, account: Option<AccountId>) -> Result<Option<Entry>, Error> {
    let row = maybe!(
        c,
        EntryRow,
        "SELECT p.visibility, a.administrator, m.id AS member, m.function, k.id AS college, k.kind,
                p.id AS process, r.kind AS round_kind, r.mode, r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at,
                EXISTS (SELECT 1 FROM committee_members e WHERE e.process_id = p.id AND e.committee = 'ethics' AND e.member_id = m.id) AS ethics
         FROM rounds r
         JOIN processes p ON p.id = r.process_id
         LEFT JOIN accounts a ON a.id = $2
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $2 AND m.joined_at IS NOT NULL
         LEFT JOIN colleges k ON k.id = m.college_id
         WHERE r.id = $1",
        round,
        account
    )?;
    Ok(row.map(|row| row.entry(account)))
}

pub async fn find(c: &mut Conn, id: RoundId) -> Result<Option<Round>, Error> {
    maybe!(
        c,
        Round,
        "SELECT id, process_id, kind, title, intro, mode, announced, opens_at, closes_at, closed_at, published_at, decision
         FROM rounds WHERE id = $1",
        id
    )
}

/// The rounds of a process in their order, drafts included.
pub async fn of_process(c: &mut Conn, process: ProcessId) -> Result<Vec<Round>, Error> {
    all!(
        c,
        Round,
        "SELECT id, process_id, kind, title, intro, mode, announced, opens_at, closes_at, closed_at, published_at, decision
         FROM rounds WHERE process_id = $1 ORDER BY position",
        process
    )
}

/// A round in a list of processes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Step {
    pub process_id: ProcessId,
    pub kind: RoundKind,
    #[sqlx(json)]
    pub title: LangText,
    #[sqlx(flatten)]
    calendar: CalendarRow,
}

impl Step {
    pub fn calendar(&self) -> Calendar {
        self.calendar.into()
    }
}

/// The announced rounds of the processes that [`crate::process::visible`] gives for the same arguments, in their order.
pub async fn of_visible(c: &mut Conn, account: Option<AccountId>, limit: i64, offset: i64) -> Result<Vec<Step>, Error> {
    all!(
        c,
        Step,
        "SELECT r.process_id, r.kind, r.title, r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at
         FROM rounds r
         WHERE r.announced AND r.process_id IN (
             SELECT p.id FROM processes p
             LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $1 AND m.joined_at IS NOT NULL
             WHERE p.visibility = $2 OR m.id IS NOT NULL
             ORDER BY (m.id IS NULL), p.created_at DESC, p.id
             LIMIT $3 OFFSET $4)
         ORDER BY r.process_id, r.position",
        account,
        Visibility::Public,
        limit,
        offset
    )
}

/// How many people of a college took part in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Participation {
    pub round_id: RoundId,
    pub college_id: CollegeId,
    pub n: i64,
}

/// Who took part, by round and college, as the writes that change it keep it.
pub async fn participation(c: &mut Conn, process: ProcessId) -> Result<Vec<Participation>, Error> {
    all!(
        c,
        Participation,
        "SELECT t.round_id, t.college_id, t.n FROM participation_tallies t JOIN rounds r ON r.id = t.round_id WHERE r.process_id = $1",
        process
    )
}

/// The frame of a round: the form of a survey, the rule of a charter, the criteria of an evaluation.
pub async fn content<T: DeserializeOwned + Send + Unpin>(c: &mut Conn, round: RoundId) -> Result<T, Error> {
    let (Json(value),): (Json<serde_json::Value>,) =
        one!(c, (Json<serde_json::Value>,), "SELECT content FROM rounds WHERE id = $1", round)?;
    Ok(serde_json::from_value(value)?)
}

pub async fn set_content<T: Serialize>(c: &mut Conn, round: RoundId, content: &T) -> Result<(), Error> {
    run!(c, "UPDATE rounds SET content = $2 WHERE id = $1", round, Json(serde_json::to_value(content)?))?;
    Ok(())
}

/// A new round at the end of the calendar, as a draft.
pub async fn create<T: Serialize>(
    c: &mut Conn,
    process: ProcessId,
    kind: RoundKind,
    mode: Mode,
    title: &LangText,
    intro: &LangText,
    content: &T,
) -> Result<RoundId, Error> {
    let id: RoundId = crate::new_id();
    run!(
        c,
        "INSERT INTO rounds (id, process_id, position, kind, title, intro, mode, content, decision)
         SELECT $1, $2, COALESCE((SELECT MAX(position) + 1 FROM rounds WHERE process_id = $2), 1), $3, $4, $5, $6, $7, $8",
        id,
        process,
        kind,
        Json(title),
        Json(intro),
        mode,
        Json(serde_json::to_value(content)?),
        Json(LangText::default()),
    )?;
    Ok(id)
}

pub async fn edit(c: &mut Conn, round: RoundId, title: &LangText, intro: &LangText, mode: Mode) -> Result<(), Error> {
    run!(c, "UPDATE rounds SET title = $2, intro = $3, mode = $4 WHERE id = $1", round, Json(title), Json(intro), mode)?;
    Ok(())
}

pub async fn set_calendar(c: &mut Conn, round: RoundId, calendar: Calendar) -> Result<(), Error> {
    run!(
        c,
        "UPDATE rounds SET announced = $2, opens_at = $3, closes_at = $4, closed_at = $5, published_at = $6 WHERE id = $1",
        round,
        calendar.announced,
        calendar.opens_at,
        calendar.closes_at,
        calendar.closed_at,
        calendar.published_at,
    )?;
    Ok(())
}

pub async fn set_decision(c: &mut Conn, round: RoundId, decision: &LangText) -> Result<(), Error> {
    run!(c, "UPDATE rounds SET decision = $2 WHERE id = $1", round, Json(decision))?;
    Ok(())
}

/// A survey whose questions may be taken over.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Earlier {
    pub id: RoundId,
    #[sqlx(json)]
    pub title: LangText,
    #[sqlx(json)]
    pub process: LangText,
}

/// The surveys of the processes that somebody animates, other than `but`, the newest processes first.
pub async fn surveys_of_facilitator(c: &mut Conn, account: AccountId, but: RoundId) -> Result<Vec<Earlier>, Error> {
    all!(
        c,
        Earlier,
        "SELECT r.id, r.title, p.title AS process
         FROM rounds r
         JOIN processes p ON p.id = r.process_id
         JOIN members m ON m.process_id = p.id AND m.account_id = $1 AND m.function = $2 AND m.joined_at IS NOT NULL
         WHERE r.kind = $3 AND r.id <> $4
         ORDER BY p.created_at DESC, r.position LIMIT 100",
        account,
        Function::Facilitator,
        RoundKind::Survey,
        but
    )
}
