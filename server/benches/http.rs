//! `make bench`: how many pages, votes and responses a second over HTTP, beside what the same disk does at its simplest.
//!
//! It prepares a database, starts the real binary, and drives it from this process over the loopback interface. Nothing is
//! asserted: the figures are read and written down in `docs/performance.md`.

#[path = "http/client.rs"]
mod client;
#[path = "http/many.rs"]
mod many;
#[path = "http/server.rs"]
#[expect(dead_code, reason = "what the other bench asks of it")]
mod server;
#[path = "http/statements.rs"]
mod statements;
#[path = "http/talk.rs"]
mod talk;
#[path = "http/world.rs"]
mod world;

use std::{
    error::Error,
    time::{Duration, Instant},
};

use client::{Figures, drive, get, post};
use server::{ORIGIN, PORT, Server, wait_until_ready};
use sqlx::{
    ConnectOptions, Executor,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

fn main() -> Result<(), Box<dyn Error>> {
    // One thread for the load: the other processor is the server's.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let seconds = std::env::var("SECONDS_EACH").ok().and_then(|text| text.parse().ok()).map_or(Duration::from_secs(4), Duration::from_secs);
    let folder = std::env::temp_dir().join(format!("palabre-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = measure(&folder, seconds).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn measure(folder: &std::path::Path, seconds: Duration) -> Result<(), Box<dyn Error>> {
    let raw = raw_commits(&folder.join("raw.db"), seconds).await?;
    println!("raw single-row durable SQLite commits   {raw:>8.0} /s");

    let database = match std::env::var("BENCH_DATABASE") {
        Ok(url) => url,
        Err(_) => format!("sqlite:{}", folder.join("bench.db").display()),
    };
    let world = world::prepare(&database).await?;
    let mut server = Server::start(&database)?;
    wait_until_ready().await?;
    println!("memory at rest                          {:>8.1} MiB", server.memory()?);

    let (asked, checked) = many::logic();
    println!("200 questions: what is asked {asked:.3} ms, all answers checked {checked:.3} ms");
    let results = world.surveys_closed.iter().zip(world::MANY).flat_map(|(round, n)| {
        let whole = format!("/r/{round}/results");
        // Those who gave one answer to the question that parts the results: three in four of each college.
        let within = format!("{whole}?among=q0.b");
        [(format!("results of {n}"), whole), (format!("within an answer, {n}"), within)]
    });
    for (name, path) in [("process page".to_owned(), format!("/p/{}", world.process))].into_iter().chain(results) {
        for connections in [1, 16, 64] {
            let request = get(ORIGIN, &path, None);
            let figures = drive(PORT, connections, seconds, |_, _| Some(request.clone())).await?;
            print(&name, connections, &figures, None);
        }
    }
    let (path, last) = (world.talk.subject.path(), &world.talk.last);
    for (name, path) in [
        ("500 comments", path.clone()),
        ("… most agreed", format!("{path}?order=agreed")),
        ("… page 5", format!("{path}?page=5")),
        ("… in a long thread", format!("{path}?comment={last}")),
    ] {
        // As somebody who takes part sees it: with every form.
        for connections in [1, 16] {
            let figures = drive(PORT, connections, seconds, |connection, _| {
                Some(get(ORIGIN, &path, world.tokens.get(connection).map(String::as_str)))
            })
            .await?;
            print(name, connections, &figures, None);
        }
    }
    for (name, token) in [("next of 2,000", &world.tokens[0]), ("… when 20 are left", &world.tokens[1])] {
        for connections in [1, 16] {
            let request = post(ORIGIN, "/api/proposals/next", token, &format!("round={}", world.statements));
            let figures = drive(PORT, connections, seconds, |_, _| Some(request.clone())).await?;
            print(name, connections, &figures, None);
        }
    }
    for connections in [1, 16, 64] {
        let figures = drive(PORT, connections, seconds, |connection, turn| {
            let choice = ["for", "against", "abstain"][turn % 3];
            let proposal = world.proposals[turn % world.proposals.len()];
            Some(post(ORIGIN, "/api/proposals/vote", &world.tokens[connection], &format!("proposal={proposal}&choice={choice}")))
        })
        .await?;
        print("durable votes", connections, &figures, Some(raw));
    }
    let mut voters = world.tokens.iter().skip(64);
    for connections in [1, 16, 64] {
        let figures =
            drive(PORT, connections, seconds, |_, _| voters.next().map(|token| post(ORIGIN, "/api/survey/send", token, &world.response)))
                .await?;
        print("responses of 40", connections, &figures, Some(raw));
    }
    println!("memory under load (peak)                {:>8.1} MiB", server.peak_memory()?);
    Ok(())
}

fn print(name: &str, connections: usize, figures: &Figures, raw: Option<f64>) {
    let times = raw.map(|raw| format!("   {:.1} × raw", figures.per_second() / raw)).unwrap_or_default();
    println!(
        "{name:<20} {connections:>3} connections {:>13.0} /s   median {:>7.2} ms   p99 {:>7.2} ms   {} failed{times}",
        figures.per_second(),
        figures.percentile(50),
        figures.percentile(99),
        figures.failed,
    );
}

/// What the disk does at its simplest: one row, one commit, written through.
async fn raw_commits(file: &std::path::Path, time: Duration) -> Result<f64, Box<dyn Error>> {
    let mut conn = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    conn.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER)").await?;
    let (start, mut count) = (Instant::now(), 0u32);
    while start.elapsed() < time {
        sqlx::query("INSERT INTO t (n) VALUES ($1)").bind(i64::from(count)).execute(&mut conn).await?;
        count += 1;
    }
    Ok(f64::from(count) / start.elapsed().as_secs_f64())
}
