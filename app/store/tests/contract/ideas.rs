//! Proposals that are looked for, merged and parted again, drawn one by one, and whose answers are told.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::Function,
    id::{AccountId, ProposalId},
    proposals::{
        Choice, Decision, Sort,
        filter::{Answer, Filter},
    },
    round::{Outcome, RoundKind},
    search,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use rstest::rstest;
use store::{Db, Error, proposals};

mod merged;
mod told;

use crate::{
    proposals::{NOW, Village, join, propose, village, vote},
    support::On,
};

async fn found(db: &Db, village: Village, typed: &str) -> Vec<String> {
    let filter = Filter { words: search::telling(typed), ..Filter::default() };
    let mut c = db.read().await.unwrap();
    let rows = proposals::list_of(&mut c, village.round, None, &filter, Sort::Recent, 0).await.unwrap();
    let n = proposals::count_of(&mut c, village.round, None, &filter).await.unwrap();
    assert_eq!(n.min(20), i64::try_from(rows.len()).unwrap());
    rows.into_iter().map(|row| row.title).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn proposals_are_found_by_their_words(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let creche = propose(&db, village, "Ouvrir la crèche l’été", 1).await;
    propose(&db, village, "Une navette entre les écoles", 2).await;
    assert_eq!(found(&db, village, "CRECHE").await, ["Ouvrir la crèche l’été"]);
    assert_eq!(found(&db, village, "crèches").await, ["Ouvrir la crèche l’été"]);
    assert_eq!(found(&db, village, "école").await, ["Une navette entre les écoles"]);
    // Words that tell nothing are not looked for, on either database: PostgreSQL knows them, SQLite does not.
    assert_eq!(found(&db, village, "la navette pour toi et pour nos écoles").await, ["Une navette entre les écoles"]);
    assert_eq!(found(&db, village, "avons-nous une crèche ?").await, ["Ouvrir la crèche l’été"]);
    // The last word is perhaps not finished; all of them must stand there.
    assert_eq!(found(&db, village, "ouvrir cre").await, ["Ouvrir la crèche l’été"]);
    assert!(found(&db, village, "navette crèche").await.is_empty());
    assert_eq!(found(&db, village, "").await.len(), 2);
    assert_eq!(found(&db, village, "pour les").await.len(), 2);
    // Every one of them says "Un texte."
    assert_eq!(found(&db, village, "texte").await.len(), 2);
    let other = domain::proposals::read("Fermer le dimanche", "Autre chose").unwrap();
    db.write(move |c| Box::pin(async move { proposals::idea::edit(c, creche, &other, NOW).await })).await.unwrap();
    assert!(found(&db, village, "crèche").await.is_empty());
    assert_eq!(found(&db, village, "dimanche").await, ["Fermer le dimanche"]);
    let mut c = db.read().await.unwrap();
    let similar = store::search::similar(&mut c, village.round, "Des navettes pour aller entre les écoles").await.unwrap();
    assert_eq!(similar.into_iter().map(|(_, title)| title).collect::<Vec<_>>(), ["Une navette entre les écoles"]);
    assert!(store::search::similar(&mut c, village.round, "Planter des arbres").await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn no_text_breaks_the_search(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    propose(&db, village, "Une navette", 1).await;
    let mut typed: Vec<String> = [
        "\"",
        "' OR 1",
        "a* NEAR(b) -c",
        "title:x",
        "(((",
        ":*",
        "!&|",
        "\u{0}",
        "é\u{301}",
        "日本語 テスト",
        "مرحبا",
        "\\'",
        "NOT",
        "AND OR",
    ]
    .map(str::to_owned)
    .into();
    let mut runner = TestRunner::deterministic();
    for _ in 0..150 {
        typed.push(".{0,60}".new_tree(&mut runner).unwrap().current());
    }
    for text in typed {
        found(&db, village, &text).await;
        store::search::similar(&mut db.read().await.unwrap(), village.round, &text).await.unwrap();
        // What people write can be kept and is searched with itself.
        if let Ok(words) = domain::proposals::read(&text, &text) {
            let title = words.title.clone();
            db.write(move |c| {
                Box::pin(async move { proposals::create(c, village.round, village.nadia, village.families, &words, NOW).await })
            })
            .await
            .unwrap();
            found(&db, village, &title).await;
        }
    }
}

/// Votes and tallies of a proposal; the tallies must be what a recount of the votes gives.
async fn votes(db: &Db, proposal: ProposalId, people: &[AccountId]) -> BTreeMap<AccountId, Choice> {
    let mut c = db.read().await.unwrap();
    let mut votes = BTreeMap::new();
    for person in people {
        let reader = proposals::Reader { account: Some(*person), facilitator: true };
        if let Some(choice) = proposals::find(&mut c, proposal, reader).await.unwrap().unwrap().choice {
            votes.insert(*person, choice);
        }
    }
    let mut counted = BTreeMap::<Choice, i64>::new();
    for count in proposals::tallies(&mut c, &[proposal]).await.unwrap() {
        *counted.entry(count.choice).or_default() += count.n;
        assert!(count.n >= 0);
    }
    counted.retain(|_, n| *n != 0);
    let mut recount = BTreeMap::<Choice, i64>::new();
    for choice in votes.values() {
        *recount.entry(*choice).or_default() += 1;
    }
    assert_eq!(counted, recount);
    votes
}

async fn merge(db: &Db, from: ProposalId, into: ProposalId, at: i64) {
    db.write(move |c| Box::pin(async move { proposals::merge::merge(c, from, into, at).await })).await.unwrap();
}

async fn undo(db: &Db, from: ProposalId, into: ProposalId) {
    db.write(move |c| Box::pin(async move { proposals::merge::undo(c, from, into).await })).await.unwrap();
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn merged_votes_count_once_and_go_back_exactly(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let people: Vec<AccountId> = db
        .write(move |c| {
            Box::pin(async move {
                let mut people = Vec::new();
                for at in 0..8 {
                    let college = if at % 2 == 0 { village.families } else { village.elected };
                    people.push(join(c, village.process, "P", Function::Participant, Some(college)).await?);
                }
                Ok::<_, Error>(people)
            })
        })
        .await
        .unwrap();
    let mut runner = TestRunner::deterministic();
    for turn in 0..4 {
        let [kept, one, two] = [
            propose(&db, village, &format!("A{turn}"), 1).await,
            propose(&db, village, &format!("B{turn}"), 2).await,
            propose(&db, village, &format!("C{turn}"), 3).await,
        ];
        let drawn = prop::collection::vec((0usize..3, 0usize..8, 0usize..3), 6..18).new_tree(&mut runner).unwrap().current();
        for (proposal, person, choice) in &drawn {
            vote(&db, [kept, one, two][*proposal], people[*person], Choice::ALL[*choice]).await;
        }
        let before = [votes(&db, kept, &people).await, votes(&db, one, &people).await, votes(&db, two, &people).await];
        merge(&db, one, kept, 10).await;
        let with_one = votes(&db, kept, &people).await;
        merge(&db, two, kept, 11).await;
        // The vote on the kept one holds; else that on the first that was merged; else that on the other.
        for person in &people {
            let expected = before.iter().find_map(|votes| votes.get(person));
            assert_eq!(votes(&db, kept, &people).await.get(person), expected);
        }
        if turn % 2 == 0 {
            // The first goes back while the other stays: what the other brings counts in its place.
            undo(&db, one, kept).await;
            for person in &people {
                assert_eq!(votes(&db, kept, &people).await.get(person), before[0].get(person).or(before[2].get(person)));
            }
            undo(&db, two, kept).await;
        } else {
            undo(&db, two, kept).await;
            assert_eq!(votes(&db, kept, &people).await, with_one);
            undo(&db, one, kept).await;
        }
        assert_eq!([votes(&db, kept, &people).await, votes(&db, one, &people).await, votes(&db, two, &people).await], before);
        assert!(proposals::merge::all_held(&mut db.read().await.unwrap(), kept).await.unwrap().is_empty());
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn votes_and_a_merge_at_once_count_everybody_once(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (kept, merged) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await);
    let people = [village.nadia, village.karim];
    for person in people {
        vote(&db, merged, person, Choice::For).await;
    }
    let mut tasks = tokio::task::JoinSet::new();
    for at in 0..20 {
        let db = db.clone();
        tasks.spawn(async move { vote(&db, kept, people[at % 2], Choice::ALL[at % 3]).await });
    }
    let other = db.clone();
    tasks.spawn(async move {
        other
            .write(move |c| {
                Box::pin(async move {
                    proposals::idea::standing(c, kept).await?;
                    proposals::merge::merge(c, merged, kept, 9).await
                })
            })
            .await
            .unwrap();
    });
    tasks.join_all().await;
    assert_eq!(votes(&db, kept, &people).await.len(), 2);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_filter_leaves_what_it_says(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (one, two, gone) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await, propose(&db, village, "C", 3).await);
    let karims = domain::proposals::read("D", "D").unwrap();
    let karims = db
        .write(move |c| Box::pin(async move { proposals::create(c, village.round, village.karim, village.elected, &karims, 4).await }))
        .await
        .unwrap();
    let district = db
        .write(move |c| {
            Box::pin(async move {
                let process = store::process::find(c, village.process).await?.unwrap();
                let kind = domain::process::TerritoryKind::District;
                let district = store::process::create_territory(c, Some(process.territory_id), kind, "Le Bourg").await?;
                let places = proposals::idea::places(c, village.process, None, 10).await?;
                assert_eq!(places, [(district, "Le Bourg".to_owned())]);
                // Two of one name are told apart.
                let twin = store::process::create_territory(c, Some(district), kind, "Le Bourg").await?;
                let places = proposals::idea::places(c, village.process, Some(twin), 1).await?;
                assert_eq!(places, [(twin, "Le Bourg (Le Bourg)".to_owned())]);
                let extras = domain::proposals::idea::Extras { territory: Some(district), ..Default::default() };
                proposals::idea::set_extras(c, one, &extras).await?;
                let decision = Decision { outcome: Outcome::Partly, reason: "Oui".into() };
                proposals::decide(c, two, &decision, village.facilitator, NOW).await?;
                proposals::idea::withdraw(c, gone, NOW).await?;
                Ok::<_, Error>(district)
            })
        })
        .await
        .unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(proposals::idea::places_named(&mut c, village.round).await.unwrap(), [(district, "Le Bourg".to_owned())]);
    for (filter, expected) in [
        (Filter::default(), vec![one, two, karims]),
        (Filter { mine: true, ..Filter::default() }, vec![one, two]),
        (Filter { college: Some(village.elected), ..Filter::default() }, vec![karims]),
        (Filter { territory: Some(district), ..Filter::default() }, vec![one]),
        (Filter { answer: Some(Answer::Waiting), ..Filter::default() }, vec![one, karims]),
        (Filter { answer: Some(Answer::Answered), ..Filter::default() }, vec![two]),
        (Filter { answer: Some(Answer::Partly), college: Some(village.families), ..Filter::default() }, vec![two]),
        (Filter { answer: Some(Answer::Retained), ..Filter::default() }, vec![]),
    ] {
        for sort in Sort::ALL {
            let rows = proposals::list_of(&mut c, village.round, Some(village.nadia), &filter, *sort, 0).await.unwrap();
            let ids: BTreeSet<_> = rows.iter().map(|row| row.id).collect();
            assert_eq!(ids, expected.iter().copied().collect(), "{filter:?} {sort}");
            let n = proposals::count_of(&mut c, village.round, Some(village.nadia), &filter).await.unwrap();
            assert_eq!(n, i64::try_from(expected.len()).unwrap());
        }
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn everybody_comes_to_see_every_statement(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    for at in 0..5 {
        propose(&db, village, &format!("P{at}"), at).await;
    }
    for seen in 0..5 {
        let mut c = db.read().await.unwrap();
        let left = proposals::draw::unseen(&mut c, village.round, village.nadia).await.unwrap();
        assert_eq!(left.len(), 5 - seen);
        let all: Vec<_> = proposals::draw::standings(&mut c, village.round).await.unwrap().into_iter().map(|one| one.id).collect();
        let among: BTreeSet<_> = proposals::draw::unseen_among(&mut c, village.nadia, &all).await.unwrap().into_iter().collect();
        assert_eq!(among, left.iter().copied().collect());
        let progress = proposals::draw::progress(&mut c, village.round, village.nadia).await.unwrap();
        assert_eq!(progress, (i64::try_from(seen).unwrap(), 5));
        drop(c);
        vote(&db, left[0], village.nadia, Choice::For).await;
    }
    let mut c = db.read().await.unwrap();
    assert_eq!(proposals::draw::unseen(&mut c, village.round, village.nadia).await.unwrap(), []);
    assert_eq!(proposals::draw::unseen(&mut c, village.round, village.karim).await.unwrap().len(), 5);
    let standings = proposals::draw::standings(&mut c, village.round).await.unwrap();
    assert!(standings.len() == 5 && standings.iter().all(|one| (one.agree, one.pass, one.seen, one.meta) == (1, 0, 1, false)));
}
