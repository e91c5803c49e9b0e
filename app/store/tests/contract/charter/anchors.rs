//! Comments on passages: where their words are when the text has changed.

use domain::{charter::anchor::Found, comments::Subject};
use store::comments;

use super::*;

const TEXT: &str = "Chaque famille est écoutée. Elle décide.";

impl Fixture {
    async fn version(&self, number: i64, body: &str) {
        let (article, author) = (self.article, self.people[0].0);
        let words = Words { body: body.to_owned(), ..words("Un") };
        let add = self.db.write(move |c| {
            Box::pin(async move {
                c.lock(article.0).await?;
                charter::add_version(c, article, number, &words, author, 3).await
            })
        });
        add.await.unwrap();
    }

    /// A comment on some words of this version.
    async fn comment_on(&self, number: i64, body: &'static str, quote: &'static str) {
        let (round, article, author) = (self.round, self.article, self.people[0].0);
        let start = body[..body.find(quote).unwrap()].encode_utf16().count() as u32;
        let place = start..start + quote.encode_utf16().count() as u32;
        let tie = self.db.write(move |c| {
            Box::pin(async move {
                let new = comments::New { round, subject: Subject::Article(article), parent: None, author, college: None, body: quote };
                let id = comments::create(c, new, 3).await?;
                charter::tie(c, id, (article, number, body), &place, quote).await
            })
        });
        tie.await.unwrap();
    }

    /// What became of the passages, and the words that stand there.
    async fn passages(&self) -> Vec<(String, Option<String>, bool)> {
        let mut c = self.db.read().await.unwrap();
        let body = charter::article(&mut c, self.article).await.unwrap().unwrap().version.body;
        let anchors = charter::anchors(&mut c, self.article).await.unwrap();
        let found = anchors.into_iter().map(|anchor| match anchor.found(&body) {
            Found::Here(place) => (anchor.quote, domain::charter::anchor::words(&body, &place), true),
            Found::Changed(place) => (anchor.quote, domain::charter::anchor::words(&body, &place), false),
            Found::Gone => (anchor.quote, None, false),
        });
        found.collect()
    }
}

fn here(words: &str) -> (String, Option<String>, bool) {
    (words.to_owned(), Some(words.to_owned()), true)
}

#[rstest]
#[tokio::test]
async fn passages_follow_versions_by_their_words(#[values(On::Sqlite, On::Postgres)] on: On) {
    let fixture = Fixture::new(on).await;
    fixture.version(2, TEXT).await;
    fixture.comment_on(2, TEXT, "famille est écoutée").await;
    fixture.comment_on(2, TEXT, "Elle décide.").await;
    fixture.version(3, &format!("Ici. {TEXT}")).await;
    assert_eq!(fixture.passages().await, [here("famille est écoutée"), here("Elle décide.")]);
    fixture.version(4, "Ici. Chaque famille est vraiment écoutée. Oui.").await;
    let changed = ("famille est écoutée".to_owned(), Some("famille est vraiment écoutée".to_owned()), false);
    let gone = ("Elle décide.".to_owned(), None, false);
    let mut found = fixture.passages().await;
    found.sort();
    assert_eq!(found, [gone.clone(), changed]);
    // Words that come back elsewhere are other words: they were gone.
    fixture.version(5, "Elle décide. Chaque famille est écoutée. Oui.").await;
    let mut found = fixture.passages().await;
    found.sort();
    assert_eq!(found, [gone, here("famille est écoutée")]);
}

#[rstest]
#[tokio::test]
async fn passages_stick_to_their_words_in_the_draft(#[values(On::Sqlite, On::Postgres)] on: On) {
    let fixture = Fixture::new(on).await;
    const TWICE: &str = "Non. Non. Oui.";
    fixture.version(2, TWICE).await;
    let article = fixture.article;
    let kept = fixture.db.write(move |c| Box::pin(async move { charter::begun(c, article, TWICE).await })).await.unwrap();
    let draft = kept.load().unwrap();
    // The second of two that are alike.
    let (round, author) = (fixture.round, fixture.people[0].0);
    let tie = fixture.db.write(move |c| {
        Box::pin(async move {
            let new = comments::New { round, subject: Subject::Article(article), parent: None, author, college: None, body: "x" };
            let id = comments::create(c, new, 3).await?;
            charter::tie(c, id, (article, 2, TWICE), &(5..9), "Non.").await
        })
    });
    tie.await.unwrap();
    // The first one goes, letter by letter; by words alone nobody could tell which.
    let update = draft.edit(0..5, "");
    fixture.db.write(move |c| Box::pin(async move { charter::append(c, article, &update, &[]).await })).await.unwrap();
    fixture.version(3, "Non. Oui.").await;
    assert_eq!(fixture.passages().await, [here("Non.")]);
    let update = draft.edit(0..5, "");
    fixture.db.write(move |c| Box::pin(async move { charter::append(c, article, &update, &[]).await })).await.unwrap();
    fixture.version(4, "Oui.").await;
    assert_eq!(fixture.passages().await, [("Non.".to_owned(), None, false)]);
}
