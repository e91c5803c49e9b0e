//! Two people changed one text at once: what each changed from the words both began with, joined where it can be.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A passage as it was, and as each side has it. Put together, the passages of one side are the whole of its text: nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub base: String,
    pub mine: String,
    pub theirs: String,
}

impl Part {
    /// The words of the passage, where at most one side changed it or both made the same of it.
    pub fn settled(&self) -> Option<&str> {
        match self {
            Part { base, mine, theirs } if mine == base || mine == theirs => Some(theirs),
            Part { base, mine, theirs } if theirs == base => Some(mine),
            _ => None,
        }
    }

    /// Both, one after the other, where somebody has to choose.
    fn both(&self) -> String {
        let (mine, theirs) = (self.mine.as_str(), self.theirs.as_str());
        let parted = mine.is_empty() || theirs.is_empty() || mine.ends_with(char::is_whitespace) || theirs.starts_with(char::is_whitespace);
        let lines = [mine, theirs].iter().any(|text| text.starts_with("- ") || text.contains('\n'));
        let between = match (parted, lines) {
            (true, _) => "",
            (false, true) => "\n",
            (false, false) => " ",
        };
        format!("{mine}{between}{theirs}")
    }
}

/// Joins two texts that began as `base`: passages that one side alone changed are as that side has them.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Vec<Part> {
    let (base, mine, theirs) = (units(base), units(mine), units(theirs));
    let (left, right) = (edits(&base, &mine), edits(&base, &theirs));
    let mut parts = Vec::new();
    let (mut at, mut i, mut j) = (0, 0, 0);
    while i < left.len() || j < right.len() {
        // The next edits, of one side or of both, that touch one passage of the base.
        let (first_i, first_j) = (i, j);
        let mut span = match (left.get(i), right.get(j)) {
            (Some(one), Some(other)) if other.starts_before(one) => take(&right, &mut j),
            (Some(_), _) => take(&left, &mut i),
            (None, _) => take(&right, &mut j),
        };
        loop {
            if left.get(i).is_some_and(|edit| edit.meets(&span)) {
                span = join(&span, &take(&left, &mut i));
            } else if right.get(j).is_some_and(|edit| edit.meets(&span)) {
                span = join(&span, &take(&right, &mut j));
            } else {
                break;
            }
        }
        push_same(&mut parts, &base[at..span.start]);
        parts.push(Part {
            base: base[span.clone()].concat(),
            mine: rewritten(&base, &mine, &span, &left[first_i..i]),
            theirs: rewritten(&base, &theirs, &span, &right[first_j..j]),
        });
        at = span.end;
    }
    push_same(&mut parts, &base[at..]);
    parts
}

/// The joined text; where both changed a passage it holds both, one after the other.
pub fn joined(parts: &[Part]) -> String {
    parts.iter().map(|part| part.settled().map_or_else(|| part.both(), str::to_owned)).collect()
}

/// Units `base` of the one became units `new` of the other.
pub(super) struct Edit {
    pub(super) base: Range<usize>,
    pub(super) new: Range<usize>,
}

impl Edit {
    fn starts_before(&self, other: &Edit) -> bool {
        (self.base.start, self.base.end) < (other.base.start, other.base.end)
    }

    /// Whether this edit is about a unit of `span`, or adds inside it. What only touches it stands before or after it; two additions at
    /// one place have no order of their own.
    fn meets(&self, span: &Range<usize>) -> bool {
        let both_add = self.base.is_empty() && span.is_empty() && self.base.start == span.start;
        both_add || (self.base.start < span.end && span.start < self.base.end)
    }
}

fn take(edits: &[Edit], at: &mut usize) -> Range<usize> {
    let span = edits.get(*at).map(|edit| edit.base.clone()).unwrap_or_default();
    *at += 1;
    span
}

fn join(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

fn push_same(parts: &mut Vec<Part>, units: &[&str]) {
    if !units.is_empty() {
        let text = units.concat();
        parts.push(Part { base: text.clone(), mine: text.clone(), theirs: text });
    }
}

/// One side's words of a passage of the base, with the edits of that side that lie in it.
fn rewritten(base: &[&str], new: &[&str], span: &Range<usize>, edits: &[Edit]) -> String {
    let (mut text, mut at) = (String::new(), span.start);
    for edit in edits {
        text.extend(base[at..edit.base.start].iter().copied());
        text.extend(new[edit.new.clone()].iter().copied());
        at = edit.base.end;
    }
    text.extend(base[at..span.end].iter().copied());
    text
}

/// What one side changed, in order; edits that touch are one. Sentences that stand once in both texts are looked for first: the blanks
/// between them are all alike.
pub(super) fn edits(base: &[&str], new: &[&str]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, base, new) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        match edits.last_mut() {
            Some(last) if last.base.end == op.old_range().start && last.new.end == op.new_range().start => {
                last.base.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            _ => edits.push(Edit { base: op.old_range(), new: op.new_range() }),
        }
    }
    edits
}

/// Sentences and lines, and what stands between them.
pub(super) fn units(text: &str) -> Vec<&str> {
    let (mut units, mut start) = (Vec::new(), 0);
    let mut chars = text.char_indices().peekable();
    // Whether a sentence ended here; closing quotes and brackets, and the blanks before them, belong to it.
    let mut ended = false;
    while let Some((at, c)) = chars.next() {
        let closes = matches!(c, '»' | '”' | '"' | ')' | ']' | '\u{a0}' | '\u{202f}');
        if !c.is_whitespace() || closes {
            ended = matches!(c, '.' | '!' | '?' | '…' | '؟' | '。') || (ended && closes);
            continue;
        }
        let (mut end, mut line) = (at + c.len_utf8(), c == '\n');
        while let Some((next, blank)) = chars.next_if(|(_, next)| next.is_whitespace()) {
            (end, line) = (next + blank.len_utf8(), line || blank == '\n');
        }
        if line || ended {
            units.extend([&text[start..at], &text[at..end]].into_iter().filter(|unit| !unit.is_empty()));
            start = end;
        }
        ended = false;
    }
    units.extend(Some(&text[start..]).filter(|unit| !unit.is_empty()));
    units
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn conflicts(parts: &[Part]) -> Vec<(&str, &str, &str)> {
        let open = parts.iter().filter(|part| part.settled().is_none());
        open.map(|part| (part.base.as_str(), part.mine.as_str(), part.theirs.as_str())).collect()
    }

    const BASE: &str = "On appelle le matin. On dit qui appelle.\n\nLe secret est gardé.";

    #[test]
    fn sentences_beside_each_other_are_both_taken() {
        let parts = merge(
            BASE,
            "On appelle le soir. On dit qui appelle.\n\nLe secret est gardé.",
            "On appelle le matin. On dit son nom.\n\nLe secret est gardé.\n\nOn revient.",
        );
        assert_eq!(conflicts(&parts), []);
        assert_eq!(joined(&parts), "On appelle le soir. On dit son nom.\n\nLe secret est gardé.\n\nOn revient.");
    }

    #[test]
    fn one_sentence_changed_twice_is_shown_and_both_stand_in_the_text() {
        let mine = BASE.replace("le matin", "le soir");
        let parts = merge(BASE, &mine, &BASE.replace("le matin", "à midi"));
        assert_eq!(conflicts(&parts), [("On appelle le matin.", "On appelle le soir.", "On appelle à midi.")]);
        assert!(joined(&parts).starts_with("On appelle le soir. On appelle à midi. On dit qui"));
    }

    #[test]
    fn what_one_took_away_and_the_other_changed_stays() {
        let parts = merge(BASE, "On dit qui appelle.\n\nLe secret est gardé.", &BASE.replace("le matin", "à midi"));
        assert_eq!(conflicts(&parts).len(), 1);
        assert!(joined(&parts).contains("On appelle à midi."));
    }

    #[test]
    fn two_additions_in_one_place_are_asked_about_and_the_same_one_is_not() {
        let (mine, theirs) = (format!("{BASE}\n\n- Un"), format!("{BASE}\n\n- Deux"));
        let parts = merge(BASE, &mine, &theirs);
        assert_eq!(conflicts(&parts).len(), 1);
        assert_eq!(joined(&parts), format!("{BASE}\n\n- Un\n\n- Deux"));
        assert_eq!(joined(&merge(BASE, &mine, &mine)), mine);
    }

    #[test]
    fn a_sentence_ends_behind_its_quotes_and_not_in_a_number() {
        let text = "« Vraiment\u{a0}?\u{a0}» Oui, 3.5 fois. Bien…\n- Un\n- Deux";
        assert_eq!(units(text), ["« Vraiment\u{a0}?\u{a0}»", " ", "Oui, 3.5 fois.", " ", "Bien…", "\n", "- Un", "\n", "- Deux"]);
    }

    #[test]
    fn long_texts_that_share_nothing_take_no_time() {
        let text = |seed: u64| (0..3_000u64).map(|i| format!("m{}. ", i.wrapping_mul(seed) % 997)).collect::<String>();
        let start = std::time::Instant::now();
        let (base, mine, theirs) = (text(7), text(11), text(13));
        assert!(!merge(&base, &mine, &theirs).is_empty());
        assert!(start.elapsed().as_secs() < 5);
    }

    const TEXT: &str = r"([abcd]{1,2}[.!]?[ \n]{0,2}|\n\n|é\. |ع؟ |- a\n){0,14}";

    proptest! {
        #[test]
        fn beside_an_unchanged_side_the_other_is_the_text(base in TEXT, other in TEXT) {
            for parts in [merge(&base, &base, &other), merge(&base, &other, &base), merge(&base, &other, &other)] {
                prop_assert_eq!(conflicts(&parts), []);
                prop_assert_eq!(joined(&parts), &other[..]);
            }
        }

        #[test]
        fn each_side_is_whole_in_the_parts(base in TEXT, mine in TEXT, theirs in TEXT) {
            let parts = merge(&base, &mine, &theirs);
            let side = |of: fn(&Part) -> &str| parts.iter().map(of).collect::<String>();
            prop_assert_eq!(side(|part| &part.base), base);
            prop_assert_eq!(side(|part| &part.mine), mine);
            prop_assert_eq!(side(|part| &part.theirs), theirs);
        }

        #[test]
        fn what_a_side_wrote_anew_is_in_the_joined_text(base in TEXT, mine in TEXT, theirs in TEXT) {
            let joined = joined(&merge(&base, &mine, &theirs));
            for text in [&mine, &theirs] {
                for sentence in units(text).into_iter().filter(|unit| !units(&base).contains(unit)) {
                    prop_assert!(joined.contains(sentence), "{sentence:?} in {joined:?}");
                }
            }
        }

        #[test]
        fn who_is_who_changes_nothing_but_the_order_of_what_is_asked(base in TEXT, mine in TEXT, theirs in TEXT) {
            let swapped = |part: Part| Part { mine: part.theirs, theirs: part.mine, ..part };
            let there = merge(&base, &mine, &theirs);
            prop_assert_eq!(&merge(&base, &theirs, &mine).into_iter().map(swapped).collect::<Vec<_>>(), &there);
        }

        #[test]
        fn any_text_whatever(base in any::<String>(), mine in any::<String>(), theirs in any::<String>()) {
            let parts = merge(&base, &mine, &theirs);
            prop_assert_eq!(parts.iter().map(|part| part.mine.as_str()).collect::<String>(), mine);
            prop_assert_eq!(parts.iter().map(|part| part.theirs.as_str()).collect::<String>(), theirs);
        }
    }
}
