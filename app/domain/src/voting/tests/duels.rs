use proptest::prelude::*;

use super::*;

#[test]
fn tennessee_by_borda_and_by_duels() {
    let duels = duels_of(4, &groups(&TENNESSEE));
    let points: Vec<i64> = duels.borda_doubled().iter().map(|doubled| doubled / 2).collect();
    assert_eq!(points, [126, 194, 173, 107]);
    assert_eq!(duels.borda_places(), [3, 1, 2, 4]);
    assert_eq!(duels.condorcet(), Some(1));
    assert_eq!(duels.schulze_places(), [4, 1, 2, 3]);
    assert_eq!((duels.before(1, 0), duels.before(1, 2), duels.before(1, 3)), (58, 68, 68));
}

#[test]
fn schulze_s_own_example() {
    let duels = duels_of(5, &groups(&SCHULZE));
    let (a, b, c, d, e) = (0, 1, 2, 3, 4);
    // The matrix of the paper.
    assert_eq!([b, c, d, e].map(|x| duels.before(a, x)), [20, 26, 30, 22]);
    assert_eq!([a, c, d, e].map(|x| duels.before(b, x)), [25, 16, 33, 18]);
    assert_eq!([a, b, d, e].map(|x| duels.before(c, x)), [19, 29, 17, 24]);
    assert_eq!([a, b, c, e].map(|x| duels.before(d, x)), [15, 12, 28, 14]);
    assert_eq!([a, b, c, d].map(|x| duels.before(e, x)), [23, 27, 21, 31]);
    let strength = duels.strengths();
    assert_eq!([b, c, d, e].map(|x| strength[a][x]), [28, 28, 30, 24]);
    assert_eq!([a, c, d, e].map(|x| strength[b][x]), [25, 28, 33, 24]);
    assert_eq!([a, b, d, e].map(|x| strength[c][x]), [25, 29, 29, 24]);
    assert_eq!([a, b, c, e].map(|x| strength[d][x]), [25, 28, 28, 24]);
    assert_eq!([a, b, c, d].map(|x| strength[e][x]), [25, 28, 28, 31]);
    // E > A > C > B > D
    assert_eq!(duels.schulze_places(), [2, 4, 3, 5, 1]);
    assert_eq!(duels.condorcet(), None);
}

#[test]
fn ties_share_places_and_nobody_is_drawn() {
    let duels = duels_of(3, &groups(&[("AB", 1), ("BA", 1)]));
    assert_eq!(duels.schulze_places(), [1, 1, 3]);
    assert_eq!(duels.borda_places(), [1, 1, 3]);
    let nothing = duels_of(3, &[]);
    assert_eq!((nothing.schulze_places(), nothing.borda_places(), nothing.condorcet()), (vec![1; 3], vec![1; 3], None));
    assert_eq!(duels_of(0, &[]).schulze_places(), Vec::<usize>::new());
}

#[test]
fn what_is_not_ranked_shares_the_points_that_remain() {
    let duels = duels_of(4, &groups(&[("A", 1)]));
    assert_eq!(duels.borda_doubled(), [6, 2, 2, 2]);
    // One left out is last, as if it had been ranked so.
    assert_eq!(duels_of(3, &groups(&[("CA", 1)])), duels_of(3, &groups(&[("CAB", 1)])));
}

/// Borda by hand: ballot by ballot, rank by rank.
fn borda_by_hand(count: usize, groups: &[Group]) -> Vec<f64> {
    let mut points = vec![0.0; count];
    for group in groups {
        let m = group.ranked.len();
        for (at, points) in points.iter_mut().enumerate() {
            let given = match group.ranked.iter().position(|other| *other == at) {
                Some(rank) => (count - 1 - rank) as f64,
                None => (count - m - 1) as f64 / 2.0,
            };
            *points += given * group.n as f64;
        }
    }
    points
}

/// The strongest chain by walking every one of them.
fn strongest(duels: &Duels, count: usize, from: usize, to: usize, gone: &mut Vec<usize>) -> i64 {
    let mut best = 0;
    for next in (0..count).filter(|next| *next != from) {
        let win = if duels.before(from, next) > duels.before(next, from) { duels.before(from, next) } else { 0 };
        if next == to {
            best = best.max(win);
        } else if win > best && !gone.contains(&next) {
            gone.push(next);
            best = best.max(win.min(strongest(duels, count, next, to, gone)));
            gone.pop();
        }
    }
    best
}

proptest! {
    #[test]
    fn borda_agrees_with_counting_by_hand((count, groups) in electorate()) {
        let doubled = duels_of(count, &groups).borda_doubled();
        for (doubled, points) in doubled.iter().zip(borda_by_hand(count, &groups)) {
            prop_assert!((*doubled as f64 / 2.0 - points).abs() < 1e-9);
        }
        // Everybody gives the same.
        let voters: i64 = groups.iter().map(|group| group.n).sum();
        prop_assert_eq!(doubled.iter().sum::<i64>(), voters * (count * (count - 1)) as i64);
    }

    #[test]
    fn schulze_agrees_with_walking_every_chain((count, groups) in electorate()) {
        let duels = duels_of(count, &groups);
        let strength = duels.strengths();
        for (a, row) in strength.iter().enumerate() {
            for (b, strength) in row.iter().enumerate().filter(|(b, _)| *b != a) {
                prop_assert_eq!(*strength, strongest(&duels, count, a, b, &mut vec![a]));
            }
        }
    }

    #[test]
    fn what_is_kept_gives_the_same_duels((count, groups) in electorate()) {
        let n = |wanted: &dyn Fn(&Group) -> bool| groups.iter().filter(|group| wanted(group)).map(|group| group.n).sum::<i64>();
        let ranked: Vec<i64> = (0..count).map(|a| n(&|group| group.ranked.contains(&a))).collect();
        let at = |group: &Group, a: usize| group.ranked.iter().position(|other| *other == a);
        let both = |a: usize, b: usize| n(&|group| matches!((at(group, a), at(group, b)), (Some(a), Some(b)) if a < b));
        prop_assert_eq!(Duels::kept(n(&|_| true), &ranked, both), duels_of(count, &groups));
    }

    #[test]
    fn whose_ballot_it_is_and_what_a_proposal_is_called_changes_nothing(
        (count, groups, names, turn) in electorate().prop_flat_map(|(count, groups)| {
            let names = Just((0..count).collect::<Vec<_>>()).prop_shuffle();
            (Just(count), Just(groups), names, any::<usize>())
        })
    ) {
        let before = duels_of(count, &groups);
        let mut turned = groups.clone();
        turned.rotate_left(turn % groups.len());
        prop_assert_eq!(&duels_of(count, &turned), &before);
        let after = duels_of(count, &renamed(&groups, &names));
        for (at, name) in names.iter().enumerate() {
            prop_assert_eq!(before.schulze_places()[at], after.schulze_places()[*name]);
            prop_assert_eq!(before.borda_doubled()[at], after.borda_doubled()[*name]);
        }
    }

    #[test]
    fn who_wins_every_duel_wins_and_who_loses_every_duel_is_last((count, groups) in electorate()) {
        let duels = duels_of(count, &groups);
        let places = duels.schulze_places();
        if let Some(winner) = duels.condorcet() {
            prop_assert_eq!(winners(&places), [winner]);
        }
        let loser = (0..count).find(|&a| (0..count).all(|b| a == b || duels.before(b, a) > duels.before(a, b)));
        if let Some(loser) = loser {
            prop_assert_eq!(places[loser], count);
        }
        prop_assert!(!winners(&places).is_empty());
    }

    #[test]
    fn somebody_who_likes_it_better_never_harms_it((count, groups) in electorate(), one in 0usize..5, ballot in 0usize..12) {
        let one = one % count;
        let mut better = groups.clone();
        let at = ballot % groups.len();
        better[at].ranked = raised(&groups[at].ranked, one);
        let (before, after) = (duels_of(count, &groups), duels_of(count, &better));
        prop_assert!(after.borda_places()[one] <= before.borda_places()[one]);
        if before.schulze_places()[one] == 1 {
            prop_assert_eq!(after.schulze_places()[one], 1);
        }
    }
}
