use std::collections::HashMap;

use domain::{
    access::{Function, Visibility},
    charter::{
        Frame,
        article::Words,
        stance::{Counts, Stance},
    },
    college::CollegeKind,
    id::{AccountId, ArticleId, CollegeId, ProcessId, RoundId, VersionId},
    lang::LangText,
    process::TerritoryKind,
    round::{Mode, RoundKind},
};
use rstest::rstest;
use store::{Conn, Db, Error, account, charter, process, round};

use crate::support::On;

mod amendment_talk;
mod amendments;
mod anchors;
mod decision;
mod drafts;
mod takeovers;
mod text;
mod trace;

/// A charter with one article, and people in two colleges.
struct Fixture {
    db: Db,
    process: ProcessId,
    round: RoundId,
    article: ArticleId,
    people: Vec<(AccountId, CollegeId)>,
}

fn words(title: &str) -> Words {
    Words { title: title.to_owned(), body: "Corps".to_owned(), easy: String::new(), note: "Pourquoi".to_owned() }
}

impl Fixture {
    async fn new(on: On) -> Fixture {
        let db = on.open().await;
        let (process, round, article, people) = db
            .write(|c| {
                Box::pin(async move {
                    let territory = process::create_territory(c, None, TerritoryKind::Municipality, "Pantin").await?;
                    let text = LangText::of("fr", "Charte");
                    let process = process::create(c, territory, &text, &text, "fr", Visibility::Public, 1).await?;
                    let colleges = process::colleges(c, process).await?;
                    let mut people = Vec::new();
                    for i in 0..6 {
                        let account = account::create(c, &format!("P{i}"), Some(&format!("p{i}@example.org")), None, 1).await?;
                        let college = colleges[i % 2].id;
                        let member = process::NewMember {
                            process,
                            account,
                            function: Function::Participant,
                            college: Some(college),
                            organisation: "",
                            title: "",
                            joined_at: Some(1),
                        };
                        process::add_member(c, member).await?;
                        people.push((account, college));
                    }
                    let round =
                        round::create(c, process, RoundKind::Charter, Mode::Named, &text, &LangText::default(), &Frame::default()).await?;
                    let article = charter::add_article(c, round, &words("Un"), people[0].0, 2).await?;
                    Ok::<_, Error>((process, round, article, people))
                })
            })
            .await
            .unwrap();
        Fixture { db, process, round, article, people }
    }

    async fn c(&self) -> Conn {
        self.db.read().await.unwrap()
    }

    async fn current(&self) -> charter::Article {
        charter::article(&mut self.c().await, self.article).await.unwrap().unwrap()
    }

    /// As the server function does it: refused on a version that is not the current one.
    async fn take(&self, person: usize, version: VersionId, stance: Stance, college: Option<CollegeId>) -> bool {
        let (round, article) = (self.round, self.article);
        let (account, own) = self.people[person];
        let college = college.unwrap_or(own);
        let taken = self.db.write(move |c| {
            Box::pin(async move {
                c.lock(article.0).await?;
                let current = charter::article(c, article).await?.unwrap().version.version_id;
                let Ok((stance, reason)) = domain::charter::stance::take(current == version, stance.as_str(), "Parce que") else {
                    return Ok(false);
                };
                charter::take_stance(c, charter::NewStance { round, version, account, college, stance, reason: &reason }).await?;
                Ok::<_, Error>(true)
            })
        });
        taken.await.unwrap()
    }

    /// As the server function does it: refused when another version came in between.
    async fn edit(&self, from: i64, title: &str) -> bool {
        let (article, author, title) = (self.article, self.people[0].0, title.to_owned());
        let edited = self.db.write(move |c| {
            Box::pin(async move {
                c.lock(article.0).await?;
                let current = charter::article(c, article).await?.unwrap().version;
                let before = current.words();
                let Ok((number, words)) = domain::charter::article::next((current.number, &before), from, &title, "Corps", "", "Parce que")
                else {
                    return Ok(false);
                };
                charter::add_version(c, article, number, &words, author, 3).await?;
                Ok::<_, Error>(true)
            })
        });
        edited.await.unwrap()
    }

    /// The stances of one version counted again, person by person.
    async fn recount(&self, number: i64, said_in: &HashMap<AccountId, CollegeId>) -> HashMap<CollegeId, Counts> {
        let mut c = self.c().await;
        let mut counts: HashMap<CollegeId, Counts> = HashMap::new();
        for (account, own) in &self.people {
            for taken in charter::taken_by(&mut c, self.round, *account).await.unwrap() {
                if taken.number == number {
                    counts.entry(*said_in.get(account).unwrap_or(own)).or_default().add(taken.stance, 1);
                }
            }
        }
        counts
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn versions_are_numbered_without_gaps_whoever_writes_at_once(#[case] on: On) {
    let fixture = std::sync::Arc::new(Fixture::new(on).await);
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..20 {
        let fixture = fixture.clone();
        tasks.spawn(async move {
            // Each tries again from what it finds, as a person does.
            loop {
                let from = fixture.current().await.version.number;
                if fixture.edit(from, &format!("Titre {i}")).await {
                    return;
                }
            }
        });
    }
    tasks.join_all().await;
    let history = charter::history(&mut fixture.c().await, fixture.article, 100).await.unwrap();
    assert_eq!(history.iter().map(|version| version.number).collect::<Vec<_>>(), (1..=21).rev().collect::<Vec<_>>());
    // Nothing was overwritten: each writer's words are in one version.
    let mut titles: Vec<_> = history.iter().map(|version| version.title.clone()).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), 21);
    let second = charter::version(&mut fixture.c().await, fixture.article, 2).await.unwrap().unwrap();
    assert_eq!(Some(&second), history.iter().find(|version| version.number == 2));
    assert!(charter::version(&mut fixture.c().await, fixture.article, 22).await.unwrap().is_none());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_start_from_one_version_one_is_refused(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (one, other) = tokio::join!(fixture.edit(1, "Le mien"), fixture.edit(1, "Le sien"));
    assert!(one ^ other);
    assert_eq!(fixture.current().await.version.number, 2);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn tallies_are_the_recount_after_any_sequence(#[case] on: On) {
    let fixture = std::sync::Arc::new(Fixture::new(on).await);
    let version = fixture.current().await.version.version_id;
    let mut tasks = tokio::task::JoinSet::new();
    // Everybody changes their mind many times, at once, twice the same person in parallel.
    for i in 0..60usize {
        let fixture = fixture.clone();
        tasks.spawn(async move { assert!(fixture.take(i % 6, version, Stance::ALL[(i * 7 + i / 6) % 4], None).await) });
    }
    tasks.join_all().await;
    let tallies = charter::tallies(&mut fixture.c().await, fixture.round).await.unwrap();
    let mut recount = fixture.recount(1, &HashMap::new()).await;
    assert_eq!(recount.values().map(|counts| counts.all()).sum::<i64>(), 6);
    for college in [fixture.people[0].1, fixture.people[1].1] {
        assert_eq!(tallies.of(version, college), recount[&college]);
    }
    assert_eq!(
        tallies.of(version, fixture.people[0].1),
        charter::tallies_of(&mut fixture.c().await, version).await.unwrap().of(version, fixture.people[0].1)
    );

    // A person who changed college takes their stance along: the college they left loses it.
    let moved = fixture.people[1].1;
    assert!(fixture.take(0, version, Stance::Consent, Some(moved)).await);
    recount = fixture.recount(1, &HashMap::from([(fixture.people[0].0, moved)])).await;
    let tallies = charter::tallies(&mut fixture.c().await, fixture.round).await.unwrap();
    for college in [fixture.people[0].1, moved] {
        assert_eq!(tallies.of(version, college), recount[&college]);
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_stance_on_an_old_version_is_refused_and_a_new_version_begins_at_nought(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let first = fixture.current().await.version.version_id;
    let college = fixture.people[0].1;
    assert!(fixture.take(0, first, Stance::Objection, None).await);
    assert!(fixture.edit(1, "Deux").await);
    assert!(!fixture.take(0, first, Stance::Consent, None).await);
    let mut c = fixture.c().await;
    let second = fixture.current().await.version.version_id;
    let tallies = charter::tallies(&mut c, fixture.round).await.unwrap();
    assert_eq!(tallies.of(first, college), Counts { objection: 1, ..Counts::default() });
    assert_eq!(tallies.of(second, college), Counts::default());
    assert!(fixture.take(0, second, Stance::Reservation, None).await);
    // What was said of the first version is still there.
    let taken = charter::taken_by(&mut c, fixture.round, fixture.people[0].0).await.unwrap();
    assert_eq!(taken.iter().map(|t| (t.number, t.stance)).collect::<Vec<_>>(), [(1, Stance::Objection), (2, Stance::Reservation)]);
    assert_eq!(charter::place_of(&mut c, second).await.unwrap(), Some((fixture.round, fixture.article)));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn reasons_carry_name_and_college(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let version = fixture.current().await.version.version_id;
    assert!(fixture.take(1, version, Stance::Objection, None).await);
    assert!(fixture.take(0, version, Stance::Reservation, None).await);
    let reasons = charter::reasons(&mut fixture.c().await, version).await.unwrap();
    let said: Vec<_> = reasons.iter().map(|r| (r.kind, r.author.as_str(), r.stance)).collect();
    assert_eq!(said, [(CollegeKind::Family, "P0", Stance::Reservation), (CollegeKind::Professional, "P1", Stance::Objection)]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn articles_keep_a_whole_order(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, author, first) = (fixture.round, fixture.people[0].0, fixture.article);
    let adds = (0..5).map(|i| {
        let title = format!("Article {i}");
        fixture.db.write(move |c| Box::pin(async move { charter::add_article(c, round, &words(&title), author, 2).await }))
    });
    let added: Vec<ArticleId> = futures::future::join_all(adds).await.into_iter().map(Result::unwrap).collect();
    let mut c = fixture.c().await;
    let before = charter::order(&mut c, round).await.unwrap();
    assert_eq!((before.len(), before[0]), (6, first));
    assert!(added.iter().all(|id| before.contains(id)));
    let (one, other) = (before[1], before[4]);
    fixture.db.write(move |c| Box::pin(async move { charter::swap(c, one, other).await })).await.unwrap();
    let articles = charter::articles(&mut c, round).await.unwrap();
    assert_eq!(articles.iter().map(|a| a.position).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    assert_eq!((articles[1].id, articles[4].id), (other, one));
    assert_eq!(charter::round_of(&mut c, one).await.unwrap(), Some(round));
    assert_eq!(process::colleges(&mut c, fixture.process).await.unwrap().len(), 3);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_named_and_its_words_stay(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    assert!(fixture.edit(1, "Deux").await);
    let before = charter::version(&mut fixture.c().await, fixture.article, 1).await.unwrap().unwrap();
    assert_eq!(before.name, "");
    let id = before.version_id;
    let name = async |name: &'static str| {
        fixture.db.write(move |c| Box::pin(async move { charter::name_version(c, id, name).await })).await.unwrap()
    };
    assert_eq!(name("Texte soumis").await, Some(1));
    // The same again changes nothing.
    assert_eq!(name("Texte soumis").await, None);
    let mut c = fixture.c().await;
    assert_eq!(charter::names(&mut c, fixture.article).await.unwrap(), [(1, "Texte soumis".to_owned()), (2, String::new())]);
    let named = charter::version(&mut c, fixture.article, 1).await.unwrap().unwrap();
    assert_eq!(named, charter::Version { name: "Texte soumis".to_owned(), ..before });
    assert_eq!(fixture.current().await.version.name, "");
    assert_eq!(name("").await, Some(1));
}
