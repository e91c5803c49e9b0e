use proptest::prelude::*;

use super::*;

const FIRST: &str = "Chaque famille est écoutée. L’équipe répond par écrit.\n\n- le matin\n- le soir";

fn versions(steps: &[Step<'_>]) -> Vec<usize> {
    steps.iter().map(|step| step.version).collect()
}

#[test]
fn a_sentence_tells_since_when_it_reads_as_it_does_and_what_it_was() {
    let second = FIRST.replace("par écrit", "par écrit, en dix jours");
    let third = format!("On se parle. {}", second.replace("- le soir", "- à midi, au square"));
    let lineage = Lineage::new(&[FIRST, &second, &third]);
    assert_eq!(lineage.last().len(), 5);
    let steps: Vec<_> = (0..5).map(|sentence| versions(&lineage.steps(sentence))).collect();
    assert_eq!(steps, [vec![2], vec![0], vec![1, 0], vec![0], vec![2, 0]]);
    let reworded = &lineage.steps(2)[0];
    assert_eq!((reworded.was.as_slice(), reworded.is.as_slice()), (&["L’équipe répond par écrit."][..], &[lineage.last()[2]][..]));
    assert!(lineage.steps(0)[0].was.is_empty());
}

#[test]
fn a_sentence_that_only_moved_reads_as_it_did() {
    let moved = "L’équipe répond par écrit. Chaque famille est écoutée.\n\n- le soir\n- le matin";
    let lineage = Lineage::new(&[FIRST, moved]);
    assert!((0..4).all(|sentence| versions(&lineage.steps(sentence)) == [0]));
}

#[test]
fn what_is_parted_or_joined_keeps_where_it_came_from() {
    let whole = "L’équipe répond par écrit à chaque famille et le journal paraît toutes les deux semaines.";
    let parted = "L’équipe répond par écrit à chaque famille. Le journal paraît toutes les deux semaines.";
    let lineage = Lineage::new(&[whole, parted]);
    assert!((0..2).all(|sentence| lineage.steps(sentence)[0].was == [whole]));
    let lineage = Lineage::new(&[parted, whole]);
    assert_eq!(lineage.steps(0)[0].was.len(), 2);
    assert_eq!(lineage.reached(0, &[1]), [0]);
}

#[test]
fn what_stands_in_the_place_of_one_sentence_came_of_it_and_two_others_are_new() {
    let lineage = Lineage::new(&["Ici. Là.", "Ici. Partout."]);
    assert_eq!(lineage.steps(1)[0].was, ["Là."]);
    let lineage = Lineage::new(&["Ici. Là.", "Ici. Partout. Ailleurs."]);
    assert!(lineage.steps(1)[0].was.is_empty() && lineage.reached(0, &[1]).is_empty());
}

#[test]
fn a_proposed_text_touches_what_it_changes_and_what_it_stands_behind() {
    let second = FIRST.replace("Chaque famille", "Toute famille");
    let lineage = Lineage::new(&[FIRST, &second]);
    assert_eq!(lineage.touched(0, &FIRST.replace("écoutée", "entendue")), [0]);
    assert_eq!(lineage.touched(0, &FIRST.replace("\n\n- le matin", " On se revoit.\n\n- le matin")), [1]);
    assert_eq!(lineage.touched(0, &FIRST.replace("- le matin\n", "")), [2]);
    assert_eq!(lineage.touched(0, FIRST), [] as [usize; 0]);
    assert_eq!(lineage.touched(9, "Rien"), [] as [usize; 0]);
    // What was changed since is still the sentence that the proposal was about.
    assert_eq!(lineage.reached(0, &[0]), [0]);
}

#[test]
fn a_passage_tells_in_which_versions_its_words_changed() {
    let second = FIRST.replace("Chaque", "Toujours, chaque");
    let third = second.replace("par écrit", "en dix jours, par écrit");
    let fourth = third.replace(" L’équipe répond en dix jours, par écrit.", "");
    let lineage = Lineage::new(&[FIRST, &second, &third, &fourth]);
    let passage = lineage.passage(0, "répond par écrit").unwrap();
    assert_eq!(passage.changed, [2, 3]);
    assert!(passage.sentences.is_empty() && passage.is.is_empty());
    assert_eq!(passage.was, ["L’équipe répond par écrit."]);
    let before = Lineage::new(&[FIRST, &second, &third]).passage(0, "répond par écrit").unwrap();
    assert_eq!((before.changed, before.sentences, before.is), (vec![2], vec![1], vec!["L’équipe répond en dix jours, par écrit."]));
    // Another word of the same sentence changed, not these.
    assert_eq!(lineage.passage(0, "famille est écoutée").unwrap().changed, [] as [usize; 0]);
    assert_eq!(lineage.passage(0, "- le"), None);
    assert_eq!(lineage.passage(7, "famille"), None);
}

#[test]
fn two_hundred_versions_of_a_long_article_take_no_time() {
    let mut text: Vec<String> = (0..200).map(|n| format!("La phrase numéro {n} dit une chose que les familles ont demandée.")).collect();
    let mut texts = vec![text.join(" ")];
    for n in 0..200 {
        text[(n * 7) % 200] = format!("La phrase numéro {n} dit une autre chose, demandée à la version {n}.");
        texts.push(text.join(" "));
    }
    let start = std::time::Instant::now();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let lineage = Lineage::new(&texts);
    assert!((0..200).map(|sentence| lineage.steps(sentence).len()).sum::<usize>() >= 400);
    assert!((0..100).all(|n| !lineage.reached(n, &[n]).is_empty()));
    assert!(start.elapsed().as_secs() < 5);
}

/// Texts of sentences that each stand there once at most.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let words = ["un", "deux", "trois", "quatre", "cinq", "six", "sept"];
    let some = prop::sample::subsequence(words.to_vec(), 0..=words.len()).prop_shuffle();
    let text = some.prop_map(|words| words.iter().map(|word| format!("{word} {word} est là. ")).collect::<String>());
    prop::collection::vec(text, 1..7)
}

const TEXT: &str = r"([abcd]{1,2}[.!]?[ \n]{0,2}|\n\n|é\. |ع؟ |- a\n){0,14}";

proptest! {
    /// Beside one found the slow way: the first version from which on the sentence stands in every text.
    #[test]
    fn a_sentence_stands_since_the_version_from_which_on_every_text_has_it(texts in texts()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let lineage = Lineage::new(&texts);
        for (at, sentence) in lineage.last().iter().enumerate() {
            let without = texts.iter().rposition(|text| !lines(text).contains(sentence));
            prop_assert_eq!(lineage.steps(at)[0].version, without.map_or(0, |version| version + 1));
        }
    }

    #[test]
    fn steps_go_back_one_by_one_to_where_the_sentence_began(texts in prop::collection::vec(TEXT, 1..6)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let lineage = Lineage::new(&texts);
        for (at, sentence) in lineage.last().iter().enumerate() {
            let steps = lineage.steps(at);
            prop_assert_eq!(&steps[0].is, &vec![*sentence]);
            prop_assert!(steps.windows(2).all(|pair| pair[1].version < pair[0].version && pair[1].is == pair[0].was));
            prop_assert!(steps.last().unwrap().was.is_empty());
            // And forth again.
            let began = steps.last().unwrap();
            let there: Vec<usize> = (0..lineage.lines[began.version].len()).collect();
            prop_assert!(lineage.reached(began.version, &there).contains(&at));
        }
    }

    #[test]
    fn nothing_that_a_proposal_changes_is_left_out(base in TEXT, proposed in TEXT) {
        let lineage = Lineage::new(&[&base]);
        let touched = lineage.touched(0, &proposed);
        let (old, new) = (lines(&base), lines(&proposed));
        for (at, sentence) in old.iter().enumerate() {
            prop_assert!(new.contains(sentence) || touched.contains(&at));
        }
        prop_assert_eq!(touched.is_empty(), old.is_empty() || { let mut both = (old.clone(), new); both.0.sort(); both.1.sort(); both.0 == both.1 });
        prop_assert!(lineage.touched(0, &base).is_empty());
    }

    #[test]
    fn a_passage_that_nothing_changes_is_told_of_no_version(text in TEXT, a in any::<prop::sample::Index>(), other in TEXT) {
        let all = lines(&text);
        if !all.is_empty() {
            let lineage = Lineage::new(&[&text, &text, &other]);
            let quote = all[a.index(all.len())];
            if let Some(passage) = lineage.passage(0, quote) {
                prop_assert!(!passage.changed.contains(&1));
                prop_assert!(passage.changed.contains(&2) || lines(&other).iter().any(|line| line.contains(quote.trim())));
            }
        }
    }
}
