//! The facilitator's list of a round's proposals, the hidden ones too.

use domain::{comments::Subject, proposals::PAGE};
use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use super::{
    list::excerpt,
    paging::{page, pagination},
    rules, tally,
};
use crate::{
    AppError,
    i18n::t,
    ui::{date::day_view, sign},
    visit::Visit,
};

/// What a facilitator prepares, under the round's own title, words and calendar: nothing beforehand, answers and moderation later.
pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let rules = rules::edit(visit, c, round, entry).await?;
    let page = page(visit);
    let (total, rows) = store::proposals::list_all(c, round.id, page).await?;
    let items = rows
        .iter()
        .map(|row| {
            let state = match (&row.hidden_reason, row.outcome) {
                (Some(reason), _) => {
                    view! { {sign("lock")} " " {t!(lang, "proposal-hidden-short", reason = excerpt(reason, 120))} }.into_any()
                }
                (None, Some(outcome)) => tally::verdict(lang, outcome),
                (None, None) => view! { {sign("announced")} " " {lang.of("outcome", "pending")} }.into_any(),
            };
            view! {
                <li class="item">
                    <h3 class="item-title" dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h3>
                    <p class="meta">
                        <span>{tally::author(lang, &row.author, row.kind, &row.college)}</span>
                        <span>{day_view(visit, row.created_at)}</span>
                        <span>{t!(lang, "comments-count", n = row.comments)}</span>
                        <span>{state}</span>
                    </p>
                </li>
            }
        })
        .collect_view();
    Ok(view! {
        {rules}
        <section class="stack">
            <p>{t!(lang, "proposals-edit-words")}</p>
            {(total > 0).then(|| view! { <ul class="items">{items}</ul> })}
            {pagination(lang, &format!("/r/{}/edit?", round.id), page, total, PAGE)}
        </section>
    }
    .into_any())
}
