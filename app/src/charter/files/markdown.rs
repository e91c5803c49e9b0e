//! Markdown, out. What is set apart takes stars, or tags where stars would not be read as they are meant: each such line is read again to
//! know.

use std::fmt::Write;

use domain::charter::{
    document::{Document, numbered},
    markup::{Block, Line, Role, Span},
};

use super::{Paper, markdown_read};
use crate::i18n::t;

/// How the block of facts in front begins: it is ours, and no loss when it comes back.
pub const OURS: &str = "palabre: charter\n";
/// How the addresses of definitions begin.
pub const WORD: &str = "#word-";
/// Parts what would be read as one.
pub const NOTHING: &str = "<!---->";

pub fn write(paper: &Paper) -> String {
    let document = &paper.document;
    let mut out = Writer { document, text: format!("---\n{OURS}"), notes: Vec::new(), noted: 0 };
    for (name, value) in &paper.facts {
        // A JSON string is a YAML string.
        out.text += &format!("{}: {}\n", serde_json::Value::from(name.as_str()), serde_json::Value::from(value.as_str()));
    }
    out.text += "---\n\n";
    out.heading("#", &document.title);
    out.blocks(&document.preamble);
    let article = if document.chapters.is_empty() { "##" } else { "###" };
    for (at, piece) in document.articles.iter().enumerate() {
        document.chapters_at(at).for_each(|chapter| out.heading("\n##", &chapter.title));
        out.heading(&format!("\n{article}"), &numbered(at + 1, &piece.title));
        out.blocks(&piece.blocks);
    }
    document.chapters_at(document.articles.len()).for_each(|chapter| out.heading("\n##", &chapter.title));
    if !document.definitions.is_empty() {
        out.heading("\n##", &t!(paper.lang, "charter-words"));
        out.text.push('\n');
        for (at, definition) in document.definitions.iter().enumerate() {
            let line = out.line(&definition.line());
            let _ = writeln!(out.text, "- <a id=\"{}{}\"></a>{line}", &WORD[1..], at + 1);
        }
        out.flush_notes();
    }
    out.text
}

struct Writer<'p> {
    document: &'p Document,
    text: String,
    /// Notes of the text that is being written.
    notes: Vec<String>,
    /// Notes so far.
    noted: usize,
}

impl Writer<'_> {
    fn heading(&mut self, mark: &str, title: &str) {
        let _ = writeln!(self.text, "{mark} {}", escaped(title, true));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        // Numbered lists that follow one another are told apart by the sign behind their numbers.
        let mut before = None;
        for block in blocks {
            self.text.push('\n');
            let sign = if before == Some('.') { ')' } else { '.' };
            before = matches!(block, Block::Numbered(..)).then_some(sign);
            let lines: Vec<String> = block.lines().iter().map(|line| self.line(line)).collect();
            self.text += &match block {
                Block::Paragraph(_) => lines.join("\\\n"),
                Block::List(_) => lines.iter().map(|point| format!("- {point}")).collect::<Vec<_>>().join("\n"),
                Block::Numbered(first, _) => {
                    (*first..).zip(lines).map(|(n, point)| format!("{n}{sign} {point}")).collect::<Vec<_>>().join("\n")
                }
            };
            self.text.push('\n');
        }
        self.flush_notes();
    }

    fn flush_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            let _ = write!(self.text, "\n{note}");
        }
    }

    fn line(&mut self, line: &Line) -> String {
        let (before, notes) = (self.noted, self.notes.len());
        let stars = self.said(line, true);
        let set_apart = line.iter().any(|span| span.emphasis || span.strong);
        if !set_apart || markdown_read::reads(&format!("{stars}\n{}", self.notes[notes..].concat()), line) {
            return stars;
        }
        self.noted = before;
        self.notes.truncate(notes);
        self.said(line, false)
    }

    fn said(&mut self, line: &Line, stars: bool) -> String {
        let (mut out, mut first) = (String::new(), true);
        let (mut emphasis, mut strong) = (false, false);
        for span in line {
            if stars {
                let toggled = usize::from(emphasis != span.emphasis) + 2 * usize::from(strong != span.strong);
                out += &"*".repeat(toggled);
                (emphasis, strong) = (span.emphasis, span.strong);
            }
            // Right behind a note, a link would be taken for a part of it.
            if first && out.ends_with(']') && matches!(span.role, Role::Term(_)) {
                out += NOTHING;
            }
            let words = self.words(span, first);
            let words = if span.strong && !stars { format!("<strong>{words}</strong>") } else { words };
            out += &if span.emphasis && !stars { format!("<em>{words}</em>") } else { words };
            first = span.role == Role::Note;
        }
        out + &"*".repeat(usize::from(emphasis) + 2 * usize::from(strong))
    }

    fn words(&mut self, span: &Span, first: bool) -> String {
        match &span.role {
            Role::Words => escaped(&span.words, first),
            Role::Term(term) => match self.document.defined(term) {
                None => escaped(&span.words, first),
                Some(n) if *term == span.words => format!("[{}]({WORD}{n})", escaped(&span.words, false)),
                Some(n) => {
                    format!("[{}]({WORD}{n} \"{}\")", escaped(&span.words, false), escaped(term, false).replace('"', "\\\""))
                }
            },
            Role::Note => {
                self.noted += 1;
                self.notes.push(format!("[^{}]: {}\n", self.noted, escaped(&span.words, true)));
                format!("[^{}]", self.noted)
            }
        }
    }
}

/// Words that stay words, within a line as at its beginning.
fn escaped(line: &str, first: bool) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut out = String::with_capacity(line.len());
    for (at, sign) in line.char_indices() {
        let begins = first && at == 0 && matches!(sign, '+' | '-' | '=' | ':' | '(');
        let counts = first && at == digits && digits > 0 && matches!(sign, '.' | ')');
        // Right before a link it would make a picture of it.
        let pictures = sign == '!' && at + 1 == line.len();
        if begins || counts || pictures || matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
