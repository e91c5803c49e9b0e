//! Server functions.

use domain::{
    Refusal,
    access::Act,
    id::TerritoryId,
    process::{TerritoryKind, territory},
    territories::{self, Change, Known},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{AppError, forms::show_answer, process::list, visit::Visit};

/// A new place in the tree; `parent` is empty for one that lies in none.
#[server(name = CreateTerritory, prefix = "/api", endpoint = "admin/create-territory")]
pub async fn create_territory(
    #[server(default)] name: String,
    kind: TerritoryKind,
    #[server(default)] parent: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::CreateTerritory)?;
    let parent: Option<TerritoryId> = match parent.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Refusal::field("parent", "malformed"))?),
    };
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let above = match parent {
                    Some(id) => Some(store::process::territory(c, id).await?.ok_or_else(|| Refusal::field("parent", "not-found"))?.kind),
                    None => None,
                };
                let name = territory(&name, kind, above)?;
                let id = store::process::create_territory(c, parent, kind, &name).await?;
                visit.journal(c, None, "territory.create", id, serde_json::json!({ "name": name, "kind": kind })).await
            })
        })
        .await?;
    leptos_axum::redirect("/admin?saved=1");
    Ok(())
}

/// How many territories an import brought, and how many it corrected.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Imported {
    pub added: usize,
    pub corrected: usize,
}

/// Takes a list over, whole or not at all: pasted in `text`, or from a file. `parent` is where those lie that say nothing of it.
#[server(name = ImportTerritories, prefix = "/api", endpoint = "admin/import-territories")]
pub async fn import_territories(
    #[server(default)] text: String,
    #[server(default)] file: String,
    #[server(default)] parent: String,
) -> Result<Imported, AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::ImportTerritories)?;
    let beneath: Option<TerritoryId> = match parent.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Refusal::field("parent", "malformed"))?),
    };
    let (field, text) = if file.trim().is_empty() { ("text", text) } else { ("file", file) };
    let (header, rows) = list::lines(field, &text)?;
    let imported = visit
        .write(move |visit, c| {
            Box::pin(async move {
                // Two lists at once must not bring one place twice.
                c.lock(LOCK).await?;
                let known = store::process::territories(c).await?;
                let known = known.into_iter().map(|one| Known {
                    id: one.id,
                    parent: one.parent_id,
                    kind: one.kind,
                    name: one.name,
                    code: one.code,
                });
                let changes = territories::read(field, &header, &rows, known.collect(), beneath, store::new_id)?;
                store::process::take_territories(c, &changes).await?;
                let added = changes.iter().filter(|change| matches!(change, Change::New { .. })).count();
                let imported = Imported { added, corrected: changes.len() - added };
                visit
                    .journal(
                        c,
                        None,
                        "territory.import",
                        beneath.map(|id| id.to_string()).unwrap_or_default(),
                        serde_json::json!({ "count": changes.len() }),
                    )
                    .await?;
                Ok::<_, AppError>(imported)
            })
        })
        .await?;
    show_answer();
    Ok(imported)
}

/// For all lists of territories: any number will do.
const LOCK: store::Uuid = store::Uuid::from_u128(0x07e4_4170_41e5);
