use std::collections::HashSet;

use domain::{
    access::{Function, Visibility},
    code::Code,
    id::{CollegeId, ProcessId},
    lang::LangText,
    process::TerritoryKind,
};
use rstest::rstest;
use store::{
    Db, Error,
    code::{self, Card, Which},
    members, process, session,
};

use crate::support::On;

/// A process and its college of families.
async fn families(db: &Db) -> (ProcessId, CollegeId) {
    db.write(|c| {
        Box::pin(async move {
            let town = process::create_territory(c, None, TerritoryKind::Municipality, "Pantin").await?;
            let title = LangText::of("fr", "Petite enfance");
            let id = process::create(c, town, &title, &title, "fr", Visibility::Public, 1).await?;
            let college = process::colleges(c, id).await?[0].id;
            Ok::<_, Error>((id, college))
        })
    })
    .await
    .unwrap()
}

async fn make(db: &Db, (process, college): (ProcessId, CollegeId), count: u32) -> Vec<Card> {
    db.write(move |c| Box::pin(async move { code::make(c, process, college, "Centre social", count).await })).await.unwrap()
}

async fn enter(db: &Db, code: &Code) -> Option<domain::id::AccountId> {
    let code = code.clone();
    db.write(move |c| {
        Box::pin(async move {
            let Some(card) = code::find(c, &code).await? else { return Ok::<_, Error>(None) };
            code::enter(c, &card, "Nadia", 5).await.map(Some)
        })
    })
    .await
    .unwrap()
}

async fn withdraw(db: &Db, process: ProcessId, which: Which) -> Option<i64> {
    db.write(move |c| Box::pin(async move { code::withdraw(c, process, &which, 9).await })).await.unwrap().map(|(_, number)| number)
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_card_brings_the_same_person_back(#[case] on: On) {
    let db = on.open().await;
    let place = families(&db).await;
    let cards = make(&db, place, 2).await;
    let first = enter(&db, &cards[0].code).await.unwrap();
    assert_eq!(enter(&db, &cards[0].code).await.unwrap(), first);
    assert_ne!(enter(&db, &cards[1].code).await.unwrap(), first);
    assert_eq!(enter(&db, &Code::from_random([1; 16])).await, None);
    let mut c = db.read().await.unwrap();
    let who = process::who(&mut c, place.0, Some(first)).await.unwrap().unwrap();
    let membership = who.membership.unwrap();
    assert_eq!((membership.function, membership.college.unwrap().0), (Function::Participant, place.1));
    assert_eq!(process::colleges(&mut c, place.0).await.unwrap()[0].members, 2);
    assert_eq!(members::list(&mut c, place.0).await.unwrap().len(), 2);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_card_used_twice_at_once_makes_one_person(#[case] on: On) {
    let db = on.open().await;
    let place = families(&db).await;
    let card = make(&db, place, 1).await.remove(0);
    let accounts: HashSet<_> = futures::future::join_all((0..12).map(|_| enter(&db, &card.code))).await.into_iter().collect();
    assert_eq!(accounts.len(), 1);
    let mut c = db.read().await.unwrap();
    assert_eq!(process::colleges(&mut c, place.0).await.unwrap()[0].members, 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_card_opens_nothing_any_more(#[case] on: On) {
    let db = on.open().await;
    let place = families(&db).await;
    let elsewhere = families(&db).await;
    let cards = make(&db, place, 3).await;
    let account = enter(&db, &cards[0].code).await.unwrap();
    let cookie = db.write(move |c| Box::pin(async move { session::open(c, account, 5).await })).await.unwrap();
    assert_eq!(withdraw(&db, elsewhere.0, Which::Code(cards[0].code.clone())).await, None, "another process's card");
    assert_eq!(withdraw(&db, elsewhere.0, Which::Number(1)).await, None);
    assert_eq!(withdraw(&db, place.0, Which::Code(cards[0].code.clone())).await, Some(1));
    assert_eq!(withdraw(&db, place.0, Which::Number(1)).await, None, "already");
    assert_eq!(withdraw(&db, place.0, Which::Number(2)).await, Some(2));
    assert_eq!(enter(&db, &cards[0].code).await, None);
    let mut c = db.read().await.unwrap();
    assert!(session::find(&mut c, &cookie, 6).await.unwrap().is_none(), "whoever is signed in with it is signed out");
    let batch = code::batches(&mut c, place.0).await.unwrap().remove(0);
    assert_eq!((batch.first, batch.last, batch.unused, batch.used, batch.withdrawn), (1, 3, 1, 0, 2));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn batches_made_at_once_share_no_number_and_no_code(#[case] on: On) {
    let db = on.open().await;
    let place = families(&db).await;
    let batches = futures::future::join_all((0..6).map(|_| make(&db, place, 20))).await;
    let cards: Vec<_> = batches.into_iter().flatten().collect();
    assert_eq!(cards.iter().map(|card| card.number).collect::<HashSet<_>>(), (1..=120).collect());
    assert_eq!(cards.iter().map(|card| card.code.to_string()).collect::<HashSet<_>>().len(), 120);
}
