//! The fields that say when a question is asked, and what its answer must hold to.

use domain::{
    college::CollegeKind,
    survey::{
        Condition, Question, Words,
        conditions::{Test, Tests},
        kind::Kind,
    },
};
use leptos::prelude::*;

use super::{
    build_form::{TextField, input},
    words::answer_words,
};
use crate::{
    i18n::{Lang, t},
    ui::Form,
};

/// Lines beyond those in use.
const SPARE: usize = 2;

/// Words to choose, each with what it stands for.
type Choices = Vec<(String, String)>;

/// When the question is asked: always, unless something stands here.
pub fn show(lang: Lang, form: &Form, earlier: &[(usize, &Question)], held: Option<&Condition>) -> AnyView {
    let choices = groups(lang, earlier, true);
    view! {
        <details open=held.is_some() || form.refused()><summary>{t!(lang, "build-show")}</summary>
            <div class="stack">{tests(lang, form, "show", &choices, held)}</div></details>
    }
    .into_any()
}

/// One rule for the answer, with the message for those who break it.
pub fn rule(lang: Lang, form: &Form, earlier: &[(usize, &Question)], held: Option<&Question>) -> AnyView {
    let first = held.and_then(|question| question.rules.first());
    let own = held.map(|question| (earlier.len() + 1, question));
    // A new question has no code yet: its rule comes once it is there.
    let Some(own) = own else { return ().into_any() };
    let mut questions = vec![own];
    questions.extend(earlier);
    let choices = groups(lang, &questions, false);
    let words = first.map(|rule| Words::of(&rule.words)).unwrap_or_default();
    let field = TextField { name: "rule_words", label: "build-rule-words", words, lines: 1, optional: true };
    view! {
        <details open=first.is_some() || form.refused()><summary>{t!(lang, "build-rule")}</summary>
            <div class="stack">{tests(lang, form, "must", &choices, first.map(|rule| &rule.must))}
                {input(lang, form, &field, "fr", "fr", &field.words.fr)}{input(lang, form, &field, "en", "en", &field.words.en)}</div></details>
    }
    .into_any()
}

/// What a test may speak of, question by question.
fn groups(lang: Lang, questions: &[(usize, &Question)], people: bool) -> Vec<(String, Choices)> {
    let mut groups: Vec<(String, Choices)> = questions
        .iter()
        .map(|(number, question)| (format!("{number}. {}", question.label.text(lang.tag())), about(lang, question)))
        .collect();
    if people {
        let colleges = CollegeKind::ALL.iter().map(|kind| (format!("@{kind}"), lang.of("college", kind.as_str()))).collect();
        groups.push((t!(lang, "build-test-college"), colleges));
        groups.push((
            t!(lang, "build-test-language"),
            Lang::ALL.iter().map(|of| (format!("#{}", of.tag()), of.own_name().to_owned())).collect(),
        ));
    }
    groups.retain(|(_, choices)| !choices.is_empty());
    groups
}

fn about(lang: Lang, question: &Question) -> Choices {
    let mut choices = Choices::new();
    for part in question.parts() {
        let item = question.kind.items().iter().find(|item| question.key(&item.code) == part);
        let of = item.map_or_else(String::new, |item| format!("{} : ", item.label.text(lang.tag())));
        choices.push((format!("{part}?"), format!("{of}{}", t!(lang, "build-test-answered"))));
        if question.kind.numbers().is_some() {
            choices.push((format!("{part}>="), format!("{of}{}", t!(lang, "build-test-at-least"))));
            choices.push((format!("{part}<="), format!("{of}{}", t!(lang, "build-test-at-most"))));
        }
        if question.kind.is_text() {
            choices.push((format!("{part}~"), format!("{of}{}", t!(lang, "build-test-contains"))));
        }
        // A long menu is not repeated in full.
        if !matches!(question.kind, Kind::Single { menu: true, .. } | Kind::Municipality { .. }) {
            choices.extend(
                question.kind.codes().iter().map(|code| (format!("{part}={code}"), format!("{of}{}", answer_words(lang, question, code)))),
            );
        }
    }
    choices
}

fn tests(lang: Lang, form: &Form, name: &str, choices: &[(String, Choices)], held: Option<&Condition>) -> AnyView {
    let field = |rest: &str| format!("typed[{name}]{rest}");
    let list = held.map(Tests::of);
    if let Some(None) = list {
        // Written by an import, too deep for a list: kept or taken out as a whole.
        return form.tick(&field("[keep]"), t!(lang, "build-keep-condition"), true);
    }
    let list = list.flatten().unwrap_or_default();
    let join = [("all", t!(lang, "build-all")), ("any", t!(lang, "build-any"))].map(|(value, words)| (value.to_owned(), words)).to_vec();
    let lines = (0..list.tests.len() + SPARE)
        .map(|at| {
            let test = list.tests.get(at).cloned().unwrap_or_default();
            line(lang, form, &field(&format!("[tests][{at}]")), at + 1, choices, &test)
        })
        .collect_view();
    view! { {form.select(&field("[join]"), t!(lang, "build-join"), join, if list.join == "any" { "any" } else { "all" })}{lines} }
        .into_any()
}

fn line(lang: Lang, form: &Form, name: &str, number: usize, choices: &[(String, Choices)], held: &Test) -> AnyView {
    let (what, value, not) = (format!("{name}[what]"), format!("{name}[value]"), format!("{name}[not]"));
    let chosen = form.value(&what, &held.what);
    let known = chosen.is_empty() || choices.iter().any(|(_, choices)| choices.iter().any(|(value, _)| *value == chosen));
    // What the list does not offer (a long menu's option) stays as it is.
    let kept = (!known).then(|| view! { <option value=chosen.clone() selected=true>{chosen.clone()}</option> });
    let groups = choices
        .iter()
        .map(|(label, choices)| {
            let options = choices
                .iter()
                .map(|(value, words)| {
                    let selected = *value == chosen;
                    view! { <option value=value.clone() selected=selected>{words.clone()}</option> }
                })
                .collect_view();
            view! { <optgroup label=label.clone()>{options}</optgroup> }
        })
        .collect_view();
    let errors = crate::ui::form::errors(lang, &form.problems(&what), &form.id(&what));
    view! {
        <fieldset class="test"><legend>{t!(lang, "build-test", n = number)}</legend>
            {errors}
            <div class="fields">
                <div class="field"><label for=form.id(&what)>{t!(lang, "build-test-what")}</label>
                    <select id=form.id(&what) name=what.clone()><option value="">{t!(lang, "build-test-none")}</option>{kept}{groups}</select></div>
                {form.text(&value, t!(lang, "build-test-value")).class("is-short").default(held.value.clone()).optional().view()}
            </div>
            {form.tick(&not, t!(lang, "build-test-not"), held.not)}
        </fieldset>
    }
    .into_any()
}
