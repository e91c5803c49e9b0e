//! Drafts that several people write at once: what is kept, and who may.

use domain::charter::{draft::Draft, pen::Pen};
use store::session;

use super::*;

/// A draft that was begun, and what it holds.
async fn begun(fixture: &Fixture) -> charter::Kept {
    let article = fixture.article;
    fixture.db.write(move |c| Box::pin(async move { charter::begun(c, article, "Corps").await })).await.unwrap()
}

async fn append(fixture: &Fixture, update: Vec<u8>, writers: Vec<AccountId>) -> i64 {
    let article = fixture.article;
    fixture.db.write(move |c| Box::pin(async move { charter::append(c, article, &update, &writers).await })).await.unwrap()
}

async fn text(fixture: &Fixture) -> String {
    let mut c = fixture.db.read().await.unwrap();
    charter::draft(&mut c, fixture.article, None).await.unwrap().unwrap().load().unwrap().text()
}

#[rstest]
#[tokio::test]
async fn a_draft_begins_once_with_the_current_words(#[values(On::Sqlite, On::Postgres)] on: On) {
    let fixture = Fixture::new(on).await;
    let mut c = fixture.db.read().await.unwrap();
    assert_eq!(charter::draft(&mut c, fixture.article, None).await.unwrap(), None);
    let first = begun(&fixture).await;
    assert_eq!(first.load().unwrap().text(), "Corps");
    assert_eq!(begun(&fixture).await, first);
}

#[rstest]
#[tokio::test]
async fn updates_are_kept_in_order_and_compacted_without_loss(#[values(On::Sqlite, On::Postgres)] on: On) {
    let fixture = Fixture::new(on).await;
    let draft = begun(&fixture).await.load().unwrap();
    for (i, letter) in ["a", "b", "c"].into_iter().enumerate() {
        assert_eq!(append(&fixture, draft.edit(0..0, letter), vec![]).await, i as i64 + 1);
    }
    assert_eq!(text(&fixture).await, "cbaCorps");
    let mut c = fixture.db.read().await.unwrap();
    let later = charter::draft(&mut c, fixture.article, Some(1)).await.unwrap().unwrap();
    assert_eq!((later.last, later.kept, later.updates.len()), (3, 0, 2));
    let (article, state) = (fixture.article, draft.whole());
    let compact = |kept, upto, state: Vec<u8>| {
        fixture.db.write(move |c| Box::pin(async move { charter::compact(c, article, kept, upto, &state).await }))
    };
    compact(0, 2, state.clone()).await.unwrap();
    // Whoever compacts what somebody else has compacted already changes nothing.
    compact(0, 3, Draft::new(1).whole()).await.unwrap();
    assert_eq!(text(&fixture).await, "cbaCorps");
    // Who knew less than what is compacted is given all of it.
    let behind = charter::draft(&mut c, fixture.article, Some(1)).await.unwrap().unwrap();
    assert_eq!((behind.last, behind.kept, behind.updates.len()), (3, 2, 2));
    let level = charter::draft(&mut c, fixture.article, Some(3)).await.unwrap().unwrap();
    assert_eq!((level.last, level.updates.len()), (3, 0));
}

#[rstest]
#[tokio::test]
async fn writers_are_named_with_the_version_that_holds_their_words(#[values(On::Sqlite, On::Postgres)] on: On) {
    let fixture = Fixture::new(on).await;
    let (author, writer) = (fixture.people[0].0, fixture.people[1].0);
    let draft = begun(&fixture).await.load().unwrap();
    append(&fixture, draft.edit(5..5, " commun."), vec![author, writer]).await;
    append(&fixture, draft.edit(0..0, "Le "), vec![writer]).await;
    let add = |number, body: &str| {
        let (article, words) = (fixture.article, Words { body: body.to_owned(), ..words("Un") });
        fixture.db.write(move |c| {
            Box::pin(async move {
                c.lock(article.0).await?;
                charter::add_version(c, article, number, &words, author, 3).await
            })
        })
    };
    // A version from elsewhere: the draft takes it over and keeps what it has beyond it.
    add(2, "Corps\n\nAjout.").await.unwrap();
    assert_eq!(text(&fixture).await, "Le Corps commun.\n\nAjout.");
    let mut c = fixture.db.read().await.unwrap();
    assert_eq!(charter::writers(&mut c, fixture.article).await.unwrap(), []);
    let third = add(3, "Le Corps commun.\n\nAjout.").await.unwrap();
    assert_eq!(text(&fixture).await, "Le Corps commun.\n\nAjout.");
    // Its author is named as such.
    assert_eq!(charter::writers(&mut c, fixture.article).await.unwrap(), [(third, "P1".to_owned())]);
    add(4, "Autre").await.unwrap();
    assert_eq!(charter::writers(&mut c, fixture.article).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn the_desk_knows_whose_sessions_hold(#[values(On::Sqlite, On::Postgres)] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, process, person) = (fixture.round, fixture.process, fixture.people[0].0);
    let (token, other) = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                assert!(charter::hand_pen(c, round, Pen::Technical).await?);
                assert!(!charter::hand_pen(c, round, Pen::Technical).await?);
                let member = process::who(c, process, Some(person)).await?.unwrap().membership.unwrap().member;
                store::committee::appoint(c, process, domain::committee::Committee::Technical, member).await?;
                let stranger = account::create(c, "X", None, None, 1).await?;
                Ok::<_, Error>((session::open(c, person, 10).await?, session::open(c, stranger, 10).await?))
            })
        })
        .await
        .unwrap();
    let mut c = fixture.db.read().await.unwrap();
    let hashes = vec![store::secret_hash(&token), store::secret_hash(&other), store::secret_hash("unknown")];
    let desk = charter::desk(&mut c, fixture.article, &hashes, 20).await.unwrap().unwrap();
    assert_eq!((desk.pen, desk.removed, desk.seats.len()), (Pen::Technical, false, 2));
    let seat = |hash: &Vec<u8>| {
        desk.seats.iter().find(|(session, ..)| session == hash).map(|(_, who, seated)| (who.membership.is_some(), *seated))
    };
    assert_eq!((seat(&hashes[0]), seat(&hashes[1])), (Some((true, true)), Some((false, false))));
    assert!(charter::is_seated(&mut c, process, Pen::Technical, Some(person)).await.unwrap());
    assert!(!charter::is_seated(&mut c, process, Pen::Steering, Some(person)).await.unwrap());
    // A session that was ended, or has run out, holds no more.
    fixture.db.write(move |c| Box::pin(async move { session::end(c, &token).await })).await.unwrap();
    assert_eq!(charter::desk(&mut c, fixture.article, &hashes, 20).await.unwrap().unwrap().seats.len(), 1);
    assert_eq!(charter::desk(&mut c, fixture.article, &hashes, 10 + session::IDLE).await.unwrap().unwrap().seats.len(), 0);
    assert!(charter::desk(&mut c, ArticleId(store::new_id::<store::Uuid>()), &hashes, 20).await.unwrap().is_none());
}
