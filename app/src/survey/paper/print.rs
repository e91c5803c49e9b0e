//! `/r/:round/paper.pdf`: any form, to print.

use axum::{
    Extension,
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Refusal,
    access::Act,
    id::RoundId,
    survey::{
        Form,
        paper::{COPIES, PAGES, SHEETS},
    },
};
use serde::Deserialize;
use store::Conn;

use super::sheet::Sheets;
use crate::{AppError, i18n::Lang, pdf, research::download, survey::save, ui::college_name, visit::Visit};

/// `language`: a tag of the form's texts. `copies` sheets with their numbers, from `first` on; without it, one sheet whose number is
/// written by hand.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    language: String,
    #[serde(default)]
    copies: String,
    #[serde(default)]
    first: String,
}

impl Wanted {
    /// The numbers to print; 0 is left to be written.
    fn numbers(&self) -> Vec<u32> {
        let number = |typed: &str| typed.trim().parse::<u32>().ok();
        match number(&self.copies).filter(|copies| *copies > 0) {
            None => vec![0],
            Some(copies) => {
                let first = number(&self.first).unwrap_or(1).clamp(1, SHEETS);
                (first..=SHEETS).take(copies.min(COPIES) as usize).collect()
            }
        }
    }
}

pub async fn pdf(visit: Extension<Visit>, Path(round): Path<RoundId>, Query(wanted): Query<Wanted>) -> Response {
    match print(&visit, round, &wanted).await {
        Ok(bytes) => {
            let name = "inline; filename=\"questionnaire.pdf\"";
            ([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(error) => download::refused(&visit, &error),
    }
}

async fn print(visit: &Visit, id: RoundId, wanted: &Wanted) -> Result<Vec<u8>, AppError> {
    let mut c = visit.read().await?;
    let (sheets, form) = load(visit, &mut c, id).await?;
    let tag = languages(&form).into_iter().find(|tag| *tag == wanted.language).unwrap_or_else(|| "fr".to_owned());
    // Who waits for a turn at the typesetter holds no connection.
    drop(c);
    let lang = if tag.starts_with("en") { Lang::En } else { Lang::Fr };
    let colleges = sheets.colleges.iter().map(|(kind, name)| college_name(lang, *kind, name)).collect();
    let (title, process, intro) = (&sheets.title, &sheets.process, &sheets.intro);
    let sheets = Sheets { round: id, form: &form, title, process, intro, colleges, tag: &tag, lang };
    let numbers = wanted.numbers();
    let one = pdf::set(include_str!("form.typ"), sheets.data(&numbers[..1], 0, PAGES)?).await?;
    if numbers.len() == 1 {
        return Ok(one.bytes);
    }
    // Now we know how many pages each has.
    let pages = u32::try_from(one.pages).unwrap_or(PAGES).min(PAGES);
    Ok(pdf::set(include_str!("form.typ"), sheets.data(&numbers, one.pages, pages)?).await?.bytes)
}

struct Loaded {
    title: domain::lang::LangText,
    process: domain::lang::LangText,
    intro: domain::lang::LangText,
    colleges: Vec<(domain::college::CollegeKind, domain::lang::LangText)>,
}

async fn load(visit: &Visit, c: &mut Conn, id: RoundId) -> Result<(Loaded, Form), AppError> {
    let entry = visit.allow_in_round(c, Act::PaperFile, id).await?;
    let form = save::form(c, id, entry.kind).await?;
    let round = store::round::find(c, id).await?.ok_or_else(Refusal::not_found)?;
    let process = store::process::find(c, entry.process).await?.ok_or_else(Refusal::not_found)?;
    let colleges = store::process::colleges(c, entry.process).await?.into_iter().map(|college| (college.kind, college.name)).collect();
    Ok((Loaded { title: round.title, process: process.title, intro: round.intro, colleges }, form))
}

/// The languages in which something of the form is written, French first.
pub fn languages(form: &Form) -> Vec<String> {
    let sections = form.sections.iter().flat_map(|section| [&section.title, &section.intro]);
    let questions = form.questions().flat_map(|question| [&question.label, &question.help]);
    let choices =
        form.questions().flat_map(|question| question.kind.options().iter().chain(question.kind.items())).map(|choice| &choice.label);
    let mut tags: Vec<String> = sections.chain(questions).chain(choices).flat_map(|text| text.0.keys().cloned()).collect();
    tags.sort_by_key(|tag| (!tag.starts_with("fr"), tag.clone()));
    tags.dedup();
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_bounded() {
        let numbers = |copies: &str, first: &str| Wanted { language: String::new(), copies: copies.into(), first: first.into() }.numbers();
        assert_eq!(numbers("", ""), [0]);
        assert_eq!(numbers("3", "12"), [12, 13, 14]);
        assert_eq!(numbers("1000000", "").len(), COPIES as usize);
        assert_eq!(numbers("3", "9999"), [9999]);
        assert_eq!(numbers("x", "y"), [0]);
    }
}
