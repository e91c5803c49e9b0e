//! What came out of a proposals round: where the publics meet and part, then every proposal by support.

use domain::{
    comments::Subject,
    privacy::SCREEN_THRESHOLD,
    proposals::{FAR, MIN_VOTES, Method, PAGE, Sort, Tally, compare},
};
use leptos::prelude::*;
use store::{
    Conn,
    proposals::Tallied,
    round::{Entry, Round},
};

use super::{
    paging::{page, pagination},
    poll::Poll,
    tally,
};
use crate::{
    AppError,
    i18n::t,
    ui::{chart, decision, empty, notice, paragraphs},
    visit::Visit,
};

/// What came out, by college, under a heading of the second level. The caller has seen to it that the person may see it at this time.
pub async fn results(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let total = store::proposals::count(c, round.id).await?;
    if total == 0 {
        return Ok(empty(t!(lang, "proposals-empty"), t!(lang, "proposals-empty-closed")));
    }
    let poll = Poll::load(visit, c, round, entry).await?;
    if !poll.shows_to_all() {
        return Ok(notice("info", lang.of("votes-hidden", "after-closing")));
    }
    let list = (poll.rules.secret && poll.calendar.must_be_open(visit.now).is_err())
        .then(|| view! { <p><a href=format!("/r/{}/ballots", round.id)>{t!(lang, "ballots-title")}</a></p> });
    if poll.rules.method.whole_round() {
        return Ok(view! { {poll.outcome(c, round).await?}{list} }.into_any());
    }
    let (page, sort) = (page(visit), poll.sort(Sort::Support));
    let by_support = sort == Sort::Support;
    let graded = matches!(poll.rules.method, Method::Judgment | Method::Score);
    let order = if graded { Some(poll.ranked(&store::proposals::round_tallies(c, round.id).await?)) } else { None };
    let rows = store::proposals::list(c, round.id, visit.account(), sort, page).await?;
    let counts = store::proposals::tallies(c, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let together = if page == 0 && !graded && !poll.hides_everybody() {
        Some(publics(&poll, &store::proposals::round_tallies(c, round.id).await?))
    } else {
        None
    };
    let few = poll.hides_everybody().then(|| notice("info", t!(lang, "results-few", n = SCREEN_THRESHOLD)));
    let items = rows
        .iter()
        .map(|row| {
            let answer = row.outcome.map(|outcome| decision(lang, Some(outcome), paragraphs(&row.reason)));
            view! {
                <li class="item">
                    <h4 dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h4>
                    <p class="meta"><span>{tally::author(lang, &row.author, row.kind, &row.college)}</span><span>{t!(lang, "comments-count", n = row.comments)}</span></p>
                    {few.is_none().then(|| poll.picture(&row.title, &counts, row.id, None))}
                    {answer}
                </li>
            }
        })
        .collect_view();
    Ok(view! {
        {chart::patterns()}
        {together}{super::agreement::link(lang, round.id, &poll.rules)}{order}{list}{few}
        <section class="stack" aria-labelledby="results">
            <h3 id="results">{if by_support { t!(lang, "proposals-by-support", n = total) } else { t!(lang, "proposals-each", n = total) }}</h3>
            {(poll.rules.method == Method::Judgment).then(|| view! { <p class="small">{t!(lang, "judgment-missing")}</p> })}
            {by_support.then(|| view! { <p class="small">{t!(lang, "proposals-support-is")}</p> })}
            <ul class="items">{items}</ul>
            {pagination(lang, &format!("/r/{}/results?", round.id), page, total, PAGE)}
        </section>
    }
    .into_any())
}

/// Where the publics meet, and where they part: sentences made of numbers alone.
fn publics(poll: &Poll<'_>, proposals: &[Tallied]) -> AnyView {
    let (lang, colleges) = (poll.visit.lang, &poll.colleges);
    let tallies: Vec<Vec<Tally>> = proposals.iter().map(|one| poll.tallies(&one.counts, one.id)).collect();
    let compared = compare(&tallies);
    let list = |chosen: &[usize]| {
        chosen
            .iter()
            .filter_map(|&i| {
                let one = proposals.get(i)?;
                let distance = tally::distance(lang, poll.rules.method, colleges, tallies.get(i)?);
                Some(view! { <li><a href=Subject::Proposal(one.id).path() dir="auto">{one.title.clone()}</a><br/>{distance}</li> })
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
