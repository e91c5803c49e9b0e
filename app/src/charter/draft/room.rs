//! One article that people write in: what they write is checked, kept on the disk, told to the others, and only then acknowledged.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use domain::{
    access::{Act, check},
    charter::{
        article::may_draft,
        draft::{Draft, Unfit, joined},
        wire::{End, Person, Place, Say, Tell, pack},
    },
    id::{AccountId, ArticleId, RoundId},
    round::RoundKind,
};
use store::{
    Uuid,
    charter::{self, Desk, LOOSE},
};
use tokio::{
    sync::{broadcast::error::RecvError, mpsc},
    time::{Instant, sleep_until},
};

use super::{Event, Rooms, Seat, compact::compact, people::written};
use crate::services::Services;

/// Events taken at once: what they write is kept together.
const AT_ONCE: usize = 256;
/// How often a room looks by itself at what other servers wrote, should their word of it be lost.
const LOOK: Duration = Duration::from_secs(3);
/// How often those who only read are asked whether they still may.
const ADMIT: Duration = Duration::from_secs(30);
/// Seats in a room, and of one session in it.
const SEATS: usize = 200;
const SEATS_EACH: usize = 8;

pub async fn run(rooms: Rooms, services: Services, article: ArticleId, mut events: mpsc::Receiver<Event>) {
    let ended = match Room::open(&services, article).await {
        Ok(mut room) => room.serve(&mut events).await,
        Err(error) => Err(error),
    };
    // Whoever is still in it sees their channel close and comes back; whoever is on their way finds another.
    events.close();
    if let Err(error) = ended {
        tracing::error!(%error, %article, "a room is given up: its people come back to a new one");
    }
    rooms.forget(article).await;
}

pub struct Room {
    pub(super) services: Services,
    pub(super) article: ArticleId,
    round: RoundId,
    draft: Draft,
    /// The newest update that `draft` holds.
    last: i64,
    /// How far updates are compacted, as far as this room knows.
    kept: i64,
    version: i64,
    pub(super) seats: BTreeMap<u32, (Seat, Option<Place>)>,
    /// When the people are to be told who is there; none when they know.
    pub(super) tell_at: Option<Instant>,
    /// Who writes on other servers, and when that was last said.
    pub(super) elsewhere: BTreeMap<Uuid, (Instant, Vec<Person>)>,
}

impl Room {
    async fn open(services: &Services, article: ArticleId) -> Result<Room, store::Error> {
        let kept = services
            .db
            .write(move |c| {
                Box::pin(async move {
                    c.lock(article.0).await?;
                    let Some(found) = charter::article(c, article).await? else { return Ok(None) };
                    let kept = charter::begun(c, article, &found.version.body).await?;
                    Ok::<_, store::Error>(Some((found, kept)))
                })
            })
            .await?;
        let Some((found, kept)) = kept else { return Err(store::Error::Writer("there is no such article".to_owned())) };
        // A long history takes its time to be read: no thread that serves others.
        let (last, compacted) = (kept.last, kept.kept);
        let draft = tokio::task::spawn_blocking(move || kept.load()).await.map_err(|gone| store::Error::Writer(gone.to_string()))?;
        Ok(Room {
            services: services.clone(),
            article,
            round: found.round_id,
            draft: draft.map_err(|unfit| store::Error::Draft(article, unfit))?,
            last,
            kept: compacted,
            version: found.version.number,
            seats: BTreeMap::new(),
            tell_at: None,
            elsewhere: BTreeMap::new(),
        })
    }

    async fn serve(&mut self, events: &mut mpsc::Receiver<Event>) -> Result<(), store::Error> {
        let mut changes = self.services.live.listen();
        let mut stopped = self.services.live.stopping();
        let mut elsewhere = self.services.live.elsewhere();
        let mut batch = Vec::with_capacity(AT_ONCE);
        let (mut look_at, mut admit_at) = (Instant::now() + LOOK, Instant::now() + ADMIT);
        loop {
            let tell_at = self.tell_at;
            tokio::select! {
                n = events.recv_many(&mut batch, AT_ONCE) => {
                    if n == 0 { return Ok(()); }
                    self.hear(&mut batch).await?;
                }
                changed = changes.recv() => match changed {
                    Ok(id) if id.0 == self.article.0 => self.catch_up().await?,
                    Ok(id) if id != self.round => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => self.look_again().await?,
                    Err(RecvError::Closed) => return Ok(()),
                },
                Ok(other) = elsewhere.recv() => if other.article == self.article { self.hear_elsewhere(other) },
                () = sleep_until(tell_at.unwrap_or(look_at)), if tell_at.is_some() => self.tell_people(),
                () = sleep_until(look_at) => {
                    look_at = Instant::now() + LOOK;
                    if admit_at <= Instant::now() {
                        admit_at = Instant::now() + ADMIT;
                        self.look_again().await?;
                        // A server that went without a word has nobody any more; and this one says again who is here.
                        self.elsewhere.retain(|_, (said, _)| said.elapsed() < 2 * ADMIT + LOOK);
                        self.tell_soon();
                    } else {
                        self.catch_up().await?;
                    }
                }
                () = async { drop(stopped.wait_for(|stopped| *stopped).await) } => {
                    let ids: Vec<u32> = self.seats.keys().copied().collect();
                    ids.into_iter().for_each(|id| self.end(id, End::Again));
                    return Ok(());
                }
            }
            if self.seats.is_empty() && events.is_empty() {
                self.services.live.present(self.article, written(&[]));
                return Ok(());
            }
        }
    }

    /// Everything that happened at once.
    async fn hear(&mut self, batch: &mut Vec<Event>) -> Result<(), store::Error> {
        let saying: BTreeSet<u32> = batch.iter().filter_map(Event::said_by).collect();
        let may = self.admitted(&saying).await?;
        let mut writes = Vec::new();
        let mut joined = Vec::new();
        for event in batch.drain(..) {
            // Whoever may not write here any more says nothing more, be it where their cursor is.
            if let Some(id) = event.said_by().filter(|id| !may.contains(id)) {
                self.end(id, End::Forbidden);
                continue;
            }
            match event {
                Event::Join { id, seat, vector } => {
                    let same = self.seats.values().filter(|(other, _)| other.session == seat.session).count();
                    let full = self.seats.len() >= SEATS || same >= SEATS_EACH;
                    self.seats.insert(id, (seat, None));
                    if full {
                        self.end(id, End::Full);
                    } else {
                        joined.push((id, vector));
                    }
                }
                Event::Leave { id } => {
                    self.seats.remove(&id);
                    self.tell_soon();
                }
                Event::Said { id, say: Say::Write { number, update } } => writes.push((id, number, update)),
                Event::Said { id, say: Say::Here { place } } => {
                    if let Some((_, here)) = self.seats.get_mut(&id) {
                        *here = place;
                        self.tell_soon();
                    }
                }
                // Said once, on coming in.
                Event::Said { id, say: Say::Hello { .. } } => self.end(id, End::Malformed),
            }
        }
        self.keep(writes).await?;
        for (id, vector) in joined {
            match self.draft.since(&vector) {
                Ok(missing) => self.say(id, &Tell::Welcome { you: id, missing, vector: self.draft.vector() }),
                Err(_) => self.end(id, End::Malformed),
            }
            self.tell_soon();
        }
        Ok(())
    }

    /// Checks what was written, keeps it, tells it to everybody and acknowledges it, in this order.
    async fn keep(&mut self, writes: Vec<(u32, u32, Vec<u8>)>) -> Result<(), store::Error> {
        if writes.is_empty() {
            return Ok(());
        }
        let (mut fresh, mut waiting, mut accounts) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (id, number, update) in writes {
            // Somebody who was shown out a moment ago may have said more.
            let Some((seat, _)) = self.seats.get(&id) else { continue };
            let account = seat.account;
            match self.draft.receive(&update) {
                Ok(changed) => {
                    // Who brings nothing new along is not one who wrote.
                    accounts.extend(changed.is_some().then_some(account));
                    fresh.extend(changed);
                    waiting.push((id, number));
                }
                Err(unfit) => {
                    self.end(id, if unfit == Unfit::TooLong { End::TooLong } else { End::Malformed });
                    self.load_anew(&fresh).await?;
                }
            }
        }
        if let [first, more @ ..] = fresh.as_slice() {
            let update =
                if more.is_empty() { first.clone() } else { joined(&fresh).map_err(|unfit| store::Error::Draft(self.article, unfit))? };
            self.append(update, accounts.into_iter().collect()).await?;
        }
        for (id, number) in waiting {
            self.say(id, &Tell::Kept { number });
        }
        Ok(())
    }

    async fn append(&mut self, update: Vec<u8>, accounts: Vec<AccountId>) -> Result<(), store::Error> {
        let (article, known, words) = (self.article, self.last, update.clone());
        let (number, behind) = self
            .services
            .db
            .write(move |c| {
                Box::pin(async move {
                    c.lock(article.0).await?;
                    // What another server, or a form, wrote in between.
                    let behind = charter::draft(c, article, Some(known)).await?.filter(|draft| draft.last > known);
                    let number = charter::append(c, article, &words, &accounts).await?;
                    Ok::<_, store::Error>((number, behind))
                })
            })
            .await?;
        if let Some(behind) = behind {
            self.take_over(behind)?;
        }
        self.last = number;
        self.say_all(&Tell::Written { update });
        self.services.live.written(article);
        if number - self.kept >= LOOSE {
            self.kept = number;
            tokio::spawn(compact(self.services.clone(), article));
        }
        Ok(())
    }

    /// Takes over what was written elsewhere, and tells it.
    async fn catch_up(&mut self) -> Result<(), store::Error> {
        let mut c = self.services.db.read().await?;
        if let Some(behind) = charter::draft(&mut c, self.article, Some(self.last)).await?
            && behind.last > self.last
        {
            self.take_over(behind)?;
        }
        Ok(())
    }

    fn take_over(&mut self, behind: charter::Kept) -> Result<(), store::Error> {
        for update in behind.updates {
            self.draft.apply(&update).map_err(|unfit| store::Error::Draft(self.article, unfit))?;
            self.say_all(&Tell::Written { update });
        }
        (self.last, self.kept) = (behind.last, self.kept.max(behind.kept));
        Ok(())
    }

    /// What was refused may have left something behind: begin with what is kept, and what was accepted a moment ago.
    async fn load_anew(&mut self, fresh: &[Vec<u8>]) -> Result<(), store::Error> {
        let mut c = self.services.db.read().await?;
        let kept = charter::draft(&mut c, self.article, None).await?.unwrap_or_default();
        let draft = kept.load().and_then(|draft| fresh.iter().try_for_each(|update| draft.apply(update)).map(|()| draft));
        self.draft = draft.map_err(|unfit| store::Error::Draft(self.article, unfit))?;
        // Those who are there have what others wrote in the meantime to come.
        self.say_all(&Tell::Written { update: self.draft.whole() });
        self.last = kept.last;
        Ok(())
    }

    /// The round changed: somebody may have lost their seat, a version may have been made.
    async fn look_again(&mut self) -> Result<(), store::Error> {
        self.catch_up().await?;
        let all: BTreeSet<u32> = self.seats.keys().copied().collect();
        let may = self.admitted(&all).await?;
        all.difference(&may).for_each(|id| self.end(*id, End::Forbidden));
        let mut c = self.services.db.read().await?;
        if let Some(found) = charter::article(&mut c, self.article).await?
            && found.version.number != self.version
        {
            self.version = found.version.number;
            self.say_all(&Tell::Version { number: self.version });
        }
        Ok(())
    }

    /// Which of these people may write now.
    async fn admitted(&self, ids: &BTreeSet<u32>) -> Result<BTreeSet<u32>, store::Error> {
        if ids.is_empty() {
            return Ok(BTreeSet::new());
        }
        let sessions: BTreeSet<&Vec<u8>> = ids.iter().filter_map(|id| self.seats.get(id)).map(|(seat, _)| &seat.session).collect();
        let sessions: Vec<Vec<u8>> = sessions.into_iter().cloned().collect();
        let now = self.services.clock.now();
        let mut c = self.services.db.read().await?;
        let Some(desk) = charter::desk(&mut c, self.article, &sessions, now).await? else { return Ok(BTreeSet::new()) };
        let open = !desk.removed && may_draft(RoundKind::Charter, &desk.calendar, desk.frozen, now).is_ok();
        let holds = |id: &&u32| open && self.seats.get(id).is_some_and(|(seat, _)| may_write(&desk, seat));
        Ok(ids.iter().filter(holds).copied().collect())
    }

    fn say(&mut self, id: u32, tell: &Tell) {
        let full = self.seats.get(&id).is_some_and(|(seat, _)| seat.out.try_send(pack(tell)).is_err());
        // Who does not read, or is gone, comes back and is told all of it.
        if full {
            self.seats.remove(&id);
            self.tell_soon();
        }
    }

    pub(super) fn say_all(&mut self, tell: &Tell) {
        let words = pack(tell);
        let before = self.seats.len();
        self.seats.retain(|_, (seat, _)| seat.out.try_send(words.clone()).is_ok());
        if self.seats.len() < before {
            self.tell_soon();
        }
    }

    /// Ends one connection and no other.
    fn end(&mut self, id: u32, why: End) {
        self.say(id, &Tell::End(why));
        self.seats.remove(&id);
        self.tell_soon();
    }
}

fn may_write(desk: &Desk, seat: &Seat) -> bool {
    desk.seats
        .iter()
        .find(|(session, ..)| *session == seat.session)
        .is_some_and(|(_, who, seated)| check(Act::LiveArticle, who).is_ok() && desk.pen.must_reach(who, *seated).is_ok())
}
