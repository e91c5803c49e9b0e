//! Against what Polis computed in production, on open data, and by properties.

mod fixtures;
mod open_data;
mod properties;

use super::{Answer, Votes};

/// Rows of `+`, `-`, `0` and `.`, a character per statement.
fn answers(rows: impl IntoIterator<Item = (i64, String)>) -> Vec<(i64, usize, Answer)> {
    let mut all = Vec::new();
    for (person, row) in rows {
        for (column, answer) in row.chars().enumerate() {
            let answer = match answer {
                '+' => Answer::Agree,
                '-' => Answer::Disagree,
                '0' => Answer::Pass,
                _ => continue,
            };
            all.push((person, column, answer));
        }
    }
    all
}

fn gathered(columns: usize, all: &[(i64, usize, Answer)]) -> (Votes, Vec<i64>) {
    Votes::gather(columns, all.iter().copied())
}
