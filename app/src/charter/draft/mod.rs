//! Several people write one article at once: a room for each article that is open on this server, a socket for each of them.
//!
//! A room holds nothing that is not in the database: when anything goes wrong in it, it ends, its people come back, and what they have
//! that was not kept comes with them.

mod compact;
mod form;
pub mod pen;
mod people;
mod room;
pub mod socket;
mod view;

use std::{collections::HashMap, sync::Arc};

use domain::{
    charter::wire::Say,
    college::CollegeKind,
    id::{AccountId, ArticleId},
};
use tokio::sync::{Mutex, mpsc};

pub use form::{joined, locked, must_hold_pen, words};
pub use view::desk;

use crate::services::Services;

/// The rooms of this server.
#[derive(Clone, Default)]
pub struct Rooms(Arc<Mutex<HashMap<ArticleId, mpsc::Sender<Event>>>>);

/// Somebody at the table.
pub struct Seat {
    pub account: AccountId,
    /// The hash of the session's token: a session that is ended writes no more.
    pub session: Vec<u8>,
    pub name: String,
    pub college: Option<CollegeKind>,
    /// What the person is told; closed when the room ends their connection.
    pub out: mpsc::Sender<Vec<u8>>,
}

/// What happens in a room.
pub enum Event {
    /// Somebody comes, with the state vector of what they have; they are told by `id` from then on.
    Join {
        id: u32,
        seat: Seat,
        vector: Vec<u8>,
    },
    Said {
        id: u32,
        say: Say,
    },
    Leave {
        id: u32,
    },
}

impl Event {
    /// Who says something, where it is that.
    fn said_by(&self) -> Option<u32> {
        if let Event::Said { id, .. } = self { Some(*id) } else { None }
    }
}

/// Events that may wait in a room before those who cause them wait.
const WAITING: usize = 1024;

impl Rooms {
    /// Lets somebody into the room of an article; opens it when they are the first.
    async fn join(&self, services: &Services, article: ArticleId, mut join: Event) -> mpsc::Sender<Event> {
        loop {
            let room = self.room(services, article).await;
            // Not under the lock: a room that is full would keep everybody out of every other one. One that closed in between gives back
            // who wanted in, and another opens.
            match room.send(join).await {
                Ok(()) => return room,
                Err(mpsc::error::SendError(back)) => join = back,
            }
        }
    }

    async fn room(&self, services: &Services, article: ArticleId) -> mpsc::Sender<Event> {
        let mut rooms = self.0.lock().await;
        if let Some(room) = rooms.get(&article).filter(|room| !room.is_closed()) {
            return room.clone();
        }
        let (room, events) = mpsc::channel(WAITING);
        rooms.insert(article, room.clone());
        tokio::spawn(room::run(self.clone(), services.clone(), article, events));
        room
    }

    /// Forgets a room that has closed, unless another has opened in its place.
    async fn forget(&self, article: ArticleId) {
        let mut rooms = self.0.lock().await;
        if rooms.get(&article).is_some_and(mpsc::Sender::is_closed) {
            rooms.remove(&article);
        }
    }
}
