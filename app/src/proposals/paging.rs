//! Lists in pages, and what the address asks of them.

use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    visit::Visit,
};

/// The page asked for, from 0. People count from 1.
pub fn page(visit: &Visit) -> i64 {
    visit.asked("page").and_then(|n| n.parse::<i64>().ok()).unwrap_or(1).saturating_sub(1).max(0)
}

/// Links to the pages before and after, if there is more than one. `base` ends with `?` or `&`.
pub fn pagination(lang: Lang, base: &str, page: i64, items: i64, per_page: i64) -> Option<AnyView> {
    let pages = (items + per_page - 1) / per_page.max(1);
    if pages < 2 {
        return None;
    }
    let link = |n: i64| format!("{base}page={n}");
    let before = (page > 0).then(|| view! { <a rel="prev" href=link(page.min(pages))>{t!(lang, "pages-before")}</a> });
    let after = (page + 1 < pages).then(|| view! { <a rel="next" href=link(page + 2)>{t!(lang, "pages-after")}</a> });
    Some(
        view! {
            <nav class="pagination" aria-label=t!(lang, "pages")>
                {before}<span>{t!(lang, "pages-here", page = page + 1, pages = pages)}</span>{after}
            </nav>
        }
        .into_any(),
    )
}
