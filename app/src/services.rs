//! What the server hands to every request.

use std::{num::NonZeroU32, sync::Arc};

pub use jiff::tz::TimeZone;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use store::{Clock, Db};

pub use crate::process::live::Live;

use crate::account::password::Passwords;

#[derive(Clone)]
pub struct Services {
    pub db: Db,
    pub clock: Clock,
    pub site: Arc<Site>,
    pub passwords: Passwords,
    pub throttle: Arc<Throttle>,
    pub live: Live,
    /// Articles that people write in at this moment.
    pub rooms: crate::charter::draft::Rooms,
    pub weights: crate::proposals::next::Weights,
}

/// How this installation is known to the world.
#[derive(Clone, Debug)]
pub struct Site {
    /// `https://palabre.example`, without a slash at the end.
    pub url: String,
    /// Where the built scripts and styles are served: `/pkg/HASH`.
    pub assets: String,
    /// The installation's time zone, in which dates are read and shown.
    pub zone: TimeZone,
    /// Who answers for the data kept here, as the privacy page names them.
    pub controller: Option<String>,
}

/// Slows down those who guess: by address, in memory only, written nowhere.
pub struct Throttle {
    guesses: DefaultKeyedRateLimiter<String>,
    cards: DefaultKeyedRateLimiter<String>,
    mails: DefaultKeyedRateLimiter<String>,
}

impl Throttle {
    /// Ten guesses at once, then one every six seconds.
    pub fn new() -> Self {
        let quota = Quota::per_minute(NonZeroU32::MIN.saturating_add(9));
        let cards = Quota::per_minute(NonZeroU32::MIN.saturating_add(29));
        let mails = Quota::per_hour(NonZeroU32::MIN.saturating_add(9)).allow_burst(NonZeroU32::MIN.saturating_add(3));
        Throttle { guesses: RateLimiter::keyed(quota), cards: RateLimiter::keyed(cards), mails: RateLimiter::keyed(mails) }
    }

    /// Counts one guess from `address`; refuses when there were too many.
    pub fn guess(&self, address: &str) -> Result<(), domain::Refusal> {
        self.guesses.check_key(&address.to_owned()).map_err(|_| domain::Refusal::new(domain::Kind::TooMany, "too-many-tries"))
    }

    /// Counts one well-formed access code from `address`. A workshop enters its cards from one address in a few minutes, so this
    /// allows more than passwords: thirty at once, then one every two seconds. At that pace one code among 10^16 is not found.
    pub fn card(&self, address: &str) -> Result<(), domain::Refusal> {
        self.cards.check_key(&address.to_owned()).map_err(|_| domain::Refusal::new(domain::Kind::TooMany, "too-many-tries"))
    }

    /// Counts one mail that anyone may have sent to `recipient`: four at once, then one every six minutes, so that nobody's letter
    /// box is flooded in our name.
    pub fn mail(&self, recipient: &str) -> Result<(), domain::Refusal> {
        self.mails.check_key(&recipient.to_owned()).map_err(|_| domain::Refusal::new(domain::Kind::TooMany, "too-many-mails"))
    }

    /// Forgets addresses that have been quiet.
    pub fn forget_quiet(&self) {
        self.guesses.retain_recent();
        self.cards.retain_recent();
        self.mails.retain_recent();
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Throttle::new()
    }
}
