//! Comments on a passage: which words they are about, and where these are when the text has changed.
//!
//! An anchor keeps the words it was made on. Wherever it is looked for, what stands there is compared with them: an anchor can be lost
//! or changed, and says so; it never points to other words in silence. Places are in UTF-16 code units, as browsers count them.

use std::ops::Range;

use similar::{DiffTag, TextDiff};

use super::merge::units;
use crate::Refusal;

/// Longest passage, in letters: a comment on more is one on the article.
pub const MOST: usize = 600;

/// Where a passage is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Here(Range<u32>),
    /// Some of its words stand here, with others.
    Changed(Range<u32>),
    /// Its words are gone.
    Gone,
}

/// A sentence or a line, with its place: what can be picked without a mouse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence<'t> {
    pub place: Range<u32>,
    pub text: &'t str,
}

/// The sentences and lines of a text, in order, without the blanks between them.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut at = 0;
    let mut found = Vec::new();
    for text in units(text) {
        let end = at + length(text);
        if !text.trim().is_empty() {
            found.push(Sentence { place: at..end, text });
        }
        at = end;
    }
    found
}

/// The words at a place; `None` where it is none of this text.
pub fn words(text: &str, place: &Range<u32>) -> Option<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(units.get(place.start as usize..place.end as usize)?).ok()
}

/// The words that somebody chose, without the blanks around them, and their place. `quote` is what they saw there.
pub fn chosen(text: &str, place: Range<u32>, quote: &str) -> Result<(Range<u32>, String), Refusal> {
    let refused = |key| Err(Refusal::field("sentences[]", key));
    let Some(words) = words(text, &place) else { return refused("passage-moved") };
    // Line ends travel as the browser likes.
    if !quote.is_empty() && words.split_whitespace().ne(quote.split_whitespace()) {
        return refused("passage-moved");
    }
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return refused("passage-empty");
    }
    if trimmed.chars().count() > MOST {
        return refused("passage-long");
    }
    let start = place.start + length(&words[..words.len() - words.trim_start().len()]);
    Ok((start..start + length(trimmed), trimmed.to_owned()))
}

/// A passage as a form sends it: exact places, or sentences by their numbers, of the version that was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    pub version: i64,
    pub exact: Option<Range<u32>>,
    pub sentences: Vec<u32>,
    /// What was seen at the exact place.
    pub quote: String,
}

impl Picked {
    /// The passage in the current version: from the first sentence to the last one, or the exact words.
    pub fn passage(&self, (current, text): (i64, &str)) -> Result<(Range<u32>, String), Refusal> {
        if self.version != current {
            return Err(Refusal::field("sentences[]", "passage-moved"));
        }
        let all = sentences(text);
        let mut places = self.sentences.iter().filter_map(|n| all.get(*n as usize)).map(|sentence| &sentence.place);
        let place = match places.next() {
            Some(first) => places.fold(first.clone(), |place, other| place.start.min(other.start)..place.end.max(other.end)),
            None => self.exact.clone().ok_or_else(|| Refusal::field("sentences[]", "passage-choose"))?,
        };
        let quote = if self.sentences.is_empty() { self.quote.as_str() } else { "" };
        chosen(text, place, quote)
    }
}

/// Where the words that somebody selected stand, if they stand in one place alone; and the sentences they may be in.
pub fn looked_up(text: &str, quote: &str) -> (Option<Range<u32>>, Vec<u32>) {
    let wanted: Vec<&str> = quote.split_whitespace().collect();
    if wanted.is_empty() {
        return (None, Vec::new());
    }
    // What the browser shows as blanks may be line ends in the text.
    let (mut plain, mut places) = (Vec::new(), Vec::new());
    let mut at = 0;
    for letter in text.chars() {
        if letter.is_whitespace() {
            if plain.last().is_some_and(|last| *last != ' ') {
                plain.push(' ');
                places.push(at);
            }
        } else {
            plain.push(letter);
            places.push(at);
        }
        at += letter.len_utf16() as u32;
    }
    let wanted: Vec<char> = wanted.join(" ").chars().collect();
    let found: Vec<usize> = plain.windows(wanted.len()).enumerate().filter(|(_, words)| *words == wanted).map(|(i, _)| i).collect();
    let exact = match found.as_slice() {
        [only] => {
            let last = only + wanted.len() - 1;
            Some(places[*only]..places[last] + plain[last].len_utf16() as u32)
        }
        _ => None,
    };
    let touched = |place: &Range<u32>| match &exact {
        Some(exact) => place.start < exact.end && exact.start < place.end,
        None => false,
    };
    let within: String = wanted.iter().collect();
    let near =
        |sentence: &Sentence<'_>| exact.is_none() && sentence.text.split_whitespace().collect::<Vec<_>>().join(" ").contains(&within);
    let all = sentences(text);
    let numbers =
        all.iter().enumerate().filter(|(_, sentence)| touched(&sentence.place) || near(sentence)).map(|(n, _)| n as u32).collect();
    (exact, numbers)
}

/// Where the words of a place are in a text that was made of this one, by the words that stayed. Words put in before, inside or after
/// move it, stretch it, or leave it alone; `None` when none of its words stayed.
pub fn carried(place: &Range<u32>, old: &str, new: &str) -> Option<Range<u32>> {
    Carrier::new(old, new).carry(place)
}

/// The words that stayed from one text to another: for many passages at once.
pub struct Carrier {
    /// Where each run of words begins in the old text and in the new one, and its length.
    stayed: Vec<(u32, u32, u32)>,
}

impl Carrier {
    pub fn new(old: &str, new: &str) -> Self {
        let diff = TextDiff::from_unicode_words(old, new);
        let (mut at, mut to, mut stayed) = (0u32, 0u32, Vec::new());
        for op in diff.ops() {
            let gone: u32 = op.old_range().filter_map(|word| diff.old_slice(word)).map(length).sum();
            let come: u32 = op.new_range().filter_map(|word| diff.new_slice(word)).map(length).sum();
            if op.tag() == DiffTag::Equal {
                stayed.push((at, to, gone));
            }
            (at, to) = (at + gone, to + come);
        }
        Carrier { stayed }
    }

    /// As [`carried`].
    pub fn carry(&self, place: &Range<u32>) -> Option<Range<u32>> {
        let (mut start, mut end) = (None, None);
        for (at, to, len) in &self.stayed {
            let (first, last) = (place.start.max(*at), place.end.min(at + len));
            if first < last {
                start.get_or_insert(to + (first - at));
                end = Some(to + (last - at));
            }
        }
        start.zip(end).map(|(start, end)| start..end)
    }
}

/// What stands where a passage is thought to be, against the words it was made on. Blanks do not count.
pub fn found(quote: &str, text: &str, place: Option<&Range<u32>>) -> Found {
    let Some((place, words)) = place.and_then(|place| Some((place.clone(), words(text, place)?))) else { return Found::Gone };
    if words.split_whitespace().eq(quote.split_whitespace()) {
        Found::Here(place)
    } else if is_of(quote, &words) {
        Found::Changed(place)
    } else {
        Found::Gone
    }
}

/// Whether enough of the words of a passage stand in others for these to be what became of it: one in three.
fn is_of(quote: &str, words: &str) -> bool {
    let of =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>();
    let (quote, words) = (of(quote), of(words));
    let there = quote.iter().filter(|word| words.contains(word)).count();
    there > 0 && there * 3 >= quote.len()
}

fn length(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Chaque famille est écoutée. Elle décide 👪.\n\n- le matin\n- le soir";

    fn place(text: &str, words: &str) -> Range<u32> {
        let start = length(&text[..text.find(words).unwrap()]);
        start..start + length(words)
    }

    #[test]
    fn sentences_are_picked_with_their_places() {
        let texts: Vec<&str> = sentences(TEXT).iter().map(|sentence| sentence.text).collect();
        assert_eq!(texts, ["Chaque famille est écoutée.", "Elle décide 👪.", "- le matin", "- le soir"]);
        for sentence in sentences(TEXT) {
            assert_eq!(words(TEXT, &sentence.place).as_deref(), Some(sentence.text));
        }
    }

    #[test]
    fn what_is_chosen_is_what_was_seen() {
        let (at, quote) = chosen(TEXT, 6..28, "famille est  écoutée.").unwrap();
        assert_eq!((at, quote.as_str()), (7..27, "famille est écoutée."));
        for (range, quote, key) in [
            (0..6, "Chacune", "passage-moved"),
            (0..900, "", "passage-moved"),
            (Range { start: 5, end: 2 }, "", "passage-moved"),
            (43..45, "", "passage-empty"),
            // Half of a letter of two units.
            (40..41, "", "passage-moved"),
        ] {
            assert_eq!(chosen(TEXT, range.clone(), quote), Err(Refusal::field("sentences[]", key)), "{range:?}");
        }
        let long = "mot ".repeat(200);
        assert_eq!(chosen(&long, 0..800, ""), Err(Refusal::field("sentences[]", "passage-long")));
    }

    #[test]
    fn sentences_and_exact_words_make_a_passage_of_the_version_that_was_shown() {
        let picked = Picked { version: 2, sentences: vec![3, 1], ..Picked::default() };
        assert_eq!(picked.passage((2, TEXT)).unwrap().1, "Elle décide 👪.\n\n- le matin\n- le soir");
        assert_eq!(picked.passage((3, TEXT)), Err(Refusal::field("sentences[]", "passage-moved")));
        let nothing = Picked { version: 2, ..Picked::default() };
        assert_eq!(nothing.passage((2, TEXT)), Err(Refusal::field("sentences[]", "passage-choose")));
        let exact = Picked { version: 2, exact: Some(7..14), quote: "famille".into(), ..Picked::default() };
        assert_eq!(exact.passage((2, TEXT)), Ok((7..14, "famille".into())));
    }

    #[test]
    fn selected_words_are_looked_up_where_they_stand_alone() {
        assert_eq!(looked_up(TEXT, "décide 👪. - le"), (Some(place(TEXT, "décide 👪.\n\n- le")), vec![1, 2]));
        // Twice there: its sentences are offered.
        assert_eq!(looked_up(TEXT, "- le"), (None, vec![2, 3]));
        assert_eq!(looked_up(TEXT, "ailleurs"), (None, vec![]));
        assert_eq!(looked_up(TEXT, "  "), (None, vec![]));
    }

    #[test]
    fn a_passage_survives_edits_before_inside_and_after() {
        let at = place(TEXT, "est écoutée");
        let carry = |new: &str| carried(&at, TEXT, new).map(|at| words(new, &at).unwrap());
        assert_eq!(carry(&TEXT.replace("Chaque", "Toujours, chaque")).as_deref(), Some("est écoutée"));
        assert_eq!(carry(&TEXT.replace("Elle décide", "Ils décident")).as_deref(), Some("est écoutée"));
        assert_eq!(carry(&TEXT.replace("est écoutée", "est vraiment écoutée")).as_deref(), Some("est vraiment écoutée"));
        assert_eq!(carry(&TEXT.replace("Chaque famille est écoutée. ", "")), None);
    }

    #[test]
    fn an_anchor_says_that_its_words_changed_or_went() {
        let new = TEXT.replace("est écoutée", "est vraiment écoutée");
        let at = carried(&place(TEXT, "est écoutée"), TEXT, &new).unwrap();
        assert_eq!(found("est écoutée", &new, Some(&at)), Found::Changed(at));
        assert_eq!(found("est écoutée", TEXT, Some(&place(TEXT, "est écoutée"))), Found::Here(15..26));
        assert_eq!(found("est écoutée", TEXT, None), Found::Gone);
        // Other words altogether are not what became of it.
        assert_eq!(found("est écoutée", TEXT, Some(&place(TEXT, "Elle décide"))), Found::Gone);
        assert_eq!(found("est écoutée", TEXT, Some(&(400..410))), Found::Gone);
    }

    proptest! {
        #[test]
        fn an_anchor_never_points_to_other_words_in_silence(
            old in "([a-d]{1,2}[ .]){1,10}", new in "([a-d]{1,2}[ .]){0,10}", a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>(),
        ) {
            let (a, b) = (a.index(old.len()) as u32, b.index(old.len()) as u32);
            if let Ok((at, quote)) = chosen(&old, a.min(b)..a.max(b) + 1, "") {
                let now = carried(&at, &old, &new);
                if let Found::Here(at) = found(&quote, &new, now.as_ref()) {
                    let there = words(&new, &at).unwrap();
                    prop_assert!(there.split_whitespace().eq(quote.split_whitespace()));
                }
                // What nobody touched is where it was.
                prop_assert_eq!(found(&quote, &old, carried(&at, &old, &old).as_ref()), Found::Here(at));
            }
        }
    }
}
