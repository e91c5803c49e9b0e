//! Where words come from, through the router: from a sentence to what led to it, from a comment to what it changed, the account by college.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    comments::Subject,
    id::CommentId,
};
use store::{Error, charter, comments};

use crate::support::{NOW, TestApp};

impl TestApp {
    /// What a professional says of the first words of the article.
    async fn said_of_passage(&self) -> CommentId {
        let (round, article, author) = (self.world.charter, self.world.article, self.account(Seat::Professional).unwrap());
        let said = self.services.db.write(move |c| {
            Box::pin(async move {
                let subject = Subject::Article(article);
                let new = comments::New { round, subject, parent: None, author, college: None, body: "De quel texte parle-t-on ?" };
                let id = comments::create(c, new, NOW - 100).await?;
                let version = charter::article(c, article).await?.unwrap().version;
                charter::tie(c, id, (article, version.number, &version.body), &(0..8), "Le texte").await?;
                Ok::<_, Error>(id)
            })
        });
        said.await.unwrap()
    }

    async fn decide_on(&self, path: &str, version: &str, step: &str, body: &str, why: &str) {
        let id = path.rsplit('/').next().unwrap();
        let fields = [
            ("amendment", id),
            ("version", version),
            ("step", step),
            ("title", "Article"),
            ("body", body),
            ("decision", why),
            ("form_key", "decide"),
        ];
        let decided = self.post(Seat::Facilitator, Act::DecideAmendment, path, &fields).await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.body);
    }

    /// The family's amendment is taken in part, the elected member's is refused. The path of the second one.
    async fn decided(&self) -> String {
        self.decide_on(&format!("/amendment/{}", self.world.amendment), "1", "accept_partly", "Un texte, mieux dit", "Bien vu").await;
        let article = self.world.article.to_string();
        let fields = [
            ("article", article.as_str()),
            ("version", "2"),
            ("kind", "change"),
            ("form_key", "change"),
            ("title", "Article"),
            ("body", "Un texte, mieux dit et plus long"),
            ("reason", "Il en manque"),
        ];
        let sent = self.post(Seat::Elected, Act::Amend, &format!("/article/{article}/amend"), &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let path = sent.location().to_owned();
        self.decide_on(&path, "2", "reject", "", "Déjà trop long").await;
        path
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_tells_what_led_to_it_and_what_was_refused() {
    let app = TestApp::new().await;
    let comment = app.said_of_passage().await;
    let refused = app.decided().await;
    let article = format!("/article/{}", app.world.article);
    assert!(app.get(Seat::Visitor, &article).await.body.contains(&format!("{article}/trace")));
    let page = app.get(Seat::Visitor, &format!("{article}/trace")).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "Depuis la version 2",
        "Avec Family, par un amendement",
        "Bien vu",
        "1 commentaire",
        "De quel texte parle-t-on",
        "Depuis, ce passage a changé dans la version 2.",
        "1 amendement refusé",
        "Il en manque",
        "Déjà trop long",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("id=\"found\""));
    // From a comment or an amendment to the sentence that came of it, opened.
    let refused = refused.rsplit('/').next().unwrap();
    let own = app.world.amendment;
    for way in [format!("comment={comment}"), format!("amendment={own}"), format!("amendment={refused}")] {
        let page = app.get(Seat::Visitor, &format!("{article}/trace?{way}")).await.body;
        assert!(page.contains("id=\"found\" class=\"origin\"><details open>"), "{way}: {page}");
    }
    let amendment = app.get(Seat::Visitor, &format!("/amendment/{own}")).await.body;
    assert!(amendment.contains(&format!("{article}/trace?amendment={own}#found")), "{amendment}");
    assert!(amendment.contains("est devenu la version 2"));
    assert!(!app.get(Seat::Visitor, &format!("/amendment/{refused}")).await.body.contains("est devenu la version"));
    // Under "my word", to its author alone.
    let word = app.get(Seat::Professional, "/my-word").await.body;
    assert!(word.contains("Depuis, ce passage a changé dans la version 2.") && word.contains(&format!("trace?comment={comment}#found")));
    assert!(!app.get(Seat::Family, "/my-word").await.body.contains("trace?comment"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_about_words_that_are_gone_is_kept_apart() {
    let app = TestApp::new().await;
    let comment = app.said_of_passage().await;
    let article = app.world.article.to_string();
    let fields =
        [("article", article.as_str()), ("version", "1"), ("title", "Article"), ("body", "Rien de tel ici. Ni là."), ("note", "Refait")];
    let edited = app.post(Seat::Facilitator, Act::EditArticle, &format!("/article/{article}/edit"), &fields).await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER, "{}", edited.body);
    let page = app.get(Seat::Visitor, &format!("/article/{article}/trace?comment={comment}")).await.body;
    assert!(page.contains("À propos de mots qui ne sont plus là") && page.contains("id=\"found\""), "{page}");
    assert!(page.contains("Cette phrase apparaît dans cette version.") && page.contains("Refait"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_account_tells_of_each_college_and_names_nobody() {
    let app = TestApp::new().await;
    app.decided().await;
    let path = format!("/r/{}/account", app.world.charter);
    // It is read when the results are.
    for seat in [Seat::Visitor, Seat::Family, Seat::Facilitator] {
        let results = app.get(seat, &format!("/r/{}/results", app.world.charter)).await.status;
        assert_eq!(app.get(seat, &path).await.status, results, "{seat:?}");
    }
    let page = app.get(Seat::Facilitator, &path).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "Accepté en partie, version 2",
        "Bien vu",
        "Déjà trop long",
        "Trop vague",
        "Sans réponse.",
        "Rien pour l’instant.",
        "1 amendement.",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    for name in ["Family", "Elected", "OtherCollege"] {
        assert!(!page.body.contains(name), "{name}: {}", page.body);
    }
    let file = format!("{path}.pdf");
    let pdf = app.get(Seat::Facilitator, &file).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.body.starts_with("%PDF-"));
    assert_eq!(app.get(Seat::Visitor, &file).await.status, app.get(Seat::Visitor, &path).await.status);
    assert!(app.get(Seat::Facilitator, &format!("/r/{}/results", app.world.charter)).await.body.contains(&path));
    assert_eq!(app.get(Seat::Facilitator, &format!("/r/{}/account", app.world.survey)).await.status, StatusCode::NOT_FOUND);
}
