//! Objections with their words, whether they are open, what was answered; and a facilitator's form to answer.

use domain::{
    access::Act,
    charter::{
        objection::{Answer, may_answer},
        rules::Blocking,
    },
    round::State,
};
use leptos::prelude::*;
use store::{charter::Objection, round::Entry};

use super::super::loaded::Charter;
use crate::{
    i18n::{Lang, t},
    ui::{self, Form, date::day_view, notice, paragraphs, sign},
    visit::Visit,
};

/// `current` is the number of the article's version; none where they are about the whole charter.
pub fn objections(visit: &Visit, charter: &Charter, entry: &Entry, found: &[Objection], current: Option<i64>) -> Option<AnyView> {
    let lang = visit.lang;
    let open = found.iter().filter(|objection| objection.is_open).count();
    let items = found.iter().map(|objection| item(visit, charter, entry, objection, current)).collect_view();
    let answerable = may_answer(&entry.calendar, &charter.frame.rules, visit.now).is_ok();
    let late = (!answerable && entry.calendar.state(visit.now) == State::Closed).then(|| view! { <p>{t!(lang, "objections-late")}</p> });
    let rule = match charter.frame.rules.blocking {
        _ if charter.frame.rules.way == domain::charter::rules::Way::Vote => t!(lang, "objections-rule-vote"),
        Blocking::Open => t!(lang, "objections-rule-open"),
        Blocking::Unanswered => t!(lang, "objections-rule-unanswered"),
    };
    (!found.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="objections">
                <h2 id="objections">{t!(lang, "objections-title")}</h2>
                <p>{t!(lang, "objections-open-count", n = open)}" "{rule}</p>
                {late}
                <ol class="thread">{items}</ol>
            </section>
        }
        .into_any()
    })
}

fn item(visit: &Visit, charter: &Charter, entry: &Entry, objection: &Objection, current: Option<i64>) -> AnyView {
    let lang = visit.lang;
    let waits = objection.is_open && (objection.answer.is_none() || objection.reworded);
    let state = match (objection.is_open, waits) {
        (false, _) => view! { <span class="met">{sign("met")}{t!(lang, "objection-lifted")}</span> }.into_any(),
        (true, true) => view! { <span class="badge is-announced">{sign("announced")}{t!(lang, "objection-waits")}</span> }.into_any(),
        (true, false) => view! { <span class="badge is-open">{sign("open")}{t!(lang, "objection-answered-open")}</span> }.into_any(),
    };
    let earlier = objection.number.zip(current).filter(|(number, current)| number < current).map(|(number, _)| {
        view! { <span>{t!(lang, "objection-on-version", n = number)}</span> }
    });
    let mine = objection.is_open && visit.account() == Some(objection.account_id);
    let own = (mine && objection.answer.is_some() && entry.calendar.state(visit.now) == State::Open).then(|| {
        let to = if current.is_some() { "#position" } else { "#whole" };
        view! { <p>{t!(lang, "objection-yours")}" "<a href=to>{t!(lang, "objection-change")}</a></p> }
    });
    view! {
        <li id=format!("objection-{}", objection.id)><article class="comment">
            <header class="comment-head"><bdi class="author">{objection.author.clone()}</bdi>{ui::college(lang, objection.kind, &objection.name)}
                <span>{sign("objection")}" "{lang.of("stance", "objection")}</span>{earlier}{state}</header>
            <div class="comment-body" dir="auto">{paragraphs(&objection.reason)}</div>
            {answer(visit, objection)}
            {own}
            {form(visit, charter, entry, objection, current)}
        </article></li>
    }
    .into_any()
}

/// One that ended with the text it was about: its words, and what was answered.
pub fn ended(visit: &Visit, objection: &Objection) -> AnyView {
    let lang = visit.lang;
    view! {
        <li id=format!("objection-{}", objection.id)><article class="comment">
            <header class="comment-head"><bdi class="author">{objection.author.clone()}</bdi>{ui::college(lang, objection.kind, &objection.name)}
                <span>{sign("objection")}" "{lang.of("stance", "objection")}</span></header>
            <div class="comment-body" dir="auto">{paragraphs(&objection.reason)}</div>
            {answer(visit, objection)}
        </article></li>
    }
    .into_any()
}

fn answer(visit: &Visit, objection: &Objection) -> Option<AnyView> {
    let lang = visit.lang;
    let words = said(lang, objection.answer?, objection.taken_in);
    let on = objection.answered_at.map(|at| view! { <span class="small">{day_view(visit, at)}</span> });
    let before = objection.reworded.then(|| view! { <p class="small">{t!(lang, "objection-reworded")}</p> });
    Some(
        view! {
            <section class="decision objection-answer">
                <p class="decision-verdict">{words}" "{on}</p>
                {before}
                <div class="decision-reason" dir="auto">{paragraphs(&objection.words)}</div>
            </section>
        }
        .into_any(),
    )
}

/// An answer in a few words: "Taken into account in version 3".
pub fn said(lang: Lang, answer: Answer, version: Option<i64>) -> String {
    match (answer, version) {
        (Answer::Taken, Some(n)) => t!(lang, "objection-taken-in", n = n),
        (answer, _) => lang.of("objection-answer", answer.as_str()),
    }
}

fn form(visit: &Visit, charter: &Charter, entry: &Entry, objection: &Objection, current: Option<i64>) -> Option<AnyView> {
    let lang = visit.lang;
    let answerable = may_answer(&entry.calendar, &charter.frame.rules, visit.now).is_ok();
    if !entry.who.may(Act::AnswerObjection) || !objection.is_open || !answerable {
        return None;
    }
    let form = Form::keyed(visit, Act::AnswerObjection, objection.id);
    let later = current.zip(objection.number).is_some_and(|(current, number)| number < current);
    let answers = Answer::ALL
        .iter()
        .filter(|answer| **answer != Answer::Taken || later)
        .map(|answer| {
            let word = answer.as_str();
            (word.to_owned(), format!("{}\n{}", lang.of("objection-answer", word), lang.of("objection-answer-words", word)))
        })
        .collect();
    let chosen = objection.answer.map(Answer::as_str).unwrap_or_default();
    let version = later.then(|| {
        form.text("version", t!(lang, "objection-version"))
            .hint(t!(lang, "objection-version-hint"))
            .inputmode("numeric")
            .class("is-short")
            .optional()
            .default(objection.taken_in.or(current).map(|n| n.to_string()).unwrap_or_default())
            .view()
    });
    let not_yet = (!later && current.is_some()).then(|| notice("info", t!(lang, "objection-take-hint")));
    let fields = view! {
        {form.hidden("objection", objection.id)}
        {form.choices("answer", t!(lang, "objection-answer-legend"), answers, &[chosen], false)}
        {not_yet}
        {version}
        {form.area("words", t!(lang, "objection-words")).hint(t!(lang, "objection-words-hint")).rows(4).default(&objection.words).view()}
        {form.submit(t!(lang, "objection-send"))}
    };
    let summary = if objection.answer.is_some() { t!(lang, "objection-answer-again") } else { t!(lang, "objection-answer-it") };
    Some(view! { <details open=form.refused()><summary>{summary}</summary>{form.view(fields)}</details> }.into_any())
}
