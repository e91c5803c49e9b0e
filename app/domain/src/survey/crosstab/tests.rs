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
    let cell = |n: &Option<i64>| n.map_or("*".to_owned(), |n| n.to_string());
    let shown = protect(&table(cells), threshold).unwrap();
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
    let naive = Protected { cells: hide_small(&table(cells).cells, 5), ..protect(&table(cells), 5).unwrap() };
    assert!(!safe(&table(cells), &naive));
    assert!(safe(&table(cells), &protect(&table(cells), 5).unwrap()));
}

#[test]
fn no_table_where_the_margin_is_the_cell() {
    assert_eq!(protect(&table(&[&[3, 10, 20]]), 5), None);
    assert_eq!(protect(&table(&[&[3, 0], &[10, 0]]), 5), None);
    assert_eq!(protect(&table(&[&[1, 1], &[1, 1]]), 5), None);
    assert!(protect(&table(&[&[5, 0], &[10, 0]]), 5).is_some());
    assert!(protect(&Crosstab::default(), 5).is_some());
}

#[test]
fn statistics_only_of_what_is_shown() {
    let (whole, small) = (table(&[&[10, 20], &[25, 15]]), table(&[&[3, 20], &[25, 15]]));
    assert_eq!(protect(&whole, 5).unwrap().association, whole.association());
    let shown = protect(&small, 5).unwrap();
    assert!(shown.hides() && shown.association.is_none());
}

/// Primary suppression alone.
fn hide_small(cells: &[Vec<i64>], threshold: i64) -> Vec<Vec<Option<i64>>> {
    cells.iter().map(|row| row.iter().map(|n| (*n == 0 || *n >= threshold).then_some(*n)).collect()).collect()
}

/// Whether each hidden cell could hold one more or one fewer: then its feasible interval is wider than nothing. Asks for another
/// table with the same margins and the same shown cells by filling one from scratch (a maximum flow), and uses nothing of `protect`.
fn safe(table: &Crosstab, shown: &Protected) -> bool {
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
    hidden.iter().all(|(r, c)| {
        let n = table.cells[*r][*c];
        possible((*r, *c), n + 1) || possible((*r, *c), n - 1)
    })
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
        let Some(shown) = protect(&table, threshold) else {
            let inhabited = |totals: Vec<i64>| totals.iter().filter(|n| **n > 0).count();
            prop_assert!(table.total() < threshold || inhabited(table.row_totals()) == 1 || inhabited(table.column_totals()) == 1);
            return Ok(());
        };
        prop_assert!(safe(&table, &shown));
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
