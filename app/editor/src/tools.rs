//! The marks of light formatting, put around what is selected or taken away again.

use std::ops::Range;

use crate::words::{byte, units};

/// What a tool does: words that take the place of others, and what is selected afterwards. In UTF-16 code units.
#[derive(Debug, PartialEq, Eq)]
pub struct Deed {
    pub place: Range<u32>,
    pub words: String,
    pub selected: Range<u32>,
}

/// The tool of this name; `None` of one that changes no text.
pub fn use_tool(tool: &str, text: &str, selected: Range<u32>) -> Option<Deed> {
    match tool {
        "strong" => Some(wrap(text, selected, "**", "**")),
        "emphasis" => Some(wrap(text, selected, "*", "*")),
        "term" => Some(wrap(text, selected, "[[", "]]")),
        "list" => Some(list(text, selected)),
        _ => None,
    }
}

/// Puts marks around the selected words, or takes those away that stand there.
fn wrap(text: &str, selected: Range<u32>, open: &str, close: &str) -> Deed {
    let (start, end) = (byte(text, selected.start), byte(text, selected.end));
    let (before, words, after) = (&text[..start], &text[start..end], &text[end..]);
    let (o, c) = (units(open), units(close));
    // Two marks of emphasis in a row are one of another kind.
    let single = open == "*" && (before.ends_with("**") && !before.ends_with("***"));
    if before.ends_with(open) && after.starts_with(close) && !single {
        let place = selected.start - o..selected.end + c;
        return Deed { selected: place.start..place.start + units(words), place, words: words.to_owned() };
    }
    let inside = selected.start + o..selected.end + o;
    Deed { place: selected, words: format!("{open}{words}{close}"), selected: inside }
}

/// Makes a list of the lines that the selection touches, or plain lines of a list.
fn list(text: &str, selected: Range<u32>) -> Deed {
    let (start, end) = (byte(text, selected.start), byte(text, selected.end));
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let last = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let lines: Vec<&str> = text[first..last].split('\n').collect();
    let listed = lines.iter().all(|line| line.starts_with("- "));
    let made: Vec<String> = lines
        .iter()
        .map(|line| match line.strip_prefix("- ") {
            Some(words) if listed => words.to_owned(),
            Some(_) => (*line).to_owned(),
            None => format!("- {line}"),
        })
        .collect();
    let words = made.join("\n");
    let from = units(&text[..first]);
    let place = from..units(&text[..last]);
    // A cursor stays where it was in its line; a selection takes in its lines.
    let selected = if selected.is_empty() {
        let at = (i64::from(selected.end) + i64::from(units(&words)) - i64::from(place.end - place.start)).max(i64::from(from)) as u32;
        at..at
    } else {
        from..from + units(&words)
    };
    Deed { place, words, selected }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(tool: &str, text: &str, selected: Range<u32>) -> (String, Range<u32>) {
        let deed = use_tool(tool, text, selected).expect("a tool");
        let (start, end) = (byte(text, deed.place.start), byte(text, deed.place.end));
        (format!("{}{}{}", &text[..start], deed.words, &text[end..]), deed.selected)
    }

    #[test]
    fn marks_come_and_go() {
        assert_eq!(used("emphasis", "un été là", 3..6), ("un *été* là".into(), 4..7));
        assert_eq!(used("emphasis", "un *été* là", 4..7), ("un été là".into(), 3..6));
        assert_eq!(used("strong", "un été", 3..6), ("un **été**".into(), 5..8));
        assert_eq!(used("emphasis", "un **été**", 5..8), ("un ***été***".into(), 6..9));
        assert_eq!(used("strong", "un **été**", 5..8), ("un été".into(), 3..6));
        assert_eq!(used("term", "👪 secret", 3..9), ("👪 [[secret]]".into(), 5..11));
        assert_eq!(used("strong", "", 0..0), ("****".into(), 2..2));
    }

    #[test]
    fn lines_become_a_list_and_lines_again() {
        assert_eq!(used("list", "un\ndeux\ntrois", 1..4), ("- un\n- deux\ntrois".into(), 0..11));
        assert_eq!(used("list", "- un\n- deux\ntrois", 1..7), ("un\ndeux\ntrois".into(), 0..7));
        assert_eq!(used("list", "un\ndeux", 5..5), ("un\n- deux".into(), 7..7));
        assert_eq!(used("list", "", 0..0), ("- ".into(), 2..2));
    }
}
