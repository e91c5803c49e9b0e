//! One's own answers, all together: before sending, and afterwards where they keep their author.

use domain::{
    access::Act,
    refusal::Problem,
    round::Mode,
    survey::{Answers, Form as Questions, Question, check, field},
};
use leptos::prelude::*;
use store::round::Round;

use super::{
    take::{ANCHOR, progress},
    words::answer_words,
};
use crate::{
    i18n::{Lang, t},
    ui::{Form, date, notice, paragraphs, translated_line},
    visit::Visit,
};

/// The last page before sending: every answer, what is missing, what can and cannot be undone.
pub fn before_sending(visit: &Visit, round: &Round, form: &Questions, answers: &Answers) -> AnyView {
    let lang = visit.lang;
    let problems = check(form, answers).err().map(|refusal| refusal.problems).unwrap_or_default();
    let fields = Form::new(visit, Act::SendResponse);
    let wrong = (!problems.is_empty()).then(|| missing(lang, round, form, &problems));
    let send = problems.is_empty().then(|| {
        let closes = round.calendar().closes_at.map(|at| date::moment(lang, at, &visit.services.site.zone)).unwrap_or_default();
        let words = match round.mode {
            Mode::Anonymous => t!(lang, "review-anonymous"),
            Mode::Named => t!(lang, "review-named", closes = closes),
        };
        let inside = view! { {fields.hidden("round", round.id)}{notice("warning", words)}{fields.submit(t!(lang, "review-send"))} };
        fields.view(inside)
    });
    let back = save_address(round, form, form.sections.len().saturating_sub(1));
    view! {
        {progress(lang, form.sections.len() + 1, form.sections.len())}
        <h2>{t!(lang, "review-title")}</h2>
        {wrong}
        {list(lang, form, answers, Some(round), &problems)}
        {send}
        <p><a href=back>{t!(lang, "review-back")}</a></p>
    }
    .into_any()
}

fn save_address(round: &Round, form: &Questions, at: usize) -> String {
    format!("{}#{ANCHOR}", super::save::address(round.id, form, at))
}

/// Where a question is answered.
fn place(round: &Round, form: &Questions, question: &Question) -> String {
    let at = form.sections.iter().position(|section| section.questions.iter().any(|q| q.code == question.code)).unwrap_or(0);
    format!("{}#{}", super::save::address(round.id, form, at), crate::ui::form::field_id("", &field(&question.code)))
}

/// Names what keeps the response from being sent, each with a link to its question.
fn missing(lang: Lang, round: &Round, form: &Questions, problems: &[Problem]) -> AnyView {
    let items = problems
        .iter()
        .map(|problem| {
            let words = lang.problem(problem);
            match form.questions().find(|question| field(&question.code) == problem.field) {
                Some(question) => {
                    view! { <li><a href=place(round, form, question)>{words} " " {translated_line(lang, &question.label)}</a></li> }
                        .into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <div class="error-summary" aria-labelledby="review-missing"><h3 id="review-missing">{t!(lang, "review-missing", n = problems.len())}</h3><ul>{items}</ul></div>
    }
    .into_any()
}

/// All questions with their answers; with `round`, links to change them.
fn list(lang: Lang, form: &Questions, answers: &Answers, round: Option<&Round>, problems: &[Problem]) -> AnyView {
    let mut number = 0;
    form.sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let rows = section
                .questions
                .iter()
                .map(|question| {
                    number += 1;
                    let wrong = problems.iter().any(|problem| problem.field == field(&question.code));
                    row(lang, number, question, answers.get(&question.code).map_or(&[][..], Vec::as_slice), wrong)
                })
                .collect_view();
            let change = round.map(|round| {
                let href = save_address(round, form, at);
                let title = section.title.text(lang.tag()).to_owned();
                view! { <p><a href=href>{t!(lang, "review-change")}<span class="visually-hidden">" : " {title}</span></a></p> }
            });
            view! { <section class="stack"><h3>{translated_line(lang, &section.title)}</h3><dl class="facts is-stacked">{rows}</dl>{change}</section> }
        })
        .collect_view()
        .into_any()
}

fn row(lang: Lang, number: usize, question: &Question, values: &[String], wrong: bool) -> AnyView {
    let answer = match values {
        [] if wrong => view! { <strong>{t!(lang, "review-to-answer")}</strong> }.into_any(),
        [] => view! { <span class="small">{t!(lang, "review-no-answer")}</span> }.into_any(),
        [text] if question.kind.is_text() => paragraphs(text),
        [value] => answer_words(lang, question, value).into_any(),
        values => {
            let items = values.iter().map(|value| view! { <li>{answer_words(lang, question, value)}</li> }).collect_view();
            view! { <ul>{items}</ul> }.into_any()
        }
    };
    view! { <div><dt>{format!("{number}. ")}{translated_line(lang, &question.label)}</dt><dd>{answer}</dd></div> }.into_any()
}

/// After sending: that it counts, and what one can still do.
pub fn sent(visit: &Visit, round: &Round, form: &Questions, own: Option<&Answers>, open: bool) -> AnyView {
    let lang = visit.lang;
    let zone = &visit.services.site.zone;
    let closes = round.calendar().closes_at.map(|at| date::day(lang, at, zone)).unwrap_or_default();
    let next = if open { t!(lang, "sent-next", closes = closes) } else { String::new() };
    let thanks = match round.mode {
        Mode::Anonymous => t!(lang, "sent-anonymous"),
        Mode::Named => t!(lang, "sent-named"),
    };
    let change = (open && own.is_some()).then(|| {
        view! { <p class="actions"><a class="button is-secondary" href=save_address(round, form, 0)>{t!(lang, "sent-change")}</a></p> }
    });
    let answers = own.map(|own| {
        view! { <h2>{t!(lang, "sent-yours")}</h2>{list(lang, form, own, None, &[])} }
    });
    view! {
        {notice("success", view! { <strong>{t!(lang, "sent-thanks")}</strong> " " {thanks} " " {next} })}
        {change}
        {answers}
    }
    .into_any()
}
