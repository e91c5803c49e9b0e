use domain::account::Purpose;
use rstest::rstest;
use store::{Db, Error, account, link, session};

use crate::support::On;

const NOW: i64 = 1_700_000_000_000;

async fn nadia(db: &Db) -> domain::id::AccountId {
    db.write(|c| Box::pin(async move { account::create(c, "Nadia", Some("nadia@example.org"), Some("old"), NOW).await })).await.unwrap()
}

async fn issue(db: &Db, id: domain::id::AccountId, purpose: Purpose, now: i64) -> Option<String> {
    db.write(move |c| Box::pin(async move { link::issue(c, id, purpose, None, now).await })).await.unwrap()
}

async fn redeem(db: &Db, token: &str, purpose: Purpose, now: i64) -> Option<link::Link> {
    let token = token.to_owned();
    db.write(move |c| Box::pin(async move { link::redeem(c, &token, purpose, now).await })).await.unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_link_serves_once_for_its_purpose_and_within_its_time(#[case] on: On) {
    let db = on.open().await;
    let id = nadia(&db).await;
    let token = issue(&db, id, Purpose::Reset, NOW).await.unwrap();
    assert_eq!(redeem(&db, &token, Purpose::Verify, NOW).await, None, "another purpose");
    let two_hours = NOW + 2 * 3_600_000;
    assert_eq!(redeem(&db, &token, Purpose::Reset, two_hours).await, None, "too late");
    let mut c = db.read().await.unwrap();
    assert!(link::peek(&mut c, &token, Purpose::Reset, two_hours - 1).await.unwrap().is_some());
    assert!(link::peek(&mut c, &token, Purpose::Reset, two_hours - 1).await.unwrap().is_some(), "looking does not use it up");
    assert_eq!(redeem(&db, &token, Purpose::Reset, two_hours - 1).await, Some(link::Link { account: id, process: None }));
    assert_eq!(redeem(&db, &token, Purpose::Reset, two_hours - 1).await, None, "used");
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_use_a_link_at_once_one_does(#[case] on: On) {
    let db = on.open().await;
    let id = nadia(&db).await;
    let token = issue(&db, id, Purpose::Verify, NOW).await.unwrap();
    let tries = (0..20).map(|_| redeem(&db, &token, Purpose::Verify, NOW));
    assert_eq!(futures::future::join_all(tries).await.into_iter().flatten().count(), 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn one_mail_of_a_kind_per_minute(#[case] on: On) {
    let db = on.open().await;
    let id = nadia(&db).await;
    assert!(issue(&db, id, Purpose::Reset, NOW).await.is_some());
    assert!(issue(&db, id, Purpose::Reset, NOW + link::PAUSE - 1).await.is_none());
    assert!(issue(&db, id, Purpose::Verify, NOW).await.is_some());
    assert!(issue(&db, id, Purpose::Reset, NOW + link::PAUSE).await.is_some());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_all_sessions_and_voids_reset_links(#[case] on: On) {
    let db = on.open().await;
    let id = nadia(&db).await;
    let token = issue(&db, id, Purpose::Reset, NOW).await.unwrap();
    let (a, b) = db
        .write(move |c| {
            Box::pin(async move {
                let sessions = (session::open(c, id, NOW).await?, session::open(c, id, NOW).await?);
                account::set_password(c, id, "new").await?;
                account::set_verified(c, id, NOW + 5).await?;
                account::set_verified(c, id, NOW + 9).await?;
                Ok::<_, Error>(sessions)
            })
        })
        .await
        .unwrap();
    let mut c = db.read().await.unwrap();
    for session in [a, b] {
        assert!(session::find(&mut c, &session, NOW).await.unwrap().is_none());
    }
    let account = account::by_email(&mut c, "nadia@example.org").await.unwrap().unwrap();
    assert_eq!((account.password_hash.as_deref(), account.verified_at), (Some("new"), Some(NOW + 5)));
    assert_eq!(redeem(&db, &token, Purpose::Reset, NOW).await, None);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_database_holds_neither_tokens_nor_cookies(#[case] on: On) {
    let url = on.url().await;
    let db = Db::open(&url).await.unwrap();
    let id = nadia(&db).await;
    let token = issue(&db, id, Purpose::Verify, NOW).await.unwrap();
    assert_eq!(token.len(), 64, "256 bits");
    let cookie = db.write(move |c| Box::pin(async move { session::open(c, id, NOW).await })).await.unwrap();
    if let Some(file) = url.strip_prefix("sqlite:") {
        let bytes = [std::fs::read(file).unwrap(), std::fs::read(format!("{file}-wal")).unwrap_or_default()].concat();
        let holds = |secret: &str| bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(holds("nadia@example.org"));
        assert!(!holds(&token) && !holds(&cookie));
    }
}
