//! Server functions of adoption and signatures.

use domain::{
    Refusal,
    access::Act,
    charter::{Frame, adoption},
    id::{MemberId, RoundId, SignatoryId},
    round::RoundKind,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::charter::{self, NewAdoption};

use super::{
    super::loaded::{count, reread},
    canonical,
};
use crate::{AppError, ui::date::iso_day, visit::Visit};

fn page(round: RoundId, part: &str) -> String {
    format!("/r/{round}/signatures#{part}")
}

/// Records that the charter is adopted: the text and the counts as they are, for good, and the hash of the text in the journal.
#[server(name = AdoptCharter, prefix = "/api", endpoint = "charter/adopt")]
pub async fn adopt(round: RoundId, #[server(default)] review_on: String, #[server(default)] replaces: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::AdoptCharter, round).await?;
                if entry.kind != RoundKind::Charter {
                    return Err(Refusal::not_found().into());
                }
                // The one it takes the place of too, the smaller first: nobody signs that one, and nobody else replaces it, meanwhile.
                let mut held: Vec<RoundId> = [Some(round), replaces.parse().ok()].into_iter().flatten().collect();
                held.sort_unstable_by_key(|held| held.0);
                held.dedup();
                for held in held {
                    c.lock(held.0).await?;
                }
                let already = charter::adoption(c, round).await?.is_some();
                let frame: Frame = store::round::content(c, round).await?;
                let articles = charter::articles(c, round).await?;
                let proof = count(c, round, &entry, visit.now).await?;
                let today = iso_day(visit.now, &visit.services.site.zone);
                let review_on = adoption::adopt(&entry.calendar, proof.ratified, already, &review_on, &today, visit.now)?;
                let replaces = match replaces.as_str() {
                    "" => None,
                    id => Some(
                        charter::replaceable(c, entry.process, round)
                            .await?
                            .into_iter()
                            .map(|(other, _)| other)
                            .find(|other| other.to_string() == id)
                            .ok_or_else(|| Refusal::field("replaces", "charter-not-replaceable"))?,
                    ),
                };
                let (own, process) = reread(c, round, &entry).await?;
                let (text, hash) = canonical(c, &process, &own, &frame, &articles).await?;
                let new = NewAdoption { round, review_on: review_on.as_deref(), replaces, text: &text, hash: &hash, proof: &proof };
                charter::adopt(c, new, visit.now).await?;
                let facts = json!({ "sha256": hash, "articles": articles.len(), "review": review_on });
                visit.journal(c, Some(entry.process), "charter.adopt", round, facts).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&page(round, "adopted"));
    Ok(())
}

/// A member may sign for an organisation.
#[server(name = NameSignatory, prefix = "/api", endpoint = "charter/name-signatory")]
pub async fn name_signatory(
    round: RoundId,
    #[server(default)] member: String,
    #[server(default)] organisation: String,
    #[server(default)] function: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::NameSignatory, round).await?;
                if entry.kind != RoundKind::Charter {
                    return Err(Refusal::not_found().into());
                }
                c.lock(round.0).await?;
                let found = match member.parse::<MemberId>() {
                    Ok(member) => store::committee::member(c, entry.process, member).await?,
                    Err(_) => None,
                };
                let named = charter::signatories(c, round).await?;
                let already = found.is_some_and(|(account, _)| named.iter().any(|one| one.account_id == account));
                let seal = adoption::name_signatory(found.map(|(_, joined)| joined), already, named.len(), &organisation, &function)?;
                let (account, _) = found.ok_or_else(Refusal::not_found)?;
                charter::name_signatory(c, round, account, &seal).await?;
                visit.journal(c, Some(entry.process), "charter.signatory", round, json!({ "organisation": seal.organisation })).await
            })
        })
        .await?;
    redirect(&page(round, "signatures"));
    Ok(())
}

/// Takes somebody off the list who has not signed.
#[server(name = UnnameSignatory, prefix = "/api", endpoint = "charter/unname-signatory")]
pub async fn unname_signatory(round: RoundId, signatory: SignatoryId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::UnnameSignatory, round).await?;
                c.lock(round.0).await?;
                if !charter::unname_signatory(c, round, signatory).await? {
                    return Err(Refusal::conflict("already-signed").into());
                }
                visit.journal(c, Some(entry.process), "charter.unsignatory", round, json!({})).await
            })
        })
        .await?;
    redirect(&page(round, "signatures"));
    Ok(())
}

/// Signs for an organisation, once.
#[server(name = SignCharter, prefix = "/api", endpoint = "charter/sign")]
pub async fn sign(
    round: RoundId,
    #[server(default)] organisation: String,
    #[server(default)] function: String,
    #[server(default)] sure: bool,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::SignCharter, round).await?;
                let account = entry.who.account()?;
                c.lock(round.0).await?;
                let replaced = charter::adoption(c, round).await?.map(|adoption| adoption.replaced_by.is_some());
                let own = charter::signatories(c, round).await?.into_iter().find(|one| one.account_id == account);
                let seal = adoption::sign(replaced, own.map(|one| one.signed_at.is_some()), &organisation, &function, sure)?;
                let name = visit.session.as_ref().map(|session| session.name.clone()).unwrap_or_default();
                charter::sign(c, round, account, &name, &seal, visit.now).await?;
                visit.journal(c, Some(entry.process), "charter.sign", round, json!({ "organisation": seal.organisation })).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&page(round, "signatures"));
    Ok(())
}
