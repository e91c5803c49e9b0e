//! `/r/:round/paper.pdf`: any form, to print.

use axum::{
    Extension,
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Problem, Refusal,
    access::Act,
    id::RoundId,
    survey::{
        Form,
        paper::{COPIES, PAGES, SHEETS},
    },
};
use serde::Deserialize;
use store::Conn;

use super::{key::invalid, sheet::Sheets};
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
    /// The numbers to print; 0 is left to be written. Refused rather than brought into bounds: sheets that are missing, or bear numbers
    /// that were not meant, are noticed when they have been handed out.
    fn numbers(&self) -> Result<Vec<u32>, Refusal> {
        let copies = number(&self.copies, COPIES)?;
        let first = number(&self.first, SHEETS)?.unwrap_or(1);
        match copies {
            None => Ok(vec![0]),
            Some(copies) if first + copies - 1 > SHEETS => Err(out_of_bounds(SHEETS + 1 - copies)),
            Some(copies) => Ok((first..first + copies).collect()),
        }
    }
}

/// A number from 1 to `max`; none where nothing was typed.
fn number(typed: &str, max: u32) -> Result<Option<u32>, Refusal> {
    let typed = typed.trim();
    let number = typed.parse().ok().filter(|number| (1..=max).contains(number));
    if typed.is_empty() { Ok(None) } else { number.map(Some).ok_or_else(|| out_of_bounds(max)) }
}

fn out_of_bounds(max: u32) -> Refusal {
    invalid(Problem::new("", "out-of-bounds").with("min", 1).with("max", max))
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
    let numbers = wanted.numbers()?;
    let tag = languages(&form).into_iter().find(|tag| *tag == wanted.language).unwrap_or_else(|| "fr".to_owned());
    // Who waits for a turn at the typesetter holds no connection.
    drop(c);
    let lang = if tag.starts_with("en") { Lang::En } else { Lang::Fr };
    let colleges = sheets.colleges.iter().map(|(kind, name)| college_name(lang, *kind, name)).collect();
    let (title, process, intro) = (&sheets.title, &sheets.process, &sheets.intro);
    let sheets = Sheets { round: id, form: &form, title, process, intro, colleges, tag: &tag, lang };
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
    fn copies_are_bounded_and_never_silently() {
        let numbers = |copies: &str, first: &str| Wanted { language: String::new(), copies: copies.into(), first: first.into() }.numbers();
        assert_eq!(numbers("", "").unwrap(), [0]);
        assert_eq!(numbers(" 3 ", "12").unwrap(), [12, 13, 14]);
        assert_eq!(numbers("1", "9999").unwrap(), [9999]);
        assert_eq!(numbers("30", "").unwrap().len(), COPIES as usize);
        for (copies, first) in [("31", ""), ("1000000", ""), ("0", ""), ("-1", ""), ("x", ""), ("3", "9998"), ("3", "0"), ("", "y")] {
            assert_eq!(numbers(copies, first).unwrap_err().problems[0].key, "out-of-bounds", "{copies} from {first}");
        }
    }
}
