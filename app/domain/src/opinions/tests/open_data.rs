//! Two open-data exports of Polis, from votes alone (app/domain/tests/data/README.md).

use super::{answers, gathered};
use crate::opinions::{Analysis, Shown, Statement, Votes, alike, analyse};

const UBERX: &str = include_str!("../../../tests/data/polis-uberx.txt");
const FRESHWATER: &str = include_str!("../../../tests/data/polis-freshwater.txt");

/// Votes, statements, and the group each person was exported with.
pub(super) fn read(text: &str) -> (Votes, Vec<Statement>, Vec<Option<usize>>) {
    let (head, rest) = text.split_once('\n').unwrap();
    let hidden: Vec<usize> = head.split(' ').skip(1).map(|id| id.parse().unwrap()).collect();
    let rows: Vec<Vec<&str>> = rest.lines().map(|line| line.split(' ').collect()).collect();
    let columns = rows.iter().map(|row| row[2].len()).max().unwrap();
    let (votes, people) = gathered(columns, &answers(rows.iter().map(|row| (row[0].parse().unwrap(), row[2].to_owned()))));
    assert_eq!(people.len(), rows.len());
    let statements = (0..columns).map(|i| Statement { hidden: hidden.contains(&i), meta: false }).collect();
    (votes, statements, rows.iter().map(|row| row[1].parse().ok()).collect())
}

fn compare(found: &Analysis, exported: &[Option<usize>]) -> f64 {
    let of = &found.division.as_ref().unwrap().of;
    let (a, b): (Vec<_>, Vec<_>) = found.counted.iter().zip(of).filter_map(|(row, group)| Some((*group, exported[*row]?))).unzip();
    alike(&a, &b)
}

#[test]
fn uberx_from_a_cold_start() {
    let (votes, statements, exported) = read(UBERX);
    let found = analyse(&votes, &statements);
    let ari = compare(&found, &exported);
    assert_eq!((found.counted.len(), found.sizes(), found.shown), (1218, vec![890, 328], Shown::Yes));
    assert!(ari > 0.91, "{ari}");
}

#[test]
fn freshwater_depends_on_its_path() {
    let (votes, statements, exported) = read(FRESHWATER);
    let found = analyse(&votes, &statements);
    assert_eq!((found.counted.len(), found.sizes(), found.shown), (100, vec![76, 24], Shown::Yes));
    let ari = compare(&found, &exported);
    assert!((0.1..0.2).contains(&ari), "{ari}");
}
