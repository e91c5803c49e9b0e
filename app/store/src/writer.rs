//! The one writer of a SQLite database. It commits the work of many requests with one fsync.
//!
//! Requests queue their work; the writer opens a transaction, runs what waits, each piece in a savepoint of its own, and
//! commits. Only then does any of them hear that it succeeded: what was acknowledged is on the disk.

use std::{any::Any, panic::AssertUnwindSafe};

use futures::{FutureExt, future::BoxFuture};
use sqlx::{Executor, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use crate::{Conn, Error};

/// How many pieces of work share one commit at most.
const BATCH: usize = 256;
/// How many may wait; beyond that, requests wait to queue.
const QUEUE: usize = 1024;

/// Tells a requester what became of its work once the commit has succeeded (`None`) or failed (with the reason).
type Report = Box<dyn FnOnce(Option<&str>) + Send>;
/// Runs in the transaction; says whether to keep what it wrote.
type Work = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, (bool, Report)> + Send>;

#[derive(Clone)]
pub(crate) struct Writer(mpsc::Sender<Work>);

impl Writer {
    pub(crate) fn start(conn: SqliteConnection) -> Self {
        let (sender, receiver) = mpsc::channel(QUEUE);
        tokio::spawn(serve(Conn::SqliteWriter(Box::new(conn)), receiver));
        Writer(sender)
    }

    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |conn| {
            Box::pin(async move {
                let result = work(conn).await;
                let keep = result.is_ok();
                let report: Report = Box::new(move |failure| {
                    // The requester may be gone; its work stays done.
                    let _gone = answer.send(match (failure, result) {
                        (Some(why), Ok(_)) => Err(E::from(Error::Writer(why.to_owned()))),
                        (_, result) => result,
                    });
                });
                (keep, report)
            })
        });
        self.0.send(work).await.map_err(|_| Error::Writer("the writer has stopped".into()))?;
        answered.await.unwrap_or_else(|_| Err(E::from(Error::Writer("the work was dropped (a panic, or the server stops)".into()))))
    }
}

async fn serve(mut conn: Conn, mut queue: mpsc::Receiver<Work>) {
    while let Some(first) = queue.recv().await {
        let mut reports = Vec::new();
        let outcome = batch(&mut conn, first, &mut queue, &mut reports).await;
        let failure = match outcome {
            Ok(()) => None,
            Err(error) => {
                tracing::error!(%error, "a batch of writes failed");
                let _nothing_open = execute(&mut conn, "ROLLBACK").await;
                Some(error.to_string())
            }
        };
        for report in reports {
            report(failure.as_deref());
        }
    }
}

async fn batch(conn: &mut Conn, first: Work, queue: &mut mpsc::Receiver<Work>, reports: &mut Vec<Report>) -> Result<(), Error> {
    execute(conn, "BEGIN IMMEDIATE").await?;
    let mut next = Some(first);
    while let Some(work) = next {
        execute(conn, "SAVEPOINT work").await?;
        match AssertUnwindSafe(work(conn)).catch_unwind().await {
            Ok((true, report)) => {
                execute(conn, "RELEASE work").await?;
                reports.push(report);
            }
            Ok((false, report)) => {
                undo(conn).await?;
                reports.push(report);
            }
            Err(panic) => {
                // The panic hook has logged it; the requester hears that its work was dropped.
                tracing::error!(message = panic_message(panic.as_ref()), "a write panicked");
                undo(conn).await?;
            }
        }
        next = if reports.len() < BATCH { queue.try_recv().ok() } else { None };
    }
    execute(conn, "COMMIT").await
}

async fn undo(conn: &mut Conn) -> Result<(), Error> {
    execute(conn, "ROLLBACK TO work").await?;
    execute(conn, "RELEASE work").await
}

async fn execute(conn: &mut Conn, sql: &'static str) -> Result<(), Error> {
    if let Conn::SqliteWriter(c) = conn {
        c.execute(sql).await?;
    }
    Ok(())
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}
