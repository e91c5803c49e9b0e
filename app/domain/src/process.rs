//! Processes and territories: what may be written about them, who is hoped for, where a process stands.

use std::collections::BTreeMap;

use crate::{
    Problem, Refusal,
    access::Visibility,
    college::CollegeKind,
    lang::LangText,
    refusal::Problems,
    text::{BODY, NAME, TITLE, required},
    text_enum::text_enum,
};

text_enum! {
    TerritoryKind {
        Department = "department",
        Municipality = "municipality",
        District = "district",
    }
}

impl TerritoryKind {
    /// A district lies in a municipality, a municipality in a department or by itself, a department in nothing.
    pub fn may_lie_in(self, parent: Option<TerritoryKind>) -> bool {
        match self {
            TerritoryKind::Department => parent.is_none(),
            TerritoryKind::Municipality => matches!(parent, None | Some(TerritoryKind::Department)),
            TerritoryKind::District => parent == Some(TerritoryKind::Municipality),
        }
    }
}

/// The name of a new territory, if it may lie where it is put.
pub fn territory(name: &str, kind: TerritoryKind, parent: Option<TerritoryKind>) -> Result<String, Refusal> {
    let mut problems = Problems::new();
    let name = problems.take(required("name", name, NAME));
    if !kind.may_lie_in(parent) {
        problems.push(Problem::new("parent", "territory-parent"));
    }
    problems.check()?;
    Ok(name.unwrap_or_default())
}

/// What a process says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub title: LangText,
    pub summary: LangText,
    pub visibility: Visibility,
    /// People hoped for, by the key under which they were typed (a college's id, or its kind before it has one).
    pub expected: BTreeMap<String, Option<i64>>,
}

/// A description as it was typed, if it holds.
pub fn describe(
    title: &LangText,
    summary: &LangText,
    visibility: Visibility,
    expected: &BTreeMap<String, String>,
) -> Result<Description, Refusal> {
    let mut problems = Problems::new();
    let title = title.typed("title", TITLE, true, &mut problems);
    let summary = summary.typed("summary", BODY, true, &mut problems);
    let expected = expected
        .iter()
        .map(|(key, typed)| {
            let number = problems.take(people(&format!("expected[{key}]"), typed)).flatten();
            (key.clone(), number)
        })
        .collect();
    problems.check()?;
    Ok(Description { title, summary, visibility, expected })
}

/// Most colleges of one process: beyond that nobody can read them side by side.
pub const MOST_COLLEGES: usize = 8;

/// The name of a further college and the number of people hoped for; `there` are those the process has.
pub fn further_college(name: &LangText, expected: &str, there: &[(CollegeKind, LangText)]) -> Result<(LangText, Option<i64>), Refusal> {
    let mut problems = Problems::new();
    let name = name.typed("name", NAME, true, &mut problems);
    let expected = problems.take(people("expected", expected)).flatten();
    if there.len() >= MOST_COLLEGES {
        problems.push(Problem::new("name[fr]", "too-many-colleges").with("max", MOST_COLLEGES));
    } else if !name.is_empty() && there.iter().any(|(_, other)| *other == name) {
        problems.push(Problem::new("name[fr]", "college-exists"));
    }
    problems.check()?;
    Ok((name, expected))
}

/// A number of people, or none.
fn people(field: &str, typed: &str) -> Result<Option<i64>, Problem> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse() {
        Ok(n @ 1..=1_000_000) => Ok(Some(n)),
        _ => Err(Problem::new(field, "not-a-number-of-people")),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(TerritoryKind::Department, None, true)]
    #[case(TerritoryKind::Department, Some(TerritoryKind::Department), false)]
    #[case(TerritoryKind::Municipality, None, true)]
    #[case(TerritoryKind::Municipality, Some(TerritoryKind::Department), true)]
    #[case(TerritoryKind::Municipality, Some(TerritoryKind::District), false)]
    #[case(TerritoryKind::District, None, false)]
    #[case(TerritoryKind::District, Some(TerritoryKind::Municipality), true)]
    fn the_tree_of_territories_has_three_levels(#[case] kind: TerritoryKind, #[case] parent: Option<TerritoryKind>, #[case] may: bool) {
        assert_eq!(territory("Les Tilleuls", kind, parent).is_ok(), may);
    }

    #[test]
    fn a_description_gathers_all_that_is_wrong() {
        let expected = BTreeMap::from([("family".to_owned(), "beaucoup".to_owned()), ("elected".to_owned(), " 1 200 ".to_owned())]);
        let refusal = describe(&LangText::default(), &LangText::of("en", "x".repeat(BODY + 1)), Visibility::Public, &expected).unwrap_err();
        let fields: Vec<_> = refusal.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["title[fr]", "summary[fr]", "summary[en]", "expected[family]"]);
        let good = describe(
            &LangText::of("fr", " Garde "),
            &LangText::of("fr", "…"),
            Visibility::Members,
            &BTreeMap::from([("elected".to_owned(), " 1 200 ".to_owned()), ("family".to_owned(), String::new())]),
        )
        .unwrap();
        assert_eq!(good.title.exact("fr"), Some("Garde"));
        assert_eq!(good.expected["elected"], Some(1200));
        assert_eq!(good.expected["family"], None);
    }

    #[test]
    fn a_college_has_a_name_of_its_own_and_there_are_not_too_many() {
        let named = |name: &str| (CollegeKind::Other, LangText::of("fr", name));
        let usual = (CollegeKind::Family, LangText::default());
        assert!(further_college(&LangText::of("fr", "Associations"), "", std::slice::from_ref(&usual)).is_ok());
        let twice = further_college(&LangText::of("fr", "Associations"), "20", &[usual, named("Associations")]).unwrap_err();
        assert_eq!(twice.problems[0].key, "college-exists");
        let full: Vec<_> = (0..MOST_COLLEGES).map(|i| named(&i.to_string())).collect();
        assert_eq!(further_college(&LangText::of("fr", "Une de plus"), "", &full).unwrap_err().problems[0].key, "too-many-colleges");
        assert_eq!(further_college(&LangText::of("fr", "A"), "0", &[]).unwrap_err().problems[0].field, "expected");
    }
}
