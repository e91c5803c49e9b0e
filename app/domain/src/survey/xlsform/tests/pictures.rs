//! Pictures and municipalities in workbooks.

use super::{book, read, write};
use crate::{
    lang::LangText,
    survey::{Choice, Form, Kind, xlsform::Lost},
};

#[test]
fn pictures_of_other_tools_stay_behind_and_are_told() {
    let survey = "type | name | label | media::image::English (en)
        note | bonjour | Bonjour | cour.jpg
        select_one l | lieu | Où ? | plan.png
        select_one l | encore | Où encore ? | ";
    let choices = "list_name | name | label | media::image | palabre_picture
        l | a | A | a.jpg |
        l | b | B | | ce n'est pas du JSON";
    let (form, losses) = read(&book(survey, choices, "form_title\nT")).unwrap();
    assert!(!form.has_pictures());
    let pictures: Vec<_> =
        losses.iter().filter(|loss| loss.what == Lost::Picture).map(|loss| format!("{} {}", loss.sheet, loss.row)).collect();
    assert_eq!(pictures, ["survey 2", "survey 3", "choices 2", "choices 3"]);
}

#[test]
fn a_list_of_municipalities_keeps_its_codes_and_names_two_thousand() {
    let options: Vec<_> = (0..2_000)
        .map(|at| Choice { code: format!("{at:05}"), label: LangText::of("fr", format!("Ville {at}")), alone: false, picture: None })
        .collect();
    let mut form: Form = serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[{"code":"v","kind":"municipality","label":{"fr":"V"},"options":[]}]}]}"#,
    )
    .unwrap();
    form.sections[0].questions[0].kind = Kind::Municipality { options, territory: None };
    form.checked().unwrap();
    assert_eq!(read(&write(&form, "T")).unwrap(), (form, Vec::new()));
}
