//! Amendments: proposed by people of the colleges, spoken of by them, decided by facilitators.

pub mod api;
mod list;
mod page;
mod places;
mod propose;
mod settle;
mod support;

pub use list::{of_article, of_round};
pub use page::AmendmentPage;
pub use propose::{AmendPage, NewArticlePage};

use domain::{
    Refusal,
    access::Who,
    charter::{
        amendment::{Kind, State},
        article::Words,
        merge::{joined, merge},
    },
    id::AmendmentId,
};
use leptos::prelude::*;
use store::charter::{Amendment, Article};

use crate::{
    i18n::{Lang, t},
    ui::sign,
};

/// What moderation has hidden is there for its author and for those who read hidden texts, and for nobody else.
fn must_be_readable(amendment: &Amendment, who: &Who) -> Result<(), Refusal> {
    if amendment.hidden_reason.is_none() || who.reads_hidden() || who.account == Some(amendment.author_id) {
        Ok(())
    } else {
        Err(Refusal::not_found())
    }
}

/// The address of an amendment's page.
pub fn address(id: AmendmentId) -> String {
    format!("/amendment/{id}")
}

/// A state: a word and a sign.
fn badge(lang: Lang, state: State) -> AnyView {
    let mark = match state {
        State::Submitted => "announced",
        State::Recommended => "published",
        State::Accepted => "success",
        State::Partly => "partly",
        State::Rejected => "not-met",
        State::Withdrawn => "remove",
    };
    view! { <span class="badge">{sign(mark)}{lang.of("amendment-state", state.as_str())}</span> }.into_any()
}

/// What an amendment proposes, in one line.
fn headline(lang: Lang, amendment: &Amendment, article: Option<&Article>) -> String {
    let of_article = article.map(|article| article.version.title.clone()).unwrap_or_default();
    match amendment.kind {
        Kind::Change => t!(lang, "amendment-of", title = of_article),
        Kind::Addition => t!(lang, "amendment-new", title = amendment.title.clone()),
        Kind::Deletion => t!(lang, "amendment-without", title = of_article),
        Kind::Move => t!(lang, "amendment-elsewhere", title = of_article),
    }
}

/// The proposed words beside those they are proposed against: an amendment says nothing of the easy-to-read version.
fn proposed(amendment: &Amendment, base: &Words) -> Words {
    Words { title: amendment.title.clone(), body: amendment.body.clone(), easy: base.easy.clone(), note: String::new() }
}

/// What comes of `base` changed to `now` and to `proposed` at once; none where both changed the same passage.
fn merged(base: &Words, now: &Words, proposed: &Words) -> Option<(String, String)> {
    let both = |base: &str, now: &str, proposed: &str| {
        let parts = merge(base, now, proposed);
        parts.iter().all(|part| part.settled().is_some()).then(|| joined(&parts))
    };
    Some((both(&base.title, &now.title, &proposed.title)?, both(&base.body, &now.body, &proposed.body)?))
}
