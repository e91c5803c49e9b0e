//! Which statement a person sees next: those that matter and are agreed to more often, those that few have seen much more often.

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

/// Draws one place with a chance in proportion to its priority; nothing when there is nothing to draw. `random` is any number, each as
/// likely as the others: the caller brings it.
#[expect(clippy::cast_precision_loss, reason = "53 bits of the number are enough")]
pub fn draw(priorities: &[f64], random: u64) -> Option<usize> {
    let weight = |p: &f64| if p.is_finite() { p.max(0.0) } else { 0.0 };
    let total: f64 = priorities.iter().map(weight).sum();
    let unit = (random >> 11) as f64 / (1u64 << 53) as f64;
    if total <= 0.0 {
        // Nothing weighs anything: each as likely as the others.
        let n = priorities.len() as u64;
        return (n > 0).then(|| usize::try_from(random % n).unwrap_or(0));
    }
    let mut left = unit * total;
    let mut last = None;
    for (i, p) in priorities.iter().enumerate() {
        let p = weight(p);
        if p > 0.0 {
            last = Some(i);
            if left < p {
                break;
            }
            left -= p;
        }
    }
    last
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
    fn drawn_as_often_as_it_weighs() {
        let weights = [1.0, 0.0, 3.0, f64::NAN];
        let mut counts = [0; 4];
        for i in 0..4_000u64 {
            let random = i * (u64::MAX / 4_000);
            counts[draw(&weights, random).unwrap()] += 1;
        }
        assert!((990..=1010).contains(&counts[0]) && (2990..=3010).contains(&counts[2]) && counts[1] == 0 && counts[3] == 0, "{counts:?}");
        assert_eq!(draw(&[], 7), None);
        assert_eq!(draw(&[0.0, 0.0], 3), Some(1));
    }

    proptest! {
        #[test]
        fn any_number_draws_a_place_that_weighs_something(
            weights in prop::collection::vec(0.0f64..100.0, 1..50), random in any::<u64>(),
        ) {
            let i = draw(&weights, random).unwrap();
            prop_assert!(i < weights.len());
            prop_assert!(weights[i] > 0.0 || weights.iter().all(|w| *w <= 0.0));
        }

        #[test]
        fn never_negative_never_infinite(agree in 0i64..1_000_000, pass in 0i64..1_000_000, no in 0i64..1_000_000, e in 0.0f64..1e6) {
            let p = priority(Standing { agree, pass, seen: agree + pass + no, extremity: e, meta: false });
            prop_assert!(p.is_finite() && p >= 0.0);
        }
    }
}
