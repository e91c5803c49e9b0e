use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn table(cells: &[&[i64]]) -> Crosstab {
    of(cells.iter().map(|row| row.to_vec()).collect())
}

fn of(cells: Vec<Vec<i64>>) -> Crosstab {
    let names = |letter: &str, count: usize| (0..count).map(|i| format!("{letter}{i}")).collect();
    Crosstab { rows: names("r", cells.len()), columns: names("c", cells.first().map_or(0, Vec::len)), cells }
}

fn near(a: f64, b: f64, within: f64) {
    assert!((a - b).abs() < within, "{a} is not {b}");
}

#[test]
fn counts_become_a_table_with_margins() {
    let counts = [("oui", "ici", 3), ("non", "la", 4), ("oui", "ici", 2), ("oui", "ailleurs", 1)];
    let table = Crosstab::of(&["non", "oui", "nsp"], &["ici", "la"], counts);
    assert_eq!(table.rows, ["non", "oui", "nsp"]);
    assert_eq!(table.columns, ["ici", "la", "ailleurs"]);
    assert_eq!(table.cells, [[0, 4, 0], [5, 0, 1], [0, 0, 0]]);
    assert_eq!((table.row_totals(), table.column_totals(), table.total()), (vec![4, 6, 0], vec![5, 4, 1], 10));
    assert_eq!(Crosstab::of(&[], &[], counts).rows, ["oui", "non"]);
    assert_eq!(Crosstab::default().association(), None);
}

/// Quantiles as any table of the χ² distribution gives them, to three decimals.
#[rstest]
#[case(1, 2.706, 0.10)]
#[case(1, 3.841, 0.05)]
#[case(1, 6.635, 0.01)]
#[case(1, 10.828, 0.001)]
#[case(2, 5.991, 0.05)]
#[case(3, 7.815, 0.05)]
#[case(4, 9.488, 0.05)]
#[case(5, 15.086, 0.01)]
#[case(10, 3.940, 0.95)]
#[case(10, 18.307, 0.05)]
#[case(20, 37.566, 0.01)]
#[case(30, 43.773, 0.05)]
#[case(100, 124.342, 0.05)]
fn p_is_the_upper_tail(#[case] freedom: i64, #[case] quantile: f64, #[case] p: f64) {
    near(p_value(quantile, freedom).unwrap(), p, p * 1e-3);
}

#[test]
fn p_goes_from_one_to_nothing() {
    assert_eq!(p_value(0.0, 3), Some(1.0));
    assert!((0.0..1e-40).contains(&p_value(200.0, 1).unwrap()));
    assert_eq!(p_value(1.0, 0), None);
}

/// Agresti (2007), party identification by gender; the first example of R's `chisq.test`.
#[test]
fn a_table_of_the_literature() {
    let found = table(&[&[762, 327, 468], &[484, 239, 477]]).association().unwrap();
    near(found.chi_square, 30.070, 5e-4);
    near(found.p, 2.9536e-7, 5e-11);
    assert_eq!((found.n, found.freedom, found.warning), (2757, 2, None));
    near(found.cramers_v, (found.chi_square / 2757.0).sqrt(), 1e-12);
}

/// Snee (1974), hair by eye colour: χ² = 138.29 with 9 degrees of freedom, V = 0.279.
#[test]
fn a_square_table_of_the_literature() {
    let hair = table(&[&[68, 20, 15, 5], &[119, 84, 54, 29], &[26, 17, 14, 14], &[7, 94, 10, 16]]);
    let found = hair.association().unwrap();
    near(found.chi_square, 138.290, 5e-4);
    assert_eq!(found.freedom, 9);
    near(found.cramers_v, 0.2790, 5e-5);
    near(found.cramers_v_corrected.unwrap(), 0.2705, 5e-5);
    near(hair.expected()[0][0], 108.0 * 220.0 / 592.0, 1e-9);
}

#[test]
fn nobody_in_a_row_takes_no_degree_of_freedom() {
    let with = table(&[&[10, 20, 0], &[0, 0, 0], &[25, 15, 0]]).association();
    assert_eq!(with, table(&[&[10, 20], &[25, 15]]).association());
    assert_eq!(with.unwrap().freedom, 1);
    assert_eq!(table(&[&[10, 20, 3], &[0, 0, 0]]).association(), None);
}

#[rstest]
#[case::enough(table(&[&[20, 20], &[20, 20]]), None)]
#[case::one_of_five_is_allowed(table(&[&[4, 6, 6, 6, 6], &[46, 44, 44, 44, 44]]), None)]
#[case::more_than_a_fifth(table(&[&[3, 5], &[20, 20]]), Some(Warning::BelowFive))]
#[case::below_one(table(&[&[1, 0], &[20, 30]]), Some(Warning::BelowOne))]
fn cochran_s_rule(#[case] table: Crosstab, #[case] warning: Option<Warning>) {
    assert_eq!(table.association().unwrap().warning, warning);
}

#[test]
fn the_correction_takes_chance_away() {
    // Perfect stays perfect, nothing stays nothing, a chance difference vanishes.
    near(table(&[&[12, 0], &[0, 8]]).association().unwrap().cramers_v_corrected.unwrap(), 1.0, 1e-12);
    assert_eq!(table(&[&[10, 10], &[10, 10]]).association().unwrap().cramers_v_corrected, Some(0.0));
    let chance = table(&[&[6, 5], &[5, 6]]).association().unwrap();
    assert!(chance.cramers_v > 0.09 && chance.cramers_v_corrected == Some(0.0));
    assert_eq!(table(&[&[1, 0], &[0, 1]]).association().unwrap().cramers_v_corrected, None);
}

/// What is hidden, as a picture.
fn picture(cells: &[&[i64]], threshold: i64) -> Vec<String> {
    drawn(&protect(&[table(cells)], threshold).all)
}

fn drawn(shown: &Protected) -> Vec<String> {
    let cell = |n: &Option<i64>| n.map_or("*".to_owned(), |n| n.to_string());
    shown.cells.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_small_cell_takes_three_others_with_it() {
    assert_eq!(picture(&[&[3, 40, 12], &[20, 30, 50], &[60, 9, 70]], 5), ["* 40 *", "* 30 *", "60 9 70"]);
    assert_eq!(picture(&[&[5, 40], &[20, 30]], 5), ["5 40", "20 30"]);
}

#[test]
fn small_cells_that_protect_each_other_take_nothing() {
    assert_eq!(picture(&[&[3, 2, 40], &[1, 4, 50], &[60, 70, 80]], 5), ["* * 40", "* * 50", "60 70 80"]);
}

#[test]
fn cells_of_nobody_are_hidden_only_at_need() {
    assert_eq!(picture(&[&[3, 0, 9], &[8, 20, 30], &[7, 6, 40]], 5), ["* 0 *", "* 20 *", "7 6 40"]);
    assert_eq!(picture(&[&[3, 0], &[0, 20]], 5), ["* *", "* *"]);
    // Nobody in the last row: it can hide nothing.
    assert_eq!(picture(&[&[3, 10], &[10, 20], &[0, 0]], 5), ["* *", "* *", "0 0"]);
}

/// Two hidden cells in every row and column, and still the 4 can be computed: it alone joins two loops.
#[test]
fn two_in_each_row_and_column_do_not_suffice() {
    let cells: &[&[i64]] = &[&[2, 2, 50, 50, 50, 50], &[2, 2, 4, 50, 50, 50], &[50, 50, 2, 2, 50, 50], &[50, 50, 2, 2, 50, 50]];
    let shown = protect(&[table(cells)], 5).all;
    let naive = Protected { cells: hide_small(&table(cells).cells, 5), ..shown.clone() };
    assert!(!safe(&table(cells), &naive));
    assert!(safe(&table(cells), &shown));
}

/// Everyone in one row or column: the margins are the cells, and are published. Hidden all the same.
#[test]
fn what_the_margins_say_is_not_said_again() {
    assert_eq!(picture(&[&[3, 10, 20]], 5), ["* 10 20"]);
    assert_eq!(picture(&[&[3, 0], &[10, 0]], 5), ["* 0", "10 0"]);
    assert_eq!(picture(&[&[5, 0], &[10, 0]], 5), ["5 0", "10 0"]);
    assert!(protect(&[], 5).all.cells.is_empty());
    assert!(!protect(&[Crosstab::default()], 5).all.hides());
}

#[test]
fn statistics_only_of_what_is_shown() {
    let (whole, small) = (table(&[&[10, 20], &[25, 15]]), table(&[&[3, 20], &[25, 15]]));
    assert_eq!(protect(std::slice::from_ref(&whole), 5).all.association, whole.association());
    let shown = protect(&[small], 5).all;
    assert!(shown.hides() && shown.association.is_none());
}

#[test]
fn statistics_are_of_those_who_answered_both() {
    let with = Crosstab {
        rows: ["r0", NO_ANSWER, "r1"].map(str::to_owned).to_vec(),
        columns: ["c0", "c1", NO_ANSWER].map(str::to_owned).to_vec(),
        cells: vec![vec![10, 20, 7], vec![90, 8, 9], vec![25, 15, 5]],
    };
    let both = table(&[&[10, 20], &[25, 15]]);
    assert_eq!(with.of_both(), both);
    assert_eq!(Protected::whole(&with).association, both.association());
}

#[rstest]
#[case::chance([[10, 10], [10, 11]], Strength::Chance)]
#[case::slight([[5000, 5000], [4700, 5300]], Strength::Slight)]
#[case::weak([[60, 40], [40, 60]], Strength::Weak)]
#[case::middling([[70, 30], [30, 70]], Strength::Middling)]
#[case::strong([[90, 10], [10, 90]], Strength::Strong)]
fn how_strong(#[case] cells: [[i64; 2]; 2], #[case] strength: Strength) {
    assert_eq!(table(&[&cells[0], &cells[1]]).association().unwrap().strength(), strength);
}

/// The sum less the other college would give the 3 back: it is hidden in two colleges, and the sum stays.
#[test]
fn a_college_hides_behind_another() {
    let shown = protect(&[table(&[&[30, 20], &[25, 40]]), table(&[&[3, 9], &[8, 7]]), table(&[&[90, 80], &[70, 95]])], 5);
    assert_eq!(drawn(&shown.all), ["123 109", "103 142"]);
    assert_eq!(drawn(&shown.colleges[0]), ["* *", "* *"]);
    assert_eq!(drawn(&shown.colleges[1]), ["* *", "* *"]);
    assert_eq!(drawn(&shown.colleges[2]), ["90 80", "70 95"]);
}

/// What is small in all is hidden in all, and in a college that could have it otherwise.
#[test]
fn what_is_small_in_all_is_hidden_in_all() {
    let shown = protect(&[table(&[&[2, 20], &[25, 40]]), table(&[&[0, 9], &[8, 7]])], 5);
    assert_eq!(drawn(&shown.all), ["* *", "* *"]);
    assert_eq!(drawn(&shown.colleges[0]), ["* *", "* *"]);
    assert_eq!(drawn(&shown.colleges[1]), ["0 9", "8 7"]);
}

#[test]
fn a_turned_table_hides_the_same() {
    let shown = protect(&[table(&[&[3, 40, 12], &[20, 30, 50], &[60, 9, 70]])], 5).all;
    assert_eq!(drawn(&shown.clone().turned()), ["* * 60", "40 30 9", "* * 70"]);
    assert_eq!(shown.clone().turned().turned(), shown);
}

/// Primary suppression alone.
fn hide_small(cells: &[Vec<i64>], threshold: i64) -> Vec<Vec<Option<i64>>> {
    cells.iter().map(|row| row.iter().map(|n| (*n == 0 || *n >= threshold).then_some(*n)).collect()).collect()
}

/// Whether each hidden cell could hold one more or one fewer: then its feasible interval is wider than nothing. Asks for another
/// table with the same margins and the same shown cells by filling one from scratch (a maximum flow), and uses nothing of `protect`.
fn safe(table: &Crosstab, shown: &Protected) -> bool {
    let hidden: Vec<(usize, usize)> = protect::cells(table).filter(|(r, c)| shown.cells[*r][*c].is_none()).collect();
    hidden.iter().all(|cell| movable(table, shown, *cell))
}

fn movable(table: &Crosstab, shown: &Protected, (r, c): (usize, usize)) -> bool {
    let hidden: Vec<(usize, usize)> = protect::cells(table).filter(|(r, c)| shown.cells[*r][*c].is_none()).collect();
    let possible = |fixed: (usize, usize), n: i64| {
        let (mut rows, mut columns) = (shown.row_totals.clone(), shown.column_totals.clone());
        for (r, c) in protect::cells(table) {
            let known = if (r, c) == fixed { Some(n) } else { shown.cells[r][c] };
            rows[r] -= known.unwrap_or(0);
            columns[c] -= known.unwrap_or(0);
        }
        let free: Vec<_> = hidden.iter().copied().filter(|cell| *cell != fixed).collect();
        n >= 0 && rows.iter().chain(&columns).all(|left| *left >= 0) && fills(rows, columns, &free)
    };
    let n = table.cells[r][c];
    possible((r, c), n + 1) || possible((r, c), n - 1)
}

/// All tables of colleges that agree with what is shown: with the margins of each, the cells that are not hidden, and the sum.
fn possible(colleges: &[Crosstab], shown: &Tables) -> Vec<Vec<Crosstab>> {
    fn fill(table: &Crosstab, shown: &Protected, at: usize, cells: &mut Vec<Vec<i64>>, found: &mut Vec<Crosstab>) {
        let Some((r, c)) = protect::cells(table).nth(at) else {
            let one = of(cells.clone());
            if (one.row_totals(), one.column_totals()) == (shown.row_totals.clone(), shown.column_totals.clone()) {
                found.push(one);
            }
            return;
        };
        let most = shown.row_totals[r].min(shown.column_totals[c]);
        let values = shown.cells[r][c].map_or(0..=most, |n| n..=n);
        for n in values {
            cells[r][c] = n;
            let (row, column): (i64, i64) = (cells[r][..=c].iter().sum(), cells[..=r].iter().map(|row| row[c]).sum());
            if row <= shown.row_totals[r] && column <= shown.column_totals[c] {
                fill(table, shown, at + 1, cells, found);
            }
        }
        cells[r][c] = 0;
    }
    let each = colleges.iter().zip(&shown.colleges).map(|(table, shown)| {
        let mut found = Vec::new();
        fill(table, shown, 0, &mut vec![vec![0; table.columns.len()]; table.rows.len()], &mut found);
        found
    });
    let together = each.fold(vec![Vec::new()], |before: Vec<Vec<Crosstab>>, one| {
        before.iter().flat_map(|so_far| one.iter().map(|table| [so_far.clone(), vec![table.clone()]].concat())).collect()
    });
    let agrees = |tables: &Vec<Crosstab>| {
        let sum = Crosstab::sum(tables);
        protect::cells(&sum).all(|(r, c)| shown.all.cells[r][c].is_none_or(|n| n == sum.cells[r][c]))
    };
    together.into_iter().filter(agrees).collect()
}

/// Whether the free cells can be filled so that they give the margins: Ford and Fulkerson, one person at a time.
fn fills(rows: Vec<i64>, mut columns: Vec<i64>, free: &[(usize, usize)]) -> bool {
    fn place(row: usize, columns: &mut [i64], free: &[(usize, usize)], held: &mut [i64], tried: &mut [bool]) -> bool {
        for (i, (_, column)) in free.iter().enumerate().filter(|(_, (r, _))| *r == row) {
            if std::mem::replace(&mut tried[*column], true) {
                continue;
            }
            if columns[*column] > 0 {
                columns[*column] -= 1;
                held[i] += 1;
                return true;
            }
            // The column is full: someone in it may find another in their own row.
            for (j, (other, _)) in free.iter().enumerate().filter(|(_, (_, c))| c == column) {
                if held[j] > 0 && place(*other, columns, free, held, tried) {
                    held[j] -= 1;
                    held[i] += 1;
                    return true;
                }
            }
        }
        false
    }
    let mut held = vec![0; free.len()];
    for (row, left) in rows.iter().enumerate() {
        for _ in 0..*left {
            let mut tried = vec![false; columns.len()];
            if !place(row, &mut columns, free, &mut held, &mut tried) {
                return false;
            }
        }
    }
    columns.iter().all(|left| *left == 0)
}

/// Tables with many small cells and many of nobody.
fn tables(side: std::ops::Range<usize>) -> impl Strategy<Value = Crosstab> {
    let n = prop_oneof![3 => Just(0i64), 4 => 1i64..6, 3 => 6i64..40];
    (side.clone(), side)
        .prop_flat_map(move |(rows, columns)| prop::collection::vec(prop::collection::vec(n.clone(), columns), rows))
        .prop_map(of)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn nothing_hidden_can_be_computed(table in tables(1..7), threshold in 2i64..12) {
        let shown = protect(std::slice::from_ref(&table), threshold).all;
        // Nothing of it is shown but the margins.
        let blank = Protected { cells: vec![vec![None; table.columns.len()]; table.rows.len()], ..shown.clone() };
        for cell in protect::cells(&table).filter(|(r, c)| shown.cells[*r][*c].is_none()) {
            prop_assert!(movable(&table, &shown, cell) || !movable(&table, &blank, cell));
        }
        for (r, c) in protect::cells(&table) {
            let n = table.cells[r][c];
            prop_assert!(shown.cells[r][c].is_none_or(|seen| seen == n && (n == 0 || n >= threshold)));
        }
        prop_assert_eq!(shown.row_totals.iter().sum::<i64>(), shown.total);
        prop_assert_eq!((&shown.row_totals, &shown.column_totals), (&table.row_totals(), &table.column_totals()));
        prop_assert_eq!(shown.hides(), table.cells.iter().flatten().any(|n| *n > 0 && *n < threshold));
        prop_assert!(shown.association.is_none() || !shown.hides());
    }

    #[test]
    fn the_figures_stay_in_bounds(table in tables(1..6)) {
        let Some(found) = table.association() else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&found.cramers_v));
        prop_assert!((0.0..=1.0).contains(&found.cramers_v_corrected.unwrap_or(0.0)));
        prop_assert!(found.cramers_v_corrected.unwrap_or(0.0) <= found.cramers_v + 1e-9);
        prop_assert!((0.0..=1.0).contains(&found.p));
        prop_assert!(found.chi_square >= 0.0 && found.freedom >= 1);
        let expected = table.expected();
        for (row, total) in expected.iter().zip(table.row_totals()) {
            prop_assert!((row.iter().sum::<f64>() - real(total)).abs() < 1e-9);
        }
    }

    #[test]
    fn the_order_of_rows_and_which_are_rows_change_nothing(
        (table, order) in tables(1..6).prop_flat_map(|table| {
            let order = Just((0..table.rows.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(table), order)
        }),
    ) {
        let permuted = of(order.iter().map(|row| table.cells[*row].clone()).collect());
        let turned = of((0..table.columns.len()).map(|column| table.cells.iter().map(|row| row[column]).collect()).collect());
        for other in [permuted, turned] {
            match (table.association(), other.association()) {
                (Some(a), Some(b)) => {
                    prop_assert!((a.chi_square - b.chi_square).abs() < 1e-9 * (1.0 + a.chi_square));
                    prop_assert_eq!((a.n, a.freedom, a.warning), (b.n, b.freedom, b.warning));
                }
                (a, b) => prop_assert_eq!(a, b),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    /// Small enough to try everything: what is hidden in a table could be otherwise, whatever is shown in the others, unless the
    /// margins alone say it.
    #[test]
    fn no_view_gives_back_what_another_hides(
        cells in prop::collection::vec(prop::collection::vec(prop::collection::vec(0i64..5, 3), 2), 2..=3),
        threshold in 2i64..5,
    ) {
        let colleges: Vec<Crosstab> = cells.into_iter().map(of).collect();
        let shown = protect(&colleges, threshold);
        let blank = |shown: &Protected| Protected { cells: vec![vec![None; 3]; 2], ..shown.clone() };
        let margins = Tables { all: blank(&shown.all), colleges: shown.colleges.iter().map(blank).collect() };
        let (found, known) = (possible(&colleges, &shown), possible(&colleges, &margins));
        let of_all = |tables: &Vec<Crosstab>| [tables.clone(), vec![Crosstab::sum(tables)]].concat();
        let (found, known): (Vec<_>, Vec<_>) = (found.iter().map(of_all).collect(), known.iter().map(of_all).collect());
        for (at, table) in shown.colleges.iter().chain([&shown.all]).enumerate() {
            for (r, c) in protect::cells(&colleges[0]).filter(|(r, c)| table.cells[*r][*c].is_none()) {
                let varies = |tables: &[Vec<Crosstab>]| tables.iter().any(|one| one[at].cells[r][c] != tables[0][at].cells[r][c]);
                prop_assert!(varies(&found) || !varies(&known), "{at} {r} {c} of {colleges:?} in {shown:?}");
            }
        }
    }
}
