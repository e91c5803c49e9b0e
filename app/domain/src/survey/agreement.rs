//! Whether two people who code the same words by themes read them alike, beyond what chance would give.
//!
//! Each text may bear several themes, so each theme is a yes-or-no of its own and has its own kappa.

use std::collections::BTreeSet;

use crate::text_enum::text_enum;

text_enum! {
    /// Words for a kappa (Landis and Koch 1977, "The measurement of observer agreement for categorical data"). Their bounds are a
    /// habit, not a law.
    Strength {
        /// Below 0: worse than chance.
        Poor = "poor",
        /// To 0.20.
        Slight = "slight",
        /// To 0.40.
        Fair = "fair",
        /// To 0.60.
        Moderate = "moderate",
        /// To 0.80.
        Substantial = "substantial",
        /// To 1.
        AlmostPerfect = "almost-perfect",
    }
}

impl Strength {
    /// Of the kappa as it is shown, with two decimals.
    pub fn of(kappa: f64) -> Strength {
        let shown = (kappa * 100.0).round();
        match shown {
            _ if shown < 0.0 => Strength::Poor,
            _ if shown <= 20.0 => Strength::Slight,
            _ if shown <= 40.0 => Strength::Fair,
            _ if shown <= 60.0 => Strength::Moderate,
            _ if shown <= 80.0 => Strength::Substantial,
            _ => Strength::AlmostPerfect,
        }
    }
}

/// Cohen's kappa (1960): (p_o − p_e) / (1 − p_e).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kappa {
    pub value: f64,
    /// Its large-sample standard error (Fleiss, Cohen and Everitt 1969), for a confidence interval: value ± 1.96 · error at 95 %.
    pub error: f64,
}

impl Kappa {
    pub fn strength(&self) -> Strength {
        Strength::of(self.value)
    }
}

/// Of a table whose rows are the values of one coder and whose columns those of the other, in the same order. None where nothing was
/// coded, or both gave one and the same value throughout: chance would agree as well.
///
/// Standard error: √((A + B − C) / n) / (1 − p_e), with A = Σ p_ii (1 − (p_i. + p_.i)(1 − κ))², B = (1 − κ)² Σ_{i≠j} p_ij (p_.i + p_j.)²
/// and C = (κ − p_e (1 − κ))².
pub fn kappa<const K: usize>(table: [[i64; K]; K]) -> Option<Kappa> {
    let n: i64 = table.iter().flatten().sum();
    let (mut rows, mut columns) = ([0; K], [0; K]);
    for (i, j) in pairs(K) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
    }
    // In whole numbers, p_e is 1 exactly when this is n².
    let by_chance: i128 = rows.iter().zip(&columns).map(|(row, column)| i128::from(*row) * i128::from(*column)).sum();
    if n <= 0 || by_chance == i128::from(n).pow(2) {
        return None;
    }
    let share = |count: i64| real(count) / real(n);
    let observed: f64 = (0..K).map(|i| share(table[i][i])).sum();
    let chance: f64 = (0..K).map(|i| share(rows[i]) * share(columns[i])).sum();
    let value = (observed - chance) / (1.0 - chance);
    let spread = |(i, j): (usize, usize)| {
        let p = share(table[i][j]);
        if i == j {
            p * (1.0 - (share(rows[i]) + share(columns[i])) * (1.0 - value)).powi(2)
        } else {
            p * (1.0 - value).powi(2) * (share(columns[i]) + share(rows[j])).powi(2)
        }
    };
    let variance = pairs(K).map(spread).sum::<f64>() - (value - chance * (1.0 - value)).powi(2);
    Some(Kappa { value, error: (variance.max(0.0) / real(n)).sqrt() / (1.0 - chance) })
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |i| (0..count).map(move |j| (i, j)))
}

/// The themes that two coders gave to one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coded {
    pub first: BTreeSet<String>,
    pub second: BTreeSet<String>,
}

/// One theme, over all texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub code: String,
    /// How many texts bear it for both, for the first coder only, for the second only, for neither.
    pub both: i64,
    pub first_only: i64,
    pub second_only: i64,
    pub neither: i64,
    pub kappa: Option<Kappa>,
}

impl Theme {
    /// How often it was given, by either.
    pub const fn uses(&self) -> i64 {
        2 * self.both + self.first_only + self.second_only
    }
}

text_enum! {
    Coder {
        First = "first",
        Second = "second",
    }
}

/// A theme that only one of the two gave to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Its position in the list of texts.
    pub text: usize,
    pub theme: String,
    pub given_by: Coder,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub themes: Vec<Theme>,
    /// Mean of the kappas of the themes, each weighing as often as it was given; themes without a kappa are left out. It has no
    /// standard error: the themes of one text are not independent.
    pub overall: Option<f64>,
    /// Text by text, the themes in their order.
    pub disagreements: Vec<Disagreement>,
}

impl Agreement {
    pub fn strength(&self) -> Option<Strength> {
        self.overall.map(Strength::of)
    }
}

/// Compares the coding of texts that both coders have read: one to which a coder gave no theme counts as read. `themes` come in their
/// order; others that were given come after them.
pub fn agreement(themes: &[String], texts: &[Coded]) -> Agreement {
    let mut codes = themes.to_vec();
    let others: BTreeSet<&String> =
        texts.iter().flat_map(|text| text.first.union(&text.second)).filter(|code| !themes.contains(code)).collect();
    codes.extend(others.into_iter().cloned());

    let themes: Vec<Theme> = codes.iter().map(|code| theme(code, texts)).collect();
    let defined = || themes.iter().filter_map(|theme| Some((real(theme.uses()), theme.kappa?.value)));
    let uses: f64 = defined().map(|(uses, _)| uses).sum();
    let overall = (uses > 0.0).then(|| defined().map(|(uses, kappa)| uses * kappa).sum::<f64>() / uses);

    let disagreements = texts.iter().enumerate().flat_map(|(at, text)| {
        codes.iter().filter_map(move |code| {
            let given_by = match (text.first.contains(code), text.second.contains(code)) {
                (true, false) => Coder::First,
                (false, true) => Coder::Second,
                _ => return None,
            };
            Some(Disagreement { text: at, theme: code.clone(), given_by })
        })
    });
    Agreement { overall, disagreements: disagreements.collect(), themes }
}

fn theme(code: &str, texts: &[Coded]) -> Theme {
    let mut table = [[0; 2]; 2];
    for text in texts {
        table[usize::from(text.first.contains(code))][usize::from(text.second.contains(code))] += 1;
    }
    let [[neither, second_only], [first_only, both]] = table;
    Theme { code: code.to_owned(), both, first_only, second_only, neither, kappa: kappa(table) }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of texts")]
const fn real(n: i64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn near(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() < within, "{a} is not {b}");
    }

    /// Fleiss, Levin and Paik (2003, table 18.1): 100 patients, three diagnoses; κ = 0.68, standard error 0.087.
    #[test]
    fn a_table_of_the_literature() {
        let found = kappa([[75, 1, 4], [5, 4, 1], [0, 0, 10]]).unwrap();
        near(found.value, 0.23 / 0.34, 1e-12);
        near(found.error, 0.0877, 5e-5);
    }

    #[rstest]
    #[case::by_hand([[20, 5], [10, 15]], Some(0.4))]
    #[case::alike([[30, 0], [0, 2]], Some(1.0))]
    #[case::opposite([[0, 10], [10, 0]], Some(-1.0))]
    #[case::by_chance([[4, 4], [4, 4]], Some(0.0))]
    #[case::only_one_coder_uses_it([[9, 3], [0, 0]], Some(0.0))]
    #[case::never([[12, 0], [0, 0]], None)]
    #[case::always([[0, 0], [0, 12]], None)]
    #[case::nothing([[0, 0], [0, 0]], None)]
    fn kappas_by_hand(#[case] table: [[i64; 2]; 2], #[case] expected: Option<f64>) {
        let found = kappa(table);
        assert_eq!(found.is_some(), expected.is_some());
        if let (Some(found), Some(expected)) = (found, expected) {
            near(found.value, expected, 1e-12);
        }
    }

    #[rstest]
    #[case(-0.3, Strength::Poor)]
    #[case(0.0, Strength::Slight)]
    #[case(0.2, Strength::Slight)]
    #[case(0.21, Strength::Fair)]
    #[case(0.4, Strength::Fair)]
    #[case(0.6 + f64::EPSILON, Strength::Moderate)]
    #[case(0.61, Strength::Substantial)]
    #[case(0.8, Strength::Substantial)]
    #[case(0.81, Strength::AlmostPerfect)]
    #[case(1.0, Strength::AlmostPerfect)]
    fn the_words_of_landis_and_koch(#[case] kappa: f64, #[case] strength: Strength) {
        assert_eq!(Strength::of(kappa), strength);
    }

    fn set(codes: &[&str]) -> BTreeSet<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    fn codebook() -> Vec<String> {
        ["horaires", "prix", "lieu"].map(str::to_owned).to_vec()
    }

    #[test]
    fn themes_their_mean_and_where_the_two_differ() {
        let coded = [(&["prix", "lieu"][..], &["prix", "lieu"][..]), (&["prix"], &["prix", "bruit"]), (&["prix"], &["lieu"]), (&[], &[])];
        let texts = coded.map(|(first, second)| Coded { first: set(first), second: set(second) });
        let found = agreement(&codebook(), &texts);

        let counts = found.themes.iter().map(|theme| (theme.code.as_str(), theme.both, theme.first_only, theme.second_only, theme.neither));
        let expected = [("horaires", 0, 0, 0, 4), ("prix", 2, 1, 0, 1), ("lieu", 1, 0, 1, 2), ("bruit", 0, 0, 1, 3)];
        assert_eq!(counts.collect::<Vec<_>>(), expected);
        let kappas: Vec<_> = found.themes.iter().map(|theme| theme.kappa.map(|kappa| kappa.value)).collect();
        assert_eq!(kappas, [None, Some(0.5), Some(0.5), Some(0.0)]);
        // Given 5, 3 and 1 times.
        near(found.overall.unwrap(), (5.0 * 0.5 + 3.0 * 0.5) / 9.0, 1e-12);
        assert_eq!(found.strength(), Some(Strength::Moderate));

        let differ = found.disagreements.iter().map(|d| (d.text, d.theme.as_str(), d.given_by));
        let expected = [(1, "bruit", Coder::Second), (2, "prix", Coder::First), (2, "lieu", Coder::Second)];
        assert_eq!(differ.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn nothing_to_compare_has_no_mean() {
        let found = agreement(&codebook(), &[]);
        assert_eq!((found.overall, found.strength(), found.themes.len()), (None, None, 3));
        assert!(found.disagreements.is_empty());
    }

    fn coding() -> impl Strategy<Value = BTreeSet<String>> {
        prop::sample::subsequence(codebook(), 0..=3).prop_map(|codes| codes.into_iter().collect())
    }

    fn coded() -> impl Strategy<Value = Vec<Coded>> {
        prop::collection::vec((coding(), coding()).prop_map(|(first, second)| Coded { first, second }), 0..40)
    }

    proptest! {
        #[test]
        fn alike_is_one_where_both_values_occur(codings in prop::collection::vec(coding(), 0..40)) {
            let texts: Vec<_> = codings.into_iter().map(|coding| Coded { first: coding.clone(), second: coding }).collect();
            let found = agreement(&codebook(), &texts);
            for theme in &found.themes {
                prop_assert_eq!(theme.kappa.is_some(), theme.both > 0 && theme.neither > 0);
                if let Some(kappa) = theme.kappa {
                    prop_assert!((kappa.value - 1.0).abs() < 1e-12 && kappa.error < 1e-6);
                }
            }
            prop_assert!(found.overall.is_none_or(|overall| (overall - 1.0).abs() < 1e-12));
            prop_assert!(found.disagreements.is_empty());
        }

        #[test]
        fn it_does_not_matter_who_is_first(texts in coded()) {
            let turned: Vec<_> = texts.iter().map(|text| Coded { first: text.second.clone(), second: text.first.clone() }).collect();
            let (one, other) = (agreement(&codebook(), &texts), agreement(&codebook(), &turned));
            for (a, b) in one.themes.iter().zip(&other.themes) {
                prop_assert_eq!((a.both, a.first_only, a.uses()), (b.both, b.second_only, b.uses()));
                match (a.kappa, b.kappa) {
                    (Some(a), Some(b)) => prop_assert!((a.value - b.value).abs() < 1e-12 && (a.error - b.error).abs() < 1e-7),
                    (a, b) => prop_assert_eq!(a, b),
                }
            }
            let turned = |d: &Disagreement| {
                let given_by = if d.given_by == Coder::First { Coder::Second } else { Coder::First };
                Disagreement { given_by, ..d.clone() }
            };
            prop_assert_eq!(other.disagreements.iter().map(turned).collect::<Vec<_>>(), one.disagreements);
        }

        #[test]
        fn kappa_stays_in_bounds_and_the_list_is_complete(texts in coded()) {
            let found = agreement(&codebook(), &texts);
            let mut apart = 0;
            for theme in &found.themes {
                apart += theme.first_only + theme.second_only;
                prop_assert_eq!(theme.both + theme.first_only + theme.second_only + theme.neither, texts.len() as i64);
                prop_assert!(theme.kappa.is_none_or(|kappa| (-1.0 - 1e-12..=1.0 + 1e-12).contains(&kappa.value) && kappa.error >= 0.0));
            }
            prop_assert_eq!(found.disagreements.len() as i64, apart);
        }
    }
}
