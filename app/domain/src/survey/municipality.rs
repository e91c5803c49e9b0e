//! Municipalities to choose from. The form holds their list as it was taken over from the territories: a published form stays as it is,
//! and the rules need nothing but the form.

use crate::{
    Problem,
    survey::kind::{Choice, RESERVED},
    text,
};

/// Municipalities of one question: a department has 900 at most.
pub const PLACES: usize = 2_000;
/// Of all questions of a form together.
pub const ALL_PLACES: usize = 4_000;
/// Characters of a code: the registry's own (`2A004`), or a territory's identifier.
pub const LONGEST: usize = 36;

/// Unlike other codes it may begin with a digit and have capitals: it is the registry's.
pub fn well_formed(code: &str) -> bool {
    !code.is_empty()
        && code.len() <= LONGEST
        && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !code.starts_with('-')
        && !RESERVED.contains(&code)
}

pub(crate) fn checked(options: &[Choice]) -> Result<(), Problem> {
    const FIELD: &str = "typed[territory]";
    if options.is_empty() {
        return Err(Problem::new(FIELD, "places-none"));
    }
    if options.len() > PLACES {
        return Err(Problem::new(FIELD, "places-too-many").with("max", PLACES));
    }
    let mut seen = std::collections::BTreeSet::new();
    for Choice { code, label, .. } in options {
        let shown = || code.chars().take(40).collect::<String>();
        if !well_formed(code) {
            return Err(Problem::new(FIELD, "code-malformed").with("code", shown()));
        }
        if !seen.insert(code.as_str()) {
            return Err(Problem::new(FIELD, "code-twice").with("code", shown()));
        }
        label.checked(FIELD, text::LINE)?;
    }
    Ok(())
}
