//! `/charters`: every charter that a public process has adopted.

use domain::{
    access::Act,
    charter::status::{Adopted, status},
    round::State,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::charter::Registered;

use super::super::{decision::badge, takeover};
use crate::{
    i18n::t,
    ui::{
        date::{civil, day_view, iso_day},
        empty, page,
        page::query,
        translated_line,
    },
    visit::Visit,
};

/// Charters on one page.
const SHOWN: i64 = 50;

#[component]
pub fn RegisterPage() -> impl IntoView {
    let number = query("page").and_then(|n| n.parse::<i64>().ok()).unwrap_or(1).clamp(1, 100_000);
    page(move |visit| async move {
        visit.allow(Act::RegisterPage)?;
        let lang = visit.lang;
        let mut found = store::charter::register(&mut visit.read().await?, SHOWN + 1, (number - 1) * SHOWN).await?;
        let more = found.len() as i64 > SHOWN;
        found.truncate(SHOWN as usize);
        let title = t!(lang, "register-title");
        let list = if found.is_empty() {
            empty(t!(lang, "register-empty"), t!(lang, "register-empty-words"))
        } else {
            let rows = found.iter().map(|row| registered(&visit, row)).collect_view();
            view! { <ol class="items register">{rows}</ol> }.into_any()
        };
        let turn = |n: i64, words: String, rel: &'static str| view! { <a rel=rel href=format!("/charters?page={n}")>{words}</a> };
        let turns = (more || number > 1).then(|| {
            let before = (number > 1).then(|| turn(number - 1, t!(lang, "register-newer"), "prev"));
            let after = more.then(|| turn(number + 1, t!(lang, "register-older"), "next"));
            view! { <nav class="pagination" aria-label=t!(lang, "register-title")>{before}{after}</nav> }
        });
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                <header class="title-block"><h1>{title}</h1><p class="lead">{t!(lang, "register-lead")}</p></header>
                {list}
                {turns}
            </div>
        })
    })
}

fn registered(visit: &Visit, row: &Registered) -> AnyView {
    let lang = visit.lang;
    let adopted = Adopted { review_on: row.review_on.as_deref(), signed: row.signatures > 0, replaced: row.replaced };
    let today = iso_day(visit.now, &visit.services.site.zone);
    let status = status(State::Published, true, true, Some(adopted), &today);
    let review = row.review_on.as_deref().map(|day| civil(lang, day)).unwrap_or_else(|| t!(lang, "signatures-no-review"));
    view! {
        <li class="item">
            <h2 class="item-title"><a href=format!("/r/{}/signatures", row.round_id)>{translated_line(lang, &row.title)}</a></h2>
            <p class="meta">{badge(lang, status)}<a href=format!("/t/{}", row.territory_id)>{row.territory.clone()}</a>
                <span>{translated_line(lang, &row.process)}</span></p>
            <dl class="facts">
                <div><dt>{t!(lang, "signatures-adopted-on")}</dt><dd>{day_view(visit, row.adopted_at)}</dd></div>
                <div><dt>{t!(lang, "signatures-review")}</dt><dd>{review}</dd></div>
                <div><dt>{t!(lang, "signatures-list")}</dt><dd>{t!(lang, "register-signatures", n = row.signatures)}</dd></div>
                <div><dt>{t!(lang, "signatures-hash")}</dt><dd><code class="hash">{row.hash.clone()}</code></dd></div>
            </dl>
            <p class="actions">{takeover::link(visit, row.round_id, row.title.text(lang.tag()))}</p>
        </li>
    }
    .into_any()
}
