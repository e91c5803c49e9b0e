//! ODT, as LibreOffice opens it.

use std::fmt::Write;

use domain::charter::{
    document::{Document, numbered},
    markup::{Block, Line, Role, Span},
};

use super::{
    Paper,
    archive::pack,
    odt_parts::{MANIFEST, META, NAMESPACES, STYLES},
    xml::escape,
};
use crate::{AppError, i18n::t};

/// The style of the lines that say where the text comes from: no part of it.
pub const FACTS: &str = "PalabreFacts";
/// How the marks of definitions begin, and the links to them.
pub const WORD: &str = "word-";
pub const MIMETYPE: &str = "application/vnd.oasis.opendocument.text";

pub fn write(paper: &Paper) -> Result<Vec<u8>, AppError> {
    let mut language = paper.tag.split('-');
    let language = language.next().filter(|part| part.len() < 4).unwrap_or("fr");
    let styles =
        STYLES.replace("{ns}", NAMESPACES).replace("{lang}", language).replace("{country}", if language == "fr" { "FR" } else { "none" });
    let meta = META.replace("{ns}", NAMESPACES).replace("{title}", &escape(&paper.document.title)).replace("{lang}", &escape(&paper.tag));
    pack(&[
        ("mimetype", MIMETYPE),
        ("META-INF/manifest.xml", MANIFEST),
        ("content.xml", &content(paper)),
        ("styles.xml", &styles),
        ("meta.xml", &meta),
    ])
}

fn content(paper: &Paper) -> String {
    let mut text = Writer { document: &paper.document, out: String::new(), noted: 0 };
    text.all(paper);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {NAMESPACES} office:version=\"1.3\"><office:body><office:text>{}</office:text></office:body></office:document-content>",
        text.out
    )
}

struct Writer<'p> {
    document: &'p Document,
    out: String,
    noted: usize,
}

impl Writer<'_> {
    fn all(&mut self, paper: &Paper) {
        let document = self.document;
        self.paragraph("Title", &escape(&document.title));
        for fact in paper.said() {
            self.paragraph(FACTS, &escape(&fact));
        }
        self.blocks(&document.preamble);
        let article = if document.chapters.is_empty() { 1 } else { 2 };
        for (at, piece) in document.articles.iter().enumerate() {
            document.chapters_at(at).for_each(|chapter| self.heading(1, &chapter.title));
            self.heading(article, &numbered(at + 1, &piece.title));
            self.blocks(&piece.blocks);
        }
        document.chapters_at(document.articles.len()).for_each(|chapter| self.heading(1, &chapter.title));
        if !document.definitions.is_empty() {
            self.heading(1, &t!(paper.lang, "charter-words"));
            for (at, definition) in document.definitions.iter().enumerate() {
                let words = self.line(&definition.line());
                self.paragraph("Text_20_body", &format!("<text:bookmark text:name=\"{WORD}{}\"/>{words}", at + 1));
            }
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        let words = escape(words);
        let _ = write!(self.out, "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">{words}</text:h>");
    }

    fn paragraph(&mut self, style: &str, words: &str) {
        let _ = write!(self.out, "<text:p text:style-name=\"{style}\">{words}</text:p>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let lines: Vec<String> = block.lines().iter().map(|line| self.line(line)).collect();
            let (style, first) = match block {
                Block::Paragraph(_) => {
                    self.paragraph("Text_20_body", &lines.join("<text:line-break/>"));
                    continue;
                }
                Block::List(_) => ("PalabrePoints", None),
                Block::Numbered(first, _) => ("PalabreNumbers", Some(*first)),
            };
            let _ = write!(self.out, "<text:list text:style-name=\"{style}\">");
            for (at, point) in lines.iter().enumerate() {
                let start = first.filter(|_| at == 0).map(|first| format!(" text:start-value=\"{first}\"")).unwrap_or_default();
                let _ = write!(self.out, "<text:list-item{start}>");
                self.paragraph("Text_20_body", point);
                self.out += "</text:list-item>";
            }
            self.out += "</text:list>";
        }
    }

    fn line(&mut self, line: &Line) -> String {
        line.iter().map(|span| self.span(span)).collect()
    }

    fn span(&mut self, span: &Span) -> String {
        let mut words = escape(&span.words);
        match &span.role {
            Role::Words => {}
            Role::Term(term) => {
                if let Some(n) = self.document.defined(term) {
                    words = format!(
                        "<text:a xlink:type=\"simple\" xlink:href=\"#{WORD}{n}\" office:title=\"{}\">{words}</text:a>",
                        escape(term)
                    );
                }
            }
            Role::Note => {
                self.noted += 1;
                let n = self.noted;
                words = format!(
                    "<text:note text:id=\"note-{n}\" text:note-class=\"footnote\"><text:note-citation>{n}</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">{words}</text:p></text:note-body></text:note>"
                );
            }
        }
        for style in [span.emphasis.then_some("Emphasis"), span.strong.then_some("Strong_20_Emphasis")].into_iter().flatten() {
            words = format!("<text:span text:style-name=\"{style}\">{words}</text:span>");
        }
        words
    }
}
