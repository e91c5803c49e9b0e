//! What becomes of a decision: adoption, hash, signatures, the register; and that nothing changes it afterwards.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    charter::canonical,
    committee::Committee,
};

use crate::{
    decision::COLLEGES,
    support::{NOW, TestApp},
};

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
