//! The lists of `choices`.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ALONE, Loss, Lost, PICTURE,
    question::picture,
    sheet::{Row, Table},
};
use crate::{
    Problem,
    lang::LangText,
    survey::{
        code,
        kind::{Choice, RESERVED},
        municipality::PLACES,
    },
    text,
};

#[derive(Default)]
pub struct Lists(BTreeMap<String, List>);

#[derive(Default)]
pub struct List {
    /// As they stand in the workbook.
    pub names: Vec<String>,
    pub choices: Vec<Choice>,
    /// Codes of those that have another name.
    pub values: BTreeMap<String, String>,
    /// What is lost and what is wrong, said once the list is used.
    pub losses: Vec<Loss>,
    pub problems: Vec<Problem>,
}

impl Lists {
    pub fn new(table: &Table<'_>, tag: &str) -> Self {
        let mut rows: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
        for row in table.rows().filter(|row| !row.get("list_name").is_empty()) {
            let list = rows.entry(row.get("list_name")).or_default();
            // One too many shows that it is too long.
            if list.len() <= PLACES {
                list.push(row);
            }
        }
        Lists(rows.into_iter().map(|(name, rows)| (name.to_owned(), List::new(&rows, tag))).collect())
    }

    pub fn get(&mut self, name: &str) -> Option<&mut List> {
        self.0.get_mut(name)
    }
}

impl List {
    fn new(rows: &[Row<'_>], tag: &str) -> Self {
        let is_code = |name: &str| code::well_formed(name) && !RESERVED.contains(&name);
        let names: BTreeSet<&str> = rows.iter().map(|row| row.get("name")).filter(|name| is_code(name)).collect();
        let mut used = BTreeSet::new();
        let mut list = List::default();
        for row in rows {
            let name = row.get("name");
            let mut label = row.words("label");
            if label.is_empty() {
                list.losses.push(row.loss("label", Lost::Label));
                label = LangText::of(tag, if name.is_empty() { "…" } else { name });
            }
            if let Err(problem) = label.checked("", text::LINE) {
                list.problems.push(row.problem(&problem));
            }
            let code = if is_code(name) && !used.contains(name) {
                name.to_owned()
            } else {
                let words = if name.chars().any(char::is_alphabetic) { name } else { label.text(tag) };
                let taken = |code: &str| used.contains(code) || names.contains(code) || RESERVED.contains(&code);
                list.losses.push(row.loss("name", Lost::Name));
                code::from_label(words, "option", taken)
            };
            used.insert(code.clone());
            if code != name {
                list.values.entry(name.to_owned()).or_insert_with(|| code.clone());
            }
            list.names.push(name.to_owned());
            let (picture, lost) = picture(*row, PICTURE);
            list.losses.extend(lost);
            list.choices.push(Choice { code, label, alone: row.yes(ALONE), picture });
        }
        list
    }

    pub fn is_named(&self, names: impl IntoIterator<Item = String>) -> bool {
        self.names.iter().cloned().eq(names)
    }
}
