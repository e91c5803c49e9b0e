//! Answering: one section per page, then a review, then sending. Also what is there for those who do not answer.

use domain::{
    access::Act,
    id::AccountId,
    round::{Mode, State},
    survey::{Answers, Form as Questions, Section},
};
use leptos::prelude::*;
use store::{
    Conn, responses,
    round::{Entry, Round},
};

use super::{
    ask::ask,
    draft::{DraftKeeper, Words},
    review, save,
    words::asked,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, easy, empty, notice, page::islands, translated, translated_line},
    visit::Visit,
};

/// Where the answering part of the page begins: whoever moves to the next section lands there, not on the round's title again.
pub const ANCHOR: &str = "answer";

pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let form = save::form(c, round.id, round.kind).await?;
    if form.questions().next().is_none() {
        return Ok(empty(t!(lang, "take-empty"), t!(lang, "take-empty-words")));
    }
    let answerer = entry.who.account.filter(|_| entry.who.may(Act::SendResponse));
    let Some(account) = answerer else {
        let words = entry.who.account.is_some().then(|| notice("info", who_answers(lang, entry)));
        return Ok(view! { {words}{preview(visit, &form)} }.into_any());
    };
    let sent = responses::participated(c, round.id, account).await?;
    let own = if sent && round.mode == Mode::Named { responses::own(c, round.id, account).await? } else { None };
    let open = entry.calendar.state(visit.now) == State::Open;
    match (open, sent, own) {
        (true, false, _) => answering(visit, c, round, account, &form, Answers::new()).await,
        (true, true, Some(own)) if asked(visit, "section").is_some() => answering(visit, c, round, account, &form, own).await,
        (_, true, own) => Ok(review::sent(visit, round, &form, own.as_ref(), open)),
        (false, false, _) => Ok(view! { {notice("info", t!(lang, "take-not-sent"))}{preview(visit, &form)} }.into_any()),
    }
}

fn who_answers(lang: Lang, entry: &Entry) -> String {
    if entry.who.is_facilitator() { t!(lang, "take-facilitator") } else { t!(lang, "take-not-for-you") }
}

/// The questions, for whoever wants to know what is asked without answering.
fn preview(visit: &Visit, form: &Questions) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::SaveDraft);
    let mut number = 0;
    let sections = form
        .sections
        .iter()
        .map(|section| {
            let questions = section
                .questions
                .iter()
                .map(|question| {
                    number += 1;
                    ask(&fields, lang, number, question, &[])
                })
                .collect_view();
            view! { <h2>{translated_line(lang, &section.title)}</h2>{translated(lang, &section.intro)}<div class="form">{questions}</div> }
        })
        .collect_view();
    // Disabled: nobody shall fill in what will not be sent.
    view! {
        <details><summary>{t!(lang, "take-preview")}</summary>
            <fieldset class="stack is-loose" disabled><legend class="visually-hidden">{t!(lang, "take-preview")}</legend>{sections}</fieldset></details>
    }
    .into_any()
}

async fn answering(
    visit: &Visit,
    c: &mut Conn,
    round: &Round,
    account: AccountId,
    form: &Questions,
    own: Answers,
) -> Result<AnyView, AppError> {
    let draft = responses::draft(c, round.id, account).await?;
    let held = draft.is_some();
    let answers = draft.unwrap_or(own);
    // A section that was refused is shown again, whatever the address says.
    let refused = visit.answered.as_ref().filter(|answered| answered.endpoint == Act::SaveDraft.path());
    let refused = refused.and_then(|answered| form.section_at(answered.value("section")?));
    let at = match asked(visit, "section") {
        _ if refused.is_some() => refused.unwrap_or(0),
        Some("review") => return Ok(review::before_sending(visit, round, form, &answers)),
        Some(number) => number.parse::<usize>().unwrap_or(1).clamp(1, form.sections.len()) - 1,
        None => first_open(form, &answers),
    };
    let back =
        (held && refused.is_none() && asked(visit, "section").is_none()).then(|| notice("success", t!(visit.lang, "take-draft-found")));
    let later = (asked(visit, "saved").is_some()).then(|| notice("success", t!(visit.lang, "take-saved-later")));
    Ok(view! { {back}{later}{section(visit, round, form, &form.sections[at], at, &answers, held)} }.into_any())
}

/// The first section in which nothing was answered yet.
fn first_open(form: &Questions, answers: &Answers) -> usize {
    let untouched = |section: &Section| !section.questions.iter().any(|question| answers.contains_key(&question.code));
    form.sections.iter().position(untouched).unwrap_or(0)
}

fn section(visit: &Visit, round: &Round, form: &Questions, section: &Section, at: usize, answers: &Answers, held: bool) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::SaveDraft);
    let before: usize = form.sections[..at].iter().map(|section| section.questions.len()).sum();
    let questions = section
        .questions
        .iter()
        .enumerate()
        .map(|(i, question)| ask(&fields, lang, before + i + 1, question, answers.get(&question.code).map_or(&[][..], Vec::as_slice)))
        .collect_view();
    let last = at + 1 == form.sections.len();
    let next = if last { t!(lang, "take-to-review") } else { t!(lang, "take-next") };
    let back = (at > 0).then(|| {
        view! { <button class="button is-secondary" type="submit" name="go" value="back">{t!(lang, "take-back")}</button> }
    });
    let inside = view! {
        {fields.hidden("round", round.id)}
        {fields.hidden("section", &section.code)}
        {questions}
        <p class="actions">
            <button class="button is-primary" type="submit" name="go" value="next">{next}</button>
            {back}
            <button class="button is-quiet" type="submit" name="go" value="later">{t!(lang, "take-later")}</button>
        </p>
    };
    let words = Words { saved: t!(lang, "draft-saved"), saving: t!(lang, "draft-saving"), failed: t!(lang, "draft-failed") };
    view! {
        {progress(lang, at + 1, form.sections.len())}
        <h2>{translated_line(lang, &section.title)}</h2>
        {translated(lang, &section.intro)}
        {easy(lang, section.intro.easy())}
        <DraftKeeper words=words held=held>{fields.view(inside)}</DraftKeeper>
        {islands(visit)}
    }
    .into_any()
}

/// How far one is; the review counts as the last step.
pub fn progress(lang: Lang, step: usize, sections: usize) -> AnyView {
    let words = if step > sections { t!(lang, "take-progress-review") } else { t!(lang, "take-progress", n = step, total = sections) };
    view! {
        <div class="progress" id=ANCHOR><p id="progress-words">{words}</p>
            <progress max=(sections + 1).to_string() value=step.to_string() aria-labelledby="progress-words"></progress></div>
    }
    .into_any()
}
