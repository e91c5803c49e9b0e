//! Server functions of surveys. Evaluations are answered through them too.

use std::collections::HashMap;

use domain::{
    id::RoundId,
    survey::{Step, Typed},
};
use leptos::prelude::*;

use crate::AppError;

/// Keeps one section of the draft. `go` says where to then: `next`, `back`, `later`; nothing when it is saved by itself. `told`: missing answers
/// have been pointed out, and `next` goes on without them.
#[server(name = SaveDraft, prefix = "/api", endpoint = "survey/save-draft")]
pub async fn save_draft(
    round: RoundId,
    section: String,
    #[server(default)] answers: HashMap<String, Vec<String>>,
    #[server(default)] go: String,
    #[server(default)] told: bool,
) -> Result<(), AppError> {
    super::save::draft(round, &section, answers.into_iter().collect(), &go, told).await
}

/// Sends the draft, or the whole response given here.
#[server(name = SendResponse, prefix = "/api", endpoint = "survey/send")]
pub async fn send(round: RoundId, #[server(default)] answers: HashMap<String, Vec<String>>) -> Result<(), AppError> {
    super::save::send(round, answers.into_iter().collect()).await
}

/// One step in building the form. `code` names the section or the question; `kind` is that of a new question.
#[server(name = EditForm, prefix = "/api", endpoint = "survey/edit-form")]
pub async fn edit_form(
    round: RoundId,
    step: Step,
    #[server(default)] code: String,
    #[server(default)] kind: String,
    #[server(default)] typed: Typed,
) -> Result<(), AppError> {
    super::save::edit(round, step, code, &kind, typed).await
}
