//! What a proposal says beside its words, and where it stands.

use domain::{
    id::{AccountId, NeedId, ProcessId, ProposalId, RoundId, TerritoryId, ThemeId},
    lang::LangText,
    proposals::{
        self,
        idea::{Extras, Standing},
    },
};
use sqlx::types::Json;

use crate::{Conn, Error, conn::*};

/// A need that stands, as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct NeedOption {
    pub id: NeedId,
    #[sqlx(json)]
    pub title: LangText,
    pub theme_id: ThemeId,
    #[sqlx(json)]
    pub theme: LangText,
}

/// What a form offers: the needs of the process with their themes, and territories below its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub needs: Vec<NeedOption>,
    pub places: Vec<(TerritoryId, String)>,
}

/// So many places a form has room for. What is typed is looked for among all of them.
pub const PLACES: i64 = 1_000;

impl Choices {
    /// Each theme once, in the order of the needs.
    pub fn themes(&self) -> Vec<(ThemeId, &LangText)> {
        let mut themes: Vec<(ThemeId, &LangText)> = Vec::new();
        for need in &self.needs {
            if !themes.iter().any(|(id, _)| *id == need.theme_id) {
                themes.push((need.theme_id, &need.theme));
            }
        }
        themes
    }
}

pub async fn needs(c: &mut Conn, process: ProcessId) -> Result<Vec<NeedOption>, Error> {
    all!(
        c,
        NeedOption,
        "SELECT n.id, n.title, n.theme_id, t.title AS theme FROM needs n JOIN themes t ON t.id = n.theme_id
         WHERE n.process_id = $1 AND n.withdrawn_reason IS NULL ORDER BY n.created_at, n.id LIMIT 300",
        process
    )
}

/// Territories below that of the process, the chosen one first, then by name. Of two of one name each says its code, or where it lies:
/// people choose by what they read.
pub async fn places(c: &mut Conn, process: ProcessId, chosen: Option<TerritoryId>, most: i64) -> Result<Vec<(TerritoryId, String)>, Error> {
    all!(
        c,
        (TerritoryId, String),
        "WITH RECURSIVE below (id) AS (
             SELECT t.id FROM territories t JOIN processes p ON p.territory_id = t.parent_id WHERE p.id = $1
             UNION ALL SELECT t.id FROM territories t JOIN below b ON t.parent_id = b.id)
         SELECT t.id, CASE WHEN COUNT(*) OVER (PARTITION BY t.name) > 1
                           THEN t.name || ' (' || COALESCE(t.code, up.name) || ')' ELSE t.name END
         FROM territories t JOIN below b ON b.id = t.id JOIN territories up ON up.id = t.parent_id
         ORDER BY CASE WHEN t.id = $2 THEN 0 ELSE 1 END, t.name, t.id LIMIT $3",
        process,
        chosen,
        most
    )
}

/// The places that the proposals in a round's list name: what its filter offers.
pub async fn places_named(c: &mut Conn, round: RoundId) -> Result<Vec<(TerritoryId, String)>, Error> {
    all!(
        c,
        (TerritoryId, String),
        concat!(
            "SELECT t.id, CASE WHEN COUNT(*) OVER (PARTITION BY t.name) > 1
                               THEN t.name || ' (' || COALESCE(t.code, up.name, '') || ')' ELSE t.name END
             FROM territories t LEFT JOIN territories up ON up.id = t.parent_id
             WHERE t.id IN (SELECT p.territory_id FROM proposals p WHERE p.round_id = $1 AND ",
            listed!(),
            ") ORDER BY t.name, t.id"
        ),
        round
    )
}

/// The need that its author says a proposal answers.
pub async fn own_need(c: &mut Conn, id: ProposalId) -> Result<Option<NeedId>, Error> {
    let row = maybe!(c, (NeedId,), "SELECT need_id FROM need_links WHERE proposal_id = $1 AND by_author", id)?;
    Ok(row.map(|(need,)| need))
}

/// Keeps what its author chose. Another need takes the place of the author's own; links that facilitators made stay.
pub async fn set_extras(c: &mut Conn, id: ProposalId, extras: &Extras) -> Result<(), Error> {
    run!(
        c,
        "UPDATE proposals SET picture = $2, theme_id = $3, territory_id = $4 WHERE id = $1",
        id,
        extras.picture.as_ref().map(Json),
        extras.theme,
        extras.territory
    )?;
    run!(c, "DELETE FROM need_links WHERE proposal_id = $1 AND by_author AND ($2 IS NULL OR need_id <> $2)", id, extras.need)?;
    if let Some(need) = extras.need {
        run!(
            c,
            "INSERT INTO need_links (id, need_id, proposal_id, by_author) VALUES ($1, $2, $3, TRUE) ON CONFLICT DO NOTHING",
            crate::new_id::<crate::Uuid>(),
            need,
            id
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    round_id: RoundId,
    author_id: AccountId,
    hidden: bool,
    withdrawn: bool,
    merged_into: Option<ProposalId>,
    holds: i64,
    answered: bool,
    votes: i64,
    comments: i64,
}

/// Where a proposal stands, its round, and the one it was merged into. Those who change it, or vote on it, wait for one another.
pub async fn standing(c: &mut Conn, id: ProposalId) -> Result<Option<(Standing, RoundId, Option<ProposalId>)>, Error> {
    c.lock(id.0).await?;
    let row = maybe!(
        c,
        StandingRow,
        "SELECT p.round_id, p.author_id, p.hidden_reason IS NOT NULL AS hidden, p.withdrawn_at IS NOT NULL AS withdrawn, p.merged_into,
                p.outcome IS NOT NULL AS answered,
                (SELECT COUNT(*) FROM proposals m WHERE m.merged_into = p.id) AS holds,
                (SELECT CAST(COALESCE(SUM(t.n), 0) AS BIGINT) FROM vote_tallies t WHERE t.proposal_id = p.id)
                    + (SELECT COUNT(*) FROM ballot_tallies b WHERE b.round_id = p.round_id AND b.n > 0 AND b.key LIKE $2) AS votes,
                (SELECT COUNT(*) FROM comments k WHERE k.proposal_id = p.id AND k.author_id <> p.author_id) AS comments
         FROM proposals p WHERE p.id = $1",
        id,
        // A ballot over the whole round names it in the keys of its tallies.
        format!("%{id}%")
    )?;
    Ok(row.map(|row| {
        let standing = Standing {
            author: row.author_id,
            hidden: row.hidden,
            withdrawn: row.withdrawn,
            merged: row.merged_into.is_some(),
            holds: row.holds,
            answered: row.answered,
            votes: row.votes,
            comments: row.comments,
        };
        (standing, row.round_id, row.merged_into)
    }))
}

/// Other words, by the author; the words that are searched go with them.
pub async fn edit(c: &mut Conn, id: ProposalId, proposal: &proposals::Proposal, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE proposals SET title = $2, body = $3, edited_at = $4 WHERE id = $1", id, &proposal.title, &proposal.body, now)?;
    crate::search::keep(c, id, &proposal.title, &proposal.body).await
}

/// Taken back: reports of it have nothing more to tell.
pub async fn withdraw(c: &mut Conn, id: ProposalId, now: i64) -> Result<(), Error> {
    run!(c, "UPDATE proposals SET withdrawn_at = $2 WHERE id = $1", id, now)?;
    run!(c, "UPDATE reports SET settled = $2 WHERE proposal_id = $1", id, true)?;
    Ok(())
}

/// That it asks who is here, or that it is an opinion like others.
pub async fn set_meta(c: &mut Conn, id: ProposalId, meta: bool) -> Result<(), Error> {
    run!(c, "UPDATE proposals SET meta = $2 WHERE id = $1", id, meta)?;
    Ok(())
}

// Who answers ------------------------------------------------------------------------------------------------------

/// Whether an elected member was named as one who answers proposals.
pub async fn answers(c: &mut Conn, process: ProcessId, account: AccountId) -> Result<bool, Error> {
    let row = maybe!(c, (AccountId,), "SELECT account_id FROM answerers WHERE process_id = $1 AND account_id = $2", process, account)?;
    Ok(row.is_some())
}

/// An elected member of a process, and whether they answer.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Elected {
    pub account_id: AccountId,
    pub name: String,
    pub answers: bool,
}

pub async fn elected(c: &mut Conn, process: ProcessId) -> Result<Vec<Elected>, Error> {
    all!(
        c,
        Elected,
        "SELECT a.id AS account_id, a.name, x.account_id IS NOT NULL AS answers
         FROM members m
         JOIN colleges k ON k.id = m.college_id AND k.kind = $2
         JOIN accounts a ON a.id = m.account_id
         LEFT JOIN answerers x ON x.process_id = m.process_id AND x.account_id = m.account_id
         WHERE m.process_id = $1 AND m.joined_at IS NOT NULL ORDER BY LOWER(a.name), a.id",
        process,
        domain::college::CollegeKind::Elected
    )
}

pub async fn name_answerer(c: &mut Conn, process: ProcessId, account: AccountId, answers: bool) -> Result<(), Error> {
    if answers {
        run!(c, "INSERT INTO answerers (process_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", process, account)?;
    } else {
        run!(c, "DELETE FROM answerers WHERE process_id = $1 AND account_id = $2", process, account)?;
    }
    Ok(())
}
