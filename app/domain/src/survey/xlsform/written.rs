//! A sheet while it is written.

use std::collections::{BTreeMap, BTreeSet};

use super::{Sheet, sheet};
use crate::lang::LangText;

/// Rows under columns that are there once something stands in them, in an order that is given.
pub struct Written {
    order: &'static [&'static str],
    /// By the place of the column, French first, then by language.
    rows: Vec<BTreeMap<(usize, bool, String), String>>,
}

impl Written {
    pub fn new(order: &'static [&'static str]) -> Self {
        Written { order, rows: Vec::new() }
    }

    pub fn row(&mut self) {
        self.rows.push(BTreeMap::new());
    }

    fn cell(&mut self, base: &str, tag: &str, text: &str) {
        if let Some(at) = self.order.iter().position(|column| *column == base)
            && let Some(row) = self.rows.last_mut()
            && !text.trim().is_empty()
        {
            row.insert((at, tag != "fr", tag.to_owned()), text.to_owned());
        }
    }

    /// Writes into the last row.
    pub fn put(&mut self, base: &str, text: &str) {
        self.cell(base, "", text);
    }

    pub fn flag(&mut self, base: &str, yes: bool) {
        self.put(base, if yes { "yes" } else { "" });
    }

    pub fn words(&mut self, base: &str, words: &LangText) {
        for (tag, text) in &words.0 {
            self.cell(base, tag, &sheet::shielded(text));
        }
    }

    /// Words with the places of earlier answers.
    pub fn raw_words(&mut self, base: &str, words: &LangText) {
        for (tag, text) in &words.0 {
            self.cell(base, tag, text);
        }
    }

    /// What stands in the last row.
    pub fn get(&self, base: &str) -> &str {
        let at = self.order.iter().position(|column| *column == base).unwrap_or(self.order.len());
        self.rows.last().and_then(|row| row.get(&(at, true, String::new()))).map_or("", String::as_str)
    }

    /// The language to read the sheet in: French where it is there.
    pub fn tag(&self) -> String {
        let mut tags: Vec<_> = self.rows.iter().flat_map(BTreeMap::keys).filter(|(_, _, tag)| !tag.is_empty()).collect();
        tags.sort_by_key(|(_, not_french, tag)| (*not_french, tag.as_str()));
        tags.first().map_or("fr", |(_, _, tag)| tag.as_str()).to_owned()
    }

    /// The sheet, with its first columns in any case.
    pub fn sheet(self, first: usize) -> Sheet {
        let mut columns: BTreeSet<(usize, bool, String)> = self.rows.iter().flat_map(BTreeMap::keys).cloned().collect();
        for (at, base) in self.order.iter().enumerate().take(first) {
            if !columns.iter().any(|(column, ..)| *column == at) {
                let tag = if *base == "label" { "fr" } else { "" };
                columns.insert((at, tag != "fr", tag.to_owned()));
            }
        }
        let header = columns.iter().map(|(at, _, tag)| match tag.as_str() {
            "" => self.order[*at].to_owned(),
            tag => sheet::header(self.order[*at], tag),
        });
        let rows = self.rows.iter().map(|row| columns.iter().map(|column| row.get(column).cloned().unwrap_or_default()).collect());
        Sheet { header: header.collect(), rows: rows.collect() }
    }
}
