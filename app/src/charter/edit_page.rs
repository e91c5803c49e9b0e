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

use super::{
    article_page::enter,
    compare::comparison,
    loaded::{address, number, tongue},
    overtaken::overtaken,
};
use crate::{
    i18n::t,
    process::round::path,
    ui::{
        Form, crumbs,
        form::Field,
        notice, page,
        page::{param, query},
    },
    visit::Visit,
};

#[component]
pub fn ArticleEditPage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    let restored = query("restore").and_then(|n| n.parse::<i64>().ok());
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::ArticleEditPage, id).await?;
        may_draft(entry.kind, &entry.calendar, store::charter::is_frozen(&mut c, round.id).await?, visit.now)?;
        let lang = visit.lang;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        if article.removed_at.is_some() {
            return Err(Refusal::conflict("amendment-article-gone").into());
        }
        let title = t!(lang, "article-edit-title", n = article.position);
        let crumbs = crumbs(lang, path(&visit, &process, Some(&round)), title.clone());
        let form = Form::new(&visit, Act::EditArticle);
        let tongue = tongue(&process.language, lang);
        let overtaken = overtaken(&visit, &mut c, &form, &article, tongue.as_deref()).await?;
        let current = article.version.number;
        let mut start = article.version.words();
        // Why, the author says for each version anew.
        start.note.clear();
        let mut lead = t!(lang, "article-edit-lead", n = current);
        let mut compare = None;
        if let Some(n) = restored.filter(|n| *n != current) {
            let older = store::charter::version(&mut c, id, n).await?.ok_or_else(Refusal::not_found)?;
            start = Words { note: t!(lang, "article-restore-note", n = n), ..older.words() };
            lead = t!(lang, "article-restore-lead", n = n, current = current);
            compare = Some(
                view! { <p><a href=comparison(id, current, n)>{t!(lang, "article-restore-compare", n = n, current = current)}</a></p> },
            );
        }
        let (joined, together) = overtaken.map(|overtaken| (overtaken.words, overtaken.view)).unzip();
        let warning = (entry.calendar.state(visit.now) == State::Open).then(|| notice("warning", t!(lang, "article-edit-reopens")));
        let fields = view! {
            {form.hidden("article", id)}
            // What the words in the form take into account: joined or not, the current version.
            {form.hidden("version", current)}
            {words(&visit, &form, Some(&start), joined.as_ref())}
            {warning}
            <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "article-save")}</button>
                <a class="button is-quiet" href=address(id)>{t!(lang, "article-cancel")}</a></p>
        };
        Ok(view! {
            <Title text=title/>
            <div class="page">
                {crumbs}
                <header class="title-block"><p class="article-number">{number(lang, &article)}</p>
                    <h1 dir="auto" lang=tongue.clone()>{article.version.title.clone()}</h1><p class="lead">{lead}</p></header>
                {compare}
                {together}
                {form.view(fields)}
            </div>
        })
    })
}

/// The fields of an article's words, empty for a new one. `joined` stands there whatever was typed.
pub fn words(visit: &Visit, form: &Form, start: Option<&Words>, joined: Option<&Words>) -> AnyView {
    let lang = visit.lang;
    let filled = |field: Field, part: fn(&Words) -> &String| match joined {
        Some(words) => field.instead(part(words)).view(),
        None => field.default(start.map(part).cloned().unwrap_or_default()).view(),
    };
    let note = form.area("note", t!(lang, "article-note")).hint(t!(lang, "article-note-hint")).rows(2);
    let note = if start.is_some() { note } else { note.optional() };
    view! {
        {filled(form.text("title", t!(lang, "article-title")), |words| &words.title)}
        {filled(form.area("body", t!(lang, "article-body")).hint(t!(lang, "article-body-hint")).rows(14), |words| &words.body)}
        {filled(form.area("easy", t!(lang, "easy-to-read")).hint(t!(lang, "article-easy-hint")).rows(6).optional(), |words| &words.easy)}
        {filled(note, |words| &words.note)}
    }
    .into_any()
}
