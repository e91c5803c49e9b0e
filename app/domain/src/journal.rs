//! The journal of administrative acts: append-only, each entry chained to the one before by its hash (DESIGN rule 6).
//!
//! It never holds the content of a ballot, of a response, nor the words of a participant.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One entry before it is chained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// UTC milliseconds.
    pub at: i64,
    pub actor: Option<Uuid>,
    pub process: Option<Uuid>,
    /// What was done: `round.publish`, `code.withdraw`…
    pub act: String,
    /// The id of what it was done to.
    pub subject: String,
    /// Canonical JSON: facts of the act, never the words of a participant.
    pub detail: String,
}

/// The hash of what stands before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

/// SHA-256 over the previous hash and the entry's fields, each preceded by its length, so that no two entries read alike.
#[cfg(feature = "server")]
pub fn chain(previous: &[u8], seq: i64, entry: &Entry) -> [u8; 32] {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(previous);
    field(&seq.to_be_bytes());
    field(&entry.at.to_be_bytes());
    field(entry.actor.as_ref().map_or(&[][..], |id| id.as_bytes()));
    field(entry.process.as_ref().map_or(&[][..], |id| id.as_bytes()));
    field(entry.act.as_bytes());
    field(entry.subject.as_bytes());
    field(entry.detail.as_bytes());
    hash.finalize().into()
}

#[cfg(all(test, feature = "server"))]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry { at: 5, actor: None, process: None, act: "round.publish".into(), subject: "x".into(), detail: "{}".into() }
    }

    #[test]
    fn any_change_changes_the_hash() {
        let hash = chain(&GENESIS, 1, &entry());
        assert_ne!(hash, chain(&GENESIS, 2, &entry()));
        assert_ne!(hash, chain(&[1; 32], 1, &entry()));
        assert_ne!(hash, chain(&GENESIS, 1, &Entry { at: 6, ..entry() }));
        // Moving a letter from one field to the next is a change too.
        assert_ne!(
            chain(&GENESIS, 1, &Entry { act: "ab".into(), subject: "c".into(), ..entry() }),
            chain(&GENESIS, 1, &Entry { act: "a".into(), subject: "bc".into(), ..entry() })
        );
    }
}
