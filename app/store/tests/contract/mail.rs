use std::collections::HashSet;

use rstest::rstest;
use store::{Db, Error, mail};

use crate::support::On;

async fn claim(db: &Db, most: i64, now: i64) -> Vec<mail::Mail> {
    db.write(move |c| Box::pin(async move { mail::claim(c, most, now).await })).await.unwrap()
}

async fn queue(db: &Db, n: usize) {
    db.write(move |c| {
        Box::pin(async move {
            for i in 0..n {
                mail::queue(c, &format!("p{i}@example.org"), "Bonjour\r\nBcc: x@y.z", "Texte", None, 10).await?;
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
async fn several_servers_never_claim_the_same_mail(#[case] on: On) {
    let url = on.url().await;
    let db = Db::open(&url).await.unwrap();
    queue(&db, 60).await;
    // Another server beside the first, where the database is one for several.
    let other = if matches!(on, On::Postgres) { Db::open(&url).await.unwrap() } else { db.clone() };
    let claims = (0..24).map(|i| {
        let db = if i % 2 == 0 { db.clone() } else { other.clone() };
        async move { claim(&db, 5, 10).await }
    });
    let mut claimed: Vec<_> = futures::future::join_all(claims).await.into_iter().flatten().collect();
    // Whoever lost a race comes back.
    loop {
        let more = claim(&db, 5, 10).await;
        if more.is_empty() {
            break;
        }
        claimed.extend(more);
    }
    assert_eq!(claimed.len(), 60);
    assert_eq!(claimed.iter().map(|mail| mail.id).collect::<HashSet<_>>().len(), 60);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_stays_until_it_has_left(#[case] on: On) {
    let db = on.open().await;
    queue(&db, 1).await;
    assert!(!mail::any_due(&mut db.read().await.unwrap(), 9).await.unwrap());
    assert!(mail::any_due(&mut db.read().await.unwrap(), 10).await.unwrap());
    let first = claim(&db, 5, 10).await.remove(0);
    assert_eq!((first.tries, first.subject.as_str()), (1, "Bonjour Bcc: x@y.z"));
    assert!(claim(&db, 5, 11).await.is_empty(), "claimed");
    // The server that claimed it died: another takes over when the lease has ended.
    assert_eq!(claim(&db, 5, 10 + mail::LEASE).await[0].tries, 2);
    let id = first.id;
    db.write(move |c| Box::pin(async move { mail::postpone(c, id, 1_000_000).await })).await.unwrap();
    assert!(claim(&db, 5, 999_999).await.is_empty());
    assert_eq!(claim(&db, 5, 1_000_000).await.len(), 1);
    db.write(move |c| Box::pin(async move { mail::remove(c, id).await })).await.unwrap();
    assert_eq!(mail::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_undone_sends_no_mail(#[case] on: On) {
    let db = on.open().await;
    let undone: Result<(), Error> = db
        .write(|c| {
            Box::pin(async move {
                mail::queue(c, "a@example.org", "s", "b", None, 1).await?;
                Err(Error::Random("on purpose".into()))
            })
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(mail::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_keeps_the_way_to_switch_its_kind_off(#[case] on: On) {
    let db = on.open().await;
    db.write(|c| {
        Box::pin(async move {
            mail::queue(c, "a@example.org", "s", "b", Some("https://example.org/mails/1"), 1).await?;
            mail::queue(c, "b@example.org", "s", "b", None, 1).await
        })
    })
    .await
    .unwrap();
    let mut mails = db.write(|c| Box::pin(async move { mail::claim(c, 9, 1).await })).await.unwrap();
    mails.sort_by(|a, b| a.recipient.cmp(&b.recipient));
    assert_eq!(mails.iter().map(|mail| mail.off_url.as_deref()).collect::<Vec<_>>(), [Some("https://example.org/mails/1"), None]);
}
