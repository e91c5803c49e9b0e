//! Two closed questions crossed: how many gave which answer to one, by their answer to the other.
//!
//! The formulas suppose that everyone stands in one cell. A question with several answers is crossed option by option (chosen or
//! not). Those who answered only one of the two have a row or a column of their own ([`NO_ANSWER`]): left out, they are what separates
//! the margins from the published figures of each question.

mod contrast;
mod loops;
mod protect;
#[cfg(test)]
mod tests;

use statrs::distribution::{ChiSquared, ContinuousCDF};

pub use contrast::Contrast;
pub use protect::{Protected, Tables, protect};

use crate::text_enum::text_enum;

/// The row and the column of those who did not answer.
pub const NO_ANSWER: &str = "";

/// Numbers of people, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crosstab {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<Vec<i64>>,
}

text_enum! {
    /// Why the p-value may mislead: Cochran's rule (1954, "Some methods for strengthening the common χ² tests").
    Warning {
        /// An expected count is below 1.
        BelowOne = "below-one",
        /// More than a fifth of the expected counts are below 5.
        BelowFive = "below-five",
    }
}

/// How strongly two questions hang together, and whether chance would do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    pub n: i64,
    /// Pearson (1900): Σ (n_ij − e_ij)² / e_ij.
    pub chi_square: f64,
    /// (r−1)(c−1), over the rows and columns where anyone stands.
    pub freedom: i64,
    /// Probability of a χ² at least as large if the two had nothing to do with each other.
    pub p: f64,
    /// Cramér's V (1946): √(χ² / (n · min(r−1, c−1))), from 0 to 1.
    pub cramers_v: f64,
    /// V less what chance alone adds in small samples (Bergsma 2013, "A bias-correction for Cramér's V and Tschuprow's T"):
    /// φ̃² = max(0, χ²/n − (r−1)(c−1)/(n−1)), r̃ = r − (r−1)²/(n−1), c̃ likewise, Ṽ = √(φ̃² / min(r̃−1, c̃−1)). None where too few
    /// answered for r̃ or c̃ to pass 1.
    pub cramers_v_corrected: Option<f64>,
    pub warning: Option<Warning>,
}

text_enum! {
    /// Cohen's words for his effect size w (1988, "Statistical Power Analysis for the Behavioral Sciences": from 0.1, 0.3 and 0.5).
    Strength {
        /// Chance alone brings as much in one sample of twenty or more.
        Chance = "chance",
        Slight = "slight",
        Weak = "weak",
        Middling = "middling",
        Strong = "strong",
    }
}

impl Association {
    /// w = √(χ²/n), which is V where one of the questions has two answers, and does not shrink with more of them.
    pub fn strength(&self) -> Strength {
        let w = (self.chi_square / real(self.n)).sqrt();
        match w {
            _ if self.p >= 0.05 => Strength::Chance,
            w if w >= 0.5 => Strength::Strong,
            w if w >= 0.3 => Strength::Middling,
            w if w >= 0.1 => Strength::Weak,
            _ => Strength::Slight,
        }
    }
}

impl Crosstab {
    /// The counts under `rows` and `columns` in their order, both of which may be empty; what they do not name comes after them,
    /// as it is first met. A pair that is met again is added.
    pub fn of<R: AsRef<str>, C: AsRef<str>>(rows: &[R], columns: &[C], counts: impl IntoIterator<Item = (R, C, i64)>) -> Self {
        let mut table = Crosstab {
            rows: rows.iter().map(|code| code.as_ref().to_owned()).collect(),
            columns: columns.iter().map(|code| code.as_ref().to_owned()).collect(),
            cells: vec![vec![0; columns.len()]; rows.len()],
        };
        for (row, column, n) in counts {
            let (row, column) = (place(&mut table.rows, row.as_ref()), place(&mut table.columns, column.as_ref()));
            table.cells.resize(table.rows.len(), Vec::new());
            table.cells.iter_mut().for_each(|cells| cells.resize(table.columns.len(), 0));
            table.cells[row][column] += n;
        }
        table
    }

    /// Tables of the same rows and columns, cell by cell.
    pub fn sum(tables: &[Crosstab]) -> Self {
        let Some((first, others)) = tables.split_first() else { return Crosstab::default() };
        let mut sum = first.clone();
        for (row, cells) in sum.cells.iter_mut().enumerate() {
            for (column, n) in cells.iter_mut().enumerate() {
                *n += others.iter().map(|table| table.cells[row][column]).sum::<i64>();
            }
        }
        sum
    }

    /// Those who answered both.
    #[must_use]
    pub fn of_both(&self) -> Self {
        let rows = || self.rows.iter().zip(&self.cells).filter(|(row, _)| *row != NO_ANSWER);
        let both = |cells: &Vec<i64>| cells.iter().zip(&self.columns).filter(|(_, column)| *column != NO_ANSWER).map(|(n, _)| *n).collect();
        Crosstab {
            rows: rows().map(|(row, _)| row.clone()).collect(),
            columns: self.columns.iter().filter(|column| *column != NO_ANSWER).cloned().collect(),
            cells: rows().map(|(_, cells)| both(cells)).collect(),
        }
    }

    pub fn row_totals(&self) -> Vec<i64> {
        self.cells.iter().map(|row| row.iter().sum()).collect()
    }

    pub fn column_totals(&self) -> Vec<i64> {
        (0..self.columns.len()).map(|column| self.cells.iter().map(|row| row[column]).sum()).collect()
    }

    pub fn total(&self) -> i64 {
        self.cells.iter().flatten().sum()
    }

    /// What each cell would hold if the two had nothing to do with each other: row total · column total / total. All 0 in a
    /// table of nobody.
    pub fn expected(&self) -> Vec<Vec<f64>> {
        let (columns, total) = (self.column_totals(), real(self.total().max(1)));
        let row = |row: i64| columns.iter().map(|column| real(row) * real(*column) / total).collect();
        self.row_totals().into_iter().map(row).collect()
    }

    /// None with fewer than two rows or columns where anyone stands: there is nothing to compare.
    pub fn association(&self) -> Option<Association> {
        let inhabited = |totals: Vec<i64>| totals.iter().fold(0, |count, n| count + i64::from(*n > 0));
        let (rows, columns, n) = (inhabited(self.row_totals()), inhabited(self.column_totals()), self.total());
        if rows < 2 || columns < 2 {
            return None;
        }
        let expected = self.expected();
        let pairs = || self.cells.iter().flatten().zip(expected.iter().flatten()).filter(|(_, expected)| **expected > 0.0);
        let chi_square: f64 = pairs().map(|(n, expected)| (real(*n) - expected).powi(2) / expected).sum();
        let below = |limit: f64| pairs().filter(|(_, expected)| **expected < limit).count();
        let warning = if below(1.0) > 0 {
            Some(Warning::BelowOne)
        } else if below(5.0) * 5 > pairs().count() {
            Some(Warning::BelowFive)
        } else {
            None
        };
        let freedom = (rows - 1) * (columns - 1);
        let phi = chi_square / real(n);
        // Rounding may carry them a hair over 1.
        let cramers_v = (phi / real(rows.min(columns) - 1)).sqrt().min(1.0);
        let steps = |count: i64| real(count - 1) - real((count - 1).pow(2)) / real(n - 1);
        let (excess, most) = (phi - real(freedom) / real(n - 1), steps(rows).min(steps(columns)));
        let cramers_v_corrected = (most > 0.0).then(|| (excess.max(0.0) / most).sqrt().min(1.0));
        Some(Association { n, chi_square, freedom, p: p_value(chi_square, freedom)?, cramers_v, cramers_v_corrected, warning })
    }
}

/// Upper tail of the χ² distribution: Q(freedom/2, χ²/2), the regularised incomplete gamma function. None without a degree of freedom.
fn p_value(chi_square: f64, freedom: i64) -> Option<f64> {
    ChiSquared::new(real(freedom)).ok().map(|law| law.sf(chi_square))
}

fn place(codes: &mut Vec<String>, code: &str) -> usize {
    codes.iter().position(|known| known == code).unwrap_or_else(|| {
        codes.push(code.to_owned());
        codes.len() - 1
    })
}

#[expect(clippy::cast_precision_loss, reason = "numbers of people")]
const fn real(n: i64) -> f64 {
    n as f64
}
