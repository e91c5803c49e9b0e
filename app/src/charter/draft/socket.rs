//! The connection of one person who writes an article with others.

use std::{num::NonZeroU32, time::Duration};

use axum::{
    Extension,
    extract::{
        Path,
        ws::{Message, WebSocket, WebSocketUpgrade, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Refusal,
    access::Act,
    charter::{
        article::may_draft,
        wire::{End, MOST, Say, Tell, heard, pack},
    },
    id::ArticleId,
};
use governor::{Quota, RateLimiter};
use tokio::{
    sync::mpsc,
    time::{Instant, interval, timeout},
};

use super::{Event, Seat, must_hold_pen};
use crate::{AppError, visit::Visit};

/// What may wait for somebody who reads slowly; with more they are let go, and come back.
const UNREAD: usize = 512;
/// How long a new connection may take to say what it has.
const HELLO: Duration = Duration::from_secs(10);
/// How often the other side is asked whether it is there, so that nothing on the way forgets the connection.
const PING: Duration = Duration::from_secs(25);
const SILENCE: Duration = Duration::from_secs(80);
/// Messages a second of one connection: more than anybody types, with room for what waited.
const PACE: NonZeroU32 = NonZeroU32::MIN.saturating_add(99);

/// `/live/article/ID`: a WebSocket whose messages are `domain::charter::wire`.
pub async fn live(
    Path(article): Path<String>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let admitted = match article.parse() {
        Ok(article) => admit(&visit, article).await.map(|seat| (article, seat)),
        Err(_) => Err(Refusal::not_found().into()),
    };
    // Browsers send cookies with the sockets of any page: only ours may open one.
    let ours = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) == Some(visit.services.site.url.as_str());
    match (admitted, upgrade) {
        (Ok(_), Err(rejection)) => rejection.into_response(),
        (Ok((article, seat)), Ok(upgrade)) if ours => {
            upgrade.max_message_size(MOST).max_frame_size(MOST).on_upgrade(move |socket| converse(socket, visit, article, seat))
        }
        // A script is not told why a socket did not open: it would take it for the network, and wait.
        (Err(AppError::Refused(_)), Ok(upgrade)) if ours => {
            upgrade.on_upgrade(|mut socket| async move { end(&mut socket, End::Forbidden).await })
        }
        (Err(error), _) => StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
        (Ok(_), Ok(_)) => StatusCode::FORBIDDEN.into_response(),
    }
}

/// The seat of somebody who may write in the article now, and the messages for it.
async fn admit(visit: &Visit, article: ArticleId) -> Result<(Seat, mpsc::Receiver<Vec<u8>>), AppError> {
    let mut c = visit.read().await?;
    let round = store::charter::round_of(&mut c, article).await?.ok_or_else(Refusal::not_found)?;
    let entry = visit.allow_in_round(&mut c, Act::LiveArticle, round).await?;
    must_hold_pen(&mut c, round, &entry).await?;
    may_draft(entry.kind, &entry.calendar, store::charter::is_frozen(&mut c, round).await?, visit.now)?;
    let (out, told) = mpsc::channel(UNREAD);
    let seat = Seat {
        account: entry.who.account()?,
        session: store::secret_hash(visit.token.as_deref().unwrap_or_default()),
        name: visit.session.as_ref().map(|session| session.name.clone()).unwrap_or_default(),
        college: entry.who.membership.and_then(|membership| membership.college).map(|(_, kind)| kind),
        out,
    };
    Ok((seat, told))
}

async fn converse(mut socket: WebSocket, visit: Visit, article: ArticleId, (seat, mut told): (Seat, mpsc::Receiver<Vec<u8>>)) {
    let hello = timeout(HELLO, socket.recv()).await;
    let Ok(Some(Ok(Message::Binary(bytes)))) = hello else { return };
    let Some(Say::Hello { vector }) = heard(&bytes) else { return end(&mut socket, End::Malformed).await };
    // By chance, for it must be another one on each server.
    let id = store::random_bits() as u32;
    let room = visit.services.rooms.join(&visit.services, article, Event::Join { id, seat, vector }).await;
    let pace = RateLimiter::direct(Quota::per_second(PACE));
    let mut ping = interval(PING);
    let mut heard_at = Instant::now();
    loop {
        tokio::select! {
            message = socket.recv() => {
                heard_at = Instant::now();
                match message {
                    Some(Ok(Message::Binary(bytes))) => {
                        let Some(say) = heard(&bytes) else { end(&mut socket, End::Malformed).await; break };
                        pace.until_ready().await;
                        if room.send(Event::Said { id, say }).await.is_err() { break }
                    }
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                    Some(Ok(Message::Text(_))) => { end(&mut socket, End::Malformed).await; break }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                }
            }
            words = told.recv() => match words {
                Some(words) => if !send(&mut socket, Message::Binary(words.into())).await { break },
                // The room let this person go, or ended.
                None => break,
            },
            _ = ping.tick() => {
                if heard_at.elapsed() > SILENCE || !send(&mut socket, Message::Ping(Default::default())).await { break }
            }
        }
    }
    // The room may be gone already.
    let _told = room.send(Event::Leave { id }).await;
}

async fn end(socket: &mut WebSocket, why: End) {
    // Whoever sends what is no message may not read either.
    send(socket, Message::Binary(pack(&Tell::End(why)).into())).await;
}

/// Whether it went out: who does not read for this long is gone.
async fn send(socket: &mut WebSocket, message: Message) -> bool {
    matches!(timeout(SILENCE, socket.send(message)).await, Ok(Ok(())))
}
