//! Words that are looked for: without accents, capitals and marks, so that no text of a person can be a command of a search engine.

use crate::survey::code::plain_words;

/// Words of one search that count; more are not needed to find anything.
pub const MOST_WORDS: usize = 12;
/// Letters of one word that count.
const MOST_LETTERS: usize = 40;
/// A word this long may be found by how it begins.
const STEM: usize = 4;
/// Characters of what was typed that are read at all.
const MOST_READ: usize = 500;

/// Words that tell nothing of what a text is about, in French and in English, as [`words`] writes them.
const SILENT: &str = " a ai au aux avec avez avons c ce ces cet cette d dans de des du elle en es est et etre eu eux faire faut fut il ils j je \
    l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas plus pour qu que qui s sa sans se sera seront ses \
    si soit sommes son sont suis sur t ta te tes toi ton tous tout toute toutes tu un une vos votre vous y an and are be for in is it of on or \
    our the to we with ";

/// The words of a text, in their order.
pub fn words(text: &str) -> Vec<String> {
    // An accent that stands for itself belongs to the letter before it.
    let text: String = text.chars().take(MOST_READ).filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    plain_words(&text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(|word| word.chars().take(MOST_LETTERS).collect())
        .collect()
}

/// The whole of a text as a search engine keeps it.
pub fn folded(text: &str) -> String {
    let text: String = text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    plain_words(&text)
}

/// The words of a title that say what it is about.
pub fn telling(title: &str) -> Vec<String> {
    words(title).into_iter().filter(|word| word.chars().count() > 1 && !SILENT.contains(&format!(" {word} "))).collect()
}

/// How a word begins, without what makes it many: "écoles" is found with "école".
pub fn stem(word: &str) -> &str {
    if word.chars().count() > STEM { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word }
}

fn same(a: &str, b: &str) -> bool {
    let (a, b) = (stem(a), stem(b));
    a == b || (a.chars().count() >= STEM && b.starts_with(a)) || (b.chars().count() >= STEM && a.starts_with(b))
}

/// Whether two titles are about the same: at least half of the telling words of the shorter one stand in the other, and two of them
/// where it has as many.
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (telling(one), telling(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let common = short.iter().filter(|word| long.iter().any(|other| same(word, other))).count();
    common > 0 && common * 2 >= short.len() && common >= short.len().min(2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[test]
    fn accents_and_capitals_do_not_matter() {
        assert_eq!(words("L’École d’Été, ŒUVRE e\u{301}"), ["l", "ecole", "d", "ete", "oeuvre", "e"]);
        assert_eq!(telling("Ouvrir la crèche le samedi"), ["ouvrir", "creche", "samedi"]);
        assert!(telling("dans les").is_empty());
        assert_eq!(telling("la crèche d’à côté"), ["creche", "cote"]);
        assert!(telling("dans les").is_empty());
    }

    #[rstest]
    #[case("Ouvrir la crèche le samedi", "Crèches ouvertes aussi le samedi matin", true)]
    #[case("Ouvrir la crèche le samedi", "ouvrir le samedi", true)]
    #[case("Ouvrir la crèche le samedi", "Une navette entre les villages", false)]
    #[case("Ouvrir la crèche le samedi", "Fermer le samedi", false)]
    #[case("Navette", "Une navette entre les villages", true)]
    #[case("", "Une navette", false)]
    fn titles_about_the_same(#[case] one: &str, #[case] other: &str, #[case] expected: bool) {
        assert_eq!(alike(one, other), expected);
        assert_eq!(alike(other, one), expected);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_becomes_few_plain_words(text in ".*") {
            let words = words(&text);
            prop_assert!(words.len() <= MOST_WORDS);
            for word in &words {
                prop_assert!(!word.is_empty() && word.chars().count() <= MOST_LETTERS && word.chars().all(char::is_alphanumeric), "{word:?}");
            }
            prop_assert_eq!(super::words(&words.join(" ")), words);
        }

        #[test]
        fn a_title_with_telling_words_is_like_itself(title in "[a-zéèà ]{0,60}") {
            prop_assert_eq!(alike(&title, &title), !telling(&title).is_empty());
        }
    }
}
