//! What a response adds to the counts that results show.

use std::collections::BTreeMap;

use crate::survey::{Answers, Form};

/// `(question, option)` to a number of people; the option is empty for "answered the question". In order, so that two writers
/// never wait for each other crosswise.
pub type Counts = BTreeMap<(String, String), i64>;

/// One response. Words are counted as answered, and no further.
pub fn of(form: &Form, answers: &Answers) -> Counts {
    let mut counts = Counts::new();
    for question in form.questions() {
        let Some(values) = answers.get(&question.code).filter(|values| !values.is_empty()) else { continue };
        counts.insert((question.code.clone(), String::new()), 1);
        if !question.kind.is_text() {
            counts.extend(values.iter().map(|value| ((question.code.clone(), value.clone()), 1)));
        }
    }
    counts
}

/// What changes when one response takes the place of another.
pub fn change(form: &Form, before: &Answers, after: &Answers) -> Counts {
    let mut counts = of(form, after);
    for (key, n) in of(form, before) {
        *counts.entry(key).or_default() -= n;
    }
    counts.retain(|_, n| *n != 0);
    counts
}

pub fn add(counts: &mut Counts, change: Counts) {
    for (key, n) in change {
        *counts.entry(key).or_default() += n;
    }
    counts.retain(|_, n| *n != 0);
}
