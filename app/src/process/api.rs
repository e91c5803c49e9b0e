//! Server functions of processes.

use std::collections::BTreeMap;

use domain::{
    Refusal,
    access::{Act, Visibility},
    college::CollegeKind,
    id::{CollegeId, ProcessId, TerritoryId},
    lang::LangText,
    process::{describe, further_college},
};
use leptos::prelude::*;

use crate::{AppError, visit::Visit};

/// A new process with its three usual colleges; `expected` goes by the college's kind.
#[server(name = CreateProcess, prefix = "/api", endpoint = "process/create")]
pub async fn create_process(
    territory: TerritoryId,
    #[server(default)] title: LangText,
    #[server(default)] summary: LangText,
    visibility: Visibility,
    #[server(default)] expected: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::CreateProcess)?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let new = describe(&title, &summary, visibility, &expected)?;
                store::process::territory(c, territory).await?.ok_or_else(|| Refusal::field("territory", "not-found"))?;
                let id = store::process::create(c, territory, &new.title, &new.summary, "fr", new.visibility, visit.now).await?;
                for college in store::process::colleges(c, id).await? {
                    let expected = new.expected.get(college.kind.as_str()).copied().flatten();
                    store::process::set_expected(c, id, college.id, expected).await?;
                }
                visit
                    .journal(
                        c,
                        Some(id),
                        "process.create",
                        id,
                        serde_json::json!({ "title": new.title.text("fr"), "visibility": new.visibility }),
                    )
                    .await?;
                Ok(id)
            })
        })
        .await?;
    leptos_axum::redirect(&format!("/p/{id}"));
    Ok(())
}

/// New words, visibility and hopes; `expected` goes by a `c` and the college's id: a key that begins with a
/// digit is read as a place in a list.
#[server(name = EditProcess, prefix = "/api", endpoint = "process/edit")]
pub async fn edit_process(
    process: ProcessId,
    #[server(default)] title: LangText,
    #[server(default)] summary: LangText,
    visibility: Visibility,
    #[server(default)] expected: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::EditProcess, process).await?;
                let new = describe(&title, &summary, visibility, &expected)?;
                store::process::edit(c, process, &new.title, &new.summary, new.visibility).await?;
                for (college, expected) in &new.expected {
                    let id = college.strip_prefix('c').and_then(|id| id.parse::<CollegeId>().ok());
                    let college = id.ok_or_else(|| Refusal::field("", "malformed"))?;
                    store::process::set_expected(c, process, college, *expected).await?;
                }
                visit
                    .journal(
                        c,
                        Some(process),
                        "process.edit",
                        process,
                        serde_json::json!({ "title": new.title.text("fr"), "visibility": new.visibility }),
                    )
                    .await
            })
        })
        .await?;
    leptos_axum::redirect(&format!("/p/{process}/edit?saved=1"));
    Ok(())
}

/// A public beside the three usual ones.
#[server(name = AddCollege, prefix = "/api", endpoint = "process/add-college")]
pub async fn add_college(
    process: ProcessId,
    #[server(default)] name: LangText,
    #[server(default)] expected: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::AddCollege, process).await?;
                c.lock(process.0).await?;
                let there: Vec<_> =
                    store::process::colleges(c, process).await?.into_iter().map(|college| (college.kind, college.name)).collect();
                let (name, expected) = further_college(&name, &expected, &there)?;
                let id = store::process::add_college(c, process, CollegeKind::Other, &name, expected).await?;
                visit.journal(c, Some(process), "college.add", id, serde_json::json!({ "name": name.text("fr") })).await
            })
        })
        .await?;
    leptos_axum::redirect(&format!("/p/{process}/edit?saved=1"));
    Ok(())
}
