//! Entry on behalf of a person: a helper writes what they say. Once sent, only the person can read it again, by their receipt.

use domain::{
    Refusal,
    access::Act,
    code::Code,
    id::{AccountId, RoundId},
    round::Mode,
    survey::{
        Answers, answer, check,
        paper::{Channel, printed, typed},
    },
};
use leptos::prelude::*;
use leptos_meta::Title;
use serde_json::json;
use store::{
    Conn,
    process::College,
    responses::{self, Sending, Voice},
    round::Entry,
};

use super::{
    entry,
    key::{answerer, college_of},
};
use crate::{
    AppError,
    forms::show_answer,
    i18n::t,
    process::round::{load, path},
    survey::save,
    ui::{Form, crumbs, date::iso_day, notice, page, page::param},
    visit::Visit,
};

/// For whom the helper writes: an account where they gave their card, and their college.
async fn person(visit: &Visit, c: &mut Conn, entry: &Entry, card: &str, college: &str) -> Result<(Option<AccountId>, College), AppError> {
    if card.trim().is_empty() {
        return Ok((None, college_of(c, entry, college).await?));
    }
    let code = Code::parse("card", card).map_err(super::key::invalid)?;
    visit.services.throttle.card(&visit.address)?;
    let card = store::code::find(c, &code).await?.filter(|card| card.process_id == entry.process);
    let card = card.ok_or_else(|| Refusal::field("card", "code-unknown"))?;
    let account = store::code::enter(c, &card, &t!(visit.lang, "proxy-unnamed"), visit.now).await?;
    // The card says it: whoever has one is in its college.
    let college = college_of(c, entry, &card.college_id.to_string()).await?;
    Ok((Some(account), college))
}

pub async fn send(round: RoundId, college: String, card: String, consent: bool, sent: Answers) -> Result<Option<String>, AppError> {
    let visit = Visit::current()?;
    let receipt = store::code::draw()?;
    let hash = store::secret_hash(receipt.as_str());
    let day = iso_day(visit.now, &visit.services.site.zone);
    let (kept, mode) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::SendProxy, round).await?;
                entry.calendar.must_be_open(visit.now)?;
                let form = save::form(c, round, entry.kind).await?;
                if !consent {
                    return Err(Refusal::field("consent", "proxy-consent").into());
                }
                let (account, college) = person(&visit, c, &entry, &card, &college).await?;
                let who = answerer(&college, visit.lang.tag());
                let answers = check(&form, &answer::relevant(&form, &typed(&form, sent), &who), &who)?;
                save::within_quotas(c, round, who.college, &form, &Answers::new(), &answers).await?;
                // Whoever has an account and a name on their response finds it there.
                let kept = entry.mode == Mode::Named && account.is_some();
                let (channel, hash) = (Channel::Proxy, (!kept).then_some(hash));
                if let Some(account) = account {
                    let (mode, college) = (entry.mode, college.id);
                    let sending =
                        Sending { round, mode, account, college, channel, day: &day, form: &form, answers: &answers, receipt: hash };
                    if !responses::send(c, sending).await? {
                        return Err(Refusal::field("card", "proxy-already").into());
                    }
                } else {
                    let voice = Voice {
                        round,
                        mode: entry.mode,
                        college: college.id,
                        channel,
                        author: None,
                        day: &day,
                        form: &form,
                        answers: &answers,
                        receipt: hash,
                        seed: None,
                    };
                    responses::add(c, voice).await?;
                }
                // In an anonymous round this would say when somebody answered: as many consented as the channel counts.
                if entry.mode == Mode::Named {
                    visit.journal(c, Some(entry.process), "survey.send-proxy", round, json!({})).await?;
                }
                Ok((kept, entry.mode))
            })
        })
        .await?;
    if mode == Mode::Named {
        visit.services.live.answered(round);
    }
    show_answer();
    Ok((!kept).then(|| receipt.to_string()))
}

#[component]
pub fn ProxyPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::ProxyPage, id).await?;
        let form = save::form(&mut c, id, entry.kind).await?;
        let colleges = store::process::colleges(&mut c, entry.process).await?;
        let sent = visit.answered.as_ref().and_then(|answered| answered.shown::<Option<String>>(Act::SendProxy));
        let content = match sent {
            Some(receipt) => thanks(&visit, id, receipt),
            None if entry.calendar.must_be_open(visit.now).is_err() => notice("info", t!(lang, "proxy-not-open")),
            None => writing(&visit, id, &form, &colleges, entry.mode),
        };
        let title = t!(lang, "proxy-title");
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block"><h1>{title}</h1></header>
                {content}
            </div>
        })
    })
}

fn writing(visit: &Visit, round: RoundId, form: &domain::survey::Form, colleges: &[College], mode: Mode) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::SendProxy);
    // In the order of the form: two people look at one screen, or the helper reads from paper.
    let shown = domain::survey::Form { sections: ordered(form), ..form.clone() };
    let card = fields
        .text("card", t!(lang, "proxy-card"))
        .hint(t!(lang, "proxy-card-hint"))
        .class("is-code")
        .autocomplete("off")
        .optional()
        .view();
    let once = match mode {
        Mode::Anonymous => t!(lang, "proxy-after-anonymous"),
        Mode::Named => t!(lang, "proxy-after-named"),
    };
    let inside = view! {
        {fields.hidden("round", round)}
        {fields.tick("consent", t!(lang, "proxy-consent"), false)}
        {card}
        {entry::college(lang, &fields, t!(lang, "proxy-college"), colleges, None)}
        {entry::questions(lang, &fields, &shown, &Answers::new())}
        {notice("warning", once)}
        {fields.submit(t!(lang, "proxy-send"))}
    };
    view! {
        <p>{t!(lang, "proxy-words")}</p>
        {notice("info", t!(lang, "proxy-one-voice"))}
        {fields.view(inside)}
    }
    .into_any()
}

/// The sections with what is drawn by lot in its own order, and what is required as it is.
fn ordered(form: &domain::survey::Form) -> Vec<domain::survey::Section> {
    let mut sections = printed(form).sections;
    for (question, own) in sections.iter_mut().flat_map(|section| &mut section.questions).zip(form.questions()) {
        question.required = own.required;
    }
    sections
}

/// After sending: the receipt, once, and nothing of what was said.
fn thanks(visit: &Visit, round: RoundId, receipt: Option<String>) -> AnyView {
    let lang = visit.lang;
    let address = format!("{}/r/{round}/receipt", visit.services.site.url);
    let leaves = match receipt {
        Some(code) => view! {
            <p>{t!(lang, "proxy-give-receipt")}</p>
            <section class="receipt is-large" aria-labelledby="receipt"><h2 id="receipt">{t!(lang, "proxy-receipt")}</h2>
                <p class="receipt-code">{code}</p>
                <p>{t!(lang, "receipt-keep")}</p>
                <p>{address}</p></section>
        }
        .into_any(),
        None => view! { <p>{t!(lang, "proxy-own-account")}</p> }.into_any(),
    };
    view! {
        {notice("success", view! { <strong>{t!(lang, "sent-thanks")}</strong> " " {t!(lang, "proxy-gone")} })}
        {leaves}
        <p class="actions"><a class="button is-secondary" href=format!("/r/{round}/proxy")>{t!(lang, "proxy-next")}</a></p>
    }
    .into_any()
}
