//! A list as a spreadsheet saves it.

use domain::{
    Refusal,
    members::{self, Row},
};

/// The header and the lines that are not blank, each with its place in the file.
pub fn lines(field: &str, text: &str) -> Result<(Row, Vec<Row>), Refusal> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(members::separator(&text)).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for record in reader.records() {
        let record = record.map_err(|_| Refusal::field(field, "import-unreadable"))?;
        // The reader names the place before the blank lines it skipped.
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(counted);
        let start = from + text.as_bytes()[from..].iter().take_while(|byte| **byte == b'\n').count();
        line += text.as_bytes()[counted..start].iter().fold(0, |n, byte| n + u64::from(*byte == b'\n'));
        counted = start;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
        }
    }
    if rows.is_empty() {
        return Err(Refusal::field(field, "import-nothing"));
    }
    let header = rows.remove(0);
    Ok((header, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_the_lines_of_its_file() {
        let text = "\u{feff}nom;email;collège\r\n\r\n\"Ana\r\nMaria\";a@b.fr;familles\r\n;;\r\nBo;b@b.fr;élus\r\n";
        let (header, rows) = lines("text", text).unwrap();
        assert_eq!((header.line, header.cells.len()), (1, 3));
        assert_eq!(rows.iter().map(|row| (row.line, row.cells[1].as_str())).collect::<Vec<_>>(), [(3, "a@b.fr"), (6, "b@b.fr")]);
        // However the lines end.
        for end in ["\n", "\r\n", "\r"] {
            let (_, rows) = lines("text", &["nom;email", "Ana;a", "Bo;b", "", "Cé;c"].join(end)).unwrap();
            assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 5], "{end:?}");
        }
    }

    #[test]
    fn nothing_is_said_to_be_nothing() {
        assert_eq!(lines("text", " \n\n").unwrap_err().problems[0].key, "import-nothing");
    }
}
