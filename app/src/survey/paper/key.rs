//! What was read on a sheet, kept until a second reader says the same.

use domain::{
    Refusal,
    access::Act,
    id::{CollegeId, RoundId},
    refusal::Problem,
    round::{Calendar, State},
    survey::{Answerer, Answers, Form, paper},
};
use leptos_axum::redirect;
use serde_json::json;
use store::{
    Conn,
    paper::{Keying, Sheet},
    process::College,
    round::Entry,
};

use crate::{AppError, survey::save, ui::date::iso_day, visit::Visit};

/// Paper comes back after the last day, too: sheets are keyed until the results are published.
pub fn must_take_sheets(calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    match calendar.state(now) {
        State::Open | State::Closed => Ok(()),
        State::Draft | State::Announced => Err(Refusal::conflict("round-not-yet-open")),
        State::Published => Err(Refusal::conflict("round-already-published")),
    }
}

/// What every act on a sheet begins with.
pub struct Desk {
    pub entry: Entry,
    pub form: Form,
    pub number: u32,
    pub sheet: Sheet,
}

impl Desk {
    pub async fn open(visit: &Visit, c: &mut Conn, act: Act, round: RoundId, sheet: &str) -> Result<Desk, AppError> {
        let entry = visit.allow_in_round(c, act, round).await?;
        must_take_sheets(&entry.calendar, visit.now)?;
        let form = save::form(c, round, entry.kind).await?;
        let number = paper::sheet("sheet", sheet, round).map_err(invalid)?;
        let sheet = store::paper::sheet(c, round, number).await?;
        Ok(Desk { entry, form, number, sheet })
    }

    /// The college whose voice the sheet is.
    pub async fn college(&self, c: &mut Conn, college: &str) -> Result<College, AppError> {
        college_of(c, &self.entry, college).await
    }

    /// Takes the sheet as a response.
    pub async fn count(&self, visit: &Visit, c: &mut Conn, round: RoundId, college: &College, answers: &Answers) -> Result<(), AppError> {
        save::within_quotas(c, round, Some(college.kind), &self.form, &Answers::new(), answers).await?;
        let day = iso_day(visit.now, &visit.services.site.zone);
        store::paper::count(c, (round, self.entry.mode), self.number, (college.id, &self.form, answers), &day).await?;
        // Without its number: with the day of a response, it could lead from one to the other.
        visit.journal(c, Some(self.entry.process), "survey.count-sheet", round, json!({})).await
    }
}

pub fn invalid(problem: Problem) -> Refusal {
    Refusal { kind: domain::Kind::Invalid, problems: vec![problem] }
}

pub async fn college_of(c: &mut Conn, entry: &Entry, college: &str) -> Result<College, AppError> {
    let wanted: Option<CollegeId> = college.parse().ok();
    let colleges = store::process::colleges(c, entry.process).await?;
    Ok(colleges.into_iter().find(|college| Some(college.id) == wanted).ok_or_else(|| Refusal::field("college", "required"))?)
}

/// As whom the sheet speaks.
pub fn answerer(college: &College, language: &str) -> Answerer {
    Answerer { college: Some(college.kind), language: language.to_owned() }
}

enum Became {
    Once,
    Counted,
    ToSettle,
}

pub async fn key(round: RoundId, sheet: &str, again: bool, college: String, language: String, sent: Answers) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let sheet = sheet.to_owned();
    let (number, became) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let desk = Desk::open(&visit, c, Act::KeySheet, round, &sheet).await?;
                let college = desk.college(c, &college).await?;
                let answers = paper::keyed(&desk.form, &paper::typed(&desk.form, sent), &answerer(&college, &language))?;
                let keying = Keying { account_id: desk.entry.who.account()?, college_id: college.id, language, answers };
                let became = match (&desk.sheet, again) {
                    (Sheet::New, false) => {
                        store::paper::keep(c, round, desk.number, false, &keying).await?;
                        Became::Once
                    }
                    (Sheet::Once(first), true) => {
                        let agree =
                            first.college_id == college.id && paper::differences(&desk.form, &first.answers, &keying.answers).is_empty();
                        if agree {
                            desk.count(&visit, c, round, &college, &first.answers).await?;
                            Became::Counted
                        } else {
                            store::paper::keep(c, round, desk.number, true, &keying).await?;
                            Became::ToSettle
                        }
                    }
                    // Somebody was faster, or the button was pressed twice: what is sent twice is not read twice.
                    _ => return Err(Refusal::conflict("sheet-changed").into()),
                };
                Ok((desk.number, became))
            })
        })
        .await?;
    redirect(&match became {
        Became::Once => format!("/r/{round}/paper?done=once&n={number}#key"),
        Became::Counted => format!("/r/{round}/paper?done=counted&n={number}#key"),
        Became::ToSettle => format!("/r/{round}/paper?sheet={number}"),
    });
    Ok(())
}

/// Forgets what was keyed from a sheet: a wrong number, a wrong sheet.
pub async fn forget(round: RoundId, sheet: &str) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let sheet = sheet.to_owned();
    let number = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let desk = Desk::open(&visit, c, Act::ForgetSheet, round, &sheet).await?;
                if matches!(desk.sheet, Sheet::New | Sheet::Counted) {
                    return Err(Refusal::conflict("sheet-changed").into());
                }
                store::paper::forget(c, round, desk.number).await?;
                visit.journal(c, Some(desk.entry.process), "survey.forget-sheet", round, json!({ "number": desk.number })).await?;
                Ok(desk.number)
            })
        })
        .await?;
    redirect(&format!("/r/{round}/paper?done=forgotten&n={number}#key"));
    Ok(())
}
