//! A charter set as PDF.

use domain::charter::markup::{Block, Line, Role};
use serde_json::{Value, json};

use super::Paper;
use crate::{
    AppError,
    i18n::t,
    pdf,
    ui::{direction, no_break},
};

pub async fn write(paper: &Paper) -> Result<Vec<u8>, AppError> {
    Ok(set(paper).await?.bytes)
}

async fn set(paper: &Paper) -> Result<pdf::Set, AppError> {
    pdf::set(include_str!("charter.typ"), data(paper)).await
}

fn data(paper: &Paper) -> Value {
    let set = |words: &str| if paper.tag.starts_with("fr") { french(words) } else { words.to_owned() };
    let document = &paper.document;
    let line = |line: &Line| -> Vec<Value> {
        let span = |span: &domain::charter::markup::Span| {
            let link = if let Role::Term(term) = &span.role { document.defined(term) } else { None };
            json!({
                "words": set(&span.words), "emphasis": span.emphasis, "strong": span.strong,
                "link": link, "note": span.role == Role::Note,
            })
        };
        line.iter().map(span).collect()
    };
    let blocks = |blocks: &[Block]| {
        let block = |block: &Block| {
            let (kind, first) = match block {
                Block::Paragraph(_) => ("paragraph", 0),
                Block::List(_) => ("list", 0),
                Block::Numbered(first, _) => ("numbered", *first),
            };
            json!({ "kind": kind, "first": first, "lines": block.lines().iter().map(line).collect::<Vec<_>>() })
        };
        blocks.iter().map(block).collect::<Vec<_>>()
    };
    let chapters = |at: usize| document.chapters_at(at).map(|chapter| set(&chapter.title)).collect::<Vec<_>>();
    let articles: Vec<_> = paper
        .document
        .articles
        .iter()
        .enumerate()
        .map(|(at, article)| {
            let number = t!(paper.lang, "charter-article-number", n = at + 1);
            json!({ "chapters": chapters(at), "number": number, "title": set(&article.title), "blocks": blocks(&article.blocks) })
        })
        .collect();
    let definitions: Vec<_> = document
        .definitions
        .iter()
        .map(|definition| json!({ "term": set(&definition.term), "meaning": line(&definition.meaning) }))
        .collect();
    json!({
        // Of the language alone: a region or a script is not for the typesetter.
        "lang": paper.tag.split('-').next().unwrap_or("fr"),
        "words_lang": paper.lang.tag(),
        "rtl": direction(&paper.tag) == "rtl",
        "title": set(&paper.document.title),
        "facts": paper.said(),
        "preamble_title": t!(paper.lang, "charter-preamble"),
        "preamble": blocks(&paper.document.preamble),
        "articles": articles,
        "last_chapters": chapters(document.articles.len()),
        "definitions_title": t!(paper.lang, "charter-words"),
        "definitions": definitions,
        "signed": paper.signed.as_ref().map(|signed| json!({
            "title": t!(paper.lang, "signatures-title"),
            "facts": paper.lines(&signed.facts),
            "head": [
                t!(paper.lang, "signatory-organisation"), t!(paper.lang, "signatory-name"),
                t!(paper.lang, "signatory-function"), t!(paper.lang, "signatures-date"),
            ],
            "none": t!(paper.lang, "signatures-none"),
            "signatures": signed.signatures,
        })),
        "page": t!(paper.lang, "charter-paper-page", n = "{n}", total = "{total}"),
    })
}

/// French as printers set it: no line begins with ":" or "?", apostrophes are curved.
fn french(words: &str) -> String {
    no_break(words).replace('\'', "’")
}

#[cfg(test)]
mod tests {
    use domain::charter::{
        document::{Document, Piece},
        markup::blocks,
    };

    use super::{super::Signed, *};

    #[tokio::test]
    async fn an_adopted_charter_has_its_signatures_on_a_page_of_their_own() {
        let article = Piece { title: "Dire".into(), blocks: blocks("On se dit tout.") };
        let document = Document { title: "Charte".into(), articles: vec![article], ..Document::default() };
        let mut paper =
            Paper { document, easy: vec![Vec::new()], tag: "fr".into(), lang: crate::i18n::Lang::Fr, facts: Vec::new(), signed: None };
        let plain = set(&paper).await.unwrap().pages;
        let facts = vec![("Empreinte".to_owned(), "ab".repeat(32))];
        let signature = ["Ville #[de] l’Orme", "Anne *Roy*", "Maire", "3 mars 2027"].map(str::to_owned);
        paper.signed = Some(Signed { facts, signatures: vec![signature] });
        assert_eq!(set(&paper).await.unwrap().pages, plain + 1);
        assert_eq!(data(&paper)["signed"]["signatures"][0][1], "Anne *Roy*");
        paper.signed = Some(Signed { facts: Vec::new(), signatures: Vec::new() });
        assert_eq!(set(&paper).await.unwrap().pages, plain + 1);
    }

    #[test]
    fn french_is_set_with_its_spaces() {
        assert_eq!(french("L'enfant : « oui » ? Non ; si !"), "L’enfant\u{a0}: «\u{a0}oui\u{a0}»\u{202f}? Non\u{202f}; si\u{202f}!");
    }
}
