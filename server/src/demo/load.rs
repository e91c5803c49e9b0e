//! Fills an empty database with the demo, through the store functions that the pages use.

use std::{collections::HashMap, sync::Arc};

use app::account::password::Passwords;
use domain::{
    access::{Function, Visibility},
    college::CollegeKind,
    comments::Subject,
    committee::Committee,
    evaluation::Frame,
    id::{AccountId, CollegeId, CommentId, ProcessId, RoundId, TerritoryId},
    lang::LangText,
    proposals::{self, idea::Extras},
    round::{Calendar, Mode, RoundKind},
    survey::{Form, paper::Channel},
    voting::Ballot,
};
use serde::Serialize;
use store::{
    Conn, Db, Error as StoreError,
    ballots::{self, Cast},
    comments,
    process::NewMember,
    responses,
    responses::Sending,
};

mod charter;

use super::{
    PASSWORD,
    adopted::{Adopted, Known},
    code,
    content::*,
    email,
};
use crate::cli::Error;

const DAY: i64 = 86_400_000;

/// People who answered with a card and gave an alias.
const ALIASES: [&str; 12] =
    ["Aïcha", "Lila", "Marek", "Joséphine", "Tiago", "Samira", "Élodie", "Bilal", "Ana", "Hugo", "Nour", "Mireille"];

pub async fn run(db: &Db, demo: Arc<Demo>, adopted: Adopted, now: i64) -> Result<(), Error> {
    let hash = Passwords::new().await?.hash(PASSWORD.to_owned()).await?;
    // One transaction: the whole demo or none of it.
    db.write(move |c| {
        Box::pin(async move {
            let mut loader = begin(c, &demo, &hash, now).await?;
            loader.survey(c, &demo.survey).await?;
            loader.proposals(c, &demo.proposals).await?;
            loader.ranking(c, &demo.choice).await?;
            loader.charter(c, &demo.charter).await?;
            loader.evaluation(c, &demo.evaluation).await?;
            loader.adopted(c, &demo, &adopted).await
        })
    })
    .await?;
    Ok(())
}

/// What every part needs to know of those before.
struct Loader {
    now: i64,
    process: ProcessId,
    colleges: HashMap<CollegeKind, CollegeId>,
    territories: HashMap<String, TerritoryId>,
    people: HashMap<String, (AccountId, Option<CollegeId>)>,
    /// Accounts of each college, those with a name first; responses are taken in this order.
    by_college: HashMap<CollegeKind, Vec<AccountId>>,
    facilitator: AccountId,
}

async fn begin(c: &mut Conn, demo: &Demo, hash: &str, now: i64) -> Result<Loader, StoreError> {
    let mut territories: HashMap<String, TerritoryId> = HashMap::new();
    for territory in &demo.territories {
        let parent = territory.parent.as_deref().and_then(|parent| territories.get(parent).copied());
        let id = store::process::create_territory(c, parent, territory.kind, &territory.name).await?;
        territories.insert(territory.key.clone(), id);
    }
    let missing = |what: &str| StoreError::Writer(format!("the demo names {what}, which is not there"));
    let territory = territories.get(demo.process.territory.as_str()).copied().ok_or_else(|| missing("a territory"))?;
    let (title, summary) = (&demo.process.title, &demo.process.summary);
    let process = store::process::create(c, territory, title, summary, "fr", Visibility::Public, now - 120 * DAY).await?;
    let mut colleges = HashMap::new();
    for college in store::process::colleges(c, process).await? {
        store::process::set_expected(c, process, college.id, demo.process.expected.get(college.kind.as_str()).copied()).await?;
        colleges.insert(college.kind, college.id);
    }
    let mut loader = Loader {
        now,
        process,
        colleges,
        territories,
        people: HashMap::new(),
        by_college: HashMap::new(),
        facilitator: AccountId(store::Uuid::nil()),
    };
    for (number, person) in demo.people.iter().enumerate() {
        loader.person(c, person, hash, i64::try_from(number).unwrap_or(0) + 1).await?;
    }
    loader.facilitator = demo
        .people
        .iter()
        .find(|person| person.function() == Some(Function::Facilitator))
        .and_then(|person| loader.people.get(&person.key))
        .map(|(account, _)| *account)
        .ok_or_else(|| missing("a facilitator"))?;
    for key in &demo.committee {
        let account = loader.people.get(key).map(|(account, _)| *account);
        let who = store::process::who(c, process, account).await?.and_then(|who| who.membership).ok_or_else(|| missing(key))?;
        store::committee::appoint(c, process, Committee::Ethics, who.member).await?;
    }
    Ok(loader)
}

impl Loader {
    async fn person(&mut self, c: &mut Conn, person: &Person, hash: &str, number: i64) -> Result<(), StoreError> {
        let college = person.college.and_then(|kind| self.colleges.get(&kind).copied());
        let account = if let (true, Some(college)) = (person.access == "code", college) {
            let code = code(person);
            store::code::add(c, self.process, college, "Centre social La Grange", number, &code).await?;
            let Some(card) = store::code::find(c, &code).await? else { return Ok(()) };
            store::code::enter(c, &card, &person.name, self.now - 100 * DAY).await?
        } else {
            let account = store::account::create(c, &person.name, Some(&email(person)), Some(hash), self.now - 110 * DAY).await?;
            store::account::set_verified(c, account, self.now - 110 * DAY).await?;
            match person.function() {
                Some(function) => self.join(c, account, function, college, person.organisation.as_deref(), person.title.as_deref()).await?,
                None => store::account::make_administrator(c, account).await?,
            }
            account
        };
        self.people.insert(person.key.clone(), (account, college));
        if let Some(kind) = person.college {
            self.by_college.entry(kind).or_default().push(account);
        }
        Ok(())
    }

    async fn join(
        &self,
        c: &mut Conn,
        account: AccountId,
        function: Function,
        college: Option<CollegeId>,
        organisation: Option<&str>,
        title: Option<&str>,
    ) -> Result<(), StoreError> {
        let (organisation, title) = (organisation.unwrap_or_default(), title.unwrap_or_default());
        let joined_at = Some(self.now - 105 * DAY);
        store::process::add_member(c, NewMember { process: self.process, account, function, college, organisation, title, joined_at })
            .await?;
        Ok(())
    }

    /// A round that is open from one day to another, counted from now.
    async fn round<T: Serialize>(
        &self,
        c: &mut Conn,
        kind: RoundKind,
        mode: Mode,
        words: (&LangText, &LangText),
        content: &T,
        days: (i64, i64),
    ) -> Result<RoundId, StoreError> {
        let round = store::round::create(c, self.process, kind, mode, words.0, words.1, content).await?;
        // To the minute, as forms give it back.
        let minute = self.now - self.now % 60_000;
        let (opens_at, closes_at) = (Some(minute + days.0 * DAY), Some(minute + days.1 * DAY));
        store::round::set_calendar(c, round, Calendar { announced: true, opens_at, closes_at, ..Calendar::default() }).await?;
        Ok(round)
    }

    async fn survey(&mut self, c: &mut Conn, survey: &Survey) -> Result<(), StoreError> {
        let words = (&survey.title, &survey.intro);
        let round = self.round(c, RoundKind::Survey, Mode::Anonymous, words, &survey.form, (-100, -75)).await?;
        self.respond(c, round, &survey.form, &survey.responses, -100).await?;
        let calendar = Calendar {
            announced: true,
            opens_at: Some(self.now - 100 * DAY),
            closes_at: Some(self.now - 75 * DAY),
            closed_at: None,
            published_at: Some(self.now - 68 * DAY),
        };
        store::round::set_calendar(c, round, calendar).await?;
        store::round::set_decision(c, round, &survey.decision).await?;
        responses::seal(c, round).await
    }

    /// One person for each response; where the named people do not suffice, others come with an alias.
    async fn respond(&mut self, c: &mut Conn, round: RoundId, form: &Form, given: &[Response], first_day: i64) -> Result<(), StoreError> {
        let mut used: HashMap<CollegeKind, usize> = HashMap::new();
        for (number, response) in given.iter().enumerate() {
            let Some(college) = self.colleges.get(&response.college).copied() else { continue };
            let turn = used.entry(response.college).or_default();
            let known = self.by_college.get(&response.college).and_then(|accounts| accounts.get(*turn)).copied();
            let account = match known {
                Some(account) => account,
                None => {
                    let account = store::account::create(c, ALIASES[*turn % ALIASES.len()], None, None, self.now - 100 * DAY).await?;
                    self.join(c, account, Function::Participant, Some(college), None, None).await?;
                    self.by_college.entry(response.college).or_default().push(account);
                    account
                }
            };
            *turn += 1;
            let day = day(self.now + (first_day + i64::try_from(number).unwrap_or(0) % 20) * DAY);
            let sending = Sending {
                round,
                mode: Mode::Anonymous,
                account,
                college,
                channel: Channel::Web,
                day: &day,
                form,
                answers: &response.answers,
                receipt: None,
            };
            responses::send(c, sending).await?;
        }
        Ok(())
    }

    async fn proposals(&self, c: &mut Conn, demo: &Proposals) -> Result<(), StoreError> {
        let words = (&demo.title, &demo.intro);
        let round = self.round(c, RoundKind::Proposals, Mode::Named, words, &serde_json::json!({}), (-60, 12)).await?;
        for (number, item) in demo.items.iter().enumerate() {
            let at = self.now - (58 - i64::try_from(number).unwrap_or(0)) * DAY;
            let Some((author, Some(college))) = self.people.get(&item.author).copied() else { continue };
            let proposal = proposals::Proposal { title: item.title.clone(), body: item.body.clone() };
            let id = store::proposals::create(c, round, author, college, &proposal, at).await?;
            for (key, choice) in &item.votes {
                let Some((account, Some(college))) = self.people.get(key).copied() else { continue };
                let vote = proposals::Vote { college, choice: *choice };
                store::proposals::vote(c, id, account, vote, &proposals::steps(None, vote)).await?;
            }
            let place = item.place.as_ref().and_then(|key| self.territories.get(key)).copied();
            if place.is_some() {
                store::proposals::idea::set_extras(c, id, &Extras { territory: place, ..Extras::default() }).await?;
            }
            self.comments(c, round, Subject::Proposal(id), &item.comments, at + DAY).await?;
            if let Some(decision) = &item.decision {
                let decision = proposals::Decision { outcome: decision.outcome, reason: decision.reason.clone() };
                let by = self.people.get("maud").map_or(author, |(account, _)| *account);
                store::proposals::decide(c, id, &decision, by, at + DAY).await?;
            }
        }
        Ok(())
    }

    async fn ranking(&self, c: &mut Conn, demo: &Ranking) -> Result<(), StoreError> {
        let words = (&demo.title, &demo.intro);
        let round = self.round(c, RoundKind::Proposals, Mode::Named, words, &demo.rules, (-45, -33)).await?;
        let mut names = Vec::new();
        for item in &demo.items {
            let Some((author, Some(college))) = self.people.get(&item.author).copied() else { continue };
            let words = proposals::Proposal { title: item.title.clone(), body: item.body.clone() };
            names.push(store::proposals::create(c, round, author, college, &words, self.now - 45 * DAY).await?);
        }
        for (key, places) in &demo.ballots {
            let Some((account, Some(college))) = self.people.get(key).copied() else { continue };
            let ballot = Ballot::Ranked(places.iter().filter_map(|place| names.get(*place)).copied().collect());
            ballots::cast(c, round, account, &demo.rules, None, Some(&Cast { college, ballot })).await?;
        }
        let calendar = Calendar {
            announced: true,
            opens_at: Some(self.now - 45 * DAY),
            closes_at: Some(self.now - 33 * DAY),
            closed_at: None,
            published_at: Some(self.now - 32 * DAY),
        };
        store::round::set_calendar(c, round, calendar).await?;
        store::round::set_decision(c, round, &demo.decision).await
    }

    async fn comments(&self, c: &mut Conn, round: RoundId, subject: Subject, given: &[Comment], from: i64) -> Result<(), StoreError> {
        let mut known: HashMap<&str, CommentId> = HashMap::new();
        for (number, comment) in given.iter().enumerate() {
            let Some((author, college)) = self.people.get(&comment.author).copied() else { continue };
            let parent = comment.reply_to.as_deref().and_then(|key| known.get(key).copied());
            let at = from + i64::try_from(number).unwrap_or(0) * DAY / 3;
            let id = comments::create(c, comments::New { round, subject, parent, author, college, body: &comment.body }, at).await?;
            known.insert(&comment.key, id);
        }
        Ok(())
    }

    async fn evaluation(&mut self, c: &mut Conn, demo: &Evaluation) -> Result<(), StoreError> {
        let frame: Frame = serde_json::from_value(serde_json::json!({ "actions": demo.actions, "criteria": demo.criteria }))?;
        let words = (&demo.title, &demo.intro);
        let round = self.round(c, RoundKind::Evaluation, Mode::Anonymous, words, &frame, (-10, 20)).await?;
        // The last come first, so that those whose password or card one holds have yet to answer.
        self.by_college.values_mut().for_each(|accounts| accounts.reverse());
        self.respond(c, round, &frame.form(), &demo.responses, -10).await
    }
}

impl Loader {
    /// The second process, with the same people.
    async fn adopted(&self, c: &mut Conn, demo: &Demo, adopted: &Adopted) -> Result<(), StoreError> {
        let Some(territory) = self.territories.get(&adopted.territory).copied() else { return Ok(()) };
        let known = |person| Some(Known { person, account: self.people.get(&person.key)?.0 });
        let people: Vec<_> = demo.people.iter().filter_map(known).collect();
        super::adopted::run(c, adopted, territory, &people, self.now).await
    }
}

/// `2026-03-14`, in UTC: the demo's days need no more.
fn day(at: i64) -> String {
    app::iso_day(at, &app::services::TimeZone::UTC)
}
