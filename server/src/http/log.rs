//! One line per request: method, kind of page, status, time taken. No address, no account, no identifier.

use axum::{extract::Request, middleware::Next, response::Response};

pub async fn requests(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = kind(request.uri().path());
    let start = std::time::Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let ms = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(http.method = %method, http.path = path, http.status = status, ms, "request");
    } else {
        tracing::info!(http.method = %method, http.path = path, http.status = status, ms, "request");
    }
    response
}

/// The path without what identifies: `/r/0199…/results` reads `/r/*/results`.
fn kind(path: &str) -> String {
    path.split('/')
        .map(|part| if part.len() > 20 || part.chars().any(|c| c.is_ascii_digit()) { "*" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn identifiers_do_not_reach_the_log() {
        assert_eq!(super::kind("/r/01990b7e-5a0e-7cc3-98c4-dc0c0c07398f/results"), "/r/*/results");
        assert_eq!(super::kind("/card/K7QM-4T2X"), "/card/*");
        assert_eq!(super::kind("/api/account/sign-in"), "/api/account/sign-in");
    }
}
