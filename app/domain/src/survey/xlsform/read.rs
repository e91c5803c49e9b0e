//! A workbook as a form: the rows first, in their order ([`super::walk`]), then what they say of one another ([`super::finish`]).

use super::{
    ALONE, FILE, Loss, PICTURE, RULE_COLUMNS, Tab, Workbook,
    sheet::{Row, Table, bounded, language},
    walk::Walk,
};
use crate::{Refusal, survey::form::Form, text};

const SURVEY: &[&str] = &[
    "type",
    "name",
    "label",
    "hint",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "appearance",
    "parameters",
    "palabre::kind",
    "palabre::required",
    "palabre::declinable",
    "palabre::filter",
    "palabre::shuffled",
    "palabre::alone",
    "palabre::most",
    "palabre::total",
    "palabre::unit",
    "palabre::low",
    "palabre::high",
    "palabre::link",
    "palabre::picture",
    "palabre::territory",
    FILE,
];
const SETTINGS: &[&str] = &["form_title", "form_id", "version", "default_language", "palabre::quota", "palabre::limit", "palabre::words"];
/// The title that a workbook gives its form.
pub fn title(book: &Workbook) -> Option<String> {
    let table = Table::new(Tab::Settings, &book.settings, "fr", &mut Vec::new());
    let title = table.rows().next().map(|row| text::clean(row.get("form_title")))?;
    (!title.is_empty()).then_some(title)
}

/// The form of a workbook, sound as [`Form::checked`] wants it, and what of the workbook it does not have.
pub fn read(book: &Workbook) -> Result<(Form, Vec<Loss>), Refusal> {
    bounded(book)?;
    let mut losses = Vec::new();
    let settings = Table::new(Tab::Settings, &book.settings, "fr", &mut losses);
    let tag = settings.rows().next().map(|row| row.get("default_language")).filter(|name| !name.is_empty());
    let tag = tag.map_or_else(|| "fr".to_owned(), |name| language(name).0);
    let survey = Table::new(Tab::Survey, &book.survey, &tag, &mut losses);
    let choices = Table::new(Tab::Choices, &book.choices, &tag, &mut losses);
    if !survey.has("type") {
        return Err(Refusal::field("", "xlsform-no-survey"));
    }
    let numbered: Vec<&str> = RULE_COLUMNS.iter().flat_map(|(constraint, message)| [*constraint, *message]).collect();
    losses.extend(survey.unread(&[SURVEY, &numbered].concat()));
    losses.extend(choices.unread(&["list_name", "name", "label", FILE, ALONE, PICTURE]));
    losses.extend(settings.unread(SETTINGS));

    let title = title(book).unwrap_or_else(|| "Questions".to_owned()).chars().take(text::TITLE).collect();
    let rows: Vec<Row> = survey.rows().filter(|row| !row.is_blank()).collect();
    Walk::new(tag, title, &choices, losses).read(&rows, &settings)
}
