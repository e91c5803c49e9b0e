//! What our mails say: short, plain, in the reader's language.
//!
//! A mail that anyone can have sent to anyone (by typing an address) repeats nothing that was typed.

use domain::{Refusal, id::ProcessId};
use store::{Conn, account::Account};

use crate::{
    AppError,
    i18n::{Lang, t},
};

/// Subject and body.
pub struct Letter {
    pub subject: String,
    pub body: String,
    /// The page that switches such mails off, where one may.
    pub off: Option<String>,
}

impl Letter {
    pub async fn queue(&self, c: &mut Conn, recipient: &str, now: i64) -> Result<(), store::Error> {
        store::mail::queue(c, recipient, &self.subject, &self.body, self.off.as_deref(), now).await
    }
}

/// The language an account chose, else `otherwise`.
pub fn language(account: &Account, otherwise: Lang) -> Lang {
    account.locale.as_deref().and_then(Lang::parse).unwrap_or(otherwise)
}

/// The language an account chose, else that of the process the mail is about.
pub async fn language_in(c: &mut Conn, account: &Account, process: ProcessId) -> Result<Lang, AppError> {
    let found = store::process::find(c, process).await?.ok_or_else(Refusal::not_found)?;
    Ok(language(account, Lang::parse(&found.language).unwrap_or(Lang::Fr)))
}

pub fn verify(lang: Lang, site: &str, token: &str) -> Letter {
    letter(t!(lang, "mail-verify-subject"), t!(lang, "mail-verify-body", url = format!("{site}/verify/{token}")), lang, site)
}

/// To somebody who signs up with an address that has an account.
pub fn known(lang: Lang, site: &str) -> Letter {
    let body = t!(lang, "mail-known-body", sign_in = format!("{site}/sign-in"), forgot = format!("{site}/forgot"));
    letter(t!(lang, "mail-known-subject"), body, lang, site)
}

pub fn reset(lang: Lang, site: &str, token: &str) -> Letter {
    letter(t!(lang, "mail-reset-subject"), t!(lang, "mail-reset-body", url = format!("{site}/reset/{token}")), lang, site)
}

/// To somebody who asks to reset the password of an address that has no account.
pub fn unknown(lang: Lang, site: &str) -> Letter {
    letter(t!(lang, "mail-unknown-subject"), t!(lang, "mail-unknown-body", url = format!("{site}/sign-up")), lang, site)
}

pub fn password_changed(lang: Lang, site: &str) -> Letter {
    letter(t!(lang, "mail-password-subject"), t!(lang, "mail-password-body", url = format!("{site}/forgot")), lang, site)
}

/// From those who run a process.
pub fn invitation(lang: Lang, site: &str, name: &str, process: &str, territory: &str, token: &str) -> Letter {
    let url = format!("{site}/invitation/{token}");
    let subject = t!(lang, "mail-invitation-subject", process = process.to_owned());
    let body =
        t!(lang, "mail-invitation-body", name = name.to_owned(), process = process.to_owned(), territory = territory.to_owned(), url = url);
    letter(subject, body, lang, site)
}

/// To somebody for whom a comment is. Nothing of its words, nor of its author. `token` switches such mails off.
pub fn mention(lang: Lang, site: &str, process: &str, path: &str, token: &str) -> Letter {
    let (url, word, off) = (format!("{site}{path}"), format!("{site}/my-word"), off(site, token));
    let body = t!(lang, "mail-mention-body", process = process.to_owned(), url = url, word = word, off = off.as_str());
    Letter { off: Some(off), ..letter(t!(lang, "mail-mention-subject"), body, lang, site) }
}

/// To the author of a text that moderation has hidden.
pub fn hidden(lang: Lang, site: &str, path: &str) -> Letter {
    letter(t!(lang, "mail-hidden-subject"), t!(lang, "mail-hidden-body", url = format!("{site}{path}")), lang, site)
}

/// To the author of a text that was hidden, once something was decided about it.
pub fn ended(lang: Lang, site: &str, path: &str) -> Letter {
    letter(t!(lang, "mail-ended-subject"), t!(lang, "mail-ended-body", url = format!("{site}{path}")), lang, site)
}

/// That proposals were answered, or merged with others: `list` is a paragraph for each; `token` switches such mails off.
pub fn answers(lang: Lang, site: &str, n: usize, list: &str, token: &str) -> Letter {
    let (word, off) = (format!("{site}/my-word"), off(site, token));
    let body = t!(lang, "mail-answers-body", n = n, list = list, word = word, off = off.as_str());
    Letter { off: Some(off), ..letter(t!(lang, "mail-answers-subject", n = n), body, lang, site) }
}

/// That a charter is to be looked at again: to those who signed it or run its process.
pub fn review(lang: Lang, site: &str, title: &str, day: &str, page: &str) -> Letter {
    let body = t!(lang, "mail-review-body", title = title, day = day, page = page);
    letter(t!(lang, "mail-review-subject", title = title), body, lang, site)
}

fn off(site: &str, token: &str) -> String {
    format!("{site}/mails/{token}")
}

fn letter(subject: String, body: String, lang: Lang, site: &str) -> Letter {
    Letter { subject, off: None, body: format!("{body}\n\n{}\n", t!(lang, "mail-end", site = site.to_owned())) }
}
