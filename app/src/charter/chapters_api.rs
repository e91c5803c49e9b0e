//! Server functions of chapters: while the charter may be written, by facilitators.

use domain::{
    Refusal,
    access::Act,
    charter::{article::Direction, chapter},
    id::{ArticleId, ChapterId, RoundId},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{Conn, charter, round::Entry};

use super::decision::drafting;
use crate::{AppError, visit::Visit};

/// Admits who writes in the round of a chapter; the chapters in their order.
async fn at(visit: &Visit, c: &mut Conn, act: Act, id: ChapterId) -> Result<(Entry, RoundId, Vec<charter::Chapter>), AppError> {
    let round = charter::round_of_chapter(c, id).await?.ok_or_else(Refusal::not_found)?;
    let entry = drafting(visit, c, act, round).await?;
    let chapters = charter::chapters(c, round).await?;
    // Somebody took it out a moment ago.
    if chapters.iter().all(|chapter| chapter.id != id) {
        return Err(Refusal::not_found().into());
    }
    Ok((entry, round, chapters))
}

fn done(visit: &Visit, round: RoundId, place: &str) {
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#{place}"));
}

/// A new chapter at the end.
#[server(name = AddChapter, prefix = "/api", endpoint = "charter/add-chapter")]
pub async fn add_chapter(round: RoundId, #[server(default)] title: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::AddChapter, round).await?;
                let title = chapter::titled(&title, charter::chapters(c, round).await?.len())?;
                let id = charter::add_chapter(c, round, &title, visit.now).await?;
                visit.journal(c, Some(entry.process), "chapter.add", id, json!({ "round": round, "title": title })).await?;
                Ok(id)
            })
        })
        .await?;
    done(&visit, round, &format!("chapter-{id}"));
    Ok(())
}

#[server(name = RenameChapter, prefix = "/api", endpoint = "charter/rename-chapter")]
pub async fn rename_chapter(chapter: ChapterId, #[server(default)] title: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, round, _) = at(&visit, c, Act::RenameChapter, chapter).await?;
                let title = chapter::titled(&title, 0)?;
                if charter::rename_chapter(c, chapter, &title, visit.now).await? {
                    visit.journal(c, Some(entry.process), "chapter.rename", chapter, json!({ "title": title })).await?;
                }
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, &format!("chapter-{chapter}"));
    Ok(())
}

/// Takes a chapter out; its articles stay.
#[server(name = RemoveChapter, prefix = "/api", endpoint = "charter/remove-chapter")]
pub async fn remove_chapter(chapter: ChapterId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, round, chapters) = at(&visit, c, Act::RemoveChapter, chapter).await?;
                let ids: Vec<_> = chapters.iter().map(|chapter| chapter.id).collect();
                let before = chapter::neighbour(&ids, chapter, Direction::Up);
                charter::remove_chapter(c, chapter, before, visit.now).await?;
                let title = chapters.into_iter().find(|other| other.id == chapter).map(|chapter| chapter.title);
                visit.journal(c, Some(entry.process), "chapter.remove", chapter, json!({ "title": title })).await?;
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, "charter-articles");
    Ok(())
}

/// A chapter and its articles, one place up or down.
#[server(name = MoveChapter, prefix = "/api", endpoint = "charter/move-chapter")]
pub async fn move_chapter(chapter: ChapterId, direction: Direction) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, round, chapters) = at(&visit, c, Act::MoveChapter, chapter).await?;
                let mut order: Vec<_> = chapters.iter().map(|chapter| chapter.id).collect();
                if let Some(other) = chapter::neighbour(&order, chapter, direction) {
                    charter::swap_chapters(c, chapter, other).await?;
                    for id in &mut order {
                        *id = if *id == chapter {
                            other
                        } else if *id == other {
                            chapter
                        } else {
                            *id
                        };
                    }
                    let places = charter::places(c, round).await?;
                    let before: Vec<_> = places.iter().map(|(article, _)| *article).collect();
                    charter::set_order(c, &before, &chapter::sorted(&order, places)).await?;
                    visit.journal(c, Some(entry.process), "chapter.move", chapter, json!({ "direction": direction })).await?;
                }
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, &format!("chapter-{chapter}"));
    Ok(())
}

/// Puts an article at the end of a chapter, or of those before the first where none is named.
#[server(name = PlaceArticle, prefix = "/api", endpoint = "charter/place-article")]
pub async fn place_article(article: ArticleId, #[server(default)] chapter: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = charter::round_of(c, article).await?.ok_or_else(Refusal::not_found)?;
                let entry = drafting(&visit, c, Act::PlaceArticle, round).await?;
                let wanted = match chapter.as_str() {
                    "" => None,
                    chapter => Some(chapter.parse::<ChapterId>().map_err(|_| Refusal::not_found())?),
                };
                if put(c, round, &[(article, wanted)]).await? {
                    visit.journal(c, Some(entry.process), "article.place", article, json!({ "chapter": wanted })).await?;
                }
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, &format!("article-{article}"));
    Ok(())
}

/// Puts articles at the ends of chapters, those that are not in them yet. Whether there were any. The caller holds the round's lock.
pub async fn put(c: &mut Conn, round: RoundId, wanted: &[(ArticleId, Option<ChapterId>)]) -> Result<bool, AppError> {
    let order: Vec<_> = charter::chapters(c, round).await?.iter().map(|chapter| chapter.id).collect();
    let places = charter::places(c, round).await?;
    let mut moves = Vec::new();
    for (article, chapter) in wanted {
        let (_, now) = places.iter().find(|(other, _)| other == article).ok_or_else(|| Refusal::conflict("amendment-article-gone"))?;
        if chapter.is_some_and(|chapter| !order.contains(&chapter)) {
            return Err(Refusal::not_found().into());
        }
        if now != chapter {
            moves.push((*article, *chapter));
            charter::set_chapter(c, *article, *chapter).await?;
        }
    }
    let before: Vec<_> = places.iter().map(|(article, _)| *article).collect();
    charter::set_order(c, &before, &chapter::placed(&order, places, moves.iter().copied())).await?;
    Ok(!moves.is_empty())
}
