//! Small numbers that sentences are made of.

use crate::text_enum::text_enum;

/// Mean and median of numbers given as `(value, how many)`, values rising.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    pub n: i64,
    pub mean: f64,
    pub median: f64,
}

#[expect(clippy::cast_precision_loss, reason = "means of small numbers, shown with one decimal")]
pub fn middle(values: &[(i64, i64)]) -> Option<Middle> {
    let n: i64 = values.iter().map(|(_, count)| count).sum();
    if n <= 0 {
        return None;
    }
    let sum: i64 = values.iter().map(|(value, count)| value * count).sum();
    let at = |rank: i64| {
        let mut seen = 0;
        values
            .iter()
            .find(|(_, count)| {
                seen += count;
                seen > rank
            })
            .map_or(0, |(value, _)| *value)
    };
    Some(Middle { n, mean: sum as f64 / n as f64, median: (at((n - 1) / 2) + at(n / 2)) as f64 / 2.0 })
}

text_enum! {
    /// To which side answers on a scale lean.
    Leaning {
        Low = "low",
        High = "high",
        /// Half or more chose the middle step.
        Middle = "middle",
        /// Neither side holds more than half.
        Split = "split",
    }
}

/// The leaning of the numbers of people at each step, with how many chose the lower and the upper half. The middle step counts
/// for neither.
pub fn leaning(steps: &[i64]) -> (Leaning, i64, i64) {
    let half = steps.len() / 2;
    let (low, high) = (steps[..half].iter().sum::<i64>(), steps[steps.len() - half..].iter().sum::<i64>());
    let total: i64 = steps.iter().sum();
    let leaning = if low * 2 > total {
        Leaning::Low
    } else if high * 2 > total {
        Leaning::High
    } else if total > 0 && (total - low - high) * 2 >= total {
        Leaning::Middle
    } else {
        Leaning::Split
    };
    (leaning, low, high)
}
