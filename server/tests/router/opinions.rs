//! Where the publics agree, and the groups that votes alone show: who sees the page, when, and what it says.

use axum::http::StatusCode;
use domain::{
    access::{Function, Seat},
    id::{AccountId, CollegeId, ProposalId, RoundId},
    lang::LangText,
    proposals::{Choice, Method, Results, Rules, Vote, steps},
    round::{Calendar, Mode, RoundKind},
};
use sqlx::{Connection, SqliteConnection};
use store::{Error, Uuid, process::NewMember};

use crate::support::{NOW, TestApp};

/// A named round with eight proposals.
async fn round(app: &TestApp, rules: Rules) -> (RoundId, Vec<ProposalId>) {
    let (process, family, author) = (app.world.process, app.world.family, app.account(Seat::Family).unwrap());
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                let title = LangText::of("fr", "Des phrases");
                let round = store::round::create(c, process, RoundKind::Proposals, Mode::Named, &title, &title, &rules).await?;
                store::round::set_calendar(c, round, open()).await?;
                let mut proposals = Vec::new();
                for i in 0..8 {
                    let words = domain::proposals::read(&format!("Phrase {i}"), "Un texte.").unwrap();
                    proposals.push(store::proposals::create(c, round, author, family, &words, NOW + i).await?);
                }
                Ok::<_, Error>((round, proposals))
            })
        })
        .await
        .unwrap()
}

const fn open() -> Calendar {
    Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(NOW + 86_400_000), closed_at: None, published_at: None }
}

async fn vote(app: &TestApp, person: AccountId, college: CollegeId, proposals: &[ProposalId], side: bool) {
    let proposals = proposals.to_vec();
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                for (j, proposal) in proposals.iter().enumerate() {
                    let choice = if side == j.is_multiple_of(2) { Choice::For } else { Choice::Against };
                    let vote = Vote { college, choice };
                    store::proposals::vote(c, *proposal, person, vote, &steps(None, vote)).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await
        .unwrap();
}

/// More families, half of whom vote one way and half the other.
async fn crowd(app: &TestApp, proposals: &[ProposalId], n: usize) {
    people(app, app.world.family, proposals, n, |i| i.is_multiple_of(2)).await;
}

async fn people(app: &TestApp, college: CollegeId, proposals: &[ProposalId], n: usize, side: fn(usize) -> bool) {
    let process = app.world.process;
    for i in 0..n {
        let person = app
            .services
            .db
            .write(move |c| {
                Box::pin(async move {
                    let account = store::account::create(c, &format!("Personne {i}"), None, None, NOW).await?;
                    let member = NewMember {
                        process,
                        account,
                        function: Function::Participant,
                        college: Some(college),
                        organisation: "",
                        title: "",
                        joined_at: Some(NOW),
                    };
                    store::process::add_member(c, member).await?;
                    Ok::<_, Error>(account)
                })
            })
            .await
            .unwrap();
        vote(app, person, college, proposals, side(i)).await;
    }
}

async fn look(app: &TestApp) -> usize {
    server::groups::look(&app.services.db, &app.services.clock, Uuid::new_v4()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_are_found_off_the_path_and_shown_to_whoever_may_see_results() {
    let app = TestApp::new().await;
    let (round, proposals) = round(&app, Rules { method: Method::Agree, ..Rules::default() }).await;
    let page = format!("/r/{round}/agreement");
    crowd(&app, &proposals, 20).await;
    assert_eq!(look(&app).await, 1);
    assert_eq!(look(&app).await, 0, "nothing has changed");
    let few = app.get(Seat::Facilitator, &page).await;
    assert_eq!(few.status, StatusCode::OK);
    assert!(few.body.contains("On ne montre pas de groupes"), "twenty people are too few, and the page says so");
    assert!(few.body.contains("Il en faut 50"));

    crowd(&app, &proposals, 40).await;
    vote(&app, app.account(Seat::Family).unwrap(), app.world.family, &proposals, true).await;
    assert_eq!(look(&app).await, 0, "while a round is open it rests for a minute");
    app.services.clock.set(NOW + 60_001);
    assert_eq!(look(&app).await, 1);
    let shown = app.get(Seat::Facilitator, &page).await;
    assert!(shown.body.contains("61 personnes ont assez voté"), "{}", shown.body);
    assert!(shown.body.contains("forment 2 groupes") && shown.body.contains("Le groupe A"));
    assert!(!shown.body.contains("Où je me situe"), "a facilitator sits nowhere");
    assert!(!shown.body.contains("Personne 1"), "no name");

    // Open: participants wait for the publication, here as for results.
    assert_eq!(app.get(Seat::Family, &page).await.status, StatusCode::CONFLICT);
    let published = Calendar { closed_at: Some(NOW + 70_000), published_at: Some(NOW + 80_000), ..open() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, published).await })).await.unwrap();
    app.services.clock.set(NOW + 90_000);
    assert_eq!(look(&app).await, 1, "once more when it is published");
    assert_eq!(look(&app).await, 0);
    let mine = app.get(Seat::Family, &page).await;
    assert!(mine.body.contains("Vos votes sont les plus proches du groupe A"), "{}", mine.body);
    let other = app.get(Seat::Professional, &page).await;
    assert!(other.body.contains("Votez sur au moins 7 propositions pour le savoir"));
    assert!(!app.get(Seat::Visitor, &page).await.body.contains("Où je me situe"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_round_is_looked_at_rarely() {
    let app = TestApp::new().await;
    let (round, proposals) = round(&app, Rules::default()).await;
    crowd(&app, &proposals, 2).await;
    let closed = Calendar { closed_at: Some(NOW - 1), ..open() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, closed).await })).await.unwrap();
    assert_eq!(look(&app).await, 1, "once when it has closed");
    // An hour later nothing has changed; looked at once, it rests for another.
    app.services.clock.set(NOW + 3_600_001);
    assert_eq!(look(&app).await, 0);
    let (hidden, kept) =
        (proposals[0], async || store::opinions::find(&mut app.services.db.read().await.unwrap(), round).await.unwrap().unwrap());
    app.services.db.write(move |c| Box::pin(async move { store::proposals::hide(c, hidden, "Insulte").await })).await.unwrap();
    app.services.clock.set(NOW + 7_000_000);
    assert_eq!((look(&app).await, kept().await.statements.len()), (0, 8));
    app.services.clock.set(NOW + 7_200_003);
    assert_eq!((look(&app).await, kept().await.statements.len()), (1, 7));
    // Published: at once, and then no more.
    let published = Calendar { published_at: Some(NOW + 7_200_004), ..closed };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, published).await })).await.unwrap();
    app.services.clock.set(NOW + 7_200_005);
    assert_eq!((look(&app).await, look(&app).await), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_cannot_be_read_keeps_no_other_waiting() {
    let app = TestApp::new().await;
    let ((_, broken), (_, sound)) = (round(&app, Rules::default()).await, round(&app, Rules::default()).await);
    for proposals in [&broken, &sound] {
        crowd(&app, proposals, 1).await;
    }
    let mut c = SqliteConnection::connect(&app.database).await.unwrap();
    sqlx::query("UPDATE vote_tallies SET choice = 'moon' WHERE proposal_id = $1").bind(broken[0].0).execute(&mut c).await.unwrap();
    assert_eq!(look(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn declared_publics_stand_side_by_side() {
    let app = TestApp::new().await;
    let (round, proposals) = round(&app, Rules::default()).await;
    let page = format!("/r/{round}/agreement");
    let colleges = store::process::colleges(&mut app.services.db.read().await.unwrap(), app.world.process).await.unwrap();
    people(&app, app.world.family, &proposals, 10, |_| true).await;
    let alone = app.get(Seat::Facilitator, &page).await.body;
    assert!(alone.contains("Les propositions qui ont le plus de votes") && !alone.contains("Ce que tous veulent"));
    assert_eq!(alone.matches("Il faut au moins 5 votes dans deux collèges").count(), 1, "said once, above");
    assert!(alone.contains("10 votes en tout."));
    // Professionals are of the other mind on the first four, of the same on the others.
    people(&app, colleges[1].id, &proposals[..4], 6, |_| false).await;
    people(&app, colleges[1].id, &[proposals[4]], 6, |_| true).await;
    let body = app.get(Seat::Facilitator, &page).await.body;
    let section = |id: &str| body.split(&format!("id=\"{id}\"")).nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert!(section("together").contains("Phrase 4"));
    assert!(section("apart").contains("Phrase 0"));
    let wanted = section("alone");
    assert!(wanted.contains("100\u{a0}% pour. Dans les autres collèges comparés\u{a0}: 0\u{a0}% au plus."), "{wanted}");
    let ranking = section("ranking");
    assert!(ranking.find("Phrase 4") < ranking.find("Phrase 0"), "{ranking}");
    assert!(body.contains("N’ont pas voté") && body.contains("Tous ensemble"));
}

#[tokio::test(flavor = "multi_thread")]
async fn other_methods_have_no_groups_and_hidden_numbers_stay_hidden() {
    let app = TestApp::new().await;
    let (judged, _) = round(&app, Rules { method: Method::Judgment, ..Rules::default() }).await;
    let (hidden, proposals) = round(&app, Rules { results: Results::AfterClosing, ..Rules::default() }).await;
    crowd(&app, &proposals, 3).await;
    let body = app.get(Seat::Facilitator, &format!("/r/{judged}/agreement")).await.body;
    assert!(body.contains("Dans ce tour, on vote autrement"));
    assert_eq!(app.get(Seat::Facilitator, &format!("/r/{hidden}/agreement")).await.status, StatusCode::CONFLICT);
    assert_eq!(app.get(Seat::Facilitator, &format!("/r/{}/agreement", app.world.survey)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(look(&app).await, 1, "judgments are not looked at");
}
