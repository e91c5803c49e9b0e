use std::time::Duration;

use domain::{
    access::Visibility,
    college::CollegeKind,
    lang::LangText,
    round::{Mode, RoundKind, State},
};
use rstest::rstest;
use store::{Db, Uuid, notify, process, round};

use crate::{
    fixture,
    support::{On, behind},
};

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn rounds_stand_in_the_order_they_were_made_and_their_state_follows_the_clock(#[case] on: On) {
    let db = on.open().await;
    let process = fixture::process(&db, "A", Visibility::Public, 1).await;
    let first = fixture::round(&db, process, Some((10, 20))).await;
    let second = fixture::round(&db, process, None).await;
    db.write(move |c| {
        Box::pin(async move {
            let words = LangText::of("fr", "Corrigé");
            round::edit(c, first, &words, &words, Mode::Named).await?;
            let calendar = round::find(c, first).await?.map(|round| round.calendar()).unwrap_or_default();
            round::set_calendar(c, first, calendar.publish(20).unwrap()).await?;
            round::set_decision(c, first, &LangText::of("fr", "Douze places, parce que…")).await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    let rounds = round::of_process(&mut c, process).await.unwrap();
    assert_eq!(rounds.iter().map(|round| round.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(rounds[0].calendar().state(20), State::Published);
    assert_eq!((rounds[0].title.text("fr"), rounds[0].mode), ("Corrigé", Mode::Named));
    assert_eq!(rounds[0].decision.text("fr"), "Douze places, parce que…");
    assert_eq!(rounds[1].calendar().state(20), State::Draft);
    let entry = round::enter(&mut c, first, None).await.unwrap().unwrap();
    assert_eq!((entry.process, entry.kind, entry.mode, entry.calendar), (process, RoundKind::Survey, Mode::Named, rounds[0].calendar()));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_person_who_enters_has_one_place(#[case] on: On) {
    let db = on.open().await;
    let process = fixture::process(&db, "A", Visibility::Members, 1).await;
    let other = fixture::process(&db, "B", Visibility::Public, 1).await;
    let round = fixture::round(&db, process, Some((10, 20))).await;
    let nadia = fixture::participant(&db, process, CollegeKind::Elected, "nadia", true).await;
    let stranger = fixture::participant(&db, other, CollegeKind::Family, "omar", true).await;
    let mut c = db.read().await.unwrap();
    let entry = round::enter(&mut c, round, Some(nadia)).await.unwrap().unwrap();
    assert_eq!(entry.who.membership.unwrap().college.unwrap().1, CollegeKind::Elected);
    assert!(entry.who.members_only);
    let entry = round::enter(&mut c, round, Some(stranger)).await.unwrap().unwrap();
    assert!(entry.who.membership.is_none());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn participation_is_that_of_the_process(#[case] on: On) {
    let url = on.url().await;
    let db = Db::open(&url).await.unwrap();
    let (mine, other) = (fixture::process(&db, "A", Visibility::Public, 1).await, fixture::process(&db, "B", Visibility::Public, 1).await);
    let round = fixture::round(&db, mine, Some((10, 20))).await;
    fixture::round(&db, other, Some((10, 20))).await;
    behind(
        &url,
        "INSERT INTO participation_tallies (round_id, college_id, n)
         SELECT r.id, k.id, 3 FROM rounds r JOIN colleges k ON k.process_id = r.process_id",
    )
    .await;
    let mut c = db.read().await.unwrap();
    let colleges = process::colleges(&mut c, mine).await.unwrap();
    let found = round::participation(&mut c, mine).await.unwrap();
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|row| row.round_id == round && row.n == 3 && colleges.iter().any(|college| college.id == row.college_id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_on_one_postgresql_hear_of_each_others_changes_and_not_of_their_own() {
    let url = On::Postgres.url().await;
    let (one, two) = (Db::open(&url).await.unwrap(), Db::open(&url).await.unwrap());
    let (here, there) = (Uuid::new_v4(), Uuid::new_v4());
    let mut listener = notify::listen(&one, here).await.unwrap().unwrap();
    let (own, foreign) = (store::new_id(), store::new_id());
    notify::tell(&one, here, own).await.unwrap();
    notify::tell(&two, there, foreign).await.unwrap();
    let heard = tokio::time::timeout(Duration::from_secs(10), listener.next()).await.unwrap().unwrap();
    assert_eq!(heard, notify::Heard::Changed(foreign));
    let article = store::new_id();
    notify::tell_people(&two, there, article, "qui").await.unwrap();
    // Too long for one message: nobody is told, and nothing fails.
    notify::tell_people(&two, there, article, &"x".repeat(8_000)).await.unwrap();
    notify::tell(&two, there, foreign).await.unwrap();
    let mut heard = async || tokio::time::timeout(Duration::from_secs(10), listener.next()).await.unwrap().unwrap();
    assert_eq!(heard().await, notify::Heard::People { server: there, article, people: "qui".into() });
    assert_eq!(heard().await, notify::Heard::Changed(foreign));
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_has_nobody_to_tell() {
    let db = On::Sqlite.open().await;
    notify::tell(&db, Uuid::new_v4(), store::new_id()).await.unwrap();
    assert!(notify::listen(&db, Uuid::new_v4()).await.unwrap().is_none());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn only_a_facilitator_takes_questions_from_other_surveys_of_theirs(#[case] on: On) {
    let db = on.open().await;
    let (mine, other) = (fixture::process(&db, "A", Visibility::Public, 1).await, fixture::process(&db, "B", Visibility::Public, 2).await);
    let (first, second) = (fixture::round(&db, mine, None).await, fixture::round(&db, mine, Some((10, 20))).await);
    fixture::round(&db, other, None).await;
    let family = fixture::participant(&db, mine, CollegeKind::Family, "nadia", true).await;
    let maud = db
        .write(move |c| {
            Box::pin(async move {
                let account = store::account::create(c, "maud", None, None, 1).await?;
                let member = process::NewMember {
                    process: mine,
                    account,
                    function: domain::access::Function::Facilitator,
                    college: None,
                    organisation: "",
                    title: "",
                    joined_at: Some(1),
                };
                process::add_member(c, member).await?;
                let words = LangText::of("fr", "Votes");
                round::create(c, mine, RoundKind::Proposals, Mode::Named, &words, &words, &serde_json::json!({})).await?;
                Ok::<_, store::Error>(account)
            })
        })
        .await
        .unwrap();
    let mut c = db.read().await.unwrap();
    let found = round::surveys_of_facilitator(&mut c, maud, first).await.unwrap();
    assert_eq!(found.iter().map(|earlier| (earlier.id, earlier.process.text("fr"))).collect::<Vec<_>>(), [(second, "A")]);
    assert_eq!(round::surveys_of_facilitator(&mut c, family, first).await.unwrap(), []);
}
