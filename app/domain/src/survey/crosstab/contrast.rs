//! What a table says in one sentence: where an answer to one question goes most clearly with an answer to the other.

use super::{NO_ANSWER, Protected, real};

/// "Of those who answered `row`, `n` of `of` answered `column`; of the others, `others` of `of_others`." Rows and columns by their
/// place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    pub row: usize,
    pub column: usize,
    pub n: i64,
    pub of: i64,
    pub others: i64,
    pub of_others: i64,
    /// How many standard errors part the two shares (Haberman's adjusted residual, 1973).
    pub z: f64,
}

impl Contrast {
    /// Whether the difference is hardly chance: 99 %, since the clearest of many is looked at.
    pub fn is_clear(&self) -> bool {
        self.z > 2.58
    }
}

impl Protected {
    /// How many in a row answered the other question, where what is shown tells.
    pub fn answered(&self, row: usize) -> Option<i64> {
        Some(self.row_totals[row] - self.at(Some(row), self.silent_column())?)
    }

    /// How many of those in a column answered the question of the rows.
    pub fn answered_column(&self, column: usize) -> Option<i64> {
        Some(self.column_totals[column] - self.at(self.silent_row(), Some(column))?)
    }

    /// How many answered both.
    pub fn answered_both(&self) -> Option<i64> {
        let silent = |at: Option<usize>, totals: &[i64]| at.map_or(0, |at| totals[at]);
        let (rows, columns) = (silent(self.silent_row(), &self.row_totals), silent(self.silent_column(), &self.column_totals));
        Some(self.total - rows - columns + self.at(self.silent_row(), self.silent_column())?)
    }

    /// The clearest contrast among the cells that are shown, if any answer goes more with one than with the others.
    pub fn contrast(&self) -> Option<Contrast> {
        let both = self.answered_both()?;
        let answers =
            |codes: &[String]| codes.iter().enumerate().filter(|(_, code)| *code != NO_ANSWER).map(|(at, _)| at).collect::<Vec<_>>();
        let columns = answers(&self.columns);
        let one = |row: usize, column: usize| {
            let (n, of) = (self.cells[row][column]?, self.answered(row)?);
            let (others, of_others) = (self.answered_column(column)? - n, both - of);
            let share = real(n + others) / real(both);
            let error = (share * (1.0 - share) * (1.0 / real(of) + 1.0 / real(of_others))).sqrt();
            let z = (real(n) / real(of) - real(others) / real(of_others)) / error;
            (of > 0 && of_others > 0 && error > 0.0 && z > 0.0).then_some(Contrast { row, column, n, of, others, of_others, z })
        };
        let all = answers(&self.rows).into_iter().flat_map(|row| columns.iter().map(move |column| (row, *column)));
        // The first where several are alike, up to rounding: "yes goes with yes" rather than "no goes with no".
        let clearness = |found: &Contrast| (found.z * 1e6).round();
        let found: Vec<Contrast> = all.filter_map(|(row, column)| one(row, column)).collect();
        found.into_iter().rev().max_by(|a, b| clearness(a).total_cmp(&clearness(b)))
    }

    fn silent_row(&self) -> Option<usize> {
        self.rows.iter().position(|code| code == NO_ANSWER)
    }

    fn silent_column(&self) -> Option<usize> {
        self.columns.iter().position(|code| code == NO_ANSWER)
    }

    /// A cell; 0 in a row or column that is not there, none where it is hidden.
    fn at(&self, row: Option<usize>, column: Option<usize>) -> Option<i64> {
        match (row, column) {
            (Some(row), Some(column)) => self.cells[row][column],
            _ => Some(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;

    fn table(rows: &[&str], columns: &[&str], cells: &[&[i64]]) -> Crosstab {
        let names = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        Crosstab { rows: names(rows), columns: names(columns), cells: cells.iter().map(|row| row.to_vec()).collect() }
    }

    #[test]
    fn the_clearest_cell_is_found_among_those_who_answered() {
        let shown = Protected::whole(&table(&["a", "b", NO_ANSWER], &["x", "y", NO_ANSWER], &[&[30, 10, 2], &[15, 45, 90], &[7, 70, 1]]));
        assert_eq!((shown.answered(0), shown.answered_column(1), shown.answered_both()), (Some(40), Some(55), Some(100)));
        let found = shown.contrast().unwrap();
        assert_eq!((found.row, found.column), (0, 0));
        assert_eq!((found.n, found.of, found.others, found.of_others), (30, 40, 15, 60));
        assert!(found.is_clear());
        // In a table of two by two, z² is χ².
        assert!((found.z.powi(2) - shown.association.unwrap().chi_square).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_said_of_what_is_hidden_or_alike() {
        let hidden = protect(&[table(&["a", "b"], &["x", "y"], &[&[3, 40], &[30, 20]])], 5).all;
        assert_eq!(hidden.contrast(), None);
        assert_eq!(Protected::whole(&table(&["a", "b"], &["x", "y"], &[&[10, 10], &[20, 20]])).contrast(), None);
        assert_eq!(Protected::whole(&table(&["a"], &["x", "y"], &[&[10, 10]])).contrast(), None);
        assert_eq!(Protected::whole(&Crosstab::default()).contrast(), None);
        // How many answered cannot be told where those who did not are hidden.
        let silent = protect(&[table(&["a", "b"], &["x", "y", NO_ANSWER], &[&[30, 40, 2], &[30, 20, 3]])], 5).all;
        assert_eq!((silent.answered(0), silent.contrast()), (None, None));
    }
}
