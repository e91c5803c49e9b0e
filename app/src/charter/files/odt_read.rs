//! ODT, as LibreOffice and others write it.

use std::collections::HashMap;

use domain::{
    Refusal,
    charter::{
        document::{Document, Gathering, Loss, Lost},
        markup::{Line, Mark, Span, add_words, plain},
    },
};

use super::{
    archive::Archive,
    glossaries,
    odt::{FACTS, WORD},
    odt_styles::{Numbers, Set, Styles},
    xml::{Node, Tag, malformed, walk},
};

pub fn read(archive: &mut Archive<'_>) -> Result<(Document, Vec<Loss>), Refusal> {
    let mut reader = Reader::default();
    let styles = archive.part("styles.xml")?;
    walk(&styles, |node| reader.styles.meet(&node))?;
    edges(&styles, &mut reader.file)?;
    walk(&archive.part("content.xml")?, |node| {
        reader.styles.meet(&node);
        reader.meet(&node);
    })?;
    if !reader.body {
        return Err(malformed());
    }
    Ok(reader.file.finish(&glossaries()))
}

/// What stands at the top and the bottom of pages. A page number is no loss: our pages have theirs.
fn edges(styles: &[u8], file: &mut Gathering) -> Result<(), Refusal> {
    let (mut inside, mut words) = (false, String::new());
    walk(styles, |node| match node {
        Node::Open(tag) if matches!(tag.name.as_str(), "style:header" | "style:footer") => inside = true,
        Node::Text(text) if inside => words += text,
        Node::Close("style:header" | "style:footer") => {
            inside = false;
            let words = std::mem::take(&mut words);
            if words.chars().any(char::is_alphabetic) {
                file.lost_words(Lost::HeaderFooter, words);
            }
        }
        _ => {}
    })
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    file: Gathering,
    body: bool,
    /// The paragraph that is being read: its words, its style, its level if it is a heading.
    paragraph: Option<(Line, String, Option<u8>)>,
    /// The passages that are open, one within the other.
    sets: Vec<Set>,
    /// The words before the link to a definition that is being read, and its term.
    link: Option<(Line, String)>,
    /// The lists that are open.
    lists: Vec<List>,
    /// Where the last list of each style ended: another may go on from there.
    ended: HashMap<String, usize>,
    /// Something left out, how deep we are in it, and its words.
    aside: Option<(Lost, String, usize)>,
    /// In the sign of a note, which is not of its words.
    citing: bool,
}

/// A list, with the number of its next point if it has any.
struct List {
    style: String,
    next: Option<usize>,
    numbers: Option<Numbers>,
    /// Nothing of the point has been said yet.
    fresh: bool,
}

impl Reader {
    fn meet(&mut self, node: &Node<'_>) {
        if let Some((what, words, depth)) = &mut self.aside {
            match node {
                Node::Open(tag) => {
                    *depth += 1;
                    if tag.name == "draw:text-box" && *what == Lost::Image {
                        *what = Lost::TextBox;
                    }
                    if tag.name == "text:changed-region" {
                        self.file.lost(Lost::Change);
                    }
                    self.citing |= tag.name == "text:note-citation";
                    match tag.name.as_str() {
                        "text:p" | "text:s" | "text:tab" | "text:line-break" => words.push(' '),
                        "text:span" if *what == Lost::Footnote => {
                            let set = self.styles.set(tag.get("text:style-name").unwrap_or_default());
                            self.file.count(Lost::Emphasis, usize::from(set != Set::default()));
                        }
                        _ => {}
                    }
                }
                Node::Text(text) if !self.citing => *words += &text.replace(['\n', '\r', '\t'], " "),
                Node::Text(_) => {}
                Node::Close(name) => {
                    self.citing &= *name != "text:note-citation";
                    *depth -= 1;
                    if *depth == 0 {
                        let (what, words) = (*what, std::mem::take(words));
                        self.aside = None;
                        match what {
                            // Counted one by one above.
                            Lost::Change => {}
                            Lost::Footnote => self.note(words),
                            Lost::Comment | Lost::TextBox => self.file.lost_words(what, words.trim().to_owned()),
                            what => self.file.lost(what),
                        }
                    }
                }
            }
            return;
        }
        match node {
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(text) => self.say(&text.replace(['\n', '\r', '\t'], " ")),
        }
    }

    fn say(&mut self, words: &str) {
        let (emphasis, strong) = self.set();
        if let Some((said, ..)) = &mut self.paragraph {
            add_words(said, Span { emphasis, strong, ..Span::words(words) });
        }
    }

    /// Whether words are in italics here, and in bold.
    fn set(&self) -> (bool, bool) {
        (self.sets.iter().any(|set| set.emphasis), self.sets.iter().any(|set| set.strong))
    }

    fn note(&mut self, words: String) {
        let (emphasis, strong) = self.set();
        match &mut self.paragraph {
            Some((said, ..)) => said.push(Span { emphasis, strong, ..Span::note(words) }),
            None => self.file.lost_words(Lost::Footnote, words),
        }
    }

    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let aside = match name {
            "text:tracked-changes" => Some(Lost::Change),
            "text:note" => Some(Lost::Footnote),
            "office:annotation" => Some(Lost::Comment),
            "text:table-of-content" | "text:alphabetical-index" | "text:illustration-index" | "text:table-index" | "text:bibliography" => {
                Some(Lost::Contents)
            }
            _ if name.starts_with("draw:") && self.body => Some(Lost::Image),
            _ => None,
        };
        if let Some(what) = aside {
            self.aside = Some((what, String::new(), 1));
            return;
        }
        match name {
            "office:text" => self.body = true,
            "text:p" | "text:h" if self.body => {
                let level = (name == "text:h").then(|| tag.get("text:outline-level").and_then(|level| level.parse().ok()).unwrap_or(1));
                self.paragraph = Some((Line::new(), tag.text("text:style-name"), level));
                self.sets.clear();
            }
            "text:list" => {
                // A list within a list has the style of the outer one where it names none.
                let outer = || self.lists.last().map(|list| list.style.clone()).unwrap_or_default();
                let style = tag.get("text:style-name").map_or_else(outer, str::to_owned);
                let numbers = self.styles.numbers(&style);
                let goes_on = (tag.get("text:continue-numbering") == Some("true")).then(|| self.ended.get(&style).copied()).flatten();
                let next = numbers.map(|numbers| goes_on.unwrap_or(numbers.first));
                self.lists.push(List { style, next, numbers, fresh: false });
            }
            "text:list-item" => {
                if let Some(list) = self.lists.last_mut() {
                    list.fresh = true;
                    let start = tag.get("text:start-value").and_then(|start| start.parse().ok());
                    list.next = list.next.map(|next| start.unwrap_or(next));
                }
            }
            "table:table" => self.file.lost(Lost::Table),
            "table:table-row" => self.file.start_row(),
            "text:s" | "text:tab" => self.say(" "),
            "text:line-break" => self.say("\n"),
            "text:a" if tag.get("xlink:href").is_some_and(|href| href.strip_prefix('#').is_some_and(|mark| mark.starts_with(WORD))) => {
                if let Some((said, ..)) = &mut self.paragraph {
                    self.link = Some((std::mem::take(said), tag.text("office:title")));
                }
            }
            "text:a" => self.file.lost(Lost::Link),
            "text:span" => {
                let set = self.styles.set(tag.get("text:style-name").unwrap_or_default());
                self.file.count(Lost::Emphasis, usize::from(set.other));
                self.sets.push(set);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "text:list" => {
                if let Some(List { style, next: Some(next), .. }) = self.lists.pop() {
                    self.ended.insert(style, next);
                }
            }
            "text:span" => {
                self.sets.pop();
            }
            "text:a" => {
                let (emphasis, strong) = self.set();
                if let (Some((said, ..)), Some((before, term))) = (&mut self.paragraph, self.link.take()) {
                    let shown = plain(&std::mem::replace(said, before));
                    let term = if term.is_empty() { shown.clone() } else { term };
                    said.push(Span { emphasis, strong, ..Span::term(term, shown) });
                }
            }
            "table:table-row" => self.file.end_row(),
            "text:p" | "text:h" => {
                if let Some((words, style, level)) = self.paragraph.take() {
                    self.take(words, &style, level);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, words: Line, style: &str, level: Option<u8>) {
        if style == FACTS {
            return;
        }
        if let Some(level) = level {
            return self.file.heading(level, words);
        }
        if self.styles.is_title(style) {
            return self.file.title(words);
        }
        let deep = self.lists.len() > 1;
        match self.lists.last_mut() {
            Some(list) if words.iter().any(|span| !span.words.trim().is_empty()) => {
                let mark = match (&mut list.next, list.numbers) {
                    (Some(_), Some(_)) if deep => {
                        self.file.lost(Lost::Numbering);
                        Mark::Dash
                    }
                    // What else a point with a number says has none.
                    (Some(_), Some(_)) if !list.fresh => return self.file.paragraph(words),
                    (Some(next), Some(numbers)) => {
                        self.file.count(Lost::Numbering, usize::from(!numbers.plain));
                        *next += 1;
                        Mark::Number(*next - 1)
                    }
                    _ => Mark::Dash,
                };
                list.fresh = false;
                self.file.count(Lost::Nesting, usize::from(deep));
                self.file.point(mark, words);
            }
            _ => self.file.paragraph(words),
        }
    }
}
