//! Coming with a card.

use domain::{Refusal, access::Act, account, code::Code, id::ProcessId, refusal::Problems};
use leptos::prelude::*;
use leptos_axum::redirect;

use super::{local, renew};
use crate::{AppError, account::cookie, forms::show_answer, visit::Visit};

/// Signs the holder of a card in. A card never used asks for a name first: the answer is then `true`, and the form comes again
/// with `step` set to `name`.
#[server(name = EnterCard, prefix = "/api", endpoint = "account/enter-card")]
pub async fn enter_card(
    code: String,
    #[server(default)] step: String,
    #[server(default)] name: String,
    #[server(default)] next: String,
) -> Result<bool, AppError> {
    let visit = Visit::current()?;
    visit.allow(Act::EnterCard)?;
    let mut problems = Problems::new();
    // A mistyped character is told from the code alone: no look-up, no guess counted.
    let code = problems.take(Code::parse("code", &code));
    let name = if step == "name" { problems.take(account::name("name", &name)) } else { None };
    let Some(code) = code.filter(|_| problems.is_empty()) else {
        return Err(problems.refusal().into());
    };
    visit.services.throttle.card(&visit.address)?;
    let entered = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let card = store::code::find(c, &code).await?.ok_or_else(|| Refusal::field("code", "code-unknown"))?;
                let account = match (card.account_id, name) {
                    (Some(account), _) => account,
                    (None, Some(name)) => {
                        let account = store::code::enter(c, &card, &name, visit.now).await?;
                        store::account::set_locale(c, account, visit.lang.tag()).await?;
                        account
                    }
                    (None, None) => return Ok(None),
                };
                Ok::<Option<(String, ProcessId)>, AppError>(Some((renew(c, &visit, account).await?, card.process_id)))
            })
        })
        .await?;
    match entered {
        Some((token, process)) => {
            cookie::give(&token)?;
            let home = format!("/p/{process}");
            redirect(if next.is_empty() { &home } else { local(&next) });
            Ok(false)
        }
        None => {
            show_answer();
            Ok(true)
        }
    }
}
