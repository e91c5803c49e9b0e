//! The articles as a facilitator puts them in order, chapter by chapter.

use domain::{
    access::Act,
    charter::article::Direction,
    id::{ChapterId, RoundId},
};
use leptos::prelude::*;
use store::charter::{Article, Chapter};

use super::{edit::row, loaded::Charter};
use crate::{
    i18n::t,
    ui::{Form, sign},
    visit::Visit,
};

/// All articles, under the titles of their chapters.
pub fn listed(visit: &Visit, charter: &Charter, drafting: bool) -> AnyView {
    let all = i64::try_from(charter.articles.len()).unwrap_or(i64::MAX);
    let parts = charter
        .parts()
        .map(|(chapter, articles)| {
            let rows = articles
                .iter()
                .map(|article| {
                    let place = (drafting && !charter.chapters.is_empty()).then(|| place(visit, charter, article));
                    row(visit, article, article.position == 1, article.position == all, drafting, place)
                })
                .collect_view();
            let head = chapter.map(|chapter| head(visit, charter, chapter, articles.len(), drafting));
            let rows = (!articles.is_empty()).then(|| view! { <ol class="builder-rows">{rows}</ol> });
            view! { <div class="chapter-part stack">{head}{rows}</div> }
        })
        .collect_view();
    view! { {parts} }.into_any()
}

/// Up or down, by a form of its own.
pub fn step(visit: &Visit, act: Act, id: (&'static str, String), direction: Direction, label: String, disabled: bool) -> AnyView {
    let form = Form::keyed(visit, act, format!("{}-{direction}", id.1));
    let mark = if direction == Direction::Up { "up" } else { "down" };
    form.view_with(
        "",
        view! {
            {form.hidden(id.0, id.1)}
            {form.hidden("direction", direction)}
            <button class="icon-button" type="submit" aria-label=label disabled=disabled>{sign(mark)}</button>
        },
    )
}

fn head(visit: &Visit, charter: &Charter, chapter: &Chapter, articles: usize, drafting: bool) -> AnyView {
    let (lang, id) = (visit.lang, chapter.id);
    let title = chapter.title.clone();
    let empty = (articles == 0).then(|| view! { <p class="small">{t!(lang, "chapter-empty")}</p> });
    let heading = view! { <h4 class="chapter-title" dir="auto">{title.clone()}</h4> };
    if !drafting {
        return view! { <div id=format!("chapter-{id}") class="stack is-tight">{heading}{empty}</div> }.into_any();
    }
    let is = |other: Option<&Chapter>| other.is_some_and(|other| other.id == id);
    let (first, last) = (is(charter.chapters.first()), is(charter.chapters.last()));
    let tool = |direction: Direction, label: String, disabled: bool| {
        step(visit, Act::MoveChapter, ("chapter", id.to_string()), direction, label, disabled)
    };
    let up = tool(Direction::Up, t!(lang, "chapter-up", title = title.clone()), first);
    let down = tool(Direction::Down, t!(lang, "chapter-down", title = title.clone()), last);
    let rename = Form::keyed(visit, Act::RenameChapter, id);
    let remove = Form::keyed(visit, Act::RemoveChapter, format!("{id}-remove"));
    let open = rename.refused() || remove.refused();
    let fields = view! {
        {rename.hidden("chapter", id)}
        {rename.text("title", t!(lang, "chapter-title")).default(&title).view()}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "chapter-save")}</button></p>
    };
    let taking = view! {
        {remove.hidden("chapter", id)}
        <p class="small">{t!(lang, "chapter-remove-hint")}</p>
        <p class="actions"><button class="button is-quiet" type="submit">{t!(lang, "chapter-remove")}</button></p>
    };
    view! {
        <div class="builder-head" id=format!("chapter-{id}")>
            {heading}
            <div class="builder-tools">{up}{down}</div>
        </div>
        {empty}
        <details open=open><summary>{t!(lang, "chapter-change")}<span class="visually-hidden">" : " <bdi>{title.clone()}</bdi></span></summary>
            <div class="stack">{rename.view(fields)}{remove.view(taking)}</div></details>
    }
    .into_any()
}

/// Where an article stands, to put it elsewhere.
fn place(visit: &Visit, charter: &Charter, article: &Article) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::PlaceArticle, format!("{}-place", article.id));
    let name = |chapter: Option<ChapterId>| chapter.map(|chapter| chapter.to_string()).unwrap_or_default();
    let none = (String::new(), t!(lang, "chapter-none"));
    let options =
        [none].into_iter().chain(charter.chapters.iter().map(|chapter| (chapter.id.to_string(), chapter.title.clone()))).collect();
    let fields = view! {
        {form.hidden("article", article.id)}
        {form.select("chapter", t!(lang, "chapter-of-article"), options, &name(article.chapter_id))}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "chapter-place")}</button></p>
    };
    let open = form.refused();
    view! {
        <details class="chapter-place" open=open><summary>{t!(lang, "chapter-choose")}<span class="visually-hidden">" : " <bdi>{article.version.title.clone()}</bdi></span></summary>
            {form.view(fields)}</details>
    }
    .into_any()
}

/// The form of a new chapter.
pub fn add(visit: &Visit, round: RoundId) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::AddChapter, "new-chapter");
    let fields = view! {
        {form.hidden("round", round)}
        {form.text("title", t!(lang, "chapter-title")).hint(t!(lang, "chapter-title-hint")).view()}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "chapter-add")}</button></p>
    };
    view! { <details open=form.refused()><summary>{t!(lang, "chapter-add")}</summary>{form.view(fields)}</details> }.into_any()
}
