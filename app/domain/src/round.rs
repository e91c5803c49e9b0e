//! Rounds: the steps of a process.

use serde::{Deserialize, Serialize};

use crate::{Problem, Refusal, refusal::Problems, text_enum::text_enum};

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
        if self.published_at.is_some_and(|at| at <= now) {
            State::Published
        } else if !self.announced {
            State::Draft
        } else if self.closed_at.is_some_and(|at| at <= now) || self.closes_at.is_some_and(|at| at <= now) {
            State::Closed
        } else if self.opens_at.is_some_and(|at| at <= now) {
            State::Open
        } else {
            State::Announced
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

    /// Refuses unless the round's frame (form, articles' rule, mode) may still change at `now`.
    pub fn must_not_have_opened(&self, now: i64) -> Result<(), Refusal> {
        match self.state(now) {
            State::Draft | State::Announced => Ok(()),
            _ => Err(Refusal::conflict("round-already-open")),
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
}
