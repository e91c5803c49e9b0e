//! Finds out who asks and in which language, once per request.

use std::net::{IpAddr, SocketAddr};

use app::{
    account::cookie,
    i18n::Lang,
    visit::{Inner, Visit},
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use store::session;

use super::{Http, fault};

pub async fn make(State(http): State<Http>, mut request: Request, next: Next) -> Response {
    let services = http.services.clone();
    let now = services.clock.now();
    let cookies = request.headers().get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = cookie::read(cookies, cookie::NAME).map(str::to_owned);
    let signed_in = match &token {
        Some(token) => match find(&services, token, now).await {
            Ok(session) => session,
            Err(error) => {
                return fault::page(StatusCode::SERVICE_UNAVAILABLE, &error);
            }
        },
        None => None,
    };
    let asked = request.uri().query().and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("lang="))).and_then(Lang::parse);
    let lang = asked
        // What was chosen in this browser comes before what the account remembers from another.
        .or_else(|| cookie::read(cookies, cookie::LANGUAGE).and_then(Lang::parse))
        .or_else(|| signed_in.as_ref().and_then(|session| session.locale.as_deref()).and_then(Lang::parse))
        .unwrap_or_else(|| {
            Lang::from_browser(request.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default())
        });
    let private = signed_in.is_some();
    let visit = Visit::new(Inner {
        services,
        session: signed_in,
        token,
        lang,
        now,
        path: request.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
        address: address(&request, &http.trusted_proxies),
        answered: None,
    });
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Some(lang) = asked
        && let Ok(value) =
            HeaderValue::from_str(&format!("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000", cookie::LANGUAGE, lang.tag()))
    {
        headers.append(header::SET_COOKIE, value);
    }
    // On a shared telephone, the next person must not see this one's pages by going back.
    let cache = if private { "no-store" } else { "no-cache" };
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(cache));
    headers.entry(header::VARY).or_insert(HeaderValue::from_static("cookie, accept-language"));
    response
}

async fn find(services: &app::services::Services, token: &str, now: i64) -> Result<Option<session::Session>, store::Error> {
    let mut conn = services.db.read().await?;
    let found = session::find(&mut conn, token, now).await?;
    drop(conn);
    if found.as_ref().is_some_and(|session| session.seen_at < now - session::TOUCH) {
        let token = token.to_owned();
        services.db.write(move |c| Box::pin(async move { session::touch(c, &token, now).await })).await?;
    }
    Ok(found)
}

/// The peer's address, or what a trusted proxy says it is.
fn address(request: &Request, trusted: &[IpAddr]) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
    let Some(peer) = peer else { return "unknown".to_owned() };
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).and_then(|list| list.rsplit(',').next());
    match forwarded {
        Some(client) if trusted.contains(&peer) => client.trim().to_owned(),
        _ => peer.to_string(),
    }
}
