//! Scores: the mean of what was given. Whoever gave none is not counted with zero.

/// How many gave each score, from 0 on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    pub n: i64,
    pub sum: i64,
    pub mean: f64,
    /// Half gave this or less.
    pub median: usize,
}

/// Nothing where nobody gave a score.
pub fn scores(counts: &[i64]) -> Option<Scores> {
    let n: i64 = counts.iter().sum();
    let sum: i64 = counts.iter().zip(0..).map(|(n, score)| n * score).sum();
    let mut below = 0;
    let median = counts.iter().position(|count| {
        below += count;
        below * 2 >= n
    })?;
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    let mean = sum as f64 / n.max(1) as f64;
    (n > 0).then_some(Scores { n, sum, mean, median })
}
