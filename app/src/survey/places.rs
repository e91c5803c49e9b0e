//! Municipalities for a question: which territories lie below another, as the options of a form.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    id::{ProcessId, TerritoryId},
    lang::LangText,
    process::TerritoryKind,
    survey::{Choice, Form, Kind, KindName, Step, Typed},
};
use store::{Conn, process::Territory};

use crate::{AppError, admin::territories, visit::Visit};

type Children<'t> = HashMap<Option<TerritoryId>, Vec<&'t Territory>>;

fn children(all: &[Territory]) -> Children<'_> {
    let mut children = Children::new();
    for one in all {
        children.entry(one.parent_id).or_default().push(one);
    }
    children
}

/// The municipalities below a territory, by name; where there are none, its districts.
fn below(all: &[Territory], root: TerritoryId) -> Vec<Choice> {
    let children = children(all);
    let (mut found, mut left): (Vec<&Territory>, Vec<TerritoryId>) = (Vec::new(), vec![root]);
    while let Some(id) = left.pop() {
        for one in children.get(&Some(id)).into_iter().flatten() {
            found.push(one);
            left.push(one.id);
        }
    }
    let towns = found.iter().any(|one| one.kind == TerritoryKind::Municipality);
    found.retain(|one| !towns || one.kind == TerritoryKind::Municipality);
    found.sort_by_cached_key(|one| (domain::survey::code::plain_words(&one.name), one.id));
    let mut names = BTreeMap::new();
    for one in &found {
        *names.entry(domain::survey::code::plain_words(&one.name)).or_insert(0) += 1;
    }
    let mut codes = BTreeSet::new();
    found
        .into_iter()
        .map(|one| {
            let code = one.code.clone().filter(|code| codes.insert(code.clone())).unwrap_or_else(|| one.id.to_string());
            // Two of one name are told apart by their code: people choose by what they read.
            let twice = names.get(&domain::survey::code::plain_words(&one.name)).is_some_and(|n| *n > 1);
            let name = if twice { format!("{} ({code})", one.name) } else { one.name.clone() };
            Choice { code, label: LangText::of("fr", name), alone: false, picture: None }
        })
        .collect()
}

/// The territory itself if anything lies below it, else the nearest above it of which that holds.
fn nearest(all: &[Territory], own: TerritoryId) -> TerritoryId {
    let children = children(all);
    let mut at = Some(own);
    while let Some(id) = at {
        if children.contains_key(&Some(id)) {
            return id;
        }
        at = all.iter().find(|one| one.id == id).and_then(|one| one.parent_id);
    }
    own
}

/// Takes the list over into what was typed, where the step wants it: a new question, another territory, or asked for.
pub async fn fill(
    c: &mut Conn,
    process: ProcessId,
    form: &Form,
    step: Step,
    code: &str,
    kind: KindName,
    typed: &mut Typed,
) -> Result<(), AppError> {
    let held = match (step, form.question(code).map(|question| &question.kind)) {
        (Step::AddQuestion, _) if kind == KindName::Municipality => None,
        (Step::EditQuestion, Some(Kind::Municipality { territory, .. })) => Some(*territory),
        _ => return Ok(()),
    };
    let chosen: Option<TerritoryId> = typed.territory.parse().ok();
    if held == Some(chosen) && !typed.refresh {
        return Ok(());
    }
    let all = store::process::territories(c).await?;
    let root = match chosen {
        Some(id) => id,
        None => nearest(&all, store::process::find(c, process).await?.map(|process| process.territory_id).unwrap_or_else(store::new_id)),
    };
    typed.places = Some(below(&all, root));
    Ok(())
}

/// Whether the page that builds a form offers territories to choose from.
pub fn are_chosen(visit: &Visit, form: &Form) -> bool {
    let held = || form.questions().any(|question| matches!(question.kind, Kind::Municipality { .. }));
    visit.asked("kind") == Some(KindName::Municipality.as_str()) || held()
}

/// The territories below which others lie, for a list.
pub async fn roots(c: &mut Conn) -> Result<Vec<(String, String)>, AppError> {
    let all = store::process::territories(c).await?;
    let children = children(&all);
    let above: BTreeSet<String> = all.iter().filter(|one| children.contains_key(&Some(one.id))).map(|one| one.id.to_string()).collect();
    Ok(territories::options(&all).into_iter().filter(|(id, _)| above.contains(id)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_department_gives_its_municipalities_and_a_municipality_its_districts() {
        let one = |parent_id, kind, name: &str, code: Option<&str>| Territory {
            id: store::new_id(),
            parent_id,
            kind,
            name: name.to_owned(),
            code: code.map(str::to_owned),
        };
        let gironde = one(None, TerritoryKind::Department, "Gironde", Some("33"));
        let town = |name, code| one(Some(gironde.id), TerritoryKind::Municipality, name, code);
        let (a, b, c) = (town("Étauliers", Some("33159")), town("Saint-Martin", Some("33001")), town("saint martin", None));
        let district = one(Some(a.id), TerritoryKind::District, "Le Bourg", None);
        let all = vec![gironde.clone(), b.clone(), a.clone(), c.clone(), district.clone()];
        let names: Vec<_> = below(&all, gironde.id).into_iter().map(|choice| (choice.code, choice.label.text("fr").to_owned())).collect();
        let id = c.id.to_string();
        let expected = [
            ("33159".into(), "Étauliers".into()),
            ("33001".into(), "Saint-Martin (33001)".into()),
            (id.clone(), format!("saint martin ({id})")),
        ];
        assert_eq!(names, expected);
        assert_eq!(below(&all, a.id).iter().map(|choice| choice.label.text("fr")).collect::<Vec<_>>(), ["Le Bourg"]);
        assert_eq!((nearest(&all, b.id), nearest(&all, a.id)), (gironde.id, a.id));
    }
}
