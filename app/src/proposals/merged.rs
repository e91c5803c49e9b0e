//! Duplicates: what was merged into a proposal, where a merged one went, and how facilitators merge and part.

use domain::{access::Act, comments::Subject, id::ProposalId};
use leptos::prelude::*;
use store::{
    Conn,
    proposals::{Proposal, merge::Held},
};

use super::tally;
use crate::{
    AppError,
    i18n::t,
    ui::{Form, notice},
    visit::Visit,
};

/// On a merged proposal: where it went on. What was said of it stays here.
pub fn pointer(visit: &Visit, into: ProposalId, title: String) -> AnyView {
    let lang = visit.lang;
    notice(
        "info",
        view! { {t!(lang, "merged-here")}" "<a href=Subject::Proposal(into).path() dir="auto">{title}</a>". "{t!(lang, "merged-rule")} },
    )
}

/// On a kept proposal: co-authors, each with what they had written.
pub fn co_authors(visit: &Visit, held: &[Held], facilitates: bool) -> Option<AnyView> {
    let lang = visit.lang;
    let items = held
        .iter()
        .map(|one| {
            let form = Form::keyed(visit, Act::UnmergeProposal, one.id);
            let part = facilitates.then(|| {
                form.view_with("no-print", view! {
                    {form.hidden("proposal", one.id)}
                    <button class="button is-quiet" type="submit">{t!(lang, "unmerge-send")}<span class="visually-hidden">" : "{one.title.clone()}</span></button>
                })
            });
            view! {
                <li class="stack is-tight">
                    <p>{tally::author(lang, &one.author, one.kind, &one.college)}</p>
                    <p><a href=Subject::Proposal(one.id).path() dir="auto">{one.title.clone()}</a>" "<span class="small">{t!(lang, "comments-count", n = one.comments)}</span></p>
                    {part}
                </li>
            }
        })
        .collect_view();
    (!held.is_empty()).then(|| {
        view! {
            <section class="stack is-tight" aria-labelledby="with">
                <h2 id="with">{t!(lang, "merged-with", n = held.len())}</h2>
                <ul class="prose stack">{items}</ul>
                {facilitates.then(|| view! { <p class="small no-print">{t!(lang, "unmerge-rule")}</p> })}
            </section>
        }
        .into_any()
    })
}

/// For facilitators: the form that merges this one into another, those about the same first.
pub async fn form(visit: &Visit, c: &mut Conn, row: &Proposal, holds: bool) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    if !row.is_listed() || row.outcome.is_some() || holds {
        return Ok(None);
    }
    let form = Form::keyed(visit, Act::MergeProposal, "merge");
    let mut offered = store::search::similar(c, row.round_id, &row.title).await?;
    let others = store::proposals::merge::others(c, row.round_id, row.id).await?;
    let cut = i64::try_from(others.len()).unwrap_or(i64::MAX) >= store::proposals::merge::OFFERED;
    offered.extend(others);
    let mut seen = std::collections::HashSet::new();
    offered.retain(|(id, _)| *id != row.id && seen.insert(*id));
    if offered.is_empty() {
        return Ok(None);
    }
    let options = std::iter::once((String::new(), t!(lang, "merge-choose")))
        .chain(offered.iter().map(|(id, title)| (id.to_string(), title.clone())))
        .collect();
    let open = form.refused();
    let fields = view! {
        {form.hidden("proposal", row.id)}
        <p>{t!(lang, "merge-words")}</p>
        {form.select("into", t!(lang, "merge-into"), options, "")}
        {cut.then(|| view! { <p class="small">{t!(lang, "merge-cut", n = store::proposals::merge::OFFERED)}</p> })}
        {form.text("address", t!(lang, "merge-address")).hint(t!(lang, "merge-address-hint")).optional().view()}
        {form.submit(t!(lang, "merge-send"))}
    };
    Ok(Some(view! { <details open=open><summary>{t!(lang, "merge-title")}</summary>{form.view(fields)}</details> }.into_any()))
}
