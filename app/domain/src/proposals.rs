//! Proposals and votes.

use crate::text_enum::text_enum;

text_enum! {
    Choice {
        For = "for",
        Against = "against",
        Abstain = "abstain",
    }
}
