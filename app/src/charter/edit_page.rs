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
    diff::changes,
    draft,
    loaded::{address, number, tongue},
    overtaken::overtaken,
    preview,
    prose::Glossary,
};
use crate::{
    i18n::{Lang, t},
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
    let kept = query("kept").is_some();
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::ArticleEditPage, id).await?;
        may_draft(entry.kind, &entry.calendar, store::charter::is_frozen(&mut c, round.id).await?, visit.now)?;
        let lang = visit.lang;
        draft::must_hold_pen(&mut c, round.id, &entry).await?;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        if article.removed_at.is_some() {
            return Err(Refusal::conflict("amendment-article-gone").into());
        }
        let title = t!(lang, "article-edit-title", n = article.position);
        let crumbs = crumbs(lang, path(&visit, &process, Some(&round)), title.clone());
        // Whoever holds the pen writes in the draft; versions are the facilitators' to make.
        let facilitates = entry.who.is_facilitator();
        let form = Form::new(&visit, if facilitates { Act::EditArticle } else { Act::WriteDraft }).or_sent_to(&visit, Act::PreviewText);
        let glossary = preview::glossary(&mut c, round.id).await?;
        let tongue = tongue(&process.language, lang);
        let draft = draft::words(&mut c, &article).await?;
        let overtaken = overtaken(&visit, &mut c, &form, &article, &draft, tongue.as_deref()).await?;
        let current = article.version.number;
        let mut start = Words { body: draft.clone(), ..article.version.words() };
        // Why, the author says for each version anew.
        start.note.clear();
        let mut lead = if facilitates { t!(lang, "article-edit-lead", n = current) } else { t!(lang, "draft-lead", n = current) };
        let mut compare = None;
        let mut restoring = false;
        if let Some(n) = restored.filter(|n| *n != current) {
            let older = store::charter::version(&mut c, id, n).await?.ok_or_else(Refusal::not_found)?;
            restoring = true;
            start = Words { note: t!(lang, "article-restore-note", n = n), ..older.words() };
            lead = t!(lang, "article-restore-lead", n = n, current = current);
            compare = Some(
                view! { <p><a href=comparison(id, current, n)>{t!(lang, "article-restore-compare", n = n, current = current)}</a></p> },
            );
        }
        let (joined, together) = overtaken.map(|overtaken| (overtaken.words, overtaken.view)).unzip();
        // What was typed without the others, or is to be taken up again, is sent as a form: the draft would take its place.
        // What was sent by the editor is in the draft: that is the text, whatever the field held at that moment.
        let was_live = form.value("live", "") == "true";
        let answered = form.refused() || form.shown();
        let live = compare.is_none() && (was_live || (joined.is_none() && !answered));
        // What the typed words were written from stays so until they are joined: else what others wrote meanwhile would be taken for
        // words that this person took out.
        let base = match (restoring, answered && !was_live && joined.is_none()) {
            (_, true) => form.value("base", &draft),
            (true, false) => article.version.body.clone(),
            (false, false) => draft.clone(),
        };
        let body = |field: Field| {
            let control =
                if was_live { field.instead(&draft).view() } else { filled(field, Some(&start), joined.as_ref(), |words| &words.body) };
            if live { draft::desk(&visit, id, &form.id("body"), control) } else { control }
        };
        let warning =
            (facilitates && entry.calendar.state(visit.now) == State::Open).then(|| notice("warning", t!(lang, "article-edit-reopens")));
        let (save, back) = if facilitates {
            (t!(lang, "article-save"), t!(lang, "article-cancel"))
        } else {
            (t!(lang, "draft-save"), t!(lang, "draft-back"))
        };
        let fields = if facilitates {
            words(&visit, &form, (Some(&start), joined.as_ref()), &glossary, body)
        } else {
            let below = preview::below(&visit, &form, &joined.as_ref().unwrap_or(&start).body, &glossary);
            view! { {body(body_field(lang, &form))}{below} }.into_any()
        };
        let fields = view! {
            {form.hidden("article", id)}
            // What the words in the form take into account: joined or not, the current version, and the draft as it is now.
            {facilitates.then(|| form.hidden("version", preview::version(&form, current)))}
            {form.hidden("base", base)}
            {form.hidden("round", round.id)}
            {fields}
            {warning}
            <p class=if facilitates { "actions" } else { "actions is-saved-alone" }><button class="button is-primary" type="submit">{save}</button>
                <a class="button is-quiet" href=address(id)>{back}</a></p>
        };
        let kept = kept.then(|| notice("success", t!(lang, "draft-kept")));
        let ahead = (draft != article.version.body).then(|| {
            let body = |body: &str| Words { body: body.to_owned(), ..article.version.words() };
            let changed = changes(lang, tongue.as_deref(), &article.version.words(), &body(&draft));
            view! { <details><summary>{t!(lang, "draft-ahead", n = current)}</summary><div class="stack">{changed}</div></details> }
        });
        Ok(view! {
            <Title text=title/>
            <div class="page">
                {crumbs}
                <header class="title-block"><p class="article-number">{number(lang, &article)}</p>
                    <h1 dir="auto" lang=tongue.clone()>{article.version.title.clone()}</h1><p class="lead">{lead}</p></header>
                {kept}
                {compare}
                {together}
                {form.view(fields)}
                {ahead}
            </div>
        })
    })
}

/// A field with its part of the words: those that were `joined`, whatever was typed, or those to begin with.
fn filled(field: Field, start: Option<&Words>, joined: Option<&Words>, part: fn(&Words) -> &String) -> AnyView {
    match joined {
        Some(words) => field.instead(part(words)).view(),
        None => field.default(start.map(part).cloned().unwrap_or_default()).view(),
    }
}

fn body_field(lang: Lang, form: &Form) -> Field {
    // A browser that puts old words back into the field would take those of others out of the draft.
    form.area("body", t!(lang, "article-body")).hint(t!(lang, "article-body-hint")).rows(14).autocomplete("off")
}

/// The fields of a new article's words.
pub fn new_words(visit: &Visit, form: &Form, glossary: &Glossary) -> AnyView {
    words(visit, form, (None, None), glossary, |field| field.default(String::new()).view())
}

/// The fields of an article's words, with its body as `body` shows it.
fn words(
    visit: &Visit,
    form: &Form,
    (start, joined): (Option<&Words>, Option<&Words>),
    glossary: &Glossary,
    body: impl FnOnce(Field) -> AnyView,
) -> AnyView {
    let lang = visit.lang;
    let filled = |field: Field, part: fn(&Words) -> &String| filled(field, start, joined, part);
    let note = form.area("note", t!(lang, "article-note")).hint(t!(lang, "article-note-hint")).rows(2);
    let note = if start.is_some() { note } else { note.optional() };
    view! {
        {filled(form.text("title", t!(lang, "article-title")), |words| &words.title)}
        {body(body_field(lang, form))}
        {preview::below(visit, form, &joined.or(start).map(|words| words.body.clone()).unwrap_or_default(), glossary)}
        {filled(form.area("easy", t!(lang, "easy-to-read")).hint(t!(lang, "article-easy-hint")).rows(6).optional(), |words| &words.easy)}
        {filled(note, |words| &words.note)}
    }
    .into_any()
}
