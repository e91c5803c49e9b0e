//! Sets pages as PDF, with Typst: a template of ours and data. People's words are data, never markup: nothing they write is evaluated.
//!
//! A template reads its data with `json("data.json")`. It sees no other file, no network and no clock.

use std::sync::LazyLock;

use serde_json::Value;
use tokio::sync::Semaphore;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{AppError, error::fault};

/// Setting takes a processor and tens of megabytes: one at a time, the others wait.
static SETTING: Semaphore = Semaphore::const_new(1);

/// Read when something is set for the first time. They stay in the program's file: memory holds what is drawn with.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
        include_bytes!("fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
        include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
        include_bytes!("fonts/NotoSansArabic-Bold.ttf"),
    ];
    let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// A document that was set.
pub struct Set {
    pub bytes: Vec<u8>,
    pub pages: usize,
}

/// Sets `template` with `data`, on a thread of its own. Accessible (PDF/UA-1) where the words allow it, tagged in any case.
pub async fn set(template: &'static str, data: Value) -> Result<Set, AppError> {
    let turn = SETTING.acquire().await.map_err(|error| fault(&error))?;
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let set = compile(template, &data).map_err(|error| fault(&error));
        // Typst remembers what it has set; we are not asked for the same twice.
        typst::comemo::evict(0);
        set
    })
    .await
    .map_err(|error| fault(&error))?
}

fn compile(template: &str, data: &Value) -> Result<Set, String> {
    let desk = Desk::new(template, data)?;
    let document: PagedDocument = typst::compile(&desk).output.map_err(|wrong| words(&wrong))?;
    let pages = document.pages().len();
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| error.message().to_string())?;
    let strict = PdfOptions { standards, ..PdfOptions::default() };
    // A sign that no font has is against the standard: the sheet is printed all the same.
    let bytes = typst_pdf::pdf(&document, &strict).or_else(|_| typst_pdf::pdf(&document, &PdfOptions::default()));
    Ok(Set { bytes: bytes.map_err(|wrong| words(&wrong))?, pages })
}

fn words(wrong: &[SourceDiagnostic]) -> String {
    wrong.iter().map(|one| one.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// All that a template can reach.
struct Desk {
    library: LazyHash<Library>,
    template: Source,
    data: (FileId, Bytes),
}

impl Desk {
    fn new(template: &str, data: &Value) -> Result<Desk, String> {
        let id = |name: &str| -> Result<FileId, String> {
            let path = VirtualPath::new(name).map_err(|error| error.to_string())?;
            Ok(RootedPath::new(VirtualRoot::Project, path).intern())
        };
        let data = serde_json::to_vec(data).map_err(|error| error.to_string())?;
        Ok(Desk {
            library: LazyHash::new(Library::default()),
            template: Source::new(id("template.typ")?, template.to_owned()),
            data: (id("data.json")?, Bytes::new(data)),
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_set_as_they_are_and_no_file_is_read() {
        let data = serde_json::json!({ "words": "#read(\"/etc/passwd\") *gras* $x$ <a> ' ; مرحبا" });
        let template = "#set document(title: \"Essai\")\n#set text(lang: \"fr\")\n#let data = json(\"data.json\")\n= #data.words";
        let set = compile(template, &data).unwrap();
        assert!(set.bytes.starts_with(b"%PDF-"));
        assert_eq!(set.pages, 1);
        assert!(compile("#read(\"/etc/passwd\")", &data).is_err());
        assert!(compile("#import \"@preview/cetz:0.3.0\"", &data).is_err());
    }

    #[test]
    fn a_sign_that_no_font_has_is_no_reason_not_to_print() {
        let data = serde_json::json!({ "words": "漢字" });
        let template = "#set document(title: \"Essai\")\n#set text(lang: \"fr\")\n#json(\"data.json\").words";
        assert!(compile(template, &data).is_ok());
    }
}
