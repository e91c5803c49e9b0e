//! ODT, as LibreOffice and others write it.

use std::collections::{HashMap, HashSet};

use domain::{
    Refusal,
    charter::document::{Document, Gathering, Loss, Lost},
};

use super::{
    archive::Archive,
    odt::FACTS,
    xml::{Node, Tag, malformed, walk},
};

/// Styles that rest on one another.
const CHAIN: usize = 12;

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
    Ok(reader.file.finish())
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
struct Styles {
    /// Which style each rests on.
    parents: HashMap<String, String>,
    /// Those of passages in bold, italics or underlined.
    stressed: HashSet<String>,
    /// Lists with numbers.
    numbered: HashSet<String>,
    /// The style, and the list's style, that are being read.
    style: String,
    passage: bool,
    list: String,
}

impl Styles {
    fn meet(&mut self, node: &Node<'_>) {
        let Node::Open(tag) = node else { return };
        match tag.name.as_str() {
            "style:style" => {
                self.style = tag.text("style:name");
                self.passage = tag.get("style:family") == Some("text");
                self.parents.insert(self.style.clone(), tag.text("style:parent-style-name"));
            }
            "style:text-properties" if self.passage => {
                let set = |name: &str, plain: &str| tag.get(name).is_some_and(|value| value != plain);
                if set("fo:font-weight", "normal") || set("fo:font-style", "normal") || set("style:text-underline-style", "none") {
                    self.stressed.insert(self.style.clone());
                }
            }
            "text:list-style" => self.list = tag.text("style:name"),
            "text:list-level-style-number" if tag.get("text:level") == Some("1") && tag.get("style:num-format") != Some("") => {
                self.numbered.insert(self.list.clone());
            }
            _ => {}
        }
    }

    /// Whether a style is, or rests on, one of those.
    fn rests_on(&self, style: &str, wanted: impl Fn(&str) -> bool) -> bool {
        let mut style = style;
        for _ in 0..CHAIN {
            if wanted(style) {
                return true;
            }
            match self.parents.get(style) {
                Some(parent) => style = parent,
                None => return false,
            }
        }
        false
    }
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    file: Gathering,
    body: bool,
    /// The paragraph that is being read: its words, its style, its level if it is a heading.
    paragraph: Option<(String, String, Option<u8>)>,
    /// The lists that are open: whether they are numbered.
    lists: Vec<bool>,
    /// Something left out, how deep we are in it, and its words.
    aside: Option<(Lost, String, usize)>,
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
                }
                Node::Text(text) => *words += text,
                Node::Close(_) => {
                    *depth -= 1;
                    if *depth == 0 {
                        let (what, words) = (*what, std::mem::take(words));
                        self.aside = None;
                        match what {
                            // Counted one by one above.
                            Lost::Change => {}
                            Lost::Footnote | Lost::Comment | Lost::TextBox => self.file.lost_words(what, words),
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
        if let Some((said, ..)) = &mut self.paragraph {
            *said += words;
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
                self.paragraph = Some((String::new(), tag.text("text:style-name"), level));
            }
            "text:list" => {
                // A list within a list has the style of the outer one where it names none.
                let style = tag.get("text:style-name");
                let numbered = style.map_or_else(|| self.lists.last() == Some(&true), |style| self.styles.numbered.contains(style));
                self.lists.push(numbered);
            }
            "table:table" => self.file.lost(Lost::Table),
            "table:table-row" => self.file.start_row(),
            "text:s" | "text:tab" => self.say(" "),
            "text:line-break" => self.say("\n"),
            "text:a" => self.file.lost(Lost::Link),
            "text:span" => {
                let stressed = |style: &str| self.styles.stressed.contains(style) || matches!(style, "Emphasis" | "Strong_20_Emphasis");
                if self.styles.rests_on(tag.get("text:style-name").unwrap_or_default(), stressed) {
                    self.file.lost(Lost::Emphasis);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "text:list" => {
                self.lists.pop();
            }
            "table:table-row" => self.file.end_row(),
            "text:p" | "text:h" => {
                if let Some((words, style, level)) = self.paragraph.take() {
                    self.take(&words, &style, level);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, words: &str, style: &str, level: Option<u8>) {
        if style == FACTS {
            return;
        }
        if let Some(level) = level {
            return self.file.heading(level, words);
        }
        if self.styles.rests_on(style, |style| style == "Title") {
            return self.file.title(words);
        }
        match self.lists.last() {
            Some(numbered) if !words.trim().is_empty() => {
                self.file.count(Lost::Numbering, usize::from(*numbered));
                self.file.count(Lost::Nesting, usize::from(self.lists.len() > 1));
                self.file.point(words);
            }
            _ => self.file.paragraph(words),
        }
    }
}
