//! Reads a list of people, names what is wrong line by line and column by column, and takes all of it or nothing.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Guest, Place};
use crate::{
    Kind, Problem, Refusal, account,
    college::{College, CollegeKind},
    id::CollegeId,
    text,
};

/// Most people in one list.
pub const MOST_LINES: usize = 2_000;
/// So many problems are named; then comes their number.
const MOST_PROBLEMS: usize = 40;

/// One line of the list, as a CSV reader gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Where it stands in the file, from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

/// The separator of a header line: what stands most often outside quotes.
pub fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        counts.iter_mut().filter(|(separator, _)| !quoted && *separator == byte).for_each(|(_, n)| *n += 1);
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map_or(b';', |(separator, _)| separator)
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Column {
    Name,
    Email,
    College,
    Organisation,
    Title,
}

impl Column {
    fn named(header: &str) -> Option<Column> {
        Some(match fold(header).as_str() {
            "nom" | "name" | "nom complet" | "full name" | "prenom" | "prenom et nom" => Column::Name,
            "email" | "e mail" | "mail" | "courriel" | "adresse e mail" | "adresse email" | "e mail address" => Column::Email,
            "college" => Column::College,
            "organisation" | "organization" | "organisme" | "structure" => Column::Organisation,
            "title" | "titre" | "fonction" | "role" => Column::Title,
            _ => return None,
        })
    }
}

/// The people of a list, in order. What is wrong with a line is told for the whole form, for there may be many; what is wrong with the
/// list, by its field. The header is in French or in English; name, e-mail and college must be there.
pub fn read(field: &str, header: &Row, rows: &[Row], colleges: &[College]) -> Result<Vec<(u64, Guest)>, Refusal> {
    let mut problems = Vec::new();
    let columns = columns(field, header, &mut problems);
    if rows.is_empty() && problems.is_empty() {
        problems.push(Problem::new(field, "import-empty"));
    }
    if rows.len() > MOST_LINES {
        problems.push(Problem::new(field, "import-too-many").with("max", MOST_LINES).with("n", rows.len()));
    }
    let mut guests = Vec::new();
    if problems.is_empty() {
        let mut seen = HashMap::new();
        for row in rows {
            let mut line = Line { header, columns: &columns, row, problems: Vec::new() };
            let guest = line.read(colleges, &mut seen);
            problems.append(&mut line.problems);
            guests.extend(guest.map(|guest| (row.line, guest)));
        }
    }
    if problems.is_empty() {
        return Ok(guests);
    }
    let all = problems.len();
    problems.truncate(MOST_PROBLEMS);
    if all > MOST_PROBLEMS {
        problems.push(Problem::new("", "import-more").with("n", all - MOST_PROBLEMS));
    }
    Err(Refusal { kind: Kind::Invalid, problems })
}

fn columns(field: &str, header: &Row, problems: &mut Vec<Problem>) -> HashMap<Column, usize> {
    let mut columns = HashMap::new();
    for (index, cell) in header.cells.iter().enumerate() {
        match Column::named(cell) {
            Some(column) if columns.insert(column, index).is_none() => {}
            Some(_) => problems.push(Problem::new(field, "import-column-twice").with("column", shown(cell))),
            None if cell.trim().is_empty() => {}
            None => problems.push(Problem::new(field, "import-column-unknown").with("column", shown(cell))),
        }
    }
    for (column, key) in [(Column::Name, "import-no-name"), (Column::Email, "import-no-email"), (Column::College, "import-no-college")] {
        if !columns.contains_key(&column) {
            problems.push(Problem::new(field, key));
        }
    }
    problems.sort_by_key(|problem| !problem.key.starts_with("import-no-"));
    columns
}

struct Line<'a> {
    header: &'a Row,
    columns: &'a HashMap<Column, usize>,
    row: &'a Row,
    problems: Vec<Problem>,
}

impl Line<'_> {
    fn read(&mut self, colleges: &[College], seen: &mut HashMap<String, u64>) -> Option<Guest> {
        let name = self.take(Column::Name, |typed| account::name("", typed));
        let email = self.take(Column::Email, |typed| account::email("", typed));
        let college = self.take(Column::College, |typed| named(typed, colleges));
        let organisation = self.take(Column::Organisation, |typed| text::optional("", typed, text::LINE));
        let title = self.take(Column::Title, |typed| text::optional("", typed, text::LINE));
        let beyond = self.row.cells.iter().skip(self.header.cells.len()).any(|cell| !cell.trim().is_empty());
        if beyond {
            let (got, expected) = (self.row.cells.len(), self.header.cells.len());
            self.problems.push(self.problem("import-cells", "").with("got", got).with("expected", expected));
        }
        if let Some(email) = &email
            && let Some(first) = seen.insert(email.clone(), self.row.line)
        {
            let problem = self.problem("import-twice", self.title(Column::Email)).with("first", first);
            self.problems.push(problem);
        }
        Some(Guest { name: name?, email: email?, place: Place::College(college?), organisation: organisation?, title: title? })
    }

    /// The cell of a column as `rule` wants it; what the rule says is wrong gets its line and column.
    fn take<T>(&mut self, column: Column, rule: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        let cell = self.columns.get(&column).and_then(|&index| self.row.cells.get(index)).map_or("", String::as_str);
        match rule(cell) {
            Ok(value) => Some(value),
            Err(wrong) => {
                let key = match wrong.key.as_str() {
                    "required" => "import-required",
                    "too-long" => "import-too-long",
                    "not-an-email" => "import-not-an-email",
                    other => other,
                };
                let mut problem = self.problem(key, self.title(column));
                problem.args.extend(wrong.args);
                self.problems.push(problem);
                None
            }
        }
    }

    /// What the file itself calls the column.
    fn title(&self, column: Column) -> &str {
        self.columns.get(&column).and_then(|&index| self.header.cells.get(index)).map_or("", String::as_str)
    }

    fn problem(&self, key: &str, column: &str) -> Problem {
        Problem::new("", key).with("line", self.row.line).with("column", shown(column))
    }
}

/// The college that a cell names: by its own name in any language, or by the usual words.
fn named(typed: &str, colleges: &[College]) -> Result<CollegeId, Problem> {
    let word = fold(typed);
    if word.is_empty() {
        return Err(Problem::new("", "required"));
    }
    let usual = match word.as_str() {
        "famille" | "familles" | "family" | "families" => Some(CollegeKind::Family),
        "professionnel" | "professionnelle" | "professionnels" | "professionnelles" | "professional" | "professionals" => {
            Some(CollegeKind::Professional)
        }
        "elu" | "elue" | "elus" | "elues" | "elected" | "elected official" | "elected officials" => Some(CollegeKind::Elected),
        _ => None,
    };
    colleges
        .iter()
        .find(|college| college.name.0.values().any(|name| fold(name) == word))
        .or_else(|| usual.and_then(|kind| colleges.iter().find(|college| college.kind == kind)))
        .map(|college| college.id)
        .ok_or_else(|| Problem::new("", "import-college").with("typed", shown(typed)))
}

/// Small letters without accents, one blank between words.
fn fold(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| *c != '\u{feff}')
        .map(|c| match c {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            '-' | '_' | '‑' => ' ',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell short enough to be named in a message.
fn shown(cell: &str) -> String {
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::lang::LangText;

    fn colleges() -> Vec<College> {
        let college = |n: u128, kind, name: &str| College {
            id: CollegeId(Uuid::from_u128(n)),
            kind,
            name: LangText::from_parts(&[("fr", name)]),
            members: 0,
            expected: None,
        };
        vec![
            college(1, CollegeKind::Family, ""),
            college(2, CollegeKind::Professional, ""),
            college(3, CollegeKind::Elected, ""),
            college(4, CollegeKind::Other, "Associations"),
        ]
    }

    fn rows(text: &str) -> (Row, Vec<Row>) {
        let mut rows: Vec<Row> =
            (1..).zip(text.lines()).map(|(line, cells)| Row { line, cells: cells.split(';').map(str::to_owned).collect() }).collect();
        let rest = rows.split_off(1);
        (rows.remove(0), rest)
    }

    fn read_text(text: &str) -> Result<Vec<(u64, Guest)>, Refusal> {
        let (header, rest) = rows(text);
        read("text", &header, &rest, &colleges())
    }

    /// Key, line and column of each problem.
    fn problems(text: &str) -> Vec<String> {
        let arg = |problem: &Problem, name: &str| problem.args.iter().find(|(key, _)| key == name).map(|(_, value)| format!(" {value}"));
        let refusal = read_text(text).unwrap_err();
        let one = |p: &Problem| format!("{}{}{}", p.key, arg(p, "line").unwrap_or_default(), arg(p, "column").unwrap_or_default());
        refusal.problems.iter().map(one).collect()
    }

    #[rstest]
    #[case("nom;email;college", b';')]
    #[case("\u{feff}nom,email,college", b',')]
    #[case("name\temail\tcollege", b'\t')]
    #[case("\n\"name, first, last\";email", b';')]
    #[case("", b';')]
    fn finds_the_separator(#[case] header: &str, #[case] expected: u8) {
        assert_eq!(separator(header), expected);
    }

    #[test]
    fn reads_both_languages_and_any_order_of_columns() {
        let french = read_text("Collège;Adresse e-mail;Nom;Fonction\nÉlue;A@b.fr;Ana;maire adjointe\nassociations;c@d.fr;Claire").unwrap();
        assert_eq!(french[0].1.place, Place::College(CollegeId(Uuid::from_u128(3))));
        assert_eq!((french[0].0, french[0].1.email.as_str(), french[0].1.title.as_str()), (2, "a@b.fr", "maire adjointe"));
        assert_eq!(french[1].1.place, Place::College(CollegeId(Uuid::from_u128(4))));
        let english = read_text("name;email;college;organisation\nAna;a@b.fr;Families;").unwrap();
        assert_eq!(english[0].1.place, Place::College(CollegeId(Uuid::from_u128(1))));
    }

    #[test]
    fn names_the_line_and_the_column() {
        assert_eq!(
            problems(
                "nom;e-mail;collège\nAna;a@b.fr;familles\n;b@b.fr;familles\nBo;pas une adresse;familles\nCé;c@b.fr;voisins\nDo;A@B.fr;élus\nEl;e@b.fr;élus;x"
            ),
            [
                "import-required 3 nom",
                "import-not-an-email 4 e-mail",
                "import-college 5 collège",
                "import-twice 6 e-mail",
                "import-cells 7 ",
            ]
        );
    }

    #[test]
    fn one_bad_line_refuses_the_whole_list() {
        assert!(read_text("nom;email;college\nAna;a@b.fr;familles\nBo;;familles").is_err());
    }

    #[rstest]
    #[case("nom;email;telephone\nAna;a@b.fr;1", &["import-no-college", "import-column-unknown telephone"])]
    #[case("nom;nom;email;college\n", &["import-column-twice nom"])]
    #[case("nom;email;college", &["import-empty"])]
    fn wants_its_columns(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(problems(text), expected);
    }

    #[test]
    fn is_bounded() {
        let long = |n: usize| format!("nom;email;college\n{}", (0..n).map(|i| format!("A;a{i}@b.fr;élus\n")).collect::<String>());
        assert_eq!(read_text(&long(MOST_LINES)).unwrap().len(), MOST_LINES);
        assert_eq!(problems(&long(MOST_LINES + 1)), ["import-too-many"]);
        let bad = format!("nom;email;college\n{}", "A;;élus\n".repeat(100));
        assert_eq!(read_text(&bad).unwrap_err().problems.len(), MOST_PROBLEMS + 1);
    }
}
