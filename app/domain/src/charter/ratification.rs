//! Ratification: whether each college carries each article, with the counts that made it so.
//!
//! For one college and one article:
//! - **quorum**: the stances of the college are at least `quorum_percent` of its members, rounded up to whole people;
//! - **threshold**: those who agree (with or without reservation) are at least `threshold_percent` of those who agree or object.
//!   Abstentions count for the quorum alone. Where nobody agrees or objects there is no agreement: a silent college carries nothing.
//!
//! An article is ratified when every college meets both; the charter when every article is, and there is one. A college without
//! members is missing and blocks: a charter of three publics is not decided by two. No college's count is ever added to another's.

use serde::{Deserialize, Serialize};

use super::{Frame, stance::Counts};
use crate::id::{ArticleId, CollegeId};

/// What one college said of one article, and what it needed to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Say {
    pub college: CollegeId,
    pub members: i64,
    pub counts: Counts,
    /// Stances needed for the quorum.
    pub quorum: i64,
    /// People who must agree, given how many spoke.
    pub threshold: i64,
}

/// What keeps a college from carrying an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// The college has no members.
    Missing,
    /// So many more stances are needed.
    Quorum(i64),
    /// Nobody has agreed or objected.
    Silence,
    /// Too few of those who spoke agree.
    Threshold,
}

impl Say {
    pub fn new(college: CollegeId, members: i64, counts: Counts, frame: &Frame) -> Self {
        Say {
            college,
            members,
            counts,
            quorum: share(members, frame.quorum_percent),
            threshold: share(counts.spoke(), frame.threshold_percent),
        }
    }

    pub const fn is_missing(&self) -> bool {
        self.members <= 0
    }

    pub const fn has_quorum(&self) -> bool {
        !self.is_missing() && self.counts.all() >= self.quorum
    }

    pub const fn agrees(&self) -> bool {
        self.counts.spoke() > 0 && self.counts.agree() >= self.threshold
    }

    pub const fn carries(&self) -> bool {
        self.has_quorum() && self.agrees()
    }

    /// What is still missing; empty when the college carries the article. Agreement is asked for once there is a quorum to agree.
    pub fn gaps(&self) -> Vec<Gap> {
        if self.is_missing() {
            return vec![Gap::Missing];
        }
        let quorum = (!self.has_quorum()).then(|| Gap::Quorum(self.quorum - self.counts.all()));
        let agreement = match self.counts.spoke() {
            _ if self.agrees() => None,
            0 if quorum.is_some() => None,
            0 => Some(Gap::Silence),
            _ => Some(Gap::Threshold),
        };
        quorum.into_iter().chain(agreement).collect()
    }
}

/// The least whole number of people that is at least `percent` of `n`.
fn share(n: i64, percent: u8) -> i64 {
    (n * i64::from(percent) + 99) / 100
}

/// One article before each college, in the colleges' order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleProof {
    pub article: ArticleId,
    pub says: Vec<Say>,
    pub ratified: bool,
}

/// The verdict and all that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    pub articles: Vec<ArticleProof>,
    pub ratified: bool,
}

impl Proof {
    /// How many articles every college carries.
    pub fn ratified_articles(&self) -> usize {
        self.articles.iter().filter(|article| article.ratified).count()
    }
}

/// Applies the rule. `colleges` with their members in order; `counts` gives the stances of a college on an article's current version.
pub fn ratify(
    frame: &Frame,
    colleges: &[(CollegeId, i64)],
    articles: &[ArticleId],
    counts: impl Fn(ArticleId, CollegeId) -> Counts,
) -> Proof {
    let articles: Vec<ArticleProof> = articles
        .iter()
        .map(|&article| {
            let says: Vec<Say> =
                colleges.iter().map(|&(college, members)| Say::new(college, members, counts(article, college), frame)).collect();
            let ratified = !says.is_empty() && says.iter().all(Say::carries);
            ArticleProof { article, says, ratified }
        })
        .collect();
    let ratified = !articles.is_empty() && articles.iter().all(|article| article.ratified);
    Proof { articles, ratified }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::charter::stance::Stance;

    fn say(members: i64, counts: [i64; 4], quorum_percent: u8, threshold_percent: u8) -> Say {
        let [consent, reservation, objection, abstain] = counts;
        let frame = Frame { quorum_percent, threshold_percent, ..Frame::default() };
        Say::new(CollegeId(Uuid::nil()), members, Counts { consent, reservation, objection, abstain }, &frame)
    }

    #[rstest]
    // Members, [consent, reservation, objection, abstain], quorum, threshold.
    #[case(0, [0, 0, 0, 0], 50, 66, &[Gap::Missing])]
    #[case(10, [0, 0, 0, 0], 50, 66, &[Gap::Quorum(5)])]
    #[case(9, [4, 0, 0, 0], 50, 66, &[Gap::Quorum(1)])]
    #[case(9, [5, 0, 0, 0], 50, 66, &[])]
    // Exactly at the threshold, and one voice under it.
    #[case(100, [33, 33, 34, 0], 100, 66, &[])]
    #[case(100, [33, 32, 35, 0], 100, 66, &[Gap::Threshold])]
    #[case(3, [2, 0, 1, 0], 100, 66, &[])]
    #[case(3, [2, 0, 1, 0], 100, 67, &[Gap::Threshold])]
    // Abstentions help the quorum and nothing else.
    #[case(4, [1, 0, 0, 3], 100, 100, &[])]
    #[case(4, [0, 0, 0, 4], 50, 1, &[Gap::Silence])]
    #[case(4, [0, 0, 1, 0], 50, 66, &[Gap::Quorum(1), Gap::Threshold])]
    fn a_college_carries_or_says_what_is_missing(
        #[case] members: i64,
        #[case] counts: [i64; 4],
        #[case] quorum: u8,
        #[case] threshold: u8,
        #[case] gaps: &[Gap],
    ) {
        let say = say(members, counts, quorum, threshold);
        assert_eq!(say.gaps(), gaps);
        assert_eq!(say.carries(), gaps.is_empty());
    }

    fn ids(n: usize) -> Vec<Uuid> {
        (0..n as u128).map(Uuid::from_u128).collect()
    }

    #[test]
    fn one_college_alone_can_block_and_an_empty_one_does() {
        let colleges = ids(3);
        let article = ArticleId(Uuid::from_u128(9));
        let full = Counts { consent: 10, ..Counts::default() };
        let none = Counts::default();
        let verdict = |members: [i64; 3], last: Counts| {
            let colleges: Vec<_> = colleges.iter().map(|id| CollegeId(*id)).zip(members).collect();
            ratify(&Frame::default(), &colleges, &[article], |_, college| if college == colleges[2].0 { last } else { full }).ratified
        };
        assert!(verdict([10, 10, 10], full));
        assert!(!verdict([10, 10, 10], Counts { consent: 6, objection: 4, ..none }));
        assert!(!verdict([10, 10, 0], none));
        assert!(!ratify(&Frame::default(), &[], &[article], |_, _| full).ratified);
        assert!(!ratify(&Frame::default(), &[(CollegeId(colleges[0]), 10)], &[], |_, _| full).ratified);
    }

    /// Person by person, as one would count hands in a room.
    fn naive(frame: &Frame, colleges: &[Vec<Vec<Option<Stance>>>], articles: usize) -> bool {
        articles > 0
            && !colleges.is_empty()
            && (0..articles).all(|article| {
                colleges.iter().all(|members| {
                    let (mut took, mut yes, mut no) = (0u64, 0u64, 0u64);
                    for person in members {
                        match person[article] {
                            Some(Stance::Consent | Stance::Reservation) => (took, yes) = (took + 1, yes + 1),
                            Some(Stance::Objection) => (took, no) = (took + 1, no + 1),
                            Some(Stance::Abstain) => took += 1,
                            None => {}
                        }
                    }
                    !members.is_empty()
                        && took * 100 >= members.len() as u64 * u64::from(frame.quorum_percent)
                        && yes + no > 0
                        && yes * 100 >= (yes + no) * u64::from(frame.threshold_percent)
                })
            })
    }

    fn stance() -> impl Strategy<Value = Option<Stance>> {
        prop_oneof![2 => Just(None), 6 => Just(Some(Stance::Consent)), 1 => prop::sample::select(Stance::ALL).prop_map(Some)]
    }

    proptest! {
        #[test]
        fn the_rule_is_the_naive_count(
            quorum_percent in 1u8..=100,
            threshold_percent in 1u8..=100,
            articles in 0usize..3,
            colleges in prop::collection::vec(prop::collection::vec(prop::collection::vec(stance(), 3), 0..9), 0..4),
        ) {
            let frame = Frame { quorum_percent, threshold_percent, ..Frame::default() };
            let article_ids: Vec<_> = ids(articles).into_iter().map(ArticleId).collect();
            let members: Vec<_> = ids(colleges.len()).into_iter().map(CollegeId).zip(colleges.iter().map(|m| m.len() as i64)).collect();
            let proof = ratify(&frame, &members, &article_ids, |article, college| {
                let (article, college) = (article.0.as_u128() as usize, college.0.as_u128() as usize);
                let mut counts = Counts::default();
                colleges[college].iter().filter_map(|person| person[article]).for_each(|stance| counts.add(stance, 1));
                counts
            });
            prop_assert_eq!(proof.ratified, naive(&frame, &colleges, articles));
            for article in &proof.articles {
                for say in &article.says {
                    prop_assert_eq!(say.carries(), say.gaps().is_empty());
                    // The numbers in the proof are the least that hold.
                    prop_assert!(say.quorum * 100 >= say.members * i64::from(quorum_percent));
                    prop_assert!((say.quorum - 1) * 100 < say.members * i64::from(quorum_percent) || say.members == 0);
                }
            }
        }
    }
}
