//! Surveys as XLSForm workbooks, the spreadsheets that ODK, KoboToolbox and others read and write.
//!
//! Source: the XLSForm specification, <https://xlsform.org/en/> and its reference table <https://xlsform.org/en/ref-table/>. A workbook
//! has three sheets: `survey` (a row for each question, `begin_group` and `end_group` around each section), `choices` (a row for each
//! option, under the name of its list) and `settings`. Here they are cells of text; the app reads and writes the file.
//!
//! | ours | XLSForm |
//! |---|---|
//! | section | `begin_group` … `end_group`, its introduction a `note` |
//! | single, multiple, ranking | `select_one`, `select_multiple`, `rank` with a list; a menu looks `minimal autocomplete` |
//! | yes or no, scale with names | `select_one` |
//! | scale, faces, stars, NPS | `range`; stars look like `rating` |
//! | matrix, points, texts | a group of `select_one` (`table-list`), `integer` or `text`, a row for each item |
//! | number, short text, long text, e-mail | `integer`, `text`, with their bounds in `constraint` |
//! | date, time, consent, note | `date`, `time`, `acknowledge`, `note` |
//! | municipality | `select_one` with its whole list, `minimal autocomplete` |
//! | picture | the name of a file in `media::image`; files stay behind |
//! | shown only if | `relevant`: `${code} = 'a'`, `selected(${code}, 'a')`, `${n} >= 3`, `not(…)`, `and`, `or` |
//! | first rule | `constraint` and `constraint_message` |
//! | `{code}` in a label | `${code}` |
//!
//! The name of a row is the key of its answer (`grid.item` in a matrix). What XLSForm has no word for stands in columns that begin with
//! `palabre::` (in `choices`, `palabre_`), which other tools pass over, and the quotas in `settings` from its third row on. So a form
//! that was written reads back as it was, texts being as [`crate::text::clean`] leaves them. Each language has its columns:
//! `label::Français (fr)`.

use serde::{Deserialize, Serialize};

use crate::text_enum::text_enum;

mod bounds;
mod expression;
mod finish;
mod items;
mod lists;
mod question;
mod read;
mod sheet;
#[cfg(test)]
mod tests;
mod types;
mod walk;
mod write;
mod written;

pub use read::{read, title};
pub use write::write;

/// Rows of `survey`, of `choices` and of `settings` that are read; more than any form of ours needs.
pub const ROWS: [usize; 3] = [6_000, 105_000, 100];
pub const COLUMNS: usize = 1_000;
/// Characters of a cell: what a spreadsheet can hold.
pub const CELL: usize = 32_767;
/// Groups that may stand in one another.
pub const NESTED: usize = 10;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub survey: Sheet,
    pub choices: Sheet,
    pub settings: Sheet,
}

/// The first row, and those below it; rows may be shorter or longer than the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

text_enum! {
    Tab {
        Survey = "survey",
        Choices = "choices",
        Settings = "settings",
    }
}

/// Something of a workbook that the form does not have, or has otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    pub sheet: Tab,
    /// As people see it: the header is row 1.
    pub row: usize,
    /// As its header names it.
    pub column: String,
    pub what: Lost,
    /// What stands there, shortened.
    pub cell: String,
}

text_enum! {
    /// The key of its text: `xlsform-loss-` and the word.
    Lost {
        /// Nothing reads this column.
        Column = "column",
        /// The language was not recognised and has a tag made up for it.
        Language = "language",
        /// The row is not of a type that we have, and is left out.
        Type = "type",
        /// The name was no code: the question or option has another.
        Name = "name",
        /// Nothing to read: the name stands in for the label.
        Label = "label",
        /// A label names something that was not asked before it.
        Reference = "reference",
        /// Not understood: shown to all.
        Condition = "condition",
        /// Not understood: not checked.
        Rule = "rule",
        /// A rule without a message has a general one.
        RuleWords = "rule-words",
        /// A bound has our own message.
        Message = "message",
        /// Not understood: not required.
        Required = "required",
        Appearance = "appearance",
        Parameters = "parameters",
        /// A repeat is asked once.
        Repeat = "repeat",
        /// A group in a group: its questions join the section, its title is a note.
        Nested = "nested",
        /// A table that could not be made: its rows are questions.
        Grid = "grid",
        /// Whole numbers only.
        Decimal = "decimal",
        /// The date without the time.
        DateTime = "date-time",
        /// The bounds of a number were missing or too far apart.
        Bounds = "bounds",
        /// The length of a text is another.
        Length = "length",
        /// A list too long to show is a menu.
        Menu = "menu",
        Quota = "quota",
        /// The file of a picture does not come with a workbook, or the picture is none of this process.
        Picture = "picture",
    }
}

/// Names of rows that stand for the college and the language of the person who answers.
const COLLEGE: &str = "palabre_college";
const LANGUAGE: &str = "palabre_language";
/// Columns for rules after the first are numbered.
const RULE_COLUMNS: [(&str, &str); crate::survey::form::RULES] = [
    ("palabre::constraint_1", "palabre::constraint_message_1"),
    ("palabre::constraint_2", "palabre::constraint_message_2"),
    ("palabre::constraint_3", "palabre::constraint_message_3"),
    ("palabre::constraint_4", "palabre::constraint_message_4"),
    ("palabre::constraint_5", "palabre::constraint_message_5"),
];
/// In `choices`, where other tools make each column an element of its own, and `::` is no part of a name.
const ALONE: &str = "palabre_alone";
/// A picture of ours: which, its size and what it shows, as JSON. Beside it stands the name of its file for other tools.
const PICTURE: &str = "palabre_picture";
const FILE: &str = "media::image";
const YES_NO: &str = "palabre-yes-no";
const YES_NO_UNSURE: &str = "palabre-yes-no-unsure";
