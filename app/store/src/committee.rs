//! Who sits in the committees of a process.

use domain::{
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
