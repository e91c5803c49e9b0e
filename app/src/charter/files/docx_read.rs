//! DOCX, as Word, LibreOffice and others write it.

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
    docx::{FACTS, WORD},
    docx_styles::{Numbers, Style, lists, notes, outline, resolved, styles},
    glossaries,
    xml::{Node, Tag, malformed, walk},
};

pub fn read(archive: &mut Archive<'_>) -> Result<(Document, Vec<Loss>), Refusal> {
    let mut reader = Reader {
        styles: styles(&archive.part("word/styles.xml")?)?,
        lists: lists(&archive.part("word/numbering.xml")?)?,
        ..Reader::default()
    };
    for (at, name) in ["word/footnotes.xml", "word/endnotes.xml"].into_iter().enumerate() {
        let (notes, stressed) = notes(&archive.part(name)?)?;
        reader.notes[at] = notes;
        reader.file.count(Lost::Emphasis, stressed);
    }
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
    Ok(reader.file.finish(&glossaries()))
}

#[derive(Default)]
struct Paragraph {
    words: Line,
    style: String,
    level: Option<u8>,
    list: Option<String>,
    deep: bool,
    /// Passages underlined or struck out.
    stressed: usize,
    /// The words before the link to a definition that is being read, and its term.
    link: Option<(Line, String)>,
}

#[derive(Default)]
struct Reader {
    styles: HashMap<String, Style>,
    lists: HashMap<String, Numbers>,
    /// Those at the foot of pages, and those at the end.
    notes: [HashMap<String, String>; 2],
    file: Gathering,
    body: bool,
    paragraph: Option<Paragraph>,
    /// Inside what describes the paragraph or a run rather than says something.
    describing: usize,
    /// The run that is being read: in italics, in bold.
    set: [bool; 2],
    /// It is underlined or struck out; the one before was.
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
            let [emphasis, strong] = self.set;
            add_words(&mut paragraph.words, Span { emphasis, strong, ..Span::words(words) });
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
                (self.set, self.stress) = ([false; 2], (false, false));
            }
            ("w:tbl", _) => self.file.lost(Lost::Table),
            ("w:tr", _) => self.file.start_row(),
            ("w:pPr", _) => self.describing += 1,
            ("w:pStyle", Some(paragraph)) => paragraph.style = tag.text("w:val"),
            ("w:outlineLvl", Some(paragraph)) => paragraph.level = outline(tag),
            ("w:numId", Some(paragraph)) => paragraph.list = Some(tag.text("w:val")),
            ("w:ilvl", Some(paragraph)) => paragraph.deep = tag.get("w:val").is_some_and(|level| level != "0"),
            ("w:r", _) => (self.set, self.stress.0) = ([false; 2], false),
            ("w:i", _) if self.describing == 0 => self.set[0] = on(),
            ("w:b", _) if self.describing == 0 => self.set[1] = on(),
            ("w:u" | "w:strike", _) if self.describing == 0 && on() => self.stress.0 = true,
            ("w:rStyle", _) if self.describing == 0 => self.set = self.named(&tag.text("w:val")),
            ("w:t", _) => self.speaking = true,
            ("w:tab", _) if self.describing == 0 => self.say(" "),
            ("w:br", _) if !matches!(tag.get("w:type"), Some("page" | "column")) => self.say("\n"),
            ("w:cr", _) => self.say("\n"),
            ("w:noBreakHyphen", _) => self.say("\u{2011}"),
            ("w:sym", _) => self.file.lost(Lost::Markup),
            ("w:ins" | "w:moveTo", _) => self.file.lost(Lost::Change),
            ("w:footnoteReference", _) => self.note(0, &tag.text("w:id")),
            ("w:endnoteReference", _) => self.note(1, &tag.text("w:id")),
            ("w:commentReference", _) => self.file.lost(Lost::Comment),
            ("w:hyperlink", Some(paragraph)) if tag.get("w:anchor").is_some_and(|anchor| anchor.starts_with(WORD)) => {
                paragraph.link = Some((std::mem::take(&mut paragraph.words), tag.text("w:tooltip")));
            }
            ("w:hyperlink", _) => self.file.lost(Lost::Link),
            _ => {}
        }
    }

    /// Whether a style of runs is emphasis or strong, by the name that it bears in every language of Word.
    fn named(&self, style: &str) -> [bool; 2] {
        let name = self.styles.get(style).map_or_else(|| style.to_lowercase(), |style| style.name.clone());
        [name.contains("emphasis"), name.contains("strong")]
    }

    fn note(&mut self, kind: usize, id: &str) {
        let [emphasis, strong] = self.set;
        match (self.notes[kind].get(id), &mut self.paragraph) {
            (Some(words), Some(paragraph)) => paragraph.words.push(Span { emphasis, strong, ..Span::note(words.clone()) }),
            _ => self.file.lost(Lost::Footnote),
        }
    }

    fn close(&mut self, name: &str) {
        self.speaking = false;
        match name {
            "w:pPr" => self.describing = self.describing.saturating_sub(1),
            "w:tr" => self.file.end_row(),
            "w:hyperlink" => {
                if let Some(paragraph) = &mut self.paragraph
                    && let Some((before, term)) = paragraph.link.take()
                {
                    let link = std::mem::replace(&mut paragraph.words, before);
                    let (emphasis, strong) = link.first().map(|span| (span.emphasis, span.strong)).unwrap_or_default();
                    let shown = plain(&link);
                    let term = if term.is_empty() { shown.clone() } else { term };
                    paragraph.words.push(Span { emphasis, strong, ..Span::term(term, shown) });
                }
            }
            "w:p" => {
                if let Some(paragraph) = self.paragraph.take() {
                    self.take(paragraph);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, paragraph: Paragraph) {
        let style = resolved(&self.styles, &paragraph.style);
        if paragraph.style == FACTS {
            return;
        }
        if style.name.starts_with("toc ") {
            self.file.lost(Lost::Contents);
            return;
        }
        if style.name == "title" {
            return self.file.title(paragraph.words);
        }
        if let Some(level) = paragraph.level.or(style.level) {
            return self.file.heading(level, paragraph.words);
        }
        self.file.count(Lost::Emphasis, paragraph.stressed);
        // List 0 is none: so a paragraph leaves the list of its style.
        let list = paragraph.list.as_ref().or(style.list.as_ref()).filter(|list| *list != "0");
        match list {
            Some(list) if paragraph.words.iter().any(|span| !span.words.trim().is_empty()) => {
                let mark = match self.lists.get_mut(list) {
                    Some(_) if paragraph.deep => {
                        self.file.lost(Lost::Numbering);
                        Mark::Dash
                    }
                    Some(numbers) => {
                        self.file.count(Lost::Numbering, usize::from(!numbers.plain));
                        numbers.next += 1;
                        Mark::Number(numbers.next - 1)
                    }
                    None => Mark::Dash,
                };
                self.file.count(Lost::Nesting, usize::from(paragraph.deep));
                self.file.point(mark, paragraph.words);
            }
            _ => self.file.paragraph(paragraph.words),
        }
    }
}
