//! PostgreSQL: a vector of French stems, weighted by where a word stands.

pub const KEEP: &str = "INSERT INTO proposal_search (proposal_id, words)
     VALUES ($1, setweight(to_tsvector('french', $2), 'A') || setweight(to_tsvector('french', $3), 'B'))
     ON CONFLICT (proposal_id) DO UPDATE SET words = excluded.words";

/// Of words that French knows as silent nothing is left to look for: that is no condition.
pub const CONDITION: &str = "(numnode(to_tsquery('french', $7)) = 0
     OR p.id IN (SELECT s.proposal_id FROM proposal_search s WHERE s.words @@ to_tsquery('french', $7)))";

pub const ANY: &str = concat!(
    "SELECT p.id, p.title FROM proposal_search s
     JOIN proposals p ON p.id = s.proposal_id
     WHERE s.words @@ to_tsquery('french', $2) AND p.round_id = $1
       AND ",
    listed!(),
    "
     ORDER BY ts_rank(s.words, to_tsquery('french', $2)) DESC, p.id LIMIT $3"
);

/// Words hold letters and digits alone: nothing ends the quotation. The last one is perhaps not finished.
fn terms(words: &[String], weight: &str) -> Vec<String> {
    words
        .iter()
        .enumerate()
        .map(|(at, word)| match (at + 1 == words.len(), weight) {
            (true, weight) => format!("'{word}':*{weight}"),
            (false, "") => format!("'{word}'"),
            (false, weight) => format!("'{word}':{weight}"),
        })
        .collect()
}

pub fn all(words: &[String]) -> String {
    terms(words, "").join(" & ")
}

/// In titles alone.
pub fn any(words: &[String]) -> String {
    terms(words, "A").join(" | ")
}
