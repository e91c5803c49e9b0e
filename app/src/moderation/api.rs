//! Server functions of moderation. The journal says what was done to which text, never its words nor who reported it.

use domain::{
    Refusal,
    access::Act,
    committee,
    id::{AccountId, MemberId, ProcessId, ProposalId},
    moderation::{self, Ending, Target},
    pace::Deed,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{Conn, moderation::Moderated, round::Entry};

use super::forms::reason_in_words;
use crate::{AppError, account::mail, visit::Visit};

/// The address of a text on its page.
pub fn path(target: Target, subject: domain::comments::Subject) -> String {
    match target {
        Target::Comment(id) => subject.comment_path(id),
        Target::Proposal(_) | Target::Amendment(_) => subject.path(),
    }
}

/// A text of a round that this person may know of.
async fn reach(visit: &Visit, c: &mut Conn, act: Act, target: Target) -> Result<(Moderated, Entry), AppError> {
    let found = store::moderation::text(c, target).await?.ok_or_else(Refusal::not_found)?;
    let entry = visit.allow_in_round(c, act, found.round).await?;
    entry.calendar.must_be_visible(&entry.who, visit.now)?;
    if found.under_hidden && !entry.who.reads_hidden() && found.text.author != entry.who.account()? {
        return Err(Refusal::not_found().into());
    }
    Ok((found, entry))
}

/// Says that a text should be looked at. Its author never learns by whom.
#[server(name = Report, prefix = "/api", endpoint = "moderation/report")]
pub async fn report(target: Target, #[server(default)] cause: String, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let me = visit.account().ok_or_else(Refusal::sign_in)?;
    let subject = visit
        .write(move |visit, c| {
            Box::pin(async move {
                // Oneself before the text, as a vote does it: nobody waits in a circle.
                c.lock(me.0).await?;
                let (found, entry) = reach(&visit, c, Act::Report, target).await?;
                let before = store::moderation::reported_at(c, target, me).await?;
                let reason = moderation::report(me, &found.text, entry.who.reads_hidden(), before, &cause, &reason)?;
                visit.pace(c, me, Deed::Report).await?;
                store::moderation::report(c, entry.process, target, me, &reason, visit.now).await?;
                Ok(found.subject)
            })
        })
        .await?;
    redirect(&match target {
        Target::Comment(id) => format!("{}?comment={id}&done=reported#comments", subject.path()),
        Target::Proposal(_) | Target::Amendment(_) => format!("{}?done=reported#comments", subject.path()),
    });
    Ok(())
}

/// Reports were looked at; the text stays as it is.
#[server(name = LeaveText, prefix = "/api", endpoint = "moderation/leave")]
pub async fn leave_text(target: Target) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (found, entry) = reach(&visit, c, Act::LeaveText, target).await?;
                moderation::leave(entry.who.account()?, &found.text)?;
                let n = store::moderation::settle(c, target).await?;
                if n > 0 {
                    visit.journal(c, Some(entry.process), &act(target, "leave"), id(target), json!({ "count": n })).await?;
                }
                Ok(())
            })
        })
        .await
}

#[server(name = HideText, prefix = "/api", endpoint = "moderation/hide")]
pub async fn hide_text(target: Target, #[server(default)] cause: String, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let found = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (found, entry) = reach(&visit, c, Act::HideText, target).await?;
                let restored_at = store::moderation::restored_at(c, target).await?;
                let reason = moderation::hide(&found.text, restored_at, &cause, &reason)?;
                let shown = reason_in_words(visit.lang, reason.cause, &reason.words);
                let on = (target, found.subject);
                // Others' proposals do not vanish with the one that holds them.
                if let Target::Proposal(kept) = target {
                    for from in store::proposals::merge::part(c, kept).await? {
                        visit.journal(c, Some(entry.process), "proposal.unmerge", from, json!({ "from": kept })).await?;
                    }
                }
                store::moderation::hide(c, entry.process, on, entry.who.account()?, (&reason, &shown), visit.now).await?;
                tell(&visit, c, (entry.process, found.text.author), Tell::Hidden, &path(target, found.subject)).await?;
                visit.journal(c, Some(entry.process), &act(target, "hide"), id(target), json!({ "cause": reason.cause })).await?;
                Ok(found)
            })
        })
        .await?;
    visit.services.live.changed(found.round);
    after(target, found.subject);
    Ok(())
}

/// A facilitator shows a text again.
#[server(name = ShowText, prefix = "/api", endpoint = "moderation/show")]
pub async fn show_text(target: Target, #[server(default)] words: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let found = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (found, entry) = reach(&visit, c, Act::ShowText, target).await?;
                let last = store::moderation::last(c, target).await?.ok_or_else(|| Refusal::conflict("not-hidden"))?;
                let me = entry.who.account()?;
                let words = moderation::lift(me, &found.text, &last.hiding(), &words)?;
                let on = (target, found.subject);
                store::moderation::end(c, last.id, on, me, (Ending::Lifted, &words), visit.now).await?;
                tell(&visit, c, (entry.process, found.text.author), Tell::Ended, &path(target, found.subject)).await?;
                visit.journal(c, Some(entry.process), &act(target, "show"), id(target), json!({})).await?;
                Ok(found)
            })
        })
        .await?;
    visit.services.live.changed(found.round);
    after(target, found.subject);
    Ok(())
}

/// The author's one appeal.
#[server(name = Appeal, prefix = "/api", endpoint = "moderation/appeal")]
pub async fn appeal(target: Target, #[server(default)] words: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let subject = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (found, entry) = reach(&visit, c, Act::Appeal, target).await?;
                let last = store::moderation::last(c, target).await?.ok_or_else(|| Refusal::conflict("not-hidden"))?;
                let words = moderation::appeal(entry.who.account()?, &found.text, &last.hiding(), &words)?;
                store::moderation::appeal(c, last.id, &words, visit.now).await?;
                Ok(found.subject)
            })
        })
        .await?;
    redirect(&path(target, subject));
    Ok(())
}

/// The ethics committee decides: `ending` is `upheld` or `restored`.
#[server(name = DecideAppeal, prefix = "/api", endpoint = "moderation/decide")]
pub async fn decide_appeal(target: Target, #[server(default)] ending: String, #[server(default)] words: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let found = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (found, entry) = reach(&visit, c, Act::DecideAppeal, target).await?;
                let me = entry.who.account()?;
                let last = store::moderation::last(c, target).await?.ok_or_else(|| Refusal::conflict("no-appeal"))?;
                let reported = store::moderation::reported_at(c, target, me).await?.is_some();
                let (ending, words) = moderation::decide(me, &found.text, &last.hiding(), reported, &ending, &words)?;
                store::moderation::end(c, last.id, (target, found.subject), me, (ending, &words), visit.now).await?;
                tell(&visit, c, (entry.process, found.text.author), Tell::Ended, &path(target, found.subject)).await?;
                visit.journal(c, Some(entry.process), &act(target, "appeal"), id(target), json!({ "ending": ending })).await?;
                Ok(found)
            })
        })
        .await?;
    visit.services.live.changed(found.round);
    after(target, found.subject);
    Ok(())
}

/// A facilitator hides the words that were given as the reason of a vote. The page does not say whose they are, and the journal neither.
#[server(name = HideReason, prefix = "/api", endpoint = "moderation/hide-reason")]
pub async fn hide_reason(
    proposal: ProposalId,
    #[server(default)] said: String,
    #[server(default)] cause: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = store::proposals::round_of(c, proposal).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::HideReason, round).await?;
                let reason = moderation::hide_reason(&cause, &reason)?;
                // Votes wait.
                c.lock(proposal.0).await?;
                if store::proposals::hide_reason(c, proposal, &domain::text::clean(&said), &reason).await? == 0 {
                    return Err(Refusal::conflict("reason-not-there").into());
                }
                visit.journal(c, Some(entry.process), "proposal.hide-reason", proposal, json!({ "cause": reason.cause })).await?;
                Ok(round)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/proposal/{proposal}#reasons"));
    Ok(())
}

fn act(target: Target, verb: &str) -> String {
    format!("{}.{verb}", target.kind())
}

fn id(target: Target) -> String {
    match target {
        Target::Comment(id) => id.to_string(),
        Target::Proposal(id) => id.to_string(),
        Target::Amendment(id) => id.to_string(),
    }
}

/// Whoever works through the queue goes on there; the others see the text as it stands now.
fn after(target: Target, subject: domain::comments::Subject) {
    let from = use_context::<http::request::Parts>()
        .and_then(|parts| parts.headers.get("referer").and_then(|page| page.to_str().ok()).map(str::to_owned))
        .unwrap_or_default();
    if !from.contains("/moderation") {
        redirect(&path(target, subject));
    }
}

#[derive(Clone, Copy)]
enum Tell {
    Hidden,
    Ended,
}

/// A mail to the author that something was decided about a text of theirs. What, they read on the page.
async fn tell(visit: &Visit, c: &mut Conn, (process, author): (ProcessId, AccountId), what: Tell, path: &str) -> Result<(), AppError> {
    let Some(account) = store::account::find(c, author).await? else { return Ok(()) };
    let (Some(email), Some(_)) = (&account.email, account.verified_at) else { return Ok(()) };
    let (lang, site) = (mail::language_in(c, &account, process).await?, &visit.services.site.url);
    let letter = match what {
        Tell::Hidden => mail::hidden(lang, site, path),
        Tell::Ended => mail::ended(lang, site, path),
    };
    Ok(letter.queue(c, email, visit.now).await?)
}

#[server(name = Appoint, prefix = "/api", endpoint = "moderation/appoint")]
pub async fn appoint(process: ProcessId, #[server(default)] committee: String, #[server(default)] member: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::Appoint, process).await?;
                let member: MemberId = member.parse().map_err(|_| Refusal::field("member", "required"))?;
                let found = store::committee::member(c, process, member).await?;
                let seats = store::committee::seats(c, process).await?;
                let there: Vec<_> = seats.iter().filter(|seat| seat.committee.as_str() == committee).collect();
                let already = there.iter().any(|seat| seat.member_id == member);
                let committee = committee::appoint(&committee, found.map(|(_, joined)| joined), already, there.len())?;
                store::committee::appoint(c, process, committee, member).await?;
                visit.journal(c, Some(process), "committee.appoint", member, json!({ "committee": committee })).await
            })
        })
        .await?;
    redirect(&format!("/p/{process}/committees"));
    Ok(())
}

#[server(name = Unseat, prefix = "/api", endpoint = "moderation/unseat")]
pub async fn unseat(process: ProcessId, #[server(default)] committee: String, #[server(default)] member: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::Unseat, process).await?;
                let member: MemberId = member.parse().map_err(|_| Refusal::not_found())?;
                let committee: committee::Committee = committee.parse().map_err(|_| Refusal::not_found())?;
                if store::committee::unseat(c, process, committee, member).await? {
                    visit.journal(c, Some(process), "committee.unseat", member, json!({ "committee": committee })).await?;
                }
                Ok(())
            })
        })
        .await?;
    redirect(&format!("/p/{process}/committees"));
    Ok(())
}
