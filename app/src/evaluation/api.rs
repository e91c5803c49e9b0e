//! Server functions of evaluations. Answers go through those of surveys.

use domain::{
    Refusal,
    access::Act,
    evaluation::{Frame, FrameStep, FrameTyped},
    id::RoundId,
    round::RoundKind,
};
use leptos::prelude::*;
use leptos_axum::redirect;

use crate::{AppError, survey::record, visit::Visit};

/// One step in building the frame; `code` names the action or the criterion.
#[server(name = EditFrame, prefix = "/api", endpoint = "evaluation/edit-frame")]
pub async fn edit_frame(
    round: RoundId,
    step: FrameStep,
    #[server(default)] code: String,
    #[server(default)] typed: FrameTyped,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let at = code.clone();
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::EditFrame, round).await?;
                if entry.kind != RoundKind::Evaluation {
                    return Err(Refusal::not_found().into());
                }
                c.lock(round.0).await?;
                let frame: Frame = store::round::content(c, round).await?;
                let frame = frame.edit(&entry.calendar, visit.now, step, &code, &typed)?;
                store::round::set_content(c, round, &frame).await?;
                record(&visit, c, round, &entry, "evaluation.edit-frame", step.as_str(), &code).await
            })
        })
        .await?;
    redirect(&format!("/r/{round}/edit#{}", if at.is_empty() { "form" } else { &at }));
    Ok(())
}
