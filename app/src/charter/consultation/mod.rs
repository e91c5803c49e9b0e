//! `/r/:round/account`: an account of the whole consultation, college by college, made to be printed. Nobody is named in it.

mod account;
mod paper;

use account::{Account, Line};
use domain::{
    Refusal,
    access::Act,
    charter::stance::Stance,
    id::{ArticleId, RoundId},
    round::{RoundKind, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
pub use paper::pdf;
use store::{
    Conn,
    process::{College, Process},
    round::{Entry, Round},
};

use super::{
    loaded::{address, named},
    trace,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    process::{
        counts,
        round::{load, path},
    },
    ui::{self, crumbs, notice, page, page::param, paragraphs, sign, translated_line},
    visit::Visit,
};

/// Admits the visitor to the account of a charter round: whoever may read its results.
async fn open(visit: &Visit, c: &mut Conn, act: Act, id: RoundId) -> Result<(Entry, Round, Process, Account), AppError> {
    let (entry, round, process) = load(visit, c, act, id).await?;
    if round.kind != RoundKind::Charter {
        return Err(Refusal::not_found().into());
    }
    entry.calendar.must_show_results(&entry.who, visit.now)?;
    let account = Account::load(c, &round, &entry, visit.now).await?;
    Ok((entry, round, process, account))
}

#[component]
pub fn AccountOfRoundPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process, account) = open(&visit, &mut c, Act::AccountOfRoundPage, id).await?;
        let title = t!(lang, "consultation-title");
        let state = entry.calendar.state(visit.now);
        let early = (state != State::Published).then(|| notice("info", t!(lang, "results-early")));
        let groups =
            counts::groups(&account.charter.colleges, &account.participation, (id, round.kind, round.mode), &entry.calendar, visit.now);
        let colleges = account.charter.colleges.iter().map(|college| of_college(lang, &account, college)).collect_view();
        Ok(view! {
            <Title text=t!(lang, "consultation-of", title = round.title.text(lang.tag()))/>
            <div class="page consultation">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block">
                    <p class="eyebrow">{title}</p>
                    <h1>{translated_line(lang, &round.title)}</h1>
                    <p class="meta">{ui::badge(lang, state)}<span>{process.territory.clone()}</span></p>
                    <p>{t!(lang, "consultation-lead")}</p>
                </header>
                <p class="actions">
                    <a class="button is-secondary" href=format!("/r/{id}/account.pdf") download>{t!(lang, "consultation-file")}</a>
                    <a class="button is-quiet" href=format!("/r/{id}/results")>{t!(lang, "round-results")}</a>
                </p>
                {early}
                {groups.map(|groups| view! {
                    <section class="stack" aria-labelledby="took-part"><h2 id="took-part">{t!(lang, "took-part-title")}</h2>{counts::table(lang, &groups)}</section>
                })}
                <section class="stack" aria-labelledby="overview">
                    <h2 id="overview">{t!(lang, "consultation-overview")}</h2>
                    {overview(lang, &account)}
                </section>
                {colleges}
            </div>
        })
    })
}

/// Rows of numbers, each behind its name.
fn numbers(caption: String, first: String, heads: &[String], rows: impl IntoView) -> AnyView {
    let label = caption.clone();
    let heads = heads.iter().map(|head| view! { <th scope="col" class="num">{head.clone()}</th> }).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table"><caption>{caption}</caption>
                <thead><tr><th scope="col">{first}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn row(name: AnyView, numbers: &[i64]) -> AnyView {
    let cells = numbers.iter().map(|n| view! { <td class="num">{*n}</td> }).collect_view();
    view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
}

fn overview(lang: Lang, account: &Account) -> AnyView {
    let of = |college: &College| row(ui::college_plain(lang, college.kind, &college.name), &account.counts(college));
    let rows = account.charter.colleges.iter().map(of).collect_view();
    numbers(t!(lang, "consultation-overview-caption"), t!(lang, "college"), &Account::counted(lang), rows)
}

fn of_college(lang: Lang, account: &Account, college: &College) -> AnyView {
    let id = format!("college-{}", college.id);
    let (labelled_by, name) = (id.clone(), named(lang, Some(college)));
    let facts =
        account.said(lang, college).into_iter().map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> }).collect_view();
    let changed = account.changed(lang, college);
    let nothing = changed.is_empty().then(|| view! { <p>{t!(lang, "consultation-changed-none")}</p> });
    let part = |title: String, lines: Vec<Line>, href: fn(ArticleId) -> String| {
        (!lines.is_empty()).then(|| view! { <h3>{title}</h3>{list(&lines, href)} })
    };
    let stances = account.stances(lang, college);
    let standing = (!stances.is_empty()).then(|| {
        let rows = stances.into_iter().map(|(article, title, numbers)| row(titled(article, title, address), &numbers)).collect_view();
        let heads: Vec<String> = Stance::ALL.iter().map(|stance| lang.of("stance", stance.as_str())).collect();
        let caption = t!(lang, "consultation-stances-caption", college = name.clone());
        view! { <h3>{t!(lang, "consultation-stances")}</h3>{numbers(caption, t!(lang, "ratification-article"), &heads, rows)} }
    });
    view! {
        <section class="stack consultation-college" aria-labelledby=labelled_by>
            <h2 id=id>{sign(college.kind.as_str())}" "{name}</h2>
            <dl class="facts">{facts}</dl>
            <h3>{t!(lang, "consultation-changed")}</h3>
            {nothing}
            {(!changed.is_empty()).then(|| list(&changed, trace::way))}
            {part(t!(lang, "consultation-refused"), account.refused(lang, college), trace::way)}
            {standing}
            {part(t!(lang, "objections-title"), account.objected(lang, college), address)}
        </section>
    }
    .into_any()
}

fn titled(article: Option<ArticleId>, title: String, href: fn(ArticleId) -> String) -> AnyView {
    match article {
        Some(article) => view! { <a href=href(article)><bdi>{title}</bdi></a> }.into_any(),
        None => view! { <bdi>{title}</bdi> }.into_any(),
    }
}

fn list(lines: &[Line], href: fn(ArticleId) -> String) -> AnyView {
    let items = lines
        .iter()
        .map(|line| {
            let quote = (!line.quote.is_empty()).then(|| view! { <div dir="auto">{paragraphs(&line.quote)}</div> });
            let words = (!line.words.is_empty()).then(|| view! { <blockquote dir="auto">{paragraphs(&line.words)}</blockquote> });
            view! {
                <li class="item"><h4>{titled(line.article, line.title.clone(), href)}</h4>
                    <p class="meta"><span>{line.what.clone()}</span></p>{quote}{words}</li>
            }
        })
        .collect_view();
    view! { <ul class="items">{items}</ul> }.into_any()
}
