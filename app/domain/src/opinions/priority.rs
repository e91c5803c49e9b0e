//! Which statement a person sees next: those that matter and are agreed to more often, those that few have seen much more often.

use crate::survey::shuffle;

/// What every statement about the conversation itself, or about who speaks, weighs.
pub const META: f64 = 49.0;

/// Where a statement stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// How many agreed.
    pub agree: i64,
    /// How many passed.
    pub pass: i64,
    /// How many answered it at all: agree, disagree or pass.
    pub seen: i64,
    /// How far from the middle the statement lies among the opinions; 0 while that is not known.
    pub extremity: f64,
    /// It asks who speaks ("I am a parent") and is not an opinion.
    pub meta: bool,
}

/// The weight of a statement in the draw. Never negative, never infinite.
#[expect(clippy::cast_precision_loss, reason = "counts of people")]
pub fn priority(statement: Standing) -> f64 {
    if statement.meta {
        return META;
    }
    let (agree, pass, seen) = (statement.agree as f64, statement.pass as f64, statement.seen as f64);
    let passed = (pass + 1.0) / (seen + 2.0);
    let agreed = (agree + 1.0) / (seen + 2.0);
    let importance = (1.0 - passed) * (statement.extremity + 1.0) * agreed;
    // A statement nobody has seen weighs nine times (squared: 81) what the same one weighs once known.
    let novelty = 8.0f64.mul_add((-seen / 5.0).exp2(), 1.0);
    (importance * novelty).powi(2)
}

/// Draws up to `n` places one after the other without putting back, each time with chances in proportion to the priorities that are left;
/// places without priority come last. Leaving out of the hand what somebody has seen leaves each other place the chance it would have had
/// among the unseen alone. `seed` is any number, each as likely as the others: the caller brings it.
///
/// Each place waits for a time of its own, exponential with its priority as rate, and the first `n` to arrive are the hand
/// (Efraimidis and Spirakis 2006, in logarithms).
#[expect(clippy::cast_precision_loss, reason = "53 bits of the number are enough")]
pub fn hand(priorities: &[f64], n: usize, mut seed: u64) -> Vec<usize> {
    let mut arrivals: Vec<(f64, f64, usize)> = priorities
        .iter()
        .enumerate()
        .map(|(place, priority)| {
            // Between 0 and 1, both left out.
            let wait = -(((shuffle::next(&mut seed) >> 11) as f64 + 0.5) / (1u64 << 53) as f64).ln();
            let weighs = priority.is_finite() && *priority > 0.0;
            (if weighs { wait / priority } else { f64::INFINITY }, wait, place)
        })
        .collect();
    let by_arrival = |a: &(f64, f64, usize), b: &(f64, f64, usize)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
    if n < arrivals.len() {
        arrivals.select_nth_unstable_by(n, by_arrival);
        arrivals.truncate(n);
    }
    arrivals.sort_unstable_by(by_arrival);
    arrivals.into_iter().map(|(.., place)| place).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_has_seen_comes_first_and_meta_is_fixed() {
        let fresh = priority(Standing::default());
        let known = priority(Standing { agree: 50, pass: 0, seen: 100, ..Standing::default() });
        assert!(fresh > 10.0 * known, "{fresh} {known}");
        assert!((priority(Standing { meta: true, ..Standing::default() }) - 49.0).abs() < f64::EPSILON);
        // Passed by everybody: hardly ever again.
        assert!(priority(Standing { pass: 100, seen: 100, ..Standing::default() }) < known / 1000.0);
    }

    #[test]
    fn drawn_as_often_as_it_weighs_and_so_among_the_unseen() {
        let weights = [1.0, 0.0, 3.0, f64::NAN, 4.0];
        let (mut first, mut without) = ([0; 5], [0; 5]);
        for seed in 0..40_000 {
            let hand = hand(&weights, 5, seed);
            first[hand[0]] += 1;
            // Somebody has seen the last one.
            without[*hand.iter().find(|place| **place != 4).unwrap()] += 1;
        }
        // Five standard deviations.
        let about = |n: i32, share: f64| (f64::from(n) - 40_000.0 * share).abs() < 500.0;
        assert!(about(first[0], 0.125) && about(first[2], 0.375) && about(first[4], 0.5) && first[1] == 0 && first[3] == 0, "{first:?}");
        assert!(about(without[0], 0.25) && about(without[2], 0.75), "{without:?}");
        let nothing_weighs: std::collections::HashSet<_> = (0..100).map(|seed| hand(&[0.0, 0.0], 1, seed)[0]).collect();
        assert_eq!(nothing_weighs.len(), 2);
    }

    proptest! {
        #[test]
        fn a_hand_holds_each_place_once_and_the_weightless_last(
            weights in prop::collection::vec(prop_oneof![Just(0.0), 0.001f64..100.0], 0..50), n in 0usize..60, seed in any::<u64>(),
        ) {
            let hand = hand(&weights, n, seed);
            prop_assert_eq!(hand.len(), n.min(weights.len()));
            prop_assert_eq!(hand.iter().collect::<std::collections::HashSet<_>>().len(), hand.len());
            let heavy = weights.iter().filter(|w| **w > 0.0).count();
            prop_assert!(hand.iter().take(heavy).all(|place| weights[*place] > 0.0));
        }

        #[test]
        fn never_negative_never_infinite(agree in 0i64..1_000_000, pass in 0i64..1_000_000, no in 0i64..1_000_000, e in 0.0f64..1e6) {
            let p = priority(Standing { agree, pass, seen: agree + pass + no, extremity: e, meta: false });
            prop_assert!(p.is_finite() && p >= 0.0);
        }
    }
}
