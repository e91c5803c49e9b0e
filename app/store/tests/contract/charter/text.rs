//! Chapters, definitions, and the number of the whole.

use domain::charter::definition::Meaning;
use rstest::rstest;
use store::{Error, charter};

use super::{Fixture, words};
use crate::support::On;

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test]
async fn articles_follow_their_chapters(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, author, first) = (fixture.round, fixture.people[0].0, fixture.article);
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let one = charter::add_chapter(c, round, "Un", 3).await?;
                let two = charter::add_chapter(c, round, "Deux", 3).await?;
                let last = charter::add_article(c, round, &words("B"), author, 4).await?;
                assert_eq!(charter::places(c, round).await?, [(first, None), (last, Some(two))]);
                // One that comes behind another is in its chapter; one that comes first, in that of the one that was.
                let behind = charter::add_article(c, round, &words("C"), author, 4).await?;
                charter::place_last(c, round, behind, Some(first)).await?;
                assert_eq!(charter::places(c, round).await?, [(first, None), (behind, None), (last, Some(two))]);
                charter::set_chapter(c, first, Some(one)).await?;
                charter::set_order(c, &[first, behind, last], &[behind, first, last]).await?;
                assert_eq!(charter::places(c, round).await?, [(behind, None), (first, Some(one)), (last, Some(two))]);
                assert_eq!(charter::article(c, first).await?.map(|article| (article.position, article.chapter_id)), Some((2, Some(one))));
                charter::swap_chapters(c, one, two).await?;
                assert_eq!(charter::chapters(c, round).await?.iter().map(|chapter| chapter.id).collect::<Vec<_>>(), [two, one]);
                charter::remove_chapter(c, one, Some(two), 5).await?;
                assert_eq!(charter::places(c, round).await?, [(behind, None), (first, Some(two)), (last, Some(two))]);
                charter::remove_chapter(c, two, None, 5).await?;
                assert!(charter::chapters(c, round).await?.is_empty());
                assert!(charter::places(c, round).await?.iter().all(|(_, chapter)| chapter.is_none()));
                Ok::<_, Error>(())
            })
        })
        .await
        .unwrap();
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test]
async fn every_change_of_the_words_gives_another_number(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, author, article) = (fixture.round, fixture.people[0].0, fixture.article);
    let meaning = |term: &str| Meaning { term: term.to_owned(), meaning: "Dit ici.".to_owned() };
    let (one, two) = (meaning("un"), meaning("deux"));
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                assert_eq!(charter::edition(c, round).await?, (1, Some(2)));
                charter::add_version(c, article, 2, &words("Autre"), author, 3).await?;
                assert_eq!(charter::edition(c, round).await?, (2, Some(3)));
                let definition = charter::add_definition(c, round, &one, 4).await?;
                assert_eq!(charter::edition(c, round).await?, (3, Some(4)));
                assert!(!charter::edit_definition(c, definition, &one, 5).await?);
                assert_eq!(charter::edition(c, round).await?, (3, Some(4)));
                assert!(charter::edit_definition(c, definition, &two, 5).await?);
                let chapter = charter::add_chapter(c, round, "Un", 6).await?;
                assert!(charter::rename_chapter(c, chapter, "Deux", 7).await? && !charter::rename_chapter(c, chapter, "Deux", 8).await?);
                assert_eq!(charter::edition(c, round).await?, (6, Some(7)));
                // What goes counts too.
                charter::remove_definition(c, definition, 9).await?;
                charter::remove_chapter(c, chapter, None, 10).await?;
                let found = charter::article(c, article).await?.unwrap();
                charter::remove_article(c, &found, 11).await?;
                assert_eq!(charter::edition(c, round).await?, (9, Some(11)));
                assert!(charter::definitions(c, round).await?.is_empty());
                assert_eq!(charter::round_of_definition(c, definition).await?, Some(round));
                Ok::<_, Error>(())
            })
        })
        .await
        .unwrap();
}
