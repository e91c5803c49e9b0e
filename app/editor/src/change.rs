//! What was typed, told from the text before and after.

use std::ops::Range;

/// What took the place of what, in UTF-16 code units; `None` where nothing changed. `caret` is where the cursor stands afterwards: of
/// the places where the same change may have happened, it tells the one.
pub fn between(old: &str, new: &str, caret: u32) -> Option<(Range<u32>, String)> {
    if old == new {
        return None;
    }
    let (before, after): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let most = before.len().min(after.len());
    let alike = |behind: usize| {
        let tail = before.iter().rev().zip(after.iter().rev()).take(behind.min(most)).take_while(|(a, b)| a == b).count();
        let head = before.iter().zip(&after).take(most - tail).take_while(|(a, b)| a == b).count();
        (head, tail)
    };
    // What stands behind the cursor was there before. Who puts a whole text into the field leaves the cursor behind all of it: then as
    // much as can be stays.
    let (typed, put) = (alike(after.len() - letters(new, caret)), alike(most));
    let (head, tail) = if put.0 + put.1 > typed.0 + typed.1 { put } else { typed };
    let units = |chars: &[char]| chars.iter().map(|c| c.len_utf16() as u32).sum::<u32>();
    let start = units(&before[..head]);
    let gone = units(&before[head..before.len() - tail]);
    Some((start..start + gone, after[head..after.len() - tail].iter().collect()))
}

/// Whole letters in the first `units` code units.
fn letters(text: &str, units: u32) -> usize {
    let mut sum = 0;
    text.chars()
        .take_while(|c| {
            sum += c.len_utf16() as u32;
            sum <= units
        })
        .count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn applied(old: &str, change: Option<(Range<u32>, String)>) -> String {
        let Some((place, words)) = change else { return old.to_owned() };
        let units: Vec<u16> = old.encode_utf16().collect();
        let mut new = units[..place.start as usize].to_vec();
        new.extend(words.encode_utf16());
        new.extend(&units[place.end as usize..]);
        String::from_utf16(&new).unwrap_or_default()
    }

    #[test]
    fn the_cursor_tells_which_of_equal_letters_was_typed() {
        assert_eq!(between("aa", "aaa", 1), Some((0..0, "a".into())));
        assert_eq!(between("aa", "aaa", 3), Some((2..2, "a".into())));
        assert_eq!(between("aaa", "aa", 1), Some((1..2, String::new())));
        assert_eq!(between("Élu 👪", "Élu 👩‍👦", 99), Some((4..6, "👩‍👦".into())));
        assert_eq!(between("a", "a", 0), None);
        assert_eq!(between("Un. Deux.", "Voici : Un. Deux.", 17), Some((0..0, "Voici : ".into())));
    }

    proptest! {
        #[test]
        fn the_change_makes_the_new_of_the_old(old in "[abé👪\n]{0,12}", new in "[abé👪\n]{0,12}", caret in 0u32..20) {
            prop_assert_eq!(applied(&old, between(&old, &new, caret)), new);
        }
    }
}
