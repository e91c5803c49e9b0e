//! Members as those who run a process, and the members themselves, see them.

use domain::{
    access::Function,
    college::CollegeKind,
    id::{AccountId, CollegeId, MemberId, ProcessId},
    lang::LangText,
};

use crate::{Conn, Error, conn::*, process::NewMember};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Member {
    pub id: MemberId,
    pub name: String,
    /// None for those who came with a card.
    pub email: Option<String>,
    pub function: Function,
    pub college_id: Option<CollegeId>,
    pub organisation: String,
    pub title: String,
    /// None until the invitation is accepted.
    pub joined_at: Option<i64>,
}

/// The members of a process by name.
pub async fn list(c: &mut Conn, process: ProcessId) -> Result<Vec<Member>, Error> {
    all!(
        c,
        Member,
        "SELECT m.id, a.name, a.email, m.function, m.college_id, m.organisation, m.title, m.joined_at
         FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.process_id = $1 ORDER BY LOWER(a.name), m.id",
        process
    )
}

/// Whether an account is a member, and if so whether it has joined.
pub async fn joined(c: &mut Conn, process: ProcessId, account: AccountId) -> Result<Option<bool>, Error> {
    let row = maybe!(c, (Option<i64>,), "SELECT joined_at FROM members WHERE process_id = $1 AND account_id = $2", process, account)?;
    Ok(row.map(|(joined_at,)| joined_at.is_some()))
}

/// Another place for one who is invited and has not come yet.
pub async fn move_invited(c: &mut Conn, member: NewMember<'_>) -> Result<(), Error> {
    run!(
        c,
        "UPDATE members SET function = $3, college_id = $4, organisation = $5, title = $6
         WHERE process_id = $1 AND account_id = $2 AND joined_at IS NULL",
        member.process,
        member.account,
        member.function,
        member.college,
        member.organisation,
        member.title
    )?;
    Ok(())
}

/// E-mail addresses of a process's members, invited or joined.
pub async fn emails(c: &mut Conn, process: ProcessId) -> Result<Vec<String>, Error> {
    let rows = all!(
        c,
        (String,),
        "SELECT a.email FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.process_id = $1 AND a.email IS NOT NULL",
        process
    )?;
    Ok(rows.into_iter().map(|(email,)| email).collect())
}

/// A process that an account takes part in.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub process_id: ProcessId,
    #[sqlx(json)]
    pub title: LangText,
    pub function: Function,
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub name: Option<LangText>,
}

/// Where a person takes part, the newest process first.
pub async fn places(c: &mut Conn, account: AccountId) -> Result<Vec<Place>, Error> {
    all!(
        c,
        Place,
        "SELECT p.id AS process_id, p.title, m.function, k.kind, k.name
         FROM members m JOIN processes p ON p.id = m.process_id LEFT JOIN colleges k ON k.id = m.college_id
         WHERE m.account_id = $1 AND m.joined_at IS NOT NULL ORDER BY p.created_at DESC",
        account
    )
}

/// The account of a member, and when they came.
pub async fn account(c: &mut Conn, member: MemberId) -> Result<Option<(AccountId, Option<i64>)>, Error> {
    maybe!(c, (AccountId, Option<i64>), "SELECT account_id, joined_at FROM members WHERE id = $1", member)
}
