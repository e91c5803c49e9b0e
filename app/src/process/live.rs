//! Tells open pages that their round changed.

use std::{collections::BTreeSet, convert::Infallible, time::Duration};

use axum::{
    Extension,
    extract::{Path, RawQuery},
    http::{HeaderValue, StatusCode, header},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use domain::{
    Refusal,
    access::Act,
    id::{ArticleId, RoundId},
};
use futures::stream;
use leptos::{nonce::use_nonce, prelude::*};
use store::{
    Db, Uuid,
    notify::{self, Heard},
};
use tokio::sync::{
    broadcast::{self, error::RecvError},
    watch,
};

use crate::{AppError, i18n::t, ui::sign, visit::Visit};

/// The one place where a change of a round is announced, whichever server its readers are on.
#[derive(Clone)]
pub struct Live {
    /// What pages of this server hear.
    local: broadcast::Sender<RoundId>,
    /// What happened on this server, for the others.
    ours: broadcast::Sender<RoundId>,
    /// Who writes an article on this server, for the others; and on others, for its room here.
    people: broadcast::Sender<(ArticleId, String)>,
    elsewhere: broadcast::Sender<Elsewhere>,
    stopped: watch::Sender<bool>,
}

/// Who writes an article on another server.
#[derive(Clone)]
pub struct Elsewhere {
    pub server: Uuid,
    pub article: ArticleId,
    /// As the room there says it.
    pub people: String,
}

impl Live {
    pub fn new() -> Self {
        Live {
            local: broadcast::Sender::new(256),
            ours: broadcast::Sender::new(256),
            people: broadcast::Sender::new(256),
            elsewhere: broadcast::Sender::new(256),
            stopped: watch::Sender::new(false),
        }
    }

    /// Tells the rooms of an article on other servers who is in this one.
    pub fn present(&self, article: ArticleId, people: String) {
        let _servers = self.people.send((article, people));
    }

    /// Who is in rooms on other servers.
    pub fn elsewhere(&self) -> broadcast::Receiver<Elsewhere> {
        self.elsewhere.subscribe()
    }

    /// Announces a change, after it was written; nobody may be listening.
    pub fn changed(&self, round: RoundId) {
        let _pages = self.local.send(round);
        let _servers = self.ours.send(round);
    }

    /// Somebody answered: told to those who read the results, not to those who still answer. In named rounds only, for it says when.
    pub fn answered(&self, round: RoundId) {
        self.changed(answers_of(round));
    }

    /// Somebody wrote in an article's draft: for the rooms of the article on other servers. Its own has told its people.
    pub fn written(&self, article: ArticleId) {
        let _servers = self.ours.send(RoundId(article.0));
    }

    pub fn listen(&self) -> broadcast::Receiver<RoundId> {
        self.local.subscribe()
    }

    /// The server stops: pages stop listening.
    pub fn stop(&self) {
        self.stopped.send_replace(true);
    }

    /// Becomes true when the server stops.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stopped.subscribe()
    }

    /// Carries changes to and from the other servers for as long as this one runs. On SQLite there are none.
    pub async fn carry(self, db: Db) {
        let server: Uuid = store::random_id();
        let (mut ours, out) = (self.ours.subscribe(), db.clone());
        let tell = async {
            while let Some(round) = next(&mut ours).await {
                // What happened meanwhile is told once: people who type would fill the line otherwise.
                let mut rounds = BTreeSet::from([round]);
                rounds.extend(std::iter::from_fn(|| ours.try_recv().ok()));
                for round in rounds {
                    if let Err(error) = notify::tell(&out, server, round).await {
                        tracing::warn!(%error, "the other servers could not be told of a change");
                    }
                }
            }
        };
        let hear = async {
            loop {
                match self.hear(&db, server).await {
                    Ok(()) => return,
                    Err(error) => {
                        tracing::warn!(%error, "the other servers can't be heard");
                        tokio::time::sleep(Duration::from_secs(5)).await;
                    }
                }
            }
        };
        let (mut people, out) = (self.people.subscribe(), db.clone());
        let tell_people = async {
            while let Some((article, words)) = next(&mut people).await {
                if let Err(error) = notify::tell_people(&out, server, article, &words).await {
                    tracing::warn!(%error, "the other servers could not be told who writes");
                }
            }
        };
        tokio::join!(tell, tell_people, hear);
    }

    async fn hear(&self, db: &Db, server: Uuid) -> Result<(), store::Error> {
        let Some(mut listener) = notify::listen(db, server).await? else { return Ok(()) };
        loop {
            match listener.next().await? {
                Heard::Changed(round) => drop(self.local.send(round)),
                Heard::People { server, article, people } => drop(self.elsewhere.send(Elsewhere { server, article, people })),
            }
        }
    }
}

impl Default for Live {
    fn default() -> Self {
        Live::new()
    }
}

/// The next change; those that came too fast to be counted are passed over.
async fn next<T: Clone>(changes: &mut broadcast::Receiver<T>) -> Option<T> {
    loop {
        match changes.recv().await {
            Ok(change) => return Some(change),
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return None,
        }
    }
}

/// What stands for the answers of a round among the changes that servers tell each other.
fn answers_of(round: RoundId) -> RoundId {
    RoundId(Uuid::from_u128(!round.0.as_u128()))
}

/// Refuses unless the round, or its results, are there for this person now.
async fn may_listen(visit: &Visit, round: RoundId, results: bool) -> Result<(), AppError> {
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, Act::LiveRound, round).await?;
    let now = visit.services.clock.now();
    entry.calendar.must_be_visible(&entry.who, now)?;
    if results {
        entry.calendar.must_show_results(&entry.who, now)?;
    }
    Ok(())
}

/// Server-sent events: one `changed` for each change of the round, until it is no longer there for this person; with `?results` for
/// each answer too.
pub async fn live(Path(round): Path<String>, RawQuery(query): RawQuery, Extension(visit): Extension<Visit>) -> Response {
    let results = query.as_deref() == Some("results");
    let listening = async {
        let round: RoundId = round.parse().map_err(|_| Refusal::not_found())?;
        may_listen(&visit, round, results).await.map(|()| round)
    };
    let round = match listening.await {
        Ok(round) => round,
        Err(error) => return StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    };
    let (changes, stopped) = (visit.services.live.listen(), visit.services.live.stopping());
    let events = stream::unfold((visit, changes, stopped), move |(visit, mut changes, mut stopped)| async move {
        tokio::select! {
            () = of(round, results, &mut changes) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return None,
        }
        may_listen(&visit, round, results).await.ok()?;
        Some((Ok::<_, Infallible>(Event::default().event("changed").data("now")), (visit, changes, stopped)))
    });
    let mut response = Sse::new(events).keep_alive(KeepAlive::default()).into_response();
    // A proxy that gathers the answer would hold it back.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Resolves when this round has changed, or may have; its answers too where `results` are read.
async fn of(round: RoundId, results: bool, changes: &mut broadcast::Receiver<RoundId>) {
    loop {
        match changes.recv().await {
            Ok(changed) if changed == round || (results && changed == answers_of(round)) => return,
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

/// The bar that says that the page has changed, and the script that shows it. For pages of open rounds; beside `.page`, for it sticks to
/// the window.
pub fn bar(visit: &Visit, round: RoundId) -> impl IntoView + use<> {
    bar_of(visit, format!("/live/r/{round}"))
}

/// The same for the results of an open round.
pub fn results_bar(visit: &Visit, round: RoundId) -> impl IntoView + use<> {
    bar_of(visit, format!("/live/r/{round}?results"))
}

fn bar_of(visit: &Visit, address: String) -> impl IntoView + use<> {
    let lang = visit.lang;
    let script = format!("{}({address:?})", include_str!("live.js").trim_end());
    view! {
        <aside class="live" id="live" role="status" hidden>
            {sign("reload")}<p>{t!(lang, "live-changed")}</p><a class="button is-secondary" href="">{t!(lang, "live-reload")}</a>
        </aside>
        <script nonce=use_nonce() inner_html=script></script>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_page_hears_of_its_own_round_alone() {
        let (live, mine, other) = (Live::new(), store::new_id(), store::new_id());
        let mut changes = live.listen();
        live.changed(other);
        live.changed(mine);
        tokio::time::timeout(Duration::from_secs(5), of(mine, false, &mut changes)).await.unwrap();
        assert!(changes.try_recv().is_err());
    }

    #[tokio::test]
    async fn only_results_hear_of_answers() {
        let (live, mine) = (Live::new(), store::new_id());
        let mut changes = live.listen();
        live.answered(mine);
        tokio::time::timeout(Duration::from_secs(5), of(mine, true, &mut changes)).await.unwrap();
        live.answered(mine);
        live.changed(mine);
        tokio::time::timeout(Duration::from_secs(5), of(mine, false, &mut changes)).await.unwrap();
        assert!(changes.try_recv().is_err());
    }

    #[tokio::test]
    async fn a_page_that_fell_behind_takes_it_that_its_round_changed() {
        let (live, mine) = (Live::new(), store::new_id());
        let mut changes = live.listen();
        for _ in 0..300 {
            live.changed(store::new_id());
        }
        tokio::time::timeout(Duration::from_secs(5), of(mine, false, &mut changes)).await.unwrap();
    }
}
