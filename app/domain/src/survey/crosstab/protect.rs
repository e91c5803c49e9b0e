//! Tables of anonymous rounds: small cells are hidden, and so many others that the margins do not give them back.
//!
//! With known margins, a hidden cell can be computed exactly unless some people could be moved around a closed loop of hidden cells
//! that passes through it, one cell gaining and the next losing someone, every margin staying what it is. (Cell and margins form a
//! network; a flow in it is unique exactly where no such loop exists: Gusfield 1988, "A graph theoretic approach to statistical data
//! security"; Cox 1995, "Network models for complementary cell suppression".) To hide one cell more in each row and column that
//! has only one is needed but does not suffice: two loops may hang together by a cell that lies on neither, and a cell of nobody
//! cannot lose anyone. So each small cell is given the loop that costs fewest answers, found as a shortest path.

use super::{Association, Crosstab};

/// A table as it may be shown; None is a hidden cell.
///
/// Nothing hidden can be computed exactly from the rest. That holds for one table: a table of all and those of each college, side by
/// side, give back more, so one must show either or.
#[derive(Clone, Debug, PartialEq)]
pub struct Protected {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<Vec<Option<i64>>>,
    /// The margins are what the two questions show by themselves, and stand as they are.
    pub row_totals: Vec<i64>,
    pub column_totals: Vec<i64>,
    pub total: i64,
    /// Only of a table of which nothing is hidden: χ² and the margins would give a hidden cell back.
    pub association: Option<Association>,
}

impl Protected {
    pub fn hides(&self) -> bool {
        self.cells.iter().flatten().any(Option::is_none)
    }
}

/// Hides the cells of 1 to `threshold`−1 people, and with them the cells of fewest people that keep them from being computed;
/// cells of nobody only where nothing else will do.
///
/// None where no table can be shown: fewer than `threshold` people in all, or a small cell that is alone with its margin because all
/// stand in one row or in one column.
pub fn protect(table: &Crosstab, threshold: i64) -> Option<Protected> {
    let total = table.total();
    if total > 0 && total < threshold {
        return None;
    }
    let small = |n: &i64| *n > 0 && *n < threshold;
    let mut hidden: Vec<Vec<bool>> = table.cells.iter().map(|row| row.iter().map(small).collect()).collect();
    for (row, column) in cells(table).filter(|(row, column)| small(&table.cells[*row][*column])) {
        for (row, column) in cheapest_loop(table, &hidden, row, column)? {
            hidden[row][column] = true;
        }
    }
    let hides = hidden.iter().flatten().any(|hidden| *hidden);
    let shown = |(cells, hidden): (&Vec<i64>, &Vec<bool>)| cells.iter().zip(hidden).map(|(n, hidden)| (!hidden).then_some(*n)).collect();
    Some(Protected {
        rows: table.rows.clone(),
        columns: table.columns.clone(),
        cells: table.cells.iter().zip(&hidden).map(shown).collect(),
        row_totals: table.row_totals(),
        column_totals: table.column_totals(),
        total,
        association: if hides { None } else { table.association() },
    })
}

pub(super) fn cells(table: &Crosstab) -> impl Iterator<Item = (usize, usize)> {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}

/// The other cells of the cheapest loop through a cell, which itself gains or loses.
fn cheapest_loop(table: &Crosstab, hidden: &[Vec<bool>], row: usize, column: usize) -> Option<Vec<(usize, usize)>> {
    let (row_node, column_node) = (row, table.rows.len() + column);
    let gains = cheapest_path(table, hidden, (row, column), column_node, row_node);
    let loses = cheapest_path(table, hidden, (row, column), row_node, column_node);
    gains.into_iter().chain(loses).min_by_key(|(cost, _)| *cost).map(|(_, path)| path)
}

/// Dijkstra's shortest path over rows and columns (numbered one after the other) that does not use the cell `without`: from a row to a
/// column the cell where they meet gains someone; from a column to a row it loses someone, who must be there. A hidden cell costs
/// nothing, a shown one its people, one of nobody more than all together.
fn cheapest_path(
    table: &Crosstab,
    hidden: &[Vec<bool>],
    without: (usize, usize),
    from: usize,
    to: usize,
) -> Option<(i64, Vec<(usize, usize)>)> {
    let rows = table.rows.len();
    let nodes = rows + table.columns.len();
    let dear = table.total() + 1;
    let cell = |a: usize, b: usize| if a < rows { (a, b - rows) } else { (b, a - rows) };
    let step = |a: usize, b: usize| {
        let (row, column) = cell(a, b);
        let n = table.cells[row][column];
        let passable = (row, column) != without && (a < rows || n > 0);
        passable.then_some(match (hidden[row][column], n) {
            (true, _) => 0,
            (false, 0) => dear,
            (false, n) => n,
        })
    };
    let mut cost: Vec<Option<i64>> = vec![None; nodes];
    let mut before = vec![from; nodes];
    let mut done = vec![false; nodes];
    cost[from] = Some(0);
    while !done[to] {
        let (so_far, node) = (0..nodes).filter(|node| !done[*node]).filter_map(|node| Some((cost[node]?, node))).min()?;
        done[node] = true;
        for next in if node < rows { rows..nodes } else { 0..rows } {
            let Some(step) = step(node, next) else { continue };
            if cost[next].is_none_or(|known| so_far + step < known) {
                cost[next] = Some(so_far + step);
                before[next] = node;
            }
        }
    }
    let mut path = Vec::new();
    let mut node = to;
    while node != from {
        path.push(cell(before[node], node));
        node = before[node];
    }
    Some((cost[to]?, path))
}
