//! What a charter took over from another, who took which over, and which adoption is the last.

use domain::{
    access::Visibility,
    charter::{
        ratification::Proof,
        takeover::{Kind, Words},
    },
    id::{ProcessId, RoundId},
    lang::LangText,
    round::{Calendar, Mode, RoundKind},
};
use rstest::rstest;
use store::{
    Error,
    charter::{self, NewAdoption, NewPart},
    process, round,
};

use super::Fixture;
use crate::support::On;

impl Fixture {
    async fn charter_in(&self, process: ProcessId, title: &'static str) -> RoundId {
        let (kind, mode) = (RoundKind::Charter, Mode::Named);
        let frame = domain::charter::Frame::default();
        let title = LangText::of("fr", title);
        self.db
            .write(move |c| Box::pin(async move { round::create(c, process, kind, mode, &title, &LangText::default(), &frame).await }))
            .await
            .unwrap()
    }

    async fn adopt_it(&self, round: RoundId, replaces: Option<RoundId>, at: i64) {
        let proof = Proof { articles: Vec::new(), whole: None, ratified: true };
        self.db
            .write(move |c| {
                Box::pin(async move {
                    let new = NewAdoption { round, review_on: None, replaces, text: "texte", hash: "empreinte", proof: &proof };
                    charter::adopt(c, new, at).await
                })
            })
            .await
            .unwrap();
    }

    async fn take_it(&self, copy: RoundId, source: RoundId) {
        self.db
            .write(move |c| {
                Box::pin(async move {
                    let source = charter::registered(c, source).await?.unwrap();
                    charter::take_over(c, copy, &source, true, 60).await?;
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
    }

    async fn show(&self, process: ProcessId, visibility: Visibility) {
        let text = LangText::of("fr", "Charte");
        self.db.write(move |c| Box::pin(async move { process::edit(c, process, &text, &text, visibility).await })).await.unwrap();
    }
}

fn said(body: &str) -> Words {
    Words { title: "Accueil".into(), body: body.into(), easy: "Facile".into() }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_copy_keeps_its_base_word_for_word_whatever_becomes_of_the_source(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (source, process) = (fixture.round, fixture.process);
    assert!(charter::registered(&mut fixture.c().await, source).await.unwrap().is_none(), "not adopted yet");
    fixture.adopt_it(source, None, 50).await;
    let copy = fixture.charter_in(process, "Copie").await;
    fixture.take_it(copy, source).await;
    let article = fixture.article;
    let taken = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let words = said("Un");
                let new = |position, own_id| NewPart {
                    kind: Kind::Article,
                    position,
                    own_id,
                    source_part: Some(article.0),
                    number: 3,
                    words: &words,
                };
                charter::take_part(c, copy, new(2, None)).await?;
                charter::take_part(c, copy, new(1, Some(article.0))).await
            })
        })
        .await
        .unwrap();
    fixture.show(process, Visibility::Members).await;
    let mut c = fixture.c().await;
    let found = charter::takeover(&mut c, copy).await.unwrap().unwrap();
    assert_eq!((found.source_id, found.hash.as_str(), found.adopted_at, found.taken_at), (source, "empreinte", 50, 60));
    assert_eq!((found.territory.as_str(), found.title.text("fr"), found.bars_left, found.readable), ("Pantin", "Charte", true, false));
    let parts = charter::taken_parts(&mut c, copy).await.unwrap();
    assert_eq!(
        parts.iter().map(|part| (part.position, part.own_id, part.number)).collect::<Vec<_>>(),
        [(1, Some(article.0), 3), (2, None, 3)]
    );
    assert_eq!(parts[0].words(), said("Un"));
    assert!(charter::registered(&mut c, source).await.unwrap().is_none(), "of members alone");
    assert!(charter::latest(&mut c, source).await.unwrap().is_none());
    drop(c);

    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let words = said("Deux");
                let new = NewPart { kind: Kind::Article, position: 7, own_id: None, source_part: None, number: 1, words: &words };
                charter::retake_part(c, taken, new).await
            })
        })
        .await
        .unwrap();
    let parts = charter::taken_parts(&mut fixture.c().await, copy).await.unwrap();
    assert_eq!((parts[1].id, parts[1].words(), parts[1].own_id), (taken, said("Deux"), None));
    fixture.db.write(move |c| Box::pin(async move { charter::forget_part(c, taken).await })).await.unwrap();
    assert_eq!(charter::taken_parts(&mut fixture.c().await, copy).await.unwrap().len(), 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_last_of_the_adoptions_is_found_and_announced_copies_are_listed(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (source, process) = (fixture.round, fixture.process);
    fixture.adopt_it(source, None, 50).await;
    let latest = async || charter::latest(&mut fixture.c().await, source).await.unwrap().map(|found| found.round_id);
    assert_eq!(latest().await, Some(source));
    let second = fixture.charter_in(process, "Deux").await;
    let third = fixture.charter_in(process, "Trois").await;
    fixture.adopt_it(second, Some(source), 70).await;
    assert_eq!(latest().await, Some(second));
    fixture.adopt_it(third, Some(second), 80).await;
    assert_eq!(latest().await, Some(third));

    let copy = fixture.charter_in(process, "Copie").await;
    fixture.take_it(copy, source).await;
    let copies = async |of| charter::copies(&mut fixture.c().await, of, 10).await.unwrap();
    assert_eq!(copies(source).await, [], "a draft is its facilitators' alone");
    let calendar = Calendar { announced: true, opens_at: Some(900), closes_at: Some(1000), ..Calendar::default() };
    fixture.db.write(move |c| Box::pin(async move { round::set_calendar(c, copy, calendar).await })).await.unwrap();
    let found = copies(source).await;
    assert_eq!(found.iter().map(|one| (one.round_id, one.territory.as_str(), one.taken_at)).collect::<Vec<_>>(), [(copy, "Pantin", 60)]);
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let third = charter::registered(c, third).await?.unwrap();
                charter::take_in(c, copy, &third, 90).await
            })
        })
        .await
        .unwrap();
    assert_eq!((copies(source).await.len(), copies(third).await.len()), (0, 1));
    let moved = charter::takeover(&mut fixture.c().await, copy).await.unwrap().unwrap();
    assert_eq!((moved.source_id, moved.adopted_at, moved.taken_at, moved.bars_left), (third, 80, 90, true));
    fixture.show(process, Visibility::Members).await;
    assert_eq!(copies(third).await, []);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_is_offered_the_empty_charters_of_their_processes(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let process = fixture.process;
    let (account, other) = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let account = store::account::create(c, "Anim", Some("anim@example.org"), None, 1).await?;
                let function = domain::access::Function::Facilitator;
                let joined_at = Some(1);
                let text = LangText::of("fr", "Autre");
                let territory = process::find(c, process).await?.unwrap().territory_id;
                let other = process::create(c, territory, &text, &text, "fr", Visibility::Public, 1).await?;
                for process in [process, other] {
                    let member = process::NewMember { process, account, function, college: None, organisation: "", title: "", joined_at };
                    process::add_member(c, member).await?;
                }
                Ok::<_, Error>((account, other))
            })
        })
        .await
        .unwrap();
    let takers = async |account| {
        let found = charter::takers(&mut fixture.c().await, account, 5).await.unwrap();
        let mut found: Vec<_> = found.into_iter().map(|taker| (taker.process_id, taker.round_id)).collect();
        found.sort();
        found
    };
    let sorted = |mut places: Vec<(ProcessId, Option<RoundId>)>| {
        places.sort();
        places
    };
    // The one there is has an article.
    assert_eq!(takers(account).await, sorted(vec![(process, None), (other, None)]));
    let empty = fixture.charter_in(process, "Vide").await;
    let opened = fixture.charter_in(process, "Ouverte").await;
    let calendar = Calendar { announced: true, opens_at: Some(4), closes_at: Some(1000), ..Calendar::default() };
    fixture.db.write(move |c| Box::pin(async move { round::set_calendar(c, opened, calendar).await })).await.unwrap();
    assert_eq!(takers(account).await, sorted(vec![(process, Some(empty)), (other, None)]));
    fixture.adopt_it(fixture.round, None, 3).await;
    fixture.take_it(empty, fixture.round).await;
    assert_eq!(takers(account).await, sorted(vec![(process, None), (other, None)]));
    assert_eq!(takers(fixture.people[0].0).await, []);
}
