//! Workbooks as spreadsheets save them (`.xlsx`), cell by cell; what the cells mean is for `domain::survey::xlsform` to say.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, Xlsx};
use domain::{
    Refusal,
    survey::xlsform::{self, Sheet, Workbook},
};

use crate::{AppError, error::fault};

/// What a workbook may hold once it is unpacked, in bytes: a small file can be made to fill a memory.
const UNPACKED: u64 = 40 * 1024 * 1024;
/// Parts of the archive.
const PARTS: usize = 500;

fn unreadable() -> Refusal {
    Refusal::field("file", "workbook-unreadable")
}

/// The three sheets of an XLSForm; those that are missing are empty.
pub fn read(bytes: &[u8]) -> Result<Workbook, Refusal> {
    within_bounds(bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let mut sheet = |wanted: &str, most: usize| -> Result<Sheet, Refusal> {
        let Some(name) = book.sheet_names().into_iter().find(|name| name.trim().eq_ignore_ascii_case(wanted)) else {
            return Ok(Sheet::default());
        };
        // Cell by cell: two cells far apart would make a table of billions.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| unreadable())?;
        let mut rows: Vec<Vec<String>> = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(|_| unreadable())? {
            let text = text(cell.get_value());
            if text.is_empty() {
                continue;
            }
            let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
            let (row, column) = (place(cell.get_position().0), place(cell.get_position().1));
            if row > most || column >= xlsform::COLUMNS {
                return Err(Refusal::field("file", "workbook-too-large"));
            }
            if rows.len() <= row {
                rows.resize(row + 1, Vec::new());
            }
            if rows[row].len() <= column {
                rows[row].resize(column + 1, String::new());
            }
            rows[row][column] = text;
        }
        let mut rows = rows.into_iter();
        Ok(Sheet { header: rows.next().unwrap_or_default(), rows: rows.collect() })
    };
    let [survey, choices, settings] = xlsform::ROWS;
    Ok(Workbook { survey: sheet("survey", survey)?, choices: sheet("choices", choices)?, settings: sheet("settings", settings)? })
}

/// Unpacks every part without keeping it: what an archive says of its own size proves nothing.
fn within_bounds(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if archive.len() > PARTS {
        return Err(Refusal::field("file", "workbook-too-large"));
    }
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| unreadable())?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| unreadable())?;
        left = left.checked_sub(unpacked).ok_or_else(|| Refusal::field("file", "workbook-too-large"))?;
    }
    Ok(())
}

fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        // "3.0" where a person typed 3.
        #[expect(clippy::cast_possible_truncation, reason = "whole and small, as just checked")]
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => (*number as i64).to_string(),
        other => Data::from(other.clone()).to_string(),
    }
}

pub fn write(book: &Workbook) -> Result<Vec<u8>, AppError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    for (name, sheet) in [("survey", &book.survey), ("choices", &book.choices), ("settings", &book.settings)] {
        let page = file.add_worksheet();
        page.set_name(name).map_err(|error| fault(&error))?;
        page.set_freeze_panes(1, 0).map_err(|error| fault(&error))?;
        for (row, cells) in std::iter::once(&sheet.header).chain(&sheet.rows).enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let (row, column) = (u32::try_from(row).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX));
                // Always as text: what begins with = is not a formula.
                let written =
                    if row == 0 { page.write_string_with_format(row, column, cell, &bold) } else { page.write_string(row, column, cell) };
                written.map_err(|error| fault(&error))?;
            }
        }
    }
    file.save_to_buffer().map_err(|error| fault(&error))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let form: domain::survey::Form = crate::survey::library::model("needs").unwrap();
        let book = domain::survey::xlsform::write(&form, "Besoins");
        let read = read(&write(&book).unwrap()).unwrap();
        let (again, losses) = domain::survey::xlsform::read(&read).unwrap();
        assert_eq!((again, losses), (form, Vec::new()));
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b""[..], b"PK\x03\x04", b"type,name,label"] {
            assert_eq!(read(bytes).unwrap_err().problems[0].key, "workbook-unreadable");
        }
    }

    #[test]
    fn two_cells_far_apart_do_not_fill_the_memory() {
        let mut file = rust_xlsxwriter::Workbook::new();
        let page = file.add_worksheet();
        page.set_name("survey").unwrap();
        page.write_string(0, 0, "type").unwrap();
        page.write_string(1_048_575, 16_383, "fin").unwrap();
        let bytes = file.save_to_buffer().unwrap();
        assert_eq!(read(&bytes).unwrap_err().problems[0].key, "workbook-too-large");
    }

    #[test]
    fn a_bomb_is_refused_before_it_goes_off() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
        let zeros = vec![0; 1024 * 1024];
        for _ in 0..60 {
            archive.write_all(&zeros).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert_eq!(read(&bytes).unwrap_err().problems[0].key, "workbook-too-large");
        assert!(bytes.len() < 200_000);
    }
}
