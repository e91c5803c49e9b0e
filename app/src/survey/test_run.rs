//! Trying the form out as a phone shows it. Nothing is kept: what was answered travels with the form itself.

use std::collections::HashMap;

use domain::{
    access::Act,
    college::CollegeKind,
    id::RoundId,
    lang::LangText,
    survey::{Answerer, Answers, Form as Questions, Shown, answer, check, field, shown},
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{ask::Asking, review, save, take::progress};
use crate::{
    AppError,
    i18n::{Lang, t},
    process::round::{load, path},
    ui::{
        Form, crumbs, notice, page,
        page::{param, read_aloud},
        translated, translated_line,
    },
    visit::Visit,
};

/// Checks a section of the trial, and gives the place of the next; behind the last one comes the review. Nothing is written.
pub async fn step(
    round: RoundId,
    section: usize,
    college: CollegeKind,
    answers: HashMap<String, Vec<String>>,
    go: &str,
) -> Result<usize, AppError> {
    let visit = Visit::current()?;
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, Act::TryForm, round).await?;
    let form = save::form(&mut c, round, entry.kind).await?;
    let who = Answerer { college: Some(college), language: visit.lang.tag().to_owned() };
    let answers: Answers = answers.into_iter().collect();
    let shown = shown(&form, &answers, &who);
    let at = match go {
        "back" => save::section_before(&form, &shown, section).unwrap_or(0),
        "again" => 0,
        _ => {
            if let Some(section) = form.sections.get(section) {
                answer::check_section(&form, section, &answers, &who)?;
            }
            save::section_after(&form, &shown, section)
        }
    };
    crate::forms::show_answer();
    Ok(at)
}

/// Whether the page asked for is the trial inside the builder's phone.
pub fn is_framed(visit: &Visit) -> bool {
    is_under_round(&visit.path, "/try") && visit.asked("frame").is_some()
}

/// Whether the page asked for is one that holds that phone.
pub fn frames(visit: &Visit) -> bool {
    is_under_round(&visit.path, "/edit")
}

fn is_under_round(path: &str, page: &str) -> bool {
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    bare.strip_prefix("/r/").and_then(|rest| rest.strip_suffix(page)).is_some_and(|round| round.parse::<RoundId>().is_ok())
}

#[component]
pub fn TryPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::TryPage, id).await?;
        let form = save::form(&mut c, id, entry.kind).await?;
        let lang = visit.lang;
        let title = t!(lang, "try-title");
        let trial = trial(&visit, id, &form);
        if is_framed(&visit) {
            return Ok(
                view! { <Title text=title.clone()/><div class="page"><h1 class="visually-hidden">{title}</h1>{trial}</div> }.into_any()
            );
        }
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block"><h1>{title}</h1></header>
                {notice("info", t!(lang, "try-words"))}
                <p class="actions"><a class="button is-secondary" href=format!("/r/{id}/edit#form")>{t!(lang, "try-back")}</a></p>
                <div class="phone">{trial}</div>
            </div>
        }
        .into_any())
    })
}

fn trial(visit: &Visit, round: RoundId, form: &Questions) -> AnyView {
    let lang = visit.lang;
    if form.questions().next().is_none() {
        return view! { <p>{t!(lang, "take-empty")}</p> }.into_any();
    }
    let typed = visit.answered.as_ref().filter(|answered| answered.endpoint == Act::TryForm.path());
    let value = |name: &str| typed.and_then(|answered| answered.value(name));
    let college: CollegeKind = value("college").and_then(|kind| kind.parse().ok()).unwrap_or(CollegeKind::Family);
    let who = Answerer { college: Some(college), language: lang.tag().to_owned() };
    let again = typed.is_some_and(|answered| answered.value("go") == Some("again"));
    let answers = if again { Answers::new() } else { typed.map(answers_of).unwrap_or_default() };
    let shown = shown(form, &answers, &who);
    let next = typed.and_then(|answered| answered.shown::<usize>(Act::TryForm));
    let at = next.or_else(|| value("section")?.parse().ok()).unwrap_or(0).min(form.sections.len());
    let at = if save::is_asked(form, &shown, at) { at } else { save::section_after(form, &shown, at.saturating_sub(1)) };
    // What was just answered is checked; the next page begins unmarked.
    let mut fields = Form::new(visit, Act::TryForm);
    if next.is_some() {
        fields = fields.fresh();
    }
    let sections: Vec<usize> = (0..form.sections.len()).filter(|at| save::is_asked(form, &shown, *at)).collect();
    let step = sections.iter().position(|other| *other == at).unwrap_or(sections.len()) + 1;
    let inside = view! {
        {fields.hidden("round", round)}{fields.hidden("section", at)}
        {carried(form, &answers, at)}
        {if at < form.sections.len() { section(lang, &fields, form, at, &shown) } else { summary(visit, form, &shown, &who) }}
        {buttons(lang, &fields, form, &shown, at, college)}
    };
    view! { {progress(lang, step, sections.len())}{fields.view(inside)}{read_aloud(t!(lang, "ask-listen"))} }.into_any()
}

/// Answers to other sections, carried along.
fn carried(form: &Questions, answers: &Answers, at: usize) -> AnyView {
    let here = |key: &String| form.sections.get(at).is_some_and(|section| section.questions.iter().any(|question| question.owns(key)));
    answers
        .iter()
        .filter(|(key, _)| !here(key))
        .flat_map(|(key, values)| values.iter().map(move |value| (field(key), value.clone())))
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
        .into_any()
}

/// The answers in the fields of a form.
pub fn answers_of(answered: &crate::forms::Answered) -> Answers {
    let mut answers = Answers::new();
    for (name, value) in &answered.values {
        let key = name.strip_prefix("answers[").and_then(|rest| rest.strip_suffix("][]"));
        if let Some(key) = key.filter(|_| !value.is_empty()) {
            answers.entry(key.to_owned()).or_default().push(value.clone());
        }
    }
    answers
}

fn section(lang: Lang, fields: &Form, form: &Questions, at: usize, shown: &Shown<'_>) -> AnyView {
    let section = &form.sections[at];
    let asking = Asking { lang, fields, form, answers: &shown.answers, seed: Some(1) };
    let before: usize = form.sections[..at].iter().map(|section| section.questions.len()).sum();
    let questions = section.questions.iter().enumerate().filter(|(_, question)| shown.asks(question));
    let questions = questions
        .map(|(i, question)| view! { <div class="question" id=format!("q-{}", question.code)>{asking.ask(before + i + 1, question)}</div> })
        .collect_view();
    let piped = |text: &LangText| asking.piped(text);
    view! { <h2>{translated_line(lang, &piped(&section.title))}</h2>{translated(lang, &piped(&section.intro))}{questions} }.into_any()
}

/// What would be sent, or what would keep it from being sent.
fn summary(visit: &Visit, form: &Questions, shown: &Shown<'_>, who: &Answerer) -> AnyView {
    let lang = visit.lang;
    let problems = check(form, &shown.answers, who).err().map(|refusal| refusal.problems).unwrap_or_default();
    let verdict = if problems.is_empty() {
        notice("success", t!(lang, "try-sendable"))
    } else {
        let items = problems.iter().map(|problem| view! { <li>{lang.problem(problem)}</li> }).collect_view();
        notice("warning", view! { {t!(lang, "try-not-sendable")}<ul>{items}</ul> })
    };
    let asked: Vec<_> = form.questions().filter(|question| shown.asks(question)).collect();
    view! { <h2>{t!(lang, "review-title")}</h2>{verdict}{review::list(lang, form, &asked, &shown.answers, None, &problems)} }.into_any()
}

fn buttons(lang: Lang, fields: &Form, form: &Questions, shown: &Shown<'_>, at: usize, college: CollegeKind) -> AnyView {
    let next = (at < form.sections.len()).then(|| {
        let last = save::section_after(form, shown, at) == form.sections.len();
        let words = if last { t!(lang, "take-to-review") } else { t!(lang, "take-next") };
        view! { <button class="button is-primary" type="submit" name="go" value="next">{words}</button> }
    });
    let back = save::section_before(form, shown, at).is_some().then(|| {
        view! { <button class="button is-secondary" type="submit" name="go" value="back">{t!(lang, "take-back")}</button> }
    });
    let colleges = CollegeKind::ALL.iter().map(|kind| (kind.to_string(), lang.of("college", kind.as_str()))).collect();
    view! {
        <p class="actions">{next}{back}<button class="button is-quiet" type="submit" name="go" value="again">{t!(lang, "try-again")}</button></p>
        {fields.select("college", t!(lang, "try-college"), colleges, college.as_str())}
    }
    .into_any()
}
