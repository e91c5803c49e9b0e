//! What changed between two texts: paragraph by paragraph, in these line by line, in these word by word.

use similar::{Algorithm, DiffTag, TextDiff, capture_diff_slices};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Same,
    Added,
    Removed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub change: Change,
    pub text: String,
}

/// One paragraph. `change` tells whether it is in both texts (its pieces say where they differ), in the new or in the old alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub change: Change,
    pub pieces: Vec<Piece>,
}

impl Block {
    fn whole(change: Change, text: &str) -> Self {
        Block { change, pieces: vec![Piece { change, text: text.to_owned() }] }
    }

    /// Whether nothing changed here.
    pub fn is_same(&self) -> bool {
        self.pieces.iter().all(|piece| piece.change == Change::Same)
    }

    /// The paragraph as it was and as it became, each with its own marks, to be laid beside each other; one of them where it is in one
    /// text alone.
    pub fn sides(&self) -> (Option<Block>, Option<Block>) {
        let side = |without: Change| {
            let pieces = self.pieces.iter().filter(|piece| piece.change != without).cloned().collect();
            (self.change != without).then_some(Block { change: self.change, pieces })
        };
        (side(Change::Added), side(Change::Removed))
    }
}

/// What parts paragraphs.
const PARAGRAPH: &str = "\n\n";
/// Two paragraphs or lines that share at least this much of their words are one that changed.
const ALIKE_PERCENT: usize = 35;
/// Regions with more pairs than this are paired in order: looking for the best pairs would take too long.
const MOST_PAIRS: usize = 2_500;

pub fn diff(old: &str, new: &str) -> Vec<Block> {
    let old: Vec<&str> = old.split(PARAGRAPH).collect();
    let new: Vec<&str> = new.split(PARAGRAPH).collect();
    let block = |part: Part<'_>| match part {
        Part::Whole(change, text) => Block::whole(change, text),
        Part::Changed(old, new) => Block { change: Change::Same, pieces: lines(old, new) },
    };
    align(&old, &new).into_iter().map(block).collect()
}

/// A paragraph or a line: as it is, or as it was and became.
enum Part<'t> {
    Whole(Change, &'t str),
    Changed(&'t str, &'t str),
}

/// Lays two lists of paragraphs or lines beside each other.
fn align<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<Part<'t>> {
    let mut parts = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (before, after) = (&old[op.old_range()], &new[op.new_range()]);
        match op.tag() {
            DiffTag::Equal => parts.extend(after.iter().map(|text| Part::Whole(Change::Same, text))),
            _ => changed(before, after, &mut parts),
        }
    }
    parts
}

/// A region where some were replaced, added or removed.
fn changed<'t>(before: &[&'t str], after: &[&'t str], parts: &mut Vec<Part<'t>>) {
    let (mut i, mut j) = (0, 0);
    for (old, new) in pairs(before, after).into_iter().chain([(before.len(), after.len())]) {
        parts.extend(before[i..old].iter().map(|text| Part::Whole(Change::Removed, text)));
        parts.extend(after[j..new].iter().map(|text| Part::Whole(Change::Added, text)));
        if let (Some(before), Some(after)) = (before.get(old), after.get(new)) {
            parts.push(Part::Changed(before, after));
        }
        (i, j) = (old + 1, new + 1);
    }
}

/// One paragraph that changed: lists and easy-to-read texts hold a thought a line.
fn lines(old: &str, new: &str) -> Vec<Piece> {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    if old.len() <= 1 && new.len() <= 1 {
        return words(old.first().unwrap_or(&""), new.first().unwrap_or(&""));
    }
    let mut pieces = Vec::new();
    for part in align(&old, &new) {
        match part {
            Part::Whole(change, text) => push(&mut pieces, change, text),
            Part::Changed(old, new) => words(old, new).iter().for_each(|piece| push(&mut pieces, piece.change, &piece.text)),
        }
    }
    pieces
}

/// Which paragraphs or lines are the same one, changed: the pairs, in order, that share the most words.
pub(super) fn pairs(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    if before.len() * after.len() > MOST_PAIRS {
        return (0..before.len().min(after.len())).filter(|&i| likeness(before[i], after[i]) >= ALIKE_PERCENT).map(|i| (i, i)).collect();
    }
    let like: Vec<Vec<usize>> = before.iter().map(|old| after.iter().map(|new| likeness(old, new)).collect()).collect();
    // best[i][j]: the most likeness that before[i..] and after[j..] can be paired for.
    let mut best = vec![vec![0; after.len() + 1]; before.len() + 1];
    let taken = |like: usize| if like >= ALIKE_PERCENT { like } else { 0 };
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            best[i][j] = (taken(like[i][j]) + best[i + 1][j + 1]).max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < before.len() && j < after.len() {
        if taken(like[i][j]) > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i][j] == best[i + 1][j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// How much of their words two texts share, in percent.
pub(super) fn likeness(a: &str, b: &str) -> usize {
    let sorted = |text: &str| {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.sort_unstable();
        words
    };
    let (a, b) = (sorted(a), sorted(b));
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    200 * shared / (a.len() + b.len()).max(1)
}

/// One line's words. Changes with nothing but blanks between them read as one: what went, then what came.
fn words(old: &str, new: &str) -> Vec<Piece> {
    let diff = TextDiff::from_unicode_words(old, new);
    let changes: Vec<(Change, &str)> = diff
        .iter_all_changes()
        .map(|change| {
            let kind = match change.tag() {
                similar::ChangeTag::Equal => Change::Same,
                similar::ChangeTag::Insert => Change::Added,
                similar::ChangeTag::Delete => Change::Removed,
            };
            (kind, change.value())
        })
        .collect();
    let (mut pieces, mut removed, mut added) = (Vec::new(), String::new(), String::new());
    for (at, (change, text)) in changes.iter().enumerate() {
        let blank = text.chars().all(char::is_whitespace) && !text.contains('\n');
        let between =
            || at > 0 && changes.get(at + 1).is_some_and(|(next, _)| *next != Change::Same) && !(removed.is_empty() && added.is_empty());
        match change {
            Change::Removed => removed.push_str(text),
            Change::Added => added.push_str(text),
            Change::Same if blank && between() => {
                removed.push_str(text);
                added.push_str(text);
            }
            Change::Same => {
                flush(&mut pieces, &mut removed, &mut added);
                push(&mut pieces, Change::Same, text);
            }
        }
    }
    flush(&mut pieces, &mut removed, &mut added);
    pieces
}

fn flush(pieces: &mut Vec<Piece>, removed: &mut String, added: &mut String) {
    push(pieces, Change::Removed, removed);
    push(pieces, Change::Added, added);
    removed.clear();
    added.clear();
}

fn push(pieces: &mut Vec<Piece>, change: Change, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.change == change => last.text.push_str(text),
        _ => pieces.push(Piece { change, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text that one gets by leaving out what is `without`.
    fn side(blocks: &[Block], without: Change) -> String {
        let kept = |change: Change| change != without;
        let paragraphs = blocks
            .iter()
            .filter(|block| kept(block.change))
            .map(|block| block.pieces.iter().filter(|piece| kept(piece.change)).map(|piece| piece.text.as_str()).collect::<String>());
        paragraphs.collect::<Vec<_>>().join(PARAGRAPH)
    }

    fn shown(old: &str, new: &str) -> String {
        let mark = |piece: &Piece| match piece.change {
            Change::Same => piece.text.clone(),
            Change::Added => format!("[+{}]", piece.text),
            Change::Removed => format!("[-{}]", piece.text),
        };
        diff(old, new).iter().map(|block| block.pieces.iter().map(mark).collect::<String>()).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn marks_words_and_leaves_their_stops() {
        assert_eq!(
            shown("Les crèches ouvrent à 8 h, en semaine.", "Les crèches ouvrent à 7 h 30, en semaine."),
            "Les crèches ouvrent à [-8][+7] h[+ 30], en semaine."
        );
    }

    #[test]
    fn neighbouring_changes_read_as_one() {
        assert_eq!(shown("Le vieux chat gris dort ici.", "Le jeune chien gris dort ici."), "Le [-vieux chat][+jeune chien] gris dort ici.");
    }

    #[test]
    fn a_new_paragraph_before_a_changed_one_does_not_hide_it() {
        assert_eq!(
            shown("Un.\n\nL’équipe appelle la famille le matin.", "Un.\n\nTout autre chose.\n\nL’équipe appelle la famille le soir."),
            "Un. / [+Tout autre chose.] / L’équipe appelle la famille le [-matin][+soir]."
        );
    }

    #[test]
    fn lines_are_laid_beside_each_other_before_their_words() {
        assert_eq!(
            shown(
                "On vous demande.\nVous pouvez dire non.\nVotre enfant reste.",
                "On vous demande.\nVous pouvez changer.\nVous pouvez dire non.\nVotre enfant reste."
            ),
            "On vous demande.\n[+Vous pouvez changer.\n]Vous pouvez dire non.\nVotre enfant reste."
        );
    }

    #[test]
    fn nothing_changed() {
        assert!(diff("a\n\nb", "a\n\nb").iter().all(Block::is_same));
        assert!(diff("", "").iter().all(Block::is_same));
    }

    #[test]
    fn two_long_different_texts_take_no_time() {
        let text = |seed: u64| (0..3_000u64).map(|i| format!("mot{} ", i.wrapping_mul(seed) % 997)).collect::<String>();
        let start = std::time::Instant::now();
        let (old, new) = (text(7), text(11));
        assert_eq!(side(&diff(&old, &new), Change::Removed), new);
        assert!(start.elapsed().as_secs() < 5);
    }

    proptest! {
        #[test]
        fn applying_gives_the_new_and_removing_gives_the_old(
            old in r"([ab]{1,2}[ .\n’]{1,2}|\n\n|é|ع ){0,20}", new in r"([ab]{1,2}[ .\n’]{1,2}|\n\n|é|ع ){0,20}"
        ) {
            let blocks = diff(&old, &new);
            prop_assert_eq!(side(&blocks, Change::Removed), new);
            prop_assert_eq!(side(&blocks, Change::Added), old);
        }

        #[test]
        fn beside_each_other_stand_the_old_and_the_new(old in r"(a|b|c|[ \n]|\n\n){0,20}", new in r"(a|b|c|[ \n]|\n\n){0,20}") {
            let (left, right): (Vec<_>, Vec<_>) = diff(&old, &new).iter().map(Block::sides).unzip();
            let text = |blocks: Vec<Option<Block>>| {
                let paragraphs = blocks.into_iter().flatten().map(|block| block.pieces.into_iter().map(|piece| piece.text).collect::<String>());
                paragraphs.collect::<Vec<_>>().join(PARAGRAPH)
            };
            prop_assert_eq!((text(left), text(right)), (old, new));
        }

        #[test]
        fn any_text_whatever(old in any::<String>(), new in any::<String>()) {
            let blocks = diff(&old, &new);
            prop_assert_eq!(side(&blocks, Change::Removed), new);
            prop_assert_eq!(side(&blocks, Change::Added), old);
        }
    }
}
