//! Server functions of proposals. Those of comments, which serve charters too, are in `comments/api.rs`.

#![expect(clippy::too_many_arguments, reason = "the fields of one form")]

use domain::{
    id::{ProposalId, RoundId},
    proposals::Choice,
};
use leptos::prelude::*;

use super::idea_api::Alike;
use crate::AppError;
#[cfg(feature = "ssr")]
use crate::{proposals::idea_api, visit::Visit};
#[cfg(feature = "ssr")]
use domain::{
    Refusal,
    access::{Act, check},
    comments::Subject,
    proposals::{self, Method, Vote, idea::Typed},
};

/// A new proposal; its own page comes next. When there are others about the same, the form comes back once and shows them; sent `anyway`,
/// it counts.
#[server(name = Propose, prefix = "/api", endpoint = "proposals/propose")]
pub async fn propose(
    round: RoundId,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] theme: String,
    #[server(default)] need: String,
    #[server(default)] territory: String,
    #[server(default)] alt: String,
    #[server(default)] file: String,
    #[server(default)] picture: String,
    #[server(default)] anyway: bool,
) -> Result<Alike, AppError> {
    let visit = Visit::current()?;
    // Kept even if something else is still missing: nobody sends a photo twice over a phone's network.
    let kept = if file.is_empty() { picture } else { crate::picture::keep(&visit, Act::Propose, round, &file).await?.to_string() };
    let sent = kept.clone();
    let made = visit
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
                let extras = idea_api::extras(c, entry.process, &Typed { theme, need, territory, alt }, &kept).await?;
                if !anyway {
                    let proposals = store::search::similar(c, round, &proposal.title).await?;
                    if !proposals.is_empty() {
                        return Ok(Err(Alike { proposals, picture: kept }));
                    }
                }
                let id = store::proposals::create(c, round, account, college, &proposal, visit.now).await?;
                store::proposals::idea::set_extras(c, id, &extras).await?;
                Ok(Ok(id))
            })
        })
        .await
        .map_err(|error| idea_api::with_picture(error, &sent))?;
    match made {
        Ok(id) => {
            visit.services.live.changed(round);
            leptos_axum::redirect(&Subject::Proposal(id).path());
            Ok(Alike::default())
        }
        Err(alike) => {
            crate::forms::show_answer();
            Ok(alike)
        }
    }
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
                // The same again on a kept proposal is a vote on it, where there was one carried over.
                if !steps.is_empty() || reason != booth.reason || booth.carried {
                    store::proposals::vote_saying(c, (proposal, booth.carried), account, vote, &reason, &steps).await?;
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
                let by = entry.who.account()?;
                // Of elected members, those whom a facilitator named.
                if !entry.who.is_facilitator() && !store::proposals::idea::answers(c, entry.process, by).await? {
                    return Err(Refusal::conflict("not-named-to-answer").into());
                }
                let (standing, ..) = store::proposals::idea::standing(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                if standing.withdrawn || standing.merged {
                    return Err(Refusal::conflict("proposal-is-settled").into());
                }
                let decision = proposals::decide(&entry.calendar, visit.now, &outcome, &reason)?;
                store::proposals::decide(c, proposal, &decision, by, visit.now).await?;
                // Its author and all who voted learn of it.
                store::news::note(c, proposal, visit.now).await?;
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
pub(super) fn back_to(visit: &Visit, anchor: &str) {
    let Some(parts) = use_context::<http::request::Parts>() else { return };
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let island = header("sec-fetch-mode").is_some_and(|mode| mode != "navigate");
    let page = header("referer")
        .and_then(|page| page.strip_prefix(&visit.services.site.url))
        .filter(|path| path.starts_with('/') && !path.starts_with("/api/"));
    if let (false, Some(page)) = (island, page) {
        leptos_axum::redirect(&format!("{}{anchor}", page.split('#').next().unwrap_or_default()));
    }
}
