//! One statement at a time: a short sentence, three buttons, the next one.

use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    proposals::Rules,
    round::{RoundKind, State},
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    choice_word,
    next::card,
    one_card::{OneCard, Words},
};
use crate::{
    i18n::{Lang, t},
    process::round::load,
    ui::{
        notice, page,
        page::{islands, param},
        sign, translated_line,
    },
};

#[component]
pub fn OneByOnePage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, _) = load(&visit, &mut c, Act::OneByOnePage, id).await?;
        if entry.kind != RoundKind::Proposals {
            return Err(Refusal::not_found().into());
        }
        let rules: Rules = store::round::content(&mut c, id).await?;
        let fits = rules.one_at_a_time();
        let open = entry.calendar.state(visit.now) == State::Open;
        let next = if open && fits { card(&visit, &mut c, id, &entry, &rules, &[]).await? } else { None };
        let list = format!("/r/{id}#proposals");
        let content = match next {
            Some(card) => {
                let (done, of) = store::proposals::draw::progress(&mut c, id, entry.who.account()?).await?;
                view! { <OneCard round=id card place={done + 1} of words=words(lang, &rules)/>{islands(&visit)} }.into_any()
            }
            None if !open => notice("info", t!(lang, "proposals-closed")),
            None if !fits => notice("info", t!(lang, "one-not-here")),
            None => done(lang, id),
        };
        let title = t!(lang, "one-title");
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page one-by-one">
                // No way back in steps: on a phone the sentence and its buttons stand on the first screen.
                <p class="small one-round"><a href=format!("/r/{id}")>{translated_line(lang, &round.title)}</a></p>
                <h1 class="visually-hidden">{title}</h1>
                {content}
                <p class="no-print"><a href=list>{t!(lang, "one-list")}</a></p>
            </div>
        })
    })
}

/// Nothing is left to vote on.
fn done(lang: Lang, id: RoundId) -> AnyView {
    view! {
        <section class="one-done stack">
            <h2>{sign("success")}" "{t!(lang, "one-thanks")}</h2>
            <p class="lead">{t!(lang, "one-thanks-words")}</p>
            <ul class="prose">
                <li><a href=format!("/r/{id}#propose")>{t!(lang, "one-then-propose")}</a></li>
                <li><a href="/my-word">{t!(lang, "one-then-word")}</a></li>
            </ul>
        </section>
    }
    .into_any()
}

fn words(lang: Lang, rules: &Rules) -> Words {
    Words {
        choices: rules.choices().iter().map(|choice| (*choice, choice_word(lang, *choice))).collect(),
        legend: t!(lang, "one-legend"),
        more: t!(lang, "one-more"),
        page: t!(lang, "one-page"),
        progress: t!(lang, "one-progress", n = "{n}", of = "{of}"),
        failed: t!(lang, "vote-failed"),
        lost: t!(lang, "one-lost"),
        again: t!(lang, "one-again"),
        hint: t!(lang, "one-hint"),
        thanks: t!(lang, "one-thanks"),
        reload: t!(lang, "one-reload"),
    }
}
