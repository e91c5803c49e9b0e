//! What holds whatever people answer.

use proptest::prelude::*;

use super::gathered;
use crate::{
    opinions::{Answer, MIN_PEOPLE, Shown, Statement, analyse},
    survey::shuffle::order,
};

fn answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![Just(None), Just(Some(Answer::Agree)), Just(Some(Answer::Disagree)), Just(Some(Answer::Pass))]
}

fn table() -> impl Strategy<Value = Vec<Vec<Option<Answer>>>> {
    (1usize..12).prop_flat_map(|columns| prop::collection::vec(prop::collection::vec(answer(), columns), 0..40))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The order of the lines in a file is no part of what people said.
    #[test]
    fn the_same_in_any_order(rows in table(), seed in any::<u64>()) {
        let columns = rows.first().map_or(1, Vec::len);
        let all: Vec<(i64, usize, Answer)> = rows.iter().zip(0..)
            .flat_map(|(row, person)| row.iter().enumerate().filter_map(move |(column, answer)| Some((person, column, (*answer)?))))
            .collect();
        let shuffled: Vec<_> = order(all.len(), seed).into_iter().map(|i| all[i]).collect();
        let statements = vec![Statement::default(); columns];
        let (one, two) = (analyse(&gathered(columns, &all).0, &statements), analyse(&gathered(columns, &shuffled).0, &statements));
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(one.representatives(&statements), two.representatives(&statements));
        prop_assert_eq!(one.priorities(&statements), two.priorities(&statements));
    }

    #[test]
    fn numbers_stay_numbers_and_everybody_is_in_one_group(rows in table(), hidden in 0usize..12) {
        let columns = rows.first().map_or(1, Vec::len);
        let all: Vec<_> = rows.iter().zip(0..)
            .flat_map(|(row, person)| row.iter().enumerate().filter_map(move |(column, answer)| Some((person, column, (*answer)?))))
            .collect();
        let statements: Vec<Statement> = (0..columns).map(|i| Statement { hidden: i == hidden, meta: i + 1 == hidden }).collect();
        let (votes, _) = gathered(columns, &all);
        let found = analyse(&votes, &statements);
        prop_assert!(found.points.iter().flatten().all(|x| x.is_finite()));
        prop_assert!(found.priorities(&statements).iter().all(|p| p.is_finite() && *p >= 0.0));
        if let Some(division) = &found.division {
            prop_assert_eq!(division.of.len(), found.counted.len());
            prop_assert_eq!(found.sizes().iter().sum::<usize>(), found.counted.len());
            prop_assert!((-1.0..=1.0).contains(&division.clarity));
        }
        prop_assert!(found.counted.len() >= MIN_PEOPLE || found.shown == Shown::Few);
        for list in found.representatives(&statements) {
            prop_assert!(list.len() <= 5);
            prop_assert!(list.iter().all(|one| !statements[one.statement].silent()));
        }
    }
}

/// Everyone answers by chance: groups that are not there are not shown.
#[test]
fn noise_has_no_groups() {
    let mut shown = 0;
    for seed in 0..20 {
        let mut state = seed;
        let mut all = Vec::new();
        for person in 0..120 {
            for column in 0..20 {
                let answer = match crate::survey::shuffle::next(&mut state) % 6 {
                    0 | 1 => Answer::Agree,
                    2 | 3 => Answer::Disagree,
                    4 => Answer::Pass,
                    _ => continue,
                };
                all.push((person, column, answer));
            }
        }
        let found = analyse(&gathered(20, &all).0, &[Statement::default(); 20]);
        shown += i32::from(found.shown == Shown::Yes);
    }
    assert_eq!(shown, 0);
}

/// Two camps that answer each in their own way, with some noise: found, whole, and shown.
#[test]
fn two_camps_are_found() {
    let mut state = 7;
    let mut all = Vec::new();
    for person in 0..60i64 {
        for column in 0..12usize {
            let mine = (person < 25) == column.is_multiple_of(2);
            let noise = crate::survey::shuffle::next(&mut state).is_multiple_of(10);
            all.push((person, column, if mine != noise { Answer::Agree } else { Answer::Disagree }));
        }
    }
    let found = analyse(&gathered(12, &all).0, &[Statement::default(); 12]);
    assert_eq!((found.shown, found.sizes()), (Shown::Yes, vec![35, 25]));
}

/// Two camps that are each other's mirror, without any noise: the axis between them is found all the same.
#[test]
fn two_mirrored_camps() {
    let side = |person: i64, column: usize| if (person < 30) == column.is_multiple_of(2) { Answer::Agree } else { Answer::Disagree };
    let all: Vec<_> = (0..60i64).flat_map(|person| (0..8).map(move |column| (person, column, side(person, column)))).collect();
    let found = analyse(&gathered(8, &all).0, &[Statement::default(); 8]);
    assert_eq!((found.shown, found.sizes()), (Shown::Yes, vec![30, 30]));
}

/// All say the same: nothing to divide, and no fault.
#[test]
fn all_alike() {
    let all: Vec<_> = (0..60i64).flat_map(|person| (0..10).map(move |column| (person, column, Answer::Agree))).collect();
    let found = analyse(&gathered(10, &all).0, &[Statement::default(); 10]);
    assert_eq!((found.shown, found.division), (Shown::Alike, None));
}
