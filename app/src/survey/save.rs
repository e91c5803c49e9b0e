//! What the server functions of surveys do.

use domain::{
    Refusal,
    access::Act,
    id::{AccountId, RoundId},
    round::{Mode, RoundKind, State},
    survey::{Answers, Edit, Form, KindName, Step, Typed, answer, check, check_draft},
};
use leptos_axum::redirect;
use store::{Conn, journal, responses, round::Entry};

use super::take::ANCHOR;
use crate::{AppError, ui::date::iso_day, visit::Visit};

/// The form of a survey or an evaluation.
pub async fn form(c: &mut Conn, round: RoundId, kind: RoundKind) -> Result<Form, AppError> {
    Ok(responses::form(c, round, kind).await?.ok_or_else(Refusal::not_found)?)
}

/// Where a section is answered; behind the last one comes the review.
pub fn address(round: RoundId, form: &Form, at: usize) -> String {
    if at < form.sections.len() { format!("/r/{round}?section={}", at + 1) } else { format!("/r/{round}?section=review") }
}

async fn enter(visit: &Visit, c: &mut Conn, act: Act, round: RoundId) -> Result<(Entry, Form), AppError> {
    let entry = visit.allow_in_round(c, act, round).await?;
    entry.calendar.must_be_open(visit.now)?;
    let form = form(c, round, entry.kind).await?;
    Ok((entry, form))
}

pub async fn draft(round: RoundId, section: &str, sent: Answers, go: &str) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (form, at, draft) = visit
        .services
        .db
        .write({
            let (visit, section) = (visit.clone(), section.to_owned());
            move |c| {
                Box::pin(async move {
                    let (entry, form) = enter(&visit, c, Act::SaveDraft, round).await?;
                    let at = form.section_at(&section).ok_or_else(Refusal::not_found)?;
                    let change = |before| {
                        let merged = answer::merge(&form.sections[at], before, sent);
                        check_draft(&form, &merged).map(|()| merged)
                    };
                    let draft = responses::save_draft::<AppError>(c, round, entry.who.account()?, entry.mode, change).await?;
                    Ok::<_, AppError>((form, at, draft))
                })
            }
        })
        .await?;
    match go {
        "next" => {
            // The draft is kept as it is; only then is said what would not count.
            answer::check_section(&form, &form.sections[at], &draft)?;
            redirect(&format!("{}#{ANCHOR}", address(round, &form, at + 1)));
        }
        "back" => redirect(&format!("{}#{ANCHOR}", address(round, &form, at.saturating_sub(1)))),
        "later" => redirect(&format!("{}&saved=1", address(round, &form, at))),
        _ => {}
    }
    Ok(())
}

pub async fn send(round: RoundId, sent: Answers) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let day = iso_day(visit.now, &visit.services.site.zone);
    visit
        .services
        .db
        .write({
            let visit = visit.clone();
            move |c| {
                Box::pin(async move {
                    let (entry, form) = enter(&visit, c, Act::SendResponse, round).await?;
                    let (account, college) = (entry.who.account()?, entry.who.college()?);
                    let sent = if sent.is_empty() { kept(c, &entry, round, account).await? } else { sent };
                    // Said first: whoever has sent already has no draft, and would hear that everything is missing.
                    if entry.mode == Mode::Anonymous && responses::participated(c, round, account).await? {
                        return Err(Refusal::conflict("already-sent").into());
                    }
                    let answers = check(&form, &sent)?;
                    let sending =
                        responses::Sending { round, mode: entry.mode, account, college, day: &day, form: &form, answers: &answers };
                    if responses::send(c, sending).await? { Ok(()) } else { Err(AppError::from(Refusal::conflict("already-sent"))) }
                })
            }
        })
        .await?;
    redirect(&format!("/r/{round}?sent=1"));
    Ok(())
}

/// The draft; where there is none and the response may change, the response itself.
async fn kept(c: &mut Conn, entry: &Entry, round: RoundId, account: AccountId) -> Result<Answers, AppError> {
    Ok(match responses::draft(c, round, account).await? {
        Some(draft) => draft,
        None if entry.mode == Mode::Named => responses::own(c, round, account).await?.unwrap_or_default(),
        None => Answers::new(),
    })
}

pub async fn edit(round: RoundId, step: Step, code: String, kind: &str, typed: Typed) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let kind = kind.parse::<KindName>().ok();
    let touched = visit
        .services
        .db
        .write({
            let visit = visit.clone();
            move |c| {
                Box::pin(async move {
                    let entry = visit.allow_in_round(c, Act::EditForm, round).await?;
                    if entry.kind != RoundKind::Survey {
                        return Err(Refusal::not_found().into());
                    }
                    let kind = match (step, kind) {
                        (_, Some(kind)) => kind,
                        (Step::AddQuestion, None) => return Err(Refusal::field("kind", "required").into()),
                        // Other steps do not read it.
                        (_, None) => KindName::Faces,
                    };
                    let edit = Edit { step, code, kind, typed };
                    c.lock(round.0).await?;
                    let form: Form = store::round::content(c, round).await?;
                    let (form, touched) = form.edit(&entry.calendar, visit.now, &edit)?;
                    store::round::set_content(c, round, &form).await?;
                    record(&visit, c, round, &entry, "survey.edit-form", step.as_str(), &touched).await?;
                    Ok::<_, AppError>(touched)
                })
            }
        })
        .await?;
    redirect(&format!("/r/{round}/edit#{touched}"));
    Ok(())
}

/// Writes a change of the form or of the frame into the journal: which step and on what, not the words.
pub async fn record(visit: &Visit, c: &mut Conn, round: RoundId, entry: &Entry, act: &str, step: &str, code: &str) -> Result<(), AppError> {
    let detail = serde_json::json!({ "step": step, "code": code });
    let act =
        journal::Act { at: visit.now, actor: entry.who.account, process: Some(entry.process), act, subject: round.to_string(), detail };
    Ok(journal::write(c, act).await?)
}

/// Whether the frame of a round may still change.
pub fn may_edit(visit: &Visit, entry: &Entry) -> bool {
    matches!(entry.calendar.state(visit.now), State::Draft | State::Announced)
}
