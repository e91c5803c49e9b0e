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
    survey::{Answers, Form},
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
                let sending = Sending { round, mode, account, college, day: "2026-03-14", form: &form, answers: &answers, receipt: None };
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

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_need_keeps_its_counts_and_leads_both_ways(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let price = desk.theme("prix").await;
    let family = desk.people[0].1;
    let need = desk.need(price, BTreeMap::from([(family, Count { read: 4, named: 3 })])).await;
    let (process, author) = (desk.process, desk.people[0].0);
    let (proposal, article, evaluation): (ProposalId, _, _) = desk
        .db
        .write(move |c| {
            Box::pin(async move {
                let title = LangText::of("fr", "Un tour");
                let frame = serde_json::json!({});
                let ideas = round::create(c, process, RoundKind::Proposals, Mode::Named, &title, &title, &frame).await?;
                let charter = round::create(c, process, RoundKind::Charter, Mode::Named, &title, &title, &frame).await?;
                let evaluation = round::create(c, process, RoundKind::Evaluation, Mode::Anonymous, &title, &title, &frame).await?;
                let words = Proposal { title: "Ouvrir le samedi".into(), body: "Oui".into() };
                let proposal = proposals::create(c, ideas, author, family, &words, 3).await?;
                proposals::decide(c, proposal, &Decision { outcome: Outcome::Partly, reason: "Un sur deux".into() }).await?;
                let words = article::Words { title: "Le samedi".into(), body: "x".into(), easy: String::new(), note: String::new() };
                let article = charter::add_article(c, charter, &words, author, 4).await?;
                for target in [Target::Action(evaluation, "seance".into()), Target::Article(article), Target::Proposal(proposal)] {
                    assert_eq!(needs::process_of(c, &target).await?, Some(process));
                    needs::link(c, need, &target).await?;
                    // Twice is once.
                    needs::link(c, need, &target).await?;
                }
                Ok::<_, Error>((proposal, article, evaluation))
            })
        })
        .await
        .unwrap();
    let mut c = desk.db.read().await.unwrap();
    let counts = needs::counts(&mut c, process).await.unwrap();
    assert_eq!(counts, [needs::Counted { need_id: need, college_id: family, n_read: 4, n_named: 3 }]);
    let links = needs::links(&mut c, process).await.unwrap();
    let action = Target::Action(evaluation, "seance".into());
    // In the order of the rounds.
    let expected = [Target::Proposal(proposal), Target::Article(article), action.clone()];
    assert_eq!(links.iter().filter_map(needs::Link::target).collect::<Vec<_>>(), expected);
    assert_eq!((links[0].title.as_deref(), links[0].outcome), (Some("Ouvrir le samedi"), Some(Outcome::Partly)));
    assert_eq!(links[1].title.as_deref(), Some("Le samedi"));
    for target in &expected {
        let back = needs::leading_to(&mut c, target).await.unwrap();
        assert_eq!(back.iter().map(|named| named.id).collect::<Vec<_>>(), [need]);
    }
    assert_eq!(needs::process_of(&mut c, &Target::Proposal(ProposalId(Uuid::nil()))).await.unwrap(), None);
    let (ideas, articles) = needs::candidates(&mut c, process).await.unwrap();
    assert_eq!((ideas, articles), (vec![(proposal, "Ouvrir le samedi".to_owned())], vec![(article, "Le samedi".to_owned())]));
    drop(c);

    let words = Words { title: LangText::of("fr", "Le samedi"), existing: LangText::of("fr", "Rien"), ..Words::default() };
    let kept = words.clone();
    desk.db
        .write(move |c| {
            Box::pin(async move {
                assert!(needs::unlink(c, need, &Target::Article(article)).await?);
                assert!(!needs::unlink(c, need, &Target::Article(article)).await?);
                assert!(!needs::unlink(c, need, &Target::Action(evaluation, "autre".into())).await?);
                needs::edit(c, need, &words).await?;
                needs::set_counts(c, need, &BTreeMap::new()).await
            })
        })
        .await
        .unwrap();
    let mut c = desk.db.read().await.unwrap();
    assert_eq!(needs::links(&mut c, process).await.unwrap().len(), 2);
    assert_eq!(needs::find(&mut c, need).await.unwrap().unwrap().words(), kept);
    assert!(needs::counts(&mut c, process).await.unwrap().is_empty());
    drop(c);

    desk.db.write(move |c| Box::pin(async move { needs::withdraw(c, need, "Par erreur").await })).await.unwrap();
    let mut c = desk.db.read().await.unwrap();
    assert_eq!(needs::count(&mut c, process).await.unwrap(), 0);
    assert!(needs::leading_to(&mut c, &Target::Proposal(proposal)).await.unwrap().is_empty());
    assert_eq!(needs::of_process(&mut c, process).await.unwrap()[0].withdrawn_reason.as_deref(), Some("Par erreur"));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_territory_has_the_needs_of_those_below_it_that_one_may_read(#[case] on: On) {
    let desk = desk(on, Mode::Anonymous).await;
    let price = desk.theme("prix").await;
    let (member, open) = (desk.people[0].0, desk.process);
    let (department, district, elsewhere, closed) = desk
        .db
        .write(move |c| {
            Box::pin(async move {
                let department = process::create_territory(c, None, TerritoryKind::Department, "Deux-Orées").await?;
                let town = process::create_territory(c, Some(department), TerritoryKind::Municipality, "Val-d’Orme").await?;
                let district = process::create_territory(c, Some(town), TerritoryKind::District, "Les Tilleuls").await?;
                let elsewhere = process::create_territory(c, None, TerritoryKind::Municipality, "Fontevoire").await?;
                let title = LangText::of("fr", "Aux Tilleuls");
                let mut last = None;
                for (at, visibility) in [Visibility::Public, Visibility::Members, Visibility::Public].into_iter().enumerate() {
                    let now = i64::try_from(at).unwrap_or(0);
                    let process = process::create(c, district, &title, &title, "fr", visibility, now).await?;
                    // The last one has no need.
                    if at < 2 {
                        let round = round::create(c, process, RoundKind::Survey, Mode::Anonymous, &title, &title, &form()).await?;
                        let words = Words { title: title.clone(), ..Words::default() };
                        needs::create(c, needs::New { process, round, theme: price, words: &words }, &BTreeMap::new(), 5).await?;
                    }
                    if visibility == Visibility::Members {
                        last = Some(process);
                        let member = process::NewMember {
                            process,
                            account: member,
                            function: domain::access::Function::Researcher,
                            college: None,
                            organisation: "",
                            title: "",
                            joined_at: Some(1),
                        };
                        process::add_member(c, member).await?;
                    }
                }
                Ok::<_, Error>((department, district, elsewhere, last.unwrap()))
            })
        })
        .await
        .unwrap();
    let mut c = desk.db.read().await.unwrap();
    let anyone = needs::processes_of(&mut c, department, None, 10, 0).await.unwrap();
    assert_eq!(anyone.len(), 1);
    assert!(!anyone.contains(&closed) && !anyone.contains(&open));
    assert_eq!(needs::processes_of(&mut c, district, Some(member), 10, 0).await.unwrap(), [closed, anyone[0]]);
    assert_eq!(needs::processes_of(&mut c, district, Some(member), 1, 1).await.unwrap(), anyone);
    assert!(needs::processes_of(&mut c, elsewhere, Some(member), 10, 0).await.unwrap().is_empty());
}
