//! Pages of an evaluation round. Answering and results are those of surveys.

use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use super::build;
use crate::{
    AppError,
    needs::way,
    survey::{results, take},
    visit::Visit,
};

/// What a person sees and does in the round: shown under the round's own title.
pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    take::take_part(visit, c, round, entry).await
}

/// What a facilitator prepares, under the round's own title, words and calendar.
pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    build::edit(visit, c, round, entry).await
}

/// What came out, by college. The caller has seen to it that the person may see it at this time.
pub async fn results(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let needs = way::judged(visit, c, round.id).await?;
    let results = results::results(visit, c, round, entry).await?;
    Ok(view! { {needs}{results} }.into_any())
}
