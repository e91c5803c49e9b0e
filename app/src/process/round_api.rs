//! Server functions of a process's calendar.

use domain::{
    Refusal,
    access::Act,
    id::{ProcessId, RoundId},
    lang::LangText,
    refusal::Problems,
    round::{Calendar, Mode, RoundKind, decide, describe, first_content},
};
use leptos::prelude::*;
use serde_json::json;
use store::{Conn, round::Entry};

use crate::{
    AppError,
    error::fault,
    ui::date::{iso_utc, parse_local},
    visit::Visit,
};

/// A new round at the end of the calendar, as a draft.
#[server(name = CreateRound, prefix = "/api", endpoint = "round/create")]
pub async fn create_round(
    process: ProcessId,
    kind: RoundKind,
    #[server(default)] title: LangText,
    #[server(default)] intro: LangText,
    mode: Mode,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::CreateRound, process).await?;
                let new = describe(kind, &title, &intro, mode)?;
                let content = first_content(kind).map_err(|error| fault(&error))?;
                c.lock(process.0).await?;
                let id = store::round::create(c, process, kind, new.mode, &new.title, &new.intro, &content).await?;
                visit
                    .journal(c, Some(process), "round.create", id, json!({ "title": new.title.text("fr"), "kind": kind, "mode": new.mode }))
                    .await?;
                Ok::<_, AppError>(id)
            })
        })
        .await?;
    leptos_axum::redirect(&format!("/r/{id}/edit"));
    Ok(())
}

/// New words; the mode only before the round opens.
#[server(name = EditRound, prefix = "/api", endpoint = "round/edit")]
pub async fn edit_round(
    round: RoundId,
    #[server(default)] title: LangText,
    #[server(default)] intro: LangText,
    mode: Mode,
) -> Result<(), AppError> {
    change(round, Act::EditRound, "round.edit", move |c, entry, now| {
        Box::pin(async move {
            let new = describe(entry.kind, &title, &intro, mode)?;
            let new = entry.calendar.redescribe(entry.kind, entry.mode, new, now)?;
            let adopted = entry.kind == RoundKind::Charter && store::charter::adoption(c, round).await?.is_some();
            if adopted && store::round::find(c, round).await?.is_some_and(|own| own.title != new.title) {
                return Err(Refusal::field("title", "charter-adopted-title").into());
            }
            store::round::edit(c, round, &new.title, &new.intro, new.mode).await?;
            Ok(json!({ "title": new.title.text("fr"), "mode": new.mode, "state": entry.calendar.state(now) }))
        })
    })
    .await
}

/// When the round opens and closes, and whether it stands in the calendar for all to see.
#[server(name = ScheduleRound, prefix = "/api", endpoint = "round/schedule")]
pub async fn schedule_round(
    round: RoundId,
    #[server(default)] announced: bool,
    #[server(default)] opens_at: String,
    #[server(default)] closes_at: String,
) -> Result<(), AppError> {
    let zone = Visit::current()?.services.site.zone.clone();
    change(round, Act::ScheduleRound, "round.schedule", move |c, entry, now| {
        Box::pin(async move {
            let mut problems = Problems::new();
            let opens_at = problems.take(parse_local("opens_at", &opens_at, &zone));
            let closes_at = problems.take(parse_local("closes_at", &closes_at, &zone));
            problems.check()?;
            let (Some(opens_at), Some(closes_at)) = (opens_at, closes_at) else { return Err(Refusal::field("", "malformed").into()) };
            let calendar = entry.calendar.reschedule(announced, opens_at, closes_at, now)?;
            set(c, round, calendar).await?;
            Ok(json!({ "announced": calendar.announced, "opens": iso_utc(opens_at), "closes": iso_utc(closes_at) }))
        })
    })
    .await
}

/// Closes before the time.
#[server(name = CloseRound, prefix = "/api", endpoint = "round/close")]
pub async fn close_round(round: RoundId, #[server(default)] confirm: bool) -> Result<(), AppError> {
    change(round, Act::CloseRound, "round.close", move |c, entry, now| {
        Box::pin(async move {
            if !confirm {
                return Err(Refusal::field("confirm", "confirm-closing").into());
            }
            let closed = entry.calendar.close(now)?;
            set(c, round, closed).await?;
            keep_proof(c, round, Entry { calendar: closed, ..entry }, now).await?;
            Ok(json!({}))
        })
    })
    .await
}

/// Publishes the results with the reasoned decision.
#[server(name = PublishRound, prefix = "/api", endpoint = "round/publish")]
pub async fn publish_round(round: RoundId, #[server(default)] decision: LangText) -> Result<(), AppError> {
    let services = Visit::current()?.services.clone();
    change(round, Act::PublishRound, "round.publish", move |c, entry, now| {
        Box::pin(async move {
            let decision = decide(&decision)?;
            let published = entry.calendar.publish(now)?;
            set(c, round, published).await?;
            keep_proof(c, round, Entry { calendar: published, ..entry }, now).await?;
            store::round::set_decision(c, round, &decision).await?;
            store::responses::seal(c, round).await?;
            store::ballots::seal(c, round).await?;
            let mut detail = json!({ "languages": decision.0.keys().collect::<Vec<_>>() });
            let (ballots, head) = store::ballots::fix_head(c, round).await?;
            // The public list of secret ballots, fixed line by line.
            if let (true, Some(detail)) = (ballots > 0, detail.as_object_mut()) {
                detail.extend([("ballots".to_owned(), json!(ballots)), ("ballots_head".to_owned(), json!(head))]);
            }
            Ok(detail)
        })
    })
    .await?;
    // What was written anew leaves its old rows behind until they are swept.
    Ok(services.db.sweep().await?)
}

async fn set(c: &mut Conn, round: RoundId, calendar: Calendar) -> Result<(), AppError> {
    Ok(store::round::set_calendar(c, round, calendar).await?)
}

/// What came out of a charter stays as it was when its round was over.
async fn keep_proof(c: &mut Conn, round: RoundId, entry: Entry, now: i64) -> Result<(), AppError> {
    if entry.kind == RoundKind::Charter {
        crate::charter::keep_proof(c, round, &entry, now).await?;
    }
    Ok(())
}

/// What every change of a round has around it: access first, no other change of the same round meanwhile, the journal, the pages told.
async fn change<F>(round: RoundId, act: Act, name: &'static str, work: F) -> Result<(), AppError>
where
    F: for<'c> FnOnce(&'c mut Conn, Entry, i64) -> futures::future::BoxFuture<'c, Result<serde_json::Value, AppError>> + Send + 'static,
{
    let visit = Visit::current()?;
    let services = visit.services.clone();
    services
        .db
        .write(move |c| {
            Box::pin(async move {
                c.lock(round.0).await?;
                let entry = visit.allow_in_round(c, act, round).await?;
                let detail = work(c, entry, visit.now).await?;
                visit.journal(c, Some(entry.process), name, round, detail).await
            })
        })
        .await?;
    services.live.changed(round);
    leptos_axum::redirect(&format!("/r/{round}/edit?saved=1"));
    Ok(())
}
