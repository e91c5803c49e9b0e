//! The forms of a talk: a new comment, a reply, one's own changed or taken back, an answer, moderation.

use domain::{access::Act, id::CommentId, moderation::Target, text};
use leptos::prelude::*;
use store::comments::Comment;

use super::Talk;
use crate::{
    i18n::t,
    moderation::forms as moderation,
    proposals::page::outcome_fields,
    ui::{Form, college_name, page::encode},
};

impl Talk<'_> {
    /// Those of the forms of one comment that were asked for.
    pub(super) fn forms(&self, row: &Comment, mine: bool) -> Option<AnyView> {
        let is = |asked: Option<CommentId>| asked == Some(row.id);
        let there = !row.hidden && !row.withdrawn;
        let target = Target::Comment(row.id);
        let reply = (self.comments && there && is(self.asked.reply)).then(|| self.form(Some(row.id)));
        let edit = (self.comments && there && mine && is(self.asked.edit)).then(|| self.edit(row));
        let report = (self.reports && there && !mine && is(self.asked.report)).then(|| moderation::report(self.visit, target).0);
        let moderate = (self.facilitates && !row.withdrawn && is(self.asked.moderate)).then(|| self.moderation(row, target));
        let none = reply.is_none() && edit.is_none() && report.is_none() && moderate.is_none();
        (!none).then(|| view! { {reply}{edit}{report}{moderate} }.into_any())
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
            {self.mentions(&form)}
            {form.submit(t!(lang, "comment-send"))}
        })
    }

    /// Whom it is for: people of this talk, and the publics. To be chosen, not typed: nobody looks names up here.
    fn mentions(&self, form: &Form) -> AnyView {
        let lang = self.visit.lang;
        let people = self.people.iter().map(|person| {
            let public = person
                .kind
                .zip(person.college.as_ref())
                .map_or_else(|| t!(lang, "comment-official"), |(kind, name)| college_name(lang, kind, name));
            (format!("person/{}", person.member_id), format!("{}\n{public}", person.name))
        });
        let colleges = self.colleges.iter().map(|college| {
            (
                format!("public/{}", college.id),
                format!("{}\n{}", college_name(lang, college.kind, &college.name), t!(lang, "mention-public")),
            )
        });
        let options = people.chain(colleges).collect();
        let open = form.typed("mentions[]").is_some_and(|typed| !typed.is_empty()) || !form.problems("mentions[]").is_empty();
        view! {
            <details open=open><summary>{t!(lang, "mention-title")}</summary>
                {form.choices("mentions[]", t!(lang, "mention-legend", most = domain::comments::MOST_MENTIONS), options, &[], true)}
            </details>
        }
        .into_any()
    }

    /// One's own comment: other words, or none.
    fn edit(&self, row: &Comment) -> AnyView {
        let lang = self.visit.lang;
        let form = Form::keyed(self.visit, Act::EditComment, format!("edit-{}", row.id));
        // An answer is to these words.
        let edit = if row.outcome.is_some() || row.answered_by.is_some() {
            view! { <p>{t!(lang, "comment-edit-answered")}</p> }.into_any()
        } else {
            form.view(view! {
                {form.hidden("comment", row.id)}
                {form.area("body", t!(lang, "comment-new-words")).rows(4).default(&row.body).hint(t!(lang, "comment-edit-hint", max = text::COMMENT)).view()}
                {form.submit(t!(lang, "comment-edit-send"))}
            })
        };
        let form = Form::keyed(self.visit, Act::WithdrawComment, format!("withdraw-{}", row.id));
        let withdraw = form.view(view! {
            <p>{t!(lang, "comment-withdraw-words")}</p>
            {form.hidden("comment", row.id)}
            <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "comment-withdraw-send")}</button></p>
        });
        view! { <div class="stack">{edit}<details><summary>{t!(lang, "comment-withdraw")}</summary>{withdraw}</details></div> }.into_any()
    }

    /// The form for a new thread, or why there is none.
    pub(super) fn new_thread(&self, open: bool) -> AnyView {
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

    /// What a facilitator may do with one comment: answer it, hide it, show it again.
    fn moderation(&self, row: &Comment, target: Target) -> AnyView {
        let lang = self.visit.lang;
        if row.hidden && self.visit.account() == Some(row.author_id) {
            return view! { <p class="small">{t!(lang, "queue-not-yours")}</p> }.into_any();
        }
        if row.hidden {
            return moderation::show(self.visit, target).0;
        }
        // A question is answered beside its article.
        let answer = (self.answers && !row.question).then(|| {
            let form = Form::keyed(self.visit, Act::AnswerComment, format!("answer-{}", row.id));
            form.view(view! {
                {form.hidden("comment", row.id)}
                {outcome_fields(lang, &form, row.outcome, &row.reason)}
                {form.submit(t!(lang, "decide-send"))}
            })
        });
        let hide = moderation::hide(self.visit, target).0;
        view! { <div class="stack">{answer}{hide}</div> }.into_any()
    }
}
