//! Who sits in the committees of a process.

use domain::{
    access::Function,
    college::CollegeKind,
    committee::Committee,
    id::{AccountId, MemberId, ProcessId},
    lang::LangText,
};

use crate::{Conn, Error, conn::*};

/// A member, as members see each other: a name and a public.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Seated {
    pub committee: Committee,
    pub member_id: MemberId,
    pub name: String,
    /// None for those of no college.
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
}

pub async fn seats(c: &mut Conn, process: ProcessId) -> Result<Vec<Seated>, Error> {
    all!(
        c,
        Seated,
        "SELECT s.committee, s.member_id, a.name, k.kind, k.name AS college
         FROM committee_members s
         JOIN members m ON m.id = s.member_id
         JOIN accounts a ON a.id = m.account_id
         LEFT JOIN colleges k ON k.id = m.college_id
         WHERE s.process_id = $1 ORDER BY s.committee, LOWER(a.name), m.id",
        process
    )
}

/// Somebody who may be appointed.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Candidate {
    pub id: MemberId,
    pub name: String,
    pub function: Function,
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
}

/// Members who have come and whose name holds these words, by name: `most` at the most.
pub async fn candidates(c: &mut Conn, process: ProcessId, words: &str, most: i64) -> Result<Vec<Candidate>, Error> {
    // SQLite knows capitals of ASCII alone: it is asked for the words as they were typed, and in small letters and with a capital too.
    let pattern = |words: &str| {
        let plain = words.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        format!("%{plain}%")
    };
    let small = words.to_lowercase();
    let mut rest = small.chars();
    let capital: String = rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect();
    all!(
        c,
        Candidate,
        "SELECT m.id, a.name, m.function, k.kind, k.name AS college
         FROM members m JOIN accounts a ON a.id = m.account_id LEFT JOIN colleges k ON k.id = m.college_id
         WHERE m.process_id = $1 AND m.joined_at IS NOT NULL
           AND (a.name LIKE $2 ESCAPE '!' OR LOWER(a.name) LIKE $3 ESCAPE '!' OR a.name LIKE $4 ESCAPE '!')
         ORDER BY LOWER(a.name), m.id LIMIT $5",
        process,
        pattern(words),
        pattern(&small),
        pattern(&capital),
        most
    )
}

/// The account of a member of this process, and whether they have come; appointments wait for each other.
pub async fn member(c: &mut Conn, process: ProcessId, member: MemberId) -> Result<Option<(AccountId, bool)>, Error> {
    c.lock(process.0).await?;
    maybe!(c, (AccountId, bool), "SELECT account_id, joined_at IS NOT NULL FROM members WHERE id = $2 AND process_id = $1", process, member)
}

pub async fn appoint(c: &mut Conn, process: ProcessId, committee: Committee, member: MemberId) -> Result<(), Error> {
    run!(c, "INSERT INTO committee_members (process_id, committee, member_id) VALUES ($1, $2, $3)", process, committee, member)?;
    Ok(())
}

/// Whether they sat there.
pub async fn unseat(c: &mut Conn, process: ProcessId, committee: Committee, member: MemberId) -> Result<bool, Error> {
    let gone =
        run!(c, "DELETE FROM committee_members WHERE process_id = $1 AND committee = $2 AND member_id = $3", process, committee, member)?;
    Ok(gone > 0)
}
