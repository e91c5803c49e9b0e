//! Pages of the administrator.

use domain::{access::Act, process::TerritoryKind};
use leptos::prelude::*;
use leptos_meta::Title;
use store::process::{Overview, Territory};

pub use super::journal::JournalPage;
use super::{api::Imported, journal::chain, territories};
use crate::{
    i18n::t,
    process::{edit::saved_notice, home::pages},
    ui::{Form, notice, page, page::query, translated_line},
    visit::Visit,
};

/// Processes on one page.
const PAGE: i64 = 50;

#[component]
pub fn AdminPage() -> impl IntoView {
    let saved = query("saved").is_some();
    let number: i64 = query("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    page(move |visit| async move {
        visit.allow(Act::AdminPage)?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let counts = store::admin::counts(&mut c).await?;
        let mut processes = store::process::every(&mut c, PAGE + 1, (number - 1) * PAGE).await?;
        let more = i64::try_from(processes.len()).is_ok_and(|n| n > PAGE);
        processes.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let all = store::process::territories(&mut c).await?;
        let chain = chain(lang, store::journal::verify(&mut c).await)?;
        let imported = visit.answered.as_ref().and_then(|answered| answered.shown::<Imported>(Act::ImportTerritories));
        let imported =
            imported.map(|done| notice("success", t!(lang, "territories-imported", added = done.added, corrected = done.corrected)));
        Ok(view! {
            <Title text=t!(lang, "nav-admin")/>
            <div class="page">
                <header class="title-block"><h1>{t!(lang, "nav-admin")}</h1></header>
                {saved_notice(&visit, saved)}
                {imported}
                <dl class="facts">
                    <div><dt>{t!(lang, "admin-accounts")}</dt><dd>{counts.accounts}</dd></div>
                    <div><dt>{t!(lang, "admin-processes")}</dt><dd>{counts.processes}</dd></div>
                    <div><dt>{t!(lang, "admin-rounds")}</dt><dd>{counts.rounds}</dd></div>
                </dl>
                {chain}
                <p><a href="/admin/journal">{t!(lang, "journal-read")}</a></p>
                <h2>{t!(lang, "admin-processes")}</h2>
                <p class="actions"><a class="button is-primary" href="/new-process">{t!(lang, "process-new")}</a></p>
                {list(&visit, &processes)}
                {pages(lang, "/admin", number, more)}
                <h2>{t!(lang, "territories")}</h2>
                {territories::tree(lang, &all, None).unwrap_or_else(|| notice("info", t!(lang, "territories-none")))}
                <h3>{t!(lang, "territory-new")}</h3>
                {new_territory(&visit, &all)}
                {import(&visit, &all)}
            </div>
        })
    })
}

fn list(visit: &Visit, processes: &[Overview]) -> Option<AnyView> {
    let lang = visit.lang;
    let items: Vec<_> = processes
        .iter()
        .map(|process| {
            let alone = (process.facilitators == 0).then(|| {
                view! {
                    <p class="small">{t!(lang, "admin-no-facilitator")} " "
                        <a href=format!("/p/{}/members", process.id)>{t!(lang, "admin-invite")}</a></p>
                }
            });
            view! {
                <li class="item">
                    <h3 class="item-title"><a href=format!("/p/{}", process.id)>{translated_line(lang, &process.title)}</a></h3>
                    <p class="meta"><span>{process.territory.clone()}</span><span>{lang.of("visibility", process.visibility.as_str())}</span>
                        <span>{t!(lang, "admin-participants", n = process.participants)}</span></p>
                    {alone}
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="items">{items}</ul> }.into_any())
}

/// Many territories at once, from a spreadsheet.
fn import(visit: &Visit, all: &[Territory]) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::ImportTerritories, "list");
    // Only what others may lie in.
    let above: Vec<Territory> = all.iter().filter(|one| one.kind != TerritoryKind::District).cloned().collect();
    let mut parents = vec![(String::new(), t!(lang, "territory-alone"))];
    parents.extend(territories::options(&above));
    let inside = view! {
        {form.text("file", t!(lang, "import-file")).kind("file").optional().hint(t!(lang, "import-file-hint")).view()}
        {form.area("text", t!(lang, "import-text")).rows(6).optional().hint(t!(lang, "import-text-hint")).view()}
        {form.select("parent", t!(lang, "territories-beneath"), parents, "")}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "territories-import")}</button></p>
    };
    view! {
        <details open=form.refused()><summary>{t!(lang, "territories-many")}</summary>
            <div class="stack"><p>{t!(lang, "territories-import-words")}</p><p><code translate="no">{t!(lang, "territories-header")}</code></p>
                {form.view_with_file(inside)}</div></details>
    }
    .into_any()
}

fn new_territory(visit: &Visit, all: &[Territory]) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::CreateTerritory);
    let kinds = TerritoryKind::ALL.iter().map(|kind| (kind.to_string(), lang.of("territory-kind", kind.as_str()))).collect();
    let mut parents = vec![(String::new(), t!(lang, "territory-alone"))];
    parents.extend(territories::options(all));
    form.view(view! {
        {form.text("name", t!(lang, "territory-name")).view()}
        {form.choices("kind", t!(lang, "territory-which-kind"), kinds, &[TerritoryKind::Municipality.as_str()], false)}
        {form.select("parent", t!(lang, "territory-in"), parents, "")}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "territory-create")}</button></p>
    })
}
