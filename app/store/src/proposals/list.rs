//! Lists of proposals: narrowed, ordered, in pages.

use domain::{
    id::{AccountId, RoundId},
    proposals::{
        PAGE, Sort,
        filter::{Answer, Filter},
    },
};
use sqlx::AssertSqlSafe;

use super::Proposal;
use crate::{Conn, Error, conn::*};

/// Votes of every kind per proposal, joined to a list that is ordered by them.
const VOTES: &str = " LEFT JOIN (SELECT t.proposal_id,
                               SUM(CASE WHEN t.choice IN ('for', 'agree', 'consent') THEN t.n
                                        WHEN t.choice IN ('against', 'disagree', 'objection') THEN -t.n ELSE 0 END) AS support,
                               SUM(CASE WHEN t.choice IN ('for', 'agree', 'consent') THEN t.n ELSE 0 END) AS votes_for,
                               SUM(t.n) AS votes
                        FROM vote_tallies t JOIN proposals q ON q.id = t.proposal_id
                        WHERE q.round_id = $1 GROUP BY t.proposal_id) s ON s.proposal_id = p.id ";

/// What `$3` to `$7` narrow: whose, theme, college, territory or one below it, answer, words.
fn narrowed(answer: Option<Answer>, words: &str) -> String {
    let answer = match answer {
        None => "",
        Some(Answer::Waiting) => " AND p.outcome IS NULL",
        Some(Answer::Answered) => " AND p.outcome IS NOT NULL",
        Some(Answer::Retained) => " AND p.outcome = 'retained'",
        Some(Answer::Partly) => " AND p.outcome = 'partly'",
        Some(Answer::NotRetained) => " AND p.outcome = 'not_retained'",
    };
    format!(
        concat!(
            " WHERE p.round_id = $1 AND ",
            listed!(),
            " AND (NOT $3 OR p.author_id = $2 OR EXISTS (SELECT 1 FROM proposals m WHERE m.merged_into = p.id AND m.author_id = $2))
              AND ($4 IS NULL OR p.theme_id = $4)
              AND ($5 IS NULL OR p.college_id = $5)
              AND ($6 IS NULL OR p.territory_id IN (
                  WITH RECURSIVE below (id) AS (
                      SELECT id FROM territories WHERE id = $6
                      UNION ALL SELECT t.id FROM territories t JOIN below b ON t.parent_id = b.id)
                  SELECT id FROM below))
              AND {words}{answer}"
        ),
        words = words,
        answer = answer
    )
}

/// How many proposals of a round a filter leaves.
pub async fn count_of(c: &mut Conn, round: RoundId, account: Option<AccountId>, filter: &Filter) -> Result<i64, Error> {
    let (words, query) = crate::search::condition(c, &filter.words);
    // Fixed texts alone make it; what people typed is bound.
    let sql = format!("SELECT COUNT(*) FROM proposals p{}", narrowed(filter.answer, words));
    let (n,) =
        one!(c, (i64,), AssertSqlSafe(sql.clone()), round, account, filter.mine, filter.theme, filter.college, filter.territory, query)?;
    Ok(n)
}

/// One page (from 0) of what a filter leaves of a round's list, with the reader's own votes.
pub async fn list_of(
    c: &mut Conn,
    round: RoundId,
    account: Option<AccountId>,
    filter: &Filter,
    sort: Sort,
    page: i64,
) -> Result<Vec<Proposal>, Error> {
    let (words, query) = crate::search::condition(c, &filter.words);
    let (votes, order) = match sort {
        Sort::Recent => ("", "p.created_at DESC, p.id DESC"),
        Sort::Discussed => ("", "p.comments DESC, p.created_at DESC, p.id"),
        Sort::Support => (VOTES, "COALESCE(s.support, 0) DESC, COALESCE(s.votes_for, 0) DESC, p.created_at, p.id"),
        Sort::Unvoted => (VOTES, "CASE WHEN v.choice IS NULL THEN 0 ELSE 1 END, COALESCE(s.votes, 0), p.created_at, p.id"),
    };
    // Fixed texts alone make it; what people typed is bound.
    let sql = format!("{}{votes}{} ORDER BY {order} LIMIT $8 OFFSET $9", select!(""), narrowed(filter.answer, words));
    all!(
        c,
        Proposal,
        AssertSqlSafe(sql.clone()),
        round,
        account,
        filter.mine,
        filter.theme,
        filter.college,
        filter.territory,
        query,
        PAGE,
        page.saturating_mul(PAGE)
    )
}

/// One page (from 0) of a round's list, with the reader's own votes.
pub async fn list(c: &mut Conn, round: RoundId, account: Option<AccountId>, sort: Sort, page: i64) -> Result<Vec<Proposal>, Error> {
    list_of(c, round, account, &Filter::default(), sort, page).await
}

/// Every proposal of a round for moderation, the hidden ones too, the newest first.
pub async fn list_all(c: &mut Conn, round: RoundId, page: i64) -> Result<(i64, Vec<Proposal>), Error> {
    let (n,) = one!(c, (i64,), "SELECT COUNT(*) FROM proposals WHERE round_id = $1", round)?;
    let nobody: Option<AccountId> = None;
    let rows = all!(
        c,
        Proposal,
        select!("WHERE p.round_id = $1 ORDER BY p.created_at DESC, p.id DESC LIMIT $3 OFFSET $4"),
        round,
        nobody,
        PAGE,
        page.saturating_mul(PAGE)
    )?;
    Ok((n, rows))
}
