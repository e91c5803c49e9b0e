/// What went wrong in the database. It is logged, never shown.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    #[error("migrations: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("the database URL must begin with sqlite: or postgres:, not with {0:?}")]
    Url(String),
    #[error("the write was given up: {0}")]
    Writer(String),
    #[error("no random numbers: {0}")]
    Random(String),
    #[error("stored value: {0}")]
    Stored(#[from] serde_json::Error),
    #[error("the draft of the article {0} can't be read: {1}")]
    Draft(domain::id::ArticleId, domain::charter::draft::Unfit),
    #[error("the journal is broken at entry {0}")]
    Journal(i64),
}

impl Error {
    /// A row with the same key is there already.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Error::Sql(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}
