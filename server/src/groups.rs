//! Finds the opinion groups of rounds whose votes have changed, off the path of any request. Several servers share the work: each round is
//! one server's at a time.

use std::time::Duration;

use domain::{
    id::RoundId,
    opinions::{Findings, has_groups},
    round::State,
};
use store::{
    Clock, Db, Uuid,
    opinions::{self, Waiting},
};
use tokio::sync::watch;

/// How often rounds are looked through.
const EVERY: Duration = Duration::from_secs(15);
/// While a round is open its groups are found anew at most once in so many milliseconds.
const REST: i64 = 60_000;
/// Nobody votes in a closed round: once its groups are found it is looked at again so rarely, for moderation may still hide proposals.
const RARELY: i64 = 60 * 60_000;

/// Finds groups until `stop` says so; what has begun is finished first.
pub async fn find(db: Db, clock: Clock, mut stop: watch::Receiver<bool>) {
    let holder = Uuid::new_v4();
    while !*stop.borrow() {
        if let Err(error) = look(&db, &clock, holder).await {
            tracing::error!(%error, "opinion groups can't be found; trying again");
        }
        tokio::select! {
            _ = stop.changed() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Looks through all rounds once; how many were found anew. A round that can't be read keeps no other from being found.
pub async fn look(db: &Db, clock: &Clock, holder: Uuid) -> Result<usize, store::Error> {
    let now = clock.now();
    let waiting = opinions::waiting(&mut db.read().await?, now).await?;
    let mut found = 0;
    for round in waiting.into_iter().filter(|round| has_groups(&round.rules)) {
        let state = round.calendar.state(now);
        let rest = match state {
            State::Open => REST,
            State::Closed if round.found_in(state) => RARELY,
            _ => 0,
        };
        if round.computed_at.is_some_and(|at| at > 0 && now - at < rest) {
            continue;
        }
        match again(db, clock, holder, &round).await {
            Ok(anew) => found += usize::from(anew),
            Err(error) => tracing::error!(%error, round = %round.round, "the opinion groups of a round can't be found; trying again"),
        }
    }
    Ok(found)
}

async fn again(db: &Db, clock: &Clock, holder: Uuid, waiting: &Waiting) -> Result<bool, store::Error> {
    let (round, now) = (waiting.round, clock.now());
    let state = waiting.calendar.state(now);
    let mark = opinions::fingerprint(&mut db.read().await?, round, state).await?;
    if waiting.fingerprint.as_ref() == Some(&mark) {
        if state == State::Closed {
            db.write(move |c| Box::pin(async move { opinions::still(c, round, &mark, now).await })).await?;
        }
        return Ok(false);
    }
    if !db.write(move |c| Box::pin(async move { opinions::claim(c, round, holder, now).await })).await? {
        return Ok(false);
    }
    let findings = match compute(db, round).await {
        Ok(findings) => findings,
        Err(error) => {
            tracing::error!(%error, "the votes of a round can't be read");
            None
        }
    };
    db.write(move |c| {
        Box::pin(async move {
            match findings {
                Some(findings) => opinions::keep(c, round, holder, &mark, &findings, now).await,
                None => opinions::give_back(c, round, holder).await.map(|()| false),
            }
        })
    })
    .await
}

/// Nothing when the computation itself broke off.
async fn compute(db: &Db, round: RoundId) -> Result<Option<Findings>, store::Error> {
    let mut c = db.read().await?;
    // The mark was read before the votes: a vote in between makes the round be looked at once more, and is never lost.
    let statements = opinions::statements(&mut c, round).await?;
    let votes = opinions::votes(&mut c, round).await?;
    drop(c);
    Ok(tokio::task::spawn_blocking(move || Findings::of(statements, votes)).await.ok())
}
