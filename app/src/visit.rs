//! One request: who asks, in which language, at what time.

use std::{ops::Deref, sync::Arc};

use domain::{
    Refusal,
    access::{Act, Who, check},
    id::{AccountId, ProcessId, RoundId},
    pace::Deed,
};
use futures::future::BoxFuture;
use leptos::prelude::use_context;
use store::{Conn, journal, process::Process, round::Entry, session::Session};

use crate::{AppError, error::fault, forms::Answered, i18n::Lang, services::Services};

/// Made once per request by the server, read by pages and server functions.
#[derive(Clone)]
pub struct Visit(Arc<Inner>);

#[derive(Clone)]
pub struct Inner {
    pub services: Services,
    pub session: Option<Session>,
    /// The sign-in cookie's token.
    pub token: Option<String>,
    pub lang: Lang,
    /// UTC milliseconds, the same for the whole request.
    pub now: i64,
    /// Path and query of the page asked for.
    pub path: String,
    /// The peer's address, for throttling alone: it is never written down.
    pub address: String,
    /// The form that this page answers, when it was refused or has something to show.
    pub answered: Option<Answered>,
}

impl Deref for Visit {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Visit {
    pub fn new(inner: Inner) -> Self {
        Visit(Arc::new(inner))
    }

    /// The visit of the request being served.
    pub fn current() -> Result<Visit, AppError> {
        use_context::<Visit>().ok_or_else(|| fault(&"no visit in context"))
    }

    /// The same visit on another page, with the form that this page answers.
    pub fn answering(&self, path: String, answered: Answered) -> Visit {
        Visit::new(Inner { path, answered: Some(answered), ..Inner::clone(&self.0) })
    }

    /// The same visit at another time: a request is as late as its last byte.
    pub fn at(&self, now: i64) -> Visit {
        Visit::new(Inner { now, ..Inner::clone(&self.0) })
    }

    pub fn account(&self) -> Option<AccountId> {
        self.session.as_ref().map(|session| session.account)
    }

    /// A value in the query of the address. For identifiers, codes, numbers and single words: nothing is decoded.
    pub fn asked(&self, name: &str) -> Option<&str> {
        value(&self.path, name)
    }

    pub async fn read(&self) -> Result<Conn, AppError> {
        Ok(self.services.db.read().await?)
    }

    /// Loads, decides and records in one transaction. The work is given the visit, for it outlives this call.
    pub async fn write<T, F>(&self, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(Visit, &'c mut Conn) -> BoxFuture<'c, Result<T, AppError>> + Send + 'static,
    {
        let visit = self.clone();
        self.services.db.write(move |c| work(visit, c)).await
    }

    /// Writes an administrative act into the journal: on what, and never anybody's words or ballot.
    pub async fn journal(
        &self,
        c: &mut Conn,
        process: Option<ProcessId>,
        act: &str,
        subject: impl ToString,
        detail: serde_json::Value,
    ) -> Result<(), AppError> {
        let act = journal::Act { at: self.now, actor: self.account(), process, act, subject: subject.to_string(), detail };
        Ok(journal::write(c, act).await?)
    }

    /// One more deed of this kind by a person, or how long to wait.
    pub async fn pace(&self, c: &mut Conn, account: AccountId, deed: Deed) -> Result<(), AppError> {
        let full_at = domain::pace::keep(deed, store::pace::full_at(c, account, deed).await?, self.now)?;
        Ok(store::pace::record(c, account, deed, full_at, self.now).await?)
    }

    /// Checks an act that is about no process.
    pub fn allow(&self, act: Act) -> Result<Who, Refusal> {
        let who = Who {
            account: self.account(),
            administrator: self.session.as_ref().is_some_and(|session| session.administrator),
            ..Who::default()
        };
        check(act, &who)?;
        Ok(who)
    }

    /// Checks an act in a process.
    pub async fn allow_in(&self, c: &mut Conn, act: Act, process: ProcessId) -> Result<Who, AppError> {
        let who = store::process::who(c, process, self.account()).await?.ok_or_else(Refusal::not_found)?;
        check(act, &who)?;
        Ok(who)
    }

    /// Checks an act in a process whose page is to be shown.
    pub async fn enter(&self, c: &mut Conn, act: Act, process: ProcessId) -> Result<(Process, Who), AppError> {
        let (process, who) = store::process::enter(c, process, self.account()).await?.ok_or_else(Refusal::not_found)?;
        check(act, &who)?;
        Ok((process, who))
    }

    /// Checks an act in a round.
    pub async fn allow_in_round(&self, c: &mut Conn, act: Act, round: RoundId) -> Result<Entry, AppError> {
        let entry = store::round::enter(c, round, self.account()).await?.ok_or_else(Refusal::not_found)?;
        check(act, &entry.who)?;
        Ok(entry)
    }
}

fn value<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let (_, query) = path.split('#').next()?.split_once('?')?;
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn reads_the_address() {
        assert_eq!(value("/r/1?sort=support&page=2#list", "page"), Some("2"));
        assert_eq!(value("/r/1?sort=support&page=2", "ort"), None);
        assert_eq!(value("/r/1", "page"), None);
    }
}
