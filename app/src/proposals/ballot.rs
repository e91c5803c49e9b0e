//! One ballot for all proposals of a round: ticking, spreading points, ranking, and secret votes of every kind. A plain form.

use domain::{
    access::Act,
    id::ProposalId,
    proposals::{Method, Rules},
    round::State,
    voting::{self, Ballot, MOST_CANDIDATES, MOST_RANKED, Typed},
};
use leptos::prelude::*;
use store::{Conn, round::Round};

use super::{picture::word, poll::Poll};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, notice, sign},
};

impl Poll<'_> {
    /// The ballot as this person may fill it now, or what became of it; nothing where votes stand beside each proposal.
    pub async fn ballot(&self, c: &mut Conn, round: &Round) -> Result<Option<AnyView>, AppError> {
        if !self.rules.one_ballot() {
            return Ok(None);
        }
        let lang = self.visit.lang;
        let receipt = self.visit.answered.as_ref().and_then(|answered| answered.shown::<Option<String>>(Act::CastBallot)).flatten();
        let own = match self.visit.account().filter(|_| !self.rules.secret) {
            Some(account) => store::ballots::own(c, round.id, account).await?,
            None => None,
        };
        let body = if let Some(receipt) = receipt {
            self.receipt(round, &receipt)
        } else if !self.votes {
            match (self.listed(round), own) {
                (Some(list), _) => list,
                (None, Some(own)) => lines(lang, &own, &store::ballots::titles(c, round.id).await?),
                (None, None) => return Ok(None),
            }
        } else if self.rules.secret && self.sent {
            notice("success", t!(lang, "ballot-sent"))
        } else {
            let candidates = store::ballots::candidates(c, round.id, limit()).await?;
            if candidates.is_empty() {
                return Ok(None);
            }
            self.paper(round, &candidates, own.as_ref())
        };
        Ok(Some(
            view! { <section class="stack" id="ballot" aria-labelledby="ballot-title"><h2 id="ballot-title">{t!(lang, "ballot-title")}</h2>{body}</section> }
                .into_any(),
        ))
    }

    /// After closing: where anyone finds their own ballot.
    fn listed(&self, round: &Round) -> Option<AnyView> {
        let over = matches!(self.calendar.state(self.visit.now), State::Closed | State::Published);
        let lang = self.visit.lang;
        (over && self.rules.secret).then(|| {
            view! { <p>{t!(lang, "ballots-link-words")}</p><p><a href=format!("/r/{}/ballots", round.id)>{t!(lang, "ballots-title")}</a></p> }.into_any()
        })
    }

    fn receipt(&self, round: &Round, receipt: &str) -> AnyView {
        let lang = self.visit.lang;
        view! {
            {notice("success", t!(lang, "ballot-counted"))}
            <section class="receipt" aria-labelledby="receipt"><h3 id="receipt">{t!(lang, "receipt-yours")}</h3>
                <p class="receipt-code">{receipt.to_owned()}</p>
                <p>{t!(lang, "ballot-receipt-keep")}</p>
            </section>
            <p><a href=format!("/r/{}", round.id)>{t!(lang, "round-see")}</a></p>
        }
        .into_any()
    }

    fn paper(&self, round: &Round, candidates: &[(ProposalId, String)], own: Option<&Ballot>) -> AnyView {
        let (lang, rules) = (self.visit.lang, &self.rules);
        let form = Form::new(self.visit, Act::CastBallot);
        let typed = own.map(Ballot::typed).unwrap_or_default();
        let rows = candidates.iter().map(|(id, title)| row(lang, rules, &form, &typed, *id, title)).collect_view();
        let how = match rules.method {
            Method::Approval => t!(lang, "ballot-how-approval", most = rules.most),
            Method::Points => t!(lang, "ballot-how-points", points = rules.points),
            Method::Ranking => t!(lang, "ballot-how-ranking", most = MOST_RANKED),
            Method::Judgment => t!(lang, "ballot-how-judgment"),
            Method::Score => t!(lang, "ballot-how-score", most = rules.score),
            _ => t!(lang, "ballot-how-each"),
        };
        let before = if rules.secret {
            notice("warning", t!(lang, "ballot-secret-before"))
        } else {
            notice("info", t!(lang, "ballot-named-before"))
        };
        let cast = own.is_some().then(|| notice("success", t!(lang, "ballot-in")));
        let back = own.is_some().then(|| {
            let back = Form::keyed(self.visit, Act::WithdrawBallot, "withdraw");
            let button =
                view! { <p class="actions"><button class="button is-quiet" type="submit">{t!(lang, "ballot-withdraw")}</button></p> };
            back.view(view! { {back.hidden("round", round.id)}{button} })
        });
        view! {
            {cast}
            <p>{how}</p>
            {form.view(view! {
                {form.hidden("round", round.id)}
                {rows}
                {before}
                {form.submit(if own.is_some() { t!(lang, "ballot-change") } else { t!(lang, "ballot-send") })}
            })}
            {back}
        }
        .into_any()
    }
}

/// A ballot as it was cast, to read: its best first where it ranks.
pub fn lines(lang: Lang, ballot: &Ballot, titles: &[(ProposalId, String)]) -> AnyView {
    let title = |id: ProposalId| titles.iter().find(|(other, _)| *other == id);
    let title = |id: ProposalId| title(id).map_or_else(|| t!(lang, "proposal-hidden-title"), |(_, title)| title.clone());
    let said = |value: &str| match ballot {
        Ballot::Choices(_) => value.parse().map_or_else(|_| value.to_owned(), |choice| word(lang, choice)),
        Ballot::Approved(_) => t!(lang, "ballot-ticked"),
        Ballot::Points(_) => t!(lang, "ballot-points", n = value.parse::<i64>().unwrap_or(0)),
        Ballot::Ranked(_) => t!(lang, "ballot-rank", rank = value),
    };
    let lines = ballot.lines();
    let lines = lines.iter().map(|(id, value)| view! { <div><dt dir="auto">{title(*id)}</dt><dd>{said(value)}</dd></div> }).collect_view();
    view! { <dl class="facts">{lines}</dl> }.into_any()
}

fn limit() -> i64 {
    i64::try_from(MOST_CANDIDATES).unwrap_or(i64::MAX)
}

fn row(lang: Lang, rules: &Rules, form: &Form, typed: &Typed, id: ProposalId, title: &str) -> AnyView {
    let (key, name) = (voting::name(id), format!("answers[{}]", voting::name(id)));
    let held = typed.get(&key).map(String::as_str).unwrap_or_default();
    match rules.method {
        Method::Approval => form.tick(&name, title.to_owned(), held == "true"),
        Method::Points => {
            form.text(&name, title.to_owned()).class("is-short").inputmode("numeric").autocomplete("off").optional().default(held).view()
        }
        Method::Ranking => {
            let options = std::iter::once((String::new(), t!(lang, "ballot-not-ranked")))
                .chain((1..=MOST_RANKED).map(|rank| (rank.to_string(), t!(lang, "ballot-rank", rank = rank))))
                .collect();
            form.select(&name, title.to_owned(), options, held)
        }
        _ => {
            let none = (String::new(), t!(lang, "ballot-no-answer"));
            let options = rules.choices().iter().map(|choice| (choice.to_string(), word(lang, *choice))).chain([none]).collect();
            form.choices(&name, title.to_owned(), options, &[held], false)
        }
    }
}

/// Where the ballot stands, above a long list.
pub fn jump(lang: Lang) -> AnyView {
    view! { <p class="actions"><a class="button is-primary" href="#ballot">{sign("next")}{t!(lang, "ballot-go")}</a></p> }.into_any()
}
