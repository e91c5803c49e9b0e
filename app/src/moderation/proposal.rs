//! What the page of a proposal holds of moderation.

use domain::{
    access::Act,
    moderation::{Ending, Target},
};
use leptos::prelude::*;
use store::{Conn, proposals::Proposal, round::Entry};

use super::forms;
use crate::{AppError, i18n::t, ui::notice, visit::Visit};

/// To its author why it is hidden and the appeal, to members the report, to facilitators hiding and showing it again. `holds`: others
/// were merged into it.
pub async fn tools(visit: &Visit, c: &mut Conn, entry: &Entry, row: &Proposal, holds: bool) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let target = Target::Proposal(row.id);
    let hidden = row.hidden_reason.is_some();
    let mine = visit.account() == Some(row.author_id);
    let told = if hidden { store::moderation::last(c, target).await? } else { None };
    let author = told.as_ref().filter(|_| mine).map(|told| forms::author(visit, target, told));
    let reported =
        (visit.asked("done") == Some("reported") && visit.asked("comment").is_none()).then(|| notice("success", t!(lang, "report-done")));
    let report = (!hidden && !mine && entry.who.may(Act::Report) && !entry.who.is_facilitator()).then(|| {
        let (form, open) = forms::report(visit, target);
        view! { <details open=open><summary>{t!(lang, "report-proposal")}</summary>{form}</details> }
    });
    let upheld = told.as_ref().is_some_and(|told| told.ending == Some(Ending::Upheld));
    let moderate = (entry.who.is_facilitator() && !upheld).then(|| {
        let (form, open) = if hidden { forms::show(visit, target) } else { forms::hide(visit, target) };
        let title = if hidden { t!(lang, "show-proposal-title") } else { t!(lang, "hide-proposal-title") };
        let parts = (holds && !hidden).then(|| view! { <p>{t!(lang, "hide-proposal-parts")}</p> });
        view! { <details open=open><summary>{title}</summary>{parts}{form}</details> }
    });
    Ok(view! { <div class="stack is-tight no-print">{reported}{author}{report}{moderate}</div> }.into_any())
}
