//! Markdown, out and in.

use domain::charter::document::{Block, Document, Gathering, Loss, Lost, numbered};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Paper;

/// How the block of facts in front begins: it is ours, and no loss when it comes back.
const OURS: &str = "palabre: charter\n";

pub fn write(paper: &Paper) -> String {
    let mut out = format!("---\n{OURS}");
    for (name, value) in &paper.facts {
        // A JSON string is a YAML string.
        out += &format!("{}: {}\n", serde_json::Value::from(name.as_str()), serde_json::Value::from(value.as_str()));
    }
    out += "---\n\n";
    out += &format!("# {}\n", escaped(&paper.document.title));
    blocks(&mut out, &paper.document.preamble);
    for (at, article) in paper.document.articles.iter().enumerate() {
        out += &format!("\n## {}\n", escaped(&numbered(at + 1, &article.title)));
        blocks(&mut out, &article.blocks);
    }
    out
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        out.push('\n');
        match block {
            Block::Paragraph(lines) => *out += &lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\\\n"),
            Block::List(points) => *out += &points.iter().map(|point| format!("- {}", escaped(point))).collect::<Vec<_>>().join("\n"),
        }
        out.push('\n');
    }
}

/// Words that stay words, at the beginning of a line as within it.
fn escaped(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut out = String::with_capacity(line.len());
    for (at, sign) in line.char_indices() {
        let begins = at == 0 && matches!(sign, '+' | '-' | '=' | ':');
        let counts = at == digits && digits > 0 && matches!(sign, '.' | ')');
        if begins || counts || matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

pub fn read(text: &str) -> (Document, Vec<Loss>) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, options) {
        reader.meet(event);
    }
    reader.file.finish()
}

#[derive(Default)]
struct Reader {
    file: Gathering,
    words: String,
    /// Points that are open, one within the other.
    points: Vec<String>,
    /// The lists that are open: whether they are numbered.
    lists: Vec<bool>,
    /// Something of which the charter takes nothing, and how deep we are in it.
    aside: Option<(Lost, String, usize)>,
    code: bool,
}

impl Reader {
    fn meet(&mut self, event: Event<'_>) {
        if let Some((what, mut words, depth)) = self.aside.take() {
            let depth = match event {
                Event::Start(_) => depth + 1,
                Event::End(_) => depth - 1,
                Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    words += &text;
                    depth
                }
                Event::SoftBreak | Event::HardBreak => {
                    words.push(' ');
                    depth
                }
                _ => depth,
            };
            if depth > 0 {
                self.aside = Some((what, words, depth));
            } else {
                self.set_aside(what, words);
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.words += &text,
            Event::Text(text) => self.words += &text.replace('\n', " "),
            Event::Code(text) => {
                self.file.lost(Lost::Emphasis);
                self.words += &text;
            }
            Event::InlineHtml(html) | Event::Html(html) => self.set_aside(Lost::Markup, html.into_string()),
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.words.push('\n'),
            Event::Rule => self.file.lost(Lost::Rule),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words += &words,
            // Notes are counted where they are defined; task lists are not read as such.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn set_aside(&mut self, what: Lost, words: String) {
        match what {
            Lost::Metadata if words.starts_with(OURS) => {}
            Lost::Markup if words.trim_start().starts_with("<!--") => self.file.lost_words(Lost::Comment, words),
            _ => self.file.lost_words(what, words),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let aside = match tag {
            Tag::FootnoteDefinition(_) => Some(Lost::Footnote),
            Tag::Image { .. } => Some(Lost::Image),
            Tag::HtmlBlock => Some(Lost::Markup),
            Tag::MetadataBlock(_) => Some(Lost::Metadata),
            _ => None,
        };
        if let Some(what) = aside {
            self.aside = Some((what, String::new(), 1));
            return;
        }
        match tag {
            Tag::List(first) => {
                self.lists.push(first.is_some());
                // What a point says before the points within it.
                self.flush_point();
            }
            Tag::Item => {
                self.points.push(String::new());
                self.file.count(Lost::Nesting, usize::from(self.lists.len() > 1));
                self.file.count(Lost::Numbering, usize::from(self.lists.last() == Some(&true)));
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                self.file.lost(Lost::Code);
            }
            Tag::Table(_) => self.file.lost(Lost::Table),
            Tag::TableHead | Tag::TableRow => self.file.start_row(),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::BlockQuote(_) => self.file.lost(Lost::Emphasis),
            Tag::Link { .. } => self.file.lost(Lost::Link),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let words = std::mem::take(&mut self.words);
                self.file.heading(level as u8, &words);
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => {
                self.code = false;
                let words = std::mem::take(&mut self.words);
                match self.points.last_mut() {
                    Some(point) => {
                        point.push(' ');
                        *point += &words;
                    }
                    None => self.file.paragraph(&words),
                }
            }
            TagEnd::TableCell => {
                let words = std::mem::take(&mut self.words);
                self.file.paragraph(&words);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.file.end_row(),
            TagEnd::Item => {
                self.flush_point();
                self.points.pop();
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    /// The words of the innermost point so far.
    fn flush_point(&mut self) {
        let words = std::mem::take(&mut self.words);
        if let Some(point) = self.points.last_mut() {
            let point = std::mem::take(point) + " " + &words;
            self.file.point(&point);
        }
    }
}
