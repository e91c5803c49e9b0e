//! Questions answered part by part: ranks, rows of a matrix, points to share, several short texts.

use domain::survey::{Choice, Kind, field};
use leptos::prelude::*;

use super::{ask::Asked, words::answer_words};
use crate::i18n::t;

/// One menu for each rank. An island may make it quicker; a phone's own menu needs no dragging.
pub fn ranking(asked: Asked<'_>) -> AnyView {
    let (lang, code) = (asked.lang, asked.question.code.clone());
    let Kind::Ranking { options, shuffled, most } = &asked.question.kind else { return ().into_any() };
    let order = asked.order(options.len(), *shuffled);
    let ranks = if *most == 0 { options.len() } else { *most };
    let rows = (0..ranks)
        .map(|rank| {
            let chosen = asked.typed(&code, rank);
            let id = if rank == 0 { format!("{}-1", asked.id) } else { format!("{}-{}", asked.id, rank + 1) };
            let options = order
                .iter()
                .map(|at| {
                    let value = options[*at].code.clone();
                    let selected = value == chosen;
                    view! { <option value=value.clone() selected=selected>{answer_words(lang, asked.question, &value)}</option> }
                })
                .collect_view();
            view! {
                <div class="rank"><label for=id.clone()>{t!(lang, "ask-rank", n = rank + 1)}</label>
                    <select id=id name=asked.name.clone()><option value="">{t!(lang, "ask-choose")}</option>{options}</select></div>
            }
        })
        .collect_view();
    asked.group("ranks", rows.into_any())
}

/// Each item is a group of its own, with its name as legend: a table to the eye on a wide screen, questions to a phone and to a screen reader.
pub fn matrix(asked: Asked<'_>) -> AnyView {
    let Kind::Matrix { items, shuffled, .. } = &asked.question.kind else { return ().into_any() };
    let rows = asked.order(items.len(), *shuffled).into_iter().map(|at| matrix_row(&asked, &items[at])).collect_view();
    asked.group("matrix", rows.into_any())
}

fn matrix_row(asked: &Asked<'_>, item: &Choice) -> AnyView {
    let key = asked.question.key(&item.code);
    let errors = asked.errors_of(&key);
    let (name, id) = (field(&key), asked.id_of(&key));
    let wrong = errors.is_some();
    let described = wrong.then(|| format!("{id}-error"));
    let options = asked
        .question
        .kind
        .options()
        .iter()
        .map(|option| {
            let checked = asked.chosen(&key, &option.code);
            view! {
                <label class="choice"><input type="radio" name=name.clone() value=option.code.clone() checked=checked/>
                    <span>{asked.words(&option.label)}</span></label>
            }
        })
        .collect_view();
    // As for every list: a way to take an answer back.
    let none = (!asked.required && !asked.values(&key).is_empty()).then(|| {
        view! { <label class="choice is-aside"><input type="radio" name=name.clone() value=""/><span>{t!(asked.lang, "ask-none")}</span></label> }
    });
    // The first row is where messages about the whole lead.
    let id = if id == asked.id { format!("{id}-row") } else { id };
    view! {
        <fieldset class=if wrong { "matrix-row is-wrong" } else { "matrix-row" } id=id tabindex="-1" aria-describedby=described>
            <legend>{asked.words(&item.label)}</legend>
            {errors}
            <div class="matrix-options">{options}{none}</div>
        </fieldset>
    }
    .into_any()
}

/// A line for each item: points to share out, or short texts.
pub fn lines(asked: Asked<'_>) -> AnyView {
    let points = matches!(asked.question.kind, Kind::Points { .. });
    let rows = asked
        .question
        .kind
        .items()
        .iter()
        .map(|item| {
            let key = asked.question.key(&item.code);
            let id = asked.id_of(&key);
            // The group bears the first one's id, and its messages.
            let first = id == asked.id;
            let errors = if first && points { None } else { asked.errors_of(&key) };
            let wrong = errors.is_some();
            let described = wrong.then(|| format!("{id}-error"));
            let input = if first { format!("{id}-1") } else { id };
            view! {
                <div class=if wrong { "field is-wrong" } else { "field" }>
                    <label for=input.clone()>{asked.words(&item.label)}</label>
                    {errors}
                    <input id=input name=field(&key) type="text" inputmode=points.then_some("numeric") class=points.then_some("is-short")
                        value=asked.typed(&key, 0) autocomplete="off" aria-invalid=wrong.then_some("true") aria-describedby=described/>
                </div>
            }
        })
        .collect_view();
    asked.group(if points { "lines is-points" } else { "lines" }, rows.into_any())
}
