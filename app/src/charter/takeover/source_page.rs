//! `/r/:round/source`: what a charter was taken over from, and what it made of it, part by part.

use domain::{
    Refusal,
    access::Act,
    charter::{
        article::{Words as Written, may_draft},
        takeover::{Kind, Own, Words},
    },
    id::RoundId,
    lang::EASY,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    super::{
        diff::{changes, passages},
        loaded::tongue,
    },
    edit::{changed_notice, words},
    loaded::{Copy, Piece, remerge},
};
use crate::{
    i18n::{Lang, t},
    process::round::{load, path},
    ui::{
        crumbs,
        date::day_view,
        notice, page,
        page::{param, query},
        sign, translated_line,
    },
    visit::Visit,
};

#[component]
pub fn SourcePage() -> impl IntoView {
    let id = param::<RoundId>("round");
    let merged = query("merged").is_some();
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::SourcePage, id).await?;
        let copy = Copy::load(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let frozen = store::charter::is_frozen(&mut c, id).await?;
        let writes = entry.who.may(Act::SourceMergePage) && may_draft(entry.kind, &entry.calendar, frozen, visit.now).is_ok();
        let changed = if writes { remerge(&mut c, &copy).await? } else { None };
        let changed = changed.map(|found| changed_notice(&visit, id, &found.source));
        let tongue = tongue(&process.language, lang);
        let parts = [Kind::Preamble, Kind::Article, Kind::Chapter, Kind::Definition];
        let parts = parts.into_iter().map(|kind| part(lang, tongue.as_deref(), &copy, kind)).collect_view();
        let title = t!(lang, "takeover-title");
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title)}
                <header class="title-block">
                    <p class="eyebrow">{t!(lang, "takeover-title")}</p>
                    <h1>{translated_line(lang, &round.title)}</h1>
                    <p class="lead">{words(&visit, &copy)}</p>
                </header>
                {merged.then(|| notice("success", t!(lang, "takeover-merged")))}
                {changed}
                {facts(&visit, &copy)}
                {parts}
            </div>
        })
    })
}

fn facts(visit: &Visit, copy: &Copy) -> AnyView {
    let (lang, takeover) = (visit.lang, &copy.takeover);
    let source = if takeover.readable {
        let proof = format!("/r/{}/signatures", takeover.source_id);
        view! { <a href=proof>{translated_line(lang, &takeover.title)}</a> }.into_any()
    } else {
        translated_line(lang, &takeover.title)
    };
    let closed = (!takeover.readable).then(|| notice("info", t!(lang, "takeover-closed")));
    view! {
        <dl class="facts">
            <div><dt>{t!(lang, "takeover-fact-source")}</dt><dd>{source}</dd></div>
            <div><dt>{t!(lang, "takeover-fact-territory")}</dt><dd><bdi>{takeover.territory.clone()}</bdi></dd></div>
            <div><dt>{t!(lang, "signatures-adopted-on")}</dt><dd>{day_view(visit, takeover.adopted_at)}</dd></div>
            <div><dt>{t!(lang, "takeover-fact-taken")}</dt><dd>{day_view(visit, takeover.taken_at)}</dd></div>
            <div><dt>{t!(lang, "signatures-hash")}</dt><dd><code class="hash">{takeover.hash.clone()}</code></dd></div>
        </dl>
        {closed}
        {takeover.bars_left.then(|| notice("info", t!(lang, "takeover-bars-left")))}
    }
    .into_any()
}

const fn mark(own: Own) -> &'static str {
    match own {
        Own::Unchanged => "met",
        Own::Changed => "partly",
        Own::Added => "add",
        Own::LeftOut => "remove",
    }
}

/// The parts of one kind: those that differ first to the eye, those that do not as one line each.
fn part(lang: Lang, tongue: Option<&str>, copy: &Copy, kind: Kind) -> Option<AnyView> {
    let rows = copy.rows(kind);
    if rows.is_empty() {
        return None;
    }
    let id = format!("source-{kind}");
    let labelled_by = id.clone();
    let items = rows.into_iter().map(|(own, base, mine)| row(lang, tongue, kind, own, base, mine)).collect_view();
    Some(
        view! {
            <section class="stack" aria-labelledby=labelled_by>
                <h2 id=id>{lang.of("takeover-kind", kind.as_str())}</h2>
                <ul class="items takeover-parts">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

fn row(lang: Lang, tongue: Option<&str>, kind: Kind, own: Own, base: Option<Words>, mine: Option<&Piece>) -> AnyView {
    let title = named(lang, kind, mine.map(|mine| &mine.words).or(base.as_ref()));
    let title = match mine.and_then(Piece::article) {
        Some(article) => view! { <a href=format!("/article/{article}")><bdi lang=tongue.map(str::to_owned)>{title}</bdi></a> }.into_any(),
        None => view! { <bdi>{title}</bdi> }.into_any(),
    };
    let (before, after) = (written(kind, base.as_ref()), written(kind, mine.map(|mine| &mine.words)));
    let differs = match own {
        Own::Unchanged => None,
        Own::Changed => Some(view! {
            {passages(lang, tongue, &before, &after)}
            <details><summary>{t!(lang, "takeover-whole")}</summary><div class="stack">{changes(lang, tongue, &before, &after)}</div></details>
        }.into_any()),
        Own::Added | Own::LeftOut => {
            let whole = changes(lang, tongue, &before, &after);
            Some(view! { <details><summary>{t!(lang, "takeover-text")}</summary><div class="stack">{whole}</div></details> }.into_any())
        }
    };
    view! {
        <li class="item">
            <h3 class="item-title">{title}</h3>
            <p class="meta"><span class="takeover-own">{sign(mark(own))}" "{lang.of("takeover-own", own.as_str())}</span></p>
            {differs}
        </li>
    }
    .into_any()
}

/// What a part is called: a preamble by its language.
pub fn named(lang: Lang, kind: Kind, words: Option<&Words>) -> String {
    let title = words.map(|words| words.title.clone()).unwrap_or_default();
    match (kind, Lang::parse(&title)) {
        (Kind::Preamble, _) if title == EASY => t!(lang, "takeover-preamble-easy"),
        (Kind::Preamble, Some(tongue)) => t!(lang, "takeover-preamble-in", tag = tongue.own_name()),
        (Kind::Preamble, None) => t!(lang, "takeover-preamble-in", tag = title),
        _ => title,
    }
}

/// The words as the diff takes them. A preamble's title is a language and never changes.
fn written(kind: Kind, words: Option<&Words>) -> Written {
    let Words { title, body, easy } = words.cloned().unwrap_or_default();
    Written { title: if kind == Kind::Preamble { String::new() } else { title }, body, easy, note: String::new() }
}
