//! The calendar over HTTP: what is hidden, when results show, how a round goes from a draft to its publication.

use axum::http::{StatusCode, header};
use domain::access::{Act, Seat, Visibility};

use crate::support::{NOW, SEATS, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_there_for_facilitators_alone() {
    let app = TestApp::new().await;
    let draft = app.world.draft;
    for seat in SEATS {
        let expected = if seat == Seat::Facilitator { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(app.get(seat, &format!("/r/{draft}")).await.status, expected, "{seat:?}");
        assert_eq!(app.get(seat, &format!("/live/r/{draft}")).await.status, expected, "{seat:?}");
        let listed = app.get(seat, &format!("/p/{}", app.world.process)).await.body.contains(&draft.to_string());
        assert_eq!(listed, seat == Seat::Facilitator, "{seat:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_members_only_process_shows_nothing_to_others() {
    let app = TestApp::with(Visibility::Members).await;
    let (process, round) = (app.world.process, app.world.proposals);
    for seat in [Seat::Visitor, Seat::Stranger] {
        let expected = if seat == Seat::Visitor { StatusCode::UNAUTHORIZED } else { StatusCode::FORBIDDEN };
        for path in [format!("/p/{process}"), format!("/r/{round}"), format!("/r/{round}/results"), format!("/live/r/{round}")] {
            assert_eq!(app.get(seat, &path).await.status, expected, "{seat:?} {path}");
        }
        assert!(!app.get(seat, "/").await.body.contains(&process.to_string()));
    }
    assert!(app.get(Seat::Family, "/").await.body.contains(&process.to_string()));
    assert_eq!(app.get(Seat::Family, &format!("/live/r/{round}")).await.headers[header::CONTENT_TYPE], "text/event-stream");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_goes_from_draft_to_publication() {
    let app = TestApp::new().await;
    let round = app.world.draft.to_string();
    let edit = format!("/r/{round}/edit");
    let post = async |act: Act, fields: &[(&str, &str)]| {
        let fields: Vec<_> = [("round", round.as_str())].into_iter().chain(fields.iter().copied()).collect();
        app.post(Seat::Facilitator, act, &edit, &fields).await
    };
    let results = async |seat| app.get(seat, &format!("/r/{round}/results")).await.status;

    // NOW is 21 September 2026, 16:13:20 in Paris.
    let wrong =
        post(Act::ScheduleRound, &[("form_key", "dates"), ("opens_at", "2026-09-21T17:00"), ("closes_at", "hier"), ("announced", "true")])
            .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("2026-09-21T17:00"), "what was typed stays");
    let dates = [("opens_at", "2026-09-21T17:00"), ("closes_at", "2026-09-28T17:00"), ("announced", "true")];
    assert_eq!(post(Act::ScheduleRound, &dates).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.get(Seat::Visitor, &format!("/r/{round}")).await.status, StatusCode::OK);
    assert_eq!(results(Seat::Facilitator).await, StatusCode::CONFLICT);

    app.services.clock.set(NOW + 3_600_000);
    assert_eq!((results(Seat::Facilitator).await, results(Seat::Family).await), (StatusCode::OK, StatusCode::CONFLICT));
    assert_eq!(post(Act::PublishRound, &[("decision[fr]", "Parce que.")]).await.status, StatusCode::CONFLICT);
    assert_eq!(post(Act::CloseRound, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post(Act::CloseRound, &[("confirm", "true")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(results(Seat::Family).await, StatusCode::CONFLICT);

    assert_eq!(post(Act::PublishRound, &[("decision[fr]", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post(Act::PublishRound, &[("decision[fr]", "Douze places, parce que…")]).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Visitor, &format!("/r/{round}/results")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Douze places, parce que…"));
    // What is published does not change.
    let words = [("title[fr]", "Autre"), ("intro[fr]", "Autre"), ("mode", "anonymous")];
    assert_eq!(post(Act::EditRound, &words).await.status, StatusCode::CONFLICT);

    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    for act in ["Calendrier d’un tour fixé", "Tour clos avant sa date", "Résultats d’un tour publiés"] {
        assert!(journal.contains(act), "{act}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_hear_of_a_change_through_the_live_channel() {
    let app = TestApp::new().await;
    let round = app.world.proposals;
    let mut changes = app.services.live.listen();
    let fields = [("round", round.to_string()), ("title[fr]", "Idées".into()), ("intro[fr]", "Mots".into()), ("mode", "named".into())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = app.post(Seat::Facilitator, Act::EditRound, &format!("/r/{round}/edit"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(changes.try_recv().ok(), Some(round));
    // A refused change is none.
    app.post(Seat::Family, Act::EditRound, &format!("/r/{round}"), &fields).await;
    assert!(changes.try_recv().is_err());
}
