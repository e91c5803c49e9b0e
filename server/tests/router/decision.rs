//! How a charter is decided, through the router: its rules, the frozen text, objections and their answers, adoption, signatures.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    charter::{Frame, canonical},
    committee::Committee,
    round::Calendar,
};

use crate::support::{Answer, NOW, TestApp};

/// All who decide in the test's world: one of each college.
const COLLEGES: [Seat; 4] = [Seat::Family, Seat::Professional, Seat::Elected, Seat::OtherCollege];
const DAY: i64 = 86_400_000;

impl TestApp {
    fn charter(&self, rest: &str) -> String {
        format!("/r/{}{rest}", self.world.charter)
    }

    /// An act of a form that names the charter's round.
    async fn decide(&self, seat: Seat, act: Act, key: &str, fields: &[(&str, &str)]) -> Answer {
        let round = self.world.charter.to_string();
        let fields: Vec<_> = [("round", round.as_str()), ("form_key", key)].into_iter().chain(fields.iter().copied()).collect();
        let page = match act {
            Act::EditCharterRules | Act::EditCharter | Act::CloseRound | Act::PublishRound => "/edit",
            Act::AdoptCharter | Act::SignCharter | Act::UnnameSignatory => "/signatures",
            _ => "",
        };
        self.post(seat, act, &self.charter(page), &fields).await
    }

    async fn freeze(&self) -> Answer {
        self.decide(Seat::Facilitator, Act::OpenRatification, "freeze", &[]).await
    }

    /// A stance on the article as it stands.
    async fn stand(&self, seat: Seat, stance: &str, reason: &str) -> Answer {
        let article = store::charter::article(&mut self.services.db.read().await.unwrap(), self.world.article).await.unwrap().unwrap();
        let version = article.version.version_id.to_string();
        let fields = [("version", version.as_str()), ("stance", stance), ("reason", reason)];
        self.post(seat, Act::TakeStance, &format!("/article/{}", self.world.article), &fields).await
    }

    async fn whole(&self, seat: Seat, stance: &str, reason: &str) -> Answer {
        let found = store::charter::ratifications(&mut self.services.db.read().await.unwrap(), self.world.charter).await.unwrap();
        let frozen = found.first().map(|one| one.id.to_string()).unwrap_or_default();
        self.decide(seat, Act::TakeWholeStance, "whole", &[("version", &frozen), ("stance", stance), ("reason", reason)]).await
    }

    async fn reply(&self, answer: &str, version: &str, words: &str) -> Answer {
        let id = self.world.objection.to_string();
        let fields = [("objection", id.as_str()), ("form_key", &id), ("answer", answer), ("version", version), ("words", words)];
        self.post(Seat::Facilitator, Act::AnswerObjection, &format!("/article/{}", self.world.article), &fields).await
    }

    async fn dates(&self, opens_at: i64, closes_at: i64) {
        let round = self.world.charter;
        let calendar = Calendar { announced: true, opens_at: Some(opens_at), closes_at: Some(closes_at), ..Calendar::default() };
        self.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, calendar).await })).await.unwrap();
    }

    async fn frame(&self) -> Frame {
        store::round::content(&mut self.services.db.read().await.unwrap(), self.world.charter).await.unwrap()
    }

    async fn set_rules(&self, change: impl FnOnce(&mut Frame)) {
        let (round, mut frame) = (self.world.charter, self.frame().await);
        change(&mut frame);
        self.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &frame).await })).await.unwrap();
    }

    /// Everybody agrees, the round is over, a facilitator records the adoption.
    async fn adopted(&self, review_on: &str) -> Answer {
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

#[tokio::test(flavor = "multi_thread")]
async fn a_carried_charter_is_adopted_hashed_signed_registered_and_reviewed() {
    let app = TestApp::new().await;
    let early = app.decide(Seat::Facilitator, Act::AdoptCharter, "", &[]).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert_eq!(app.get(Seat::Visitor, &app.charter("/charter.txt")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.adopted("2020-01-01").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The 21st of September 2026 in the test's world.
    let adopted = app.decide(Seat::Facilitator, Act::AdoptCharter, "", &[("review_on", "2026-10-15")]).await;
    assert_eq!(adopted.location(), app.charter("/signatures#adopted"), "{}", adopted.body);
    assert_eq!(app.decide(Seat::Facilitator, Act::AdoptCharter, "", &[]).await.status, StatusCode::CONFLICT);
    let text = app.get(Seat::Visitor, &app.charter("/charter.txt")).await.body;
    let words = "chapter 1\n  Un chapitre\nword 1\n  famille\nword 1 meaning\n  Qui élève un enfant.\n";
    let article = "article 1 title\n  Article\narticle 1 text\n  Le texte\n";
    assert_eq!(text, format!("palabre charter 1\ntitle\n  Un tour\npreamble\n{article}{words}"));
    let hash = canonical::hash(&text);
    assert!(app.get(Seat::Administrator, "/admin/journal").await.body.contains(&hash));

    // The elected member was named, and signs what they read again.
    let page = app.get(Seat::Elected, &app.charter("/signatures")).await.body;
    assert!(page.contains("Signer la charte") && page.contains("value=\"Ville\""), "{page}");
    assert!(!app.get(Seat::Family, &app.charter("/signatures")).await.body.contains("Signer la charte"));
    let sign = async |seat, sure| {
        let sure: &[_] = if sure { &[("sure", "true")] } else { &[] };
        app.decide(seat, Act::SignCharter, "", &[&[("organisation", "Ville du Val-d’Orme"), ("function", "Maire")], sure].concat()).await
    };
    assert_eq!(sign(Seat::Elected, false).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign(Seat::Family, true).await.status, StatusCode::CONFLICT);
    assert_eq!(sign(Seat::Elected, true).await.location(), app.charter("/signatures#signatures"));
    assert_eq!(sign(Seat::Elected, true).await.status, StatusCode::CONFLICT);
    let page = app.get(Seat::Visitor, &app.charter("/signatures")).await.body;
    for words in ["Ville du Val-d’Orme", "Maire", "En vigueur", "15 octobre 2026", hash.as_str()] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let gone = app.decide(Seat::Facilitator, Act::UnnameSignatory, "", &[("signatory", &app.world.signatory.to_string())]).await;
    assert_eq!(gone.status, StatusCode::CONFLICT);
    let register = app.get(Seat::Visitor, "/charters").await.body;
    for words in [hash.as_str(), "Val-d’Orme", &app.charter("/signatures"), "En vigueur"] {
        assert!(register.contains(words), "{words}: {register}");
    }
    assert!(app.get(Seat::Visitor, &app.charter("")).await.body.contains("Elle sera relue le"));

    // In 24 days it is to be read again: those who run the process and those who signed are told, once.
    let remind = || app::charter::adopted::review::remind(&app.services, || false);
    assert_eq!(app::charter::adopted::review::remind(&app.services, || true).await.unwrap(), 0);
    assert_eq!(remind().await.unwrap(), 2);
    assert_eq!(remind().await.unwrap(), 0);
    let mails = app.services.db.write(|c| Box::pin(async move { store::mail::claim(c, 10, NOW + 1).await })).await.unwrap();
    let mut to: Vec<_> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["elected@example.org", "facilitator@example.org"]);
    assert!(mails[0].body.contains("15 octobre 2026") && mails[0].body.contains("/signatures"), "{}", mails[0].body);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_joins_after_the_adoption_changes_nothing_of_it() {
    let app = TestApp::new().await;
    app.adopted("").await;
    neighbours_join(&app).await;
    let page = app.get(Seat::Visitor, &app.charter("")).await.body;
    assert!(page.contains("La charte est ratifiée") && page.contains("Adoptée"), "{page}");
}

/// Nine more in the families' college.
async fn neighbours_join(app: &TestApp) {
    let (process, college) = (app.world.process, app.world.family);
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                for i in 0..9 {
                    let account = store::account::create(c, &format!("Voisin {i}"), None, None, NOW).await?;
                    let function = domain::access::Function::Participant;
                    let (organisation, title) = ("", "");
                    let college = Some(college);
                    let member =
                        store::process::NewMember { process, account, function, college, organisation, title, joined_at: Some(NOW) };
                    store::process::add_member(c, member).await?;
                }
                Ok::<_, store::Error>(())
            })
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_joins_after_a_closing_by_date_changes_nothing_of_the_verdict() {
    let app = TestApp::new().await;
    for seat in COLLEGES {
        app.stand(seat, "consent", "").await;
    }
    app.dates(NOW - 1000, NOW - 1).await;
    neighbours_join(&app).await;
    let page = app.get(Seat::Visitor, &app.charter("")).await.body;
    assert!(page.contains("La charte est ratifiée"), "{page}");
    let adopted = app.decide(Seat::Facilitator, Act::AdoptCharter, "", &[]).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_stays_when_a_committee_is_filled_after_the_closing() {
    let app = TestApp::new().await;
    let bar = app.frame().await.common_bar();
    app.set_rules(|frame| frame.rules.committees.extend([(Committee::Ethics, bar)])).await;
    app.appoint(Seat::Family, "ethics").await;
    // Everybody is heard but a college of which somebody is appointed later.
    for seat in COLLEGES {
        app.stand(seat, "consent", "").await;
    }
    app.stand(Seat::Professional, "objection", "Pas d’accord").await;
    let closed = app.decide(Seat::Facilitator, Act::CloseRound, "", &[("confirm", "true")]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    let proof = async || {
        let kept = store::charter::kept_proof(&mut app.services.db.read().await.unwrap(), app.world.charter).await.unwrap();
        kept.unwrap().articles[0].says.iter().map(|say| (say.members, say.counts.all())).collect::<Vec<_>>()
    };
    let before = (proof().await, app.get(Seat::Facilitator, &app.charter("/results")).await.body.matches("class=\"met\"").count());
    app.appoint(Seat::Professional, "ethics").await;
    neighbours_join(&app).await;
    let fields = [("decision[fr]", "Voici.")];
    assert_eq!(app.decide(Seat::Facilitator, Act::PublishRound, "", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!((proof().await, app.get(Seat::Facilitator, &app.charter("/results")).await.body.matches("class=\"met\"").count()), before);
    assert_eq!(before.0.last(), Some(&(1, 1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_given_after_the_closing_does_not_turn_the_verdict() {
    let app = TestApp::new().await;
    app.set_rules(|frame| {
        frame.rules.way = domain::charter::rules::Way::Consent;
        frame.rules.blocking = domain::charter::rules::Blocking::Unanswered;
    })
    .await;
    for seat in [Seat::Family, Seat::Professional, Seat::Elected] {
        app.stand(seat, "consent", "").await;
    }
    app.dates(NOW - 1000, NOW - 1).await;
    let late = app.reply("answered", "", "Voici pourquoi").await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    let page = app.get(Seat::Facilitator, &format!("/article/{}", app.world.article)).await.body;
    assert!(page.contains("on ne répond plus aux objections") && !page.contains("Répondre à cette objection"), "{page}");
    assert!(!app.get(Seat::Visitor, &app.charter("")).await.body.contains("La charte est ratifiée"));
    // Where answers count for nothing, what nobody got to is still answered.
    app.set_rules(|frame| frame.rules.blocking = domain::charter::rules::Blocking::Open).await;
    assert_eq!(app.reply("answered", "", "Voici pourquoi").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_adopted_charter_keeps_its_title_and_is_signed_no_more_once_replaced() {
    let app = TestApp::new().await;
    assert_eq!(app.adopted("").await.status, StatusCode::SEE_OTHER);
    let rename = async |title: &str| {
        let round = app.world.charter.to_string();
        let fields = [("round", round.as_str()), ("title[fr]", title), ("intro[fr]", "Mieux dit"), ("mode", "named")];
        app.post(Seat::Facilitator, Act::EditRound, &app.charter("/edit"), &fields).await
    };
    let refused = rename("Un autre titre").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("ne change plus"), "{}", refused.body);
    assert_eq!(rename("Un tour").await.status, StatusCode::SEE_OTHER);
    let (process, before, frame) = (app.world.process, app.world.charter, app.frame().await);
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                let (kind, mode) = (domain::round::RoundKind::Charter, domain::round::Mode::Named);
                let words = domain::lang::LangText::of("fr", "La suivante".to_owned());
                let round = store::round::create(c, process, kind, mode, &words, &words, &frame).await?;
                let proof = store::charter::adoption(c, before).await?.unwrap().proof.0;
                let new = store::charter::NewAdoption { round, review_on: None, replaces: Some(before), text: "", hash: "", proof: &proof };
                store::charter::adopt(c, new, NOW).await
            })
        })
        .await
        .unwrap();
    let fields = [("organisation", "Ville"), ("function", "Maire"), ("sure", "true")];
    let late = app.decide(Seat::Elected, Act::SignCharter, "", &fields).await;
    assert!(late.status == StatusCode::CONFLICT && late.body.contains("a pris la place de celle-ci"), "{}", late.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_tells_nothing_of_processes_for_members_only() {
    let app = TestApp::with(Visibility::Members).await;
    app.adopted("").await;
    for seat in [Seat::Visitor, Seat::Family] {
        let register = app.get(seat, "/charters").await.body;
        assert!(register.contains("Aucune charte n’est encore adoptée") && !register.contains("Val-d’Orme"), "{register}");
    }
    assert_eq!(app.get(Seat::Visitor, &app.charter("/signatures")).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.get(Seat::Family, &app.charter("/signatures")).await.status, StatusCode::OK);
}
