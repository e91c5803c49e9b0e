//! Ways of voting over HTTP: rules fixed at the opening, forged and late votes, numbers before their time, secret ballots.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    id::ProposalId,
    proposals::{Counting, Method, Reasons, Results, Rules},
    round::Calendar,
};

use crate::support::{Answer, NOW, TestApp};

async fn rules(app: &TestApp) -> Rules {
    store::round::content(&mut app.services.db.read().await.unwrap(), app.world.proposals).await.unwrap()
}

pub async fn calendar(app: &TestApp, opens: i64, closes: i64) {
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

/// Sets the rules behind the pages' back: the round is open.
pub async fn under(app: &TestApp, rules: Rules) {
    let round = app.world.proposals;
    app.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &rules).await })).await.unwrap();
}

pub async fn another(app: &TestApp, title: &str) -> ProposalId {
    let (round, author, college) = (app.world.proposals, app.account(Seat::Family).unwrap(), app.world.family);
    let proposal = domain::proposals::Proposal { title: title.to_owned(), body: "Un texte".into() };
    app.services
        .db
        .write(move |c| Box::pin(async move { store::proposals::create(c, round, author, college, &proposal, NOW - 100).await }))
        .await
        .unwrap()
}

pub async fn vote(app: &TestApp, seat: Seat, choice: &str, reason: &str) -> Answer {
    let proposal = app.world.proposal.to_string();
    let fields = [("proposal", proposal.clone()), ("form_key", proposal), ("choice", choice.to_owned()), ("reason", reason.to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    app.post(seat, Act::Vote, &format!("/proposal/{}", app.world.proposal), &fields).await
}

pub async fn cast(app: &TestApp, seat: Seat, answers: &[(String, &str)]) -> Answer {
    let round = app.world.proposals.to_string();
    let names: Vec<(String, &str)> = answers.iter().map(|(id, value)| (format!("answers[p{id}]"), *value)).collect();
    let fields: Vec<(&str, &str)> =
        [("round", round.as_str())].into_iter().chain(names.iter().map(|(name, value)| (name.as_str(), *value))).collect();
    app.post(seat, Act::CastBallot, &format!("/r/{round}"), &fields).await
}

async fn tallies(app: &TestApp) -> Vec<(String, i64)> {
    let rows = store::ballots::tallies(&mut app.services.db.read().await.unwrap(), app.world.proposals).await.unwrap();
    rows.into_iter().map(|row| (row.key, row.n)).collect()
}

async fn votes(app: &TestApp) -> Vec<(&'static str, i64)> {
    let counts = store::proposals::tallies(&mut app.services.db.read().await.unwrap(), &[app.world.proposal]).await.unwrap();
    counts.into_iter().filter(|count| count.n != 0).map(|count| (count.choice.as_str(), count.n)).collect()
}

pub fn method(method: Method) -> Rules {
    Rules { method, ..Rules::default() }
}

/// The receipt on the page that answers a secret ballot.
fn receipt(page: &str) -> String {
    let (_, rest) = page.split_once("class=\"receipt-code\">").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_choices_of_the_method_count() {
    let app = TestApp::new().await;
    for (rules, right, wrong) in [
        (method(Method::For), "abstain", "agree"),
        (method(Method::Agree), "pass", "for"),
        (method(Method::Score), "5", "6"),
        (method(Method::Judgment), "very_good", "10"),
        (Rules { reasons: Reasons::RequiredAgainst, ..method(Method::Consent) }, "consent", "against"),
    ] {
        under(&app, rules).await;
        assert_eq!(vote(&app, Seat::Family, wrong, "").await.status, StatusCode::UNPROCESSABLE_ENTITY, "{rules:?}");
        assert_eq!(vote(&app, Seat::Family, right, "").await.status, StatusCode::SEE_OTHER, "{rules:?}");
        assert_eq!(votes(&app).await, [(right, 1)]);
        for path in [format!("/r/{}", app.world.proposals), format!("/proposal/{}", app.world.proposal)] {
            assert_eq!(app.get(Seat::Family, &path).await.status, StatusCode::OK, "{rules:?} {path}");
        }
        assert_eq!(app.get(Seat::Facilitator, &format!("/r/{}/results", app.world.proposals)).await.status, StatusCode::OK, "{rules:?}");
        // No ballot where votes are cast one by one.
        assert_eq!(cast(&app, Seat::Family, &[(app.world.proposal.to_string(), right)]).await.status, StatusCode::CONFLICT);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_says_why_and_script_in_it_stays_text() {
    let app = TestApp::new().await;
    under(&app, Rules { reasons: Reasons::RequiredAgainst, ..method(Method::Consent) }).await;
    let refused = vote(&app, Seat::Family, "objection", "  ").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("error-summary"));
    let long = "x".repeat(2_001);
    let refused = vote(&app, Seat::Family, "objection", &long).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains(&long), "what was typed stays");
    assert_eq!(vote(&app, Seat::Family, "objection", &"x".repeat(2 << 20)).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(vote(&app, Seat::Family, "objection", &"x".repeat(1_000_000)).await.status.is_client_error());
    assert!(votes(&app).await.is_empty());
    let script = "<script>alert(1)</script>";
    assert_eq!(vote(&app, Seat::Family, "objection", script).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Visitor, &format!("/proposal/{}", app.world.proposal)).await.body;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains(script));
    let list = app.get(Seat::Family, &format!("/r/{}", app.world.proposals)).await.body;
    assert!(!list.contains(script));
    // A changed reason with the same vote is kept.
    assert_eq!(vote(&app, Seat::Family, "objection", "Trop cher").await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Seat::Visitor, &format!("/proposal/{}", app.world.proposal)).await.body.contains("Trop cher"));
    assert_eq!(votes(&app).await, [("objection", 1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_show_nowhere_before_their_time() {
    let app = TestApp::new().await;
    let (round, proposal) = (app.world.proposals, app.world.proposal);
    // A word that stands only where numbers do.
    let reason = "Une raison que personne ne lit avant la clôture";
    let numbers = |page: &str| page.contains("class=\"tallies\"") || page.contains("class=\"chart\"") || page.contains(reason);
    let everywhere = async |seat: Seat| {
        let mut seen = Vec::new();
        for path in [
            format!("/r/{round}"),
            format!("/r/{round}?sort=support"),
            format!("/r/{round}?sort=unvoted"),
            format!("/proposal/{proposal}"),
            format!("/r/{round}/results"),
            format!("/r/{round}/export.csv?table=votes"),
            format!("/p/{}", app.world.process),
        ] {
            let page = app.get(seat, &path).await;
            if numbers(&page.body) || page.body.contains("family,for") {
                seen.push(path);
            }
        }
        seen
    };
    under(&app, Rules { results: Results::AfterClosing, reasons: Reasons::Asked, ..Rules::default() }).await;
    vote(&app, Seat::Family, "for", reason).await;
    vote(&app, Seat::Elected, "against", reason).await;
    for seat in [Seat::Visitor, Seat::Professional, Seat::Facilitator, Seat::Researcher, Seat::Administrator, Seat::Elected] {
        // One's own words stand in one's own form.
        let seen = everywhere(seat).await;
        assert!(seen.is_empty() || seat == Seat::Elected, "{seat:?}: {seen:?}");
        let page = app.get(seat, &format!("/r/{round}")).await.body;
        assert!(!page.contains("sort=support"), "{seat:?}");
        assert!(!page.contains("class=\"tallies\""), "{seat:?}");
    }
    under(&app, Rules { results: Results::AfterVoting, reasons: Reasons::Asked, ..Rules::default() }).await;
    assert!(everywhere(Seat::Professional).await.is_empty());
    assert!(everywhere(Seat::Facilitator).await.is_empty());
    vote(&app, Seat::Professional, "abstain", "").await;
    assert!(app.get(Seat::Professional, &format!("/proposal/{proposal}")).await.body.contains("class=\"chart\""));
    assert!(app.get(Seat::Professional, &format!("/r/{round}")).await.body.contains("class=\"tallies\""));
    under(&app, Rules { results: Results::AfterClosing, reasons: Reasons::Asked, ..Rules::default() }).await;
    calendar(&app, NOW - 1000, NOW + 5).await;
    app.services.clock.set(NOW + 4);
    assert!(everywhere(Seat::Visitor).await.is_empty());
    app.services.clock.set(NOW + 5);
    assert!(!everywhere(Seat::Visitor).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_is_cast_changed_and_taken_back() {
    let app = TestApp::new().await;
    let (one, two) = (app.world.proposal.to_string(), another(&app, "Ouvrir plus tard").await.to_string());
    for counting in [Counting::Borda, Counting::Schulze, Counting::Runoff] {
        under(&app, Rules { counting, results: Results::AfterVoting, ..method(Method::Ranking) }).await;
        let twice = cast(&app, Seat::Family, &[(one.clone(), "1"), (two.clone(), "1")]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.body.contains("Le rang 1 est donné deux fois"));
        assert_eq!(cast(&app, Seat::Family, &[(one.clone(), "1")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(cast(&app, Seat::Family, &[(one.clone(), "2"), (two.clone(), "1")]).await.status, StatusCode::SEE_OTHER);
        let page = app.get(Seat::Family, &format!("/r/{}", app.world.proposals)).await.body;
        assert!(page.contains("Votre bulletin compte"));
        assert!(tallies(&app).await.contains(&(String::new(), 1)));
        assert_eq!(vote(&app, Seat::Family, "for", "").await.status, StatusCode::CONFLICT);
        let round = app.world.proposals.to_string();
        let back = app.post(Seat::Family, Act::WithdrawBallot, &format!("/r/{round}"), &[("round", &round)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(tallies(&app).await.is_empty(), "{counting:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_out_of_bounds_changes_nothing() {
    let app = TestApp::new().await;
    let one = app.world.proposal.to_string();
    let forged = ProposalId(store::Uuid::new_v4()).to_string();
    under(&app, Rules { points: 10, ..method(Method::Points) }).await;
    for answers in [
        vec![(one.clone(), "11")],
        vec![(one.clone(), "-1")],
        vec![(one.clone(), "1e3")],
        vec![(forged.clone(), "1")],
        vec![("1; DROP TABLE ballots".to_owned(), "1")],
        vec![(one.clone(), "<script>alert(1)</script>")],
        vec![],
    ] {
        let refused = cast(&app, Seat::Family, &answers).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{answers:?}");
        assert!(!refused.body.contains("<script>alert"), "{answers:?}");
    }
    let long = "9".repeat(900_000);
    assert!(cast(&app, Seat::Family, &[(one.clone(), &long)]).await.status.is_client_error());
    assert!(tallies(&app).await.is_empty());
    // Hidden by moderation: no longer on the ballot.
    let proposal = app.world.proposal;
    app.services.db.write(move |c| Box::pin(async move { store::proposals::hide(c, proposal, "Hors sujet").await })).await.unwrap();
    assert_eq!(cast(&app, Seat::Family, &[(one, "3")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_after_closing_is_refused_to_the_millisecond() {
    let app = TestApp::new().await;
    under(&app, method(Method::Approval)).await;
    calendar(&app, NOW - 1000, NOW + 10).await;
    let one = app.world.proposal.to_string();
    app.services.clock.set(NOW + 9);
    let sent = cast(&app, Seat::Family, &[(one.clone(), "true")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    app.services.clock.set(NOW + 10);
    assert_eq!(cast(&app, Seat::Elected, &[(one.clone(), "true")]).await.status, StatusCode::CONFLICT);
    let round = app.world.proposals.to_string();
    let back = app.post(Seat::Family, Act::WithdrawBallot, &format!("/r/{round}"), &[("round", &round)]).await;
    assert_eq!(back.status, StatusCode::CONFLICT);
    assert_eq!(tallies(&app).await, [(String::new(), 1), (one, 1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_ballots_at_once_leave_one() {
    for secret in [false, true] {
        let app = std::sync::Arc::new(TestApp::new().await);
        let rules =
            if secret { Rules { secret, results: Results::AfterClosing, ..method(Method::Approval) } } else { method(Method::Approval) };
        under(&app, rules).await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let app = app.clone();
            tasks.spawn(async move { cast(&app, Seat::Family, &[(app.world.proposal.to_string(), "true")]).await.status });
        }
        let done = tasks.join_all().await;
        let counted =
            done.iter().filter(|status| if secret { **status == StatusCode::OK } else { **status == StatusCode::SEE_OTHER }).count();
        assert_eq!(counted, if secret { 1 } else { 100 });
        assert!(done.iter().all(|status| !status.is_server_error()));
        assert_eq!(tallies(&app).await, [(String::new(), 1), (app.world.proposal.to_string(), 1)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_ballot_is_found_by_its_receipt_after_closing_and_names_nobody() {
    let app = TestApp::new().await;
    under(&app, Rules { secret: true, results: Results::AfterClosing, ..Rules::default() }).await;
    let one = app.world.proposal.to_string();
    let sent = cast(&app, Seat::Family, &[(one.clone(), "for")]).await;
    assert_eq!(sent.status, StatusCode::OK);
    let receipt = receipt(&sent.body);
    let again = cast(&app, Seat::Family, &[(one.clone(), "against")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    // No vote beside it, and none by the quick way.
    assert_eq!(vote(&app, Seat::Elected, "for", "").await.status, StatusCode::CONFLICT);
    assert_eq!(votes(&app).await, [("for", 1)]);

    let round = app.world.proposals.to_string();
    let page = format!("/r/{round}/ballots");
    let find = async |typed: &str| app.post(Seat::Visitor, Act::FindBallot, &page, &[("round", &round), ("receipt", typed)]).await;
    assert_eq!(app.get(Seat::Visitor, &page).await.status, StatusCode::CONFLICT);
    assert_eq!(find(&receipt).await.status, StatusCode::CONFLICT);
    calendar(&app, NOW - 1000, NOW + 10).await;
    app.services.clock.set(NOW + 10);
    let found = find(&receipt.to_lowercase()).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.body);
    assert!(found.body.contains("Une garde le samedi") && found.body.contains("aria-current=\"true\""));
    let mut c = app.services.db.read().await.unwrap();
    let held = store::ballots::held(&mut c, app.world.proposals, &receipt.replace('-', "")).await.unwrap().unwrap();
    let by_hand = store::secret_hash(&format!("{}\n{}\n{}", receipt.replace('-', ""), held.id, held.content));
    assert_eq!(held.proof, by_hand);
    assert!(app.get(Seat::Visitor, &page).await.body.contains(&store::ballots::hex(&by_hand)));
    // Another's receipt, a mistyped one, a forged one.
    assert_eq!(find("K7QM-4T2X-9HDR").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(find("<script>").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // One voter is too few to show anything of.
    let results = app.get(Seat::Facilitator, &format!("/r/{round}/results")).await.body;
    assert!(results.contains("Trop peu de personnes ont voté") && !results.contains("class=\"chart\""), "{results}");
    let own = app.get(Seat::Family, &format!("/proposal/{one}")).await.body;
    assert!(!own.contains("Votre vote"), "nobody knows what was voted");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_judges_one_proposal_counts_on_all() {
    let app = TestApp::new().await;
    under(&app, method(Method::Judgment)).await;
    let other = another(&app, "Une autre idée").await;
    for (seat, grade) in [(Seat::Family, "good"), (Seat::Professional, "very_good"), (Seat::Elected, "fair")] {
        assert_eq!(vote(&app, seat, grade, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(vote(&app, seat, grade, "").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(tallies(&app).await.iter().map(|(_, n)| n).sum::<i64>(), 3);
    let fields = [("proposal", other.to_string()), ("choice", "very_good".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    app.post(Seat::Family, Act::Vote, "/about", &fields).await;
    let page = app.get(Seat::Facilitator, &format!("/r/{}/results", app.world.proposals)).await.body;
    let (first, second) = (page.find("0 au-dessus, 2 en dessous"), page.find("1 au-dessus, 1 en dessous"));
    // Three judged: the other proposal has one grade and two that are missing.
    assert!(first.is_none() && second.is_some(), "{page}");
    assert!(page.contains("À rejeter") && page.contains("1 au-dessus, 0 en dessous"));
}
