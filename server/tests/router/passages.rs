//! Comments on a passage of an article, and which comments are listed.

use axum::http::StatusCode;
use domain::access::{Act, Seat};

use crate::support::TestApp;

impl TestApp {
    async fn new_version(&self, version: &str, body: &str) {
        let article = self.world.article.to_string();
        let fields = [("article", article.as_str()), ("version", version), ("title", "Article"), ("body", body), ("note", "Mieux")];
        assert_eq!(self.post(Seat::Facilitator, Act::EditArticle, "/about", &fields).await.status, StatusCode::SEE_OTHER);
    }

    async fn on_passage(&self, seat: Seat, fields: &[(&str, &str)]) -> crate::support::Answer {
        let subject = format!("article/{}", self.world.article);
        let fields: Vec<_> = [("subject", subject.as_str()), ("form_key", "passage")].into_iter().chain(fields.iter().copied()).collect();
        self.post(seat, Act::Comment, &format!("/article/{}/passage", self.world.article), &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passage_is_picked_by_sentence_or_by_selection_and_tells_when_it_changed() {
    let app = TestApp::new().await;
    app.new_version("1", "Chaque famille est écoutée. Elle décide <vite>. Elle signe.").await;
    let page = format!("/article/{}", app.world.article);
    let picker = app.get(Seat::Family, &format!("{page}/passage")).await.body;
    assert!(picker.contains("Chaque famille est écoutée.") && picker.contains("Elle décide &lt;vite&gt;."), "{picker}");
    assert!(!app.get(Seat::Visitor, &page).await.body.contains("Commenter un passage"));
    assert!(app.get(Seat::Family, &page).await.body.contains("Commenter un passage"));

    // Nothing picked and nothing said: both are told.
    let refused = app.on_passage(Seat::Family, &[("version", "2"), ("body", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Choisissez au moins une phrase") && refused.body.contains("body-passage-error"), "{}", refused.body);
    let said = app.on_passage(Seat::Family, &[("version", "2"), ("sentences[0]", "1"), ("sentences[1]", "2"), ("body", "Trop vite")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);

    // Selected words that stand in one place alone are the passage; others lead to the sentences.
    let exact = app.get(Seat::Professional, &format!("{page}/passage?quote=famille%20est")).await.body;
    assert!(exact.contains("name=\"from\" value=\"7\"") && exact.contains("<blockquote"), "{exact}");
    let twice = app.get(Seat::Professional, &format!("{page}/passage?quote=Elle")).await.body;
    assert!(!twice.contains("name=\"from\"") && twice.matches(" checked").count() == 2, "{twice}");
    let fields = [("version", "2"), ("from", "7"), ("to", "18"), ("quote", "famille est"), ("body", "Laquelle ?")];
    assert_eq!(app.on_passage(Seat::Professional, &fields).await.status, StatusCode::SEE_OTHER);
    // Places that hold other words than those that were seen are refused.
    let wrong = [("version", "2"), ("from", "0"), ("to", "6"), ("quote", "famille"), ("body", "x")];
    assert_eq!(app.on_passage(Seat::Professional, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let shown = app.get(Seat::Visitor, &page).await.body;
    assert!(shown.contains("Elle décide &lt;vite&gt;. Elle signe.") && shown.contains("À propos du passage"), "{shown}");
    assert!(!shown.contains("Passage modifié"));
    app.new_version("2", "Voici : chaque famille est écoutée. Elle choisit. Elle signe.").await;
    let moved = app.get(Seat::Visitor, &page).await.body;
    assert_eq!(moved.matches("Passage modifié").count(), 1, "{moved}");
    // A comment on what the author of the form read before is asked about anew, with what was typed.
    let late = app.on_passage(Seat::Elected, &[("version", "2"), ("sentences[0]", "0"), ("body", "Bien dit")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("L’article a changé pendant que vous lisiez") && late.body.contains("Bien dit"));
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_are_listed_by_public_answer_and_author() {
    let app = TestApp::new().await;
    let (page, subject) = (format!("/article/{}", app.world.article), format!("article/{}", app.world.article));
    for (seat, words) in [(Seat::Family, "Mot de famille"), (Seat::Elected, "Mot d’élue"), (Seat::Professional, "Mot de métier")] {
        let said = app.post(seat, Act::Comment, &page, &[("subject", &subject), ("body", words)]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER);
        if seat == Seat::Elected {
            let id = said.location().rsplit("#c-").next().unwrap().to_owned();
            let answer = [("comment", id.as_str()), ("outcome", "retained"), ("reason", "Oui")];
            assert_eq!(app.post(Seat::Facilitator, Act::AnswerComment, &page, &answer).await.status, StatusCode::SEE_OTHER);
        }
    }
    let listed = async |seat: Seat, query: &str| {
        let body = app.get(seat, &format!("{page}?{query}")).await.body;
        ["Mot de famille", "Mot d’élue", "Mot de métier"].map(|words| body.contains(words))
    };
    assert_eq!(listed(Seat::Visitor, "").await, [true, true, true]);
    assert_eq!(listed(Seat::Visitor, &format!("public={}", app.world.family)).await, [true, false, false]);
    assert_eq!(listed(Seat::Visitor, "state=answered").await, [false, true, false]);
    assert_eq!(listed(Seat::Professional, "state=waiting&whose=mine").await, [false, false, true]);
    assert_eq!(listed(Seat::Visitor, "whose=mine").await, [true, true, true]);
    assert!(app.get(Seat::Family, &format!("{page}?state=answered&whose=mine")).await.body.contains("Aucun commentaire ne correspond"));
}
