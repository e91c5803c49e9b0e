//! What stands beside an article: questions with their answers, the easy-to-read text, a voice that reads it.

use axum::http::StatusCode;
use domain::access::{Act, Seat};

use crate::support::{Answer, TestApp};

impl TestApp {
    fn article_page(&self) -> String {
        format!("/article/{}", self.world.article)
    }

    async fn ask(&self, seat: Seat, body: &str) -> Answer {
        let article = self.world.article.to_string();
        self.post(seat, Act::Ask, &self.article_page(), &[("article", &article), ("body", body), ("form_key", "ask")]).await
    }

    async fn rewrite(&self, version: &str, body: &str, easy: &str) {
        let article = self.world.article.to_string();
        let fields =
            [("article", article.as_str()), ("version", version), ("title", "Article"), ("body", body), ("easy", easy), ("note", "Mieux")];
        let saved = self.post(Seat::Facilitator, Act::EditArticle, &format!("/article/{article}/edit"), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_answered_and_moderated() {
    let app = TestApp::new().await;
    let page = app.article_page();
    assert!(app.get(Seat::Family, &page).await.body.contains("Personne n’a encore posé de question"));
    assert!(!app.get(Seat::Visitor, &page).await.body.contains("Questions et réponses"));
    assert_eq!(app.ask(Seat::Family, " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asked = app.ask(Seat::Family, "Qui paie <b>?").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    // Sent twice.
    assert_eq!(app.ask(Seat::Family, "Qui paie <b>?").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let id = asked.location().rsplit("#q-").next().unwrap().to_owned();
    let waiting = app.get(Seat::Visitor, &page).await.body;
    assert!(waiting.contains("Pas encore de réponse") && waiting.contains("Qui paie &lt;b&gt;?"), "{waiting}");

    let answer =
        async |seat: Seat, words: &str| app.post(seat, Act::AnswerQuestion, &page, &[("comment", &id), ("reason", words)]).await.status;
    // An elected member answers once they are named.
    assert!(!app.get(Seat::Elected, &page).await.body.contains(Act::AnswerQuestion.path()));
    assert_eq!(answer(Seat::Elected, "La mairie").await, StatusCode::CONFLICT);
    let (process, elected) = (app.world.process.to_string(), app.account(Seat::Elected).unwrap().to_string());
    let name = [("process", process.as_str()), ("account", &elected), ("answers", "true")];
    assert_eq!(app.post(Seat::Facilitator, Act::NameAnswerer, "/about", &name).await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Seat::Elected, &page).await.body.contains(Act::AnswerQuestion.path()));
    assert_eq!(answer(Seat::Elected, "La mairie").await, StatusCode::SEE_OTHER);
    assert_eq!(answer(Seat::Facilitator, "").await, StatusCode::UNPROCESSABLE_ENTITY);
    // A comment that asks nothing has another answer, and a question has no verdict.
    let verdict = [("comment", id.as_str()), ("outcome", "retained"), ("reason", "Oui")];
    assert_eq!(app.post(Seat::Facilitator, Act::AnswerComment, &page, &verdict).await.status, StatusCode::CONFLICT);
    let other = [("comment", &*app.world.comment.to_string()), ("reason", "Oui")];
    assert_eq!(app.post(Seat::Facilitator, Act::AnswerQuestion, &page, &other).await.status, StatusCode::NOT_FOUND);

    let answered = app.get(Seat::Visitor, &page).await.body;
    assert!(answered.contains("La mairie") && !answered.contains("Pas encore de réponse"), "{answered}");
    let word = app.get(Seat::Family, "/my-word").await.body;
    assert!(word.contains("Votre question") && word.contains("La mairie"), "{word}");
    // Its words stay what the answer is to.
    let edit = [("comment", id.as_str()), ("body", "Autre chose")];
    assert_eq!(app.post(Seat::Family, Act::EditComment, &page, &edit).await.status, StatusCode::CONFLICT);
    let target = format!("comment/{id}");
    let hide = [("target", target.as_str()), ("cause", "off_topic")];
    assert_eq!(app.post(Seat::Facilitator, Act::HideText, &page, &hide).await.status, StatusCode::SEE_OTHER);
    let hidden = app.get(Seat::Visitor, &page).await.body;
    assert!(!hidden.contains("La mairie") && !hidden.contains("Qui paie"), "{hidden}");
    assert_eq!(answer(Seat::Elected, "Encore").await, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_easy_text_says_that_the_article_has_moved_on_until_somebody_has_looked() {
    let app = TestApp::new().await;
    let (page, badge) = (app.article_page(), "Le texte de l’article a changé depuis que cette version facile a été relue");
    app.rewrite("1", "Le texte", "Facile").await;
    assert!(!app.get(Seat::Visitor, &page).await.body.contains(badge));
    app.rewrite("2", "Un tout autre texte", "Facile").await;
    let version = async || {
        let c = &mut app.services.db.read().await.unwrap();
        store::charter::article(c, app.world.article).await.unwrap().unwrap().version.version_id.to_string()
    };
    let confirm = async |version: &str| app.post(Seat::Facilitator, Act::ConfirmEasy, &page, &[("version", version)]).await.status;
    for place in [&page, &format!("/r/{}", app.world.charter)] {
        let shown = app.get(Seat::Visitor, place).await.body;
        assert!(shown.contains(badge) && shown.contains("Elle va avec la version 2"), "{place}: {shown}");
        assert!(!shown.contains(Act::ConfirmEasy.path()));
    }
    assert!(app.get(Seat::Facilitator, &page).await.body.contains(Act::ConfirmEasy.path()));
    // What they looked at was another version a moment ago.
    assert_eq!(confirm(&app.world.version.to_string()).await, StatusCode::CONFLICT);
    assert_eq!(confirm(&version().await).await, StatusCode::SEE_OTHER);
    assert!(!app.get(Seat::Visitor, &page).await.body.contains(badge));
    assert!(app.get(Seat::Administrator, "/admin/journal").await.body.contains("Version facile à lire confirmée"));
    // Heard in the browser's own voice: nothing of it is on the page without a script.
    let shown = app.get(Seat::Visitor, &page).await.body;
    assert!(shown.contains("read-aloud") && shown.contains("speechSynthesis") && !shown.contains("class=\"speak\""));
}
