//! An order drawn for each person: the same seed gives the same order.

/// The places `0..n` in the order of `seed` (Fisher and Yates, with the SplitMix64 sequence of Steele et al. 2014).
pub fn order(n: usize, seed: u64) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    let mut state = seed;
    for last in (1..n).rev() {
        let other = usize::try_from(next(&mut state) % (last as u64 + 1)).unwrap_or(0);
        places.swap(last, other);
    }
    places
}

/// The next number of the SplitMix64 sequence.
pub(crate) fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn every_place_once_and_each_order_about_as_often() {
        let mut counts = std::collections::BTreeMap::new();
        for seed in 0..6_000 {
            let places = order(3, seed);
            *counts.entry(places).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|n| (900..1100).contains(n)), "{counts:?}");
        assert_eq!(order(5, 42), order(5, 42));
        assert_eq!(order(0, 1), Vec::<usize>::new());
    }
}
