//! Sends what waits in the outbox, by SMTP or into a folder.

mod transport;

use std::time::Duration;

use domain::mail::wait_after;
use store::{Clock, Db, mail::Mail};
use tokio::sync::watch;

pub use transport::{Failure, Transport};

/// How often the outbox is looked at: a mail leaves within a second of its act.
const POLL: Duration = Duration::from_secs(1);
/// So many mails are claimed at a time: few enough to be sent within the lease even when each takes as long as it may.
const AT_ONCE: i64 = 8;

/// How often is looked for answers and reviews of charters to tell.
const LOOK: Duration = Duration::from_secs(300);

/// Queues mails that tell of answers and of charters to be reviewed, until `stop` says so. Several servers may: each person's mail is queued once.
pub async fn tell(services: app::services::Services, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match app::account::news::send(&services, || *stop.borrow()).await {
            Ok(0) => {}
            Ok(mails) => tracing::info!(mails, "answers are told"),
            Err(error) => tracing::error!(%error, "answers can't be told; trying again"),
        }
        match app::charter::adopted::review::remind(&services, || *stop.borrow()).await {
            Ok(0) => {}
            Ok(mails) => tracing::info!(mails, "reviews of charters are told"),
            Err(error) => tracing::error!(%error, "reviews of charters can't be told; trying again"),
        }
        tokio::select! {
            _ = stop.changed() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Sends mails until `stop` says so; the one being sent is finished first.
pub async fn deliver(db: Db, transport: Transport, clock: Clock, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match round(&db, &transport, &clock, &stop).await {
            // There may be more.
            Ok(true) => {}
            Ok(false) => {
                tokio::select! {
                    _ = stop.changed() => {}
                    () = tokio::time::sleep(POLL) => {}
                }
            }
            Err(error) => {
                tracing::error!(%error, "the outbox can't be read; trying again in a minute");
                tokio::select! {
                    _ = stop.changed() => {}
                    () = tokio::time::sleep(POLL * 60) => {}
                }
            }
        }
    }
}

/// Claims some due mails and sends them; whether there were any.
async fn round(db: &Db, transport: &Transport, clock: &Clock, stop: &watch::Receiver<bool>) -> Result<bool, store::Error> {
    let now = clock.now();
    if !store::mail::any_due(&mut db.read().await?, now).await? {
        return Ok(false);
    }
    let mails = db.write(move |c| Box::pin(async move { store::mail::claim(c, AT_ONCE, now).await })).await?;
    let any = !mails.is_empty();
    for mail in mails {
        if *stop.borrow() {
            break; // Claimed and not sent: another server, or this one tomorrow, takes it when the lease ends.
        }
        let sent = transport.send(&mail).await;
        settle(db, &mail, sent, clock.now()).await?;
    }
    Ok(any)
}

/// Removes a mail that left or never will, and puts the others off. Nothing in the log tells to whom.
async fn settle(db: &Db, mail: &Mail, sent: Result<(), Failure>, now: i64) -> Result<(), store::Error> {
    let (id, tries) = (mail.id, mail.tries);
    let wait = match &sent {
        Ok(()) => None,
        Err(Failure::Refused(cause)) => {
            tracing::error!(mail = %id, cause, "a mail is given up: it was refused for good");
            None
        }
        Err(Failure::Later(cause)) => {
            let wait = wait_after(tries);
            match wait {
                Some(wait) => tracing::warn!(mail = %id, tries, minutes = wait / 60_000, cause, "a mail did not leave; it waits"),
                None => tracing::error!(mail = %id, tries, cause, "a mail is given up after two days"),
            }
            wait
        }
    };
    db.write(move |c| {
        Box::pin(async move {
            match wait {
                Some(wait) => store::mail::postpone(c, id, now + wait).await,
                None => store::mail::remove(c, id).await,
            }
        })
    })
    .await
}
