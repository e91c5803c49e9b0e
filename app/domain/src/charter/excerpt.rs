//! What differs between two texts, with a few words around it: to be read beside other changes of the same passage.

use super::diff::{Block, Change, Piece, diff};

/// So many words are shown on either side of what differs.
pub const AROUND: usize = 12;
/// Stands for what is left out.
pub const LEFT_OUT: &str = "…";

/// The paragraphs that differ, and of them only what is near a difference. A paragraph more or less stands behind the last words of the
/// one before it.
pub fn excerpt(old: &str, new: &str) -> Vec<Block> {
    let mut kept = Vec::new();
    let mut before: Option<Block> = None;
    for block in diff(old, new) {
        if !block.is_same() {
            if block.change != Change::Same {
                kept.extend(before.take().map(ending));
            }
            kept.push(shortened(block));
            before = None;
        } else {
            before = Some(block);
        }
    }
    kept
}

/// The last words of a paragraph.
fn ending(block: Block) -> Block {
    let text: String = block.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let text = last(&text).map_or(text.clone(), |end| format!("{LEFT_OUT} {end}"));
    Block { change: Change::Same, pieces: vec![Piece { change: Change::Same, text }] }
}

fn shortened(block: Block) -> Block {
    let count = block.pieces.len();
    let pieces = block.pieces.into_iter().enumerate().map(|(at, piece)| match piece.change {
        Change::Added | Change::Removed => piece,
        Change::Same => Piece { text: near(&piece.text, at > 0, at + 1 < count), ..piece },
    });
    Block { change: block.change, pieces: pieces.collect() }
}

/// The words of a text beside what comes before it and after it, if something does.
fn near(text: &str, behind: bool, ahead: bool) -> String {
    match (behind, ahead) {
        (true, true) if text.split_whitespace().count() > 2 * AROUND => match (first(text), last(text)) {
            (Some(start), Some(end)) => format!("{start} {LEFT_OUT} {end}"),
            _ => text.to_owned(),
        },
        (true, false) => first(text).map_or_else(|| text.to_owned(), |start| format!("{start} {LEFT_OUT}")),
        (false, true) => last(text).map_or_else(|| text.to_owned(), |end| format!("{LEFT_OUT} {end}")),
        _ => text.to_owned(),
    }
}

/// Where each word begins and ends.
fn words(text: &str) -> Vec<(usize, usize)> {
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            (start, start + word.len())
        })
        .collect()
}

/// The text up to its first words' end; none where that is all of it.
fn first(text: &str) -> Option<&str> {
    let words = words(text);
    let (_, end) = (words.len() > AROUND).then(|| words.get(AROUND - 1)).flatten()?;
    text.get(..*end)
}

/// The text from its last words on; none where that is all of it.
fn last(text: &str) -> Option<&str> {
    let words = words(text);
    let (start, _) = words.len().checked_sub(AROUND).filter(|at| *at > 0).and_then(|at| words.get(at))?;
    text.get(*start..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(blocks: &[Block]) -> Vec<String> {
        blocks.iter().map(|block| block.pieces.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn only_what_differs_is_shown_with_a_few_words_around_it() {
        let long: String = (1..=40).map(|n| format!("mot{n} ")).collect();
        let (old, new) = (format!("Avant.\n\n{long}le matin {long}fin\n\nAprès."), format!("Avant.\n\n{long}le soir {long}fin\n\nAprès."));
        let shown = shown(&excerpt(&old, &new));
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert!(shown[0].starts_with("… mot30 ") && shown[0].contains("le matinsoir mot1 ") && shown[0].ends_with("mot12 …"), "{shown:?}");
    }

    #[test]
    fn a_new_paragraph_stands_behind_the_last_words_of_the_one_before() {
        let blocks = excerpt("Un paragraphe.\n\nFin.", "Un paragraphe.\n\nUn autre.\n\nFin.");
        assert_eq!(shown(&blocks), ["Un paragraphe.", "Un autre."]);
        assert_eq!(blocks.iter().map(|block| block.change).collect::<Vec<_>>(), [Change::Same, Change::Added]);
        assert!(excerpt("Le même", "Le même").is_empty());
    }

    proptest! {
        #[test]
        fn nothing_that_differs_is_lost(old in r"([a-d]{1,3}[ \n’]|\n\n|é ){0,80}", new in r"([a-d]{1,3}[ \n’]|\n\n|é ){0,80}") {
            let differing = |blocks: Vec<Block>| -> Vec<Piece> {
                blocks.into_iter().flat_map(|block| block.pieces).filter(|piece| piece.change != Change::Same).collect()
            };
            prop_assert_eq!(differing(excerpt(&old, &new)), differing(diff(&old, &new)));
            for block in excerpt(&old, &new) {
                for piece in block.pieces.iter().filter(|piece| piece.change == Change::Same) {
                    prop_assert!(piece.text.split_whitespace().count() <= 2 * AROUND + 1);
                }
            }
        }
    }
}
