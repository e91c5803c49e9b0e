//! The commands, one file each.

use clap::{Parser, Subcommand};

use crate::{admin, check, demo, export, opinions, serve, settings};

/// Families, professionals and elected officials decide together.
#[derive(Parser)]
#[command(version, about)]
pub struct Cli {
    /// Where everything is kept: `sqlite:FILE` or `postgres://user:password@host/base`
    #[arg(long, global = true, env = "PALABRE_DATABASE", default_value = "sqlite:palabre.db", hide_env_values = true)]
    database: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site
    Serve(settings::Settings),
    /// Fill an empty database with a demo process
    Demo(demo::Arguments),
    /// Write a closed round's data as CSV
    Export(export::Arguments),
    /// Find opinion groups in a conversation exported from Polis
    Opinions(opinions::Arguments),
    /// Manage administrators
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Check the database, its migrations and the journal
    Check,
}

/// Why a command failed, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the setting {name} does not hold: {cause}. {remedy}")]
    Setting { name: &'static str, cause: String, remedy: &'static str },
    #[error(
        "the database can't be used: {0}. Check PALABRE_DATABASE: the folder of a SQLite file must be writable, a PostgreSQL server must answer and know the user."
    )]
    Database(#[from] store::Error),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    App(#[from] app::AppError),
    #[error("{0}")]
    Refused(String),
}

/// Runs one command to its end.
pub fn run(cli: Cli) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(settings) => serve::run(&cli.database, settings).await,
            Command::Demo(arguments) => demo::run(&cli.database, arguments).await,
            Command::Export(arguments) => export::run(&cli.database, arguments).await,
            Command::Opinions(arguments) => opinions::run(&arguments),
            Command::Admin(admin) => admin::run(&cli.database, admin).await,
            Command::Check => check::run(&cli.database).await,
        }
    })
}
