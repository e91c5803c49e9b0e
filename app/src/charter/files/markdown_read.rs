//! Markdown, in.

use std::collections::{BTreeMap, BTreeSet};

use domain::charter::{
    document::{Document, Gathering, Loss, Lost},
    markup::{Block, Line, Mark, Span, add_words, joined, plain},
};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{
    glossaries,
    markdown::{NOTHING, OURS, WORD},
};

pub fn read(text: &str) -> (Document, Vec<Loss>) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::default();
    reader.take_notes(Parser::new_ext(text, options));
    for event in Parser::new_ext(text, options) {
        reader.meet(event);
    }
    for (label, words) in std::mem::take(&mut reader.notes) {
        if !reader.noted.contains(&label) {
            reader.file.lost_words(Lost::Footnote, words);
        }
    }
    reader.file.finish(&glossaries())
}

/// Whether one paragraph of a file reads as this line.
pub fn reads(text: &str, line: &Line) -> bool {
    let (document, losses) = read(text);
    losses.is_empty() && document.preamble == [Block::Paragraph(vec![line.clone()])]
}

#[derive(Default)]
struct Reader {
    file: Gathering,
    words: Line,
    /// How deep we are in what is emphasised, and in what is strong.
    set: [usize; 2],
    /// Points that are open, one within the other: what they say so far, and their numbers.
    points: Vec<(Line, Mark)>,
    /// The lists that are open, with the numbers of their next points.
    lists: Vec<Option<usize>>,
    /// The words of the notes, and those that a place was found for.
    notes: BTreeMap<String, String>,
    noted: BTreeSet<String>,
    /// The words before the link to a definition that is being read, and its term.
    link: Option<(Line, String)>,
    /// Something of which the charter takes nothing, and how deep we are in it.
    aside: Option<(Lost, String, usize)>,
    code: bool,
    /// The address of a definition, which is ours.
    address: bool,
}

impl Reader {
    /// Notes may stand behind what they are about.
    fn take_notes<'t>(&mut self, events: impl Iterator<Item = Event<'t>>) {
        let mut note: Option<(String, String)> = None;
        for event in events {
            match (event, &mut note) {
                (Event::Start(Tag::FootnoteDefinition(label)), _) => note = Some((label.into_string(), String::new())),
                (Event::End(TagEnd::FootnoteDefinition), _) => {
                    self.notes.extend(note.take().map(|(label, words)| (label, words.trim().to_owned())));
                }
                (Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough), Some(_)) => self.file.lost(Lost::Emphasis),
                (Event::Start(Tag::Link { .. }), Some(_)) => self.file.lost(Lost::Link),
                (Event::Text(text) | Event::Code(text), Some((_, words))) => *words += &text,
                (Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item), Some((_, words))) => words.push(' '),
                _ => {}
            }
        }
    }

    fn say(&mut self, words: &str) {
        let [emphasis, strong] = self.set.map(|depth| depth > 0);
        add_words(&mut self.words, Span { emphasis, strong, ..Span::words(words) });
    }

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
            Event::Text(text) if self.code => self.say(&text),
            Event::Text(text) => self.say(&text.replace('\n', " ")),
            Event::Code(text) => {
                self.file.lost(Lost::Emphasis);
                self.say(&text);
            }
            Event::InlineHtml(html) => self.tag(&html),
            Event::Html(html) => self.set_aside(Lost::Markup, html.into_string()),
            Event::SoftBreak => self.say(" "),
            Event::HardBreak => self.say("\n"),
            Event::Rule => self.file.lost(Lost::Rule),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.say(&words),
            Event::FootnoteReference(label) => {
                let [emphasis, strong] = self.set.map(|depth| depth > 0);
                if let Some(words) = self.notes.get(&*label) {
                    self.words.push(Span { emphasis, strong, ..Span::note(words.clone()) });
                    self.noted.insert(label.into_string());
                }
            }
            // Task lists are not read as such.
            Event::TaskListMarker(_) => {}
        }
    }

    /// A tag within a line: those that set words apart are read as stars are.
    fn tag(&mut self, html: &str) {
        let name = html.trim_matches(['<', '>', '/', ' ']);
        let kind = match name {
            "em" | "i" => Some(0),
            "strong" | "b" => Some(1),
            _ => None,
        };
        match kind {
            Some(kind) if html.starts_with("</") => self.set[kind] = self.set[kind].saturating_sub(1),
            Some(kind) => self.set[kind] += 1,
            None if html == NOTHING => {}
            None if name == "br" => self.say("\n"),
            None if html.strip_prefix("<a id=\"").is_some_and(|id| id.starts_with(&WORD[1..])) => self.address = true,
            None if name == "a" && self.address => self.address = false,
            None => self.set_aside(Lost::Markup, html.to_owned()),
        }
    }

    fn set_aside(&mut self, what: Lost, words: String) {
        match what {
            Lost::Metadata if words.starts_with(OURS) => {}
            // Taken before.
            Lost::Footnote => {}
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
                // What a point says before the points within it.
                self.flush_point();
                self.lists.push(first.map(|first| usize::try_from(first).unwrap_or(usize::MAX)));
            }
            Tag::Item => {
                let deep = self.lists.len() > 1;
                self.file.count(Lost::Nesting, usize::from(deep));
                let mark = match self.lists.last_mut() {
                    Some(Some(_)) if deep => {
                        self.file.lost(Lost::Numbering);
                        Mark::Dash
                    }
                    Some(Some(next)) => {
                        *next += 1;
                        Mark::Number(*next - 1)
                    }
                    _ => Mark::Dash,
                };
                self.points.push((Line::new(), mark));
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                self.file.lost(Lost::Code);
            }
            Tag::Table(_) => self.file.lost(Lost::Table),
            Tag::TableHead | Tag::TableRow => self.file.start_row(),
            Tag::Emphasis => self.set[0] += 1,
            Tag::Strong => self.set[1] += 1,
            Tag::Strikethrough | Tag::BlockQuote(_) => self.file.lost(Lost::Emphasis),
            Tag::Link { dest_url, title, .. } if dest_url.starts_with(WORD) => {
                self.link = Some((std::mem::take(&mut self.words), title.to_string()));
            }
            Tag::Link { .. } => self.file.lost(Lost::Link),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let words = std::mem::take(&mut self.words);
                self.file.heading(level as u8, words);
            }
            TagEnd::Emphasis => self.set[0] = self.set[0].saturating_sub(1),
            TagEnd::Strong => self.set[1] = self.set[1].saturating_sub(1),
            TagEnd::Link => {
                if let Some((before, term)) = self.link.take() {
                    let shown = plain(&std::mem::replace(&mut self.words, before));
                    let term = if term.is_empty() { shown.clone() } else { term };
                    let [emphasis, strong] = self.set.map(|depth| depth > 0);
                    self.words.push(Span { emphasis, strong, ..Span::term(term, shown) });
                }
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => {
                self.code = false;
                // A tag that nobody closed ends with its paragraph.
                self.set = [0; 2];
                let words = std::mem::take(&mut self.words);
                match self.points.last_mut() {
                    Some((point, _)) => *point = joined(std::mem::take(point), words),
                    None => self.file.paragraph(words),
                }
            }
            TagEnd::TableCell => {
                let words = std::mem::take(&mut self.words);
                self.file.paragraph(words);
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
        if let Some((point, mark)) = self.points.last_mut() {
            let point = joined(std::mem::take(point), words);
            self.file.point(*mark, point);
        }
    }
}
