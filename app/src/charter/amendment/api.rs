//! Server functions of amendments.

use domain::{
    Refusal,
    access::Act,
    charter::{
        amendment::{self, Effect, Kind, Place, Standing, State, Step, Support, Typed},
        status::must_not_be_frozen,
    },
    id::{AmendmentId, ArticleId, RoundId},
    pace::Deed,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde_json::json;
use store::{
    Conn,
    charter::{self, Amendment, NewAmendment},
    round::Entry,
};

use super::{super::decision::may_write, address};
use crate::{AppError, visit::Visit};

/// Other words for an article, that it be taken out, or that it stand behind the article `after`. `version` is the number of the one that
/// was read.
#[server(name = Amend, prefix = "/api", endpoint = "charter/amend")]
pub async fn amend(
    article: ArticleId,
    version: i64,
    kind: Kind,
    #[server(default)] after: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (round, id) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let round = charter::round_of(c, article).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::Amend, round).await?;
                amendment::may_amend(entry.kind, &entry.calendar, visit.now)?;
                must_not_be_frozen(charter::is_frozen(c, round).await?)?;
                if kind == Kind::Addition || charter::article(c, article).await?.is_none_or(|article| article.removed_at.is_some()) {
                    return Err(Refusal::conflict("amendment-article-gone").into());
                }
                let base = charter::version(c, article, version).await?.ok_or_else(Refusal::not_found)?.words();
                let proposed = amendment::propose(kind, Some(&base), &title, &body, &reason)?;
                let after = match kind {
                    Kind::Move => {
                        let order = charter::places(c, round).await?;
                        let after = place(order.iter().map(|(article, _)| *article), &after)?;
                        Place { order: &order, article, after }.proposed()?;
                        after
                    }
                    _ => None,
                };
                let (author, college) = (entry.who.account()?, entry.who.college()?);
                visit.pace(c, author, Deed::Edit).await?;
                let new = NewAmendment { round, kind, article: Some(article), after, base: version, proposed: &proposed, author, college };
                Ok((round, charter::add_amendment(c, new, visit.now).await?))
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&address(id));
    Ok(())
}

/// The place behind an article of this charter, or the first. One of another charter, or one that was taken out a moment ago, is none.
fn place(order: impl IntoIterator<Item = ArticleId>, after: &str) -> Result<Option<ArticleId>, Refusal> {
    match after {
        "" => Ok(None),
        id => {
            let found = order.into_iter().find(|article| article.to_string() == id);
            found.map(Some).ok_or_else(|| Refusal::field("after", "amendment-no-place"))
        }
    }
}

/// An article that is not there yet, behind the article `after`, or first.
#[server(name = ProposeArticle, prefix = "/api", endpoint = "charter/propose-article")]
pub async fn propose_article(
    round: RoundId,
    #[server(default)] after: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let id = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, Act::ProposeArticle, round).await?;
                amendment::may_amend(entry.kind, &entry.calendar, visit.now)?;
                must_not_be_frozen(charter::is_frozen(c, round).await?)?;
                let after = place(charter::order(c, round).await?, &after)?;
                let proposed = amendment::propose(Kind::Addition, None, &title, &body, &reason)?;
                let (author, college) = (entry.who.account()?, entry.who.college()?);
                visit.pace(c, author, Deed::Edit).await?;
                let new = NewAmendment { round, kind: Kind::Addition, article: None, after, base: 0, proposed: &proposed, author, college };
                Ok(charter::add_amendment(c, new, visit.now).await?)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&address(id));
    Ok(())
}

/// Admits the visitor to an act on an amendment, and holds it until the end of the transaction.
async fn hold(visit: &Visit, c: &mut Conn, act: Act, id: AmendmentId) -> Result<(Entry, Amendment), AppError> {
    let round = charter::amendment(c, id).await?.ok_or_else(Refusal::not_found)?.round_id;
    let entry = visit.allow_in_round(c, act, round).await?;
    c.lock(id.0).await?;
    let amendment = charter::amendment(c, id).await?.ok_or_else(Refusal::not_found)?;
    super::must_be_readable(&amendment, &entry.who)?;
    amendment::must_be_shown(amendment.hidden_reason.is_some())?;
    Ok((entry, amendment))
}

/// The same for its author alone.
async fn hold_own(visit: &Visit, c: &mut Conn, act: Act, id: AmendmentId) -> Result<Amendment, AppError> {
    let (entry, amendment) = hold(visit, c, act, id).await?;
    if entry.who.account()? != amendment.author_id {
        return Err(Refusal::not_found().into());
    }
    amendment::may_amend(entry.kind, &entry.calendar, visit.now)?;
    Ok(amendment)
}

/// Its author's other words, as long as nobody else has spoken of them.
#[server(name = CorrectAmendment, prefix = "/api", endpoint = "charter/correct-amendment")]
pub async fn correct_amendment(
    amendment: AmendmentId,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let at = hold_own(&visit, c, Act::CorrectAmendment, amendment).await?;
                amendment::may_take_back(at.state, charter::spoken_of(c, &at).await?.1 || at.state == State::Recommended)?;
                let base = match at.article_id {
                    Some(article) => charter::version(c, article, at.base).await?.map(|version| version.words()),
                    None => None,
                };
                let proposed = amendment::propose(at.kind, base.as_ref(), &title, &body, &reason)?;
                charter::correct_amendment(c, amendment, &proposed, visit.now).await?;
                Ok(at.round_id)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&address(amendment));
    Ok(())
}

/// Its author takes it back, as long as nobody else stands for it.
#[server(name = WithdrawAmendment, prefix = "/api", endpoint = "charter/withdraw-amendment")]
pub async fn withdraw_amendment(amendment: AmendmentId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let at = hold_own(&visit, c, Act::WithdrawAmendment, amendment).await?;
                amendment::may_take_back(at.state, charter::spoken_of(c, &at).await?.0)?;
                charter::withdraw_amendment(c, amendment, visit.now).await?;
                Ok(at.round_id)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&address(amendment));
    Ok(())
}

/// Where a person stands on an amendment; changeable until it is decided.
#[server(name = SupportAmendment, prefix = "/api", endpoint = "charter/support-amendment")]
pub async fn support_amendment(amendment: AmendmentId, #[server(default)] support: String) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, at) = hold(&visit, c, Act::SupportAmendment, amendment).await?;
                amendment::may_amend(entry.kind, &entry.calendar, visit.now)?;
                if !at.state.is_pending() {
                    return Err(Refusal::conflict("amendment-decided").into());
                }
                let support: Support = support.parse().map_err(|_| Refusal::field("support", "amendment-support-choose"))?;
                charter::support(c, &at, entry.who.account()?, entry.who.college()?, support).await?;
                Ok(at.round_id)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&format!("{}#opinions", address(amendment)));
    Ok(())
}

/// A facilitator's step, with its reason. `version` is the number of the article's version that they had before their eyes.
#[server(name = DecideAmendment, prefix = "/api", endpoint = "charter/decide-amendment")]
pub async fn decide_amendment(
    amendment: AmendmentId,
    #[server(default)] version: i64,
    #[server(default)] step: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] easy: String,
    #[server(default)] decision: String,
) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let round = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let first = charter::amendment(c, amendment).await?.ok_or_else(Refusal::not_found)?;
                let entry = visit.allow_in_round(c, Act::DecideAmendment, first.round_id).await?;
                let step: Step = step.parse().map_err(|_| Refusal::field("step", "amendment-step-choose"))?;
                // What nobody got to may still be answered once the round is closed; its articles no longer change then.
                if step != Step::Reject || entry.calendar.published_at.is_some() {
                    may_write(&visit, c, &entry, first.round_id).await?;
                }
                // The round for the places of its articles, then the article, then the amendment: as everybody does who locks several.
                c.lock(first.round_id.0).await?;
                if let Some(article) = first.article_id {
                    c.lock(article.0).await?;
                }
                c.lock(amendment.0).await?;
                let at = charter::amendment(c, amendment).await?.ok_or_else(Refusal::not_found)?;
                amendment::must_be_shown(at.hidden_reason.is_some())?;
                let article = match at.article_id {
                    Some(article) => charter::article(c, article).await?.filter(|article| article.removed_at.is_none()),
                    None => None,
                };
                let words = article.as_ref().map(|article| (article.version.number, article.version.words()));
                let (current, proposed) = (words.as_ref().map(|(number, words)| (*number, words)), at.proposed());
                let order = if at.kind == Kind::Move { charter::places(c, first.round_id).await? } else { Vec::new() };
                let place = at.article_id.map(|article| Place { order: &order, article, after: at.after_id });
                let standing = Standing { kind: at.kind, state: at.state, base: at.base, proposed: &proposed, current, place };
                let typed = Typed { title: &title, body: &body, easy: &easy, reason: &decision };
                let (state, reason, effect) = amendment::decide(standing, step, version, typed)?;
                charter::carry_out(c, &at, article.as_ref(), &effect, state, &reason, entry.who.account()?, visit.now).await?;
                if state.outcome().is_some() {
                    store::news::note_amendment(c, amendment, visit.now).await?;
                }
                let changed = !matches!(effect, Effect::Nothing);
                visit.journal(c, Some(entry.process), "amendment.decide", amendment, json!({ "state": state, "charter": changed })).await?;
                Ok(at.round_id)
            })
        })
        .await?;
    visit.services.live.changed(round);
    redirect(&address(amendment));
    Ok(())
}
