//! Calls server functions, for islands and for plain forms.
//!
//! A plain form that succeeds is redirected. One that is refused gets its own page again, with what was typed and what is
//! wrong (see `app::forms`).

use app::{
    AppError,
    account::api::local,
    charter::files,
    forms::{Answered, BINARY, Outcome, SHOW},
    picture,
    visit::Visit,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use domain::access::Act;
use leptos::prelude::provide_context;

use super::pages;

/// Most bytes that a form may send.
pub const MOST: usize = 1024 * 1024;

/// One that brings a picture or a charter may send more, if somebody is signed in: strangers shall not fill the memory. What is a little
/// too much reaches the function, which says so by the field.
fn most(visit: &Visit, path: &str) -> usize {
    let brings = [Act::SetPicture, Act::Propose, Act::EditProposal].iter().any(|act| act.path() == path);
    match (brings, path == Act::ImportCharter.path()) {
        _ if visit.account().is_none() => MOST,
        (true, _) => picture::MOST + MOST,
        (_, true) => files::MOST + MOST,
        _ => MOST,
    }
}

pub async fn call(request: Request) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let plain_form = accepts_html(request.headers());
    let (mut parts, body) = request.into_parts();
    let (values, bytes) = match read(&parts.headers, body, most(&visit, parts.uri.path())).await {
        Ok(read) => read,
        Err(status) => {
            let refusal =
                domain::Refusal::field("", if status == StatusCode::PAYLOAD_TOO_LARGE { "form-too-large" } else { "form-unreadable" });
            let mut page = fault_page(&parts.extensions, &parts.headers, &AppError::Refused(refusal)).await;
            *page.status_mut() = status;
            return page;
        }
    };
    // Who holds back the end of a vote until the numbers show has not voted in time.
    let visit = visit.at(visit.services.clock.now());
    if parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/")) {
        parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    }
    let endpoint = parts.uri.path().to_owned();
    let headers = parts.headers.clone();
    let extensions = parts.extensions.clone();
    // The function answers with its value or its error; what becomes of it is decided here.
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let context = visit.clone();
    let mut request = Request::from_parts(parts, Body::from(bytes));
    // Read and bounded above; as base64 a picture is larger than what is let through unasked.
    DefaultBodyLimit::disable().apply(&mut request);
    let response = leptos_axum::handle_server_fns_with_context(move || provide_context(context.clone()), request).await.into_response();
    if !plain_form {
        return with_status(response).await;
    }
    let Some(origin) = page(&values, &headers, &visit.services.site.url) else {
        return with_status(response).await;
    };
    let (answer, body) = response.into_parts();
    let failed = !answer.status.is_success() && !answer.status.is_redirection();
    if !failed && !answer.headers.contains_key(SHOW) {
        let target = answer.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or(&origin);
        let mut redirect = Redirect::to(target).into_response();
        pass_cookies(&answer.headers, redirect.headers_mut());
        return redirect;
    }
    let Ok(body) = to_bytes(body, MOST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (outcome, status) = if failed {
        match serde_json::from_slice::<AppError>(&body) {
            Ok(AppError::Refused(refusal)) => {
                let status = refusal.kind.status();
                (Outcome::Refused(refusal), status)
            }
            Ok(error) => return fault_page(&extensions, &headers, &error).await,
            Err(_) => return (answer.status, body).into_response(),
        }
    } else {
        (Outcome::Show(serde_json::from_slice(&body).unwrap_or_default()), 200)
    };
    let answered = Answered { endpoint, values, outcome };
    let mut page = Request::new(Body::empty());
    *page.method_mut() = Method::GET;
    *page.uri_mut() = origin.parse::<Uri>().unwrap_or_default();
    *page.headers_mut() = headers;
    page.extensions_mut().insert(visit.answering(origin, answered));
    let mut page = pages::show(page).await;
    if page.status().is_success() {
        *page.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    }
    pass_cookies(&answer.headers, page.headers_mut());
    page
}

fn accepts_html(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// The path and query of the page that a form stood on: it says so itself, for the page that answers a refused form has the function's
/// address. A form that doesn't is believed to stand where the browser says.
fn page(values: &[(String, String)], headers: &HeaderMap, url: &str) -> Option<String> {
    if let Some((_, page)) = values.iter().find(|(name, _)| name == "form_page") {
        return Some(local(page).to_owned());
    }
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(url)?;
    Some(if path.starts_with("/api/") { "/" } else { local(path) }.to_owned())
}

/// The fields, and the body as a server function takes it. A file sent along becomes the text of its field.
async fn read(headers: &HeaderMap, body: Body, most: usize) -> Result<(Vec<(String, String)>, Bytes), StatusCode> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/") {
        let mut request = Request::new(body);
        *request.headers_mut() = headers.clone();
        DefaultBodyLimit::max(most).apply(&mut request);
        let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| StatusCode::BAD_REQUEST)?;
        let (mut values, mut total) = (Vec::new(), 0);
        while let Some(field) = multipart.next_field().await.map_err(|error| error.status())? {
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = field.file_name().is_some();
            let bytes = field.bytes().await.map_err(|error| error.status())?;
            total += bytes.len();
            if total > most {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            let text = if is_file { text_of_file(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
            // An empty file field stands beside a text area of the same name: the text counts.
            if !(text.is_empty() && values.iter().any(|(other, _)| *other == name)) {
                values.retain(|(other, value): &(String, String)| *other != name || !value.is_empty());
                values.push((name, text));
            }
        }
        let body = encode(&values);
        // A browser takes no file back: the page needs to know only that there was one.
        values.retain(|(_, value)| !value.starts_with(BINARY));
        return Ok((values, Bytes::from(body)));
    }
    let bytes = to_bytes(body, most).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let values = if kind.starts_with("application/x-www-form-urlencoded") { decode(&bytes) } else { Vec::new() };
    Ok((values, bytes))
}

/// What a spreadsheet saved: UTF-8, what Windows calls "CSV", or a workbook, which is an archive. Or a picture.
fn text_of_file(bytes: &[u8]) -> String {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if is_webp || [&b"PK\x03\x04"[..], b"\xFF\xD8\xFF", b"\x89PNG"].iter().any(|start| bytes.starts_with(start)) {
        return format!("{BINARY}{}", BASE64.encode(bytes));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn decode(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).into_owned().collect()
}

fn encode(values: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish()
}

/// Gives a refusal its own status instead of the library's 500.
async fn with_status(response: Response) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, MOST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Ok(error) = serde_json::from_slice::<AppError>(&body) {
        parts.status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    }
    Response::from_parts(parts, Body::from(body))
}

/// A page that says that the fault is ours and gives its reference.
async fn fault_page(extensions: &axum::http::Extensions, headers: &HeaderMap, error: &AppError) -> Response {
    let mut request = Request::new(Body::empty());
    *request.headers_mut() = headers.clone();
    *request.extensions_mut() = extensions.clone();
    pages::fault(request, error.clone()).await
}

fn pass_cookies(from: &HeaderMap, to: &mut HeaderMap) {
    for cookie in from.get_all(header::SET_COOKIE) {
        to.append(header::SET_COOKIE, cookie.clone());
    }
}
