//! The command line of Palabre.

use std::process::ExitCode;

use clap::Parser;
use server::cli::{Cli, run};

/// A page is many small strings: this allocator serves a third more of them than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("palabre: {error}");
            ExitCode::FAILURE
        }
    }
}
