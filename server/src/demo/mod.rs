//! `palabre demo`: the ephemeral day-care of two invented towns, so that one can look around before inviting anybody.

mod adopted;
mod content;
mod load;

use std::{fmt::Write, sync::Arc};

use clap::Args;
use domain::code::Code;
use store::{Clock, Db};

use crate::cli::Error;
use content::{Demo, Person};

/// The password of all demo accounts. A demo is no place for secrets, and says so.
const PASSWORD: &str = "palabre-demo-2026";

#[derive(Args)]
pub struct Arguments {
    /// Only print the accounts and codes; change nothing
    #[arg(long)]
    show: bool,
}

pub async fn run(database: &str, arguments: Arguments) -> Result<(), Error> {
    let demo: Arc<Demo> = Arc::new(serde_json::from_str(include_str!("../../demo/day-care.json")).map_err(store::Error::from)?);
    if !arguments.show {
        let db = Db::open(database).await?;
        if !store::process::is_empty(&mut db.read().await?).await? {
            return Err(Error::Refused("the database is not empty, and the demo never touches real data. Remedy: give a new file, such as --database sqlite:demo.db".into()));
        }
        let adopted = serde_json::from_str(include_str!("../../demo/adopted-charter.json")).map_err(store::Error::from)?;
        load::run(&db, demo.clone(), adopted, Clock::system().now()).await?;
    }
    print!("{}", accounts(&demo));
    Ok(())
}

fn accounts(demo: &Demo) -> String {
    let mut text = String::from("\n  Demo accounts, by e-mail and password:\n");
    for person in demo.people.iter().filter(|person| person.access == "email") {
        let what = person.function.as_deref().unwrap_or_else(|| person.college.map_or("", |college| college.as_str()));
        let _infallible = writeln!(text, "    {:<28} {PASSWORD}   {what:<14} {}", email(person), person.name);
    }
    text.push_str("\n  Demo cards, to be entered at /card:\n");
    for person in demo.people.iter().filter(|person| person.access == "code") {
        let _infallible = writeln!(text, "    {:<12} {}", person.name, code(person));
    }
    text.push('\n');
    text
}

fn email(person: &Person) -> String {
    format!("{}@demo.example", person.key)
}

/// Always the same for the same person, so that it can be shown again although the database holds only its hash.
fn code(person: &Person) -> Code {
    let hash = store::secret_hash(&format!("palabre demo {}", person.key));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Code::from_random(bytes)
}
