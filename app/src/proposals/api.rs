//! Server functions of proposals.

use domain::{id::ProposalId, proposals::Choice};
use leptos::prelude::*;

use crate::AppError;

/// Casts or changes one's vote. The one server function that an island calls: it exists in the browser too.
#[server(name = CastVote, prefix = "/api", endpoint = "proposals/vote")]
pub async fn vote(proposal: ProposalId, choice: Choice) -> Result<(), AppError> {
    let _ = (proposal, choice);
    Ok(())
}
