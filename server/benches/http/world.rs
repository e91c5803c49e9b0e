//! The database that the bench runs on: one process, many families, open rounds, a published survey with results.

use std::error::Error;

use super::{many, statements, talk};
use domain::{
    access::{Function, Visibility},
    id::{AccountId, CollegeId, ProcessId, ProposalId, RoundId},
    lang::LangText,
    process::TerritoryKind,
    proposals::Proposal,
    round::{Calendar, Mode, RoundKind},
    survey::{Answers, Form, paper::Channel},
};
use store::{Clock, Conn, Db, Error as StoreError, process::NewMember, responses, responses::Sending};

/// Votes come from the first 64 people, each response from somebody new.
const PEOPLE: usize = 30_000;
const PROPOSALS: usize = 50;
const RESPONSES: usize = 1000;
/// How many responses the published surveys hold.
pub const MANY: [usize; 3] = [1_000, 100_000, 1_000_000];

pub struct World {
    pub process: ProcessId,
    pub proposals: Vec<ProposalId>,
    pub talk: talk::Talk,
    /// A round of two thousand statements; the first person has voted on none, the second on nearly all.
    pub statements: RoundId,
    /// One for each of [`MANY`].
    pub surveys_closed: Vec<RoundId>,
    /// Sign-in tokens, one per person.
    pub tokens: Vec<String>,
    /// The body of a response to the open survey.
    pub response: String,
}

pub async fn prepare(url: &str) -> Result<World, Box<dyn Error>> {
    let db = Db::open(url).await?;
    let now = Clock::system().now();
    let world = db.write(move |c| Box::pin(async move { fill(c, now).await })).await?;
    for (round, wanted) in world.surveys_closed.iter().zip(MANY) {
        many::multiply(url, *round, i64::try_from(wanted / RESPONSES)?).await?;
    }
    Ok(world)
}

async fn fill(c: &mut Conn, now: i64) -> Result<World, StoreError> {
    let text = |words: &str| LangText::of("fr", words);
    let territory = store::process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
    let process = store::process::create(c, territory, &text("Banc d’essai"), &text("Une démarche"), "fr", Visibility::Public, now).await?;
    let colleges: Vec<CollegeId> = store::process::colleges(c, process).await?.into_iter().map(|college| college.id).collect();
    let (mut people, mut tokens): (Vec<(AccountId, CollegeId)>, _) = (Vec::new(), Vec::new());
    for number in 0..PEOPLE {
        let account = store::account::create(c, "Nour", None, None, now).await?;
        let college = colleges[number % colleges.len()];
        let member = NewMember {
            process,
            account,
            function: Function::Participant,
            college: Some(college),
            organisation: "",
            title: "",
            joined_at: Some(now),
        };
        store::process::add_member(c, member).await?;
        tokens.push(store::session::open(c, account, now).await?);
        people.push((account, college));
    }
    let form = form();
    let open = Calendar { announced: true, opens_at: Some(now - 1), closes_at: Some(now + 86_400_000), ..Calendar::default() };
    let (kind, mode) = (RoundKind::Survey, Mode::Anonymous);
    let mut surveys_closed = Vec::new();
    for responses in MANY {
        // Each larger one in a process of its own: the page of the first is measured too, and has three rounds.
        let (process, colleges) = if responses == MANY[0] {
            (process, colleges.clone())
        } else {
            let other =
                store::process::create(c, territory, &text("Archives"), &text("Une démarche"), "fr", Visibility::Public, now).await?;
            (other, store::process::colleges(c, other).await?.into_iter().map(|college| college.id).collect())
        };
        let round = store::round::create(c, process, kind, mode, &text("Enquête close"), &text(""), &form).await?;
        for (number, (account, _)) in people.iter().rev().take(RESPONSES).enumerate() {
            let answers = answers(&form, number);
            let sending = Sending {
                round,
                mode,
                account: *account,
                college: colleges[number % colleges.len()],
                channel: Channel::Web,
                day: "2026-03-14",
                form: &form,
                answers: &answers,
                receipt: None,
            };
            responses::send(c, sending).await?;
        }
        let closed = Calendar { closes_at: Some(now - 1), published_at: Some(now - 1), opens_at: Some(now - 2), ..open };
        store::round::set_calendar(c, round, closed).await?;
        surveys_closed.push(round);
    }
    let forty = many::forty();
    let survey = store::round::create(c, process, kind, mode, &text("Enquête"), &text(""), &forty).await?;
    store::round::set_calendar(c, survey, open).await?;
    let voting =
        store::round::create(c, process, RoundKind::Proposals, Mode::Named, &text("Propositions"), &text(""), &serde_json::json!({}))
            .await?;
    store::round::set_calendar(c, voting, open).await?;
    let mut proposals = Vec::new();
    for (number, &(author, college)) in people.iter().take(PROPOSALS).enumerate() {
        let proposal = Proposal { title: format!("Proposition {number}"), body: "Des mots pour la dire.".into() };
        proposals.push(store::proposals::create(c, voting, author, college, &proposal, now).await?);
    }
    let talk = talk::fill(c, voting, people.get(..100).unwrap_or(&people), now).await?;
    let statements = statements::fill(c, process, open, people.get(..600).unwrap_or(&people), now).await?;
    let mut response = form_urlencoded::Serializer::new(String::new());
    response.append_pair("round", &survey.to_string());
    for (code, values) in many::full(&forty) {
        for value in values {
            response.append_pair(&domain::survey::answer::field(&code), &value);
        }
    }
    let response = response.finish();
    Ok(World { process, proposals, talk, statements, surveys_closed, tokens, response })
}

/// Ten closed questions, as many as a tired parent answers, and one in their own words.
fn form() -> Form {
    let options =
        serde_json::json!([{"code": "a", "label": {"fr": "A"}}, {"code": "b", "label": {"fr": "B"}}, {"code": "c", "label": {"fr": "C"}}]);
    let questions: Vec<_> = (0..10)
        .map(|number| {
            let (code, label) = (format!("q{number}"), serde_json::json!({"fr": format!("Question {number}")}));
            match number % 3 {
                0 => serde_json::json!({"code": code, "label": label, "kind": "single", "options": options, "required": "yes", "filter": number == 0}),
                1 => serde_json::json!({"code": code, "label": label, "kind": "multiple", "options": options}),
                _ => serde_json::json!({"code": code, "label": label, "kind": "faces"}),
            }
        })
        .chain([serde_json::json!({"code": "mots", "label": {"fr": "Dites-le avec vos mots"}, "kind": "long_text", "max": 500})])
        .collect();
    serde_json::from_value(serde_json::json!({"sections": [{"code": "s", "title": {"fr": "S"}, "questions": questions}]}))
        .unwrap_or_default()
}

/// Three in five leave the last question out.
fn answers(form: &Form, number: usize) -> Answers {
    form.questions()
        .filter(|question| question.code != "mots" || number % 5 < 2)
        .map(|question| match question.kind.name().as_str() {
            "single" if question.filter && number.is_multiple_of(4) => (question.code.clone(), vec!["a".to_owned()]),
            "single" => (question.code.clone(), vec!["b".to_owned()]),
            "long_text" => (question.code.clone(), vec!["Il faudrait une halte-garderie le samedi matin.".to_owned()]),
            "multiple" => (question.code.clone(), vec!["a".to_owned(), "c".to_owned()]),
            _ => (question.code.clone(), vec!["4".to_owned()]),
        })
        .collect()
}
