//! The demo's second process: it is over, and its charter is adopted, signed and in force.

use std::collections::BTreeMap;

use domain::{
    access::{Function, Visibility},
    charter::{Frame, adoption::Seal, article::Words, rules::Rules, stance::Stance},
    college::CollegeKind,
    committee::Committee,
    id::{AccountId, CollegeId, ProcessId, RoundId, TerritoryId},
    lang::LangText,
    round::{Calendar, Mode, RoundKind},
};
use serde::Deserialize;
use store::{
    Conn, Error,
    charter::{self, NewAdoption, NewStance},
    process::NewMember,
};

use super::content::Person;

const DAY: i64 = 86_400_000;

#[derive(Deserialize)]
pub struct Adopted {
    pub territory: String,
    process: Texts,
    title: LangText,
    preamble: LangText,
    articles: Vec<Article>,
    decision: LangText,
    /// Why some agree with a reservation to the first article.
    reservations: BTreeMap<String, String>,
    steering: Vec<String>,
    signatures: Vec<String>,
    /// Named, and yet to sign.
    waiting: Vec<String>,
}

#[derive(Deserialize)]
struct Texts {
    title: LangText,
    summary: LangText,
}

#[derive(Deserialize)]
struct Article {
    title: String,
    body: String,
    easy: String,
}

/// Somebody of the first process who is of this one too.
pub struct Known<'a> {
    pub person: &'a Person,
    pub account: AccountId,
}

pub async fn run(c: &mut Conn, demo: &Adopted, territory: TerritoryId, people: &[Known<'_>], now: i64) -> Result<(), Error> {
    let at = |day: i64| now - now % 60_000 - day * DAY;
    let (title, summary) = (&demo.process.title, &demo.process.summary);
    let process = store::process::create(c, territory, title, summary, "fr", Visibility::Public, at(300)).await?;
    let colleges: Vec<(CollegeKind, CollegeId)> =
        store::process::colleges(c, process).await?.iter().map(|college| (college.kind, college.id)).collect();
    let college = |person: &Person| colleges.iter().find(|(kind, _)| Some(*kind) == person.college).map(|(_, id)| *id);
    let mut facilitator = None;
    for Known { person, account } in people {
        let Some(function) = person.function() else { continue };
        if function == Function::Facilitator {
            facilitator = Some(*account);
        }
        let (organisation, title) = (person.organisation.as_deref().unwrap_or_default(), person.title.as_deref().unwrap_or_default());
        let joined_at = Some(at(290));
        let member = NewMember { process, account: *account, function, college: college(person), organisation, title, joined_at };
        store::process::add_member(c, member).await?;
    }
    let facilitator = facilitator.ok_or_else(|| Error::Writer("the demo has no facilitator".into()))?;
    appoint(c, process, &demo.steering, people).await?;

    let common = Frame::default().common_bar();
    let rules = Rules { committees: [(Committee::Steering, common)].into(), ..Rules::default() };
    let frame = Frame { preamble: demo.preamble.clone(), rules, ..Frame::default() };
    let round = store::round::create(c, process, RoundKind::Charter, Mode::Named, &demo.title, &LangText::default(), &frame).await?;
    for article in &demo.articles {
        let words = Words { title: article.title.clone(), body: article.body.clone(), easy: article.easy.clone(), note: String::new() };
        charter::add_article(c, round, &words, facilitator, at(280)).await?;
    }
    charter::open_ratification(c, round, at(240)).await?;
    stand(c, round, demo, people, &college).await?;
    let calendar =
        Calendar { announced: true, opens_at: Some(at(280)), closes_at: Some(at(220)), closed_at: None, published_at: Some(at(214)) };
    store::round::set_calendar(c, round, calendar).await?;
    store::round::set_decision(c, round, &demo.decision).await?;
    adopt(c, process, round, &frame, facilitator, at(214)).await?;
    for (n, key) in (0..).zip(&demo.signatures) {
        sign(c, round, key, people, Some(at(212 - 3 * n))).await?;
    }
    for key in &demo.waiting {
        sign(c, round, key, people, None).await?;
    }
    Ok(())
}

async fn appoint(c: &mut Conn, process: ProcessId, keys: &[String], people: &[Known<'_>]) -> Result<(), Error> {
    for known in people.iter().filter(|known| keys.contains(&known.person.key)) {
        if let Some(member) = store::process::who(c, process, Some(known.account)).await?.and_then(|who| who.membership) {
            store::committee::appoint(c, process, Committee::Steering, member.member).await?;
        }
    }
    Ok(())
}

/// Everybody agrees to everything, some with a reservation.
async fn stand(
    c: &mut Conn,
    round: RoundId,
    demo: &Adopted,
    people: &[Known<'_>],
    college: &impl Fn(&Person) -> Option<CollegeId>,
) -> Result<(), Error> {
    for article in charter::articles(c, round).await? {
        let version = article.version.version_id;
        for Known { person, account } in people {
            let Some(college) = college(person) else { continue };
            let why = demo.reservations.get(&person.key).filter(|_| article.position == 1);
            let stance = if why.is_some() { Stance::Reservation } else { Stance::Consent };
            let reason = why.map(String::as_str).unwrap_or_default();
            charter::take_stance(c, NewStance { round, version, account: *account, college, stance, reason }).await?;
        }
    }
    Ok(())
}

async fn adopt(c: &mut Conn, process: ProcessId, round: RoundId, frame: &Frame, facilitator: AccountId, at: i64) -> Result<(), Error> {
    let articles = charter::articles(c, round).await?;
    let colleges = store::process::colleges(c, process).await?;
    let proof = app::charter::prove(c, process, round, frame, &colleges, &articles, None).await?;
    let own = store::round::find(c, round).await?.ok_or_else(|| Error::Writer("the demo's charter is gone".into()))?;
    let found = store::process::find(c, process).await?.ok_or_else(|| Error::Writer("the demo's process is gone".into()))?;
    let (text, hash) = app::charter::adopted::canonical(c, &found, &own, frame, &articles).await?;
    // A day that is always to come, and never so near that a mail leaves.
    let review_on = app::iso_day(at + 365 * DAY, &app::services::TimeZone::UTC);
    let new = NewAdoption { round, review_on: Some(&review_on), replaces: None, text: &text, hash: &hash, proof: &proof };
    charter::adopt(c, new, at).await?;
    let detail = serde_json::json!({ "sha256": hash, "articles": articles.len(), "review": review_on });
    let act = store::journal::Act {
        at,
        actor: Some(facilitator),
        process: Some(process),
        act: "charter.adopt",
        subject: round.to_string(),
        detail,
    };
    store::journal::write(c, act).await
}

async fn sign(c: &mut Conn, round: RoundId, key: &str, people: &[Known<'_>], at: Option<i64>) -> Result<(), Error> {
    let Some(Known { person, account }) = people.iter().find(|known| known.person.key == key) else { return Ok(()) };
    let (organisation, function) = (person.organisation.clone().unwrap_or_default(), person.title.clone().unwrap_or_default());
    let seal = Seal { organisation, function };
    charter::name_signatory(c, round, *account, &seal).await?;
    match at {
        Some(at) => charter::sign(c, round, *account, &person.name, &seal, at).await,
        None => Ok(()),
    }
}
