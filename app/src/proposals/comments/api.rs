//! Server functions of comments, on proposals and articles alike.

#![expect(clippy::too_many_arguments, reason = "the fields of one form")]

use domain::{
    Refusal,
    access::Act,
    charter::anchor::Picked,
    comments::{self, Mark, Mention, Subject},
    id::{CommentId, ProcessId},
    pace::{Deed, pace},
    proposals,
};
use leptos::prelude::*;
use serde_json::json;
use store::{Conn, comments::Standing, round::Entry};

use super::super::api::back_to;
use crate::{AppError, account::mail, charter::passage, visit::Visit};

/// A comment; `parent` is empty for a new thread, `mentions` are whom it is for. On a passage of an article: the `version` that was read,
/// and the `sentences`, or the words `quote` that stand there `from`, `to`.
#[server(name = Comment, prefix = "/api", endpoint = "proposals/comment")]
pub async fn comment(
    subject: Subject,
    #[server(default)] parent: String,
    #[server(default)] body: String,
    #[server(default)] mentions: Vec<String>,
    #[server(default)] version: Option<i64>,
    #[server(default)] sentences: Vec<u32>,
    #[server(default)] from: Option<u32>,
    #[server(default)] to: Option<u32>,
    #[server(default)] quote: String,
) -> Result<(), AppError> {
    // A form that names a version is about a passage of it.
    let picked = version.map(|version| Picked { version, exact: from.zip(to).map(|(from, to)| from..to), sentences, quote });
    let visit = Visit::current()?;
    let me = visit.account().ok_or_else(Refusal::sign_in)?;
    let (round, id) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                // Before anything is read: what is being withdrawn, merged or hidden takes no comment.
                store::comments::turn(c, subject, me).await?;
                let place = store::comments::place(c, subject).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::Comment, place.round_id).await?;
                if place.hidden {
                    return Err(Refusal::not_found().into());
                }
                let parent: Option<CommentId> = match parent.as_str() {
                    "" => None,
                    id => Some(id.parse().map_err(|_| Refusal::not_found())?),
                };
                let standing = match parent {
                    Some(id) => Some(store::comments::standing(c, id).await?.ok_or_else(Refusal::not_found)?.parent()),
                    None => None,
                };
                let author = entry.who.account()?;
                let said = store::comments::said(c, subject, parent, author, &domain::text::clean(&body)).await?;
                let body = comments::comment(&entry.calendar, visit.now, subject, standing, said, &body);
                let passage = match (&picked, subject) {
                    (Some(picked), Subject::Article(article)) => Some(passage::of(c, article, picked).await),
                    _ => None,
                };
                // Both are said at once: what is missing in the words, and in the choice of the passage.
                let (body, passage) = passage::both(body, passage)?;
                let named = match mentions.as_slice() {
                    [] => Vec::new(),
                    chosen => comments::mentions(chosen, &offered(c, entry.process, subject, author).await?)?,
                };
                visit.pace(c, author, Deed::Comment).await?;
                let college = entry.who.membership.and_then(|member| member.college).map(|(id, _)| id);
                let new = store::comments::New { round: place.round_id, subject, parent, author, college, body: &body };
                let id = store::comments::create(c, new, visit.now).await?;
                store::comments::mention(c, id, &named).await?;
                if let Some(passage) = passage {
                    passage.tie(c, id).await?;
                }
                tell(&visit, c, entry.process, subject, id, &named).await?;
                Ok((place.round_id, id))
            })
        })
        .await?;
    visit.services.live.changed(round);
    leptos_axum::redirect(&subject.comment_path(id));
    Ok(())
}

/// Who may be named here: people of the same talk, and the publics of the process.
async fn offered(c: &mut Conn, process: ProcessId, subject: Subject, me: domain::id::AccountId) -> Result<Vec<Mention>, AppError> {
    let people = store::comments::people(c, process, subject, me).await?;
    let colleges = store::process::colleges(c, process).await?;
    let people = people.into_iter().map(|person| Mention::Person(person.member_id));
    Ok(people.chain(colleges.into_iter().map(|college| Mention::Public(college.id))).collect())
}

/// A mail to each person who was named and wants it, one a day at most: the rest is read under "my word".
async fn tell(
    visit: &Visit,
    c: &mut Conn,
    process: ProcessId,
    subject: Subject,
    comment: CommentId,
    named: &[Mention],
) -> Result<(), AppError> {
    for mention in named {
        let Mention::Person(member) = mention else { continue };
        let Some((account, _)) = store::members::account(c, *member).await? else { continue };
        let Some(account) = store::account::find(c, account).await? else { continue };
        let (Some(email), Some(_)) = (&account.email, account.verified_at) else { continue };
        let Ok(full_at) = pace(Deed::MentionMail, None, visit.now) else { continue };
        // The same setting as for mails that tell of answers.
        let Some(token) = store::news::token(c, account.id).await? else { continue };
        if store::pace::once(c, account.id, Deed::MentionMail, full_at, visit.now).await? {
            let found = store::process::find(c, process).await?.ok_or_else(Refusal::not_found)?;
            let lang = mail::language_in(c, &account, process).await?;
            let site = &visit.services.site.url;
            let letter = mail::mention(lang, site, found.title.text(lang.tag()), &subject.comment_path(comment), &token);
            letter.queue(c, email, visit.now).await?;
        }
    }
    Ok(())
}

/// A comment that stands where this person may act; one's own is always in reach. Their own deeds wait for one another, before others'.
async fn reach(visit: &Visit, c: &mut Conn, act: Act, comment: CommentId) -> Result<(Standing, Entry), AppError> {
    c.lock(visit.account().ok_or_else(Refusal::sign_in)?.0).await?;
    let standing = store::comments::standing(c, comment).await?.ok_or_else(Refusal::not_found)?;
    let entry = visit.allow_in_round(c, act, standing.round).await?;
    let reads = entry.who.reads_hidden() || Some(standing.written.author) == entry.who.account;
    if !reads && store::comments::place(c, standing.subject).await?.is_none_or(|place| place.hidden) {
        return Err(Refusal::not_found().into());
    }
    Ok((standing, entry))
}

#[server(name = EditComment, prefix = "/api", endpoint = "proposals/edit-comment")]
pub async fn edit_comment(comment: CommentId, #[server(default)] body: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let standing = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (standing, entry) = reach(&visit, c, Act::EditComment, comment).await?;
                let me = entry.who.account()?;
                if let Some(body) = comments::edit(&entry.calendar, visit.now, me, &standing.written, &standing.body, &body)? {
                    visit.pace(c, me, Deed::Edit).await?;
                    store::comments::edit(c, comment, &body, visit.now).await?;
                }
                Ok(standing)
            })
        })
        .await?;
    visit.services.live.changed(standing.round);
    leptos_axum::redirect(&standing.subject.comment_path(comment));
    Ok(())
}

#[server(name = WithdrawComment, prefix = "/api", endpoint = "proposals/withdraw-comment")]
pub async fn withdraw_comment(comment: CommentId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let standing = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (standing, entry) = reach(&visit, c, Act::WithdrawComment, comment).await?;
                comments::withdraw(&entry.calendar, visit.now, entry.who.account()?, &standing.written)?;
                store::comments::withdraw(c, comment, standing.subject).await?;
                Ok(standing)
            })
        })
        .await?;
    visit.services.live.changed(standing.round);
    leptos_axum::redirect(&standing.subject.comment_path(comment));
    Ok(())
}

/// `mark` is `agree`, `disagree`, or `none` to take it off.
#[server(name = MarkComment, prefix = "/api", endpoint = "proposals/mark-comment")]
pub async fn mark_comment(comment: CommentId, #[server(default)] mark: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (standing, entry) = reach(&visit, c, Act::MarkComment, comment).await?;
                let me = entry.who.account()?;
                let after: Option<Mark> = match mark.as_str() {
                    "none" => None,
                    word => Some(word.parse().map_err(|_| Refusal::field("mark", "required"))?),
                };
                let before = store::comments::mark_of(c, comment, me).await?;
                if let Some(step) = comments::mark(&entry.calendar, visit.now, me, &standing.written, before, after)? {
                    visit.pace(c, me, Deed::Mark).await?;
                    store::comments::mark(c, comment, me, after, step).await?;
                }
                Ok(())
            })
        })
        .await?;
    back_to(&visit, &format!("#c-{comment}"));
    Ok(())
}

#[server(name = AnswerComment, prefix = "/api", endpoint = "proposals/answer-comment")]
pub async fn answer_comment(
    comment: CommentId,
    #[server(default)] outcome: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let subject = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (standing, entry) = reach(&visit, c, Act::AnswerComment, comment).await?;
                if standing.question {
                    return Err(Refusal::conflict("question-wants-words").into());
                }
                comments::answer(&standing.written)?;
                let decision = proposals::decide(&entry.calendar, visit.now, &outcome, &reason)?;
                store::comments::answer(c, comment, &decision).await?;
                let detail = json!({ "on": standing.subject.to_string(), "outcome": decision.outcome });
                visit.journal(c, Some(entry.process), "comment.answer", comment, detail).await?;
                Ok(standing.subject)
            })
        })
        .await?;
    leptos_axum::redirect(&subject.comment_path(comment));
    Ok(())
}
