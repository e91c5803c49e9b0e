//! One comment: who, when, for whom, the words, the marks, what can be done with it.

use domain::{
    access::Act,
    comments::Mark,
    id::CommentId,
    moderation::{Ending, Target},
};
use leptos::prelude::*;
use store::comments::Comment;

use super::Talk;
use crate::{
    i18n::t,
    moderation::forms as moderation,
    ui::{college, college_name, date::moment_view, decision, paragraphs, sign},
};

impl Talk<'_> {
    /// `above`: the comment under which it stands.
    pub(super) fn comment(&self, row: &Comment, above: Option<CommentId>) -> AnyView {
        let lang = self.visit.lang;
        let mine = self.visit.account() == Some(row.author_id);
        let mut class = "comment".to_owned();
        for (is, name) in [(row.hidden || row.withdrawn, " is-hidden"), (row.kind.is_none(), " is-official"), (mine, " is-mine")] {
            if is {
                class.push_str(name);
            }
        }
        let origin = match (row.kind, &row.college) {
            (Some(kind), Some(name)) => college(lang, kind, name),
            _ => view! { <span class="small">{t!(lang, "comment-official")}</span> }.into_any(),
        };
        let body = if row.withdrawn {
            view! { <p>{t!(lang, "comment-withdrawn")}</p> }.into_any()
        } else if row.hidden {
            self.hidden(row, mine)
        } else {
            paragraphs(&row.body)
        };
        // That moderation showed it again, its author reads with the reason.
        let again = self.hidings.get(&row.id).filter(|told| mine && !row.hidden && !row.withdrawn && told.ending.is_some());
        let again = again.map(|told| moderation::author(self.visit, Target::Comment(row.id), told));
        let answer = row.outcome.filter(|_| !row.hidden).map(|outcome| decision(lang, Some(outcome), paragraphs(&row.reason)));
        let asks = (row.question && !row.withdrawn).then(|| view! { <span class="badge">{t!(lang, "question")}</span> });
        let said = row.answered_by.as_ref().filter(|_| !row.hidden).map(|name| {
            view! {
                <div class="answer"><p class="small"><strong>{t!(lang, "question-answer-of")}" "<bdi>{name.clone()}</bdi></strong></p>
                    <div dir="auto">{paragraphs(&row.reason)}</div></div>
            }
        });
        view! {
            <article class=class id=format!("c-{}", row.id)>
                <header class="comment-head">
                    <span class="author" dir="auto">{row.author.clone()}</span>{origin}
                    <a class="comment-date" href=self.subject.comment_path(row.id)>{moment_view(self.visit, row.created_at)}</a>
                    {self.edited(row)}{asks}
                </header>
                {self.whom(row, above)}
                {self.passages.above(lang, row.id).filter(|_| !row.withdrawn && (!row.hidden || !row.body.is_empty()))}
                <div class="comment-body" dir="auto">{body}</div>
                {again}
                {self.history(row)}
                {answer}{said}
                {self.marks(row, mine)}
                {self.tools(row, mine)}
                {self.forms(row, mine)}
            </article>
        }
        .into_any()
    }

    /// That it was changed, and the way to what it said before.
    fn edited(&self, row: &Comment) -> Option<AnyView> {
        let at = row.edited_at.filter(|_| !row.withdrawn && (!row.hidden || !row.hidden_reason.is_empty()))?;
        let href = format!("{}?history={}#history-{}", self.subject.path(), row.id, row.id);
        let words = t!(self.visit.lang, "comment-edited");
        Some(view! { <a class="comment-date" href=href>{words} " " {moment_view(self.visit, at)}</a> }.into_any())
    }

    fn history(&self, row: &Comment) -> Option<AnyView> {
        if self.asked.history != Some(row.id) || self.versions.is_empty() || row.withdrawn {
            return None;
        }
        let lang = self.visit.lang;
        let items = self
            .versions
            .iter()
            .map(|version| {
                view! {
                    <li><p class="small">{t!(lang, "comment-version")} " " {moment_view(self.visit, version.created_at)}</p>
                        <blockquote dir="auto">{paragraphs(&version.body)}</blockquote></li>
                }
            })
            .collect_view();
        let id = format!("history-{}", row.id);
        Some(view! { <section class="stack is-tight" id=id aria-label=t!(lang, "comment-history")><p><strong>{t!(lang, "comment-history")}</strong></p><ol class="versions">{items}</ol></section> }.into_any())
    }

    /// Whom it answers, where that is not what it stands under; and whom it is for.
    fn whom(&self, row: &Comment, above: Option<CommentId>) -> Option<AnyView> {
        let lang = self.visit.lang;
        let answers = row.parent_id.filter(|parent| Some(*parent) != above).zip(row.answers_to.as_ref()).map(|(parent, name)| {
            view! { <a href=self.subject.comment_path(parent)>{sign("reply")} " " {t!(lang, "comment-answers", name = name.as_str())}</a> }
        });
        let named = self.named.get(&row.id).map(|named| {
            let names = named
                .iter()
                .map(|named| match (&named.name, named.kind, &named.college) {
                    (Some(name), ..) => view! { <bdi class="mention">"@"{name.clone()}</bdi>" " }.into_any(),
                    (None, Some(kind), Some(name)) => {
                        view! { <span class="mention">"@"{college_name(lang, kind, name)}</span>" " }.into_any()
                    }
                    _ => ().into_any(),
                })
                .collect_view();
            view! { <span>{t!(lang, "comment-for")} " " {names}</span> }
        });
        (answers.is_some() || named.is_some()).then(|| view! { <p class="comment-whom">{answers}{named}</p> }.into_any())
    }

    /// In place of hidden words: that they are, and to those who may know, why and what.
    fn hidden(&self, row: &Comment, mine: bool) -> AnyView {
        let lang = self.visit.lang;
        let told = self.hidings.get(&row.id);
        let why = (!row.hidden_reason.is_empty()).then(|| {
            let (cause, words) = (told.map(|told| told.cause), told.map(|told| &*told.words));
            let reason = moderation::shown_reason(lang, cause, words, &row.hidden_reason);
            view! {
                <p>{t!(lang, "comment-hidden-why", reason = reason)}</p>
                <details><summary>{t!(lang, "comment-hidden-words")}</summary>{paragraphs(&row.body)}</details>
            }
        });
        let appeal = told.filter(|_| mine).map(|told| moderation::author(self.visit, Target::Comment(row.id), told));
        view! { <p>{t!(lang, "comment-hidden")}</p>{why}{appeal} }.into_any()
    }

    /// Agreeing and disagreeing, one button each; for those who may not, the numbers.
    fn marks(&self, row: &Comment, mine: bool) -> Option<AnyView> {
        if row.hidden || row.withdrawn {
            return None;
        }
        let lang = self.visit.lang;
        let kinds = [(Mark::Agree, "for", row.agrees), (Mark::Disagree, "against", row.disagrees)];
        if !self.marks || mine {
            let counts = kinds
                .into_iter()
                .filter(|(.., n)| *n > 0)
                .map(|(mark, sign_name, n)| {
                    view! { <li class=format!("is-{sign_name}")>{sign(sign_name)}<strong>{n}</strong>" "{lang.of("mark", mark.as_str())}</li> }
                })
                .collect::<Vec<_>>();
            return (!counts.is_empty()).then(|| view! { <ul class="tally is-marks">{counts}</ul> }.into_any());
        }
        let buttons = kinds
            .into_iter()
            .map(|(mark, sign_name, n)| {
                let pressed = row.mark == Some(mark);
                let value = if pressed { "none" } else { mark.as_str() };
                let words = lang.of("mark", mark.as_str());
                view! {
                    <button class=format!("mark is-{sign_name}") name="mark" value=value aria-pressed=if pressed { "true" } else { "false" }>
                        {sign(sign_name)}<span>{words}</span>{(n > 0).then(|| view! { <span class="mark-n">{n}</span> })}</button>
                }
            })
            .collect_view();
        Some(
            view! {
                <form method="post" action=Act::MarkComment.path()>
                    <input type="hidden" name="form_page" value=self.visit.path.clone()/>
                    <input type="hidden" name="comment" value=row.id.to_string()/>
                    <div class="marks" role="group" aria-label=t!(lang, "marks-of", name = row.author.as_str())>{buttons}</div>
                </form>
            }
            .into_any(),
        )
    }

    fn tools(&self, row: &Comment, mine: bool) -> Option<AnyView> {
        let lang = self.visit.lang;
        if row.withdrawn {
            return None;
        }
        let target = Target::Comment(row.id);
        let link = |may: bool, what: &'static str, anchor: String, words: String, mark: &'static str| {
            may.then(|| {
                let href = format!("{}?{what}={}#{anchor}", self.subject.path(), row.id);
                view! { <a class="button is-quiet is-small" href=href>{(!mark.is_empty()).then(|| sign(mark))}{words}</a> }
            })
        };
        let there = !row.hidden;
        let asked = &self.asked;
        let form = |verb: &str| format!("form-{verb}-{}", row.id);
        let reply = link(self.comments && there && asked.reply != Some(row.id), "reply", form("reply"), t!(lang, "comment-reply"), "reply");
        let edit = link(self.comments && there && mine && asked.edit != Some(row.id), "edit", form("edit"), t!(lang, "comment-edit"), "");
        let report = link(
            self.reports && there && !mine && asked.report != Some(row.id),
            "report",
            moderation::anchor("report", target),
            t!(lang, "comment-report"),
            "",
        );
        // What the committee has upheld is the committee's, and one's own is for others to show.
        let settled = row.hidden && (mine || self.hidings.get(&row.id).is_some_and(|told| told.ending == Some(Ending::Upheld)));
        let anchor = if row.hidden {
            moderation::anchor("show", target)
        } else if self.answers {
            form("answer")
        } else {
            moderation::anchor("hide", target)
        };
        let words = if row.hidden { t!(lang, "comment-show") } else { t!(lang, "comment-moderate") };
        let moderate = link(self.facilitates && !settled && asked.moderate != Some(row.id), "moderate", anchor, words, "");
        let none = reply.is_none() && edit.is_none() && report.is_none() && moderate.is_none();
        (!none).then(|| view! { <footer class="comment-tools">{reply}{edit}{report}{moderate}</footer> }.into_any())
    }
}
