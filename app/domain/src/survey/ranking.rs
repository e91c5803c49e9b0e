//! What the rankings of many say together, from the tallies `option:rank` that [`super::tally`] keeps.

/// The options of a ranking question, the first the one with most points.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// How many people ranked at least one option.
    pub n: i64,
    pub places: Vec<Place>,
}

/// How one option came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub code: String,
    /// From 1; options with the same points share a place, and the next ones keep theirs (1, 2, 2, 4).
    pub place: usize,
    /// Borda (1784): n−rank points from each person, n being the number of options. See [`ranking`] for what was not ranked.
    pub points: f64,
    /// How many people put it at each rank, from 1 to n.
    pub ranks: Vec<i64>,
    /// How many people ranked it at all.
    pub n: i64,
    /// Over those who ranked it: with partial rankings, an option that few know and love has a good one.
    pub mean_rank: Option<f64>,
}

impl Place {
    /// How many people put it first.
    pub fn first(&self) -> i64 {
        self.ranks.first().copied().unwrap_or(0)
    }
}

/// The result for `options`, from counts of `code:rank`; None where nobody ranked anything. Other options and ranks are passed over.
///
/// Each person has n(n−1)/2 points to give: n−1, n−2 … 0. Who ranks m options gives the m highest; the others share the mean of the
/// points that remain, (n−m−1)/2 each, so that everyone's ranking weighs the same. Tallies do not tell which option was left out
/// beside how many others. So one mean serves all: the points that remain of everybody, over the options that everybody left out.
/// Where all ranked equally many (all of them, or a fixed number) this is the rule to the letter; else it is near.
pub fn ranking<S: AsRef<str>>(options: &[S], tallies: impl IntoIterator<Item = (S, i64)>) -> Option<Ranking> {
    let count = options.len();
    let mut ranks = vec![vec![0; count]; count];
    for (key, n) in tallies {
        let Some((code, rank)) = key.as_ref().rsplit_once(':') else { continue };
        let Some(option) = options.iter().position(|option| option.as_ref() == code) else { continue };
        let at = rank.parse::<usize>().ok().and_then(|rank| rank.checked_sub(1)).filter(|at| *at < count);
        if let Some(at) = at {
            ranks[option][at] += n;
        }
    }
    // Whoever ranks anything ranks something first.
    let n: i64 = ranks.iter().filter_map(|ranks| ranks.first()).sum();
    if n <= 0 {
        return None;
    }
    let given: Vec<i64> = ranks.iter().map(|ranks| ranks.iter().rev().zip(0..).map(|(n, points)| n * points).sum()).collect();
    let left_out: Vec<i64> = ranks.iter().map(|ranks| n - ranks.iter().sum::<i64>()).collect();
    let all = n * ranks.iter().zip(0..).map(|(_, points)| points).sum::<i64>();
    let (remaining, shares) = (all - given.iter().sum::<i64>(), left_out.iter().sum::<i64>().max(1));
    // Points times `shares`: whole numbers, so that equal is equal.
    let scores: Vec<i128> = given
        .iter()
        .zip(&left_out)
        .map(|(given, left_out)| i128::from(*given) * i128::from(shares) + i128::from(*left_out) * i128::from(remaining))
        .collect();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|option| std::cmp::Reverse(scores[*option]));
    let place = |option: usize| Place {
        code: options[option].as_ref().to_owned(),
        place: 1 + scores.iter().filter(|score| **score > scores[option]).count(),
        points: real(given[option]) + real(left_out[option]) * real(remaining) / real(shares),
        ranks: ranks[option].clone(),
        n: n - left_out[option],
        mean_rank: mean_rank(&ranks[option]),
    };
    Some(Ranking { n, places: order.into_iter().map(place).collect() })
}

fn mean_rank(ranks: &[i64]) -> Option<f64> {
    let n: i64 = ranks.iter().sum();
    let sum: i64 = ranks.iter().zip(1..).map(|(n, rank)| n * rank).sum();
    (n > 0).then(|| real(sum) / real(n))
}

#[expect(clippy::cast_precision_loss, reason = "numbers of people and their points")]
const fn real(n: i64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    const CODES: [&str; 5] = ["a", "b", "c", "d", "e"];

    /// As `tally::of` counts them.
    fn tallied(ballots: &[Vec<usize>]) -> BTreeMap<String, i64> {
        let mut tallies = BTreeMap::new();
        for (at, option) in ballots.iter().flat_map(|ballot| ballot.iter().enumerate()) {
            *tallies.entry(format!("{}:{}", CODES[*option], at + 1)).or_default() += 1;
        }
        tallies
    }

    fn result(count: usize, ballots: &[Vec<usize>]) -> Option<Ranking> {
        let tallies = tallied(ballots);
        ranking(&CODES[..count], tallies.iter().map(|(key, n)| (key.as_str(), *n)))
    }

    fn summary(ranking: &Ranking) -> Vec<(&str, usize, f64)> {
        ranking.places.iter().map(|place| (place.code.as_str(), place.place, place.points)).collect()
    }

    #[test]
    fn complete_rankings_give_borda_s_points() {
        // Borda's own example in small: "a" is first for most, "b" bothers nobody.
        let ballots = [vec![0, 1, 2], vec![0, 1, 2], vec![0, 1, 2], vec![1, 2, 0], vec![1, 2, 0]];
        let found = result(3, &ballots).unwrap();
        assert_eq!(summary(&found), [("b", 1, 7.0), ("a", 2, 6.0), ("c", 3, 2.0)]);
        assert_eq!((found.n, found.places[1].first(), found.places[1].mean_rank), (5, 3, Some(1.8)));
        assert_eq!(found.places[1].ranks, [3, 0, 2]);
    }

    #[test]
    fn ties_share_a_place_in_the_order_of_the_question() {
        let found = result(4, &[vec![0, 1, 2, 3], vec![0, 2, 1, 3]]).unwrap();
        assert_eq!(summary(&found), [("a", 1, 6.0), ("b", 2, 3.0), ("c", 2, 3.0), ("d", 4, 0.0)]);
    }

    #[test]
    fn the_unranked_share_the_mean_of_what_remains() {
        // 3 points for "a"; 2 + 1 + 0 left for three.
        let found = result(4, &[vec![0]]).unwrap();
        assert_eq!(summary(&found), [("a", 1, 3.0), ("b", 2, 1.0), ("c", 2, 1.0), ("d", 2, 1.0)]);
        assert_eq!((found.places[1].n, found.places[1].mean_rank, found.places[1].first()), (0, None, 0));
        // One left out is last, as if it had been ranked so.
        assert_eq!(summary(&result(3, &[vec![2, 0]]).unwrap()), summary(&result(3, &[vec![2, 0, 1]]).unwrap()));
    }

    #[test]
    fn what_belongs_to_no_option_is_passed_over() {
        let found = ranking(&["a", "b"], [("a:1", 2), ("b:2", 2), ("", 2), ("x:1", 9), ("a:3", 9), ("b:0", 9), ("b:z", 9)]).unwrap();
        assert_eq!((found.n, summary(&found)), (2, vec![("a", 1, 2.0), ("b", 2, 0.0)]));
        assert_eq!(ranking::<&str>(&[], []), None);
        assert_eq!(ranking(&["a", "b"], [("", 3)]), None);
    }

    /// The first `length` of a random order, for several people; 0 stands for lengths of their own.
    fn ballots(count: usize, length: usize) -> impl Strategy<Value = Vec<Vec<usize>>> {
        let order = Just((0..count).collect::<Vec<_>>()).prop_shuffle();
        let own = if length == 0 { 1..=count } else { length..=length };
        prop::collection::vec((order, own).prop_map(|(order, length)| order[..length].to_vec()), 1..20)
    }

    proptest! {
        #[test]
        fn everyone_gives_the_same_points_in_all((count, ballots) in (1usize..=5).prop_flat_map(|count| (Just(count), ballots(count, 0)))) {
            let found = result(count, &ballots).unwrap();
            let points: f64 = found.places.iter().map(|place| place.points).sum();
            prop_assert!((points - (ballots.len() * count * (count - 1)) as f64 / 2.0).abs() < 1e-9);
            prop_assert_eq!(found.n, ballots.len() as i64);
            prop_assert_eq!(found.places.iter().map(Place::first).sum::<i64>(), found.n);
            prop_assert!(found.places.iter().all(|place| place.mean_rank.is_none_or(|mean| (1.0..=count as f64).contains(&mean))));
            prop_assert!(found.places.is_sorted_by(|a, b| a.place <= b.place && a.points >= b.points - 1e-9));
        }

        #[test]
        fn rankings_of_one_length_follow_the_rule_person_by_person(
            (count, length, ballots) in (2usize..=5)
                .prop_flat_map(|count| (Just(count), 1..=count))
                .prop_flat_map(|(count, length)| (Just(count), Just(length), ballots(count, length))),
        ) {
            for place in result(count, &ballots).unwrap().places {
                let option = CODES.iter().position(|code| *code == place.code).unwrap();
                let of_one = |ballot: &Vec<usize>| match ballot.iter().position(|ranked| *ranked == option) {
                    Some(at) => (count - at - 1) as f64,
                    None => (count - length - 1) as f64 / 2.0,
                };
                prop_assert!((place.points - ballots.iter().map(of_one).sum::<f64>()).abs() < 1e-9);
            }
        }
    }
}
