//! A charter's text out of files and into them, through the router.

use axum::http::{StatusCode, header};
use domain::{
    access::{Act, Seat},
    round::Calendar,
};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_the_charter_takes_it_along() {
    let app = TestApp::new().await;
    let of = |round: domain::id::RoundId, ending: &str| format!("/r/{round}/charter.{ending}");
    for (ending, start) in [("md", "---\npalabre: charter"), ("html", "<!DOCTYPE html>"), ("docx", "PK"), ("odt", "PK"), ("pdf", "%PDF-")] {
        let answer = app.get(Seat::Visitor, &of(app.world.charter, ending)).await;
        assert_eq!(answer.status, StatusCode::OK, "{ending}");
        assert!(answer.body.starts_with(start), "{ending}");
        let name = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(name.starts_with("attachment; filename=\"") && name.contains(&format!(".{ending}\"")), "{name}");
        // There is no charter in a survey.
        assert_eq!(app.get(Seat::Facilitator, &of(app.world.survey, ending)).await.status, StatusCode::NOT_FOUND);
    }
    let page = app.get(Seat::Visitor, &format!("/r/{}", app.world.charter)).await;
    assert!(page.body.contains("charter.odt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_charter_that_has_opened_takes_no_file() {
    let app = TestApp::new().await;
    let round = app.world.charter.to_string();
    let from = format!("/r/{round}/edit");
    let before = store::charter::articles(&mut app.services.db.read().await.unwrap(), app.world.charter).await.unwrap();
    let fields = [("round", round.as_str())];
    let answer = app.post_file(Seat::Facilitator, Act::ImportCharter, &from, &fields, b"# Un\n\nTexte.\n").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let answer = app.post_file(Seat::Facilitator, Act::ImportCharter, &from, &fields, b"PK\x03\x04 nothing").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let after = store::charter::articles(&mut app.services.db.read().await.unwrap(), app.world.charter).await.unwrap();
    assert_eq!(before, after);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_becomes_articles_and_what_was_lost_is_said() {
    let app = TestApp::new().await;
    let round = app.world.charter;
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, Calendar::default()).await })).await.unwrap();
    // A draft is for those who prepare it.
    assert_ne!(app.get(Seat::Family, &format!("/r/{round}/charter.md")).await.status, StatusCode::OK);
    let articles = async || store::charter::articles(&mut app.services.db.read().await.unwrap(), round).await.unwrap();
    let before = articles().await;
    let (id, from) = (round.to_string(), format!("/r/{round}/edit"));
    let bring = async |file: &str| app.post_file(Seat::Facilitator, Act::ImportCharter, &from, &[("round", &id)], file.as_bytes()).await;
    let file = "Pourquoi.\n\n# Tout neuf\n\nUn **mot** ~~barré~~.\n\n- un point\n\n![photo](p.jpg)\n\n# Autre\n\nTexte.\n";
    let answer = bring(file).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.contains("1 passage souligné, barré") && answer.body.contains("1 image."), "{}", answer.body);
    let after = articles().await;
    assert_eq!(after.len(), before.len() + 2);
    let new = &after[before.len()].version;
    assert_eq!((new.title.as_str(), new.body.as_str()), ("Tout neuf", "Un **mot** barré.\n\n- un point"));
    // The same once more, one article changed: a new version of it, and nothing else.
    let answer = bring("# Tout neuf\n\nUn **mot** barré.\n\n- un point\n\n# Autre\n\nChangé.\n").await;
    assert!(answer.status.is_redirection(), "{}", answer.status);
    let again = articles().await;
    let numbers: Vec<_> = again[before.len()..].iter().map(|article| (article.version.number, article.version.body.clone())).collect();
    assert_eq!(numbers, [(1, "Un **mot** barré.\n\n- un point".to_owned()), (2, "Changé.".to_owned())]);
    // What is no charter is refused, by the field.
    let answer = bring("Sans titre.").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("aucun titre"));
}

#[tokio::test(flavor = "multi_thread")]
async fn chapters_and_definitions_of_a_file_are_taken_over_and_leave_again() {
    let app = TestApp::new().await;
    let round = app.world.charter;
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, Calendar::default()).await })).await.unwrap();
    let (id, from) = (round.to_string(), format!("/r/{round}/edit"));
    let file = "# Un tour\n\n## Accueillir\n\n### Premier\n\nUne [famille](#word-1).\n\n### Second\n\nTexte.\n\n## Un chapitre\n\n### Article\n\nLe texte\n\n\
                ## Words we use\n\n- **Famille**: qui *élève* un enfant.\n- **crèche** – un lieu.\n";
    let answer = app.post_file(Seat::Facilitator, Act::ImportCharter, &from, &[("round", &id)], file.as_bytes()).await;
    // What a word meant before is said.
    assert!(
        answer.body.contains("Ce que voulait dire un mot avant") && answer.body.contains("famille – Qui élève un enfant."),
        "{}",
        answer.body
    );
    let mut c = app.services.db.read().await.unwrap();
    let chapters = store::charter::chapters(&mut c, round).await.unwrap();
    let articles = store::charter::articles(&mut c, round).await.unwrap();
    let title = |id| chapters.iter().find(|chapter| Some(chapter.id) == id).map_or("", |chapter| chapter.title.as_str());
    let order: Vec<_> = articles.iter().map(|article| (article.version.title.as_str(), title(article.chapter_id))).collect();
    assert_eq!(order, [("Article", "Un chapitre"), ("Premier", "Accueillir"), ("Second", "Accueillir")]);
    let definitions = store::charter::definitions(&mut c, round).await.unwrap();
    let words: Vec<_> = definitions.iter().map(|definition| (definition.term.as_str(), definition.meaning.as_str())).collect();
    assert_eq!(words, [("Famille", "qui *élève* un enfant."), ("crèche", "un lieu.")]);
    // Out again, with the number of this text and what it is worth.
    let text = app.get(Seat::Facilitator, &format!("/r/{round}/charter.md")).await.body;
    for words in [
        "## Un chapitre\n\n### Article 1 – Article",
        "## Accueillir\n\n### Article 2 – Premier\n\nUne [famille](#word-1)",
        "**Famille** – qui *élève* un enfant.",
        "Texte en projet",
    ] {
        assert!(text.contains(words), "{words}\n---\n{text}");
    }
}
