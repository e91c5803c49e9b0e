//! The page of last resort: when not even the shell could be rendered. It says what to do and gives a reference that is in the log.

use std::any::Any;

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};

/// A fault with its cause, which is logged and not shown.
pub fn page(status: StatusCode, cause: &dyn std::fmt::Display) -> Response {
    let reference = app::log_fault(cause);
    let html = format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Palabre</title></head><body>\
         <h1>Quelque chose a mal tourné chez nous</h1><p>Ce n’est pas votre faute, et rien n’a été enregistré à moitié. Réessayez dans un instant.</p>\
         <p>Référence : <code>{reference}</code></p><hr><p lang=\"en\">Something went wrong on our side. Nothing was half saved. Please try again in a moment and \
         quote the reference above if it goes on.</p><p><a href=\"/\">Palabre</a></p></body></html>"
    );
    (status, Html(html)).into_response()
}

/// What a panic in a handler becomes.
pub fn of_panic(panic: Box<dyn Any + Send>) -> Response {
    let cause =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    page(StatusCode::INTERNAL_SERVER_ERROR, &format!("panic: {cause}"))
}
