//! One amendment: what it changes and why, who stands for it, what became of it.

use domain::{
    Refusal,
    access::Act,
    charter::{
        amendment::{Kind, State, may_amend},
        article::Words,
    },
    comments::Subject,
    id::{AmendmentId, ArticleId},
    moderation::Target,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::charter::{Amendment, Article, Chapter, Version};

use super::{
    super::{
        diff::changes,
        loaded::{self, tongue},
        preview,
        prose::{Glossary, prose},
        trace,
    },
    badge, headline, merged, must_be_readable, places, proposed, settle, support,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    moderation::beside,
    process::round::{load, path},
    proposals::comments::thread,
    ui::{self, crumbs, date::day_view, decision, notice, page, page::param, paragraphs},
};

/// What an amendment is about: the version it was proposed against, and the article as it is now.
pub struct About {
    pub base: Option<Version>,
    pub article: Option<Article>,
}

impl About {
    pub async fn load(c: &mut store::Conn, amendment: &Amendment) -> Result<About, AppError> {
        let Some(id) = amendment.article_id else { return Ok(About { base: None, article: None }) };
        Ok(About { base: store::charter::version(c, id, amendment.base).await?, article: store::charter::article(c, id).await? })
    }

    /// The words it was proposed against and those of now, where the article has moved on since.
    pub fn moved(&self, amendment: &Amendment) -> Option<(Words, Words)> {
        let (base, article) = self.base.as_ref().zip(self.article.as_ref())?;
        let moved = amendment.kind == Kind::Change && amendment.state.is_pending() && article.version.number != amendment.base;
        moved.then(|| (base.words(), article.version.words()))
    }
}

#[component]
pub fn AmendmentPage() -> impl IntoView {
    let id = param::<AmendmentId>("amendment");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let amendment = store::charter::amendment(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let (entry, round, process) = load(&visit, &mut c, Act::AmendmentPage, amendment.round_id).await?;
        must_be_readable(&amendment, &entry.who)?;
        let about = About::load(&mut c, &amendment).await?;
        let colleges = store::process::colleges(&mut c, entry.process).await?;
        let supports = store::charter::supports(&mut c, round.id).await?;
        let mine = match visit.account() {
            Some(account) => store::charter::my_support(&mut c, id, account).await?,
            None => None,
        };
        let spoken = store::charter::spoken_of(&mut c, &amendment).await?;
        let place = match amendment.after_id {
            Some(after) => store::charter::article(&mut c, after).await?,
            None => None,
        };
        let (articles, chapters) = match amendment.kind {
            Kind::Move => (store::charter::articles(&mut c, round.id).await?, store::charter::chapters(&mut c, round.id).await?),
            Kind::Change | Kind::Addition | Kind::Deletion => (Vec::new(), Vec::new()),
        };
        let glossary = preview::glossary(&mut c, round.id).await?;
        let became_version = store::charter::became(&mut c, id).await?;
        let (hidden, withdrawn) = (amendment.hidden_reason.is_some(), amendment.state == State::Withdrawn);
        let open = may_amend(entry.kind, &entry.calendar, visit.now).is_ok() && !hidden;
        let frozen = store::charter::is_frozen(&mut c, round.id).await?;
        let talk = thread(&visit, &mut c, &entry, Subject::Amendment(id), open && !withdrawn).await?;
        let target = Target::Amendment(id);
        let told =
            if hidden || visit.account() == Some(amendment.author_id) { store::moderation::last(&mut c, target).await? } else { None };
        let why = amendment
            .hidden_reason
            .as_deref()
            .map(|stored| beside::why(&visit, told.as_ref(), stored, |reason| t!(lang, "amendment-is-hidden", reason = reason)));
        let text = beside::Text { target, author: amendment.author_id, hidden, withdrawn, holds: false };
        let moderation = beside::tools(&visit, &entry, &text, told.as_ref());
        let tongue = tongue(&process.language, lang);
        let title = headline(lang, &amendment, about.article.as_ref());
        let mut way = path(&visit, &process, Some(&round));
        way.extend(about.article.as_ref().map(|article| (loaded::address(article.id), loaded::number(lang, article))));
        let college = ui::college(lang, amendment.college_kind, &amendment.college_name);
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, way, t!(lang, "amendment"))}
                <header class="title-block">
                    <p class="article-number">{t!(lang, "amendment")}</p>
                    <h1 dir="auto">{title}</h1>
                    <p class="meta">{badge(lang, amendment.state)}<bdi>{amendment.author.clone()}</bdi>{college}{day_view(&visit, amendment.created_at)}</p>
                </header>
                {why}
                {became(lang, &amendment)}
                {became_version.map(|version| words_changed(lang, id, version))}
                {moved_on(lang, tongue.as_deref(), &amendment, &about)}
                <section class="stack" aria-labelledby="proposed">
                    <h2 id="proposed">{t!(lang, "amendment-words")}</h2>
                    {words(lang, tongue.as_deref(), &amendment, &about, (place.as_ref(), &articles, &chapters), &glossary)}
                </section>
                <section class="stack" aria-labelledby="why">
                    <h2 id="why">{t!(lang, "amendment-reason")}</h2>
                    <div class="prose" dir="auto">{paragraphs(&amendment.reason)}</div>
                </section>
                <section class="stack" aria-labelledby="opinions">
                    <h2 id="opinions">{t!(lang, "amendment-support-title")}</h2>
                    {support::chart(lang, &colleges, &supports, id)}
                    {support::own(&visit, &amendment, &entry, mine, open)}
                </section>
                {settle::own(&visit, &amendment, open, spoken, &glossary)}
                {(!hidden).then(|| settle::decide(&visit, &amendment, &about, &entry, frozen, &glossary))}
                {moderation}
                {talk}
            </div>
        })
    })
}

/// What was recommended and decided, with the reasons.
fn became(lang: Lang, amendment: &Amendment) -> AnyView {
    let recommended = (!amendment.recommendation.is_empty()).then(|| {
        view! {
            <section class="stack is-tight"><h2>{t!(lang, "amendment-recommended")}</h2>
                <div class="prose" dir="auto">{paragraphs(&amendment.recommendation)}</div></section>
        }
    });
    let decided = amendment
        .state
        .outcome()
        .map(|outcome| decision(lang, Some(outcome), view! { <div dir="auto">{paragraphs(&amendment.decision)}</div> }.into_any()));
    let withdrawn = (amendment.state == State::Withdrawn).then(|| notice("info", t!(lang, "amendment-was-withdrawn")));
    view! { {recommended}{decided}{withdrawn} }.into_any()
}

/// The version that it became, and the sentences that came of it.
fn words_changed(lang: Lang, id: AmendmentId, (article, number): (ArticleId, i64)) -> AnyView {
    view! {
        <p>{t!(lang, "trace-amendment-became", n = number)}" "
            <a href=trace::way_from(article, "amendment", id)>{t!(lang, "trace-amendment-see")}</a></p>
    }
    .into_any()
}

/// That the article is another one than when this was proposed, whether the passages are still there, and what it would change today.
fn moved_on(lang: Lang, tongue: Option<&str>, amendment: &Amendment, about: &About) -> Option<AnyView> {
    if amendment.state.is_pending() && about.article.as_ref().is_some_and(|article| article.removed_at.is_some()) {
        return Some(notice("warning", t!(lang, "amendment-article-removed")));
    }
    let (base, now) = about.moved(amendment)?;
    let wanted = proposed(amendment, &base);
    let (said, after) = match merged(&base, &now, &wanted) {
        Some((title, body)) => (t!(lang, "amendment-passages-there"), Words { title, body, ..now.clone() }),
        None => (t!(lang, "amendment-passages-changed"), Words { easy: now.easy.clone(), ..wanted }),
    };
    let number = about.article.as_ref().map(|article| article.version.number).unwrap_or_default();
    Some(
        view! {
            <section class="stack" aria-labelledby="moved">
                <h2 id="moved">{t!(lang, "amendment-moved-title")}</h2>
                {notice("warning", t!(lang, "amendment-moved", base = amendment.base, now = number))}
                <p>{said}</p>
                <h3>{t!(lang, "amendment-against-now", n = number)}</h3>
                {changes(lang, tongue, &now, &after)}
            </section>
        }
        .into_any(),
    )
}

fn words(
    lang: Lang,
    tongue: Option<&str>,
    amendment: &Amendment,
    about: &About,
    (place, articles, chapters): (Option<&Article>, &[Article], &[Chapter]),
    glossary: &Glossary,
) -> AnyView {
    let tongue = tongue.map(str::to_owned);
    let whole = |title: &str, body: &str| {
        view! {
            <h3 dir="auto" lang=tongue.clone()>{title.to_owned()}</h3>
            <div class="article-text prose" dir="auto" lang=tongue.clone()>{prose(lang, "text", body, glossary)}</div>
        }
        .into_any()
    };
    match (amendment.kind, &about.base) {
        (Kind::Addition, _) => {
            view! { <p dir="auto">{places::words_of(lang, place)}</p>{whole(&amendment.title, &amendment.body)} }.into_any()
        }
        (Kind::Deletion, Some(base)) => {
            view! { <p>{t!(lang, "amendment-delete-words", n = base.number)}</p>{whole(&base.title, &base.body)} }.into_any()
        }
        (Kind::Change, Some(base)) => {
            let base_words = base.words();
            view! {
                <p>{t!(lang, "amendment-against", n = base.number)}</p>
                {changes(lang, tongue.as_deref(), &base_words, &proposed(amendment, &base_words))}
            }
            .into_any()
        }
        (Kind::Move, _) => {
            let orders = amendment.state.is_pending().then(|| places::orders(lang, tongue.as_deref(), amendment, articles, chapters));
            view! { <p dir="auto">{places::words_of(lang, place)}</p>{orders} }.into_any()
        }
        (Kind::Change | Kind::Deletion, None) => ().into_any(),
    }
}
