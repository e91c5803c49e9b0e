//! How a charter is decided, through the router: its rules, the frozen text, objections and their answers.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    charter::Frame,
    committee::Committee,
    round::Calendar,
};

use crate::support::{Answer, NOW, TestApp};

/// All who decide in the test's world: one of each college.
pub const COLLEGES: [Seat; 4] = [Seat::Family, Seat::Professional, Seat::Elected, Seat::OtherCollege];
const DAY: i64 = 86_400_000;

impl TestApp {
    pub fn charter(&self, rest: &str) -> String {
        format!("/r/{}{rest}", self.world.charter)
    }

    /// An act of a form that names the charter's round.
    pub async fn decide(&self, seat: Seat, act: Act, key: &str, fields: &[(&str, &str)]) -> Answer {
        let round = self.world.charter.to_string();
        let fields: Vec<_> = [("round", round.as_str()), ("form_key", key)].into_iter().chain(fields.iter().copied()).collect();
        let page = match act {
            Act::EditCharterRules | Act::EditCharter | Act::CloseRound | Act::PublishRound => "/edit",
            Act::AdoptCharter | Act::SignCharter | Act::UnnameSignatory => "/signatures",
            _ => "",
        };
        self.post(seat, act, &self.charter(page), &fields).await
    }

    pub async fn freeze(&self) -> Answer {
        self.decide(Seat::Facilitator, Act::OpenRatification, "freeze", &[]).await
    }

    /// A stance on the article as it stands.
    pub async fn stand(&self, seat: Seat, stance: &str, reason: &str) -> Answer {
        let article = store::charter::article(&mut self.services.db.read().await.unwrap(), self.world.article).await.unwrap().unwrap();
        let version = article.version.version_id.to_string();
        let fields = [("version", version.as_str()), ("stance", stance), ("reason", reason)];
        self.post(seat, Act::TakeStance, &format!("/article/{}", self.world.article), &fields).await
    }

    pub async fn whole(&self, seat: Seat, stance: &str, reason: &str) -> Answer {
        let found = store::charter::ratifications(&mut self.services.db.read().await.unwrap(), self.world.charter).await.unwrap();
        let frozen = found.first().map(|one| one.id.to_string()).unwrap_or_default();
        self.decide(seat, Act::TakeWholeStance, "whole", &[("version", &frozen), ("stance", stance), ("reason", reason)]).await
    }

    pub async fn reply(&self, answer: &str, version: &str, words: &str) -> Answer {
        let id = self.world.objection.to_string();
        let fields = [("objection", id.as_str()), ("form_key", &id), ("answer", answer), ("version", version), ("words", words)];
        self.post(Seat::Facilitator, Act::AnswerObjection, &format!("/article/{}", self.world.article), &fields).await
    }

    pub async fn dates(&self, opens_at: i64, closes_at: i64) {
        let round = self.world.charter;
        let calendar = Calendar { announced: true, opens_at: Some(opens_at), closes_at: Some(closes_at), ..Calendar::default() };
        self.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, calendar).await })).await.unwrap();
    }

    pub async fn frame(&self) -> Frame {
        store::round::content(&mut self.services.db.read().await.unwrap(), self.world.charter).await.unwrap()
    }

    pub async fn set_rules(&self, change: impl FnOnce(&mut Frame)) {
        let (round, mut frame) = (self.world.charter, self.frame().await);
        change(&mut frame);
        self.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &frame).await })).await.unwrap();
    }

    /// Everybody agrees, the round is over, a facilitator records the adoption.
    pub async fn adopted(&self, review_on: &str) -> Answer {
        for seat in COLLEGES {
            assert_eq!(self.stand(seat, "consent", "").await.status, StatusCode::SEE_OTHER);
        }
        self.dates(NOW - 1000, NOW - 1).await;
        self.decide(Seat::Facilitator, Act::AdoptCharter, "", &[("review_on", review_on)]).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn during_the_ratification_nothing_writes_the_text_until_it_goes_back_with_a_reason() {
    let app = TestApp::new().await;
    let article = app.world.article.to_string();
    let amendment = app.world.amendment.to_string();
    let round = app.world.charter.to_string();
    assert!(app.get(Seat::Visitor, &app.charter("")).await.body.contains("En consultation"));
    assert_eq!(app.freeze().await.location(), app.charter("#status"));
    assert_eq!(app.freeze().await.status, StatusCode::CONFLICT);
    let words = [("title", "Titre"), ("body", "Autre"), ("note", "Parce que"), ("reason", "Parce que")];
    let writes = [
        (Act::EditArticle, vec![("article", article.as_str()), ("version", "1")]),
        (Act::AddArticle, vec![("round", round.as_str())]),
        (Act::MoveArticle, vec![("article", &article), ("direction", "up")]),
        (Act::DecideAmendment, vec![("amendment", &amendment), ("version", "1"), ("step", "accept"), ("decision", "Oui")]),
    ];
    for (act, fields) in &writes {
        let answer = app.post(Seat::Facilitator, *act, "/", &[&fields[..], &words[..]].concat()).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{act:?}");
        assert!(answer.body.contains("le texte ne bouge plus"), "{act:?}: {}", answer.body);
    }
    for (act, fields) in [
        (Act::Amend, vec![("article", article.as_str()), ("version", "1"), ("kind", "change")]),
        (Act::ProposeArticle, vec![("round", round.as_str())]),
    ] {
        assert_eq!(app.post(Seat::Family, act, "/", &[&fields[..], &words[..]].concat()).await.status, StatusCode::CONFLICT, "{act:?}");
    }
    assert_eq!(app.get(Seat::Facilitator, &format!("/article/{article}/edit")).await.status, StatusCode::CONFLICT);
    assert_eq!(app.get(Seat::Family, &format!("/article/{article}/amend")).await.status, StatusCode::CONFLICT);
    // No link leads to a form that would be refused: a word says why.
    for page in [app.charter(""), format!("/article/{article}")] {
        let body = app.get(Seat::Family, &page).await.body;
        assert!(body.contains("on ne propose plus d’amendement"), "{body}");
        assert!(!body.contains(&format!("/article/{article}/amend\"")) && !body.contains("/new-article\""), "{body}");
    }
    // People go on taking stances, and an amendment may be rejected: neither changes the text.
    assert_eq!(app.stand(Seat::Family, "consent", "").await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Facilitator, &app.charter("")).await.body;
    assert!(page.contains("En ratification") && page.contains("Revenir en consultation") && !page.contains("Figer le texte"), "{page}");
    assert!(!app.get(Seat::Family, &app.charter("")).await.body.contains("Revenir en consultation"));

    let silent = app.decide(Seat::Facilitator, Act::BackToConsultation, "unfreeze", &[("reason", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.decide(Seat::Facilitator, Act::BackToConsultation, "unfreeze", &[("reason", "L’article 1 est mal compris")]).await;
    let page = app.get(Seat::Visitor, &app.charter("")).await.body;
    assert!(page.contains("En consultation") && page.contains("L’article 1 est mal compris"), "{page}");
    let written = app.post(Seat::Facilitator, Act::EditArticle, "/", &[&writes[0].1[..], &words[..]].concat()).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.body);
    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    assert!(journal.contains("Ratification d’une charte ouverte") && journal.contains("Charte revenue en consultation"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_are_set_before_the_round_opens_and_the_page_says_them_and_what_is_missing() {
    let app = TestApp::new().await;
    let family = format!("quorum[college-{}]", app.world.family);
    let wrong = [("scope", "articles"), ("way", "consent"), ("blocking", "open"), (family.as_str(), "beaucoup"), ("say[]", "ethics")];
    let right = [("scope", "articles"), ("way", "consent"), ("blocking", "open"), (family.as_str(), "3"), ("say[]", "ethics")];
    let early = app.decide(Seat::Facilitator, Act::EditCharterRules, "rules", &right).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.body);
    app.dates(NOW + DAY, NOW + 2 * DAY).await;
    let refused = app.decide(Seat::Facilitator, Act::EditCharterRules, "rules", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let saved = app.decide(Seat::Facilitator, Act::EditCharterRules, "rules", &right).await;
    assert_eq!(saved.location(), app.charter("/edit#charter-rules"));
    // The preamble's form leaves them alone.
    let fields = [("preamble[fr]", "Ensemble"), ("quorum_percent", "50"), ("threshold_percent", "66")];
    assert_eq!(app.decide(Seat::Facilitator, Act::EditCharter, "", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.frame().await.rules.committees.keys().collect::<Vec<_>>(), [&Committee::Ethics]);
    let form = app.get(Seat::Facilitator, &app.charter("/edit")).await.body;
    assert!(form.contains(&format!("name=\"{family}\"")) && form.contains("value=\"3\""), "{form}");

    app.dates(NOW - 1000, NOW + DAY).await;
    let page = app.get(Seat::Visitor, &app.charter("")).await.body;
    for words in ["On décide par consentement", "au moins 3 personnes prennent position", "Comité d’éthique", "Personne de ce comité"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    app.appoint(Seat::Family, "ethics").await;
    for seat in [Seat::Family, Seat::Professional, Seat::Elected] {
        app.stand(seat, "consent", "").await;
    }
    // The fourth objects, and their objection alone stands in the way.
    let page = app.get(Seat::Visitor, &format!("/article/{}", app.world.article)).await.body;
    assert!(page.contains("Une objection empêche encore le consentement") && page.contains("Ce collège accepte"), "{page}");
    assert!(app.get(Seat::Visitor, &app.charter("")).await.body.contains("n’est pas encore ratifiée"));
    app.stand(Seat::OtherCollege, "reservation", "Soit").await;
    assert!(app.get(Seat::Visitor, &app.charter("")).await.body.contains("Si le tour s’arrêtait maintenant, la charte serait ratifiée"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_answers_an_objection_and_its_author_alone_lifts_it() {
    let app = TestApp::new().await;
    let article = format!("/article/{}", app.world.article);
    assert!(app.get(Seat::Facilitator, &article).await.body.contains("Répondre à cette objection"));
    assert!(!app.get(Seat::Family, &article).await.body.contains("Répondre à cette objection"));
    // No later version takes it into account yet; no reasons, no answer.
    for (answer, version, words) in [("taken", "1", "Voir la version 1"), ("answered", "", " "), ("", "", "Voici")] {
        let refused = app.reply(answer, version, words).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer}");
        assert!(refused.body.contains(words.trim()), "{answer}");
    }
    let fields = [
        ("article", &*app.world.article.to_string()),
        ("version", "1"),
        ("title", "Article"),
        ("body", "Plus précis"),
        ("note", "Dit mieux"),
    ];
    app.post(Seat::Facilitator, Act::EditArticle, &article, &fields).await;
    let answered = app.reply("taken", "2", "La version 2 dit qui <b>décide</b>.").await;
    assert_eq!(answered.location(), format!("{article}#objection-{}", app.world.objection));
    let page = app.get(Seat::OtherCollege, &article).await.body;
    for words in [
        "Une objection est ouverte",
        "sur la version 1",
        "Prise en compte dans la version 2",
        "La version 2 dit qui &lt;b&gt;",
        "changer ma position",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!app.get(Seat::Family, &article).await.body.contains("changer ma position"));
    let word = app.get(Seat::OtherCollege, "/my-word").await.body;
    assert!(word.contains("Réponse à votre objection") && word.contains("La version 2 dit qui"), "{word}");
    app.stand(Seat::OtherCollege, "consent", "").await;
    let page = app.get(Seat::Visitor, &article).await.body;
    assert!(page.contains("Aucune objection n’est ouverte") && page.contains("Levée par son auteur"), "{page}");
    assert_eq!(app.reply("maintained", "", "Trop tard").await.status, StatusCode::CONFLICT);
    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    assert!(journal.contains("Réponse donnée à une objection") && !journal.contains("La version 2 dit qui"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_charter_decided_as_a_whole_is_asked_about_once_it_is_frozen() {
    let app = TestApp::new().await;
    app.set_rules(|frame| frame.rules.scope = domain::charter::rules::Scope::Whole).await;
    assert_eq!(app.whole(Seat::Family, "consent", "").await.status, StatusCode::CONFLICT);
    assert!(app.get(Seat::Family, &app.charter("")).await.body.contains("Les positions se prendront quand"));
    app.freeze().await;
    assert!(app.get(Seat::Family, &app.charter("")).await.body.contains("Où en êtes-vous avec cette charte, dans son ensemble"));
    assert_eq!(app.whole(Seat::Family, "objection", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.whole(Seat::Family, "objection", "Rien sur le soir").await.location(), app.charter("#whole"));
    for seat in [Seat::Professional, Seat::Elected, Seat::OtherCollege] {
        app.whole(seat, "consent", "").await;
    }
    let page = app.get(Seat::Visitor, &app.charter("")).await.body;
    assert!(page.contains("Rien sur le soir") && page.contains("il manque l’accord de quelqu’un"), "{page}");
    app.whole(Seat::Family, "reservation", "Soit").await;
    let page = app.get(Seat::Family, &app.charter("")).await.body;
    assert!(page.contains("la charte serait ratifiée") && page.contains("Votre position sur toute la charte"), "{page}");
    assert!(app.get(Seat::Family, "/my-word").await.body.contains("Sur toute la charte"));
    let results = app.get(Seat::Facilitator, &app.charter("/results")).await.body;
    assert!(results.contains("Le compte sur toute la charte") && results.contains("ne décident rien"), "{results}");
    // An objection that stood when the text went back stays to be read, with its answer, by everybody.
    app.whole(Seat::Family, "objection", "Toujours rien sur le soir").await;
    let round = app.world.charter;
    let frozen = store::charter::ratifications(&mut app.services.db.read().await.unwrap(), round).await.unwrap()[0].id;
    let raised = store::charter::whole_objections(&mut app.services.db.read().await.unwrap(), frozen).await.unwrap();
    let id = raised[0].id.to_string();
    let fields = [("objection", id.as_str()), ("form_key", &id), ("answer", "maintained"), ("words", "Le soir relève de la ville")];
    assert_eq!(app.post(Seat::Facilitator, Act::AnswerObjection, &app.charter(""), &fields).await.status, StatusCode::SEE_OTHER);
    // Words that went back meanwhile are not agreed to.
    app.decide(Seat::Facilitator, Act::BackToConsultation, "unfreeze", &[("reason", "À revoir")]).await;
    let page = app.get(Seat::Visitor, &app.charter("")).await.body;
    for words in ["Une objection à toute la charte tenait alors", "Toujours rien sur le soir", "Le soir relève de la ville"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(app.whole(Seat::Family, "consent", "").await.status, StatusCode::CONFLICT);
}
