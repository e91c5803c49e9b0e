//! Questions about an article, with their answers beside it. Each is a comment too: there it is talked about, reported and taken back.

pub mod api;

use domain::{access::Act, comments::Subject, id::CommentId, text};
use leptos::prelude::*;
use store::{Conn, charter::Article, comments::Question, round::Entry};

use crate::{
    AppError,
    i18n::t,
    ui::{Form, college, college_name, paragraphs},
    visit::Visit,
};

/// Where a question stands on the article's page.
fn anchor(id: CommentId) -> String {
    format!("q-{id}")
}

/// What people asked and what was answered, the way to ask, and to those who answer a form for each. `open`: the round takes words now.
pub async fn questions(visit: &Visit, c: &mut Conn, entry: &Entry, article: &Article, open: bool) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let rows = store::comments::questions(c, article.id).await?;
    let answers = match visit.account() {
        _ if entry.who.is_facilitator() => true,
        Some(account) if entry.who.may(Act::AnswerQuestion) => store::proposals::idea::answers(c, entry.process, account).await?,
        _ => false,
    } && entry.calendar.must_be_answerable(visit.now).is_ok();
    let asks = open && entry.who.may(Act::Ask);
    if rows.is_empty() && !asks {
        return Ok(None);
    }
    let items: Vec<_> = rows.iter().map(|row| item(visit, article, row, answers)).collect();
    let list = if items.is_empty() {
        view! { <p>{t!(lang, "questions-none")}</p> }.into_any()
    } else {
        view! { <ul class="items questions">{items}</ul> }.into_any()
    };
    let ask = asks.then(|| {
        let form = Form::keyed(visit, Act::Ask, "ask");
        let open = form.refused();
        let fields = form.view(view! {
            {form.hidden("article", article.id)}
            {form.area("body", t!(lang, "question-yours")).rows(3).hint(t!(lang, "question-hint", max = text::COMMENT)).view()}
            {form.submit(t!(lang, "question-send"))}
        });
        view! { <details open=open><summary>{t!(lang, "question-ask")}</summary>{fields}</details> }
    });
    Ok(Some(
        view! {
            <section class="stack" id="questions" aria-labelledby="questions-title">
                <h2 id="questions-title">{t!(lang, "questions-title")}</h2>
                {list}
                {ask}
            </section>
        }
        .into_any(),
    ))
}

fn item(visit: &Visit, article: &Article, row: &Question, answers: bool) -> AnyView {
    let lang = visit.lang;
    let origin = row.kind.zip(row.college.as_ref()).map(|(kind, name)| college(lang, kind, name));
    let answered = row.answered_by.as_ref().map(|name| {
        let place = row.answerer_kind.map_or_else(|| t!(lang, "comment-official"), |kind| college_name(lang, kind, &Default::default()));
        view! {
            <div class="answer">
                <p class="small"><strong>{t!(lang, "question-answer-of")}" "<bdi>{name.clone()}</bdi></strong>" "{place}</p>
                <div dir="auto">{paragraphs(&row.answer)}</div>
            </div>
        }
    });
    let waits = answered.is_none().then(|| view! { <p class="small">{t!(lang, "question-waits")}</p> });
    let form = answers.then(|| {
        let form = Form::keyed(visit, Act::AnswerQuestion, format!("question-{}", row.id));
        let open = form.refused();
        let title = if answered.is_some() { t!(lang, "question-answer-again") } else { t!(lang, "question-answer") };
        let fields = form.view(view! {
            {form.hidden("comment", row.id)}
            {form.area("reason", t!(lang, "question-answer-words")).rows(4).hint(t!(lang, "question-answer-hint")).default(&row.answer).view()}
            {form.submit(t!(lang, "question-answer-send"))}
        });
        view! { <details open=open><summary>{title}</summary>{fields}</details> }
    });
    view! {
        <li class="item stack is-tight" id=anchor(row.id)>
            <div class="asked" dir="auto">{paragraphs(&row.body)}</div>
            <p class="meta"><bdi>{row.author.clone()}</bdi>{origin}
                <a href=Subject::Article(article.id).comment_path(row.id)>{t!(lang, "question-talk")}</a></p>
            {answered}{waits}{form}
        </li>
    }
    .into_any()
}
