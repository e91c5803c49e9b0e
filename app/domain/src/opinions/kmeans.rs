//! Points into heaps: each point lies with the nearest centre, each centre in the middle of its points.

use super::pca::Point;
use crate::survey::shuffle::next;

#[derive(Clone, Debug, PartialEq)]
pub struct Heaps {
    pub centres: Vec<Point>,
    /// For each point the heap it lies in.
    pub of: Vec<usize>,
}

pub fn distance2(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)
}

/// The nearest centre, the first of equals.
pub fn nearest(centres: &[Point], point: Point) -> usize {
    let mut best = (0, f64::INFINITY);
    for (i, centre) in centres.iter().enumerate() {
        let d = distance2(*centre, point);
        if d < best.1 {
            best = (i, d);
        }
    }
    best.0
}

/// Runs until every centre moves by less than `still`, at most so many rounds. A heap that loses all its points is gone.
pub fn kmeans(points: &[Point], weights: &[f64], start: Vec<Point>, rounds: usize, still: f64) -> Heaps {
    let mut centres = start;
    let mut of = vec![0; points.len()];
    let mut distances = Vec::new();
    for _ in 0..rounds {
        for (heap, point) in of.iter_mut().zip(points) {
            // In two passes, of which the first has no branches: a third of the time of one.
            distances.clear();
            distances.extend(centres.iter().map(|centre| distance2(*centre, *point)));
            let least = distances.iter().copied().fold(f64::INFINITY, |a, b| if b < a { b } else { a });
            *heap = distances.iter().position(|d| *d <= least).unwrap_or(0);
        }
        let mut sums = vec![[0.0; 3]; centres.len()];
        for ((heap, point), weight) in of.iter().zip(points).zip(weights) {
            sums[*heap][0] += point[0] * weight;
            sums[*heap][1] += point[1] * weight;
            sums[*heap][2] += weight;
        }
        let mut moved: f64 = 0.0;
        let mut place = vec![0; centres.len()];
        let mut kept = Vec::with_capacity(centres.len());
        for (i, [x, y, weight]) in sums.into_iter().enumerate() {
            place[i] = kept.len();
            if weight > 0.0 {
                let centre = [x / weight, y / weight];
                moved = moved.max(distance2(centre, centres[i]).sqrt());
                kept.push(centre);
            }
        }
        of.iter_mut().for_each(|heap| *heap = place[*heap]);
        centres = kept;
        if moved < still {
            break;
        }
    }
    Heaps { centres, of }
}

/// The first `k` points that differ from one another.
pub fn first_distinct(points: &[Point], k: usize) -> Vec<Point> {
    let mut seen = std::collections::HashSet::new();
    points.iter().filter(|point| seen.insert(point.map(f64::to_bits))).take(k).copied().collect()
}

/// `k` points drawn far from one another (k-means++), by a sequence that `state` begins.
pub fn spread(points: &[Point], weights: &[f64], k: usize, state: &mut u64) -> Vec<Point> {
    let mut far: Vec<f64> = weights.to_vec();
    let mut centres: Vec<Point> = Vec::with_capacity(k);
    while centres.len() < k {
        if !far.iter().any(|d| *d > 0.0) {
            break;
        }
        let Some(i) = draw(&far, next(state)) else { break };
        centres.push(points[i]);
        let first = centres.len() == 1;
        for ((d, point), weight) in far.iter_mut().zip(points).zip(weights) {
            let new = distance2(*point, points[i]) * weight;
            *d = if first { new } else { d.min(new) };
        }
    }
    centres
}

/// How far points lie from their centres: the smaller, the better the heaps.
pub fn spill(points: &[Point], weights: &[f64], heaps: &Heaps) -> f64 {
    points.iter().zip(weights).zip(&heaps.of).map(|((point, weight), heap)| weight * distance2(*point, heaps.centres[*heap])).sum()
}

/// How clearly points lie in their own heap and not in the next, from −1 to 1, as the mean over all points; a point alone counts 0.
pub fn silhouette(points: &[Point], heaps: &Heaps) -> f64 {
    let k = heaps.centres.len();
    let mut sizes = vec![0u32; k];
    heaps.of.iter().for_each(|heap| sizes[*heap] += 1);
    let mut sum = 0.0;
    for (i, point) in points.iter().enumerate() {
        let own = heaps.of[i];
        if sizes[own] < 2 {
            continue;
        }
        let mut distances = vec![0.0; k];
        for (j, other) in points.iter().enumerate() {
            distances[heaps.of[j]] += distance2(*point, *other).sqrt();
        }
        let inside = distances[own] / f64::from(sizes[own] - 1);
        let outside = (0..k).filter(|h| *h != own).map(|h| distances[h] / f64::from(sizes[h].max(1))).fold(f64::INFINITY, f64::min);
        let widest = inside.max(outside);
        if widest > 0.0 && outside.is_finite() {
            sum += (outside - inside) / widest;
        }
    }
    if points.is_empty() { 0.0 } else { sum / super::pca::count(points.len()) }
}

/// Draws one place with a chance in proportion to its weight; nothing when there is nothing to draw. `random` is any number, each as
/// likely as the others: the caller brings it.
#[expect(clippy::cast_precision_loss, reason = "53 bits of the number are enough")]
fn draw(weights: &[f64], random: u64) -> Option<usize> {
    let weight = |p: &f64| if p.is_finite() { p.max(0.0) } else { 0.0 };
    let total: f64 = weights.iter().map(weight).sum();
    let unit = (random >> 11) as f64 / (1u64 << 53) as f64;
    if total <= 0.0 {
        // Nothing weighs anything: each as likely as the others.
        let n = weights.len() as u64;
        return (n > 0).then(|| usize::try_from(random % n).unwrap_or(0));
    }
    let mut left = unit * total;
    let mut last = None;
    for (i, p) in weights.iter().enumerate() {
        let p = weight(p);
        if p > 0.0 {
            last = Some(i);
            if left < p {
                break;
            }
            left -= p;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINTS: [Point; 5] = [[0.0, 0.0], [0.0, 1.0], [10.0, 0.0], [10.0, 1.0], [0.0, 0.0]];

    #[test]
    fn two_heaps_are_found_from_any_start() {
        let weights = [1.0; 5];
        for seed in 0..20 {
            let mut state = seed;
            let heaps = kmeans(&POINTS, &weights, spread(&POINTS, &weights, 2, &mut state), 20, 1e-9);
            assert_eq!((heaps.of[0] == heaps.of[1], heaps.of[0] == heaps.of[2], heaps.of[2] == heaps.of[3]), (true, false, true));
            assert!(silhouette(&POINTS, &heaps) > 0.8);
        }
        assert_eq!(first_distinct(&POINTS, 9).len(), 4);
        assert_eq!(spread(&POINTS, &weights, 9, &mut 1).len(), 4);
    }

    #[test]
    fn a_heap_without_points_is_gone() {
        let heaps = kmeans(&POINTS, &[1.0; 5], vec![[0.0, 0.0], [10.0, 0.0], [500.0, 0.0]], 20, 0.01);
        assert_eq!(heaps.centres.len(), 2);
    }

    #[test]
    fn drawn_as_often_as_it_weighs() {
        let weights = [1.0, 0.0, 3.0, f64::NAN];
        let mut counts = [0; 4];
        for i in 0..4_000u64 {
            counts[draw(&weights, i * (u64::MAX / 4_000)).unwrap()] += 1;
        }
        assert!((990..=1010).contains(&counts[0]) && (2990..=3010).contains(&counts[2]) && counts[1] == 0 && counts[3] == 0, "{counts:?}");
        assert_eq!((draw(&[], 7), draw(&[0.0, 0.0], 3)), (None, Some(1)));
    }
}
