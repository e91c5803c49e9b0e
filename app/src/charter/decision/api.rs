//! Server functions of the decision.

use std::collections::BTreeMap;

use domain::{
    Refusal,
    access::Act,
    charter::{
        Frame, objection, rules, stance,
        status::{back_to_consultation, open_ratification as may_open},
    },
    id::{ObjectionId, RoundId},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::charter;

use super::drafting;
use crate::{AppError, visit::Visit};

/// What is decided on, how, and what each needs, before the round opens.
#[server(name = EditCharterRules, prefix = "/api", endpoint = "charter/edit-rules")]
pub async fn edit_rules(
    round: RoundId,
    #[server(default)] scope: String,
    #[server(default)] way: String,
    #[server(default)] blocking: String,
    #[server(default)] quorum: BTreeMap<String, String>,
    #[server(default)] threshold: BTreeMap<String, String>,
    #[server(default)] say: Vec<String>,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::EditCharterRules, round).await?;
                entry.calendar.must_not_have_opened(visit.now)?;
                let colleges: Vec<_> = store::process::colleges(c, entry.process).await?.iter().map(|college| college.id).collect();
                let frame: Frame = store::round::content(c, round).await?;
                let form =
                    rules::Typed { scope: &scope, way: &way, blocking: &blocking, quorum: &quorum, threshold: &threshold, say: &say };
                let rules = rules::typed(form, &colleges, frame.common_bar())?;
                let detail = json!({
                    "scope": rules.scope, "way": rules.way, "blocking": rules.blocking, "bars": rules.colleges.len(),
                    "committees": rules.committees.keys().collect::<Vec<_>>(),
                });
                store::round::set_content(c, round, &Frame { rules, ..frame }).await?;
                visit.journal(c, Some(entry.process), "charter.rules", round, detail).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#charter-rules"));
    Ok(())
}

/// From now on the text stays as it is.
#[server(name = OpenRatification, prefix = "/api", endpoint = "charter/open-ratification")]
pub async fn open_ratification(round: RoundId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::OpenRatification, round).await?;
                c.lock(round.0).await?;
                let articles = charter::order(c, round).await?.len();
                may_open(entry.kind, &entry.calendar, charter::is_frozen(c, round).await?, articles, visit.now)?;
                charter::open_ratification(c, round, visit.now).await?;
                visit.journal(c, Some(entry.process), "charter.freeze", round, json!({ "articles": articles })).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}#status"));
    Ok(())
}

/// The text is set free, for a reason that everybody reads.
#[server(name = BackToConsultation, prefix = "/api", endpoint = "charter/back-to-consultation")]
pub async fn back(round: RoundId, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::BackToConsultation, round).await?;
                c.lock(round.0).await?;
                let reason = back_to_consultation(&entry.calendar, charter::is_frozen(c, round).await?, &reason, visit.now)?;
                charter::end_ratification(c, round, &reason, visit.now).await?;
                visit.journal(c, Some(entry.process), "charter.unfreeze", round, json!({ "reason": reason })).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}#status"));
    Ok(())
}

/// Where a person stands on the whole charter as it is frozen; changeable while it is.
#[server(name = TakeWholeStance, prefix = "/api", endpoint = "charter/take-whole-stance")]
pub async fn take_whole(
    round: RoundId,
    #[server(default)] version: String,
    #[server(default)] stance: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::TakeWholeStance, round).await?;
                stance::may_take(entry.kind, &entry.calendar, visit.now)?;
                c.lock(round.0).await?;
                let frame: Frame = store::round::content(c, round).await?;
                if frame.rules.scope != rules::Scope::Whole {
                    return Err(Refusal::not_found().into());
                }
                let frozen = charter::frozen(c, round).await?.ok_or_else(|| Refusal::conflict("charter-not-frozen"))?;
                // It may have gone back and been frozen anew while they wrote: nobody agrees to words they have not seen.
                let (stance, reason) = stance::take(frozen.to_string() == version, &stance, &reason)?;
                let (account, college) = (entry.who.account()?, entry.who.college()?);
                Ok(charter::take_whole_stance(c, frozen, charter::Said { round, account, college, stance }, &reason).await?)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}#whole"));
    Ok(())
}

/// What a facilitator answers to an objection; they may answer it anew.
#[server(name = AnswerObjection, prefix = "/api", endpoint = "charter/answer-objection")]
pub async fn answer_objection(
    objection: ObjectionId,
    #[server(default)] answer: String,
    #[server(default)] version: String,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (round, to) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let place = charter::objection_place(c, objection).await?.ok_or_else(Refusal::not_found)?;
                let round = place.round_id;
                visit.allow_in_round(c, Act::AnswerObjection, round).await?;
                c.lock(round.0).await?;
                let frame: Frame = store::round::content(c, round).await?;
                // Closed by hand a moment ago, while this waited for the lock.
                let entry = visit.allow_in_round(c, Act::AnswerObjection, round).await?;
                objection::may_answer(&entry.calendar, &frame.rules, visit.now)?;
                if let Some(article) = place.article_id {
                    c.lock(article.0).await?;
                }
                // Again under the locks: its author may just have changed their mind.
                let place = charter::objection_place(c, objection).await?.ok_or_else(Refusal::not_found)?;
                let reply = objection::answer(place.is_open, place.number.zip(place.current), &answer, &version, &words)?;
                charter::answer_objection(c, objection, &reply, visit.now).await?;
                visit.journal(c, Some(entry.process), "objection.answer", objection, json!({ "answer": reply.answer })).await?;
                let page = place.article_id.map_or_else(|| format!("/r/{round}"), |article| format!("/article/{article}"));
                Ok((round, format!("{page}#objection-{objection}")))
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&to);
    Ok(())
}
