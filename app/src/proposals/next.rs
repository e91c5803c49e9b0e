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
    card(&visit.services.weights, &mut c, round, entry.who.account()?, &but).await
}

#[cfg(feature = "ssr")]
mod server_only {
    use std::{collections::HashMap, sync::Arc, time::Duration};

    use domain::{
        Refusal,
        id::{AccountId, ProposalId, RoundId},
        opinions::{Standing, hand, priority},
    };
    use moka::future::Cache;
    use store::{
        Conn,
        proposals::{Reader, draw},
    };

    use super::Card;
    use crate::AppError;

    /// How much each statement weighs in the draw, round by round. Kept for a few seconds: the tallies of all statements are read once for
    /// all who draw meanwhile.
    #[derive(Clone)]
    pub struct Weights(Cache<RoundId, Arc<Vec<(ProposalId, f64)>>>);

    impl Default for Weights {
        fn default() -> Self {
            Weights(Cache::builder().max_capacity(1_000).time_to_live(Duration::from_secs(5)).build())
        }
    }

    impl Weights {
        async fn of(&self, c: &mut Conn, round: RoundId) -> Result<Arc<Vec<(ProposalId, f64)>>, AppError> {
            let weigh = async {
                let extremity = store::opinions::extremities(c, round).await?;
                let weight = |one: draw::Standing| {
                    let extremity = extremity.get(&one.id).copied().unwrap_or_default();
                    let standing = Standing { agree: one.agree, pass: one.pass, seen: one.seen, extremity, meta: one.meta };
                    (one.id, priority(standing))
                };
                Ok::<_, AppError>(Arc::new(draw::standings(c, round).await?.into_iter().map(weight).collect()))
            };
            self.0.try_get_with(round, weigh).await.map_err(|error| AppError::clone(&error))
        }
    }

    /// The next statement for somebody. Most have seen few of many: a hand is drawn from all, and the first in it that is new to them is
    /// theirs. Only when they know the whole hand is everything that they have not seen looked for.
    pub async fn card(
        weights: &Weights,
        c: &mut Conn,
        round: RoundId,
        account: AccountId,
        but: &[ProposalId],
    ) -> Result<Option<Card>, AppError> {
        let all = weights.of(c, round).await?;
        let drawn = draw_from(&all, but, draw::HAND);
        let unseen = store::proposals::draw::unseen_among(c, account, &drawn).await?;
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
