//! Territories, processes, colleges and members.

use domain::{
    access::{Function, Membership, Visibility, Who},
    college::CollegeKind,
    id::{AccountId, CollegeId, MemberId, ProcessId, TerritoryId},
    lang::LangText,
    process::TerritoryKind,
};
use sqlx::types::Json;

use crate::{Conn, Error, conn::*};

/// A process as its pages show it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Process {
    pub id: ProcessId,
    pub territory_id: TerritoryId,
    pub territory: String,
    #[sqlx(json)]
    pub title: LangText,
    #[sqlx(json)]
    pub summary: LangText,
    pub language: String,
    pub visibility: Visibility,
    pub created_at: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct College {
    pub id: CollegeId,
    pub kind: CollegeKind,
    #[sqlx(json)]
    pub name: LangText,
    pub members: i64,
    pub expected: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct EnterRow {
    #[sqlx(flatten)]
    process: Process,
    administrator: Option<bool>,
    member: Option<MemberId>,
    function: Option<Function>,
    college: Option<CollegeId>,
    kind: Option<CollegeKind>,
    ethics: bool,
}

/// The process with the person's place in it, in one query; `None` when there is no such process.
pub async fn enter(c: &mut Conn, id: ProcessId, account: Option<AccountId>) -> Result<Option<(Process, Who)>, Error> {
    let row = maybe!(
        c,
        EnterRow,
        "SELECT p.id, p.territory_id, t.name AS territory, p.title, p.summary, p.language, p.visibility, p.created_at,
                a.administrator, m.id AS member, m.function, k.id AS college, k.kind,
                EXISTS (SELECT 1 FROM committee_members e WHERE e.process_id = p.id AND e.committee = 'ethics' AND e.member_id = m.id) AS ethics
         FROM processes p
         JOIN territories t ON t.id = p.territory_id
         LEFT JOIN accounts a ON a.id = $2
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $2 AND m.joined_at IS NOT NULL
         LEFT JOIN colleges k ON k.id = m.college_id
         WHERE p.id = $1",
        id,
        account
    )?;
    Ok(row.map(|EnterRow { process, administrator, member, function, college, kind, ethics }| {
        let who = WhoRow { visibility: process.visibility, administrator, member, function, college, kind, ethics }.who(account);
        (process, who)
    }))
}

pub async fn find(c: &mut Conn, id: ProcessId) -> Result<Option<Process>, Error> {
    maybe!(
        c,
        Process,
        "SELECT p.id, p.territory_id, t.name AS territory, p.title, p.summary, p.language, p.visibility, p.created_at
         FROM processes p JOIN territories t ON t.id = p.territory_id WHERE p.id = $1",
        id
    )
}

/// Whether nobody has used this database yet.
pub async fn is_empty(c: &mut Conn) -> Result<bool, Error> {
    let (n,) = one!(c, (i64,), "SELECT (SELECT COUNT(*) FROM processes) + (SELECT COUNT(*) FROM accounts)")?;
    Ok(n == 0)
}

pub async fn colleges(c: &mut Conn, process: ProcessId) -> Result<Vec<College>, Error> {
    all!(c, College, "SELECT id, kind, name, members, expected FROM colleges WHERE process_id = $1 ORDER BY position", process)
}

/// The same with the members that each had at a time: nobody leaves a college, and nobody changes.
pub async fn colleges_at(c: &mut Conn, process: ProcessId, at: i64) -> Result<Vec<College>, Error> {
    all!(
        c,
        College,
        "SELECT k.id, k.kind, k.name, (SELECT COUNT(*) FROM members m WHERE m.college_id = k.id AND m.joined_at < $2) AS members, k.expected
         FROM colleges k WHERE k.process_id = $1 ORDER BY k.position",
        process,
        at
    )
}

#[derive(sqlx::FromRow)]
pub(crate) struct WhoRow {
    visibility: Visibility,
    administrator: Option<bool>,
    member: Option<MemberId>,
    function: Option<Function>,
    college: Option<CollegeId>,
    kind: Option<CollegeKind>,
    /// What needs to know it asks for it; nothing else is open to the committee.
    #[sqlx(default)]
    ethics: bool,
}

impl WhoRow {
    pub(crate) fn who(self, account: Option<AccountId>) -> Who {
        Who {
            account,
            administrator: self.administrator.unwrap_or(false),
            membership: self.member.zip(self.function).map(|(member, function)| Membership {
                member,
                function,
                college: self.college.zip(self.kind),
            }),
            members_only: self.visibility == Visibility::Members,
            ethics: self.ethics,
        }
    }
}

/// The person's place in a process; `None` when there is no such process.
pub async fn who(c: &mut Conn, process: ProcessId, account: Option<AccountId>) -> Result<Option<Who>, Error> {
    let row = maybe!(
        c,
        WhoRow,
        "SELECT p.visibility, a.administrator, m.id AS member, m.function, k.id AS college, k.kind,
                EXISTS (SELECT 1 FROM committee_members e WHERE e.process_id = p.id AND e.committee = 'ethics' AND e.member_id = m.id) AS ethics
         FROM processes p
         LEFT JOIN accounts a ON a.id = $2
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $2 AND m.joined_at IS NOT NULL
         LEFT JOIN colleges k ON k.id = m.college_id
         WHERE p.id = $1",
        process,
        account
    )?;
    Ok(row.map(|row| row.who(account)))
}

pub async fn create_territory(c: &mut Conn, parent: Option<TerritoryId>, kind: TerritoryKind, name: &str) -> Result<TerritoryId, Error> {
    let id: TerritoryId = crate::new_id();
    run!(c, "INSERT INTO territories (id, parent_id, kind, name) VALUES ($1, $2, $3, $4)", id, parent, kind, name)?;
    Ok(id)
}

/// A place in the tree of territories.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Territory {
    pub id: TerritoryId,
    pub parent_id: Option<TerritoryId>,
    pub kind: TerritoryKind,
    pub name: String,
    /// The registry's, if it is known.
    pub code: Option<String>,
}

/// Takes over many territories at once: each new one under what it lies in, names and codes of those that are there corrected.
pub async fn take_territories(c: &mut Conn, changes: &[domain::territories::Change]) -> Result<(), Error> {
    use domain::territories::Change;
    for change in changes {
        match change {
            Change::New { id, parent, kind, name, code } => {
                let sql = "INSERT INTO territories (id, parent_id, kind, name, code) VALUES ($1, $2, $3, $4, $5)";
                run!(c, sql, *id, *parent, *kind, name.as_str(), code.as_deref())?
            }
            Change::Correct { id, name, code } => {
                run!(c, "UPDATE territories SET name = $2, code = $3 WHERE id = $1", *id, name.as_str(), code.as_deref())?
            }
        };
    }
    Ok(())
}

/// Every territory, by name.
pub async fn territories(c: &mut Conn) -> Result<Vec<Territory>, Error> {
    all!(c, Territory, "SELECT id, parent_id, kind, name, code FROM territories ORDER BY name, id")
}

pub async fn territory(c: &mut Conn, id: TerritoryId) -> Result<Option<Territory>, Error> {
    maybe!(c, Territory, "SELECT id, parent_id, kind, name, code FROM territories WHERE id = $1", id)
}

/// A process in a list, with the reader's function in it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    pub id: ProcessId,
    pub territory: String,
    #[sqlx(json)]
    pub title: LangText,
    pub visibility: Visibility,
    /// Set when the reader has joined it.
    pub function: Option<Function>,
}

/// The processes that a reader may see: their own first, then the newest. A visitor sees the public ones.
pub async fn visible(c: &mut Conn, account: Option<AccountId>, limit: i64, offset: i64) -> Result<Vec<Listed>, Error> {
    all!(
        c,
        Listed,
        "SELECT p.id, t.name AS territory, p.title, p.visibility, m.function
         FROM processes p
         JOIN territories t ON t.id = p.territory_id
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = $1 AND m.joined_at IS NOT NULL
         WHERE p.visibility = $2 OR m.id IS NOT NULL
         ORDER BY (m.id IS NULL), p.created_at DESC, p.id
         LIMIT $3 OFFSET $4",
        account,
        Visibility::Public,
        limit,
        offset
    )
}

/// A process in the administrator's list.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Overview {
    pub id: ProcessId,
    pub territory: String,
    #[sqlx(json)]
    pub title: LangText,
    pub visibility: Visibility,
    pub participants: i64,
    pub facilitators: i64,
}

/// All processes, the newest first.
pub async fn every(c: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Overview>, Error> {
    all!(
        c,
        Overview,
        "SELECT p.id, t.name AS territory, p.title, p.visibility,
                (SELECT CAST(COALESCE(SUM(k.members), 0) AS BIGINT) FROM colleges k WHERE k.process_id = p.id) AS participants,
                (SELECT COUNT(*) FROM members m WHERE m.process_id = p.id AND m.function = $3 AND m.joined_at IS NOT NULL) AS facilitators
         FROM processes p JOIN territories t ON t.id = p.territory_id
         ORDER BY p.created_at DESC, p.id LIMIT $1 OFFSET $2",
        limit,
        offset,
        Function::Facilitator
    )
}

pub async fn edit(c: &mut Conn, process: ProcessId, title: &LangText, summary: &LangText, visibility: Visibility) -> Result<(), Error> {
    run!(
        c,
        "UPDATE processes SET title = $2, summary = $3, visibility = $4 WHERE id = $1",
        process,
        Json(title),
        Json(summary),
        visibility
    )?;
    Ok(())
}

/// How many people a college of this process hopes for; a college of another process stays as it is.
pub async fn set_expected(c: &mut Conn, process: ProcessId, college: CollegeId, expected: Option<i64>) -> Result<(), Error> {
    run!(c, "UPDATE colleges SET expected = $3 WHERE id = $2 AND process_id = $1", process, college, expected)?;
    Ok(())
}

/// A new process with its three usual colleges, in their order.
pub async fn create(
    c: &mut Conn,
    territory: TerritoryId,
    title: &LangText,
    summary: &LangText,
    language: &str,
    visibility: Visibility,
    now: i64,
) -> Result<ProcessId, Error> {
    let id: ProcessId = crate::new_id();
    run!(
        c,
        "INSERT INTO processes (id, territory_id, title, summary, language, visibility, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        territory,
        Json(title),
        Json(summary),
        language,
        visibility,
        now
    )?;
    for kind in [CollegeKind::Family, CollegeKind::Professional, CollegeKind::Elected] {
        add_college(c, id, kind, &LangText::default(), None).await?;
    }
    Ok(id)
}

pub async fn add_college(
    c: &mut Conn,
    process: ProcessId,
    kind: CollegeKind,
    name: &LangText,
    expected: Option<i64>,
) -> Result<CollegeId, Error> {
    let id: CollegeId = crate::new_id();
    run!(
        c,
        "INSERT INTO colleges (id, process_id, kind, name, position, expected)
         SELECT $1, $2, $3, $4, COALESCE((SELECT MAX(position) + 1 FROM colleges WHERE process_id = $2), 1), $5",
        id,
        process,
        kind,
        Json(name),
        expected
    )?;
    Ok(id)
}

/// What makes an account a member.
#[derive(Clone, Debug)]
pub struct NewMember<'a> {
    pub process: ProcessId,
    pub account: AccountId,
    pub function: Function,
    /// Set for participants.
    pub college: Option<CollegeId>,
    pub organisation: &'a str,
    pub title: &'a str,
    /// None for somebody who is invited and has not come yet.
    pub joined_at: Option<i64>,
}

/// A new member, counted in its college once it has joined; [`Error::is_duplicate`] when it is one already.
pub async fn add_member(c: &mut Conn, member: NewMember<'_>) -> Result<MemberId, Error> {
    let id: MemberId = crate::new_id();
    run!(
        c,
        "INSERT INTO members (id, process_id, account_id, function, college_id, organisation, title, joined_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        member.process,
        member.account,
        member.function,
        member.college,
        member.organisation,
        member.title,
        member.joined_at
    )?;
    if let (Some(college), Some(_)) = (member.college, member.joined_at) {
        run!(c, "UPDATE colleges SET members = members + 1 WHERE id = $1", college)?;
    }
    Ok(id)
}

/// An invited person comes: counted from now on. Nothing changes for one who has joined already.
pub async fn join(c: &mut Conn, process: ProcessId, account: AccountId, now: i64) -> Result<(), Error> {
    let joined = run!(
        c,
        "UPDATE members SET joined_at = $3 WHERE process_id = $1 AND account_id = $2 AND joined_at IS NULL",
        process,
        account,
        now
    )?;
    if joined > 0 {
        run!(
            c,
            "UPDATE colleges SET members = members + 1
             WHERE id = (SELECT college_id FROM members WHERE process_id = $1 AND account_id = $2)",
            process,
            account
        )?;
    }
    Ok(())
}
