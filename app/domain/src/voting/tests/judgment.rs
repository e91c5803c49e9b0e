use proptest::prelude::*;
use rstest::rstest;

use super::*;

/// Orsay, first round of the French presidential election of 2007 (Balinski & Laraki 2010, table 6.3): per cent of each grade, from
/// "to reject" to "excellent", in tenths.
const BAYROU: [i64; 7] = [29, 45, 84, 148, 251, 307, 136];
const ROYAL: [i64; 7] = [18, 108, 122, 168, 191, 227, 167];
const SARKOZY: [i64; 7] = [217, 65, 71, 115, 143, 198, 191];

#[rstest]
#[case(BAYROU, 443, 4, 306)]
#[case(ROYAL, 394, 4, 416)]
#[case(SARKOZY, 389, 4, 468)]
fn the_gauges_of_orsay(#[case] counts: [i64; 7], #[case] better: i64, #[case] grade: usize, #[case] worse: i64) {
    assert_eq!(gauge(&counts), Some(Gauge { better, grade, worse }));
}

#[test]
fn the_order_of_orsay() {
    // Percentages round to a thousand or a thousand and one: the median fills up, which changes no gauge.
    let full = |mut counts: [i64; 7]| {
        counts[4] += 1001 - counts.iter().sum::<i64>();
        merit(&counts).unwrap()
    };
    assert!(full(BAYROU) > full(ROYAL) && full(ROYAL) > full(SARKOZY));
}

#[rstest]
// Level medians: more above than below raises, and of equal groups the lower one speaks.
#[case(&[1, 2, 2], &[2, 2, 1])]
#[case(&[0, 5, 0], &[1, 3, 1])]
// The lower median of an even number.
#[case(&[0, 2, 1], &[0, 3, 0])]
#[case(&[1, 0, 2], &[2, 0, 1])]
fn tells_apart(#[case] better: &[i64], #[case] worse: &[i64]) {
    assert!(merit(better).unwrap() > merit(worse).unwrap());
}

#[test]
fn an_even_number_has_the_lower_of_its_two_middles() {
    assert_eq!(merit(&[1, 0, 1]).unwrap().grade(), 0);
    assert_eq!(merit(&[1, 1, 1, 1]).unwrap().grade(), 1);
    assert_eq!(merit(&[0, 0]), None);
    assert_eq!(gauge(&[0, 0]), None);
}

/// Balinski and Laraki's majority value: the median, then the median of what is left, and so on.
fn majority_value(counts: &[i64]) -> Vec<usize> {
    let mut judgments: Vec<usize> = counts.iter().enumerate().flat_map(|(grade, n)| vec![grade; *n as usize]).collect();
    let mut value = Vec::new();
    while !judgments.is_empty() {
        value.push(judgments.remove((judgments.len() - 1) / 2));
    }
    value
}

/// Two proposals judged by the same people.
fn two() -> impl Strategy<Value = (Vec<i64>, Vec<i64>)> {
    (2usize..=6, 1usize..14).prop_flat_map(|(grades, voters)| {
        let one = move || {
            prop::collection::vec(0..grades, voters).prop_map(move |given| {
                (0..grades).map(|grade| given.iter().filter(|other| **other == grade).count() as i64).collect::<Vec<_>>()
            })
        };
        (one(), one())
    })
}

proptest! {
    #[test]
    fn the_order_is_that_of_taking_medians_away((a, b) in two()) {
        prop_assert_eq!(merit(&a).unwrap().cmp(&merit(&b).unwrap()), majority_value(&a).cmp(&majority_value(&b)));
    }

    #[test]
    fn level_only_where_the_judgments_are_the_same((a, b) in two()) {
        prop_assert_eq!(merit(&a) == merit(&b), a == b);
    }

    #[test]
    fn a_better_grade_never_harms((a, _) in two(), at in 0usize..6) {
        let at = at % (a.len() - 1);
        if a[at] > 0 {
            let mut better = a.clone();
            better[at] -= 1;
            better[at + 1] += 1;
            prop_assert!(merit(&better).unwrap() > merit(&a).unwrap());
        }
    }
}
