//! The archives that word processors' files are.

use std::io::{Cursor, Read, Write};

use domain::Refusal;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{AppError, error::fault};

/// What the parts that are read may hold once they are unpacked, in bytes: a small file can be made to fill a memory.
const UNPACKED: u64 = 20 * 1024 * 1024;
/// Parts of the archive, pictures among them.
const PARTS: usize = 2_000;

pub struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

fn unreadable() -> Refusal {
    Refusal::field("file", "charter-file-archive")
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
        if archive.len() > PARTS {
            return Err(Refusal::field("file", "charter-file-unpacked"));
        }
        Ok(Archive { archive, left: UNPACKED })
    }

    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(|name| name.ok().map(std::borrow::Cow::into_owned)).collect()
    }

    /// A part, empty where there is none. What an archive says of its own size proves nothing: it is counted while unpacking.
    pub fn part(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let Some(at) = self.archive.index_for_name(name) else {
            return Ok(Vec::new());
        };
        let part = self.archive.by_index(at).map_err(|_| unreadable())?;
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(size).ok_or_else(|| Refusal::field("file", "charter-file-unpacked"))?;
        Ok(bytes)
    }
}

/// An archive of parts in their order. The first is stored as it is: so an ODT says what it is.
pub fn pack(parts: &[(&str, &str)]) -> Result<Vec<u8>, AppError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (at, (name, words)) in parts.iter().enumerate() {
        let method = if at == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method)).map_err(|error| fault(&error))?;
        archive.write_all(words.as_bytes()).map_err(|error| fault(&error))?;
    }
    Ok(archive.finish().map_err(|error| fault(&error))?.into_inner())
}
