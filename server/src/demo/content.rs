//! The shape of `server/demo/day-care.json`.

use std::collections::BTreeMap;

use domain::{
    access::Function,
    charter::{
        amendment::{Kind, Step, Support},
        stance::Stance,
    },
    college::CollegeKind,
    lang::LangText,
    process::TerritoryKind,
    proposals::{Choice, Rules},
    round::Outcome,
    survey::{Answers, Form},
};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Demo {
    pub territories: Vec<Territory>,
    pub people: Vec<Person>,
    pub process: Process,
    pub survey: Survey,
    pub proposals: Proposals,
    pub choice: Ranking,
    pub charter: Charter,
    pub evaluation: Evaluation,
    /// Who sits in the ethics committee.
    pub committee: Vec<String>,
}

#[derive(Deserialize)]
pub struct Territory {
    pub key: String,
    pub kind: TerritoryKind,
    pub name: String,
    pub parent: Option<String>,
}

#[derive(Deserialize)]
pub struct Person {
    pub key: String,
    pub name: String,
    pub college: Option<CollegeKind>,
    pub organisation: Option<String>,
    pub title: Option<String>,
    pub access: String,
    /// `facilitator`, `researcher` or `administrator`; participants have none.
    pub function: Option<String>,
}

impl Person {
    pub fn function(&self) -> Option<Function> {
        match &self.function {
            None => Some(Function::Participant),
            Some(word) => word.parse().ok(),
        }
    }
}

#[derive(Deserialize)]
pub struct Process {
    pub title: LangText,
    pub summary: LangText,
    pub territory: String,
    pub expected: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
pub struct Survey {
    pub title: LangText,
    pub intro: LangText,
    pub form: Form,
    pub responses: Vec<Response>,
    pub decision: LangText,
}

#[derive(Deserialize)]
pub struct Response {
    pub college: CollegeKind,
    pub answers: Answers,
}

#[derive(Deserialize)]
pub struct Proposals {
    pub title: LangText,
    pub intro: LangText,
    pub items: Vec<Proposal>,
}

#[derive(Deserialize)]
pub struct Proposal {
    pub author: String,
    pub title: String,
    pub body: String,
    /// The key of a territory.
    pub place: Option<String>,
    pub decision: Option<Decision>,
    pub votes: BTreeMap<String, Choice>,
    pub comments: Vec<Comment>,
}

#[derive(Deserialize)]
pub struct Decision {
    pub outcome: Outcome,
    pub reason: String,
}

#[derive(Deserialize)]
pub struct Comment {
    pub key: String,
    pub author: String,
    pub body: String,
    pub reply_to: Option<String>,
}

/// A round that was voted on with one ranking each, and is over.
#[derive(Deserialize)]
pub struct Ranking {
    pub title: LangText,
    pub intro: LangText,
    pub rules: Rules,
    pub items: Vec<Name>,
    /// Places in `items`, the best first.
    pub ballots: BTreeMap<String, Vec<usize>>,
    pub decision: LangText,
}

#[derive(Deserialize)]
pub struct Name {
    pub author: String,
    pub title: String,
    pub body: String,
}

#[derive(Deserialize)]
pub struct Charter {
    pub title: LangText,
    pub preamble: LangText,
    pub quorum_percent: u8,
    pub threshold_percent: u8,
    pub definitions: Vec<Definition>,
    pub articles: Vec<Article>,
    pub amendments: Vec<Amendment>,
}

#[derive(Deserialize)]
pub struct Amendment {
    pub author: String,
    pub kind: Kind,
    /// Place in `articles`, from 0.
    pub article: usize,
    /// Of a move: the place of the article it is to follow.
    pub after: Option<usize>,
    /// What becomes what in the article's text.
    pub change: Option<(String, String)>,
    /// The article's version that it became, whose words it proposed.
    pub accepted_as: Option<i64>,
    pub reason: String,
    pub supports: BTreeMap<String, Support>,
    /// What a facilitator did, and why.
    pub step: Option<Step>,
    #[serde(default)]
    pub decision: String,
    pub comments: Vec<Comment>,
    /// Counted from now.
    pub day: i64,
}

#[derive(Deserialize)]
pub struct Definition {
    pub term: String,
    pub meaning: String,
}

#[derive(Deserialize)]
pub struct Article {
    pub versions: Vec<Version>,
    pub comments: Vec<Comment>,
    pub stances: BTreeMap<String, Position>,
}

#[derive(Deserialize)]
pub struct Version {
    pub title: String,
    pub body: String,
    pub easy: String,
    pub note: String,
}

#[derive(Deserialize)]
pub struct Position {
    pub stance: Stance,
    #[serde(default)]
    pub reason: String,
}

#[derive(Deserialize)]
pub struct Evaluation {
    pub title: LangText,
    pub intro: LangText,
    pub actions: serde_json::Value,
    pub criteria: serde_json::Value,
    pub responses: Vec<Response>,
}
