//! Access codes of a process: making cards, printing them, withdrawing one.

use domain::{access::Act, id::ProcessId};
use fast_qr::QRBuilder;
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    code::Batch,
    process::{College, Process},
};

use super::{
    members::{options, tabs, way},
    members_api::Printed,
};
use crate::{
    i18n::{Lang, t},
    shell::brand_mark,
    ui::{Form, college_name, college_plain, empty, notice, page, page::param, page::query},
    visit::Visit,
};

#[component]
pub fn CodesPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    let word = query("done");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::CodesPage, id).await?;
        let colleges = store::process::colleges(&mut c, id).await?;
        let lang = visit.lang;
        if let Some(printed) = visit.answered.as_ref().and_then(|answered| answered.shown::<Printed>(Act::MakeCodes)) {
            return Ok(sheet(&visit, &process, &colleges, printed));
        }
        let batches = store::code::batches(&mut c, id).await?;
        let done =
            (word.as_deref() == Some("withdrawn") && visit.answered.is_none()).then(|| notice("success", t!(lang, "codes-done-withdrawn")));
        Ok(view! {
            <Title text=t!(lang, "codes-title")/>
            <div class="page">
                {way(lang, &process, t!(lang, "codes-title"))}
                <header class="title-block"><h1>{t!(lang, "codes-title")}</h1><p class="lead">{t!(lang, "codes-lead")}</p></header>
                {tabs(lang, &who, id, "codes")}
                {done}
                <section class="stack"><h2>{t!(lang, "codes-batches")}</h2>{table(lang, batches)}</section>
                <section class="stack"><h2>{t!(lang, "codes-make")}</h2>{make(&visit, id, &colleges)}</section>
                <section class="stack"><h2>{t!(lang, "codes-withdraw")}</h2>{withdraw(&visit, id)}</section>
            </div>
        }
        .into_any())
    })
}

fn table(lang: Lang, batches: Vec<Batch>) -> AnyView {
    if batches.is_empty() {
        return empty(t!(lang, "codes-none"), t!(lang, "codes-none-words"));
    }
    let rows = batches
        .into_iter()
        .map(|batch| {
            view! {
                <tr>
                    <th scope="row" dir="auto">{batch.batch}</th>
                    <td>{college_plain(lang, batch.kind, &batch.name)}</td>
                    <td>{t!(lang, "codes-range", first = batch.first, last = batch.last)}</td>
                    <td class="num">{batch.unused}</td>
                    <td class="num">{batch.used}</td>
                    <td class="num">{batch.withdrawn}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t!(lang, "codes-batches")>
            <table class="table">
                <thead><tr>
                    <th scope="col">{t!(lang, "codes-batch")}</th>
                    <th scope="col">{t!(lang, "college")}</th>
                    <th scope="col">{t!(lang, "codes-numbers")}</th>
                    <th scope="col" class="num">{t!(lang, "codes-unused")}</th>
                    <th scope="col" class="num">{t!(lang, "codes-used")}</th>
                    <th scope="col" class="num">{t!(lang, "codes-withdrawn")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn make(visit: &Visit, id: ProcessId, colleges: &[College]) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::MakeCodes);
    form.view(view! {
        {form.hidden("process", id)}
        {form.select("college", t!(lang, "college"), options(lang, colleges), "")}
        {form.text("count", t!(lang, "codes-count")).hint(t!(lang, "codes-count-hint")).class("is-short").inputmode("numeric").default(24).view()}
        {form.text("batch", t!(lang, "codes-batch")).hint(t!(lang, "codes-batch-hint")).view()}
        <p>{t!(lang, "codes-once")}</p>
        {form.submit(t!(lang, "codes-submit"))}
    })
}

fn withdraw(visit: &Visit, id: ProcessId) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::WithdrawCode);
    form.view(view! {
        <p>{t!(lang, "withdraw-words")}</p>
        {form.hidden("process", id)}
        {form.text("card", t!(lang, "withdraw-card")).hint(t!(lang, "withdraw-card-hint")).class("is-short").autocomplete("off").view()}
        <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "withdraw-submit")}</button></p>
    })
}

/// The cards, to be printed now: nobody sees these codes again.
fn sheet(visit: &Visit, process: &Process, colleges: &[College], printed: Printed) -> AnyView {
    let lang = visit.lang;
    let site = visit.services.site.url.clone();
    let title = process.title.text(lang.tag()).to_owned();
    let address = site.split_once("://").map_or(site.as_str(), |(_, host)| host).to_owned() + "/card";
    let count = printed.cards.len();
    let college = colleges.iter().find(|college| college.id == printed.college).map(|found| college_name(lang, found.kind, &found.name));
    let cards = printed
        .cards
        .into_iter()
        .map(|(number, code)| {
            let link = format!("{site}/card?code={code}");
            view! {
                <section class="access-card">
                    <header>{brand_mark()}<p class="access-title" dir="auto">{title.clone()}</p></header>
                    <p class="access-code" translate="no">{code}</p>
                    <div class="access-qr">{qr(&link, t!(lang, "card-qr"))}</div>
                    <p class="access-address">{t!(lang, "card-address-before")} " " <strong>{address.clone()}</strong> " " {t!(lang, "card-address-after")}</p>
                    <p class="access-note">{t!(lang, "card-note", number = number)}</p>
                </section>
            }
        })
        .collect_view();
    view! {
        <Title text=t!(lang, "codes-print")/>
        <div class="page no-print">
            {way(lang, process, t!(lang, "codes-print"))}
            <header class="title-block">
                <h1>{t!(lang, "codes-print")}</h1>
                <p class="lead">{t!(lang, "codes-print-lead", n = count, college = college.unwrap_or_default(), batch = printed.batch)}</p>
            </header>
            {notice("warning", t!(lang, "codes-print-now"))}
            <p class="actions"><a class="button is-secondary" href=format!("/p/{}/codes", process.id)>{t!(lang, "codes-print-done")}</a></p>
        </div>
        <div class="cards">{cards}</div>
    }
    .into_any()
}

/// A QR code as one path: a stroke of dark modules at a time.
fn qr(text: &str, label: String) -> Option<AnyView> {
    let code = QRBuilder::new(text).ecl(fast_qr::ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let length = row[x..].iter().take_while(|module| module.value()).count();
            if length > 0 {
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            x += length.max(1);
        }
    }
    // Four modules of white around it, or readers miss it.
    let size = code.size + 8;
    let frame = format!("-4 -4 {size} {size}");
    Some(view! { <svg viewBox=frame role="img" aria-label=label><path d=path/></svg> }.into_any())
}
