use std::collections::BTreeMap;

use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::super::{Ballot, Typed, change, name};
use crate::{
    id::ProposalId,
    proposals::{Choice, Counting, Method, Rules},
};

fn id(n: u128) -> ProposalId {
    ProposalId(Uuid::from_u128(n))
}

fn read(method: Method, typed: &[(u128, &str)]) -> Result<Ballot, (String, String)> {
    let rules = Rules { method, most: 2, points: 10, score: 5, ..Rules::default() };
    let typed: Typed = typed.iter().map(|(n, value)| (name(id(*n)), (*value).to_owned())).collect();
    Ballot::read(&rules, &[id(1), id(2), id(3)], &typed)
        .map_err(|refusal| (refusal.problems[0].field.clone(), refusal.problems[0].key.clone()))
}

#[rstest]
#[case(Method::Approval, &[(1, "true"), (2, "true"), (3, "true")], "", "approved-too-many")]
#[case(Method::Approval, &[(1, "yes")], "answers[p00000000-0000-0000-0000-000000000001]", "choice-unknown")]
#[case(Method::Points, &[(1, "6"), (2, "5")], "", "points-too-many")]
#[case(Method::Points, &[(1, "-1")], "answers[p00000000-0000-0000-0000-000000000001]", "number-between")]
#[case(Method::Points, &[(1, "65536")], "answers[p00000000-0000-0000-0000-000000000001]", "number-between")]
#[case(Method::Points, &[(1, "0")], "", "ballot-empty")]
#[case(Method::Ranking, &[(1, "1"), (3, "1")], "answers[p00000000-0000-0000-0000-000000000003]", "rank-twice")]
#[case(Method::Ranking, &[(1, "11")], "answers[p00000000-0000-0000-0000-000000000001]", "number-between")]
#[case(Method::Score, &[(1, "6")], "answers[p00000000-0000-0000-0000-000000000001]", "choice-unknown")]
#[case(Method::For, &[(1, "agree")], "answers[p00000000-0000-0000-0000-000000000001]", "choice-unknown")]
#[case(Method::For, &[(9, "for")], "", "ballot-unknown")]
#[case(Method::Ranking, &[], "", "ballot-empty")]
#[case(Method::Ranking, &[(1, "  ")], "", "ballot-empty")]
fn says_what_is_wrong_and_where(#[case] method: Method, #[case] typed: &[(u128, &str)], #[case] field: &str, #[case] key: &str) {
    assert_eq!(read(method, typed).unwrap_err(), (field.to_owned(), key.to_owned()));
}

#[test]
fn reads_each_kind_and_writes_it_back() {
    let ranked = read(Method::Ranking, &[(1, "3"), (2, " 1 "), (3, "")]).unwrap();
    assert_eq!(ranked, Ballot::Ranked(vec![id(2), id(1)]));
    assert_eq!(read(Method::Points, &[(1, "10"), (2, "0")]).unwrap(), Ballot::Points(BTreeMap::from([(id(1), 10)])));
    assert_eq!(read(Method::Judgment, &[(1, "fair")]).unwrap(), Ballot::Choices(BTreeMap::from([(id(1), Choice::Fair)])));
    let json = serde_json::to_string(&ranked).unwrap();
    assert_eq!(serde_json::from_str::<Ballot>(&json).unwrap(), ranked);
    assert_eq!(ranked.typed()[&name(id(1))], "2");
}

#[test]
fn a_runoff_keeps_ballots_and_the_others_keep_duels() {
    let ballot = Ballot::Ranked(vec![id(2), id(1)]);
    assert_eq!(ballot.counts(Counting::Runoff).keys().filter(|key| key.starts_with('=')).count(), 1);
    let counts = ballot.counts(Counting::Schulze);
    let expected = [String::new(), id(1).to_string(), id(2).to_string(), format!("{}#", id(2)), format!("{}>{}", id(2), id(1))];
    assert_eq!(counts.len(), expected.len());
    assert!(expected.iter().all(|key| counts[key] == 1));
}

fn ballots() -> impl Strategy<Value = Option<Ballot>> {
    let ranked = prop::sample::subsequence((1..=5u128).collect::<Vec<_>>(), 1..=4)
        .prop_shuffle()
        .prop_map(|order| Some(Ballot::Ranked(order.into_iter().map(id).collect())));
    let points = prop::collection::btree_map((1..=5u128).prop_map(id), 1u16..9, 1..4).prop_map(|points| Some(Ballot::Points(points)));
    prop_oneof![Just(None), ranked, points]
}

proptest! {
    #[test]
    fn changes_add_up_to_the_last_ballot(steps in prop::collection::vec(ballots(), 1..12), runoff: bool) {
        let counting = if runoff { Counting::Runoff } else { Counting::Borda };
        let mut tally: BTreeMap<String, i64> = BTreeMap::new();
        let mut before: Option<Ballot> = None;
        for after in steps {
            for (key, n) in change(counting, before.as_ref(), after.as_ref()) {
                *tally.entry(key).or_default() += n;
            }
            before = after;
        }
        tally.retain(|_, n| *n != 0);
        prop_assert_eq!(tally, before.map(|ballot| ballot.counts(counting)).unwrap_or_default());
    }

    #[test]
    fn whatever_is_typed_never_panics(typed in prop::collection::btree_map("p?[0-9a-f-]{0,36}|.{0,12}", ".{0,12}", 0..6), at in 0usize..8) {
        let rules = Rules { method: Method::ALL[at], ..Rules::default() };
        let _read = Ballot::read(&rules, &[id(1)], &typed);
    }
}
