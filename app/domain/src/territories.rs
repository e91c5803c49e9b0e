//! A list of territories as an administrator brings it: read line by line, taken as a whole or not at all.

use std::collections::{HashMap, HashSet};

use crate::{
    Kind, Problem, Refusal,
    id::TerritoryId,
    members::Row,
    process::TerritoryKind,
    survey::{code::plain_words, municipality},
    text,
};

/// Lines of one list: a large department with its districts.
pub const MOST_LINES: usize = 5_000;
/// So many problems are named at once.
const MOST_PROBLEMS: usize = 40;

/// A territory that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: TerritoryId,
    pub parent: Option<TerritoryId>,
    pub kind: TerritoryKind,
    pub name: String,
    pub code: Option<String>,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    New { id: TerritoryId, parent: Option<TerritoryId>, kind: TerritoryKind, name: String, code: Option<String> },
    Correct { id: TerritoryId, name: String, code: Option<String> },
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Column {
    Name,
    Kind,
    Code,
    Parent,
}

impl Column {
    fn named(header: &str) -> Option<Column> {
        Some(match plain_words(header).as_str() {
            "nom" | "name" | "libelle" | "commune" | "municipality" => Column::Name,
            "type" | "kind" | "niveau" => Column::Kind,
            "code" | "code insee" | "insee" | "com" => Column::Code,
            "parent" | "dans" | "in" | "dep" | "departement" => Column::Parent,
            _ => return None,
        })
    }
}

fn kind(typed: &str) -> Option<TerritoryKind> {
    Some(match plain_words(typed).as_str() {
        "departement" | "department" | "dep" => TerritoryKind::Department,
        // INSEE's list says COM.
        "" | "commune" | "municipality" | "com" => TerritoryKind::Municipality,
        "quartier" | "district" => TerritoryKind::District,
        _ => return None,
    })
}

/// What the lines change. A territory is known by its code, else by its name where it lies; `beneath` is where those go that say
/// nothing of it; `draw` gives identifiers. A line may lie in one above it.
pub fn read(
    field: &str,
    header: &Row,
    rows: &[Row],
    known: Vec<Known>,
    beneath: Option<TerritoryId>,
    mut draw: impl FnMut() -> TerritoryId,
) -> Result<Vec<Change>, Refusal> {
    let mut columns = HashMap::new();
    let mut problems = Vec::new();
    for (at, cell) in header.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        if let Some(column) = Column::named(cell) {
            // The first of two that mean the same counts.
            columns.entry(column).or_insert(at);
        }
    }
    if !columns.contains_key(&Column::Name) {
        problems.push(Problem::new(field, "territories-no-name"));
    }
    if rows.len() > MOST_LINES {
        problems.push(Problem::new(field, "territories-too-many").with("max", MOST_LINES).with("n", rows.len()));
    }
    let (mut all, mut changes) = (Index::new(known), Vec::new());
    let readable = if problems.is_empty() { rows } else { &[] };
    for row in readable {
        let cell = |column: Column| columns.get(&column).and_then(|at| row.cells.get(*at)).map_or("", |cell| cell.trim());
        match all.line(&cell, beneath).and_then(|line| all.take(line, &mut draw)) {
            Ok(change) => changes.extend(change),
            Err(key) if problems.len() < MOST_PROBLEMS => problems.push(Problem::new("", key).with("line", row.line)),
            Err(_) => break,
        }
    }
    if problems.is_empty() { Ok(changes) } else { Err(Refusal { kind: Kind::Invalid, problems }) }
}

struct Line {
    kind: TerritoryKind,
    name: String,
    code: Option<String>,
    parent: Option<TerritoryId>,
}

/// The territories so far, found by code and by name.
struct Index {
    all: HashMap<TerritoryId, Known>,
    by_code: HashMap<(TerritoryKind, String), TerritoryId>,
    /// `None` where several bear a name.
    by_name: HashMap<String, Option<TerritoryId>>,
    by_place: HashMap<(Option<TerritoryId>, TerritoryKind, String), TerritoryId>,
    /// Those that a line of this list is about.
    named: HashSet<TerritoryId>,
}

impl Index {
    fn new(known: Vec<Known>) -> Self {
        let mut index = Index {
            all: HashMap::new(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            by_place: HashMap::new(),
            named: HashSet::new(),
        };
        known.into_iter().for_each(|one| index.add(one));
        index
    }

    fn add(&mut self, one: Known) {
        let plain = plain_words(&one.name);
        if let Some(code) = &one.code {
            self.by_code.insert((one.kind, code.clone()), one.id);
        }
        self.by_name.entry(plain.clone()).and_modify(|id| *id = id.filter(|id| *id == one.id)).or_insert(Some(one.id));
        self.by_place.insert((one.parent, one.kind, plain), one.id);
        self.all.insert(one.id, one);
    }

    fn line<'c>(&self, cell: &impl Fn(Column) -> &'c str, beneath: Option<TerritoryId>) -> Result<Line, &'static str> {
        let name = text::required("", cell(Column::Name), text::NAME).map_err(|_| "territories-line-name")?;
        let kind = kind(cell(Column::Kind)).ok_or("territories-line-kind")?;
        let code = Some(cell(Column::Code).to_owned()).filter(|code| !code.is_empty());
        if code.as_deref().is_some_and(|code| !municipality::well_formed(code)) {
            return Err("territories-line-code");
        }
        let parent = match cell(Column::Parent) {
            "" => beneath,
            typed => Some(self.named(typed, kind).ok_or("territories-line-parent")?),
        };
        let above = parent.and_then(|id| self.all.get(&id)).map(|one| one.kind);
        if kind.may_lie_in(above) { Ok(Line { kind, name, code, parent }) } else { Err("territories-line-place") }
    }

    /// What a line lies in, by code or by name.
    fn named(&self, typed: &str, child: TerritoryKind) -> Option<TerritoryId> {
        let fits = |kind: &&TerritoryKind| child.may_lie_in(Some(**kind));
        let by_code = TerritoryKind::ALL.iter().filter(fits).find_map(|kind| self.by_code.get(&(*kind, typed.to_owned())));
        by_code.copied().or_else(|| *self.by_name.get(&plain_words(typed))?)
    }

    fn take(&mut self, line: Line, draw: &mut impl FnMut() -> TerritoryId) -> Result<Option<Change>, &'static str> {
        let Line { kind, name, code, parent } = line;
        let coded = code.as_ref().and_then(|code| self.by_code.get(&(kind, code.clone())).copied());
        // One of the same name that bears another code is another.
        let placed = self.by_place.get(&(parent, kind, plain_words(&name))).copied();
        let placed = placed.filter(|id| code.is_none() || self.all.get(id).is_some_and(|one| one.code.is_none()));
        if let Some(there) = coded.or(placed).and_then(|id| self.all.get(&id)).cloned() {
            let code = code.or_else(|| there.code.clone());
            let again = !self.named.insert(there.id);
            if (&there.name, &there.code) == (&name, &code) {
                return Ok(None);
            }
            if again {
                return Err("territories-line-twice");
            }
            self.add(Known { name: name.clone(), code: code.clone(), ..there });
            return Ok(Some(Change::Correct { id: there.id, name, code }));
        }
        let id = draw();
        self.named.insert(id);
        self.add(Known { id, parent, kind, name: name.clone(), code: code.clone() });
        Ok(Some(Change::New { id, parent, kind, name, code }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn row(cells: &str) -> Row {
        Row { line: 1, cells: cells.split(';').map(str::to_owned).collect() }
    }

    fn import(header: &str, lines: &[&str], known: &[Known], beneath: Option<TerritoryId>) -> Result<Vec<Change>, Refusal> {
        let rows: Vec<Row> = lines.iter().enumerate().map(|(at, line)| Row { line: at as u64 + 2, ..row(line) }).collect();
        let mut n = 100;
        read("file", &row(header), &rows, known.to_vec(), beneath, || {
            n += 1;
            Uuid::from_u128(n).into()
        })
    }

    /// The territories after these changes.
    fn after(known: &[Known], changes: Vec<Change>) -> Vec<Known> {
        let mut all = known.to_vec();
        for change in changes {
            match change {
                Change::New { id, parent, kind, name, code } => all.push(Known { id, parent, kind, name, code }),
                Change::Correct { id, name, code } => {
                    let one = all.iter_mut().find(|one| one.id == id).unwrap();
                    (one.name, one.code) = (name, code);
                }
            }
        }
        all
    }

    fn department() -> Known {
        let id = Uuid::from_u128(1).into();
        Known { id, parent: None, kind: TerritoryKind::Department, name: "Gironde".into(), code: None }
    }

    #[test]
    fn a_department_comes_with_its_municipalities_and_again_changes_nothing() {
        let lines = ["Gironde;département;33;", "Bordeaux;commune;33063;33", "Bègles;;33039;gironde", "Les Chartrons;quartier;;bordeaux"];
        let changes = import("Nom;Type;Code INSEE;Dans", &lines, &[department()], None).unwrap();
        let all = after(&[department()], changes);
        let find = |name: &str| all.iter().find(|one| one.name == name).unwrap();
        assert_eq!(find("Gironde").code.as_deref(), Some("33"));
        assert_eq!(find("Bègles").parent, Some(department().id));
        assert_eq!(find("Les Chartrons").parent, Some(find("Bordeaux").id));
        assert_eq!(import("nom;type;code;dans", &lines, &all, None), Ok(Vec::new()));
        // A new name under the same code is the same place.
        let renamed = import("nom;code;dans", &["Bordeaux-Centre;33063;33"], &all, None).unwrap();
        assert_eq!(renamed, [Change::Correct { id: find("Bordeaux").id, name: "Bordeaux-Centre".into(), code: Some("33063".into()) }]);
    }

    #[test]
    fn what_is_wrong_is_said_of_its_line_and_nothing_is_taken() {
        let lines =
            [";commune;1;", "A;pays;2;", "B;commune;a b;", "C;commune;4;nulle part", "D;département;5;Gironde", "E;commune;6;Gironde"];
        let refusal = import("nom;type;code;dans", &lines, &[department()], None).unwrap_err();
        let said: Vec<_> = refusal.problems.iter().map(|problem| (problem.key.as_str(), problem.args[0].1.as_str())).collect();
        let expected = [("name", "2"), ("kind", "3"), ("code", "4"), ("parent", "5"), ("place", "6")]
            .map(|(key, line)| (format!("territories-line-{key}"), line));
        assert_eq!(said, expected.iter().map(|(key, line)| (key.as_str(), *line)).collect::<Vec<_>>());
        let twice = import("nom;code", &["Bègles;33039", "Cenon;33039"], &[], None).unwrap_err();
        assert_eq!(twice.problems[0].key, "territories-line-twice");
        assert_eq!(import("code", &["1"], &[], None).unwrap_err().problems[0].key, "territories-no-name");
    }

    proptest! {
        /// Whatever is imported, codes stay unique, each place lies where it may, and a second time changes nothing.
        #[test]
        fn any_list_leaves_a_sound_tree(lines in prop::collection::vec("[A-C]{1,2};(commune|département|quartier);[1-4]?;(Gironde|[A-C]|[1-4])?", 0..20)) {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            if let Ok(changes) = import("nom;type;code;dans", &lines, &[department()], None) {
                let all = after(&[department()], changes);
                let mut codes: Vec<_> = all.iter().filter_map(|one| Some((one.kind, one.code.clone()?))).collect();
                let n = codes.len();
                codes.sort();
                codes.dedup();
                prop_assert_eq!(codes.len(), n);
                for one in &all {
                    let above = one.parent.map(|id| all.iter().find(|other| other.id == id).unwrap().kind);
                    prop_assert!(one.kind.may_lie_in(above));
                }
            }
        }
    }
}
