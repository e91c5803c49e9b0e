//! One page that needs nothing else: to read without a network, to print, to put on another site.

use std::fmt::Write;

use domain::charter::{
    document::{Chapter, Document, numbered},
    markup::{Block, Line, Role},
};

use super::{Paper, xml::escape};
use crate::{
    i18n::{Lang, t},
    ui::direction,
};

const STYLE: &str = "body{font:1.0625rem/1.6 'Atkinson Hyperlegible Next',Verdana,sans-serif;color:#1a1a1a;background:#fff;margin:0}\
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}h1{font-size:1.8rem;line-height:1.25}h2{font-size:1.3rem;line-height:1.3;margin-top:2.5rem}\
a{color:#0b4f9e}.facts{font-size:.95rem;list-style:none;padding:0}nav li{margin:.35rem 0}h3{font-size:1.2rem;line-height:1.3;margin-top:2rem}.chapter{border-bottom:3px solid #0b4f9e;margin-top:3rem}nav p{font-weight:700;margin:.8rem 0 0}dt{font-weight:700;margin-top:1rem}dfn{font-style:normal}dd{margin:0}.notes{font-size:.95rem;border-top:1px solid #999;padding-top:.5rem}sup{line-height:1}\
.easy{border-inline-start:.3rem solid #0b4f9e;padding-inline-start:1rem;margin-top:1rem}.easy :is(h3,h4){font-size:1rem;margin:0}\
@media print{nav{display:none}main{max-width:none;padding:0}h2,h3,h4{break-after:avoid}p,li{orphans:3;widows:3}}@page{size:A4;margin:2cm}";

pub fn write(paper: &Paper) -> String {
    let (lang, tag) = (paper.lang, escape(&paper.tag));
    let screen = lang.tag();
    // Words around the text are in a language of ours; the text may be in another.
    let (own, dir) = (format!("lang=\"{tag}\""), direction(&paper.tag));
    let title = escape(&paper.document.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{screen}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title><style>{STYLE}</style></head>\n<body><main>\n<h1 {own} dir=\"{dir}\">{title}</h1>\n<ul class=\"facts\">"
    );
    for fact in paper.said() {
        let _ = write!(out, "<li>{}</li>", escape(&fact));
    }
    out += "</ul>\n";
    let mut text = Text { document: &paper.document, notes: Vec::new(), noted: 0, lang };
    if !paper.document.preamble.is_empty() {
        let _ = writeln!(out, "<section id=\"preamble\"><h2>{}</h2><div {own} dir=\"{dir}\">", escape(&t!(lang, "charter-preamble")));
        text.blocks(&mut out, &paper.document.preamble);
        out += "</div></section>\n";
    }
    contents(&mut out, paper, &own, dir);
    let document = &paper.document;
    let level = if document.chapters.is_empty() { 2 } else { 3 };
    let heading = |out: &mut String, chapter: &Chapter| {
        let n = number(document, chapter);
        let _ = writeln!(out, "<h2 class=\"chapter\" id=\"chapter-{n}\" {own} dir=\"{dir}\">{}</h2>", escape(&chapter.title));
    };
    for (at, article) in document.articles.iter().enumerate() {
        document.chapters_at(at).for_each(|chapter| heading(&mut out, chapter));
        let n = at + 1;
        let title = escape(&numbered(n, &article.title));
        let _ = writeln!(
            out,
            "<article id=\"article-{n}\" {own} dir=\"{dir}\" aria-labelledby=\"title-{n}\"><h{level} id=\"title-{n}\">{title}</h{level}>"
        );
        text.blocks(&mut out, &article.blocks);
        if let Some(easy) = paper.easy.get(at).filter(|easy| !easy.is_empty()) {
            let under = level + 1;
            let _ = writeln!(out, "<div class=\"easy\"><h{under} lang=\"{screen}\">{}</h{under}>", escape(&t!(lang, "easy-to-read")));
            text.blocks(&mut out, easy);
            out += "</div>";
        }
        out += "</article>\n";
    }
    document.chapters_at(document.articles.len()).for_each(|chapter| heading(&mut out, chapter));
    if !document.definitions.is_empty() {
        let _ = writeln!(out, "<section id=\"words\"><h2>{}</h2><dl {own} dir=\"{dir}\">", escape(&t!(lang, "charter-words")));
        for (at, definition) in document.definitions.iter().enumerate() {
            let meaning = text.line(&definition.meaning);
            let _ = writeln!(out, "<dt id=\"word-{}\"><dfn>{}</dfn></dt><dd>{meaning}</dd>", at + 1, escape(&definition.term));
        }
        out += "</dl>";
        text.flush_notes(&mut out);
        out += "</section>\n";
    }
    out + "</main></body></html>\n"
}

/// A chapter's number among them all, for its address.
fn number(document: &Document, chapter: &Chapter) -> usize {
    document.chapters.iter().position(|other| std::ptr::eq(other, chapter)).unwrap_or_default() + 1
}

fn contents(out: &mut String, paper: &Paper, own: &str, dir: &str) {
    let document = &paper.document;
    let title = escape(&t!(paper.lang, "charter-contents"));
    let _ = write!(out, "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">{title}</h2><div {own} dir=\"{dir}\">");
    let mut open = false;
    for at in 0..=document.articles.len() {
        for chapter in document.chapters_at(at) {
            out.push_str(if std::mem::take(&mut open) { "</ol>" } else { "" });
            let n = number(document, chapter);
            let _ = write!(out, "<p><a href=\"#chapter-{n}\">{}</a></p>", escape(&chapter.title));
        }
        if let Some(article) = document.articles.get(at) {
            if !std::mem::replace(&mut open, true) {
                let _ = write!(out, "<ol start=\"{}\">", at + 1);
            }
            let _ = write!(out, "<li><a href=\"#article-{}\">{}</a></li>", at + 1, escape(&article.title));
        }
    }
    out.push_str(if open { "</ol>" } else { "" });
    out.push_str("</div></nav>\n");
}

struct Text<'p> {
    document: &'p Document,
    /// The notes of the text that is being written, with their numbers.
    notes: Vec<(usize, String)>,
    noted: usize,
    lang: Lang,
}

impl Text<'_> {
    fn blocks(&mut self, out: &mut String, blocks: &[Block]) {
        for block in blocks {
            let lines: Vec<String> = block.lines().iter().map(|line| self.line(line)).collect();
            let _ = match block {
                Block::Paragraph(_) => writeln!(out, "<p>{}</p>", lines.join("<br>")),
                Block::List(_) => writeln!(out, "<ul><li>{}</li></ul>", lines.join("</li><li>")),
                Block::Numbered(first, _) => writeln!(out, "<ol start=\"{first}\"><li>{}</li></ol>", lines.join("</li><li>")),
            };
        }
        self.flush_notes(out);
    }

    /// Right under the text, with the numbers that run through the page.
    fn flush_notes(&mut self, out: &mut String) {
        let notes = std::mem::take(&mut self.notes);
        let Some((first, _)) = notes.first() else { return };
        let _ = write!(out, "<ol class=\"notes\" start=\"{first}\">");
        for (n, words) in &notes {
            let back = escape(&t!(self.lang, "charter-note-back", n = *n));
            let _ = write!(out, "<li id=\"note-{n}\">{} <a href=\"#mark-{n}\" aria-label=\"{back}\">↩</a></li>", escape(words));
        }
        *out += "</ol>\n";
    }

    fn line(&mut self, line: &Line) -> String {
        let mut out = String::new();
        for span in line {
            let words = match &span.role {
                Role::Words => escape(&span.words),
                Role::Term(term) => match self.document.defined(term) {
                    Some(n) => format!("<a href=\"#word-{n}\">{}</a>", escape(&span.words)),
                    None => escape(&span.words),
                },
                Role::Note => {
                    self.noted += 1;
                    let n = self.noted;
                    self.notes.push((n, span.words.clone()));
                    let label = escape(&t!(self.lang, "charter-note", n = n));
                    format!("<sup><a id=\"mark-{n}\" href=\"#note-{n}\" aria-label=\"{label}\">{n}</a></sup>")
                }
            };
            let words = if span.emphasis { format!("<em>{words}</em>") } else { words };
            out += &if span.strong { format!("<strong>{words}</strong>") } else { words };
        }
        out
    }
}
