//! Reads Polis's export. Whatever does not hold is said with its file, line and column.

use std::{collections::HashMap, path::Path};

use csv::{Reader, StringRecord};
use domain::opinions::{Answer, Statement, Votes};

use crate::cli::Error;

pub struct Comment {
    pub id: u64,
    pub body: String,
    pub flags: Statement,
}

/// An open file and where its columns are.
struct Table<'a> {
    path: &'a Path,
    rows: Reader<std::fs::File>,
    head: StringRecord,
}

impl<'a> Table<'a> {
    fn open(path: &'a Path) -> Result<Table<'a>, Error> {
        let refused = |cause: String| Error::Refused(format!("{}: {cause}", path.display()));
        let mut rows = csv::ReaderBuilder::new().trim(csv::Trim::Headers).from_path(path).map_err(|e| refused(e.to_string()))?;
        let head = rows.headers().map_err(|e| refused(e.to_string()))?.clone();
        Ok(Table { path, rows, head })
    }

    fn optional(&self, name: &str) -> Option<usize> {
        // A file written by a spreadsheet may begin with a mark.
        self.head.iter().position(|head| head.trim_start_matches('\u{feff}') == name)
    }

    fn column(&self, name: &str) -> Result<usize, Error> {
        self.optional(name).ok_or_else(|| {
            let head = self.head.iter().collect::<Vec<_>>().join(", ");
            Error::Refused(format!("{}: there is no column “{name}”; its columns are {head}", self.path.display()))
        })
    }

    /// The next row, with its line.
    fn next(&mut self, row: &mut StringRecord) -> Result<Option<u64>, Error> {
        match self.rows.read_record(row) {
            Ok(false) => Ok(None),
            Ok(true) => Ok(Some(row.position().map_or(0, csv::Position::line))),
            Err(error) => Err(Error::Refused(format!("{}: {error}", self.path.display()))),
        }
    }

    fn bad(&self, line: u64, column: &str, cell: &str, wanted: &str) -> Error {
        Error::Refused(format!("{}, line {line}, column {column}: “{cell}” is not {wanted}", self.path.display()))
    }

    fn number<T: std::str::FromStr>(&self, row: &StringRecord, line: u64, at: usize, column: &str) -> Result<T, Error> {
        let cell = row.get(at).unwrap_or("").trim();
        cell.parse().map_err(|_| self.bad(line, column, cell, "a whole number"))
    }
}

/// The statements, in the order of their ids.
pub fn statements(path: &Path) -> Result<Vec<Comment>, Error> {
    let mut table = Table::open(path)?;
    let (id_at, moderated_at, body_at) = (table.column("comment-id")?, table.column("moderated")?, table.column("comment-body")?);
    let meta_at = table.optional("is-meta");
    let (mut all, mut row) = (Vec::new(), StringRecord::new());
    while let Some(line) = table.next(&mut row)? {
        let moderated: i64 = table.number(&row, line, moderated_at, "moderated")?;
        let meta = meta_at.and_then(|at| row.get(at)).map(str::trim).unwrap_or("");
        let meta = match meta {
            "true" | "t" | "1" => true,
            "false" | "f" | "0" | "" => false,
            other => return Err(table.bad(line, "is-meta", other, "true or false")),
        };
        all.push(Comment {
            id: table.number(&row, line, id_at, "comment-id")?,
            body: row.get(body_at).unwrap_or("").to_owned(),
            flags: Statement { hidden: moderated == -1, meta },
        });
    }
    all.sort_by_key(|comment| comment.id);
    if let Some(pair) = all.windows(2).find(|pair| pair[0].id == pair[1].id) {
        return Err(Error::Refused(format!("{}: comment-id {} stands there twice", path.display(), pair[0].id)));
    }
    Ok(all)
}

/// The votes that count, and who each row is. Of two votes of one person on one statement the later counts; in the same millisecond
/// agreement goes before pass and pass before disagreement, so that the order of lines is no part of the result.
pub fn votes(path: &Path, statements: &[Comment]) -> Result<(Votes, Vec<u64>), Error> {
    let columns: HashMap<u64, usize> = statements.iter().enumerate().map(|(i, comment)| (comment.id, i)).collect();
    let mut table = Table::open(path)?;
    let (when_at, comment_at) = (table.column("timestamp")?, table.column("comment-id")?);
    let (voter_at, vote_at) = (table.column("voter-id")?, table.column("vote")?);
    let (mut all, mut row) = (Vec::new(), StringRecord::new());
    while let Some(line) = table.next(&mut row)? {
        let when: i64 = table.number(&row, line, when_at, "timestamp")?;
        let comment: u64 = table.number(&row, line, comment_at, "comment-id")?;
        let voter: u64 = table.number(&row, line, voter_at, "voter-id")?;
        let answer = match row.get(vote_at).unwrap_or("").trim() {
            "1" => Answer::Agree,
            "0" => Answer::Pass,
            "-1" => Answer::Disagree,
            other => return Err(table.bad(line, "vote", other, "1, 0 or -1")),
        };
        let Some(column) = columns.get(&comment) else {
            return Err(table.bad(line, "comment-id", &comment.to_string(), "among the comments"));
        };
        all.push((when, answer, voter, *column));
    }
    all.sort_unstable_by_key(|(when, answer, ..)| (*when, std::cmp::Reverse(*answer)));
    Ok(Votes::gather(statements.len(), all.into_iter().map(|(_, answer, voter, column)| (voter, column, answer))))
}
