//! Writing a new version of an article.

use domain::{
    Refusal,
    access::Act,
    charter::article::{Words, may_draft},
    id::ArticleId,
    round::State,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{Conn, charter::Article};

use super::{
    article_page::enter,
    diff::changes,
    loaded::{address, number, tongue},
};
use crate::{
    AppError,
    i18n::t,
    process::round::path,
    ui::{Form, crumbs, notice, page, page::param},
    visit::Visit,
};

#[component]
pub fn ArticleEditPage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::ArticleEditPage, id).await?;
        may_draft(entry.kind, &entry.calendar, visit.now)?;
        let lang = visit.lang;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        if article.removed_at.is_some() {
            return Err(Refusal::conflict("amendment-article-gone").into());
        }
        let title = t!(lang, "article-edit-title", n = article.position);
        let crumbs = crumbs(lang, path(&visit, &process, Some(&round)), title.clone());
        let form = Form::new(&visit, Act::EditArticle);
        let overtaken = overtaken(&visit, &mut c, &form, &article, tongue(&process.language, lang)).await?;
        let warning = (entry.calendar.state(visit.now) == State::Open).then(|| notice("warning", t!(lang, "article-edit-reopens")));
        let fields = view! {
            {form.hidden("article", id)}
            {form.hidden("version", article.version.number)}
            {words(&visit, &form, Some(&article))}
            {warning}
            <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "article-save")}</button>
                <a class="button is-quiet" href=address(id)>{t!(lang, "article-cancel")}</a></p>
        };
        let lead = t!(lang, "article-edit-lead", n = article.version.number);
        Ok(view! {
            <Title text=title/>
            <div class="page">
                {crumbs}
                <header class="title-block"><p class="article-number">{number(lang, &article)}</p>
                    <h1 dir="auto" lang=tongue(&process.language, lang)>{article.version.title.clone()}</h1><p class="lead">{lead}</p></header>
                {overtaken}
                {form.view(fields)}
            </div>
        })
    })
}

/// The fields of an article's words, empty for a new one.
pub fn words(visit: &Visit, form: &Form, article: Option<&Article>) -> AnyView {
    let lang = visit.lang;
    let now = article.map(|article| article.version.words());
    let was = |part: fn(&Words) -> &String| now.as_ref().map(|words| part(words).clone()).unwrap_or_default();
    let note = form.area("note", t!(lang, "article-note")).hint(t!(lang, "article-note-hint")).rows(2);
    let note = if article.is_some() { note } else { note.optional() };
    view! {
        {form.text("title", t!(lang, "article-title")).default(was(|words| &words.title)).view()}
        {form.area("body", t!(lang, "article-body")).hint(t!(lang, "article-body-hint")).rows(14).default(was(|words| &words.body)).view()}
        {form.area("easy", t!(lang, "easy-to-read")).hint(t!(lang, "article-easy-hint")).rows(6).optional()
            .default(was(|words| &words.easy)).view()}
        {note.view()}
    }
    .into_any()
}

/// Somebody was faster: what they changed, and how what was typed differs from it. Nothing of either is lost.
async fn overtaken(
    visit: &Visit,
    c: &mut Conn,
    form: &Form,
    article: &Article,
    tongue: Option<String>,
) -> Result<Option<AnyView>, AppError> {
    if !form.problems("body").iter().any(|problem| problem.key == "article-newer") {
        return Ok(None);
    }
    let lang = visit.lang;
    let current = &article.version;
    let from = form.value("version", "").parse().unwrap_or_default();
    let theirs = store::charter::version(c, article.id, from).await?.map(|base| {
        view! {
            <h2>{t!(lang, "article-theirs", name = current.author.clone(), from = base.number, to = current.number)}</h2>
            {changes(lang, tongue.as_deref(), &base.words(), &current.words())}
        }
    });
    let typed = |name: &str| domain::text::clean(&form.value(name, ""));
    let mine = Words { title: typed("title"), body: typed("body"), easy: typed("easy"), note: typed("note") };
    Ok(Some(
        view! {
            <section class="stack">
                {theirs}
                <h2>{t!(lang, "article-yours", n = current.number)}</h2>
                {changes(lang, tongue.as_deref(), &current.words(), &mine)}
            </section>
        }
        .into_any(),
    ))
}
