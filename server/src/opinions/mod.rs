//! `palabre opinions`: opinion groups of a conversation in Polis's export format, without any database.

mod read;
mod write;

use std::path::PathBuf;

use clap::Args;
use domain::opinions::analyse;

use crate::cli::Error;

#[derive(Args)]
pub struct Arguments {
    /// votes.csv: timestamp, comment-id, voter-id, vote (1 agree, 0 pass, -1 disagree); of several votes of one person the latest counts
    #[arg(long)]
    votes: PathBuf,
    /// comments.csv: comment-id, moderated (-1 hidden), comment-body, and is-meta if there is such a column
    #[arg(long)]
    comments: PathBuf,
    /// The folder to write into; made if it is missing
    #[arg(long)]
    out: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let statements = read::statements(&arguments.comments)?;
    let (votes, people) = read::votes(&arguments.votes, &statements)?;
    let flags: Vec<_> = statements.iter().map(|statement| statement.flags).collect();
    let found = analyse(&votes, &flags);
    std::fs::create_dir_all(&arguments.out)?;
    let report = write::Report { statements: &statements, flags: &flags, people: &people, votes: &votes, found: &found };
    report.write(&arguments.out)?;
    println!(
        "{} people, {} statements, {} votes; {} people counted; groups of {:?}, stability {:.2}, shown: {}",
        votes.rows(),
        votes.columns(),
        votes.len(),
        found.counted.len(),
        found.sizes(),
        found.stability,
        found.shown
    );
    println!("wrote {}", arguments.out.display());
    Ok(())
}
