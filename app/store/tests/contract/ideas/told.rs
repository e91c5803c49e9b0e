//! Answers that are told by mail.

use domain::{
    access::Function,
    id::{AccountId, CollegeId, ProposalId},
    proposals::{Choice, Decision},
    round::{Outcome, RoundKind},
};
use rstest::rstest;
use store::{Db, Error, account, news, proposals};

use crate::{
    proposals::{NOW, Village, join, propose, village, vote},
    support::{On, behind},
};

async fn mailed(db: &Db, village: Village, name: &'static str, college: CollegeId) -> AccountId {
    db.write(move |c| {
        Box::pin(async move {
            let person = join(c, village.process, name, Function::Participant, Some(college)).await?;
            Ok::<_, Error>(person)
        })
    })
    .await
    .unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_told_once_a_day_to_who_wants_it(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let voter = db
        .write(move |c| {
            Box::pin(async move {
                let voter = account::create(c, "Ève", Some("eve@example.org"), None, NOW).await?;
                account::set_verified(c, voter, NOW).await?;
                let member = store::process::NewMember {
                    process: village.process,
                    account: voter,
                    function: Function::Participant,
                    college: Some(village.families),
                    organisation: "",
                    title: "",
                    joined_at: Some(NOW),
                };
                store::process::add_member(c, member).await?;
                Ok::<_, Error>(voter)
            })
        })
        .await
        .unwrap();
    // Somebody without an address is told on the page alone.
    let silent = mailed(&db, village, "Sans adresse", village.families).await;
    let (one, two) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await);
    vote(&db, one, voter, Choice::Against).await;
    vote(&db, two, voter, Choice::For).await;
    vote(&db, one, silent, Choice::For).await;
    let decide = |id: ProposalId, at: i64| {
        let db = db.clone();
        async move {
            let decision = Decision { outcome: Outcome::Retained, reason: "Oui".into() };
            db.write(move |c| {
                Box::pin(async move {
                    proposals::decide(c, id, &decision, village.facilitator, at).await?;
                    news::note(c, id, at).await
                })
            })
            .await
            .unwrap();
        }
    };
    let due = |at: i64| {
        let db = db.clone();
        async move { news::due(&mut db.read().await.unwrap(), at, AccountId(store::Uuid::nil()), 50).await.unwrap() }
    };
    let take = |at: i64| {
        let db = db.clone();
        async move { db.write(move |c| Box::pin(async move { news::take(c, voter, at).await })).await.unwrap() }
    };
    let start = news::APART * 10;
    decide(one, start).await;
    decide(one, start + 1).await;
    assert!(due(start + 2).await.is_empty());
    let later = start + news::GATHERED + 1;
    assert_eq!(due(later).await, [voter]);
    let (token, items) = take(later).await.unwrap();
    assert_eq!(items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["A"]);
    assert!(take(later).await.is_none());
    // Another the same day waits for the next.
    decide(two, later).await;
    assert!(due(later + news::GATHERED + 1).await.is_empty());
    assert!(take(later + 1).await.is_none());
    assert_eq!(due(later + news::APART).await, [voter]);
    // The link of the first mail switches them off; nothing waits any more, and nothing comes.
    db.write({
        let token = token.clone();
        move |c| {
            Box::pin(async move {
                assert_eq!(news::of_token(c, "nothing").await?, None);
                assert_eq!(news::of_token(c, &token).await?, Some((voter, false)));
                news::set_off(c, voter, true).await
            })
        }
    })
    .await
    .unwrap();
    assert!(due(later + news::APART).await.is_empty());
    decide(one, later + news::APART).await;
    assert!(due(later + 3 * news::APART).await.is_empty());
    assert!(news::is_off(&mut db.read().await.unwrap(), voter).await.unwrap());
    assert_eq!(db.write(move |c| Box::pin(async move { news::token(c, voter).await })).await.unwrap(), None);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_it_stands_in_nobodys_way(#[case] on: On) {
    let url = on.url().await;
    let db = Db::open(&url).await.unwrap();
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "A", 1).await;
    let (off, one, two) = (village.nadia, village.karim, village.facilitator);
    db.write(move |c| {
        Box::pin(async move {
            let decision = Decision { outcome: Outcome::Retained, reason: "Oui".into() };
            proposals::decide(c, proposal, &decision, village.facilitator, NOW).await?;
            for account in [off, one, two] {
                news::token(c, account).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    // As when one answer is noted while the person switches the mails off.
    behind(&url, "INSERT INTO news (account_id, proposal_id, at) SELECT d.account_id, p.id, 1 FROM digests d, proposals p").await;
    behind(&url, "UPDATE digests SET off = TRUE WHERE account_id IN (SELECT id FROM accounts WHERE name = 'Nadia')").await;
    let later = news::APART * 10;
    let mut due = Vec::new();
    let mut after = AccountId(store::Uuid::nil());
    while let [next] = news::due(&mut db.read().await.unwrap(), later, after, 1).await.unwrap()[..] {
        after = next;
        due.push(next);
    }
    due.sort_unstable();
    let mut expected = [one, two];
    expected.sort_unstable();
    assert_eq!(due, expected);
    let (_, items) = db.write(move |c| Box::pin(async move { news::take(c, one, later).await })).await.unwrap().unwrap();
    assert_eq!(items[0].language, "fr");
}
