//! Amendments through the router: what is said under them, what moderation does, who hears of the decision.

use axum::http::StatusCode;
use domain::access::{Act, Seat};

use crate::support::{Answer, NOW, TestApp};

impl TestApp {
    fn amended(&self) -> String {
        format!("/amendment/{}", self.world.amendment)
    }

    async fn on_amendment(&self, seat: Seat, act: Act, fields: &[(&str, &str)]) -> Answer {
        let target = format!("amendment/{}", self.world.amendment);
        let fields: Vec<_> = [("target", target.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.post(seat, act, &self.amended(), &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_is_talked_about_as_everything_else() {
    let app = TestApp::new().await;
    let (path, subject) = (app.amended(), format!("amendment/{}", app.world.amendment));
    let said = app.post(Seat::Professional, Act::Comment, &path, &[("subject", &subject), ("body", "Et le samedi ?")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    assert!(said.location().starts_with(&format!("{path}?comment=")));
    let page = app.get(Seat::Visitor, said.location()).await;
    assert!(page.body.contains("Et le samedi ?") && page.body.contains("Commentaires (1)"), "{}", page.body);
    let id = said.location().rsplit("#c-").next().unwrap().to_owned();
    let mark = app.post(Seat::Elected, Act::MarkComment, &path, &[("comment", &id), ("mark", "agree")]).await;
    assert_eq!(mark.status, StatusCode::SEE_OTHER);
    let answer = [("comment", id.as_str()), ("outcome", "retained"), ("reason", "Bonne idée")];
    assert_eq!(app.post(Seat::Facilitator, Act::AnswerComment, &path, &answer).await.status, StatusCode::SEE_OTHER);
    let word = app.get(Seat::Professional, "/my-word").await.body;
    assert!(word.contains(&format!("{path}?comment={id}")) && word.contains("Bonne idée"), "{word}");
    // Others have begun to speak of these words: they are no more its author's to correct.
    let correct = [("amendment", subject.trim_start_matches("amendment/")), ("title", "Article"), ("body", "Autre"), ("reason", "x")];
    assert_eq!(app.post(Seat::Family, Act::CorrectAmendment, &path, &correct).await.status, StatusCode::CONFLICT);
    assert!(app.get(Seat::Visitor, &format!("/article/{}", app.world.article)).await.body.contains("1 commentaire"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_amendment_gives_nothing_of_itself_away() {
    let app = TestApp::new().await;
    let (path, id) = (app.amended(), app.world.amendment.to_string());
    let words = "Le texte, mieux dit";
    let support = [("amendment", id.as_str()), ("support", "for")];
    assert_eq!(app.post(Seat::Professional, Act::SupportAmendment, &path, &support).await.status, StatusCode::SEE_OTHER);
    let report = [("cause", "family_data"), ("reason", "Mon nom")];
    assert_eq!(app.on_amendment(Seat::Elected, Act::Report, &report).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.on_amendment(Seat::Family, Act::Report, &report).await.status, StatusCode::CONFLICT);
    let queue = format!("/p/{}/moderation", app.world.process);
    let reported = app.get(Seat::Facilitator, &queue).await.body;
    assert!(reported.contains(words) && reported.contains("Plus clair") && reported.contains("Mon nom"), "{reported}");
    let hide = [("cause", "family_data"), ("reason", "Un nom")];
    assert_eq!(app.on_amendment(Seat::Facilitator, Act::HideText, &hide).await.status, StatusCode::SEE_OTHER);

    let article = format!("/article/{}", app.world.article);
    let charter = format!("/r/{}", app.world.charter);
    for seat in [Seat::Visitor, Seat::Professional, Seat::Elected] {
        assert_eq!(app.get(seat, &path).await.status, StatusCode::NOT_FOUND, "{seat:?}");
        for place in [&article, &charter, "/my-word"] {
            let page = app.get(seat, place).await.body;
            assert!(!page.contains("mieux dit") && !page.contains(&path), "{seat:?} {place}");
        }
    }
    for seat in [Seat::Family, Seat::Facilitator] {
        let page = app.get(seat, &path).await;
        assert!(page.status == StatusCode::OK && page.body.contains("Un nom") && page.body.contains("mieux"), "{seat:?}: {}", page.body);
    }
    assert!(app.get(Seat::Family, "/my-word").await.body.contains("Un nom"));
    // Nothing moves while it is hidden: not for others, who know of nothing, and not for those who do.
    assert_eq!(app.post(Seat::Professional, Act::SupportAmendment, &path, &support).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(Seat::Family, Act::WithdrawAmendment, &path, &[("amendment", &id)]).await.status, StatusCode::CONFLICT);
    let subject = format!("amendment/{id}");
    let comment = [("subject", subject.as_str()), ("body", "Oui")];
    assert_eq!(app.post(Seat::Professional, Act::Comment, &path, &comment).await.status, StatusCode::NOT_FOUND);
    let reject = [("amendment", id.as_str()), ("version", "1"), ("step", "reject"), ("decision", "Non")];
    assert_eq!(app.post(Seat::Facilitator, Act::DecideAmendment, &path, &reject).await.status, StatusCode::CONFLICT);

    // One appeal, and somebody of the committee who is not concerned.
    app.appoint(Seat::Elected, "ethics").await;
    app.appoint(Seat::Professional, "ethics").await;
    let appeal = [("words", "C’est mon propre nom")];
    assert_eq!(app.on_amendment(Seat::Family, Act::Appeal, &appeal).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.on_amendment(Seat::Family, Act::Appeal, &appeal).await.status, StatusCode::CONFLICT);
    let decision = [("ending", "restored"), ("words", "Rien de privé")];
    // They reported it.
    assert_eq!(app.on_amendment(Seat::Elected, Act::DecideAppeal, &decision).await.status, StatusCode::CONFLICT);
    assert_eq!(app.on_amendment(Seat::Professional, Act::DecideAppeal, &decision).await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Seat::Visitor, &path).await.body.contains("mieux dit"));
    assert_eq!(app.on_amendment(Seat::Facilitator, Act::HideText, &hide).await.status, StatusCode::CONFLICT);
    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    assert!(journal.contains("Amendement masqué") && !journal.contains("mieux dit"), "{journal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_proposed_or_spoke_for_it_hears_of_the_decision_in_the_mail_of_the_day() {
    let app = TestApp::new().await;
    let (path, id) = (app.amended(), app.world.amendment.to_string());
    for (seat, support) in [(Seat::Professional, "for"), (Seat::Elected, "against")] {
        app.post(seat, Act::SupportAmendment, &path, &[("amendment", &id), ("support", support)]).await;
    }
    let step = async |step: &str, decision: &str| {
        let fields = [("amendment", id.as_str()), ("version", "1"), ("step", step), ("decision", decision)];
        assert_eq!(app.post(Seat::Facilitator, Act::DecideAmendment, &path, &fields).await.status, StatusCode::SEE_OTHER);
    };
    // Nothing is decided by that.
    step("recommend", "Oui").await;
    app.services.clock.set(NOW + store::news::GATHERED + 1);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 0);
    step("reject", "Le conseil\ns’y oppose").await;
    app.services.clock.set(NOW + 3 * store::news::GATHERED);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 2);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 0);
    let mails =
        app.services.db.write(|c| Box::pin(async move { store::mail::claim(c, 10, NOW + 4 * store::news::GATHERED).await })).await.unwrap();
    let to: std::collections::BTreeSet<_> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
    assert_eq!(to, ["family@example.org", "professional@example.org"].into());
    for mail in &mails {
        let (told, _) = mail.body.split_once("/my-word").unwrap();
        assert!(told.contains("Amendement\u{a0}: «\u{a0}Article\u{a0}»\n  Non retenu\n  Le conseil\n  s’y oppose\n"), "{told}");
        assert!(told.contains(&path), "{told}");
    }
}
