//! Instant runoff: the one with the fewest ballots leaves, and its ballots go to their next choice that is still in.
//!
//! **Ties for the last place** are told apart by the round before, then by the one before that. Those that were level in every round leave
//! together: nobody draws lots. When all that remain leave together, they share the place. **Truncated ballots** count for nobody once
//! all they name are gone. The count goes on to the last one, so that there is a whole order; whoever has more than half of the ballots
//! that still count cannot leave before it.

/// Identical ballots, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub ranked: Vec<usize>,
    pub n: i64,
}

/// One round of counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Ballots of each; nothing for those that are gone.
    pub votes: Vec<Option<i64>>,
    /// Ballots that name nobody who is still in.
    pub exhausted: i64,
    /// Who leaves after this round.
    pub leave: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runoff {
    pub rounds: Vec<Round>,
    /// From 1; those that leave together share a place.
    pub places: Vec<usize>,
}

pub fn runoff(count: usize, groups: &[Group]) -> Runoff {
    let mut places = vec![0; count];
    let mut left: Vec<usize> = (0..count).collect();
    let mut rounds: Vec<Round> = Vec::new();
    while !left.is_empty() {
        let mut votes: Vec<Option<i64>> = (0..count).map(|at| left.contains(&at).then_some(0)).collect();
        let mut exhausted = 0;
        for group in groups {
            match group.ranked.iter().find(|at| left.contains(at)).and_then(|at| votes.get_mut(*at)) {
                Some(Some(n)) => *n += group.n,
                _ => exhausted += group.n,
            }
        }
        let leave = last(&left, &votes, &rounds);
        left.retain(|at| !leave.contains(at));
        for &at in &leave {
            places[at] = left.len() + 1;
        }
        rounds.push(Round { votes, exhausted, leave });
    }
    Runoff { rounds, places }
}

/// Those with the fewest ballots now; of equals, those with the fewest a round earlier, and so on.
fn last(left: &[usize], votes: &[Option<i64>], rounds: &[Round]) -> Vec<usize> {
    let mut lowest = left.to_vec();
    for votes in std::iter::once(votes).chain(rounds.iter().rev().map(|round| round.votes.as_slice())) {
        let least = lowest.iter().filter_map(|&at| votes[at]).min();
        lowest.retain(|&at| votes[at] == least);
    }
    lowest
}
