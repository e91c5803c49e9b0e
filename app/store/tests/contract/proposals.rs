//! Proposals and votes; the fixture is shared with the suites of comments and traces.

use std::collections::BTreeMap;

use domain::{
    access::{Function, Visibility},
    id::{AccountId, CollegeId, ProcessId, ProposalId, RoundId},
    lang::LangText,
    process::TerritoryKind,
    proposals::{Before, Choice, Decision, Sort, Vote, cast, read},
    round::{Calendar, Mode, Outcome, RoundKind},
};
use rstest::rstest;
use store::{
    Db, Error, account, process,
    proposals::{self, Reader},
    round,
};

use crate::support::On;

pub const NOW: i64 = 1_000;

/// A process with one open round and people in two colleges.
#[derive(Clone, Copy)]
pub struct Village {
    pub process: ProcessId,
    pub round: RoundId,
    pub families: CollegeId,
    pub elected: CollegeId,
    pub nadia: AccountId,
    pub karim: AccountId,
    pub facilitator: AccountId,
}

pub fn open() -> Calendar {
    Calendar { announced: true, opens_at: Some(10), closes_at: Some(2_000), closed_at: None, published_at: None }
}

pub async fn village(db: &Db, kind: RoundKind) -> Village {
    db.write(move |c| {
        Box::pin(async move {
            let territory = process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
            let title = LangText::of("fr", "Crèche éphémère");
            let process = process::create(c, territory, &title, &LangText::default(), "fr", Visibility::Public, NOW).await?;
            let colleges = process::colleges(c, process).await?;
            let (families, elected) = (colleges[0].id, colleges[2].id);
            let round = round::create(c, process, kind, Mode::Named, &title, &title, &serde_json::json!({})).await?;
            round::set_calendar(c, round, open()).await?;
            let nadia = join(c, process, "Nadia", Function::Participant, Some(families)).await?;
            let karim = join(c, process, "Karim", Function::Participant, Some(elected)).await?;
            let facilitator = join(c, process, "Maud", Function::Facilitator, None).await?;
            Ok::<_, Error>(Village { process, round, families, elected, nadia, karim, facilitator })
        })
    })
    .await
    .unwrap()
}

pub async fn join(
    c: &mut store::Conn,
    process: ProcessId,
    name: &str,
    function: Function,
    college: Option<CollegeId>,
) -> Result<AccountId, Error> {
    let account = account::create(c, name, None, None, NOW).await?;
    let member = process::NewMember { process, account, function, college, organisation: "", title: "", joined_at: Some(NOW) };
    process::add_member(c, member).await?;
    Ok(account)
}

pub async fn propose(db: &Db, village: Village, title: &str, at: i64) -> ProposalId {
    let proposal = read(title, "Un texte.").unwrap();
    db.write(move |c| Box::pin(async move { proposals::create(c, village.round, village.nadia, village.families, &proposal, at).await }))
        .await
        .unwrap()
}

pub async fn vote(db: &Db, proposal: ProposalId, account: AccountId, choice: Choice) {
    vote_saying(db, proposal, account, choice, "").await;
}

/// As the server function does it: load, decide, record.
pub async fn vote_saying(db: &Db, proposal: ProposalId, account: AccountId, choice: Choice, reason: &'static str) {
    db.write(move |c| {
        Box::pin(async move {
            let booth = proposals::booth(c, proposal, account).await?.unwrap();
            let vote = Vote { college: booth.entry.who.college().unwrap(), choice };
            let steps = cast(&booth.entry.calendar, NOW, booth.before, vote).unwrap();
            if !steps.is_empty() || reason != booth.reason || booth.carried {
                proposals::vote_saying(c, (proposal, booth.carried), account, vote, reason, &steps).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
}

async fn counts(db: &Db, proposal: ProposalId) -> BTreeMap<(CollegeId, Choice), i64> {
    let counts = proposals::tallies(&mut db.read().await.unwrap(), &[proposal]).await.unwrap();
    counts.into_iter().filter(|count| count.n != 0).map(|count| ((count.college_id, count.choice), count.n)).collect()
}

const NOBODY: Reader = Reader { account: None, facilitator: false };

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_vote_changes_and_the_tallies_follow(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", NOW).await;
    vote(&db, proposal, village.nadia, Choice::For).await;
    vote(&db, proposal, village.karim, Choice::Against).await;
    vote(&db, proposal, village.nadia, Choice::For).await;
    assert_eq!(
        counts(&db, proposal).await,
        BTreeMap::from([((village.families, Choice::For), 1), ((village.elected, Choice::Against), 1)])
    );
    vote(&db, proposal, village.nadia, Choice::Abstain).await;
    assert_eq!(
        counts(&db, proposal).await,
        BTreeMap::from([((village.families, Choice::Abstain), 1), ((village.elected, Choice::Against), 1)])
    );
    let mut c = db.read().await.unwrap();
    let reader = Reader { account: Some(village.nadia), facilitator: false };
    assert_eq!(proposals::find(&mut c, proposal, reader).await.unwrap().unwrap().choice, Some(Choice::Abstain));
    assert_eq!(proposals::find(&mut c, proposal, NOBODY).await.unwrap().unwrap().choice, None);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_votes_of_one_person_at_once_leave_one(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", NOW).await;
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..100 {
        let db = db.clone();
        tasks.spawn(async move { vote(&db, proposal, village.nadia, Choice::ALL[i % 3]).await });
    }
    tasks.join_all().await;
    let mut c = db.read().await.unwrap();
    let reader = Reader { account: Some(village.nadia), facilitator: false };
    let left = proposals::find(&mut c, proposal, reader).await.unwrap().unwrap().choice.unwrap();
    assert_eq!(counts(&db, proposal).await, BTreeMap::from([((village.families, left), 1)]));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn many_people_changing_their_votes_at_once_are_all_counted(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", NOW).await;
    let people = db
        .write(move |c| {
            Box::pin(async move {
                let mut people = Vec::new();
                for i in 0..30 {
                    let college = if i % 2 == 0 { village.families } else { village.elected };
                    people.push((join(c, village.process, "P", Function::Participant, Some(college)).await?, college));
                }
                Ok::<_, Error>(people)
            })
        })
        .await
        .unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for (i, (account, _)) in people.iter().copied().enumerate() {
        let db = db.clone();
        tasks.spawn(async move {
            for turn in 0..=i % 5 {
                vote(&db, proposal, account, Choice::ALL[(i + turn) % 3]).await;
            }
        });
    }
    tasks.join_all().await;
    let mut recount = BTreeMap::new();
    for (i, (_, college)) in people.iter().enumerate() {
        *recount.entry((*college, Choice::ALL[(i + i % 5) % 3])).or_insert(0) += 1;
    }
    assert_eq!(counts(&db, proposal).await, recount);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_changed_college_is_counted_once(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", NOW).await;
    vote(&db, proposal, village.nadia, Choice::For).await;
    db.write(move |c| {
        Box::pin(async move {
            let booth = proposals::booth(c, proposal, village.nadia).await?.unwrap();
            let vote = Vote { college: village.elected, choice: Choice::For };
            proposals::vote(c, proposal, village.nadia, vote, &cast(&open(), NOW, booth.before, vote).unwrap()).await
        })
    })
    .await
    .unwrap();
    assert_eq!(counts(&db, proposal).await, BTreeMap::from([((village.elected, Choice::For), 1)]));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_hidden_shows_to_its_author_and_facilitators_alone(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Le numéro de ma voisine", NOW).await;
    vote(&db, proposal, village.karim, Choice::For).await;
    db.write(move |c| Box::pin(async move { proposals::hide(c, proposal, "Données d’une personne").await })).await.unwrap();
    let mut c = db.read().await.unwrap();
    for sort in Sort::ALL {
        assert!(proposals::list(&mut c, village.round, Some(village.karim), *sort, 0).await.unwrap().is_empty());
    }
    assert_eq!(proposals::count(&mut c, village.round).await.unwrap(), 0);
    assert!(proposals::round_tallies(&mut c, village.round).await.unwrap().is_empty());
    for (account, facilitator, sees) in [
        (None, false, false),
        (Some(village.karim), false, false),
        (Some(village.nadia), false, true),
        (Some(village.facilitator), true, true),
    ] {
        let found = proposals::find(&mut c, proposal, Reader { account, facilitator }).await.unwrap();
        assert_eq!(found.and_then(|found| found.hidden_reason).is_some(), sees);
    }
    let (n, all) = proposals::list_all(&mut c, village.round, 0).await.unwrap();
    assert_eq!((n, all[0].hidden_reason.as_deref()), (1, Some("Données d’une personne")));
    drop(c);
    let booth = db.write(move |c| Box::pin(async move { proposals::booth(c, proposal, village.karim).await })).await.unwrap().unwrap();
    assert!(booth.hidden);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn each_order_shows_what_it_says(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (old, mid, new) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await, propose(&db, village, "C", 3).await);
    vote(&db, mid, village.nadia, Choice::For).await;
    vote(&db, mid, village.karim, Choice::For).await;
    vote(&db, new, village.karim, Choice::Against).await;
    let subject = domain::comments::Subject::Proposal(old);
    db.write(move |c| {
        Box::pin(async move {
            let comment =
                store::comments::New { round: village.round, subject, parent: None, author: village.nadia, college: None, body: "Oui." };
            store::comments::create(c, comment, NOW).await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    for (sort, expected) in [
        (Sort::Recent, [new, mid, old]),
        (Sort::Support, [mid, old, new]),
        (Sort::Discussed, [old, new, mid]),
        // Karim has not voted on the old one; of the two others the new one has fewer votes.
        (Sort::Unvoted, [old, new, mid]),
    ] {
        let listed = proposals::list(&mut c, village.round, Some(village.karim), sort, 0).await.unwrap();
        assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), expected, "{sort}");
    }
    assert!(proposals::list(&mut c, village.round, None, Sort::Support, 1).await.unwrap().is_empty());
    assert!(proposals::list(&mut c, village.round, None, Sort::Support, i64::MAX).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn knows_what_was_proposed_before_and_keeps_the_answer(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let proposal = propose(&db, village, "Ouvrir le samedi", NOW).await;
    propose(&db, village, "Une navette", NOW).await;
    let before = db
        .write(move |c| Box::pin(async move { proposals::before(c, village.round, village.nadia, "Ouvrir le samedi").await }))
        .await
        .unwrap();
    assert_eq!(before, Before { count: 2, same: 1 });
    let decision = Decision { outcome: Outcome::Partly, reason: "Un samedi sur deux.".into() };
    let given = decision.clone();
    db.write(move |c| Box::pin(async move { proposals::decide(c, proposal, &given, village.facilitator, NOW).await })).await.unwrap();
    let row = proposals::find(&mut db.read().await.unwrap(), proposal, NOBODY).await.unwrap().unwrap();
    assert_eq!((row.outcome, row.reason), (Some(decision.outcome), decision.reason));
}
