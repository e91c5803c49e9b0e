//! The sign-in cookie: a random token that only the browser holds.

use http::{HeaderValue, header::SET_COOKIE};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::{AppError, error::fault};

/// `__Host-`: this host alone, whole site, secure connections (or the machine itself).
pub const NAME: &str = "__Host-palabre";
/// The language chosen without an account.
pub const LANGUAGE: &str = "palabre-language";

/// Gives the browser the token of a new session.
pub fn give(token: &str) -> Result<(), AppError> {
    set(&format!("{NAME}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", store::session::ABSOLUTE / 1000))
}

/// Takes it back.
pub fn take_back() -> Result<(), AppError> {
    set(&format!("{NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"))
}

pub fn remember_language(tag: &str) -> Result<(), AppError> {
    set(&format!("{LANGUAGE}={tag}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000"))
}

fn set(cookie: &str) -> Result<(), AppError> {
    let response = use_context::<ResponseOptions>().ok_or_else(|| fault(&"no response in context"))?;
    response.append_header(SET_COOKIE, HeaderValue::from_str(cookie).map_err(|e| fault(&e))?);
    Ok(())
}

/// The value of a cookie in a `Cookie` header.
pub fn read<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    header.split(';').filter_map(|pair| pair.trim().split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_among_several() {
        assert_eq!(read("a=1; __Host-palabre=abc; b=2", NAME), Some("abc"));
        assert_eq!(read("x__Host-palabre=abc", NAME), None);
    }
}
