//! What the page of a proposal or an amendment holds of moderation.

use domain::{
    access::Act,
    id::AccountId,
    moderation::{Ending, Target},
};
use leptos::prelude::*;
use store::{moderation::Told, round::Entry};

use super::forms;
use crate::{i18n::t, ui::notice, visit::Visit};

/// The text of the page.
pub struct Text {
    pub target: Target,
    pub author: AccountId,
    pub hidden: bool,
    pub withdrawn: bool,
    /// Others were merged into it.
    pub holds: bool,
}

/// To its author the appeal and how the last hiding ended, to members the report, to facilitators hiding and showing it again. `told` is
/// that hiding.
pub fn tools(visit: &Visit, entry: &Entry, text: &Text, told: Option<&Told>) -> AnyView {
    let lang = visit.lang;
    let Text { target, hidden, .. } = *text;
    let mine = visit.account() == Some(text.author);
    let author = told.filter(|told| mine && (hidden || told.ending.is_some())).map(|told| forms::author(visit, target, told));
    let reported =
        (visit.asked("done") == Some("reported") && visit.asked("comment").is_none()).then(|| notice("success", t!(lang, "report-done")));
    let (reports, hides, shows) = match target {
        Target::Amendment(_) => (t!(lang, "report-amendment"), t!(lang, "hide-amendment-title"), t!(lang, "show-amendment-title")),
        _ => (t!(lang, "report-proposal"), t!(lang, "hide-proposal-title"), t!(lang, "show-proposal-title")),
    };
    let report = (!hidden && !text.withdrawn && !mine && entry.who.may(Act::Report) && !entry.who.is_facilitator()).then(|| {
        let (form, open) = forms::report(visit, target);
        view! { <details open=open><summary>{reports}</summary>{form}</details> }
    });
    let upheld = told.is_some_and(|told| told.ending == Some(Ending::Upheld));
    // What was taken back is read by nobody; one's own is for others to show.
    let moderates = if hidden { !upheld && !mine } else { !text.withdrawn };
    let moderate = (entry.who.is_facilitator() && moderates).then(|| {
        let (form, open) = if hidden { forms::show(visit, target) } else { forms::hide(visit, target) };
        let title = if hidden { shows } else { hides };
        let parts = (text.holds && !hidden).then(|| view! { <p>{t!(lang, "hide-proposal-parts")}</p> });
        view! { <details open=open><summary>{title}</summary>{parts}{form}</details> }
    });
    view! { <div class="stack is-tight no-print">{reported}{author}{report}{moderate}</div> }.into_any()
}

/// To those who may still read it: that it is hidden, and why. `words` is the sentence for this kind of text, `stored` what was kept with it.
pub fn why(visit: &Visit, told: Option<&Told>, stored: &str, words: impl FnOnce(String) -> String) -> AnyView {
    let (cause, said) = (told.map(|told| told.cause), told.map(|told| &*told.words));
    notice("warning", words(forms::shown_reason(visit.lang, cause, said, stored)))
}
