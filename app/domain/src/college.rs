//! Colleges: the publics of a process, side by side.

use serde::{Deserialize, Serialize};

use crate::{id::CollegeId, lang::LangText, text_enum::text_enum};

text_enum! {
    /// Decides the colour and the sign (DESIGN rule 10).
    CollegeKind {
        Family = "family",
        Professional = "professional",
        Elected = "elected",
        Other = "other",
    }
}

/// One public of one process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct College {
    pub id: CollegeId,
    pub kind: CollegeKind,
    /// Empty for the three usual ones, whose names are translated.
    pub name: LangText,
    /// People who take part, kept by the writes that change it.
    pub members: i64,
    /// People hoped for, if the facilitator said so.
    pub expected: Option<i64>,
}
