//! Password hashes: argon2id at OWASP's parameters, away from the async threads, a bounded number at once.

use std::sync::Arc;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::{AppError, error::fault};

/// Each hash takes 19 MiB; so many at once, the others wait.
const AT_ONCE: usize = 2;

/// Argon2id, 19 MiB, 2 passes, 1 lane: the library's default is OWASP's first recommendation.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// Checked against when there is no such account, so that both take the same time.
    nobody: Arc<str>,
}

impl Passwords {
    pub async fn new() -> Result<Self, AppError> {
        let passwords = Passwords { turns: Arc::new(Semaphore::new(AT_ONCE)), nobody: Arc::from("") };
        let nobody = passwords.hash("nobody signs in with this".to_owned()).await?;
        Ok(Passwords { nobody: Arc::from(nobody), ..passwords })
    }

    /// The PHC string to be stored.
    pub async fn hash(&self, password: String) -> Result<String, AppError> {
        self.run(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())).await?.map_err(|e| fault(&e))
    }

    /// Whether `password` is the one behind `hash`; takes as long when there is no hash.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, AppError> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.to_string());
        let fits = self
            .run(move || PasswordHash::new(&hash).map(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()))
            .await?
            .map_err(|e| fault(&e))?;
        Ok(fits && known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
        let _turn = self.turns.acquire().await.map_err(|e| fault(&e))?;
        tokio::task::spawn_blocking(work).await.map_err(|e| fault(&e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn accepts_the_password_and_nothing_else() {
        let passwords = Passwords::new().await.unwrap();
        let hash = passwords.hash("tilleul et noisette".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("tilleul et noisette".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("tilleul".into(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("nobody signs in with this".into(), None).await.unwrap());
    }
}
