//! The way back to needs, from what came of them and from where they were named.

use domain::{
    access::Act,
    id::{ProcessId, RoundId},
    needs::{Target, coding::may_code},
};
use leptos::prelude::*;
use store::{
    Conn,
    needs::Named,
    round::{Entry, Round},
};

use super::card::address;
use crate::{AppError, i18n::t, ui::translated_line, visit::Visit};

/// "Ce besoin : …", on the page of a proposal or an article.
pub async fn named(visit: &Visit, c: &mut Conn, target: &Target) -> Result<Option<AnyView>, AppError> {
    Ok(list(visit, &store::needs::leading_to(c, target).await?))
}

/// The needs that the actions of an evaluation answer.
pub async fn judged(visit: &Visit, c: &mut Conn, round: RoundId) -> Result<Option<AnyView>, AppError> {
    let mut needs = store::needs::leading_to(c, &Target::Action(round, String::new())).await?;
    needs.dedup_by_key(|need| need.id);
    Ok(list(visit, &needs))
}

fn list(visit: &Visit, needs: &[Named]) -> Option<AnyView> {
    let lang = visit.lang;
    let link = |need: &Named| view! { <a href=address(need.process_id, need.id)>{translated_line(lang, &need.title)}</a> };
    match needs {
        [] => None,
        [need] => Some(view! { <p class="need-way">{t!(lang, "need-this")} " " {link(need)}</p> }.into_any()),
        needs => {
            let items = needs.iter().map(|need| view! { <li>{link(need)}</li> }).collect_view();
            Some(view! { <div class="need-way"><p>{t!(lang, "need-these")}</p><ul>{items}</ul></div> }.into_any())
        }
    }
}

/// On the page of a process: how many needs there are, and the way to them.
pub async fn of_process(visit: &Visit, c: &mut Conn, process: ProcessId) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let n = store::needs::count(c, process).await?;
    Ok((n > 0).then(|| {
        view! {
            <h2>{t!(lang, "needs")}</h2>
            <p>{t!(lang, "needs-count", n = n)}</p>
            <p class="actions"><a class="button is-secondary" href=format!("/p/{process}/needs")>{t!(lang, "needs-read")}</a></p>
        }
        .into_any()
    }))
}

/// Under the results of a survey: the needs that came of it, and the desk for those who code.
pub async fn of_results(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let needs = store::needs::count(c, entry.process).await?;
    let read = (needs > 0)
        .then(|| view! { <a class="button is-secondary" href=format!("/p/{}/needs", entry.process)>{t!(lang, "needs-read")}</a> });
    let code = codes(visit, round, entry)
        .then(|| view! { <a class="button is-quiet" href=format!("/r/{}/coding", round.id)>{t!(lang, "coding")}</a> });
    let any = read.is_some() || code.is_some();
    Ok(any.then(|| view! { <p class="actions no-print">{read}{code}</p> }).into_any())
}

/// Whether this person may code the texts of this round now.
pub fn codes(visit: &Visit, round: &Round, entry: &Entry) -> bool {
    entry.who.may(Act::CodingPage) && may_code(round.kind, round.mode, &entry.calendar, visit.now).is_ok()
}
