//! What happens to votes, titles and hidings between a merge and its undoing.

use std::collections::BTreeMap;

use domain::{id::ProposalId, proposals::Choice, round::RoundKind};
use rstest::rstest;
use store::{Db, opinions, proposals};

use super::{merge, undo, votes};
use crate::{
    proposals::{NOW, propose, village, vote, vote_saying},
    support::On,
};

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn who_votes_after_a_merge_keeps_that_vote(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let people = [village.nadia, village.karim];
    let (kept, merged) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await);
    vote(&db, merged, village.nadia, Choice::For).await;
    vote(&db, merged, village.karim, Choice::Against).await;
    merge(&db, merged, kept, 5).await;
    // Nobody votes on the merged one; on the kept one both do.
    let booth = db.write(move |c| Box::pin(async move { proposals::booth(c, merged, village.nadia).await })).await.unwrap().unwrap();
    assert!(booth.hidden);
    vote(&db, kept, village.nadia, Choice::Abstain).await;
    undo(&db, merged, kept).await;
    assert_eq!(votes(&db, kept, &people).await, BTreeMap::from([(village.nadia, Choice::Abstain)]));
    assert_eq!(votes(&db, merged, &people).await, BTreeMap::from([(village.nadia, Choice::For), (village.karim, Choice::Against)]));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_vote_cast_after_a_merge_stays_whatever_it_says(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let people = [village.nadia, village.karim];
    let (kept, merged) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await);
    vote(&db, merged, village.nadia, Choice::For).await;
    vote(&db, merged, village.karim, Choice::Against).await;
    merge(&db, merged, kept, 5).await;
    // The same again is a vote on the kept one now; so is another, and then the first again, with words.
    vote(&db, kept, village.nadia, Choice::For).await;
    vote(&db, kept, village.karim, Choice::For).await;
    vote_saying(&db, kept, village.karim, Choice::Against, "Trop cher").await;
    undo(&db, merged, kept).await;
    let both = BTreeMap::from([(village.nadia, Choice::For), (village.karim, Choice::Against)]);
    assert_eq!(votes(&db, kept, &people).await, both);
    assert_eq!(votes(&db, merged, &people).await, both);
    let mut c = db.read().await.unwrap();
    assert_eq!(proposals::own_reason(&mut c, kept, village.karim).await.unwrap().reason, "Trop cher");
    assert_eq!(proposals::own_reason(&mut c, merged, village.karim).await.unwrap().reason, "");
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_new_reason_alone_makes_a_carried_vote_ones_own(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (kept, one, two) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await, propose(&db, village, "C", 3).await);
    for proposal in [one, two] {
        vote(&db, proposal, village.nadia, Choice::For).await;
    }
    merge(&db, one, kept, 5).await;
    merge(&db, two, kept, 6).await;
    vote_saying(&db, kept, village.nadia, Choice::For, "Pour le samedi").await;
    undo(&db, one, kept).await;
    undo(&db, two, kept).await;
    assert_eq!(votes(&db, kept, &[village.nadia]).await, BTreeMap::from([(village.nadia, Choice::For)]));
    assert_eq!(proposals::own_reason(&mut db.read().await.unwrap(), kept, village.nadia).await.unwrap().reason, "Pour le samedi");
}

async fn titles(db: &Db, kept: ProposalId, reader: proposals::Reader) -> Vec<String> {
    let held = proposals::merge::held(&mut db.read().await.unwrap(), kept, reader).await.unwrap();
    held.into_iter().map(|one| one.title).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_one_among_the_merged_is_named_to_who_may_read_it(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (kept, open, hidden) =
        (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await, propose(&db, village, "Une insulte", 3).await);
    merge(&db, open, kept, 5).await;
    merge(&db, hidden, kept, 6).await;
    vote(&db, kept, village.karim, Choice::For).await;
    db.write(move |c| Box::pin(async move { proposals::hide(c, hidden, "Insulte").await })).await.unwrap();
    let reader = |account, facilitator| proposals::Reader { account, facilitator };
    assert_eq!(titles(&db, kept, reader(None, false)).await, ["B"]);
    assert_eq!(titles(&db, kept, reader(Some(village.karim), false)).await, ["B"]);
    assert_eq!(titles(&db, kept, reader(Some(village.nadia), false)).await, ["B", "Une insulte"]);
    assert_eq!(titles(&db, kept, reader(Some(village.facilitator), true)).await, ["B", "Une insulte"]);
    assert_eq!(proposals::merge::all_held(&mut db.read().await.unwrap(), kept).await.unwrap(), [open, hidden]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_vote_that_was_carried_over_is_one_answer_to_one_statement(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let (kept, merged) = (propose(&db, village, "A", 1).await, propose(&db, village, "B", 2).await);
    vote(&db, merged, village.nadia, Choice::For).await;
    merge(&db, merged, kept, NOW).await;
    let mut c = db.read().await.unwrap();
    let statements = opinions::statements(&mut c, village.round).await.unwrap();
    assert_eq!(statements.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [kept]);
    let found = domain::opinions::Findings::of(statements, opinions::votes(&mut c, village.round).await.unwrap());
    assert_eq!((found.statements, found.counted), (vec![kept], 1));
}
