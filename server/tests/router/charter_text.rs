//! The words of a charter through the router: marks, definitions, chapters, previews.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    round::Calendar,
};

use crate::support::{Answer, NOW, TestApp};

/// A page without the places that the renderer marks between texts.
fn read(answer: &Answer) -> String {
    answer.body.replace("<!>", "")
}

fn holds(page: &str, words: &[&str]) {
    let missing: Vec<_> = words.iter().filter(|words| !page.contains(**words)).collect();
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    assert!(missing.is_empty(), "{missing:#?}\n---\n{main}");
}

impl TestApp {
    fn charter_page(&self, rest: &str) -> String {
        format!("/r/{}{rest}", self.world.charter)
    }

    async fn text(&self, act: Act, fields: &[(&str, &str)]) -> Answer {
        self.post(Seat::Facilitator, act, &self.charter_page("/edit"), fields).await
    }

    async fn in_charter(&self, act: Act, fields: &[(&str, &str)]) -> Answer {
        let round = self.world.charter.to_string();
        let fields: Vec<_> = [("round", round.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.text(act, &fields).await
    }

    /// Titles in order, each with the chapter it is in.
    async fn order(&self) -> Vec<(String, String)> {
        let mut c = self.services.db.read().await.unwrap();
        let chapters = store::charter::chapters(&mut c, self.world.charter).await.unwrap();
        let articles = store::charter::articles(&mut c, self.world.charter).await.unwrap();
        assert!(articles.iter().map(|article| article.position).eq(1..=i64::try_from(articles.len()).unwrap()), "numbers without gaps");
        let title = |id| chapters.iter().find(|chapter| Some(chapter.id) == id).map(|chapter| chapter.title.clone()).unwrap_or_default();
        articles.into_iter().map(|article| (article.version.title.clone(), title(article.chapter_id))).collect()
    }

    async fn write(&self, body: &str) {
        let id = self.world.article.to_string();
        let version =
            store::charter::article(&mut self.services.db.read().await.unwrap(), self.world.article).await.unwrap().unwrap().version;
        let number = version.number.to_string();
        let fields = [("article", id.as_str()), ("version", &number), ("title", "Article"), ("body", body), ("note", "Parce que")];
        assert_eq!(self.text(Act::EditArticle, &fields).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_read_as_what_they_say_and_words_lead_to_their_definitions() {
    let app = TestApp::new().await;
    app.write("Chaque **[[Famille]]** choisit *librement* <b> : [[crèche]], [[famille|parents]]^[Voir la loi.].\n\n1. un\n2. deux").await;
    let word = format!("#word-{}", app.world.definition);
    for page in [app.charter_page(""), format!("/article/{}", app.world.article)] {
        let page = read(&app.get(Seat::Visitor, &page).await);
        holds(&page, &["<em>librement</em>", "&lt;b&gt;", "<ol><li>un</li><li>deux</li></ol>", "role=\"doc-noteref\"", "Voir la loi."]);
        // On the page itself, with the word that is meant; what nobody has defined is a word like any other.
        holds(&page, &[&format!("id=\"{}\"", &word[1..]), "<dfn", "Qui élève un enfant."]);
        assert_eq!(page.matches(&format!("href=\"{word}\"")).count(), 2);
        // What changed is shown as it was typed, under the article.
        let text = page.split("id=\"history\"").next().unwrap();
        assert!(!text.contains("[[") && !page.contains("Ce mot n’a pas"));
    }
    let edit = app.get(Seat::Facilitator, &app.charter_page("/edit")).await.body;
    assert!(edit.contains("Des textes renvoient à des mots") && edit.contains("«\u{a0}crèche\u{a0}»"));
    let edit = app.get(Seat::Facilitator, &format!("/article/{}/edit", app.world.article)).await.body;
    assert!(edit.contains("Ce mot n’a pas encore de définition") && edit.contains("«\u{a0}crèche\u{a0}»"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_what_is_typed_and_saves_nothing() {
    let app = TestApp::new().await;
    let from = format!("/article/{}/edit", app.world.article);
    let (article, round) = (app.world.article.to_string(), app.world.charter.to_string());
    let fields = |body: &'static str| {
        [("article", article.as_str()), ("round", &round), ("version", "1"), ("title", "Titre tapé"), ("body", body), ("note", "Pourquoi")]
    };
    let typed = fields("Un **mot** et [[famille]]\n\n- un point");
    let page = app.post(Seat::Facilitator, Act::PreviewText, &from, &typed).await;
    assert_eq!(page.status, StatusCode::OK);
    let link = format!("/r/{round}#word-{}", app.world.definition);
    holds(&read(&page), &["<strong>mot</strong>", "<li>un point</li>", "value=\"Titre tapé\"", &link]);
    holds(&page.body, &["Un **mot** et [[famille]]", "Rien n’est encore enregistré"]);
    // Somebody saves meanwhile: a preview does not make the form forget what it was written from.
    app.write("Un autre texte.").await;
    let page = app.post(Seat::Facilitator, Act::PreviewText, &from, &typed).await;
    assert!(page.body.contains("name=\"version\" value=\"1\""));
    let saved = app.post(Seat::Facilitator, Act::EditArticle, &from, &typed).await;
    assert_eq!(saved.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(saved.body.contains("Deux versions écrites en même temps"));
    // Those who propose amendments have it too, and nobody else.
    let amend = format!("/article/{}/amend", app.world.article);
    let mine = [("form_key", "change"), ("round", round.as_str()), ("body", "*Mieux*"), ("reason", "Parce que")];
    let page = app.post(Seat::Family, Act::PreviewText, &amend, &mine).await;
    holds(&read(&page), &["<em>Mieux</em>", "Parce que"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn definitions_are_written_while_the_charter_is() {
    let app = TestApp::new().await;
    let add = async |term: &str, meaning: &str| {
        app.in_charter(Act::AddDefinition, &[("form_key", "new-definition"), ("term", term), ("meaning", meaning)]).await
    };
    let twice = add("Famille", "Autre chose").await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("Ce mot est déjà défini") && twice.body.contains("Autre chose"));
    assert_eq!(add("crèche", "Un lieu pour une [[famille]].").await.status, StatusCode::SEE_OTHER);
    let id = app.world.definition.to_string();
    let edit = [("definition", id.as_str()), ("term", "foyer"), ("meaning", "Qui vit ensemble.")];
    assert_eq!(app.text(Act::EditDefinition, &edit).await.location(), app.charter_page(&format!("/edit#definition-{id}")));
    assert_eq!(app.text(Act::EditDefinition, &edit).await.status, StatusCode::SEE_OTHER);
    let page = read(&app.get(Seat::Visitor, &app.charter_page("")).await);
    holds(&page, &[">foyer</dfn>", ">crèche</dfn>"]);
    assert!(page.find(">foyer</dfn>") < page.find(">crèche</dfn>"));
    assert_eq!(app.text(Act::MoveDefinition, &[("definition", &id), ("direction", "down")]).await.status, StatusCode::SEE_OTHER);
    let page = read(&app.get(Seat::Visitor, &app.charter_page("")).await);
    assert!(page.find(">foyer</dfn>") > page.find(">crèche</dfn>"));
    assert_eq!(app.text(Act::RemoveDefinition, &[("definition", &id)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.text(Act::EditDefinition, &edit).await.status, StatusCode::NOT_FOUND);
    assert!(!app.get(Seat::Visitor, &app.charter_page("")).await.body.contains("foyer"));
    // What changed nothing is not told; what went is kept.
    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    for (act, times) in [("Mot défini", 1), ("Définition changée", 1), ("Définition déplacée", 1), ("Définition enlevée", 1)] {
        assert_eq!(journal.matches(act).count(), times, "{act}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn chapters_gather_articles_whose_numbers_run_on() {
    let app = TestApp::new().await;
    let of =
        |titles: &[(&str, &str)]| -> Vec<(String, String)> { titles.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect() };
    // A new article stands at the end: in the last chapter.
    for title in ["Deux", "Trois"] {
        app.in_charter(Act::AddArticle, &[("title", title), ("body", "Texte")]).await;
    }
    assert_eq!(app.order().await, of(&[("Article", ""), ("Deux", "Un chapitre"), ("Trois", "Un chapitre")]));
    assert_eq!(app.in_charter(Act::AddChapter, &[("title", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let added = app.in_charter(Act::AddChapter, &[("title", "Second")]).await;
    let second = added.location().rsplit_once("chapter-").unwrap().1.to_owned();
    let articles = store::charter::articles(&mut app.services.db.read().await.unwrap(), app.world.charter).await.unwrap();
    let [one, two, three] = [0, 1, 2].map(|at| articles[at].id.to_string());
    let place = async |article: &str, chapter: &str| app.text(Act::PlaceArticle, &[("article", article), ("chapter", chapter)]).await;
    place(&one, &second).await;
    place(&two, "").await;
    assert_eq!(app.order().await, of(&[("Deux", ""), ("Trois", "Un chapitre"), ("Article", "Second")]));
    // A chapter of elsewhere, or none at all.
    assert_eq!(place(&one, &app.world.article.to_string()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(place(&one, "x").await.status, StatusCode::NOT_FOUND);
    holds(&read(&app.get(Seat::Visitor, &app.charter_page("")).await), &["start=\"3\"", ">Second</h2>", ">Article</h3>"]);
    holds(&read(&app.get(Seat::Visitor, &format!("/article/{one}")).await), &["Article 3", "Second"]);
    // Over the edge of a chapter an article changes chapters, not places.
    app.text(Act::MoveArticle, &[("article", &three), ("direction", "down")]).await;
    assert_eq!(app.order().await, of(&[("Deux", ""), ("Trois", "Second"), ("Article", "Second")]));
    app.text(Act::MoveArticle, &[("article", &three), ("direction", "up")]).await;
    assert_eq!(app.order().await, of(&[("Deux", ""), ("Trois", ""), ("Article", "Second")]));
    // A chapter takes its articles along, and leaves them behind when it goes.
    place(&three, &app.world.chapter.to_string()).await;
    app.text(Act::MoveChapter, &[("chapter", &second), ("direction", "up")]).await;
    assert_eq!(app.order().await, of(&[("Deux", ""), ("Article", "Second"), ("Trois", "Un chapitre")]));
    app.text(Act::RenameChapter, &[("chapter", &second), ("title", "Premier")]).await;
    app.text(Act::RemoveChapter, &[("chapter", &app.world.chapter.to_string())]).await;
    assert_eq!(app.order().await, of(&[("Deux", ""), ("Article", "Premier"), ("Trois", "Premier")]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_moves_an_article_into_another_chapter_on_every_page_and_file() {
    let app = TestApp::new().await;
    let second = app.in_charter(Act::AddChapter, &[("title", "Second")]).await;
    let second = second.location().rsplit_once("chapter-").unwrap().1.to_owned();
    for title in ["Deux", "Trois"] {
        app.in_charter(Act::AddArticle, &[("title", title), ("body", "Texte")]).await;
    }
    let first = app.world.article.to_string();
    app.text(Act::PlaceArticle, &[("article", &first), ("chapter", &app.world.chapter.to_string())]).await;
    let articles = store::charter::articles(&mut app.services.db.read().await.unwrap(), app.world.charter).await.unwrap();
    assert!(articles[1..].iter().all(|article| article.chapter_id.is_some_and(|id| id.to_string() == second)));
    let [two, three] = [1, 2].map(|at| articles[at].id.to_string());
    let send = async |article: &str, after: &str| {
        let fields = [("article", article), ("version", "1"), ("kind", "move"), ("after", after), ("reason", "Ensemble")];
        app.post(Seat::Family, Act::Amend, &format!("/article/{article}/amend"), &fields).await
    };
    let accept = async |path: &str| {
        let id = path.rsplit('/').next().unwrap();
        let fields = [("amendment", id), ("version", "1"), ("step", "accept"), ("decision", "Bien vu")];
        assert_eq!(app.post(Seat::Facilitator, Act::DecideAmendment, path, &fields).await.status, StatusCode::SEE_OTHER);
    };
    // It stays second and changes chapters: that is offered, and is no place that it has already.
    let form = app.get(Seat::Family, &format!("/article/{two}/amend")).await.body;
    assert!(form.contains(&format!("value=\"{first}\"")), "{form}");
    let only_chapter = send(&two, &first).await;
    assert_eq!(only_chapter.status, StatusCode::SEE_OTHER, "{}", only_chapter.body);
    let page = app.get(Seat::Visitor, only_chapter.location()).await.body;
    assert!(page.contains("order-chapter") && page.contains("Un chapitre") && page.contains("Second"), "{page}");
    let moved = send(&three, &first).await;
    accept(moved.location()).await;
    let of = |titles: [(&str, &str); 3]| titles.map(|(article, chapter)| (article.to_owned(), chapter.to_owned())).to_vec();
    assert_eq!(app.order().await, of([("Article", "Un chapitre"), ("Trois", "Un chapitre"), ("Deux", "Second")]));
    let markdown = app.get(Seat::Visitor, &app.charter_page("/charter.md")).await.body;
    let places =
        |text: &str| ["Un chapitre", "Trois", "Second", "Deux"].map(|word| text.find(word).unwrap_or_else(|| panic!("{word}: {text}")));
    for text in [markdown, app.get(Seat::Visitor, &app.charter_page("")).await.body.split("<main").nth(1).unwrap_or_default().to_owned()] {
        let found = places(&text);
        assert!(found.is_sorted(), "{found:?}: {text}");
    }
    // Where it is accepted, its place is the one behind the article it names.
    accept(only_chapter.location()).await;
    assert_eq!(app.order().await, of([("Article", "Un chapitre"), ("Deux", "Un chapitre"), ("Trois", "Un chapitre")]));
    assert_eq!(send(&two, &first).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    holds(&read(&app.get(Seat::Visitor, &format!("/article/{two}")).await), &["Article 2", "Un chapitre"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_changes_once_the_round_is_closed() {
    let app = TestApp::new().await;
    let round = app.world.charter;
    let over = Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(NOW - 10), closed_at: None, published_at: None };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, over).await })).await.unwrap();
    let (chapter, definition, article) = (app.world.chapter.to_string(), app.world.definition.to_string(), app.world.article.to_string());
    for (act, fields) in [
        (Act::AddChapter, vec![("title", "x")]),
        (Act::RenameChapter, vec![("chapter", chapter.as_str()), ("title", "x")]),
        (Act::RemoveChapter, vec![("chapter", &chapter)]),
        (Act::MoveChapter, vec![("chapter", &chapter), ("direction", "up")]),
        (Act::PlaceArticle, vec![("article", &article), ("chapter", &chapter)]),
        (Act::AddDefinition, vec![("term", "x"), ("meaning", "y")]),
        (Act::EditDefinition, vec![("definition", &definition), ("term", "x"), ("meaning", "y")]),
        (Act::RemoveDefinition, vec![("definition", &definition)]),
        (Act::MoveDefinition, vec![("definition", &definition), ("direction", "up")]),
    ] {
        assert_eq!(app.in_charter(act, &fields).await.status, StatusCode::CONFLICT, "{act:?}");
    }
    let page = app.get(Seat::Facilitator, &app.charter_page("/edit")).await.body;
    assert!(page.contains("Un chapitre") && page.contains("famille") && !page.contains("/api/charter/add-definition"));
}
