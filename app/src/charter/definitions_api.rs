//! Server functions of the words of a charter, and the preview of a text: while the charter may be written.

use domain::{
    Refusal,
    access::Act,
    charter::{article::Direction, definition::define},
    id::{DefinitionId, RoundId},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{
    Conn,
    charter::{self, Definition},
    round::Entry,
};

use super::decision::drafting;
use crate::{AppError, forms::show_answer, visit::Visit};

/// Admits who writes in the round of a definition; all of them in their order, and the one that is meant.
async fn at(visit: &Visit, c: &mut Conn, act: Act, id: DefinitionId) -> Result<(Entry, RoundId, Vec<Definition>, usize), AppError> {
    let round = charter::round_of_definition(c, id).await?.ok_or_else(Refusal::not_found)?;
    let entry = drafting(visit, c, act, round).await?;
    let all = charter::definitions(c, round).await?;
    // Somebody took it out a moment ago.
    let at = all.iter().position(|definition| definition.id == id).ok_or_else(Refusal::not_found)?;
    Ok((entry, round, all, at))
}

fn done(visit: &Visit, round: RoundId, place: &str) {
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#{place}"));
}

/// A word and its meaning, at the end.
#[server(name = AddDefinition, prefix = "/api", endpoint = "charter/add-definition")]
pub async fn add_definition(round: RoundId, #[server(default)] term: String, #[server(default)] meaning: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::AddDefinition, round).await?;
                let there = charter::definitions(c, round).await?;
                let words = define(&term, &meaning, there.iter().map(|definition| definition.term.as_str()))?;
                let id = charter::add_definition(c, round, &words, visit.now).await?;
                visit.journal(c, Some(entry.process), "definition.add", id, json!({ "round": round, "term": words.term })).await?;
                Ok(id)
            })
        })
        .await?;
    done(&visit, round, &format!("definition-{id}"));
    Ok(())
}

/// Other words for a definition. The journal keeps those that were there: nothing else does.
#[server(name = EditDefinition, prefix = "/api", endpoint = "charter/edit-definition")]
pub async fn edit_definition(
    definition: DefinitionId,
    #[server(default)] term: String,
    #[server(default)] meaning: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, round, mut all, at) = at(&visit, c, Act::EditDefinition, definition).await?;
                let before = all.remove(at);
                let words = define(&term, &meaning, all.iter().map(|definition| definition.term.as_str()))?;
                if charter::edit_definition(c, definition, &words, visit.now).await? {
                    let facts = json!({ "term": words.term, "before": { "term": before.term, "meaning": before.meaning } });
                    visit.journal(c, Some(entry.process), "definition.edit", definition, facts).await?;
                }
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, &format!("definition-{definition}"));
    Ok(())
}

#[server(name = RemoveDefinition, prefix = "/api", endpoint = "charter/remove-definition")]
pub async fn remove_definition(definition: DefinitionId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, round, mut all, at) = at(&visit, c, Act::RemoveDefinition, definition).await?;
                let before = all.remove(at);
                charter::remove_definition(c, definition, visit.now).await?;
                let facts = json!({ "term": before.term, "meaning": before.meaning });
                visit.journal(c, Some(entry.process), "definition.remove", definition, facts).await?;
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, "charter-words");
    Ok(())
}

/// One place up or down.
#[server(name = MoveDefinition, prefix = "/api", endpoint = "charter/move-definition")]
pub async fn move_definition(definition: DefinitionId, direction: Direction) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, round, all, at) = at(&visit, c, Act::MoveDefinition, definition).await?;
                let other = match direction {
                    Direction::Up => at.checked_sub(1),
                    Direction::Down => Some(at + 1),
                };
                if let Some(other) = other.and_then(|at| all.get(at)) {
                    charter::swap_definitions(c, definition, other.id).await?;
                    visit.journal(c, Some(entry.process), "definition.move", definition, json!({ "direction": direction })).await?;
                }
                Ok(round)
            })
        })
        .await?;
    done(&visit, round, &format!("definition-{definition}"));
    Ok(())
}

/// Changes nothing: the page the form came from shows once more what was typed, and how it reads.
#[server(name = PreviewText, prefix = "/api", endpoint = "charter/preview")]
pub async fn preview_text(round: RoundId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow_in_round(&mut visit.read().await?, Act::PreviewText, round).await?;
    show_answer();
    Ok(())
}
