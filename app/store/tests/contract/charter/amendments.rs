//! Amendments: tallies under many hands, two decisions at once, articles that come and go.

use domain::{
    charter::amendment::{self, Effect, Kind, Proposed, State, Step, Support, Typed},
    id::{AmendmentId, ArticleId},
};
use rstest::rstest;
use store::{Error, charter, trace};

use super::Fixture;
use crate::support::On;

fn proposed(body: &str) -> Proposed {
    Proposed { title: "Un".into(), body: body.into(), reason: "Parce que".into() }
}

impl Fixture {
    pub(super) async fn amend(&self, kind: Kind, person: usize, body: &str) -> AmendmentId {
        let (round, article) = (self.round, (kind != Kind::Addition).then_some(self.article));
        let ((author, college), proposed) = (self.people[person], proposed(body));
        let base = if kind == Kind::Addition { 0 } else { 1 };
        self.db
            .write(move |c| {
                Box::pin(async move {
                    let new = charter::NewAmendment { round, kind, article, after: None, base, proposed: &proposed, author, college };
                    charter::add_amendment(c, new, 5).await
                })
            })
            .await
            .unwrap()
    }

    pub(super) async fn amendment(&self, id: AmendmentId) -> charter::Amendment {
        charter::amendment(&mut self.c().await, id).await.unwrap().unwrap()
    }

    /// As the server function does it: whether it was taken.
    pub(super) async fn say(&self, id: AmendmentId, person: usize, support: Support) -> bool {
        let (account, college) = self.people[person];
        let said = self.db.write(move |c| {
            Box::pin(async move {
                c.lock(id.0).await?;
                let amendment = charter::amendment(c, id).await?.unwrap();
                if !amendment.state.is_pending() {
                    return Ok(false);
                }
                charter::support(c, &amendment, account, college, support).await?;
                Ok::<_, Error>(true)
            })
        });
        said.await.unwrap()
    }

    /// As the server function does it: whether it was decided so.
    pub(super) async fn decide(&self, id: AmendmentId, step: Step, seen: i64, body: &str) -> bool {
        let (facilitator, body) = (self.people[0].0, body.to_owned());
        let decided = self.db.write(move |c| {
            Box::pin(async move {
                let first = charter::amendment(c, id).await?.unwrap();
                c.lock(first.round_id.0).await?;
                if let Some(article) = first.article_id {
                    c.lock(article.0).await?;
                }
                c.lock(id.0).await?;
                let at = charter::amendment(c, id).await?.unwrap();
                let article = match at.article_id {
                    Some(article) => charter::article(c, article).await?.filter(|article| article.removed_at.is_none()),
                    None => None,
                };
                let words = article.as_ref().map(|article| (article.version.number, article.version.words()));
                let current = words.as_ref().map(|(number, words)| (*number, words));
                let proposed = at.proposed();
                let order = charter::places(c, first.round_id).await?;
                let place = at.article_id.map(|article| amendment::Place { order: &order, article, after: at.after_id });
                let standing = amendment::Standing { kind: at.kind, state: at.state, base: at.base, proposed: &proposed, current, place };
                let typed = Typed { title: "Un", body: &body, easy: "", reason: "Bien vu" };
                let Ok((state, reason, effect)) = amendment::decide(standing, step, seen, typed) else { return Ok(false) };
                charter::carry_out(c, &at, article.as_ref(), &effect, state, &reason, facilitator, 6).await?;
                Ok::<_, Error>(
                    matches!(effect, Effect::Version(..) | Effect::Article(_) | Effect::Removal | Effect::Order(_)) || !state.is_pending(),
                )
            })
        });
        decided.await.unwrap()
    }

    async fn order(&self) -> Vec<ArticleId> {
        charter::order(&mut self.c().await, self.round).await.unwrap()
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_supports_of_one_person_leave_one(#[case] on: On) {
    let fixture = std::sync::Arc::new(Fixture::new(on).await);
    let id = fixture.amend(Kind::Change, 0, "Mieux").await;
    assert_eq!(charter::spoken_of(&mut fixture.c().await, &fixture.amendment(id).await).await.unwrap(), (false, false));
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..100 {
        let fixture = fixture.clone();
        tasks.spawn(async move { assert!(fixture.say(id, 1, Support::ALL[i % 3]).await) });
    }
    tasks.join_all().await;
    assert!(fixture.say(id, 2, Support::Against).await);
    let mut c = fixture.c().await;
    let supports = charter::supports(&mut c, fixture.round).await.unwrap();
    let mine = charter::my_support(&mut c, id, fixture.people[1].0).await.unwrap().unwrap();
    let expected: Vec<i64> = Support::ALL.iter().map(|support| i64::from(*support == mine)).collect();
    assert_eq!(supports.of(id, fixture.people[1].1), expected);
    assert_eq!(supports.of(id, fixture.people[2].1), [0, 0, 1]);
    let amendment = fixture.amendment(id).await;
    assert_eq!(charter::spoken_of(&mut c, &amendment).await.unwrap(), (mine == Support::For, true));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn of_two_amendments_accepted_at_once_none_overwrites_the_other(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (one, other) = (fixture.amend(Kind::Change, 1, "Mieux").await, fixture.amend(Kind::Change, 2, "Autrement").await);
    assert!(fixture.say(other, 1, Support::For).await);
    let (a, b) = tokio::join!(fixture.decide(one, Step::Accept, 1, "Mieux"), fixture.decide(other, Step::Accept, 1, "Autrement"));
    assert!(a ^ b);
    let (kept, waiting, words) = if a { (one, other, "Mieux") } else { (other, one, "Autrement") };
    assert_eq!(fixture.current().await.version.number, 2);
    assert_eq!(fixture.current().await.version.body, words);
    assert_eq!((fixture.amendment(kept).await.state, fixture.amendment(waiting).await.state), (State::Accepted, State::Submitted));
    // Seen with the new version, its final text is the facilitator's.
    assert!(fixture.decide(waiting, Step::Accept, 2, "Mieux et autrement").await);
    let mut c = fixture.c().await;
    let authors = charter::co_authors(&mut c, fixture.article).await.unwrap();
    let mut names: Vec<_> = authors.iter().map(|(_, _, name)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["P1", "P2"]);
    // What is decided is decided.
    assert!(!fixture.decide(waiting, Step::Reject, 3, "").await);
    assert!(!fixture.say(waiting, 1, Support::Against).await);
    // Author and supporters read what became of it.
    let mine = trace::amendments(&mut c, fixture.people[1].0).await.unwrap();
    let mut found: Vec<_> = mine.iter().map(|row| (row.id, row.mine, row.state, row.decision.as_str())).collect();
    found.sort_by_key(|row| row.0);
    let mut expected = [(one, true, State::Accepted, "Bien vu"), (other, false, State::Accepted, "Bien vu")];
    expected.sort_by_key(|row| row.0);
    assert_eq!(found, expected);
    assert_eq!(trace::rounds(&mut c, fixture.people[1].0).await.unwrap().len(), 1);
    assert!(trace::amendments(&mut c, fixture.people[4].0).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn articles_come_and_go_and_keep_a_whole_order(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let addition = fixture.amend(Kind::Addition, 1, "Nouveau").await;
    assert_eq!(charter::additions(&mut fixture.c().await, fixture.round).await.unwrap().len(), 1);
    assert!(fixture.decide(addition, Step::AcceptPartly, 0, "Presque nouveau").await);
    let new = fixture.amendment(addition).await;
    let added = new.article_id.unwrap();
    assert_eq!((new.state, fixture.order().await), (State::Partly, vec![added, fixture.article]));
    let deletion = fixture.amend(Kind::Deletion, 2, "").await;
    assert!(!fixture.decide(deletion, Step::AcceptPartly, 1, "x").await);
    assert!(fixture.decide(deletion, Step::Accept, 1, "").await);
    assert_eq!(fixture.order().await, [added]);
    let mut c = fixture.c().await;
    // Its words stay readable; it is listed and counted no more.
    let gone = charter::article(&mut c, fixture.article).await.unwrap().unwrap();
    assert_eq!((gone.removed_at, gone.version.body.as_str()), (Some(6), "Corps"));
    let listed = charter::articles(&mut c, fixture.round).await.unwrap();
    assert_eq!(listed.iter().map(|article| (article.id, article.position)).collect::<Vec<_>>(), [(added, 1)]);
    assert!(store::needs::candidates(&mut c, fixture.process).await.unwrap().1.iter().all(|(id, _)| *id != fixture.article));
    let place = store::comments::place(&mut c, domain::comments::Subject::Article(fixture.article)).await.unwrap().unwrap();
    assert!(place.hidden);
    // An amendment of what is gone can be rejected, and not accepted.
    let late = fixture.amend(Kind::Change, 3, "Trop tard").await;
    assert!(!fixture.decide(late, Step::Accept, 1, "Trop tard").await);
    assert!(fixture.decide(late, Step::Reject, 0, "").await);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn its_author_corrects_and_withdraws(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let id = fixture.amend(Kind::Change, 1, "Mieux").await;
    let better = proposed("Encore mieux");
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                charter::correct_amendment(c, id, &better, 6).await?;
                charter::recommend_amendment(c, id, "Oui").await
            })
        })
        .await
        .unwrap();
    let amendment = fixture.amendment(id).await;
    assert_eq!((amendment.body.as_str(), amendment.state, amendment.recommendation.as_str()), ("Encore mieux", State::Recommended, "Oui"));
    fixture.db.write(move |c| Box::pin(async move { charter::withdraw_amendment(c, id, 7).await })).await.unwrap();
    assert_eq!(fixture.amendment(id).await.state, State::Withdrawn);
    assert!(!fixture.decide(id, Step::Accept, 1, "Encore mieux").await);
    assert_eq!(charter::amendments(&mut fixture.c().await, fixture.article).await.unwrap().len(), 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_article_moves_and_the_order_stays_whole(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    for title in ["Deux", "Trois", "Quatre"] {
        let added = fixture.amend(Kind::Addition, 1, title).await;
        assert!(fixture.decide(added, Step::Accept, 0, title).await);
    }
    let before = fixture.order().await;
    let (round, (author, college)) = (fixture.round, fixture.people[1]);
    let wanted = [(before[0], Some(before[2])), (before[3], None)];
    let ids = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut ids = Vec::new();
                for (article, after) in wanted {
                    let proposed = Proposed { title: String::new(), body: String::new(), reason: "D’abord l’essentiel".into() };
                    let new = charter::NewAmendment {
                        round,
                        kind: Kind::Move,
                        article: Some(article),
                        after,
                        base: 1,
                        proposed: &proposed,
                        author,
                        college,
                    };
                    ids.push(charter::add_amendment(c, new, 5).await?);
                }
                Ok::<_, Error>(ids)
            })
        })
        .await
        .unwrap();
    assert!(!fixture.decide(ids[0], Step::AcceptPartly, 1, "").await);
    let (a, b) = tokio::join!(fixture.decide(ids[0], Step::Accept, 1, ""), fixture.decide(ids[1], Step::Accept, 1, ""));
    assert!(a && b);
    assert_eq!(fixture.order().await, [before[3], before[1], before[2], before[0]]);
    let listed = charter::articles(&mut fixture.c().await, round).await.unwrap();
    assert_eq!(
        listed.iter().map(|article| (article.position, article.version.number)).collect::<Vec<_>>(),
        [(1, 1), (2, 1), (3, 1), (4, 1)]
    );
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test]
async fn an_article_that_moves_stands_in_the_chapter_of_the_one_it_follows(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    for title in ["Deux", "Trois", "Quatre"] {
        let added = fixture.amend(Kind::Addition, 1, title).await;
        assert!(fixture.decide(added, Step::Accept, 0, title).await);
    }
    let [a, b, d, e] = fixture.order().await[..] else { panic!("four articles") };
    let (round, (author, college)) = (fixture.round, fixture.people[1]);
    // Two chapters of two; the last comes behind the first, then the third stays third in the first chapter, then it is the first of all.
    let (chapters, moves) = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let chapters = [charter::add_chapter(c, round, "I", 3).await?, charter::add_chapter(c, round, "II", 3).await?];
                for (article, chapter) in [(a, 0), (b, 0), (d, 1), (e, 1)] {
                    charter::set_chapter(c, article, Some(chapters[chapter])).await?;
                }
                let mut moves = Vec::new();
                for (article, after) in [(e, Some(a)), (d, Some(b)), (d, None)] {
                    let proposed = Proposed { title: String::new(), body: String::new(), reason: "Ensemble".into() };
                    let kind = Kind::Move;
                    let new =
                        charter::NewAmendment { round, kind, article: Some(article), after, base: 1, proposed: &proposed, author, college };
                    moves.push(charter::add_amendment(c, new, 5).await?);
                }
                Ok::<_, Error>((chapters, moves))
            })
        })
        .await
        .unwrap();
    let [one, two] = chapters.map(Some);
    for (step, expected) in moves.iter().zip([
        [(a, one), (e, one), (b, one), (d, two)],
        [(a, one), (e, one), (b, one), (d, one)],
        [(d, one), (a, one), (e, one), (b, one)],
    ]) {
        assert!(fixture.decide(*step, Step::Accept, 1, "").await);
        assert_eq!(charter::places(&mut fixture.c().await, round).await.unwrap(), expected);
    }
}
