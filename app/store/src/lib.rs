//! SQL, written once for SQLite and PostgreSQL.
//!
//! One file per table family; each function takes `&mut Conn`, so that they compose in one transaction. `conn.rs` alone
//! knows that there are two databases.

/// That a proposal `p` is one that people find and vote on: neither hidden, nor withdrawn, nor merged into another.
macro_rules! listed {
    () => {
        "p.hidden_reason IS NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL"
    };
}

/// What an amendment `m` is called: the title it proposes, else that of the version it is proposed against.
macro_rules! amendment_title {
    () => {
        "COALESCE(NULLIF(m.title, ''), (SELECT w.title FROM article_versions w WHERE w.article_id = m.article_id AND w.number = m.base))"
    };
}

pub mod account;
pub mod admin;
pub mod ballots;
pub mod charter;
mod clock;
pub mod code;
pub mod comments;
pub mod committee;
mod conn;
mod db;
mod error;
pub mod journal;
pub mod link;
pub mod mail;
pub mod members;
pub mod moderation;
pub mod needs;
pub mod news;
pub mod notify;
pub mod opinions;
pub mod pace;
pub mod paper;
pub mod pictures;
pub mod process;
pub mod proposals;
pub mod research;
pub mod responses;
pub mod round;
pub mod search;
pub mod session;
pub mod trace;
mod writer;

pub use clock::Clock;
pub use conn::Conn;
pub use db::Db;
pub use error::Error;

pub use uuid::Uuid;

/// A new identifier where the order of arrival is no secret.
pub fn new_id<T: From<Uuid>>() -> T {
    Uuid::now_v7().into()
}

/// A new identifier that tells nothing: for everything anonymous.
pub fn random_id<T: From<Uuid>>() -> T {
    Uuid::new_v4().into()
}

/// Random bits that tell nothing; the two highest are always the same.
pub fn random_bits() -> u64 {
    Uuid::new_v4().as_u64_pair().1
}

/// Who writes in a replicated text: 53 random bits.
pub fn random_writer() -> u64 {
    random_bits() & ((1 << 53) - 1)
}

/// 256 random bits, as 64 hexadecimal digits: sign-in cookies and links.
pub fn new_token() -> Result<String, Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| Error::Random(e.to_string()))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// What the database keeps of a secret.
pub fn secret_hash(secret: &str) -> Vec<u8> {
    content_hash(secret.as_bytes())
}

/// SHA-256.
pub fn content_hash(content: &[u8]) -> Vec<u8> {
    use sha2::Digest;
    sha2::Sha256::digest(content).to_vec()
}
