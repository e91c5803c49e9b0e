//! The light marks in a charter's words. The words stay plain text, so that versions, differences and amendments work on one string:
//! `*word*` and `**word**` set words apart, lines that begin with `- ` or `1. ` are points, `[[term]]` or `[[term|words]]` leads to a
//! definition, `^[words]` is a note. A backslash takes a mark for a letter. Every text has a reading: a mark that is not closed is a letter.

mod line;
mod write;

pub use line::{add_words, line, plain};
pub use write::{joined, lines, marked, mend, typed, undashed, written};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines of one paragraph.
    Paragraph(Vec<Line>),
    /// Points, one line each.
    List(Vec<Line>),
    /// Points with numbers, and the number of the first.
    Numbered(usize, Vec<Line>),
}

/// The words of one line: two of a kind never follow one another, none is empty.
pub type Line = Vec<Span>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub words: String,
    pub emphasis: bool,
    pub strong: bool,
    pub role: Role,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Words,
    /// They lead to the definition of this term.
    Term(String),
    /// A note at this place.
    Note,
}

impl Span {
    pub fn words(words: impl Into<String>) -> Self {
        Span { words: words.into(), emphasis: false, strong: false, role: Role::Words }
    }

    pub fn term(term: impl Into<String>, words: impl Into<String>) -> Self {
        Span { role: Role::Term(term.into()), ..Span::words(words) }
    }

    pub fn note(words: impl Into<String>) -> Self {
        Span { role: Role::Note, ..Span::words(words) }
    }
}

impl Block {
    pub fn lines(&self) -> &[Line] {
        match self {
            Block::Paragraph(lines) | Block::List(lines) | Block::Numbered(_, lines) => lines,
        }
    }
}

/// What a line is by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Text,
    Dash,
    Number(usize),
}

/// The highest number that makes a point of a line: "1984. " is a year.
pub const NUMBERS: usize = 999;

/// The blocks of a text: an empty line parts paragraphs.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    // Whether the next line goes on with the paragraph.
    let mut open = false;
    for typed in text.lines() {
        let typed = squeezed(typed);
        if typed.is_empty() {
            open = false;
            continue;
        }
        let (mark, rest) = begun(&typed);
        open = add(&mut blocks, mark, line(rest), open);
    }
    blocks
}

/// Adds a line where it belongs. Whether the next one may go on with the same paragraph.
pub fn add(blocks: &mut Vec<Block>, mark: Mark, line: Line, open: bool) -> bool {
    if line.is_empty() {
        return open;
    }
    match (mark, blocks.last_mut()) {
        (Mark::Text, Some(Block::Paragraph(lines))) if open => lines.push(line),
        (Mark::Dash, Some(Block::List(points))) => points.push(line),
        // Every point reads with the number it was given.
        (Mark::Number(n), Some(Block::Numbered(first, points))) if *first + points.len() == n => points.push(line),
        (Mark::Text, _) => blocks.push(Block::Paragraph(vec![line])),
        (Mark::Dash, _) => blocks.push(Block::List(vec![line])),
        (Mark::Number(n), _) => blocks.push(Block::Numbered(n, vec![line])),
    }
    mark == Mark::Text
}

/// What the line begins with, and the rest.
fn begun(line: &str) -> (Mark, &str) {
    if let Some(rest) = line.strip_prefix("- ") {
        return (Mark::Dash, without_dashes(rest));
    }
    if line == "-" {
        return (Mark::Dash, "");
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits.min(4));
    match (number.parse::<usize>(), rest.strip_prefix(". ")) {
        (Ok(n), Some(rest)) if n <= NUMBERS && n.to_string() == number => (Mark::Number(n), rest.trim()),
        _ => (Mark::Text, line),
    }
}

fn without_dashes(words: &str) -> &str {
    let mut words = words.trim();
    loop {
        words = match words.strip_prefix("- ") {
            Some(rest) => rest.trim_start(),
            None if words == "-" => "",
            None => return words,
        };
    }
}

/// Words on one line, without what no keyboard sends and without two spaces in a row. No-break spaces stay inside.
fn squeezed(words: &str) -> String {
    let words: String =
        words.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
    // As `text::clean` trims the whole.
    words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Words on one line, with no dash in front that would make a point of it.
pub fn one_line(words: &str) -> String {
    without_dashes(&squeezed(words)).to_owned()
}

/// The terms that a text leads to, in its order.
pub fn terms(blocks: &[Block]) -> Vec<&str> {
    let spans = blocks.iter().flat_map(Block::lines).flatten();
    spans.filter_map(|span| if let Role::Term(term) = &span.role { Some(term.as_str()) } else { None }).collect()
}

#[cfg(test)]
mod tests;
