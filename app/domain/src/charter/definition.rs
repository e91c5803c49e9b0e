//! The words of a charter and what they mean in it.

use crate::{
    Refusal,
    charter::markup::{Block, one_line, terms},
    refusal::Problems,
    text,
};

/// Most definitions of one charter.
pub const MOST: usize = 100;

/// A term and its meaning, one line with the marks of any text of the charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    pub term: String,
    pub meaning: String,
}

/// A definition as typed, beside the terms that are defined already.
pub fn define<'t>(term: &str, meaning: &str, others: impl IntoIterator<Item = &'t str>) -> Result<Meaning, Refusal> {
    let mut problems = Problems::new();
    let term = problems.take(text::required("term", &one_line(term), text::NAME)).unwrap_or_default();
    let meaning = problems.take(text::required("meaning", &one_line(meaning), text::REASON)).unwrap_or_default();
    problems.check()?;
    let others: Vec<String> = others.into_iter().map(key).collect();
    if others.contains(&key(&term)) {
        return Err(Refusal::field("term", "definition-there"));
    }
    if others.len() >= MOST {
        return Err(Refusal::field("term", "definitions-many"));
    }
    Ok(Meaning { term, meaning })
}

/// What makes two spellings one term: neither capitals, nor accents apart, nor the kind of apostrophe, nor blanks tell them apart.
pub fn key(term: &str) -> String {
    let term = term.replace(['’', 'ʼ'], "'").replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
    term.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The terms that a text leads to and nobody has defined, each once.
pub fn undefined<'b>(blocks: &'b [Block], defined: &[&str]) -> Vec<&'b str> {
    let mut seen: Vec<String> = defined.iter().map(|term| key(term)).collect();
    let mut missing = Vec::new();
    for term in terms(blocks) {
        let key = key(term);
        if !seen.contains(&key) {
            seen.push(key);
            missing.push(term);
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::markup::blocks;

    #[test]
    fn a_term_is_defined_once() {
        let meaning = define(" Lieu  d’accueil ", "Une crèche\nou un *relais*.", ["famille"]).unwrap();
        assert_eq!(meaning, Meaning { term: "Lieu d’accueil".into(), meaning: "Une crèche ou un *relais*.".into() });
        assert_eq!(define("lieu d'accueil", "x", ["Lieu d’accueil"]), Err(Refusal::field("term", "definition-there")));
        let refusal = define(" ", &"x".repeat(text::REASON + 1), []).unwrap_err();
        assert_eq!(refusal.problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["term", "meaning"]);
        let many: Vec<String> = (0..MOST).map(|n| n.to_string()).collect();
        assert_eq!(define("x", "y", many.iter().map(String::as_str)), Err(Refusal::field("term", "definitions-many")));
    }

    #[test]
    fn links_without_a_definition_are_named_once() {
        let text = blocks("[[Famille|Les familles]] et [[relais]].\n- [[Relais]] ou [[l'accueil]]");
        assert_eq!(undefined(&text, &["famille", "L’accueil"]), ["relais"]);
    }
}
