//! Ready questions, one by one or a section at a time: from the library, or from another round that one animates.

use std::collections::BTreeSet;

use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    round::RoundKind,
    survey::{
        Form as Questions, Question, Section,
        pick::{Left, NotCarried},
    },
};
use leptos::prelude::*;
use leptos_axum::redirect;
use leptos_meta::Title;
use store::Conn;

use super::{library, save};
use crate::{
    AppError,
    forms::show_answer,
    i18n::{Lang, t},
    process::round::{load, path},
    ui::{Form, crumbs, notice, page, page::param, translated_line},
    visit::Visit,
};

/// Options named under a question to choose.
const OPTIONS: usize = 6;

/// The form that is taken from: a ready one, or that of a round where one is a facilitator.
async fn source(visit: &Visit, c: &mut Conn, from: &str) -> Result<Questions, AppError> {
    let Ok(round) = from.parse::<RoundId>() else { return library::model(from) };
    let entry = visit.allow_in_round(c, Act::FormFile, round).await?;
    if entry.kind != RoundKind::Survey {
        return Err(Refusal::not_found().into());
    }
    Ok(store::round::content(c, round).await?)
}

pub async fn take(
    round: RoundId,
    from: &str,
    questions: Vec<String>,
    sections: &[String],
    to: String,
) -> Result<Vec<NotCarried>, AppError> {
    let visit = Visit::current()?;
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, Act::TakeQuestions, round).await?;
    let source = source(&visit, &mut c, from).await?;
    let known = store::pictures::known(&mut c, entry.process).await?;
    // SQLite has one connection to write with, but reading ends before writing begins.
    drop(c);
    let mut codes: BTreeSet<String> = questions.into_iter().collect();
    let whole = source.sections.iter().filter(|section| sections.contains(&section.code));
    codes.extend(whole.flat_map(|section| section.questions.iter().map(|question| question.code.clone())));
    let (mut picked, mut left) = source.pick(&codes);
    // A picture belongs to its process.
    for place in picked.keep_pictures(&known) {
        let code = place.split_once('.').map_or(place.as_str(), |(code, _)| code);
        let label = picked.question(code).map(|question| question.label.clone()).unwrap_or_default();
        left.push(NotCarried { label, what: Left::Picture, code: place });
    }
    let first = save::change(round, Act::TakeQuestions, "take_questions", move |form, calendar, now| {
        calendar.must_not_have_opened(now)?;
        form.take_in(&picked, &to)
    })
    .await?;
    if left.is_empty() {
        redirect(&format!("/r/{round}/edit#{first}"));
    } else {
        show_answer();
    }
    Ok(left)
}

#[component]
pub fn ReadyPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::ReadyPage, id).await?;
        if entry.kind != RoundKind::Survey {
            return Err(Refusal::not_found().into());
        }
        let lang = visit.lang;
        let form: Questions = store::round::content(&mut c, id).await?;
        let from = visit.asked("from").unwrap_or("questions").to_owned();
        let source = source(&visit, &mut c, &from).await?;
        let others = store::round::surveys_of_facilitator(&mut c, entry.who.account()?, id).await?;
        let tabs = library::sources()
            .map(|name| {
                let current = (from == name).then_some("page");
                view! { <li><a href=format!("/r/{id}/ready?from={name}") aria-current=current>{lang.of("model", name)}</a></li> }
            })
            .collect_view();
        let others = (!others.is_empty()).then(|| {
            let rows = others
                .iter()
                .map(|other| {
                    let current = (from == other.id.to_string()).then_some("page");
                    view! {
                        <li><a href=format!("/r/{id}/ready?from={}", other.id) aria-current=current>{translated_line(lang, &other.title)}</a>
                            " " <span class="small">{translated_line(lang, &other.process)}</span></li>
                    }
                })
                .collect_view();
            let open = from.parse::<RoundId>().is_ok();
            view! { <details open=open><summary>{t!(lang, "ready-earlier")}</summary><ul>{rows}</ul></details> }
        });
        let left = visit.answered.as_ref().and_then(|answered| answered.shown::<Vec<NotCarried>>(Act::TakeQuestions));
        let left = left.map(|left| not_carried(lang, id, &left));
        let choosing = if save::may_edit(&visit, &entry) {
            choose(&visit, id, &from, &source, &form)
        } else {
            notice("info", t!(lang, "build-frozen"))
        };
        let title = t!(lang, "ready-title");
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block"><h1>{title}</h1><p class="lead">{t!(lang, "ready-lead")}</p></header>
                {left}
                <p><a href=format!("/r/{id}/edit#form")>{t!(lang, "try-back")}</a></p>
                <nav class="tabs" aria-label=t!(lang, "ready-sources")><ul>{tabs}</ul></nav>
                {others}
                {choosing}
            </div>
        })
    })
}

fn choose(visit: &Visit, round: RoundId, from: &str, source: &Questions, form: &Questions) -> AnyView {
    let lang = visit.lang;
    if source.questions().next().is_none() {
        return view! { <p>{t!(lang, "take-empty")}</p> }.into_any();
    }
    let mut fields = Form::keyed(visit, Act::TakeQuestions, from);
    if !fields.refused() {
        fields = fields.fresh();
    }
    let places = std::iter::once((String::new(), t!(lang, "ready-own-sections")))
        .chain(
            form.sections.iter().map(|section| (section.code.clone(), t!(lang, "ready-end-of", section = section.title.text(lang.tag())))),
        )
        .collect();
    let sections = source.sections.iter().map(|section| offer(lang, &fields, section)).collect_view();
    let nothing = fields.problems("questions[]");
    let nothing = crate::ui::form::errors(lang, &nothing, &fields.id("questions[]"));
    fields.view(view! {
        {fields.hidden("round", round)}{fields.hidden("from", from)}
        <div class="stack is-loose" id=fields.id("questions[]") tabindex="-1">{nothing}{sections}</div>
        {fields.select("to", t!(lang, "ready-where"), places, "")}
        {fields.submit(t!(lang, "ready-take"))}
    })
}

fn offer(lang: Lang, fields: &Form, section: &Section) -> AnyView {
    let rows = section.questions.iter().map(|question| {
        let checked = fields.ticked("questions[]", &question.code, false);
        view! {
            <label class="choice"><input type="checkbox" name="questions[]" value=question.code.clone() checked=checked/>
                <span>{translated_line(lang, &question.label)}<small>{about(lang, question)}</small></span></label>
        }
    });
    let rows = rows.collect_view();
    let all = fields.ticked("sections[]", &section.code, false);
    view! {
        <fieldset class="choices"><legend>{translated_line(lang, &section.title)}</legend>
            <label class="choice is-aside"><input type="checkbox" name="sections[]" value=section.code.clone() checked=all/>
                <span>{t!(lang, "ready-whole", n = section.questions.len())}</span></label>
            {rows}</fieldset>
    }
    .into_any()
}

/// The kind of a question, and its first options.
pub fn about(lang: Lang, question: &Question) -> String {
    let kind = lang.of("kind", question.kind.name().as_str());
    let words = options(lang, question);
    if words.is_empty() { kind } else { format!("{kind} : {words}") }
}

/// The first options of a question.
pub fn options(lang: Lang, question: &Question) -> String {
    let all = question.kind.options();
    let mut words: Vec<&str> = all.iter().take(OPTIONS).map(|option| option.label.text(lang.tag())).collect();
    if all.len() > OPTIONS {
        words.push("…");
    }
    words.join(" · ")
}

/// What stayed behind, question by question.
fn not_carried(lang: Lang, round: RoundId, left: &[NotCarried]) -> AnyView {
    let rows = left
        .iter()
        .map(|one| view! { <li>{translated_line(lang, &one.label)} " " {lang.of("left", one.what.as_str())} " (" <code>{one.code.clone()}</code> ")"</li> })
        .collect_view();
    view! {
        {notice("warning", t!(lang, "ready-left"))}
        <ul>{rows}</ul>
        <p class="actions"><a class="button is-secondary" href=format!("/r/{round}/edit#form")>{t!(lang, "ready-taken")}</a></p>
    }
    .into_any()
}
