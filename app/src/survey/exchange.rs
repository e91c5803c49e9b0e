//! A form leaves as a file and comes back from one: our own JSON, or an XLSForm workbook. Neither loses anything of ours; what another
//! tool's workbook has beyond it is listed.

use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use domain::{
    Kind, Problem, Refusal,
    access::Act,
    id::RoundId,
    round::RoundKind,
    survey::{
        Form,
        xlsform::{self, Loss, Lost, Tab},
    },
};
use leptos::prelude::*;

use super::{library, save, workbook};
use crate::{
    AppError,
    error::fault,
    forms::{BINARY, show_answer},
    i18n::{Lang, t},
    research::download,
    ui::notice,
    visit::Visit,
};

/// `/r/:round/form.json`.
pub async fn json(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let file = async {
        let (form, _) = load(&visit, Act::FormFile, round).await?;
        serde_json::to_vec_pretty(&form).map_err(|error| fault(&error))
    };
    answer(&visit, "questionnaire.json", "application/json", file.await)
}

/// `/r/:round/form.xlsx`.
pub async fn xlsx(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let file = async {
        let (form, title) = load(&visit, Act::FormWorkbook, round).await?;
        workbook::write(&xlsform::write(&form, &title))
    };
    answer(&visit, "questionnaire.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.await)
}

fn answer(visit: &Visit, name: &str, kind: &'static str, file: Result<Vec<u8>, AppError>) -> Response {
    match file {
        Ok(bytes) => {
            let attachment = format!("attachment; filename=\"{name}\"");
            ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)], bytes).into_response()
        }
        Err(error) => download::refused(visit, &error),
    }
}

/// The form with the title of its round.
async fn load(visit: &Visit, act: Act, id: RoundId) -> Result<(Form, String), AppError> {
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, act, id).await?;
    if entry.kind != RoundKind::Survey {
        return Err(Refusal::not_found().into());
    }
    let round = store::round::find(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
    Ok((store::round::content(&mut c, id).await?, round.title.text(visit.lang.tag()).to_owned()))
}

/// Puts a ready form, or one from a file, behind what is there. Gives what the file held and the form does not.
pub async fn import(round: RoundId, model: &str, file: String) -> Result<Vec<Loss>, AppError> {
    let visit = Visit::current()?;
    // Nothing is unpacked for somebody who may not bring it.
    visit.allow_in_round(&mut visit.read().await?, Act::ImportForm, round).await?;
    let (other, losses) = if model.is_empty() {
        // Unpacking is work for a thread of its own.
        tokio::task::spawn_blocking(move || read(&file)).await.map_err(|error| fault(&error))??
    } else {
        (library::model(model)?, Vec::new())
    };
    let losses = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::ImportForm, round).await?;
                if entry.kind != RoundKind::Survey {
                    return Err(Refusal::not_found().into());
                }
                entry.calendar.must_not_have_opened(visit.now)?;
                c.lock(round.0).await?;
                let form: Form = store::round::content(c, round).await?;
                let (mut other, mut losses) = (other, losses);
                if other.has_pictures() {
                    // Pictures of another process stay there.
                    let lost = other.keep_pictures(&store::pictures::known(c, entry.process).await?);
                    losses.extend(lost.into_iter().map(picture_lost));
                }
                let both = form.append(&other).map_err(by_the_file)?;
                store::round::set_content(c, round, &both).await?;
                save::record(&visit, c, round, &entry, "survey.edit-form", "import", "").await?;
                Ok(losses)
            })
        })
        .await?;
    if losses.is_empty() {
        leptos_axum::redirect(&format!("/r/{round}/edit#form"));
    } else {
        show_answer();
    }
    Ok(losses)
}

fn picture_lost(place: String) -> Loss {
    Loss { sheet: Tab::Survey, row: 1, column: "picture".to_owned(), what: Lost::Picture, cell: place }
}

/// What an import lost, for the page that answers it.
pub fn losses(lang: Lang, losses: &[Loss]) -> AnyView {
    let rows = losses
        .iter()
        .map(|loss| {
            let place = if loss.row > 1 { format!("{} · {}", loss.sheet, loss.row) } else { loss.sheet.to_string() };
            view! {
                <tr><th scope="row">{place}</th><td>{loss.column.clone()}</td><td>{lang.of("xlsform-loss", loss.what.as_str())}</td><td><code>{loss.cell.clone()}</code></td></tr>
            }
        })
        .collect_view();
    let caption = t!(lang, "xlsform-losses", n = losses.len());
    let label = caption.clone();
    view! {
        {notice("warning", t!(lang, "xlsform-losses-words"))}
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table"><caption>{caption}</caption>
                <thead><tr><th scope="col">{t!(lang, "xlsform-place")}</th><th scope="col">{t!(lang, "xlsform-column")}</th>
                    <th scope="col">{t!(lang, "xlsform-what")}</th><th scope="col">{t!(lang, "xlsform-cell")}</th></tr></thead>
                <tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// A form as [`json`] or [`xlsx`] wrote it, or another tool's XLSForm.
fn read(file: &str) -> Result<(Form, Vec<Loss>), AppError> {
    if file.trim().is_empty() {
        return Err(Refusal::field("file", "required").into());
    }
    let (form, losses): (Form, _) = match file.strip_prefix(BINARY) {
        Some(packed) => {
            let bytes = BASE64.decode(packed).map_err(|_| Refusal::field("file", "workbook-unreadable"))?;
            xlsform::read(&workbook::read(&bytes)?).map_err(by_the_file)?
        }
        None => {
            let unreadable = |error: serde_json::Error| {
                let problem = Problem::new("file", "form-file-unreadable").with("line", error.line()).with("column", error.column());
                Refusal { kind: Kind::Invalid, problems: vec![problem] }
            };
            (serde_json::from_str(file).map_err(unreadable)?, Vec::new())
        }
    };
    if form.sections.is_empty() {
        return Err(Refusal::field("file", "form-file-empty").into());
    }
    Ok((form, losses))
}

/// What is wrong with the form is wrong with the file.
fn by_the_file(refusal: Refusal) -> Refusal {
    Refusal { problems: refusal.problems.into_iter().map(|problem| Problem { field: "file".into(), ..problem }).collect(), ..refusal }
}
