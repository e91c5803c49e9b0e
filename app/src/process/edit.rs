//! Pages on which a process is made and described.

use domain::{
    access::{Act, Visibility, Who},
    college::CollegeKind,
    id::ProcessId,
    lang::LangText,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::process::{College, Process};

use super::languages::{Words, fields};
use crate::{
    admin::territories,
    i18n::{Lang, t},
    ui::{
        Form, college_name, college_plain, crumbs, empty, notice, page,
        page::{param, query},
    },
    visit::Visit,
};

#[component]
pub fn NewProcessPage() -> impl IntoView {
    page(move |visit| async move {
        visit.allow(Act::NewProcessPage)?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let territories = territories::options(&store::process::territories(&mut c).await?);
        let form = Form::new(&visit, Act::CreateProcess);
        let content = if territories.is_empty() {
            view! {
                {empty(t!(lang, "process-needs-territory"), t!(lang, "process-needs-territory-words"))}
                <p class="actions"><a class="button is-primary" href="/admin">{t!(lang, "nav-admin")}</a></p>
            }
            .into_any()
        } else {
            let first = territories.first().map(|(id, _)| id.clone()).unwrap_or_default();
            let usual = [CollegeKind::Family, CollegeKind::Professional, CollegeKind::Elected];
            let expected = usual.map(|kind| (kind.to_string(), college_name(lang, kind, &LangText::default()), None));
            form.view(view! {
                {form.select("territory", t!(lang, "process-territory"), territories, &first)}
                {description(&form, lang, &LangText::default(), &LangText::default(), Visibility::Public)}
                {hoped_for(&form, lang, &expected)}
                {form.submit(t!(lang, "process-create"))}
            })
        };
        let title = t!(lang, "process-new");
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, vec![("/admin".to_owned(), t!(lang, "nav-admin"))], title.clone())}
                <header class="title-block"><h1>{title}</h1><p class="lead">{t!(lang, "process-new-lead")}</p></header>
                {content}
            </div>
        })
    })
}

#[component]
pub fn ProcessEditPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    let saved = query("saved").is_some();
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::ProcessEditPage, id).await?;
        let colleges = store::process::colleges(&mut c, id).await?;
        let lang = visit.lang;
        let path = vec![("/".to_owned(), t!(lang, "nav-processes")), (format!("/p/{id}"), process.title.text(lang.tag()).to_owned())];
        Ok(view! {
            <Title text=t!(lang, "process-edit")/>
            <div class="page">
                {crumbs(lang, path, t!(lang, "process-edit"))}
                <header class="title-block"><h1>{t!(lang, "process-edit")}</h1></header>
                {saved_notice(&visit, saved)}
                {edit_form(&visit, &process, &colleges)}
                {colleges_section(&visit, &who, id, &colleges)}
            </div>
        })
    })
}

/// Says that the form that led here was saved.
pub fn saved_notice(visit: &Visit, saved: bool) -> Option<AnyView> {
    (saved && visit.answered.is_none()).then(|| notice("success", t!(visit.lang, "saved")))
}

fn edit_form(visit: &Visit, process: &Process, colleges: &[College]) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::EditProcess);
    let expected: Vec<_> = colleges
        .iter()
        .map(|college| (format!("c{}", college.id.0.simple()), college_name(lang, college.kind, &college.name), college.expected))
        .collect();
    form.view(view! {
        {form.hidden("process", process.id)}
        {description(&form, lang, &process.title, &process.summary, process.visibility)}
        {hoped_for(&form, lang, &expected)}
        {form.submit(t!(lang, "save"))}
    })
}

fn description(form: &Form, lang: Lang, title: &LangText, summary: &LangText, visibility: Visibility) -> AnyView {
    let texts = [
        Words { name: "title", label: t!(lang, "words-title"), hint: None, rows: 1, value: title },
        Words {
            name: "summary",
            label: t!(lang, "process-summary"),
            hint: Some(t!(lang, "process-summary-hint")),
            rows: 8,
            value: summary,
        },
    ];
    let who_reads = Visibility::ALL.iter().map(|v| (v.to_string(), lang.of("visibility", v.as_str()))).collect();
    view! {
        {fields(form, lang, &texts)}
        {form.choices("visibility", t!(lang, "process-visibility"), who_reads, &[visibility.as_str()], false)}
    }
    .into_any()
}

/// A number of people for each college: key, name, number.
fn hoped_for(form: &Form, lang: Lang, colleges: &[(String, String, Option<i64>)]) -> AnyView {
    let fields = colleges
        .iter()
        .map(|(key, name, expected)| {
            form.text(&format!("expected[{key}]"), name.clone())
                .inputmode("numeric")
                .class("is-short")
                .optional()
                .default(expected.map(|n| n.to_string()).unwrap_or_default())
                .view()
        })
        .collect_view();
    view! {
        <fieldset class="choices"><legend>{t!(lang, "process-expected")}</legend>
            <p class="hint">{t!(lang, "process-expected-hint")}</p>
            <div class="fields">{fields}</div>
        </fieldset>
    }
    .into_any()
}

/// The colleges, and the form that adds one.
fn colleges_section(visit: &Visit, who: &Who, process: ProcessId, colleges: &[College]) -> AnyView {
    let lang = visit.lang;
    let list = colleges.iter().map(|college| view! { <li>{college_plain(lang, college.kind, &college.name)}</li> }).collect_view();
    let add = who.may(Act::AddCollege).then(|| {
        let form = Form::keyed(visit, Act::AddCollege, "college");
        form.view(view! {
            {form.hidden("process", process)}
            {form.text("name[fr]", t!(lang, "college-name")).in_language("fr").view()}
            {form.text("name[en]", t!(lang, "words-in-english", label = t!(lang, "college-name"))).optional().in_language("en").view()}
            {form.text("expected", t!(lang, "college-expected")).inputmode("numeric").class("is-short").optional().view()}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "college-add")}</button></p>
        })
    });
    view! {
        <h2 id="colleges">{t!(lang, "colleges")}</h2>
            <p>{t!(lang, "colleges-words")}</p>
            <ul>{list}</ul>
            {add}
    }
    .into_any()
}
