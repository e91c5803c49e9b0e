//! How mails leave: to a mail server, or into a folder as `.eml` files.

use std::{path::PathBuf, time::Duration};

use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp,
};
use store::mail::Mail;

use crate::cli::Error;

/// A mail server that says nothing for so long is taken for dead.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Clone)]
pub struct Transport {
    way: Way,
    from: Mailbox,
}

#[derive(Clone)]
enum Way {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

/// Why a mail did not leave. The cause is for the log: it names no recipient, so it repeats nothing that a mail server said.
#[derive(Debug, PartialEq, Eq)]
pub enum Failure {
    /// Trying again may help.
    Later(String),
    /// It will never be taken.
    Refused(String),
}

impl Transport {
    /// Reads `smtp://…`, `smtps://…` or `folder:PATH`.
    pub fn parse(url: &str, from: &str) -> Result<Self, Error> {
        let from = from.parse().map_err(|e: lettre::address::AddressError| Error::Setting {
            name: "PALABRE_MAIL_FROM",
            cause: e.to_string(),
            remedy: "Give a sender such as: Palabre <palabre@example.org>",
        })?;
        let way = if let Some(folder) = url.strip_prefix("folder:") {
            let folder = PathBuf::from(folder);
            std::fs::create_dir_all(&folder)?;
            Way::Folder(AsyncFileTransport::new(folder))
        } else {
            let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|e| Error::Setting {
                name: "PALABRE_SMTP",
                cause: e.to_string(),
                remedy: "Give smtp://host:port, smtps://user:password@host, or folder:PATH.",
            })?;
            Way::Smtp(Box::new(builder.timeout(Some(PATIENCE)).build()))
        };
        Ok(Transport { way, from })
    }

    /// Hands one mail over.
    pub async fn send(&self, mail: &Mail) -> Result<(), Failure> {
        let to: Mailbox = mail.recipient.parse().map_err(|_| Failure::Refused("the recipient's address is malformed".to_owned()))?;
        let mut builder = Message::builder().from(self.from.clone()).to(to).subject(&*mail.subject).message_id(None);
        if let Some(url) = &mail.off_url {
            // Programs that read mails offer it beside the sender; it opens the page, and a button there switches them off.
            builder = builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe"), format!("<{url}>")));
        }
        let message = builder
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|_| Failure::Refused("the message can't be put together".to_owned()))?;
        match &self.way {
            Way::Smtp(smtp) => smtp.send(message).await.map(|_| ()).map_err(|error| failure(&error)),
            Way::Folder(folder) => folder.send(message).await.map(|_| ()).map_err(|error| Failure::Later(error.to_string())),
        }
    }
}

fn failure(error: &smtp::Error) -> Failure {
    match error.status() {
        Some(code) if error.is_permanent() => Failure::Refused(format!("the mail server answered {code}")),
        Some(code) => Failure::Later(format!("the mail server answered {code}")),
        None if error.is_timeout() => Failure::Later("the mail server does not answer".to_owned()),
        None => Failure::Later(error.to_string()),
    }
}
