//! Pages of a proposals round.

use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use crate::{AppError, visit::Visit};

#[component]
pub fn ProposalPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

/// What a person sees and does in the round: shown under the round's own title.
pub async fn take_part(_visit: &Visit, _c: &mut Conn, _round: &Round, _entry: &Entry) -> Result<AnyView, AppError> {
    Ok(().into_any())
}

/// What a facilitator prepares, under the round's own title, words and calendar.
pub async fn edit(_visit: &Visit, _c: &mut Conn, _round: &Round, _entry: &Entry) -> Result<AnyView, AppError> {
    Ok(().into_any())
}

/// What came out, by college. The caller has seen to it that the person may see it at this time.
pub async fn results(_visit: &Visit, _c: &mut Conn, _round: &Round, _entry: &Entry) -> Result<AnyView, AppError> {
    Ok(().into_any())
}
