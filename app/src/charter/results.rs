//! What came out: the verdict, article by article and college by college, with the numbers it rests on.

use domain::charter::{
    ratification::{ArticleProof, Say},
    rules::Way,
};
use leptos::prelude::*;
use store::{
    Conn,
    charter::Article,
    round::{Entry, Round},
};

use super::{
    decision,
    loaded::{Charter, address, drawn, number},
    missing::{missing, title, verdict_notice},
    stance,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{self, chart::patterns, sign},
    visit::Visit,
};

/// What came out, by college. The caller has seen to it that the person may see it at this time.
pub async fn results(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let charter = Charter::load(c, round.id, entry, None, visit.now).await?;
    let (lang, state) = (visit.lang, entry.calendar.state(visit.now));
    let verdict = verdict_notice(lang, &charter, state);
    if charter.articles.is_empty() {
        return Ok(verdict);
    }
    let articles = charter.proved().map(|(article, proof)| of_article(lang, &charter, article, proof)).collect_view();
    let whole = charter.proof.whole.as_ref().map(|whole| {
        let caption = t!(lang, "ratification-of-whole");
        view! {
            {stance::chart(lang, &charter, &whole.says, t!(lang, "whole-chart-caption"))}
            {counted(lang, &charter, &whole.says, caption)}
            <p>{t!(lang, "whole-articles-show")}</p>
        }
    });
    let lacking = (!charter.proof.ratified).then(|| {
        view! {
            <section class="stack" aria-labelledby="lacking"><h3 id="lacking">{title(lang, &charter, state)}</h3>{missing(lang, &charter)}</section>
        }
    });
    Ok(view! {
        {patterns()}
        <p class="no-print"><a href=format!("/r/{}/account", round.id)>{t!(lang, "consultation-title")}</a></p>
        <section class="stack">
            {verdict}
            {decision::words(lang, &charter)}
            {whole}
            {overview(lang, &charter)}
        </section>
        {lacking}
        <section class="stack is-loose" aria-labelledby="by-article">
            <h3 id="by-article">{t!(lang, "charter-by-article")}</h3>
            {articles}
        </section>
    }
    .into_any())
}

fn mark(lang: Lang, met: bool) -> AnyView {
    if met {
        view! { <span class="met">{sign("met")}{t!(lang, "ratification-met")}</span> }.into_any()
    } else {
        view! { <span class="not-met">{sign("not-met")}{t!(lang, "ratification-not-met")}</span> }.into_any()
    }
}

fn table(class: &'static str, caption: String, head: AnyView, body: AnyView) -> AnyView {
    let label = caption.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class=class><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>
        </div>
    }
    .into_any()
}

/// A row per article, a column per college.
fn overview(lang: Lang, charter: &Charter) -> AnyView {
    let colleges = charter.frame.bodies(charter.colleges.iter().map(|college| college.id)).into_iter().map(|body| {
        let (kind, name) = drawn(lang, charter, body);
        view! { <th scope="col">{ui::college_plain(lang, kind, &name)}</th> }
    });
    let head = view! {
        <th scope="col">{t!(lang, "ratification-article")}</th>{colleges.collect_view()}<th scope="col">{t!(lang, "ratification-result")}</th>
    };
    let rows = charter
        .proved()
        .map(|(article, proof)| {
            let cells = proof.says.iter().map(|say| view! { <td>{mark(lang, say.carries())}</td> }).collect_view();
            view! {
                <tr><th scope="row"><a href=address(article.id)>{number(lang, article)}</a></th>{cells}<td><strong>{mark(lang, proof.ratified)}</strong></td></tr>
            }
        })
        .collect_view();
    table("table", t!(lang, "ratification-caption"), head.into_any(), rows.into_any())
}

/// The counts of some, a row each.
fn counted(lang: Lang, charter: &Charter, says: &[Say], caption: String) -> AnyView {
    let rows = says.iter().map(|say| row(lang, charter, say)).collect_view();
    let head = view! {
        <th scope="col">{t!(lang, "college")}</th><th scope="col">{t!(lang, "ratification-quorum")}</th>
        <th scope="col">{t!(lang, "ratification-threshold")}</th><th scope="col">{t!(lang, "ratification-result")}</th>
    };
    table("table ratification", caption, head.into_any(), rows.into_any())
}

fn of_article(lang: Lang, charter: &Charter, article: &Article, proof: &ArticleProof) -> AnyView {
    let title = t!(lang, "article-turn", n = article.position, title = article.version.title.clone());
    let caption = t!(lang, "ratification-of-article", n = article.position, version = article.version.number);
    view! {
        <section class="stack">
            <h4 dir="auto"><a href=address(article.id)>{title}</a></h4>
            {stance::chart(lang, charter, &proof.says, t!(lang, "charter-chart-caption", n = article.position))}
            {counted(lang, charter, &proof.says, caption)}
        </section>
    }
    .into_any()
}

/// The proof for one college: what there was, what was needed.
fn row(lang: Lang, charter: &Charter, say: &Say) -> AnyView {
    let (kind, name) = drawn(lang, charter, say.body);
    let (quorum, threshold) = if say.is_missing() {
        (view! { <td>{t!(lang, "ratification-nobody")}</td> }.into_any(), view! { <td></td> }.into_any())
    } else {
        let quorum = t!(lang, "ratification-took", all = say.counts.all(), members = say.members, needed = say.quorum);
        let threshold = if say.way == Way::Consent {
            t!(lang, "ratification-objections", n = say.blocking, agree = say.counts.agree())
        } else if say.counts.spoke() == 0 {
            t!(lang, "ratification-silent")
        } else {
            t!(lang, "ratification-agree", agree = say.counts.agree(), spoke = say.counts.spoke(), needed = say.threshold)
        };
        (
            view! { <td>{quorum} " " {mark(lang, say.has_quorum())}</td> }.into_any(),
            view! { <td>{threshold} " " {mark(lang, say.agrees())}</td> }.into_any(),
        )
    };
    view! { <tr><th scope="row">{ui::college_plain(lang, kind, &name)}</th>{quorum}{threshold}<td>{mark(lang, say.carries())}</td></tr> }
        .into_any()
}
