//! The adopted text in one form, byte for byte, and its hash: `docs/charter-hash.md` says how anybody computes it again.
//!
//! Every line of people's words begins with two spaces, every other line with none: no text can pass for a heading, and two charters
//! that differ never have one form.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// What is hashed: the words that were adopted, in the language of the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted<'a> {
    pub title: &'a str,
    pub preamble: &'a str,
    /// Title and text, in order.
    pub articles: Vec<(&'a str, &'a str)>,
    /// The chapters in order: how many articles stand before each, and its title.
    pub chapters: Vec<(usize, &'a str)>,
    /// The charter's own words and what they mean, in order.
    pub words: Vec<(&'a str, &'a str)>,
}

/// The canonical form: UTF-8, ends with a line feed.
pub fn text(adopted: &Adopted) -> String {
    let mut out = String::from("palabre charter 1\n");
    part(&mut out, "title", adopted.title);
    part(&mut out, "preamble", adopted.preamble);
    let mut chapters = (1..).zip(&adopted.chapters).peekable();
    for (n, (title, body)) in (1..).zip(&adopted.articles) {
        while let Some((chapter, (_, title))) = chapters.next_if(|(_, (before, _))| *before < n) {
            part(&mut out, &format!("chapter {chapter}"), title);
        }
        part(&mut out, &format!("article {n} title"), title);
        part(&mut out, &format!("article {n} text"), body);
    }
    for (chapter, (_, title)) in chapters {
        part(&mut out, &format!("chapter {chapter}"), title);
    }
    for (n, (word, meaning)) in (1..).zip(&adopted.words) {
        part(&mut out, &format!("word {n}"), word);
        part(&mut out, &format!("word {n} meaning"), meaning);
    }
    out
}

fn part(out: &mut String, heading: &str, words: &str) {
    out.push_str(heading);
    out.push('\n');
    for line in normal(words) {
        // Writing into a string does not fail.
        let _ = writeln!(out, "  {line}");
    }
}

/// The lines of a text that differ for a reader: letters composed (NFC), one kind of space and one at a time, no space at the ends of a
/// line, no empty line.
fn normal(words: &str) -> Vec<String> {
    let composed: String = words.nfc().collect();
    composed
        .split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'])
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}

/// SHA-256 of a canonical text, in small hexadecimal digits.
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain() -> Adopted<'static> {
        Adopted { title: "", preamble: "", articles: vec![], chapters: vec![], words: vec![] }
    }

    #[test]
    fn chapters_stand_before_their_articles_and_words_at_the_end() {
        let articles = vec![("A", "x"), ("B", "y")];
        let chapters = vec![(0, "Dire"), (2, "Garder")];
        let adopted = Adopted { articles, chapters, words: vec![("famille", "Qui élève\nun enfant.")], ..plain() };
        let headings: Vec<String> =
            read(&text(&adopted)).into_iter().map(|(heading, words)| format!("{heading}: {}", words.join("/"))).collect();
        assert_eq!(
            headings[2..],
            [
                "chapter 1: Dire",
                "article 1 title: A",
                "article 1 text: x",
                "article 2 title: B",
                "article 2 text: y",
                "chapter 2: Garder",
                "word 1: famille",
                "word 1 meaning: Qui élève/un enfant.",
            ]
        );
        // Where a chapter begins is part of what was adopted.
        let moved = Adopted { chapters: vec![(1, "Dire"), (2, "Garder")], ..adopted.clone() };
        assert_ne!(text(&moved), text(&adopted));
    }

    #[test]
    fn the_form_is_the_documented_one() {
        let adopted = Adopted {
            title: "Charte  d’accueil",
            preamble: "Ensemble.\r\n\r\nPour tous\u{a0}: oui. ",
            articles: vec![("Accueil", "On dit cafe\u{301}.\n- le matin\n\n\n- le soir\n"), ("Suivi", "")],
            ..plain()
        };
        let text = text(&adopted);
        assert_eq!(
            text,
            "palabre charter 1\ntitle\n  Charte d’accueil\npreamble\n  Ensemble.\n  Pour tous : oui.\narticle 1 title\n  Accueil\n\
             article 1 text\n  On dit café.\n  - le matin\n  - le soir\narticle 2 title\n  Suivi\narticle 2 text\n"
        );
        // `sha256sum` of the same bytes.
        assert_eq!(hash(&text), "748c84006c83d3fcf33110715609294bc69aa81e6418570d64aa3027f461d498");
        assert_eq!(hash(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn words_cannot_pass_for_a_heading() {
        let one = Adopted { title: "T", preamble: "", articles: vec![("A", "x\narticle 2 title\n  B\narticle 2 text\n  y")], ..plain() };
        let two = Adopted { title: "T", preamble: "", articles: vec![("A", "x"), ("B", "y")], ..plain() };
        assert_ne!(text(&one), text(&two));
    }

    /// Read back by the rule of the document: headings at the margin, words two spaces in.
    fn read(text: &str) -> Vec<(String, Vec<String>)> {
        let mut parts: Vec<(String, Vec<String>)> = Vec::new();
        for line in text.lines().skip(1) {
            match line.strip_prefix("  ") {
                Some(words) => parts.last_mut().unwrap().1.push(words.to_owned()),
                None => parts.push((line.to_owned(), Vec::new())),
            }
        }
        parts
    }

    proptest! {
        #[test]
        fn one_form_for_one_charter(
            title in "\\PC{0,12}", preamble in "[ a-zé\\n\\r\u{301}\u{a0}-]{0,24}",
            articles in prop::collection::vec(("\\PC{0,8}", "[ a-z\\n-]{0,24}"), 0..4),
        ) {
            let of = |title: &str, preamble: &str, articles: &[(String, String)]| text(&Adopted {
                title, preamble, articles: articles.iter().map(|(title, body)| (title.as_str(), body.as_str())).collect(), ..plain()
            });
            let once = of(&title, &preamble, &articles);
            let parts = read(&once);
            prop_assert_eq!(parts.len(), 2 + 2 * articles.len());
            // What was read back is the same charter: it has the same form.
            let words = |n: usize| parts[n].1.join("\n");
            let again: Vec<_> = (0..articles.len()).map(|n| (words(2 + 2 * n), words(3 + 2 * n))).collect();
            prop_assert_eq!(of(&words(0), &words(1), &again), once);
        }
    }
}
