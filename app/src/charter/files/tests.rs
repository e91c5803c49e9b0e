use std::io::{Cursor, Write};

use domain::charter::{
    document::{Chapter, Definition, Document, Loss, Lost, Piece, check},
    markup::{Block, Line, Span, blocks, line, mend, one_line, typed},
};
use proptest::prelude::*;

use super::{MOST, Paper, docx, html, markdown, odt, print, read};
use crate::i18n::Lang;

fn paper(document: Document) -> Paper {
    let facts =
        vec![("Territoire".to_owned(), "Saint-Denis : « nord »".to_owned()), ("Version".to_owned(), "3, du 14 mars 2026".to_owned())];
    let easy = document.articles.iter().map(|_| blocks("En clair <b>")).collect();
    Paper { document, easy, tag: "fr".to_owned(), lang: Lang::Fr, facts, signed: None }
}

/// With all that a charter may hold.
fn charter() -> Document {
    let piece = |title: &str, text: &str| Piece { title: title.into(), blocks: blocks(text) };
    let chapter = |title: &str, at: usize| Chapter { title: title.into(), at };
    let definition = |term: &str, meaning: &str| Definition { term: term.into(), meaning: line(meaning) };
    Document {
        title: "Charte de *partage* & d'échange".into(),
        preamble: blocks("Pourquoi *ensemble* ?\nPour <tous>^[Oui, **tous** & « chacun ».].\n- un\n- deux"),
        chapters: vec![chapter("Vide & seul", 1), chapter("Accueillir", 1), chapter("La fin", 3)],
        articles: vec![
            piece(
                "Partager : quoi ?",
                "Nous partageons #tout^[Ou presque.]^[Deux notes.], **sauf *rien***.\n\n3. ce qui aide\n4. rien d'autre\n7. sept",
            ),
            piece("Garder", "Chaque **[[Famille]]** choisit son [[lieu d’accueil|*crèche*]].\n\n- *un* point\n- **deux**[[famille]]"),
            piece("Écouter", "***Toujours.***\n*Encore*."),
        ],
        definitions: vec![
            definition("famille", "qui élève *un enfant*^[Ou plusieurs.]"),
            definition("Lieu d’accueil", "**crèche**, relais, [[famille|foyer]] : tout cela."),
        ],
    }
}

/// Words as people type them, with all that a format could take for its own.
fn words() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        3 => "[a-zé ]{1,6}",
        2 => r"[-+*_#=:.|~<>&\[\]()!`\\1-9'\x22/{}$^@]{1,3}",
        1 => r"(1\. |---|===|&amp;|<br>|\[\^1\]|https://a\.b|\]\]>|Article 1 – |- )",
        1 => "\\PC",
        1 => "[\u{a0}\u{202f}\u{2028}\u{200b}\u{feff}\t\u{fffe}]",
    ];
    prop::collection::vec(sign, 1..8).prop_map(|parts| one_line(&parts.concat())).prop_filter("some words", |words| !words.is_empty())
}

fn span() -> impl Strategy<Value = Span> {
    (words(), 0..6u8, any::<bool>(), any::<bool>()).prop_map(|(words, role, emphasis, strong)| match role {
        0 => Span { emphasis, strong, ..Span::term("famille", words) },
        1 => Span { emphasis, strong, ..Span::term("Lieu d’accueil", "lieu d'accueil") },
        2 => Span { emphasis, strong, ..Span::note(words) },
        3 => Span { emphasis, strong, ..Span::words(words) },
        _ => Span::words(format!(" {words} ")),
    })
}

fn rich() -> impl Strategy<Value = Line> {
    prop::collection::vec(span(), 1..5).prop_map(|spans| mend(spans).0).prop_filter("some words", |line| !line.is_empty())
}

fn text() -> impl Strategy<Value = Vec<Block>> {
    let block = (0..3u8, 0..20usize, prop::collection::vec(rich(), 1..4));
    prop::collection::vec(block, 1..4)
        .prop_map(|made| {
            let made: Vec<_> = made
                .into_iter()
                .map(|(kind, first, lines)| match kind {
                    0 => Block::List(lines),
                    1 => Block::Numbered(first, lines),
                    _ => Block::Paragraph(lines),
                })
                .collect();
            // As they come from what is typed: two lists that follow one another are one.
            blocks(&typed(&made))
        })
        .prop_filter("some words", |blocks| !blocks.is_empty())
}

fn document() -> impl Strategy<Value = Document> {
    let piece = (words(), text()).prop_map(|(title, blocks)| Piece { title, blocks });
    let pieces = prop::collection::vec(piece, 1..4);
    let chapters = prop::collection::vec((words(), 0..4usize), 0..3);
    let meanings = (rich(), rich()).prop_map(|meanings| {
        let of = |term: &str, meaning: Line| Definition {
            term: term.to_owned(),
            meaning: line(&one_line(&domain::charter::markup::written(&meaning))),
        };
        [of("famille", meanings.0), of("Lieu d’accueil", meanings.1)]
    });
    (words(), prop_oneof![Just(Vec::new()), text()], pieces, chapters, meanings)
        .prop_map(|(title, preamble, articles, chapters, meanings)| {
            let mut chapters: Vec<_> = chapters.into_iter().map(|(title, at)| Chapter { title, at: at.min(articles.len()) }).collect();
            chapters.sort_by_key(|chapter| chapter.at);
            let definitions = meanings.into_iter().filter(|definition| !definition.meaning.is_empty()).collect::<Vec<_>>();
            let definitions = if definitions.len() == 2 { definitions } else { Vec::new() };
            Document { title, preamble, articles, chapters, definitions }
        })
        .prop_filter("terms are defined", |document| document.definitions.len() == 2)
}

#[test]
fn everything_that_a_charter_holds_comes_back() {
    let paper = paper(charter());
    for (format, bytes) in
        [("md", markdown::write(&paper).into_bytes()), ("docx", docx::write(&paper).unwrap()), ("odt", odt::write(&paper).unwrap())]
    {
        let (again, losses) = read(&bytes).unwrap();
        assert_eq!(again, charter(), "{format}: {}", markdown::write(&paper));
        assert_eq!(losses, Vec::new(), "{format}");
    }
}

#[test]
fn markdown_is_as_people_write_it() {
    let text = markdown::write(&paper(charter()));
    for words in [
        "\n## Accueillir\n\n### Article 2 – Garder\n",
        "Chaque **[Famille](#word-1)** choisit",
        "son [\\*crèche\\*](#word-2 \"lieu d’accueil\").",
        "\n- *un* point\n- **deux**[famille](#word-1)\n",
        "3. ce qui aide\n4. rien d'autre\n\n7) sept\n",
        "***Toujours.***\\\n*Encore*.",
        "\n[^1]: Oui, tous \\& « chacun ».\n",
        "- <a id=\"word-1\"></a>**famille** – qui élève *un enfant*[^4]",
    ] {
        assert!(text.contains(words), "{words}\n---\n{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn what_is_written_reads_back(document in document()) {
        let paper = paper(document.clone());
        for (format, bytes) in [("md", markdown::write(&paper).into_bytes()), ("docx", docx::write(&paper).unwrap()), ("odt", odt::write(&paper).unwrap())] {
            let (again, losses) = read(&bytes).unwrap();
            prop_assert_eq!(&again, &document, "{}: {}", format, markdown::write(&paper));
            prop_assert_eq!(losses, Vec::new(), "{}", format);
        }
    }

    #[test]
    fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"# "])) {
        let _ = read(&[start, bytes.as_slice()].concat());
    }

    #[test]
    fn any_xml_is_read_or_refused(inner in r"(<w:p>|</w:p>|<w:tbl>|</w:tbl>|<w:tr>|</w:tr>|<w:r>|<w:t>|</w:t>|</w:r>|<w:del>|</w:del>|mot|&amp;|&x;|<w:drawing/>){0,30}") {
        let _ = read(&packed(&[("word/document.xml", &format!("<w:document><w:body>{inner}</w:body></w:document>"))]));
    }
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    super::archive::pack(parts).unwrap()
}

fn key(bytes: &[u8]) -> String {
    let refusal = read(bytes).and_then(|(document, _)| check(&document)).unwrap_err();
    assert_eq!(refusal.problems[0].field, "file");
    refusal.problems[0].key.clone()
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    let docx = |document: &str| packed(&[("word/document.xml", document)]);
    for (bytes, reason) in [
        (vec![b'a'; MOST + 1], "charter-file-large"),
        (b"PK\x03\x04 and no more".to_vec(), "charter-file-archive"),
        (b"%PDF-1.7 # titre".to_vec(), "charter-file-kind"),
        (vec![0xFF, 0xD8, 0xFF], "charter-file-kind"),
        ("ÐÏ\u{11}à¡±\u{1a}á".into(), "charter-file-kind"),
        (packed(&[("xl/workbook.xml", "<workbook/>")]), "charter-file-kind"),
        (packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]), "charter-file-kind"),
        (docx("<w:document><w:body><w:p>"), "charter-file-malformed"),
        (docx("<w:document><w:body></w:p></w:body></w:document>"), "charter-file-malformed"),
        (docx("<w:document><w:body>&nbsp;</w:body></w:document>"), "charter-file-malformed"),
        (docx("<other/>"), "charter-file-malformed"),
        (docx(&"<w:p>".repeat(100_000)), "charter-file-malformed"),
        (docx("<w:document><w:body><w:p><w:r><w:t>Sans titre</w:t></w:r></w:p></w:body></w:document>"), "charter-file-no-article"),
        (b"Sans titre.".to_vec(), "charter-file-no-article"),
    ] {
        let start: String = String::from_utf8_lossy(&bytes).chars().take(40).collect();
        assert_eq!(key(&bytes), reason, "{start}");
    }
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..40 {
        archive.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(key(&bytes), "charter-file-unpacked");
    assert!(bytes.len() < 200_000);
}

fn counted(losses: &[Loss]) -> Vec<(Lost, usize)> {
    let mut counted: Vec<_> = losses.iter().map(|loss| (loss.what, loss.n)).collect();
    counted.sort_unstable();
    counted
}

#[test]
fn markdown_says_what_it_lost() {
    let text = "---\nauthor: Ana\n---\n# Charte\n\nBonjour **à** [vous](https://a.b).\n\n## Un\n\n1. premier\n2. second\n   - dedans\n\nSuite[^1].\nMême paragraphe.\n\n\
        | Qui | Quand |\n|---|---|\n| nous | demain |\n\n![photo](p.jpg)\n\n<!-- à revoir -->\n\n<div>bloc</div>\n\n***\n\n[^1]: La note.\n";
    let (document, losses) = read(text.as_bytes()).unwrap();
    assert_eq!((document.title.as_str(), typed(&document.preamble)), ("Charte", "Bonjour **à** vous.".into()));
    let body = typed(&document.articles[0].blocks);
    assert_eq!(body, "1. premier\n2. second\n\n- dedans\n\nSuite^[La note.]. Même paragraphe.\n\n- Qui · Quand\n- nous · demain");
    assert_eq!(
        counted(&losses),
        [
            (Lost::Table, 1),
            (Lost::Image, 1),
            (Lost::Comment, 1),
            (Lost::Link, 1),
            (Lost::Nesting, 1),
            (Lost::Rule, 1),
            (Lost::Markup, 1),
            (Lost::Metadata, 1),
        ]
    );
    let words = |what| losses.iter().find(|loss| loss.what == what).unwrap().words.concat();
    assert!(words(Lost::Comment).contains("à revoir") && words(Lost::Image) == "photo");
}

/// As Word in French saves it: styles with French ids and English names, lists by numbers.
#[test]
fn a_file_of_word_is_read_by_its_styles() {
    let styles = r#"<w:styles><w:style w:styleId="Titre"><w:name w:val="Title"/></w:style><w:style w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:styleId="Maison"><w:name w:val="Maison"/><w:basedOn w:val="Titre1"/></w:style><w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="character" w:styleId="Accentuation"><w:name w:val="Emphasis"/></w:style><w:style w:type="character" w:styleId="Lien"><w:name w:val="Hyperlink"/></w:style></w:styles>"#;
    let numbering = r#"<w:numbering><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>"#;
    let of = |style: &str, runs: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/><w:rPr><w:b/></w:rPr></w:pPr>{runs}</w:p>"#);
    let run = |words: &str| format!(r#"<w:r><w:t xml:space="preserve">{words}</w:t></w:r>"#);
    let point = |list: u8, level: u8, words: &str| {
        format!(r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#, run(words))
    };
    let body = [
        of("Titre", &run("Charte")),
        of("TM1", &run("Un 1")),
        of("", &(run("Nous, ") + r#"<w:r><w:rPr><w:b/></w:rPr><w:t>ici</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>.</w:t></w:r>"#)),
        of("Titre1", &run("Article 1. Un")),
        of("", r#"<w:r><w:rPr><w:rStyle w:val="Accentuation"/></w:rPr><w:t>Deux fois</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Lien"/></w:rPr><w:t> dit.</w:t></w:r>"#),
        of("", &(run("Début") + r#"<w:ins w:id="1"><w:r><w:t> ajouté</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>barré</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="0"/></w:r>"#)),
        of("", r#"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing/></w:r>"#),
        point(1, 0, "un"),
        point(1, 1, "deux"),
        point(2, 0, "trois"),
        point(2, 0, "quatre"),
        of("Maison", &run("Deux")),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", of("", &run("Qui")), of("", &run("Quand"))),
        of("Titre1", &run("Annexes")),
    ]
    .concat();
    let document = format!("<?xml version=\"1.0\"?><w:document><w:body>{body}<w:sectPr/></w:body></w:document>");
    let header = "<w:hdr><w:p><w:r><w:t>Brouillon</w:t></w:r></w:p></w:hdr>";
    let notes = r#"<w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>La note,</w:t></w:r></w:p><w:p><w:r><w:t>ici.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let bytes = packed(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("word/header1.xml", header),
        ("word/footnotes.xml", notes),
    ]);
    let (document, losses) = read(&bytes).unwrap();
    assert_eq!((document.title.as_str(), typed(&document.preamble)), ("Charte", "Nous, **ici**.".to_owned()));
    let un = "*Deux fois* dit.\n\nDébut ajouté^[La note, ici.]\n\n- un\n- deux\n\n4. trois\n5. quatre";
    let articles: Vec<_> = document.articles.iter().map(|article| (article.title.as_str(), typed(&article.blocks))).collect();
    assert_eq!(articles, [("Un", un.to_owned()), ("Deux", "- Qui · Quand".to_owned())]);
    assert_eq!(
        counted(&losses),
        [
            (Lost::Table, 1),
            (Lost::Image, 1),
            (Lost::TextBox, 1),
            (Lost::Comment, 1),
            (Lost::Change, 2),
            // In the note.
            (Lost::Emphasis, 1),
            (Lost::Nesting, 1),
            (Lost::Heading, 1),
            (Lost::HeaderFooter, 1),
            (Lost::Contents, 1),
        ]
    );
    assert!(losses.iter().any(|loss| loss.words == ["Encadré"]) && losses.iter().any(|loss| loss.words == ["Annexes"]));
}

/// As LibreOffice saves it: automatic styles of all kinds, words cut into spans, changes kept apart.
#[test]
fn a_file_of_libreoffice_is_read_by_its_styles() {
    let content = r##"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="T1" style:family="text"><style:text-properties officeooo:rsid="0012"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>
</office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>Barré</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
<text:sequence-decls><text:sequence-decl text:name="Table"/></text:sequence-decls>
<text:p text:style-name="P1">Charte</text:p><text:table-of-content><text:index-body><text:p>Un 1</text:p></text:index-body></text:table-of-content>
<text:p text:style-name="Standard">Nous<text:span text:style-name="T1">,<text:s text:c="2"/></text:span><text:span text:style-name="T2">ici</text:span>
 toujours.<text:line-break/>Ensuite.</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1"><text:bookmark text:name="a"/>Un</text:h>
<text:p>Début<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>La note</text:p></text:note-body></text:note><office:annotation><text:p>À revoir</text:p></office:annotation> et <text:a xlink:href="https://a.b">fin</text:a>.</text:p>
<text:p><draw:frame><draw:image/></draw:frame><draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>un</text:p><text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>trois</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Qui</text:p></table:table-cell><table:table-cell><text:p>Quand</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"##;
    let styles = r#"<office:document-styles><office:master-styles><style:master-page><style:header><text:p>Brouillon</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"#;
    let bytes = packed(&[("mimetype", odt::MIMETYPE), ("content.xml", content), ("styles.xml", styles)]);
    let (document, losses) = read(&bytes).unwrap();
    assert_eq!((document.title.as_str(), document.preamble), ("Charte", blocks("Nous, **ici** toujours.\nEnsuite.")));
    let body = typed(&document.articles[0].blocks);
    assert_eq!(
        (document.articles[0].title.as_str(), body.as_str()),
        ("Un", "Début^[La note] et fin.\n\n- un\n- deux\n\n1. trois\n\n- Qui · Quand")
    );
    assert_eq!(
        counted(&losses),
        [
            (Lost::Table, 1),
            (Lost::Image, 1),
            (Lost::TextBox, 1),
            (Lost::Comment, 1),
            (Lost::Change, 2),
            (Lost::Link, 1),
            (Lost::Nesting, 1),
            (Lost::HeaderFooter, 1),
            (Lost::Contents, 1),
        ]
    );
}

#[test]
fn the_page_has_its_anchors_and_takes_words_for_words() {
    let page = html::write(&paper(charter()));
    for words in [
        "<h2 class=\"chapter\" id=\"chapter-2\" lang=\"fr\" dir=\"ltr\">Accueillir</h2>",
        "<ol start=\"2\"><li><a href=\"#article-2\">",
        "<h3 id=\"title-2\">Article 2 – Garder</h3>",
        "<strong><a href=\"#word-1\">Famille</a></strong>",
        "<dt id=\"word-2\"><dfn>Lieu d’accueil</dfn></dt><dd><strong>crèche</strong>",
        "<ol start=\"7\"><li>sept</li></ol>",
        "<sup><a id=\"mark-1\" href=\"#note-1\" aria-label=\"Note 1\">1</a></sup>",
        "<ol class=\"notes\" start=\"2\"><li id=\"note-2\">Ou presque. ",
    ] {
        assert!(page.contains(words), "{words}\n---\n{page}");
    }
    assert!(page.contains("<a href=\"#article-2\">Garder</a>") && page.contains("<article id=\"article-2\" lang=\"fr\""));
    assert!(page.contains("Pour &lt;tous&gt;<sup>") && page.contains("En clair &lt;b&gt;") && !page.contains("<tous>"));
    assert!(page.contains("3, du 14 mars 2026") && page.contains("@media print") && !page.contains("src="));
}

#[tokio::test]
async fn the_pdf_is_set_and_tagged() {
    let bytes = print::write(&paper(charter())).await.unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("/MarkInfo") || text.contains("pdfuaid"), "tagged");
    let mut arabic = paper(charter());
    arabic.tag = "ar".to_owned();
    assert!(print::write(&arabic).await.is_ok());
}
