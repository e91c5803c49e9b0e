use std::collections::HashMap;

use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;

const OPEN: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };

fn vote(college: u128, choice: Choice) -> Vote {
    Vote { college: CollegeId(Uuid::from_u128(college)), choice }
}

fn tally(votes_for: i64, against: i64, abstain: i64) -> Tally {
    Tally { votes_for, against, abstain }
}

#[test]
fn a_proposal_has_a_title_and_a_text_within_limits() {
    let refusal = read(&"é".repeat(161), " ").unwrap_err();
    let problems: Vec<_> = refusal.problems.iter().map(|p| (p.field.as_str(), p.key.as_str())).collect();
    assert_eq!(problems, [("title", "too-long"), ("body", "required")]);
    assert_eq!(read(&"é".repeat(160), &"x".repeat(6000)).unwrap().title.chars().count(), 160);
    assert!(read("t", &"x".repeat(6001)).is_err());
    assert_eq!(read("deux\nlignes", "x").unwrap().title, "deux lignes");
}

#[test]
fn the_same_title_twice_is_a_form_sent_twice() {
    let proposal = read("Ouvrir le samedi", "Le matin.").unwrap();
    assert!(propose(&OPEN, 15, Before::default(), proposal.clone()).is_ok());
    assert_eq!(propose(&OPEN, 15, Before { count: 1, same: 1 }, proposal.clone()).unwrap_err().problems[0].key, "already-proposed");
    assert_eq!(propose(&OPEN, 15, Before { count: MOST, same: 0 }, proposal.clone()).unwrap_err().problems[0].key, "many-proposals");
    assert_eq!(propose(&OPEN, 20, Before::default(), proposal).unwrap_err().problems[0].key, "round-closed");
}

#[rstest]
#[case(9, Err("round-not-yet-open"))]
#[case(10, Ok(1))]
#[case(19, Ok(1))]
#[case(20, Err("round-closed"))]
fn votes_count_from_the_opening_to_the_last_millisecond(#[case] now: i64, #[case] expected: Result<usize, &str>) {
    let steps = cast(&OPEN, now, None, vote(1, Choice::For));
    assert_eq!(steps.as_ref().map(Vec::len).map_err(|refusal| refusal.problems[0].key.as_str()), expected);
}

#[test]
fn the_same_vote_again_changes_nothing_and_two_changes_lock_in_one_order() {
    assert!(steps(Some(vote(1, Choice::For)), vote(1, Choice::For)).is_empty());
    let there = steps(Some(vote(1, Choice::For)), vote(1, Choice::Against));
    let back = steps(Some(vote(1, Choice::Against)), vote(1, Choice::For));
    assert_eq!(there.iter().map(|(vote, _)| vote).collect::<Vec<_>>(), back.iter().map(|(vote, _)| vote).collect::<Vec<_>>());
    // Somebody who has changed college counts where they vote last.
    assert_eq!(steps(Some(vote(1, Choice::For)), vote(2, Choice::For)), [(vote(1, Choice::For), -1), (vote(2, Choice::For), 1)]);
}

#[rstest]
#[case(5, None, Some("round-not-yet-open"))]
#[case(15, None, None)]
#[case(25, None, None)]
#[case(35, Some(30), Some("round-already-published"))]
fn answers_are_given_between_opening_and_publication(#[case] now: i64, #[case] published_at: Option<i64>, #[case] refused: Option<&str>) {
    let calendar = Calendar { published_at, ..OPEN };
    let decision = decide(&calendar, now, "partly", "Le budget suffit pour un jour.");
    assert_eq!(decision.err().map(|refusal| refusal.problems[0].key.clone()).as_deref(), refused);
}

#[test]
fn an_answer_says_what_and_why() {
    let refusal = decide(&OPEN, 15, "perhaps", "").unwrap_err();
    assert_eq!(refusal.problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["outcome", "reason"]);
}

#[rstest]
#[case(&[tally(9, 1, 0), tally(5, 0, 0)], Meeting::For, Some(10.0))]
#[case(&[tally(9, 1, 0), tally(4, 0, 0)], Meeting::Unknown, None)]
#[case(&[tally(9, 1, 0), tally(1, 4, 0), tally(0, 0, 0)], Meeting::Apart, Some(70.0))]
#[case(&[tally(1, 4, 0), tally(0, 5, 5)], Meeting::Against, Some(20.0))]
#[case(&[tally(3, 3, 0), tally(5, 0, 0)], Meeting::Undecided, Some(50.0))]
#[case(&[], Meeting::Unknown, None)]
fn reads_where_the_publics_meet(#[case] colleges: &[Tally], #[case] expected: Meeting, #[case] points: Option<f64>) {
    assert_eq!(meeting(colleges), expected);
    assert_eq!(gap(colleges).map(|gap| gap.points()), points);
}

fn choices() -> impl Strategy<Value = Choice> {
    prop::sample::select(&Choice::ALL[..3])
}

#[test]
fn names_first_where_the_publics_meet_and_part_most_clearly() {
    let proposals = [
        vec![tally(6, 4, 0), tally(7, 3, 0)],  // together, 60 % at least
        vec![tally(10, 0, 0), tally(2, 8, 0)], // 80 points apart
        vec![tally(9, 1, 0), tally(8, 2, 0)],  // together, 80 % at least
        vec![tally(9, 1, 0), tally(6, 4, 0)],  // together, and 30 points apart
        vec![tally(9, 0, 0), tally(1, 3, 0)],  // too few votes
        vec![],
    ];
    assert_eq!(compare(&proposals), Compared { together: vec![2, 0, 3], apart: vec![1, 3] });
}

proptest! {
    /// Whatever people do, in whatever order, the kept tallies are what a recount of the votes gives.
    #[test]
    fn kept_tallies_equal_a_recount(acts in prop::collection::vec((0u8..12, 0u128..3, choices()), 0..200)) {
        let mut votes: HashMap<u8, Vote> = HashMap::new();
        let mut kept: HashMap<Vote, i64> = HashMap::new();
        for (person, college, choice) in acts {
            let after = vote(college, choice);
            for (vote, n) in steps(votes.get(&person).copied(), after) {
                *kept.entry(vote).or_default() += n;
            }
            votes.insert(person, after);
        }
        let mut recount: HashMap<Vote, i64> = HashMap::new();
        for vote in votes.values() {
            *recount.entry(*vote).or_default() += 1;
        }
        kept.retain(|_, n| *n != 0);
        prop_assert_eq!(kept, recount);
    }

    #[test]
    fn a_gap_lies_between_0_and_100_and_needs_two_colleges(numbers in prop::collection::vec((0i64..40, 0i64..40, 0i64..40), 0..6)) {
        let colleges: Vec<Tally> = numbers.iter().map(|&(f, a, b)| tally(f, a, b)).collect();
        let counted = colleges.iter().filter(|tally| tally.total() >= MIN_VOTES).count();
        let gap = gap(&colleges);
        prop_assert_eq!(gap.is_some(), counted >= 2);
        prop_assert_eq!(meeting(&colleges) == Meeting::Unknown, counted < 2);
        if let Some(gap) = gap {
            prop_assert!((0.0..=100.0).contains(&gap.points()));
        }
        let total: Tally = colleges.iter().copied().sum();
        prop_assert_eq!(total.total(), colleges.iter().map(Tally::total).sum::<i64>());
    }
}
