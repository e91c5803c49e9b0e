//! Several servers on one PostgreSQL tell each other that a round changed, and who writes an article (`LISTEN`/`NOTIFY`). SQLite has one
//! server: nothing to tell.

use domain::id::{ArticleId, RoundId};
use sqlx::postgres::PgListener;
use uuid::Uuid;

use crate::{Db, Error};

const CHANNEL: &str = "palabre_round";
const PEOPLE: &str = "palabre_people";
/// PostgreSQL carries no longer message.
const MOST: usize = 7_900;

/// Tells the other servers; `server` is the one that tells.
pub async fn tell(db: &Db, server: Uuid, round: RoundId) -> Result<(), Error> {
    if let Some(pool) = db.postgres() {
        sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(format!("{server} {round}")).execute(pool).await?;
    }
    Ok(())
}

/// Tells the other servers who writes an article on this one, in words of the caller's; a room too full for one message is not told of.
pub async fn tell_people(db: &Db, server: Uuid, article: ArticleId, people: &str) -> Result<(), Error> {
    let message = format!("{server} {article} {people}");
    if let Some(pool) = db.postgres().filter(|_| message.len() <= MOST) {
        sqlx::query("SELECT pg_notify($1, $2)").bind(PEOPLE).bind(message).execute(pool).await?;
    }
    Ok(())
}

/// What another server tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Changed(RoundId),
    People { server: Uuid, article: ArticleId, people: String },
}

/// What the other servers tell. It connects anew by itself when the connection breaks.
pub struct Listener {
    connection: PgListener,
    server: Uuid,
}

/// Begins to listen as `server`; `None` on SQLite.
pub async fn listen(db: &Db, server: Uuid) -> Result<Option<Listener>, Error> {
    let Some(pool) = db.postgres() else { return Ok(None) };
    let mut connection = PgListener::connect_with(pool).await?;
    connection.listen_all([CHANNEL, PEOPLE]).await?;
    Ok(Some(Listener { connection, server }))
}

impl Listener {
    /// The next thing that another server tells.
    pub async fn next(&mut self) -> Result<Heard, Error> {
        loop {
            let notification = self.connection.recv().await?;
            let Some((server, rest)) = notification.payload().split_once(' ') else { continue };
            let Some(server) = server.parse::<Uuid>().ok().filter(|server| *server != self.server) else { continue };
            if notification.channel() == PEOPLE {
                let Some((article, people)) = rest.split_once(' ') else { continue };
                let Ok(article) = article.parse() else { continue };
                return Ok(Heard::People { server, article, people: people.to_owned() });
            }
            if let Ok(round) = rest.parse() {
                return Ok(Heard::Changed(round));
            }
        }
    }
}
