//! Paper and helpers through the router: what must not be read, counted twice or stored.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    round::Calendar,
};

use crate::support::{NOW, TestApp};

async fn responses(app: &TestApp) -> usize {
    store::responses::page(&mut app.services.db.read().await.unwrap(), app.world.survey, None, 100).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_printed_from_a_draft_and_only_by_its_facilitator() {
    let app = TestApp::new().await;
    let path = format!("/r/{}/paper.pdf?language=zz&copies=2", app.world.draft);
    let answer = app.get(Seat::Facilitator, &path).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.starts_with("%PDF-"));
    assert_eq!(app.get(Seat::Family, &path).await.status, StatusCode::FORBIDDEN);
    // What can't be printed is said, not brought into bounds.
    for wrong in ["copies=31", "copies=3&first=9998", "copies=x", "first=0"] {
        let answer = app.get(Seat::Facilitator, &format!("/r/{}/paper.pdf?{wrong}", app.world.draft)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(answer.body.contains("Donnez un nombre de 1 à"), "{}", answer.body);
    }
    // There is nothing to print where people answer nothing.
    assert_eq!(app.get(Seat::Facilitator, &format!("/r/{}/paper.pdf", app.world.charter)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_that_does_not_hold_is_refused_and_nothing_is_stored() {
    let app = TestApp::new().await;
    let (round, family) = (app.world.survey.to_string(), app.world.family.to_string());
    let key = async |sheet: &str, college: &str, answer: (&str, &str)| {
        let fields = [("round", round.as_str()), ("sheet", sheet), ("college", college), answer];
        app.post(Seat::Facilitator, Act::KeySheet, "/about", &fields).await.status
    };
    let none = ("answers[nowhere][]", "x");
    for (sheet, college) in
        [("", family.as_str()), ("0", &family), ("123456", &family), ("K7QM", &family), ("1", ""), ("1", &round), ("1", &family)]
    {
        assert_eq!(key(sheet, college, none).await, StatusCode::UNPROCESSABLE_ENTITY, "{sheet} {college}");
    }
    let progress = store::paper::progress(&mut app.services.db.read().await.unwrap(), app.world.survey).await.unwrap();
    assert_eq!(progress, store::paper::Progress::default());
    // Nothing to settle, nothing to forget.
    for act in [Act::SettleSheet, Act::ForgetSheet] {
        let fields = [("round", round.as_str()), ("sheet", "1"), ("college", &family)];
        assert_eq!(app.post(Seat::Facilitator, act, "/about", &fields).await.status, StatusCode::CONFLICT);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sheet_and_no_helper_after_publication() {
    let app = TestApp::new().await;
    let round = app.world.survey;
    let over = Calendar { announced: true, opens_at: Some(1), closes_at: Some(2), closed_at: None, published_at: Some(NOW - 1) };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, over).await })).await.unwrap();
    let (round, family) = (round.to_string(), app.world.family.to_string());
    let fields = [("round", round.as_str()), ("sheet", "1"), ("college", &family), ("consent", "true")];
    for act in [Act::KeySheet, Act::SettleSheet, Act::SendProxy] {
        assert_eq!(app.post(Seat::Facilitator, act, "/about", &fields).await.status, StatusCode::CONFLICT, "{act:?}");
    }
    assert_eq!(responses(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_helper_needs_the_persons_consent() {
    let app = TestApp::new().await;
    let (round, family) = (app.world.survey.to_string(), app.world.family.to_string());
    let before = responses(&app).await;
    let fields = [("round", round.as_str()), ("college", &family), ("answers[nowhere][]", "x")];
    let answer = app.post(Seat::Facilitator, Act::SendProxy, &format!("/r/{round}/proxy"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("id=\"consent-error\""), "{}", answer.body);
    assert_eq!(responses(&app).await, before);
}
