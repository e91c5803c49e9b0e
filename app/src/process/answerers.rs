//! Elected members who answer proposals: named by a facilitator, in the journal, so that everyone may know.

use domain::{
    Refusal,
    access::Act,
    id::{AccountId, ProcessId},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{Conn, proposals::idea};

use crate::{AppError, i18n::t, ui::Form, visit::Visit};

/// Names an elected member as one who answers, or takes it back.
#[server(name = NameAnswerer, prefix = "/api", endpoint = "process/name-answerer")]
pub async fn name_answerer(
    process: ProcessId,
    #[server(default)] account: String,
    #[server(default)] answers: bool,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::NameAnswerer, process).await?;
                let account: AccountId = account.parse().map_err(|_| Refusal::not_found())?;
                if !idea::elected(c, process).await?.iter().any(|member| member.account_id == account) {
                    return Err(Refusal::not_found().into());
                }
                idea::name_answerer(c, process, account, answers).await?;
                visit.journal(c, Some(process), if answers { "answerer.name" } else { "answerer.dismiss" }, account, json!({})).await
            })
        })
        .await?;
    redirect(&format!("/p/{process}/members#answerers"));
    Ok(())
}

/// The elected members, each with a button; nothing where there are none.
pub async fn list(visit: &Visit, c: &mut Conn, process: ProcessId) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let elected = idea::elected(c, process).await?;
    let rows = elected
        .iter()
        .map(|member| {
            let form = Form::keyed(visit, Act::NameAnswerer, member.account_id);
            let (state, button) = if member.answers {
                (t!(lang, "answerer-yes"), t!(lang, "answerer-dismiss"))
            } else {
                (t!(lang, "answerer-no"), t!(lang, "answerer-name"))
            };
            let answers = (!member.answers).then(|| form.hidden("answers", "true"));
            let inside = view! {
                {form.hidden("process", process)}{form.hidden("account", member.account_id)}{answers}
                <button class="button is-quiet" type="submit">{button}<span class="visually-hidden">" : "{member.name.clone()}</span></button>
            };
            view! { <li class="item cluster"><strong dir="auto">{member.name.clone()}</strong><span>{state}</span>{form.view_with("answerer", inside)}</li> }
        })
        .collect_view();
    Ok((!elected.is_empty()).then(|| {
        view! {
            <section class="stack is-tight" id="answerers"><h2>{t!(lang, "answerers-title")}</h2><p>{t!(lang, "answerers-words")}</p><ul class="items">{rows}</ul></section>
        }
        .into_any()
    }))
}
