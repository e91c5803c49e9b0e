use std::sync::Arc;

use rstest::rstest;
use store::{Error, account, session};

use crate::support::On;

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_failed_write_leaves_nothing(#[case] on: On) {
    let db = on.open().await;
    let result: Result<(), Error> = db
        .write(|c| {
            Box::pin(async move {
                account::create(c, "Nadia", Some("nadia@example.org"), None, 1).await?;
                account::create(c, "Nadia", Some("nadia@example.org"), None, 1).await?;
                Ok(())
            })
        })
        .await;
    assert!(result.unwrap_err().is_duplicate());
    assert!(account::credentials(&mut db.read().await.unwrap(), "nadia@example.org").await.unwrap().is_none());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn one_failure_in_a_batch_does_not_touch_the_others(#[case] on: On) {
    let db = on.open().await;
    let mut tasks = tokio::task::JoinSet::new();
    let db = Arc::new(db);
    for i in 0..100 {
        let db = db.clone();
        tasks.spawn(async move {
            // Two of each address: one of them must fail, alone.
            let email = format!("p{}@example.org", i / 2);
            db.write(move |c| Box::pin(async move { account::create(c, "P", Some(&email), None, 1).await })).await
        });
    }
    let results = tasks.join_all().await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 50);
    assert!(results.iter().filter_map(|result| result.as_ref().err()).all(Error::is_duplicate));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_panic_in_a_write_ends_that_write_alone(#[case] on: On) {
    let db = on.open().await;
    let panics = db.clone();
    let outcome =
        tokio::spawn(
            async move { panics.write(|_| Box::pin(async { if true { panic!("on purpose") } else { Ok::<(), Error>(()) } })).await },
        )
        .await;
    assert!(!matches!(outcome, Ok(Ok(()))));
    let id = db.write(|c| Box::pin(async move { account::create(c, "Nadia", None, None, 1).await })).await.unwrap();
    let token = db.write(move |c| Box::pin(async move { session::open(c, id, 10).await })).await.unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(session::find(&mut c, &token, 11).await.unwrap().unwrap().name, "Nadia");
    // The idle end and the absolute end.
    assert!(session::find(&mut c, &token, 10 + session::IDLE).await.unwrap().is_none());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn migrations_are_current(#[case] on: On) {
    let db = on.open().await;
    assert_eq!(db.missing_migrations().await.unwrap(), 0);
    db.ping().await.unwrap();
}
