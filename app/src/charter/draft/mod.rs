//! Several people write one article at once: a room for each article that is open on this server, a socket for each of them.
//!
//! A room holds nothing that is not in the database: when anything goes wrong in it, it ends, its people come back, and what they have
//! that was not kept comes with them.

mod form;
pub mod pen;
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

/// Events that may wait in a room before those who cause them wait.
const WAITING: usize = 1024;

impl Rooms {
    /// Lets somebody into the room of an article; opens it when they are the first.
    async fn join(&self, services: &Services, article: ArticleId, join: Event) -> Option<mpsc::Sender<Event>> {
        let mut rooms = self.0.lock().await;
        let room = match rooms.get(&article).filter(|room| !room.is_closed()) {
            Some(room) => room.clone(),
            None => {
                let (room, events) = mpsc::channel(WAITING);
                rooms.insert(article, room.clone());
                tokio::spawn(room::run(self.clone(), services.clone(), article, events));
                room
            }
        };
        // Under the lock: a room that sees itself empty closes under it too.
        room.send(join).await.ok()?;
        Some(room)
    }

    /// Closes a room, unless somebody is on their way in.
    async fn leave(&self, article: ArticleId, events: &mut mpsc::Receiver<Event>) -> bool {
        let mut rooms = self.0.lock().await;
        let empty = events.is_empty();
        if empty {
            events.close();
            rooms.remove(&article);
        }
        empty
    }
}
