//! Coming back to an anonymous response by its receipt: reading it, changing it, taking it back.
//!
//! The receipt alone opens it: no account is asked for, none is looked at. The server knows its hash and whose college it counts for.

use domain::{
    Refusal,
    access::Act,
    code::Code,
    id::RoundId,
    refusal::Problem,
    survey::{Answerer, Answers, Form as Questions, answer, check, shown},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use leptos_meta::Title;
use store::{Conn, responses, round::Entry};

use super::{ask::Asking, save};
use crate::{
    AppError,
    forms::show_answer,
    i18n::t,
    process::round::{load, path},
    ui::{Form, crumbs, date::iso_day, notice, page, page::param, page::read_aloud, translated, translated_line},
    visit::Visit,
};

/// Answers, key by key, as the page takes them back.
type Pairs = Vec<(String, Vec<String>)>;

/// The round and the response of a receipt; a mistyped character is told before anything is looked up.
async fn enter(
    c: &mut Conn,
    visit: &Visit,
    act: Act,
    round: RoundId,
    receipt: &str,
) -> Result<(Entry, Questions, responses::Held), AppError> {
    let entry = visit.allow_in_round(c, act, round).await?;
    let code = Code::parse("receipt", receipt).map_err(|problem| Refusal { kind: domain::Kind::Invalid, problems: vec![problem] })?;
    visit.services.throttle.card(&visit.address)?;
    let form = save::form(c, round, entry.kind).await?;
    let held = responses::held(c, round, &store::secret_hash(code.as_str())).await?;
    Ok((entry, form, held.ok_or_else(|| Refusal::field("receipt", "receipt-unknown"))?))
}

fn answerer(visit: &Visit, held: &responses::Held) -> Answerer {
    Answerer { college: Some(held.kind), language: visit.lang.tag().to_owned() }
}

pub async fn open(round: RoundId, receipt: &str) -> Result<Pairs, AppError> {
    let visit = Visit::current()?;
    let mut c = visit.read().await?;
    let (_, _, held) = enter(&mut c, &visit, Act::OpenReceipt, round, receipt).await?;
    show_answer();
    Ok(held.answers.into_iter().collect())
}

pub async fn replace(round: RoundId, receipt: &str, asked: &str, answers: Answers) -> Result<Pairs, AppError> {
    let visit = Visit::current()?;
    let day = iso_day(visit.now, &visit.services.site.zone);
    let (asked, receipt) = (asked.to_owned(), receipt.to_owned());
    let kept = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form, held) = enter(c, &visit, Act::ReplaceResponse, round, &receipt).await?;
                entry.calendar.must_be_open(visit.now)?;
                let who = answerer(&visit, &held);
                let shown = shown(&form, &answers, &who);
                // What the new answers ask for has not been seen yet: it is shown first.
                let unseen = form.questions().any(|question| {
                    shown.asks(question)
                        && !asked.split(',').any(|code| code == question.code)
                        && !answer::has_answer(question, &shown.answers)
                });
                if unseen {
                    return Err(Refusal { kind: domain::Kind::Invalid, problems: vec![Problem::new("", "receipt-more")] }.into());
                }
                let answers = check(&form, &shown.answers, &who)?;
                save::within_quotas(c, round, who.college, &form, &held.answers, &answers).await?;
                responses::replace(c, round, &form, &held, &answers, &day).await?;
                Ok(answers)
            })
        })
        .await?;
    show_answer();
    Ok(kept.into_iter().collect())
}

pub async fn withdraw(round: RoundId, receipt: &str) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let receipt = receipt.to_owned();
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form, held) = enter(c, &visit, Act::WithdrawResponse, round, &receipt).await?;
                entry.calendar.must_be_open(visit.now)?;
                Ok(responses::withdraw(c, round, &form, &held).await?)
            })
        })
        .await?;
    redirect(&format!("/r/{round}/receipt?withdrawn=1"));
    Ok(())
}

#[component]
pub fn ReceiptPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    let withdrawn = page::query("withdrawn").is_some();
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::ReceiptPage, id).await?;
        let form = save::form(&mut c, id, entry.kind).await?;
        let lang = visit.lang;
        let title = t!(lang, "receipt-title");
        let content = match held_now(&visit, &mut c, id, &form).await? {
            Some(page) => page,
            None => ask(&visit, id),
        };
        let gone = withdrawn.then(|| notice("success", t!(lang, "receipt-withdrawn")));
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block"><h1>{title}</h1></header>
                {gone}{content}
            </div>
        })
    })
}

/// Where the receipt is typed.
fn ask(visit: &Visit, round: RoundId) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::OpenReceipt);
    let receipt =
        fields.text("receipt", t!(lang, "receipt-code")).hint(t!(lang, "receipt-code-hint")).class("is-code").autocomplete("off").view();
    let inside = view! { {fields.hidden("round", round)}{receipt}{fields.submit(t!(lang, "receipt-open"))} };
    view! { <p>{t!(lang, "receipt-words")}</p>{fields.view(inside)} }.into_any()
}

/// The response of the receipt that was just typed, to read and to change.
async fn held_now(visit: &Visit, c: &mut Conn, round: RoundId, form: &Questions) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let Some(answered) = visit.answered.as_ref() else { return Ok(None) };
    let opened = answered.shown::<Pairs>(Act::OpenReceipt);
    let replaced = answered.shown::<Pairs>(Act::ReplaceResponse);
    let refused = answered.endpoint == Act::ReplaceResponse.path() && replaced.is_none();
    if opened.is_none() && replaced.is_none() && !refused {
        return Ok(None);
    }
    let receipt = answered.value("receipt").unwrap_or_default().to_owned();
    // The receipt was checked a moment ago by the function that this page answers.
    let Ok(code) = Code::parse("receipt", &receipt) else { return Ok(None) };
    let Some(held) = responses::held(c, round, &store::secret_hash(code.as_str())).await? else { return Ok(None) };
    let who = answerer(visit, &held);
    let answers: Answers = if refused { super::test_run::answers_of(answered) } else { held.answers.clone() };
    let shown = shown(form, &answers, &who);
    let mut fields = Form::new(visit, Act::ReplaceResponse);
    if !refused {
        fields = fields.fresh();
    }
    let saved = replaced.is_some().then(|| notice("success", t!(lang, "receipt-replaced")));
    let asking = Asking { lang, fields: &fields, form, answers: &shown.answers, seed: held.seed };
    let mut number = 0;
    let sections = form
        .sections
        .iter()
        .map(|section| {
            let mut questions = Vec::new();
            for question in &section.questions {
                number += 1;
                if shown.asks(question) {
                    questions.push(view! { <div class="question" id=format!("q-{}", question.code)>{asking.ask(number, question)}</div> });
                }
            }
            (!questions.is_empty())
                .then(|| view! { <h2>{translated_line(lang, &section.title)}</h2>{translated(lang, &section.intro)}{questions} })
        })
        .collect_view();
    let asked =
        form.questions().filter(|question| shown.asks(question)).map(|question| question.code.as_str()).collect::<Vec<_>>().join(",");
    let inside = view! {
        {fields.hidden("round", round)}{fields.hidden("receipt", &receipt)}{fields.hidden("asked", asked)}
        {sections}
        {fields.submit(t!(lang, "receipt-replace"))}
    };
    let back = Form::new(visit, Act::WithdrawResponse);
    let withdraw = back.view(view! {
        {back.hidden("round", round)}{back.hidden("receipt", &receipt)}
        <p>{t!(lang, "receipt-withdraw-words")}</p>
        <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "receipt-withdraw")}</button></p>
    });
    Ok(Some(
        view! {
            {saved}
            {fields.view(inside)}
            <details><summary>{t!(lang, "receipt-withdraw-title")}</summary>{withdraw}</details>
            {read_aloud(t!(lang, "ask-listen"))}
        }
        .into_any(),
    ))
}
