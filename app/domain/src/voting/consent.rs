//! Consent: a proposal stands when somebody consents and nobody objects. One objection is enough, however many consent: its reason is what
//! the group works on next (sociocratic consent; Endenburg 1988).

use crate::text_enum::text_enum;

text_enum! {
    Standing {
        /// Nobody has said anything that counts.
        Open = "open",
        Consented = "consented",
        Objected = "objected",
    }
}

pub const fn standing(consents: i64, objections: i64) -> Standing {
    if objections > 0 {
        Standing::Objected
    } else if consents > 0 {
        Standing::Consented
    } else {
        Standing::Open
    }
}
