use domain::{
    comments::Subject,
    proposals::{Choice, Decision},
    round::{Outcome, RoundKind},
};
use rstest::rstest;
use store::{comments, proposals, trace};

use crate::{
    proposals::{propose, village, vote},
    support::On,
};

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn finds_all_that_a_person_contributed_and_nothing_of_others(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Proposals).await;
    let elsewhere = crate::proposals::village(&db, RoundKind::Proposals).await;
    let kept = propose(&db, village, "Ouvrir le samedi", 1).await;
    let hidden = propose(&db, village, "Le numéro de ma voisine", 2).await;
    vote(&db, kept, village.nadia, Choice::For).await;
    vote(&db, hidden, village.nadia, Choice::For).await;
    vote(&db, kept, village.karim, Choice::Against).await;
    propose(&db, elsewhere, "Ailleurs", 3).await;
    db.write(move |c| {
        Box::pin(async move {
            for (proposal, author) in [(kept, village.nadia), (hidden, village.karim)] {
                let subject = Subject::Proposal(proposal);
                let comment = comments::New { round: village.round, subject, parent: None, author, college: None, body: "Oui." };
                comments::create(c, comment, 4).await?;
            }
            proposals::hide(c, hidden, "Données d’une personne").await?;
            proposals::decide(
                c,
                kept,
                &Decision { outcome: Outcome::Retained, reason: "C’est possible.".into() },
                village.facilitator,
                1_000,
            )
            .await
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    let rounds = trace::rounds(&mut c, village.nadia).await.unwrap();
    assert_eq!(rounds.iter().map(|row| row.round.id).collect::<Vec<_>>(), [village.round]);
    let mine = trace::proposals(&mut c, village.nadia).await.unwrap();
    assert_eq!(mine.iter().map(|row| row.id).collect::<Vec<_>>(), [hidden, kept]);
    assert_eq!(mine[0].hidden_reason.as_deref(), Some("Données d’une personne"));
    assert_eq!((mine[1].outcome, mine[1].reason.as_str()), (Some(Outcome::Retained), "C’est possible."));
    assert_eq!(trace::votes(&mut c, village.nadia).await.unwrap(), [(village.round, 1)]);
    // Karim commented on a proposal that is hidden now: his words are his, the title is not.
    let comments = trace::comments(&mut c, village.karim).await.unwrap();
    assert_eq!((comments.len(), comments[0].body.as_str(), comments[0].about.as_deref()), (1, "Oui.", None));
    assert!(trace::proposals(&mut c, village.karim).await.unwrap().is_empty());
    assert!(trace::rounds(&mut c, village.facilitator).await.unwrap().is_empty());
    assert!(trace::participations(&mut c, village.nadia).await.unwrap().is_empty());
    assert!(trace::stances(&mut c, village.nadia).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_person_without_words_finds_none(#[case] on: On) {
    let db = on.open().await;
    let village = village(&db, RoundKind::Survey).await;
    let mut c = db.read().await.unwrap();
    assert!(trace::rounds(&mut c, village.nadia).await.unwrap().is_empty());
    assert!(trace::votes(&mut c, village.nadia).await.unwrap().is_empty());
}
