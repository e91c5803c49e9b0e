//! The rules by which a charter is ratified, as data: what is decided on, by which way, who has a say, and how much each of them needs.
//!
//! A charter of before these rules reads as it was meant: each article put to the vote of every college, one bar for all.
//!
//! **Does an answered objection still block?** Under consent, an objection stands until its author takes another stance: whoever is
//! answered is not for that convinced, and a rule by which an answer erases an objection would let the one who answers decide.
//! So [`Blocking::Open`] is the rule unless a charter chooses otherwise before it opens. Some will: where an objector may never come back,
//! one voice could keep a charter from all others for good. [`Blocking::Unanswered`] then asks that each objection has its reasoned
//! answer, in public, and no more. Under a vote an objection is a voice against, answered or not: an answer changes no count.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::{Problem, Refusal, committee::Committee, id::CollegeId, refusal::Problems, text_enum::text_enum};

text_enum! {
    /// What people take a stance on for the charter to pass.
    Scope {
        /// On each article: all must be carried.
        Articles = "articles",
        /// Once, on all of it, as it stands when the ratification opens.
        Whole = "whole",
    }
}

text_enum! {
    Way {
        /// So many agree, of those who say yes or no.
        Vote = "vote",
        /// Nobody's objection stands in the way.
        Consent = "consent",
    }
}

text_enum! {
    /// Which objections stand in the way of a consent.
    Blocking {
        /// Those whose author has not taken another stance since.
        Open = "open",
        /// Of those, the ones that nobody has answered.
        Unanswered = "unanswered",
    }
}

/// A least number of people: a share of those there are, or so many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Least {
    Percent(u8),
    People(u32),
}

impl Least {
    /// The least whole number of people. `n`: those a share is taken of; `members`: where a college counts fewer than the number asks
    /// for, all of them are enough: a rule that nobody can meet decides nothing.
    pub fn of(self, n: i64, members: i64) -> i64 {
        match self {
            Least::Percent(percent) => (n * i64::from(percent) + 99) / 100,
            Least::People(people) => i64::from(people).min(members),
        }
    }

    /// As typed: "60 %" is a share, "12" are people.
    pub fn typed(field: &str, typed: &str) -> Result<Least, Problem> {
        let wrong = || Problem::new(field, "not-a-least");
        let typed = typed.trim();
        if let Some(share) = typed.strip_suffix('%') {
            return share.trim_end().parse().ok().filter(|share| (1..=100).contains(share)).map(Least::Percent).ok_or_else(wrong);
        }
        typed.parse().ok().filter(|people| (1..=MOST_PEOPLE).contains(people)).map(Least::People).ok_or_else(wrong)
    }
}

/// More people than any college has: a number above is a slip.
const MOST_PEOPLE: u32 = 1_000_000;

/// What a college or a committee needs to carry something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Least number of its members who take a stance.
    pub quorum: Least,
    /// Least number who agree, with or without reservation; a share is one of those who agree or object. Under consent nothing is counted
    /// by it.
    pub threshold: Least,
}

/// Whoever has a say of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    College(CollegeId),
    /// Those of its members who belong to a college: one's stance counts there and here, and no two counts are ever added.
    Committee(Committee),
}

impl Body {
    /// What its fields are called by. Never a bare number, nor an identifier, which may begin with one: a form would take it for a place
    /// in a list.
    pub fn key(self) -> String {
        match self {
            Body::College(id) => format!("college-{id}"),
            Body::Committee(committee) => committee.to_string(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    pub scope: Scope,
    pub way: Way,
    pub blocking: Blocking,
    /// Bars of colleges that differ from the common one.
    pub colleges: BTreeMap<CollegeId, Bar>,
    /// The committees that have a say of their own, with their bars.
    pub committees: BTreeMap<Committee, Bar>,
}

impl Default for Rules {
    fn default() -> Self {
        Rules { scope: Scope::Articles, way: Way::Vote, blocking: Blocking::Open, colleges: BTreeMap::new(), committees: BTreeMap::new() }
    }
}

impl Frame {
    /// The bar of all who have none of their own.
    pub const fn common_bar(&self) -> Bar {
        Bar { quorum: Least::Percent(self.quorum_percent), threshold: Least::Percent(self.threshold_percent) }
    }

    pub fn bar(&self, body: Body) -> Bar {
        let own = match body {
            Body::College(college) => self.rules.colleges.get(&college),
            Body::Committee(committee) => self.rules.committees.get(&committee),
        };
        own.copied().unwrap_or_else(|| self.common_bar())
    }

    /// All who have a say: every college, in their order, then the committees that were given one.
    pub fn bodies(&self, colleges: impl IntoIterator<Item = CollegeId>) -> Vec<Body> {
        colleges.into_iter().map(Body::College).chain(self.rules.committees.keys().copied().map(Body::Committee)).collect()
    }
}

/// The rules as typed. `quorum` and `threshold` have what was written by [`Body::key`]: nothing where
/// the common bar holds. `say` has the committees that were ticked.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'t> {
    pub scope: &'t str,
    pub way: &'t str,
    pub blocking: &'t str,
    pub quorum: &'t BTreeMap<String, String>,
    pub threshold: &'t BTreeMap<String, String>,
    pub say: &'t [String],
}

/// The rules as typed, for these colleges. `common` is what holds for whoever has no bar of their own.
pub fn typed(typed: Typed, colleges: &[CollegeId], common: Bar) -> Result<Rules, Refusal> {
    let mut problems = Problems::new();
    let scope = problems.take(typed.scope.parse().map_err(|_| Problem::new("scope", "required")));
    let way = problems.take(typed.way.parse().map_err(|_| Problem::new("way", "required")));
    let blocking = problems.take(typed.blocking.parse().map_err(|_| Problem::new("blocking", "required")));
    let mut bar = |key: &str| {
        let mut one = |name: &str, written: &BTreeMap<String, String>, common: Least| {
            let words = written.get(key).map(|words| words.trim()).filter(|words| !words.is_empty());
            words.map_or(Some(common), |words| problems.take(Least::typed(&format!("{name}[{key}]"), words)))
        };
        let (quorum, threshold) = (one("quorum", typed.quorum, common.quorum), one("threshold", typed.threshold, common.threshold));
        quorum.zip(threshold).map(|(quorum, threshold)| Bar { quorum, threshold })
    };
    let mut rules = Rules::default();
    for college in colleges {
        rules.colleges.extend(bar(&Body::College(*college).key()).filter(|bar| *bar != common).map(|bar| (*college, bar)));
    }
    for committee in Committee::ALL.iter().filter(|committee| typed.say.iter().any(|word| word == committee.as_str())) {
        rules.committees.extend(bar(&Body::Committee(*committee).key()).map(|bar| (*committee, bar)));
    }
    problems.check()?;
    Ok(Rules {
        scope: scope.unwrap_or(Scope::Articles),
        way: way.unwrap_or(Way::Vote),
        blocking: blocking.unwrap_or(Blocking::Open),
        ..rules
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    #[rstest]
    #[case("60 %", Some(Least::Percent(60)))]
    #[case("60\u{a0}%", Some(Least::Percent(60)))]
    #[case(" 12 ", Some(Least::People(12)))]
    #[case("0", None)]
    #[case("0 %", None)]
    #[case("101 %", None)]
    #[case("-3", None)]
    #[case("douze", None)]
    #[case("2000000", None)]
    fn a_least_is_a_share_or_so_many_people(#[case] typed: &str, #[case] least: Option<Least>) {
        assert_eq!(Least::typed("quorum", typed).ok(), least);
    }

    #[test]
    fn a_share_is_rounded_up_to_whole_people_and_a_number_ends_at_everybody() {
        assert_eq!(Least::Percent(50).of(9, 9), 5);
        assert_eq!(Least::Percent(1).of(0, 9), 0);
        assert_eq!(Least::People(5).of(100, 9), 5);
        assert_eq!(Least::People(5).of(100, 3), 3);
    }

    #[test]
    fn a_charter_of_before_keeps_its_rule_and_a_new_one_comes_back_as_it_was() {
        let old: Frame = serde_json::from_str(r#"{"preamble":{"fr":"Ensemble"},"quorum_percent":40,"threshold_percent":75}"#).unwrap();
        assert_eq!(old.rules, Rules::default());
        let college = CollegeId(Uuid::from_u128(1));
        assert_eq!(old.bar(Body::College(college)), Bar { quorum: Least::Percent(40), threshold: Least::Percent(75) });
        assert_eq!(old.bodies([college]), [Body::College(college)]);
        let bar = Bar { quorum: Least::People(3), threshold: Least::Percent(90) };
        let new = Frame {
            rules: Rules {
                scope: Scope::Whole,
                way: Way::Consent,
                blocking: Blocking::Unanswered,
                colleges: [(college, bar)].into(),
                committees: [(Committee::Ethics, bar)].into(),
            },
            ..old
        };
        // As it is kept: through a value, with identifiers and words as keys.
        let kept = serde_json::to_value(&new).unwrap();
        assert_eq!(serde_json::from_value::<Frame>(kept).unwrap(), new);
        assert_eq!(new.bar(Body::Committee(Committee::Ethics)), bar);
        assert_eq!(new.bodies([college]), [Body::College(college), Body::Committee(Committee::Ethics)]);
    }

    #[test]
    fn what_is_typed_holds_or_says_which_field_does_not() {
        let college = CollegeId(Uuid::from_u128(7));
        let key = Body::College(college).key();
        let common = Frame::default().common_bar();
        let map =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect::<BTreeMap<_, _>>();
        let (quorum, threshold) = (map(&[(&key, "3"), ("ethics", " "), ("steering", "x")]), map(&[]));
        let say = ["ethics".to_owned()];
        let form = Typed { scope: "articles", way: "consent", blocking: "open", quorum: &quorum, threshold: &threshold, say: &say };
        let rules = typed(form, &[college], common).unwrap();
        assert_eq!(rules.colleges[&college], Bar { quorum: Least::People(3), ..common });
        // A committee that has a say without numbers of its own has the common ones; what stands by one that has none is nobody's.
        assert_eq!(rules.committees, [(Committee::Ethics, common)].into());
        let wrong = map(&[(&key, "beaucoup")]);
        let refusal = typed(Typed { scope: "", quorum: &wrong, ..form }, &[college], common).unwrap_err();
        assert_eq!(refusal.problems.iter().map(|p| p.field.clone()).collect::<Vec<_>>(), ["scope".to_owned(), format!("quorum[{key}]")]);
    }
}
