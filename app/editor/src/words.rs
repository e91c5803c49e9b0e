//! Places in a text: browsers count UTF-16 code units, Rust counts bytes.

/// The byte at a place; within a letter of two units, the letter's first.
pub fn byte(text: &str, unit: u32) -> usize {
    let mut sum = 0;
    for (at, letter) in text.char_indices() {
        sum += letter.len_utf16() as u32;
        if sum > unit {
            return at;
        }
    }
    text.len()
}

pub fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_units_are_places_in_bytes() {
        assert_eq!([0, 1, 2, 3, 4, 9].map(|unit| byte("é👪a", unit)), [0, 2, 2, 6, 7, 7]);
        assert_eq!(units("é👪a"), 4);
    }
}
