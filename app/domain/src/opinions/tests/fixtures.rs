//! Three outputs of Polis in production, with the votes they were computed from (app/domain/tests/data/README.md).

use rstest::rstest;
use serde::Deserialize;

use super::{answers, gathered};
use crate::opinions::{
    Count, Pca, Point, Shown, Side, Standing, Statement, Votes, alike, analyse, consensus, counts, in_each, kmeans::kmeans, others,
    priority, representatives,
};

const ONE: &str = include_str!("../../../tests/data/polis-150.json");
const META: &str = include_str!("../../../tests/data/polis-25-meta.json");
const SMALL: &str = include_str!("../../../tests/data/polis-below-100.json");

#[derive(Deserialize)]
struct Fixture {
    people: Vec<i64>,
    answers: Vec<String>,
    hidden: Vec<usize>,
    meta: Vec<usize>,
    counted: Vec<i64>,
    center: Vec<f64>,
    axes: [Vec<f64>; 2],
    extremity: Vec<f64>,
    heaps: Heaps,
    groups: Vec<Group>,
    consensus: Sides,
    representative: Vec<Vec<Speaks>>,
    in_each: Vec<f64>,
    priorities: Vec<f64>,
}

#[derive(Deserialize)]
struct Heaps {
    id: Vec<i64>,
    members: Vec<Vec<i64>>,
    x: Vec<f64>,
    y: Vec<f64>,
}

#[derive(Deserialize)]
struct Group {
    heaps: Vec<i64>,
    center: [f64; 2],
    cells: Vec<[i64; 3]>,
}

/// Statement, side, how many, of how many; share, test, ratio, test of it; best agreed to.
type Speaks = (usize, Side, i64, i64, f64, f64, f64, f64, bool);
/// Statement, how many, of how many; share, test.
type Named = (usize, i64, i64, f64, f64);

#[derive(Deserialize)]
struct Sides {
    agree: Vec<Named>,
    disagree: Vec<Named>,
}

impl Fixture {
    fn read(text: &str) -> (Fixture, Votes, Vec<Statement>) {
        let fixture: Fixture = serde_json::from_str(text).unwrap();
        let rows = fixture.people.iter().copied().zip(fixture.answers.iter().cloned());
        let (votes, people) = gathered(fixture.center.len(), &answers(rows));
        assert_eq!(people, fixture.people);
        let statements =
            (0..fixture.center.len()).map(|i| Statement { hidden: fixture.hidden.contains(&i), meta: fixture.meta.contains(&i) }).collect();
        (fixture, votes, statements)
    }

    fn row(&self, person: i64) -> usize {
        self.people.iter().position(|p| *p == person).unwrap()
    }

    /// The rows of each group's members.
    fn members(&self) -> Vec<Vec<usize>> {
        let heap = |id: &i64| self.heaps.id.iter().position(|h| h == id).unwrap();
        self.groups.iter().map(|g| g.heaps.iter().flat_map(|id| &self.heaps.members[heap(id)]).map(|p| self.row(*p)).collect()).collect()
    }

    fn pca(&self) -> Pca {
        let silent = (0..self.center.len()).map(|i| self.hidden.contains(&i) || self.meta.contains(&i)).collect();
        Pca { center: self.center.clone(), axes: self.axes.clone(), silent }
    }
}

fn near(a: f64, b: f64, within: f64) {
    assert!((a - b).abs() <= within, "{a} is not {b}");
}

#[rstest]
#[case(ONE)]
#[case(META)]
#[case(SMALL)]
fn cells_and_group_consensus(#[case] text: &str) {
    let (fixture, votes, _) = Fixture::read(text);
    let groups: Vec<Vec<Count>> = fixture.members().into_iter().map(|rows| counts(&votes, rows)).collect();
    let cells = |g: &Vec<Count>| g.iter().map(|c| [c.agree, c.disagree, c.seen]).collect::<Vec<_>>();
    for (group, expected) in groups.iter().zip(&fixture.groups) {
        assert_eq!(cells(group), expected.cells);
    }
    for (i, expected) in fixture.in_each.iter().enumerate() {
        near(in_each(groups.iter().map(|g| g[i]), Side::Agree), *expected, 1e-15);
    }
}

#[rstest]
#[case(ONE)]
#[case(META)]
#[case(SMALL)]
fn consensus_of_everybody(#[case] text: &str) {
    let (fixture, votes, statements) = Fixture::read(text);
    let everybody = counts(&votes, 0..votes.rows());
    for (side, expected) in [(Side::Agree, &fixture.consensus.agree), (Side::Disagree, &fixture.consensus.disagree)] {
        let found = consensus(&everybody, side, |i| !statements[i].silent());
        assert_eq!(
            found.iter().map(|c| (c.statement, c.n, c.seen)).collect::<Vec<_>>(),
            expected.iter().map(|e| (e.0, e.1, e.2)).collect::<Vec<_>>()
        );
        for (one, expected) in found.iter().zip(expected) {
            near(one.share, expected.3, 1e-12);
            near(one.test, expected.4, 1e-12);
        }
    }
}

#[rstest]
#[case(ONE)]
#[case(META)]
#[case(SMALL)]
fn representative_statements_in_order(#[case] text: &str) {
    let (fixture, votes, statements) = Fixture::read(text);
    let groups: Vec<Vec<Count>> = fixture.members().into_iter().map(|rows| counts(&votes, rows)).collect();
    for (group, expected) in groups.iter().zip(&fixture.representative) {
        let found = representatives(group, &others(&groups, group), |i| !statements[i].silent());
        let names = |i: usize, side: Side, best: bool| (i, side, best);
        assert_eq!(
            found.iter().map(|r| names(r.statement, r.side, r.best_agree)).collect::<Vec<_>>(),
            expected.iter().map(|e| names(e.0, e.1, e.8)).collect::<Vec<_>>()
        );
        for (one, expected) in found.iter().zip(expected) {
            assert_eq!((one.n, one.seen), (expected.2, expected.3));
            near(one.share, expected.4, 1e-12);
            near(one.test, expected.5, 1e-12);
            near(one.ratio, expected.6, 1e-12);
            // Polis writes this one in single precision.
            near(one.ratio_test, expected.7, 1e-6);
        }
    }
}

/// With the exported centre and axes: everybody's place and each statement's extremity; where a heap is one person its centre is that place.
#[rstest]
#[case(ONE)]
#[case(META)]
#[case(SMALL)]
fn projections_and_extremity(#[case] text: &str) {
    let (fixture, votes, _) = Fixture::read(text);
    let pca = fixture.pca();
    for (found, expected) in pca.extremity().into_iter().zip(&fixture.extremity) {
        near(found, *expected, 1e-9);
    }
    let mut worst: f64 = 0.0;
    for (i, members) in fixture.heaps.members.iter().enumerate() {
        let places: Vec<_> = members.iter().map(|p| pca.project(votes.answers(fixture.row(*p)))).collect();
        let mean = |axis: usize| places.iter().map(|p| p[axis]).sum::<f64>() / f64::from(u32::try_from(places.len()).unwrap());
        worst = worst.max((mean(0) - fixture.heaps.x[i]).abs()).max((mean(1) - fixture.heaps.y[i]).abs());
    }
    assert!(worst < 1e-9, "{worst}");
}

#[rstest]
#[case(ONE)]
#[case(META)]
#[case(SMALL)]
fn priorities(#[case] text: &str) {
    let (fixture, votes, statements) = Fixture::read(text);
    let members: Vec<usize> = fixture.members().into_iter().flatten().collect();
    let counted = counts(&votes, members);
    for (i, expected) in fixture.priorities.iter().enumerate() {
        let c = counted[i];
        let found =
            priority(Standing { agree: c.agree, pass: c.pass(), seen: c.seen, extremity: fixture.extremity[i], meta: statements[i].meta });
        near(found, *expected, 1e-13);
    }
}

/// From nothing but the votes: means to the last digits; axes that Polis came to over months of updates; groups that depend on its path.
#[rstest]
#[case(ONE, (117, Shown::Unstable, 40.0, 26.0))]
#[case(META, (27, Shown::Few, 54.0, 63.0))]
#[case(SMALL, (19, Shown::Few, 81.0, 72.0))]
fn a_cold_start(#[case] text: &str, #[case] expected: (usize, Shown, f64, f64)) {
    let (fixture, votes, statements) = Fixture::read(text);
    let found = analyse(&votes, &statements);
    for (a, b) in found.pca.center.iter().zip(&fixture.center) {
        near(*a, *b, 1e-12);
    }
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>().abs();
    for (ours, theirs) in found.pca.axes.iter().zip(&fixture.axes) {
        assert!(dot(ours, theirs) > 1.0 - 1e-9);
    }
    let (members, division) = (fixture.members(), found.division.as_ref().unwrap());
    let theirs = |row: usize| members.iter().position(|rows| rows.contains(&row));
    let (a, b): (Vec<_>, Vec<_>) = found.counted.iter().zip(&division.of).filter_map(|(row, group)| Some((*group, theirs(*row)?))).unzip();
    // Polis counts the same people, and those who were counted once and have fewer than seven answers now.
    let theirs: Vec<usize> = fixture.counted.iter().map(|person| fixture.row(*person)).collect();
    assert!(found.counted.iter().all(|row| theirs.contains(row)));
    assert!(theirs.iter().all(|row| found.counted.contains(row) || votes.answers(*row).count() < 7));
    // What docs/opinion-groups.md says: a change of these numbers changes the document.
    let figures = (found.counted.len(), found.shown, (found.stability * 100.0).round(), (alike(&a, &b) * 100.0).round());
    assert_eq!(figures, expected);
}

/// From the exported heaps, weights and centres: the groups come out as exported.
#[rstest]
#[case(ONE)]
#[case(META)]
#[case(SMALL)]
fn groups_from_the_exported_heaps(#[case] text: &str) {
    let (fixture, ..) = Fixture::read(text);
    let points: Vec<Point> = fixture.heaps.x.iter().zip(&fixture.heaps.y).map(|(x, y)| [*x, *y]).collect();
    let weights: Vec<f64> = fixture.heaps.members.iter().map(|m| f64::from(u32::try_from(m.len()).unwrap())).collect();
    let found = kmeans(&points, &weights, fixture.groups.iter().map(|g| g.center).collect(), 20, 0.01);
    let expected: Vec<usize> =
        fixture.heaps.id.iter().map(|id| fixture.groups.iter().position(|g| g.heaps.contains(id)).unwrap()).collect();
    assert_eq!(found.of, expected);
    for (centre, group) in found.centres.iter().zip(&fixture.groups) {
        near(centre[0], group.center[0], 1e-12);
        near(centre[1], group.center[1], 1e-12);
    }
}
