//! The page on which its author corrects a proposal, or takes it back.

use domain::{
    Refusal,
    access::Act,
    comments::Subject,
    id::ProposalId,
    proposals::idea::{may_edit, may_withdraw},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::proposals::idea::{Choices, PLACES};

use super::form;
use crate::{
    i18n::t,
    process::round::{load, path},
    ui::{crumbs, notice, page, page::param},
};

#[component]
pub fn ProposalEditPage() -> impl IntoView {
    let id = param::<ProposalId>("proposal");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let round = store::proposals::round_of(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let (entry, round, process) = load(&visit, &mut c, Act::ProposalEditPage, round).await?;
        let row = store::proposals::find(&mut c, id, (&entry).into()).await?.ok_or_else(Refusal::not_found)?;
        let (standing, ..) = store::proposals::idea::standing(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let who = entry.who.account()?;
        if standing.author != who {
            return Err(Refusal::not_found().into());
        }
        let choices = Choices {
            needs: store::proposals::idea::needs(&mut c, entry.process).await?,
            places: store::proposals::idea::places(&mut c, entry.process, row.territory_id, PLACES).await?,
        };
        let need = store::proposals::idea::own_need(&mut c, id).await?;
        let edits = may_edit(&standing, who, &entry.calendar, visit.now);
        let withdraws = may_withdraw(&standing, who, &entry.calendar, visit.now);
        let why = |refusal: &Refusal| refusal.problems.iter().map(|problem| lang.problem(problem)).collect::<Vec<_>>().join(" ");
        let words = match &edits {
            Ok(()) => form::correct(&visit, &row, need, &choices),
            Err(refusal) => notice("info", why(refusal)),
        };
        let back = match &withdraws {
            Ok(()) => Some(form::withdraw(&visit, id)),
            // Said once where it is the same.
            Err(refusal) => edits.is_ok().then(|| notice("info", why(refusal))),
        };
        let mut way = path(&visit, &process, Some(&round));
        way.push((Subject::Proposal(id).path(), row.title.clone()));
        Ok(view! {
            <Title text=t!(lang, "proposal-edit")/>
            <div class="page">
                {crumbs(lang, way, t!(lang, "proposal-edit"))}
                <header class="title-block"><h1>{t!(lang, "proposal-edit")}</h1><p class="lead">{t!(lang, "proposal-edit-words")}</p></header>
                {words}
                {back.map(|back| view! { <section class="stack"><h2>{t!(lang, "take-back-title")}</h2>{back}</section> })}
            </div>
        })
    })
}
