//! What is kept of a round's opinion groups: groups, and nobody's name or place.

use serde::{Deserialize, Serialize};

use super::{
    analysis::{Shown, analyse},
    groups::{ENOUGH_ANSWERS, with_enough},
    kmeans::nearest,
    pca::{Pca, Point},
    representative::Representative,
    stats::Count,
    votes::{Answer, Statement, Votes},
};
use crate::{
    id::ProposalId,
    proposals::{Choice, Method, Rules},
};

/// Groups are found in named votes of three choices; other methods ask something else.
pub const fn has_groups(rules: &Rules) -> bool {
    matches!(rules.method, Method::For | Method::Agree) && !rules.secret
}

impl From<Choice> for Answer {
    fn from(choice: Choice) -> Answer {
        match choice {
            Choice::For | Choice::Agree | Choice::Consent => Answer::Agree,
            Choice::Against | Choice::Disagree | Choice::Objection => Answer::Disagree,
            // Grades and scores come from rounds without groups.
            _ => Answer::Pass,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub size: usize,
    pub centre: Point,
    /// What the group answered, statement by statement.
    pub counts: Vec<Count>,
    /// The statements that speak for it.
    pub speaks: Vec<Representative>,
}

/// What was found in the votes of a round. Of groups that are not shown nothing is kept but why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// In the order of all lists below.
    pub statements: Vec<ProposalId>,
    pub shown: Shown,
    /// People who have answered enough; those who only fill up a small round are not among them.
    pub counted: usize,
    pub stability: f64,
    /// For the draw of the next statement.
    pub extremity: Vec<f64>,
    pub groups: Vec<Group>,
    /// For a person who asks where they sit.
    pub pca: Option<Pca>,
}

impl Findings {
    pub fn of<K: Ord>(statements: Vec<(ProposalId, Statement)>, votes: impl IntoIterator<Item = (K, ProposalId, Choice)>) -> Findings {
        let (statements, flags): (Vec<ProposalId>, Vec<Statement>) = statements.into_iter().unzip();
        let places: std::collections::HashMap<ProposalId, usize> = statements.iter().enumerate().map(|(i, id)| (*id, i)).collect();
        let votes = votes.into_iter().filter_map(|(person, id, choice)| Some((person, *places.get(&id)?, choice.into())));
        let (votes, _) = Votes::gather(statements.len(), votes);
        let found = analyse(&votes, &flags);
        let (counted, stability, extremity, shown) = (with_enough(&votes), found.stability, found.pca.extremity(), found.shown);
        let speaks = found.representatives(&flags);
        let sizes = found.sizes();
        let (groups, pca) = match found.division {
            Some(division) if shown == Shown::Yes => {
                let groups = division.centres.into_iter().zip(sizes).zip(found.groups).zip(speaks);
                let groups = groups.map(|(((centre, size), counts), speaks)| Group { size, centre, counts, speaks }).collect();
                (groups, Some(found.pca))
            }
            _ => (Vec::new(), None),
        };
        Findings { statements, shown, counted, stability, extremity, groups, pca }
    }

    /// The group whose middle is nearest to somebody with these votes; `None` when they have answered too little, or there are no groups.
    pub fn place(&self, votes: &[(ProposalId, Choice)]) -> Option<usize> {
        let pca = self.pca.as_ref()?;
        let answers: Vec<(usize, Answer)> = votes
            .iter()
            .filter_map(|(id, choice)| Some((self.statements.iter().position(|other| other == id)?, (*choice).into())))
            .collect();
        let centres: Vec<Point> = self.groups.iter().map(|group| group.centre).collect();
        (answers.len() >= ENOUGH_ANSWERS.min(self.statements.len()) && !centres.is_empty())
            .then(|| nearest(&centres, pca.project(answers.into_iter())))
    }

    /// What all the other groups answered to a statement.
    pub fn others(&self, group: usize, statement: usize) -> Count {
        self.groups.iter().enumerate().filter(|(other, _)| *other != group).map(|(_, other)| other.counts[statement]).sum()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn who_fills_up_a_small_round_has_not_answered_enough() {
        let ids: Vec<ProposalId> = (0..10).map(|i| ProposalId(Uuid::from_u128(i))).collect();
        let statements = || ids.iter().map(|id| (*id, Statement::default())).collect::<Vec<_>>();
        // Two people answered everything, twelve one statement each.
        let votes = (0..14).flat_map(|person| ids.iter().take(if person < 2 { 10 } else { 1 }).map(move |id| (person, *id, Choice::For)));
        let found = Findings::of(statements(), votes);
        assert_eq!((found.shown, found.counted), (Shown::Few, 2));
        // Answers to what is no statement of the round count for nobody.
        let elsewhere = (10..20).map(|i| (0, ProposalId(Uuid::from_u128(i)), Choice::For));
        assert_eq!(Findings::of(statements(), elsewhere).counted, 0);
    }
}
