//! Results within an answer ("those who live in Montreuil"): the questions that part the respondents into slices, what a response adds
//! to the counts of its slices, and which slices may be shown.
//!
//! All slices of a question together are a whole whose counts are published too. So a small slice is not only hidden itself: the whole
//! less the slices that are shown must not be a small group either ([`crate::privacy::shown_parts`]). In an anonymous round one
//! question alone parts them, for two partings would give the people between two slices: who is in one and not in the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Problem,
    privacy::shown_parts,
    round::Mode,
    survey::{Answers, Form, Kind, Question, tally},
};

/// Questions of a form that may part its respondents.
pub const FILTERS: usize = 3;

/// `(slice, key, option)` to a number of people. In order, as [`tally::Counts`].
pub type Counts = BTreeMap<(String, String, String), i64>;

/// Questions of one answer, out of a few.
pub const fn may_filter(kind: &Kind) -> bool {
    matches!(kind, Kind::Single { .. } | Kind::YesNo { .. } | Kind::Municipality { .. })
}

pub(crate) fn checked(question: &Question) -> Result<(), Problem> {
    if question.filter && !may_filter(&question.kind) { Err(Problem::new("typed[filter]", "filter-of-one-answer")) } else { Ok(()) }
}

/// The name of those who gave one answer to a question.
pub fn name(question: &str, value: &str) -> String {
    format!("{question}.{value}")
}

impl Form {
    /// The questions within whose answers results can be looked at: in an anonymous round the first alone.
    pub fn filters(&self, mode: Mode) -> impl Iterator<Item = &Question> {
        let most = match mode {
            Mode::Anonymous => 1,
            Mode::Named => FILTERS,
        };
        self.questions().filter(|question| question.filter).take(most)
    }
}

/// What changes in the slices when one response takes the place of another; empty answers stand for none.
pub fn change(form: &Form, mode: Mode, before: &Answers, after: &Answers) -> Counts {
    let mut counts = Counts::new();
    for (answers, sign) in [(before, -1), (after, 1)] {
        let slices: Vec<String> =
            form.filters(mode).filter_map(|question| Some(name(&question.code, answers.get(&question.code)?.first()?))).collect();
        if slices.is_empty() {
            continue;
        }
        let own = tally::of(form, answers);
        for slice in slices {
            for ((key, option), n) in &own {
                *counts.entry((slice.clone(), key.clone(), option.clone())).or_default() += sign * n;
            }
        }
    }
    counts.retain(|_, n| *n != 0);
    counts
}

/// A college of an anonymous round, parted by one question.
#[derive(Clone, Debug, Default)]
pub struct Parted {
    /// How many took part.
    pub people: i64,
    /// How many answered under each key.
    pub answered: BTreeMap<String, i64>,
    /// By answer to the parting question: the same of those who gave it.
    pub slices: BTreeMap<String, Slice>,
}

/// Those of a college who gave one answer.
#[derive(Clone, Debug, Default)]
pub struct Slice {
    pub people: i64,
    pub answered: BTreeMap<String, i64>,
}

impl Parted {
    /// The keys under which nothing of a slice is shown; None where it is not shown at all. Those who did not answer the parting
    /// question are a part too, which nobody can look at.
    pub fn hidden(&self, value: &str, threshold: i64) -> Option<BTreeSet<String>> {
        let at = self.slices.keys().position(|one| one == value)?;
        let mut nobody = vec![false; self.slices.len()];
        nobody.push(true);
        let shown = shown_parts(&with_rest(self.slices.values().map(|slice| slice.people), self.people), &nobody, threshold);
        if !shown[at] {
            return None;
        }
        let hidden: Vec<bool> = shown.iter().map(|shown| !shown).collect();
        let parts =
            |key: &String, total: i64| with_rest(self.slices.values().map(|slice| slice.answered.get(key).copied().unwrap_or(0)), total);
        let keys = self.answered.iter().filter(|(key, total)| !shown_parts(&parts(key, **total), &hidden, threshold)[at]);
        Some(keys.map(|(key, _)| key.clone()).collect())
    }
}

fn with_rest(parts: impl Iterator<Item = i64>, whole: i64) -> Vec<i64> {
    let mut parts: Vec<i64> = parts.collect();
    parts.push(whole - parts.iter().sum::<i64>());
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form() -> Form {
        let options = r#"[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"}}]"#;
        let text = format!(
            r#"{{"sections":[{{"code":"s","title":{{"fr":"S"}},"questions":[
                {{"code":"lieu","kind":"single","label":{{"fr":"?"}},"filter":true,"options":{options}}},
                {{"code":"langue","kind":"yes_no","label":{{"fr":"?"}},"filter":true}},
                {{"code":"jours","kind":"multiple","label":{{"fr":"?"}},"options":{options}}}]}}]}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn answers(given: &[(&str, &str)]) -> Answers {
        given.iter().map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()])).collect()
    }

    #[test]
    fn an_anonymous_round_is_parted_by_one_question_alone() {
        let form = form();
        let codes = |mode| form.filters(mode).map(|question| question.code.as_str()).collect::<Vec<_>>();
        assert_eq!((codes(Mode::Anonymous), codes(Mode::Named)), (vec!["lieu"], vec!["lieu", "langue"]));
    }

    #[test]
    fn an_answer_that_changes_moves_all_others_along() {
        let (before, after) = (answers(&[("lieu", "a"), ("jours", "a")]), answers(&[("lieu", "b"), ("jours", "a")]));
        let counts = change(&form(), Mode::Anonymous, &before, &after);
        let of = |slice: &str, key: &str, option: &str| counts.get(&(slice.to_owned(), key.to_owned(), option.to_owned())).copied();
        assert_eq!((of("lieu.a", "jours", "a"), of("lieu.b", "jours", "a"), of("lieu.b", "lieu", "")), (Some(-1), Some(1), Some(1)));
        assert_eq!(change(&form(), Mode::Anonymous, &after, &after), Counts::new());
        // Who did not answer is in no slice.
        assert_eq!(change(&form(), Mode::Named, &Answers::new(), &answers(&[("jours", "a")])), Counts::new());
    }

    #[test]
    fn only_questions_of_one_answer_part_people() {
        let mut form = form();
        form.sections[0].questions[2].filter = true;
        assert_eq!(form.checked().unwrap_err().problems[0].key, "filter-of-one-answer");
    }

    fn parted(people: i64, slices: &[(&str, i64, i64)], answered: i64) -> Parted {
        let key = |n| BTreeMap::from([("q".to_owned(), n)]);
        let slices = slices.iter().map(|(value, people, n)| ((*value).to_owned(), Slice { people: *people, answered: key(*n) }));
        Parted { people, answered: key(answered), slices: slices.collect() }
    }

    #[test]
    fn a_slice_is_shown_where_neither_it_nor_the_rest_is_small() {
        let q = || Some(BTreeSet::from(["q".to_owned()]));
        // Two did not say: the smallest slice goes with them, so that they cannot be computed.
        let college = parted(30, &[("a", 12, 12), ("b", 16, 16)], 30);
        assert_eq!((college.hidden("a", 5), college.hidden("b", 5)), (None, Some(BTreeSet::new())));
        let college = parted(28, &[("a", 12, 12), ("b", 16, 16)], 28);
        assert_eq!((college.hidden("a", 5), college.hidden("b", 5)), (Some(BTreeSet::new()), Some(BTreeSet::new())));
        // Three of a slice answered a question: the other slice would give them back.
        let college = parted(28, &[("a", 12, 3), ("b", 16, 16)], 19);
        assert_eq!((college.hidden("a", 5), college.hidden("b", 5)), (q(), q()));
        assert_eq!(college.hidden("c", 5), None);
    }

    proptest! {
        /// All that can be computed under a key by taking slices away from the whole is a group, or nobody, or the whole.
        #[test]
        fn the_rest_is_a_group(slices in prop::collection::vec((0i64..20, 0i64..20), 1..6), rest in (0i64..9, 0i64..9)) {
            let clamp = |(people, n): (i64, i64)| (people, n.min(people));
            let (slices, rest): (Vec<_>, _) = (slices.into_iter().map(clamp).collect(), clamp(rest));
            let named: Vec<(String, i64, i64)> = slices.iter().enumerate().map(|(at, (people, n))| (format!("v{at}"), *people, *n)).collect();
            let refs: Vec<(&str, i64, i64)> = named.iter().map(|(value, people, n)| (value.as_str(), *people, *n)).collect();
            let (people, answered) = slices.iter().fold(rest, |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let college = parted(people, &refs, answered);
            let mut left = answered;
            for (value, of, n) in &named {
                let Some(hidden) = college.hidden(value, 5) else { continue };
                prop_assert!(*of == 0 || *of >= 5);
                if !hidden.contains("q") {
                    prop_assert!(*n == 0 || *n >= 5);
                    left -= n;
                }
            }
            prop_assert!(left == 0 || left >= 5 || left == answered);
        }
    }
}
