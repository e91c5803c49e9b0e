//! What an editor and the server say to each other while several people write one article.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{college::CollegeKind, text_enum::text_enum};

/// Longest message of an editor, in bytes: all that somebody wrote without a network, and never more than an article.
pub const MOST: usize = 256 * 1024;
/// Longest description of a place in the text.
pub const MOST_PLACE: usize = 64;

/// What an editor says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Say {
    /// "I have this much": the state vector of its text.
    Hello { vector: Vec<u8> },
    /// Something was written; `number` comes back when it is kept.
    Write { number: u32, update: Vec<u8> },
    /// Where the cursor is, or that it is elsewhere.
    Here { place: Option<Place> },
}

/// What the server says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tell {
    /// What the editor lacks, and the state vector of what the server has: the editor sends what lies beyond.
    Welcome { you: u32, missing: Vec<u8>, vector: Vec<u8> },
    /// Somebody wrote.
    Written { update: Vec<u8> },
    /// What was sent under this number is on the disk.
    Kept { number: u32 },
    /// Who writes, whenever that or a cursor changes.
    People(Vec<Person>),
    /// A version was made: its number.
    Version { number: i64 },
    /// The connection ends, and why.
    End(End),
}

text_enum! {
    /// Why the server ends a connection of its own accord.
    End {
        /// What was sent is no text of this article.
        Malformed = "malformed",
        /// The text would be too long.
        TooLong = "too-long",
        /// The person may not write here any more: signed out, no longer of the round, or the round is over.
        Forbidden = "forbidden",
        /// Too many write here, or have it open in too many windows.
        Full = "full",
        /// The server goes, or could not keep what was written: come back and say it again.
        Again = "again",
    }
}

/// Somebody who has the article open. The name is the account's: nobody writes under another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Of the connection, for as long as it lasts.
    pub id: u32,
    pub name: String,
    /// None for a facilitator.
    pub college: Option<CollegeKind>,
    pub place: Option<Place>,
}

/// A selection as two sticky places (see [`super::draft::Draft::mark`]): where it began, and where the cursor blinks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub from: Vec<u8>,
    pub to: Vec<u8>,
}

pub fn pack<T: Serialize>(message: &T) -> Vec<u8> {
    // Nothing but a map without a length fails, and there is none.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// `None`: no message of this kind, or bytes after it.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Some(message),
        _ => None,
    }
}

/// An editor's message, within its bounds.
pub fn heard(bytes: &[u8]) -> Option<Say> {
    let say: Say = (bytes.len() <= MOST).then(|| unpack(bytes)).flatten()?;
    match &say {
        Say::Here { place: Some(Place { from, to }) } if from.len().max(to.len()) > MOST_PLACE => None,
        _ => Some(say),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_comes_is_a_message_or_nothing(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Some(say) = heard(&bytes) {
                prop_assert_eq!(unpack::<Say>(&pack(&say)), Some(say));
            }
        }

        #[test]
        fn what_is_said_is_heard(number: u32, update in prop::collection::vec(any::<u8>(), 0..2000)) {
            let say = Say::Write { number, update };
            let mut packed = pack(&say);
            prop_assert_eq!(heard(&packed), Some(say));
            packed.push(0);
            prop_assert_eq!(heard(&packed), None);
        }
    }

    #[test]
    fn nothing_longer_than_the_bounds_is_heard() {
        assert_eq!(heard(&pack(&Say::Write { number: 1, update: vec![0; MOST] })), None);
        let place = Place { from: vec![0; MOST_PLACE + 1], to: vec![] };
        assert_eq!(heard(&pack(&Say::Here { place: Some(place) })), None);
    }
}
