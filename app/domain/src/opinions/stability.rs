//! Whether groups would be found again: among other people of the same round, and from another start.

use super::{
    groups::{Division, GROUP_ROUNDS, STILL},
    kmeans::{Heaps, kmeans, spill, spread},
    pca::{Pca, Point, count},
    votes::{Statement, Votes},
};
use crate::survey::shuffle::{next, order};

/// How often the groups are looked for again.
const DRAWS: u64 = 10;
/// So many in ten of the people are kept each time, chosen anew.
const KEPT: usize = 8;
/// More people than this make no difference.
const MOST_PEOPLE: usize = 4_000;
/// Each time the best of so many starts counts.
const STARTS: usize = 3;
/// Axes are looked for from those found among all.
const STEPS: usize = 12;

/// How alike two divisions of the same people are: 1 the same, about 0 as by chance (adjusted Rand index of Hubert and Arabie 1985).
pub fn alike(a: &[usize], b: &[usize]) -> f64 {
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let (wide, high) = (a.iter().max().map_or(0, |m| m + 1), b.iter().max().map_or(0, |m| m + 1));
    let mut both = vec![0u64; wide * high];
    let (mut one, mut two) = (vec![0u64; wide], vec![0u64; high]);
    for (x, y) in a.iter().zip(b) {
        both[x * high + y] += 1;
        one[*x] += 1;
        two[*y] += 1;
    }
    let sum = |list: &[u64]| list.iter().map(|n| pairs(*n)).sum::<u64>();
    #[expect(clippy::cast_precision_loss, reason = "numbers of pairs of people")]
    let real = |n: u64| n as f64;
    let (together, of_one, of_two) = (real(sum(&both)), real(sum(&one)), real(sum(&two)));
    let all = real(pairs(a.len().min(b.len()) as u64));
    let chance = if all > 0.0 { of_one * of_two / all } else { 0.0 };
    let most = f64::midpoint(of_one, of_two);
    if (most - chance).abs() < f64::EPSILON { 1.0 } else { (together - chance) / (most - chance) }
}

/// The mean likeness of the groups to those found again: with eight in ten of the people, axes and groups looked for anew from drawn
/// starts. `counted` are the rows in `division`. The same votes always give the same score.
pub fn stability(votes: &Votes, statements: &[Statement], pca: &Pca, counted: &[usize], division: &Division) -> f64 {
    let keep = (counted.len() * KEPT / 10).min(MOST_PEOPLE);
    let k = division.centres.len();
    let sum: f64 = (0..DRAWS)
        .map(|seed| {
            let mut drawn = order(counted.len(), seed);
            drawn.truncate(keep);
            drawn.sort_unstable();
            let rows: Vec<usize> = drawn.iter().map(|i| counted[*i]).collect();
            let again = Pca::refine(votes, statements, &rows, pca.axes.clone(), STEPS);
            let points: Vec<Point> = rows.iter().map(|&row| again.project(votes.answers(row))).collect();
            let before: Vec<usize> = drawn.iter().map(|i| division.of[*i]).collect();
            alike(&before, &grouped(&points, k, seed).of)
        })
        .sum();
    sum / count(usize::try_from(DRAWS).unwrap_or(1))
}

/// The best groups of a few drawn starts.
fn grouped(points: &[Point], k: usize, seed: u64) -> Heaps {
    let weights = vec![1.0; points.len()];
    let mut state = seed;
    // The seeds 0, 1, 2… would begin almost alike.
    let mut state = next(&mut state);
    let tried = (0..STARTS).map(|_| kmeans(points, &weights, spread(points, &weights, k, &mut state), GROUP_ROUNDS, STILL));
    tried
        .map(|heaps| (spill(points, &weights, &heaps), heaps))
        .reduce(|a, b| if b.0 < a.0 { b } else { a })
        .map_or_else(|| Heaps { centres: Vec::new(), of: Vec::new() }, |(_, heaps)| heaps)
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn likeness_of_divisions() {
        assert!((alike(&[0, 0, 1, 1], &[1, 1, 0, 0]) - 1.0).abs() < 1e-12);
        // Worked by hand: pairs together in both 2, in the first 4, in the second 6, of 15.
        let (a, b) = ([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 1]);
        let expected = (2.0 - 4.0 * 7.0 / 15.0) / (5.5 - 4.0 * 7.0 / 15.0);
        assert!((alike(&a, &b) - expected).abs() < 1e-12);
        assert!(alike(&[0, 1, 0, 1], &[0, 0, 1, 1]) < 0.0);
    }
}
