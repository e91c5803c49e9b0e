//! Small groups stay protected (DESIGN rule 4).

/// Default number of people under which a college's figures are not shown on screen.
pub const SCREEN_THRESHOLD: i64 = 5;
/// Number of people under which a cell does not leave in an anonymous export.
pub const EXPORT_THRESHOLD: i64 = 11;

/// Which of `groups` (numbers of people) may be shown, in the same order.
///
/// A group of 1 to `threshold`−1 people is hidden. Where that hides exactly one group, the smallest other one that is not
/// empty is hidden too: else the total minus what is shown would give it back (secondary suppression). Empty groups are shown: "nobody" says
/// nothing about anyone.
pub fn shown(groups: &[i64], threshold: i64) -> Vec<bool> {
    let mut shown: Vec<bool> = groups.iter().map(|&n| n == 0 || n >= threshold).collect();
    if shown.iter().filter(|&&s| !s).count() == 1 {
        let next = (0..groups.len()).filter(|&i| shown[i] && groups[i] > 0).min_by_key(|&i| groups[i]);
        if let Some(i) = next {
            shown[i] = false;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hides_the_small_one_and_the_next() {
        assert_eq!(shown(&[42, 12, 3], 5), [true, false, false]);
        assert_eq!(shown(&[42, 12, 6], 5), [true, true, true]);
        assert_eq!(shown(&[42, 0, 3], 5), [false, true, false]);
        assert_eq!(shown(&[3], 5), [false]);
        assert_eq!(shown(&[2, 3, 40], 5), [false, false, true]);
    }

    proptest! {
        #[test]
        fn nothing_hidden_can_be_computed_back(groups in prop::collection::vec(0i64..30, 1..6), threshold in 1i64..12) {
            let shown = shown(&groups, threshold);
            let hidden: Vec<_> = groups.iter().zip(&shown).filter(|(_, s)| !**s).map(|(n, _)| *n).collect();
            // Every small group is hidden, and never alone among groups that hold anyone.
            for (n, s) in groups.iter().zip(&shown) {
                prop_assert!(*n == 0 || *n >= threshold || !s);
            }
            let inhabited = groups.iter().filter(|n| **n > 0).count();
            prop_assert!(hidden.len() != 1 || inhabited == 1);
        }
    }
}
