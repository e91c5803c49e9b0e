//! Stances, one per person and version, and their tallies by college, kept by the write that changes them.

use std::collections::HashMap;

use domain::{
    charter::stance::{Counts, Stance},
    college::CollegeKind,
    id::{AccountId, ArticleId, CollegeId, RoundId, VersionId},
    lang::LangText,
};

use super::objection::{Raised, Said, keep};
use crate::{Conn, Error, conn::*};

/// The counts of each college on each version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies(HashMap<(VersionId, CollegeId), Counts>);

impl Tallies {
    pub fn of(&self, version: VersionId, college: CollegeId) -> Counts {
        self.0.get(&(version, college)).copied().unwrap_or_default()
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (VersionId, CollegeId, Counts)> {
        self.0.iter().map(|((version, college), counts)| (*version, *college, *counts))
    }
}

type TallyRow = (VersionId, CollegeId, Stance, i64);

fn gather(rows: Vec<TallyRow>) -> Tallies {
    let mut tallies = Tallies::default();
    for (version, college, stance, n) in rows {
        tallies.0.entry((version, college)).or_default().add(stance, n);
    }
    tallies
}

/// The tallies of every version of every article of a round.
pub async fn tallies(c: &mut Conn, round: RoundId) -> Result<Tallies, Error> {
    let rows = all!(
        c,
        TallyRow,
        "SELECT t.version_id, t.college_id, t.stance, t.n
         FROM articles a JOIN article_versions v ON v.article_id = a.id JOIN stance_tallies t ON t.version_id = v.id
         WHERE a.round_id = $1",
        round
    )?;
    Ok(gather(rows))
}

/// The tallies of one version.
pub async fn tallies_of(c: &mut Conn, version: VersionId) -> Result<Tallies, Error> {
    Ok(gather(all!(c, TallyRow, "SELECT version_id, college_id, stance, n FROM stance_tallies WHERE version_id = $1", version)?))
}

/// A stance that a person took on a version of an article.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Taken {
    pub article_id: ArticleId,
    pub number: i64,
    pub stance: Stance,
    pub reason: String,
}

/// All that a person took in a round, on versions old and new, in their order.
pub async fn taken_by(c: &mut Conn, round: RoundId, account: AccountId) -> Result<Vec<Taken>, Error> {
    all!(
        c,
        Taken,
        "SELECT a.id AS article_id, v.number, s.stance, s.reason
         FROM articles a JOIN article_versions v ON v.article_id = a.id JOIN stances s ON s.version_id = v.id
         WHERE a.round_id = $1 AND s.account_id = $2 ORDER BY v.number",
        round,
        account
    )
}

/// Why somebody stands where they stand.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reason {
    pub stance: Stance,
    pub reason: String,
    pub author: String,
    pub kind: CollegeKind,
    #[sqlx(json)]
    pub name: LangText,
}

/// The reasons given on one version, by college in the colleges' order, then by name.
pub async fn reasons(c: &mut Conn, version: VersionId) -> Result<Vec<Reason>, Error> {
    all!(
        c,
        Reason,
        "SELECT s.stance, s.reason, p.name AS author, k.kind, k.name
         FROM stances s JOIN accounts p ON p.id = s.account_id JOIN colleges k ON k.id = s.college_id
         WHERE s.version_id = $1 AND s.reason <> '' ORDER BY k.position, p.name, p.id",
        version
    )
}

/// A stance to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct NewStance<'a> {
    pub round: RoundId,
    pub version: VersionId,
    pub account: AccountId,
    pub college: CollegeId,
    pub stance: Stance,
    pub reason: &'a str,
}

/// Takes a stance, or changes the one taken before on this version. The caller holds the article's lock (`c.lock(article.0)`), under
/// which it saw that the version is the current one.
pub async fn take_stance(c: &mut Conn, new: NewStance<'_>) -> Result<(), Error> {
    let before = maybe!(
        c,
        (Stance, CollegeId, String),
        "SELECT stance, college_id, reason FROM stances WHERE version_id = $1 AND account_id = $2",
        new.version,
        new.account
    )?;
    run!(
        c,
        "INSERT INTO stances (version_id, account_id, college_id, stance, reason) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (version_id, account_id)
         DO UPDATE SET college_id = excluded.college_id, stance = excluded.stance, reason = excluded.reason",
        new.version,
        new.account,
        new.college,
        new.stance,
        new.reason
    )?;
    let anew = before.as_ref().is_none_or(|(stance, _, reason)| *stance != Stance::Objection || reason != new.reason);
    let said = Said { round: new.round, account: new.account, college: new.college, stance: new.stance };
    keep(c, said, Raised::Version(new.version), anew).await?;
    if let Some((stance, college, _)) = before {
        count(c, new.version, college, stance, -1).await?;
    }
    count(c, new.version, new.college, new.stance, 1).await?;
    took_part(c, new.round, new.account, new.college).await
}

async fn count(c: &mut Conn, version: VersionId, college: CollegeId, stance: Stance, n: i64) -> Result<(), Error> {
    run!(
        c,
        "INSERT INTO stance_tallies (version_id, college_id, stance, n) VALUES ($1, $2, $3, $4)
         ON CONFLICT (version_id, college_id, stance) DO UPDATE SET n = stance_tallies.n + excluded.n",
        version,
        college,
        stance,
        n
    )?;
    Ok(())
}

/// The person is one of those who took part in the round, counted once in its college.
pub(super) async fn took_part(c: &mut Conn, round: RoundId, account: AccountId, college: CollegeId) -> Result<(), Error> {
    let new = run!(c, "INSERT INTO participations (round_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", round, account)?;
    if new > 0 {
        run!(
            c,
            "INSERT INTO participation_tallies (round_id, college_id, n) VALUES ($1, $2, 1)
             ON CONFLICT (round_id, college_id) DO UPDATE SET n = participation_tallies.n + 1",
            round,
            college
        )?;
    }
    Ok(())
}
