use domain::{
    comments::{Mark, Mention, Order, PAGE, SHOWN, Subject, THREAD_PAGE},
    id::{AccountId, CommentId},
    moderation::{Cause, Reason, Target},
    round::RoundKind,
};
use rstest::rstest;
use store::{
    Db, Error,
    comments::{self, New, Spot},
    moderation,
    proposals::Reader,
};

use crate::{
    proposals::{Village, propose, village},
    support::On,
};

pub async fn say(
    db: &Db,
    village: Village,
    subject: Subject,
    parent: Option<CommentId>,
    author: AccountId,
    body: &str,
    at: i64,
) -> CommentId {
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

/// As the server function does it: once, by whoever is first.
pub async fn hide(db: &Db, village: Village, subject: Subject, target: Target) -> bool {
    db.write(move |c| {
        Box::pin(async move {
            let found = moderation::text(c, target).await?.unwrap();
            let restored_at = moderation::restored_at(c, target).await?;
            let Ok(reason) = domain::moderation::hide(&found.text, restored_at, "family_data", "Données") else { return Ok(false) };
            moderation::hide(c, village.process, (target, subject), village.facilitator, (&reason, "Données d’une personne"), 50).await?;
            Ok::<_, Error>(true)
        })
    })
    .await
    .unwrap()
}

const NOBODY: Reader = Reader { account: None, facilitator: false };

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
    let page = comments::page(&mut c, subject, NOBODY, Order::Time, comments::Filter::default(), 0).await.unwrap();
    // Thread by thread, each in the order it was written.
    assert_eq!(page.iter().map(|row| row.id).collect::<Vec<_>>(), [first, reply, deep, second]);
    assert_eq!(page[1].kind, None);
    assert_eq!((page[2].parent_id, page[2].answers_to.as_deref(), page[2].position), (Some(reply), Some("Maud"), 2));
    assert_eq!(page[0].replies, 2);
    let discussed = comments::page(&mut c, subject, NOBODY, Order::Discussed, comments::Filter::default(), 0).await.unwrap();
    assert_eq!(discussed.iter().map(|row| row.id).collect::<Vec<_>>(), [first, reply, deep, second]);
    assert!(comments::page(&mut c, subject, NOBODY, Order::Time, comments::Filter::default(), 1).await.unwrap().is_empty());
    assert_eq!(comments::threads(&mut c, subject, comments::Filter::default()).await.unwrap(), 2);
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
    db.write(move |c| Box::pin(async move { comments::edit(c, comment, "Le 06 de ma voisine", 40).await })).await.unwrap();
    assert!(hide(&db, village, subject, Target::Comment(comment)).await);
    let mut c = db.read().await.unwrap();
    for (account, facilitator, sees) in [
        (None, false, false),
        (Some(village.karim), false, false),
        (Some(village.nadia), false, true),
        (Some(village.facilitator), true, true),
    ] {
        let reader = Reader { account, facilitator };
        let page = comments::page(&mut c, subject, reader, Order::Time, comments::Filter::default(), 0).await.unwrap();
        assert!(page[0].hidden);
        // Earlier wordings no more than the last.
        assert_eq!(comments::versions(&mut c, comment, reader).await.unwrap().is_empty(), !sees);
        assert_eq!(moderation::on_comments(&mut c, subject, account, facilitator).await.unwrap().len(), usize::from(sees));
        assert_eq!(page[0].body.is_empty(), !sees);
        assert_eq!(page[0].hidden_reason.is_empty(), !sees);
        assert_eq!((page[1].hidden, page[1].body.as_str()), (false, "Merci."));
    }
    drop(c);
    let standing = db.write(move |c| Box::pin(async move { comments::standing(c, comment).await })).await.unwrap().unwrap();
    assert!(standing.written.hidden && standing.subject == subject && standing.round == village.round);
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
                hide(&db, village, subject, Target::Comment(target)).await;
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
    let reply = say(&db, village, subject, Some(ids[30]), village.nadia, "Oui.", 500).await;
    let deep = say(&db, village, subject, Some(reply), village.nadia, "Non.", 501).await;
    let mut c = db.read().await.unwrap();
    for (id, page) in [(ids[0], 0), (ids[19], 0), (ids[20], 1), (ids[42], 2), (deep, 1)] {
        assert_eq!(comments::spot(&mut c, subject, id).await.unwrap(), Some(Spot::Page(page)));
        let rows = comments::page(&mut c, subject, NOBODY, Order::Time, comments::Filter::default(), page).await.unwrap();
        assert!(rows.iter().any(|row| row.id == id));
    }
    drop(c);
    let elsewhere = Subject::Proposal(propose(&db, village, "Une navette", 1).await);
    assert_eq!(comments::spot(&mut db.read().await.unwrap(), elsewhere, ids[0]).await.unwrap(), None);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_long_thread_has_pages_of_its_own(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let root = say(&db, village, subject, None, village.nadia, "Oui.", 1).await;
    let mut replies = Vec::new();
    for i in 0..THREAD_PAGE + 10 {
        replies.push(say(&db, village, subject, Some(root), village.nadia, &i.to_string(), 2 + i).await);
    }
    let mut c = db.read().await.unwrap();
    let page = comments::page(&mut c, subject, NOBODY, Order::Time, comments::Filter::default(), 0).await.unwrap();
    assert_eq!(page.len() as i64, 1 + SHOWN);
    let (fifth, sixth, last) = (replies[4], replies[5], *replies.last().unwrap());
    assert_eq!(comments::spot(&mut c, subject, fifth).await.unwrap(), Some(Spot::Page(0)));
    for (id, number, rows) in [(sixth, 0, 1 + THREAD_PAGE), (last, 1, 11)] {
        assert_eq!(comments::spot(&mut c, subject, id).await.unwrap(), Some(Spot::Thread(root, number)));
        let page = comments::thread(&mut c, subject, NOBODY, root, number).await.unwrap();
        assert_eq!((page.len() as i64, page[0].id), (rows, root));
        assert!(page.iter().any(|row| row.id == id));
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn replies_at_once_take_places_of_their_own(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let root = say(&db, village, subject, None, village.nadia, "Oui.", 1).await;
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..40 {
        let db = db.clone();
        tasks.spawn(async move { say(&db, village, subject, Some(root), village.nadia, &i.to_string(), 2).await });
    }
    tasks.join_all().await;
    let page = comments::thread(&mut db.read().await.unwrap(), subject, NOBODY, root, 0).await.unwrap();
    assert_eq!(page.iter().map(|row| row.position).collect::<Vec<_>>(), (0..=40).collect::<Vec<_>>());
    assert_eq!(page[0].replies, 40);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn earlier_wordings_are_kept_until_the_comment_is_taken_back(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let comment = say(&db, village, subject, None, village.nadia, "Un", 10).await;
    let reply = say(&db, village, subject, Some(comment), village.facilitator, "Merci.", 11).await;
    for (at, words) in [(20, "Deux"), (30, "Trois")] {
        db.write(move |c| Box::pin(async move { comments::edit(c, comment, words, at).await })).await.unwrap();
    }
    let mut c = db.read().await.unwrap();
    let versions = comments::versions(&mut c, comment, NOBODY).await.unwrap();
    assert_eq!(versions.iter().map(|v| (v.number, v.body.as_str(), v.created_at)).collect::<Vec<_>>(), [(1, "Un", 10), (2, "Deux", 20)]);
    let page = comments::page(&mut c, subject, NOBODY, Order::Time, comments::Filter::default(), 0).await.unwrap();
    assert_eq!((page[0].body.as_str(), page[0].edited_at), ("Trois", Some(30)));
    drop(c);
    let nadia = village.nadia;
    db.write(move |c| {
        Box::pin(async move {
            comments::mark(c, comment, village.karim, Some(Mark::Agree), (1, 0)).await?;
            let reason = Reason { cause: Cause::OffTopic, words: String::new() };
            moderation::report(c, village.process, Target::Comment(comment), village.karim, &reason, 40).await?;
            comments::withdraw(c, comment, subject).await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    let page =
        comments::page(&mut c, subject, Reader { account: Some(nadia), facilitator: true }, Order::Time, comments::Filter::default(), 0)
            .await
            .unwrap();
    assert_eq!((page[0].body.as_str(), page[0].withdrawn, page[1].id), ("", true, reply));
    assert!(comments::versions(&mut c, comment, Reader { account: Some(nadia), facilitator: true }).await.unwrap().is_empty());
    assert_eq!(moderation::waiting(&mut c, village.process).await.unwrap().reported, 0);
    assert_eq!(counter(&db, subject).await, 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn tallies_of_marks_are_what_a_recount_gives(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let low = say(&db, village, subject, None, village.nadia, "Oui.", 1).await;
    let comment = say(&db, village, subject, None, village.nadia, "Non.", 2).await;
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..60 {
        let db = db.clone();
        let me = if i % 2 == 0 { village.karim } else { village.facilitator };
        let after = [Some(Mark::Agree), None, Some(Mark::Disagree), Some(Mark::Agree)][i % 4];
        tasks.spawn(async move {
            db.write(move |c| {
                Box::pin(async move {
                    let standing = comments::standing(c, comment).await?.unwrap();
                    let before = comments::mark_of(c, comment, me).await?;
                    let calendar = crate::proposals::open();
                    if let Ok(Some(step)) = domain::comments::mark(&calendar, 100, me, &standing.written, before, after) {
                        comments::mark(c, comment, me, after, step).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
        });
    }
    tasks.join_all().await;
    let mut c = db.read().await.unwrap();
    let karim = Reader { account: Some(village.karim), facilitator: false };
    let row = comments::page(&mut c, subject, karim, Order::Time, comments::Filter::default(), 0)
        .await
        .unwrap()
        .into_iter()
        .find(|row| row.id == comment)
        .unwrap();
    let marks = [
        comments::mark_of(&mut c, comment, village.karim).await.unwrap(),
        comments::mark_of(&mut c, comment, village.facilitator).await.unwrap(),
    ];
    let count = |which| marks.iter().filter(|mark| **mark == Some(which)).count() as i64;
    assert_eq!((row.agrees, row.disagrees), (count(Mark::Agree), count(Mark::Disagree)));
    assert_eq!(row.mark, marks[0]);
    drop(c);
    db.write(move |c| Box::pin(async move { comments::mark(c, low, village.karim, Some(Mark::Agree), (5, 0)).await })).await.unwrap();
    let first =
        comments::page(&mut db.read().await.unwrap(), subject, NOBODY, Order::Agreed, comments::Filter::default(), 0).await.unwrap()[0].id;
    assert_eq!(first, low);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn those_who_talk_here_can_be_named_and_find_it(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let comment = say(&db, village, subject, None, village.karim, "Nadia, qu’en dites-vous ?", 10).await;
    let mut c = db.read().await.unwrap();
    // The author of the proposal for Karim; Karim for Nadia; nobody who has not spoken here.
    let people = comments::people(&mut c, village.process, subject, village.karim).await.unwrap();
    assert_eq!(people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Nadia"]);
    let (nadia, families) = (people[0].member_id, village.families);
    drop(c);
    let other = say(&db, village, subject, None, village.karim, "Et les familles ?", 11).await;
    db.write(move |c| {
        Box::pin(async move {
            comments::mention(c, comment, &[Mention::Person(nadia), Mention::Public(families)]).await?;
            comments::mention(c, other, &[Mention::Public(families)]).await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(comments::named(&mut c, &[comment, other], (0, SHOWN)).await.unwrap().len(), 3);
    let mine = store::trace::mentions(&mut c, village.nadia).await.unwrap();
    assert_eq!(mine.iter().map(|row| (row.id, row.person)).collect::<Vec<_>>(), [(other, false), (comment, true)]);
    assert!(store::trace::mentions(&mut c, village.karim).await.unwrap().is_empty());
    drop(c);
    // What is hidden is told to nobody.
    hide(&db, village, subject, Target::Comment(comment)).await;
    let mut c = db.read().await.unwrap();
    assert_eq!(store::trace::mentions(&mut c, village.nadia).await.unwrap().len(), 1);
    assert_eq!(comments::named(&mut c, &[comment, other], (0, SHOWN)).await.unwrap().len(), 1);
}
