//! One article: its words, where people stand, what they say of it, how it came about.

use domain::{Refusal, access::Act, comments::Subject, id::ArticleId, needs::Target, round::State};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    Conn,
    charter::Article,
    process::Process,
    round::{Entry, Round},
};

use super::{
    amendment, decision, draft,
    easy::easy,
    history::history,
    loaded::{Charter, address, body_view, number},
    missing::gaps,
    passage,
    prose::prose,
    questions::questions,
    stance, trace,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    needs::way::named,
    process::round::{load, path},
    proposals::comments::thread,
    ui::{self, chart, crumbs, date::day_view, page, page::param, sign},
    visit::Visit,
};

#[component]
pub fn ArticlePage() -> impl IntoView {
    let id = param::<ArticleId>("article");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = enter(&visit, &mut c, Act::ArticlePage, id).await?;
        let lang = visit.lang;
        let state = entry.calendar.state(visit.now);
        let charter = Charter::load(&mut c, round.id, &entry, visit.account(), visit.now).await?;
        // One that was taken out is in no list any more, and stays readable.
        let article = &store::charter::article(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let objections = store::charter::objections(&mut c, id).await?;
        let said = store::charter::reasons(&mut c, article.version.version_id).await?;
        let needs = named(&visit, &mut c, &Target::Article(id)).await?;
        let asked = questions(&visit, &mut c, &entry, article, state == State::Open && article.removed_at.is_none()).await?;
        let comments = thread(&visit, &mut c, &entry, Subject::Article(id), state == State::Open && article.removed_at.is_none()).await?;
        let writes = draft::must_hold_pen(&mut c, round.id, &entry).await.is_ok();
        let amendments =
            amendment::of_article(&visit, &mut c, &entry, (article, &charter.articles), &charter.colleges, charter.tongue(lang)).await?;
        let removed = article.removed_at.map(|_| ui::notice("warning", t!(lang, "article-removed")));
        let own = article.removed_at.is_none().then(|| stance::own(&visit, &charter, article, &entry));
        let history = history(&visit, &mut c, article, charter.tongue(lang), &entry).await?;
        Ok(view! {
            <Title text=article.version.title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), number(lang, article))}
                {removed}
                {text(&visit, &charter, article, &entry, writes)}
                {asked}
                {needs}
                {own}
                {standing(lang, &charter, article)}
                {decision::objections(&visit, &charter, &entry, &objections, Some(article.version.number))}
                {stance::reasons(lang, &said)}
                {amendments}
                {comments}
                {history}
                {article.removed_at.is_none().then(|| turn(lang, &charter, article))}
                {ui::page::read_aloud(t!(lang, "article-listen"))}
            </div>
        })
    })
}

/// Admits the visitor to a page about an article.
pub async fn enter(visit: &Visit, c: &mut Conn, act: Act, article: ArticleId) -> Result<(Entry, Round, Process), AppError> {
    let round = store::charter::round_of(c, article).await?.ok_or_else(Refusal::not_found)?;
    load(visit, c, act, round).await
}

/// `writes`: the pen reaches the visitor.
fn text(visit: &Visit, charter: &Charter, article: &Article, entry: &Entry, writes: bool) -> AnyView {
    let lang = visit.lang;
    let version = &article.version;
    let state = entry.calendar.state(visit.now);
    let writable = charter.frozen().is_none() && !matches!(state, State::Closed | State::Published);
    let edit = (writes && article.removed_at.is_none() && writable).then(|| {
        let words = if entry.who.is_facilitator() { t!(lang, "article-edit") } else { t!(lang, "draft-link") };
        view! { <p class="actions"><a class="button is-secondary" href=format!("{}/edit", address(article.id))>{words}</a></p> }
    });
    let comment =
        (state == State::Open && article.removed_at.is_none() && entry.who.may(Act::PassagePage)).then(|| passage::way(lang, article.id));
    // The words that this article uses, on its own page.
    let used = charter.glossary.of(&format!("{}\n\n{}", version.body, version.easy));
    let changed = (version.number > 1).then(|| view! { <span><a href="#history">{t!(lang, "article-what-changed")}</a></span> });
    let chapter = charter.chapters.iter().find(|chapter| Some(chapter.id) == article.chapter_id);
    let chapter =
        chapter.map(|chapter| view! { <span class="article-chapter"><bdi lang=charter.tongue(lang)>{chapter.title.clone()}</bdi></span> });
    view! {
        <article class="article read-aloud">
            <header class="title-block">
                <p class="article-number">{number(lang, article)}{chapter}</p>
                <h1 dir="auto" lang=charter.tongue(lang)>{version.title.clone()}</h1>
                <p class="meta">{ui::badge(lang, state)}
                    <span>{t!(lang, "article-version", n = version.number)} " " {day_view(visit, version.created_at)}</span>{changed}
                    <span>{trace::link(lang, article.id)}</span></p>
                <div class="read-here"></div>
            </header>
            <div class="article-text prose" dir="auto" lang=charter.tongue(lang)>{prose(lang, "article", &version.body, &charter.glossary)}</div>
            {easy(visit, charter, article, entry, "easy")}
            {comment}
            {edit}
        </article>
        {used.view(lang, charter.tongue(lang).as_deref(), t!(lang, "charter-words-used"))}
    }
    .into_any()
}

/// The colleges side by side, and what each still lacks.
fn standing(lang: Lang, charter: &Charter, article: &Article) -> Option<AnyView> {
    let proof = charter.proof.articles.iter().find(|proof| proof.article == article.id)?;
    let lines = proof
        .says
        .iter()
        .map(|say| {
            let college = body_view(lang, charter, say.body);
            let (class, mark) = if say.carries() { ("met", "met") } else { ("not-met", "not-met") };
            let words = if say.carries() { t!(lang, "article-carried") } else { gaps(lang, say) };
            view! { <div><dt>{college}</dt><dd><span class=class>{sign(mark)}</span> " " {words}</dd></div> }
        })
        .collect_view();
    let caption = t!(lang, "charter-chart-caption", n = article.position);
    Some(
        view! {
            <section class="stack" aria-labelledby="stances">
                <h2 id="stances">{t!(lang, "charter-stances")}</h2>
                {chart::patterns()}
                {stance::chart(lang, charter, &proof.says, caption)}
                <dl class="facts">{lines}</dl>
            </section>
        }
        .into_any(),
    )
}

/// To the articles before and after.
fn turn(lang: Lang, charter: &Charter, article: &Article) -> AnyView {
    let at = |position: i64| charter.articles.iter().find(|other| other.position == position);
    let link = |other: &Article, rel: &'static str| {
        let words = t!(lang, "article-turn", n = other.position, title = other.version.title.clone());
        view! { <a rel=rel href=address(other.id)>{words}</a> }
    };
    let (before, after) =
        (at(article.position - 1).map(|other| link(other, "prev")), at(article.position + 1).map(|other| link(other, "next")));
    view! { <nav class="pagination" aria-label=t!(lang, "article-turn-label")>{before}{after}</nav> }.into_any()
}
