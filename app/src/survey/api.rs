//! Server functions of surveys. Evaluations are answered through them too.

use std::collections::HashMap;

use domain::{
    id::RoundId,
    lang::LangText,
    survey::{Step, Typed, pick::NotCarried, quota::TypedQuota, xlsform::Loss},
};
use leptos::prelude::*;

use crate::AppError;

/// Keeps one section of the draft. `go` says where to then: `next`, `back`, `later`; nothing when it is saved by itself. `told`: missing answers
/// have been pointed out, and `next` goes on without them. `seed`: in which order the section was shown.
#[server(name = SaveDraft, prefix = "/api", endpoint = "survey/save-draft")]
pub async fn save_draft(
    round: RoundId,
    section: String,
    #[server(default)] answers: HashMap<String, Vec<String>>,
    #[server(default)] go: String,
    #[server(default)] told: bool,
    #[server(default)] seed: String,
) -> Result<(), AppError> {
    super::save::draft(round, &section, answers.into_iter().collect(), &go, told, &seed).await
}

/// Sends the draft, or the whole response given here. In an anonymous round it gives the receipt.
#[server(name = SendResponse, prefix = "/api", endpoint = "survey/send")]
pub async fn send(round: RoundId, #[server(default)] answers: HashMap<String, Vec<String>>) -> Result<Option<String>, AppError> {
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

/// Puts a ready form (`model`), or one from a file (our JSON or an XLSForm workbook), behind the questions that are there. Gives what the
/// file held and the form does not.
#[server(name = ImportForm, prefix = "/api", endpoint = "survey/import-form")]
pub async fn import_form(round: RoundId, #[server(default)] model: String, #[server(default)] file: String) -> Result<Vec<Loss>, AppError> {
    super::exchange::import(round, &model, file).await
}

/// Makes a quota, or changes or removes the one called `quota`.
#[server(name = EditQuota, prefix = "/api", endpoint = "survey/edit-quota")]
pub async fn edit_quota(
    round: RoundId,
    #[server(default)] quota: String,
    #[server(default)] remove: bool,
    #[server(default)] typed: TypedQuota,
) -> Result<(), AppError> {
    super::build_quota::save(round, quota, remove, typed).await
}

/// Takes single questions, or whole sections, from a ready form or from another round of one's own (`from`), to the end of the section
/// `to` or into sections of their own. Gives what could not come along.
#[server(name = TakeQuestions, prefix = "/api", endpoint = "survey/take-questions")]
pub async fn take_questions(
    round: RoundId,
    #[server(default)] from: String,
    #[server(default)] questions: Vec<String>,
    #[server(default)] sections: Vec<String>,
    #[server(default)] to: String,
) -> Result<Vec<NotCarried>, AppError> {
    super::ready::take(round, &from, questions, &sections, to).await
}

/// Sets the picture of an option (`place` is `question.option`) or of a note (its code): the one in `file`, or one of the process (`picture`),
/// with what it shows.
#[server(name = SetPicture, prefix = "/api", endpoint = "survey/set-picture")]
pub async fn set_picture(
    round: RoundId,
    #[server(default)] place: String,
    #[server(default)] file: String,
    #[server(default)] picture: String,
    #[server(default)] alt: LangText,
    #[server(default)] decoration: bool,
    #[server(default)] remove: bool,
) -> Result<(), AppError> {
    let (question, option) = place.split_once('.').unwrap_or((&place, ""));
    let (question, option) = (question.to_owned(), option.to_owned());
    super::photo::set(round, super::photo::Sent { question, option, picture, alt, decoration, remove }, &file).await
}

/// One step of trying the form out: the place of the section to show next. Nothing is kept.
#[server(name = TryForm, prefix = "/api", endpoint = "survey/try-form")]
pub async fn try_form(
    round: RoundId,
    section: usize,
    #[server(default)] college: String,
    #[server(default)] answers: HashMap<String, Vec<String>>,
    #[server(default)] go: String,
) -> Result<usize, AppError> {
    let college = college.parse().unwrap_or(domain::college::CollegeKind::Family);
    super::test_run::step(round, section, college, answers, &go).await
}

/// Opens a response by its receipt: its answers are shown once, on the page that asked.
#[server(name = OpenReceipt, prefix = "/api", endpoint = "survey/open-receipt")]
pub async fn open_receipt(round: RoundId, #[server(default)] receipt: String) -> Result<Vec<(String, Vec<String>)>, AppError> {
    super::receipt::open(round, &receipt).await
}

/// Puts other answers in the place of those of a receipt. `asked`: the codes of the questions that were shown.
#[server(name = ReplaceResponse, prefix = "/api", endpoint = "survey/replace-response")]
pub async fn replace_response(
    round: RoundId,
    #[server(default)] receipt: String,
    #[server(default)] asked: String,
    #[server(default)] answers: HashMap<String, Vec<String>>,
) -> Result<Vec<(String, Vec<String>)>, AppError> {
    super::receipt::replace(round, &receipt, &asked, answers.into_iter().collect()).await
}

/// Takes the response of a receipt back.
#[server(name = WithdrawResponse, prefix = "/api", endpoint = "survey/withdraw-response")]
pub async fn withdraw_response(round: RoundId, #[server(default)] receipt: String) -> Result<(), AppError> {
    super::receipt::withdraw(round, &receipt).await
}

/// Keeps what was read on a sheet of paper. `again`: the sheet is keyed for the second time; where both agree, it counts.
#[server(name = KeySheet, prefix = "/api", endpoint = "survey/key-sheet")]
pub async fn key_sheet(
    round: RoundId,
    #[server(default)] sheet: String,
    #[server(default)] again: bool,
    #[server(default)] college: String,
    #[server(default)] language: String,
    #[server(default)] answers: HashMap<String, Vec<String>>,
) -> Result<(), AppError> {
    super::paper::key(round, &sheet, again, college, language, answers.into_iter().collect()).await
}

/// Counts a sheet of which two keyings differ, as `pick` says question by question; `answers` are those read anew on the paper.
#[server(name = SettleSheet, prefix = "/api", endpoint = "survey/settle-sheet")]
pub async fn settle_sheet(
    round: RoundId,
    #[server(default)] sheet: String,
    #[server(default)] college: String,
    #[server(default)] language: String,
    #[server(default)] pick: HashMap<String, String>,
    #[server(default)] answers: HashMap<String, Vec<String>>,
) -> Result<(), AppError> {
    let pick = pick.into_iter().filter_map(|(code, pick)| Some((code, pick.parse().ok()?))).collect();
    super::paper::settle(round, &sheet, college, language, pick, answers.into_iter().collect()).await
}

/// Forgets what was keyed from a sheet that does not count yet.
#[server(name = ForgetSheet, prefix = "/api", endpoint = "survey/forget-sheet")]
pub async fn forget_sheet(round: RoundId, #[server(default)] sheet: String) -> Result<(), AppError> {
    super::paper::forget(round, &sheet).await
}

/// Sends a response on behalf of a person who is there and agrees. Gives their receipt.
#[server(name = SendProxy, prefix = "/api", endpoint = "survey/send-proxy")]
pub async fn send_proxy(
    round: RoundId,
    #[server(default)] college: String,
    #[server(default)] card: String,
    #[server(default)] consent: bool,
    #[server(default)] answers: HashMap<String, Vec<String>>,
) -> Result<Option<String>, AppError> {
    super::paper::send(round, college, card, consent, answers.into_iter().collect()).await
}
