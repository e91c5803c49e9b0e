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

/// Which of `parts` of a whole whose figures are shown may be shown beside it, in the same order; `hidden` are not shown anyway.
///
/// As [`shown`], and the parts that are hidden hold together nobody or at least `threshold` people: the whole less the parts that
/// are shown is a group by itself. Where the whole is that small, nothing is shown.
pub fn shown_parts(parts: &[i64], hidden: &[bool], threshold: i64) -> Vec<bool> {
    let mut shown: Vec<bool> = parts.iter().zip(hidden).map(|(&n, &hidden)| !hidden && (n == 0 || n >= threshold)).collect();
    loop {
        let held: i64 = parts.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(n, _)| n).sum();
        if held == 0 || held >= threshold {
            return shown;
        }
        let next = (0..parts.len()).filter(|&i| shown[i] && parts[i] > 0).min_by_key(|&i| parts[i]);
        let Some(next) = next else { return shown };
        shown[next] = false;
    }
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

    #[test]
    fn the_rest_of_a_whole_is_no_small_group() {
        assert_eq!(shown_parts(&[20, 7, 1, 1], &[false; 4], 5), [true, false, false, false]);
        assert_eq!(shown_parts(&[20, 7, 6], &[false; 3], 5), [true, true, true]);
        // Five hidden people together are a group: nobody else needs to be hidden.
        assert_eq!(shown_parts(&[20, 7, 3, 2], &[false; 4], 5), [true, true, false, false]);
        assert_eq!(shown_parts(&[20, 7, 4], &[false, true, false], 5), [true, false, false]);
        assert_eq!(shown_parts(&[3, 0], &[false; 2], 5), [false, true]);
    }

    proptest! {
        #[test]
        fn a_part_and_what_is_left_are_never_small(
            parts in prop::collection::vec((0i64..30, any::<bool>()), 1..8), threshold in 1i64..12,
        ) {
            let (parts, hidden): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
            let shown = shown_parts(&parts, &hidden, threshold);
            let held: i64 = parts.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(n, _)| n).sum();
            for ((n, shown), hidden) in parts.iter().zip(&shown).zip(&hidden) {
                prop_assert!(!shown || (!hidden && (*n == 0 || *n >= threshold)));
            }
            prop_assert!(held == 0 || held >= threshold || held == parts.iter().sum::<i64>());
        }

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
