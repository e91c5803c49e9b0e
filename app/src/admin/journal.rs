//! The journal of administrative acts, for the administrator to read and check.

use domain::access::Act;
use leptos::prelude::*;
use leptos_meta::Title;
use store::journal::Told;

use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{crumbs, date::moment_view, empty, notice, page, page::query, translated_line},
    visit::Visit,
};

const PAGE: i64 = 50;

#[component]
pub fn JournalPage() -> impl IntoView {
    let before: Option<i64> = query("before").and_then(|before| before.parse().ok());
    page(move |visit| async move {
        visit.allow(Act::JournalPage)?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let chain = chain(lang, store::journal::verify(&mut c).await)?;
        let entries = store::journal::page(&mut c, before, PAGE).await?;
        let older = entries.last().map(|entry| entry.seq).filter(|seq| *seq > 1);
        let older = older.map(|seq| view! { <a rel="next" href=format!("/admin/journal?before={seq}")>{t!(lang, "journal-older")}</a> });
        let newest = before.map(|_| view! { <a rel="prev" href="/admin/journal">{t!(lang, "journal-newest")}</a> });
        let list = if entries.is_empty() {
            empty(t!(lang, "journal-empty"), t!(lang, "journal-empty-words"))
        } else {
            let items = entries.iter().map(|entry| item(&visit, entry)).collect_view();
            view! { <ul class="items">{items}</ul> }.into_any()
        };
        Ok(view! {
            <Title text=t!(lang, "journal")/>
            <div class="page">
                {crumbs(lang, vec![("/admin".to_owned(), t!(lang, "nav-admin"))], t!(lang, "journal"))}
                <header class="title-block"><h1>{t!(lang, "journal")}</h1><p class="lead">{t!(lang, "journal-lead")}</p></header>
                {chain}
                {list}
                <nav class="pagination" aria-label=t!(lang, "pages")>{newest}{older}</nav>
            </div>
        })
    })
}

/// What the check of the chain found, in words.
pub fn chain(lang: Lang, checked: Result<i64, store::Error>) -> Result<AnyView, AppError> {
    match checked {
        Ok(n) => Ok(notice("success", t!(lang, "journal-whole", n = n))),
        Err(store::Error::Journal(seq)) => Ok(notice("error", t!(lang, "journal-broken", n = seq))),
        Err(error) => Err(error.into()),
    }
}

fn item(visit: &Visit, entry: &Told) -> AnyView {
    let lang = visit.lang;
    let actor = entry.actor.clone().unwrap_or_else(|| t!(lang, "journal-nobody"));
    let process = entry.process_id.zip(entry.process.as_ref()).map(|(id, title)| {
        view! { <span><a href=format!("/p/{id}")>{translated_line(lang, title)}</a></span> }
    });
    view! {
        <li class="item">
            <p><strong>{act_words(lang, &entry.act)}</strong></p>
            <p class="meta"><span>{t!(lang, "journal-number", n = entry.seq)}</span><span>{moment_view(visit, entry.at)}</span>
                <span><bdi>{actor}</bdi></span>{process}</p>
            <p class="small">{facts(&entry.detail)}</p>
        </li>
    }
    .into_any()
}

/// `round.publish` in words; an act of an older version that has none is shown as it is.
fn act_words(lang: Lang, act: &str) -> String {
    let word = act.replace('.', "-");
    let words = lang.of("act", &word);
    if words == format!("act-{word}") { act.to_owned() } else { words }
}

/// "title: Vos besoins · mode: anonymous".
fn facts(detail: &str) -> String {
    let Ok(serde_json::Value::Object(facts)) = serde_json::from_str(detail) else { return detail.to_owned() };
    let fact = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    facts.iter().map(|(key, value)| format!("{key}: {}", fact(value))).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_read_as_words_and_unknown_ones_as_they_are() {
        assert_ne!(act_words(Lang::Fr, "round.publish"), "round.publish");
        assert_eq!(act_words(Lang::Fr, "moon.land"), "moon.land");
        assert_eq!(facts(r#"{"mode":"named","n":2}"#), "mode: named · n: 2");
    }
}
