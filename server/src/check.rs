//! `palabre check`: is the database reachable, current, and its journal whole?

use store::Db;

use crate::cli::Error;

pub async fn run(database: &str) -> Result<(), Error> {
    let db = Db::open_as_is(database).await?;
    db.ping().await?;
    println!("database    {} answers", db.name());
    match db.missing_migrations().await? {
        0 => println!("migrations  current"),
        n => {
            return Err(Error::Refused(format!(
                "{n} migrations are missing. Remedy: `palabre serve` runs them at its start; make a backup first."
            )));
        }
    }
    match store::journal::verify(&mut db.read().await?).await {
        Ok(n) => println!("journal     {n} entries, chain intact"),
        Err(store::Error::Journal(seq)) => {
            return Err(Error::Refused(format!(
                "the journal's chain is broken at entry {seq}: it or an earlier entry was changed outside Palabre. Remedy: compare with a backup."
            )));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
