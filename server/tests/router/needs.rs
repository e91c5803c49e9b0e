//! The coding desk and needs through the router: what must not be read, linked or shown.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    round::Calendar,
};

use crate::support::{NOW, TestApp};

async fn close(app: &TestApp) {
    let round = app.world.survey;
    let closed = Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(NOW - 1), closed_at: None, published_at: None };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, closed).await })).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_of_an_open_anonymous_round_are_not_read() {
    let app = TestApp::new().await;
    let round = app.world.survey.to_string();
    assert_eq!(app.get(Seat::Researcher, &format!("/r/{round}/coding?view=texts")).await.status, StatusCode::CONFLICT);
    let add = async || app.post(Seat::Researcher, Act::AddTheme, "/about", &[("round", &round), ("title[fr]", "Le soir")]).await.status;
    assert_eq!(add().await, StatusCode::CONFLICT);
    close(&app).await;
    assert_eq!(add().await, StatusCode::SEE_OTHER);
    assert_eq!(app.get(Seat::Researcher, &format!("/r/{round}/coding?view=texts")).await.status, StatusCode::OK);
    // No desk where people answer nothing.
    let proposals = app.world.proposals;
    assert_eq!(app.get(Seat::Researcher, &format!("/r/{proposals}/coding")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_texts_and_themes_that_are_not_there_are_refused() {
    let app = TestApp::new().await;
    close(&app).await;
    let (round, theme) = (app.world.survey.to_string(), app.world.theme.to_string());
    let post = async |act, fields: &[(&str, &str)]| app.post(Seat::Facilitator, act, "/about", fields).await.status;
    assert_eq!(post(Act::SaveCoding, &[("round", &round), ("question", "a\r\nset-cookie: b")]).await, StatusCode::NOT_FOUND);
    assert_eq!(post(Act::SettleText, &[("round", &round), ("text", "t00")]).await, StatusCode::NOT_FOUND);
    assert_eq!(post(Act::MergeTheme, &[("theme", &theme), ("into", "samedi")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post(Act::SplitTheme, &[("theme", &theme), ("title[fr]", "x"), ("texts[]", "t00")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    // The world's need came of this theme already.
    assert_eq!(post(Act::MakeNeed, &[("theme", &theme), ("title[fr]", "Encore")]).await, StatusCode::CONFLICT);
    assert_eq!(store::needs::coding::themes(&mut app.services.db.read().await.unwrap(), app.world.survey).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_need_leads_only_to_what_is_there_in_its_own_process() {
    let app = TestApp::new().await;
    let need = app.world.need.to_string();
    let link =
        async |target: String| app.post(Seat::Facilitator, Act::LinkNeed, "/about", &[("need", &need), ("target", &target)]).await.status;
    for wrong in
        [String::new(), "moon/1".into(), format!("proposal/{}", app.world.article), format!("action/{}/nulle_part", app.world.evaluation)]
    {
        assert_eq!(link(wrong.clone()).await, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(link(format!("proposal/{}", app.world.proposal)).await, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Family, &format!("/proposal/{}", app.world.proposal)).await;
    assert!(page.body.contains(&format!("/needs#need-{need}")), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_diagnosis_tells_nothing_of_a_process_for_members_only() {
    let app = TestApp::with(Visibility::Members).await;
    let path = format!("/t/{}", app.world.territory);
    for seat in [Seat::Visitor, Seat::Stranger] {
        assert!(!app.get(seat, &path).await.body.contains("Une garde le samedi"), "{seat:?}");
    }
    assert!(app.get(Seat::Family, &path).await.body.contains("Une garde le samedi"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_need_that_was_taken_back_is_the_facilitators_own() {
    let app = TestApp::new().await;
    let (need, path) = (app.world.need.to_string(), format!("/p/{}/needs", app.world.process));
    let take_back =
        async |reason| app.post(Seat::Facilitator, Act::WithdrawNeed, "/about", &[("need", &need), ("reason", reason)]).await.status;
    assert_eq!(take_back("").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(take_back("Par erreur").await, StatusCode::SEE_OTHER);
    assert_eq!(take_back("Encore").await, StatusCode::CONFLICT);
    assert!(!app.get(Seat::Family, &path).await.body.contains("Une garde le samedi"));
    assert!(app.get(Seat::Facilitator, &path).await.body.contains("Par erreur"));
    let mut c = app.services.db.read().await.unwrap();
    let acts = store::journal::page(&mut c, None, 10).await.unwrap();
    assert_eq!(acts.iter().map(|act| (act.act.as_str(), act.detail.as_str())).collect::<Vec<_>>(), [("need.withdraw", "{}")]);
}
