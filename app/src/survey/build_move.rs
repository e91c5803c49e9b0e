//! Moving questions and sections: a menu of places, and a script that fills the same form by dragging.

use domain::{
    access::Act,
    survey::{Form as Questions, Step, place},
};
use leptos::prelude::*;
use store::round::Round;

use super::save::part_id;
use crate::{
    i18n::{Lang, t},
    ui::{Form, sign},
    visit::Visit,
};

const NAME: &str = "typed[place]";
/// Characters of a label in a menu.
const LABEL: usize = 60;

/// The handle: dragged by a pointer, followed as a link to the menu of places by everybody else.
pub fn handle(lang: Lang, round: &Round, step: Step, code: &str, label: &str) -> AnyView {
    let (query, anchor) = if step == Step::MoveSection { ("move-part", part_id(code)) } else { ("move", code.to_owned()) };
    let href = format!("/r/{}/edit?{query}={code}#{anchor}", round.id);
    view! { <a class="icon-button is-handle" draggable="false" data-move=step.to_string() data-code=code.to_owned() href=href aria-label=format!("{} : {label}", t!(lang, "build-move"))>{sign("move")}</a> }
        .into_any()
}

/// The form with the menu of places, if it was asked for or has just been refused.
pub fn menu(visit: &Visit, round: &Round, form: &Questions, step: Step, code: &str) -> Option<AnyView> {
    let lang = visit.lang;
    let fields = Form::keyed(visit, Act::EditForm, format!("{step}-{code}"));
    let asked = if step == Step::MoveSection { "move-part" } else { "move" };
    if !fields.refused() && visit.asked(asked) != Some(code) {
        return None;
    }
    let options = if step == Step::MoveSection { section_places(lang, form, code) } else { question_places(lang, &fields, form, code) };
    let problems = fields.problems(NAME);
    let wrong = !problems.is_empty();
    let id = fields.id(NAME);
    let back = if step == Step::MoveSection { part_id(code) } else { code.to_owned() };
    Some(fields.view(view! {
        {fields.hidden("round", round.id)}{fields.hidden("step", step)}{fields.hidden("code", code)}
        <div class=if wrong { "field is-wrong" } else { "field" }>
            <label for=id.clone()>{t!(lang, "build-move-where")}</label>
            {crate::ui::form::errors(lang, &problems, &id)}
            <select id=id.clone() name=NAME aria-invalid=wrong.then_some("true") aria-describedby=wrong.then(|| format!("{id}-error"))>{options}</select>
        </div>
        <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "build-move-here")}</button>
            <a class="button is-quiet" href=format!("/r/{}/edit#{back}", round.id)>{t!(lang, "build-cancel")}</a></p>
    }))
}

fn option(value: String, words: String, chosen: &str) -> AnyView {
    let selected = value == chosen;
    view! { <option value=value selected=selected>{words}</option> }.into_any()
}

fn short(label: &str) -> String {
    if label.chars().count() <= LABEL { label.to_owned() } else { label.chars().take(LABEL).chain(['…']).collect() }
}

fn question_places(lang: Lang, fields: &Form, form: &Questions, code: &str) -> AnyView {
    let place_of = |s: usize, q: usize| {
        let section = &form.sections[s];
        place::behind(
            &section.code,
            q.checked_sub(1).and_then(|before| section.questions.get(before)).map(|question| question.code.as_str()),
        )
    };
    let now = form
        .sections
        .iter()
        .enumerate()
        .find_map(|(s, section)| section.questions.iter().position(|question| question.code == code).map(|q| place_of(s, q)))
        .unwrap_or_default();
    let chosen = fields.value(NAME, &now);
    let mut number = 0;
    form.sections
        .iter()
        .enumerate()
        .map(|(s, section)| {
            let mut places = vec![option(place_of(s, 0), t!(lang, "build-move-first"), &chosen)];
            for question in &section.questions {
                number += 1;
                if question.code != code {
                    let words = t!(lang, "build-move-behind", question = format!("{number}. {}", short(question.label.text(lang.tag()))));
                    places.push(option(place::behind(&section.code, Some(&question.code)), words, &chosen));
                }
            }
            view! { <optgroup label=format!("{} · {}", t!(lang, "build-section", n = s + 1), section.title.text(lang.tag()))>{places}</optgroup> }
        })
        .collect_view()
        .into_any()
}

fn section_places(lang: Lang, form: &Questions, code: &str) -> AnyView {
    let at = form.section_at(code).unwrap_or(0);
    let now = at.checked_sub(1).map_or("", |before| form.sections[before].code.as_str());
    let others = form.sections.iter().filter(|section| section.code != code);
    let behind =
        others.map(|section| (section.code.clone(), t!(lang, "build-move-behind", question = short(section.title.text(lang.tag())))));
    std::iter::once((String::new(), t!(lang, "build-move-first-section")))
        .chain(behind)
        .map(|(value, words)| option(value, words, now))
        .collect_view()
        .into_any()
}

/// The form that dragging fills, where it says what it does, and the script.
pub fn dragging(visit: &Visit, round: &Round) -> AnyView {
    let lang = visit.lang;
    let fields = Form::keyed(visit, Act::EditForm, "drag");
    let form = fields.view_with(
        "drag-form",
        view! {
            {fields.hidden("round", round.id)}{fields.hidden("step", "")}{fields.hidden("code", "")}{fields.hidden(NAME, "")}
        },
    );
    let words = serde_json::json!({
        "first": t!(lang, "drag-first", section = "{section}"),
        "behind": t!(lang, "drag-behind", before = "{before}", section = "{section}"),
        "top": t!(lang, "build-move-first-section"),
        "kept": t!(lang, "drag-kept"),
    });
    // In a script, "<" could end it.
    let script = format!("{}({})", include_str!("drag.js").trim_end(), words.to_string().replace('<', "\\u003c"));
    let nonce = leptos::nonce::use_nonce();
    view! {
        {form}<p class="visually-hidden" role="status" id="drag-said"></p>
        <script type="module" nonce=nonce inner_html=script></script>
    }
    .into_any()
}
