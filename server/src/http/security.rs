//! What keeps other sites from acting in a person's name, and browsers from doing more than we need.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::Http;

/// Every unsafe request must come from our own pages: the browser says so in `Sec-Fetch-Site` or `Origin`.
pub async fn own_origin(State(http): State<Http>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) || is_ours(&request, &http.services.site.url) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This request does not come from a page of this site.").into_response()
    }
}

fn is_ours(request: &Request<Body>, url: &str) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) if site != "same-origin" => false,
        (_, Some(origin)) => origin == url,
        (Some(_), None) => true,
        (None, None) => false,
    }
}

/// The usual headers. The content policy comes with each page, for it holds the page's nonce.
pub async fn headers(State(http): State<Http>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // Old browsers hear the same as the content policy says.
    let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let framed = policy.is_some_and(|policy| policy.ends_with("frame-ancestors 'self'"));
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, if framed { "SAMEORIGIN" } else { "DENY" }),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if http.services.site.url.starts_with("https:") {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
        );
    }
    response
}
