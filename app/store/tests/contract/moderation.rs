//! Reports, hidings, appeals, committees, paces.

use domain::{
    access::Function,
    comments::Subject,
    committee::Committee,
    moderation::{Cause, Ending, Reason, Target},
    pace::Deed,
    round::RoundKind,
};
use rstest::rstest;
use store::{
    Error, comments, committee,
    moderation::{self, Show, Waiting},
    pace, process,
};

use crate::{
    comments::hide,
    proposals::{Village, join, propose, village},
    support::On,
};

async fn talk(db: &store::Db, village: Village) -> (Subject, Target, Target) {
    let proposal = propose(db, village, "Ouvrir le samedi", 1).await;
    let subject = Subject::Proposal(proposal);
    let new =
        comments::New { round: village.round, subject, parent: None, author: village.nadia, college: Some(village.families), body: "Mots" };
    let comment = db.write(move |c| Box::pin(async move { comments::create(c, new, 10).await })).await.unwrap();
    (subject, Target::Comment(comment), Target::Proposal(proposal))
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn several_reports_of_a_text_are_one_line_of_the_queue(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (_, comment, proposal) = talk(&db, village).await;
    db.write(move |c| {
        Box::pin(async move {
            for (target, who, cause, at) in [
                (comment, village.karim, Cause::Insult, 20),
                (comment, village.facilitator, Cause::OffTopic, 21),
                (proposal, village.karim, Cause::Duplicate, 15),
                // Once more by the same person: still one report of theirs.
                (comment, village.karim, Cause::Insult, 30),
            ] {
                moderation::report(c, village.process, target, who, &Reason { cause, words: "Voyez".into() }, at).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(moderation::waiting(&mut c, village.process).await.unwrap(), Waiting { reported: 2, hidden: 0, appeals: 0 });
    let items = moderation::list(&mut c, village.process, Show::Reported, 0, None).await.unwrap();
    assert_eq!(
        items.iter().map(|item| (item.target(), item.body.as_str())).collect::<Vec<_>>(),
        [(Some(proposal), "Un texte."), (Some(comment), "Mots")]
    );
    assert_eq!(items[1].title.as_deref(), Some("Ouvrir le samedi"));
    let reports = moderation::reports(&mut c, village.process, 0).await.unwrap();
    assert_eq!(reports.iter().filter(|report| report.target() == Some(comment)).count(), 2);
    assert_eq!(moderation::reported_at(&mut c, comment, village.karim).await.unwrap(), Some(30));
    drop(c);
    assert_eq!(db.write(move |c| Box::pin(async move { moderation::settle(c, comment).await })).await.unwrap(), 2);
    assert_eq!(moderation::waiting(&mut db.read().await.unwrap(), village.process).await.unwrap().reported, 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_text_is_appealed_and_shown_again(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (subject, comment, proposal) = talk(&db, village).await;
    for target in [comment, proposal] {
        assert!(hide(&db, village, subject, target).await);
        assert!(!hide(&db, village, subject, target).await);
    }
    let seen = async || {
        let mut c = db.read().await.unwrap();
        (comments::place(&mut c, subject).await.unwrap().unwrap().comments, moderation::waiting(&mut c, village.process).await.unwrap())
    };
    assert_eq!(seen().await, (0, Waiting { reported: 0, hidden: 2, appeals: 0 }));
    db.write(move |c| {
        Box::pin(async move {
            for target in [comment, proposal] {
                let told = moderation::last(c, target).await?.unwrap();
                moderation::appeal(c, told.id, "Je parlais de moi", 60).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    assert_eq!(seen().await.1.appeals, 2);
    db.write(move |c| {
        Box::pin(async move {
            for (target, ending) in [(comment, Ending::Restored), (proposal, Ending::Upheld)] {
                let told = moderation::last(c, target).await?.unwrap();
                assert_eq!(told.appeal.as_deref(), Some("Je parlais de moi"));
                moderation::end(c, told.id, (target, subject), village.karim, (ending, "Parce que"), 70).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    assert_eq!(seen().await, (1, Waiting { reported: 0, hidden: 1, appeals: 0 }));
    // The same words are not hidden again.
    assert!(!hide(&db, village, subject, comment).await);
    let mut c = db.read().await.unwrap();
    assert_eq!(moderation::restored_at(&mut c, comment).await.unwrap(), Some(70));
    let ended = moderation::list(&mut c, village.process, Show::Ended, 0, None).await.unwrap();
    assert_eq!(ended.len(), 2);
    assert_eq!(moderation::list(&mut c, village.process, Show::Hidden, 0, None).await.unwrap()[0].target(), Some(proposal));
    assert!(moderation::list(&mut c, village.process, Show::Appeals, 0, None).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_seat_in_the_ethics_committee_is_known_where_acts_are_checked(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (process, round, karim) = (village.process, village.round, Some(village.karim));
    let who = async || {
        let mut c = db.read().await.unwrap();
        let in_process = process::who(&mut c, process, karim).await.unwrap().unwrap();
        let entered = process::enter(&mut c, process, karim).await.unwrap().unwrap().1;
        let in_round = store::round::enter(&mut c, round, karim).await.unwrap().unwrap().who;
        assert!(in_process == entered && entered == in_round);
        in_process
    };
    let member = who().await.membership.unwrap().member;
    for (committee, ethics) in [(Committee::Steering, false), (Committee::Ethics, true)] {
        db.write(move |c| Box::pin(async move { committee::appoint(c, process, committee, member).await })).await.unwrap();
        assert_eq!(who().await.ethics, ethics);
    }
    let twice = db.write(move |c| Box::pin(async move { committee::appoint(c, process, Committee::Ethics, member).await })).await;
    assert!(twice.unwrap_err().is_duplicate());
    let seats = committee::seats(&mut db.read().await.unwrap(), process).await.unwrap();
    assert_eq!(
        seats.iter().map(|seat| (seat.committee, seat.name.as_str())).collect::<Vec<_>>(),
        [(Committee::Ethics, "Karim"), (Committee::Steering, "Karim")]
    );
    for gone in [true, false] {
        let done =
            db.write(move |c| Box::pin(async move { committee::unseat(c, process, Committee::Ethics, member).await })).await.unwrap();
        assert_eq!(done, gone);
    }
    assert!(!who().await.ethics);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_pace_keeps_one_moment_and_forgets_it(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let nadia = village.nadia;
    let after = db
        .write(move |c| {
            Box::pin(async move {
                pace::record(c, nadia, Deed::Comment, 100, 10).await?;
                pace::record(c, nadia, Deed::Comment, 120, 10).await?;
                let kept = pace::full_at(c, nadia, Deed::Comment).await?;
                // A mail a day.
                let mails = [
                    pace::once(c, nadia, Deed::MentionMail, 1000, 10).await?,
                    pace::once(c, nadia, Deed::MentionMail, 1500, 500).await?,
                    pace::once(c, nadia, Deed::MentionMail, 2000, 1000).await?,
                ];
                pace::record(c, nadia, Deed::Mark, 300, 200).await?;
                Ok::<_, Error>((kept, mails, pace::full_at(c, nadia, Deed::Comment).await?))
            })
        })
        .await
        .unwrap();
    assert_eq!(after, (Some(120), [true, false, true], None));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_by_a_part_of_their_name(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    db.write(move |c| {
        Box::pin(async move {
            for name in ["Élodie Bervoux", "Ana_Maria", "Anatole"] {
                join(c, village.process, name, Function::Participant, Some(village.families)).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    let found = async |words: &str, most| {
        let rows = committee::candidates(&mut db.read().await.unwrap(), village.process, words, most).await.unwrap();
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(found("ÉLODIE", 10).await, ["Élodie Bervoux"]);
    assert_eq!(found("élo", 10).await, ["Élodie Bervoux"]);
    assert_eq!(found("bervoux", 10).await, ["Élodie Bervoux"]);
    assert_eq!(found("ana_", 10).await, ["Ana_Maria"]);
    assert!(found("%", 10).await.is_empty());
    assert_eq!((found("", 2).await.len(), found("", 10).await.len()), (2, 6));
}
