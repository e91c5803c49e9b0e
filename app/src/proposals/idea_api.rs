//! Server functions of an idea: corrected, taken back, found again, merged with its like.

#![expect(clippy::too_many_arguments, reason = "the fields of one form")]

use domain::id::{ProposalId, RoundId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::visit::Visit;
#[cfg(feature = "ssr")]
use domain::{
    Problem, Refusal,
    access::Act,
    comments::Subject,
    id::{PictureId, ProcessId},
    opinions::has_groups,
    proposals::{
        self,
        idea::{self, Extras, Menu, Typed},
        merge,
    },
    round::State,
};
#[cfg(feature = "ssr")]
use store::{Conn, round::Entry};

/// Proposals about the same: shown before sending.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    pub proposals: Vec<(ProposalId, String)>,
    /// The picture that was sent with it and is kept.
    pub picture: String,
}

/// The picture of a proposal that was sent, or the one that is kept already: which, and its size.
#[cfg(feature = "ssr")]
pub async fn picture(c: &mut Conn, process: ProcessId, kept: &str) -> Result<Option<(PictureId, (u32, u32))>, AppError> {
    let Ok(id) = kept.parse::<PictureId>() else { return Ok(None) };
    let size = store::pictures::size(c, process, id).await?.ok_or_else(|| Refusal::field("file", "picture-elsewhere"))?;
    Ok(Some((id, size)))
}

/// A refused form keeps the picture that came with it.
#[cfg(feature = "ssr")]
pub fn with_picture(error: AppError, picture: &str) -> AppError {
    match error {
        AppError::Refused(refusal) if !picture.is_empty() => {
            let with = |problem: Problem| problem.with("picture", picture);
            AppError::Refused(Refusal { problems: refusal.problems.into_iter().map(with).collect(), ..refusal })
        }
        error => error,
    }
}

/// What was chosen beside the words, checked against what this process has.
#[cfg(feature = "ssr")]
pub async fn extras(c: &mut Conn, process: ProcessId, typed: &Typed, kept: &str) -> Result<Extras, AppError> {
    let needs = store::proposals::idea::needs(c, process).await?;
    // Among all places, however many a list has room for.
    let places = if typed.territory.is_empty() { Vec::new() } else { store::proposals::idea::places(c, process, None, i64::MAX).await? };
    let menu = Menu { needs: needs.iter().map(|need| (need.id, need.theme_id)).collect(), places };
    let picture = picture(c, process, kept).await?;
    Ok(idea::extras(&menu, typed, picture)?)
}

/// That this person may correct the proposal now.
#[cfg(feature = "ssr")]
async fn corrects(visit: &Visit, c: &mut Conn, proposal: ProposalId, round: RoundId) -> Result<Entry, AppError> {
    // No ballot that names it meanwhile.
    c.lock(round.0).await?;
    let entry = visit.allow_in_round(c, Act::EditProposal, round).await?;
    let (standing, ..) = store::proposals::idea::standing(c, proposal).await?.ok_or_else(Refusal::not_found)?;
    idea::may_edit(&standing, entry.who.account()?, &entry.calendar, visit.now)?;
    Ok(entry)
}

/// The author corrects a proposal that nobody has voted on or commented.
#[server(name = EditProposal, prefix = "/api", endpoint = "proposals/edit")]
pub async fn edit(
    proposal: ProposalId,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] theme: String,
    #[server(default)] need: String,
    #[server(default)] territory: String,
    #[server(default)] alt: String,
    #[server(default)] file: String,
    #[server(default)] picture: String,
    #[server(default)] remove: bool,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let mut c = visit.read().await?;
    let round = store::proposals::round_of(&mut c, proposal).await?.ok_or_else(Refusal::not_found)?;
    // Before any photo is kept for somebody who may not put it anywhere.
    corrects(&visit, &mut c, proposal, round).await?;
    drop(c);
    // Another photo takes the place of the one that is removed.
    let kept = match (file.is_empty(), remove) {
        (true, true) => String::new(),
        (true, false) => picture,
        (false, _) => crate::picture::keep(&visit, Act::EditProposal, round, &file).await?.to_string(),
    };
    let sent = kept.clone();
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = corrects(&visit, c, proposal, round).await?;
                let words = proposals::read(&title, &body)?;
                let extras = extras(c, entry.process, &Typed { theme, need, territory, alt }, &kept).await?;
                store::proposals::idea::edit(c, proposal, &words, visit.now).await?;
                Ok(store::proposals::idea::set_extras(c, proposal, &extras).await?)
            })
        })
        .await
        .map_err(|error| with_picture(error, &sent))?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&Subject::Proposal(proposal).path());
    Ok(())
}

/// The author takes a proposal back.
#[server(name = WithdrawProposal, prefix = "/api", endpoint = "proposals/withdraw")]
pub async fn withdraw(proposal: ProposalId, #[server(default)] sure: bool) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = store::proposals::round_of(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                // No ballot that names it meanwhile.
                c.lock(round.0).await?;
                let entry = visit.allow_in_round(c, Act::WithdrawProposal, round).await?;
                let (standing, ..) = store::proposals::idea::standing(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                idea::may_withdraw(&standing, entry.who.account()?, &entry.calendar, visit.now)?;
                if !sure {
                    return Err(Refusal::field("sure", "required").into());
                }
                store::proposals::idea::withdraw(c, proposal, visit.now).await?;
                Ok(round)
            })
        })
        .await?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&Subject::Proposal(proposal).path());
    Ok(())
}

/// Proposals with a title about the same. Asked by an island while somebody types.
#[server(name = SimilarProposals, prefix = "/api", endpoint = "proposals/similar")]
pub async fn similar(round: RoundId, #[server(default)] title: String) -> Result<Vec<(ProposalId, String)>, AppError> {
    let visit = Visit::current()?;
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, Act::SimilarProposals, round).await?;
    entry.calendar.must_be_visible(&entry.who, visit.now)?;
    Ok(store::search::similar(&mut c, round, &title).await?)
}

/// A facilitator merges a proposal into another of its round.
#[server(name = MergeProposal, prefix = "/api", endpoint = "proposals/merge")]
pub async fn merge_into(proposal: ProposalId, #[server(default)] into: String, #[server(default)] address: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (round, into) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = store::proposals::round_of(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::MergeProposal, round).await?;
                let by_address = !address.trim().is_empty();
                let elsewhere =
                    || if by_address { Refusal::field("address", "no-such-proposal") } else { Refusal::field("into", "not-on-the-list") };
                let into = if by_address {
                    merge::addressed(&address).ok_or_else(elsewhere)?
                } else {
                    into.parse().map_err(|_| Refusal::field("into", "required"))?
                };
                // Always in the same order: two who merge at once don't wait for each other in a circle.
                let (first, second) = (proposal.min(into), proposal.max(into));
                let one = store::proposals::idea::standing(c, first).await?.ok_or_else(elsewhere)?;
                let two = store::proposals::idea::standing(c, second).await?.ok_or_else(elsewhere)?;
                let (from, kept) = if first == proposal { (one, two) } else { (two, one) };
                let rules: proposals::Rules = store::round::content(c, round).await?;
                merge::must_know_voters(&rules)?;
                let published = entry.calendar.state(visit.now) == State::Published;
                merge::may_merge((proposal, &from.0, from.1), (into, &kept.0, kept.1), published)
                    .map_err(|refusal| if refusal.kind == domain::Kind::Invalid { elsewhere() } else { refusal })?;
                store::proposals::merge::merge(c, proposal, into, visit.now).await?;
                store::news::note_merged(c, proposal, into, visit.now).await?;
                visit.journal(c, Some(entry.process), "proposal.merge", proposal, serde_json::json!({ "into": into })).await?;
                Ok((round, into))
            })
        })
        .await?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&Subject::Proposal(into).path());
    Ok(())
}

/// A facilitator parts a merged proposal from the one it was merged into.
#[server(name = UnmergeProposal, prefix = "/api", endpoint = "proposals/unmerge")]
pub async fn unmerge(proposal: ProposalId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = store::proposals::round_of(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::UnmergeProposal, round).await?;
                let not_merged = || Refusal::conflict("not-merged");
                let into = store::proposals::merge::kept(c, proposal).await?.ok_or_else(not_merged)?;
                store::proposals::idea::standing(c, proposal.min(into)).await?;
                store::proposals::idea::standing(c, proposal.max(into)).await?;
                // Looked at again: somebody may just have parted them.
                let (standing, _, still) = store::proposals::idea::standing(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                if still != Some(into) {
                    return Err(not_merged().into());
                }
                merge::may_undo(&standing, entry.calendar.state(visit.now) == State::Published)?;
                store::proposals::merge::undo(c, proposal, into).await?;
                visit.journal(c, Some(entry.process), "proposal.unmerge", proposal, serde_json::json!({ "from": into })).await?;
                Ok(round)
            })
        })
        .await?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&Subject::Proposal(proposal).path());
    Ok(())
}

/// A facilitator says that a proposal asks who is here and is no opinion, or that it is one.
#[server(name = MarkMeta, prefix = "/api", endpoint = "proposals/mark-meta")]
pub async fn mark_meta(proposal: ProposalId, #[server(default)] meta: bool) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = store::proposals::round_of(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::MarkMeta, round).await?;
                let rules: proposals::Rules = store::round::content(c, round).await?;
                if !has_groups(&rules) {
                    return Err(Refusal::not_found().into());
                }
                if entry.calendar.state(visit.now) == State::Published {
                    return Err(Refusal::conflict("round-already-published").into());
                }
                store::proposals::idea::set_meta(c, proposal, meta).await?;
                visit.journal(c, Some(entry.process), "proposal.meta", proposal, serde_json::json!({ "meta": meta })).await
            })
        })
        .await?;
    leptos_axum::redirect(&Subject::Proposal(proposal).path());
    Ok(())
}
