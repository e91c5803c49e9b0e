use std::collections::BTreeMap;

use domain::{
    Refusal,
    access::{Function, Visibility},
    college::CollegeKind,
    evaluation::Frame,
    id::{AccountId, CollegeId, ProcessId, RoundId},
    lang::LangText,
    process::TerritoryKind,
    round::{Mode, RoundKind},
    survey::{Answerer, Answers, Form, check, paper::Channel, tally},
};
use rstest::rstest;
use sqlx::{Connection, PgConnection, SqliteConnection};
use store::{
    Conn, Db, Error, account, process,
    responses::{self, Crossed, Sending},
    round,
};

use crate::support::On;

mod counting;
mod paper;
mod texts;

/// A round with people of two colleges.
struct House {
    db: Db,
    round: RoundId,
    mode: Mode,
    people: Vec<(AccountId, CollegeId)>,
    form: Form,
}

fn form() -> Form {
    serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"lieu","kind":"single","filter":true,"label":{"fr":"Où ?"},"required":"yes","options":[{"code":"ici","label":{"fr":"Ici"}},{"code":"la","label":{"fr":"Là"}}]},
            {"code":"jours","kind":"multiple","label":{"fr":"Quand ?"},"options":[{"code":"lu","label":{"fr":"L"}},{"code":"ma","label":{"fr":"M"}}]},
            {"code":"recit","kind":"long_text","max":100,"label":{"fr":"Racontez"}}]}]}"#,
    )
    .unwrap()
}

fn answers(lieu: &str, jours: &[&str], recit: &str) -> Answers {
    let list = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>();
    let given = Answers::from([("lieu".into(), list(&[lieu])), ("jours".into(), list(jours)), ("recit".into(), list(&[recit]))]);
    check(&form(), &given, &Answerer::default()).unwrap()
}

async fn house(on: On, mode: Mode, people: usize) -> House {
    house_in(on.open().await, mode, people).await
}

async fn house_in(db: Db, mode: Mode, people: usize) -> House {
    let (round, people) = db
        .write(move |c| {
            Box::pin(async move {
                let territory = process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
                let title = LangText::of("fr", "Garde");
                let process: ProcessId = process::create(c, territory, &title, &title, "fr", Visibility::Public, 1).await?;
                let colleges = process::colleges(c, process).await?;
                let round = round::create(c, process, RoundKind::Survey, mode, &title, &title, &form()).await?;
                let mut members = Vec::new();
                for i in 0..people {
                    let account = account::create(c, "P", None, None, 1).await?;
                    let college = colleges[i % 2].id;
                    let member = process::NewMember {
                        process,
                        account,
                        function: Function::Participant,
                        college: Some(college),
                        organisation: "",
                        title: "",
                        joined_at: Some(1),
                    };
                    process::add_member(c, member).await?;
                    members.push((account, college));
                }
                Ok::<_, Error>((round, members))
            })
        })
        .await
        .unwrap();
    House { db, round, mode, people, form: form() }
}

impl House {
    async fn send(&self, person: usize, answers: Answers) -> Result<bool, Error> {
        let (round, mode, form, (account, college)) = (self.round, self.mode, self.form.clone(), self.people[person]);
        self.db
            .write(move |c| {
                Box::pin(async move {
                    let sending = Sending {
                        round,
                        mode,
                        account,
                        college,
                        channel: Channel::Web,
                        day: "2026-03-14",
                        form: &form,
                        answers: &answers,
                        receipt: None,
                    };
                    responses::send(c, sending).await
                })
            })
            .await
    }

    async fn save(&self, person: usize, answers: Answers) -> Result<Answers, Failure> {
        self.save_in_order(person, answers, None).await
    }

    async fn save_in_order(&self, person: usize, answers: Answers, seed: Option<i16>) -> Result<Answers, Failure> {
        let (round, mode, (account, _)) = (self.round, self.mode, self.people[person]);
        self.db.write(move |c| Box::pin(async move { responses::save_draft(c, round, account, mode, seed, |_| Ok(answers)).await })).await
    }

    async fn read(&self) -> Conn {
        self.db.read().await.unwrap()
    }

    /// The tallies kept, and those recounted from the responses themselves.
    async fn kept_and_recount(&self) -> [BTreeMap<(String, String, CollegeId), i64>; 2] {
        let mut c = self.read().await;
        let kept = responses::tallies(&mut c, self.round).await.unwrap();
        let kept = kept.into_iter().map(|t| ((t.question, t.option, t.college_id), t.n)).collect();
        let mut recount = BTreeMap::new();
        for response in responses::page(&mut c, self.round, None, 1000).await.unwrap() {
            for ((question, option), n) in tally::of(&self.form, &response.answers) {
                *recount.entry((question, option, response.college_id)).or_default() += n;
            }
        }
        self.slices_are_those_of_a_recount(&mut c).await;
        [kept, recount]
    }

    async fn slices_are_those_of_a_recount(&self, c: &mut Conn) {
        let mut recount: BTreeMap<(String, String, String, CollegeId), i64> = BTreeMap::new();
        for response in responses::page(c, self.round, None, 1000).await.unwrap() {
            for value in response.answers.get("lieu").into_iter().flatten() {
                for ((question, option), n) in tally::of(&self.form, &response.answers) {
                    *recount.entry((format!("lieu.{value}"), question, option, response.college_id)).or_default() += n;
                }
            }
        }
        let mut kept = BTreeMap::new();
        for slice in ["lieu.ici", "lieu.la"] {
            for t in responses::slice(c, self.round, slice).await.unwrap() {
                kept.insert((slice.to_owned(), t.question, t.option, t.college_id), t.n);
            }
        }
        assert_eq!(kept, recount);
        let answered: BTreeMap<_, _> = recount.into_iter().filter(|((_, _, option, _), _)| option.is_empty()).collect();
        let sliced = responses::sliced(c, self.round).await.unwrap();
        let sliced: BTreeMap<_, _> = sliced.into_iter().map(|s| ((s.slice, s.question, String::new(), s.college_id), s.n)).collect();
        assert_eq!(sliced, answered);
    }

    async fn respondents(&self) -> i64 {
        responses::respondents(&mut self.read().await, self.round).await.unwrap().iter().map(|(_, n)| n).sum()
    }
}

/// The database as its keeper sees it.
enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    async fn open(url: &str) -> Raw {
        if url.starts_with("sqlite:") {
            Raw::Sqlite(SqliteConnection::connect(url).await.unwrap())
        } else {
            Raw::Postgres(PgConnection::connect(url).await.unwrap())
        }
    }

    async fn number(&mut self, sql: &'static str) -> i64 {
        match self {
            Raw::Sqlite(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
            Raw::Postgres(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
        }
    }

    async fn columns(&mut self, table: &str) -> Vec<String> {
        match self {
            Raw::Sqlite(c) => {
                sqlx::query_scalar("SELECT name FROM pragma_table_info($1) ORDER BY name").bind(table).fetch_all(c).await.unwrap()
            }
            Raw::Postgres(c) => {
                let sql = "SELECT column_name::text FROM information_schema.columns WHERE table_name = $1 ORDER BY 1";
                sqlx::query_scalar(sql).bind(table).fetch_all(c).await.unwrap()
            }
        }
    }
}

/// A refusal; a failing database fails the test.
#[derive(Debug)]
struct Failure(Refusal);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        panic!("{error}")
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure(refusal)
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_sends_at_once_leave_one_response(#[case] on: On, #[values(Mode::Anonymous, Mode::Named)] mode: Mode) {
    let house = std::sync::Arc::new(house(on, mode, 1).await);
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..100 {
        let house = house.clone();
        tasks.spawn(async move { house.send(0, answers(if i % 2 == 0 { "ici" } else { "la" }, &["lu"], "Bonjour")).await.unwrap() });
    }
    let sent = tasks.join_all().await.into_iter().filter(|sent| *sent).count();
    assert_eq!(sent, if mode == Mode::Anonymous { 1 } else { 100 });
    assert_eq!(responses::page(&mut house.read().await, house.round, None, 1000).await.unwrap().len(), 1);
    assert_eq!(house.respondents().await, 1);
    let [kept, recount] = house.kept_and_recount().await;
    assert_eq!(kept, recount);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn many_people_at_once_are_all_counted(#[case] on: On) {
    let house = std::sync::Arc::new(house(on, Mode::Anonymous, 60).await);
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..60 {
        let house = house.clone();
        let days: &[&str] = if i % 3 == 0 { &["ma", "lu"] } else { &["ma"] };
        tasks.spawn(async move { house.send(i, answers(if i % 2 == 0 { "ici" } else { "la" }, days, "")).await.unwrap() });
    }
    assert!(tasks.join_all().await.into_iter().all(|sent| sent));
    assert_eq!(house.respondents().await, 60);
    let [kept, recount] = house.kept_and_recount().await;
    assert_eq!(kept, recount);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn tallies_equal_a_recount_after_sends_and_changes(#[case] on: On) {
    let house = house(on, Mode::Named, 4).await;
    let steps: [(usize, &str, &[&str], &str); 7] = [
        (0, "ici", &["lu"], "a"),
        (1, "la", &[], ""),
        (0, "la", &["lu", "ma"], ""),
        (2, "ici", &["ma"], "b"),
        (0, "ici", &[], "c"),
        (3, "la", &["lu", "ma"], ""),
        (2, "ici", &["ma"], "b"),
    ];
    for (person, lieu, jours, recit) in steps {
        assert!(house.send(person, answers(lieu, jours, recit)).await.unwrap());
        let [kept, recount] = house.kept_and_recount().await;
        assert_eq!(kept, recount);
    }
    assert_eq!(house.respondents().await, 4);
    let (account, _) = house.people[0];
    assert_eq!(responses::own(&mut house.read().await, house.round, account).await.unwrap(), Some(answers("ici", &[], "c")));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_comes_back_until_it_is_sent_and_not_after(#[case] on: On) {
    let house = house(on, Mode::Anonymous, 2).await;
    let (account, _) = house.people[0];
    house.save(0, answers("ici", &[], "brouillon")).await.unwrap();
    house.save(0, answers("la", &[], "brouillon 2")).await.unwrap();
    house.save(1, answers("ici", &[], "d’un autre")).await.unwrap();
    let draft = responses::draft(&mut house.read().await, house.round, account).await.unwrap();
    assert_eq!(draft, Some(answers("la", &[], "brouillon 2")));
    house.send(0, answers("la", &[], "")).await.unwrap();
    assert_eq!(responses::draft(&mut house.read().await, house.round, account).await.unwrap(), None);
    // An automatic saving that comes late must not leave a draft behind that names its author.
    match house.save(0, answers("la", &[], "en retard")).await {
        Err(Failure(refusal)) => assert_eq!(refusal.problems[0].key, "already-sent"),
        other => panic!("{other:?}"),
    }
    assert!(responses::draft(&mut house.read().await, house.round, house.people[1].0).await.unwrap().is_some());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_order_that_was_shown_first_stays_and_goes_with_the_response(#[case] on: On) {
    let house = house(on, Mode::Named, 2).await;
    let (round, (account, _)) = (house.round, house.people[0]);
    let seed = async || responses::seed(&mut house.read().await, round, account).await.unwrap();
    assert_eq!(seed().await, None);
    house.save_in_order(0, answers("ici", &[], ""), Some(17)).await.unwrap();
    // Of two pages opened before anything was kept, the second one shows another order: what was kept first holds.
    house.save_in_order(0, answers("la", &[], ""), Some(4)).await.unwrap();
    assert_eq!(seed().await, Some(17));
    house.send(0, answers("la", &[], "")).await.unwrap();
    assert_eq!(seed().await, Some(17));
    // A change of a sent response is shown in its order, whatever a form says.
    house.save_in_order(0, answers("ici", &[], ""), Some(4)).await.unwrap();
    assert_eq!(seed().await, Some(17));
    house.send(0, answers("ici", &[], "")).await.unwrap();
    house.send(1, answers("ici", &[], "sans brouillon")).await.unwrap();
    let mut seeds: Vec<_> =
        responses::page(&mut house.read().await, round, None, 10).await.unwrap().into_iter().map(|response| response.seed).collect();
    seeds.sort_unstable();
    assert_eq!(seeds, [None, Some(17)]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn in_a_named_round_a_change_starts_from_what_was_sent(#[case] on: On) {
    let house = house(on, Mode::Named, 1).await;
    house.send(0, answers("ici", &["lu"], "d’abord")).await.unwrap();
    let (round, (account, _)) = (house.round, house.people[0]);
    let started = house
        .db
        .write(move |c| Box::pin(async move { responses::save_draft::<Failure>(c, round, account, Mode::Named, None, Ok).await }))
        .await
        .unwrap();
    assert_eq!(started, answers("ici", &["lu"], "d’abord"));
    // Until it is sent again, the response counts as it was.
    assert_eq!(responses::own(&mut house.read().await, round, account).await.unwrap(), Some(answers("ici", &["lu"], "d’abord")));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn nothing_links_a_person_to_an_anonymous_response(#[case] on: On) {
    let url = on.url().await;
    let house = house_in(Db::open(&url).await.unwrap(), Mode::Anonymous, 31).await;
    for person in 0..30 {
        house.save(person, answers("ici", &[], "brouillon")).await.unwrap();
        house.send(person, answers("ici", &[], "mot")).await.unwrap();
    }
    house.save(30, answers("ici", &[], "jamais envoyé")).await.unwrap();
    let round = house.round;
    house.db.write(move |c| Box::pin(async move { responses::seal(c, round).await })).await.unwrap();
    let mut raw = Raw::open(&url).await;
    // Of the two tables that must not be joined: every column, so that a new one has to be thought about here.
    assert_eq!(raw.columns("participations").await, ["account_id", "round_id"]);
    // The hash of a receipt is that of a random code, which only its holder knows.
    // The seed of the order is one of 64, drawn with the draft for nobody.
    let columns = ["account_id", "answers", "channel", "college_id", "day", "id", "receipt_hash", "round_id", "seed"];
    assert_eq!(raw.columns("responses").await, columns);
    assert_eq!(raw.number("SELECT COUNT(*) FROM responses WHERE account_id IS NOT NULL").await, 0);
    assert_eq!(raw.number("SELECT COUNT(*) FROM responses").await, 30);
    assert_eq!(raw.number("SELECT COUNT(*) FROM participations").await, 30);
    assert_eq!(raw.number("SELECT COUNT(*) FROM drafts").await, 0);
    assert_eq!(raw.number("SELECT COUNT(*) FROM journal").await, 0);
    // Random ids: version 4, no time in them.
    let texts = responses::texts(&mut house.read().await, round, "recit", house.people[0].1, None, 100).await.unwrap();
    assert_eq!(texts.len(), 15);
    assert!(texts.iter().all(|(id, _)| id.0.get_version_num() == 4));
    // What PostgreSQL keeps beside each row tells neither the order nor the transaction.
    if let On::Postgres = on {
        assert_eq!(raw.number("SELECT COUNT(DISTINCT xmin::text) FROM participations").await, 1);
        assert_eq!(raw.number("SELECT COUNT(DISTINCT xmin::text) FROM responses").await, 1);
        let out_of_order = "SELECT COUNT(*) FROM (SELECT id, LAG(id) OVER (ORDER BY ctid) AS before FROM responses) r WHERE before > id";
        assert_eq!(raw.number(out_of_order).await, 0);
    }
}
