//! What a response adds to the counts that results show.

use std::collections::BTreeMap;

use crate::survey::{
    Answers, Form, Question,
    kind::{DECLINED, Kind, OTHER_TEXT},
};

/// `(key, option)` to a number of people; the option is empty for "answered". In order, so that two writers never wait for each
/// other crosswise.
pub type Counts = BTreeMap<(String, String), i64>;

/// One response. Words are counted as answered, and no further; dates by month, times by hour, ranks as `option:rank`.
pub fn of(form: &Form, answers: &Answers) -> Counts {
    let mut counts = Counts::new();
    for question in form.questions() {
        for key in question.keys() {
            let Some(values) = answers.get(&key).filter(|values| !values.is_empty()) else { continue };
            counts.insert((key.clone(), String::new()), 1);
            counts.extend(options(question, &key, values).into_iter().map(|option| ((key.clone(), option), 1)));
        }
        // A question of several parts counts as answered too.
        if !question.kind.items().is_empty() && question.parts().iter().any(|key| answers.contains_key(key)) {
            counts.insert((question.code.clone(), String::new()), 1);
        }
    }
    counts
}

fn options(question: &Question, key: &str, values: &[String]) -> Vec<String> {
    if key == question.key(DECLINED) || key == question.key(OTHER_TEXT) {
        return Vec::new();
    }
    let start = |length: usize| values.iter().filter_map(|value| value.get(..length).map(str::to_owned)).collect();
    match question.kind {
        Kind::ShortText { .. } | Kind::LongText { .. } | Kind::Texts { .. } | Kind::Email | Kind::Note { .. } => Vec::new(),
        Kind::Date => start("2026-03".len()),
        Kind::Time => start("09".len()),
        Kind::Ranking { .. } => values.iter().enumerate().map(|(at, value)| format!("{value}:{}", at + 1)).collect(),
        _ => values.to_vec(),
    }
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
