//! Ballots over a whole round: tallies equal a recount after any sequence; one per person; secret ones without names.

use std::collections::BTreeMap;

use domain::{
    access::Function,
    id::{AccountId, CollegeId, ProposalId, RoundId},
    proposals::{Choice, Counting, Decision, Method, Rules},
    round::{Calendar, Outcome, RoundKind, State},
    voting::{Ballot, proof_text},
};
use proptest::{prelude::*, test_runner::TestRunner};
use rstest::rstest;
use store::{
    Db, Error, Uuid,
    ballots::{self, Cast},
};

use crate::{
    proposals::{join, propose, village},
    support::On,
};

fn rules(counting: Counting) -> Rules {
    Rules { method: Method::Ranking, counting, ..Rules::default() }
}

/// As the server function does it.
async fn cast(db: &Db, round: RoundId, account: AccountId, rules: Rules, ballot: Option<Ballot>) {
    db.write(move |c| {
        Box::pin(async move {
            let booth = ballots::booth(c, round, account).await?.unwrap();
            let college = booth.entry.who.college().unwrap();
            let after = ballot.map(|ballot| Cast { college, ballot });
            ballots::cast(c, round, account, &rules, booth.before.as_ref(), after.as_ref()).await
        })
    })
    .await
    .unwrap();
}

async fn tallies(db: &Db, round: RoundId) -> BTreeMap<(CollegeId, String), i64> {
    let rows = ballots::tallies(&mut db.read().await.unwrap(), round).await.unwrap();
    rows.into_iter().map(|row| ((row.college_id, row.key), row.n)).collect()
}

fn ranked(ids: &[ProposalId], order: &[usize]) -> Ballot {
    Ballot::Ranked(order.iter().map(|at| ids[*at]).collect())
}

/// Who casts what in turn: a person, and an order or nothing.
fn steps() -> impl Strategy<Value = Vec<(usize, Option<Vec<usize>>)>> {
    let order = prop::sample::subsequence(vec![0usize, 1, 2, 3], 1..=4).prop_shuffle();
    prop::collection::vec((0usize..4, prop::option::weighted(0.8, order)), 1..14)
}

#[rstest]
#[case::sqlite(On::Sqlite, 24)]
#[case::postgres(On::Postgres, 8)]
fn tallies_equal_a_recount_after_any_sequence(#[case] on: On, #[case] cases: u32) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let (db, village, ids, people) = runtime.block_on(async {
        let db = on.open().await;
        let village = village(&db, RoundKind::Proposals).await;
        let mut ids = Vec::new();
        for at in 0..4 {
            ids.push(propose(&db, village, &format!("Idée {at}"), 100 + at).await);
        }
        let people = db
            .write(move |c| {
                Box::pin(async move {
                    let mut people = Vec::new();
                    for at in 0..4 {
                        let college = if at % 2 == 0 { village.families } else { village.elected };
                        people.push((join(c, village.process, "P", Function::Participant, Some(college)).await?, college));
                    }
                    Ok::<_, Error>(people)
                })
            })
            .await
            .unwrap();
        (db, village, ids, people)
    });
    let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    runner
        .run(&steps(), |steps| {
            let rules = rules(Counting::Schulze);
            let mut held: BTreeMap<usize, Ballot> = BTreeMap::new();
            runtime.block_on(async {
                for (who, order) in steps {
                    let ballot = order.map(|order| ranked(&ids, &order));
                    cast(&db, village.round, people[who].0, rules, ballot.clone()).await;
                    match ballot {
                        Some(ballot) => drop(held.insert(who, ballot)),
                        None => drop(held.remove(&who)),
                    }
                }
                let mut recount: BTreeMap<(CollegeId, String), i64> = BTreeMap::new();
                for (who, ballot) in &held {
                    for (key, n) in ballot.counts(rules.counting) {
                        *recount.entry((people[*who].1, key)).or_default() += n;
                    }
                }
                let kept = tallies(&db, village.round).await;
                for (account, _) in &people {
                    cast(&db, village.round, *account, rules, None).await;
                }
                prop_assert_eq!(kept, recount);
                prop_assert!(tallies(&db, village.round).await.is_empty());
                Ok(())
            })
        })
        .unwrap();
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_ballots_of_one_person_at_once_leave_one(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let ids = [propose(&db, village, "Une", 100).await, propose(&db, village, "Deux", 101).await];
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..100 {
        let db = db.clone();
        let ballot = ranked(&ids, if i % 2 == 0 { &[0, 1] } else { &[1, 0] });
        tasks.spawn(async move { cast(&db, village.round, village.nadia, rules(Counting::Runoff), Some(ballot)).await });
    }
    tasks.join_all().await;
    let held = ballots::own(&mut db.read().await.unwrap(), village.round, village.nadia).await.unwrap().unwrap();
    let expected = held.counts(Counting::Runoff).into_iter().map(|(key, n)| ((village.families, key), n)).collect();
    assert_eq!(tallies(&db, village.round).await, expected);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_secret_ballots_of_one_person_at_once_leave_one_and_no_name(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let id = propose(&db, village, "Une", 100).await;
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..100 {
        let db = db.clone();
        let ballot = Ballot::Choices(BTreeMap::from([(id, if i % 2 == 0 { Choice::For } else { Choice::Against })]));
        tasks.spawn(async move {
            let receipt = format!("receipt {i}");
            let place = (village.round, village.nadia, village.families);
            db.write(move |c| {
                Box::pin(async move {
                    ballots::booth(c, village.round, village.nadia).await?;
                    Ok::<_, Error>(ballots::cast_secret(c, place, &Rules::default(), &ballot, &receipt).await?.then_some(receipt))
                })
            })
            .await
            .unwrap()
        });
    }
    let receipts: Vec<String> = tasks.join_all().await.into_iter().flatten().collect();
    assert_eq!(receipts.len(), 1);
    let mut c = db.read().await.unwrap();
    assert_eq!(ballots::cast_by(&mut c, village.round).await.unwrap(), [(village.families, 1)]);
    let counts = store::proposals::tallies(&mut c, &[id]).await.unwrap();
    assert_eq!(counts.iter().map(|count| count.n).sum::<i64>(), 1);
    let held = ballots::held(&mut c, village.round, &receipts[0]).await.unwrap().unwrap();
    assert_eq!(held.proof, store::secret_hash(&proof_text(&receipts[0], held.id, &held.content)));
    assert_eq!(ballots::proofs(&mut c, village.round, 0, 10).await.unwrap(), [held.proof]);
    assert_eq!(ballots::held(&mut c, village.round, "another").await.unwrap(), None);
    assert!(!held.content.contains(&village.nadia.to_string()));
    assert_eq!(ballots::head(&mut c, village.round).await.unwrap(), None);
    drop(c);
    let fix = || db.write(move |c| Box::pin(async move { ballots::fix_head(c, village.round).await }));
    let (n, head) = fix().await.unwrap();
    db.write(move |c| Box::pin(async move { ballots::seal(c, village.round).await })).await.unwrap();
    db.sweep().await.unwrap();
    assert_eq!((n, fix().await.unwrap()), (1, (n, head.clone())));
    assert_eq!(ballots::head(&mut db.read().await.unwrap(), village.round).await.unwrap(), Some(head));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_waits_for_the_publication_and_comes_too_late(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let publishing = tokio::spawn({
        let db = db.clone();
        async move {
            db.write(move |c| {
                Box::pin(async move {
                    c.lock(village.round.0).await?;
                    begun.send(()).unwrap();
                    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                    let calendar =
                        Calendar { announced: true, opens_at: Some(1), closes_at: Some(9), closed_at: Some(5), published_at: Some(6) };
                    store::round::set_calendar(c, village.round, calendar).await
                })
            })
            .await
        }
    });
    has_begun.await.unwrap();
    // The request came while the round was open.
    let state = db
        .write(move |c| {
            Box::pin(async move { Ok::<_, Error>(ballots::booth(c, village.round, village.nadia).await?.unwrap().entry.calendar.state(4)) })
        })
        .await
        .unwrap();
    publishing.await.unwrap().unwrap();
    assert_eq!(state, State::Published);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_cast_a_named_ballot_is_told_of_the_answers(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let id = propose(&db, village, "Une", 100).await;
    let now = store::news::APART * 10;
    let voter = db
        .write(move |c| {
            Box::pin(async move {
                let voter = store::account::create(c, "Ève", Some("eve@example.org"), None, now).await?;
                store::account::set_verified(c, voter, now).await?;
                let member = store::process::NewMember {
                    process: village.process,
                    account: voter,
                    function: Function::Participant,
                    college: Some(village.families),
                    organisation: "",
                    title: "",
                    joined_at: Some(now),
                };
                store::process::add_member(c, member).await?;
                Ok::<_, Error>(voter)
            })
        })
        .await
        .unwrap();
    cast(&db, village.round, voter, rules(Counting::Borda), Some(ranked(&[id], &[0]))).await;
    let decision = Decision { outcome: Outcome::Retained, reason: "Oui".into() };
    db.write(move |c| {
        Box::pin(async move {
            store::proposals::decide(c, id, &decision, village.facilitator, now).await?;
            store::news::note(c, id, now).await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(store::news::due(&mut c, now + store::news::GATHERED, AccountId(Uuid::nil()), 9).await.unwrap(), [voter]);
    let rounds = store::trace::rounds(&mut c, voter).await.unwrap();
    assert_eq!(rounds.iter().map(|one| one.round.id).collect::<Vec<_>>(), [village.round]);
    let answered = store::trace::answered(&mut c, voter, 9).await.unwrap();
    assert_eq!(answered.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_judges_is_counted_once_and_a_draft_of_another_kind_has_no_booth(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    for _ in 0..3 {
        db.write(move |c| Box::pin(async move { ballots::note_voter(c, village.round, village.nadia, village.families).await }))
            .await
            .unwrap();
    }
    let mut c = db.read().await.unwrap();
    assert_eq!(ballots::cast_by(&mut c, village.round).await.unwrap(), [(village.families, 1)]);
    assert!(ballots::booth(&mut c, RoundId(Uuid::new_v4()), village.nadia).await.unwrap().is_none());
}
