//! The queue of a process: what was reported, what is hidden, what is appealed, how it ended. Reporters have no name here.

use domain::{
    college::CollegeKind,
    id::{AccountId, AmendmentId, ArticleId, CommentId, ProcessId, ProposalId},
    lang::LangText,
    moderation::{Cause, Ending, PAGE, Target},
};

use crate::{Conn, Error, conn::*};

/// What waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// Texts with reports that nobody has looked at.
    pub reported: i64,
    pub hidden: i64,
    pub appeals: i64,
}

pub async fn waiting(c: &mut Conn, process: ProcessId) -> Result<Waiting, Error> {
    one!(
        c,
        Waiting,
        "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM reports WHERE process_id = $1 AND NOT settled GROUP BY comment_id, proposal_id, amendment_id) x)
                    AS reported,
                (SELECT COUNT(*) FROM hidings WHERE process_id = $1 AND (ending IS NULL OR ending = 'upheld')) AS hidden,
                (SELECT COUNT(*) FROM hidings WHERE process_id = $1 AND appealed_at IS NOT NULL AND ending IS NULL) AS appeals",
        process
    )
}

/// Which part of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Reported,
    Hidden,
    Appeals,
    Ended,
}

/// One text of the queue.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Item {
    pub comment_id: Option<CommentId>,
    pub proposal_id: Option<ProposalId>,
    pub amendment_id: Option<AmendmentId>,
    /// Of what the text, or what it is a comment on.
    pub on_proposal: Option<ProposalId>,
    pub on_article: Option<ArticleId>,
    pub on_amendment: Option<AmendmentId>,
    pub title: Option<String>,
    pub body: String,
    /// Of an amendment: its reason, which is moderated with it.
    pub why: String,
    pub author_id: AccountId,
    pub author: String,
    pub kind: Option<CollegeKind>,
    #[sqlx(json(nullable))]
    pub college: Option<LangText>,
    /// When it came into this part of the queue.
    pub at: i64,
    pub moderator_id: Option<AccountId>,
    pub cause: Option<Cause>,
    pub words: Option<String>,
    pub appeal: Option<String>,
    pub ending: Option<Ending>,
    pub ended_words: Option<String>,
    /// By whoever looks at the queue: they do not decide about it.
    pub reported_by_me: bool,
}

impl Item {
    pub fn target(&self) -> Option<Target> {
        Target::of(self.comment_id, self.proposal_id, self.amendment_id)
    }
}

macro_rules! items {
    ($from:literal) => {
        concat!(
            "SELECT x.comment_id, x.proposal_id, x.amendment_id, COALESCE(x.proposal_id, c.proposal_id) AS on_proposal,
                    c.article_id AS on_article, m.id AS on_amendment,
                    CASE WHEN c.article_id IS NOT NULL
                         THEN (SELECT w.title FROM article_versions w WHERE w.article_id = c.article_id ORDER BY w.number DESC LIMIT 1)
                         WHEN m.id IS NOT NULL THEN ",
            amendment_title!(),
            " ELSE p.title END AS title,
                    CASE WHEN x.comment_id IS NOT NULL THEN c.body WHEN m.id IS NULL THEN p.body ELSE m.body END AS body,
                    CASE WHEN x.amendment_id IS NOT NULL THEN m.reason ELSE '' END AS why,
                    a.id AS author_id, a.name AS author, k.kind, k.name AS college, x.at, x.moderator_id, x.cause, x.words, x.appeal,
                    x.ending, x.ended_words,
                    EXISTS (SELECT 1 FROM reports r WHERE r.reporter_id = $4
                            AND (r.comment_id = x.comment_id OR r.proposal_id = x.proposal_id OR r.amendment_id = x.amendment_id))
                        AS reported_by_me
             FROM (",
            $from,
            ") x
             LEFT JOIN comments c ON c.id = x.comment_id
             LEFT JOIN proposals p ON p.id = COALESCE(x.proposal_id, c.proposal_id)
             LEFT JOIN amendments m ON m.id = COALESCE(x.amendment_id, c.amendment_id)
             JOIN accounts a ON a.id = CASE WHEN x.comment_id IS NOT NULL THEN c.author_id ELSE COALESCE(p.author_id, m.author_id) END
             LEFT JOIN colleges k
               ON k.id = CASE WHEN x.comment_id IS NOT NULL THEN c.college_id ELSE COALESCE(p.college_id, m.college_id) END
             ORDER BY x.turn, x.comment_id, x.proposal_id, x.amendment_id"
        )
    };
}

/// One page (from 0) for `me`: what waits longest first, what has ended last first.
pub async fn list(c: &mut Conn, process: ProcessId, show: Show, page: i64, me: Option<AccountId>) -> Result<Vec<Item>, Error> {
    let sql = match show {
        Show::Reported => items!(
            "SELECT comment_id, proposal_id, amendment_id, MIN(created_at) AS at, MIN(created_at) AS turn, NULL AS moderator_id, NULL AS cause,
                    NULL AS words, NULL AS appeal, NULL AS ending, NULL AS ended_words
             FROM reports WHERE process_id = $1 AND NOT settled GROUP BY comment_id, proposal_id, amendment_id
             ORDER BY MIN(created_at), comment_id, proposal_id, amendment_id LIMIT $2 OFFSET $3"
        ),
        Show::Hidden => items!(
            "SELECT comment_id, proposal_id, amendment_id, created_at AS at, -created_at AS turn, moderator_id, cause, words, appeal, ending, ended_words
             FROM hidings WHERE process_id = $1 AND (ending IS NULL OR ending = 'upheld')
             ORDER BY created_at DESC, comment_id, proposal_id, amendment_id LIMIT $2 OFFSET $3"
        ),
        Show::Appeals => items!(
            "SELECT comment_id, proposal_id, amendment_id, appealed_at AS at, appealed_at AS turn, moderator_id, cause, words, appeal, ending, ended_words
             FROM hidings WHERE process_id = $1 AND appealed_at IS NOT NULL AND ending IS NULL
             ORDER BY appealed_at, comment_id, proposal_id, amendment_id LIMIT $2 OFFSET $3"
        ),
        Show::Ended => items!(
            "SELECT comment_id, proposal_id, amendment_id, ended_at AS at, -ended_at AS turn, moderator_id, cause, words, appeal, ending, ended_words
             FROM hidings WHERE process_id = $1 AND ending IS NOT NULL
             ORDER BY ended_at DESC, comment_id, proposal_id, amendment_id LIMIT $2 OFFSET $3"
        ),
    };
    all!(c, Item, sql, process, PAGE, page.saturating_mul(PAGE), me)
}

/// Reports whose words are shown of each text and cause.
pub const WORDS: i64 = 5;

/// One report, without its reporter.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reported {
    pub comment_id: Option<CommentId>,
    pub proposal_id: Option<ProposalId>,
    pub amendment_id: Option<AmendmentId>,
    pub cause: Cause,
    /// How many reported the text for this cause, and how many of them with words.
    pub n: i64,
    pub with_words: i64,
    pub words: String,
}

impl Reported {
    pub fn target(&self) -> Option<Target> {
        Target::of(self.comment_id, self.proposal_id, self.amendment_id)
    }
}

/// The reports of a page of reported texts: of each text and cause a few, those with words first, and how many there are. In an order
/// that tells nothing of who came when.
pub async fn reports(c: &mut Conn, process: ProcessId, page: i64) -> Result<Vec<Reported>, Error> {
    all!(
        c,
        Reported,
        "SELECT y.comment_id, y.proposal_id, y.amendment_id, y.cause, y.n, y.with_words, y.words FROM (
             SELECT r.id, r.comment_id, r.proposal_id, r.amendment_id, r.cause, r.words,
                    COUNT(*) OVER (PARTITION BY r.comment_id, r.proposal_id, r.amendment_id, r.cause) AS n,
                    COUNT(*) FILTER (WHERE r.words <> '') OVER (PARTITION BY r.comment_id, r.proposal_id, r.amendment_id, r.cause) AS with_words,
                    ROW_NUMBER() OVER (PARTITION BY r.comment_id, r.proposal_id, r.amendment_id, r.cause
                                       ORDER BY CASE WHEN r.words = '' THEN 1 ELSE 0 END, r.id) AS place
             FROM (SELECT comment_id, proposal_id, amendment_id FROM reports WHERE process_id = $1 AND NOT settled
                   GROUP BY comment_id, proposal_id, amendment_id
                   ORDER BY MIN(created_at), comment_id, proposal_id, amendment_id LIMIT $2 OFFSET $3) x
             JOIN reports r ON (r.comment_id = x.comment_id OR r.proposal_id = x.proposal_id OR r.amendment_id = x.amendment_id)
              AND NOT r.settled) y
         WHERE y.place <= $4 ORDER BY y.cause, y.place",
        process,
        PAGE,
        page.saturating_mul(PAGE),
        WORDS
    )
}
