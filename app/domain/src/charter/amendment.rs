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
mod tests {
    use rstest::rstest;

    use super::*;

    fn words(body: &str) -> Words {
        Words { title: "Titre".into(), body: body.into(), easy: "Facile".into(), note: String::new() }
    }

    fn proposed() -> Proposed {
        Proposed { title: "Titre".into(), body: "Mieux".into(), reason: "Parce que".into() }
    }

    fn typed(body: &str) -> Typed<'_> {
        Typed { title: "Titre", body, easy: "Facile", reason: "Bien vu" }
    }

    #[test]
    fn what_is_decided_stays_decided() {
        for &state in State::ALL {
            for &step in Step::ALL {
                assert_eq!(after(state, step).is_ok(), state.is_pending() && (state, step) != (State::Recommended, Step::Recommend));
            }
            assert_eq!(may_take_back(state, false).is_ok(), state.is_pending());
            assert!(may_take_back(state, true).is_err());
        }
    }

    #[test]
    fn only_an_open_charter_takes_amendments() {
        let running = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), ..Calendar::default() };
        for (now, holds) in [(9, false), (10, true), (19, true), (20, false)] {
            assert_eq!(may_amend(RoundKind::Charter, &running, now).is_ok(), holds);
        }
        assert_eq!(may_amend(RoundKind::Survey, &running, 10), Err(Refusal::not_found()));
    }

    #[rstest]
    #[case(Kind::Change, "Titre", "Autre", "x", None)]
    #[case(Kind::Change, " Titre ", "Corps\r\n", "x", Some("body"))]
    #[case(Kind::Change, "", "Autre", "x", Some("title"))]
    #[case(Kind::Change, "Titre", "Autre", " ", Some("reason"))]
    #[case(Kind::Addition, "Titre", "Corps", "x", None)]
    #[case(Kind::Deletion, "", "", "x", None)]
    #[case(Kind::Deletion, "", "", "", Some("reason"))]
    #[case(Kind::Move, "", "", "x", None)]
    #[case(Kind::Move, "", "", "", Some("reason"))]
    fn an_amendment_changes_something_and_says_why(
        #[case] kind: Kind,
        #[case] title: &str,
        #[case] body: &str,
        #[case] reason: &str,
        #[case] wrong: Option<&str>,
    ) {
        let base = words("Corps");
        let result = propose(kind, Some(&base), title, body, reason);
        assert_eq!(result.err().map(|refusal| refusal.problems[0].field.clone()).as_deref(), wrong);
    }

    #[test]
    fn accepting_gives_a_version_and_needs_the_current_one_before_ones_eyes() {
        let (current, proposed) = (words("Corps"), proposed());
        let at = Standing {
            kind: Kind::Change,
            state: State::Submitted,
            base: 2,
            proposed: &proposed,
            current: Some((2, &current)),
            place: None,
        };
        let (state, reason, effect) = decide(at, Step::Accept, 2, typed("Mieux")).unwrap();
        assert_eq!((state, reason.as_str()), (State::Accepted, "Bien vu"));
        let Effect::Version(3, words) = effect else { panic!("{effect:?}") };
        assert_eq!((words.body.as_str(), words.note.as_str()), ("Mieux", "Bien vu"));
        // Other words than those proposed are not "accepted".
        assert_eq!(decide(at, Step::Accept, 2, typed("Autre")), Err(Refusal::field("body", "amendment-words-changed")));
        assert_eq!(decide(at, Step::AcceptPartly, 2, typed("Autre")).unwrap().0, State::Partly);
        // Somebody was faster.
        let moved = Standing { current: Some((3, &current)), ..at };
        assert_eq!(decide(moved, Step::Accept, 2, typed("Mieux")), Err(Refusal::field("body", "article-newer")));
        // The article has moved on and the facilitator has seen it: the final text is theirs.
        assert_eq!(decide(moved, Step::Accept, 3, typed("Les deux")).unwrap().0, State::Accepted);
        // No reason, no decision.
        let refusal = decide(at, Step::Reject, 2, Typed { reason: " ", ..typed("") }).unwrap_err();
        assert_eq!(refusal.problems[0].field, "decision");
        assert_eq!(decide(at, Step::Reject, 1, typed("")).unwrap().2, Effect::Nothing);
    }

    #[test]
    fn a_deletion_is_whole_and_of_an_article_that_is_there() {
        let (current, proposed) = (words("Corps"), Proposed { title: String::new(), body: String::new(), reason: "x".into() });
        let at = Standing {
            kind: Kind::Deletion,
            state: State::Recommended,
            base: 1,
            proposed: &proposed,
            current: Some((1, &current)),
            place: None,
        };
        assert_eq!(decide(at, Step::Accept, 1, typed("")).unwrap().2, Effect::Removal);
        assert!(decide(at, Step::AcceptPartly, 1, typed("")).is_err());
        assert!(decide(Standing { current: Some((2, &current)), ..at }, Step::Accept, 1, typed("")).is_err());
        assert_eq!(decide(Standing { current: None, ..at }, Step::Accept, 1, typed("")), Err(Refusal::conflict("amendment-article-gone")));
    }

    fn ids(n: u128) -> Vec<Stand> {
        (1..=n).map(|n| (ArticleId(uuid::Uuid::from_u128(n)), None)).collect()
    }

    #[rstest]
    #[case(0, Some(2), &[1, 2, 0, 3])]
    #[case(3, None, &[3, 0, 1, 2])]
    #[case(2, Some(0), &[0, 2, 1, 3])]
    fn an_article_moves_behind_another(#[case] article: usize, #[case] after: Option<usize>, #[case] expected: &[usize]) {
        let order = ids(4);
        let place = Place { order: &order, article: order[article].0, after: after.map(|after| order[after].0) };
        let expected: Vec<_> = expected.iter().map(|at| order[*at]).collect();
        assert_eq!((place.reached().unwrap(), place.proposed().unwrap()), (expected.clone(), expected));
    }

    #[test]
    fn a_move_is_whole_leads_somewhere_else_and_keeps_whatever_words_there_are() {
        let (order, gone) = (ids(3), ArticleId(uuid::Uuid::from_u128(9)));
        let place = |article: ArticleId, after: Option<ArticleId>| Place { order: &order, article, after };
        assert_eq!(place(order[1].0, Some(order[0].0)).proposed(), Err(Refusal::field("after", "amendment-same-place")));
        assert_eq!(place(order[0].0, None).proposed(), Err(Refusal::field("after", "amendment-same-place")));
        assert_eq!(place(order[0].0, Some(gone)).proposed(), Err(Refusal::field("after", "amendment-no-place")));
        // Behind itself is nowhere.
        assert!(place(order[0].0, Some(order[0].0)).proposed().is_err());
        assert_eq!(place(gone, None).proposed(), Err(Refusal::conflict("amendment-article-gone")));
        let (current, proposed) = (words("Corps"), Proposed { title: String::new(), body: String::new(), reason: "x".into() });
        let at = Standing {
            kind: Kind::Move,
            state: State::Submitted,
            base: 1,
            proposed: &proposed,
            current: Some((4, &current)),
            place: Some(place(order[2].0, None)),
        };
        assert_eq!(decide(at, Step::Accept, 1, typed("")).unwrap().2, Effect::Order(vec![order[2], order[0], order[1]]));
        assert!(decide(at, Step::AcceptPartly, 4, typed("")).is_err());
        // Somebody else has moved it there: it is accepted, and nothing moves.
        let there = Standing { place: Some(place(order[1].0, Some(order[0].0))), ..at };
        assert_eq!(decide(there, Step::Accept, 1, typed("")).unwrap().2, Effect::Order(order.clone()));
        let lost = Standing { place: Some(place(order[1].0, Some(gone))), ..at };
        assert_eq!(decide(lost, Step::Accept, 1, typed("")), Err(Refusal::field("step", "amendment-place-gone")));
        assert_eq!(decide(lost, Step::Reject, 1, typed("")).unwrap().0, State::Rejected);
    }
    #[test]
    fn an_article_that_moves_takes_the_chapter_of_the_one_it_follows() {
        let [one, two] = [1, 2].map(|n| Some(ChapterId(uuid::Uuid::from_u128(n))));
        let [a, b, c, d] = [1, 2, 3, 4].map(|n| ArticleId(uuid::Uuid::from_u128(n)));
        let order = [(a, one), (b, one), (c, two), (d, two)];
        let moved = |article, after| Place { order: &order, article, after }.proposed();
        assert_eq!(moved(d, Some(a)).unwrap(), [(a, one), (d, one), (b, one), (c, two)]);
        assert_eq!(moved(d, None).unwrap(), [(d, one), (a, one), (b, one), (c, two)]);
        // It stays third, and stands in the first chapter: that is another place.
        assert_eq!(moved(c, Some(b)).unwrap(), [(a, one), (b, one), (c, one), (d, two)]);
        assert_eq!(moved(d, Some(c)), Err(Refusal::field("after", "amendment-same-place")));
        assert_eq!(moved(a, None), Err(Refusal::field("after", "amendment-same-place")));
        let before = [(a, None), (b, one)];
        assert_eq!(Place { order: &before, article: b, after: None }.proposed().unwrap(), [(b, None), (a, None)]);
    }
}
