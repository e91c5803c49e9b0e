//! The thread of comments under a proposal or an article.

use std::collections::HashMap;

use domain::{
    access::Act,
    comments::{PAGE, Subject, shown_under},
    id::CommentId,
    round::State,
    text,
};
use leptos::prelude::*;
use store::{Conn, comments::Comment, round::Entry};

use super::{
    page::outcome_fields,
    paging::{page, pagination},
};
use crate::{
    AppError,
    i18n::t,
    ui::{Form, college, date::moment_view, decision, page::encode, paragraphs, sign},
    visit::Visit,
};

/// The comments on `subject`, a page of threads, with the forms this person may use. `open`: the round takes comments now.
pub async fn thread(visit: &Visit, c: &mut Conn, entry: &Entry, subject: Subject, open: bool) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let at = |name| visit.asked(name).and_then(|id| id.parse::<CommentId>().ok());
    let (reply, moderate) = (at("reply"), at("moderate"));
    let page = match at("comment").or(reply).or(moderate) {
        Some(id) => store::comments::page_of(c, subject, id).await?,
        None => page(visit),
    };
    let count = store::comments::place(c, subject).await?.map_or(0, |place| place.comments);
    let threads = store::comments::threads(c, subject).await?;
    let rows = store::comments::page(c, subject, entry.into(), page).await?;
    let comments = open && entry.who.may(Act::Comment);
    let answers = matches!(entry.calendar.state(visit.now), State::Open | State::Closed);
    let talk = Talk { visit, subject, comments, facilitates: entry.who.is_facilitator(), answers, reply, moderate };
    let list = if rows.is_empty() { view! { <p>{t!(lang, "comments-none")}</p> }.into_any() } else { talk.threads(&rows) };
    Ok(view! {
        <section class="stack" id="comments" aria-labelledby="comments-title">
            <h2 id="comments-title">{t!(lang, "comments-title", n = count)}</h2>
            {list}
            {pagination(lang, &format!("{}?", subject.path()), page, threads, PAGE)}
            {talk.new_thread(open)}
        </section>
    }
    .into_any())
}

/// What every comment of a thread needs to know.
struct Talk<'v> {
    visit: &'v Visit,
    subject: Subject,
    /// This person may comment now.
    comments: bool,
    facilitates: bool,
    /// Comments may be answered now.
    answers: bool,
    /// The comment whose reply form is open, and the one whose moderation is.
    reply: Option<CommentId>,
    moderate: Option<CommentId>,
}

impl Talk<'_> {
    fn threads(&self, rows: &[Comment]) -> AnyView {
        let replies: Vec<_> = rows.iter().filter_map(|row| Some((row.id, row.parent_id?))).collect();
        let under = shown_under(&replies);
        let mut children: HashMap<Option<CommentId>, Vec<&Comment>> = HashMap::new();
        for row in rows {
            children.entry(under.get(&row.id).copied()).or_default().push(row);
        }
        // The store gives them by depth; those that stand flat beside others go by time.
        for list in children.values_mut() {
            list.sort_by_key(|row| (row.created_at, row.id));
        }
        view! { <ol class="thread">{self.level(&children, None)}</ol> }.into_any()
    }

    fn level(&self, children: &HashMap<Option<CommentId>, Vec<&Comment>>, above: Option<CommentId>) -> AnyView {
        children
            .get(&above)
            .into_iter()
            .flatten()
            .map(|row| {
                let replies = children.contains_key(&Some(row.id)).then(|| view! { <ol>{self.level(children, Some(row.id))}</ol> });
                view! { <li>{self.comment(row)}{replies}</li> }
            })
            .collect_view()
            .into_any()
    }

    fn comment(&self, row: &Comment) -> AnyView {
        let lang = self.visit.lang;
        let mut class = "comment".to_owned();
        for (is, name) in
            [(row.hidden, " is-hidden"), (row.kind.is_none(), " is-official"), (self.visit.account() == Some(row.author_id), " is-mine")]
        {
            if is {
                class.push_str(name);
            }
        }
        let origin = match (row.kind, &row.college) {
            (Some(kind), Some(name)) => college(lang, kind, name),
            _ => view! { <span class="small">{t!(lang, "comment-official")}</span> }.into_any(),
        };
        let body = if row.hidden { self.hidden(row) } else { paragraphs(&row.body) };
        let answer = row.outcome.filter(|_| !row.hidden).map(|outcome| decision(lang, Some(outcome), paragraphs(&row.reason)));
        view! {
            <article class=class id=format!("c-{}", row.id)>
                <header class="comment-head">
                    <span class="author" dir="auto">{row.author.clone()}</span>{origin}
                    <a class="comment-date" href=self.subject.comment_path(row.id)>{moment_view(self.visit, row.created_at)}</a>
                </header>
                <div class="comment-body" dir="auto">{body}</div>
                {answer}
                {self.tools(row)}
                {(self.comments && self.reply == Some(row.id) && !row.hidden).then(|| self.form(Some(row.id)))}
                {(self.facilitates && self.moderate == Some(row.id)).then(|| self.moderation(row))}
            </article>
        }
        .into_any()
    }

    /// In place of hidden words: that they are, and to those who may know, why and what.
    fn hidden(&self, row: &Comment) -> AnyView {
        let lang = self.visit.lang;
        let why = (!row.hidden_reason.is_empty()).then(|| {
            view! {
                <p>{t!(lang, "comment-hidden-why", reason = row.hidden_reason.as_str())}</p>
                <details><summary>{t!(lang, "comment-hidden-words")}</summary>{paragraphs(&row.body)}</details>
            }
        });
        view! { <p>{t!(lang, "comment-hidden")}</p>{why} }.into_any()
    }

    fn tools(&self, row: &Comment) -> Option<AnyView> {
        let lang = self.visit.lang;
        let link = |what: &str, form: &str| format!("{}?{what}={}#form-{form}-{}", self.subject.path(), row.id, row.id);
        let reply = (self.comments && !row.hidden && self.reply != Some(row.id)).then(|| {
            view! { <a class="button is-quiet is-small" href=link("reply", "reply")>{sign("reply")}{t!(lang, "comment-reply")}</a> }
        });
        let moderate = (self.facilitates && !row.hidden && self.moderate != Some(row.id)).then(|| {
            let form = if self.answers { "answer" } else { "hide" };
            view! { <a class="button is-quiet is-small" href=link("moderate", form)>{t!(lang, "comment-moderate")}</a> }
        });
        if reply.is_none() && moderate.is_none() {
            return None;
        }
        Some(view! { <footer class="comment-tools">{reply}{moderate}</footer> }.into_any())
    }

    /// The form for a reply, or for a new thread.
    fn form(&self, parent: Option<CommentId>) -> AnyView {
        let lang = self.visit.lang;
        let form = Form::keyed(self.visit, Act::Comment, parent.map_or_else(|| "comment".to_owned(), |id| format!("reply-{id}")));
        let label = if parent.is_some() { t!(lang, "comment-your-reply") } else { t!(lang, "comment-yours") };
        form.view(view! {
            {form.hidden("subject", self.subject)}
            {parent.map(|id| form.hidden("parent", id))}
            {form.area("body", label).rows(4).hint(t!(lang, "comment-hint", max = text::COMMENT)).view()}
            {form.submit(t!(lang, "comment-send"))}
        })
    }

    /// The form for a new thread, or why there is none.
    fn new_thread(&self, open: bool) -> AnyView {
        let lang = self.visit.lang;
        if self.comments {
            return self.form(None);
        }
        if open && self.visit.account().is_none() {
            let next = format!("/card?next={}", encode(&self.subject.path()));
            return view! { <p>{t!(lang, "comment-sign-in")} " " <a href=next>{t!(lang, "nav-card")}</a></p> }.into_any();
        }
        let words = if open { t!(lang, "comment-only-members") } else { t!(lang, "comment-closed") };
        view! { <p class="small">{words}</p> }.into_any()
    }

    /// What a facilitator may do with one comment: answer it, hide it.
    fn moderation(&self, row: &Comment) -> Option<AnyView> {
        if row.hidden {
            return None;
        }
        let lang = self.visit.lang;
        let answer = self.answers.then(|| {
            let form = Form::keyed(self.visit, Act::AnswerComment, format!("answer-{}", row.id));
            form.view(view! {
                {form.hidden("comment", row.id)}
                {outcome_fields(lang, &form, row.outcome, &row.reason)}
                {form.submit(t!(lang, "decide-send"))}
            })
        });
        let form = Form::keyed(self.visit, Act::HideComment, format!("hide-{}", row.id));
        let hide = form.view(view! {
            {form.hidden("comment", row.id)}
            {form.area("reason", t!(lang, "hide-reason")).rows(3).hint(t!(lang, "hide-reason-hint")).view()}
            <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "hide-comment-send")}</button></p>
        });
        Some(view! { <div class="stack">{answer}{hide}</div> }.into_any())
    }
}
