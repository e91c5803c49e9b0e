//! Server functions of the coding desk.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    Refusal,
    access::Act,
    id::{RoundId, ThemeId},
    lang::LangText,
    needs::coding::{self, TextId},
    refusal::Problems,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{Conn, needs::coding as desk, round::Entry};

use super::desk::address;
use crate::{AppError, visit::Visit};

/// Admits to a desk: the act, then whether this round's texts may be read now. Those who change it wait for one another.
async fn enter(visit: &Visit, c: &mut Conn, act: Act, round: RoundId) -> Result<Entry, AppError> {
    let entry = visit.allow_in_round(c, act, round).await?;
    coding::may_code(entry.kind, entry.mode, &entry.calendar, visit.now)?;
    c.lock(round.0).await?;
    Ok(entry)
}

/// Admits to a theme's desk.
async fn enter_theme(visit: &Visit, c: &mut Conn, act: Act, theme: ThemeId) -> Result<(Entry, desk::Theme), AppError> {
    let round = desk::theme(c, theme).await?.ok_or_else(Refusal::not_found)?.round_id;
    let entry = enter(visit, c, act, round).await?;
    // Read again: it may have been merged while we waited.
    Ok((entry, desk::theme(c, theme).await?.ok_or_else(Refusal::not_found)?))
}

async fn new_theme(c: &mut Conn, round: RoundId, title: &LangText, definition: &str) -> Result<(ThemeId, String), AppError> {
    let words = coding::theme(title, definition)?;
    let taken: BTreeSet<String> = desk::themes(c, round).await?.into_iter().map(|theme| theme.code).collect();
    let code = coding::new_code(&words.title, &taken)?;
    Ok((desk::add_theme(c, round, &code, &words).await?, code))
}

#[server(name = AddTheme, prefix = "/api", endpoint = "needs/add-theme")]
pub async fn add_theme(round: RoundId, #[server(default)] title: LangText, #[server(default)] definition: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let code = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = enter(&visit, c, Act::AddTheme, round).await?;
                let (theme, code) = new_theme(c, round, &title, &definition).await?;
                visit.journal(c, Some(entry.process), "theme.add", theme, json!({ "code": code })).await?;
                Ok::<_, AppError>(code)
            })
        })
        .await?;
    redirect(&format!("{}#theme-{code}", address(round, "book")));
    Ok(())
}

#[server(name = EditTheme, prefix = "/api", endpoint = "needs/edit-theme")]
pub async fn edit_theme(theme: ThemeId, #[server(default)] title: LangText, #[server(default)] definition: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let held = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, held) = enter_theme(&visit, c, Act::EditTheme, theme).await?;
                let words = coding::theme(&title, &definition)?;
                desk::edit_theme(c, theme, &words).await?;
                visit.journal(c, Some(entry.process), "theme.edit", theme, json!({ "code": held.code })).await?;
                Ok::<_, AppError>(held)
            })
        })
        .await?;
    redirect(&format!("{}#theme-{}", address(held.round_id, "book"), held.code));
    Ok(())
}

/// From now on a theme is counted as the one with the code `into`.
#[server(name = MergeTheme, prefix = "/api", endpoint = "needs/merge-theme")]
pub async fn merge_theme(theme: ThemeId, #[server(default)] into: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let db = visit.services.db.clone();
    let (round, into) = db
        .write(move |c| {
            Box::pin(async move {
                let (entry, from) = enter_theme(&visit, c, Act::MergeTheme, theme).await?;
                let other = desk::themes(c, from.round_id).await?.into_iter().find(|other| other.code == into);
                let target = other.map(|other| (other.id, other.merged_into.is_some()));
                let kept = coding::merge(theme, from.merged_into.is_some(), target)?;
                let sheets = desk::desk(c, from.round_id).await?;
                let verdicts: Vec<(TextId, bool)> =
                    sheets.iter().filter_map(|(text, sheet)| Some((text.clone(), sheet.merged(theme, kept)?))).collect();
                desk::merge(c, from.round_id, theme, kept, entry.who.account()?, &verdicts).await?;
                visit.journal(c, Some(entry.process), "theme.merge", theme, json!({ "code": from.code, "into": into })).await?;
                Ok::<_, AppError>((from.round_id, into))
            })
        })
        .await?;
    redirect(&format!("{}#theme-{into}", address(round, "book")));
    Ok(())
}

/// A new theme takes over the codings of a theme on some texts.
#[server(name = SplitTheme, prefix = "/api", endpoint = "needs/split-theme")]
pub async fn split_theme(
    theme: ThemeId,
    #[server(default)] title: LangText,
    #[server(default)] definition: String,
    #[server(default)] texts: Vec<String>,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let db = visit.services.db.clone();
    let (round, code) = db
        .write(move |c| {
            Box::pin(async move {
                let (entry, from) = enter_theme(&visit, c, Act::SplitTheme, theme).await?;
                let sheets = desk::desk(c, from.round_id).await?;
                let chosen: BTreeSet<TextId> = sheets.keys().filter(|text| texts.contains(&desk::key(text))).cloned().collect();
                let moving = coding::split(&sheets, theme, &chosen, entry.who.account()?);
                // What is wrong with the name and with the choice is said at once.
                let words = coding::theme(&title, &definition);
                let (moving, _) = both(moving, words)?;
                let (to, code) = new_theme(c, from.round_id, &title, &definition).await?;
                desk::split(c, theme, to, &moving).await?;
                let facts = json!({ "code": from.code, "into": code, "count": moving.len() });
                visit.journal(c, Some(entry.process), "theme.split", theme, facts).await?;
                Ok::<_, AppError>((from.round_id, code))
            })
        })
        .await?;
    redirect(&format!("{}#theme-{code}", address(round, "book")));
    Ok(())
}

/// Both, or all that is wrong with either.
fn both<A, B>(a: Result<A, Refusal>, b: Result<B, Refusal>) -> Result<(A, B), Refusal> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(mut a), Err(b)) => {
            a.problems.extend(b.problems);
            Err(a)
        }
        (Err(refusal), _) | (_, Err(refusal)) => Err(refusal),
    }
}

/// Keeps what one person marked on a page of texts: `given` by the texts' keys, each with the codes of themes, or `-` for none of them. A
/// text without any mark stays unread. `go`: `next` turns the page.
#[server(name = SaveCoding, prefix = "/api", endpoint = "needs/save-coding")]
pub async fn save_coding(
    round: RoundId,
    question: String,
    #[server(default)] given: HashMap<String, Vec<String>>,
    #[server(default)] page: usize,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let db = visit.services.db.clone();
    let here = format!("{}&question={question}", address(round, "texts"));
    db.write(move |c| {
        Box::pin(async move {
            let entry = enter(&visit, c, Act::SaveCoding, round).await?;
            let coder = entry.who.account()?;
            let form = store::responses::form(c, round, entry.kind).await?.unwrap_or_default();
            if !coding::text_keys(&form).iter().any(|(key, _)| *key == question) {
                return Err(Refusal::not_found().into());
            }
            let themes: BTreeMap<String, ThemeId> =
                desk::themes(c, round).await?.into_iter().filter(|theme| theme.merged_into.is_none()).map(|t| (t.code, t.id)).collect();
            let texts = desk::texts(c, round, &question).await?;
            let sheets = desk::desk(c, round).await?;
            let (mut problems, mut changes) = (Problems::new(), Vec::new());
            for (key, values) in &given {
                let (text, _) = texts.get(key).ok_or_else(Refusal::not_found)?;
                let marked = coding::marked(values, &themes).map_err(|problem| domain::Problem { field: field(key), ..problem });
                if let Some(marked) = problems.take(marked)
                    && coding::read(sheets.get(text), coder, marked.as_ref())?
                {
                    changes.push((text, marked));
                }
            }
            problems.check()?;
            for (text, marked) in changes {
                desk::read(c, round, text, coder, marked.as_ref()).await?;
            }
            Ok::<_, AppError>(())
        })
    })
    .await?;
    let page = page.max(1);
    redirect(&if go == "next" { format!("{here}&page={}#texts", page + 1) } else { format!("{here}&page={page}&saved=1#texts") });
    Ok(())
}

/// The name of a text's boxes.
pub fn field(key: &str) -> String {
    format!("given[{key}][]")
}

/// What the two readers of a text agreed on: the themes it bears, and none of the others.
#[server(name = SettleText, prefix = "/api", endpoint = "needs/settle")]
pub async fn settle(round: RoundId, text: String, #[server(default)] borne: Vec<String>) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = enter(&visit, c, Act::SettleText, round).await?;
                let themes: Vec<desk::Theme> =
                    desk::themes(c, round).await?.into_iter().filter(|theme| theme.merged_into.is_none()).collect();
                let sheets = desk::desk(c, round).await?;
                let (text, sheet) = sheets.iter().find(|(id, _)| desk::key(id) == text).ok_or_else(Refusal::not_found)?;
                let wanted: BTreeSet<ThemeId> = themes.iter().filter(|theme| borne.contains(&theme.code)).map(|theme| theme.id).collect();
                let settled = sheet.settle(&themes.iter().map(|theme| theme.id).collect::<Vec<_>>(), &wanted)?;
                desk::settle(c, round, text, entry.who.account()?, &settled).await?;
                visit.journal(c, Some(entry.process), "coding.settle", round, json!({})).await
            })
        })
        .await?;
    redirect(&format!("{}&saved=1#apart", address(round, "agreement")));
    Ok(())
}
