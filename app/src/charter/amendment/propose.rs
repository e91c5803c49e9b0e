//! Proposing: other words for an article, that it be taken out, or a new one.

use domain::{
    Refusal,
    access::Act,
    charter::{
        amendment::{Kind, may_amend},
        status::must_not_be_frozen,
    },
    id::{ArticleId, RoundId},
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    super::{
        article_page::enter,
        loaded::{address, number, tongue},
        preview,
        prose::Glossary,
    },
    places,
};
use crate::{
    i18n::t,
    process::round::{load, path},
    ui::{Form, crumbs, page, page::param},
    visit::Visit,
};

#[component]
pub fn AmendPage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::AmendPage, id).await?;
        may_amend(entry.kind, &entry.calendar, visit.now)?;
        must_not_be_frozen(store::charter::is_frozen(&mut c, round.id).await?)?;
        let lang = visit.lang;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        if article.removed_at.is_some() {
            return Err(Refusal::conflict("amendment-article-gone").into());
        }
        let title = t!(lang, "amendment-propose");
        let mut way = path(&visit, &process, Some(&round));
        way.push((address(id), number(lang, &article)));
        let hidden = |form: &Form, kind: Kind| {
            view! { {form.hidden("article", id)}{form.hidden("version", preview::version(form, article.version.number))}{form.hidden("kind", kind)} }
        };
        let change = Form::keyed(&visit, Act::Amend, Kind::Change).or_sent_to(&visit, Act::PreviewText);
        let glossary = preview::glossary(&mut c, round.id).await?;
        let fields = view! {
            {change.hidden("round", round.id)}
            {hidden(&change, Kind::Change)}
            {words(&visit, &change, &article.version.title, &article.version.body, "", &glossary)}
            {change.submit(t!(lang, "amendment-send"))}
        };
        let deletion = Form::keyed(&visit, Act::Amend, Kind::Deletion);
        let delete = view! {
            {hidden(&deletion, Kind::Deletion)}
            {reason(&visit, &deletion, "")}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "amendment-delete-send")}</button></p>
        };
        let articles = store::charter::articles(&mut c, round.id).await?;
        let moving = places::form(&visit, &article, &articles).map(|(form, open)| {
            view! { <details open=open><summary>{t!(lang, "amendment-move")}</summary>{form}</details> }
        });
        let open = deletion.refused();
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, way, title.clone())}
                <header class="title-block"><p class="article-number">{number(lang, &article)}</p>
                    <h1 dir="auto" lang=tongue(&process.language, lang)>{article.version.title.clone()}</h1>
                    <p class="lead">{t!(lang, "amendment-lead", n = article.version.number)}</p></header>
                {change.view(fields)}
                {moving}
                <details open=open><summary>{t!(lang, "amendment-delete")}</summary>{deletion.view(delete)}</details>
            </div>
        })
    })
}

#[component]
pub fn NewArticlePage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::NewArticlePage, id).await?;
        may_amend(entry.kind, &entry.calendar, visit.now)?;
        must_not_be_frozen(store::charter::is_frozen(&mut c, round.id).await?)?;
        let lang = visit.lang;
        let title = t!(lang, "amendment-propose-article");
        let form = Form::new(&visit, Act::ProposeArticle).or_sent_to(&visit, Act::PreviewText);
        let glossary = preview::glossary(&mut c, id).await?;
        let articles = store::charter::articles(&mut c, id).await?;
        let last = articles.last().map(|article| article.id.to_string()).unwrap_or_default();
        let places = places::all(lang, &articles).collect();
        let fields = view! {
            {form.hidden("round", id)}
            {form.select("after", t!(lang, "amendment-place"), places, &last)}
            {words(&visit, &form, "", "", "", &glossary)}
            {form.submit(t!(lang, "amendment-send"))}
        };
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block"><h1>{title.clone()}</h1><p class="lead">{t!(lang, "amendment-article-lead")}</p></header>
                {form.view(fields)}
            </div>
        })
    })
}

/// The fields of what is proposed.
pub fn words(visit: &Visit, form: &Form, title: &str, body: &str, why: &str, glossary: &Glossary) -> AnyView {
    let lang = visit.lang;
    view! {
        {form.text("title", t!(lang, "article-title")).default(title).view()}
        {form.area("body", t!(lang, "article-body")).hint(t!(lang, "article-body-hint")).rows(14).default(body).view()}
        {preview::below(visit, form, body, glossary)}
        {reason(visit, form, why)}
    }
    .into_any()
}

pub fn reason(visit: &Visit, form: &Form, why: &str) -> AnyView {
    let lang = visit.lang;
    form.area("reason", t!(lang, "amendment-reason")).hint(t!(lang, "amendment-reason-hint")).rows(4).default(why).view()
}
