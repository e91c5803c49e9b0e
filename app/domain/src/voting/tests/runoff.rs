use proptest::prelude::*;

use super::*;

fn votes(runoff: &Runoff) -> Vec<Vec<Option<i64>>> {
    runoff.rounds.iter().map(|round| round.votes.clone()).collect()
}

#[test]
fn tennessee_by_elimination() {
    let found = runoff(4, &groups(&TENNESSEE));
    let expected = [
        vec![Some(42), Some(26), Some(15), Some(17)],
        vec![Some(42), Some(26), None, Some(32)],
        vec![Some(42), None, None, Some(58)],
        vec![None, None, None, Some(100)],
    ];
    assert_eq!(votes(&found), expected);
    // Knoxville, though Nashville wins every duel: this count is not Condorcet's.
    assert_eq!(found.places, [2, 3, 4, 1]);
}

#[test]
fn ballots_without_a_next_choice_stop_counting() {
    let found = runoff(3, &groups(&[("A", 4), ("B", 3), ("CB", 2)]));
    assert_eq!(found.rounds[1].votes, [Some(4), Some(5), None]);
    let found = runoff(3, &groups(&[("A", 4), ("B", 3), ("C", 2)]));
    assert_eq!((found.rounds[1].exhausted, found.places.as_slice()), (2, [1, 2, 3].as_slice()));
}

#[test]
fn ties_look_back_and_those_level_all_along_leave_together() {
    // B and C are level in the second round; C had fewer in the first.
    let found = runoff(4, &groups(&[("A", 5), ("B", 3), ("C", 2), ("DC", 1)]));
    assert_eq!(found.rounds[1].leave, [2]);
    assert_eq!(found.places, [1, 2, 3, 4]);
    let found = runoff(3, &groups(&[("A", 3), ("B", 1), ("C", 1)]));
    assert_eq!((found.rounds[0].leave.as_slice(), found.places.as_slice()), ([1, 2].as_slice(), [1, 2, 2].as_slice()));
    assert_eq!(runoff(2, &groups(&[("AB", 1), ("BA", 1)])).places, [1, 1]);
    assert_eq!(runoff(2, &[]).places, [1, 1]);
    assert!(runoff(0, &[]).places.is_empty());
}

#[test]
fn more_support_can_harm_here_and_the_page_does_not_hide_it() {
    // A textbook case: A wins; when ten who ranked B first put A before B, C wins.
    let before = [("ABC", 39), ("BCA", 35), ("CAB", 26)];
    let after = [("ABC", 49), ("BCA", 25), ("CAB", 26)];
    assert_eq!(winners(&runoff(3, &groups(&before)).places), [0]);
    assert_eq!(winners(&runoff(3, &groups(&after)).places), [2]);
}

/// One elimination after the other, ballot by ballot, in another way: `None` where the rule for ties is needed.
fn by_hand(count: usize, groups: &[Group]) -> Option<Vec<usize>> {
    let mut ballots: Vec<Vec<usize>> = groups.iter().flat_map(|group| vec![group.ranked.clone(); group.n as usize]).collect();
    let mut left: Vec<usize> = (0..count).collect();
    let mut places = vec![0; count];
    while let Some(&any) = left.first() {
        let first = |one: usize| ballots.iter().filter(|ballot| ballot.first() == Some(&one)).count();
        let lowest = left.iter().copied().min_by_key(|one| first(*one)).unwrap_or(any);
        if left.iter().any(|one| *one != lowest && first(*one) == first(lowest)) {
            return None;
        }
        places[lowest] = left.len();
        left.retain(|one| *one != lowest);
        ballots.iter_mut().for_each(|ballot| ballot.retain(|one| *one != lowest));
    }
    Some(places)
}

proptest! {
    #[test]
    fn agrees_with_counting_by_hand((count, groups) in electorate()) {
        if let Some(places) = by_hand(count, &groups) {
            prop_assert_eq!(runoff(count, &groups).places, places);
        }
    }

    #[test]
    fn no_ballot_is_lost_and_a_majority_wins((count, groups) in electorate()) {
        let found = runoff(count, &groups);
        let voters: i64 = groups.iter().map(|group| group.n).sum();
        for round in &found.rounds {
            prop_assert_eq!(round.votes.iter().flatten().sum::<i64>() + round.exhausted, voters);
            let counting = voters - round.exhausted;
            if let Some(majority) = (0..count).find(|at| round.votes[*at].is_some_and(|n| n * 2 > counting)) {
                prop_assert_eq!(winners(&found.places), [majority]);
            }
        }
        prop_assert!(!winners(&found.places).is_empty());
        prop_assert!(found.places.iter().all(|place| (1..=count).contains(place)));
    }

    #[test]
    fn whose_ballot_it_is_and_what_a_proposal_is_called_changes_nothing(
        (count, groups, names, turn) in electorate().prop_flat_map(|(count, groups)| {
            let names = Just((0..count).collect::<Vec<_>>()).prop_shuffle();
            (Just(count), Just(groups), names, any::<usize>())
        })
    ) {
        let before = runoff(count, &groups);
        let mut turned = groups.clone();
        turned.rotate_left(turn % groups.len());
        // Grouped or one by one: the same.
        let single: Vec<Group> =
            turned.iter().flat_map(|group| vec![Group { ranked: group.ranked.clone(), n: 1 }; group.n as usize]).collect();
        prop_assert_eq!(&runoff(count, &single), &before);
        let after = runoff(count, &renamed(&groups, &names));
        for (at, name) in names.iter().enumerate() {
            prop_assert_eq!(before.places[at], after.places[*name]);
        }
    }
}
