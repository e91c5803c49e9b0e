//! `/r/:round/charter.txt`: the canonical form of an adopted charter, byte for byte what was hashed.

use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Refusal, access::Act, id::RoundId};

use crate::{AppError, process::round::load, research::download, visit::Visit};

pub async fn text(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    match adopted(&visit, round).await {
        Ok(text) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response(),
        Err(error) => download::refused(&visit, &error),
    }
}

async fn adopted(visit: &Visit, round: RoundId) -> Result<String, AppError> {
    let mut c = visit.read().await?;
    load(visit, &mut c, Act::CharterText, round).await?;
    Ok(store::charter::adoption(&mut c, round).await?.ok_or_else(Refusal::not_found)?.text)
}
