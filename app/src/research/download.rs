//! CSV files over HTTP, streamed.

use axum::{
    Extension,
    body::{Body, Bytes},
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Refusal, access::Act, id::RoundId, research::Table};
use futures::{StreamExt, stream};
use serde::Deserialize;

use super::dataset::Dataset;
use crate::{AppError, visit::Visit};

#[derive(Deserialize)]
pub struct Wanted {
    table: Option<Table>,
}

/// `/r/:round/export.csv?table=votes`.
pub async fn export(visit: Extension<Visit>, Path(round): Path<RoundId>, Query(wanted): Query<Wanted>) -> Response {
    match open(&visit, Act::ExportFile, round, wanted).await {
        Ok(dataset) => stream_out(visit.0, dataset),
        Err(error) => refused(&visit, &error),
    }
}

/// `/r/:round/codebook.csv?table=votes`.
pub async fn codebook(visit: Extension<Visit>, Path(round): Path<RoundId>, Query(wanted): Query<Wanted>) -> Response {
    let made = async { open(&visit, Act::CodebookFile, round, wanted).await?.codebook() }.await;
    match made {
        Ok(bytes) => file("codebook.csv", Body::from(bytes)),
        Err(error) => refused(&visit, &error),
    }
}

async fn open(visit: &Visit, act: Act, id: RoundId, wanted: Wanted) -> Result<Dataset, AppError> {
    let mut c = visit.read().await?;
    visit.allow_in_round(&mut c, act, id).await?;
    let round = store::round::find(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
    Dataset::open(&mut c, &round, wanted.table, visit.now).await
}

fn stream_out(visit: Visit, dataset: Dataset) -> Response {
    let name = dataset.file_name();
    let start = dataset.header();
    let rows = stream::unfold(Some((visit, dataset, None)), |state| async move {
        let (visit, mut dataset, mark) = state?;
        let read = async {
            let mut c = visit.read().await?;
            dataset.next(&mut c, mark).await
        };
        match read.await {
            Ok(None) => None,
            Ok(Some((bytes, mark))) => Some((Ok(Bytes::from(bytes)), Some((visit, dataset, mark)))),
            // The connection breaks off, so that nobody takes half a file for a whole one.
            Err(error) => Some((Err(std::io::Error::other(error.to_string())), None)),
        }
    });
    let head = stream::once(async move { start.map(Bytes::from).map_err(|error| std::io::Error::other(error.to_string())) });
    // Fused: the compressor asks once more after the end.
    file(&name, Body::from_stream(head.chain(rows).fuse()))
}

fn file(name: &str, body: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, body).into_response()
}

pub fn refused(visit: &Visit, error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let words = match error {
        AppError::Refused(refusal) => refusal.problems.iter().map(|problem| visit.lang.problem(problem)).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    (status, words).into_response()
}
