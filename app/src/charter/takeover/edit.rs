//! On a charter's edit page: an adopted charter to begin with, or where this one comes from and whether that has changed.

use domain::{access::Act, charter::takeover::may_take_over, id::RoundId};
use leptos::prelude::*;
use store::{Conn, charter, charter::Registered, round::Entry};

use super::loaded::{Copy, remerge};
use crate::{
    AppError,
    i18n::t,
    ui::{
        Form,
        date::{day, day_view},
        notice, translated_line,
    },
    visit::Visit,
};

/// Charters that are offered; the register has the others, each with its way here.
const OFFERED: i64 = 100;

/// The section; nothing where there is neither a source nor room for one. `drafting`: the text may be written.
pub async fn edit(
    visit: &Visit,
    c: &mut Conn,
    round: RoundId,
    entry: &Entry,
    articles: usize,
    drafting: bool,
) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let inside = match Copy::load(c, round).await? {
        Some(copy) => {
            let changed = if drafting { remerge(c, &copy).await? } else { None };
            let changed = changed.map(|found| changed_notice(visit, round, &found.source));
            view! {
                {changed}
                <p>{words(visit, &copy)}</p>
                {copy.takeover.bars_left.then(|| notice("info", t!(lang, "takeover-bars-left")))}
                <p class="actions"><a class="button is-secondary" href=format!("/r/{round}/source")>{t!(lang, "takeover-see")}</a></p>
            }
            .into_any()
        }
        None if drafting && may_take_over(entry.kind, &entry.calendar, articles, false, visit.now).is_ok() => {
            let offered = charter::register(c, OFFERED, 0).await?;
            if offered.is_empty() {
                return Ok(None);
            }
            choose(visit, round, &offered)
        }
        None => return Ok(None),
    };
    let title = t!(lang, "takeover-title");
    Ok(Some(view! { <section class="stack" aria-labelledby="source"><h3 id="source">{title}</h3>{inside}</section> }.into_any()))
}

fn choose(visit: &Visit, round: RoundId, offered: &[Registered]) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::TakeOver, "takeover");
    let mut options = vec![(String::new(), t!(lang, "takeover-choose"))];
    options.extend(offered.iter().map(|row| {
        let on = day(lang, row.adopted_at, &visit.services.site.zone);
        (row.round_id.to_string(), format!("{} · {} · {on}", row.territory, row.title.text(lang.tag())))
    }));
    let fields = view! {
        {form.hidden("round", round)}
        <p>{t!(lang, "takeover-words")}</p>
        {form.select("source", t!(lang, "takeover-source"), options, "")}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "takeover-send")}</button>
            <a class="button is-quiet" href="/charters">{t!(lang, "register-title")}</a></p>
    };
    let open = form.refused();
    view! { <details open=open><summary>{t!(lang, "takeover-begin")}</summary>{form.view(fields)}</details> }.into_any()
}

/// "Taken over from X, with N changes of its own."
pub fn words(visit: &Visit, copy: &Copy) -> AnyView {
    let lang = visit.lang;
    let takeover = &copy.takeover;
    let title = translated_line(lang, &takeover.title);
    let title = if takeover.readable { view! { <a href=format!("/r/{}", takeover.source_id)>{title}</a> }.into_any() } else { title };
    view! {
        {t!(lang, "takeover-from")}" "<strong>{title}</strong>" ("<bdi>{takeover.territory.clone()}</bdi>", "
        {t!(lang, "takeover-adopted-on")}" "{day_view(visit, takeover.adopted_at)}"), "
        {t!(lang, "takeover-changes", n = copy.changes())}
    }
    .into_any()
}

/// The source was adopted anew, and a facilitator may take its changes in.
pub fn changed_notice(visit: &Visit, round: RoundId, source: &Registered) -> AnyView {
    let lang = visit.lang;
    notice(
        "warning",
        view! {
            <strong>{t!(lang, "takeover-changed")}</strong>" "
            {t!(lang, "takeover-changed-on")}" "{day_view(visit, source.adopted_at)}". "
            <a href=format!("/r/{round}/source/merge")>{t!(lang, "takeover-remerge")}</a>
        },
    )
}
