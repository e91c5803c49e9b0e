//! The needs of a process with what became of them: six queries, however many needs there are.

use std::collections::BTreeMap;

use domain::{
    access::Who,
    college::CollegeKind,
    evaluation::Frame,
    id::{NeedId, ProcessId, RoundId},
    lang::LangText,
    needs::{Group, Said, Target, shown},
    round::{Mode, RoundKind, State},
};
use store::{
    Conn,
    needs::{Counted, Link, Need},
    process::College,
    round::{Participation, Round},
};

use crate::{AppError, visit::Visit};

pub struct Board {
    pub needs: Vec<Need>,
    /// Those that this person may see, in their order.
    rounds: Vec<Round>,
    colleges: Vec<College>,
    participation: Vec<Participation>,
    counted: Vec<Counted>,
    links: Vec<Link>,
    /// The titles of actions, by their round and code.
    actions: BTreeMap<(RoundId, String), LangText>,
    now: i64,
}

/// Something that came of a need.
pub struct Step<'a> {
    pub target: Target,
    pub link: &'a Link,
    pub round: &'a Round,
    /// The round's place in the calendar, from 1.
    pub number: usize,
    pub title: LangText,
    pub state: State,
}

impl Board {
    /// The needs that stand; a facilitator also sees those that were taken back.
    pub async fn load(visit: &Visit, c: &mut Conn, process: ProcessId, who: &Who) -> Result<Self, AppError> {
        let mut needs = store::needs::of_process(c, process).await?;
        needs.retain(|need| need.withdrawn_reason.is_none() || who.is_facilitator());
        let mut rounds = store::round::of_process(c, process).await?;
        rounds.retain(|round| round.calendar().must_be_visible(who, visit.now).is_ok());
        let links = store::needs::links(c, process).await?;
        let actions = actions(c, &rounds, |round| links.iter().any(|link| link.round_id == round)).await?;
        Ok(Board {
            colleges: store::process::colleges(c, process).await?,
            participation: store::round::participation(c, process).await?,
            counted: store::needs::counts(c, process).await?,
            now: visit.now,
            needs,
            rounds,
            links,
            actions,
        })
    }

    pub fn colleges(&self) -> Vec<(CollegeKind, LangText)> {
        self.colleges.iter().map(|college| (college.kind, college.name.clone())).collect()
    }

    /// What may be said of each college.
    pub fn said(&self, need: &Need) -> Vec<Said> {
        let groups: Vec<Group> = self
            .colleges
            .iter()
            .map(|college| {
                let took_part = self.participation.iter().find(|row| row.round_id == need.round_id && row.college_id == college.id);
                let counted = self.counted.iter().find(|row| row.need_id == need.id && row.college_id == college.id);
                Group {
                    respondents: took_part.map_or(0, |row| row.n),
                    read: counted.map_or(0, |row| row.n_read),
                    named: counted.map_or(0, |row| row.n_named),
                }
            })
            .collect();
        // A round that one may not see says nothing.
        shown(self.round(need.round_id).map_or(Mode::Anonymous, |(_, round)| round.mode), &groups)
    }

    /// A round with its place in the calendar, from 1.
    pub fn round(&self, id: RoundId) -> Option<(usize, &Round)> {
        self.rounds.iter().enumerate().find(|(_, round)| round.id == id).map(|(at, round)| (at + 1, round))
    }

    pub fn state(&self, round: &Round) -> State {
        round.calendar().state(self.now)
    }

    /// What came of a need, in the order of the rounds: what this person may see of it.
    pub fn steps(&self, need: NeedId) -> Vec<Step<'_>> {
        let links = self.links.iter().filter(|link| link.need_id == need && !link.hidden);
        links
            .filter_map(|link| {
                let (number, round) = self.round(link.round_id)?;
                let target = link.target()?;
                let title = match &target {
                    Target::Action(round, code) => self.actions.get(&(*round, code.clone()))?.clone(),
                    Target::Proposal(_) | Target::Article(_) => LangText::of("fr", link.title.clone()?),
                };
                Some(Step { target, link, round, number, title, state: self.state(round) })
            })
            .collect()
    }
}

/// The actions of the evaluations among `rounds` that are wanted.
pub async fn actions(
    c: &mut Conn,
    rounds: &[Round],
    wanted: impl Fn(RoundId) -> bool,
) -> Result<BTreeMap<(RoundId, String), LangText>, AppError> {
    let mut actions = BTreeMap::new();
    for round in rounds.iter().filter(|round| round.kind == RoundKind::Evaluation && wanted(round.id)) {
        let frame: Frame = store::round::content(c, round.id).await?;
        actions.extend(frame.actions.into_iter().map(|action| ((round.id, action.code), action.title)));
    }
    Ok(actions)
}
