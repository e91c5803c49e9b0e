//! Server functions.

use domain::{
    Refusal,
    access::Act,
    id::TerritoryId,
    process::{TerritoryKind, territory},
};
use leptos::prelude::*;
use store::journal;

use crate::{AppError, visit::Visit};

/// A new place in the tree; `parent` is empty for one that lies in none.
#[server(name = CreateTerritory, prefix = "/api", endpoint = "admin/create-territory")]
pub async fn create_territory(
    #[server(default)] name: String,
    kind: TerritoryKind,
    #[server(default)] parent: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let who = visit.allow(Act::CreateTerritory)?;
    let parent: Option<TerritoryId> = match parent.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Refusal::field("parent", "malformed"))?),
    };
    let db = visit.services.db.clone();
    db.write(move |c| {
        Box::pin(async move {
            let above = match parent {
                Some(id) => Some(store::process::territory(c, id).await?.ok_or_else(|| Refusal::field("parent", "not-found"))?.kind),
                None => None,
            };
            let name = territory(&name, kind, above)?;
            let id = store::process::create_territory(c, parent, kind, &name).await?;
            let act = journal::Act {
                at: visit.now,
                actor: who.account,
                process: None,
                act: "territory.create",
                subject: id.to_string(),
                detail: serde_json::json!({ "name": name, "kind": kind }),
            };
            Ok::<_, AppError>(journal::write(c, act).await?)
        })
    })
    .await?;
    leptos_axum::redirect("/admin?saved=1");
    Ok(())
}
