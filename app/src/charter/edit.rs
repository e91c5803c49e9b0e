//! What a facilitator prepares: the rule, the preamble, the articles in their order.

use domain::{
    access::Act,
    charter::article::{Direction, may_draft},
    lang::EASY,
};
use leptos::prelude::*;
use store::{
    Conn,
    charter::Article,
    round::{Entry, Round},
};

use super::{
    chapters, decision, definitions,
    draft::pen,
    edit_page::new_words,
    files,
    loaded::{Charter, address, number},
    prose::translated,
    takeover,
};
use crate::{
    AppError,
    i18n::t,
    ui::{Form, notice, sign},
    visit::Visit,
};

/// What a facilitator prepares, under the round's own title, words and calendar.
pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let charter = Charter::load(c, round.id, entry, None, visit.now).await?;
    let lang = visit.lang;
    let drafting = may_draft(entry.kind, &entry.calendar, charter.frozen().is_some(), visit.now).is_ok();
    let articles = if charter.articles.is_empty() && charter.chapters.is_empty() {
        view! { <p>{t!(lang, "charter-no-article")}</p> }.into_any()
    } else {
        chapters::listed(visit, &charter, drafting)
    };
    let more = if drafting {
        let form = Form::keyed(visit, Act::AddArticle, "new").or_sent_to(visit, Act::PreviewText);
        let fields = view! {
            {form.hidden("round", round.id)}
            {new_words(visit, &form, &charter.glossary)}
            {form.submit(t!(lang, "article-add"))}
        };
        // Open when there is something to say about what was typed, or nothing else to do.
        let open = form.refused() || form.shown() || charter.articles.is_empty();
        view! { <details open=open><summary>{t!(lang, "article-add")}</summary>{form.view(fields)}</details> {chapters::add(visit, round.id)} }.into_any()
    } else {
        notice("info", if charter.frozen().is_some() { t!(lang, "problem-charter-frozen") } else { t!(lang, "charter-edit-closed") })
    };
    let rules = if entry.calendar.must_not_have_opened(visit.now).is_ok() {
        view! { <p>{t!(lang, "charter-rules-lead")}</p>{decision::form(visit, &charter, round)} }.into_any()
    } else {
        decision::words(lang, &charter)
    };
    let pen = if drafting { Some(pen::form(visit, c, round.id).await?) } else { None };
    let import = entry.calendar.must_not_have_opened(visit.now).is_ok().then(|| files::form(visit, round, charter.articles.is_empty()));
    let source = takeover::edit(visit, c, round.id, entry, charter.articles.len(), drafting).await?;
    Ok(view! {
        {source}
        <section class="stack" aria-labelledby="charter-frame"><h3 id="charter-frame">{t!(lang, "charter-frame")}</h3>{frame(visit, &charter, round, entry)}</section>
        <section class="stack" aria-labelledby="charter-rules"><h3 id="charter-rules">{t!(lang, "charter-rules")}</h3>{rules}</section>
        <section class="stack builder" aria-labelledby="charter-articles"><h3 id="charter-articles">{t!(lang, "charter-articles")}</h3>{articles}{more}{import}</section>
        {definitions::edit(visit, &charter, round.id, entry, drafting)}
        {pen}
    }
    .into_any())
}

fn frame(visit: &Visit, charter: &Charter, round: &Round, entry: &Entry) -> AnyView {
    let lang = visit.lang;
    let preamble = &charter.frame.preamble;
    if entry.calendar.must_not_have_opened(visit.now).is_err() {
        return view! {
            {notice("info", t!(lang, "charter-frame-fixed"))}
            {translated(lang, "preamble-text", preamble, &charter.glossary)}
        }
        .into_any();
    }
    let form = Form::new(visit, Act::EditCharter);
    let said = |tag: &str| preamble.exact(tag).unwrap_or_default().to_owned();
    let fields = view! {
        {form.hidden("round", round.id)}
        {form.area("preamble[fr]", t!(lang, "charter-preamble-fr")).hint(t!(lang, "charter-preamble-hint")).rows(6).optional()
            .in_language("fr").default(said("fr")).view()}
        {form.area("preamble[fr-x-falc]", t!(lang, "charter-preamble-easy")).rows(4).optional().in_language("fr").default(said(EASY)).view()}
        {form.area("preamble[en]", t!(lang, "charter-preamble-en")).rows(4).optional().in_language("en").default(said("en")).view()}
        {form.text("quorum_percent", t!(lang, "charter-quorum")).hint(t!(lang, "charter-quorum-hint")).inputmode("numeric").class("is-short")
            .default(charter.frame.quorum_percent).view()}
        {form.text("threshold_percent", t!(lang, "charter-threshold")).hint(t!(lang, "charter-threshold-hint")).inputmode("numeric")
            .class("is-short").default(charter.frame.threshold_percent).view()}
        {form.submit(t!(lang, "charter-frame-save"))}
    };
    form.view(fields)
}

/// An article in the list: its place, and its `chapter` form where there are chapters.
pub fn row(visit: &Visit, article: &Article, first: bool, last: bool, drafting: bool, chapter: Option<AnyView>) -> AnyView {
    let lang = visit.lang;
    let title = article.version.title.clone();
    let href = if drafting { format!("{}/edit", address(article.id)) } else { address(article.id) };
    let tools = drafting.then(|| {
        let step = |direction: Direction, label: String, disabled: bool, mark: &'static str| {
            let form = Form::keyed(visit, Act::MoveArticle, format!("{}-{direction}", article.id));
            form.view_with(
                "",
                view! {
                    {form.hidden("article", article.id)}
                    {form.hidden("direction", direction)}
                    <button class="icon-button" type="submit" aria-label=label disabled=disabled>{sign(mark)}</button>
                },
            )
        };
        let up = t!(lang, "article-up", title = title.clone());
        let down = t!(lang, "article-down", title = title.clone());
        view! { <div class="builder-tools">{step(Direction::Up, up, first, "up")}{step(Direction::Down, down, last, "down")}</div> }
    });
    let kind = t!(lang, "article-row", article = number(lang, article), n = article.version.number);
    view! {
        <li class="builder-row" id=format!("article-{}", article.id)>
            <div class="builder-main"><p class="builder-kind">{kind}</p><p class="builder-label"><a href=href dir="auto">{title}</a></p></div>
            {tools}
            {chapter}
        </li>
    }
    .into_any()
}
