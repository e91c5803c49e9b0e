//! The two databases behind one connection type, and the macros with which SQL is written once for both.
//!
//! SQL uses what both speak: `$1` placeholders, `RETURNING`, `ON CONFLICT`. Where they must differ, they differ here.

use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction, pool::PoolConnection};

use crate::Error;

/// One connection, for as long as a read or a write transaction lasts.
pub enum Conn {
    Sqlite(PoolConnection<Sqlite>),
    SqliteWriter(Box<SqliteConnection>),
    Postgres(PoolConnection<Postgres>),
    PostgresWriter(Transaction<'static, Postgres>),
}

/// The driver's own connection.
pub(crate) enum Raw<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Conn {
    pub(crate) fn raw(&mut self) -> Raw<'_> {
        match self {
            Conn::Sqlite(c) => Raw::Sqlite(c),
            Conn::SqliteWriter(c) => Raw::Sqlite(c),
            Conn::Postgres(c) => Raw::Postgres(c),
            Conn::PostgresWriter(c) => Raw::Postgres(c),
        }
    }

    /// Waits until no other transaction holds `key`, and holds it until this one ends.
    ///
    /// For rules that read before they write (one vote each, the journal's chain). SQLite has one writer and needs nothing.
    pub async fn lock(&mut self, key: uuid::Uuid) -> Result<(), Error> {
        if let Raw::Postgres(c) = self.raw() {
            let (high, low) = key.as_u64_pair();
            sqlx::query("SELECT pg_advisory_xact_lock($1)").bind((high ^ low) as i64).execute(c).await?;
        }
        Ok(())
    }
}

impl Conn {
    /// As [`Conn::lock`] of one key, and beside it a share of another: many hold shares at once, and none while somebody has it locked.
    pub async fn lock_and_share(&mut self, key: uuid::Uuid, shared: uuid::Uuid) -> Result<(), Error> {
        if let Raw::Postgres(c) = self.raw() {
            let number = |key: uuid::Uuid| {
                let (high, low) = key.as_u64_pair();
                (high ^ low) as i64
            };
            let sql = "SELECT pg_advisory_xact_lock($1), pg_advisory_xact_lock_shared($2)";
            sqlx::query(sql).bind(number(key)).bind(number(shared)).execute(c).await?;
        }
        Ok(())
    }
}

/// Runs one query on whichever database this is.
macro_rules! on {
    ($conn:expr, $method:ident, $query:expr) => {
        match $conn.raw() {
            $crate::conn::Raw::Sqlite(c) => $query.$method(c).await,
            $crate::conn::Raw::Postgres(c) => $query.$method(c).await,
        }
        .map_err($crate::Error::from)
    };
}

/// All rows as `$row`: `all!(c, Row, "SELECT …", a, b)`.
macro_rules! all {
    ($conn:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::conn::on!($conn, fetch_all, sqlx::query_as::<_, $row>($sql)$(.bind($arg))*)
    };
}

/// The one row that must be there.
macro_rules! one {
    ($conn:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::conn::on!($conn, fetch_one, sqlx::query_as::<_, $row>($sql)$(.bind($arg))*)
    };
}

/// The row, if there is one.
macro_rules! maybe {
    ($conn:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::conn::on!($conn, fetch_optional, sqlx::query_as::<_, $row>($sql)$(.bind($arg))*)
    };
}

/// Executes, and gives the number of rows it touched.
macro_rules! run {
    ($conn:expr, $sql:expr $(, $arg:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::conn::Raw::Sqlite(c) => sqlx::query($sql)$(.bind($arg))*.execute(c).await.map(|done| done.rows_affected()),
            $crate::conn::Raw::Postgres(c) => sqlx::query($sql)$(.bind($arg))*.execute(c).await.map(|done| done.rows_affected()),
        }
        .map_err($crate::Error::from)
    };
}

/// Inserts many rows with one statement: `rows!(c, "INSERT INTO t (a, b) ", items, |row, (a, b)| row.push_bind(a).push_bind(b), " ON CONFLICT …")`.
/// There must be at least one item.
macro_rules! rows {
    ($conn:expr, $head:expr, $items:expr, |$row:ident, $item:pat_param| $push:expr, $tail:expr) => {{
        macro_rules! insert {
            ($c:expr, $database:ty) => {{
                let mut query = sqlx::QueryBuilder::<$database>::new($head);
                query.push_values($items, |mut $row, $item| {
                    $push;
                });
                query.push($tail).build().execute($c).await.map(|done| done.rows_affected())
            }};
        }
        match $conn.raw() {
            $crate::conn::Raw::Sqlite(c) => insert!(c, sqlx::Sqlite),
            $crate::conn::Raw::Postgres(c) => insert!(c, sqlx::Postgres),
        }
        .map_err($crate::Error::from)
    }};
}

/// All rows as `$row` that belong to one of some keys, in one query: `among!(c, Row, "SELECT … WHERE id IN (", ids, ") AND a = ", a, " ORDER BY b")`.
/// Of no keys there is nothing.
macro_rules! among {
    ($conn:expr, $row:ty, $head:expr, $keys:expr, $tail:expr $(, $arg:expr, $more:expr)* $(,)?) => {{
        macro_rules! select {
            ($c:expr, $database:ty) => {{
                let mut query = sqlx::QueryBuilder::<$database>::new($head);
                let mut keys = query.separated(", ");
                for key in $keys {
                    keys.push_bind(ToOwned::to_owned(key));
                }
                query.push($tail);
                $(query.push_bind($arg).push($more);)*
                query.build_query_as::<$row>().fetch_all($c).await
            }};
        }
        if $keys.is_empty() {
            Ok(Vec::new())
        } else {
            match $conn.raw() {
                $crate::conn::Raw::Sqlite(c) => select!(c, sqlx::Sqlite),
                $crate::conn::Raw::Postgres(c) => select!(c, sqlx::Postgres),
            }
            .map_err($crate::Error::from)
        }
    }};
}

pub(crate) use {all, among, maybe, on, one, rows, run};
