//! Server functions of needs.

use std::collections::BTreeMap;

use domain::{
    Kind, Problem, Refusal,
    access::Act,
    evaluation::Frame,
    id::{CollegeId, NeedId, RoundId, ThemeId},
    lang::LangText,
    needs::{self, LINKS, Target, Words, coding},
    round::RoundKind,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{Conn, needs::Need, needs::coding as desk};

use crate::{AppError, visit::Visit};

/// How many of each college name a theme, by the coding of this moment.
pub async fn count(c: &mut Conn, round: RoundId, theme: ThemeId) -> Result<BTreeMap<CollegeId, coding::Count>, AppError> {
    let sheets = desk::desk(c, round).await?;
    let colleges = desk::colleges(c, round).await?;
    Ok(coding::count(&sheets, theme, |response| colleges.get(&response).copied()))
}

/// Admits to a need. Those who change it wait for one another.
async fn enter(visit: &Visit, c: &mut Conn, act: Act, need: NeedId) -> Result<Need, AppError> {
    let held = store::needs::find(c, need).await?.ok_or_else(Refusal::not_found)?;
    visit.allow_in(c, act, held.process_id).await?;
    c.lock(need.0).await?;
    Ok(held)
}

/// A theme becomes a need, with its counts by college.
#[server(name = MakeNeed, prefix = "/api", endpoint = "needs/make")]
pub async fn make(
    theme: ThemeId,
    #[server(default)] title: LangText,
    #[server(default)] summary: LangText,
    #[server(default)] existing: LangText,
    #[server(default)] missing: LangText,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let held = desk::theme(c, theme).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::MakeNeed, held.round_id).await?;
                coding::may_code(entry.kind, entry.mode, &entry.calendar, visit.now)?;
                c.lock(entry.process.0).await?;
                let others: Vec<Need> =
                    store::needs::of_process(c, entry.process).await?.into_iter().filter(|need| need.withdrawn_reason.is_none()).collect();
                let same = held.merged_into.is_some() || others.iter().any(|need| need.theme_id == theme);
                let words = needs::make(others.len(), same, &Words { title, summary, existing, missing })?;
                let counts = count(c, held.round_id, theme).await?;
                let new = store::needs::New { process: entry.process, round: held.round_id, theme, words: &words };
                let id = store::needs::create(c, new, &counts, visit.now).await?;
                let facts = json!({ "title": words.title.text("fr"), "code": held.code });
                visit.journal(c, Some(entry.process), "need.make", id, facts).await?;
                Ok::<_, AppError>(id)
            })
        })
        .await?;
    redirect(&format!("/need/{id}/edit?made=1"));
    Ok(())
}

/// New words; `recount`: new counts too, by the coding of this moment.
#[server(name = EditNeed, prefix = "/api", endpoint = "needs/edit")]
pub async fn edit(
    need: NeedId,
    #[server(default)] title: LangText,
    #[server(default)] summary: LangText,
    #[server(default)] existing: LangText,
    #[server(default)] missing: LangText,
    #[server(default)] recount: bool,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let held = enter(&visit, c, Act::EditNeed, need).await?;
                let words = needs::describe(&Words { title, summary, existing, missing })?;
                store::needs::edit(c, need, &words).await?;
                if recount {
                    let counts = count(c, held.round_id, held.theme_id).await?;
                    store::needs::set_counts(c, need, &counts).await?;
                }
                let facts = json!({ "title": words.title.text("fr"), "recount": recount });
                visit.journal(c, Some(held.process_id), "need.edit", need, facts).await
            })
        })
        .await?;
    redirect(&format!("/need/{need}/edit?saved=1"));
    Ok(())
}

/// A need leads to a proposal, an article or an action of the same process.
#[server(name = LinkNeed, prefix = "/api", endpoint = "needs/link")]
pub async fn link(need: NeedId, #[server(default)] target: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let held = enter(&visit, c, Act::LinkNeed, need).await?;
                let target: Target = target.parse().map_err(|_| Refusal::field("target", "required"))?;
                if store::needs::process_of(c, &target).await? != Some(held.process_id) || !is_there(c, &target).await? {
                    return Err(Refusal::field("target", "not-found").into());
                }
                let links = store::needs::links(c, held.process_id).await?;
                if links.iter().filter(|link| link.need_id == need).count() >= LINKS {
                    let problems = vec![Problem::new("target", "too-many-links").with("max", LINKS)];
                    return Err(Refusal { kind: Kind::Invalid, problems }.into());
                }
                store::needs::link(c, need, &target).await?;
                visit.journal(c, Some(held.process_id), "need.link", need, json!({ "kind": target.kind() })).await
            })
        })
        .await?;
    redirect(&format!("/need/{need}/edit?saved=1#links"));
    Ok(())
}

/// Whether an action stands in the frame of its round.
async fn is_there(c: &mut Conn, target: &Target) -> Result<bool, AppError> {
    let Target::Action(round, code) = target else { return Ok(true) };
    let kind = store::round::find(c, *round).await?.map(|round| round.kind);
    if kind != Some(RoundKind::Evaluation) {
        return Ok(false);
    }
    let frame: Frame = store::round::content(c, *round).await?;
    Ok(frame.actions.iter().any(|action| action.code == *code))
}

#[server(name = UnlinkNeed, prefix = "/api", endpoint = "needs/unlink")]
pub async fn unlink(need: NeedId, target: Target) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let held = enter(&visit, c, Act::UnlinkNeed, need).await?;
                if store::needs::unlink(c, need, &target).await? {
                    visit.journal(c, Some(held.process_id), "need.unlink", need, json!({ "kind": target.kind() })).await?;
                }
                Ok::<_, AppError>(())
            })
        })
        .await?;
    redirect(&format!("/need/{need}/edit?saved=1#links"));
    Ok(())
}

/// Takes a need back, with a reason that facilitators keep seeing.
#[server(name = WithdrawNeed, prefix = "/api", endpoint = "needs/withdraw")]
pub async fn withdraw(need: NeedId, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let process = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let held = enter(&visit, c, Act::WithdrawNeed, need).await?;
                let reason = needs::withdraw(held.withdrawn_reason.is_some(), &reason)?;
                store::needs::withdraw(c, need, &reason).await?;
                visit.journal(c, Some(held.process_id), "need.withdraw", need, json!({})).await?;
                Ok::<_, AppError>(held.process_id)
            })
        })
        .await?;
    redirect(&format!("/p/{process}/needs"));
    Ok(())
}
