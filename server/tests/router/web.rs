//! The web around the pages: origin checks, headers, cookies, languages, forms that come back.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::access::{Act, Seat};

use crate::support::{ORIGIN, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_from_another_site_is_refused() {
    let app = TestApp::new().await;
    let from = |headers: &[(&str, &str)]| {
        let mut request = Request::post(Act::SignOut.path());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        app.send(request.body(Body::empty()).unwrap())
    };
    assert_eq!(from(&[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(from(&[("origin", "https://evil.example")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(from(&[("origin", ORIGIN), ("sec-fetch-site", "cross-site")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(from(&[("origin", "null")]).await.status, StatusCode::FORBIDDEN);
    assert_ne!(from(&[("origin", ORIGIN), ("sec-fetch-site", "same-origin")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_carry_the_headers_that_bind_browsers() {
    let app = TestApp::new().await;
    let answer = app.get(Seat::Visitor, "/sign-in").await;
    let header = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    let policy = header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
    assert!(nonce.len() >= 16);
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("referrer-policy"), "same-origin");
    // Each script on the page carries the nonce, and no element carries inline code or style.
    for script in answer.body.split("<script").skip(1) {
        assert!(script.starts_with(&format!(" nonce=\"{nonce}\"")) || script.split('>').next().unwrap().contains(nonce), "{script}");
    }
    assert!(!answer.body.contains(" style=\"") && !answer.body.contains(" onclick="));
    let other = app.get(Seat::Visitor, "/sign-in").await;
    assert!(!other.body.contains(nonce), "a nonce serves once");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_signed_in_people_stay_in_no_cache() {
    let app = TestApp::new().await;
    assert_eq!(app.get(Seat::Family, "/").await.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(app.get(Seat::Visitor, "/").await.headers[header::CACHE_CONTROL], "no-cache");
}

#[tokio::test(flavor = "multi_thread")]
async fn language_from_the_address_then_the_browser() {
    let app = TestApp::new().await;
    let page = |path: &'static str, accept: &'static str| {
        app.send(Request::get(path).header(header::ACCEPT_LANGUAGE, accept).body(Body::empty()).unwrap())
    };
    assert!(page("/sign-in", "en").await.body.contains("<html lang=\"en\""));
    assert!(page("/sign-in", "de").await.body.contains("<html lang=\"fr\""));
    let answer = page("/sign-in?lang=en", "fr").await;
    assert!(answer.body.contains("<html lang=\"en\""));
    assert!(answer.headers[header::SET_COOKIE].to_str().unwrap().starts_with("palabre-language=en"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_comes_back_with_what_was_typed() {
    let app = TestApp::new().await;
    let answer =
        app.post(Seat::Visitor, Act::SignIn, "/sign-in?next=/my-word", &[("email", "na\"dia@example.org"), ("password", "wrong")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("error-summary") && answer.body.contains("href=\"#password\""));
    assert!(answer.body.contains("value=\"na&quot;dia@example.org\""), "what was typed, escaped");
    assert!(!answer.body.contains("value=\"wrong\""), "a password is never sent back");
    assert!(answer.body.contains("value=\"/my-word\""), "the address it came from is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_refused_twice_still_knows_its_page() {
    let app = TestApp::new().await;
    let page = "/sign-in?next=/my-word";
    let first = app.get(Seat::Visitor, page).await;
    assert!(first.body.contains(&format!("name=\"form_page\" value=\"{page}\"")));
    // The browser stands at the function's address now.
    let again = [("form_page", page), ("email", "nadia@example.org"), ("password", "wrong")];
    let second = app.post(Seat::Visitor, Act::SignIn, Act::SignIn.path(), &again).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(second.body.contains("value=\"nadia@example.org\"") && second.body.contains(&format!("value=\"{page}\"")));
    // A page elsewhere is no page of ours.
    let elsewhere = app.post(Seat::Family, Act::Rename, "/account", &[("form_page", "//evil.example/"), ("name", "Nadia")]).await;
    assert!(!elsewhere.location().contains("evil"), "{}", elsewhere.location());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_page_says_so() {
    let app = TestApp::new().await;
    for path in ["/nowhere", "/p/not-an-id", "/r/01990b7e-5a0e-7cc3-98c4-dc0c0c07398f"] {
        let answer = app.get(Seat::Visitor, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("<h1>"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_or_oversized_form_is_refused_with_a_message() {
    let app = TestApp::new().await;
    let answer = app.post(Seat::Visitor, Act::SignIn, "/sign-in", &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let large = "x".repeat(2 * 1024 * 1024);
    assert_eq!(app.post(Seat::Visitor, Act::SignIn, "/sign-in", &[("email", &large)]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}
