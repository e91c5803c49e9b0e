//! Versions of an article through the router: written at once, compared, taken up again, named.

use axum::http::StatusCode;
use domain::access::{Act, Seat};

use crate::support::{Answer, SEATS, TestApp};

const FIRST: &str = "On appelle le matin. On dit qui appelle.\n\nLe secret est gardé.";

impl TestApp {
    fn article(&self, rest: &str) -> String {
        format!("/article/{}{rest}", self.world.article)
    }

    async fn save(&self, from: &str, fields: &[(&str, &str)]) -> Answer {
        let id = self.world.article.to_string();
        let fields: Vec<_> = [("article", id.as_str()), ("title", "Article")].into_iter().chain(fields.iter().copied()).collect();
        self.post(Seat::Facilitator, Act::EditArticle, &self.article(from), &fields).await
    }

    async fn version(&self, version: &str, body: &str) -> Answer {
        self.save("/edit", &[("version", version), ("body", body), ("note", "Parce que")]).await
    }

    async fn words(&self) -> (i64, String) {
        let mut c = self.services.db.read().await.unwrap();
        let version = store::charter::article(&mut c, self.world.article).await.unwrap().unwrap().version;
        (version.number, version.body)
    }

    /// A field's value as the page has it, and the number of the version it starts from.
    fn form(page: &str) -> (String, String) {
        let after = |start: &str| page.split_once(start).unwrap().1;
        let body = after("name=\"body\"").split_once('>').unwrap().1.split_once("</textarea>").unwrap().0;
        let version = after("name=\"version\" value=\"").split_once('"').unwrap().0;
        (body.trim_start_matches('\n').to_owned(), version.to_owned())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_save_from_one_version_are_both_in_the_text() {
    let app = TestApp::new().await;
    assert_eq!(app.version("1", FIRST).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.version("2", &FIRST.replace("le matin", "le soir")).await.status, StatusCode::SEE_OTHER);
    // The other one, from the same version, about another sentence.
    let page = app.version("2", &format!("{}\n\nOn revient.", FIRST.replace("qui appelle", "son nom"))).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("Vous n’avez pas changé les mêmes passages"), "{}", page.body);
    let (body, version) = TestApp::form(&page.body);
    assert_eq!((body.as_str(), version.as_str()), ("On appelle le soir. On dit son nom.\n\nLe secret est gardé.\n\nOn revient.", "3"));
    assert_eq!(app.version(&version, &body).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.words().await, (4, body));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sentence_changed_by_both_is_shown_side_by_side_and_both_stand_in_the_form() {
    let app = TestApp::new().await;
    app.version("1", FIRST).await;
    app.version("2", &FIRST.replace("le matin", "le soir")).await;
    let page = app.version("2", &FIRST.replace("le matin", "à midi")).await.body;
    for words in ["Un passage a changé des deux côtés", "Avant, dans la version", "Votre texte", "Le texte de", "On appelle le matin."] {
        assert!(page.contains(words), "{words}");
    }
    let (body, version) = TestApp::form(&page);
    assert!(body.starts_with("On appelle à midi. On appelle le soir. On dit qui"), "{body}");
    assert_eq!(version, "3");
}

/// Who also forgot to say why is told of the newer version all the same: else the next try would overwrite it.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_refused_for_something_else_does_not_forget_what_it_was_written_from() {
    let app = TestApp::new().await;
    app.version("1", FIRST).await;
    app.version("2", &FIRST.replace("le matin", "le soir")).await;
    let mine = FIRST.replace("qui appelle", "son nom");
    let page = app.save("/edit", &[("version", "2"), ("body", &mine), ("note", " ")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (body, version) = TestApp::form(&page.body);
    assert_eq!(version, "3");
    assert_eq!(app.version(&version, &body).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.words().await.1, FIRST.replace("le matin", "le soir").replace("qui appelle", "son nom"));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_two_versions_are_compared_in_one_text_or_beside_each_other() {
    let app = TestApp::new().await;
    for (from, body) in [("1", "Un texte court."), ("2", "Un texte long."), ("3", "Un texte long et clair.")] {
        assert_eq!(app.version(from, body).await.status, StatusCode::SEE_OTHER);
    }
    let compare = async |query: &str| app.get(Seat::Visitor, &app.article(&format!("/compare{query}"))).await;
    let inline = compare("?from=2&to=4").await;
    assert_eq!(inline.status, StatusCode::OK);
    assert!(inline.body.contains("<del>") && inline.body.contains("<ins>") && !inline.body.contains("<table"));
    let sides = compare("?from=2&to=4&view=sides").await.body;
    let row = sides.split_once("<tbody").unwrap().1.split_once("</tbody>").unwrap().0;
    let (left, right) = row.split_once("</td>").unwrap();
    assert!(left.contains("<del>") && !left.contains("<ins>") && right.contains("<ins>") && !right.contains("<del>"), "{row}");
    assert!(right.contains("clair"));
    // Backwards too; without numbers, the last change; a number that is none is told.
    assert!(compare("?from=4&to=2").await.body.contains("De la version"));
    assert_eq!(compare("").await.status, StatusCode::OK);
    for wrong in ["?from=1&to=9", "?from=-1&to=2", "?from=0&to=1"] {
        assert_eq!(compare(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_version_comes_back_as_a_new_one_by_the_rules_of_any_version() {
    let app = TestApp::new().await;
    app.version("1", "Deux").await;
    app.version("2", "Trois").await;
    let page = app.get(Seat::Facilitator, &app.article("/edit?restore=2")).await;
    assert_eq!(TestApp::form(&page.body), ("Deux".to_owned(), "3".to_owned()));
    assert!(page.body.contains("Retour à la version"));
    assert_eq!(app.get(Seat::Facilitator, &app.article("/edit?restore=9")).await.status, StatusCode::NOT_FOUND);
    // Without a reason it is refused, and what was corrected stays.
    let refused = app.save("/edit?restore=2", &[("version", "3"), ("body", "Deux, corrigé"), ("note", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(TestApp::form(&refused.body), ("Deux, corrigé".to_owned(), "3".to_owned()));
    let restored =
        app.save("/edit?restore=2", &[("version", "3"), ("body", "Deux"), ("note", "Retour à la version 2 : le maire la préfère")]).await;
    assert_eq!(restored.status, StatusCode::SEE_OTHER);
    assert_eq!(app.words().await, (4, "Deux".to_owned()));
    for (seat, link) in [(Seat::Facilitator, true), (Seat::Family, false), (Seat::Visitor, false)] {
        assert_eq!(app.get(seat, &app.article("")).await.body.contains("?restore="), link, "{seat:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_names_a_version_and_the_journal_says_so_once() {
    let app = TestApp::new().await;
    app.version("1", "Deux").await;
    let version = app.world.version.to_string();
    let name = async |name: &str| {
        app.post(Seat::Facilitator, Act::NameVersion, &app.article(""), &[("version", &version), ("form_key", &version), ("name", name)])
            .await
    };
    let long = name(&"x".repeat(201)).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    let named = name(" Texte soumis au conseil municipal ").await;
    assert_eq!(named.location(), app.article(&format!("#version-{version}")));
    name("Texte soumis au conseil municipal").await;
    for seat in SEATS {
        for page in ["", "/compare?from=1&to=2"] {
            let page = app.get(seat, &app.article(page)).await.body;
            assert!(page.contains(">Texte soumis au conseil municipal<"), "{seat:?}");
        }
    }
    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    assert_eq!(journal.matches("Version d’un article nommée").count(), 1);
    name("").await;
    assert!(!app.get(Seat::Family, &app.article("")).await.body.contains("Texte soumis"));
}
