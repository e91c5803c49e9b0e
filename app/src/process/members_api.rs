//! Server functions about members and access codes.

use std::collections::HashSet;

use domain::{
    Problem, Refusal,
    access::Act,
    code::Code,
    id::{CollegeId, ProcessId},
    members::{self, Guest, Typed},
    refusal::Problems,
    text,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::code::Which;

use super::{
    invite::{Host, colleges},
    list,
};
use crate::{AppError, forms::show_answer, visit::Visit};

/// Invites one person by e-mail.
#[server(name = Invite, prefix = "/api", endpoint = "process/invite")]
pub async fn invite(
    process: ProcessId,
    name: String,
    email: String,
    #[server(default)] place: String,
    #[server(default)] organisation: String,
    #[server(default)] title: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let who = visit.allow_in(c, Act::Invite, process).await?;
                let typed = Typed { name: &name, email: &email, place: &place, organisation: &organisation, title: &title };
                let guest = members::invite(&who, &colleges(c, process).await?, typed)?;
                let found = store::process::find(c, process).await?.ok_or_else(Refusal::not_found)?;
                let host = Host { process: &found, site: &visit.services.site.url, now: visit.now };
                let account = host.invite(c, &guest).await?.ok_or_else(|| Refusal::field("email", "already-member"))?;
                let detail = json!({ "function": guest.place.function(), "college": guest.place.college() });
                visit.journal(c, Some(process), "member.invite", account, detail).await
            })
        })
        .await?;
    redirect(&format!("/p/{process}/members?done=invited"));
    Ok(())
}

/// What an import would do.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Preview {
    pub rows: Vec<PreviewRow>,
    /// The list itself, to be sent again when it is imported.
    pub text: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PreviewRow {
    pub line: u64,
    pub name: String,
    pub email: String,
    pub college: Option<CollegeId>,
    pub organisation: String,
    pub title: String,
    /// Is a member already: nothing happens.
    pub known: bool,
}

/// Reads a list of people, pasted or from a file. `step` is `preview` to show what would happen, `import` to do it: all or nothing.
#[server(name = ImportMembers, prefix = "/api", endpoint = "process/import-members")]
pub async fn import_members(
    process: ProcessId,
    #[server(default)] text: String,
    #[server(default)] file: String,
    #[server(default)] step: String,
) -> Result<Preview, AppError> {
    let visit = Visit::current()?;
    let import = step == "import";
    let (field, text) = if file.is_empty() { ("text", text) } else { ("file", file) };
    let preview = visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::ImportMembers, process).await?;
                let (header, rows) = list::lines(field, &text)?;
                let guests = members::read(field, &header, &rows, &colleges(c, process).await?)?;
                let known: HashSet<_> = store::members::emails(c, process).await?.into_iter().collect();
                if !import {
                    return Ok(Preview { rows: guests.into_iter().map(|guest| row(guest, &known)).collect(), text });
                }
                let found = store::process::find(c, process).await?.ok_or_else(Refusal::not_found)?;
                let host = Host { process: &found, site: &visit.services.site.url, now: visit.now };
                let mut count = 0;
                for (_, guest) in guests.iter().filter(|(_, guest)| !known.contains(&guest.email)) {
                    count += i64::from(host.invite(c, guest).await?.is_some());
                }
                visit.journal(c, Some(process), "member.import", process, json!({ "count": count })).await?;
                Ok(Preview::default())
            })
        })
        .await?;
    if import {
        redirect(&format!("/p/{process}/members?done=imported"));
    } else {
        show_answer();
    }
    Ok(preview)
}

fn row((line, guest): (u64, Guest), known: &HashSet<String>) -> PreviewRow {
    PreviewRow {
        line,
        known: known.contains(&guest.email),
        name: guest.name,
        email: guest.email,
        college: guest.place.college(),
        organisation: guest.organisation,
        title: guest.title,
    }
}

/// Cards as they are printed. The codes are seen this once: the database keeps their hashes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Printed {
    pub college: CollegeId,
    pub batch: String,
    /// Number and code.
    pub cards: Vec<(i64, String)>,
}

#[server(name = MakeCodes, prefix = "/api", endpoint = "process/make-codes")]
pub async fn make_codes(
    process: ProcessId,
    #[server(default)] college: String,
    count: String,
    #[server(default)] batch: String,
) -> Result<Printed, AppError> {
    let visit = Visit::current()?;
    let printed = visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::MakeCodes, process).await?;
                let mut problems = Problems::new();
                let college = problems.take(members::college("college", &college, &colleges(c, process).await?));
                let count = problems.take(members::cards("count", &count));
                let batch = problems.take(text::required("batch", &batch, text::NAME));
                let (Some(college), Some(count), Some(batch)) = (college, count, batch) else {
                    return Err(problems.refusal().into());
                };
                let cards = store::code::make(c, process, college, &batch, count).await?;
                let detail = json!({ "college": college, "batch": batch, "count": count });
                visit.journal(c, Some(process), "code.make", process, detail).await?;
                let cards = cards.into_iter().map(|card| (card.number, card.code.to_string())).collect();
                Ok(Printed { college, batch, cards })
            })
        })
        .await?;
    show_answer();
    Ok(printed)
}

/// Withdraws a card named by its number or its code.
#[server(name = WithdrawCode, prefix = "/api", endpoint = "process/withdraw-code")]
pub async fn withdraw_code(process: ProcessId, card: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                visit.allow_in(c, Act::WithdrawCode, process).await?;
                let which = which(&card).map_err(|problem| Refusal { kind: domain::Kind::Invalid, problems: vec![problem] })?;
                let (id, number) =
                    store::code::withdraw(c, process, &which, visit.now).await?.ok_or_else(|| Refusal::field("card", "no-such-card"))?;
                visit.journal(c, Some(process), "code.withdraw", id, json!({ "number": number })).await?;
                Ok(())
            })
        })
        .await?;
    redirect(&format!("/p/{process}/codes?done=withdrawn"));
    Ok(())
}

/// A short number is a card's number, anything else its code.
fn which(typed: &str) -> Result<Which, Problem> {
    let bare = typed.trim().trim_start_matches(['n', 'N', '°', 'º', 'o', ' ', '\u{a0}', '.', '#']);
    match bare.parse::<i64>() {
        Ok(number) if bare.len() <= 7 => Ok(Which::Number(number)),
        _ => Code::parse("card", typed).map(Which::Code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_goes_by_its_number_or_its_code() {
        for typed in ["17", " 17 ", "n° 17", "N°17", "#17"] {
            assert!(matches!(which(typed), Ok(Which::Number(17))), "{typed}");
        }
        assert!(matches!(which("NNNN-NNNN-NNNN"), Err(problem) if problem.key == "code-mistyped"));
        let code = Code::from_random([9; 16]).to_string();
        assert!(matches!(which(&code), Ok(Which::Code(_))));
    }
}
