//! Where the ratification stands and what it still needs, in words, college by college.

use domain::{
    charter::{
        ratification::{Gap, Say},
        rules::Body,
    },
    round::State,
};
use leptos::prelude::*;
use store::charter::Article;

use super::loaded::{Charter, address, body_view, number};
use crate::{
    i18n::{Lang, t},
    ui::notice,
};

/// The verdict in a sentence: as it stands while the round is open, for good once it is closed.
pub fn verdict(lang: Lang, charter: &Charter, state: State) -> String {
    let (n, done) = (charter.articles.len(), charter.proof.ratified_articles());
    let over = matches!(state, State::Closed | State::Published);
    if charter.proof.whole.is_some() && n > 0 {
        return match (charter.proof.ratified, over, charter.frozen().is_some()) {
            (true, true, _) => t!(lang, "whole-ratified"),
            (true, false, _) => t!(lang, "whole-ratified-so-far"),
            (false, true, _) => t!(lang, "whole-not-ratified"),
            (false, false, true) => t!(lang, "whole-not-yet-ratified"),
            (false, false, false) => t!(lang, "whole-not-yet"),
        };
    }
    match (charter.proof.ratified, over) {
        _ if n == 0 => t!(lang, "charter-no-article"),
        (true, true) => t!(lang, "charter-ratified", n = n),
        (true, false) => t!(lang, "charter-ratified-so-far", n = n),
        (false, true) => t!(lang, "charter-not-ratified", n = n, done = done),
        (false, false) => t!(lang, "charter-not-yet-ratified", n = n, done = done),
    }
}

/// The heading over what each college lacks, or lacked; where nothing was lacking, over what each accepted.
pub fn title(lang: Lang, charter: &Charter, state: State) -> String {
    match (state, charter.proof.ratified) {
        (State::Closed | State::Published, true) => t!(lang, "charter-accepted-title"),
        (State::Closed | State::Published, false) => t!(lang, "charter-missed-title"),
        _ => t!(lang, "charter-missing-title"),
    }
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

/// What each college and committee has not given yet.
pub fn missing(lang: Lang, charter: &Charter) -> AnyView {
    if charter.articles.is_empty() {
        return ().into_any();
    }
    let bodies = charter.frame.bodies(charter.colleges.iter().map(|college| college.id));
    let lines = bodies.into_iter().map(|body| of_body(lang, charter, body)).collect_view();
    view! { <ul class="items">{lines}</ul> }.into_any()
}

fn of_body(lang: Lang, charter: &Charter, body: Body) -> AnyView {
    let name = || body_view(lang, charter, body);
    let line = |words: String| view! { <li class="item"><p>{name()}</p><p>{words}</p></li> }.into_any();
    let says = |says: &[Say]| says.iter().find(|say| say.body == body).copied();
    // On the whole there is one thing to say.
    if let Some(whole) = &charter.proof.whole {
        return match says(&whole.says) {
            Some(say) if say.carries() => line(t!(lang, "whole-gap-none")),
            Some(say) => line(gaps(lang, &say)),
            None => ().into_any(),
        };
    }
    let lacking: Vec<(&Article, Say)> =
        charter.proved().filter_map(|(article, proof)| says(&proof.says).filter(|say| !say.carries()).map(|say| (article, say))).collect();
    match lacking.first() {
        None => line(t!(lang, "charter-gap-none")),
        Some((_, say)) if say.is_missing() => line(gaps(lang, say)),
        Some(_) => {
            let summary = t!(lang, "charter-gap-some", n = lacking.len(), all = charter.articles.len());
            let rows = lacking.iter().map(|(article, say)| row(lang, article, say)).collect_view();
            view! { <li class="item"><p>{name()}</p><details><summary>{summary}</summary><ul>{rows}</ul></details></li> }.into_any()
        }
    }
}

fn row(lang: Lang, article: &Article, say: &Say) -> AnyView {
    view! { <li><a href=address(article.id)>{number(lang, article)}</a><br/>{gaps(lang, say)}</li> }.into_any()
}

/// All that is missing, as sentences.
pub fn gaps(lang: Lang, say: &Say) -> String {
    say.gaps().into_iter().map(|gap| gap_words(lang, gap, say)).collect::<Vec<_>>().join(" ")
}

/// One thing that is missing, as a sentence.
fn gap_words(lang: Lang, gap: Gap, say: &Say) -> String {
    match gap {
        Gap::Missing => match say.body {
            Body::College(_) => t!(lang, "charter-gap-missing"),
            Body::Committee(_) => t!(lang, "charter-gap-missing-committee"),
        },
        Gap::Objections(n) => t!(lang, "charter-gap-objections", n = n),
        Gap::NobodyAgrees => t!(lang, "charter-gap-nobody-agrees"),
        Gap::Quorum(n) => t!(lang, "charter-gap-quorum", n = n),
        Gap::Silence => t!(lang, "charter-gap-silence"),
        Gap::Threshold => {
            t!(lang, "charter-gap-threshold", agree = say.counts.agree(), spoke = say.counts.spoke(), needed = say.threshold)
        }
    }
}
