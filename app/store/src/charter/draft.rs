//! The drafts of articles: numbered updates of a replicated text. What lies behind the state is compacted; nothing else is ever taken away.

use domain::{
    access::Who,
    charter::{
        draft::{Draft, Unfit},
        pen::Pen,
    },
    id::{AccountId, ArticleId, ProcessId, RoundId, VersionId},
    round::Calendar,
};

use crate::{Conn, Error, conn::*, process::WhoRow, round::CalendarRow, session};

/// Updates that may lie behind the state before they are compacted.
pub const LOOSE: i64 = 200;

/// A draft as it is kept: load the updates in their order, and it is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The number of the newest update.
    pub last: i64,
    /// Updates up to this number are in the first of `updates`.
    pub kept: i64,
    pub updates: Vec<Vec<u8>>,
}

impl Kept {
    pub fn load(&self) -> Result<Draft, Unfit> {
        Draft::load(crate::random_writer(), &self.updates)
    }
}

/// The draft of an article, or what it has beyond the update `known`. `None` where nobody has begun to write.
pub async fn draft(c: &mut Conn, article: ArticleId, known: Option<i64>) -> Result<Option<Kept>, Error> {
    // In one statement: what is compacted between two would be missed.
    let rows = all!(
        c,
        (i64, i64, Option<Vec<u8>>, Option<Vec<u8>>),
        "SELECT d.last, d.kept, CASE WHEN d.kept > $2 THEN d.state END, u.words
         FROM article_drafts d LEFT JOIN draft_updates u ON u.article_id = d.article_id AND u.number > $2
         WHERE d.article_id = $1 ORDER BY u.number",
        article,
        known.unwrap_or(-1)
    )?;
    let mut draft: Option<Kept> = None;
    for (last, kept, state, words) in rows {
        draft.get_or_insert_with(|| Kept { last, kept, updates: state.into_iter().collect() }).updates.extend(words);
    }
    Ok(draft)
}

/// The draft of an article, begun with the words of its current version where nobody has. The caller holds the article's lock.
pub async fn begun(c: &mut Conn, article: ArticleId, body: &str) -> Result<Kept, Error> {
    if let Some(kept) = draft(c, article, None).await? {
        return Ok(kept);
    }
    let begin = Draft::new(crate::random_writer());
    let state = begin.edit(0..0, body);
    run!(c, "INSERT INTO article_drafts (article_id, last, kept, state) VALUES ($1, 0, 0, $2)", article, &state)?;
    Ok(Kept { last: 0, kept: 0, updates: vec![state] })
}

/// Adds an update of these people. Its number. The caller holds the article's lock.
pub async fn append(c: &mut Conn, article: ArticleId, update: &[u8], writers: &[AccountId]) -> Result<i64, Error> {
    let (number,) = one!(c, (i64,), "UPDATE article_drafts SET last = last + 1 WHERE article_id = $1 RETURNING last", article)?;
    run!(c, "INSERT INTO draft_updates (article_id, number, words) VALUES ($1, $2, $3)", article, number, update)?;
    if !writers.is_empty() {
        let head = "INSERT INTO draft_writers (article_id, account_id) ";
        rows!(c, head, writers, |row, account| row.push_bind(article).push_bind(*account), " ON CONFLICT DO NOTHING")?;
    }
    Ok(number)
}

/// Makes `body` of the draft's words, if they are others. The caller holds the article's lock, under which it read the draft.
pub async fn rewrite(c: &mut Conn, article: ArticleId, draft: &Draft, body: &str, writers: &[AccountId]) -> Result<(), Error> {
    if let Some(update) = draft.rewrite(body) {
        append(c, article, &update, writers).await?;
    }
    Ok(())
}

/// Puts the state up to the update `upto` in the place of the updates up to there; of two who do so at once, the first one does.
pub async fn compact(c: &mut Conn, article: ArticleId, kept: i64, upto: i64, state: &[u8]) -> Result<(), Error> {
    let sql = "UPDATE article_drafts SET kept = $3, state = $4 WHERE article_id = $1 AND kept = $2 AND last >= $3";
    if run!(c, sql, article, kept, upto, state)? > 0 {
        run!(c, "DELETE FROM draft_updates WHERE article_id = $1 AND number <= $2", article, upto)?;
    }
    Ok(())
}

/// The draft follows a new version, and so do the comments on passages; those who wrote in the draft are named with the version once it
/// holds their words. The caller holds the article's lock.
pub(super) async fn follow(c: &mut Conn, article: ArticleId, version: VersionId, number: i64, body: &str) -> Result<(), Error> {
    let before = maybe!(c, (String,), "SELECT body FROM article_versions WHERE article_id = $1 AND number = $2", article, number - 1)?;
    let before = before.map(|(body,)| body).unwrap_or_default();
    let draft = follow_draft(c, article, version, &before, body).await?;
    super::anchor::carry(c, article, &before, body, draft.as_ref()).await
}

async fn follow_draft(c: &mut Conn, article: ArticleId, version: VersionId, before: &str, body: &str) -> Result<Option<Draft>, Error> {
    let Some(kept) = draft(c, article, None).await? else { return Ok(None) };
    let draft = kept.load().map_err(|unfit| Error::Draft(article, unfit))?;
    if let Some(update) = draft.follow(before, body) {
        append(c, article, &update, &[]).await?;
    }
    if domain::text::clean(&draft.text()) == body {
        let sql = "INSERT INTO version_writers (version_id, account_id) SELECT $2, account_id FROM draft_writers WHERE article_id = $1";
        run!(c, sql, article, version)?;
        run!(c, "DELETE FROM draft_writers WHERE article_id = $1", article)?;
    }
    Ok(Some(draft))
}

/// Who wrote each version with its author, by name, the newest version first.
pub async fn writers(c: &mut Conn, article: ArticleId) -> Result<Vec<(VersionId, String)>, Error> {
    all!(
        c,
        (VersionId, String),
        "SELECT w.version_id, p.name
         FROM version_writers w JOIN article_versions v ON v.id = w.version_id JOIN accounts p ON p.id = w.account_id
         WHERE v.article_id = $1 AND w.account_id <> v.author_id ORDER BY v.number DESC, LOWER(p.name)",
        article
    )
}

pub async fn pen(c: &mut Conn, round: RoundId) -> Result<Pen, Error> {
    Ok(maybe!(c, (Pen,), "SELECT pen FROM pens WHERE round_id = $1", round)?.map(|(pen,)| pen).unwrap_or_default())
}

/// Whether that changed anything.
pub async fn hand_pen(c: &mut Conn, round: RoundId, pen: Pen) -> Result<bool, Error> {
    let sql = "INSERT INTO pens (round_id, pen) VALUES ($1, $2) ON CONFLICT (round_id) DO UPDATE SET pen = EXCLUDED.pen WHERE pens.pen <> EXCLUDED.pen";
    Ok(run!(c, sql, round, pen)? > 0)
}

/// Whether somebody sits in the committee that holds the pen.
pub async fn is_seated(c: &mut Conn, process: ProcessId, pen: Pen, account: Option<AccountId>) -> Result<bool, Error> {
    let (Some(committee), Some(account)) = (pen.committee(), account) else { return Ok(false) };
    let sql = "SELECT COUNT(*) FROM committee_members e JOIN members m ON m.id = e.member_id
               WHERE e.process_id = $1 AND e.committee = $2 AND m.account_id = $3";
    Ok(one!(c, (i64,), sql, process, committee, account)?.0 > 0)
}

/// A session that writes, and whose it is.
#[derive(sqlx::FromRow)]
struct SeatRow {
    token_hash: Vec<u8>,
    account: AccountId,
    #[sqlx(flatten)]
    who: WhoRow,
    seated: bool,
}

/// What decides of those who write in an article at one moment.
pub struct Desk {
    pub pen: Pen,
    pub calendar: Calendar,
    /// The article was taken out.
    pub removed: bool,
    /// The text is being ratified.
    pub frozen: bool,
    /// Of the sessions asked for, those that still hold: by the hash of their token, with whether they sit in the committee that holds the pen.
    pub seats: Vec<(Vec<u8>, Who, bool)>,
}

/// The desk of an article; `None` when there is no such article.
pub async fn desk(c: &mut Conn, article: ArticleId, sessions: &[Vec<u8>], now: i64) -> Result<Option<Desk>, Error> {
    #[derive(sqlx::FromRow)]
    struct Row {
        pen: Option<Pen>,
        removed: bool,
        frozen: bool,
        #[sqlx(flatten)]
        calendar: CalendarRow,
    }
    let row = maybe!(
        c,
        Row,
        "SELECT n.pen, a.removed_at IS NOT NULL AS removed,
                EXISTS (SELECT 1 FROM ratifications f WHERE f.round_id = r.id AND f.ended_at IS NULL) AS frozen,
                r.announced, r.opens_at, r.closes_at, r.closed_at, r.published_at
         FROM articles a JOIN rounds r ON r.id = a.round_id LEFT JOIN pens n ON n.round_id = r.id WHERE a.id = $1",
        article
    )?;
    let Some(Row { pen, removed, frozen, calendar }) = row else { return Ok(None) };
    let seats = among!(
        c,
        SeatRow,
        "SELECT s.token_hash, s.account_id AS account, p.visibility, w.administrator, m.id AS member, m.function, k.id AS college, k.kind,
                e.member_id IS NOT NULL AS seated
         FROM articles a
         JOIN rounds r ON r.id = a.round_id
         JOIN processes p ON p.id = r.process_id
         LEFT JOIN pens n ON n.round_id = r.id
         CROSS JOIN sessions s
         JOIN accounts w ON w.id = s.account_id
         LEFT JOIN members m ON m.process_id = p.id AND m.account_id = w.id AND m.joined_at IS NOT NULL
         LEFT JOIN colleges k ON k.id = m.college_id
         LEFT JOIN committee_members e ON e.process_id = p.id AND e.member_id = m.id AND e.committee = n.pen
         WHERE s.token_hash IN (",
        sessions,
        ") AND a.id = ",
        article,
        " AND s.created_at > ",
        now - session::ABSOLUTE,
        " AND s.seen_at > ",
        now - session::IDLE,
        ""
    )?;
    let seats = seats.into_iter().map(|row| (row.token_hash, row.who.who(Some(row.account)), row.seated)).collect();
    Ok(Some(Desk { pen: pen.unwrap_or_default(), calendar: calendar.into(), removed, frozen, seats }))
}
