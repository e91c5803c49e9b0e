use domain::{
    comments::{PAGE, Subject},
    id::{AccountId, CommentId},
    round::RoundKind,
};
use rstest::rstest;
use store::{
    Db, Error,
    comments::{self, New},
    proposals::Reader,
};

use crate::{
    proposals::{Village, propose, village},
    support::On,
};

async fn say(db: &Db, village: Village, subject: Subject, parent: Option<CommentId>, author: AccountId, body: &str, at: i64) -> CommentId {
    let body = body.to_owned();
    db.write(move |c| {
        Box::pin(async move {
            let college = (author == village.nadia).then_some(village.families);
            comments::create(c, New { round: village.round, subject, parent, author, college, body: &body }, at).await
        })
    })
    .await
    .unwrap()
}

async fn counter(db: &Db, subject: Subject) -> i64 {
    comments::place(&mut db.read().await.unwrap(), subject).await.unwrap().unwrap().comments
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn threads_come_whole_and_in_order(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let elsewhere = Subject::Proposal(propose(&db, village, "Une navette", 1).await);
    let second = say(&db, village, subject, None, village.nadia, "Et le dimanche ?", 20).await;
    let first = say(&db, village, subject, None, village.nadia, "Oui.", 10).await;
    let reply = say(&db, village, subject, Some(first), village.facilitator, "Merci.", 30).await;
    let deep = say(&db, village, subject, Some(reply), village.nadia, "De rien.", 40).await;
    say(&db, village, elsewhere, None, village.nadia, "Combien de places ?", 15).await;
    let mut c = db.read().await.unwrap();
    let nobody = Reader { account: None, facilitator: false };
    let page = comments::page(&mut c, subject, nobody, 0).await.unwrap();
    assert_eq!(page.iter().map(|row| row.id).collect::<Vec<_>>(), [first, second, reply, deep]);
    assert_eq!(page[2].kind, None);
    assert_eq!(page[3].parent_id, Some(reply));
    assert!(comments::page(&mut c, subject, nobody, 1).await.unwrap().is_empty());
    assert_eq!(comments::threads(&mut c, subject).await.unwrap(), 2);
    assert_eq!(counter(&db, subject).await, 4);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn hidden_words_reach_their_author_and_facilitators_alone(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let comment = say(&db, village, subject, None, village.nadia, "Le numéro de ma voisine", 10).await;
    say(&db, village, subject, Some(comment), village.facilitator, "Merci.", 30).await;
    db.write(move |c| Box::pin(async move { comments::hide(c, comment, subject, "Données d’une personne").await })).await.unwrap();
    let mut c = db.read().await.unwrap();
    for (account, facilitator, sees) in [
        (None, false, false),
        (Some(village.karim), false, false),
        (Some(village.nadia), false, true),
        (Some(village.facilitator), true, true),
    ] {
        let page = comments::page(&mut c, subject, Reader { account, facilitator }, 0).await.unwrap();
        assert!(page[0].hidden);
        assert_eq!(page[0].body.is_empty(), !sees);
        assert_eq!(page[0].hidden_reason.is_empty(), !sees);
        assert_eq!((page[1].hidden, page[1].body.as_str()), (false, "Merci."));
    }
    drop(c);
    let standing = db.write(move |c| Box::pin(async move { comments::standing(c, comment).await })).await.unwrap().unwrap();
    assert!(standing.hidden && standing.subject == subject && standing.round == village.round);
    // The hidden one is no longer counted.
    assert_eq!(counter(&db, subject).await, 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn comments_at_once_are_all_counted_and_hidden_once(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let target = say(&db, village, subject, None, village.nadia, "Oui.", 1).await;
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..40 {
        let db = db.clone();
        tasks.spawn(async move {
            say(&db, village, subject, None, village.nadia, &format!("{i}"), i).await;
            // Ten facilitators press "hide" at the same moment.
            if i % 4 == 0 {
                db.write(move |c| {
                    Box::pin(async move {
                        let standing = comments::standing(c, target).await?.unwrap();
                        if domain::proposals::hide(standing.hidden, "x").is_ok() {
                            comments::hide(c, target, standing.subject, "x").await?;
                        }
                        Ok::<_, Error>(())
                    })
                })
                .await
                .unwrap();
            }
        });
    }
    tasks.join_all().await;
    assert_eq!(counter(&db, subject).await, 40);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_words_in_the_same_place_are_recognised(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let elsewhere = Subject::Proposal(propose(&db, village, "Une navette", 1).await);
    let comment = say(&db, village, subject, None, village.nadia, "Oui.", 1).await;
    say(&db, village, subject, Some(comment), village.nadia, "Oui !", 1).await;
    for (subject, parent, author, body, expected) in [
        (subject, None, village.nadia, "Oui.", true),
        (subject, None, village.nadia, "Oui !", false),
        (subject, Some(comment), village.nadia, "Oui !", true),
        (subject, Some(comment), village.nadia, "Oui.", false),
        (subject, None, village.karim, "Oui.", false),
        (elsewhere, None, village.nadia, "Oui.", false),
    ] {
        let said = db.write(move |c| Box::pin(async move { comments::said(c, subject, parent, author, body).await })).await.unwrap();
        assert_eq!(said, expected);
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn finds_the_page_of_a_comment(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let ids: Vec<CommentId> = db
        .write(move |c| {
            Box::pin(async move {
                let mut ids = Vec::new();
                for i in 0..PAGE * 2 + 3 {
                    let body = i.to_string();
                    let comment = New { round: village.round, subject, parent: None, author: village.nadia, college: None, body: &body };
                    ids.push(comments::create(c, comment, i).await?);
                }
                Ok::<_, Error>(ids)
            })
        })
        .await
        .unwrap();
    let reply = say(&db, village, subject, Some(ids[60]), village.nadia, "Oui.", 500).await;
    let deep = say(&db, village, subject, Some(reply), village.nadia, "Non.", 501).await;
    let mut c = db.read().await.unwrap();
    for (id, page) in [(ids[0], 0), (ids[49], 0), (ids[50], 1), (ids[102], 2), (deep, 1)] {
        assert_eq!(comments::page_of(&mut c, subject, id).await.unwrap(), page);
        let rows = comments::page(&mut c, subject, Reader { account: None, facilitator: false }, page).await.unwrap();
        assert!(rows.iter().any(|row| row.id == id));
    }
}
