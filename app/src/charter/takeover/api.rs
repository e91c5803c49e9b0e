//! Server functions of charters that are taken over.

#![expect(clippy::too_many_arguments, reason = "the fields of one form")]

use domain::{
    Refusal,
    access::Act,
    charter::{
        Frame,
        takeover::{Ask, Words},
    },
    id::{ProcessId, RoundId},
    lang::LangText,
    round::{Mode, RoundKind},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{Conn, charter};

use super::{
    super::decision::drafting,
    loaded::{Copy, Remerge, remerge},
    settle::{Typed, Writer},
    take::{note, take},
};
use crate::{AppError, visit::Visit};

/// An adopted charter into an empty one.
#[server(name = TakeOver, prefix = "/api", endpoint = "charter/take-over")]
pub async fn take_over(round: RoundId, #[server(default)] source: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::TakeOver, round).await?;
                let source = source.parse().map_err(|_| Refusal::field("source", "required"))?;
                take(&visit, c, &entry, round, source).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#source"));
    Ok(())
}

/// A new charter in a process, that begins with an adopted one.
#[server(name = StartFromCharter, prefix = "/api", endpoint = "charter/start-from")]
pub async fn start_from(process: ProcessId, source: RoundId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::StartFromCharter, process).await?;
                let title = charter::registered(c, source).await?.ok_or_else(Refusal::not_found)?.title;
                c.lock(process.0).await?;
                let (kind, mode) = (RoundKind::Charter, Mode::Named);
                let round = store::round::create(c, process, kind, mode, &title, &LangText::default(), &Frame::default()).await?;
                let facts = json!({ "title": title.text("fr"), "kind": kind, "mode": mode });
                visit.journal(c, Some(process), "round.create", round, facts).await?;
                let entry = visit.allow_in_round(c, Act::TakeOver, round).await?;
                take(&visit, c, &entry, round, source).await?;
                Ok(round)
            })
        })
        .await?;
    redirect(&format!("/r/{round}/edit#source"));
    Ok(())
}

/// The copy and what is asked of it; refused where nothing is any more, or where the source was adopted yet again since.
async fn asked(c: &mut Conn, round: RoundId, source: RoundId) -> Result<(Copy, Remerge), AppError> {
    let copy = Copy::load(c, round).await?.ok_or_else(Refusal::not_found)?;
    let found = remerge(c, &copy).await?.filter(|found| found.source.round_id == source);
    Ok((copy, found.ok_or_else(|| Refusal::conflict("takeover-passed"))?))
}

/// Whether everything is answered now: then the copy stands on the source as it is.
async fn finished(writer: &Writer<'_>, c: &mut Conn, source: RoundId) -> Result<bool, AppError> {
    let (copy, remerge) = asked(c, writer.round, source).await?;
    if !remerge.asked.is_empty() {
        return Ok(false);
    }
    writer.finish(c, &copy, &remerge).await?;
    let facts = json!({ "source": remerge.source.round_id, "sha256": remerge.source.hash });
    writer.visit.journal(c, Some(writer.entry.process), "charter.remerged", writer.round, facts).await?;
    Ok(true)
}

fn leave(visit: &Visit, round: RoundId, finished: bool) {
    visit.services.live.changed(round);
    redirect(&if finished { format!("/r/{round}/source?merged") } else { format!("/r/{round}/source/merge") });
}

/// Takes in whatever needs nobody's choice.
#[server(name = JoinSource, prefix = "/api", endpoint = "charter/join-source")]
pub async fn join_source(round: RoundId, source: RoundId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let finished = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::JoinSource, round).await?;
                let (copy, remerge) = asked(c, round, source).await?;
                let writer = Writer { visit: &visit, entry: &entry, round };
                let note = note(&visit, &remerge.source);
                let mut joined = 0;
                for asked in &remerge.asked {
                    let Ask::Settled(words) = &asked.ask else { continue };
                    let version = asked.mine.as_ref().map_or(0, |mine| mine.number);
                    let typed = Typed { version, words: words.clone(), note: note.clone() };
                    match writer.take(c, &copy, &remerge, asked, &typed).await {
                        Ok(()) => joined += 1,
                        // What is too long together, or can no longer change, stays to be asked about.
                        Err(AppError::Refused(_)) => {}
                        Err(error) => return Err(error),
                    }
                }
                visit.journal(c, Some(entry.process), "charter.remerge", round, json!({ "joined": joined })).await?;
                finished(&writer, c, source).await
            })
        })
        .await?;
    leave(&visit, round, finished);
    Ok(())
}

/// What becomes of one part: the source's, joined with the copy's or corrected by hand, or the copy's own as it is.
#[server(name = MergeSource, prefix = "/api", endpoint = "charter/merge-source")]
pub async fn merge_source(
    round: RoundId,
    source: RoundId,
    #[server(default)] part: String,
    #[server(default)] choice: String,
    #[server(default)] version: i64,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] easy: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let finished = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::MergeSource, round).await?;
                let (copy, remerge) = asked(c, round, source).await?;
                let asked = remerge.asked.iter().find(|asked| asked.key == part).ok_or_else(|| Refusal::conflict("takeover-passed"))?;
                let writer = Writer { visit: &visit, entry: &entry, round };
                match choice.as_str() {
                    "keep" => writer.keep(c, asked).await?,
                    "take" => {
                        let clean = |typed: &str| domain::text::clean(typed);
                        let words = Words { title: clean(&title), body: clean(&body), easy: clean(&easy) };
                        writer.take(c, &copy, &remerge, asked, &Typed { version, words, note }).await?;
                    }
                    _ => return Err(Refusal::field("choice", "required").into()),
                }
                let facts = json!({ "kind": asked.kind, "choice": choice, "own": asked.mine.as_ref().and_then(|mine| mine.id) });
                visit.journal(c, Some(entry.process), "charter.remerge", round, facts).await?;
                finished(&writer, c, source).await
            })
        })
        .await?;
    leave(&visit, round, finished);
    Ok(())
}
