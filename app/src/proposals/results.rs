//! What came out of a proposals round: where the publics meet and part, then every proposal by support.

use domain::{
    comments::Subject,
    id::ProposalId,
    proposals::{FAR, MIN_VOTES, Sort, Tally, compare},
};
use leptos::prelude::*;
use store::{
    Conn,
    process::College,
    proposals::{Count, TitledCount},
    round::{Entry, Round},
};

use super::{
    list::PER_PAGE,
    paging::{page, pagination},
    tally,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{chart, decision, empty, paragraphs},
    visit::Visit,
};

/// What came out, by college, under a heading of the second level. The caller has seen to it that the person may see it at this time.
pub async fn results(visit: &Visit, c: &mut Conn, round: &Round, _entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let total = store::proposals::count(c, round.id).await?;
    if total == 0 {
        return Ok(empty(t!(lang, "proposals-empty"), t!(lang, "proposals-empty-closed")));
    }
    let page = page(visit);
    let colleges = store::process::colleges(c, round.process_id).await?;
    let rows = store::proposals::list(c, round.id, visit.account(), Sort::Support, page).await?;
    let counts = store::proposals::tallies(c, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let together = if page == 0 { Some(publics(lang, &colleges, &store::proposals::round_tallies(c, round.id).await?)) } else { None };
    let items = rows
        .iter()
        .map(|row| {
            let tallies = tally::tallies(&colleges, &counts, row.id);
            let answer = row.outcome.map(|outcome| decision(lang, Some(outcome), paragraphs(&row.reason)));
            view! {
                <li class="item">
                    <h4 dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h4>
                    <p class="meta"><span>{tally::author(lang, &row.author, row.kind, &row.college)}</span><span>{t!(lang, "comments-count", n = row.comments)}</span></p>
                    {tally::chart(lang, &row.title, &colleges, &tallies)}
                    {answer}
                </li>
            }
        })
        .collect_view();
    Ok(view! {
        {chart::patterns()}
        {together}
        {super::agreement::link(lang, round.id)}
        <section class="stack" aria-labelledby="results">
            <h3 id="results">{t!(lang, "proposals-by-support", n = total)}</h3>
            <p class="small">{t!(lang, "proposals-support-is")}</p>
            <ul class="items">{items}</ul>
            {pagination(lang, &format!("/r/{}/results?", round.id), page, total, PER_PAGE)}
        </section>
    }
    .into_any())
}

/// Where the publics meet, and where they part: sentences made of numbers alone.
fn publics(lang: Lang, colleges: &[College], rows: &[TitledCount]) -> AnyView {
    let mut proposals: Vec<(ProposalId, &str, Vec<Count>)> = Vec::new();
    for row in rows {
        match proposals.last_mut() {
            Some((id, _, counts)) if *id == row.count.proposal_id => counts.push(row.count),
            _ => proposals.push((row.count.proposal_id, &row.title, vec![row.count])),
        }
    }
    let tallies: Vec<Vec<Tally>> = proposals.iter().map(|(id, _, counts)| tally::tallies(colleges, counts, *id)).collect();
    let compared = compare(&tallies);
    let list = |chosen: &[usize]| {
        chosen
            .iter()
            .filter_map(|&i| {
                let (id, title, _) = proposals.get(i)?;
                let distance = tally::distance(lang, colleges, tallies.get(i)?);
                Some(view! { <li><a href=Subject::Proposal(*id).path() dir="auto">{(*title).to_owned()}</a><br/>{distance}</li> })
            })
            .collect_view()
    };
    let together = if compared.together.is_empty() {
        view! { <p>{t!(lang, "publics-none-together")}</p> }.into_any()
    } else {
        view! { <ol class="prose">{list(&compared.together)}</ol> }.into_any()
    };
    let apart = if compared.apart.is_empty() {
        view! { <p>{t!(lang, "publics-none-apart", points = points())}</p> }.into_any()
    } else {
        view! { <ol class="prose">{list(&compared.apart)}</ol> }.into_any()
    };
    view! {
        <section class="stack" aria-labelledby="together"><h3 id="together">{t!(lang, "publics-together")}</h3>{together}</section>
        <section class="stack" aria-labelledby="apart"><h3 id="apart">{t!(lang, "publics-apart")}</h3>{apart}</section>
        <p class="small">{t!(lang, "publics-how", n = MIN_VOTES, points = points())}</p>
    }
    .into_any()
}

#[expect(clippy::cast_possible_truncation, reason = "a whole number of points")]
const fn points() -> i64 {
    FAR as i64
}
