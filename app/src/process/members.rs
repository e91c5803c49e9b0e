//! Who takes part in a process, and inviting more.

mod import;

use domain::{
    access::{Act, Function, Who},
    id::{CollegeId, ProcessId},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    members::Member,
    process::{College, Process},
};

use super::answerers;
pub use super::codes::CodesPage;
use crate::{
    i18n::{Lang, t},
    ui::{Form, college, college_name, crumbs, empty, notice, page, page::param, page::query},
    visit::Visit,
};

#[component]
pub fn MembersPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    let word = query("done");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::MembersPage, id).await?;
        let colleges = store::process::colleges(&mut c, id).await?;
        let members = store::members::list(&mut c, id).await?;
        let lang = visit.lang;
        let done = match word.as_deref().filter(|_| visit.answered.is_none()) {
            Some("invited") => Some(notice("success", t!(lang, "members-done-invited"))),
            Some("imported") => Some(notice("success", t!(lang, "members-done-imported"))),
            _ => None,
        };
        let import = who.may(Act::ImportMembers).then(|| import::section(&visit, id, &colleges));
        let answerers = if who.is_facilitator() { answerers::list(&visit, &mut c, id).await? } else { None };
        let preview = import::preview(&visit, id, &colleges);
        Ok(view! {
            <Title text=t!(lang, "members-title")/>
            <div class="page wide">
                {way(lang, &process, t!(lang, "members-title"))}
                <header class="title-block"><h1>{t!(lang, "members-title")}</h1><p class="lead">{t!(lang, "members-lead")}</p></header>
                {tabs(lang, &who, id, "members")}
                {done}
                {preview}
                {invite(&visit, &who, id, &colleges)}
                {import}
                {list(lang, members, &colleges)}
                {answerers}
            </div>
        })
    })
}

/// The way back to the process.
pub fn way(lang: Lang, process: &Process, here: String) -> AnyView {
    let up = vec![("/".to_owned(), t!(lang, "nav-processes")), (format!("/p/{}", process.id), process.title.text(lang.tag()).to_owned())];
    crumbs(lang, up, here)
}

/// Members and cards, side by side for who may see both.
pub fn tabs(lang: Lang, who: &Who, id: ProcessId, here: &'static str) -> Option<AnyView> {
    let tab = |path: &'static str, words: String| {
        view! { <li><a href=format!("/p/{id}/{path}") aria-current=(path == here).then_some("page")>{words}</a></li> }
    };
    who.may(Act::CodesPage).then(|| {
        view! {
            <nav class="tabs" aria-label=t!(lang, "members-tabs")><ul>
                {tab("members", t!(lang, "members-title"))}
                {tab("codes", t!(lang, "codes-title"))}
            </ul></nav>
        }
        .into_any()
    })
}

/// Each college in turn, then those who run and study the process.
fn list(lang: Lang, members: Vec<Member>, colleges: &[College]) -> AnyView {
    if members.is_empty() {
        return empty(t!(lang, "members-none"), t!(lang, "members-none-words"));
    }
    let (takes_part, others): (Vec<_>, Vec<_>) = members.into_iter().partition(|member| member.college_id.is_some());
    let groups = colleges
        .iter()
        .map(|group| {
            let members: Vec<_> = takes_part.iter().filter(|member| member.college_id == Some(group.id)).cloned().collect();
            let title = view! { <h2>{college(lang, group.kind, &group.name)}</h2> }.into_any();
            section(lang, title, college_name(lang, group.kind, &group.name), members)
        })
        .collect_view();
    let others = (!others.is_empty()).then(|| {
        let title = view! { <h2>{t!(lang, "members-functions")}</h2> }.into_any();
        section(lang, title, t!(lang, "members-functions"), others)
    });
    view! { {groups}{others} }.into_any()
}

fn section(lang: Lang, title: AnyView, name: String, members: Vec<Member>) -> AnyView {
    if members.is_empty() {
        return view! { <section class="stack is-tight">{title}<p>{t!(lang, "members-nobody")}</p></section> }.into_any();
    }
    let count = t!(
        lang,
        "members-count",
        joined = members.iter().filter(|m| m.joined_at.is_some()).count(),
        invited = members.iter().filter(|m| m.joined_at.is_none()).count()
    );
    let rows = members.into_iter().map(|member| row(lang, member)).collect_view();
    view! {
        <section class="stack is-tight">
            {title}
            <p class="small">{count}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=name>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{t!(lang, "members-name")}</th>
                        <th scope="col">{t!(lang, "members-came")}</th>
                        <th scope="col">{t!(lang, "members-organisation")}</th>
                        <th scope="col">{t!(lang, "members-state")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(lang: Lang, member: Member) -> impl IntoView + use<> {
    let function = (member.function != Function::Participant).then(|| lang.of("function", member.function.as_str()));
    let what = [function.unwrap_or_default(), member.title, member.organisation];
    let what = what.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let state = if member.joined_at.is_some() { t!(lang, "members-joined") } else { t!(lang, "members-invited") };
    let came = member.email.unwrap_or_else(|| t!(lang, "members-by-card"));
    view! {
        <tr>
            <th scope="row" dir="auto">{member.name}</th>
            <td><bdi>{came}</bdi></td>
            <td dir="auto">{what}</td>
            <td>{state}</td>
        </tr>
    }
}

fn invite(visit: &Visit, who: &Who, id: ProcessId, colleges: &[College]) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::Invite);
    let facilitator = ("facilitator".to_owned(), lang.of("function", "facilitator"));
    let places = if who.is_facilitator() {
        let mut places = options(lang, colleges);
        places.extend([facilitator, ("researcher".to_owned(), lang.of("function", "researcher"))]);
        places
    } else {
        vec![facilitator]
    };
    let fields = form.view(view! {
        <p>{t!(lang, "invite-words")}</p>
        {form.hidden("process", id)}
        {form.text("name", t!(lang, "members-name")).view()}
        {form.text("email", t!(lang, "account-email")).kind("email").view()}
        {form.select("place", t!(lang, "invite-place"), places, "")}
        {form.text("organisation", t!(lang, "members-organisation")).hint(t!(lang, "invite-organisation-hint")).optional().view()}
        {form.text("title", t!(lang, "invite-function")).optional().view()}
        {form.submit(t!(lang, "invite-submit"))}
    });
    view! { <details open=form.refused()><summary>{t!(lang, "invite-title")}</summary>{fields}</details> }.into_any()
}

/// The colleges as a drop-down list has them.
pub fn options(lang: Lang, colleges: &[College]) -> Vec<(String, String)> {
    colleges.iter().map(|college| (college.id.to_string(), college_name(lang, college.kind, &college.name))).collect()
}

/// The college of an id, as a table shows it.
fn college_of(lang: Lang, colleges: &[College], id: Option<CollegeId>) -> Option<AnyView> {
    colleges.iter().find(|college| Some(college.id) == id).map(|found| crate::ui::college_plain(lang, found.kind, &found.name))
}
