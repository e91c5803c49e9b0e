//! Several changes of one text: whether they touch the same passages.

use super::diff::{Change, diff};

/// What parts paragraphs; each is taken with the blank line after it.
const PARAGRAPH: &str = "\n\n";

/// A passage of a text that is replaced, from byte to byte of that text with a blank line at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// Whole paragraphs, that touch none beside them.
    pub whole: bool,
}

impl Edit {
    /// Whether two changes of one text are of the same passage. Changes of words do not even touch each other.
    fn overlaps(&self, other: &Edit) -> bool {
        match (self.whole, other.whole) {
            (false, false) => self.start <= other.end && other.start <= self.end,
            // Words are in one paragraph: it goes, or another comes beside it.
            (true, false) => self.start <= other.start && other.start < self.end,
            (false, true) => other.overlaps(self),
            (true, true) => match (self.start == self.end, other.start == other.end) {
                (true, true) => self.start == other.start,
                (true, false) => other.start < self.start && self.start < other.end,
                (false, true) => self.start < other.start && other.start < self.end,
                (false, false) => self.start < other.end && other.start < self.end,
            },
        }
    }
}

/// The changes that make `new` of `old`, in their order.
pub fn edits(old: &str, new: &str) -> Vec<Edit> {
    let (mut edits, mut at) = (Vec::<Edit>::new(), 0);
    let mut push = |start: usize, end: usize, text: &str, whole: bool| match edits.last_mut() {
        // What went and what came in its place are one change.
        Some(last) if last.end == start && last.whole == whole => {
            last.end = end;
            last.text.push_str(text);
        }
        _ => edits.push(Edit { start, end, text: text.to_owned(), whole }),
    };
    for block in diff(old, new) {
        match block.change {
            Change::Added => {
                let text: String = block.pieces.iter().map(|piece| piece.text.as_str()).collect();
                push(at, at, &format!("{text}{PARAGRAPH}"), true);
            }
            Change::Removed => {
                let length = block.pieces.iter().map(|piece| piece.text.len()).sum::<usize>() + PARAGRAPH.len();
                push(at, at + length, "", true);
                at += length;
            }
            Change::Same => {
                for piece in &block.pieces {
                    match piece.change {
                        Change::Same => at += piece.text.len(),
                        Change::Added => push(at, at, &piece.text, false),
                        Change::Removed => {
                            push(at, at + piece.text.len(), "", false);
                            at += piece.text.len();
                        }
                    }
                }
                at += PARAGRAPH.len();
            }
        }
    }
    edits
}

/// Whether two changes of one text, as [`edits`] gives them, are of the same passages. Order says nothing: it is so both ways round.
pub fn overlap(one: &[Edit], other: &[Edit]) -> bool {
    one.iter().any(|edit| other.iter().any(|beside| edit.overlaps(beside)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether two changed texts change the same passages of `base`.
    fn overlap(base: &str, one: &str, other: &str) -> bool {
        super::overlap(&edits(base, one), &edits(base, other))
    }

    const BASE: &str = "Les crèches ouvrent à 8 h, en semaine.\n\nL’équipe appelle la famille le matin.\n\nOn se revoit au printemps.";

    #[test]
    fn changes_of_other_passages_do_not_compete() {
        let one = BASE.replace("8 h", "7 h 30");
        let other = BASE.replace("le matin", "le soir");
        assert!(!overlap(BASE, &one, &other));
    }

    #[test]
    fn changes_of_the_same_words_compete() {
        let (one, other) = (BASE.replace("8 h", "7 h"), BASE.replace("8 h", "9 h"));
        assert!(overlap(BASE, &one, &other));
        // The same change by two people is no conflict, and still one passage.
        assert!(overlap(BASE, &one, &one));
    }

    #[test]
    fn a_new_paragraph_does_not_touch_its_neighbours() {
        let one = BASE.replace("\n\nL’équipe", "\n\nTout autre chose, entre les deux.\n\nL’équipe");
        let other = BASE.replace("L’équipe", "La direction");
        assert!(!overlap(BASE, &one, &other));
        // A paragraph that goes, and one whose words change: the same passage.
        let gone = BASE.replace("\n\nL’équipe appelle la famille le matin.", "");
        assert!(overlap(BASE, &gone, &other));
        // At the end, too.
        assert!(!overlap(BASE, &format!("{BASE}\n\nUn dernier mot."), &other));
    }

    const TEXT: &str = r"([ab]{1,2}[ .\n’]{1,2}|\n\n|é|ع ){0,20}";

    /// The edits carried out, from the last to the first.
    fn applied(old: &str, edits: &[Edit]) -> String {
        let mut text = format!("{old}{PARAGRAPH}");
        edits.iter().rev().for_each(|edit| text.replace_range(edit.start..edit.end, &edit.text));
        text.strip_suffix(PARAGRAPH).unwrap_or(&text).to_owned()
    }

    proptest! {
        #[test]
        fn edits_applied_give_the_new(old in TEXT, new in TEXT) {
            prop_assert_eq!(applied(&old, &edits(&old, &new)), new);
        }

        #[test]
        fn any_text_whatever(old in any::<String>(), new in any::<String>()) {
            prop_assert_eq!(applied(&old, &edits(&old, &new)), new);
        }

        #[test]
        fn order_says_nothing_and_what_changes_nothing_competes_with_nothing(base in TEXT, one in TEXT, other in TEXT) {
            prop_assert_eq!(overlap(&base, &one, &other), overlap(&base, &other, &one));
            prop_assert!(!overlap(&base, &base, &other));
            prop_assert_eq!(overlap(&base, &one, &one), one != base);
        }
    }
}
