//! Renders the pages of the app.

use app::{
    AppError,
    shell::{shell, shell_of_error},
    visit::Visit,
};
use axum::{
    extract::Request,
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
};
use leptos::prelude::provide_context;

/// The page at the request's address, whole and complete.
pub async fn show(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let context = visit(&request);
    leptos_axum::render_app_async_with_context(context, shell)(request).await
}

/// The page of a fault, at whatever address.
pub async fn fault(request: Request, error: AppError) -> Response {
    let context = visit(&request);
    leptos_axum::render_app_async_with_context(context, move || shell_of_error(&error))(request).await
}

fn visit(request: &Request) -> impl Fn() + Clone + Send + Sync + 'static {
    let visit = request.extensions().get::<Visit>().cloned();
    move || {
        if let Some(visit) = visit.clone() {
            provide_context(visit);
        }
    }
}
