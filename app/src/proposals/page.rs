//! The page of one proposal; the pages of its round stand in files of their own.

use domain::{
    Refusal,
    access::Act,
    comments::Subject,
    id::ProposalId,
    needs::Target,
    round::{Outcome, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{proposals::Proposal, round::Entry};

use super::{comments, list::why_not, poll::Poll, tally};
pub use super::{list::take_part, moderation::edit, results::results};
use crate::{
    i18n::{Lang, t},
    needs::way::named,
    process::round::{load, path},
    ui::{
        Form, chart, crumbs,
        date::day_view,
        decision, notice, page,
        page::{islands, param},
        paragraphs,
    },
    visit::Visit,
};

#[component]
pub fn ProposalPage() -> impl IntoView {
    let id = param::<ProposalId>("proposal");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let round = store::proposals::round_of(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let (entry, round, process) = load(&visit, &mut c, Act::ProposalPage, round).await?;
        let row = store::proposals::find(&mut c, id, (&entry).into()).await?.ok_or_else(Refusal::not_found)?;
        let counts = store::proposals::tallies(&mut c, &[id]).await?;
        let poll = Poll::load(&visit, &mut c, &round, &entry).await?;
        let path = path(&visit, &process, Some(&round));
        let (lang, state, hidden) = (visit.lang, entry.calendar.state(visit.now), row.hidden_reason.is_some());
        let open = state == State::Open && !hidden;
        let said = poll.said(&mut c, id, row.choice).await?;
        let ballot = (open && poll.votes && poll.rules.one_ballot()).then(|| poll.to_ballot(round.id));
        let thread = comments::thread(&visit, &mut c, &entry, Subject::Proposal(id), open).await?;
        let needs = named(&visit, &mut c, &Target::Proposal(id)).await?;
        let facilitates = entry.who.is_facilitator().then(|| moderate(&visit, &row, &entry));
        Ok(view! {
            <Title text=row.title.clone()/>
            {chart::patterns()}
            <div class="page">
                {crumbs(lang, path, t!(lang, "proposal"))}
                <article class="proposal" id=format!("p-{id}")>
                    <header class="title-block">
                        <h1 dir="auto">{row.title.clone()}</h1>
                        <p class="meta"><span>{tally::author(lang, &row.author, row.kind, &row.college)}</span><span>{day_view(&visit, row.created_at)}</span></p>
                    </header>
                    {row.hidden_reason.clone().map(|reason| notice("warning", t!(lang, "proposal-hidden", reason = reason)))}
                    <div class="prose" dir="auto">{paragraphs(&row.body)}</div>
                    {needs}
                    {why_not(&visit, &entry, state)}
                    {(open || !poll.beside()).then(|| poll.my_vote(id, row.choice, &said.own, t!(lang, "vote-hint")))}
                    {ballot}
                    {poll.picture(&row.title, &counts, id, row.choice).map(|picture| view! {
                        <section class="stack" aria-labelledby="votes"><h2 id="votes">{t!(lang, "vote-results")}</h2>{picture}</section>
                    })}
                    {said.view}
                    {(!hidden || row.outcome.is_some()).then(|| view! {
                        <section class="stack" aria-labelledby="answer">
                            <h2 id="answer">{t!(lang, "proposal-answer")}</h2>
                            {answer(lang, &row, state)}
                        </section>
                    })}
                </article>
                {facilitates}
                {thread}
                {(open && poll.has_buttons()).then(|| islands(&visit))}
            </div>
        })
    })
}

/// The reasoned answer, or when to expect it.
fn answer(lang: Lang, row: &Proposal, state: State) -> AnyView {
    let words = match (row.outcome, state) {
        (Some(_), _) => paragraphs(&row.reason),
        (None, State::Published) => view! { <p>{t!(lang, "proposal-answer-round")}</p> }.into_any(),
        (None, _) => view! { <p>{t!(lang, "proposal-answer-pending")}</p> }.into_any(),
    };
    if row.outcome.is_none() && state == State::Published { words } else { decision(lang, row.outcome, words) }
}

/// What facilitators do with it: answer it while that is possible, hide it at any time.
fn moderate(visit: &Visit, row: &Proposal, entry: &Entry) -> AnyView {
    let lang = visit.lang;
    let decides = matches!(entry.calendar.state(visit.now), State::Open | State::Closed).then(|| {
        let form = Form::keyed(visit, Act::DecideProposal, "decide");
        let fields = view! {
            {form.hidden("proposal", row.id)}
            {outcome_fields(lang, &form, row.outcome, &row.reason)}
            {form.submit(t!(lang, "decide-send"))}
        };
        let open = form.refused();
        view! { <details open=open><summary>{t!(lang, "decide-title")}</summary>{form.view(fields)}</details> }
    });
    let hides = row.hidden_reason.is_none().then(|| {
        let form = Form::keyed(visit, Act::HideProposal, "hide");
        let fields = view! {
            {form.hidden("proposal", row.id)}
            {form.area("reason", t!(lang, "hide-reason")).rows(3).hint(t!(lang, "hide-reason-hint")).view()}
            <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "hide-proposal-send")}</button></p>
        };
        let open = form.refused();
        view! { <details open=open><summary>{t!(lang, "hide-proposal-title")}</summary>{form.view(fields)}</details> }
    });
    view! {
        <section class="stack no-print" aria-labelledby="moderate">
            <h2 id="moderate">{t!(lang, "facilitation")}</h2>
            {decides}{hides}
        </section>
    }
    .into_any()
}

/// The fields of an answer: what becomes of it, and why.
pub fn outcome_fields(lang: Lang, form: &Form, outcome: Option<Outcome>, reason: &str) -> AnyView {
    let options = Outcome::ALL.iter().map(|outcome| (outcome.to_string(), lang.of("outcome", outcome.as_str()))).collect();
    let chosen: Vec<&str> = outcome.iter().map(|outcome| outcome.as_str()).collect();
    view! {
        {form.choices("outcome", t!(lang, "decide-outcome"), options, &chosen, false)}
        {form.area("reason", t!(lang, "decide-reason")).default(reason).hint(t!(lang, "decide-reason-hint")).view()}
    }
    .into_any()
}
