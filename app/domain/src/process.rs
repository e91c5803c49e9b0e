//! Processes and territories: what a facilitator may write about them, and lists of members.

use crate::text_enum::text_enum;

text_enum! {
    TerritoryKind {
        Department = "department",
        Municipality = "municipality",
        District = "district",
    }
}
