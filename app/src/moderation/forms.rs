//! The forms of moderation, wherever a text is shown.

use domain::{
    access::Act,
    id::ProposalId,
    moderation::{Cause, Ending, Target},
};
use leptos::prelude::*;
use store::moderation::Told;

use crate::{
    i18n::{Lang, t},
    proposals::list::excerpt,
    ui::{Form, notice, paragraphs},
    visit::Visit,
};

/// The cause from the list, and the words if there are any, as the author reads them.
pub fn reason_in_words(lang: Lang, cause: Cause, words: &str) -> String {
    let listed = lang.of("cause", cause.as_str());
    match (cause, words.is_empty()) {
        (Cause::Other, false) => words.to_owned(),
        (_, false) => t!(lang, "cause-with-words", cause = listed, words = words),
        (_, true) => listed,
    }
}

/// The same of a text that may have been hidden before causes were kept: then what was `stored` with it.
pub fn shown_reason(lang: Lang, cause: Option<Cause>, words: Option<&str>, stored: &str) -> String {
    cause.map_or_else(|| stored.to_owned(), |cause| reason_in_words(lang, cause, words.unwrap_or_default()))
}

fn key(verb: &str, target: Target) -> String {
    format!("{verb}-{}", target.to_string().replace('/', "-"))
}

/// The id of a form on its page.
pub fn anchor(verb: &str, target: Target) -> String {
    format!("form-{}", key(verb, target))
}

fn causes(form: &Form, lang: Lang, legend: String) -> AnyView {
    form.choices(
        "cause",
        legend,
        Cause::ALL.iter().map(|cause| (cause.to_string(), lang.of("cause", cause.as_str()))).collect(),
        &[],
        false,
    )
}

pub fn report(visit: &Visit, target: Target) -> (AnyView, bool) {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::Report, key("report", target));
    let view = form.view(view! {
        <p>{t!(lang, "report-words")}</p>
        {form.hidden("target", target)}
        {causes(&form, lang, t!(lang, "report-cause"))}
        {form.area("reason", t!(lang, "report-reason")).rows(3).hint(t!(lang, "report-reason-hint")).optional().view()}
        {form.submit(t!(lang, "report-send"))}
    });
    (view, form.refused())
}

pub fn hide(visit: &Visit, target: Target) -> (AnyView, bool) {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::HideText, key("hide", target));
    let view = form.view(view! {
        {form.hidden("target", target)}
        {causes(&form, lang, t!(lang, "hide-cause"))}
        {form.area("reason", t!(lang, "hide-reason")).rows(3).hint(t!(lang, "hide-reason-hint")).optional().view()}
        <p class="actions"><button class="button is-danger" type="submit">{
            match target {
                Target::Comment(_) => t!(lang, "hide-comment-send"),
                Target::Proposal(_) => t!(lang, "hide-proposal-send"),
                Target::Amendment(_) => t!(lang, "hide-amendment-send"),
            }
        }</button></p>
    });
    (view, form.refused())
}

pub fn leave(visit: &Visit, target: Target) -> AnyView {
    let form = Form::keyed(visit, Act::LeaveText, key("leave", target));
    form.view(view! {
        {form.hidden("target", target)}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(visit.lang, "leave-send")}</button></p>
    })
}

/// A facilitator mends a mistake.
pub fn show(visit: &Visit, target: Target) -> (AnyView, bool) {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::ShowText, key("show", target));
    let view = form.view(view! {
        {form.hidden("target", target)}
        {form.area("words", t!(lang, "show-reason")).rows(3).hint(t!(lang, "show-reason-hint")).view()}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "show-send")}</button></p>
    });
    (view, form.refused())
}

pub fn decide(visit: &Visit, target: Target) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::DecideAppeal, key("decide", target));
    let endings = [Ending::Restored, Ending::Upheld].map(|ending| (ending.to_string(), lang.of("ending-choice", ending.as_str())));
    form.view(view! {
        {form.hidden("target", target)}
        {form.choices("ending", t!(lang, "appeal-ending"), endings.to_vec(), &[], false)}
        {form.area("words", t!(lang, "appeal-reason")).rows(4).hint(t!(lang, "appeal-reason-hint")).view()}
        {form.submit(t!(lang, "appeal-decide"))}
    })
}

/// The words given as the reason of a vote, to be hidden.
pub fn hide_reason(visit: &Visit, proposal: ProposalId, said: &str) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::HideReason, "hide-reason");
    form.view(view! {
        <p>{t!(lang, "hide-reason-words", words = excerpt(said, 120))}</p>
        {form.hidden("proposal", proposal)}
        {form.hidden("said", said)}
        {causes(&form, lang, t!(lang, "hide-cause"))}
        {form.area("reason", t!(lang, "hide-reason")).rows(3).hint(t!(lang, "hide-reason-hint")).optional().view()}
        <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "hide-reason-send")}</button></p>
    })
}

/// What the author of a text reads of its last hiding: the one appeal while it lasts, and why it ended.
pub fn author(visit: &Visit, target: Target, told: &Told) -> AnyView {
    let lang = visit.lang;
    let appealed = told.appeal.as_ref().map(|words| {
        view! { <details><summary>{t!(lang, "appeal-yours")}</summary><blockquote dir="auto">{paragraphs(words)}</blockquote></details> }
    });
    let stand = match (told.ending, &told.appeal) {
        (Some(ending), _) => {
            let words = match ending {
                Ending::Upheld => t!(lang, "appeal-upheld"),
                Ending::Lifted => t!(lang, "hiding-lifted"),
                Ending::Restored => t!(lang, "appeal-restored"),
            };
            notice("info", view! { {words} " " <bdi>{told.ended_words.clone()}</bdi> })
        }
        (_, Some(_)) => notice("info", t!(lang, "appeal-waits")),
        (_, None) => {
            let form = Form::keyed(visit, Act::Appeal, key("appeal", target));
            let fields = form.view(view! {
                <p>{t!(lang, "appeal-words")}</p>
                {form.hidden("target", target)}
                {form.area("words", t!(lang, "appeal-why")).rows(4).hint(t!(lang, "appeal-why-hint")).view()}
                {form.submit(t!(lang, "appeal-send"))}
            });
            view! { <details open=form.refused()><summary>{t!(lang, "appeal-title")}</summary>{fields}</details> }.into_any()
        }
    };
    view! { <div class="stack is-tight">{stand}{appealed}</div> }.into_any()
}
