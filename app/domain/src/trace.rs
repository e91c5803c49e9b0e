//! What became of a word: of a proposal, of a comment.

use crate::{
    round::{Outcome, State},
    text_enum::text_enum,
};

text_enum! {
    Fate {
        /// No answer yet.
        Awaiting = "awaiting",
        Retained = "retained",
        Partly = "partly",
        NotRetained = "not_retained",
        /// Hidden by moderation, with a reason.
        Hidden = "hidden",
        /// Nobody answered it by itself; the round's own decision is its answer.
        WithRound = "with_round",
    }
}

/// Moderation first, then the answer it was given, then what the round came to.
pub const fn fate(hidden: bool, outcome: Option<Outcome>, round: State) -> Fate {
    match (hidden, outcome, round) {
        (true, ..) => Fate::Hidden,
        (_, Some(Outcome::Retained), _) => Fate::Retained,
        (_, Some(Outcome::Partly), _) => Fate::Partly,
        (_, Some(Outcome::NotRetained), _) => Fate::NotRetained,
        (_, None, State::Published) => Fate::WithRound,
        (_, None, _) => Fate::Awaiting,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(true, Some(Outcome::Retained), State::Published, Fate::Hidden)]
    #[case(false, Some(Outcome::Partly), State::Open, Fate::Partly)]
    #[case(false, None, State::Closed, Fate::Awaiting)]
    #[case(false, None, State::Published, Fate::WithRound)]
    fn a_word_ends_somewhere(#[case] hidden: bool, #[case] outcome: Option<Outcome>, #[case] round: State, #[case] expected: Fate) {
        assert_eq!(fate(hidden, outcome, round), expected);
    }
}
