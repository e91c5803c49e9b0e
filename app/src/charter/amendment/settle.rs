//! What its author and a facilitator do with an amendment.

use domain::{
    access::Act,
    charter::{
        amendment::{Kind, State, Step},
        article::may_draft,
    },
    round,
};
use leptos::prelude::*;
use store::{charter::Amendment, round::Entry};

use super::{merged, page::About, propose, proposed};
use crate::{
    charter::{preview, prose::Glossary},
    i18n::t,
    ui::{Form, notice},
    visit::Visit,
};

/// Its author's forms, as long as others have not begun to stand for it. `spoken`: whether somebody spoke for it, and of it at all.
pub fn own(visit: &Visit, amendment: &Amendment, open: bool, spoken: (bool, bool), glossary: &Glossary) -> Option<AnyView> {
    let lang = visit.lang;
    let (supported, said) = spoken;
    if !open || !amendment.state.is_pending() || visit.account() != Some(amendment.author_id) {
        return None;
    }
    let correct = Form::keyed(visit, Act::CorrectAmendment, "correct").or_sent_to(visit, Act::PreviewText);
    let corrected = (!said && amendment.state == State::Submitted).then(|| {
        let fields = if !amendment.kind.has_words() {
            propose::reason(visit, &correct, &amendment.reason)
        } else {
            propose::words(visit, &correct, &amendment.title, &amendment.body, &amendment.reason, glossary)
        };
        let fields = view! { {correct.hidden("amendment", amendment.id)}{correct.hidden("round", amendment.round_id)}{fields}{correct.submit(t!(lang, "amendment-correct-send"))} };
        view! { <details open=correct.refused() || correct.shown()><summary>{t!(lang, "amendment-correct")}</summary>{correct.view(fields)}</details> }
    });
    let withdraw = (!supported).then(|| {
        let form = Form::keyed(visit, Act::WithdrawAmendment, "withdraw");
        form.view(view! {
            {form.hidden("amendment", amendment.id)}
            <p class="actions"><button class="button is-quiet" type="submit">{t!(lang, "amendment-withdraw")}</button></p>
        })
    });
    let fixed = supported.then(|| view! { <p>{t!(lang, "amendment-fixed")}</p> });
    Some(
        view! {
            <section class="stack" aria-labelledby="own">
                <h2 id="own">{t!(lang, "amendment-own")}</h2>
                {corrected}{withdraw}{fixed}
            </section>
        }
        .into_any(),
    )
}

/// A facilitator's form: the step, its reason, and the words that will stand, filled in with what was proposed.
pub fn decide(visit: &Visit, amendment: &Amendment, about: &About, entry: &Entry, frozen: bool, glossary: &Glossary) -> Option<AnyView> {
    let lang = visit.lang;
    let published = entry.calendar.state(visit.now) == round::State::Published;
    if !entry.who.may(Act::DecideAmendment) || !amendment.state.is_pending() || published {
        return None;
    }
    let form = Form::keyed(visit, Act::DecideAmendment, "decide").or_sent_to(visit, Act::PreviewText);
    let drafting = may_draft(entry.kind, &entry.calendar, frozen, visit.now).is_ok();
    let article = about.article.as_ref().filter(|article| article.removed_at.is_none());
    let acceptable = drafting && (article.is_some() || amendment.kind == Kind::Addition);
    let steps = Step::ALL
        .iter()
        .filter(|step| match step {
            Step::Recommend => drafting && amendment.state == State::Submitted,
            Step::Accept => acceptable,
            Step::AcceptPartly => acceptable && amendment.kind.has_words(),
            Step::Reject => true,
        })
        .map(|step| {
            (step.to_string(), format!("{}\n{}", lang.of("amendment-step", step.as_str()), lang.of("amendment-step-words", step.as_str())))
        })
        .collect();
    let (mut words, mut warning) = ((amendment.title.clone(), amendment.body.clone()), None);
    if let Some((base, now)) = about.moved(amendment) {
        // Never an overwrite: the text merged, or the one that stands.
        let both = merged(&base, &now, &proposed(amendment, &base));
        warning = Some(notice("warning", if both.is_some() { t!(lang, "amendment-merged") } else { t!(lang, "amendment-conflict") }));
        words = both.unwrap_or((now.title, now.body));
    }
    let text = (acceptable && amendment.kind.has_words()).then(|| {
        let easy = article.map(|article| article.version.easy.clone()).unwrap_or_default();
        view! {
            {warning}
            {form.text("title", t!(lang, "article-title")).default(words.0).view()}
            {form.area("body", t!(lang, "article-body")).hint(t!(lang, "amendment-final-hint")).rows(14).default(&words.1).view()}
            {preview::below(visit, &form, &words.1, glossary)}
            {form.area("easy", t!(lang, "easy-to-read")).hint(t!(lang, "amendment-easy-hint")).rows(5).optional().default(easy).view()}
        }
    });
    let fields = view! {
        {form.hidden("amendment", amendment.id)}
        {form.hidden("round", amendment.round_id)}
        {form.hidden("version", preview::version(&form, article.map(|article| article.version.number).unwrap_or_default()))}
        {form.choices("step", t!(lang, "amendment-step-legend"), steps, &[], false)}
        {form.area("decision", t!(lang, "amendment-decision")).hint(t!(lang, "amendment-decision-hint")).rows(4).view()}
        {text}
        {form.submit(t!(lang, "amendment-decide-send"))}
    };
    Some(
        view! {
            <section class="stack" aria-labelledby="decide">
                <h2 id="decide">{t!(lang, "amendment-decide")}</h2>
                {form.view(fields)}
            </section>
        }
        .into_any(),
    )
}
