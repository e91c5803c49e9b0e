//! The database: two doors, one to read and one to write.

use std::{str::FromStr, time::Duration};

use futures::future::BoxFuture;
use sqlx::{
    ConnectOptions, PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{Conn, Error, writer::Writer};

static SQLITE: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/postgres");

#[derive(Clone)]
pub struct Db(Kind);

#[derive(Clone)]
enum Kind {
    Sqlite { readers: SqlitePool, writer: Writer },
    Postgres(PgPool),
}

impl Db {
    /// Connects and brings the tables up to date. `url` is `sqlite:FILE` or `postgres://…`.
    pub async fn open(url: &str) -> Result<Self, Error> {
        Db::connect(url, true).await
    }

    /// Connects to a database that must be there, and changes nothing in it.
    pub async fn open_as_is(url: &str) -> Result<Self, Error> {
        Db::connect(url, false).await
    }

    async fn connect(url: &str, migrate: bool) -> Result<Self, Error> {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(migrate)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(400)
                .disable_statement_logging();
            let mut writer = options.connect().await?;
            if migrate {
                SQLITE.run(&mut writer).await?;
            }
            let readers = SqlitePoolOptions::new().max_connections(4).connect_with(options.pragma("query_only", "ON")).await?;
            Ok(Db(Kind::Sqlite { readers, writer: Writer::start(writer) }))
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
            let pool = PgPoolOptions::new().max_connections(24).acquire_timeout(Duration::from_secs(10)).connect_with(options).await?;
            if migrate {
                POSTGRES.run(&pool).await?;
            }
            Ok(Db(Kind::Postgres(pool)))
        } else {
            Err(Error::Url(url.split(':').next().unwrap_or_default().to_owned()))
        }
    }

    /// A connection for reading.
    pub async fn read(&self) -> Result<Conn, Error> {
        Ok(match &self.0 {
            Kind::Sqlite { readers, .. } => Conn::Sqlite(readers.acquire().await?),
            Kind::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }

    /// Runs `work` in one transaction: kept when it returns `Ok`, undone otherwise. When this returns, it is on the disk.
    ///
    /// ```ignore
    /// db.write(move |c| Box::pin(async move { store::proposals::vote(c, proposal, account, choice).await })).await
    /// ```
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        match &self.0 {
            Kind::Sqlite { writer, .. } => writer.write(work).await,
            Kind::Postgres(pool) => {
                let mut conn = Conn::PostgresWriter(pool.begin().await.map_err(Error::from)?);
                let value = work(&mut conn).await?;
                if let Conn::PostgresWriter(transaction) = conn {
                    transaction.commit().await.map_err(Error::from)?;
                }
                Ok(value)
            }
        }
    }

    /// Takes from PostgreSQL's files what anonymous rounds left behind when they were sealed (see [`crate::responses::seal`]): rows that
    /// were deleted stay there, with the transaction that wrote them, until somebody sweeps. Not within a transaction.
    pub async fn sweep(&self) -> Result<(), Error> {
        if let Kind::Postgres(pool) = &self.0 {
            sqlx::query("VACUUM participations, responses, paper_sheets, drafts, secret_ballots").execute(pool).await?;
        }
        Ok(())
    }

    /// The pool, where the database is PostgreSQL.
    pub(crate) fn postgres(&self) -> Option<&PgPool> {
        match &self.0 {
            Kind::Sqlite { .. } => None,
            Kind::Postgres(pool) => Some(pool),
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        let mut conn = self.read().await?;
        let _one: (i32,) = crate::conn::one!(conn, (i32,), "SELECT 1")?;
        Ok(())
    }

    /// Number of migrations of this program that the database has not had.
    pub async fn missing_migrations(&self) -> Result<usize, Error> {
        let mut conn = self.read().await?;
        let known = match &self.0 {
            Kind::Sqlite { .. } => SQLITE.iter().count(),
            Kind::Postgres(_) => POSTGRES.iter().count(),
        };
        let (done,): (i64,) = crate::conn::one!(conn, (i64,), "SELECT COUNT(*) FROM _sqlx_migrations WHERE success")?;
        Ok(known.saturating_sub(usize::try_from(done).unwrap_or(0)))
    }

    /// The name of the database system, for people.
    pub fn name(&self) -> &'static str {
        match &self.0 {
            Kind::Sqlite { .. } => "SQLite",
            Kind::Postgres(_) => "PostgreSQL",
        }
    }
}
