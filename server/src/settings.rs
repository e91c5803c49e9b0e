//! The settings of `palabre serve`. A wrong one stops the start.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::Args;

use crate::{cli::Error, mail::Transport};

#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Address to listen on
    #[arg(long, env = "PALABRE_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// Address under which people reach the site, such as <https://palabre.example>
    #[arg(long, env = "PALABRE_URL", default_value = "http://127.0.0.1:3000")]
    pub url: String,
    /// Mail server: `smtp://host:port`, `smtps://user:password@host`, or `folder:PATH` to write `.eml` files
    #[arg(long, env = "PALABRE_SMTP", default_value = "folder:mail", hide_env_values = true)]
    pub smtp: String,
    /// Sender of the mails
    #[arg(long, env = "PALABRE_MAIL_FROM", default_value = "Palabre <palabre@localhost>")]
    pub mail_from: String,
    /// Proxy whose X-Forwarded-For is believed (may be given several times)
    #[arg(long, env = "PALABRE_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxy: Vec<IpAddr>,
    /// Folder of the built scripts, styles and fonts
    #[arg(long, env = "PALABRE_ASSETS", default_value = "target/site")]
    pub assets: PathBuf,
    /// Time zone in which dates are read and shown
    #[arg(long, env = "PALABRE_ZONE", default_value = "Europe/Paris")]
    pub zone: String,
    /// Who answers for the data kept here, named on the privacy page: name, address, e-mail
    #[arg(long, env = "PALABRE_CONTROLLER")]
    pub controller: Option<String>,
    /// Write the log as JSON
    #[arg(long, env = "PALABRE_LOG_JSON")]
    pub log_json: bool,
}

impl Settings {
    /// The public address without a slash at its end. Sign-in cookies need a secure connection, or the machine itself.
    pub fn checked_url(&self) -> Result<String, Error> {
        let wrong = |cause: &str| Error::Setting {
            name: "PALABRE_URL",
            cause: format!("{:?} {cause}", self.url),
            remedy: "Give the address people type, such as https://palabre.example.",
        };
        let url = self.url.trim_end_matches('/');
        let uri: axum::http::Uri = url.parse().map_err(|_| wrong("is not an address"))?;
        let host = uri.host().ok_or_else(|| wrong("has no host"))?;
        if uri.path() != "/" && !uri.path().is_empty() {
            return Err(wrong("has a path"));
        }
        match uri.scheme_str() {
            Some("https") => Ok(url.to_owned()),
            Some("http") if matches!(host, "127.0.0.1" | "localhost" | "[::1]") => Ok(url.to_owned()),
            Some("http") => Err(wrong("is not secure: sign-in needs https everywhere but on this machine")),
            _ => Err(wrong("begins with neither https:// nor http://")),
        }
    }

    pub fn checked_zone(&self) -> Result<app::services::TimeZone, Error> {
        app::services::TimeZone::get(&self.zone).map_err(|e| Error::Setting {
            name: "PALABRE_ZONE",
            cause: e.to_string(),
            remedy: "Give a name of the time zone database, such as Europe/Paris.",
        })
    }

    pub fn checked_assets(&self) -> Result<(), Error> {
        if self.assets.join("palabre.css").is_file() {
            Ok(())
        } else {
            Err(Error::Setting {
                name: "PALABRE_ASSETS",
                cause: format!("{} holds no palabre.css", self.assets.display()),
                remedy: "Run `make site`, or give the folder it wrote.",
            })
        }
    }

    pub fn checked_mail(&self) -> Result<Transport, Error> {
        Transport::parse(&self.smtp, &self.mail_from)
    }
}
