//! The journal of administrative acts, for the administrator to read and check.

use domain::access::Act;
use leptos::prelude::*;
use leptos_meta::Title;
use serde_json::Value;
use store::journal::Told;

use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{
        crumbs,
        date::{moment, moment_view, parse_utc},
        empty, notice, page,
        page::query,
        translated_line,
    },
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
                {(!entries.is_empty()).then_some(chain)}
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
            <p class="small">{facts(visit, &entry.detail)}</p>
        </li>
    }
    .into_any()
}

/// `round.publish` in words; an act of an older version that has none is shown as it is.
fn act_words(lang: Lang, act: &str) -> String {
    known(lang, "act", &act.replace('.', "-")).unwrap_or_else(|| act.to_owned())
}

fn known(lang: Lang, family: &str, word: &str) -> Option<String> {
    let words = lang.of(family, word);
    (words != format!("{family}-{}", word.replace('_', "-"))).then_some(words)
}

/// "titre : Vos besoins · mode : Réponses anonymes". Identifiers, which tell people nothing, stay in the database.
fn facts(visit: &Visit, detail: &str) -> String {
    let Ok(Value::Object(facts)) = serde_json::from_str(detail) else { return detail.to_owned() };
    let facts = facts.iter().filter_map(|(key, value)| {
        let value = fact_words(visit, key, value)?;
        let key = known(visit.lang, "fact", key).unwrap_or_else(|| key.clone());
        Some(t!(visit.lang, "journal-fact", key = key, value = value))
    });
    facts.collect::<Vec<_>>().join(" · ")
}

fn fact_words(visit: &Visit, key: &str, value: &Value) -> Option<String> {
    let lang = visit.lang;
    let families: &[&str] = match key {
        "kind" => &["round-kind", "territory-kind"],
        "mode" => &["mode"],
        "state" => &["round-state"],
        "visibility" => &["visibility"],
        "outcome" => &["outcome"],
        "cause" => &["cause"],
        "ending" => &["ending"],
        "committee" => &["committee-name"],
        _ => &[],
    };
    match value {
        Value::Bool(true) => Some(t!(lang, "fact-yes")),
        Value::Bool(false) => Some(t!(lang, "fact-no")),
        Value::String(word) if word.parse::<store::Uuid>().is_ok() => None,
        Value::String(word) => Some(
            families
                .iter()
                .find_map(|family| known(lang, family, word))
                .or_else(|| parse_utc(word).map(|at| moment(lang, at, &visit.services.site.zone)))
                .unwrap_or_else(|| word.clone()),
        ),
        Value::Array(words) => Some(words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_read_as_words_and_unknown_ones_as_they_are() {
        assert_ne!(act_words(Lang::Fr, "round.publish"), "round.publish");
        assert_eq!(act_words(Lang::Fr, "moon.land"), "moon.land");
        assert_eq!(known(Lang::En, "outcome", "not_retained").as_deref(), Some("Not retained"));
    }
}
