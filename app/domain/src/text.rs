//! Bounded text: what people type, with its limits.

use crate::refusal::Problem;

/// Limits in characters.
pub const NAME: usize = 80;
pub const TITLE: usize = 160;
pub const LINE: usize = 200;
pub const BODY: usize = 6_000;
pub const COMMENT: usize = 3_000;
pub const ARTICLE: usize = 20_000;
pub const REASON: usize = 2_000;

/// Trims, turns Windows line ends into newlines and drops control characters that no keyboard sends.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect::<String>().trim().to_owned()
}

/// A text that must be there and holds at most `max` characters.
pub fn required(field: &str, text: &str, max: usize) -> Result<String, Problem> {
    let text = optional(field, text, max)?;
    if text.is_empty() { Err(Problem::new(field, "required")) } else { Ok(text) }
}

/// A text that may be empty and holds at most `max` characters.
pub fn optional(field: &str, text: &str, max: usize) -> Result<String, Problem> {
    let text = clean(text);
    let length = text.chars().count();
    if length > max {
        return Err(Problem::new(field, "too-long").with("max", max).with("length", length));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        assert_eq!(required("t", "éàü", 3), Ok("éàü".to_owned()));
        assert!(required("t", "éàü!", 3).is_err());
    }

    #[test]
    fn blank_is_missing() {
        assert_eq!(required("t", " \r\n\u{7} ", 10).map_err(|p| p.key), Err("required".to_owned()));
    }

    #[test]
    fn keeps_lines_and_drops_control_characters() {
        assert_eq!(clean("a\r\nb\u{0}c\n"), "a\nbc");
    }
}
