//! Where the declared publics stand to one another: what they agree on, what they refuse, where they part, what one of them wants alone.

use super::{Choice, FAR, MIN_VOTES, Tally, compare, gap, taken_by_all};
use crate::opinions::{Count, Side, in_each, is_sure};

/// How many proposals are named in each list.
const NAMED: usize = 3;
/// How many in the ranking over all publics.
const RANKED: usize = 10;

impl From<Tally> for Count {
    fn from(tally: Tally) -> Count {
        Count { agree: tally.votes_for, disagree: tally.against, seen: tally.total() }
    }
}

/// Something one public wants and the others do not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    pub proposal: usize,
    /// Position of the college in the list of tallies.
    pub college: usize,
    /// Share for in that college, and the highest in another that is compared, in per cent.
    pub share: f64,
    pub next: f64,
}

/// Positions in the list of proposals, the clearest first. Everyone counts once; colleges with too few votes are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publics {
    /// More than half of the votes are for it in every college that is compared.
    pub together: Vec<usize>,
    /// More than half are against it in every one.
    pub refused: Vec<usize>,
    /// Far apart.
    pub apart: Vec<usize>,
    pub alone: Vec<Alone>,
    /// How likely somebody of every college is for it: the product of the shares of the colleges compared, with that number.
    pub ranked: Vec<(usize, f64)>,
}

/// `true` when every college has voted enough and in each of them it is no chance that more than half take this side.
pub fn consensus_of_all(colleges: &[Tally], side: Side) -> bool {
    colleges.len() >= 2 && colleges.iter().all(|tally| tally.total() >= MIN_VOTES && is_sure(&Count::from(*tally), side))
}

pub fn publics(proposals: &[Vec<Tally>]) -> Publics {
    let compared = compare(proposals);
    let mut refused: Vec<(usize, f64)> = proposals
        .iter()
        .enumerate()
        .filter(|(_, colleges)| taken_by_all(colleges, Choice::Against))
        .filter_map(|(i, colleges)| gap(colleges).map(|gap| (i, gap.high)))
        .collect();
    refused.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut alone: Vec<Alone> = proposals.iter().enumerate().filter_map(|(i, colleges)| wanted_alone(i, colleges)).collect();
    alone.sort_by(|a, b| (b.share - b.next).total_cmp(&(a.share - a.next)));
    alone.truncate(NAMED);
    let publics = voting(proposals);
    let mut ranked: Vec<(usize, f64)> = proposals
        .iter()
        .enumerate()
        .filter_map(|(i, colleges)| {
            let counted: Vec<Count> = enough(colleges).map(|(_, tally)| Count::from(*tally)).collect();
            // A product of fewer shares is higher by itself: only proposals that every public that votes at all has voted on are ranked.
            (counted.len() >= 2 && counted.len() == publics).then(|| (i, in_each(counted, Side::Agree)))
        })
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked.truncate(RANKED);
    Publics {
        together: compared.together,
        refused: refused.into_iter().take(NAMED).map(|(i, _)| i).collect(),
        apart: compared.apart,
        alone,
        ranked,
    }
}

fn enough(colleges: &[Tally]) -> impl Iterator<Item = (usize, &Tally)> {
    colleges.iter().enumerate().filter(|(_, tally)| tally.total() >= MIN_VOTES)
}

/// How many colleges have voted enough on any proposal: with fewer than two there is nothing to compare.
pub fn voting(proposals: &[Vec<Tally>]) -> usize {
    let colleges = proposals.iter().map(Vec::len).max().unwrap_or(0);
    (0..colleges).filter(|k| proposals.iter().any(|tallies| tallies.get(*k).is_some_and(|tally| tally.total() >= MIN_VOTES))).count()
}

/// One college is for it, and surely; in every other that is compared at most half are, and by far fewer.
fn wanted_alone(proposal: usize, colleges: &[Tally]) -> Option<Alone> {
    let shares: Vec<(usize, f64, &Tally)> =
        enough(colleges).filter_map(|(i, tally)| tally.share_for().map(|share| (i, share, tally))).collect();
    let (college, share, tally) = shares.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    let next = shares.iter().filter(|(i, ..)| *i != college).map(|(_, share, _)| *share).reduce(f64::max)?;
    (is_sure(&Count::from(*tally), Side::Agree) && next <= 50.0 && share - next >= FAR).then_some(Alone { proposal, college, share, next })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(votes_for: i64, against: i64, abstain: i64) -> Tally {
        Tally { votes_for, against, abstain }
    }

    #[test]
    fn what_each_list_holds() {
        let proposals = vec![
            vec![tally(18, 2, 0), tally(9, 1, 0), tally(6, 0, 0)],
            vec![tally(1, 19, 0), tally(0, 10, 0), tally(1, 5, 0)],
            vec![tally(19, 1, 0), tally(2, 8, 0), tally(1, 5, 0)],
            vec![tally(12, 8, 0), tally(6, 4, 0), tally(1, 1, 0)],
        ];
        let found = publics(&proposals);
        assert_eq!(found.together, [0, 3]);
        assert_eq!(found.refused, [1]);
        assert_eq!(found.apart, [2]);
        assert_eq!(found.alone.iter().map(|a| (a.proposal, a.college)).collect::<Vec<_>>(), [(2, 0)]);
        assert_eq!(found.ranked.iter().map(|(i, _)| *i).collect::<Vec<_>>(), [0, 2, 1]);
        assert!((found.ranked[0].1 - (19.0 / 22.0) * (10.0 / 12.0) * (7.0 / 8.0)).abs() < 1e-12);
        assert!(consensus_of_all(&proposals[0], Side::Agree) && consensus_of_all(&proposals[1], Side::Disagree));
        // The elected have hardly voted on it: no consensus of all.
        assert!(!consensus_of_all(&proposals[3], Side::Agree));
    }

    #[test]
    fn more_for_than_against_is_not_what_all_want() {
        // Most abstain in one college: its few votes for, or against, are not what it wants.
        let found =
            publics(&[vec![tally(9, 1, 0), tally(3, 1, 6)], vec![tally(1, 9, 0), tally(1, 3, 6)], vec![tally(9, 1, 0), tally(5, 5, 0)]]);
        assert_eq!((found.together, found.refused), (vec![], vec![]));
        assert_eq!(publics(&[vec![tally(9, 1, 0), tally(6, 0, 5)]]).together, [0]);
    }

    #[test]
    fn nothing_without_votes() {
        assert_eq!(publics(&[]), Publics::default());
        assert_eq!(publics(&[vec![tally(4, 0, 0), tally(0, 4, 0)]]), Publics::default());
    }

    /// The order of colleges and of proposals changes no list's members; one more vote for never takes a proposal out of the ranking's favour.
    #[test]
    fn neutral_and_monotone() {
        let one = vec![tally(10, 5, 1), tally(8, 3, 0)];
        let swapped = vec![tally(8, 3, 0), tally(10, 5, 1)];
        assert_eq!(publics(std::slice::from_ref(&one)).ranked, publics(&[swapped]).ranked);
        let more = vec![tally(11, 5, 1), tally(8, 3, 0)];
        assert!(publics(&[more]).ranked[0].1 > publics(&[one]).ranked[0].1);
    }
}
