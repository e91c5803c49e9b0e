use proptest::prelude::*;

use super::*;

fn paragraph(line: &str) -> Block {
    Block::Paragraph(vec![line.to_owned()])
}

#[test]
fn paragraphs_and_points_are_read_as_the_pages_show_them() {
    let text = "Un.\nDeux.\n- a\n- b\nTrois.\n\n- c\n\n- d\n\n\n  Quatre.";
    let read = blocks(text);
    let list = |points: &[&str]| Block::List(points.iter().map(|&point| point.to_owned()).collect());
    let two = Block::Paragraph(vec!["Un.".into(), "Deux.".into()]);
    assert_eq!(read, [two, list(&["a", "b"]), paragraph("Trois."), list(&["c", "d"]), paragraph("Quatre.")]);
}

#[test]
fn what_stands_before_the_first_heading_is_the_preamble() {
    let mut file = Gathering::default();
    file.heading(1, "Charte");
    file.paragraph("Pourquoi.");
    file.heading(2, "Chapitre premier");
    file.heading(3, "Article 1 : Partager");
    file.paragraph("Nous partageons.");
    file.heading(3, "Article 7 : Garder");
    file.point("rien");
    let (document, losses) = file.finish();
    assert_eq!((document.title.as_str(), document.preamble), ("Charte", vec![paragraph("Pourquoi.")]));
    // A number that the article will not have stays in its title.
    assert_eq!(document.articles.iter().map(|article| article.title.as_str()).collect::<Vec<_>>(), ["Partager", "Article 7 : Garder"]);
    assert_eq!(losses, [Loss { what: Lost::Heading, n: 1, words: vec!["Chapitre premier".into()] }]);
}

#[test]
fn headings_of_one_rank_are_all_articles() {
    let mut file = Gathering::default();
    for title in ["Un", "Deux"] {
        file.heading(1, title);
        file.paragraph("Texte.");
    }
    let (document, losses) = file.finish();
    assert_eq!((document.title.as_str(), document.articles.len(), losses.len()), ("", 2, 0));
}

#[test]
fn a_table_keeps_its_words_row_by_row() {
    let mut file = Gathering::default();
    file.heading(1, "Un");
    file.lost(Lost::Table);
    file.start_row();
    file.paragraph("Qui");
    file.paragraph("");
    file.paragraph("Quand");
    file.end_row();
    let (document, losses) = file.finish();
    assert_eq!(document.articles[0].blocks, [Block::List(vec!["Qui · Quand".into()])]);
    assert_eq!((losses[0].what, losses[0].n), (Lost::Table, 1));
}

#[test]
fn what_no_charter_can_hold_is_refused() {
    let article = |title: String, body: String| Piece { title, blocks: vec![Block::Paragraph(vec![body])] };
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
    fn typed_and_read_again_is_the_same(text in "([ \\-a*é\\t\u{a0}\u{200b}]|\n|\n\n|- |\\PC){0,60}") {
        let read = blocks(&text);
        prop_assert_eq!(blocks(&typed(&read)), read);
    }

    #[test]
    fn a_number_in_front_comes_off_again(title in "(Article 2 – )?\\PC{1,20}", number in 1usize..300) {
        let title = one_line(&title);
        prop_assume!(!title.is_empty());
        let written = numbered(number, &title);
        prop_assert_eq!(unnumbered(&written, number), title);
    }
}
