//! An editor as the browser has one, over a real socket: for tests and for the bench.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use axum::http::header;
use domain::{
    charter::{
        draft::Draft,
        wire::{End, Person, Say, Tell, pack, unpack},
    },
    id::ArticleId,
};
use futures::{SinkExt, StreamExt};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Message, client::IntoClientRequest},
};

pub type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Opens a socket to an article, as a page of `origin` does.
pub async fn dial(server: SocketAddr, article: ArticleId, cookie: Option<&str>, origin: &str) -> Result<Socket, tungstenite::Error> {
    let mut request = format!("ws://{server}/live/article/{article}").into_client_request()?;
    let headers = request.headers_mut();
    headers.insert(header::ORIGIN, origin.parse().unwrap());
    if let Some(cookie) = cookie {
        headers.insert(header::COOKIE, cookie.parse().unwrap());
    }
    Ok(connect_async(request).await?.0)
}

/// An editor, as the browser has one.
pub struct Writer {
    pub socket: Socket,
    pub draft: Draft,
    pub you: u32,
    /// The number of the last write that was acknowledged.
    pub kept: u32,
    pub people: Vec<Person>,
    pub version: Option<i64>,
    /// When the server had told it all.
    pub welcomed_at: Option<Instant>,
    /// It had something that the server had not.
    pub brings: bool,
}

impl Writer {
    /// Says what it has, and is told the rest.
    pub async fn greet(socket: Socket, draft: Draft) -> Writer {
        let mut writer = Writer { socket, draft, you: 0, kept: 0, people: Vec::new(), version: None, brings: false, welcomed_at: None };
        writer.say(&Say::Hello { vector: writer.draft.vector() }).await;
        while writer.you == 0 {
            assert_eq!(writer.hear().await, None);
        }
        writer
    }

    pub async fn say(&mut self, say: &Say) {
        self.socket.send(Message::Binary(pack(say).into())).await.unwrap();
    }

    /// The same, where the server may be gone.
    pub async fn try_say(&mut self, say: &Say) -> Result<(), tungstenite::Error> {
        self.socket.send(Message::Binary(pack(say).into())).await
    }

    /// Waits until what it brought along is kept.
    pub async fn until_brought(&mut self) {
        self.until(|writer| !writer.brings || writer.kept == u32::MAX).await;
        self.kept = 0;
    }

    pub async fn write(&mut self, number: u32, at: u32, words: &str) {
        let update = self.draft.edit(at..at, words);
        self.say(&Say::Write { number, update }).await;
    }

    /// Takes one message; why the connection ended, if it did.
    pub async fn hear(&mut self) -> Option<End> {
        let message = timeout(Duration::from_secs(20), self.socket.next()).await.expect("nothing was said");
        let Some(Ok(Message::Binary(bytes))) = message else {
            return if matches!(message, Some(Ok(Message::Ping(_)))) { None } else { Some(End::Again) };
        };
        match unpack::<Tell>(&bytes).unwrap() {
            Tell::Welcome { you, missing, vector } => {
                self.welcomed_at = Some(Instant::now());
                self.draft.apply(&missing).unwrap();
                self.you = you;
                // What was written without a network.
                let update = self.draft.since(&vector).unwrap();
                if update != [0, 0] {
                    self.brings = true;
                    self.say(&Say::Write { number: u32::MAX, update }).await;
                }
            }
            Tell::Written { update } => self.draft.apply(&update).unwrap(),
            Tell::Kept { number } => self.kept = number,
            Tell::People(people) => self.people = people,
            Tell::Version { number } => self.version = Some(number),
            Tell::End(why) => return Some(why),
        }
        None
    }

    pub async fn until(&mut self, holds: impl Fn(&Writer) -> bool) {
        while !holds(self) {
            assert_eq!(self.hear().await, None);
        }
    }

    pub async fn end(&mut self) -> End {
        loop {
            if let Some(why) = self.hear().await {
                return why;
            }
        }
    }
}
