//! SQLite: FTS5. It knows no French: a word is found by its stem, as the beginning of others.

use domain::search::stem;

pub const FORGET: &str = "DELETE FROM proposal_search WHERE rowid = (SELECT n FROM proposal_keys WHERE proposal_id = $1)";
pub const KEEP: &str = "INSERT INTO proposal_search (rowid, title, body) SELECT n, $2, $3 FROM proposal_keys WHERE proposal_id = $1";

pub const CONDITION: &str = "($7 = '' OR p.id IN (SELECT k.proposal_id FROM proposal_search
     JOIN proposal_keys k ON k.n = proposal_search.rowid WHERE proposal_search MATCH $7))";

pub const ANY: &str = concat!(
    "SELECT p.id, p.title FROM proposal_search
     JOIN proposal_keys k ON k.n = proposal_search.rowid
     JOIN proposals p ON p.id = k.proposal_id
     WHERE proposal_search MATCH $2 AND p.round_id = $1 AND ",
    listed!(),
    "
     ORDER BY proposal_search.rank LIMIT $3"
);

/// Short words as they are: "la" would find "laver". The last one is perhaps not finished.
fn term(word: &str, last: bool) -> String {
    // Words hold letters and digits alone: nothing ends the quotation.
    if last || word.chars().count() > 3 { format!("\"{}\" *", stem(word)) } else { format!("\"{word}\"") }
}

fn terms(words: &[String]) -> impl Iterator<Item = String> {
    words.iter().enumerate().map(|(at, word)| term(word, at + 1 == words.len()))
}

pub fn all(words: &[String]) -> String {
    terms(words).collect::<Vec<_>>().join(" AND ")
}

pub fn any(words: &[String]) -> String {
    let terms = terms(words).collect::<Vec<_>>().join(" OR ");
    format!("title : ({terms})")
}
