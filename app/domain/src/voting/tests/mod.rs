mod ballots;
mod duels;
mod judgment;
mod runoff;

use proptest::prelude::*;

use super::*;

/// A letter per candidate: "A" is 0.
pub fn order(letters: &str) -> Vec<usize> {
    letters.bytes().map(|letter| usize::from(letter - b'A')).collect()
}

pub fn groups(ballots: &[(&str, i64)]) -> Vec<Group> {
    ballots.iter().map(|(letters, n)| Group { ranked: order(letters), n: *n }).collect()
}

pub fn duels_of(count: usize, groups: &[Group]) -> Duels {
    Duels::of(count, groups.iter().map(|group| (group.ranked.as_slice(), group.n)))
}

/// Memphis, Nashville, Chattanooga, Knoxville: the capital of Tennessee, each voter for the nearest (electowiki, Wikipedia).
pub const TENNESSEE: [(&str, i64); 4] = [("ABCD", 42), ("BCDA", 26), ("CDBA", 15), ("DCBA", 17)];

/// The example of Schulze's paper (2011), section 3.1: A to E, 45 voters.
pub const SCHULZE: [(&str, i64); 8] =
    [("ACBED", 5), ("ADECB", 5), ("BEDAC", 8), ("CABED", 3), ("CAEBD", 7), ("CBADE", 2), ("DCEBA", 7), ("EBADC", 8)];

/// Some ballots that rank some of `count`.
pub fn electorate() -> impl Strategy<Value = (usize, Vec<Group>)> {
    (2usize..=5).prop_flat_map(|count| {
        let ballot = (Just((0..count).collect::<Vec<_>>()).prop_shuffle(), 1..=count, 1i64..4)
            .prop_map(|(order, length, n)| Group { ranked: order[..length].to_vec(), n });
        (Just(count), prop::collection::vec(ballot, 1..12))
    })
}

/// The same ballots under other names.
pub fn renamed(groups: &[Group], names: &[usize]) -> Vec<Group> {
    groups.iter().map(|group| Group { ranked: group.ranked.iter().map(|at| names[*at]).collect(), n: group.n }).collect()
}

/// A ballot with one candidate a place higher: before the one it followed, or ranked last where it was not ranked.
pub fn raised(ballot: &[usize], one: usize) -> Vec<usize> {
    let mut ballot = ballot.to_vec();
    match ballot.iter().position(|at| *at == one) {
        Some(0) => {}
        Some(at) => ballot.swap(at, at - 1),
        None => ballot.push(one),
    }
    ballot
}

#[test]
fn equals_share_a_place() {
    assert_eq!(places(&[3, 5, 3, 1]), [2, 1, 2, 4]);
    assert_eq!(winners(&places(&[2, 2, 1])), [0, 1]);
    assert!(places::<i64>(&[]).is_empty());
}

#[test]
fn one_objection_is_enough() {
    assert_eq!(standing(0, 0), Standing::Open);
    assert_eq!(standing(100, 0), Standing::Consented);
    assert_eq!(standing(100, 1), Standing::Objected);
}

#[test]
fn scores_are_means_of_what_was_given() {
    // Memphis as a score: 42 give 10, 58 give 0.
    let found = scores(&[58, 0, 0, 0, 0, 0, 0, 0, 0, 0, 42]).unwrap();
    assert_eq!((found.n, found.sum, found.median), (100, 420, 0));
    assert!((found.mean - 4.2).abs() < 1e-12);
    assert_eq!(scores(&[1, 1, 2]).unwrap().median, 1);
    assert_eq!(scores(&[0, 0]), None);
    assert_eq!(scores(&[]), None);
}

proptest! {
    #[test]
    fn scores_agree_with_a_plain_count(given in prop::collection::vec(0usize..=10, 1..40), one in 0usize..40) {
        let mut counts = [0i64; 11];
        given.iter().for_each(|score| counts[*score] += 1);
        let found = scores(&counts).unwrap();
        let mut sorted = given.clone();
        sorted.sort_unstable();
        prop_assert_eq!(found.median, sorted[(sorted.len() - 1) / 2]);
        prop_assert!((found.mean - given.iter().sum::<usize>() as f64 / given.len() as f64).abs() < 1e-9);
        // Monotone: a higher score never lowers the mean.
        let one = given[one % given.len()];
        if one < 10 {
            counts[one] -= 1;
            counts[one + 1] += 1;
            prop_assert!(scores(&counts).unwrap().mean > found.mean);
        }
    }
}
