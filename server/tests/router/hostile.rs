//! Bad input through the router: refused with its reason, nothing half written, nothing of anybody else's.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    round::Calendar,
};

use crate::support::{NOW, TestApp};

const SCRIPT: &str = "<script>alert(1)</script>";

#[tokio::test(flavor = "multi_thread")]
async fn script_in_a_text_comes_back_as_text() {
    let app = TestApp::new().await;
    let round = app.world.proposals.to_string();
    let from = format!("/r/{round}");
    let fields = [("round", round.as_str()), ("title", SCRIPT), ("body", SCRIPT)];
    let answer = app.post(Seat::Family, Act::Propose, &from, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = app.get(Seat::Visitor, answer.location()).await;
    assert!(page.body.contains("&lt;script&gt;alert(1)") && !page.body.contains(SCRIPT));
    let list = app.get(Seat::Visitor, &from).await;
    assert!(!list.body.contains(SCRIPT));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_title_too_long_keeps_what_was_typed_and_writes_nothing() {
    let app = TestApp::new().await;
    let round = app.world.proposals.to_string();
    let title = "très ".repeat(50);
    let fields = [("round", round.as_str()), ("title", &title), ("body", "Un texte que personne ne veut taper deux fois")];
    let answer = app.post(Seat::Family, Act::Propose, &format!("/r/{round}"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Un texte que personne ne veut taper deux fois"));
    assert!(answer.body.contains("aria-invalid=\"true\"") && answer.body.contains("error-summary"));
    assert_eq!(store::proposals::count(&mut app.services.db.read().await.unwrap(), app.world.proposals).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vote_after_closing_is_refused_to_the_millisecond() {
    let app = TestApp::new().await;
    let (round, proposal) = (app.world.proposals, app.world.proposal.to_string());
    let closing = Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(NOW + 10), closed_at: None, published_at: None };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, closing).await })).await.unwrap();
    let vote =
        async |choice: &str| app.post(Seat::Family, Act::Vote, "/about", &[("proposal", &proposal), ("choice", choice)]).await.status;
    app.services.clock.set(NOW + 9);
    assert_eq!(vote("for").await, StatusCode::SEE_OTHER);
    app.services.clock.set(NOW + 10);
    assert_eq!(vote("against").await, StatusCode::CONFLICT);
    let tallies = store::proposals::tallies(&mut app.services.db.read().await.unwrap(), &[app.world.proposal]).await.unwrap();
    assert_eq!(tallies.iter().map(|count| (count.choice.as_str(), count.n)).filter(|(_, n)| *n != 0).collect::<Vec<_>>(), [("for", 1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_votes_at_once_leave_one() {
    let app = std::sync::Arc::new(TestApp::new().await);
    let mut votes = tokio::task::JoinSet::new();
    for number in 0..100 {
        let app = app.clone();
        votes.spawn(async move {
            let choice = ["for", "against", "abstain"][number % 3];
            app.post(Seat::Family, Act::Vote, "/about", &[("proposal", &app.world.proposal.to_string()), ("choice", choice)]).await.status
        });
    }
    assert!(votes.join_all().await.into_iter().all(|status| status == StatusCode::SEE_OTHER));
    let tallies = store::proposals::tallies(&mut app.services.db.read().await.unwrap(), &[app.world.proposal]).await.unwrap();
    assert_eq!(tallies.iter().map(|count| count.n).sum::<i64>(), 1);
    assert!(tallies.iter().all(|count| count.n >= 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_ids_and_choices_are_refused_and_another_form_of_id_is_not_found() {
    let app = TestApp::new().await;
    let post = async |act, fields: &[(&str, &str)]| app.post(Seat::Family, act, "/about", fields).await.status;
    assert_eq!(post(Act::Vote, &[("proposal", "1; DROP TABLE votes"), ("choice", "for")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    let proposal = app.world.proposal.to_string();
    assert_eq!(post(Act::Vote, &[("proposal", &proposal), ("choice", "twice")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    // A round's id where a proposal's is wanted: there is no such proposal.
    assert_eq!(post(Act::Vote, &[("proposal", &app.world.survey.to_string()), ("choice", "for")]).await, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_round_is_not_there_for_anybody_but_its_facilitator() {
    let app = TestApp::new().await;
    let path = format!("/r/{}", app.world.draft);
    for seat in [Seat::Visitor, Seat::Family, Seat::Researcher, Seat::Stranger] {
        assert_eq!(app.get(seat, &path).await.status, StatusCode::NOT_FOUND, "{seat:?}");
    }
    assert_eq!(app.get(Seat::Facilitator, &path).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_round_gives_no_data_away() {
    let app = TestApp::new().await;
    let answer = app.get(Seat::Researcher, &format!("/r/{}/export.csv", app.world.proposals)).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_export_holds_what_was_voted_and_no_account() {
    let app = TestApp::new().await;
    let (round, proposal) = (app.world.proposals, app.world.proposal.to_string());
    for (seat, choice) in [(Seat::Family, "for"), (Seat::Professional, "against"), (Seat::Elected, "abstain")] {
        app.post(seat, Act::Vote, "/about", &[("proposal", &proposal), ("choice", choice)]).await;
    }
    app.services.clock.set(NOW + 2 * 86_400_000);
    let answer = app.get(Seat::Researcher, &format!("/r/{round}/export.csv?table=votes")).await;
    assert_eq!(answer.status, StatusCode::OK);
    let mut rows: Vec<Vec<&str>> = answer.body.trim_end().split("\r\n").map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.remove(0), ["proposal", "person", "college", "choice", "reason"]);
    let mut held: Vec<_> = rows.iter().map(|row| (row[0], row[2], row[3])).collect();
    held.sort_unstable();
    assert_eq!(held, [(proposal.as_str(), "elected", "abstain"), (&proposal, "family", "for"), (&proposal, "professional", "against")]);
    let account = app.account(Seat::Family).unwrap().to_string();
    assert!(!answer.body.contains(&account) && !answer.body.contains("example.org"));
    let codebook = app.get(Seat::Researcher, &format!("/r/{round}/codebook.csv?table=votes")).await;
    assert!(codebook.body.contains("choice,category,Vote,Vote,for,Pour,For\r\n"), "{}", codebook.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_compressed_export_reaches_its_end() {
    let app = TestApp::new().await;
    app.services.clock.set(NOW + 2 * 86_400_000);
    let request = axum::http::Request::get(format!("/r/{}/export.csv?table=proposals", app.world.proposals))
        .header("cookie", app.cookie(Seat::Researcher).await.unwrap())
        .header("accept-encoding", "gzip")
        .body(axum::body::Body::empty())
        .unwrap();
    let answer = app.send(request).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers["content-encoding"], "gzip");
    // The compressor asks once more after the last row: a stream that does not bear that breaks off here, in `send`.
    assert!(!answer.body.is_empty());
}
