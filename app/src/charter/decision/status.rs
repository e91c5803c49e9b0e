//! Where a charter stands, on its round's page: the status in words, what brought it there, and a facilitator's next step.

use domain::{
    access::Act,
    charter::status::{Status, back_to_consultation, open_ratification},
};
use leptos::prelude::*;
use store::{
    charter::{Objection, Ratification},
    round::{Entry, Round},
};

use super::{super::loaded::Charter, objections::ended};
use crate::{
    i18n::{Lang, t},
    ui::{
        Form,
        date::{civil, day_view},
        sign,
    },
    visit::Visit,
};

/// The sign beside a status: never colour alone.
const fn mark(status: Status) -> &'static str {
    match status {
        Status::Drafting => "draft",
        Status::Consultation | Status::Ratification => "open",
        Status::Carried | Status::Adopted | Status::InForce => "published",
        Status::ReviewDue => "announced",
        Status::NotRatified | Status::Revised => "closed",
    }
}

/// A status: a word and a sign.
pub fn badge(lang: Lang, status: Status) -> AnyView {
    let mark = mark(status);
    view! { <span class=format!("badge is-{mark}")>{sign(mark)}{lang.of("charter-status", status.as_str())}</span> }.into_any()
}

/// The section of the round's page. `past`: what stood against the whole when it went back.
pub fn standing(visit: &Visit, charter: &Charter, round: &Round, entry: &Entry, past: &[Objection]) -> AnyView {
    let lang = visit.lang;
    let status = charter.status(visit, entry);
    let until = charter.adoption.as_ref().and_then(|adoption| adoption.review_on.as_deref()).map(|day| civil(lang, day));
    let words = match (status, until) {
        (Status::InForce, Some(day)) => t!(lang, "charter-in-force-until", day = day),
        (Status::ReviewDue, Some(day)) => t!(lang, "charter-review-was-due", day = day),
        _ => lang.of("charter-status-words", status.as_str()),
    };
    let signatures = charter.adoption.is_some() || status == Status::Carried;
    let link = signatures.then(|| {
        let (words, class) = match status {
            Status::Carried if entry.who.may(Act::AdoptCharter) => (t!(lang, "charter-to-adopt"), "button is-primary"),
            Status::Carried => return ().into_any(),
            _ => (t!(lang, "charter-to-signatures"), "button is-secondary"),
        };
        view! { <p class="actions"><a class=class href=format!("/r/{}/signatures", round.id)>{words}</a></p> }.into_any()
    });
    view! {
        <section class="stack charter-status" aria-labelledby="status">
            <h2 id="status">{t!(lang, "charter-status-title")}</h2>
            {steps(lang, status)}
            <p>{badge(lang, status)}" "{words}</p>
            {history(visit, charter, past)}
            {link}
            {next(visit, charter, round, entry)}
        </section>
    }
    .into_any()
}

/// The way of a charter, with the place where it is. What ends it early or late stands in the words below.
fn steps(lang: Lang, status: Status) -> AnyView {
    const WAY: [Status; 5] = [Status::Drafting, Status::Consultation, Status::Ratification, Status::Adopted, Status::InForce];
    let here = match status {
        Status::Drafting => 0,
        Status::Consultation => 1,
        Status::Ratification | Status::Carried | Status::NotRatified => 2,
        Status::Adopted => 3,
        Status::InForce | Status::ReviewDue | Status::Revised => 4,
    };
    let items = WAY.iter().enumerate().map(|(n, step)| {
        let class = match n.cmp(&here) {
            std::cmp::Ordering::Less => "is-done",
            std::cmp::Ordering::Equal => "is-here",
            std::cmp::Ordering::Greater => "",
        };
        let done = (n < here).then(|| sign("saved"));
        view! { <li class=class aria-current=(n == here).then_some("step")>{done}{lang.of("charter-status", step.as_str())}</li> }
    });
    view! { <ol class="charter-way">{items.collect_view()}</ol> }.into_any()
}

/// When the text was frozen, why it was set free again, and the objections to the whole that stood then.
fn history(visit: &Visit, charter: &Charter, past: &[Objection]) -> Option<AnyView> {
    let lang = visit.lang;
    let items = charter.ratifications.iter().map(|ratification| {
        let back = ratification.ended_at.map(|at| {
            view! {
                <p>{t!(lang, "charter-back-on")}" "{day_view(visit, at)}</p>
                <blockquote dir="auto">{ratification.reason.clone()}</blockquote>
                {stood(visit, past, ratification)}
            }
        });
        view! { <li><p>{t!(lang, "charter-frozen-on")}" "{day_view(visit, ratification.opened_at)}</p>{back}</li> }
    });
    (!charter.ratifications.is_empty()).then(|| view! { <ul class="charter-facts">{items.collect_view()}</ul> }.into_any())
}

fn stood(visit: &Visit, past: &[Objection], ratification: &Ratification) -> Option<AnyView> {
    let found: Vec<_> = past.iter().filter(|objection| objection.ratification_id == Some(ratification.id)).collect();
    (!found.is_empty()).then(|| {
        let items = found.iter().map(|objection| ended(visit, objection)).collect_view();
        view! {
            <details><summary>{t!(visit.lang, "charter-back-objections", n = found.len())}</summary><ol class="thread">{items}</ol></details>
        }
        .into_any()
    })
}

/// What a facilitator may do next.
fn next(visit: &Visit, charter: &Charter, round: &Round, entry: &Entry) -> Option<AnyView> {
    let lang = visit.lang;
    let frozen = charter.frozen().is_some();
    if entry.who.may(Act::OpenRatification)
        && open_ratification(entry.kind, &entry.calendar, frozen, charter.articles.len(), visit.now).is_ok()
    {
        let form = Form::keyed(visit, Act::OpenRatification, "freeze");
        let fields = view! {
            {form.hidden("round", round.id)}
            <p>{t!(lang, "charter-freeze-words")}</p>
            {form.submit(t!(lang, "charter-freeze-send"))}
        };
        return Some(view! { <details><summary>{t!(lang, "charter-freeze")}</summary>{form.view(fields)}</details> }.into_any());
    }
    if entry.who.may(Act::BackToConsultation) && back_to_consultation(&entry.calendar, frozen, "-", visit.now).is_ok() {
        let form = Form::keyed(visit, Act::BackToConsultation, "unfreeze");
        let fields = view! {
            {form.hidden("round", round.id)}
            {form.area("reason", t!(lang, "charter-back-why")).hint(t!(lang, "charter-back-hint")).rows(3).view()}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "charter-back-send")}</button></p>
        };
        let open = form.refused();
        return Some(view! { <details open=open><summary>{t!(lang, "charter-back")}</summary>{form.view(fields)}</details> }.into_any());
    }
    None
}
