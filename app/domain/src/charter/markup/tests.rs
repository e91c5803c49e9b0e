use std::time::Instant;

use proptest::prelude::*;

use super::*;

fn em(words: &str) -> Span {
    Span { emphasis: true, ..Span::words(words) }
}

fn strong(words: &str) -> Span {
    Span { strong: true, ..Span::words(words) }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![vec![Span::words(words)]])
}

fn points(points: &[&str]) -> Vec<Line> {
    points.iter().map(|&point| vec![Span::words(point)]).collect()
}

#[test]
fn marks_are_read() {
    let read = line("On écoute *chaque* famille, **toujours**, en [[lieu d’accueil|crèche]] ou [[relais]]^[Voir [1] et *plus*.].");
    let expected = [
        Span::words("On écoute "),
        em("chaque"),
        Span::words(" famille, "),
        strong("toujours"),
        Span::words(", en "),
        Span::term("lieu d’accueil", "crèche"),
        Span::words(" ou "),
        Span::term("relais", "relais"),
        Span::note("Voir [1] et plus."),
        Span::words("."),
    ];
    assert_eq!(read, expected);
    assert_eq!(plain(&read), "On écoute chaque famille, toujours, en crèche ou relais.");
}

#[test]
fn one_within_the_other_or_across_it() {
    let both = |words: &str| Span { emphasis: true, ..strong(words) };
    assert_eq!(line("***a***"), [both("a")]);
    assert_eq!(line("*a **b***"), [em("a "), both("b")]);
    assert_eq!(line("***a** b*"), [both("a"), em(" b")]);
    assert_eq!(line("*a **b* c**"), [em("a "), both("b"), strong(" c")]);
    assert_eq!(line("**[[a]]**"), [Span { strong: true, ..Span::term("a", "a") }]);
}

#[test]
fn what_is_not_closed_is_a_letter() {
    for text in [
        "*a",
        "a*",
        "**a*",
        "* a *",
        "2 * 3 * 4",
        "****a****",
        "*",
        "***",
        "[[a",
        "[[]]",
        "[[ ]]",
        "[[|a]]",
        "^[a",
        "^[]",
        "a]]",
        "^",
        "\\",
        "\\a",
        "habitant*es et usager*es",
        "5*3*2",
        "[a](b)",
        "_a_",
        "`a`",
    ] {
        assert_eq!(line(text), [Span::words(text)], "{text}");
    }
    assert_eq!(line("*a *b*"), [Span::words("*a "), em("b")]);
    assert_eq!(line("[[a [[b]]"), [Span::words("[[a "), Span::term("b", "b")]);
    assert_eq!(line(r"\*a\* \[[b]] \^[c] \\"), [Span::words(r"*a* [[b]] ^[c] \")]);
}

#[test]
fn lines_are_paragraphs_and_points() {
    let text = "Un.\nDeux.\n- a\n- b\nTrois.\n\n- c\n\n- d\n\n\n  Quatre.\n \nCinq.\n1. x\n2. y\n\n3. z\n5. w\n1984. Une année";
    let two = Block::Paragraph(points(&["Un.", "Deux."]));
    let expected = [
        two,
        Block::List(points(&["a", "b"])),
        paragraph("Trois."),
        Block::List(points(&["c", "d"])),
        paragraph("Quatre."),
        paragraph("Cinq."),
        // Each reads with the number that it has.
        Block::Numbered(1, points(&["x", "y", "z"])),
        Block::Numbered(5, points(&["w"])),
        paragraph("1984. Une année"),
    ];
    assert_eq!(blocks(text), expected);
    assert_eq!(blocks("1.\n-\n01. a"), [Block::Paragraph(points(&["1.", "01. a"]))]);
}

#[test]
fn what_the_marks_cannot_say_is_mended() {
    // Word sets blanks apart, and halves of words.
    assert_eq!(mend(vec![Span::words("Un"), em(" mot ")]), (vec![Span::words("Un "), em("mot")], 0));
    assert_eq!(mend(vec![strong("pré"), Span::words("ambule")]), (vec![Span::words("préambule")], 1));
    assert_eq!(mend(vec![em("l’"), Span::words("idée")]), (vec![Span::words("l’idée")], 1));
    assert_eq!(mend(vec![em("(oui)"), strong(", non")]).1, 0);
}

/// Letters and figures, all that may not be lost.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn all_letters(blocks: &[Block]) -> String {
    let of = |line: &Line| {
        let spans = line.iter().map(|span| match &span.role {
            Role::Term(term) if *term != span.words => format!("{term}{}", span.words),
            _ => span.words.clone(),
        });
        spans.collect::<String>()
    };
    let of_block = |block: &Block| match block {
        Block::Numbered(first, lines) => (*first..).zip(lines).map(|(n, line)| format!("{n}{}", of(line))).collect::<String>(),
        block => block.lines().iter().map(of).collect(),
    };
    letters(&blocks.iter().map(of_block).collect::<String>())
}

const TEXT: &str = r"([ab1é.’ \-]|\*{1,4}|\[\[|\]\]|\^\[|\]|\[|\||\\|- |2\. |\n|\n\n|\PC){0,40}";
const PLAIN: &str = r"([abé1. ,’\n\-]){0,60}";

fn span() -> impl Strategy<Value = Span> {
    let words = r"([abé.,’ 1]|\*|\[|\]|\^|\||\\|\PC){0,6}";
    (words, words, 0..4u8, any::<bool>(), any::<bool>()).prop_map(|(words, term, role, emphasis, strong)| match role {
        0 => Span { emphasis, strong, ..Span::term(term, words) },
        1 => Span { emphasis, strong, ..Span::note(words) },
        _ => Span { emphasis, strong, ..Span::words(words) },
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]
    #[test]
    fn no_letter_is_lost(text in TEXT) {
        // "[[a|a]]" says one word twice, and reads as "[[a]]".
        let text = text.replace('|', "");
        prop_assert_eq!(all_letters(&blocks(&text)), letters(&text));
    }

    #[test]
    fn any_text_reads_and_reads_again_the_same(text in any::<String>()) {
        let read = blocks(&text);
        prop_assert_eq!(blocks(&typed(&read)), read);
    }

    #[test]
    fn typed_and_read_again_is_the_same(text in TEXT) {
        let read = blocks(&text);
        prop_assert_eq!(blocks(&typed(&read)), read, "{}", typed(&blocks(&text)));
    }

    #[test]
    fn words_without_marks_are_those_words(text in PLAIN) {
        let read = blocks(&text);
        let words: Vec<String> = read.iter().flat_map(Block::lines).map(|line| plain(line)).collect();
        let said: Vec<String> = text.lines().map(|line| { let line = squeezed(line); begun(&line).1.to_owned() }).filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(words, said);
    }

    #[test]
    fn mended_words_have_a_text(spans in prop::collection::vec(span(), 0..6)) {
        let before: String = spans.iter().map(|span| letters(&span.words)).collect();
        let terms_kept = spans.iter().all(|span| !matches!(&span.role, Role::Term(term) if squeezed(term).is_empty()));
        let (mended, _) = mend(spans);
        if terms_kept {
            prop_assert_eq!(mended.iter().map(|span| letters(&span.words)).collect::<String>(), before);
        }
        prop_assert_eq!(line(&written(&mended)), mended.clone(), "{}", written(&mended));
        prop_assert_eq!(mend(mended.clone()), (mended, 0));
    }
}

/// Ten times the text takes about ten times as long, whatever is left open in it.
#[test]
fn time_grows_with_the_text_and_no_faster() {
    for part in ["[[a ", "^[a ", "*a ", "**a", "[", "]", "\\", "*a **b* c**", "[[a]]", "^[^[a]]", "- a\n", "1. a\n"] {
        let began = Instant::now();
        let text = part.repeat(400_000 / part.len());
        let read = blocks(&text);
        assert!(!read.is_empty() && began.elapsed().as_secs() < 5, "{part}");
    }
}
