//! `palabre admin create`: the first administrator, and those after.

use app::account::password::Passwords;
use clap::{Args, Subcommand};
use store::{Clock, Db, Error as StoreError};

use crate::cli::Error;

#[derive(Subcommand)]
pub enum Admin {
    /// Create an administrator, or make one of an account that exists
    Create(Create),
}

#[derive(Args)]
pub struct Create {
    /// E-mail address to sign in with
    #[arg(long)]
    email: String,
    /// Name shown on the screens
    #[arg(long)]
    name: String,
    /// Password; read from the first line of standard input when it is not set
    #[arg(long, env = "PALABRE_ADMIN_PASSWORD", hide_env_values = true)]
    password: Option<String>,
}

pub async fn run(database: &str, Admin::Create(create): Admin) -> Result<(), Error> {
    let refused = |problem: domain::Problem| Error::Refused(format!("{}: {}", problem.field, app::i18n::Lang::En.problem(&problem)));
    let email = domain::account::email("email", &create.email).map_err(refused)?;
    let name = domain::account::name("name", &create.name).map_err(refused)?;
    let typed = match create.password {
        Some(password) => password,
        None => {
            eprintln!("Password for {email}:");
            std::io::stdin().lines().next().transpose()?.unwrap_or_default()
        }
    };
    let password = domain::account::password("password", &typed, &email).map_err(refused)?;
    let db = Db::open(database).await?;
    let hash = Passwords::new().await?.hash(password).await?;
    let now = Clock::system().now();
    let known = store::account::credentials(&mut db.read().await?, &email).await?.map(|credentials| credentials.id);
    let existed = known.is_some();
    db.write(move |c| {
        Box::pin(async move {
            let account = match known {
                Some(account) => account,
                None => store::account::create(c, &name, Some(&email), Some(&hash), now).await?,
            };
            store::account::set_verified(c, account, now).await?;
            store::account::make_administrator(c, account).await?;
            let act = store::journal::Act {
                at: now,
                actor: None,
                process: None,
                act: "administrator.create",
                subject: account.to_string(),
                detail: serde_json::json!({}),
            };
            store::journal::write(c, act).await?;
            Ok::<(), StoreError>(())
        })
    })
    .await?;
    println!(
        "{}",
        if existed { "This account is an administrator now; its password is unchanged." } else { "The administrator can sign in." }
    );
    Ok(())
}
