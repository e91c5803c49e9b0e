//! `/article/:article/trace`: the article sentence by sentence, each with where it comes from.

use domain::{Refusal, access::Act, id::ArticleId, needs::Target};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    super::{
        article_page::enter,
        loaded::{address, number, tongue},
    },
    FOLLOWED,
    origins::{Loaded, Origins, Wanted},
    sentence::Shown,
};
use crate::{
    i18n::t,
    needs::way::named,
    process::round::path,
    ui::{
        self, crumbs, page,
        page::{param, query},
    },
};

#[component]
pub fn TracePage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    let asked = |name| query(name).unwrap_or_default();
    let wanted = match (asked("comment").parse(), asked("amendment").parse()) {
        (Ok(comment), _) => Wanted::Comment(comment),
        (_, Ok(amendment)) => Wanted::Amendment(amendment),
        _ => Wanted::Nothing,
    };
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (_, round, process) = enter(&visit, &mut c, Act::TracePage, id).await?;
        let lang = visit.lang;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let needs = named(&visit, &mut c, &Target::Article(id)).await?;
        let loaded = Loaded::load(&mut c, article).await?;
        let origins = Origins::new(&loaded);
        let shown = Shown { visit: &visit, origins: &origins, tongue: tongue(&process.language, lang), wanted: &wanted };
        let mut path = path(&visit, &process, Some(&round));
        path.push((address(id), number(lang, &loaded.article)));
        let title = t!(lang, "trace-title");
        let removed = loaded.article.removed_at.map(|_| ui::notice("warning", t!(lang, "article-removed")));
        let first = loaded.versions.first().is_some_and(|version| version.number > 1);
        let older = first.then(|| view! { <p class="small">{t!(lang, "trace-older", n = FOLLOWED)}</p> });
        Ok(view! {
            <Title text=format!("{title} · {}", loaded.article.version.title)/>
            <div class="page">
                {crumbs(lang, path, title.clone())}
                <header class="title-block">
                    <p class="article-number">{number(lang, &loaded.article)}</p>
                    <h1>{title}</h1>
                    <p class="lead" dir="auto" lang=shown.tongue.clone()>{loaded.article.version.title.clone()}</p>
                </header>
                {removed}
                {needs}
                <section class="stack" aria-labelledby="sentences">
                    <h2 id="sentences">{t!(lang, "trace-sentences")}</h2>
                    <p>{t!(lang, "trace-how")}</p>
                    {older}
                    {shown.sentences()}
                </section>
                {shown.elsewhere()}
                <p class="actions"><a class="button is-secondary" href=address(id)>{t!(lang, "trace-back")}</a></p>
            </div>
        })
    })
}
