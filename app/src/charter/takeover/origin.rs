//! On a charter's own pages: where it comes from, and who took it over.

use domain::{access::Act, charter::article::may_draft, id::RoundId};
use leptos::prelude::*;
use store::{Conn, charter, round::Entry};

use super::{
    edit::{changed_notice, words},
    loaded::{Copy, remerge},
};
use crate::{
    AppError,
    i18n::t,
    ui::{date::day_view, translated_line},
    visit::Visit,
};

/// Copies that one page lists.
const LISTED: i64 = 50;

/// The line under a charter that was taken over; for a facilitator who may write it, whether its source has changed.
pub async fn origin(visit: &Visit, c: &mut Conn, round: RoundId, entry: &Entry, frozen: bool) -> Result<Option<AnyView>, AppError> {
    let Some(copy) = Copy::load(c, round).await? else { return Ok(None) };
    let writes = entry.who.may(Act::SourceMergePage) && may_draft(entry.kind, &entry.calendar, frozen, visit.now).is_ok();
    let changed = if writes { remerge(c, &copy).await?.map(|found| changed_notice(visit, round, &found.source)) } else { None };
    let see = t!(visit.lang, "takeover-see");
    Ok(Some(
        view! { <div class="stack is-tight takeover">{changed}<p>{words(visit, &copy)}" "<a href=format!("/r/{round}/source")>{see}</a></p></div> }
            .into_any(),
    ))
}

/// Who took this charter over, of those that anybody may read.
pub async fn copies(visit: &Visit, c: &mut Conn, round: RoundId) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let found = charter::copies(c, round, LISTED).await?;
    if found.is_empty() {
        return Ok(None);
    }
    let rows = found.iter().map(|copy| {
        view! {
            <li><bdi>{copy.territory.clone()}</bdi>" : "<a href=format!("/r/{}", copy.round_id)>{translated_line(lang, &copy.title)}</a>
                " ("{t!(lang, "takeover-taken-on")}" "{day_view(visit, copy.taken_at)}")"</li>
        }
    });
    Ok(Some(
        view! {
            <section class="stack is-tight" aria-labelledby="copies">
                <h2 id="copies">{t!(lang, "takeover-copies", n = found.len())}</h2>
                <ul class="takeover-copies">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    ))
}
