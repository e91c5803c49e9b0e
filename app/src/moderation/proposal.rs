//! What the page of a proposal holds of moderation.

use domain::{
    access::Act,
    moderation::{Ending, Target},
};
use leptos::prelude::*;
use store::{moderation::Told, proposals::Proposal, round::Entry};

use super::forms;
use crate::{i18n::t, ui::notice, visit::Visit};

/// To its author the appeal and how the last hiding ended, to members the report, to facilitators hiding and showing it again. `told` is
/// that hiding; `holds`: others were merged into it.
pub fn tools(visit: &Visit, entry: &Entry, row: &Proposal, told: Option<&Told>, holds: bool) -> AnyView {
    let lang = visit.lang;
    let target = Target::Proposal(row.id);
    let hidden = row.hidden_reason.is_some();
    let mine = visit.account() == Some(row.author_id);
    let author = told.filter(|told| mine && (hidden || told.ending.is_some())).map(|told| forms::author(visit, target, told));
    let reported =
        (visit.asked("done") == Some("reported") && visit.asked("comment").is_none()).then(|| notice("success", t!(lang, "report-done")));
    let report = (!hidden && row.withdrawn_at.is_none() && !mine && entry.who.may(Act::Report) && !entry.who.is_facilitator()).then(|| {
        let (form, open) = forms::report(visit, target);
        view! { <details open=open><summary>{t!(lang, "report-proposal")}</summary>{form}</details> }
    });
    let upheld = told.is_some_and(|told| told.ending == Some(Ending::Upheld));
    // What was taken back is read by nobody; one's own is for others to show.
    let moderates = if hidden { !upheld && !mine } else { row.withdrawn_at.is_none() };
    let moderate = (entry.who.is_facilitator() && moderates).then(|| {
        let (form, open) = if hidden { forms::show(visit, target) } else { forms::hide(visit, target) };
        let title = if hidden { t!(lang, "show-proposal-title") } else { t!(lang, "hide-proposal-title") };
        let parts = (holds && !hidden).then(|| view! { <p>{t!(lang, "hide-proposal-parts")}</p> });
        view! { <details open=open><summary>{title}</summary>{parts}{form}</details> }
    });
    view! { <div class="stack is-tight no-print">{reported}{author}{report}{moderate}</div> }.into_any()
}
