//! One person's ballot over a whole round.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Problem, Refusal,
    id::ProposalId,
    proposals::{Choice, Counting, Method, Rules},
    refusal::Problems,
};

/// Most proposals on one ballot's page.
pub const MOST_CANDIDATES: usize = 100;
/// Most proposals that one ranks: beyond that people rank at random.
pub const MOST_RANKED: usize = 10;

/// What a proposal is called in the fields of a form: a name that begins with a digit would be read as a place in a list.
pub fn name(id: ProposalId) -> String {
    format!("p{id}")
}

/// What was typed beside each proposal, by its [`name`]: a word, a number, `true`.
pub type Typed = BTreeMap<String, String>;
/// What is counted, as it stands in the table of tallies.
pub type Key = String;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ballot {
    /// A vote on each of some proposals: secret rounds of methods that otherwise vote one by one.
    Choices(BTreeMap<ProposalId, Choice>),
    Approved(BTreeSet<ProposalId>),
    Points(BTreeMap<ProposalId, u16>),
    /// The best first.
    Ranked(Vec<ProposalId>),
}

impl Ballot {
    /// Reads a ballot, or says beside which proposal something is wrong. `candidates` are those that may be voted on.
    pub fn read(rules: &Rules, candidates: &[ProposalId], typed: &Typed) -> Result<Ballot, Refusal> {
        let known: HashSet<ProposalId> = candidates.iter().copied().collect();
        let mut given = BTreeMap::new();
        for (id, value) in typed {
            let id = id.strip_prefix('p').and_then(|id| id.parse::<ProposalId>().ok()).filter(|id| known.contains(id));
            let id = id.ok_or_else(|| Refusal::field("", "ballot-unknown"))?;
            if !value.trim().is_empty() {
                given.insert(id, value.trim());
            }
        }
        let ballot = match rules.method {
            Method::Approval => approved(rules, &given)?,
            Method::Points => points(rules, &given)?,
            Method::Ranking => ranked(&given)?,
            _ => choices(rules, &given)?,
        };
        if ballot.is_empty() { Err(Refusal::field("", "ballot-empty")) } else { Ok(ballot) }
    }

    fn is_empty(&self) -> bool {
        match self {
            Ballot::Choices(choices) => choices.is_empty(),
            Ballot::Approved(approved) => approved.is_empty(),
            Ballot::Points(points) => points.is_empty(),
            Ballot::Ranked(ranked) => ranked.is_empty(),
        }
    }

    /// What it says of each proposal that it names: a choice, `1` for a tick, points, a rank from 1.
    pub fn lines(&self) -> Vec<(ProposalId, String)> {
        match self {
            Ballot::Choices(choices) => choices.iter().map(|(id, choice)| (*id, choice.to_string())).collect(),
            Ballot::Approved(approved) => approved.iter().map(|id| (*id, "1".to_owned())).collect(),
            Ballot::Points(points) => points.iter().map(|(id, n)| (*id, n.to_string())).collect(),
            Ballot::Ranked(ranked) => ranked.iter().zip(1..).map(|(id, rank): (_, u32)| (*id, rank.to_string())).collect(),
        }
    }

    /// What stands beside each proposal when the ballot is read again.
    pub fn typed(&self) -> Typed {
        let ticks = matches!(self, Ballot::Approved(_));
        let typed = |(id, said): (ProposalId, String)| (name(id), if ticks { "true".to_owned() } else { said });
        self.lines().into_iter().map(typed).collect()
    }

    /// What the ballot adds to the tallies of its round. Votes on single proposals are counted where those of named rounds are.
    pub fn counts(&self, counting: Counting) -> BTreeMap<Key, i64> {
        let mut counts = BTreeMap::from([(Key::new(), 1)]);
        match self {
            Ballot::Choices(_) => {}
            Ballot::Approved(approved) => counts.extend(approved.iter().map(|id| (id.to_string(), 1))),
            Ballot::Points(points) => {
                for (id, n) in points {
                    counts.extend([(id.to_string(), i64::from(*n)), (format!("{id}#"), 1)]);
                }
            }
            // An elimination needs the ballots themselves: identical ones are one row.
            Ballot::Ranked(ranked) if counting == Counting::Runoff => {
                counts.insert(format!("={}", ranked.iter().map(ToString::to_string).collect::<Vec<_>>().join(">")), 1);
            }
            Ballot::Ranked(ranked) => {
                counts.extend(ranked.first().map(|id| (format!("{id}#"), 1)));
                for (at, a) in ranked.iter().enumerate() {
                    counts.insert(a.to_string(), 1);
                    counts.extend(ranked[at + 1..].iter().map(|b| (format!("{a}>{b}"), 1)));
                }
            }
        }
        counts
    }
}

/// What putting one ballot in the place of another (or of none) changes, in the order of the keys: two writers must not wait for each
/// other crosswise.
pub fn change(counting: Counting, before: Option<&Ballot>, after: Option<&Ballot>) -> BTreeMap<Key, i64> {
    let mut counts = after.map(|ballot| ballot.counts(counting)).unwrap_or_default();
    for (key, n) in before.map(|ballot| ballot.counts(counting)).unwrap_or_default() {
        *counts.entry(key).or_default() -= n;
    }
    counts.retain(|_, n| *n != 0);
    counts
}

/// What is hashed for the public list: the receipt, the random number of the ballot, the ballot as it stands in the database, with line
/// ends between. Without the number, which shows with the receipt alone, whoever tries all receipts (53 bits) could read the list.
pub fn proof_text(receipt: &str, number: Uuid, ballot: &str) -> String {
    format!("{receipt}\n{number}\n{ballot}")
}

fn field(id: ProposalId) -> String {
    format!("answers[{}]", name(id))
}

fn whole(problems: Problems, problem: Option<Problem>) -> Result<(), Refusal> {
    let mut problems = problems;
    if let (Some(problem), true) = (problem, problems.is_empty()) {
        problems.push(problem);
    }
    problems.check()
}

fn choices(rules: &Rules, given: &BTreeMap<ProposalId, &str>) -> Result<Ballot, Refusal> {
    let mut problems = Problems::new();
    let mut choices = BTreeMap::new();
    for (id, value) in given {
        let choice = value.parse::<Choice>().ok().filter(|choice| rules.choices().contains(choice));
        match choice {
            Some(choice) => drop(choices.insert(*id, choice)),
            None => problems.push(Problem::new(field(*id), "choice-unknown")),
        }
    }
    problems.check()?;
    Ok(Ballot::Choices(choices))
}

fn approved(rules: &Rules, given: &BTreeMap<ProposalId, &str>) -> Result<Ballot, Refusal> {
    let mut problems = Problems::new();
    for (id, _) in given.iter().filter(|(_, value)| **value != "true") {
        problems.push(Problem::new(field(*id), "choice-unknown"));
    }
    let most = usize::from(rules.most);
    let many = (given.len() > most).then(|| Problem::new("", "approved-too-many").with("most", most).with("given", given.len()));
    whole(problems, many)?;
    Ok(Ballot::Approved(given.keys().copied().collect()))
}

fn points(rules: &Rules, given: &BTreeMap<ProposalId, &str>) -> Result<Ballot, Refusal> {
    let mut problems = Problems::new();
    let mut points = BTreeMap::new();
    for (id, value) in given {
        match value.parse::<u16>().ok().filter(|n| *n <= rules.points) {
            Some(0) => {}
            Some(n) => drop(points.insert(*id, n)),
            None => problems.push(Problem::new(field(*id), "number-between").with("least", 0).with("most", rules.points)),
        }
    }
    let sum: u64 = points.values().map(|n| u64::from(*n)).sum();
    let many = (sum > u64::from(rules.points)).then(|| Problem::new("", "points-too-many").with("most", rules.points).with("given", sum));
    whole(problems, many)?;
    Ok(Ballot::Points(points))
}

/// Ranks as numbers: the smallest first, none twice. A gap between two means nothing.
fn ranked(given: &BTreeMap<ProposalId, &str>) -> Result<Ballot, Refusal> {
    let mut problems = Problems::new();
    let mut ranks: BTreeMap<u16, ProposalId> = BTreeMap::new();
    for (id, value) in given {
        match value.parse::<u16>().ok().filter(|rank| (1..=MOST_RANKED).contains(&usize::from(*rank))) {
            None => problems.push(Problem::new(field(*id), "number-between").with("least", 1).with("most", MOST_RANKED)),
            Some(rank) if ranks.contains_key(&rank) => problems.push(Problem::new(field(*id), "rank-twice").with("rank", rank)),
            Some(rank) => drop(ranks.insert(rank, *id)),
        }
    }
    problems.check()?;
    Ok(Ballot::Ranked(ranks.into_values().collect()))
}
