//! The whole form on one page, as somebody types it from a sheet or for a person beside them.

use domain::survey::{Answers, Form as Questions};
use leptos::prelude::*;

use super::when::Speaking;
use crate::{
    i18n::Lang,
    survey::ask::Asking,
    ui::{Form, college_name, translated, translated_line},
};

/// Every question, in the order of the form; what depends on an answer says so in words.
pub fn questions(lang: Lang, fields: &Form, form: &Questions, answers: &Answers) -> AnyView {
    let asking = Asking { lang, fields, form, answers, seed: None };
    let speaking = Speaking { lang, tag: lang.tag(), form };
    let when = |words: Option<String>| words.map(|words| view! { <p class="paper-when">{words}</p> });
    let mut number = 0;
    form.sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let questions = section
                .questions
                .iter()
                .map(|question| {
                    number += 1;
                    let words = when(speaking.question(number, question));
                    view! { <div class="question" id=format!("q-{}", question.code)>{words}{asking.ask(number, question)}</div> }
                })
                .collect_view();
            view! {
                <h2>{translated_line(lang, &section.title)}</h2>{when(speaking.section(at))}
                {translated(lang, &asking.piped(&section.intro))}{questions}
            }
        })
        .collect_view()
        .into_any()
}

/// The colleges to choose one from; none is chosen for anybody.
pub fn college(lang: Lang, fields: &Form, label: String, colleges: &[store::process::College], chosen: Option<&str>) -> AnyView {
    let options = colleges.iter().map(|college| (college.id.to_string(), college_name(lang, college.kind, &college.name))).collect();
    fields.choices("college", label, options, chosen.as_slice(), false)
}
