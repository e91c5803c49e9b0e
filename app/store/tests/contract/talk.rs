//! What moderation and withdrawal reach beside the text itself: titles, pictures, reasons, reports, exports.

use std::sync::{Arc, Mutex};

use domain::{
    access::Function,
    comments::{Mark, Mention, Order, SHOWN, Subject},
    id::{CommentId, PictureId, ProposalId},
    lang::LangText,
    moderation::{Cause, Ending, Reason, Target},
    proposals::{Choice, Decision, Vote, idea::Extras, steps},
    round::{Outcome, RoundKind},
    survey::Picture,
};
use rstest::rstest;
use store::{
    Db, Error, comments,
    moderation::{self, Show},
    pictures, proposals,
    proposals::Reader,
    research, trace,
};

use crate::{
    comments::{hide, say},
    proposals::{Village, join, propose, village},
    support::On,
};

const ALL: comments::Filter = comments::Filter { college: None, author: None, answered: None };
const NOBODY: Reader = Reader { account: None, facilitator: false };

async fn end(db: &Db, village: Village, subject: Subject, target: Target, ending: Ending) {
    db.write(move |c| {
        Box::pin(async move {
            let told = moderation::last(c, target).await?.unwrap();
            moderation::end(c, told.id, (target, subject), village.karim, (ending, "Parce que"), 70).await
        })
    })
    .await
    .unwrap();
}

async fn withdraw(db: &Db, proposal: ProposalId) {
    db.write(move |c| Box::pin(async move { proposals::idea::withdraw(c, proposal, 60).await })).await.unwrap();
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_title_of_what_was_withdrawn_is_its_authors_and_reports_of_it_are_settled(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Le fils de Mme Durand", 1).await;
    let subject = Subject::Proposal(proposal);
    let comment = say(&db, village, subject, None, village.karim, "Oui.", 10).await;
    let mine = say(&db, village, subject, None, village.nadia, "Merci.", 11).await;
    db.write(move |c| {
        Box::pin(async move {
            let reason = Reason { cause: Cause::FamilyData, words: String::new() };
            moderation::report(c, village.process, Target::Proposal(proposal), village.karim, &reason, 20).await?;
            let families = Mention::Public(village.families);
            let elected = Mention::Public(village.elected);
            comments::mention(c, comment, &[families]).await?;
            comments::mention(c, mine, &[elected]).await
        })
    })
    .await
    .unwrap();
    withdraw(&db, proposal).await;
    let mut c = db.read().await.unwrap();
    assert_eq!(moderation::waiting(&mut c, village.process).await.unwrap().reported, 0);
    let of = |rows: Vec<trace::MyComment>| (rows[0].about.clone(), rows[0].about_withdrawn);
    assert_eq!(of(trace::comments(&mut c, village.karim).await.unwrap()), (None, true));
    assert_eq!(of(trace::comments(&mut c, village.nadia).await.unwrap()), (Some("Le fils de Mme Durand".into()), true));
    assert_eq!(trace::mentions(&mut c, village.karim).await.unwrap()[0].about, None);
    assert_eq!(trace::mentions(&mut c, village.nadia).await.unwrap()[0].about.as_deref(), Some("Le fils de Mme Durand"));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_goes_out_of_sight_with_the_proposals_that_hold_it(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (one, two) = (propose(&db, village, "Un", 1).await, propose(&db, village, "Deux", 2).await);
    let process = village.process;
    let id: PictureId = db
        .write(move |c| {
            Box::pin(async move {
                let new = pictures::New { width: 6, height: 4, large: vec![1; 9], small: vec![1; 3] };
                let id = pictures::add_by_participant(c, process, new).await?;
                for proposal in [one, two] {
                    let picture = Picture { id, width: 6, height: 4, alt: LangText::of("fr", "Une cour") };
                    proposals::idea::set_extras(c, proposal, &Extras { picture: Some(picture), ..Extras::default() }).await?;
                }
                Ok::<_, Error>(id)
            })
        })
        .await
        .unwrap();
    let shows =
        async |account, facilitator| pictures::shows_to(&mut db.read().await.unwrap(), id, Reader { account, facilitator }).await.unwrap();
    let used = async || !pictures::kept(&mut db.read().await.unwrap(), process).await.unwrap()[0].rounds.is_empty();
    assert!(hide(&db, village, Subject::Proposal(one), Target::Proposal(one)).await);
    // The other still shows it.
    assert!(shows(None, false).await && used().await);
    withdraw(&db, two).await;
    assert!(!shows(None, false).await && !shows(Some(village.karim), false).await && !used().await);
    assert!(shows(Some(village.nadia), false).await && shows(Some(village.facilitator), true).await);
    db.write(move |c| Box::pin(async move { pictures::delete(c, id).await })).await.unwrap();
    let nadia = Reader { account: Some(village.nadia), facilitator: false };
    let mut c = db.read().await.unwrap();
    for proposal in [one, two] {
        assert_eq!(proposals::find(&mut c, proposal, nadia).await.unwrap().unwrap().picture, None);
    }
    drop(c);
    // A facilitator's, and one that is on its way into a proposal, are for whoever sees the process.
    let loose = db
        .write(move |c| {
            Box::pin(async move {
                let new = |byte| pictures::New { width: 6, height: 4, large: vec![byte], small: vec![byte] };
                Ok::<_, Error>([pictures::add(c, process, new(2)).await?, pictures::add_by_participant(c, process, new(3)).await?])
            })
        })
        .await
        .unwrap();
    for id in loose {
        assert!(pictures::shows_to(&mut db.read().await.unwrap(), id, NOBODY).await.unwrap());
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn other_words_begin_without_marks_and_what_is_taken_back_without_an_answer(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let comment = say(&db, village, subject, None, village.nadia, "Oui.", 10).await;
    db.write(move |c| {
        Box::pin(async move {
            comments::mark(c, comment, village.karim, Some(Mark::Agree), (1, 0)).await?;
            comments::edit(c, comment, "Non.", 20).await?;
            assert_eq!(comments::mark_of(c, comment, village.karim).await?, None);
            let decision = Decision { outcome: Outcome::Retained, reason: "Comme Nadia le dit".into() };
            comments::answer(c, comment, &decision).await?;
            assert!(comments::standing(c, comment).await?.unwrap().written.answered);
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    let row = async || comments::page(&mut db.read().await.unwrap(), subject, NOBODY, Order::Time, ALL, 0).await.unwrap().remove(0);
    assert_eq!((row().await.agrees, row().await.outcome), (0, Some(Outcome::Retained)));
    db.write(move |c| Box::pin(async move { comments::withdraw(c, comment, subject).await })).await.unwrap();
    assert_eq!((row().await.outcome, row().await.reason.as_str()), (None, ""));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn only_replies_that_can_be_read_make_a_talk(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let loud = say(&db, village, subject, None, village.nadia, "Fort", 10).await;
    let calm = say(&db, village, subject, None, village.nadia, "Calme", 11).await;
    let mut replies: Vec<CommentId> = Vec::new();
    for at in 0..3 {
        replies.push(say(&db, village, subject, Some(loud), village.karim, &at.to_string(), 20 + at).await);
    }
    say(&db, village, subject, Some(calm), village.karim, "Oui", 30).await;
    say(&db, village, subject, Some(calm), village.karim, "Si", 31).await;
    let first = async || comments::page(&mut db.read().await.unwrap(), subject, NOBODY, Order::Discussed, ALL, 0).await.unwrap()[0].id;
    assert_eq!(first().await, loud);
    assert!(hide(&db, village, subject, Target::Comment(replies[0])).await);
    let taken_back = replies[1];
    db.write(move |c| Box::pin(async move { comments::withdraw(c, taken_back, subject).await })).await.unwrap();
    assert_eq!(first().await, calm);
    // Hiding the first comment itself changes nothing of its replies.
    assert!(hide(&db, village, subject, Target::Comment(calm)).await);
    assert_eq!(first().await, calm);
    assert!(hide(&db, village, subject, Target::Comment(replies[2])).await);
    for reply in [replies[0], replies[2]] {
        end(&db, village, subject, Target::Comment(reply), Ending::Lifted).await;
    }
    let rows = comments::page(&mut db.read().await.unwrap(), subject, NOBODY, Order::Discussed, ALL, 0).await.unwrap();
    // Two each now: the earlier comes first. Places are counted as before.
    assert_eq!((rows[0].id, rows[0].replies), (loud, 3));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn whom_comments_are_for_is_read_for_those_shown_alone(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let root = say(&db, village, subject, None, village.nadia, "Oui.", 1).await;
    let mut all = vec![root];
    for at in 0..SHOWN + 4 {
        all.push(say(&db, village, subject, Some(root), village.karim, &at.to_string(), 2 + at).await);
    }
    db.write(move |c| {
        Box::pin(async move {
            for id in all {
                comments::mention(c, id, &[Mention::Public(village.families)]).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(comments::named(&mut c, &[root], (0, SHOWN)).await.unwrap().len() as i64, 1 + SHOWN);
    assert_eq!(comments::named(&mut c, &[root], (SHOWN, SHOWN + 2)).await.unwrap().len(), 3);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn how_a_hiding_ended_is_told_to_the_author_alone(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let subject = Subject::Proposal(propose(&db, village, "Ouvrir le samedi", 1).await);
    let comment = say(&db, village, subject, None, village.nadia, "Oui.", 10).await;
    let told = async |account, all| moderation::on_comments(&mut db.read().await.unwrap(), subject, account, all).await.unwrap();
    assert!(told(Some(village.nadia), false).await.is_empty());
    for _ in 0..2 {
        assert!(hide(&db, village, subject, Target::Comment(comment)).await);
        let mut c = db.read().await.unwrap();
        let mine = trace::comments(&mut c, village.nadia).await.unwrap();
        assert_eq!((mine.len(), mine[0].hidden_cause, mine[0].hidden_words.as_deref()), (1, Some(Cause::FamilyData), Some("Données")));
        drop(c);
        end(&db, village, subject, Target::Comment(comment), Ending::Lifted).await;
    }
    let mine = told(Some(village.nadia), false).await;
    assert_eq!((mine.len(), mine[0].ending, mine[0].ended_words.as_str()), (1, Some(Ending::Lifted), "Parce que"));
    assert!(told(Some(village.facilitator), true).await.is_empty() && told(Some(village.karim), false).await.is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn many_reports_of_one_text_leave_room_for_the_others(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", 1).await;
    let comment = say(&db, village, Subject::Proposal(proposal), None, village.nadia, "Oui.", 10).await;
    let (loud, quiet) = (Target::Proposal(proposal), Target::Comment(comment));
    db.write(move |c| {
        Box::pin(async move {
            for n in 0..40 {
                let who = join(c, village.process, "Quelqu’un", Function::Participant, Some(village.families)).await?;
                let words = if n < 12 { format!("Mots {n}") } else { String::new() };
                moderation::report(c, village.process, loud, who, &Reason { cause: Cause::Insult, words }, 20 + n).await?;
            }
            let reason = Reason { cause: Cause::Unlawful, words: "Voyez".into() };
            moderation::report(c, village.process, quiet, village.karim, &reason, 100).await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    let rows = moderation::reports(&mut c, village.process, 0).await.unwrap();
    let of = |target| rows.iter().filter(|row| row.target() == Some(target)).collect::<Vec<_>>();
    assert_eq!(of(loud).len() as i64, moderation::WORDS);
    assert!(of(loud).iter().all(|row| (row.n, row.with_words) == (40, 12) && row.words.starts_with("Mots")));
    assert_eq!(of(quiet).iter().map(|row| (row.n, row.words.as_str())).collect::<Vec<_>>(), [(1, "Voyez")]);
    let reported = |items: Vec<moderation::Item>| items.iter().map(|item| (item.target(), item.reported_by_me)).collect::<Vec<_>>();
    let karim = moderation::list(&mut c, village.process, Show::Reported, 0, Some(village.karim)).await.unwrap();
    assert_eq!(reported(karim), [(Some(loud), false), (Some(quiet), true)]);
    let nobody = moderation::list(&mut c, village.process, Show::Reported, 0, None).await.unwrap();
    assert_eq!(reported(nobody), [(Some(loud), false), (Some(quiet), false)]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_stands_under_a_hidden_proposal_is_not_exported(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (kept, hidden) = (propose(&db, village, "Un", 1).await, propose(&db, village, "Deux", 2).await);
    let comment = say(&db, village, Subject::Proposal(kept), None, village.karim, "Oui.", 10).await;
    say(&db, village, Subject::Proposal(hidden), None, village.karim, "Mme Durand ?", 11).await;
    assert!(hide(&db, village, Subject::Proposal(hidden), Target::Proposal(hidden)).await);
    let rows = research::comments(&mut db.read().await.unwrap(), village.round, store::Uuid::nil()).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [comment]);
}

async fn because(db: &Db, village: Village, proposal: ProposalId, reason: &'static str) {
    db.write(move |c| {
        Box::pin(async move {
            let vote = Vote { college: village.families, choice: Choice::Against };
            let before = proposals::booth(c, proposal, village.nadia).await?.unwrap().before;
            proposals::vote_saying(c, (proposal, false), village.nadia, vote, reason, &steps(before, vote)).await
        })
    })
    .await
    .unwrap();
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_reason_that_is_hidden_is_its_voters_until_they_give_another(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (into, from) = (propose(&db, village, "Un", 1).await, propose(&db, village, "Deux", 2).await);
    because(&db, village, from, "Mme Durand est folle").await;
    let why = Reason { cause: Cause::Insult, words: "Restons polis".into() };
    let hide = async |proposal, said: &'static str| {
        let why = why.clone();
        db.write(move |c| Box::pin(async move { proposals::hide_reason(c, proposal, said, &why).await })).await.unwrap()
    };
    let n = async |proposal| proposals::reasons(&mut db.read().await.unwrap(), proposal, 10).await.unwrap();
    assert_eq!((hide(from, "Autre chose").await, hide(from, "").await, n(from).await.0), (0, 0, 1));
    // Here and on what was merged into it; and what is carried stays hidden.
    db.write(move |c| Box::pin(async move { proposals::merge::merge(c, from, into, 5).await })).await.unwrap();
    assert_eq!(n(into).await.0, 1);
    assert_eq!(hide(into, "Mme Durand est folle").await, 2);
    assert_eq!((n(into).await, n(from).await), ((0, Vec::new()), (0, Vec::new())));
    db.write(move |c| Box::pin(async move { proposals::merge::undo(c, from, into).await })).await.unwrap();
    db.write(move |c| Box::pin(async move { proposals::merge::merge(c, from, into, 6).await })).await.unwrap();
    assert_eq!(n(into).await.0, 0);
    let own = async || proposals::own_reason(&mut db.read().await.unwrap(), into, village.nadia).await.unwrap();
    assert_eq!(
        (own().await.reason.as_str(), own().await.hidden_cause, own().await.hidden_words.as_str()),
        ("Mme Durand est folle", Some(Cause::Insult), "Restons polis")
    );
    // The same words again stay hidden; others show.
    because(&db, village, into, "Mme Durand est folle").await;
    assert_eq!(n(into).await.0, 0);
    because(&db, village, into, "C’est trop cher").await;
    assert_eq!((n(into).await.0, own().await.hidden_cause), (1, None));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn no_comment_lands_on_a_proposal_that_is_being_withdrawn(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", 1).await;
    let subject = Subject::Proposal(proposal);
    let done = Arc::new(Mutex::new(Vec::new()));
    let (began, begin) = tokio::sync::oneshot::channel();
    let first = tokio::spawn({
        let (db, done) = (db.clone(), done.clone());
        async move {
            db.write(move |c| {
                Box::pin(async move {
                    comments::turn(c, subject, village.karim).await?;
                    assert!(!comments::place(c, subject).await?.unwrap().hidden);
                    let _the_other_listens = began.send(());
                    // Long enough for the other to come before, if nothing held it.
                    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                    let new =
                        comments::New { round: village.round, subject, parent: None, author: village.karim, college: None, body: "Oui" };
                    comments::create(c, new, 20).await?;
                    done.lock().unwrap().push("comment");
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
        }
    });
    begin.await.unwrap();
    db.write({
        let done = done.clone();
        move |c| {
            Box::pin(async move {
                let (standing, ..) = proposals::idea::standing(c, proposal).await?.unwrap();
                assert_eq!(standing.comments, 1);
                proposals::idea::withdraw(c, proposal, 30).await?;
                done.lock().unwrap().push("withdrawal");
                Ok::<_, Error>(())
            })
        }
    })
    .await
    .unwrap();
    first.await.unwrap();
    assert_eq!(*done.lock().unwrap(), ["comment", "withdrawal"]);
}
