//! The columns and rows of a sheet, as other tools name them and as we do.

use std::collections::{BTreeMap, BTreeSet};

use super::{CELL, COLUMNS, Loss, Lost, ROWS, Sheet, Tab, Workbook};
use crate::{
    Problem, Refusal,
    lang::{EASY, LangText},
    refusal::Problems,
    survey::code,
    text,
};

/// Tag, the name that it is written with, and others that it is known by.
const LANGUAGES: &[(&str, &str, &[&str])] = &[
    ("fr", "Français", &["francais", "french"]),
    (EASY, "Français facile", &[]),
    ("en", "English", &["anglais"]),
    ("ar", "العربية", &["arabe", "arabic"]),
    ("pt", "Português", &["portugais", "portuguese"]),
    ("es", "Español", &["espagnol", "spanish"]),
    ("de", "Deutsch", &["allemand", "german"]),
    ("it", "Italiano", &["italien", "italian"]),
    ("tr", "Türkçe", &["turc", "turkish"]),
    ("ru", "Русский", &["russe", "russian"]),
    ("uk", "Українська", &["ukrainien", "ukrainian"]),
    ("ro", "Română", &["roumain", "romanian"]),
    ("pl", "Polski", &["polonais", "polish"]),
    ("sq", "Shqip", &["albanais", "albanian"]),
    ("zh", "中文", &["chinois", "chinese"]),
    ("fa", "فارسی", &["persan", "persian", "farsi"]),
    ("so", "Soomaali", &["somali"]),
    ("sw", "Kiswahili", &["swahili"]),
    ("ht", "Kreyòl ayisyen", &["kreyòl", "haitian creole"]),
    ("wo", "Wolof", &[]),
    ("bm", "Bamanankan", &["bambara"]),
    ("ta", "தமிழ்", &["tamoul", "tamil"]),
];

/// Other names of columns.
const ALIASES: &[(&str, &str)] = &[
    ("relevance", "relevant"),
    ("bind::relevant", "relevant"),
    ("bind::required", "required"),
    ("bind::constraint", "constraint"),
    ("constraining_message", "constraint_message"),
    ("bind::jr:constraintmsg", "constraint_message"),
    ("caption", "label"),
    ("command", "type"),
    ("value", "name"),
    ("tag", "name"),
    ("control::appearance", "appearance"),
];

/// The header of a text's column.
pub fn header(base: &str, tag: &str) -> String {
    match LANGUAGES.iter().find(|(known, ..)| *known == tag) {
        Some((_, name, _)) => format!("{base}::{name} ({tag})"),
        None if language(tag) == (tag.to_owned(), true) => format!("{base}::{tag}"),
        None => format!("{base}::{tag} ({tag})"),
    }
}

/// The tag of a language as headers name it, and whether it was recognised.
pub fn language(name: &str) -> (String, bool) {
    let name = name.trim();
    let well_formed = |tag: &str| LangText::of(tag, "x").checked("", 1).is_ok();
    if let Some(tag) = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map(|(_, tag)| tag.trim())
        && well_formed(tag)
    {
        return (tag.to_owned(), true);
    }
    let small = name.to_lowercase();
    if small == "default" {
        return ("fr".to_owned(), true);
    }
    let known =
        LANGUAGES.iter().find(|(tag, own, others)| small == *tag || small == own.to_lowercase() || others.contains(&small.as_str()));
    if let Some((tag, ..)) = known {
        return ((*tag).to_owned(), true);
    }
    let primary = name.split('-').next().map_or(0, str::len);
    if well_formed(name) && (2..=3).contains(&primary) {
        return (name.to_owned(), true);
    }
    let letters: String = code::from_label(name, "lang", |_| false).chars().filter(|c| *c != '_').take(8).collect();
    (format!("x-{letters}"), false)
}

/// What a column is called, and the language of its texts if it says one.
fn column(header: &str) -> (String, Option<(String, bool)>) {
    let plain = |part: &str| part.trim().to_lowercase().split_whitespace().collect::<Vec<_>>().join("_");
    let mut parts: Vec<&str> = header.split("::").collect();
    if parts.len() == 1 && !plain(header).starts_with("jr:") {
        parts = header.splitn(2, ':').collect();
    }
    let mut base = plain(parts[0]);
    let mut rest = 1;
    if ["palabre", "bind", "control", "media"].contains(&base.as_str()) && parts.len() > 1 {
        base = format!("{base}::{}", plain(parts[1]));
        rest = 2;
    }
    let base = ALIASES.iter().find(|(alias, _)| *alias == base).map_or(base, |(_, name)| (*name).to_owned());
    let tag = (parts.len() > rest).then(|| language(&parts[rest..].join("::")));
    (base, tag)
}

/// A sheet with its columns known by name.
pub struct Table<'w> {
    pub tab: Tab,
    sheet: &'w Sheet,
    /// Where the columns of a name are, each with the language of its texts.
    columns: BTreeMap<String, Vec<(usize, String)>>,
}

#[derive(Clone, Copy)]
pub struct Row<'w> {
    table: &'w Table<'w>,
    cells: &'w [String],
    /// As people see it.
    pub number: usize,
}

impl<'w> Table<'w> {
    /// `tag`: the language of columns that say none.
    pub fn new(tab: Tab, sheet: &'w Sheet, tag: &str, losses: &mut Vec<Loss>) -> Self {
        let mut columns: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
        for (at, header) in sheet.header.iter().enumerate().filter(|(_, header)| !header.trim().is_empty()) {
            let (base, language) = column(header);
            if let Some((tag, false)) = &language {
                losses.push(Loss { sheet: tab, row: 1, column: shortened(header), what: Lost::Language, cell: tag.clone() });
            }
            columns.entry(base).or_default().push((at, language.map_or_else(|| tag.to_owned(), |(tag, _)| tag)));
        }
        Table { tab, sheet, columns }
    }

    pub fn has(&self, base: &str) -> bool {
        self.columns.contains_key(base)
    }

    pub fn rows(&'w self) -> impl Iterator<Item = Row<'w>> {
        self.sheet.rows.iter().enumerate().map(|(at, cells)| Row { table: self, cells, number: at + 2 })
    }

    /// Columns that hold something which nothing reads.
    pub fn unread(&self, known: &[&str]) -> Vec<Loss> {
        let mut unread: Vec<(usize, &str)> = Vec::new();
        for (_, columns) in self.columns.iter().filter(|(base, _)| !known.contains(&base.as_str())) {
            for (at, _) in columns {
                if let Some(cell) = self.sheet.rows.iter().filter_map(|row| row.get(*at)).find(|cell| !cell.trim().is_empty()) {
                    unread.push((*at, cell));
                }
            }
        }
        let loss = |(at, cell): (usize, &str)| Loss {
            sheet: self.tab,
            row: 1,
            column: shortened(&self.sheet.header[at]),
            what: Lost::Column,
            cell: shortened(cell),
        };
        unread.into_iter().map(loss).collect()
    }

    /// The header of a column as it is written in the sheet.
    fn named(&self, base: &str) -> String {
        self.columns
            .get(base)
            .and_then(|columns| columns.first())
            .map_or_else(|| base.to_owned(), |(at, _)| shortened(&self.sheet.header[*at]))
    }
}

impl<'w> Row<'w> {
    fn cells(&self, base: &str) -> impl Iterator<Item = (&'w str, &'w str)> + use<'w> {
        let (table, cells) = (self.table, self.cells);
        let columns = table.columns.get(base).map_or(&[][..], Vec::as_slice);
        columns.iter().filter_map(move |(at, tag)| Some((tag.as_str(), cells.get(*at)?.trim()))).filter(|(_, cell)| !cell.is_empty())
    }

    /// What stands in the column, without spaces around it.
    pub fn get(&self, base: &str) -> &'w str {
        self.cells(base).next().map_or("", |(_, cell)| cell)
    }

    /// The texts of the columns of that name.
    pub fn words(&self, base: &str) -> LangText {
        LangText(self.raw_words(base).0.into_iter().map(|(tag, text)| (tag, bare(&text))).collect())
    }

    /// The texts as they are written, with the places of earlier answers.
    pub fn raw_words(&self, base: &str) -> LangText {
        let mut words = BTreeMap::new();
        for (tag, cell) in self.cells(base) {
            let cell = text::clean(cell);
            if !cell.is_empty() {
                words.entry(tag.to_owned()).or_insert(cell);
            }
        }
        LangText(words)
    }

    pub fn yes(&self, base: &str) -> bool {
        yes_or_no(self.get(base)) == Some(true)
    }

    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// What is lost of the cell in a column.
    pub fn loss(&self, base: &str, what: Lost) -> Loss {
        Loss { sheet: self.table.tab, row: self.number, column: self.table.named(base), what, cell: shortened(self.get(base)) }
    }

    /// What is wrong with the row.
    pub fn problem(&self, problem: &Problem) -> Problem {
        at(self.table.tab, self.number, problem)
    }
}

/// A problem of a form, said of the row that has it.
pub fn at(tab: Tab, row: usize, problem: &Problem) -> Problem {
    let mut at = Problem::new("", "xlsform-row").with("sheet", tab).with("row", row).with("why", &problem.key);
    at.args.extend(problem.args.iter().filter(|(name, _)| name != "question").cloned());
    at
}

/// Yes or no, in the ways that tools write it; empty is no.
pub fn yes_or_no(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" | "oui" => Some(true),
        "" | "no" | "false" | "false()" | "0" | "non" => Some(false),
        _ => None,
    }
}

/// Between `$` and `{` in words of ours it keeps other tools from taking them for an earlier answer; nobody sees it.
const JOINER: char = '\u{2060}';

/// Words with one joiner more wherever `${` stands in them.
pub fn shielded(text: &str) -> String {
    let mut shielded = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '{' && shielded.trim_end_matches(JOINER).ends_with('$') {
            shielded.push(JOINER);
        }
        shielded.push(c);
    }
    shielded
}

/// The words that were shielded.
pub fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '{' && bare.ends_with(JOINER) && bare.trim_end_matches(JOINER).ends_with('$') {
            bare.pop();
        }
        bare.push(c);
    }
    bare
}

pub fn shortened(text: &str) -> String {
    let text = text::clean(text);
    if text.chars().count() > 80 { text.chars().take(79).chain(['…']).collect() } else { text }
}

/// Small enough to be looked through.
pub fn bounded(book: &Workbook) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    for ((tab, sheet), rows) in
        [(Tab::Survey, &book.survey), (Tab::Choices, &book.choices), (Tab::Settings, &book.settings)].into_iter().zip(ROWS)
    {
        let columns = sheet.rows.iter().chain([&sheet.header]).map(Vec::len).max().unwrap_or(0);
        if columns > COLUMNS {
            problems.push(Problem::new("", "xlsform-too-many-columns").with("sheet", tab).with("max", COLUMNS));
        }
        if sheet.rows.len() > rows {
            problems.push(Problem::new("", "xlsform-too-many-rows").with("sheet", tab).with("max", rows));
            continue;
        }
        let long = |cells: &Vec<String>| cells.iter().any(|cell| cell.len() > CELL && cell.chars().count() > CELL);
        let long: BTreeSet<usize> =
            [&sheet.header].into_iter().chain(&sheet.rows).enumerate().filter(|(_, cells)| long(cells)).map(|(at, _)| at + 1).collect();
        for row in long.into_iter().take(10) {
            problems.push(Problem::new("", "xlsform-cell-too-long").with("sheet", tab).with("row", row).with("max", CELL));
        }
    }
    problems.check()
}
