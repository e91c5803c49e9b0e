//! How fast one person may go: so many at once, then one more every so often. One moment is kept per person and deed, and it tells
//! neither what was done nor how often.

use crate::{Kind, Problem, Refusal, text_enum::text_enum};

text_enum! {
    Deed {
        Comment = "comment",
        Edit = "edit",
        Mark = "mark",
        Report = "report",
        /// A picture that comes with a proposal.
        Picture = "picture",
        /// A mail that says one was spoken to: not an act of the person, but theirs to be spared.
        MentionMail = "mention_mail",
    }
}

/// So many at once, and one more after each stretch of milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub burst: i64,
    pub every: i64,
}

const MINUTE: i64 = 60_000;

impl Deed {
    pub const fn limit(self) -> Limit {
        match self {
            Deed::Comment | Deed::Edit => Limit { burst: 10, every: 2 * MINUTE },
            Deed::Mark => Limit { burst: 60, every: MINUTE / 6 },
            Deed::Report => Limit { burst: 8, every: 15 * MINUTE },
            // Thirty in any one day.
            Deed::Picture => Limit { burst: 10, every: 72 * MINUTE },
            Deed::MentionMail => Limit { burst: 1, every: 24 * 60 * MINUTE },
        }
    }
}

/// One more of these at `now`, by somebody who has their whole allowance again at `full_at`: the new such moment, or from when on they
/// may go on.
pub fn pace(deed: Deed, full_at: Option<i64>, now: i64) -> Result<i64, i64> {
    let Limit { burst, every } = deed.limit();
    // A clock that was put back punishes nobody for longer than the whole allowance takes.
    let from = full_at.unwrap_or(now).clamp(now, now + burst * every);
    let next = from + every;
    if next - now <= burst * every { Ok(next) } else { Err(next - burst * every) }
}

/// The same as a refusal that says in how many minutes one may go on.
pub fn keep(deed: Deed, full_at: Option<i64>, now: i64) -> Result<i64, Refusal> {
    pace(deed, full_at, now).map_err(|again_at| {
        let problem = match deed {
            Deed::Comment => Problem::new("", "pace-comment"),
            Deed::Edit => Problem::new("", "pace-edit"),
            Deed::Mark => Problem::new("", "pace-mark"),
            Deed::Picture => Problem::new("", "pace-picture"),
            Deed::Report | Deed::MentionMail => Problem::new("", "pace-report"),
        };
        let minutes = (again_at - now + MINUTE - 1) / MINUTE;
        Refusal { kind: Kind::TooMany, problems: vec![problem.with("minutes", minutes)] }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn so_many_at_once_then_one_by_one() {
        let (now, mut full_at) = (1_000_000, None);
        for _ in 0..10 {
            full_at = Some(pace(Deed::Comment, full_at, now).unwrap());
        }
        assert_eq!(pace(Deed::Comment, full_at, now), Err(now + 2 * MINUTE));
        assert!(pace(Deed::Comment, full_at, now + 2 * MINUTE - 1).is_err());
        full_at = Some(pace(Deed::Comment, full_at, now + 2 * MINUTE).unwrap());
        assert!(pace(Deed::Comment, full_at, now + 2 * MINUTE).is_err());
        // Rested: ten again.
        assert_eq!(pace(Deed::Comment, full_at, now + 60 * MINUTE), Ok(now + 62 * MINUTE));
    }

    #[test]
    fn the_refusal_says_when() {
        let full_at = Some(8 * 15 * MINUTE);
        let refusal = keep(Deed::Report, full_at, 0).unwrap_err();
        assert_eq!((refusal.kind, refusal.problems[0].args[0].1.as_str()), (Kind::TooMany, "15"));
    }

    proptest! {
        #[test]
        fn never_more_than_the_allowance_in_any_stretch_and_the_moment_named_is_right(
            steps in prop::collection::vec(0..20 * MINUTE, 1..200),
            deed in prop::sample::select(Deed::ALL),
        ) {
            let Limit { burst, every } = deed.limit();
            let (mut now, mut full_at, mut done) = (0, None, Vec::new());
            for step in steps {
                now += step / 8;
                match pace(deed, full_at, now) {
                    Ok(next) => {
                        full_at = Some(next);
                        done.push(now);
                    }
                    Err(again_at) => {
                        prop_assert!(again_at > now);
                        prop_assert!(pace(deed, full_at, again_at).is_ok());
                        prop_assert!(pace(deed, full_at, again_at - 1).is_err());
                    }
                }
            }
            for (i, from) in done.iter().enumerate() {
                for (j, to) in done.iter().enumerate().skip(i) {
                    prop_assert!(((j - i) as i64) < burst + (to - from) / every + 1);
                }
            }
        }

        #[test]
        fn a_clock_put_back_locks_nobody_out(deed in prop::sample::select(Deed::ALL), full_at in any::<i32>(), now in any::<i32>()) {
            let Limit { burst, every } = deed.limit();
            let (full_at, now) = (i64::from(full_at), i64::from(now));
            prop_assert!(pace(deed, Some(full_at), now).map_or_else(|again| again - now <= every, |next| next - now <= burst * every));
        }
    }
}
