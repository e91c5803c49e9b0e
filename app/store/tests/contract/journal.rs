use domain::{access::Visibility, id::AccountId, id::ProcessId};
use rstest::rstest;
use store::{Db, Error, journal};

use crate::{
    fixture,
    support::{On, behind},
};

async fn write(db: &Db, n: i64, actor: Option<AccountId>, process: Option<ProcessId>) {
    db.write(move |c| {
        Box::pin(async move {
            for i in 0..n {
                let act = journal::Act {
                    at: i,
                    actor,
                    process,
                    act: "round.publish",
                    subject: format!("s{i}"),
                    detail: serde_json::json!({ "n": i }),
                };
                journal::write(c, act).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_untouched_journal_is_whole_and_is_told_from_its_end(#[case] on: On) {
    let db = on.open().await;
    let process = fixture::process(&db, "Garde", Visibility::Public, 1).await;
    let actor = fixture::participant(&db, process, domain::college::CollegeKind::Family, "nadia", true).await;
    write(&db, 7, Some(actor), Some(process)).await;
    let mut c = db.read().await.unwrap();
    assert_eq!(journal::verify(&mut c).await.unwrap(), 7);
    let newest = journal::page(&mut c, None, 3).await.unwrap();
    assert_eq!(newest.iter().map(|told| told.seq).collect::<Vec<_>>(), [7, 6, 5]);
    let next = journal::page(&mut c, Some(5), 3).await.unwrap();
    assert_eq!(next.iter().map(|told| told.seq).collect::<Vec<_>>(), [4, 3, 2]);
    assert_eq!(newest[0].actor.as_deref(), Some("nadia"));
    assert_eq!(newest[0].process.as_ref().unwrap().text("fr"), "Garde");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_tampered_entry_is_found(
    #[values(On::Sqlite, On::Postgres)] on: On,
    #[values(
        ("UPDATE journal SET detail = '{\"n\":99}' WHERE seq = 4", 4),
        ("UPDATE journal SET at = at + 1 WHERE seq = 1", 1),
        ("UPDATE journal SET actor_id = NULL, act = 'round.close' WHERE seq = 7", 7),
        ("UPDATE journal SET hash = previous WHERE seq = 3", 3),
        // What stood behind the missing one no longer fits.
        ("DELETE FROM journal WHERE seq = 2", 3)
    )]
    change: (&'static str, i64),
) {
    let url = on.url().await;
    let db = Db::open(&url).await.unwrap();
    write(&db, 7, None, None).await;
    behind(&url, change.0).await;
    let found = journal::verify(&mut db.read().await.unwrap()).await;
    assert!(matches!(found, Err(Error::Journal(seq)) if seq == change.1), "{found:?}");
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn writers_at_the_same_time_make_one_chain(#[case] on: On) {
    let db = on.open().await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let db = db.clone();
        tasks.spawn(async move { write(&db, 5, None, None).await });
    }
    tasks.join_all().await;
    assert_eq!(journal::verify(&mut db.read().await.unwrap()).await.unwrap(), 100);
}
