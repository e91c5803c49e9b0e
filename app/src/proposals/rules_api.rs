//! The server function that sets the rules of a round.

#![expect(clippy::too_many_arguments, reason = "the fields of one form")]

use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    proposals::{Counting, Method, Reasons, Results, Rules, Typed, Way},
    round::RoundKind,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;

use crate::{AppError, visit::Visit};

/// How people vote in a round, before it opens.
#[server(name = EditRules, prefix = "/api", endpoint = "proposals/edit-rules")]
pub async fn edit_rules(
    round: RoundId,
    method: Method,
    reasons: Reasons,
    results: Results,
    entry: Way,
    counting: Counting,
    #[server(default)] secret: bool,
    #[server(default)] most: String,
    #[server(default)] points: String,
    #[server(default)] score: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                c.lock(round.0).await?;
                let place = visit.allow_in_round(c, Act::EditRules, round).await?;
                if place.kind != RoundKind::Proposals {
                    return Err(Refusal::not_found().into());
                }
                let typed = Typed { method, reasons, results, entry, secret, most: &most, points: &points, score: &score, counting };
                let rules = Rules::set(&place.calendar, visit.now, &typed)?;
                store::round::set_content(c, round, &rules).await?;
                visit.journal(c, Some(place.process), "round.rules", round, json!({ "rules": rules })).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit?saved=1"));
    Ok(())
}
