//! Server functions of charters.

#![expect(clippy::too_many_arguments, reason = "the fields of one form")]

use domain::{
    Refusal,
    access::Act,
    charter::{
        Frame,
        article::{self, Direction},
        document::Loss,
        pen::Pen,
        stance,
    },
    id::{ArticleId, RoundId, VersionId},
    lang::LangText,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::charter;

use super::{decision::drafting, draft};
use crate::{AppError, visit::Visit};

/// Preamble and rule of the decision, before the round opens.
#[server(name = EditCharter, prefix = "/api", endpoint = "charter/edit")]
pub async fn edit_charter(
    round: RoundId,
    #[server(default)] preamble: LangText,
    #[server(default)] quorum_percent: String,
    #[server(default)] threshold_percent: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::EditCharter, round).await?;
                entry.calendar.must_not_have_opened(visit.now)?;
                let typed = Frame::typed(&preamble, &quorum_percent, &threshold_percent)?;
                let before: Frame = store::round::content(c, round).await?;
                let frame = Frame { rules: before.rules, ..typed };
                store::round::set_content(c, round, &frame).await?;
                let rule = json!({ "quorum": frame.quorum_percent, "threshold": frame.threshold_percent });
                visit.journal(c, Some(entry.process), "charter.edit", round, rule).await
            })
        })
        .await?;
    visit.services.live.changed(round);
    Ok(())
}

/// The preamble and the articles of a file, before the round opens. Gives what the file held and the charter does not.
#[server(name = ImportCharter, prefix = "/api", endpoint = "charter/import")]
pub async fn import_charter(round: RoundId, #[server(default)] file: String) -> Result<Vec<Loss>, AppError> {
    super::files::import(round, file).await
}

/// A new article at the end.
#[server(name = AddArticle, prefix = "/api", endpoint = "charter/add-article")]
pub async fn add_article(
    round: RoundId,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] easy: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::AddArticle, round).await?;
                let words = article::first(&title, &body, &easy, &note)?;
                let id = charter::add_article(c, round, &words, entry.who.account()?, visit.now).await?;
                visit.journal(c, Some(entry.process), "article.add", id, json!({ "round": round })).await?;
                Ok(id)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#article-{id}"));
    Ok(())
}

/// A new version. `version` is the number of the one it was written from, `base` the draft's words in the form that was filled in:
/// nothing is overwritten unread. `live`: the draft was written in with others, and the version is what it holds.
#[server(name = EditArticle, prefix = "/api", endpoint = "charter/edit-article")]
pub async fn edit_article(
    article: ArticleId,
    version: i64,
    #[server(default)] base: Option<String>,
    #[server(default)] live: bool,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] easy: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = charter::round_of(c, article).await?.ok_or_else(Refusal::not_found)?;
                let entry = drafting(&visit, c, Act::EditArticle, round).await?;
                let (current, draft) = draft::locked(c, article).await?;
                let body = if live { draft.text() } else { draft::joined(&draft, base, &current.body, &body)? };
                let (number, words) = article::next((current.number, &current.words()), version, &title, &body, &easy, &note)?;
                if !live {
                    charter::rewrite(c, article, &draft, &words.body, &[]).await?;
                }
                charter::add_version(c, article, number, &words, entry.who.account()?, visit.now).await?;
                visit.journal(c, Some(entry.process), "article.edit", article, json!({ "version": number })).await?;
                Ok(round)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/article/{article}"));
    Ok(())
}

/// What a writer's form puts into the draft of an article; `base` is what the draft held when the form was filled in.
#[server(name = WriteDraft, prefix = "/api", endpoint = "charter/write-draft")]
pub async fn write_draft(
    article: ArticleId,
    #[server(default)] base: Option<String>,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = charter::round_of(c, article).await?.ok_or_else(Refusal::not_found)?;
                let entry = drafting(&visit, c, Act::WriteDraft, round).await?;
                draft::must_hold_pen(c, round, &entry).await?;
                let (current, draft) = draft::locked(c, article).await?;
                let body = draft::joined(&draft, base, &current.body, &article::body(&body)?)?;
                charter::rewrite(c, article, &draft, &body, &[entry.who.account()?]).await?;
                Ok(round)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/article/{article}/edit?kept"));
    Ok(())
}

/// Who writes in the drafts of a charter.
#[server(name = HandPen, prefix = "/api", endpoint = "charter/hand-pen")]
pub async fn hand_pen(round: RoundId, #[server(default)] pen: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::HandPen, round).await?;
                let pen: Pen = pen.parse().map_err(|_| Refusal::field("pen", "required"))?;
                if charter::hand_pen(c, round, pen).await? {
                    visit.journal(c, Some(entry.process), "charter.pen", round, json!({ "pen": pen })).await?;
                }
                Ok(())
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#pen"));
    Ok(())
}

/// One place up or down.
#[server(name = MoveArticle, prefix = "/api", endpoint = "charter/move-article")]
pub async fn move_article(article: ArticleId, direction: Direction) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = charter::round_of(c, article).await?.ok_or_else(Refusal::not_found)?;
                let entry = drafting(&visit, c, Act::MoveArticle, round).await?;
                // At the end of the list there is nowhere to go: somebody else moved it there a moment ago.
                if let Some(other) = article::neighbour(&charter::order(c, round).await?, article, direction) {
                    let places = charter::places(c, round).await?;
                    let chapter = |id| places.iter().find(|(article, _)| *article == id).and_then(|(_, chapter)| *chapter);
                    // Over the edge of a chapter it goes into the next one, and its number stays.
                    if chapter(article) == chapter(other) {
                        charter::swap(c, article, other).await?;
                    } else {
                        charter::set_chapter(c, article, chapter(other)).await?;
                    }
                    visit.journal(c, Some(entry.process), "article.move", article, json!({ "direction": direction })).await?;
                }
                Ok(round)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/r/{round}/edit#article-{article}"));
    Ok(())
}

/// What a version is called beside its number, at any time: its words stay as they are.
#[server(name = NameVersion, prefix = "/api", endpoint = "charter/name-version")]
pub async fn name_version(version: VersionId, #[server(default)] name: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let article = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (round, article) = charter::place_of(c, version).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::NameVersion, round).await?;
                let name = article::named(&name)?;
                if let Some(number) = charter::name_version(c, version, &name).await? {
                    visit.journal(c, Some(entry.process), "article.name", article, json!({ "version": number, "name": name })).await?;
                }
                Ok(article)
            })
        })
        .await?;
    redirect(&format!("/article/{article}#version-{version}"));
    Ok(())
}

/// The easy-to-read text of the current version says what its text says: somebody has looked.
#[server(name = ConfirmEasy, prefix = "/api", endpoint = "charter/confirm-easy")]
pub async fn confirm_easy(version: VersionId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let article = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (round, article) = charter::place_of(c, version).await?.ok_or_else(Refusal::not_found)?;
                let entry = drafting(&visit, c, Act::ConfirmEasy, round).await?;
                c.lock(article.0).await?;
                let current = charter::article(c, article).await?.ok_or_else(Refusal::not_found)?.version;
                // Another version came in a moment ago: that one was not looked at.
                if current.version_id != version {
                    return Err(Refusal::conflict("easy-newer").into());
                }
                if let Some(number) = charter::confirm_easy(c, version).await? {
                    visit.journal(c, Some(entry.process), "article.easy", article, json!({ "version": number })).await?;
                }
                Ok(article)
            })
        })
        .await?;
    redirect(&format!("/article/{article}"));
    Ok(())
}

/// Where a person stands on one version of an article; changeable while the round is open.
#[server(name = TakeStance, prefix = "/api", endpoint = "charter/take-stance")]
pub async fn take_stance(version: VersionId, #[server(default)] stance: String, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (round, article) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (round, article) = charter::place_of(c, version).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::TakeStance, round).await?;
                stance::may_take(entry.kind, &entry.calendar, visit.now)?;
                c.lock(article.0).await?;
                let found = charter::article(c, article).await?.ok_or_else(Refusal::not_found)?;
                if found.removed_at.is_some() {
                    return Err(Refusal::conflict("amendment-article-gone").into());
                }
                let current = found.version.version_id == version;
                let (stance, reason) = stance::take(current, &stance, &reason)?;
                let (account, college) = (entry.who.account()?, entry.who.college()?);
                charter::take_stance(c, charter::NewStance { round, version, account, college, stance, reason: &reason }).await?;
                Ok((round, article))
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/article/{article}#position"));
    Ok(())
}
