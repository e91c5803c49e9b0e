//! A charter's text out of files and into them. The formats know [`Document`] and nothing of rounds.

mod archive;
mod docx;
mod docx_parts;
mod docx_read;
mod docx_styles;
mod export;
mod html;
mod import;
mod markdown;
mod markdown_read;
mod odt;
mod odt_parts;
mod odt_read;
mod odt_styles;
mod print;
mod xml;

#[cfg(test)]
mod tests;

use domain::{
    Refusal,
    charter::{
        document::{Document, Loss},
        markup::Block,
    },
};
pub use export::{docx, html, links, markdown, odt, pdf};
pub use import::{form, import};

use crate::i18n::{Lang, t};

/// Most bytes of a file that is brought.
pub const MOST: usize = 5 * 1024 * 1024;

/// A charter to be written into a file.
pub struct Paper {
    pub document: Document,
    /// The easy-to-read version of each article, where there is one.
    easy: Vec<Vec<Block>>,
    /// The language of the charter.
    tag: String,
    /// The language of the words around it.
    lang: Lang,
    /// Where the text comes from: process, territory, version, date.
    facts: Vec<(String, String)>,
    /// Of an adopted charter.
    signed: Option<Signed>,
}

/// The adoption of a charter and who signed it.
struct Signed {
    /// When, until when, and the hash of the text.
    facts: Vec<(String, String)>,
    /// Organisation, name, function and day, in the order in which they signed.
    signatures: Vec<[String; 4]>,
}

impl Paper {
    /// The facts, a line each.
    fn said(&self) -> Vec<String> {
        self.lines(&self.facts)
    }

    fn lines(&self, facts: &[(String, String)]) -> Vec<String> {
        let colon = if self.lang == Lang::Fr { "\u{a0}: " } else { ": " };
        facts.iter().map(|(name, value)| format!("{name}{colon}{value}")).collect()
    }
}

/// What the heading over the definitions says, in each language that we write it in.
fn glossaries() -> Vec<String> {
    Lang::ALL.map(|lang| t!(lang, "charter-words")).to_vec()
}

/// A file by what it holds, not by what it is called.
fn read(bytes: &[u8]) -> Result<(Document, Vec<Loss>), Refusal> {
    if bytes.len() > MOST {
        return Err(Refusal::field("file", "charter-file-large"));
    }
    if bytes.starts_with(b"PK") {
        let mut archive = archive::Archive::open(bytes)?;
        return if archive.has("word/document.xml") {
            docx_read::read(&mut archive)
        } else if archive.has("content.xml") && archive.part("mimetype")?.starts_with(odt::MIMETYPE.as_bytes()) {
            odt_read::read(&mut archive)
        } else {
            Err(Refusal::field("file", "charter-file-kind"))
        };
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::field("file", "charter-file-kind"))?;
    let text = text.trim_start_matches('\u{FEFF}');
    // A PDF, a page, what Word wrote before 2007 (its first bytes, read as text).
    let other = ["%PDF", "{\\rtf", "ÐÏ\u{11}à", "<!DOCTYPE", "<html", "<?xml"].iter().any(|start| text.starts_with(start));
    if other || text.contains('\0') {
        return Err(Refusal::field("file", "charter-file-kind"));
    }
    Ok(markdown_read::read(text))
}
