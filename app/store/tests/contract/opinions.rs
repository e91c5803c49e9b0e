//! Opinion groups: one server at a time, only what changed, nobody's name in what is kept.

use std::sync::Arc;

use domain::{
    access::Function,
    opinions::{Findings, Shown},
    proposals::{Choice, Method, Rules},
    round::{Calendar, RoundKind, State},
};
use rstest::rstest;
use store::{Db, Error, Uuid, opinions, proposals, round};

use crate::{
    proposals::{NOW, Village, join, open, propose, village, vote},
    support::On,
};

async fn claim(db: &Db, village: Village, holder: Uuid, now: i64) -> bool {
    db.write(move |c| Box::pin(async move { opinions::claim(c, village.round, holder, now).await })).await.unwrap()
}

async fn keep(db: &Db, village: Village, holder: Uuid, mark: &'static str, now: i64) -> bool {
    let findings = Findings::of(Vec::new(), Vec::<(u8, _, _)>::new());
    db.write(move |c| Box::pin(async move { opinions::keep(c, village.round, holder, mark, &findings, now).await })).await.unwrap()
}

async fn waiting(db: &Db, now: i64) -> Vec<opinions::Waiting> {
    opinions::waiting(&mut db.read().await.unwrap(), now).await.unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_servers_one_takes_a_round(#[case] on: On) {
    let db = Arc::new(on.open().await);
    let village = village(&db, RoundKind::Proposals).await;
    for now in [NOW, NOW + opinions::LEASE] {
        let mut servers = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let db = db.clone();
            servers.spawn(async move { claim(&db, village, Uuid::new_v4(), now).await });
        }
        assert_eq!(servers.join_all().await.into_iter().filter(|taken| *taken).count(), 1);
        assert!(waiting(&db, now).await.is_empty(), "while one is at work, nobody else begins");
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_keeps_nothing(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (slow, quick) = (Uuid::new_v4(), Uuid::new_v4());
    assert!(claim(&db, village, slow, NOW).await);
    assert!(!claim(&db, village, quick, NOW + opinions::LEASE - 1).await);
    assert!(claim(&db, village, quick, NOW + opinions::LEASE).await);
    assert!(!keep(&db, village, slow, "slow", NOW).await);
    assert!(opinions::find(&mut db.read().await.unwrap(), village.round).await.unwrap().is_none());
    assert!(keep(&db, village, quick, "quick", NOW).await);
    let kept = opinions::find(&mut db.read().await.unwrap(), village.round).await.unwrap().unwrap();
    assert_eq!((kept.shown, kept.counted), (Shown::Few, 0));
    let again = waiting(&db, NOW).await;
    assert_eq!((again[0].fingerprint.as_deref(), again[0].computed_at), (Some("quick"), Some(NOW)));
    // Given back without a result, it can be taken at once.
    assert!(claim(&db, village, slow, NOW).await);
    db.write(move |c| Box::pin(async move { opinions::give_back(c, village.round, slow).await })).await.unwrap();
    assert!(claim(&db, village, quick, NOW).await);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn votes_make_the_mark(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Le samedi", NOW).await;
    let mark = async |state| opinions::fingerprint(&mut db.read().await.unwrap(), village.round, state).await.unwrap();
    let before = mark(State::Open).await;
    assert_eq!(before, mark(State::Open).await);
    vote(&db, proposal, village.nadia, Choice::For).await;
    let voted = mark(State::Open).await;
    vote(&db, proposal, village.nadia, Choice::Against).await;
    let changed = mark(State::Open).await;
    let closed = mark(State::Closed).await;
    db.write(move |c| Box::pin(async move { proposals::idea::set_meta(c, proposal, true).await })).await.unwrap();
    let meta = mark(State::Open).await;
    let statements = opinions::statements(&mut db.read().await.unwrap(), village.round).await.unwrap();
    assert_eq!(statements.iter().map(|(id, s)| (*id, s.meta)).collect::<Vec<_>>(), [(proposal, true)]);
    let standings = proposals::draw::standings(&mut db.read().await.unwrap(), village.round).await.unwrap();
    assert_eq!(standings.iter().map(|one| (one.seen, one.meta)).collect::<Vec<_>>(), [(1, true)]);
    db.write(move |c| Box::pin(async move { proposals::hide(c, proposal, "Hors sujet").await })).await.unwrap();
    let hidden = mark(State::Open).await;
    let mut marks = vec![before, voted, changed, closed, meta, hidden];
    marks.sort();
    marks.dedup();
    assert_eq!(marks.len(), 6);
    let mut c = db.read().await.unwrap();
    let statements = opinions::statements(&mut c, village.round).await.unwrap();
    assert_eq!(statements, [], "nobody sees it: it is no statement any more");
    assert_eq!(opinions::votes(&mut c, village.round).await.unwrap(), [(village.nadia, proposal, Choice::Against)]);
    assert_eq!(opinions::mine(&mut c, village.round, village.nadia).await.unwrap(), [(proposal, Choice::Against)]);
    assert_eq!(opinions::mine(&mut c, village.round, village.karim).await.unwrap(), []);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn which_rounds_wait(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let _survey = crate::proposals::village(&db, RoundKind::Survey).await;
    assert!(waiting(&db, 9).await.is_empty(), "not yet open");
    assert_eq!(waiting(&db, NOW).await.iter().map(|w| w.round).collect::<Vec<_>>(), [village.round]);
    let rules = Rules { method: Method::Judgment, ..Rules::default() };
    db.write(move |c| Box::pin(async move { round::set_content(c, village.round, &rules).await })).await.unwrap();
    assert_eq!(waiting(&db, NOW).await[0].rules.method, Method::Judgment);
    // Once published it is looked at once more, and then never again.
    let published = Calendar { closed_at: Some(NOW + 1), published_at: Some(NOW + 2), ..open() };
    db.write(move |c| Box::pin(async move { round::set_calendar(c, village.round, published).await })).await.unwrap();
    assert_eq!(waiting(&db, NOW + 3).await.len(), 1);
    let holder = Uuid::new_v4();
    assert!(claim(&db, village, holder, NOW + 3).await && keep(&db, village, holder, "last", NOW + 3).await);
    assert!(waiting(&db, NOW + 4).await.is_empty());
}

/// Thirty people on each side of eight statements: two groups, shown, and no account in what is kept.
#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_names_nobody(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let mut statements = Vec::new();
    for i in 0..8 {
        statements.push(propose(&db, village, &format!("Phrase {i}"), NOW + i).await);
    }
    let people = db
        .write(move |c| {
            Box::pin(async move {
                let mut people = Vec::new();
                for i in 0..60 {
                    let college = if i % 2 == 0 { village.families } else { village.elected };
                    people.push(join(c, village.process, &format!("P{i}"), Function::Participant, Some(college)).await?);
                }
                Ok::<_, Error>(people)
            })
        })
        .await
        .unwrap();
    for (i, person) in people.iter().enumerate() {
        for (j, statement) in statements.iter().enumerate() {
            let choice = if (i < 30) == j.is_multiple_of(2) { Choice::For } else { Choice::Against };
            vote(&db, *statement, *person, choice).await;
        }
    }
    let mut c = db.read().await.unwrap();
    let found =
        Findings::of(opinions::statements(&mut c, village.round).await.unwrap(), opinions::votes(&mut c, village.round).await.unwrap());
    assert_eq!((found.shown, found.groups.iter().map(|g| g.size).collect::<Vec<_>>()), (Shown::Yes, vec![30, 30]));
    let holder = Uuid::new_v4();
    assert!(claim(&db, village, holder, NOW).await);
    let given = found.clone();
    db.write(move |c| Box::pin(async move { opinions::keep(c, village.round, holder, "mark", &given, NOW).await })).await.unwrap();
    let kept = opinions::find(&mut c, village.round).await.unwrap().unwrap();
    // The draw of the next statement reads of it how far apart each one puts people.
    let extremity = opinions::extremities(&mut c, village.round).await.unwrap();
    assert_eq!(extremity, kept.statements.iter().copied().zip(kept.extremity.iter().copied()).collect());
    assert!(extremity.len() == 8 && extremity.values().all(|e| *e > 0.0), "{extremity:?}");
    assert_eq!(kept, found);
    let text = serde_json::to_string(&kept).unwrap();
    assert!(people.iter().all(|person| !text.contains(&person.to_string())));
    // Where one sits comes from one's own votes alone: the two camps apart, and nothing for whoever has not voted.
    let place = async |i: usize| kept.place(&opinions::mine(&mut db.read().await.unwrap(), village.round, people[i]).await.unwrap());
    assert_eq!((place(0).await, place(0).await != place(59).await, kept.place(&[])), (place(29).await, true, None));
}
