//! What is said of amendments, what moderation does with them, and who is told what became of them.

use domain::{
    charter::amendment::{Kind, State, Step, Support},
    comments::{Order, Subject},
    id::{AccountId, AmendmentId, CommentId},
    moderation::{Cause, Ending, Reason, Target},
    round::Outcome,
};
use rstest::rstest;
use store::{
    Error, account, charter, comments,
    moderation::{self, Show, Waiting},
    news,
    proposals::Reader,
    research, trace,
};

use super::Fixture;
use crate::support::On;

const ANYBODY: Reader = Reader { account: None, facilitator: false };

impl Fixture {
    async fn comment(&self, id: AmendmentId, person: usize, parent: Option<CommentId>, body: &'static str, at: i64) -> CommentId {
        let (round, (author, college)) = (self.round, self.people[person]);
        let new = comments::New { round, subject: Subject::Amendment(id), parent, author, college: Some(college), body };
        self.db
            .write(move |c| {
                Box::pin(async move {
                    comments::turn(c, new.subject, author).await?;
                    comments::create(c, new, at).await
                })
            })
            .await
            .unwrap()
    }

    async fn hide(&self, target: Target, subject: Subject, at: i64) {
        let (process, moderator) = (self.process, self.people[0].0);
        let reason = Reason { cause: Cause::FamilyData, words: "Un prénom".into() };
        self.db
            .write(move |c| {
                Box::pin(async move { moderation::hide(c, process, (target, subject), moderator, (&reason, "Un prénom"), at).await })
            })
            .await
            .unwrap();
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn people_talk_under_an_amendment(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (id, other) = (fixture.amend(Kind::Change, 1, "Mieux").await, fixture.amend(Kind::Change, 2, "Autrement").await);
    let first = fixture.comment(id, 3, None, "Et le samedi ?", 10).await;
    fixture.comment(id, 1, Some(first), "Aussi.", 11).await;
    let mut c = fixture.c().await;
    let subject = Subject::Amendment(id);
    let rows = comments::page(&mut c, subject, ANYBODY, Order::Time, comments::Filter::default(), 0).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.body.as_str()).collect::<Vec<_>>(), ["Et le samedi ?", "Aussi."]);
    assert!(
        comments::page(&mut c, Subject::Amendment(other), ANYBODY, Order::Time, comments::Filter::default(), 0).await.unwrap().is_empty()
    );
    assert_eq!(comments::threads(&mut c, subject, comments::Filter::default()).await.unwrap(), 1);
    assert_eq!(comments::spot(&mut c, subject, first).await.unwrap(), Some(comments::Spot::Page(0)));
    assert!(comments::said(&mut c, subject, None, fixture.people[3].0, "Et le samedi ?").await.unwrap());
    assert!(!comments::said(&mut c, Subject::Amendment(other), None, fixture.people[3].0, "Et le samedi ?").await.unwrap());
    // Whoever proposed it can be named before they have said a word.
    let people = comments::people(&mut c, fixture.process, Subject::Amendment(other), fixture.people[3].0).await.unwrap();
    assert_eq!(people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["P2"]);
    // Counted on the amendment, and no more its author's to correct.
    let amendment = fixture.amendment(id).await;
    assert_eq!((amendment.comments, charter::spoken_of(&mut c, &amendment).await.unwrap()), (2, (false, true)));
    assert_eq!(charter::spoken_of(&mut c, &fixture.amendment(other).await).await.unwrap(), (false, false));
    let mine = trace::comments(&mut c, fixture.people[3].0).await.unwrap();
    assert_eq!((mine[0].amendment_id, mine[0].about.as_deref()), (Some(id), Some("Un")));
    // Hidden, a comment counts no more; of one that was taken back, nothing is added.
    fixture.hide(Target::Comment(first), subject, 20).await;
    assert_eq!(fixture.amendment(id).await.comments, 1);
    fixture.db.write(move |c| Box::pin(async move { charter::withdraw_amendment(c, other, 7).await })).await.unwrap();
    assert!(comments::place(&mut c, Subject::Amendment(other)).await.unwrap().unwrap().hidden);
    assert!(!comments::place(&mut c, subject).await.unwrap().unwrap().hidden);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_amendment_is_in_no_list_and_is_shown_again(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (id, new) = (fixture.amend(Kind::Change, 1, "Mieux").await, fixture.amend(Kind::Addition, 1, "Nouveau").await);
    assert!(fixture.say(id, 2, Support::For).await);
    fixture.comment(id, 3, None, "Oui", 10).await;
    let (process, target, author) = (fixture.process, Target::Amendment(id), fixture.people[1].0);
    let reporters = [fixture.people[2].0, fixture.people[3].0];
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                for reporter in reporters {
                    moderation::report(c, process, target, reporter, &Reason { cause: Cause::Insult, words: "Là".into() }, 12).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await
        .unwrap();
    let mut c = fixture.c().await;
    assert_eq!(moderation::waiting(&mut c, process).await.unwrap(), Waiting { reported: 1, hidden: 0, appeals: 0 });
    let queue = moderation::list(&mut c, process, Show::Reported, 0, Some(reporters[0])).await.unwrap();
    assert_eq!((queue.len(), queue[0].target(), queue[0].on_amendment), (1, Some(target), Some(id)));
    assert_eq!(
        (queue[0].title.as_deref(), queue[0].body.as_str(), queue[0].why.as_str(), queue[0].reported_by_me),
        (Some("Un"), "Mieux", "Parce que", true)
    );
    let reports = moderation::reports(&mut c, process, 0).await.unwrap();
    assert!(reports.iter().all(|report| report.target() == Some(target) && report.n == 2));

    fixture.hide(target, Subject::Amendment(id), 20).await;
    fixture.hide(Target::Amendment(new), Subject::Amendment(new), 20).await;
    assert_eq!(moderation::waiting(&mut c, process).await.unwrap(), Waiting { reported: 0, hidden: 2, appeals: 0 });
    assert!(charter::amendments(&mut c, fixture.article).await.unwrap().is_empty());
    assert!(charter::additions(&mut c, fixture.round).await.unwrap().is_empty());
    assert!(research::comments(&mut c, fixture.round, store::Uuid::nil()).await.unwrap().is_empty());
    assert!(comments::place(&mut c, Subject::Amendment(id)).await.unwrap().unwrap().hidden);
    // Its author reads why; who spoke for it and who commented read no title.
    let mine = trace::amendments(&mut c, author).await.unwrap();
    assert!(mine.iter().all(|row| row.hidden_words.as_deref() == Some("Un prénom")));
    assert!(trace::amendments(&mut c, fixture.people[2].0).await.unwrap().is_empty());
    assert_eq!(trace::comments(&mut c, fixture.people[3].0).await.unwrap()[0].about, None);
    let found = moderation::text(&mut c, target).await.unwrap().unwrap();
    assert_eq!((found.subject, found.text.author, found.text.hidden), (Subject::Amendment(id), author, true));

    let last = moderation::last(&mut c, target).await.unwrap().unwrap();
    drop(c);
    let by = fixture.people[4].0;
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                moderation::appeal(c, last.id, "C’est le mien", 21).await?;
                moderation::end(c, last.id, (target, Subject::Amendment(id)), by, (Ending::Restored, "Rien de privé"), 22).await
            })
        })
        .await
        .unwrap();
    let mut c = fixture.c().await;
    assert_eq!(charter::amendments(&mut c, fixture.article).await.unwrap().len(), 1);
    assert_eq!(moderation::restored_at(&mut c, target).await.unwrap(), Some(22));
    assert_eq!(moderation::list(&mut c, process, Show::Ended, 0, None).await.unwrap()[0].target(), Some(target));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn its_author_and_who_spoke_for_it_are_told_once_what_became_of_it(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (id, hidden) = (fixture.amend(Kind::Change, 1, "Mieux").await, fixture.amend(Kind::Change, 1, "Pire").await);
    let people = fixture.people.clone();
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                // One of those who are for it has an address that may not be theirs.
                for (_, (person, _)) in people.iter().enumerate().filter(|(n, _)| *n != 4) {
                    account::set_verified(c, *person, 1).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await
        .unwrap();
    for (person, support) in [(2, Support::For), (3, Support::Against), (4, Support::For), (5, Support::Neutral)] {
        assert!(fixture.say(id, person, support).await);
    }
    assert!(fixture.decide(id, Step::Reject, 1, "").await);
    assert!(fixture.decide(hidden, Step::Reject, 1, "").await);
    let start = news::APART * 10;
    for _ in 0..2 {
        fixture
            .db
            .write(move |c| {
                Box::pin(async move {
                    news::note_amendment(c, id, start).await?;
                    news::note_amendment(c, hidden, start).await
                })
            })
            .await
            .unwrap();
    }
    fixture.hide(Target::Amendment(hidden), Subject::Amendment(hidden), 20).await;
    let later = start + news::GATHERED + 1;
    let due = news::due(&mut fixture.c().await, later, AccountId(store::Uuid::nil()), 50).await.unwrap();
    let mut expected = vec![fixture.people[1].0, fixture.people[2].0];
    expected.sort();
    assert_eq!(due, expected);
    for who in expected {
        let (_, items) = fixture.db.write(move |c| Box::pin(async move { news::take(c, who, later).await })).await.unwrap().unwrap();
        let told: Vec<_> = items.iter().map(|item| (item.amendment_id, item.outcome, item.reason.as_str(), item.title.as_str())).collect();
        assert_eq!(told, [(Some(id), Some(Outcome::NotRetained), "Bien vu", "Un")]);
    }
    assert_eq!(fixture.amendment(id).await.state, State::Rejected);
    assert!(news::due(&mut fixture.c().await, later + 9 * news::APART, AccountId(store::Uuid::nil()), 50).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn questions_stand_beside_their_article_the_answered_ones_first(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, article, people) = (fixture.round, fixture.article, fixture.people.clone());
    let subject = Subject::Article(article);
    let ids = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut ids = Vec::new();
                for (n, body) in [(1, "Qui paie ?"), (2, "Et le samedi ?"), (3, "Et l’été ?")] {
                    let (author, college) = people[n];
                    let new = comments::New { round, subject, parent: None, author, college: Some(college), body };
                    ids.push(comments::ask(c, new, n as i64).await?);
                    comments::create(c, comments::New { body: "Un avis", ..new }, n as i64).await?;
                }
                comments::answer_question(c, ids[1], "Aussi.", people[5].0).await?;
                Ok::<_, Error>(ids)
            })
        })
        .await
        .unwrap();
    let mut c = fixture.c().await;
    let found = comments::questions(&mut c, article).await.unwrap();
    let said: Vec<_> = found.iter().map(|row| (row.id, row.answer.as_str(), row.answered_by.as_deref())).collect();
    assert_eq!(said, [(ids[1], "Aussi.", Some("P5")), (ids[0], "", None), (ids[2], "", None)]);
    assert!(found[0].answerer_kind.is_some());
    // They are comments too, and an answer keeps the words it is to.
    assert_eq!(comments::threads(&mut c, subject, comments::Filter::default()).await.unwrap(), 6);
    let standing = comments::standing(&mut c, ids[1]).await.unwrap().unwrap();
    assert!(standing.question && standing.written.answered);
    let mine = trace::comments(&mut c, fixture.people[2].0).await.unwrap();
    assert!(mine.iter().any(|row| row.question && row.reason == "Aussi.") && mine.iter().any(|row| !row.question));
    drop(c);
    // Taken back, the answer goes with it; hidden, it stands beside the article no more.
    let taken = ids[1];
    fixture.db.write(move |c| Box::pin(async move { comments::withdraw(c, taken, subject).await })).await.unwrap();
    fixture.hide(Target::Comment(ids[0]), subject, 20).await;
    let left = comments::questions(&mut fixture.c().await, article).await.unwrap();
    assert_eq!(left.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[2]]);
    let row = &comments::thread(&mut fixture.c().await, subject, ANYBODY, taken, 0).await.unwrap()[0];
    assert_eq!((row.reason.as_str(), row.answered_by.as_deref()), ("", None));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_easy_text_is_behind_until_it_is_confirmed(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (article, author) = (fixture.article, fixture.people[0].0);
    let version = async |number: i64, body: &'static str, easy: &'static str| {
        let words = domain::charter::article::Words { title: "Un".into(), body: body.into(), easy: easy.into(), note: "x".into() };
        fixture
            .db
            .write(move |c| Box::pin(async move { charter::add_version(c, article, number, &words, author, number).await }))
            .await
            .unwrap()
    };
    version(2, "Corps", "Facile").await;
    assert_eq!(fixture.current().await.version.easy_of, 2);
    version(3, "Autre corps", "Facile").await;
    let fourth = version(4, "Encore un", "Facile").await;
    assert_eq!(fixture.current().await.version.easy_of, 2);
    let confirm = async || fixture.db.write(move |c| Box::pin(async move { charter::confirm_easy(c, fourth).await })).await.unwrap();
    assert_eq!((confirm().await, confirm().await), (Some(4), None));
    assert_eq!(fixture.current().await.version.easy_of, 4);
}
