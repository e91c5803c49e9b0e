//! Server functions of the questions about an article.

use domain::{
    Refusal,
    access::Act,
    comments::{self, Subject},
    id::{ArticleId, CommentId},
    pace::Deed,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;

use super::anchor;
use crate::{AppError, visit::Visit};

/// A question is a comment that asks: whatever may be done with a comment may be done with it.
#[server(name = Ask, prefix = "/api", endpoint = "charter/ask")]
pub async fn ask(article: ArticleId, #[server(default)] body: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let me = visit.account().ok_or_else(Refusal::sign_in)?;
    let subject = Subject::Article(article);
    let (round, id) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                store::comments::turn(c, subject, me).await?;
                let place = store::comments::place(c, subject).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::Ask, place.round_id).await?;
                if place.hidden {
                    return Err(Refusal::conflict("amendment-article-gone").into());
                }
                let (author, college) = (entry.who.account()?, entry.who.college()?);
                let said = store::comments::said(c, subject, None, author, &domain::text::clean(&body)).await?;
                let body = comments::comment(&entry.calendar, visit.now, subject, None, said, &body)?;
                visit.pace(c, author, Deed::Comment).await?;
                let new =
                    store::comments::New { round: place.round_id, subject, parent: None, author, college: Some(college), body: &body };
                Ok((place.round_id, store::comments::ask(c, new, visit.now).await?))
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("/{subject}#{}", anchor(id)));
    Ok(())
}

/// An answer, or the same said better.
#[server(name = AnswerQuestion, prefix = "/api", endpoint = "charter/answer-question")]
pub async fn answer_question(comment: CommentId, #[server(default)] reason: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (round, subject) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let standing = store::comments::standing(c, comment).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::AnswerQuestion, standing.round).await?;
                let by = entry.who.account()?;
                // Of elected members, those whom a facilitator named.
                if !entry.who.is_facilitator() && !store::proposals::idea::answers(c, entry.process, by).await? {
                    return Err(Refusal::conflict("not-named-to-answer").into());
                }
                // What an elected member may not read is not there for them.
                if !standing.question || (standing.written.hidden && !entry.who.reads_hidden()) {
                    return Err(Refusal::not_found().into());
                }
                let words = comments::answer_question(&entry.calendar, visit.now, &standing.written, &reason)?;
                store::comments::answer_question(c, comment, &words, by).await?;
                let detail = json!({ "on": standing.subject.to_string() });
                visit.journal(c, Some(entry.process), "comment.answer", comment, detail).await?;
                Ok((standing.round, standing.subject))
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("{}#{}", subject.path(), anchor(comment)));
    Ok(())
}
