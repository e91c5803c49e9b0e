//! Conditions as a facilitator types them: a list of tests, of which all or any must hold.

use serde::{Deserialize, Serialize};

use crate::{
    Problem,
    refusal::Problems,
    survey::logic::{Compare, Condition},
};

/// Tests in one list. Conditions that stand in one another come from imports; the form keeps them or takes them out, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tests {
    /// `all` or `any`.
    pub join: String,
    pub tests: Vec<Test>,
    /// Keeps a condition that the list cannot show.
    pub keep: bool,
}

/// One line: `what` is one of [`what`], `value` the number or the words it compares with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Test {
    pub not: bool,
    pub what: String,
    pub value: String,
}

/// How a test is written in a form: `jours=mardi` (chosen), `jours?` (answered), `enfants>=` and `enfants<=` (with a number), `recit~`
/// (with words), `@family` (college), `#fr` (language).
pub fn what(condition: &Condition) -> Option<(String, String)> {
    let (what, value) = match condition {
        Condition::Answered { key } => (format!("{key}?"), String::new()),
        Condition::Chosen { key, value } => (format!("{key}={value}"), String::new()),
        Condition::Number { key, compare: Compare::AtLeast, value } => (format!("{key}>="), value.to_string()),
        Condition::Number { key, compare: Compare::AtMost, value } => (format!("{key}<="), value.to_string()),
        Condition::Contains { key, words } => (format!("{key}~"), words.clone()),
        Condition::College { college } => (format!("@{college}"), String::new()),
        Condition::Language { tag } => (format!("#{tag}"), String::new()),
        _ => return None,
    };
    Some((what, value))
}

impl Tests {
    /// The list that says the same as a condition; `None` if no list does.
    pub fn of(condition: &Condition) -> Option<Self> {
        let (join, of) = match condition {
            Condition::All { of } => ("all", of.as_slice()),
            Condition::Any { of } => ("any", of.as_slice()),
            one => ("all", std::slice::from_ref(one)),
        };
        let tests = of.iter().map(|one| {
            let (not, one) = if let Condition::Not { of } = one { (true, &**of) } else { (false, one) };
            what(one).map(|(what, value)| Test { not, what, value })
        });
        Some(Tests { join: join.to_owned(), tests: tests.collect::<Option<_>>()?, keep: false })
    }

    /// The condition; empty lines are none.
    pub(crate) fn read(&self, name: &str, kept: Option<&Condition>, problems: &mut Problems) -> Option<Condition> {
        if self.keep {
            return kept.cloned();
        }
        let mut of: Vec<Condition> = Vec::new();
        for (at, test) in self.tests.iter().enumerate().filter(|(_, test)| !test.what.is_empty()) {
            if let Some(condition) = problems.take(test.read(name, at)) {
                of.push(if test.not { Condition::Not { of: Box::new(condition) } } else { condition });
            }
        }
        match of.len() {
            0 => None,
            1 => of.pop(),
            _ if self.join == "any" => Some(Condition::Any { of }),
            _ => Some(Condition::All { of }),
        }
    }
}

impl Test {
    fn read(&self, name: &str, at: usize) -> Result<Condition, Problem> {
        let what = self.what.as_str();
        let unknown = || {
            Problem::new(format!("typed[{name}][tests][{at}][what]"), "logic-unknown")
                .with("code", what.chars().take(40).collect::<String>())
        };
        let number = |key: &str, compare| {
            let value =
                self.value.trim().parse().map_err(|_| Problem::new(format!("typed[{name}][tests][{at}][value]"), "answer-not-a-number"))?;
            Ok(Condition::Number { key: key.to_owned(), compare, value })
        };
        if let Some(college) = what.strip_prefix('@') {
            return Ok(Condition::College { college: college.parse().map_err(|_| unknown())? });
        }
        if let Some(tag) = what.strip_prefix('#') {
            return Ok(Condition::Language { tag: tag.to_owned() });
        }
        if let Some(key) = what.strip_suffix(">=") {
            return number(key, Compare::AtLeast);
        }
        if let Some(key) = what.strip_suffix("<=") {
            return number(key, Compare::AtMost);
        }
        if let Some(key) = what.strip_suffix('?') {
            return Ok(Condition::Answered { key: key.to_owned() });
        }
        if let Some(key) = what.strip_suffix('~') {
            return Ok(Condition::Contains { key: key.to_owned(), words: self.value.trim().to_owned() });
        }
        let (key, value) = what.split_once('=').ok_or_else(unknown)?;
        Ok(Condition::Chosen { key: key.to_owned(), value: value.to_owned() })
    }
}
