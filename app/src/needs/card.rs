//! A need as everybody reads it: who named it, what exists, what is missing, what was decided, and its way.

use domain::{
    college::CollegeKind,
    id::ProcessId,
    lang::LangText,
    needs::{Said, Target},
    privacy::SCREEN_THRESHOLD,
    round::{Outcome, State},
};
use leptos::prelude::*;
use store::needs::Need;

use super::board::{Board, Step};
use crate::{
    i18n::{Lang, t},
    ui::{college_name, decision, easy, notice, paragraphs, sign, translated, translated_line},
    visit::Visit,
};

/// The address of a need.
pub fn address(process: ProcessId, need: domain::id::NeedId) -> String {
    format!("/p/{process}/needs#need-{need}")
}

/// How a page shows its needs.
#[derive(Clone, Copy)]
pub struct Look {
    /// Level of the heading: 2 or 3.
    pub level: u8,
    /// Whether its way is shown, or a link to it.
    pub way: bool,
    pub edits: bool,
}

fn heading(level: u8, words: impl IntoView + 'static) -> AnyView {
    match level {
        2 => view! { <h2>{words}</h2> }.into_any(),
        3 => view! { <h3>{words}</h3> }.into_any(),
        _ => view! { <h4>{words}</h4> }.into_any(),
    }
}

pub fn card(visit: &Visit, board: &Board, need: &Need, look: Look) -> AnyView {
    let lang = visit.lang;
    let words = need.words();
    let steps = board.steps(need.id);
    let source = board.round(need.round_id).map(|(number, round)| {
        let href = if board.state(round) == State::Published { format!("/r/{}/results", round.id) } else { format!("/r/{}", round.id) };
        view! { <p class="meta"><span>{t!(lang, "need-source", n = number)} " " <a href=href>{translated_line(lang, &round.title)}</a></span></p> }
    });
    let withdrawn = need.withdrawn_reason.clone().map(|reason| notice("warning", t!(lang, "need-withdrawn", reason = reason)));
    let edit = look.edits.then(|| {
        view! { <p class="no-print"><a href=format!("/need/{}/edit", need.id)>{t!(lang, "need-edit-this")}<span class="visually-hidden">" : "{words.title.text(lang.tag()).to_owned()}</span></a></p> }
    });
    let way = if look.way {
        Some(trace(lang, board, need, &steps, look.level + 1))
    } else {
        (!steps.is_empty()).then(|| {
            let name = words.title.text(lang.tag()).to_owned();
            view! { <p><a href=address(need.process_id, need.id)>{t!(lang, "need-way-link")}<span class="visually-hidden">" : "{name}</span></a></p> }.into_any()
        })
    };
    view! {
        <article class="need stack" id=format!("need-{}", need.id)>
            {heading(look.level, translated_line(lang, &words.title))}
            {withdrawn}
            {source}
            {(!words.summary.is_empty()).then(|| translated(lang, &words.summary))}
            {easy(lang, words.summary.easy())}
            {counts(lang, &board.colleges(), &board.said(need))}
            {heading(look.level + 1, t!(lang, "need-existing"))}
            {said_or_not(lang, &words.existing)}
            {heading(look.level + 1, t!(lang, "need-missing"))}
            {said_or_not(lang, &words.missing)}
            {heading(look.level + 1, t!(lang, "need-decided"))}
            {decided(lang, board, need, &steps)}
            {way}
            {edit}
        </article>
    }
    .into_any()
}

fn said_or_not(lang: Lang, words: &LangText) -> AnyView {
    if words.is_empty() {
        return view! { <p class="small">{t!(lang, "need-not-said")}</p> }.into_any();
    }
    view! { {translated(lang, words)}{easy(lang, words.easy())} }.into_any()
}

/// How many of each college named it: a sentence, then college by college.
pub fn counts(lang: Lang, colleges: &[(CollegeKind, LangText)], said: &[Said]) -> AnyView {
    let items = colleges
        .iter()
        .zip(said)
        .map(|((kind, name), said)| {
            let words = match said {
                Said::Hidden => view! { <span class="protected is-cell">{t!(lang, "need-hidden")}</span> }.into_any(),
                Said::Few { read } => view! {
                    <strong class="count-number">{t!(lang, "need-few", n = SCREEN_THRESHOLD)}</strong> " "
                    <span class="count-of">{t!(lang, "need-of", n = *read)}</span>
                }
                .into_any(),
                Said::Count { read: 0, .. } => view! { <span class="count-of">{t!(lang, "need-nobody-wrote")}</span> }.into_any(),
                Said::Count { named, read } => {
                    view! { <strong class="count-number">{*named}</strong> " " <span class="count-of">{t!(lang, "need-of", n = *read)}</span> }.into_any()
                }
            };
            view! {
                <li class=format!("count is-{kind}")>
                    <span class="count-name">{sign(kind.as_str())}{college_name(lang, *kind, name)}</span>{words}</li>
            }
        })
        .collect_view();
    let hidden = said.iter().any(|said| matches!(said, Said::Hidden | Said::Few { .. }));
    view! {
        <p>{sentence(lang, colleges, said)}</p>
        <ul class="counts">{items}</ul>
        {hidden.then(|| view! { <p class="small">{t!(lang, "need-protected", n = SCREEN_THRESHOLD)}</p> })}
    }
    .into_any()
}

/// Who named it, in words: the colleges in which some did.
fn sentence(lang: Lang, colleges: &[(CollegeKind, LangText)], said: &[Said]) -> String {
    let naming: Vec<String> = colleges
        .iter()
        .zip(said)
        .filter(|(_, said)| matches!(said, Said::Few { .. } | Said::Count { named: 1.., .. }))
        .map(|((kind, name), _)| college_name(lang, *kind, name))
        .collect();
    let hidden = said.contains(&Said::Hidden);
    match (naming.is_empty(), hidden) {
        (true, true) => t!(lang, "need-named-unknown"),
        (true, false) => t!(lang, "need-named-none"),
        (false, true) => t!(lang, "need-named-at-least", n = naming.len(), colleges = naming.join(", ")),
        (false, false) => t!(lang, "need-named", n = naming.len(), colleges = naming.join(", ")),
    }
}

/// The answers that were given to what came of it, then the decisions of the rounds.
fn decided(lang: Lang, board: &Board, need: &Need, steps: &[Step<'_>]) -> AnyView {
    let answers: Vec<_> = steps
        .iter()
        .filter_map(|step| {
            let outcome = step.link.outcome?;
            let reason = paragraphs(step.link.reason.as_deref().unwrap_or_default());
            let title = step.title.text(lang.tag()).to_owned();
            let named = view! { <p><a href=step.target.path() dir="auto">{title}</a></p>{reason} };
            Some(decision(lang, Some(outcome), named.into_any()))
        })
        .collect();
    // Each round once: where it was named, and where something came of it.
    let mut rounds: Vec<_> = board.round(need.round_id).into_iter().collect();
    rounds.extend(steps.iter().map(|step| (step.number, step.round)));
    rounds.sort_by_key(|(number, _)| *number);
    rounds.dedup_by_key(|(number, _)| *number);
    let rounds: Vec<_> = rounds
        .into_iter()
        .filter(|(_, round)| board.state(round) == State::Published)
        .map(|(number, round)| view! { <li><a href=format!("/r/{}/results", round.id)>{t!(lang, "need-round-decision", n = number)} " " {translated_line(lang, &round.title)}</a></li> })
        .collect();
    if answers.is_empty() && rounds.is_empty() {
        return view! { <p class="small">{t!(lang, "need-undecided")}</p> }.into_any();
    }
    view! { {answers}{(!rounds.is_empty()).then(|| view! { <ul>{rounds}</ul> })} }.into_any()
}

/// Need → proposal → article → evaluation.
fn trace(lang: Lang, board: &Board, need: &Need, steps: &[Step<'_>], level: u8) -> AnyView {
    let number = board.round(need.round_id).map(|(number, _)| number);
    let kind = |words: String, number: Option<usize>| match number {
        Some(number) => format!("{words} · {}", t!(lang, "round-number", n = number)),
        None => words,
    };
    let items: Vec<_> = steps
        .iter()
        .map(|step| {
            let (class, words) = stand(lang, step);
            let title = step.title.text(lang.tag()).to_owned();
            view! {
                <li class=class><p class="trace-kind">{kind(lang.of("need-step", step.target.kind().as_str()), Some(step.number))}</p>
                    <p class="trace-title" dir="auto"><a href=link(step)>{title}</a></p><p class="meta"><span>{words}</span></p></li>
            }
        })
        .collect();
    let rest = items.is_empty().then(|| view! { <li class="trace-step"><p class="trace-kind">{t!(lang, "need-step-next")}</p></li> });
    view! {
        {heading(level, t!(lang, "need-way"))}
        <ol class="trace">
            <li class="trace-step is-here" aria-current="true"><p class="trace-kind">{kind(t!(lang, "need-step-need"), number)}</p>
                <p class="trace-title">{translated_line(lang, &need.title)}</p></li>
            {items}{rest}
        </ol>
    }
    .into_any()
}

/// The results of an evaluation are there when they are published; until then its page says what it is.
fn link(step: &Step<'_>) -> String {
    match step.target {
        Target::Action(round, _) if step.state != State::Published => format!("/r/{round}"),
        _ => step.target.path(),
    }
}

/// Where something stands that came of a need.
fn stand(lang: Lang, step: &Step<'_>) -> (&'static str, String) {
    let answer = step.link.outcome.map(|outcome| lang.of("outcome", outcome.as_str()));
    let state = lang.of("need-state", step.state.as_str());
    match (step.link.outcome, step.state) {
        (Some(Outcome::NotRetained), _) => ("trace-step is-stopped", answer.unwrap_or_default()),
        (Some(Outcome::Retained | Outcome::Partly), _) => ("trace-step is-done", answer.unwrap_or_default()),
        (None, State::Published) => ("trace-step is-done", state),
        (None, _) => ("trace-step", state),
    }
}
