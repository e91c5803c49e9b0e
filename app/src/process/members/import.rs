//! The part of the members' page that takes a list of people: first what would happen, then the import.

use domain::{access::Act, id::ProcessId};
use leptos::prelude::*;
use store::process::College;

use super::college_of;
use crate::{
    i18n::{Lang, t},
    process::members_api::{Preview, PreviewRow},
    ui::{Form, college_name, form::errors},
    visit::Visit,
};

/// Where a list is pasted or sent.
pub fn section(visit: &Visit, id: ProcessId, colleges: &[College]) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::ImportMembers);
    let names = colleges.iter().map(|college| college_name(lang, college.kind, &college.name)).collect::<Vec<_>>().join(", ");
    let problems = form.problems("file");
    let wrong = !problems.is_empty();
    let file = view! {
        <div class=if wrong { "field is-wrong" } else { "field" }>
            <label for="file">{t!(lang, "import-file")} " " <span class="optional">{t!(lang, "form-optional")}</span></label>
            <p class="hint" id="file-hint">{t!(lang, "import-file-hint")}</p>
            {errors(lang, &problems, "file")}
            <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain"
                aria-invalid=wrong.then_some("true") aria-describedby=if wrong { "file-hint file-error" } else { "file-hint" }/>
        </div>
    };
    let fields = view! {
        {form.hidden("process", id)}
        {form.hidden("step", "preview")}
        {form.area("text", t!(lang, "import-text")).rows(8).optional().hint(t!(lang, "import-text-hint")).view()}
        {file}
        {form.submit(t!(lang, "import-preview"))}
    };
    view! {
        <section class="stack">
            <h2>{t!(lang, "import-title")}</h2>
            <p>{t!(lang, "import-words")}</p>
            <p>{t!(lang, "import-columns")} " " <code translate="no">{t!(lang, "import-header")}</code></p>
            <p>{t!(lang, "import-colleges", names = names)}</p>
            {form.view_with_file(fields)}
        </section>
    }
    .into_any()
}

/// What an import would do, and the button that does it.
pub fn preview(visit: &Visit, id: ProcessId, colleges: &[College]) -> Option<AnyView> {
    let lang = visit.lang;
    let preview = visit.answered.as_ref()?.shown::<Preview>(Act::ImportMembers)?;
    let new = preview.rows.iter().filter(|row| !row.known).count();
    let rows = preview.rows.into_iter().map(|row| line(lang, row, colleges)).collect_view();
    let form = Form::new(visit, Act::ImportMembers);
    let import = (new > 0).then(|| {
        form.view(view! {
            {form.hidden("process", id)}
            {form.hidden("step", "import")}
            {form.hidden("text", preview.text)}
            {form.submit(t!(lang, "import-submit", n = new))}
        })
    });
    Some(
        view! {
            <section class="stack" id="preview">
                <h2>{t!(lang, "preview-title")}</h2>
                <p role="status">{t!(lang, "preview-words", n = new)}</p>
                <div class="scroll" tabindex="0" role="region" aria-label=t!(lang, "preview-title")>
                    <table class="table">
                        <thead><tr>
                            <th scope="col" class="num">{t!(lang, "preview-line")}</th>
                            <th scope="col">{t!(lang, "members-name")}</th>
                            <th scope="col">{t!(lang, "account-email")}</th>
                            <th scope="col">{t!(lang, "college")}</th>
                            <th scope="col">{t!(lang, "members-organisation")}</th>
                            <th scope="col">{t!(lang, "preview-what")}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {import}
                <p class="small">{t!(lang, "preview-all-or-nothing")}</p>
            </section>
        }
        .into_any(),
    )
}

fn line(lang: Lang, row: PreviewRow, colleges: &[College]) -> impl IntoView + use<> {
    let what = if row.known { t!(lang, "preview-known") } else { t!(lang, "preview-new") };
    let organisation = [row.title, row.organisation].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let college = college_of(lang, colleges, row.college);
    view! {
        <tr>
            <td class="num">{row.line}</td>
            <th scope="row" dir="auto">{row.name}</th>
            <td><bdi>{row.email}</bdi></td>
            <td>{college}</td>
            <td dir="auto">{organisation}</td>
            <td>{what}</td>
        </tr>
    }
}
