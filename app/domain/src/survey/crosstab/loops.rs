//! Closed loops through the cells of a table: along one, cells gain and lose someone by turns, and every margin stays what it is.

type Cell = (usize, usize);

/// The cheapest loop through a cell, whose other cells it gives, and its cost. `cost` of a cell that gains (true) or loses someone
/// is none where it cannot.
pub(super) fn cheapest_loop(
    (rows, columns): (usize, usize),
    (row, column): Cell,
    cost: impl Fn(Cell, bool) -> Option<i64>,
) -> Option<(i64, Vec<Cell>)> {
    let (from, to) = (row, rows + column);
    let way = |gains: bool| {
        let own = cost((row, column), gains)?;
        // A path from a row begins with a cell that gains: the way back of a cell that lost.
        let (from, to) = if gains { (to, from) } else { (from, to) };
        let (rest, path) = cheapest_path((rows, columns), (row, column), from, to, &cost)?;
        Some((own + rest, path))
    };
    [way(true), way(false)].into_iter().flatten().min_by_key(|(cost, _)| *cost)
}

/// Dijkstra's shortest path over rows and columns (numbered one after the other) that does not use the cell `without`: from a row to a
/// column the cell where they meet gains someone; from a column to a row it loses someone.
fn cheapest_path(
    (rows, columns): (usize, usize),
    without: Cell,
    from: usize,
    to: usize,
    cost_of: impl Fn(Cell, bool) -> Option<i64>,
) -> Option<(i64, Vec<Cell>)> {
    let nodes = rows + columns;
    let cell = |a: usize, b: usize| if a < rows { (a, b - rows) } else { (b, a - rows) };
    let step = |a: usize, b: usize| if cell(a, b) == without { None } else { cost_of(cell(a, b), a < rows) };
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
