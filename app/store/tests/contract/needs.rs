use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::Visibility,
    charter::article,
    college::CollegeKind,
    id::{AccountId, CollegeId, NeedId, ProcessId, ProposalId, ResponseId, RoundId, ThemeId},
    lang::LangText,
    needs::{
        Target, Words,
        coding::{Bearing, Count, TextId, ThemeWords, count, pairs},
    },
    process::TerritoryKind,
    proposals::{Decision, Proposal},
    round::{Mode, Outcome, RoundKind},
    survey::{Answers, Form, paper::Channel},
};
use rstest::rstest;
use store::{
    Db, Error, Uuid, account, charter,
    needs::{self, coding},
    process, proposals,
    responses::{self, Sending},
    round,
};

use crate::{fixture, support::On};

mod way;

/// A survey with six answers in people's own words, four of families and two of professionals, and two coders.
struct Desk {
    db: Db,
    process: ProcessId,
    round: RoundId,
    mode: Mode,
    people: Vec<(AccountId, CollegeId)>,
    coders: [AccountId; 2],
    form: Form,
}

fn form() -> Form {
    serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"mot","kind":"short_text","max":100,"label":{"fr":"Un mot"}},
            {"code":"recit","kind":"long_text","max":100,"label":{"fr":"Racontez"}}]}]}"#,
    )
    .unwrap()
}

async fn desk(on: On, mode: Mode) -> Desk {
    let db = on.open().await;
    let process = fixture::process(&db, "Garde", Visibility::Public, 1).await;
    let mut people = Vec::new();
    for n in 0..6 {
        let kind = if n < 4 { CollegeKind::Family } else { CollegeKind::Professional };
        let account = fixture::participant(&db, process, kind, "P", true).await;
        let colleges = process::colleges(&mut db.read().await.unwrap(), process).await.unwrap();
        people.push((account, colleges.iter().find(|college| college.kind == kind).unwrap().id));
    }
    let (round, coders) = db
        .write(move |c| {
            Box::pin(async move {
                let title = LangText::of("fr", "Vos besoins");
                let round = round::create(c, process, RoundKind::Survey, mode, &title, &title, &form()).await?;
                let coders = [account::create(c, "Maud", None, None, 1).await?, account::create(c, "Inès", None, None, 1).await?];
                Ok::<_, Error>((round, coders))
            })
        })
        .await
        .unwrap();
    let desk = Desk { db, process, round, mode, people, coders, form: form() };
    for person in 0..6 {
        desk.send(person, &format!("récit {person}")).await;
    }
    desk
}

impl Desk {
    async fn send(&self, person: usize, story: &str) {
        let (round, mode, form, (account, college)) = (self.round, self.mode, self.form.clone(), self.people[person]);
        let answers = Answers::from([("mot".into(), vec!["mot".into()]), ("recit".into(), vec![story.to_owned()])]);
        let sent = self.db.write(move |c| {
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
        });
        assert!(sent.await.unwrap());
    }

    async fn theme(&self, code: &'static str) -> ThemeId {
        let round = self.round;
        let words = ThemeWords { title: LangText::of("fr", code), definition: String::new() };
        self.db.write(move |c| Box::pin(async move { coding::add_theme(c, round, code, &words).await })).await.unwrap()
    }

    /// The texts of a question by what they say.
    async fn texts(&self, question: &str) -> BTreeMap<String, TextId> {
        let mut c = self.db.read().await.unwrap();
        let texts: Vec<TextId> = coding::texts(&mut c, self.round, question).await.unwrap().into_values().map(|(text, _)| text).collect();
        let words = coding::words(&mut c, self.round, &texts).await.unwrap();
        words.into_iter().map(|(text, words)| (words, text)).collect()
    }

    async fn read(&self, coder: usize, text: &TextId, themes: &[ThemeId]) {
        let (round, coder, text, themes) = (self.round, self.coders[coder], text.clone(), themes.iter().copied().collect::<BTreeSet<_>>());
        self.db.write(move |c| Box::pin(async move { coding::read(c, round, &text, coder, Some(&themes)).await })).await.unwrap();
    }

    async fn sheets(&self) -> domain::needs::coding::Desk {
        coding::desk(&mut self.db.read().await.unwrap(), self.round).await.unwrap()
    }

    async fn need(&self, theme: ThemeId, counts: BTreeMap<CollegeId, Count>) -> NeedId {
        let (process, round) = (self.process, self.round);
        let words = Words { title: LangText::of("fr", "Une garde le samedi"), ..Words::default() };
        self.db
            .write(move |c| {
                Box::pin(async move { needs::create(c, needs::New { process, round, theme, words: &words }, &counts, 5).await })
            })
            .await
            .unwrap()
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn each_reader_keeps_their_own_marks_until_they_change_them(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let (price, place) = (desk.theme("prix").await, desk.theme("lieu").await);
    let texts = desk.texts("recit").await;
    assert_eq!(texts.keys().map(String::as_str).collect::<Vec<_>>(), ["récit 0", "récit 1", "récit 2", "récit 3", "récit 4", "récit 5"]);
    let text = &texts["récit 0"];
    desk.read(0, text, &[price]).await;
    desk.read(1, text, &[price, place]).await;
    desk.read(0, text, &[place]).await;
    desk.read(0, &texts["récit 1"], &[]).await;
    let sheets = desk.sheets().await;
    assert_eq!(sheets[text].readers[&desk.coders[0]], BTreeSet::from([place]));
    assert_eq!(sheets[text].readers[&desk.coders[1]], BTreeSet::from([price, place]));
    assert_eq!(sheets[&texts["récit 1"]].readers[&desk.coders[0]], BTreeSet::new());
    assert!(!sheets.contains_key(&texts["récit 2"]));
    // Not read after all.
    let (round, coder, unread) = (desk.round, desk.coders[0], texts["récit 1"].clone());
    desk.db.write(move |c| Box::pin(async move { coding::read(c, round, &unread, coder, None).await })).await.unwrap();
    assert_eq!(desk.sheets().await.len(), 1);
    let names: Vec<_> =
        coding::coders(&mut desk.db.read().await.unwrap(), round).await.unwrap().into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Inès", "Maud"]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn keys_tell_neither_the_response_nor_which_texts_are_of_one(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let mut c = desk.db.read().await.unwrap();
    let words = coding::texts(&mut c, desk.round, "mot").await.unwrap();
    let stories = coding::texts(&mut c, desk.round, "recit").await.unwrap();
    assert_eq!((words.len(), stories.len()), (6, 6));
    assert!(words.keys().all(|key| !stories.contains_key(key)));
    let responses = |texts: &BTreeMap<String, (TextId, CollegeId)>| texts.values().map(|(text, _)| text.response).collect::<Vec<_>>();
    for (key, (text, _)) in &words {
        assert!(!key.contains(&text.response.0.simple().to_string()[..8]));
    }
    let sorted = |mut ids: Vec<ResponseId>| {
        ids.sort();
        ids
    };
    assert_eq!(sorted(responses(&words)), sorted(responses(&stories)));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_settled_counts_and_kappa_stays(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let price = desk.theme("prix").await;
    let texts = desk.texts("recit").await;
    for (words, text) in &texts {
        desk.read(0, text, &[price]).await;
        let given: &[ThemeId] = if words == "récit 0" { &[] } else { &[price] };
        desk.read(1, text, given).await;
    }
    let apart = texts["récit 0"].clone();
    assert_eq!(desk.sheets().await[&apart].bearing(price), Bearing::Disputed);
    let before = pairs(&desk.sheets().await, |theme| theme.to_string());
    let (round, by, text) = (desk.round, desk.coders[0], apart.clone());
    let settle = async |settled: BTreeMap<ThemeId, bool>| {
        let text = text.clone();
        desk.db.write(move |c| Box::pin(async move { coding::settle(c, round, &text, by, &settled).await })).await.unwrap();
    };
    settle(BTreeMap::from([(price, false)])).await;
    settle(BTreeMap::from([(price, true)])).await;
    let sheets = desk.sheets().await;
    assert_eq!(sheets[&apart].bearing(price), Bearing::Yes);
    assert_eq!(pairs(&sheets, |theme| theme.to_string()), before);
    let colleges = coding::colleges(&mut desk.db.read().await.unwrap(), round).await.unwrap();
    let counts = count(&sheets, price, |response| colleges.get(&response).copied());
    let (family, professional) = (desk.people[0].1, desk.people[5].1);
    assert_eq!(counts, BTreeMap::from([(family, Count { read: 4, named: 4 }), (professional, Count { read: 2, named: 2 })]));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn themes_are_merged_and_split_for_both_readers(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let (evening, saturday) = (desk.theme("soir").await, desk.theme("samedi").await);
    let texts = desk.texts("recit").await;
    let (one, two) = (&texts["récit 0"], &texts["récit 1"]);
    desk.read(0, one, &[evening]).await;
    desk.read(1, one, &[evening, saturday]).await;
    desk.read(0, two, &[saturday]).await;
    let verdicts: Vec<_> =
        desk.sheets().await.iter().filter_map(|(text, sheet)| Some((text.clone(), sheet.merged(evening, saturday)?))).collect();
    let (round, by) = (desk.round, desk.coders[0]);
    desk.db.write(move |c| Box::pin(async move { coding::merge(c, round, evening, saturday, by, &verdicts).await })).await.unwrap();
    let sheets = desk.sheets().await;
    assert!(sheets[one].readers.values().all(|given| *given == BTreeSet::from([saturday])));
    let book = coding::themes(&mut desk.db.read().await.unwrap(), round).await.unwrap();
    assert_eq!(
        book.iter().map(|theme| (theme.code.as_str(), theme.merged_into)).collect::<Vec<_>>(),
        [("soir", Some(saturday)), ("samedi", None)]
    );
    let night = desk.theme("nuit").await;
    let moved = vec![one.clone()];
    desk.db.write(move |c| Box::pin(async move { coding::split(c, saturday, night, &moved).await })).await.unwrap();
    let sheets = desk.sheets().await;
    assert_eq!((sheets[one].bearing(night), sheets[one].bearing(saturday)), (Bearing::Yes, Bearing::No));
    assert_eq!((sheets[two].bearing(night), sheets[two].bearing(saturday)), (Bearing::No, Bearing::Yes));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_its_author_changes_is_unread_again(#[case] on: On) {
    let desk = desk(on, Mode::Named).await;
    let price = desk.theme("prix").await;
    let texts = desk.texts("recit").await;
    let mut words = coding::texts(&mut desk.db.read().await.unwrap(), desk.round, "mot").await.unwrap();
    let (_, (word, _)) = words.pop_first().unwrap();
    desk.read(0, &texts["récit 0"], &[price]).await;
    desk.read(0, &texts["récit 1"], &[price]).await;
    desk.read(0, &word, &[price]).await;
    desk.send(0, "tout autre chose").await;
    let sheets = desk.sheets().await;
    assert!(!sheets.contains_key(&texts["récit 0"]));
    // What did not change stays read.
    assert!(sheets.contains_key(&texts["récit 1"]) && sheets.contains_key(&word));
}

/// Publishing writes the responses of an anonymous round anew: what was coded must bear that.
#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_sealed_after_it_was_coded(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let price = desk.theme("prix").await;
    let texts = desk.texts("recit").await;
    for text in texts.values() {
        desk.read(0, text, &[price]).await;
    }
    let round = desk.round;
    desk.db.write(move |c| Box::pin(async move { responses::seal(c, round).await })).await.unwrap();
    assert_eq!(desk.sheets().await.len(), 6);
    assert_eq!(desk.texts("recit").await, texts);
}
