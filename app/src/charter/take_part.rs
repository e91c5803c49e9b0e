//! The charter in its round: what is written, where I stand, what is missing.

use domain::{access::Act, charter::stance::Stance, round::State};
use leptos::prelude::*;
use store::{
    Conn,
    charter::Article,
    round::{Entry, Round},
};

use super::{
    amendment, decision,
    easy::easy,
    files,
    loaded::{Charter, address, number},
    missing,
    prose::{self, prose, translated},
    takeover, trace,
};
use crate::{
    AppError,
    i18n::t,
    ui::{self, date::day_view, sign},
    visit::Visit,
};

/// What a person sees and does in the round: shown under the round's own title.
pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let charter = Charter::load(c, round.id, entry, visit.account(), visit.now).await?;
    let (lang, state) = (visit.lang, entry.calendar.state(visit.now));
    let may = state == State::Open && entry.who.may(Act::TakeStance);
    let preamble = (!charter.frame.preamble.is_empty()).then(|| {
        let preamble = &charter.frame.preamble;
        view! {
            <section class="stack" aria-labelledby="preamble">
                <h2 id="preamble">{t!(lang, "charter-preamble")}</h2>
                {translated(lang, "preamble-text", preamble, &charter.glossary)}
                {prose::easy(lang, "preamble-easy", preamble.easy().unwrap_or_default(), &charter.glossary)}
            </section>
        }
    });
    let origin = takeover::origin(visit, c, round.id, entry, charter.frozen().is_some()).await?;
    let copies = if charter.adoption.is_some() { takeover::copies(visit, c, round.id).await? } else { None };
    let new_articles = amendment::of_round(visit, c, entry, round.id, &charter.colleges).await?;
    let words = charter.glossary.view(lang, charter.tongue(lang).as_deref(), t!(lang, "charter-words"));
    if charter.articles.is_empty() {
        let files = preamble.is_some().then(|| files::links(lang, round.id));
        return Ok(
            view! { {origin}{preamble}{files}{ui::empty(t!(lang, "charter-empty"), t!(lang, "charter-no-article"))}{words}{new_articles} }
                .into_any(),
        );
    }
    let past = match charter.ratifications.iter().any(|one| one.ended_at.is_some()) {
        true => store::charter::ended_objections(c, round.id).await?,
        false => Vec::new(),
    };
    let whole = decision::own_whole(visit, c, &charter, round, entry).await?;
    let articles = charter
        .parts()
        .map(|(chapter, articles)| {
            let articles = articles.into_iter().map(|article| shown(visit, &charter, article, entry, may)).collect_view();
            match chapter {
                Some(chapter) => view! {
                    <section class="chapter stack" aria-labelledby=format!("chapter-{}", chapter.id)>
                        <h2 id=format!("chapter-{}", chapter.id) dir="auto" lang=charter.tongue(lang)>{chapter.title.clone()}</h2>
                        {articles}
                    </section>
                }
                .into_any(),
                None => articles.into_any(),
            }
        })
        .collect_view();
    Ok(view! {
        {decision::standing(visit, &charter, round, entry, &past)}
        {origin}
        {preamble}
        {contents(visit, &charter, may)}
        {files::links(lang, round.id)}
        {articles}
        {words}
        {new_articles}
        {whole}
        <section class="stack" aria-labelledby="ratification">
            <h2 id="ratification">{missing::title(lang, &charter, state)}</h2>
            {missing::verdict_notice(lang, &charter, state)}
            {decision::words(lang, &charter)}
            {missing::missing(lang, &charter)}
        </section>
        {copies}
    }
    .into_any())
}

/// The table of contents, with my stance beside each article.
fn contents(visit: &Visit, charter: &Charter, may: bool) -> AnyView {
    let lang = visit.lang;
    let row = |article: &Article| {
        let mine = may.then(|| match charter.mine(article).0 {
            Some(taken) => own(taken.stance, lang.of("stance", taken.stance.as_str())),
            None => view! { <span class="small">{t!(lang, "stance-none-yet")}</span> }.into_any(),
        });
        view! { <li><a href=format!("#a{}", article.position)><bdi lang=charter.tongue(lang)>{article.version.title.clone()}</bdi></a> " " {mine}</li> }
    };
    let rows = charter
        .parts()
        .map(|(chapter, articles)| {
            let start = articles.first().map(|article| article.position.to_string());
            let rows = articles.into_iter().map(row).collect_view();
            let title = chapter.map(|chapter| {
                view! { <p class="contents-chapter"><a href=format!("#chapter-{}", chapter.id)><bdi lang=charter.tongue(lang)>{chapter.title.clone()}</bdi></a></p> }
            });
            view! { {title}{start.map(|start| view! { <ol class="contents" start=start>{rows}</ol> })} }
        })
        .collect_view();
    let words = (!charter.glossary.is_empty()).then(|| view! { <p><a href="#words">{t!(lang, "charter-words")}</a></p> });
    let taken = charter.articles.iter().filter(|article| charter.mine(article).0.is_some()).count();
    let all = charter.articles.len();
    let progress = may.then(|| {
        let words = t!(lang, "charter-progress", taken = taken, all = all);
        view! {
            <div class="progress"><p id="charter-progress">{words}</p>
                <progress max=all.to_string() value=taken.to_string() aria-labelledby="charter-progress"></progress></div>
        }
    });
    view! {
        <nav class="stack" aria-labelledby="contents">
            <h2 id="contents">{t!(lang, "charter-contents")}</h2>
            {progress}
            {rows}
            {words}
            <p><a href="#ratification">{t!(lang, "charter-to-ratification")}</a></p>
        </nav>
    }
    .into_any()
}

fn own(stance: Stance, words: String) -> AnyView {
    view! { <span class="small">{sign(stance.as_str())} " " {words}</span> }.into_any()
}

fn shown(visit: &Visit, charter: &Charter, article: &Article, entry: &Entry, may: bool) -> AnyView {
    let lang = visit.lang;
    let version = &article.version;
    let address = address(article.id);
    let id = format!("a{}", article.position);
    let (title_id, id_text, id_easy) = (format!("{id}-title"), format!("{id}-text"), format!("{id}-easy"));
    let labelled_by = title_id.clone();
    let changed =
        (version.number > 1).then(|| view! { <span><a href=format!("{address}#history")>{t!(lang, "article-what-changed")}</a></span> });
    let origin = charter.adoption.as_ref().map(|_| view! { <span>{trace::link(lang, article.id)}</span> });
    let mine = may
        .then(|| match charter.mine(article) {
            (Some(taken), _) => Some(
                view! {
                    <p>{sign(taken.stance.as_str())} " " {t!(lang, "stance-yours", stance = lang.of("stance", taken.stance.as_str()))}</p>
                }
                .into_any(),
            ),
            (None, Some(old)) => Some(ui::notice("warning", t!(lang, "stance-reopened", n = old.number))),
            (None, None) => None,
        })
        .flatten();
    let action = if may { t!(lang, "article-take-stance") } else { t!(lang, "article-open") };
    let named = number(lang, article);
    let title = version.title.clone();
    let title = if article.chapter_id.is_some() {
        view! { <h3 class="article-title" id=title_id dir="auto" lang=charter.tongue(lang)>{title}</h3> }.into_any()
    } else {
        view! { <h2 id=title_id dir="auto" lang=charter.tongue(lang)>{title}</h2> }.into_any()
    };
    view! {
        <article class="article" id=id aria-labelledby=labelled_by>
            <header><p class="article-number">{named.clone()}</p>{title}</header>
            <div class="article-text prose" dir="auto" lang=charter.tongue(lang)>{prose(lang, &id_text, &version.body, &charter.glossary)}</div>
            {easy(visit, charter, article, entry, &id_easy)}
            <p class="version meta">
                <span>{t!(lang, "article-version", n = version.number)} " " {day_view(visit, version.created_at)}</span>
                {changed}
                {origin}
                <span>{t!(lang, "article-comments", n = article.comments)}</span>
            </p>
            {mine}
            <p class="actions"><a class="button is-secondary" href=address>{action}<span class="visually-hidden">" : " {named}</span></a></p>
        </article>
    }
    .into_any()
}
