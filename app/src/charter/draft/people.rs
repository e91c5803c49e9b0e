//! Who is in a room: told to those who are in it, and to the rooms of the article on other servers.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::charter::wire::{Person, Tell, pack, unpack};
use tokio::time::Instant;

use super::room::Room;
use crate::process::live::Elsewhere;

impl Room {
    /// Tells everybody who is there, a moment from now: the more there are the more happens in it.
    pub fn tell_soon(&mut self) {
        let moment = Duration::from_millis(80 + 10 * self.seats.len() as u64);
        self.tell_at.get_or_insert_with(|| Instant::now() + moment);
    }

    pub fn tell_people(&mut self) {
        self.tell_at = None;
        let people = self.seats.iter().map(|(id, (seat, place))| Person {
            id: *id,
            name: seat.name.clone(),
            college: seat.college,
            place: place.clone(),
        });
        let here: Vec<Person> = people.collect();
        self.services.live.present(self.article, written(&here));
        let all = here.into_iter().chain(self.elsewhere.values().flat_map(|(_, people)| people.iter().cloned()));
        let people = Tell::People(all.collect());
        self.say_all(&people);
    }

    /// A room on another server says who is in it.
    pub fn hear_elsewhere(&mut self, other: Elsewhere) {
        let people: Vec<Person> = STANDARD.decode(other.people).ok().and_then(|bytes| unpack(&bytes)).unwrap_or_default();
        let known = self.elsewhere.get(&other.server).map(|(_, people)| people.as_slice()).unwrap_or_default();
        // Told again, they tell again: only what is new is passed on.
        if known != people {
            self.tell_soon();
        }
        if people.is_empty() {
            self.elsewhere.remove(&other.server);
        } else {
            self.elsewhere.insert(other.server, (Instant::now(), people));
        }
    }
}

/// The people of a room, as rooms on other servers read it.
pub fn written(people: &[Person]) -> String {
    STANDARD.encode(pack(&people))
}
