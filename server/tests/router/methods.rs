//! Ways of voting over HTTP: rules fixed at the opening.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    proposals::{Method, Rules},
    round::Calendar,
};

use crate::support::{NOW, TestApp};

async fn rules(app: &TestApp) -> Rules {
    store::round::content(&mut app.services.db.read().await.unwrap(), app.world.proposals).await.unwrap()
}

async fn calendar(app: &TestApp, opens: i64, closes: i64) {
    let round = app.world.proposals;
    let calendar = Calendar { announced: true, opens_at: Some(opens), closes_at: Some(closes), closed_at: None, published_at: None };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, calendar).await })).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_are_set_before_the_round_opens_and_never_after() {
    let app = TestApp::new().await;
    let round = app.world.proposals.to_string();
    let edit = format!("/r/{round}/edit");
    let set = async |score: &str| {
        let fields = [
            ("round", round.as_str()),
            ("form_key", "rules"),
            ("method", "score"),
            ("reasons", "asked"),
            ("results", "after_voting"),
            ("entry", "list"),
            ("counting", "borda"),
            ("score", score),
        ];
        app.post(Seat::Facilitator, Act::EditRules, &edit, &fields).await
    };
    assert_eq!(rules(&app).await, Rules::default());
    assert_eq!(set("5").await.status, StatusCode::CONFLICT);
    calendar(&app, NOW + 1, NOW + 1000).await;
    let wrong = set("1000").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"1000\"") && wrong.body.contains("error-summary"), "what was typed stays");
    assert_eq!(set("7").await.status, StatusCode::SEE_OTHER);
    assert_eq!((rules(&app).await.method, rules(&app).await.score), (Method::Score, 7));
    app.services.clock.set(NOW + 1);
    assert_eq!(set("5").await.status, StatusCode::CONFLICT);
    assert_eq!(rules(&app).await.score, 7);
}
