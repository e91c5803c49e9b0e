//! What a vote may not do and what may not be told of it: late ones, words that change under it, numbers found by another way.

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use domain::{
    access::{Act, Seat},
    proposals::{Method, Results, Rules},
};

use crate::{
    methods::{another, calendar, cast, method, under, vote},
    support::{NOW, ORIGIN, TestApp},
};

async fn next(app: &TestApp, seat: Seat) -> StatusCode {
    let round = app.world.proposals.to_string();
    app.post(seat, Act::NextStatement, "/about", &[("round", &round)]).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vote_whose_end_is_held_back_comes_too_late() {
    let app = TestApp::new().await;
    calendar(&app, NOW - 1000, NOW + 10).await;
    let (clock, proposal) = (app.services.clock.clone(), app.world.proposal);
    let body = futures::stream::once(async move { Ok::<_, std::io::Error>(Bytes::from(format!("proposal={proposal}&cho"))) });
    let end = futures::stream::once(async move {
        // The numbers show by now.
        clock.set(NOW + 10);
        Ok(Bytes::from("ice=for"))
    });
    let request = Request::post(Act::Vote.path())
        .header(header::ACCEPT, "text/html")
        .header(header::ORIGIN, ORIGIN)
        .header(header::REFERER, format!("{ORIGIN}/about"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, app.cookie(Seat::Family).await.unwrap())
        .body(Body::from_stream(futures::StreamExt::chain(body, end)))
        .unwrap();
    assert_eq!(app.send(request).await.status, StatusCode::CONFLICT);
    let tallies = store::proposals::tallies(&mut app.services.db.read().await.unwrap(), &[proposal]).await.unwrap();
    assert!(tallies.is_empty(), "{tallies:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_on_somebodys_ballot_keeps_its_words() {
    for (which, answer) in [(Method::Approval, "true"), (Method::Points, "3"), (Method::Ranking, "1")] {
        let app = TestApp::new().await;
        under(&app, method(which)).await;
        let mine = another(&app, "Ouvrir le samedi").await;
        let page = format!("/proposal/{mine}/edit");
        let id = mine.to_string();
        let edit = async |title: &str| {
            let fields = [("proposal", id.as_str()), ("title", title), ("body", "D’autres mots")];
            app.post(Seat::Family, Act::EditProposal, &page, &fields).await.status
        };
        assert_eq!(edit("Ouvrir le samedi matin").await, StatusCode::SEE_OTHER);
        assert_eq!(cast(&app, Seat::Professional, &[(mine.to_string(), answer)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(edit("Fermer le samedi").await, StatusCode::CONFLICT, "{which}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_are_drawn_one_at_a_time_only_where_votes_are_cast_so() {
    let app = TestApp::new().await;
    assert_eq!(next(&app, Seat::Family).await, StatusCode::SEE_OTHER);
    let secret = Rules { secret: true, results: Results::AfterClosing, ..Rules::default() };
    for rules in [secret, method(Method::Approval), method(Method::Consent)] {
        under(&app, rules).await;
        assert_eq!(next(&app, Seat::Family).await, StatusCode::CONFLICT, "{rules:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_over_a_round_tell_everybody_at_once_and_at_their_time() {
    let app = TestApp::new().await;
    let (round, one) = (format!("/r/{}", app.world.proposals), app.world.proposal.to_string());
    let told = async |seat: Seat| {
        let page = app.get(seat, &round).await.body;
        let results = app.get(seat, &format!("{round}/results")).await.body;
        (page.contains("id=\"outcome\""), results.contains("id=\"outcome\""))
    };
    for (which, answer) in [(Method::Approval, "true"), (Method::Points, "3"), (Method::Ranking, "1")] {
        app.services.clock.set(NOW);
        calendar(&app, NOW - 1000, NOW + 10).await;
        under(&app, Rules { results: Results::Live, ..method(which) }).await;
        assert_eq!(cast(&app, Seat::Family, &[(one.clone(), answer)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!((told(Seat::Visitor).await, told(Seat::Facilitator).await), ((true, false), (true, true)), "{which}");
        under(&app, Rules { results: Results::AfterVoting, ..method(which) }).await;
        assert_eq!((told(Seat::Family).await.0, told(Seat::Elected).await.0), (true, false), "{which}");
        assert_eq!(told(Seat::Facilitator).await, (false, false), "{which}");
        under(&app, Rules { results: Results::AfterClosing, ..method(which) }).await;
        assert_eq!((told(Seat::Family).await.0, told(Seat::Facilitator).await), (false, (false, false)), "{which}");
        app.services.clock.set(NOW + 10);
        assert!(told(Seat::Visitor).await.0 && told(Seat::Facilitator).await.1, "{which}");
        // What one has cast can still be read.
        assert!(app.get(Seat::Family, &round).await.body.contains("class=\"facts\""), "{which}");
        assert!(!app.get(Seat::Elected, &round).await.body.contains("class=\"facts\""), "{which}");
        // The next method begins without ballots.
        app.services.clock.set(NOW);
        calendar(&app, NOW - 1000, NOW + 10).await;
        under(&app, method(which)).await;
        let id = app.world.proposals.to_string();
        assert_eq!(app.post(Seat::Family, Act::WithdrawBallot, &round, &[("round", &id)]).await.status, StatusCode::SEE_OTHER);
    }
}

/// Every way of voting, named and secret: no number, no order and no reason shows early, to anybody; and afterwards something does.
#[tokio::test(flavor = "multi_thread")]
async fn no_way_of_voting_tells_before_the_closing() {
    let answer = |method: Method| match method {
        Method::For => ("for", "against"),
        Method::Agree => ("agree", "disagree"),
        Method::Consent => ("consent", "abstain"),
        Method::Score => ("4", "1"),
        Method::Judgment => ("good", "poor"),
        Method::Approval => ("true", ""),
        Method::Points => ("7", "1"),
        Method::Ranking => ("1", "2"),
    };
    for (which, secret) in Method::ALL.iter().flat_map(|which| [(*which, false), (*which, true)]) {
        if secret && which == Method::Consent {
            // An objection has its reason: there is no secret one.
            continue;
        }
        let app = TestApp::new().await;
        let (round, old) = (format!("/r/{}", app.world.proposals), app.world.proposal);
        // Newer, and less wanted: by support it would stand last, by date it stands first.
        let new = another(&app, "Fermer plus tôt").await;
        calendar(&app, NOW - 1000, NOW + 10).await;
        let rules = Rules { results: Results::AfterClosing, secret, ..method(which) };
        under(&app, rules).await;
        let (liked, disliked) = answer(which);
        for seat in [Seat::Family, Seat::Professional, Seat::Elected] {
            if rules.one_ballot() {
                let answers: Vec<_> = [(old, liked), (new, disliked)].map(|(id, said)| (id.to_string(), said)).into();
                let sent = cast(&app, seat, &answers).await;
                assert!([StatusCode::OK, StatusCode::SEE_OTHER].contains(&sent.status), "{which} {secret}: {}", sent.body);
            } else {
                for (id, said) in [(old, liked), (new, disliked)] {
                    let (id, page) = (id.to_string(), "/about");
                    assert_eq!(app.post(seat, Act::Vote, page, &[("proposal", &id), ("choice", said)]).await.status, StatusCode::SEE_OTHER);
                }
            }
        }
        let tells = |page: &str| {
            ["class=\"tallies\"", "class=\"chart\"", "class=\"protected\"", "id=\"outcome\"", "sort=support#"]
                .iter()
                .any(|sign| page.contains(sign))
        };
        let order =
            |page: &str| page.match_indices(" id=\"p-").map(|(at, sign)| page[at + sign.len()..][..36].to_owned()).collect::<Vec<_>>();
        let pages = [
            round.clone(),
            format!("{round}?sort=support"),
            format!("/proposal/{old}"),
            format!("{round}/results"),
            format!("{round}/agreement"),
        ];
        for seat in [Seat::Visitor, Seat::Family, Seat::Facilitator, Seat::Researcher, Seat::Administrator] {
            for page in &pages {
                assert!(!tells(&app.get(seat, page).await.body), "{which} {secret} {seat:?} {page}");
            }
            assert_eq!(order(&app.get(seat, &pages[1]).await.body), [new.to_string(), old.to_string()], "{which} {secret} {seat:?}");
        }
        app.services.clock.set(NOW + 10);
        let told = [&pages[0], &pages[2]].map(|page| page.clone());
        assert!(
            tells(&app.get(Seat::Visitor, &told[0]).await.body) || tells(&app.get(Seat::Visitor, &told[1]).await.body),
            "{which} {secret}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_round_says_nothing_of_a_few() {
    let app = TestApp::new().await;
    let round = format!("/r/{}", app.world.proposals);
    under(&app, Rules { secret: true, results: Results::AfterClosing, ..Rules::default() }).await;
    calendar(&app, NOW - 1000, NOW + 10).await;
    assert_eq!(cast(&app, Seat::Family, &[(app.world.proposal.to_string(), "for")]).await.status, StatusCode::OK);
    app.services.clock.set(NOW + 10);
    let list = app.get(Seat::Visitor, &round).await.body;
    assert!(!list.contains("sort=support"), "the order would tell what the numbers don’t");
    let page = app.get(Seat::Visitor, &format!("/proposal/{}", app.world.proposal)).await.body;
    assert!(!page.contains("Personne n’a encore voté") && page.contains("protéger"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_has_judged_stands_in_the_order_too() {
    let app = TestApp::new().await;
    for (which, choice, nobody) in [(Method::Judgment, "good", "À rejeter"), (Method::Score, "4", "Personne n’a encore voté")] {
        under(&app, method(which)).await;
        let title = format!("Tard venue, {which}");
        another(&app, &title).await;
        assert_eq!(vote(&app, Seat::Family, choice, "").await.status, StatusCode::SEE_OTHER);
        let page = app.get(Seat::Facilitator, &format!("/r/{}/results", app.world.proposals)).await.body;
        let order = page.split("id=\"outcome-all\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(order.contains(&title) && order.contains(nobody) && !order.contains("(0 vote"), "{order}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_leave_for_research_line_by_line_and_secret_ones_of_few_do_not() {
    let app = TestApp::new().await;
    let (round, one) = (app.world.proposals, app.world.proposal.to_string());
    let two = another(&app, "Ouvrir plus tard").await.to_string();
    under(&app, method(Method::Ranking)).await;
    assert_eq!(cast(&app, Seat::Family, &[(one.clone(), "2"), (two.clone(), "1")]).await.status, StatusCode::SEE_OTHER);
    app.services.clock.set(NOW + 2 * 86_400_000);
    let export = format!("/r/{round}/export.csv");
    let answer = app.get(Seat::Researcher, &format!("{export}?table=ballots")).await;
    let rows: Vec<Vec<&str>> = answer.body.trim_end().split("\r\n").map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0], ["person", "college", "proposal", "rank"]);
    let lines: Vec<_> = rows[1..].iter().map(|row| (row[1], row[2], row[3])).collect();
    assert_eq!(lines, [("family", two.as_str(), "1"), ("family", one.as_str(), "2")]);
    assert_eq!(rows[1][0], rows[2][0]);
    assert!(!answer.body.contains(&app.account(Seat::Family).unwrap().to_string()));
    assert_eq!(app.get(Seat::Researcher, &format!("{export}?table=votes")).await.status, StatusCode::NOT_FOUND);

    under(&app, Rules { secret: true, results: Results::AfterClosing, ..Rules::default() }).await;
    assert_eq!(app.get(Seat::Researcher, &format!("{export}?table=ballots")).await.status, StatusCode::CONFLICT);
    assert_eq!(app.get(Seat::Researcher, &format!("{export}?table=proposals")).await.status, StatusCode::OK);
    let page = app.get(Seat::Researcher, &format!("/p/{}/research", app.world.process)).await.body;
    assert!(page.contains("table=proposals") && !page.contains("table=ballots"), "{page}");
}
