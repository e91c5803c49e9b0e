//! The database that the bench runs on: one process, many families, open rounds, a closed survey with results.

use std::error::Error;

use domain::{
    access::{Function, Visibility},
    college::CollegeKind,
    id::{ProcessId, ProposalId, RoundId},
    lang::LangText,
    process::TerritoryKind,
    round::{Calendar, Mode, RoundKind, first_content},
};
use store::{Clock, Db, process::NewMember};

/// Votes come from the first 64 people, each response from somebody new.
const PEOPLE: usize = 20_000;

pub struct World {
    pub process: ProcessId,
    pub proposals: Vec<ProposalId>,
    pub survey_closed: RoundId,
    pub tokens: Vec<String>,
    /// The body of a response to the open survey.
    pub response: String,
}

pub async fn prepare(url: &str) -> Result<World, Box<dyn Error>> {
    let _ = (url, PEOPLE);
    Err("later".into())
}
