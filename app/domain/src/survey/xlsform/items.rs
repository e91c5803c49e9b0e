//! Groups that are one question of several items: a matrix, points to share, several short texts.

use std::collections::BTreeMap;

use super::{
    Loss, Lost,
    bounds::{Conjuncts, Measure},
    expression,
    sheet::Row,
    types::Type,
    walk::Walk,
};
use crate::{
    lang::LangText,
    survey::{
        code,
        kind::{Choice, ITEMS, Kind, RESERVED, SHORT, STEPS},
    },
};

pub struct Items {
    pub kind: Kind,
    /// The name of each row and the code of its item.
    pub names: Vec<(String, String)>,
    pub values: BTreeMap<String, String>,
    pub required: bool,
    /// Rows up to the end of the group, which is one of them.
    pub rows: usize,
}

impl Walk<'_> {
    /// What a group is if it is one question; `rest` are the rows after the one that begins it.
    pub fn items(&mut self, row: Row<'_>, rest: &[Row<'_>]) -> Option<Items> {
        let kind = match row.get("palabre::kind") {
            "" if row.get("appearance").split_whitespace().any(|word| word == "table-list") => "matrix",
            kind @ ("matrix" | "points" | "texts") => kind,
            _ => return None,
        };
        let end = rest.iter().take(ITEMS + 1).position(|row| matches!(Type::read(row.get("type")), Type::Begin { .. } | Type::End))?;
        let types: Vec<Type> = rest[..=end].iter().map(|row| Type::read(row.get("type"))).collect();
        let rows = &rest[..end];
        let (first, has) = (rows.first()?, |base: &str| rows.iter().any(|row| !row.get(base).is_empty()));
        if types[end] != Type::End || has("relevant") || has("hint") || types[..end].iter().any(|kind| *kind != types[0]) {
            return None;
        }
        let (items, losses) = choices(row.get("name"), rows, &self.tag);
        let names = rows.iter().zip(&items).map(|(row, item)| (row.get("name").to_owned(), item.code.clone())).collect();
        let mut values = BTreeMap::new();
        let kind = match (kind, &types[0]) {
            ("matrix", Type::One { list, other: false }) if !has("constraint") => {
                if !self.lists.get(list).is_some_and(|list| (2..=usize::from(*STEPS.end())).contains(&list.choices.len())) {
                    return None;
                }
                let (options, renamed) = self.options(row, list)?;
                values = renamed;
                Kind::Matrix { items, options, shuffled: row.yes("palabre::shuffled") }
            }
            ("points", Type::Integer) if rows.len() >= 2 => Kind::Points { items, total: row.get("palabre::total").parse().ok()? },
            ("texts", Type::Text) => {
                let constraint = first.get("constraint");
                let (_, max) = Conjuncts::of(expression::parse(constraint)).take(Measure::Length);
                if rows.iter().any(|row| row.get("constraint") != constraint) {
                    return None;
                }
                Kind::Texts { items, max: max.map_or(Some(SHORT), |max| usize::try_from(max).ok())? }
            }
            _ => return None,
        };
        self.losses.extend(losses);
        Some(Items { kind, names, values, required: rows.iter().any(|row| row.yes("required")), rows: end + 1 })
    }
}

/// The rows of a group as items, and what is lost of them.
fn choices(group: &str, rows: &[Row<'_>], tag: &str) -> (Vec<Choice>, Vec<Loss>) {
    let (mut items, mut losses): (Vec<Choice>, Vec<Loss>) = (Vec::new(), Vec::new());
    for row in rows {
        let name = row.get("name");
        let item = name.strip_prefix(group).and_then(|name| name.strip_prefix('.')).unwrap_or(name);
        let mut label = row.words("label");
        if label.is_empty() {
            losses.push(row.loss("label", Lost::Label));
            label = LangText::of(tag, if name.is_empty() { "…" } else { name });
        }
        let taken = |code: &str| RESERVED.contains(&code) || items.iter().any(|item| item.code == code);
        let code = if code::well_formed(item) && !taken(item) {
            item.to_owned()
        } else {
            losses.push(row.loss("name", Lost::Name));
            code::from_label(item, "item", taken)
        };
        items.push(Choice { code, label, alone: row.yes("palabre::alone"), picture: None });
    }
    (items, losses)
}
