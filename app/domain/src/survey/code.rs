//! Codes of sections, questions and options: short, stable, made from the words they stand for.

use std::collections::BTreeSet;

use crate::Problem;

pub const LONGEST: usize = 20;

/// `^[a-z][a-z0-9_]{0,19}$`
pub fn well_formed(code: &str) -> bool {
    code.len() <= LONGEST
        && code.starts_with(|c: char| c.is_ascii_lowercase())
        && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Each well formed, none twice.
pub fn all_distinct<'a>(field: &str, codes: impl Iterator<Item = &'a str>) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    for code in codes {
        let shown = code.chars().take(40).collect::<String>();
        if !well_formed(code) {
            return Err(Problem::new(field, "code-malformed").with("code", shown));
        }
        if !seen.insert(code) {
            return Err(Problem::new(field, "code-twice").with("code", shown));
        }
    }
    Ok(())
}

/// A code for `label` that is not `taken`; `fallback` begins it where the label has no Latin letter to begin with.
pub fn from_label(label: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut code = String::new();
    for c in label.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => code.push_str(letters),
            None if c.is_ascii_digit() && !code.is_empty() => code.push(c),
            None if !code.is_empty() && !code.ends_with('_') => code.push('_'),
            None => {}
        }
        if code.len() >= LONGEST {
            break;
        }
    }
    code.truncate(LONGEST);
    let code = code.trim_end_matches('_');
    free(if code.is_empty() { fallback } else { code }, taken)
}

/// `code`, or `code_2`, `code_3`… the first that is not taken.
pub fn free(code: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut candidate = code.to_owned();
    let mut n = 1;
    while taken(&candidate) {
        n += 1;
        let suffix = format!("_{n}");
        candidate = format!("{}{suffix}", &code[..code.len().min(LONGEST - suffix.len())]);
    }
    candidate
}

/// Words without accents, capitals and marks: for telling whether two people wrote the same.
pub fn plain_words(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase).map(|c| match plain(c) {
        Some(letters) => letters.to_owned(),
        None if c.is_alphanumeric() => c.to_string(),
        None => " ".to_owned(),
    });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A Latin letter without its accent.
fn plain(c: char) -> Option<&'static str> {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => {
            let at = LETTERS.find(c)?;
            &LETTERS[at..=at]
        }
    })
}
