//! Server functions of proposals. Those of comments serve charters too.

use domain::{
    comments::Subject,
    id::{CommentId, ProposalId, RoundId},
    proposals::Choice,
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::visit::Visit;
#[cfg(feature = "ssr")]
use domain::{
    Refusal,
    access::{Act, check},
    comments,
    proposals::{self, Method, Vote},
};

/// A new proposal; its own page comes next.
#[server(name = Propose, prefix = "/api", endpoint = "proposals/propose")]
pub async fn propose(round: RoundId, #[server(default)] title: String, #[server(default)] body: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::Propose, round).await?;
                if entry.kind != domain::round::RoundKind::Proposals {
                    return Err(Refusal::not_found().into());
                }
                entry.calendar.must_be_open(visit.now)?;
                let (account, college) = (entry.who.account()?, entry.who.college()?);
                let proposal = proposals::read(&title, &body)?;
                let before = store::proposals::before(c, round, account, &proposal.title).await?;
                let proposal = proposals::propose(&entry.calendar, visit.now, before, proposal)?;
                Ok(store::proposals::create(c, round, account, college, &proposal, visit.now).await?)
            })
        })
        .await?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&Subject::Proposal(id).path());
    Ok(())
}

/// Casts or changes one's vote. The one server function that an island calls: it exists in the browser too.
#[server(name = CastVote, prefix = "/api", endpoint = "proposals/vote")]
pub async fn vote(proposal: ProposalId, choice: Choice, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let account = visit.account().ok_or_else(Refusal::sign_in)?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let booth = store::proposals::booth(c, proposal, account).await?.ok_or_else(Refusal::not_found)?;
                check(Act::Vote, &booth.entry.who)?;
                if booth.hidden {
                    return Err(Refusal::not_found().into());
                }
                let vote = Vote { college: booth.entry.who.college()?, choice };
                let steps = proposals::cast(&booth.entry.calendar, visit.now, booth.before, vote)?;
                let reason = booth.rules.vote(choice, &reason)?;
                if !steps.is_empty() || reason != booth.reason {
                    store::proposals::vote_saying(c, proposal, account, vote, &reason, &steps).await?;
                }
                if booth.rules.method == Method::Judgment && booth.before.is_none() {
                    store::ballots::note_voter(c, booth.round, account, vote.college).await?;
                }
                Ok(())
            })
        })
        .await?;
    back_to(&visit, &format!("#p-{proposal}"));
    Ok(())
}

/// A comment on a proposal or an article; `parent` is empty for a new thread.
#[server(name = Comment, prefix = "/api", endpoint = "proposals/comment")]
pub async fn comment(subject: Subject, #[server(default)] parent: String, #[server(default)] body: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (round, id) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let place = store::comments::place(c, subject).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::Comment, place.round_id).await?;
                if place.hidden {
                    return Err(Refusal::not_found().into());
                }
                let parent: Option<CommentId> = match parent.as_str() {
                    "" => None,
                    id => Some(id.parse().map_err(|_| Refusal::not_found())?),
                };
                let standing = match parent {
                    Some(id) => Some(store::comments::standing(c, id).await?.ok_or_else(Refusal::not_found)?.parent()),
                    None => None,
                };
                let author = entry.who.account()?;
                let said = store::comments::said(c, subject, parent, author, &domain::text::clean(&body)).await?;
                let body = comments::comment(&entry.calendar, visit.now, subject, standing, said, &body)?;
                let college = entry.who.membership.and_then(|member| member.college).map(|(id, _)| id);
                let new = store::comments::New { round: place.round_id, subject, parent, author, college, body: &body };
                Ok((place.round_id, store::comments::create(c, new, visit.now).await?))
            })
        })
        .await?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&subject.comment_path(id));
    Ok(())
}

#[server(name = HideComment, prefix = "/api", endpoint = "proposals/hide-comment")]
pub async fn hide_comment(comment: CommentId, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let subject = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let standing = store::comments::standing(c, comment).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::HideComment, standing.round).await?;
                let reason = proposals::hide(standing.hidden, &reason)?;
                store::comments::hide(c, comment, standing.subject, &reason).await?;
                let detail = serde_json::json!({ "on": standing.subject.to_string() });
                visit.journal(c, Some(entry.process), "comment.hide", comment, detail).await?;
                Ok(standing.subject)
            })
        })
        .await?;
    leptos_axum::redirect(&subject.comment_path(comment));
    Ok(())
}

#[server(name = AnswerComment, prefix = "/api", endpoint = "proposals/answer-comment")]
pub async fn answer_comment(
    comment: CommentId,
    #[server(default)] outcome: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let subject = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let standing = store::comments::standing(c, comment).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::AnswerComment, standing.round).await?;
                let decision = proposals::decide(&entry.calendar, visit.now, &outcome, &reason)?;
                store::comments::answer(c, comment, &decision).await?;
                let detail = serde_json::json!({ "on": standing.subject.to_string(), "outcome": decision.outcome });
                visit.journal(c, Some(entry.process), "comment.answer", comment, detail).await?;
                Ok(standing.subject)
            })
        })
        .await?;
    leptos_axum::redirect(&subject.comment_path(comment));
    Ok(())
}

#[server(name = HideProposal, prefix = "/api", endpoint = "proposals/hide")]
pub async fn hide_proposal(proposal: ProposalId, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                c.lock(proposal.0).await?;
                let place = store::comments::place(c, Subject::Proposal(proposal)).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::HideProposal, place.round_id).await?;
                let reason = proposals::hide(place.hidden, &reason)?;
                store::proposals::hide(c, proposal, &reason).await?;
                visit.journal(c, Some(entry.process), "proposal.hide", proposal, serde_json::json!({})).await
            })
        })
        .await?;
    leptos_axum::redirect(&Subject::Proposal(proposal).path());
    Ok(())
}

#[server(name = DecideProposal, prefix = "/api", endpoint = "proposals/decide")]
pub async fn decide_proposal(
    proposal: ProposalId,
    #[server(default)] outcome: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = store::proposals::round_of(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::DecideProposal, round).await?;
                let decision = proposals::decide(&entry.calendar, visit.now, &outcome, &reason)?;
                store::proposals::decide(c, proposal, &decision).await?;
                let detail = serde_json::json!({ "outcome": decision.outcome });
                visit.journal(c, Some(entry.process), "proposal.decide", proposal, detail).await
            })
        })
        .await?;
    leptos_axum::redirect(&Subject::Proposal(proposal).path());
    Ok(())
}

/// Sends a plain form back to the page it came from, at the place it came from. An island's page is there already.
#[cfg(feature = "ssr")]
fn back_to(visit: &Visit, anchor: &str) {
    let Some(parts) = use_context::<http::request::Parts>() else { return };
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let island = header("sec-fetch-mode").is_some_and(|mode| mode != "navigate");
    let page = header("referer").and_then(|page| page.strip_prefix(&visit.services.site.url)).filter(|path| path.starts_with('/'));
    if let (false, Some(page)) = (island, page) {
        leptos_axum::redirect(&format!("{}{anchor}", page.split('#').next().unwrap_or_default()));
    }
}
