//! Several servers on one PostgreSQL tell each other that a round changed (`LISTEN`/`NOTIFY`). SQLite has one server: nothing to tell.

use domain::id::RoundId;
use sqlx::postgres::PgListener;
use uuid::Uuid;

use crate::{Db, Error};

const CHANNEL: &str = "palabre_round";

/// Tells the other servers; `server` is the one that tells.
pub async fn tell(db: &Db, server: Uuid, round: RoundId) -> Result<(), Error> {
    if let Some(pool) = db.postgres() {
        sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(format!("{server} {round}")).execute(pool).await?;
    }
    Ok(())
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
    connection.listen(CHANNEL).await?;
    Ok(Some(Listener { connection, server }))
}

impl Listener {
    /// The next round that changed on another server.
    pub async fn next(&mut self) -> Result<RoundId, Error> {
        loop {
            let notification = self.connection.recv().await?;
            let Some((server, round)) = notification.payload().split_once(' ') else { continue };
            if let (Ok(server), Ok(round)) = (server.parse::<Uuid>(), round.parse())
                && server != self.server
            {
                return Ok(round);
            }
        }
    }
}
