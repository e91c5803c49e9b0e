//! Merged proposals through the router: named by an address, parted when the kept one is hidden, told to their authors; what is said of
//! hidden and withdrawn ones, and who is asked about.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    proposals::{Reasons, Rules},
};

use crate::{
    ideas::proposed,
    support::{Answer, NOW, TestApp},
};

async fn merge(app: &TestApp, id: &str, how: (&str, &str)) -> Answer {
    app.post(Seat::Facilitator, Act::MergeProposal, &format!("/proposal/{id}"), &[("proposal", id), ("form_key", "merge"), how]).await
}

async fn hide(app: &TestApp, id: &str) -> StatusCode {
    let target = format!("proposal/{id}");
    app.post(Seat::Facilitator, Act::HideText, &format!("/proposal/{id}"), &[("target", &target), ("cause", "insult")]).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_that_no_list_holds_is_named_by_its_address() {
    let app = TestApp::new().await;
    let kept = app.world.proposal.to_string();
    let (path, id) = proposed(&app, Seat::Professional, "Garde du samedi").await;
    assert!(app.get(Seat::Facilitator, &path).await.body.contains("Ou l’adresse de sa page"));
    for elsewhere in ["https://palabre.example/", &format!("/proposal/{id}"), &app.world.process.to_string()] {
        let answer = merge(&app, &id, ("address", elsewhere)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{elsewhere}");
        assert!(answer.body.contains("Cette adresse n’est pas celle d’une autre proposition"), "{elsewhere}");
    }
    let answer = merge(&app, &id, ("address", &format!("http://127.0.0.1:3000/proposal/{kept}?page=2#comments"))).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, format!("/proposal/{kept}").as_str()));
}

#[tokio::test(flavor = "multi_thread")]
async fn hiding_the_kept_one_gives_the_others_back_to_the_list() {
    let app = TestApp::new().await;
    let (kept, round) = (app.world.proposal.to_string(), app.world.proposals);
    let (path, id) = proposed(&app, Seat::Professional, "Garde du samedi").await;
    app.post(Seat::Elected, Act::Vote, &path, &[("proposal", &id), ("choice", "for")]).await;
    assert_eq!(merge(&app, &id, ("into", &kept)).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Facilitator, &format!("/proposal/{kept}")).await;
    assert!(page.body.contains("elles reviennent dans la liste"), "whoever hides it is told before");
    assert!(!app.get(Seat::Visitor, &format!("/r/{round}")).await.body.contains(&path));
    assert_eq!(hide(&app, &kept).await, StatusCode::SEE_OTHER);
    let list = app.get(Seat::Visitor, &format!("/r/{round}")).await;
    assert!(list.body.contains(&path) && !list.body.contains("Une garde le samedi"));
    let votes =
        store::proposals::tallies(&mut app.services.db.read().await.unwrap(), &[app.world.proposal, id.parse().unwrap()]).await.unwrap();
    assert_eq!(
        votes.iter().filter(|count| count.n != 0).map(|count| (count.proposal_id, count.n)).collect::<Vec<_>>(),
        [(id.parse().unwrap(), 1)]
    );
    let acts = store::journal::page(&mut app.services.db.read().await.unwrap(), None, 2).await.unwrap();
    assert_eq!(acts.iter().map(|act| act.act.as_str()).collect::<Vec<_>>(), ["proposal.hide", "proposal.unmerge"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_title_is_not_read_on_the_page_of_the_kept_one() {
    let app = TestApp::new().await;
    let kept = app.world.proposal.to_string();
    let (_, id) = proposed(&app, Seat::Professional, "Une insulte").await;
    assert_eq!(merge(&app, &id, ("into", &kept)).await.status, StatusCode::SEE_OTHER);
    let reads = async |seat| app.get(seat, &format!("/proposal/{kept}")).await.body.contains("Une insulte");
    assert!(reads(Seat::Visitor).await);
    assert_eq!(hide(&app, &id).await, StatusCode::SEE_OTHER);
    assert_eq!((reads(Seat::Visitor).await, reads(Seat::Family).await), (false, false));
    assert_eq!((reads(Seat::Professional).await, reads(Seat::Facilitator).await), (true, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn authors_hear_of_a_merge_and_not_of_one_that_was_undone() {
    let app = TestApp::new().await;
    let kept = app.world.proposal.to_string();
    let (_, id) = proposed(&app, Seat::Professional, "Garde du samedi").await;
    let (_, undone) = proposed(&app, Seat::Elected, "Samedi, garde d’enfants").await;
    for one in [&id, &undone] {
        assert_eq!(merge(&app, one, ("into", &kept)).await.status, StatusCode::SEE_OTHER);
    }
    app.post(Seat::Facilitator, Act::UnmergeProposal, "/about", &[("proposal", &undone)]).await;
    app.services.clock.set(NOW + store::news::GATHERED + 1);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 2);
    let later = NOW + 2 * store::news::GATHERED;
    let mails = app.services.db.write(move |c| Box::pin(async move { store::mail::claim(c, 10, later).await })).await.unwrap();
    let to: std::collections::BTreeSet<_> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
    assert_eq!(to, ["family@example.org", "professional@example.org"].into());
    for mail in &mails {
        let news =
            format!("- Garde du samedi\n  Regroupée avec «\u{a0}Une garde le samedi\u{a0}»\n  http://127.0.0.1:3000/proposal/{kept}");
        assert!(mail.body.contains(&news), "{}", mail.body);
        assert!(!mail.body.contains("Samedi, garde"), "{}", mail.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_with_a_vote_goes_with_the_votes_when_a_proposal_is_withdrawn() {
    let app = TestApp::new().await;
    let round = app.world.proposals;
    let rules = Rules { reasons: Reasons::Asked, ..Rules::default() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &rules).await })).await.unwrap();
    let (path, id) = proposed(&app, Seat::Family, "Un jardin").await;
    let vote = [("proposal", id.as_str()), ("choice", "against"), ("reason", "Trop près de la route")];
    assert_eq!(app.post(Seat::Elected, Act::Vote, &path, &vote).await.status, StatusCode::SEE_OTHER);
    let reads = async |seat| app.get(seat, &path).await.body.contains("Trop près de la route");
    assert!(reads(Seat::Elected).await);
    app.post(Seat::Family, Act::WithdrawProposal, &path, &[("proposal", &id), ("sure", "true")]).await;
    for seat in [Seat::Visitor, Seat::Elected, Seat::Family, Seat::Facilitator] {
        assert!(!reads(seat).await, "{seat:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_about_who_is_here_is_marked_as_one() {
    let app = TestApp::new().await;
    let id = app.world.proposal;
    let mark = async |meta: &str| {
        let fields = [("proposal", id.to_string()), ("meta", meta.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.post(Seat::Facilitator, Act::MarkMeta, &format!("/proposal/{id}"), &fields).await.status
    };
    let marked = async || {
        let mut c = app.services.db.read().await.unwrap();
        store::opinions::statements(&mut c, app.world.proposals).await.unwrap().iter().any(|(_, statement)| statement.meta)
    };
    assert!(app.get(Seat::Facilitator, &format!("/proposal/{id}")).await.body.contains("Cette proposition demande qui est là"));
    assert!(!app.get(Seat::Family, &format!("/proposal/{id}")).await.body.contains("Cette proposition demande qui est là"));
    assert_eq!((mark("true").await, marked().await), (StatusCode::SEE_OTHER, true));
    assert_eq!((mark("false").await, marked().await), (StatusCode::SEE_OTHER, false));
    // Where no groups are looked for there is nothing to mark.
    let (round, secret) = (app.world.proposals, Rules { secret: true, ..Rules::default() });
    app.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &secret).await })).await.unwrap();
    assert_eq!(mark("true").await, StatusCode::NOT_FOUND);
}
