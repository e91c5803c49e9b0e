//! Questions answered by choosing in a list, on a scale or in a menu.

use domain::survey::{
    Choice, Kind, Picture,
    kind::{OTHER, YES},
};
use leptos::prelude::*;

use super::{
    ask::Asked,
    words::{answer_words, step_end},
};
use crate::{
    i18n::t,
    picture::tile,
    ui::{sign, sign::face},
};

/// A menu of more options than this is looked through by typing.
const LONG: usize = 15;

/// A radio button cannot be taken back: where nothing is required, one says so.
fn none(asked: &Asked<'_>) -> Option<AnyView> {
    let code = &asked.question.code;
    let checked = asked.chosen(code, "");
    (!asked.required).then(|| {
        view! {
            <label class="choice is-aside"><input type="radio" name=asked.name.clone() value="" checked=checked/><span>{t!(asked.lang, "ask-none")}</span></label>
        }
        .into_any()
    })
}

fn option(asked: &Asked<'_>, kind: &'static str, value: &str, words: AnyView) -> AnyView {
    tile_of(asked, kind, value, None, words)
}

/// An option with its picture, if it has one: the words stand beneath it, the box on it.
fn tile_of(asked: &Asked<'_>, kind: &'static str, value: &str, picture: Option<&Picture>, words: AnyView) -> AnyView {
    let checked = asked.chosen(&asked.question.code, value);
    if let Some(picture) = picture {
        let shown = tile(asked.lang, picture);
        return view! {
            <label class="choice is-photo"><input type=kind name=asked.name.clone() value=value.to_owned() checked=checked/>{shown}<span>{words}</span></label>
        }
        .into_any();
    }
    view! { <label class="choice"><input type=kind name=asked.name.clone() value=value.to_owned() checked=checked/><span>{words}</span></label> }.into_any()
}

/// One of a list (`radio`) or several (`checkbox`).
pub fn choices(kind: &'static str, asked: Asked<'_>) -> AnyView {
    let lang = asked.lang;
    let (options, shuffled): (&[Choice], bool) = match &asked.question.kind {
        Kind::Single { options, shuffled, .. } | Kind::Multiple { options, shuffled, .. } => (options, *shuffled),
        _ => (&[], false),
    };
    // What excludes the others keeps its place at the end.
    let (alone, drawn): (Vec<usize>, Vec<usize>) =
        asked.order(options.len(), shuffled).into_iter().partition(|at| shuffled && options[*at].alone);
    let mut rows: Vec<AnyView> = drawn
        .into_iter()
        .chain(alone)
        .map(|at| {
            let label = &options[at].label;
            let easy = label.easy().map(|words| view! { <small lang="fr">{words.to_owned()}</small> });
            tile_of(&asked, kind, &options[at].code, options[at].picture.as_ref(), view! { {asked.words(label)}{easy} }.into_any())
        })
        .collect();
    if let Kind::YesNo { .. } = asked.question.kind {
        rows = asked
            .question
            .kind
            .codes()
            .iter()
            .map(|code| option(&asked, kind, code, answer_words(lang, asked.question, code).into_any()))
            .collect();
    }
    if asked.question.kind.has_other() {
        rows.push(option(&asked, kind, OTHER, t!(lang, "ask-other").into_any()));
    }
    let other = asked.other();
    let none = (kind == "radio").then(|| none(&asked));
    let class = match options.iter().filter(|option| option.picture.is_some()).count() {
        0 => "choices",
        // Where three in a row would leave one alone.
        2 | 4 | 8 | 10 => "choices is-photos is-pairs",
        _ => "choices is-photos",
    };
    asked.group(class, view! { {rows}{other}{none} }.into_any())
}

/// A list that opens; a long one is a field that proposes what fits what one types.
pub fn menu(asked: Asked<'_>) -> AnyView {
    let (lang, id, name) = (asked.lang, asked.id.clone(), asked.name.clone());
    let options = asked.question.kind.options();
    let code = asked.question.code.clone();
    let words = |value: &str| answer_words(lang, asked.question, value);
    let (described, invalid) = (asked.described_by.clone(), asked.wrong.then_some("true"));
    let other = asked.question.kind.has_other().then_some(OTHER);
    let control = if options.len() > LONG {
        let typed = asked.typed(&code, 0);
        let shown = if options.iter().any(|option| option.code == typed) { words(&typed) } else { typed };
        let list = format!("{id}-list");
        let options = options.iter().map(|option| view! { <option value=words(&option.code)></option> }).collect_view();
        view! {
            <input id=id name=name type="text" list=list.clone() value=shown autocomplete="off" aria-invalid=invalid aria-describedby=described/>
            <datalist id=list>{options}</datalist>
        }
        .into_any()
    } else {
        let options = options
            .iter()
            .map(|option| option.code.as_str())
            .chain(other)
            .map(|value| {
                let selected = asked.chosen(&code, value);
                view! { <option value=value.to_owned() selected=selected>{words(value)}</option> }
            })
            .collect_view();
        view! { <select id=id name=name aria-invalid=invalid aria-describedby=described><option value="">{t!(lang, "ask-choose")}</option>{options}</select> }
            .into_any()
    };
    let other = asked.other();
    let decline = asked.decline();
    view! {
        <div class=if asked.wrong { "field is-wrong" } else { "field" }>
            <label for=asked.id>{asked.label}</label>
            {asked.notes}{control}{other}{decline}
        </div>
    }
    .into_any()
}

/// Steps that are numbers: a scale with its words, stars, 0 to 10.
pub fn scale(asked: Asked<'_>) -> AnyView {
    let (lang, kind) = (asked.lang, &asked.question.kind);
    // Eleven small tiles: their words stand in the hint above.
    let long = matches!(kind, Kind::Nps);
    let class = if long { "scale-steps is-long" } else { "scale-steps" };
    let rows = kind
        .steps()
        .into_iter()
        .map(|step| {
            let star = matches!(kind, Kind::Stars).then(|| sign("star"));
            let words =
                step_end(lang, kind, &step).map(|words| view! { " " <small class=long.then_some("visually-hidden")>{words}</small> });
            let checked = asked.chosen(&asked.question.code, &step);
            view! {
                <label class="scale-step"><input type="radio" name=asked.name.clone() value=step.clone() checked=checked/>
                    <span>{step}{star}{words}</span></label>
            }
        })
        .collect_view();
    let none = none(&asked);
    asked.group("scale", view! { <div class=class>{rows}</div>{none} }.into_any())
}

pub fn faces(asked: Asked<'_>) -> AnyView {
    let rows = (1..=5u8)
        .map(|step| {
            let checked = asked.chosen(&asked.question.code, &step.to_string());
            view! {
                <label class=format!("face is-{step}")><input type="radio" name=asked.name.clone() value=step.to_string() checked=checked/>
                    {face(step)}<span>{asked.lang.of("face", &step.to_string())}</span></label>
            }
        })
        .collect_view();
    let none = none(&asked);
    asked.group("faces", view! { <div class="faces-steps">{rows}</div>{none} }.into_any())
}

/// One box to tick.
pub fn consent(asked: Asked<'_>) -> AnyView {
    let row = option(&asked, "checkbox", YES, t!(asked.lang, "ask-consent").into_any());
    asked.group("choices", row)
}
