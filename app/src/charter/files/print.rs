//! A charter set as PDF.

use domain::charter::document::Block;
use serde_json::{Value, json};

use super::Paper;
use crate::{
    AppError,
    i18n::t,
    pdf,
    ui::{direction, no_break},
};

pub async fn write(paper: &Paper) -> Result<Vec<u8>, AppError> {
    Ok(pdf::set(include_str!("charter.typ"), data(paper)).await?.bytes)
}

fn data(paper: &Paper) -> Value {
    let set = |words: &str| if paper.tag.starts_with("fr") { french(words) } else { words.to_owned() };
    let lines = |lines: &[String]| lines.iter().map(|line| set(line)).collect::<Vec<_>>();
    let blocks = |blocks: &[Block]| {
        let block = |block: &Block| match block {
            Block::Paragraph(words) => json!({ "list": false, "lines": lines(words) }),
            Block::List(points) => json!({ "list": true, "lines": lines(points) }),
        };
        blocks.iter().map(block).collect::<Vec<_>>()
    };
    let articles: Vec<_> = paper
        .document
        .articles
        .iter()
        .enumerate()
        .map(|(at, article)| {
            let number = t!(paper.lang, "charter-article-number", n = at + 1);
            json!({ "number": number, "title": set(&article.title), "blocks": blocks(&article.blocks) })
        })
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
        "page": t!(paper.lang, "charter-paper-page", n = "{n}", total = "{total}"),
    })
}

/// French as printers set it: no line begins with ":" or "?", apostrophes are curved.
fn french(words: &str) -> String {
    no_break(words).replace('\'', "’")
}

#[cfg(test)]
mod tests {
    use super::french;

    #[test]
    fn french_is_set_with_its_spaces() {
        assert_eq!(french("L'enfant : « oui » ? Non ; si !"), "L’enfant\u{a0}: «\u{a0}oui\u{a0}»\u{202f}? Non\u{202f}; si\u{202f}!");
    }
}
