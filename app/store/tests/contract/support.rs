//! A fresh database for each test, of either kind.

use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use store::{Db, Uuid};

/// Which database a case runs on.
#[derive(Clone, Copy, Debug)]
pub enum On {
    Sqlite,
    Postgres,
}

impl On {
    /// An empty database with its tables. PostgreSQL is named by `PALABRE_TEST_POSTGRES` (see `tests/with-postgres.sh`); a test
    /// without it fails, for a suite that skips one database proves nothing.
    pub async fn open(self) -> Db {
        Db::open(&self.url().await).await.unwrap()
    }

    pub async fn url(self) -> String {
        let name = format!("palabre_{}", Uuid::new_v4().simple());
        match self {
            On::Sqlite => format!("sqlite:{}", std::env::temp_dir().join(format!("{name}.db")).display()),
            On::Postgres => {
                let server = std::env::var("PALABRE_TEST_POSTGRES").expect("PALABRE_TEST_POSTGRES names no server: run `make test`");
                let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
                admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
                format!("{server}/{name}")
            }
        }
    }
}

/// Changes the database at `url` behind the program's back.
pub async fn behind(url: &str, sql: &'static str) {
    if url.starts_with("sqlite:") {
        SqliteConnection::connect(url).await.unwrap().execute(sql).await.unwrap();
    } else {
        PgConnection::connect(url).await.unwrap().execute(sql).await.unwrap();
    }
}
