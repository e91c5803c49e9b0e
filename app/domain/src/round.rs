//! Rounds: the steps of a process.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    access::Who,
    lang::LangText,
    refusal::Problems,
    text::{BODY, TITLE},
    text_enum::text_enum,
};

text_enum! {
    RoundKind {
        Survey = "survey",
        Proposals = "proposals",
        Charter = "charter",
        Evaluation = "evaluation",
    }
}

text_enum! {
    /// Whether a response keeps its author. Fixed once the round opens (DESIGN rule 3).
    Mode {
        Anonymous = "anonymous",
        Named = "named",
    }
}

text_enum! {
    /// Where a round stands. Derived, never stored (DESIGN rule 5).
    State {
        Draft = "draft",
        Announced = "announced",
        Open = "open",
        Closed = "closed",
        Published = "published",
    }
}

text_enum! {
    /// The reasoned answer given to a proposal, a comment or an amendment.
    Outcome {
        Retained = "retained",
        Partly = "partly",
        NotRetained = "not_retained",
    }
}

impl RoundKind {
    /// Whether people may take part without their name. Proposals and charters are talked over: they carry names.
    pub const fn may_be_anonymous(self) -> bool {
        matches!(self, RoundKind::Survey | RoundKind::Evaluation)
    }

    /// The mode a round of this kind has when `asked` is asked for.
    pub const fn mode(self, asked: Mode) -> Mode {
        if self.may_be_anonymous() { asked } else { Mode::Named }
    }
}

/// What a round says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub title: LangText,
    pub intro: LangText,
    pub mode: Mode,
}

/// A new round as it was typed, if it holds.
pub fn describe(kind: RoundKind, title: &LangText, intro: &LangText, mode: Mode) -> Result<Description, Refusal> {
    let mut problems = Problems::new();
    let title = title.typed("title", TITLE, true, &mut problems);
    let intro = intro.typed("intro", BODY, true, &mut problems);
    problems.check()?;
    Ok(Description { title, intro, mode: kind.mode(mode) })
}

/// The reasoned decision with which a round is published.
pub fn decide(decision: &LangText) -> Result<LangText, Refusal> {
    let mut problems = Problems::new();
    let decision = decision.typed("decision", BODY, true, &mut problems);
    problems.check()?;
    Ok(decision)
}

/// The frame that a new round of this kind begins with.
pub fn first_content(kind: RoundKind) -> Result<serde_json::Value, serde_json::Error> {
    match kind {
        RoundKind::Survey => serde_json::to_value(crate::survey::Form::default()),
        RoundKind::Proposals => Ok(serde_json::json!({})),
        RoundKind::Charter => serde_json::to_value(crate::charter::Frame::default()),
        RoundKind::Evaluation => serde_json::to_value(crate::evaluation::Frame::default()),
    }
}

/// All that decides a round's state. Times are UTC milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Members see it in the calendar.
    pub announced: bool,
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
    /// Closed by hand before its time.
    pub closed_at: Option<i64>,
    pub published_at: Option<i64>,
}

impl Calendar {
    /// The state at `now`. A round is open from `opens_at` (included) to `closes_at` (excluded), to the millisecond.
    pub fn state(&self, now: i64) -> State {
        // What somebody has closed or published is so for whoever comes after, whatever time it was when they began to come.
        if self.published_at.is_some() {
            State::Published
        } else if !self.announced {
            State::Draft
        } else if self.closed_at.is_some() || self.closes_at.is_some_and(|at| at <= now) {
            State::Closed
        } else if self.opens_at.is_some_and(|at| at <= now) {
            State::Open
        } else {
            State::Announced
        }
    }

    /// When it closed, of a round that is over at `now`.
    pub fn closing(&self, now: i64) -> Option<i64> {
        match self.state(now) {
            State::Closed | State::Published => self.closed_at.or(self.closes_at),
            State::Draft | State::Announced | State::Open => None,
        }
    }

    /// Refuses unless people may take part at `now`.
    pub fn must_be_open(&self, now: i64) -> Result<(), Refusal> {
        match self.state(now) {
            State::Open => Ok(()),
            State::Draft => Err(Refusal::not_found()),
            State::Announced => Err(Refusal::conflict("round-not-yet-open")),
            State::Closed | State::Published => Err(Refusal::conflict("round-closed")),
        }
    }

    /// Refuses unless answers may be given, and changed, at `now`: from the opening until the results are published. What is published does
    /// not change.
    pub fn must_be_answerable(&self, now: i64) -> Result<(), Refusal> {
        match self.state(now) {
            State::Open | State::Closed => Ok(()),
            State::Published => Err(Refusal::conflict("round-already-published")),
            State::Draft | State::Announced => Err(Refusal::conflict("round-not-yet-open")),
        }
    }

    /// Refuses unless the round's frame (form, articles' rule, mode) may still change at `now`.
    pub fn must_not_have_opened(&self, now: i64) -> Result<(), Refusal> {
        match self.state(now) {
            State::Draft | State::Announced => Ok(()),
            _ => Err(Refusal::conflict("round-already-open")),
        }
    }

    /// The round's words may be corrected at any time but after publication; its mode is fixed once it opens.
    pub fn redescribe(&self, kind: RoundKind, old: Mode, new: Description, now: i64) -> Result<Description, Refusal> {
        if self.state(now) == State::Published {
            return Err(Refusal::conflict("round-already-published"));
        }
        if new.mode != kind.mode(old) {
            self.must_not_have_opened(now)?;
        }
        Ok(new)
    }

    /// Refuses unless this person may know of the round: a draft is the facilitators' own.
    pub fn must_be_visible(&self, who: &Who, now: i64) -> Result<(), Refusal> {
        if self.state(now) == State::Draft && !who.is_facilitator() { Err(Refusal::not_found()) } else { Ok(()) }
    }

    /// Refuses unless this person may see results at `now`: facilitators once the round has opened, everyone who may read the process once
    /// it is published.
    pub fn must_show_results(&self, who: &Who, now: i64) -> Result<(), Refusal> {
        self.must_be_visible(who, now)?;
        match self.state(now) {
            State::Published => Ok(()),
            State::Open | State::Closed if who.is_facilitator() => Ok(()),
            State::Draft | State::Announced => Err(Refusal::conflict("round-not-yet-open")),
            State::Open | State::Closed => Err(Refusal::conflict("results-not-published")),
        }
    }

    /// New dates, decided at `now`. An opening that has passed stays; a closing may move while the round is open.
    pub fn reschedule(&self, announced: bool, opens_at: i64, closes_at: i64, now: i64) -> Result<Calendar, Refusal> {
        let mut problems = Problems::new();
        let state = self.state(now);
        if matches!(state, State::Closed | State::Published) {
            return Err(Refusal::conflict("round-closed"));
        }
        if state == State::Open && self.opens_at != Some(opens_at) {
            problems.push(Problem::new("opens_at", "opening-passed"));
        }
        if closes_at <= opens_at {
            problems.push(Problem::new("closes_at", "closes-before-opens"));
        } else if closes_at <= now {
            problems.push(Problem::new("closes_at", "closes-in-the-past"));
        }
        problems.check()?;
        Ok(Calendar { announced: announced || state == State::Open, opens_at: Some(opens_at), closes_at: Some(closes_at), ..*self })
    }

    /// Closing by hand at `now`.
    pub fn close(&self, now: i64) -> Result<Calendar, Refusal> {
        self.must_be_open(now)?;
        Ok(Calendar { closed_at: Some(now), ..*self })
    }

    /// Publishing results at `now`: only what is closed, and only once.
    pub fn publish(&self, now: i64) -> Result<Calendar, Refusal> {
        match self.state(now) {
            State::Closed => Ok(Calendar { published_at: Some(now), ..*self }),
            State::Published => Err(Refusal::conflict("round-already-published")),
            _ => Err(Refusal::conflict("round-not-closed")),
        }
    }
}

/// Where a process stands in its calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The round that people should look at: the first open one, else the last that is closed and waits for its decision.
    pub here: Option<usize>,
    /// The first announced one.
    pub next: Option<usize>,
}

pub fn stand(states: &[State]) -> Now {
    let first = |wanted: State| states.iter().position(|state| *state == wanted);
    Now { here: first(State::Open).or_else(|| states.iter().rposition(|state| *state == State::Closed)), next: first(State::Announced) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const RUNNING: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };

    #[rstest]
    #[case(9, State::Announced)]
    #[case(10, State::Open)]
    #[case(19, State::Open)]
    #[case(20, State::Closed)]
    fn state_follows_the_dates_to_the_millisecond(#[case] now: i64, #[case] state: State) {
        assert_eq!(RUNNING.state(now), state);
    }

    #[test]
    fn a_draft_stays_hidden_whatever_its_dates() {
        assert_eq!(Calendar { announced: false, ..RUNNING }.state(15), State::Draft);
    }

    #[test]
    fn publishing_wants_a_closed_round_and_happens_once() {
        assert!(RUNNING.publish(15).is_err());
        let published = RUNNING.publish(20).unwrap();
        assert_eq!(published.state(20), State::Published);
        assert!(published.publish(21).is_err());
    }

    #[test]
    fn an_opening_that_has_passed_cannot_move() {
        assert!(RUNNING.reschedule(true, 12, 30, 15).is_err());
        assert_eq!(RUNNING.reschedule(true, 10, 30, 15).unwrap().closes_at, Some(30));
        assert!(RUNNING.reschedule(true, 10, 14, 15).is_err());
        assert!(RUNNING.reschedule(true, 40, 30, 5).is_err());
    }

    fn facilitator() -> Who {
        Who {
            account: Some(crate::id::AccountId(uuid::Uuid::nil())),
            membership: Some(crate::access::Membership {
                member: crate::id::MemberId(uuid::Uuid::nil()),
                function: crate::access::Function::Facilitator,
                college: None,
            }),
            ..Who::default()
        }
    }

    const DRAFT: Calendar = Calendar { announced: false, ..RUNNING };
    const PUBLISHED: Calendar = Calendar { published_at: Some(25), ..RUNNING };

    /// (at, visible to all, results to a facilitator, results to everyone)
    #[rstest]
    #[case(DRAFT, 15, false, false, false)]
    #[case(RUNNING, 9, true, false, false)]
    #[case(RUNNING, 10, true, true, false)]
    #[case(RUNNING, 20, true, true, false)]
    // For whoever began to come before and is served after.
    #[case(PUBLISHED, 24, true, true, true)]
    #[case(PUBLISHED, 25, true, true, true)]
    fn results_are_the_facilitators_from_the_opening_and_everyones_once_published(
        #[case] calendar: Calendar,
        #[case] now: i64,
        #[case] visible: bool,
        #[case] facilitators: bool,
        #[case] everyones: bool,
    ) {
        assert_eq!(calendar.must_be_visible(&Who::default(), now).is_ok(), visible);
        assert!(calendar.must_be_visible(&facilitator(), now).is_ok());
        assert_eq!(calendar.must_show_results(&facilitator(), now).is_ok(), facilitators);
        assert_eq!(calendar.must_show_results(&Who::default(), now).is_ok(), everyones);
        let administrator = Who { administrator: true, ..Who::default() };
        assert_eq!(calendar.must_show_results(&administrator, now).is_ok(), everyones);
    }

    #[test]
    fn the_mode_is_fixed_once_the_round_opens_and_the_words_once_it_is_published() {
        let new = |kind, mode| describe(kind, &LangText::of("fr", "Titre"), &LangText::of("fr", "Mots"), mode).unwrap();
        let survey = |mode| new(RoundKind::Survey, mode);
        assert!(RUNNING.redescribe(RoundKind::Survey, Mode::Anonymous, survey(Mode::Named), 9).is_ok());
        assert!(RUNNING.redescribe(RoundKind::Survey, Mode::Anonymous, survey(Mode::Named), 10).is_err());
        assert!(RUNNING.redescribe(RoundKind::Survey, Mode::Anonymous, survey(Mode::Anonymous), 10).is_ok());
        assert!(PUBLISHED.redescribe(RoundKind::Survey, Mode::Anonymous, survey(Mode::Anonymous), 25).is_err());
        assert_eq!(new(RoundKind::Charter, Mode::Anonymous).mode, Mode::Named);
    }

    #[test]
    fn a_round_is_published_with_reasons() {
        assert!(decide(&LangText::of("fr", "  ")).is_err());
        assert!(decide(&LangText::of("fr", "Nous ouvrons 12 places, parce que…")).is_ok());
        // English alone leaves those who read French without reasons.
        assert_eq!(decide(&LangText::of("en", "Twelve places open.")).unwrap_err().problems[0].field, "decision[fr]");
        let long = LangText::from_parts(&[("fr", "Oui."), ("en", &"x".repeat(BODY + 1))]);
        assert_eq!(decide(&long).unwrap_err().problems[0].field, "decision[en]");
    }

    #[rstest]
    #[case(&[State::Published, State::Open, State::Open, State::Announced], Some(1), Some(3))]
    #[case(&[State::Closed, State::Closed, State::Announced, State::Announced], Some(1), Some(2))]
    #[case(&[State::Published, State::Published], None, None)]
    #[case(&[State::Draft], None, None)]
    fn a_process_stands_at_its_open_round(#[case] states: &[State], #[case] here: Option<usize>, #[case] next: Option<usize>) {
        assert_eq!(stand(states), Now { here, next });
    }
}
