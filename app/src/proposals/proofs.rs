//! The public list of secret ballots, after closing: a hash of each, in which anyone finds their own.

use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    proposals::Rules,
    round::{RoundKind, State},
    voting::Ballot,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{Conn, ballots};

use super::{
    ballot::lines,
    paging::{page as page_number, pagination},
};
use crate::{
    AppError,
    i18n::t,
    process::round::{load, path},
    ui::{Form, crumbs, notice, page, page::param},
    visit::Visit,
};

const LINES: i64 = 200;

#[component]
pub fn BallotsPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::BallotsPage, id).await?;
        if entry.kind != RoundKind::Proposals {
            return Err(Refusal::not_found().into());
        }
        let rules: Rules = store::round::content(&mut c, id).await?;
        if !rules.secret {
            return Err(Refusal::not_found().into());
        }
        if !matches!(entry.calendar.state(visit.now), State::Closed | State::Published) {
            return Err(Refusal::conflict("ballots-after-closing").into());
        }
        let lang = visit.lang;
        let number = page_number(&visit);
        let total = ballots::secret_count(&mut c, id).await?;
        let proofs = ballots::proofs(&mut c, id, number, LINES).await?;
        let head = ballots::head(&mut c, id).await?;
        let found = found(&visit, &mut c, id).await?;
        let mine = found.as_ref().map(|(proof, _)| proof.clone());
        let items = proofs
            .iter()
            .map(|proof| {
                let proof = ballots::hex(proof);
                let here = mine.as_deref() == Some(proof.as_str());
                view! { <li aria-current=here.then_some("true")><code>{proof}</code></li> }
            })
            .collect_view();
        let title = t!(lang, "ballots-title");
        let form = Form::new(&visit, Act::FindBallot);
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block"><h1>{title}</h1><p class="lead">{t!(lang, "ballots-lead", n = total)}</p></header>
                {found.map(|(_, view)| view)}
                <h2>{t!(lang, "ballots-find")}</h2>
                {form.view(view! {
                    {form.hidden("round", id)}
                    {form.text("receipt", t!(lang, "receipt-code")).hint(t!(lang, "receipt-code-hint")).class("is-code").autocomplete("off").view()}
                    {form.submit(t!(lang, "ballots-find-send"))}
                })}
                <h2>{t!(lang, "ballots-list")}</h2>
                <p>{t!(lang, "ballots-how")}</p>
                {match head {
                    Some(head) => view! { <p>{t!(lang, "ballots-head")}" "<code class="proof">{head}</code></p> }.into_any(),
                    None => view! { <p class="small">{t!(lang, "ballots-head-soon")}</p> }.into_any(),
                }}
                <ol class="proofs" start=(number * LINES + 1).to_string()>{items}</ol>
                {pagination(lang, &format!("/r/{id}/ballots?"), number, total, LINES)}
                <h2>{t!(lang, "ballots-promise")}</h2>
                <p>{t!(lang, "ballots-promise-words")}</p>
            </div>
        })
    })
}

/// The ballot that was just asked for: its hash, and what to show of it.
async fn found(visit: &Visit, c: &mut Conn, round: RoundId) -> Result<Option<(String, AnyView)>, AppError> {
    let lang = visit.lang;
    let shown = visit.answered.as_ref().and_then(|answered| answered.shown::<(String, String, String)>(Act::FindBallot));
    let Some((proof, number, content)) = shown else { return Ok(None) };
    let Ok(ballot) = serde_json::from_str::<Ballot>(&content) else { return Ok(None) };
    let lines = lines(lang, &ballot, &ballots::titles(c, round).await?);
    let code = proof.clone();
    let view = view! {
        {notice("success", t!(lang, "ballots-found"))}
        {lines}
        <p><code class="proof">{code}</code></p>
        <details><summary>{t!(lang, "ballots-check")}</summary>
            <p>{t!(lang, "ballots-check-words")}</p><pre class="proof">{format!("{number}\n{content}")}</pre></details>
    }
    .into_any();
    Ok(Some((proof, view)))
}
