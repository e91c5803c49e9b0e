//! What the pages of a round need to know of its voting: under which rules, who has voted, and what may be shown now.

use domain::{
    access::Act,
    id::{CollegeId, ProposalId},
    privacy::{SCREEN_THRESHOLD, shown},
    proposals::{Choice, Method, Reasons, Results, Rules, Sort, Tally},
    round::{Calendar, State},
};
use store::{
    Conn,
    process::College,
    proposals::Count,
    round::{Entry, Round},
};

use crate::{AppError, visit::Visit};

pub struct Poll<'v> {
    pub visit: &'v Visit,
    pub rules: Rules,
    pub calendar: Calendar,
    pub colleges: Vec<College>,
    /// This person may vote now.
    pub votes: bool,
    /// This person's one ballot is in.
    pub sent: bool,
    /// How many have cast a ballot, in the order of the colleges; zeros where votes are cast one by one.
    pub ballots: Vec<i64>,
}

impl<'v> Poll<'v> {
    pub async fn load(visit: &'v Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<Poll<'v>, AppError> {
        let rules: Rules = store::round::content(c, round.id).await?;
        let colleges = store::process::colleges(c, round.process_id).await?;
        let cast =
            if rules.one_ballot() || rules.method == Method::Judgment { store::ballots::cast_by(c, round.id).await? } else { Vec::new() };
        let n = |college: CollegeId| cast.iter().find(|(id, _)| *id == college).map_or(0, |(_, n)| *n);
        let ballots = colleges.iter().map(|college| n(college.id)).collect();
        let sent = match visit.account().filter(|_| rules.one_ballot()) {
            Some(account) if rules.secret => store::responses::participated(c, round.id, account).await?,
            Some(account) => store::ballots::own(c, round.id, account).await?.is_some(),
            None => false,
        };
        let votes = entry.calendar.state(visit.now) == State::Open && entry.who.may(Act::Vote);
        Ok(Poll { visit, rules, calendar: entry.calendar, colleges, votes, sent, ballots })
    }

    /// Whether votes are cast beside each proposal.
    pub fn beside(&self) -> bool {
        self.votes && !self.rules.one_ballot()
    }

    /// Whether numbers may show to this person now, who has said `choice` of the proposal.
    pub fn shows(&self, choice: Option<Choice>) -> bool {
        self.rules.shows(&self.calendar, self.visit.now, choice.is_some() || self.sent)
    }

    /// Whether numbers of all proposals may show now, whoever asks.
    pub fn shows_to_all(&self) -> bool {
        self.rules.shows_to_all(&self.calendar, self.visit.now)
    }

    /// The orders in which the list may stand: one by votes would tell what the numbers are not yet to tell.
    pub fn sorts(&self) -> Vec<Sort> {
        let allowed = |sort: &Sort| match sort {
            Sort::Support => self.shows_to_all() && self.rules.choices().len() == 3 && !self.hides_somebody(),
            Sort::Unvoted => !self.rules.one_ballot(),
            Sort::Recent | Sort::Discussed => true,
        };
        Sort::ALL.iter().copied().filter(|sort| allowed(sort)).collect()
    }

    pub fn sort(&self, asked: Sort) -> Sort {
        if self.sorts().contains(&asked) { asked } else { Sort::Recent }
    }

    /// How many of each college said each of the method's choices, in the order of the colleges. Of majority judgment, whoever has judged
    /// another proposal and not this one counts with the worst grade.
    pub fn numbers(&self, counts: &[Count], proposal: ProposalId) -> Vec<Vec<i64>> {
        let choices = self.rules.choices();
        let n = |college: CollegeId, choice: Choice| {
            let mine = |count: &&Count| count.proposal_id == proposal && count.college_id == college && count.choice == choice;
            counts.iter().filter(mine).map(|count| count.n).sum::<i64>()
        };
        let row = |(college, ballots): (&College, &i64)| {
            let mut row: Vec<i64> = choices.iter().map(|choice| n(college.id, *choice)).collect();
            if self.rules.method == Method::Judgment {
                let given: i64 = row.iter().sum();
                if let Some(worst) = row.last_mut() {
                    *worst += (ballots - given).max(0);
                }
            }
            row
        };
        self.colleges.iter().zip(&self.ballots).map(row).collect()
    }

    /// Whose numbers may show, given how many of each college a picture counts. Secret ballots protect small groups; named votes are
    /// counted in the open.
    pub fn shown(&self, groups: &[i64]) -> Vec<bool> {
        if self.rules.secret {
            // Nobody less than the round's own groups either: who is small there is small everywhere.
            let round = shown(&self.ballots, SCREEN_THRESHOLD);
            shown(groups, SCREEN_THRESHOLD).iter().zip(round).map(|(here, round)| *here && round).collect()
        } else {
            vec![true; groups.len()]
        }
    }

    /// Whether a college has voted whose numbers do not show: what adds all colleges up would tell of it.
    fn hides_somebody(&self) -> bool {
        self.ballots.iter().zip(self.shown(&self.ballots)).any(|(n, shown)| !shown && *n > 0)
    }

    /// Whether there are votes, and too few in every college to show any number.
    pub fn hides_everybody(&self) -> bool {
        self.hides_somebody() && !self.ballots.iter().zip(self.shown(&self.ballots)).any(|(n, shown)| shown && *n > 0)
    }

    /// For, against, neither, as the comparison of the publics reads them.
    pub fn tallies(&self, counts: &[Count], proposal: ProposalId) -> Vec<Tally> {
        let numbers = self.numbers(counts, proposal);
        let shown = self.shown(&numbers.iter().map(|row| row.iter().sum()).collect::<Vec<_>>());
        let tally = |(row, shown): (&Vec<i64>, bool)| {
            let mut tally = Tally::default();
            if shown {
                self.rules.choices().iter().zip(row).for_each(|(choice, n)| tally.add(*choice, *n));
            }
            tally
        };
        numbers.iter().zip(shown).map(tally).collect()
    }

    pub fn asks_why(&self) -> bool {
        self.rules.reasons != Reasons::None
    }

    /// The word for why numbers do not show.
    pub const fn hidden_word(&self) -> &'static str {
        match self.rules.results {
            Results::AfterVoting => "after-voting",
            Results::Live | Results::AfterClosing => "after-closing",
        }
    }
}
