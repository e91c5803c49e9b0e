//! `palabre export`: what the researcher's page gives, from the command line.

use std::{fs::File, io::Write, path::PathBuf};

use app::research::dataset::Dataset;
use clap::Args;
use domain::{
    id::{ProcessId, RoundId},
    research::Table,
};
use store::{Clock, Db};

use crate::cli::Error;

#[derive(Args)]
pub struct Arguments {
    /// The process, as in its address; lists its rounds when no round is given
    #[arg(long)]
    process: ProcessId,
    /// The round, as in its address
    #[arg(long)]
    round: Option<RoundId>,
    /// responses, votes, ballots, proposals, stances, articles, amendments, supports or comments
    #[arg(long)]
    table: Option<Table>,
    /// The CSV file to write; its codebook is written beside it
    #[arg(long)]
    out: Option<PathBuf>,
}

pub async fn run(database: &str, arguments: Arguments) -> Result<(), Error> {
    let db = Db::open_as_is(database).await?;
    let mut c = db.read().await?;
    let rounds = store::round::of_process(&mut c, arguments.process).await?;
    let (Some(wanted), Some(out)) = (arguments.round, arguments.out) else {
        for round in &rounds {
            let tables = Dataset::tables(&mut c, round).await?.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            println!("{}  {:<11} {}  ({tables})", round.id, round.kind, round.title.text("en"));
        }
        return Err(Error::Refused("give --round and --out; the rounds of this process are listed above".into()));
    };
    let round = rounds.iter().find(|round| round.id == wanted).ok_or_else(|| Error::Refused("this process has no such round".into()))?;
    let mut dataset = Dataset::open(&mut c, round, arguments.table, Clock::system().now()).await.map_err(in_words)?;
    let mut file = File::create(&out)?;
    file.write_all(&dataset.header()?)?;
    let mut mark = None;
    while let Some((bytes, next)) = dataset.next(&mut c, mark).await? {
        file.write_all(&bytes)?;
        mark = next;
    }
    file.sync_all()?;
    let codebook = out.with_extension("codebook.csv");
    std::fs::write(&codebook, dataset.codebook()?)?;
    println!("wrote {} and {}", out.display(), codebook.display());
    Ok(())
}

fn in_words(error: app::AppError) -> Error {
    match error {
        app::AppError::Refused(refusal) => {
            Error::Refused(refusal.problems.iter().map(|problem| app::i18n::Lang::En.problem(problem)).collect::<Vec<_>>().join(" "))
        }
        other => Error::App(other),
    }
}
