//! What a server function may answer instead of a value.

use domain::Refusal;
use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// A refusal is for the person who asked; a fault is ours, and only its reference leaves the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The reference under which the cause is in the log.
    #[error("fault {0}")]
    Fault(String),
    /// The request or the answer did not arrive whole (seen in the browser).
    #[error("transport: {0}")]
    Transport(String),
}

impl AppError {
    pub fn status(&self) -> u16 {
        match self {
            AppError::Refused(refusal) => refusal.kind.status(),
            AppError::Fault(_) => 500,
            AppError::Transport(_) => 400,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                AppError::Refused(Refusal::field("", "malformed"))
            }
            other => AppError::Transport(other.to_string()),
        }
    }
}

/// Logs the cause of a fault and gives the reference that the person sees, short enough to be read out over the telephone.
#[cfg(feature = "ssr")]
pub fn fault(cause: &dyn std::fmt::Display) -> AppError {
    AppError::Fault(log_fault(cause))
}

/// As [`fault`], the reference alone.
#[cfg(feature = "ssr")]
pub fn log_fault(cause: &dyn std::fmt::Display) -> String {
    let digits = store::random_id::<store::Uuid>().simple().to_string().to_uppercase();
    let reference = format!("{}-{}", &digits[..4], &digits[4..8]);
    tracing::error!(reference, cause = %cause, "fault");
    reference
}

#[cfg(feature = "ssr")]
impl From<store::Error> for AppError {
    fn from(error: store::Error) -> Self {
        fault(&error)
    }
}
