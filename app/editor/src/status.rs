//! What the page says of the words in it: saved, on their way, waiting for a network; to the eye and to those who listen.

use domain::charter::wire::End;
use serde::Deserialize;

use crate::desk::Desk;

/// What the page says, in the visitor's language.
#[derive(Deserialize)]
pub struct Words {
    saved: String,
    saving: String,
    offline: String,
    forbidden: String,
    pub malformed: String,
    long: String,
    full: String,
    pub connecting: String,
    back: String,
    version: String,
    pub you: String,
    pub family: String,
    pub professional: String,
    pub elected: String,
    pub other: String,
    pub facilitator: String,
}

impl Desk {
    /// Says whether everything is saved, where it changes.
    pub fn say_state(&mut self) {
        let Ok(Some(line)) = self.root.query_selector(".saved") else { return };
        let why = self.root.get_attribute("data-ended").and_then(|why| why.parse().ok());
        // A plain field saves nothing by itself, and promises nothing.
        if self.ended && why.is_none() {
            return;
        }
        let (class, words) = match why {
            Some(End::Forbidden) => ("saved is-failed", self.words.forbidden.clone()),
            Some(End::TooLong) => ("saved is-failed", self.words.long.clone()),
            Some(End::Full) => ("saved is-failed", self.words.full.clone()),
            Some(_) => ("saved is-failed", self.words.malformed.clone()),
            None if !self.online => ("saved is-failed", self.words.offline.clone()),
            None if !self.saved() => ("saved is-saving", self.words.saving.clone()),
            None => match self.version {
                Some(number) => ("saved", self.words.version.replace("{n}", &number.to_string())),
                None => ("saved", self.words.saved.clone()),
            },
        };
        line.set_class_name(class);
        if line.text_content().as_deref() != Some(words.as_str()) {
            line.set_text_content(Some(&words));
        }
        // To those who listen: that it stopped, that it goes on, that there is a version; not every letter.
        let aloud = if class == "saved is-saving" || words == self.words.saved { String::new() } else { words };
        if aloud != self.said {
            let said = if aloud.is_empty() { &self.words.back } else { &aloud };
            if let Ok(Some(status)) = self.root.query_selector("[role=status]") {
                status.set_text_content(Some(said));
            }
            self.said = aloud;
        }
    }
}
