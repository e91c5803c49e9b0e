//! The types of rows, in the ways that tools write them.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    Begin { repeat: bool },
    End,
    One { list: String, other: bool },
    Many { list: String, other: bool },
    Rank { list: String },
    Integer,
    Decimal,
    Range,
    Text,
    Date,
    DateTime,
    Time,
    Note,
    Acknowledge,
    Hidden,
    Unknown,
}

const ONE: &[&str] = &["select_one", "select one from", "select one", "select1"];
const MANY: &[&str] =
    &["select_multiple", "select multiple from", "select multiple", "select all that apply from", "select all that apply"];

impl Type {
    pub fn read(cell: &str) -> Self {
        let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let list = |prefixes: &[&str]| prefixes.iter().find_map(|prefix| listed(&cell, prefix));
        if let Some((list, other)) = list(ONE) {
            return Type::One { list, other };
        }
        if let Some((list, other)) = list(MANY) {
            return Type::Many { list, other };
        }
        if let Some((list, false)) = list(&["rank"]) {
            return Type::Rank { list };
        }
        match cell.to_lowercase().replace('_', " ").as_str() {
            "begin group" => Type::Begin { repeat: false },
            "begin repeat" => Type::Begin { repeat: true },
            "end group" | "end repeat" => Type::End,
            "integer" | "int" => Type::Integer,
            "decimal" => Type::Decimal,
            "range" => Type::Range,
            "text" | "string" => Type::Text,
            "date" => Type::Date,
            "datetime" => Type::DateTime,
            "time" => Type::Time,
            "note" => Type::Note,
            "acknowledge" | "trigger" => Type::Acknowledge,
            "hidden" => Type::Hidden,
            _ => Type::Unknown,
        }
    }
}

/// The list after a prefix, and whether "other" is offered beside it. Lists made of earlier answers are none.
fn listed(cell: &str, prefix: &str) -> Option<(String, bool)> {
    let start = cell.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix))?;
    let rest = cell[start.len()..].strip_prefix(' ')?;
    let (list, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let other = match after.to_lowercase().as_str() {
        "" => false,
        "or_other" | "or other" | "or specify other" => true,
        _ => return None,
    };
    (!list.starts_with("${")).then(|| (list.to_owned(), other))
}
