//! Sends what waits in the outbox, by SMTP or into a folder.

use std::path::PathBuf;

use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

use crate::cli::Error;

/// How mails leave.
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
            Way::Smtp(Box::new(builder.build()))
        };
        Ok(Transport { way, from })
    }

    /// Hands one mail over; the error is for the log and names no recipient.
    pub async fn send(&self, recipient: &str, subject: &str, body: &str) -> Result<(), String> {
        let to: Mailbox = recipient.parse().map_err(|_| "the recipient's address is malformed".to_owned())?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(body.to_owned())
            .map_err(|e| e.to_string())?;
        match &self.way {
            Way::Smtp(smtp) => smtp.send(message).await.map(|_| ()).map_err(|e| e.to_string()),
            Way::Folder(folder) => folder.send(message).await.map(|_| ()).map_err(|e| e.to_string()),
        }
    }
}
