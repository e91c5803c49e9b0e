//! The words of a charter as a facilitator writes them.

use domain::{
    access::Act,
    charter::{article::Direction, definition::undefined, markup::blocks},
    id::RoundId,
    round::State,
};
use leptos::prelude::*;
use store::{charter::Definition, round::Entry};

use super::{
    chapters::step,
    loaded::{Charter, number},
};
use crate::{
    i18n::t,
    ui::{Form, notice},
    visit::Visit,
};

pub fn edit(visit: &Visit, charter: &Charter, round: RoundId, entry: &Entry, drafting: bool) -> AnyView {
    let lang = visit.lang;
    let all: Vec<&Definition> = charter.glossary.iter().collect();
    let rows = all.iter().enumerate().map(|(at, definition)| row(visit, definition, at == 0, at + 1 == all.len(), drafting)).collect_view();
    let rows = if all.is_empty() {
        view! { <p>{t!(lang, "definitions-none")}</p> }.into_any()
    } else {
        view! { <ol class="builder-rows">{rows}</ol> }.into_any()
    };
    let more = drafting.then(|| {
        let form = Form::keyed(visit, Act::AddDefinition, "new-definition");
        let fields = view! {
            {form.hidden("round", round)}
            {words(visit, &form, "", "")}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "definition-add")}</button></p>
        };
        view! { <details open=form.refused()><summary>{t!(lang, "definition-add")}</summary>{form.view(fields)}</details> }
    });
    // Who agreed to an article agreed to its words.
    let warning = (drafting && entry.calendar.state(visit.now) == State::Open && !all.is_empty())
        .then(|| notice("warning", t!(lang, "definitions-open")));
    view! {
        <section class="stack" aria-labelledby="charter-words">
            <h3 id="charter-words">{t!(lang, "charter-words")}</h3>
            <p>{t!(lang, "definitions-lead")}</p>
            {warning}
            {missing(visit, charter)}
            {rows}
            {more}
        </section>
    }
    .into_any()
}

/// The links that lead nowhere, with the articles they are in.
fn missing(visit: &Visit, charter: &Charter) -> Option<AnyView> {
    let lang = visit.lang;
    let defined = charter.glossary.terms();
    let articles = charter.articles.iter().map(|article| {
        let text = format!("{}\n\n{}", article.version.body, article.version.easy);
        (format!("#article-{}", article.id), number(lang, article), text)
    });
    let meanings = charter
        .glossary
        .iter()
        .map(|definition| (format!("#definition-{}", definition.id), definition.term.clone(), definition.meaning.clone()));
    let rows: Vec<AnyView> = articles
        .chain(meanings)
        .filter_map(|(href, name, text)| {
            let text = blocks(&text);
            let missing = undefined(&text, &defined);
            let words = missing.iter().map(|term| t!(lang, "charter-quoted", words = (*term).to_owned())).collect::<Vec<_>>().join(", ");
            let said = t!(lang, "definitions-missing-in", words = words);
            (!missing.is_empty()).then(|| view! { <li><a href=href><bdi>{name}</bdi></a>{said}</li> }.into_any())
        })
        .collect();
    (!rows.is_empty()).then(|| view! { {notice("warning", t!(lang, "definitions-missing"))}<ul>{rows}</ul> }.into_any())
}

fn row(visit: &Visit, definition: &Definition, first: bool, last: bool, drafting: bool) -> AnyView {
    let (lang, id) = (visit.lang, definition.id);
    let term = definition.term.clone();
    let tools = drafting.then(|| {
        let tool = |direction: Direction, label: String, disabled: bool| {
            step(visit, Act::MoveDefinition, ("definition", id.to_string()), direction, label, disabled)
        };
        let up = tool(Direction::Up, t!(lang, "article-up", title = term.clone()), first);
        let down = tool(Direction::Down, t!(lang, "article-down", title = term.clone()), last);
        view! { <div class="builder-tools">{up}{down}</div> }
    });
    let forms = drafting.then(|| {
        let form = Form::keyed(visit, Act::EditDefinition, id);
        let remove = Form::keyed(visit, Act::RemoveDefinition, format!("{id}-remove"));
        let open = form.refused() || remove.refused();
        let fields = view! {
            {form.hidden("definition", id)}
            {words(visit, &form, &term, &definition.meaning)}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "definition-save")}</button></p>
        };
        let taking = view! {
            {remove.hidden("definition", id)}
            <p class="small">{t!(lang, "definition-remove-hint")}</p>
            <p class="actions"><button class="button is-quiet" type="submit">{t!(lang, "definition-remove")}</button></p>
        };
        view! {
            <details class="chapter-place" open=open><summary>{t!(lang, "definition-change")}<span class="visually-hidden">" : " <bdi>{term.clone()}</bdi></span></summary>
                <div class="stack">{form.view(fields)}{remove.view(taking)}</div></details>
        }
    });
    view! {
        <li class="builder-row" id=format!("definition-{id}")>
            <div class="builder-main"><p class="builder-label" dir="auto">{term.clone()}</p><p dir="auto">{definition.meaning.clone()}</p></div>
            {tools}
            {forms}
        </li>
    }
    .into_any()
}

fn words(visit: &Visit, form: &Form, term: &str, meaning: &str) -> AnyView {
    let lang = visit.lang;
    view! {
        {form.text("term", t!(lang, "definition-term")).hint(t!(lang, "definition-term-hint")).default(term).view()}
        {form.area("meaning", t!(lang, "definition-meaning")).hint(t!(lang, "definition-meaning-hint")).rows(3).default(meaning).view()}
    }
    .into_any()
}
