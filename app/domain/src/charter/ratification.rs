//! Ratification: whether everyone who has a say carries the charter, with the counts that made it so.
//!
//! For one college or committee, and one article or the whole ([`Scope`]):
//! - **quorum**: the stances of its members are at least what its bar asks for;
//! - **agreement by vote**: those who agree (with or without reservation) are at least the threshold, of those who agree or object.
//!   Abstentions count for the quorum alone. Where nobody agrees or objects there is no agreement: a silent college carries nothing;
//! - **agreement by consent**: no objection stands in the way ([`Blocking`]), and somebody agrees. An objection stands until its author
//!   takes another stance, on whichever version it was raised: a new version alone does not make it vanish.
//!
//! An article is ratified when all who have a say meet both; the charter when every article is (or the whole), and there is one. A college
//! without members is missing and blocks: a charter of three publics is not decided by two. No count is ever added to another's.

use serde::{Deserialize, Serialize};

use super::{
    Frame,
    rules::{Blocking, Body, Scope, Way},
    stance::Counts,
};
use crate::id::ArticleId;

/// What was heard of one college or committee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// On the words as they stand.
    pub counts: Counts,
    /// Objections whose authors have taken no other stance since, on whichever version they were raised.
    pub open: i64,
    /// Of those, the ones without an answer.
    pub unanswered: i64,
}

/// What one college or committee said, and what it needed to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Say {
    pub body: Body,
    pub members: i64,
    pub counts: Counts,
    pub way: Way,
    /// Objections that stand in the way; none where it is voted.
    pub blocking: i64,
    /// Stances needed for the quorum.
    pub quorum: i64,
    /// People who must agree, given how many spoke.
    pub threshold: i64,
}

/// What keeps a college or a committee from carrying something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// It has no members.
    Missing,
    /// So many more stances are needed.
    Quorum(i64),
    /// Nobody has agreed or objected.
    Silence,
    /// Too few of those who spoke agree.
    Threshold,
    /// So many objections stand in the way.
    Objections(i64),
    /// None does, and nobody agrees.
    NobodyAgrees,
}

impl Say {
    pub fn new(body: Body, members: i64, heard: Heard, frame: &Frame) -> Self {
        let (bar, way) = (frame.bar(body), frame.rules.way);
        let blocking = match (way, frame.rules.blocking) {
            (Way::Vote, _) => 0,
            (Way::Consent, Blocking::Open) => heard.open,
            (Way::Consent, Blocking::Unanswered) => heard.unanswered,
        };
        let counts = heard.counts;
        let threshold = match way {
            Way::Vote => bar.threshold.of(counts.spoke(), members),
            Way::Consent => 1,
        };
        Say { body, members, counts, way, blocking, quorum: bar.quorum.of(members, members), threshold }
    }

    pub const fn is_missing(&self) -> bool {
        self.members <= 0
    }

    pub const fn has_quorum(&self) -> bool {
        !self.is_missing() && self.counts.all() >= self.quorum
    }

    pub const fn agrees(&self) -> bool {
        self.blocking == 0 && self.counts.agree() > 0 && self.counts.agree() >= self.threshold
    }

    pub const fn carries(&self) -> bool {
        self.has_quorum() && self.agrees()
    }

    /// What is still missing; empty when it carries. Agreement is asked for once there is a quorum to agree; an objection shows at once.
    pub fn gaps(&self) -> Vec<Gap> {
        if self.is_missing() {
            return vec![Gap::Missing];
        }
        let quorum = (!self.has_quorum()).then(|| Gap::Quorum(self.quorum - self.counts.all()));
        let agreement = match (self.way, self.counts.spoke()) {
            _ if self.agrees() => None,
            (Way::Consent, _) if self.blocking > 0 => Some(Gap::Objections(self.blocking)),
            (Way::Consent, _) | (Way::Vote, 0) if quorum.is_some() => None,
            (Way::Consent, 1..) => Some(Gap::NobodyAgrees),
            (_, 0) => Some(Gap::Silence),
            (Way::Vote | Way::Consent, _) => Some(Gap::Threshold),
        };
        quorum.into_iter().chain(agreement).collect()
    }
}

/// One article before each college and committee, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleProof {
    pub article: ArticleId,
    pub says: Vec<Say>,
    pub ratified: bool,
}

/// The whole charter before each of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeProof {
    pub says: Vec<Say>,
    pub ratified: bool,
}

/// The verdict and all that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Where the whole is decided on, these show where people stand and decide nothing.
    pub articles: Vec<ArticleProof>,
    /// Where the whole is decided on.
    pub whole: Option<WholeProof>,
    pub ratified: bool,
}

impl Proof {
    /// How many articles all who have a say carry.
    pub fn ratified_articles(&self) -> usize {
        self.articles.iter().filter(|article| article.ratified).count()
    }
}

/// What people take a stance on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matter {
    Article(ArticleId),
    Whole,
}

/// Applies the rules. `bodies` are those of [`Frame::bodies`] with their members; `heard` gives what was heard of one on a matter: on an
/// article's current version, or on the charter as frozen.
pub fn ratify(frame: &Frame, bodies: &[(Body, i64)], articles: &[ArticleId], heard: impl Fn(Matter, Body) -> Heard) -> Proof {
    let says = |matter| -> (Vec<Say>, bool) {
        let says: Vec<Say> = bodies.iter().map(|&(body, members)| Say::new(body, members, heard(matter, body), frame)).collect();
        let ratified = !says.is_empty() && says.iter().all(Say::carries);
        (says, ratified)
    };
    let whole = (frame.rules.scope == Scope::Whole).then(|| says(Matter::Whole)).map(|(says, ratified)| WholeProof { says, ratified });
    let articles: Vec<ArticleProof> = articles
        .iter()
        .map(|&article| {
            let (says, ratified) = says(Matter::Article(article));
            ArticleProof { article, says, ratified }
        })
        .collect();
    let carried = match &whole {
        Some(whole) => whole.ratified,
        None => articles.iter().all(|article| article.ratified),
    };
    let ratified = !articles.is_empty() && carried;
    Proof { articles, whole, ratified }
}

#[cfg(test)]
mod tests;
