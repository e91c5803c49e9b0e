//! One stance on the whole charter, where the rules ask for it: on the text as it is frozen.

use domain::{
    access::Act,
    charter::{ratification::WholeProof, rules::Scope},
    round::State,
};
use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use super::{
    super::{
        loaded::{Charter, named},
        stance,
    },
    objections::objections,
};
use crate::{
    AppError,
    i18n::t,
    ui::{Form, chart::patterns, page::encode, sign},
    visit::Visit,
};

/// The section of the round's page; nothing where articles are decided on one by one.
pub async fn own(visit: &Visit, c: &mut Conn, charter: &Charter, round: &Round, entry: &Entry) -> Result<Option<AnyView>, AppError> {
    let (lang, state) = (visit.lang, entry.calendar.state(visit.now));
    let Some(proof) = charter.proof.whole.as_ref().filter(|_| charter.frame.rules.scope == Scope::Whole) else { return Ok(None) };
    let Some(frozen) = charter.frozen() else {
        let words = matches!(state, State::Open).then(|| t!(lang, "whole-not-yet"));
        return Ok(words.map(|words| section(visit, view! { <p>{words}</p> }.into_any())));
    };
    let mine = match visit.account() {
        Some(account) => store::charter::my_whole_stance(c, frozen.id, account).await?,
        None => None,
    };
    let found = store::charter::whole_objections(c, frozen.id).await?;
    let standing = mine.as_ref().map(|(stance, _)| {
        let words = t!(lang, "whole-yours", stance = lang.of("stance", stance.as_str()));
        view! { <p class="saved" role="status">{sign("saved")}{words}</p> }
    });
    let form = match state {
        State::Open if entry.who.may(Act::TakeWholeStance) => {
            let form = Form::keyed(visit, Act::TakeWholeStance, "whole");
            let (chosen, reason) = mine.as_ref().map_or(("", ""), |(stance, reason)| (stance.as_str(), reason.as_str()));
            let college = entry.who.membership.and_then(|membership| membership.college).and_then(|(college, _)| charter.college(college));
            let name = visit.session.as_ref().map(|session| session.name.clone()).unwrap_or_default();
            let seen = t!(lang, "whole-seen", name = name, college = named(lang, college));
            let button = if mine.is_some() { t!(lang, "stance-change") } else { t!(lang, "stance-send") };
            let fields = stance::fields(lang, &form, t!(lang, "whole-legend"), (chosen, reason), seen, button);
            form.view(view! { {form.hidden("round", round.id)}{form.hidden("version", frozen.id)}{fields} })
        }
        State::Open if visit.account().is_none() => {
            let next = encode(&visit.path);
            view! {
                <p>{t!(lang, "stance-sign-in")}</p>
                <p class="actions"><a class="button is-primary" href=format!("/card?next={next}")>{t!(lang, "nav-card")}</a>
                    <a class="button is-secondary" href=format!("/sign-in?next={next}")>{t!(lang, "nav-sign-in")}</a></p>
            }
            .into_any()
        }
        State::Open => view! { <p>{t!(lang, "stance-colleges-only")}</p> }.into_any(),
        _ => view! { <p>{t!(lang, "stance-closed")}</p> }.into_any(),
    };
    let words = (state == State::Open).then(|| view! { <p>{t!(lang, "whole-words")}</p> });
    let inside = view! { {words}{standing}{form}{chart(visit, charter, proof)} }.into_any();
    Ok(Some(view! { {section(visit, inside)}{objections(visit, charter, entry, &found, None)} }.into_any()))
}

fn section(visit: &Visit, inside: AnyView) -> AnyView {
    view! { <section class="stack" aria-labelledby="whole"><h2 id="whole">{t!(visit.lang, "whole-title")}</h2>{inside}</section> }
        .into_any()
}

/// Where the colleges and committees stand on the whole.
pub fn chart(visit: &Visit, charter: &Charter, proof: &WholeProof) -> AnyView {
    let lang = visit.lang;
    view! { {patterns()}{stance::chart(lang, charter, &proof.says, t!(lang, "whole-chart-caption"))} }.into_any()
}
