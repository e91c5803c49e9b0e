//! Pictures beside options and in notes. The picture itself is kept with its process; the form names it and says what it shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    id::PictureId,
    lang::LangText,
    round::Calendar,
    survey::{Form, Kind},
    text,
};

/// Pictures of one process.
pub const PICTURES: i64 = 300;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub id: PictureId,
    /// In pixels, so that the page keeps its place while it loads.
    pub width: u32,
    pub height: u32,
    /// What it shows, for those who do not see it. Empty in a note where it is decoration alone.
    #[serde(default, skip_serializing_if = "LangText::is_empty")]
    pub alt: LangText,
}

/// Width and height of the pictures of a process.
pub type Known = BTreeMap<PictureId, (u32, u32)>;

impl Picture {
    pub(crate) fn checked(&self, decoration: bool) -> Result<(), Problem> {
        if self.width == 0 || self.height == 0 || self.width > 10_000 || self.height > 10_000 {
            return Err(Problem::new("file", "picture-unreadable"));
        }
        if decoration && self.alt.is_empty() { Ok(()) } else { self.alt.checked("alt[fr]", text::LINE).map(drop) }
    }
}

impl Kind {
    /// The picture of a note, or of one of its options.
    pub fn picture(&self, option: &str) -> Option<&Picture> {
        match self {
            Kind::Note { picture, .. } => picture.as_ref(),
            kind => kind.options().iter().find(|choice| choice.code == option).and_then(|choice| choice.picture.as_ref()),
        }
    }

    /// Whether options may have pictures: not where they stand in a menu or are put in an order.
    pub const fn takes_pictures(&self) -> bool {
        matches!(self, Kind::Single { menu: false, .. } | Kind::Multiple { .. } | Kind::Note { .. })
    }

    /// Every place for a picture.
    fn pictures_mut(&mut self) -> Vec<(&str, &mut Option<Picture>)> {
        match self {
            Kind::Note { picture, .. } => vec![("", picture)],
            Kind::Single { options, .. } | Kind::Multiple { options, .. } => {
                options.iter_mut().map(|choice| (choice.code.as_str(), &mut choice.picture)).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Form {
    /// The form with a picture in a note (`option` empty) or beside an option, or without it.
    pub fn set_picture(
        &self,
        calendar: &Calendar,
        now: i64,
        question: &str,
        option: &str,
        picture: Option<Picture>,
    ) -> Result<Form, Refusal> {
        let mut form = self.clone();
        let found = form.sections.iter_mut().flat_map(|section| &mut section.questions).find(|other| other.code == question);
        let kind = &mut found.ok_or_else(Refusal::not_found)?.kind;
        if !kind.takes_pictures() {
            return Err(Refusal::field("file", "picture-not-here"));
        }
        let place = kind.pictures_mut().into_iter().find(|(code, _)| *code == option).ok_or_else(Refusal::not_found)?.1;
        *place = picture;
        form.checked()?;
        self.may_become(&form, calendar, now)?;
        Ok(form)
    }

    /// Leaves out pictures that are not among those of its process, and gives the places where they stood: `question.option`, or the
    /// code of a note. The others have the size they are known to have.
    pub fn keep_pictures(&mut self, known: &Known) -> Vec<String> {
        let mut lost = Vec::new();
        for question in self.sections.iter_mut().flat_map(|section| &mut section.questions) {
            for (option, place) in question.kind.pictures_mut() {
                let Some(picture) = place else { continue };
                match known.get(&picture.id) {
                    Some((width, height)) => (picture.width, picture.height) = (*width, *height),
                    None => {
                        lost.push(if option.is_empty() { question.code.clone() } else { format!("{}.{option}", question.code) });
                        *place = None;
                    }
                }
            }
        }
        lost
    }

    pub fn has_pictures(&self) -> bool {
        let options = |kind: &Kind| kind.options().iter().any(|choice| choice.picture.is_some());
        self.questions().any(|question| question.kind.picture("").is_some() || options(&question.kind))
    }
}
