//! Server functions of ballots over a whole round.

use std::collections::HashMap;

use domain::{
    Refusal,
    access::{Act, check},
    code::Code,
    id::RoundId,
    round::State,
    voting::{Ballot, MOST_CANDIDATES},
};
use leptos::prelude::*;
use leptos_axum::redirect;
use store::ballots::{self, Cast};

use crate::{AppError, forms::show_answer, visit::Visit};

/// Casts a ballot, or puts it in the place of one's earlier one. A secret one is cast once and gives a receipt.
#[server(name = CastBallot, prefix = "/api", endpoint = "proposals/cast-ballot")]
pub async fn cast_ballot(round: RoundId, #[server(default)] answers: HashMap<String, String>) -> Result<Option<String>, AppError> {
    let visit = Visit::current()?;
    let account = visit.account().ok_or_else(Refusal::sign_in)?;
    let receipt = store::code::draw()?;
    let secret = receipt.as_str().to_owned();
    let kept = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let booth = ballots::booth(c, round, account).await?.ok_or_else(Refusal::not_found)?;
                check(Act::CastBallot, &booth.entry.who)?;
                booth.entry.calendar.must_be_open(visit.now)?;
                if !booth.rules.one_ballot() {
                    return Err(Refusal::conflict("vote-not-ballot").into());
                }
                if booth.rules.secret && booth.sent {
                    return Err(Refusal::conflict("ballot-already-sent").into());
                }
                let most = i64::try_from(MOST_CANDIDATES).unwrap_or(i64::MAX);
                let candidates: Vec<_> = ballots::candidates(c, round, most).await?.into_iter().map(|(id, _)| id).collect();
                let ballot = Ballot::read(&booth.rules, &candidates, &answers.into_iter().collect())?;
                let college = booth.entry.who.college()?;
                if !booth.rules.secret {
                    let after = Cast { college, ballot };
                    ballots::cast(c, round, account, &booth.rules, booth.before.as_ref(), Some(&after)).await?;
                    return Ok(false);
                }
                let place = (round, account, college);
                if ballots::cast_secret(c, place, &booth.rules, &ballot, &secret).await? {
                    Ok(true)
                } else {
                    Err(AppError::from(Refusal::conflict("ballot-already-sent")))
                }
            })
        })
        .await?;
    if kept {
        show_answer();
        return Ok(Some(receipt.to_string()));
    }
    redirect(&format!("/r/{round}#ballot"));
    Ok(None)
}

/// Takes one's ballot back, while the round is open. A secret one stays: nobody knows whose it is.
#[server(name = WithdrawBallot, prefix = "/api", endpoint = "proposals/withdraw-ballot")]
pub async fn withdraw_ballot(round: RoundId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let account = visit.account().ok_or_else(Refusal::sign_in)?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let booth = ballots::booth(c, round, account).await?.ok_or_else(Refusal::not_found)?;
                check(Act::WithdrawBallot, &booth.entry.who)?;
                booth.entry.calendar.must_be_open(visit.now)?;
                Ok(ballots::cast(c, round, account, &booth.rules, booth.before.as_ref(), None).await?)
            })
        })
        .await?;
    redirect(&format!("/r/{round}#ballot"));
    Ok(())
}

/// Finds one's own secret ballot in the public list, after closing: its hash, its number, and what it says.
#[server(name = FindBallot, prefix = "/api", endpoint = "proposals/find-ballot")]
pub async fn find_ballot(round: RoundId, #[server(default)] receipt: String) -> Result<(String, String, String), AppError> {
    let visit = Visit::current()?;
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, Act::FindBallot, round).await?;
    if !matches!(entry.calendar.state(visit.now), State::Closed | State::Published) {
        return Err(Refusal::conflict("ballots-after-closing").into());
    }
    let code = Code::parse("receipt", &receipt).map_err(|problem| Refusal { kind: domain::Kind::Invalid, problems: vec![problem] })?;
    visit.services.throttle.card(&visit.address)?;
    let held = ballots::held(&mut c, round, code.as_str()).await?.ok_or_else(|| Refusal::field("receipt", "ballot-not-found"))?;
    show_answer();
    Ok((ballots::hex(&held.proof), held.id.to_string(), held.content))
}
