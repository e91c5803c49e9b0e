//! A charter taken over from another: what it changed since, and what becomes of it when the other is adopted anew.
//!
//! Three texts meet: the words last taken over (the base), those of the copy (mine), those the source has now (theirs). A text that is
//! missing was added by the others or taken out.

use uuid::Uuid;

use super::{
    definition::key,
    diff::likeness,
    merge::{Part, joined, merge},
    rules::Rules,
};
use crate::{
    Refusal,
    round::{Calendar, RoundKind},
    text_enum::text_enum,
};

/// A chapter, an article or a definition, whichever its kind says.
pub type PartId = Uuid;

text_enum! {
    /// What a charter is made of.
    Kind {
        Preamble = "preamble",
        Chapter = "chapter",
        Article = "article",
        Definition = "definition",
    }
}

/// The words of one part. A preamble has its language for a title, a definition its term; a chapter has a title alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub title: String,
    pub body: String,
    pub easy: String,
}

text_enum! {
    /// What a copy made of a part.
    Own {
        Changed = "changed",
        Added = "added",
        LeftOut = "left_out",
        Unchanged = "unchanged",
    }
}

/// What the copy made of a part that it took over, or added. Nothing where it is in neither.
pub fn own(base: Option<&Words>, mine: Option<&Words>) -> Option<Own> {
    match (base, mine) {
        (Some(base), Some(mine)) if base == mine => Some(Own::Unchanged),
        (Some(_), Some(_)) => Some(Own::Changed),
        (None, Some(_)) => Some(Own::Added),
        (Some(_), None) => Some(Own::LeftOut),
        (None, None) => None,
    }
}

/// What the source's new text asks of the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Nobody has to choose: these are the words that take in both.
    Settled(Words),
    /// Both changed the same passages: the words hold both wordings, one after the other.
    Open(Words),
    /// The source added it.
    New,
    /// The source took it out; the copy has it still.
    Removed,
    /// The copy left it out, and the source changed it since.
    LeftOut,
}

/// Nothing where the source did not change the part, or where the copy and the source have both taken it out.
pub fn ask(base: Option<&Words>, mine: Option<&Words>, theirs: Option<&Words>) -> Option<Ask> {
    match (base, mine, theirs) {
        (base, _, theirs) if base == theirs => None,
        (_, Some(mine), Some(theirs)) => Some(join(base, mine, theirs)),
        (None, None, Some(_)) => Some(Ask::New),
        (Some(_), Some(_), None) => Some(Ask::Removed),
        (Some(_), None, Some(_)) => Some(Ask::LeftOut),
        (_, _, None) => None,
    }
}

/// The passages of title, text and easy-to-read text. What both added without a base has none in common.
pub fn passages(base: Option<&Words>, mine: &Words, theirs: &Words) -> [Vec<Part>; 3] {
    let nothing = Words::default();
    let base = base.unwrap_or(&nothing);
    [
        merge(&base.title, &mine.title, &theirs.title),
        merge(&base.body, &mine.body, &theirs.body),
        merge(&base.easy, &mine.easy, &theirs.easy),
    ]
}

fn join(base: Option<&Words>, mine: &Words, theirs: &Words) -> Ask {
    let parts = passages(base, mine, theirs);
    let words = Words { title: joined(&parts[0]), body: joined(&parts[1]), easy: joined(&parts[2]) };
    if parts.iter().flatten().all(|part| part.settled().is_some()) { Ask::Settled(words) } else { Ask::Open(words) }
}

/// A part by which it is found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    pub kind: Kind,
    /// What it is in the charter it stands in; a preamble has none.
    pub id: Option<PartId>,
    /// What it was taken over from, if it was.
    pub origin: Option<PartId>,
    pub words: &'a Words,
}

/// Two articles that share at least this much of their words are one that was renamed.
const ALIKE_PERCENT: usize = 60;

type Same = fn(&Known, &Known) -> bool;

/// Which of `theirs` each of `before` has become: the same part or what was taken over from it, else one of the same title, else, of
/// articles, one of much the same words. Each is met once.
pub fn pair(before: &[Known], theirs: &[Known]) -> Vec<Option<usize>> {
    let mut met: Vec<Option<usize>> = vec![None; before.len()];
    let same_part = |old: &Known, new: &Known| old.id.is_some() && (old.id == new.id || old.id == new.origin);
    let same_title = |old: &Known, new: &Known| key(&old.words.title) == key(&new.words.title);
    let alike = |old: &Known, new: &Known| old.kind == Kind::Article && likeness(&old.words.body, &new.words.body) >= ALIKE_PERCENT;
    let ways: [Same; 3] = [same_part, same_title, alike];
    for same in ways {
        for (at, old) in before.iter().enumerate() {
            if met[at].is_none() {
                met[at] =
                    (0..theirs.len()).find(|new| !met.contains(&Some(*new)) && theirs[*new].kind == old.kind && same(old, &theirs[*new]));
            }
        }
    }
    met
}

/// A charter is taken over into a round that nobody has read yet, which has no articles and was not taken over before.
pub fn may_take_over(kind: RoundKind, calendar: &Calendar, articles: usize, already: bool, now: i64) -> Result<(), Refusal> {
    if kind != RoundKind::Charter {
        return Err(Refusal::not_found());
    }
    calendar.must_not_have_opened(now)?;
    if articles > 0 || already {
        return Err(Refusal::conflict("takeover-not-empty"));
    }
    Ok(())
}

/// The rules that fit another territory: what is decided on and how. Colleges and committees are each process's own; whether the source
/// had bars of theirs is said.
pub fn fitting(rules: &Rules) -> (Rules, bool) {
    let own_bars = !rules.colleges.is_empty() || !rules.committees.is_empty();
    (Rules { colleges: Default::default(), committees: Default::default(), ..rules.clone() }, own_bars)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::merge::units, *};

    fn words(title: &str, body: &str) -> Words {
        Words { title: title.into(), body: body.into(), easy: String::new() }
    }

    #[test]
    fn what_a_copy_made_of_its_source() {
        let (a, b) = (words("A", "x"), words("A", "y"));
        assert_eq!(own(Some(&a), Some(&a)), Some(Own::Unchanged));
        assert_eq!(own(Some(&a), Some(&b)), Some(Own::Changed));
        assert_eq!(own(None, Some(&b)), Some(Own::Added));
        assert_eq!(own(Some(&a), None), Some(Own::LeftOut));
        assert_eq!(own(None, None), None);
    }

    #[test]
    fn the_source_asks_only_about_what_it_changed() {
        let (base, mine, theirs) = (words("A", "Un. Deux."), words("A", "Un. Trois."), words("B", "Un. Deux."));
        assert_eq!(ask(Some(&base), Some(&mine), Some(&base)), None);
        assert_eq!(ask(Some(&base), None, Some(&base)), None);
        assert_eq!(ask(Some(&base), Some(&mine), Some(&theirs)), Some(Ask::Settled(words("B", "Un. Trois."))));
        let other = words("A", "Un. Quatre.");
        assert_eq!(ask(Some(&base), Some(&mine), Some(&other)), Some(Ask::Open(words("A", "Un. Trois. Quatre."))));
        assert_eq!(ask(None, None, Some(&theirs)), Some(Ask::New));
        assert_eq!(ask(Some(&base), Some(&mine), None), Some(Ask::Removed));
        assert_eq!(ask(Some(&base), None, Some(&theirs)), Some(Ask::LeftOut));
        assert_eq!(ask(Some(&base), None, None), None);
        assert_eq!(ask(None, Some(&mine), None), None);
        // Both wrote the same.
        assert_eq!(ask(Some(&base), Some(&other), Some(&other)), Some(Ask::Settled(other)));
    }

    #[test]
    fn a_part_is_found_again_by_what_it_is_then_by_title_then_by_its_words() {
        let id = |n| Some(Uuid::from_u128(n));
        let long = "On accueille chaque famille le matin, avec le temps qu’il faut, et on dit qui appelle.";
        let known = |id, origin, words| Known { kind: Kind::Article, id, origin, words };
        let (a, b, c, d) = (words("Accueil", "x"), words("Suivi", "y"), words("Ancien nom", long), words("Perdu", "zzz"));
        let renamed = words("Nouveau nom", &long.replace("matin", "soir"));
        let before = [known(id(1), None, &a), known(id(2), None, &b), known(id(3), None, &c), known(id(4), None, &d)];
        let theirs = [
            known(id(10), None, &renamed),
            known(id(11), None, &b),
            // Its title is another's: what it was taken over from counts more.
            known(id(12), id(1), &b),
        ];
        assert_eq!(pair(&before, &theirs), [Some(2), Some(1), Some(0), None]);
        let chapter = Known { kind: Kind::Chapter, ..theirs[1] };
        assert_eq!(pair(&before[1..2], &[chapter]), [None]);
    }

    #[test]
    fn a_charter_goes_into_an_empty_round_that_has_not_opened() {
        let early = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), ..Calendar::default() };
        assert!(may_take_over(RoundKind::Charter, &early, 0, false, 5).is_ok());
        assert!(may_take_over(RoundKind::Charter, &early, 0, false, 15).is_err());
        assert_eq!(may_take_over(RoundKind::Charter, &early, 1, false, 5), Err(Refusal::conflict("takeover-not-empty")));
        assert_eq!(may_take_over(RoundKind::Charter, &early, 0, true, 5), Err(Refusal::conflict("takeover-not-empty")));
        assert_eq!(may_take_over(RoundKind::Survey, &early, 0, false, 5), Err(Refusal::not_found()));
    }

    #[test]
    fn bars_of_the_sources_own_bodies_are_left() {
        let common = super::super::Frame::default().common_bar();
        let rules = Rules { committees: [(crate::committee::Committee::Steering, common)].into(), ..Rules::default() };
        assert_eq!(fitting(&rules), (Rules::default(), true));
        assert_eq!(fitting(&Rules::default()), (Rules::default(), false));
    }

    const TEXT: &str = r"([abcd]{1,2}[.!]?[ \n]{0,2}|\n\n|é\. |- a\n){0,10}";

    fn any_words() -> impl Strategy<Value = Words> {
        ("[ab]{1,2}( [ab])?", TEXT, TEXT).prop_map(|(title, body, easy)| Words { title, body, easy })
    }

    /// What a copy reads after a re-merge in which nobody chose otherwise than what is offered.
    fn after(base: Option<&Words>, mine: Option<&Words>, theirs: Option<&Words>) -> Option<Words> {
        match ask(base, mine, theirs) {
            Some(Ask::Settled(words) | Ask::Open(words)) => Some(words),
            Some(Ask::New) => theirs.cloned(),
            // Taken out where nothing was changed, kept where something was.
            Some(Ask::Removed) => mine.filter(|mine| Some(*mine) != base).cloned(),
            Some(Ask::LeftOut) | None => mine.cloned(),
        }
    }

    proptest! {
        #[test]
        fn without_own_changes_a_re_merge_gives_the_sources_text(
            base in prop::option::of(any_words()), theirs in prop::option::of(any_words()),
        ) {
            prop_assert_eq!(after(base.as_ref(), base.as_ref(), theirs.as_ref()), theirs);
        }

        #[test]
        fn without_the_sources_changes_ours_stays(base in prop::option::of(any_words()), mine in prop::option::of(any_words())) {
            prop_assert_eq!(ask(base.as_ref(), mine.as_ref(), base.as_ref()), None);
        }

        #[test]
        fn nothing_that_either_wrote_anew_is_lost(base in any_words(), mine in any_words(), theirs in any_words()) {
            let after = after(Some(&base), Some(&mine), Some(&theirs)).unwrap();
            for side in [&mine, &theirs] {
                for (base, side, after) in
                    [(&base.title, &side.title, &after.title), (&base.body, &side.body, &after.body), (&base.easy, &side.easy, &after.easy)]
                {
                    for unit in units(side).into_iter().filter(|unit| !units(base).contains(unit)) {
                        prop_assert!(after.contains(unit), "{unit:?} in {after:?}");
                    }
                }
            }
        }

        #[test]
        fn nobody_is_asked_where_one_side_alone_changed(base in any_words(), other in any_words()) {
            let asked = ask(Some(&base), Some(&base), Some(&other));
            prop_assert_eq!(asked, (base != other).then_some(Ask::Settled(other)));
        }

        #[test]
        fn each_part_is_met_once(titles in prop::collection::vec("[ab]{1,2}", 0..6), others in prop::collection::vec("[ab]{1,2}", 0..6)) {
            let all = |titles: &[String]| titles.iter().map(|title| words(title, title)).collect::<Vec<_>>();
            let (left, right) = (all(&titles), all(&others));
            let before: Vec<_> = left.iter().map(|words| Known { kind: Kind::Article, id: None, origin: None, words }).collect();
            let theirs: Vec<_> = right.iter().map(|words| Known { kind: Kind::Article, id: None, origin: None, words }).collect();
            let met: Vec<usize> = pair(&before, &theirs).into_iter().flatten().collect();
            let once: std::collections::BTreeSet<_> = met.iter().collect();
            prop_assert_eq!(once.len(), met.len());
        }
    }
}
