//! Amendments: the full proposed text of one article against a version of it, with a reason; what people say of it; what it became.

use crate::{
    Problem, Refusal,
    charter::article::{self, Words},
    id::{ArticleId, ChapterId},
    refusal::Problems,
    round::{Calendar, Outcome, RoundKind},
    text,
    text_enum::text_enum,
};

text_enum! {
    Kind {
        /// Other words for an article.
        Change = "change",
        /// An article that is not there yet.
        Addition = "addition",
        /// An article less.
        Deletion = "deletion",
        /// An article elsewhere in the charter, with the words it has.
        Move = "move",
    }
}

impl Kind {
    /// Whether it proposes words: a title and a text.
    pub const fn has_words(self) -> bool {
        matches!(self, Kind::Change | Kind::Addition)
    }
}

text_enum! {
    State {
        Submitted = "submitted",
        /// A facilitator speaks for it; it is not decided.
        Recommended = "recommended",
        Accepted = "accepted",
        /// Accepted with other words than those proposed.
        Partly = "partly",
        Rejected = "rejected",
        /// Its author took it back.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// Whether it still waits for a decision.
    pub const fn is_pending(self) -> bool {
        matches!(self, State::Submitted | State::Recommended)
    }

    /// What it means for its author, in the words of every other answer; none while it waits, and none when it was withdrawn.
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            State::Accepted => Some(Outcome::Retained),
            State::Partly => Some(Outcome::Partly),
            State::Rejected => Some(Outcome::NotRetained),
            State::Submitted | State::Recommended | State::Withdrawn => None,
        }
    }
}

text_enum! {
    /// Where a person stands on an amendment.
    Support {
        For = "for",
        Neutral = "neutral",
        Against = "against",
    }
}

text_enum! {
    /// What a facilitator does with an amendment.
    Step {
        Recommend = "recommend",
        Accept = "accept",
        AcceptPartly = "accept_partly",
        Reject = "reject",
    }
}

/// The state after a facilitator's step. What is decided or withdrawn stays so.
pub fn after(state: State, step: Step) -> Result<State, Refusal> {
    match (state, step) {
        (State::Submitted, Step::Recommend) => Ok(State::Recommended),
        (State::Submitted | State::Recommended, Step::Accept) => Ok(State::Accepted),
        (State::Submitted | State::Recommended, Step::AcceptPartly) => Ok(State::Partly),
        (State::Submitted | State::Recommended, Step::Reject) => Ok(State::Rejected),
        (State::Recommended, Step::Recommend) => Err(Refusal::conflict("amendment-recommended")),
        (State::Accepted | State::Partly | State::Rejected | State::Withdrawn, _) => Err(Refusal::conflict("amendment-decided")),
    }
}

/// Refuses unless amendments may be proposed, corrected, withdrawn and spoken of at `now`.
pub fn may_amend(kind: RoundKind, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    if kind == RoundKind::Charter { calendar.must_be_open(now) } else { Err(Refusal::not_found()) }
}

/// Refuses what moderation has hidden: nobody speaks of it, corrects or decides it until it is shown again.
pub fn must_be_shown(hidden: bool) -> Result<(), Refusal> {
    if hidden { Err(Refusal::conflict("amendment-hidden")) } else { Ok(()) }
}

/// Refuses unless its author may still correct it or take it back: others have not begun to stand for these words.
pub fn may_take_back(state: State, supported: bool) -> Result<(), Refusal> {
    if !state.is_pending() {
        return Err(Refusal::conflict("amendment-decided"));
    }
    if supported { Err(Refusal::conflict("amendment-supported")) } else { Ok(()) }
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Empty where no words are proposed.
    pub title: String,
    pub body: String,
    pub reason: String,
}

/// An amendment as typed. `base` are the words it is proposed against: none for a new article.
pub fn propose(kind: Kind, base: Option<&Words>, title: &str, body: &str, reason: &str) -> Result<Proposed, Refusal> {
    let mut problems = Problems::new();
    let (mut typed_title, mut typed_body) = (None, None);
    if kind.has_words() {
        typed_title = problems.take(text::required("title", title, text::TITLE));
        typed_body = problems.take(text::required("body", body, text::ARTICLE));
    }
    let reason = problems.take(text::required("reason", reason, text::REASON));
    problems.check()?;
    let proposed =
        Proposed { title: typed_title.unwrap_or_default(), body: typed_body.unwrap_or_default(), reason: reason.unwrap_or_default() };
    if kind == Kind::Change && base.is_some_and(|base| (&base.title, &base.body) == (&proposed.title, &proposed.body)) {
        return Err(Refusal::field("body", "amendment-unchanged"));
    }
    Ok(proposed)
}

/// What a facilitator typed when deciding.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'t> {
    pub title: &'t str,
    pub body: &'t str,
    pub easy: &'t str,
    pub reason: &'t str,
}

/// What a decision does to the charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    Nothing,
    /// A new version of the article, with this number.
    Version(i64, Words),
    /// A new article.
    Article(Words),
    /// The article is taken out.
    Removal,
    /// The articles stand in this order, each in its chapter.
    Order(Vec<Stand>),
}

/// An article and the chapter it stands in; none before the first chapter.
pub type Stand = (ArticleId, Option<ChapterId>);

/// An article that is to follow another, or to be the first.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The articles of the charter as they stand.
    pub order: &'a [Stand],
    pub article: ArticleId,
    pub after: Option<ArticleId>,
}

impl Place<'_> {
    /// The order once it is there, in the chapter of the article it follows; first, in that of the one that was. Both articles must still be
    /// in the charter.
    pub fn reached(&self) -> Result<Vec<Stand>, Refusal> {
        if !self.order.iter().any(|(id, _)| *id == self.article) {
            return Err(Refusal::conflict("amendment-article-gone"));
        }
        let (place, chapter) = match self.after {
            None => (0, self.order.first().and_then(|(_, chapter)| *chapter)),
            Some(after) => {
                let others = self.order.iter().filter(|(id, _)| *id != self.article);
                let (place, (_, chapter)) =
                    others.enumerate().find(|(_, (id, _))| *id == after).ok_or_else(|| Refusal::field("after", "amendment-no-place"))?;
                (place + 1, *chapter)
            }
        };
        let mut order: Vec<Stand> = self.order.iter().copied().filter(|(id, _)| *id != self.article).collect();
        order.insert(place, (self.article, chapter));
        Ok(order)
    }

    /// The same, for somebody who proposes it: it is another place than the article has, or the same one in another chapter.
    pub fn proposed(&self) -> Result<Vec<Stand>, Refusal> {
        let order = self.reached()?;
        if order == self.order { Err(Refusal::field("after", "amendment-same-place")) } else { Ok(order) }
    }
}

/// Where an amendment stands when it is decided.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    pub kind: Kind,
    pub state: State,
    /// The version it was proposed against.
    pub base: i64,
    pub proposed: &'a Proposed,
    /// The article as it is now: its number and its words; none for a new article.
    pub current: Option<(i64, &'a Words)>,
    /// Where a move leads.
    pub place: Option<Place<'a>>,
}

/// A facilitator's decision as typed: the new state, what was said, and what becomes of the charter. `seen` is the number of the
/// article's version that the facilitator had before their eyes: a newer one is never overwritten unread.
pub fn decide(at: Standing<'_>, step: Step, seen: i64, typed: Typed<'_>) -> Result<(State, String, Effect), Refusal> {
    let state = after(at.state, step)?;
    let reason = text::required("decision", typed.reason, text::REASON)
        .map_err(|problem| Refusal { kind: crate::Kind::Invalid, problems: vec![problem] })?;
    if !matches!(step, Step::Accept | Step::AcceptPartly) {
        return Ok((state, reason, Effect::Nothing));
    }
    let effect = match (at.kind, at.current) {
        // A part of a deletion is a change: somebody proposes that, with its words.
        (Kind::Deletion, _) if step == Step::AcceptPartly => return Err(Refusal::field("step", "amendment-deletion-whole")),
        (Kind::Deletion, Some((number, _))) if number != seen => return Err(Refusal::field("step", "amendment-newer")),
        (Kind::Deletion, Some(_)) => Effect::Removal,
        (Kind::Change, Some((number, words))) => {
            let (number, words) = article::next((number, words), seen, typed.title, typed.body, typed.easy, &reason)?;
            Effect::Version(number, words)
        }
        (Kind::Move, _) if step == Step::AcceptPartly => return Err(Refusal::field("step", "amendment-move-whole")),
        // Its words stay, whichever they are by now.
        (Kind::Move, Some(_)) => match at.place {
            Some(place) => Effect::Order(place.reached().map_err(|_| Refusal::field("step", "amendment-place-gone"))?),
            None => return Err(Refusal::field("step", "amendment-place-gone")),
        },
        (Kind::Addition, _) => Effect::Article(article::first(typed.title, typed.body, typed.easy, &reason)?),
        (Kind::Deletion | Kind::Change | Kind::Move, None) => return Err(Refusal::conflict("amendment-article-gone")),
    };
    if let (Step::Accept, Effect::Version(_, words) | Effect::Article(words)) = (step, &effect) {
        // Where the article has moved on, the final text is the facilitator's: it can't be the one proposed.
        let moved = at.kind == Kind::Change && at.current.is_some_and(|(number, _)| number != at.base);
        if !moved && (&words.title, &words.body) != (&at.proposed.title, &at.proposed.body) {
            return Err(Refusal { kind: crate::Kind::Invalid, problems: vec![Problem::new("body", "amendment-words-changed")] });
        }
    }
    Ok((state, reason, effect))
}

#[cfg(test)]
mod tests;
