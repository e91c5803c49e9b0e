//! Comments on a proposal, an article or an amendment, in threads.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Kind, Problem, Refusal,
    id::{AmendmentId, ArticleId, CommentId, ProposalId},
    round::Calendar,
    text,
    text_enum::text_enum,
};

mod own;

pub use own::{MOST_EDITS, MOST_MENTIONS, Mark, Mention, Step, Written, answer, answer_question, edit, mark, mentions, withdraw};

/// Threads on one page.
pub const PAGE: i64 = 20;
/// Replies that a page of threads shows of each; a longer thread has pages of its own.
pub const SHOWN: i64 = 5;
/// Replies on one page of one thread.
pub const THREAD_PAGE: i64 = 50;
/// How deep replies are indented; deeper ones stand flat below the deepest.
pub const DEPTH: usize = 3;

text_enum! {
    /// In which order threads are read.
    Order {
        Time = "time",
        /// Marks of agreement minus marks of disagreement.
        Agreed = "agreed",
        /// Number of replies.
        Discussed = "discussed",
    }
}

/// What is talked about. Written `proposal/ID`, `article/ID` or `amendment/ID`, as in its page's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Subject {
    Proposal(ProposalId),
    Article(ArticleId),
    Amendment(AmendmentId),
}

impl Subject {
    /// As it is kept: a column for each kind, and one of them filled.
    pub fn of(proposal: Option<ProposalId>, article: Option<ArticleId>, amendment: Option<AmendmentId>) -> Option<Self> {
        proposal.map(Subject::Proposal).or(article.map(Subject::Article)).or(amendment.map(Subject::Amendment))
    }

    /// The address of its page.
    pub fn path(self) -> String {
        format!("/{self}")
    }

    /// The address of one comment on its page.
    pub fn comment_path(self, comment: CommentId) -> String {
        format!("/{self}?comment={comment}#c-{comment}")
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Subject::Proposal(id) => write!(f, "proposal/{id}"),
            Subject::Article(id) => write!(f, "article/{id}"),
            Subject::Amendment(id) => write!(f, "amendment/{id}"),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, id) = text.split_once('/').ok_or("a subject is KIND/ID")?;
        let id: Uuid = id.parse().map_err(|_| "not an identifier")?;
        match kind {
            "proposal" => Ok(Subject::Proposal(id.into())),
            "article" => Ok(Subject::Article(id.into())),
            "amendment" => Ok(Subject::Amendment(id.into())),
            _ => Err("nobody comments on that".to_owned()),
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> String {
        subject.to_string()
    }
}

/// What a comment answers to, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parent {
    pub subject: Subject,
    /// Hidden by moderation or taken back by its author.
    pub hidden: bool,
}

/// A new comment while the round is open. `said` tells whether its author has said the very same in the same place already: the form
/// was sent twice.
pub fn comment(calendar: &Calendar, now: i64, subject: Subject, parent: Option<Parent>, said: bool, body: &str) -> Result<String, Refusal> {
    calendar.must_be_open(now)?;
    if parent.is_some_and(|parent| parent.subject != subject) {
        return Err(Refusal::not_found());
    }
    if parent.is_some_and(|parent| parent.hidden) {
        return Err(Refusal::conflict("reply-to-hidden"));
    }
    let body = read(body).map_err(|problem| Refusal { kind: Kind::Invalid, problems: vec![problem] })?;
    if said { Err(Refusal::field("body", "already-said")) } else { Ok(body) }
}

/// What a comment must be.
pub fn read(body: &str) -> Result<String, Problem> {
    text::required("body", body, text::COMMENT)
}

/// Under which comment each reply is shown. `replies` holds `(reply, parent)`, parents before their replies; a thread's first comment
/// stands nowhere and is not in it. Where only a part of a thread is shown, the parent given for a reply whose own is elsewhere is the
/// thread's first comment.
pub fn shown_under(replies: &[(CommentId, CommentId)]) -> HashMap<CommentId, CommentId> {
    let mut depths: HashMap<CommentId, usize> = HashMap::new();
    let mut under = HashMap::new();
    for &(reply, parent) in replies {
        let depth = depths.get(&parent).copied().unwrap_or(0);
        let (shown, depth) = match under.get(&parent) {
            Some(&above) if depth + 1 >= DEPTH => (above, depth),
            _ => (parent, depth + 1),
        };
        depths.insert(reply, depth);
        under.insert(reply, shown);
    }
    under
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OPEN: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };

    fn id(n: u128) -> CommentId {
        CommentId(Uuid::from_u128(n))
    }

    fn proposal(n: u128) -> Subject {
        Subject::Proposal(ProposalId(Uuid::from_u128(n)))
    }

    #[test]
    fn a_subject_reads_as_the_address_of_its_page() {
        let seven = Uuid::from_u128(7);
        for subject in [proposal(7), Subject::Article(seven.into()), Subject::Amendment(seven.into())] {
            assert_eq!(subject.path().trim_start_matches('/').parse(), Ok(subject));
        }
        assert!("round/00000000-0000-0000-0000-000000000007".parse::<Subject>().is_err());
        assert!("proposal/7".parse::<Subject>().is_err());
    }

    #[test]
    fn replies_stay_on_their_subject_and_in_time() {
        let parent = Parent { subject: proposal(1), hidden: false };
        assert_eq!(comment(&OPEN, 15, proposal(1), Some(parent), false, " Oui. ").as_deref(), Ok("Oui."));
        assert_eq!(comment(&OPEN, 15, proposal(2), Some(parent), false, "Oui.").unwrap_err().kind, Kind::NotFound);
        let hidden = Parent { hidden: true, ..parent };
        assert_eq!(comment(&OPEN, 15, proposal(1), Some(hidden), false, "Oui.").unwrap_err().kind, Kind::Conflict);
        assert_eq!(comment(&OPEN, 20, proposal(1), None, false, "Oui.").unwrap_err().kind, Kind::Conflict);
        assert_eq!(comment(&OPEN, 15, proposal(1), None, true, "Oui.").unwrap_err().problems[0].key, "already-said");
        assert_eq!(comment(&OPEN, 15, proposal(1), None, false, &"x".repeat(3001)).unwrap_err().problems[0].key, "too-long");
    }

    #[test]
    fn deep_replies_stand_flat() {
        // 0 ← 1 ← 2 ← 3 ← 4: two levels of replies under the first comment, the rest beside the last of them.
        let under = shown_under(&[(id(1), id(0)), (id(2), id(1)), (id(3), id(2)), (id(4), id(3))]);
        assert_eq!(under[&id(1)], id(0));
        assert_eq!(under[&id(2)], id(1));
        assert_eq!(under[&id(3)], id(1));
        assert_eq!(under[&id(4)], id(1));
    }

    proptest! {
        #[test]
        fn every_reply_is_shown_once_and_never_too_deep(parents in prop::collection::vec(any::<prop::sample::Index>(), 0..60)) {
            let replies: Vec<_> = parents.iter().enumerate().map(|(i, parent)| (id(i as u128 + 1), id(parent.index(i + 1) as u128))).collect();
            let under = shown_under(&replies);
            prop_assert_eq!(under.len(), replies.len());
            for (reply, _) in &replies {
                let (mut at, mut depth) = (*reply, 1);
                while let Some(above) = under.get(&at) {
                    at = *above;
                    depth += 1;
                }
                prop_assert!(at == id(0));
                prop_assert!(depth <= DEPTH);
            }
        }
    }
}
