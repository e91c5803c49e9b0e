//! Where the ratification stands and what it still needs, in words, college by college.

use domain::{
    charter::ratification::{Gap, Say},
    round::State,
};
use leptos::prelude::*;
use store::{charter::Article, process::College};

use super::loaded::{Charter, address, number};
use crate::{
    i18n::{Lang, t},
    ui::{college, notice},
};

/// The verdict in a sentence: as it stands while the round is open, for good once it is closed.
pub fn verdict(lang: Lang, charter: &Charter, state: State) -> String {
    let (n, done) = (charter.articles.len(), charter.proof.ratified_articles());
    let over = matches!(state, State::Closed | State::Published);
    match (charter.proof.ratified, over) {
        _ if n == 0 => t!(lang, "charter-no-article"),
        (true, true) => t!(lang, "charter-ratified", n = n),
        (true, false) => t!(lang, "charter-ratified-so-far", n = n),
        (false, true) => t!(lang, "charter-not-ratified", n = n, done = done),
        (false, false) => t!(lang, "charter-not-yet-ratified", n = n, done = done),
    }
}

/// The heading over what each college lacks, or lacked.
pub fn title(lang: Lang, state: State) -> String {
    if matches!(state, State::Closed | State::Published) { t!(lang, "charter-missed-title") } else { t!(lang, "charter-missing-title") }
}

/// The verdict as a message.
pub fn verdict_notice(lang: Lang, charter: &Charter, state: State) -> AnyView {
    let kind = match (charter.proof.ratified, state) {
        (true, _) => "success",
        (false, State::Closed | State::Published) => "warning",
        (false, _) => "info",
    };
    notice(kind, verdict(lang, charter, state))
}

/// How the charter is decided.
pub fn rule(lang: Lang, charter: &Charter) -> String {
    t!(lang, "charter-rule", quorum = charter.frame.quorum_percent, threshold = charter.frame.threshold_percent)
}

/// What each college has not given yet.
pub fn missing(lang: Lang, charter: &Charter) -> AnyView {
    if charter.articles.is_empty() {
        return ().into_any();
    }
    let colleges = charter.colleges.iter().map(|college| of_college(lang, charter, college)).collect_view();
    view! { <ul class="items">{colleges}</ul> }.into_any()
}

fn of_college(lang: Lang, charter: &Charter, of: &College) -> AnyView {
    let name = college(lang, of.kind, &of.name);
    if of.members == 0 {
        return view! { <li class="item"><p>{name}</p><p>{t!(lang, "charter-gap-missing")}</p></li> }.into_any();
    }
    let rows: Vec<AnyView> = charter
        .proved()
        .filter_map(|(article, proof)| proof.says.iter().find(|say| say.college == of.id && !say.carries()).map(|say| (article, say)))
        .map(|(article, say)| row(lang, article, say))
        .collect();
    if rows.is_empty() {
        return view! { <li class="item"><p>{name}</p><p>{t!(lang, "charter-gap-none")}</p></li> }.into_any();
    }
    let summary = t!(lang, "charter-gap-some", n = rows.len(), all = charter.articles.len());
    view! { <li class="item"><p>{name}</p><details><summary>{summary}</summary><ul>{rows}</ul></details></li> }.into_any()
}

fn row(lang: Lang, article: &Article, say: &Say) -> AnyView {
    let words = say.gaps().into_iter().map(|gap| gap_words(lang, gap, say)).collect::<Vec<_>>().join(" ");
    view! { <li><a href=address(article.id)>{number(lang, article)}</a><br/>{words}</li> }.into_any()
}

/// One thing that is missing, as a sentence.
pub fn gap_words(lang: Lang, gap: Gap, say: &Say) -> String {
    match gap {
        Gap::Missing => t!(lang, "charter-gap-missing"),
        Gap::Quorum(n) => t!(lang, "charter-gap-quorum", n = n),
        Gap::Silence => t!(lang, "charter-gap-silence"),
        Gap::Threshold => {
            t!(lang, "charter-gap-threshold", agree = say.counts.agree(), spoke = say.counts.spoke(), needed = say.threshold)
        }
    }
}
