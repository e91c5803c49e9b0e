//! The content of a round comes from the activity of its kind.

use domain::round::RoundKind;
use leptos::prelude::AnyView;
use store::{
    Conn,
    round::{Entry, Round},
};

use crate::{AppError, charter, evaluation, proposals, survey, visit::Visit};

/// What a person sees and does in the round.
pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    match round.kind {
        RoundKind::Survey => survey::page::take_part(visit, c, round, entry).await,
        RoundKind::Proposals => proposals::page::take_part(visit, c, round, entry).await,
        RoundKind::Charter => charter::page::take_part(visit, c, round, entry).await,
        RoundKind::Evaluation => evaluation::page::take_part(visit, c, round, entry).await,
    }
}

/// What a facilitator prepares.
pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    match round.kind {
        RoundKind::Survey => survey::page::edit(visit, c, round, entry).await,
        RoundKind::Proposals => proposals::page::edit(visit, c, round, entry).await,
        RoundKind::Charter => charter::page::edit(visit, c, round, entry).await,
        RoundKind::Evaluation => evaluation::page::edit(visit, c, round, entry).await,
    }
}

/// What came out, by college.
pub async fn results(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    match round.kind {
        RoundKind::Survey => survey::page::results(visit, c, round, entry).await,
        RoundKind::Proposals => proposals::page::results(visit, c, round, entry).await,
        RoundKind::Charter => charter::page::results(visit, c, round, entry).await,
        RoundKind::Evaluation => evaluation::page::results(visit, c, round, entry).await,
    }
}
