//! An order drawn for each person: the same seed gives the same order.
//!
//! A seed is kept with the response, so that whoever analyses the answers can look for effects of the order. There are [`SEEDS`] of them:
//! enough to even the places out, too few to recognise a response by.

pub const SEEDS: u64 = 64;

/// A seed out of random bits.
pub fn seed(random: u64) -> i16 {
    i16::try_from(random % SEEDS).unwrap_or(0)
}

/// A seed as a form sent it; nothing else passes.
pub fn read(sent: &str) -> Option<i16> {
    sent.parse().ok().filter(|seed| u64::try_from(*seed).is_ok_and(|seed| seed < SEEDS))
}

/// The places `0..n` of the options of one question, or of the questions of one section (`code`); without a seed as they are written.
pub fn places(n: usize, seed: Option<i16>, code: &str) -> Vec<usize> {
    let of_code = code.bytes().fold(0, |sum: u64, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    // Far apart, lest two questions whose codes differ by little show the same order to people of neighbouring seeds.
    seed.map_or_else(|| (0..n).collect(), |seed| order(n, of_code.rotate_left(32) ^ u64::from(seed.unsigned_abs())))
}

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
    use super::{SEEDS, order, places, read, seed};

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

    #[test]
    fn a_seed_is_one_of_few_and_evens_the_places_out() {
        assert_eq!(read("63"), Some(63));
        for forged in ["", "64", "-1", "1.0", "x", "18446744073709551615"] {
            assert_eq!(read(forged), None, "{forged}");
        }
        assert_eq!(read(&seed(u64::MAX).to_string()), Some(63));
        assert_eq!(places(4, None, "q1"), [0, 1, 2, 3]);
        for code in ["q1", "q2", "transport", "s1"] {
            let mut first = [0; 4];
            for seed in 0..i16::try_from(SEEDS).unwrap() {
                first[places(4, Some(seed), code)[0]] += 1;
            }
            assert!(first.iter().all(|n| (6..=28).contains(n)), "{code}: {first:?}");
        }
        let same = (0..64).filter(|seed| places(4, Some(*seed), "q1") == places(4, Some(*seed), "q2")).count();
        assert!(same < 16, "two questions are shuffled alike for {same} seeds of 64");
    }
}
