//! The whole way from votes to groups and what they say.

use super::{
    groups::{self, Division, counted},
    pca::{Pca, Point},
    priority::{Standing, priority},
    representative::{Representative, representatives},
    stability::stability,
    stats::{Count, counts},
    votes::{Statement, Votes},
};
use crate::text_enum::text_enum;

/// Fewest people who are counted before groups are shown: among fewer, answers given by chance look like groups once in ten times.
pub const MIN_PEOPLE: usize = 50;
/// Fewest people in a group that is shown.
pub const MIN_GROUP: usize = 5;
/// Groups that are found again less surely than this are not shown.
pub const STABLE: f64 = 0.75;

text_enum! {
    /// Whether groups are shown, and if not, why.
    Shown {
        Yes = "yes",
        /// Too few people have answered enough.
        Few = "few",
        /// All answer alike: there is nothing to divide.
        Alike = "alike",
        /// A group would be so small that one could tell who is in it.
        Small = "small",
        /// Other people of the same round, or another start, would give other groups.
        Unstable = "unstable",
    }
}

/// What was found in the votes.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    pub pca: Pca,
    /// Rows of the people who are counted for groups.
    pub counted: Vec<usize>,
    /// Where each of them stands.
    pub points: Vec<Point>,
    pub division: Option<Division>,
    /// How surely the groups are found again, up to 1.
    pub stability: f64,
    pub shown: Shown,
    /// What everybody answered, statement by statement.
    pub everybody: Vec<Count>,
    /// What each group answered.
    pub groups: Vec<Vec<Count>>,
}

/// Finds the groups. The same votes give the same result to the last bit, in whatever order they came.
pub fn analyse(votes: &Votes, statements: &[Statement]) -> Analysis {
    let pca = Pca::of(votes, statements);
    let counted = counted(votes);
    let points: Vec<Point> = counted.iter().map(|&row| pca.project(votes.answers(row))).collect();
    let division = groups::best(groups::divisions(&groups::heaps(&points)));
    let (stability, groups) = match &division {
        Some(division) => (stability(votes, statements, &pca, &counted, division), by_group(votes, &counted, division)),
        None => (0.0, Vec::new()),
    };
    let shown = match &division {
        _ if counted.len() < MIN_PEOPLE => Shown::Few,
        None => Shown::Alike,
        Some(division) if (0..groups.len()).any(|g| division.of.iter().filter(|of| **of == g).count() < MIN_GROUP) => Shown::Small,
        Some(_) if stability < STABLE => Shown::Unstable,
        Some(_) => Shown::Yes,
    };
    Analysis { everybody: counts(votes, 0..votes.rows()), pca, counted, points, division, stability, shown, groups }
}

/// What each group answered.
fn by_group(votes: &Votes, counted: &[usize], division: &Division) -> Vec<Vec<Count>> {
    (0..division.centres.len())
        .map(|group| counts(votes, counted.iter().zip(&division.of).filter(|(_, of)| **of == group).map(|(row, _)| *row)))
        .collect()
}

impl Analysis {
    /// How many people are in each group.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.groups.len()];
        self.division.iter().flat_map(|division| &division.of).for_each(|group| sizes[*group] += 1);
        sizes
    }

    /// The statements that speak for each group.
    pub fn representatives(&self, statements: &[Statement]) -> Vec<Vec<Representative>> {
        self.groups.iter().map(|group| representatives(group, &others(&self.groups, group), |i| !statements[i].silent())).collect()
    }

    /// What each statement weighs when the next one is drawn. Once there are groups, those who are counted in them say how often it is agreed to.
    pub fn priorities(&self, statements: &[Statement]) -> Vec<f64> {
        let extremity = self.pca.extremity();
        (0..statements.len())
            .map(|i| {
                let count: Count = if self.groups.is_empty() { self.everybody[i] } else { self.groups.iter().map(|group| group[i]).sum() };
                priority(Standing {
                    agree: count.agree,
                    pass: count.pass(),
                    seen: count.seen,
                    extremity: extremity[i],
                    meta: statements[i].meta,
                })
            })
            .collect()
    }
}

/// What all the other groups answered together.
pub fn others(groups: &[Vec<Count>], group: &[Count]) -> Vec<Count> {
    group.iter().enumerate().map(|(i, own)| groups.iter().map(|counts| counts[i]).sum::<Count>() - *own).collect()
}
