//! The page of one proposal; the pages of its round stand in files of their own.

use domain::{
    Refusal,
    access::Act,
    comments::Subject,
    id::ProposalId,
    needs::Target,
    opinions::has_groups,
    proposals::{Rules, merge::must_know_voters},
    round::{Outcome, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{proposals::Proposal, round::Entry};

use super::{comments, list::why_not, merged, poll::Poll, tally};
pub use super::{list::take_part, moderation::edit, results::results};
use crate::{
    i18n::{Lang, t},
    moderation::beside,
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
        let (lang, state, hidden) = (visit.lang, entry.calendar.state(visit.now), !row.is_listed());
        let mine = visit.account() == Some(row.author_id);
        // What its author took back is theirs: others see that there was something, and what was said of it.
        let silent = row.withdrawn_at.is_some() && !mine && !entry.who.is_facilitator();
        let held = store::proposals::merge::held(&mut c, id, (&entry).into()).await?;
        let title = if silent { t!(lang, "proposal-withdrawn-title") } else { row.title.clone() };
        let kept = match row.merged_into {
            Some(into) => {
                store::proposals::find(&mut c, into, (&entry).into()).await?.map(|kept| merged::pointer(&visit, into, kept.title))
            }
            None => None,
        };
        let facilitator = entry.who.is_facilitator();
        let merges = if facilitator && must_know_voters(&poll.rules).is_ok() && state != State::Published {
            merged::form(&visit, &mut c, &row, !held.is_empty()).await?
        } else {
            None
        };
        let answers = match entry.who.account {
            Some(account) if !facilitator && entry.who.may(Act::DecideProposal) => {
                store::proposals::idea::answers(&mut c, entry.process, account).await?
            }
            _ => facilitator,
        };
        let open = state == State::Open && !hidden;
        // Votes and what people said with them: not where the author took the proposal back, nor where it counts elsewhere.
        let counts_here = !hidden || row.hidden_reason.is_some();
        let said = poll.said(&mut c, id, row.choice, facilitator).await?;
        let ballot = (open && poll.votes && poll.rules.one_ballot()).then(|| poll.to_ballot(round.id));
        let thread = comments::thread(&visit, &mut c, &entry, Subject::Proposal(id), open).await?;
        let needs = named(&visit, &mut c, &Target::Proposal(id)).await?;
        let told = if mine || row.hidden_reason.is_some() {
            store::moderation::last(&mut c, domain::moderation::Target::Proposal(id)).await?
        } else {
            None
        };
        let why = row
            .hidden_reason
            .as_deref()
            .map(|stored| beside::why(&visit, told.as_ref(), stored, |reason| t!(lang, "proposal-hidden", reason = reason)));
        let text = beside::Text {
            target: domain::moderation::Target::Proposal(id),
            author: row.author_id,
            hidden: row.hidden_reason.is_some(),
            withdrawn: row.withdrawn_at.is_some(),
            holds: !held.is_empty(),
        };
        let moderation = beside::tools(&visit, &entry, &text, told.as_ref());
        let facilitates = (facilitator || answers).then(|| moderate(&visit, &row, &entry, (facilitator, &poll.rules), merges));
        let about = [row.theme.as_ref().map(|theme| theme.text(lang.tag()).to_owned()), row.territory.clone()];
        let about = about.into_iter().flatten().map(|words| view! { <span dir="auto">{words}</span> }).collect_view();
        let edited = row.edited_at.map(|at| view! { <span>{t!(lang, "proposal-edited")}" "{day_view(&visit, at)}</span> });
        let correct = (mine && open && row.outcome.is_none())
            .then(|| view! { <p class="no-print"><a href=format!("/proposal/{id}/edit")>{t!(lang, "proposal-edit")}</a></p> });
        let withdrawn = row.withdrawn_at.map(|at| {
            notice("info", view! { {t!(lang, "proposal-withdrawn")}" "{day_view(&visit, at)}". "{t!(lang, "proposal-withdrawn-words")} })
        });
        Ok(view! {
            <Title text=title.clone()/>
            {chart::patterns()}
            <div class="page">
                {crumbs(lang, path, t!(lang, "proposal"))}
                <article class="proposal" id=format!("p-{id}")>
                    <header class="title-block">
                        <h1 dir="auto">{title}</h1>
                        <p class="meta"><span>{tally::author(lang, &row.author, row.kind, &row.college)}</span><span>{day_view(&visit, row.created_at)}</span>{edited}{about}</p>
                    </header>
                    {withdrawn}{kept}
                    {why}
                    {(!silent).then(|| view! {
                        {row.picture.as_ref().map(|picture| crate::picture::inline(lang, picture))}
                        <div class="prose" dir="auto">{paragraphs(&row.body)}</div>
                        {correct}
                    })}
                    {needs}
                    {merged::co_authors(&visit, &held, facilitator && state != State::Published)}
                    {(!hidden).then(|| why_not(&visit, &entry, state))}
                    {(open || !poll.beside()).then(|| poll.my_vote(id, row.choice, &said.own.reason, t!(lang, "vote-hint")))}
                    {said.hidden}
                    {ballot}
                    {counts_here.then(|| poll.picture(&row.title, &counts, id, row.choice)).flatten().map(|picture| view! {
                        <section class="stack" aria-labelledby="votes"><h2 id="votes">{t!(lang, "vote-results")}</h2>{picture}</section>
                    })}
                    {said.view.filter(|_| counts_here)}
                    {(!hidden || row.outcome.is_some()).then(|| view! {
                        <section class="stack" aria-labelledby="answer">
                            <h2 id="answer">{t!(lang, "proposal-answer")}</h2>
                            {answer(&visit, &row, state)}
                        </section>
                    })}
                </article>
                {facilitates}
                {moderation}
                {thread}
                {(open && poll.has_buttons()).then(|| islands(&visit))}
            </div>
        })
    })
}

/// The reasoned answer, or when to expect it.
fn answer(visit: &Visit, row: &Proposal, state: State) -> AnyView {
    let lang = visit.lang;
    let words = match (row.outcome, state) {
        (Some(_), _) => view! { {paragraphs(&row.reason)}{decider(visit, row)} }.into_any(),
        (None, State::Published) => view! { <p>{t!(lang, "proposal-answer-round")}</p> }.into_any(),
        (None, _) => view! { <p>{t!(lang, "proposal-answer-pending")}</p> }.into_any(),
    };
    if row.outcome.is_none() && state == State::Published { words } else { decision(lang, row.outcome, words) }
}

/// Who answered, and when.
fn decider(visit: &Visit, row: &Proposal) -> Option<AnyView> {
    let lang = visit.lang;
    let name = row.decided_by.clone()?;
    // A facilitator sits in no college.
    let seat = match (row.decider, &row.decider_college) {
        (Some(kind), Some(name)) => crate::ui::college(lang, kind, name),
        _ => view! { <span>{t!(lang, "comment-official")}</span> }.into_any(),
    };
    let day = row.decided_at.map(|at| day_view(visit, at));
    Some(view! { <p class="meta"><span>{t!(lang, "decided-by")}" "<bdi>{name}</bdi></span><span>{seat}</span>{day.map(|day| view! { <span>{day}</span> })}</p> }.into_any())
}

/// What is done with it: answered while that is possible, by facilitators and those they named; merged, and marked as a question about who is
/// here, by facilitators. Hiding it is moderation's.
fn moderate(visit: &Visit, row: &Proposal, entry: &Entry, (facilitator, rules): (bool, &Rules), merges: Option<AnyView>) -> AnyView {
    let (lang, secret, groups) = (visit.lang, rules.secret, has_groups(rules));
    let settled = row.withdrawn_at.is_some() || row.merged_into.is_some();
    let decides = (!settled && matches!(entry.calendar.state(visit.now), State::Open | State::Closed)).then(|| {
        let form = Form::keyed(visit, Act::DecideProposal, "decide");
        let fields = view! {
            {form.hidden("proposal", row.id)}
            {outcome_fields(lang, &form, row.outcome, &row.reason)}
            <p class="small">{if secret { t!(lang, "decide-told-secret") } else { t!(lang, "decide-told") }}</p>
            {form.submit(t!(lang, "decide-send"))}
        };
        let open = form.refused();
        view! { <details open=open><summary>{t!(lang, "decide-title")}</summary>{form.view(fields)}</details> }
    });
    let marks = facilitator && !settled && groups && entry.calendar.state(visit.now) != State::Published;
    let meta = marks.then(|| {
        let form = Form::keyed(visit, Act::MarkMeta, "meta");
        let fields = view! {
            {form.hidden("proposal", row.id)}
            <p>{t!(lang, "meta-words")}</p>
            {form.tick("meta", t!(lang, "meta-tick"), row.meta)}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "meta-send")}</button></p>
        };
        view! { <details open=row.meta><summary>{t!(lang, "meta-title")}</summary>{form.view(fields)}</details> }
    });
    view! {
        <section class="stack no-print" aria-labelledby="moderate">
            <h2 id="moderate">{if facilitator { t!(lang, "facilitation") } else { t!(lang, "answering") }}</h2>
            {decides}{merges}{meta}
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
