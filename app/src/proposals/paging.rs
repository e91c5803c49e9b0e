//! Lists in pages, and what the address asks of them.

use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    visit::Visit,
};

/// A value in the query of the address. For identifiers, numbers and single words: nothing is decoded.
pub fn asked<'v>(visit: &'v Visit, name: &str) -> Option<&'v str> {
    value(&visit.path, name)
}

fn value<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let (_, query) = path.split_once('?')?;
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The page asked for, from 0. People count from 1.
pub fn page(visit: &Visit) -> i64 {
    asked(visit, "page").and_then(|n| n.parse::<i64>().ok()).unwrap_or(1).saturating_sub(1).max(0)
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

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn reads_the_address() {
        assert_eq!(value("/r/1?sort=support&page=2", "page"), Some("2"));
        assert_eq!(value("/r/1?sort=support&page=2", "ort"), None);
        assert_eq!(value("/r/1", "page"), None);
    }
}
