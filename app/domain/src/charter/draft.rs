//! The draft of an article: one text that several people write at once. It is a replicated text (the YATA algorithm of Yjs, by `yrs`):
//! every keystroke is an update; whoever has the same updates, in whatever order they came, has the same text.
//!
//! Places and lengths are in UTF-16 code units, as browsers count them. A version is the draft's text at one moment.

use std::{
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
};

use yrs::{
    Assoc, ClientID, Doc, GetString, IndexedSequence, OffsetKind, Options, Out, ReadTxn, StateVector, StickyIndex, Text, TextRef, Transact,
    Update,
    types::text::YChange,
    updates::{decoder::Decode, encoder::Encode},
};

#[cfg(feature = "server")]
use super::merge::{joined as merged, merge};
#[cfg(feature = "server")]
use crate::{Refusal, text::clean};

/// The one text in the document.
const TEXT: &str = "text";
/// An update that changes nothing: no blocks, nothing deleted.
const NOTHING: [u8; 2] = [0, 0];

/// Longest draft. Two people who each come near to an article's own bound, without a network, lose nothing; a version wants
/// [`crate::text::ARTICLE`].
pub const MOST: usize = 2 * crate::text::ARTICLE;

/// Why an update is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("no update of this text")]
    Malformed,
    #[error("the text would be too long")]
    TooLong,
}

/// The side of a place on which words are held fast when somebody writes right there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// With the letter after it: the beginning of a passage.
    Next,
    /// With the letter before it: the end of a passage, a cursor.
    Before,
}

pub struct Draft {
    doc: Doc,
    text: TextRef,
}

impl Draft {
    /// An empty draft. `client` names the one who writes with it, among all who ever write in this article: draw it (53 bits).
    pub fn new(client: u64) -> Self {
        let mut options = Options::with_guid_and_client_id("draft".into(), ClientID::new(client));
        options.offset_kind = OffsetKind::Utf16;
        let doc = Doc::with_options(options);
        let text = doc.get_or_insert_text(TEXT);
        Draft { doc, text }
    }

    /// A draft of updates that were kept.
    pub fn load<B: AsRef<[u8]>>(client: u64, updates: impl IntoIterator<Item = B>) -> Result<Self, Unfit> {
        let draft = Draft::new(client);
        for update in updates {
            draft.apply(update.as_ref())?;
        }
        Ok(draft)
    }

    pub fn text(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }

    /// The document, for what undoes one's own changes in it.
    pub fn parts(&self) -> (&Doc, &TextRef) {
        (&self.doc, &self.text)
    }

    /// Takes over an update from where updates are checked: from the database, or from the server.
    pub fn apply(&self, update: &[u8]) -> Result<(), Unfit> {
        let update = Update::decode_v1(update).map_err(|_| Unfit::Malformed)?;
        self.doc.transact_mut().apply_update(update).map_err(|_| Unfit::Malformed)
    }

    /// Takes over an update from anybody. Gives what it changed, in our own encoding, or nothing where all of it was known.
    ///
    /// After an error the draft may hold part of what was refused: load it anew.
    pub fn receive(&self, update: &[u8]) -> Result<Option<Vec<u8>>, Unfit> {
        // The library trusts those who write: what makes it give up is malformed too.
        let changed = catch_unwind(AssertUnwindSafe(|| {
            let update = Update::decode_v1(update).map_err(|_| Unfit::Malformed)?;
            let mut txn = self.doc.transact_mut();
            // A writer's updates are numbered without gaps: one that was lost on the way can't be skipped.
            let known = txn.state_vector();
            let parted = update.insertions(true).iter().any(|(_, ranges)| ranges.len() > 1);
            if parted || update.state_vector_lower().iter().any(|(client, first)| *first > known.get(client)) {
                return Err(Unfit::Malformed);
            }
            txn.apply_update(update).map_err(|_| Unfit::Malformed)?;
            Ok(txn.encode_update_v1())
        }));
        let changed = changed.map_err(|_| Unfit::Malformed)??;
        let txn = self.doc.transact();
        let words_alone = || {
            self.text
                .diff(&txn, YChange::identity)
                .iter()
                .all(|chunk| chunk.attributes.is_none() && matches!(&chunk.insert, Out::Any(yrs::Any::String(_))))
        };
        // What refers to updates that nobody kept would wait for ever; other kinds of content have no place in an article.
        if txn.has_missing_updates() || txn.root_refs().any(|(name, _)| name != TEXT) || !words_alone() {
            return Err(Unfit::Malformed);
        }
        if self.text.len(&txn) as usize > MOST {
            return Err(Unfit::TooLong);
        }
        Ok((changed != NOTHING).then_some(changed))
    }

    /// Puts words in the place of others. Gives the update.
    pub fn edit(&self, place: Range<u32>, words: &str) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        self.replace(&mut txn, place, words);
        txn.encode_update_v1()
    }

    /// The same, as something that whoever follows `origin` can undo.
    pub fn edit_as(&self, origin: &'static str, place: Range<u32>, words: &str) -> Vec<u8> {
        let mut txn = self.doc.transact_mut_with(origin);
        self.replace(&mut txn, place, words);
        txn.encode_update_v1()
    }

    fn replace(&self, txn: &mut yrs::TransactionMut<'_>, place: Range<u32>, words: &str) {
        let len = self.text.len(txn);
        let (start, end) = (place.start.min(len), place.end.min(len));
        if start < end {
            self.text.remove_range(txn, start, end - start);
        }
        if !words.is_empty() {
            self.text.insert(txn, start, words);
        }
    }

    /// How much of the text is here, for somebody who has more.
    pub fn vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What somebody lacks who has this much.
    pub fn since(&self, vector: &[u8]) -> Result<Vec<u8>, Unfit> {
        let vector = StateVector::decode_v1(vector).map_err(|_| Unfit::Malformed)?;
        Ok(self.doc.transact().encode_state_as_update_v1(&vector))
    }

    /// All of it as one update.
    pub fn whole(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// A place that stays with its words whatever is written around it.
    pub fn mark(&self, at: u32, side: Side) -> Option<Vec<u8>> {
        let txn = self.doc.transact();
        let side = match side {
            Side::Next => Assoc::After,
            Side::Before => Assoc::Before,
        };
        Some(self.text.sticky_index(&txn, at, side)?.encode_v1())
    }

    /// Where a marked place is now; `None` of what is no place in this text.
    pub fn place(&self, mark: &[u8]) -> Option<u32> {
        let mark = StickyIndex::decode_v1(mark).ok()?;
        let txn = self.doc.transact();
        Some(mark.get_offset(&txn)?.index.min(self.text.len(&txn)))
    }
}

/// Several updates as one.
pub fn joined(updates: &[Vec<u8>]) -> Result<Vec<u8>, Unfit> {
    yrs::merge_updates_v1(updates).map_err(|_| Unfit::Malformed)
}

#[cfg(feature = "server")]
impl Draft {
    /// Makes `new` of the text, word by word, so that places in the words that stay are kept. Gives the update, if anything changed.
    pub fn rewrite(&self, new: &str) -> Option<Vec<u8>> {
        let old = self.text();
        if old == new {
            return None;
        }
        let diff = similar::TextDiff::from_unicode_words(&old, new);
        let units = |words: &str| words.encode_utf16().count() as u32;
        let mut txn = self.doc.transact_mut();
        let mut at = 0;
        for op in diff.ops() {
            let gone = op.old_range().filter_map(|word| diff.old_slice(word)).map(units).sum::<u32>();
            if op.tag() == similar::DiffTag::Equal {
                at += gone;
            } else {
                let come: String = op.new_range().filter_map(|word| diff.new_slice(word)).collect();
                self.replace(&mut txn, at..at + gone, &come);
                at += units(&come);
            }
        }
        Some(txn.encode_update_v1())
    }

    /// What the text becomes when a form comes in that was filled in from `base`, while others may have written on: both are joined,
    /// unless they changed one sentence. Then nobody's words are taken over unread.
    pub fn taken(&self, base: &str, typed: &str) -> Result<String, Refusal> {
        let current = clean(&self.text());
        if base == current {
            return Ok(typed.to_owned());
        }
        let parts = merge(base, typed, &current);
        if parts.iter().any(|part| part.settled().is_none()) {
            return Err(Refusal::field("body", "article-newer"));
        }
        Ok(merged(&parts))
    }

    /// A version was made of words that began as `before`: the draft takes over what changed, and keeps what was written in it since.
    /// Where both changed one sentence it holds both. Gives the update, if anything changed.
    pub fn follow(&self, before: &str, after: &str) -> Option<Vec<u8>> {
        let current = self.text();
        // Blanks at the end are somebody about to go on.
        if clean(&current) == clean(after) {
            return None;
        }
        self.rewrite(&merged(&merge(before, after, &current)))
    }
}

#[cfg(all(test, feature = "server"))]
mod tests;
