//! Draws the next statement by priority: what few have seen comes much more often.

use domain::id::{ProposalId, RoundId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
pub use server_only::{Weights, card};

/// A statement on its card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub id: ProposalId,
    pub title: String,
    pub body: String,
}

/// The next statement for this person, `but` those that are in their hands already; none when they have seen all.
#[server(name = NextStatement, prefix = "/api", endpoint = "proposals/next")]
pub async fn next(round: RoundId, #[server(default)] but: Vec<ProposalId>) -> Result<Option<Card>, AppError> {
    let visit = crate::visit::Visit::current()?;
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, domain::access::Act::NextStatement, round).await?;
    entry.calendar.must_be_open(visit.now)?;
    let rules: domain::proposals::Rules = store::round::content(&mut c, round).await?;
    if !rules.one_at_a_time() {
        return Err(domain::Refusal::conflict("not-one-at-a-time").into());
    }
    card(&visit, &mut c, round, &entry, &rules, &but).await
}

#[cfg(feature = "ssr")]
mod server_only {
    use std::{collections::HashMap, sync::Arc, time::Duration};

    use domain::{
        Refusal,
        id::{ProposalId, RoundId},
        opinions::{Standing, hand, priority},
        proposals::Rules,
    };
    use moka::future::Cache;
    use store::{
        Conn,
        proposals::{Reader, draw},
        round::Entry,
    };

    use super::Card;
    use crate::{AppError, visit::Visit};

    type Weighed = Arc<Vec<(ProposalId, f64)>>;

    /// How much each statement weighs in the draw, round by round, and whether votes were looked at for it. Kept for a few seconds: the
    /// tallies of all statements are read once for all who draw meanwhile.
    #[derive(Clone)]
    pub struct Weights(Cache<(RoundId, bool), Weighed>);

    impl Default for Weights {
        fn default() -> Self {
            Weights(Cache::builder().max_capacity(1_000).time_to_live(Duration::from_secs(5)).build())
        }
    }

    impl Weights {
        /// `told`: whether numbers of votes may show. Where they may not, how often a statement is drawn tells no more than how many have
        /// seen it.
        async fn of(&self, c: &mut Conn, round: RoundId, told: bool) -> Result<Weighed, AppError> {
            let weigh = async {
                let extremity = if told { store::opinions::extremities(c, round).await? } else { HashMap::new() };
                let weight = |one: draw::Standing| {
                    let extremity = extremity.get(&one.id).copied().unwrap_or_default();
                    let (agree, pass) = if told { (one.agree, one.pass) } else { (one.seen / 2, 0) };
                    (one.id, priority(Standing { agree, pass, seen: one.seen, extremity, meta: one.meta }))
                };
                Ok::<_, AppError>(Arc::new(draw::standings(c, round).await?.into_iter().map(weight).collect()))
            };
            self.0.try_get_with((round, told), weigh).await.map_err(|error| AppError::clone(&error))
        }
    }

    /// The next statement for somebody. Most have seen few of many: a hand is drawn from all, and the first in it that is new to them is
    /// theirs. Only when they know the whole hand is everything that they have not seen looked for.
    pub async fn card(
        visit: &Visit,
        c: &mut Conn,
        round: RoundId,
        entry: &Entry,
        rules: &Rules,
        but: &[ProposalId],
    ) -> Result<Option<Card>, AppError> {
        let account = entry.who.account()?;
        let all = visit.services.weights.of(c, round, rules.shows_to_all(&entry.calendar, visit.now)).await?;
        let drawn = draw_from(&all, but, draw::HAND);
        let unseen = draw::unseen_among(c, account, &drawn).await?;
        let next = match drawn.into_iter().find(|id| unseen.contains(id)) {
            Some(id) => Some(id),
            None => {
                let known: HashMap<_, _> = all.iter().copied().collect();
                let fresh = priority(Standing::default());
                let left = draw::unseen(c, round, account).await?;
                let weighed: Vec<_> = left.into_iter().map(|id| (id, known.get(&id).copied().unwrap_or(fresh))).collect();
                draw_from(&weighed, but, 1).first().copied()
            }
        };
        let Some(id) = next else { return Ok(None) };
        let row = store::proposals::find(c, id, Reader { account: Some(account), facilitator: false }).await?;
        let row = row.ok_or_else(Refusal::not_found)?;
        Ok(Some(Card { id, title: row.title, body: row.body }))
    }

    fn draw_from(weighed: &[(ProposalId, f64)], but: &[ProposalId], n: usize) -> Vec<ProposalId> {
        let (ids, weights): (Vec<_>, Vec<_>) = weighed.iter().filter(|(id, _)| !but.contains(id)).copied().unzip();
        let random = store::Uuid::new_v4().as_u64_pair();
        // The version's fixed bits are in the one half, the variant's in the other.
        hand(&weights, n, random.0 ^ random.1.rotate_left(32)).into_iter().filter_map(|at| ids.get(at).copied()).collect()
    }
}
