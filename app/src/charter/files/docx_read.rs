//! DOCX, as Word, LibreOffice and others write it.

use std::collections::HashMap;

use domain::{
    Refusal,
    charter::document::{Document, Gathering, Loss, Lost},
};

use super::{
    archive::Archive,
    docx::FACTS,
    xml::{Node, Tag, malformed, walk},
};

/// Styles that rest on one another.
const CHAIN: usize = 12;

pub fn read(archive: &mut Archive<'_>) -> Result<(Document, Vec<Loss>), Refusal> {
    let mut reader = Reader {
        styles: styles(&archive.part("word/styles.xml")?)?,
        lists: lists(&archive.part("word/numbering.xml")?)?,
        ..Reader::default()
    };
    walk(&archive.part("word/document.xml")?, |node| reader.meet(&node))?;
    if !reader.body {
        return Err(malformed());
    }
    for name in archive.names() {
        let edge = name.strip_prefix("word/").is_some_and(|name| name.starts_with("header") || name.starts_with("footer"));
        if edge && name.ends_with(".xml") {
            let mut words = String::new();
            let mut inside = false;
            walk(&archive.part(&name)?, |node| match node {
                Node::Open(tag) => inside = tag.name == "w:t",
                Node::Text(text) if inside => words += text,
                Node::Close(_) => inside = false,
                Node::Text(_) => {}
            })?;
            // A page number is no loss: our pages have theirs.
            if words.chars().any(char::is_alphabetic) {
                reader.file.lost_words(Lost::HeaderFooter, words);
            }
        }
    }
    Ok(reader.file.finish())
}

#[derive(Clone, Default)]
struct Style {
    name: String,
    based_on: String,
    level: Option<u8>,
    list: Option<String>,
}

fn styles(part: &[u8]) -> Result<HashMap<String, Style>, Refusal> {
    let mut styles = HashMap::new();
    let mut open: Option<(String, Style)> = None;
    walk(part, |node| match node {
        Node::Open(tag) if tag.name == "w:style" => open = Some((tag.text("w:styleId"), Style::default())),
        Node::Open(tag) => {
            if let Some((_, style)) = &mut open {
                match tag.name.as_str() {
                    "w:name" => style.name = tag.text("w:val").to_lowercase(),
                    "w:basedOn" => style.based_on = tag.text("w:val"),
                    "w:outlineLvl" => style.level = outline(tag),
                    "w:numId" => style.list = Some(tag.text("w:val")),
                    _ => {}
                }
            }
        }
        Node::Close("w:style") => styles.extend(open.take()),
        Node::Close(_) | Node::Text(_) => {}
    })?;
    Ok(styles)
}

/// From 1; none for body text.
fn outline(tag: &Tag) -> Option<u8> {
    tag.get("w:val")?.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

/// Which lists are numbered.
fn lists(part: &[u8]) -> Result<HashMap<String, bool>, Refusal> {
    let (mut kinds, mut lists) = (HashMap::new(), HashMap::new());
    let (mut kind, mut list, mut first) = (String::new(), String::new(), false);
    walk(part, |node| {
        let Node::Open(tag) = node else { return };
        match tag.name.as_str() {
            "w:abstractNum" => kind = tag.text("w:abstractNumId"),
            "w:lvl" => first = tag.get("w:ilvl") == Some("0"),
            "w:numFmt" if first => {
                kinds.insert(kind.clone(), !matches!(tag.get("w:val"), Some("bullet" | "none")));
            }
            "w:num" => list = tag.text("w:numId"),
            "w:abstractNumId" => {
                let numbered = kinds.get(tag.get("w:val").unwrap_or_default()).copied().unwrap_or_default();
                lists.insert(list.clone(), numbered);
            }
            _ => {}
        }
    })?;
    Ok(lists)
}

#[derive(Default)]
struct Paragraph {
    words: String,
    style: String,
    level: Option<u8>,
    list: Option<String>,
    deep: bool,
    /// Passages in bold or italics.
    stressed: usize,
}

#[derive(Default)]
struct Reader {
    styles: HashMap<String, Style>,
    lists: HashMap<String, bool>,
    file: Gathering,
    body: bool,
    paragraph: Option<Paragraph>,
    /// Inside what describes the paragraph or a run rather than says something.
    describing: usize,
    /// The run that is being read is stressed; the one before was.
    stress: (bool, bool),
    speaking: bool,
    /// Something left out, how deep we are in it, and the words of a text box in it.
    aside: Option<(Option<Lost>, String, usize)>,
}

impl Reader {
    fn meet(&mut self, node: &Node<'_>) {
        if let Some((what, words, depth)) = &mut self.aside {
            match node {
                Node::Open(tag) => {
                    *depth += 1;
                    if tag.name == "w:txbxContent" && *what == Some(Lost::Image) {
                        *what = Some(Lost::TextBox);
                    }
                    self.speaking = tag.name == "w:t";
                }
                Node::Text(text) if self.speaking => *words += text,
                Node::Text(_) => {}
                Node::Close(_) => {
                    self.speaking = false;
                    *depth -= 1;
                    if *depth == 0 {
                        let (what, words) = (*what, std::mem::take(words));
                        self.aside = None;
                        match what {
                            Some(Lost::TextBox) => self.file.lost_words(Lost::TextBox, words),
                            Some(what) => self.file.lost(what),
                            None => {}
                        }
                    }
                }
            }
            return;
        }
        match node {
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.speaking => self.say(&text.replace(['\n', '\r', '\t'], " ")),
            Node::Text(_) => {}
        }
    }

    fn say(&mut self, words: &str) {
        if let Some(paragraph) = &mut self.paragraph {
            paragraph.words += words;
            let (now, before) = self.stress;
            paragraph.stressed += usize::from(now && !before);
            self.stress.1 = now;
        }
    }

    fn open(&mut self, tag: &Tag) {
        let aside = match tag.name.as_str() {
            // The same once more, for older programs.
            "mc:Fallback" => Some(None),
            "w:drawing" | "w:pict" | "w:object" => Some(Some(Lost::Image)),
            "w:del" | "w:moveFrom" => Some(Some(Lost::Change)),
            "m:oMath" | "w:altChunk" => Some(Some(Lost::Markup)),
            _ => None,
        };
        if let Some(what) = aside {
            self.aside = Some((what, String::new(), 1));
            return;
        }
        let on = || !matches!(tag.get("w:val"), Some("0" | "false" | "none" | "off"));
        self.speaking = false;
        match (tag.name.as_str(), self.paragraph.as_mut()) {
            ("w:body", _) => self.body = true,
            ("w:p", _) => {
                self.paragraph = Some(Paragraph::default());
                self.stress = (false, false);
            }
            ("w:tbl", _) => self.file.lost(Lost::Table),
            ("w:tr", _) => self.file.start_row(),
            ("w:pPr", _) => self.describing += 1,
            ("w:pStyle", Some(paragraph)) => paragraph.style = tag.text("w:val"),
            ("w:outlineLvl", Some(paragraph)) => paragraph.level = outline(tag),
            ("w:numId", Some(paragraph)) => paragraph.list = Some(tag.text("w:val")),
            ("w:ilvl", Some(paragraph)) => paragraph.deep = tag.get("w:val").is_some_and(|level| level != "0"),
            ("w:r", _) => self.stress.0 = false,
            ("w:b" | "w:i" | "w:u" | "w:strike", _) if self.describing == 0 && on() => self.stress.0 = true,
            ("w:rStyle", _) if self.describing == 0 => self.stress.0 |= self.stresses(&tag.text("w:val")),
            ("w:t", _) => self.speaking = true,
            ("w:tab", _) if self.describing == 0 => self.say(" "),
            ("w:br", _) if !matches!(tag.get("w:type"), Some("page" | "column")) => self.say("\n"),
            ("w:cr", _) => self.say("\n"),
            ("w:noBreakHyphen", _) => self.say("\u{2011}"),
            ("w:sym", _) => self.file.lost(Lost::Markup),
            ("w:ins" | "w:moveTo", _) => self.file.lost(Lost::Change),
            ("w:footnoteReference" | "w:endnoteReference", _) => self.file.lost(Lost::Footnote),
            ("w:commentReference", _) => self.file.lost(Lost::Comment),
            ("w:hyperlink", _) => self.file.lost(Lost::Link),
            _ => {}
        }
    }

    /// Whether a style of runs sets its words apart, by the name that it bears in every language of Word.
    fn stresses(&self, style: &str) -> bool {
        let name = self.styles.get(style).map_or_else(|| style.to_lowercase(), |style| style.name.clone());
        name.contains("emphasis") || name.contains("strong")
    }

    fn close(&mut self, name: &str) {
        self.speaking = false;
        match name {
            "w:pPr" => self.describing = self.describing.saturating_sub(1),
            "w:tr" => self.file.end_row(),
            "w:p" => {
                if let Some(paragraph) = self.paragraph.take() {
                    self.take(&paragraph);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, paragraph: &Paragraph) {
        let style = self.resolved(&paragraph.style);
        if paragraph.style == FACTS {
            return;
        }
        if style.name.starts_with("toc ") {
            self.file.lost(Lost::Contents);
            return;
        }
        if style.name == "title" {
            return self.file.title(&paragraph.words);
        }
        if let Some(level) = paragraph.level.or(style.level) {
            return self.file.heading(level, &paragraph.words);
        }
        self.file.count(Lost::Emphasis, paragraph.stressed);
        // List 0 is none: so a paragraph leaves the list of its style.
        let list = paragraph.list.as_ref().or(style.list.as_ref()).filter(|list| *list != "0");
        match list {
            Some(list) if !paragraph.words.trim().is_empty() => {
                self.file.count(Lost::Numbering, usize::from(self.lists.get(list).copied().unwrap_or_default()));
                self.file.count(Lost::Nesting, usize::from(paragraph.deep));
                self.file.point(&paragraph.words);
            }
            _ => self.file.paragraph(&paragraph.words),
        }
    }

    /// A style with what it takes from those it rests on.
    fn resolved(&self, id: &str) -> Style {
        let mut style = self.styles.get(id).cloned().unwrap_or_default();
        let named = style.name.strip_prefix("heading ").and_then(|level| level.parse().ok());
        style.level = named.or(style.level);
        let mut base = style.based_on.clone();
        for _ in 0..CHAIN {
            let Some(below) = self.styles.get(&base) else { break };
            style.level = style.level.or(below.level);
            style.list = style.list.or_else(|| below.list.clone());
            base.clone_from(&below.based_on);
        }
        style
    }
}
