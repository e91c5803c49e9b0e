//! Tables of anonymous rounds, of each college and of all: small cells are hidden, and so many others that nothing gives them back.
//!
//! With known margins, a hidden cell can be computed exactly unless some people could be moved around a closed loop of cells that
//! passes through it, one cell gaining and the next losing someone, every margin staying what it is, and nothing shown changing. (Cell
//! and margins form a network; a flow in it is unique exactly where no such loop exists: Gusfield 1988, "A graph theoretic approach
//! to statistical data security"; Cox 1995, "Network models for complementary cell suppression".) To hide one cell more in each row
//! and column that has only one is needed but does not suffice: two loops may hang together by a cell that lies on neither, and a
//! cell of nobody cannot lose anyone. So each small cell is given the loop that costs fewest answers, found as a shortest path.
//!
//! The table of all is the sum of those of the colleges, and would give back what only one of them hides. A loop in the table of a
//! college is therefore either hidden in the table of all too, or goes the other way round in the table of another college, where it
//! is hidden as well: the sum stays.

use super::{Association, Crosstab, loops::cheapest_loop};

/// A table as it may be shown; None is a hidden cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Protected {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<Vec<Option<i64>>>,
    /// The margins are what the two questions show by themselves, and stand as they are.
    pub row_totals: Vec<i64>,
    pub column_totals: Vec<i64>,
    pub total: i64,
    /// Of those who answered both. Only of a table of which nothing is hidden: χ² and the margins would give a hidden cell back.
    pub association: Option<Association>,
}

impl Protected {
    pub fn hides(&self) -> bool {
        self.cells.iter().flatten().any(Option::is_none)
    }

    /// A table of which nothing needs to be hidden.
    pub fn whole(table: &Crosstab) -> Self {
        Protected::without(table, &vec![vec![false; table.columns.len()]; table.rows.len()])
    }

    fn without(table: &Crosstab, hidden: &[Vec<bool>]) -> Self {
        let shown =
            |(cells, hidden): (&Vec<i64>, &Vec<bool>)| cells.iter().zip(hidden).map(|(n, hidden)| (!hidden).then_some(*n)).collect();
        let hides = hidden.iter().flatten().any(|hidden| *hidden);
        Protected {
            rows: table.rows.clone(),
            columns: table.columns.clone(),
            cells: table.cells.iter().zip(hidden).map(shown).collect(),
            row_totals: table.row_totals(),
            column_totals: table.column_totals(),
            total: table.total(),
            association: if hides { None } else { table.of_both().association() },
        }
    }

    /// Rows as columns. What is hidden must not depend on which question stands where, else two views give back what each hides:
    /// a table is protected one way round, and turned.
    #[must_use]
    pub fn turned(self) -> Self {
        Protected {
            cells: (0..self.columns.len()).map(|column| self.cells.iter().map(|row| row[column]).collect()).collect(),
            rows: self.columns,
            columns: self.rows,
            row_totals: self.column_totals,
            column_totals: self.row_totals,
            ..self
        }
    }
}

/// The tables of one round that may be shown side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    pub all: Protected,
    /// Those of the colleges, in their order.
    pub colleges: Vec<Protected>,
}

/// Hides the cells of 1 to `threshold`−1 people in the tables of the colleges and of all, and with them the cells of fewest people
/// that keep them from being computed; cells of nobody only where nothing else will do.
///
/// The tables have the same rows and columns; none is of 1 to `threshold`−1 people. Nothing hidden can be computed exactly from all
/// that is shown, save what the margins of the colleges give away by themselves, as where a whole college gave one answer.
pub fn protect(colleges: &[Crosstab], threshold: i64) -> Tables {
    let mut hiding = Hiding::of(colleges, threshold);
    for cell in hiding.small(0) {
        hiding.hide((1..hiding.tables.len()).map(|college| (college, 0)), cell);
    }
    for college in 1..hiding.tables.len() {
        for cell in hiding.small(college) {
            hiding.hide((0..hiding.tables.len()).filter(|partner| *partner != college).map(|partner| (college, partner)), cell);
        }
    }
    let mut shown = hiding.tables.iter().zip(&hiding.hidden).map(|(table, hidden)| Protected::without(table, hidden));
    Tables { all: shown.next().unwrap_or_else(|| Protected::whole(&Crosstab::default())), colleges: shown.collect() }
}

/// What is hidden so far; the first table is that of all.
struct Hiding {
    tables: Vec<Crosstab>,
    hidden: Vec<Vec<Vec<bool>>>,
    threshold: i64,
    /// What hiding a cell of nobody costs: more than any loop without one.
    dear: i64,
}

impl Hiding {
    fn of(colleges: &[Crosstab], threshold: i64) -> Self {
        let all = Crosstab::sum(colleges);
        let dear = 2 * all.total() + 1;
        let tables: Vec<Crosstab> = [all].into_iter().chain(colleges.iter().cloned()).collect();
        let small = |n: &i64| *n > 0 && *n < threshold;
        let hidden = tables.iter().map(|table| table.cells.iter().map(|row| row.iter().map(small).collect()).collect()).collect();
        Hiding { tables, hidden, threshold, dear }
    }

    fn small(&self, table: usize) -> Vec<(usize, usize)> {
        let table = &self.tables[table];
        cells(table).filter(|(row, column)| (1..self.threshold).contains(&table.cells[*row][*column])).collect()
    }

    fn cost(&self, table: usize, (row, column): (usize, usize)) -> i64 {
        match (self.hidden[table][row][column], self.tables[table].cells[row][column]) {
            (true, _) => 0,
            (false, 0) => self.dear,
            (false, n) => n,
        }
    }

    /// Hides the cheapest loop through a cell, in one of these colleges and in its partner: the table of all, or another college in
    /// which it goes the other way round. There is none where margins alone give the cell.
    fn hide(&mut self, pairs: impl Iterator<Item = (usize, usize)>, cell: (usize, usize)) {
        let size = (self.tables[0].rows.len(), self.tables[0].columns.len());
        let found = pairs.filter_map(|(college, partner)| {
            let someone = |table: usize, (row, column): (usize, usize)| self.tables[table].cells[row][column] > 0;
            let (cost, path) = cheapest_loop(size, cell, |at, gains| {
                let may = if gains { partner == 0 || someone(partner, at) } else { someone(college, at) };
                may.then(|| self.cost(college, at) + self.cost(partner, at))
            })?;
            Some((cost, college, partner, path))
        });
        let Some((_, college, partner, path)) = found.min_by_key(|(cost, ..)| *cost) else { return };
        for (row, column) in path.into_iter().chain([cell]) {
            self.hidden[college][row][column] = true;
            self.hidden[partner][row][column] = true;
        }
    }
}

pub(super) fn cells(table: &Crosstab) -> impl Iterator<Item = (usize, usize)> {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}
