//! What a proposal says beside its words, through the router: photos of which nobody brings too many, places found by their names, and needs
//! of which its author takes back their own alone.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    id::{NeedId, ProposalId, TerritoryId},
    needs::Target,
    process::TerritoryKind,
    round::Calendar,
};
use store::Error;

use crate::support::{Answer, NOW, TestApp};

/// A picture of its own for each number.
fn png(n: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([n.wrapping_mul(8), 90, 60])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Sends a form with a photo.
async fn send(app: &TestApp, seat: Seat, act: Act, file: &[u8], fields: &[(&str, &str)]) -> Answer {
    app.post_file(seat, act, &format!("/r/{}", app.world.proposals), fields, file).await
}

async fn propose(app: &TestApp, title: &str, fields: &[(&str, &str)]) -> Answer {
    let round = app.world.proposals.to_string();
    let mut all = vec![("round", round.as_str()), ("title", title), ("body", "Des mots"), ("anyway", "true")];
    all.extend(fields);
    app.post(Seat::Family, Act::Propose, &format!("/r/{round}"), &all).await
}

fn id(answer: &Answer) -> ProposalId {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().trim_start_matches("/proposal/").parse().unwrap()
}

async fn kept(app: &TestApp) -> i64 {
    store::pictures::count(&mut app.services.db.read().await.unwrap(), app.world.process, true).await.unwrap()
}

async fn row(app: &TestApp, id: ProposalId) -> store::proposals::Proposal {
    let reader = store::proposals::Reader { account: None, facilitator: true };
    store::proposals::find(&mut app.services.db.read().await.unwrap(), id, reader).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_photo_takes_the_place_of_the_one_that_is_removed() {
    let app = TestApp::new().await;
    let round = app.world.proposals.to_string();
    let fields = [("round", round.as_str()), ("title", "Un jardin"), ("body", "Des mots"), ("alt", "Un jardin")];
    let proposal = id(&send(&app, Seat::Family, Act::Propose, &png(1), &fields).await);
    let (one, first) = (proposal.to_string(), row(&app, proposal).await.picture.unwrap().id);
    let picture = first.to_string();
    let fields = [
        ("proposal", one.as_str()),
        ("title", "Un jardin"),
        ("body", "Des mots"),
        ("picture", &picture),
        ("remove", "true"),
        ("alt", "Un pré"),
    ];
    assert_eq!(send(&app, Seat::Family, Act::EditProposal, &png(2), &fields).await.status, StatusCode::SEE_OTHER);
    let second = row(&app, proposal).await.picture.unwrap();
    assert!(second.id != first && second.alt.text("fr") == "Un pré");
    assert_eq!(send(&app, Seat::Family, Act::EditProposal, b"", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(row(&app, proposal).await.picture, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_takes_everybodys_room_for_photos() {
    let app = TestApp::new().await;
    let (round, not_theirs) = (app.world.proposals.to_string(), app.world.proposal.to_string());
    // Without a title nothing is proposed, and the photo is kept all the same.
    let fields = [("round", round.as_str()), ("title", ""), ("body", "Des mots")];
    for n in 0..10 {
        assert_eq!(send(&app, Seat::Family, Act::Propose, &png(n), &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let eleventh = send(&app, Seat::Family, Act::Propose, &png(10), &fields).await;
    assert_eq!((eleventh.status, kept(&app).await), (StatusCode::TOO_MANY_REQUESTS, 10));
    assert!(eleventh.body.contains("dans 72 minutes"), "{}", eleventh.body);
    // Others send theirs, and somebody else's proposal takes none.
    assert_eq!(send(&app, Seat::Elected, Act::Propose, &png(11), &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let edit = [("proposal", not_theirs.as_str()), ("title", "À moi"), ("body", "Des mots")];
    assert_eq!(send(&app, Seat::Elected, Act::EditProposal, &png(12), &edit).await.status, StatusCode::NOT_FOUND);
    // Nor does a survey, nor a round that is closed.
    let survey = app.world.survey.to_string();
    let elsewhere = [("round", survey.as_str()), ("title", "Un jardin"), ("body", "Des mots")];
    assert_eq!(send(&app, Seat::Elected, Act::Propose, &png(13), &elsewhere).await.status, StatusCode::NOT_FOUND);
    let closed = Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(NOW - 1), closed_at: None, published_at: None };
    let id = app.world.proposals;
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, id, closed).await })).await.unwrap();
    assert_eq!(send(&app, Seat::Elected, Act::Propose, &png(14), &fields).await.status, StatusCode::CONFLICT);
    assert_eq!(kept(&app).await, 11);
}

async fn need(app: &TestApp, title: &'static str) -> NeedId {
    let (process, round, theme) = (app.world.process, app.world.survey, app.world.theme);
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                let words = domain::needs::Words { title: domain::lang::LangText::of("fr", title), ..domain::needs::Words::default() };
                let need = store::needs::New { process, round, theme, words: &words };
                store::needs::create(c, need, &std::collections::BTreeMap::new(), NOW).await
            })
        })
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_takes_back_their_own_need_and_no_facilitators() {
    let app = TestApp::new().await;
    let (own, other, theirs) = (app.world.need, need(&app, "Le soir").await, need(&app, "Le transport").await);
    let proposal = id(&propose(&app, "Un jardin", &[("need", &own.to_string())]).await);
    app.services
        .db
        .write(move |c| Box::pin(async move { store::needs::link(c, theirs, &Target::Proposal(proposal)).await }))
        .await
        .unwrap();
    let leads = async || {
        let needs = store::needs::leading_to(&mut app.services.db.read().await.unwrap(), &Target::Proposal(proposal)).await.unwrap();
        needs.into_iter().map(|need| need.id).collect::<std::collections::BTreeSet<_>>()
    };
    let edit = async |need: String| {
        // As somebody would who writes into the form what it does not hold.
        let fields = [
            ("proposal", proposal.to_string()),
            ("title", "Un jardin".into()),
            ("body", "Des mots".into()),
            ("need", need),
            ("before", theirs.to_string()),
        ];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = app.post(Seat::Family, Act::EditProposal, &format!("/proposal/{proposal}/edit"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    };
    let form = app.get(Seat::Family, &format!("/proposal/{proposal}/edit")).await;
    assert!(form.body.contains(&format!("<option value=\"{own}\" selected")), "{}", form.body);
    edit(other.to_string()).await;
    assert_eq!(leads().await, [other, theirs].into());
    // A facilitator says so too: it is theirs as well from now on.
    app.services.db.write(move |c| Box::pin(async move { store::needs::link(c, other, &Target::Proposal(proposal)).await })).await.unwrap();
    edit(String::new()).await;
    assert_eq!(leads().await, [other, theirs].into());
    edit(own.to_string()).await;
    edit(String::new()).await;
    assert_eq!(leads().await, [other, theirs].into());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_among_many_is_found_by_its_name() {
    let app = TestApp::new().await;
    let (process, parent, round) = (app.world.process, app.world.territory, app.world.proposals);
    let last = app
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut last: Option<TerritoryId> = None;
                for n in 0..1_002 {
                    let name = if n == 1_001 { "Zone d’été".to_owned() } else { format!("Quartier {n:04}") };
                    last = Some(store::process::create_territory(c, Some(parent), TerritoryKind::District, &name).await?);
                }
                let listed = store::proposals::idea::places(c, process, None, store::proposals::idea::PLACES).await?;
                assert!(listed.len() == 1_000 && !listed.iter().any(|(id, _)| Some(*id) == last));
                Ok::<_, Error>(last.unwrap())
            })
        })
        .await
        .unwrap();
    // A typo is refused and stays; what the list has no room for is found.
    let refused = propose(&app, "Un jardin", &[("territory", "Zone d’hiver")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"Zone d’hiver\"") && refused.body.contains("Choisissez dans la liste"));
    let proposal = id(&propose(&app, "Un jardin", &[("territory", "zone d'ete")]).await);
    assert_eq!(row(&app, proposal).await.territory_id, Some(last));
    assert_eq!(row(&app, id(&propose(&app, "Un banc", &[("territory", &last.to_string())]).await)).await.territory_id, Some(last));
    // The list of the page stands once, in the form; its filter offers what proposals name.
    let page = app.get(Seat::Family, &format!("/r/{round}")).await.body;
    assert_eq!(page.matches("Quartier 0000").count(), 1);
    let filter = page.split("id=\"by-place\"").nth(1).unwrap().split("</select>").next().unwrap();
    assert!(filter.contains("Zone d’été") && filter.matches("<option").count() == 2, "{filter}");
    assert!(!app.get(Seat::Visitor, &format!("/r/{round}")).await.body.contains("Quartier 0000"));
    // The form that corrects it holds the chosen one, wherever it stands.
    let form = app.get(Seat::Family, &format!("/proposal/{proposal}/edit")).await.body;
    assert!(form.contains("name=\"territory\" type=\"text\"") && form.contains("value=\"Zone d’été\""), "{form}");
}
