//! `/picture/:picture/:size`, where size is `small.jpg` or `large.jpg`.

use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Refusal, access::Act, id::PictureId};
use store::proposals::Reader;

use crate::{AppError, research::download, visit::Visit};

pub async fn serve(visit: Extension<Visit>, Path((id, size)): Path<(PictureId, String)>) -> Response {
    match load(&visit, id, &size).await {
        // Never another under the same address. In the person's own browser alone: a process may be for its members.
        Ok(bytes) => {
            ([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=31536000, immutable")], bytes).into_response()
        }
        Err(error) => download::refused(&visit, &error),
    }
}

async fn load(visit: &Visit, id: PictureId, size: &str) -> Result<Vec<u8>, AppError> {
    let small = match size {
        "small.jpg" => true,
        "large.jpg" => false,
        _ => return Err(Refusal::not_found().into()),
    };
    let mut c = visit.read().await?;
    let process = store::pictures::process(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
    let who = visit.allow_in(&mut c, Act::PictureFile, process).await?;
    let reader = Reader { account: who.account, facilitator: who.reads_hidden() };
    if !store::pictures::shows_to(&mut c, id, reader).await? {
        return Err(Refusal::not_found().into());
    }
    Ok(store::pictures::jpeg(&mut c, id, small).await?.ok_or_else(Refusal::not_found)?)
}
