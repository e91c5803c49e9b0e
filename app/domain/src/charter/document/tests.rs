use proptest::prelude::*;

use super::*;
use crate::charter::markup::line;

fn paragraph(line: &str) -> Block {
    Block::Paragraph(vec![words(line)])
}

fn words(words: &str) -> Line {
    vec![Span::words(words)]
}

fn titles(document: &Document) -> Vec<&str> {
    document.articles.iter().map(|article| article.title.as_str()).collect()
}

#[test]
fn what_stands_before_the_first_heading_is_the_preamble() {
    let mut file = Gathering::default();
    file.heading(1, words("Charte"));
    file.paragraph(words("Pourquoi."));
    file.heading(2, words("Chapitre premier"));
    file.heading(3, words("Article 1 : Partager"));
    file.paragraph(words("Nous partageons."));
    file.heading(3, words("Article 7 : Garder"));
    file.point(Mark::Dash, words("rien"));
    file.heading(3, words("Annexes"));
    let (document, losses) = file.finish(&[]);
    assert_eq!((document.title.as_str(), &document.preamble), ("Charte", &vec![paragraph("Pourquoi.")]));
    // A number that the article will not have stays in its title.
    assert_eq!(titles(&document), ["Partager", "Article 7 : Garder"]);
    assert_eq!(document.chapters, [Chapter { title: "Chapitre premier".into(), at: 0 }]);
    assert_eq!(losses, [Loss { what: Lost::Heading, n: 1, words: vec!["Annexes".into()] }]);
}

#[test]
fn headings_above_articles_are_chapters() {
    let mut file = Gathering::default();
    for (level, title, text) in [(3, "Avant", "x"), (2, "Vide", ""), (2, "Plein", ""), (3, "Dedans", "y"), (2, "Fin", "")] {
        file.heading(level, words(title));
        file.paragraph(words(text));
    }
    file.heading(2, words("Les mots"));
    file.point(Mark::Dash, line("**famille** – qui *élève* un enfant"));
    file.paragraph(line("**Relais :** un lieu."));
    let (document, losses) = file.finish(&["Les mots".into()]);
    assert_eq!(titles(&document), ["Avant", "Dedans"]);
    let chapters: Vec<_> = document.chapters.iter().map(|chapter| (chapter.title.as_str(), chapter.at)).collect();
    assert_eq!(chapters, [("Vide", 1), ("Plein", 1), ("Fin", 2)]);
    let [family, relay] = &document.definitions[..] else { panic!("{:?}", document.definitions) };
    assert_eq!((family.term.as_str(), &family.meaning), ("famille", &line("qui *élève* un enfant")));
    assert_eq!((relay.term.as_str(), &relay.meaning), ("Relais", &words("un lieu.")));
    assert_eq!((document.defined("Famille"), document.defined("crèche"), losses), (Some(1), None, Vec::new()));
}

#[test]
fn what_looks_like_definitions_and_is_none_stays_an_article() {
    let mut file = Gathering::default();
    file.heading(1, words("Les mots"));
    file.paragraph(words("Nous les choisissons."));
    assert_eq!(titles(&file.finish(&["Les mots".into()]).0), ["Les mots"]);
}

#[test]
fn words_set_apart_are_kept_where_there_is_a_mark_for_it() {
    let mut file = Gathering::default();
    let set = |words: &str| Span { emphasis: true, ..Span::words(words) };
    file.heading(1, vec![Span::words("Un "), set("titre"), Span::note("note")]);
    file.paragraph(vec![set("Tout "), Span::words("est\n- "), set("dit"), Span::words(", inter"), set("minable")]);
    let (document, losses) = file.finish(&[]);
    assert_eq!(typed(&document.articles[0].blocks), "*Tout* est\n\n- *dit*, interminable");
    let counted: Vec<_> = losses.iter().map(|loss| (loss.what, loss.n)).collect();
    assert_eq!(counted, [(Lost::Emphasis, 2), (Lost::Footnote, 1)]);
}

#[test]
fn headings_of_one_rank_are_all_articles() {
    let mut file = Gathering::default();
    for title in ["Un", "Deux"] {
        file.heading(1, words(title));
        file.paragraph(words("Texte."));
    }
    let (document, losses) = file.finish(&[]);
    assert_eq!((document.title.as_str(), document.articles.len(), losses.len()), ("", 2, 0));
}

#[test]
fn a_table_keeps_its_words_row_by_row() {
    let mut file = Gathering::default();
    file.heading(1, words("Un"));
    file.lost(Lost::Table);
    file.start_row();
    file.paragraph(words("Qui"));
    file.paragraph(words(""));
    file.paragraph(words("Quand"));
    file.end_row();
    let (document, losses) = file.finish(&[]);
    assert_eq!(document.articles[0].blocks, [Block::List(vec![words("Qui · Quand")])]);
    assert_eq!((losses[0].what, losses[0].n), (Lost::Table, 1));
}

#[test]
fn what_no_charter_can_hold_is_refused() {
    let article = |title: String, body: String| Piece { title, blocks: vec![paragraph(&body)] };
    let of = |articles: Vec<Piece>| Document { articles, ..Document::default() };
    let key = |document: &Document| check(document).unwrap_err().problems[0].key.clone();
    assert_eq!(key(&of(vec![])), "charter-file-no-article");
    assert_eq!(key(&of(vec![article("a".repeat(161), "b".into())])), "charter-file-title-long");
    assert_eq!(key(&of(vec![article("a".into(), "b".repeat(20_001))])), "charter-file-article-long");
    assert_eq!(key(&of((0..=ARTICLES).map(|n| article(n.to_string(), "b".into())).collect())), "charter-file-many");
    assert!(check(&of(vec![article("a".into(), "b".into())])).is_ok());
}

proptest! {
    #[test]
    fn a_number_in_front_comes_off_again(title in "(Article 2 – )?\\PC{1,20}", number in 1usize..300) {
        let title = one_line(&title);
        prop_assume!(!title.is_empty());
        let written = numbered(number, &title);
        prop_assert_eq!(unnumbered(&written, number), title);
    }
}
