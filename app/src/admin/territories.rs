//! The tree of territories.

use domain::id::TerritoryId;
use leptos::prelude::*;
use store::process::Territory;

use crate::i18n::{Lang, t};

/// More than this in one place are folded away.
const MANY: usize = 30;

/// Under `parent`, as nested lists.
pub fn tree(lang: Lang, all: &[Territory], parent: Option<TerritoryId>) -> Option<AnyView> {
    let items: Vec<_> = all
        .iter()
        .filter(|territory| territory.parent_id == parent)
        .map(|territory| {
            view! {
                <li>{territory.name.clone()} " · " <span class="small">{lang.of("territory-kind", territory.kind.as_str())}{territory.code.as_ref().map(|code| format!(" · {code}"))}</span>
                    {tree(lang, all, Some(territory.id))}</li>
            }
        })
        .collect();
    let n = items.len();
    match n {
        0 => None,
        1..=MANY => Some(view! { <ul>{items}</ul> }.into_any()),
        // The municipalities of a department.
        _ => Some(view! { <details><summary>{t!(lang, "territories-count", n = n)}</summary><ul>{items}</ul></details> }.into_any()),
    }
}

/// For a drop-down list: "Deux-Orées, Val-d’Orme, Les Tilleuls", each under the one it lies in.
pub fn options(all: &[Territory]) -> Vec<(String, String)> {
    let mut options: Vec<_> = all.iter().map(|territory| (territory.id.to_string(), place(all, territory))).collect();
    options.sort_by(|(_, a), (_, b)| a.cmp(b));
    options
}

fn place(all: &[Territory], territory: &Territory) -> String {
    match territory.parent_id.and_then(|id| all.iter().find(|other| other.id == id)) {
        Some(parent) => format!("{}, {}", place(all, parent), territory.name),
        None => territory.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use domain::process::TerritoryKind;

    use super::*;

    #[test]
    fn a_place_is_named_with_what_it_lies_in() {
        let territory = |parent_id, kind, name: &str| Territory { id: store::new_id(), parent_id, kind, name: name.to_owned(), code: None };
        let department = territory(None, TerritoryKind::Department, "Deux-Orées");
        let town = territory(Some(department.id), TerritoryKind::Municipality, "Val-d’Orme");
        let words: Vec<_> = options(&[town, department]).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["Deux-Orées", "Deux-Orées, Val-d’Orme"]);
    }
}
