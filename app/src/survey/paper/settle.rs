//! Two keyings of one sheet that differ: question by question, which is right.

use std::collections::BTreeMap;

use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    survey::{
        Answers, Form as Questions, Question,
        paper::{self, Pick, pick_field},
    },
};
use leptos::prelude::*;
use leptos_axum::redirect;
use store::{
    paper::{Keying, Sheet},
    process::College,
};

use super::{
    entry,
    key::{Desk, answerer},
    screen::forgetting,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    survey::{ask::Asking, review},
    ui::{Form, college_name, translated_line},
    visit::Visit,
};

pub async fn settle(
    round: RoundId,
    sheet: &str,
    college: String,
    language: String,
    picks: BTreeMap<String, Pick>,
    sent: Answers,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let sheet = sheet.to_owned();
    let number = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let desk = Desk::open(&visit, c, Act::SettleSheet, round, &sheet).await?;
                let Sheet::ToSettle(keyings) = &desk.sheet else { return Err(Refusal::conflict("sheet-changed").into()) };
                let college = desk.college(c, &college).await?;
                let [first, second] = keyings.as_ref();
                let read_anew = paper::typed(&desk.form, sent);
                let settled = paper::settle(&desk.form, (&first.answers, &second.answers), &picks, &read_anew)?;
                let answers = paper::keyed(&desk.form, &settled, &answerer(&college, &language))?;
                desk.count(&visit, c, round, &college, &answers).await?;
                Ok(desk.number)
            })
        })
        .await?;
    redirect(&format!("/r/{round}/paper?done=counted&n={number}#key"));
    Ok(())
}

/// The list of differences.
pub fn view(visit: &Visit, round: RoundId, form: &Questions, number: u32, colleges: &[College], [first, second]: &[Keying; 2]) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::SettleSheet);
    let printed = paper::printed(form);
    let none = Answers::new();
    let asking = Asking { lang, fields: &fields, form: &printed, answers: &none, seed: None };
    let differing = paper::differences(&printed, &first.answers, &second.answers);
    let rows = differing
        .iter()
        .map(|(at, question)| {
            // Two parts of a form may ask alike.
            let part = printed.sections.iter().find(|section| section.questions.iter().any(|other| other.code == question.code));
            let part = part.map(|section| view! { <p class="small">{translated_line(lang, &section.title)}</p> });
            let picks = picks(lang, &fields, *at, question, (&first.answers, &second.answers));
            view! {
                <section class="settle-row">
                    {part}<h2>{format!("{at}. ")}{translated_line(lang, &asking.piped(&question.label))}</h2>
                    {picks}
                    <details open=fields.refused()><summary>{t!(lang, "paper-read-anew")}</summary><div class="question">{asking.ask(*at, question)}</div></details>
                </section>
            }
        })
        .collect_view();
    let chosen = (first.college_id == second.college_id).then(|| first.college_id.to_string());
    let name = |keying: &Keying| {
        colleges.iter().find(|college| college.id == keying.college_id).map(|college| college_name(lang, college.kind, &college.name))
    };
    let other = chosen.is_none().then(|| {
        let (first, second) = (name(first).unwrap_or_default(), name(second).unwrap_or_default());
        view! { <p class="hint">{t!(lang, "paper-colleges-differ", first = first, second = second)}</p> }
    });
    let inside = view! {
        {fields.hidden("round", round)}{fields.hidden("sheet", number)}{fields.hidden("language", &second.language)}
        {other}{entry::college(lang, &fields, t!(lang, "paper-college"), colleges, chosen.as_deref())}
        {rows}
        {fields.submit(t!(lang, "paper-settle"))}
    };
    view! { <p>{t!(lang, "paper-settle-words", n = differing.len())}</p>{fields.view(inside)}{forgetting(visit, round, number)} }.into_any()
}

fn picks(lang: Lang, fields: &Form, at: usize, question: &Question, (first, second): (&Answers, &Answers)) -> AnyView {
    let words = |answers: &Answers| review::plain(lang, question, answers);
    let options = vec![
        (Pick::First.to_string(), format!("{}\n{}", words(first), t!(lang, "paper-first-keying"))),
        (Pick::Second.to_string(), format!("{}\n{}", words(second), t!(lang, "paper-second-keying"))),
        (Pick::Paper.to_string(), t!(lang, "paper-neither")),
    ];
    fields.choices(&pick_field(&question.code), t!(lang, "paper-which", n = at), options, &[], false)
}
