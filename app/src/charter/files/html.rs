//! One page that needs nothing else: to read without a network, to print, to put on another site.

use std::fmt::Write;

use domain::charter::document::{Block, numbered};

use super::{Paper, xml::escape};
use crate::{i18n::t, ui::direction};

const STYLE: &str = "body{font:1.0625rem/1.6 'Atkinson Hyperlegible Next',Verdana,sans-serif;color:#1a1a1a;background:#fff;margin:0}\
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}h1{font-size:1.8rem;line-height:1.25}h2{font-size:1.3rem;line-height:1.3;margin-top:2.5rem}\
a{color:#0b4f9e}.facts{font-size:.95rem;list-style:none;padding:0}nav li{margin:.35rem 0}\
.easy{border-inline-start:.3rem solid #0b4f9e;padding-inline-start:1rem;margin-top:1rem}.easy h3{font-size:1rem;margin:0}\
@media print{nav{display:none}main{max-width:none;padding:0}h2,h3{break-after:avoid}p,li{orphans:3;widows:3}}@page{size:A4;margin:2cm}";

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
    if !paper.document.preamble.is_empty() {
        let _ = writeln!(out, "<section id=\"preamble\"><h2>{}</h2><div {own} dir=\"{dir}\">", escape(&t!(lang, "charter-preamble")));
        blocks(&mut out, &paper.document.preamble);
        out += "</div></section>\n";
    }
    let _ = write!(
        out,
        "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">{}</h2><ol {own} dir=\"{dir}\">",
        escape(&t!(lang, "charter-contents"))
    );
    for (at, article) in paper.document.articles.iter().enumerate() {
        let _ = write!(out, "<li><a href=\"#article-{}\">{}</a></li>", at + 1, escape(&article.title));
    }
    out += "</ol></nav>\n";
    for (at, article) in paper.document.articles.iter().enumerate() {
        let n = at + 1;
        let heading = escape(&numbered(n, &article.title));
        let _ = writeln!(
            out,
            "<article id=\"article-{n}\" {own} dir=\"{dir}\" aria-labelledby=\"title-{n}\"><h2 id=\"title-{n}\">{heading}</h2>"
        );
        blocks(&mut out, &article.blocks);
        if let Some(easy) = paper.easy.get(at).filter(|easy| !easy.is_empty()) {
            let _ = writeln!(out, "<div class=\"easy\"><h3 lang=\"{screen}\">{}</h3>", escape(&t!(lang, "easy-to-read")));
            blocks(&mut out, easy);
            out += "</div>";
        }
        out += "</article>\n";
    }
    out + "</main></body></html>\n"
}

fn blocks(out: &mut String, blocks: &[Block]) {
    let escaped = |lines: &[String]| lines.iter().map(|line| escape(line)).collect::<Vec<_>>();
    for block in blocks {
        let _ = match block {
            Block::Paragraph(lines) => writeln!(out, "<p>{}</p>", escaped(lines).join("<br>")),
            Block::List(points) => writeln!(out, "<ul><li>{}</li></ul>", escaped(points).join("</li><li>")),
        };
    }
}
