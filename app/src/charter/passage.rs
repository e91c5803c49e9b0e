//! Commenting on a passage of an article: its sentences to pick from, or the words that were selected on the article's page.

use std::ops::Range;

use domain::{
    Refusal,
    access::Act,
    charter::anchor::{Found, Picked, looked_up, sentences, words},
    comments::Subject,
    id::{ArticleId, CommentId},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::Title;
use store::{
    Conn,
    charter::{Anchor, Version},
    round::Entry,
};

use super::{
    article_page::enter,
    loaded::{address, number, tongue},
    trace,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    process::round::path,
    ui::{
        Form, crumbs, page,
        page::{param, query},
        sign,
    },
};

#[component]
pub fn PassagePage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    let selected = query("quote").unwrap_or_default();
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::PassagePage, id).await?;
        entry.calendar.must_be_open(visit.now)?;
        let lang = visit.lang;
        let article = store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        if article.removed_at.is_some() {
            return Err(Refusal::conflict("amendment-article-gone").into());
        }
        let version = &article.version;
        let form = Form::keyed(&visit, Act::Comment, "passage");
        let (exact, near) = looked_up(&version.body, &selected);
        let near: Vec<String> = near.iter().map(u32::to_string).collect();
        // What was selected stands for itself; its sentences are there for whoever wants more of them.
        let ticked: Vec<&str> = if exact.is_some() { Vec::new() } else { near.iter().map(String::as_str).collect() };
        let options = sentences(&version.body).iter().enumerate().map(|(n, sentence)| (n.to_string(), sentence.text.to_owned())).collect();
        let picker = form.choices("sentences[]", t!(lang, "passage-sentences"), options, &ticked, true);
        let tongue = tongue(&process.language, lang);
        let picker = match exact.as_ref().and_then(|place| Some((place, words(&version.body, place)?))) {
            Some((place, quote)) => view! {
                <blockquote class="quote" dir="auto" lang=tongue.clone()>{quote.clone()}</blockquote>
                <input type="hidden" name="from" value=place.start.to_string()/>
                <input type="hidden" name="to" value=place.end.to_string()/>
                <input type="hidden" name="quote" value=quote/>
                <details open=form.refused()><summary>{t!(lang, "passage-other")}</summary>{picker}</details>
            }
            .into_any(),
            None => picker,
        };
        let fields = view! {
            {form.hidden("subject", Subject::Article(id))}
            {form.hidden("version", version.number)}
            {picker}
            {form.area("body", t!(lang, "passage-comment")).rows(5).view()}
            {form.submit(t!(lang, "passage-send"))}
        };
        let title = t!(lang, "passage-title");
        let mut way = path(&visit, &process, Some(&round));
        way.push((address(id), number(lang, &article)));
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, way, title.clone())}
                <header class="title-block"><p class="article-number">{number(lang, &article)}</p>
                    <h1>{title.clone()}</h1><p class="lead" dir="auto" lang=tongue>{version.title.clone()}</p></header>
                {form.view(fields)}
            </div>
        })
    })
}

/// The way to comment on a passage, below an article's words; with scripts a button comes to what is selected.
pub fn way(lang: Lang, article: ArticleId) -> AnyView {
    let href = format!("{}/passage", address(article));
    let script = format!("{}({href:?})", include_str!("passage.js").trim_end());
    view! {
        <p class="actions"><a class="button is-secondary" href=href.clone()>{t!(lang, "passage-title")}</a></p>
        <a class="button is-primary passage-button" id="passage-button" href=href hidden>{t!(lang, "passage-selected")}</a>
        <script nonce=use_nonce() inner_html=script></script>
    }
    .into_any()
}

/// The passages that the comments on an article are about.
pub struct Passages {
    article: Option<ArticleId>,
    anchors: Vec<Anchor>,
    body: String,
    tongue: String,
}

impl Passages {
    pub async fn load(c: &mut Conn, entry: &Entry, subject: Subject) -> Result<Self, AppError> {
        let Subject::Article(article) = subject else {
            return Ok(Passages { article: None, anchors: vec![], body: String::new(), tongue: String::new() });
        };
        let anchors = store::charter::anchors(c, article).await?;
        let body = store::charter::article(c, article).await?.map(|article| article.version.body).unwrap_or_default();
        let tongue = store::process::find(c, entry.process).await?.map(|process| process.language).unwrap_or_default();
        Ok(Passages { article: Some(article), anchors, body, tongue })
    }

    /// What stands above the words of a comment.
    pub fn above(&self, lang: Lang, comment: CommentId) -> Option<AnyView> {
        let anchor = self.anchors.iter().find(|anchor| anchor.comment_id == comment)?;
        let way = self.article.map(|article| trace::way_from(article, "comment", comment));
        Some(about(lang, anchor, &self.body, tongue(&self.tongue, lang), way))
    }
}

/// A passage of the current version of an article, to tie a comment to.
pub struct Passage {
    article: ArticleId,
    version: Version,
    place: Range<u32>,
    quote: String,
}

/// The passage that somebody chose. The article is locked: its words stay while the comment is tied to them.
pub async fn of(c: &mut Conn, article: ArticleId, picked: &Picked) -> Result<Passage, AppError> {
    c.lock(article.0).await?;
    let version = store::charter::article(c, article).await?.ok_or_else(Refusal::not_found)?.version;
    let (place, quote) = picked.passage((version.number, &version.body))?;
    Ok(Passage { article, version, place, quote })
}

/// The words and the passage of a comment, or all that is wrong with both.
pub fn both(body: Result<String, Refusal>, passage: Option<Result<Passage, AppError>>) -> Result<(String, Option<Passage>), AppError> {
    match (body, passage) {
        (Err(mut refusal), Some(Err(AppError::Refused(other)))) if refusal.kind == other.kind => {
            refusal.problems.splice(0..0, other.problems);
            Err(refusal.into())
        }
        (body, passage) => Ok((body?, passage.transpose()?)),
    }
}

impl Passage {
    pub async fn tie(&self, c: &mut Conn, comment: CommentId) -> Result<(), AppError> {
        let Passage { article, version, place, quote } = self;
        Ok(store::charter::tie(c, comment, (*article, version.number, &version.body), place, quote).await?)
    }
}

/// What a comment is about, above its words: the passage, and what has become of it.
fn about(lang: Lang, anchor: &Anchor, body: &str, tongue: Option<String>, way: Option<String>) -> AnyView {
    let quote = view! { <blockquote class="quote is-small" dir="auto" lang=tongue.clone()>{anchor.quote.clone()}</blockquote> };
    let became = match anchor.found(body) {
        Found::Here(_) => None,
        Found::Changed(place) => {
            let now = words(body, &place).unwrap_or_default();
            Some(
                view! {
                    <p class="passage-state">{sign("partly")} " " {t!(lang, "passage-changed", n = anchor.version)}</p>
                    <blockquote class="quote is-small" dir="auto" lang=tongue>{now}</blockquote>
                }
                .into_any(),
            )
        }
        Found::Gone => {
            Some(view! { <p class="passage-state">{sign("remove")} " " {t!(lang, "passage-gone", n = anchor.version)}</p> }.into_any())
        }
    };
    // How it came to that, where it changed.
    let way = way.filter(|_| became.is_some()).map(|href| view! { <p class="small"><a href=href>{t!(lang, "passage-way")}</a></p> });
    view! { <div class="passage"><p class="small">{t!(lang, "passage-about")}</p>{quote}{became}{way}</div> }.into_any()
}
