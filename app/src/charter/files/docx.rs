//! DOCX, as Word and LibreOffice open it: headings are headings, lists are lists, notes are footnotes, each page has its number.

use std::fmt::Write;

use domain::charter::{
    document::{Document, numbered},
    markup::{Block, Line, Role, Span},
};

use super::{
    Paper,
    archive::pack,
    docx_parts::{CORE, FOOTER, FOOTNOTES, LINKS, NUMBERING, ROOT, STYLES, TYPES},
    xml::escape,
};
use crate::{AppError, i18n::t};

const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The style of the lines that say where the text comes from: no part of it.
pub const FACTS: &str = "PalabreFacts";

/// How the marks of definitions begin, and the links to them.
pub const WORD: &str = "word_";
/// The lists before those that are numbered: the one with dots.
const LISTS: usize = 1;

pub fn write(paper: &Paper) -> Result<Vec<u8>, AppError> {
    let mut text = Writer { document: &paper.document, body: String::new(), notes: String::new(), noted: 0, firsts: Vec::new() };
    text.all(paper);
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{WORDS}\" xmlns:r=\"{RELATIONS}\"><w:body>{}{PAGE}</w:body></w:document>",
        text.body
    );
    let styles = STYLES.replace("{w}", WORDS).replace("{lang}", &escape(&paper.tag));
    // Each numbered list is one by itself, and begins where it begins.
    let numbered = text.firsts.iter().enumerate().fold(String::new(), |mut out, (at, first)| {
        let _ = write!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"{first}\"/></w:lvlOverride></w:num>",
            at + LISTS + 1
        );
        out
    });
    let numbering = NUMBERING.replace("{w}", WORDS).replace("{numbered}", &numbered);
    let footer = FOOTER.replace("{w}", WORDS);
    let footnotes = FOOTNOTES.replace("{w}", WORDS).replace("{notes}", &text.notes);
    let links = LINKS.replace("{r}", RELATIONS);
    let core = CORE.replace("{title}", &escape(&paper.document.title)).replace("{lang}", &escape(&paper.tag));
    pack(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", &ROOT.replace("{r}", RELATIONS)),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &links),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
        ("word/footnotes.xml", &footnotes),
        ("word/footer1.xml", &footer),
        ("docProps/core.xml", &core),
    ])
}

const PAGE: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>"#;

struct Writer<'p> {
    document: &'p Document,
    body: String,
    notes: String,
    noted: usize,
    /// The first numbers of the numbered lists.
    firsts: Vec<usize>,
}

impl Writer<'_> {
    fn all(&mut self, paper: &Paper) {
        let document = self.document;
        self.plain("Title", &document.title);
        for fact in paper.said() {
            self.plain(FACTS, &fact);
        }
        self.blocks(&document.preamble);
        let article = if document.chapters.is_empty() { "Heading1" } else { "Heading2" };
        for (at, piece) in document.articles.iter().enumerate() {
            document.chapters_at(at).for_each(|chapter| self.plain("Heading1", &chapter.title));
            self.plain(article, &numbered(at + 1, &piece.title));
            self.blocks(&piece.blocks);
        }
        document.chapters_at(document.articles.len()).for_each(|chapter| self.plain("Heading1", &chapter.title));
        if !document.definitions.is_empty() {
            self.plain("Heading1", &t!(paper.lang, "charter-words"));
            for (at, definition) in document.definitions.iter().enumerate() {
                let mark = format!("<w:bookmarkStart w:id=\"{0}\" w:name=\"{WORD}{0}\"/><w:bookmarkEnd w:id=\"{0}\"/>", at + 1);
                let words = self.line(&definition.line());
                self.paragraph("Normal", "", &(mark + &words));
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let lines: Vec<String> = block.lines().iter().map(|line| self.line(line)).collect();
            match block {
                Block::Paragraph(_) => self.paragraph("Normal", "", &lines.join("<w:r><w:br/></w:r>")),
                Block::List(_) => lines.iter().for_each(|point| self.paragraph("ListBullet", "", point)),
                Block::Numbered(first, _) => {
                    self.firsts.push(*first);
                    let list = self.firsts.len() + LISTS;
                    let list = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
                    lines.iter().for_each(|point| self.paragraph("ListNumber", &list, point));
                }
            }
        }
    }

    fn plain(&mut self, style: &str, words: &str) {
        let run = run("", words);
        self.paragraph(style, "", &run);
    }

    fn paragraph(&mut self, style: &str, more: &str, runs: &str) {
        let _ = write!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>");
    }

    fn line(&mut self, line: &Line) -> String {
        line.iter().map(|span| self.span(span)).collect()
    }

    fn span(&mut self, span: &Span) -> String {
        let set = format!("{}{}", if span.strong { "<w:b/>" } else { "" }, if span.emphasis { "<w:i/>" } else { "" });
        let link = match &span.role {
            Role::Term(term) => self.document.defined(term).map(|n| (n, term)),
            Role::Words | Role::Note => None,
        };
        match (&span.role, link) {
            (Role::Note, _) => {
                self.noted += 1;
                let n = self.noted;
                let words = run("", &span.words);
                let _ = write!(
                    self.notes,
                    "<w:footnote w:id=\"{n}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{words}</w:p></w:footnote>"
                );
                format!("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/>{set}</w:rPr><w:footnoteReference w:id=\"{n}\"/></w:r>")
            }
            (_, Some((n, term))) => format!(
                "<w:hyperlink w:anchor=\"{WORD}{n}\" w:tooltip=\"{}\">{}</w:hyperlink>",
                escape(term),
                run(&format!("<w:rStyle w:val=\"Hyperlink\"/>{set}"), &span.words)
            ),
            (_, None) => run(&set, &span.words),
        }
    }
}

fn run(set: &str, words: &str) -> String {
    let set = if set.is_empty() { String::new() } else { format!("<w:rPr>{set}</w:rPr>") };
    format!("<w:r>{set}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(words))
}
