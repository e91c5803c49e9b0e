//! Sheets keyed twice, settled and counted once; responses written by a helper.

use std::sync::Arc;

use store::paper::{self, Keying, Sheet};

use super::*;

impl House {
    fn keying(&self, person: usize, answers: Answers) -> Keying {
        let (account_id, college_id) = self.people[person];
        Keying { account_id, college_id, language: "fr".into(), answers }
    }

    /// As the server does it: the second keying counts the sheet where it says the same as the first. True when it was counted.
    async fn key(&self, number: u32, keying: Keying) -> bool {
        let (round, mode, form) = (self.round, self.mode, self.form.clone());
        let work = self.db.write(move |c| {
            Box::pin(async move {
                match paper::sheet(c, round, number).await? {
                    Sheet::New => paper::keep(c, round, number, false, &keying).await.map(|()| false),
                    Sheet::Once(first) if first.answers == keying.answers => {
                        let counted = (keying.college_id, &form, &keying.answers);
                        paper::count(c, (round, mode), number, counted, "2026-03-14").await.map(|()| true)
                    }
                    Sheet::Once(_) => paper::keep(c, round, number, true, &keying).await.map(|()| false),
                    Sheet::ToSettle(_) | Sheet::Counted => Ok::<_, Error>(false),
                }
            })
        });
        work.await.unwrap()
    }

    async fn sheet(&self, number: u32) -> Sheet {
        paper::read(&mut self.read().await, self.round, number).await.unwrap()
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_is_keyed_twice_settled_and_counted(#[case] on: On) {
    let house = house(on, Mode::Anonymous, 2).await;
    let (a, b) = (house.keying(0, answers("ici", &["lu"], "")), house.keying(1, answers("la", &["lu"], "")));
    assert_eq!(house.sheet(7).await, Sheet::New);
    assert!(!house.key(7, a.clone()).await);
    assert_eq!(house.sheet(7).await, Sheet::Once(Box::new(a.clone())));
    assert!(!house.key(7, b.clone()).await);
    assert_eq!(house.sheet(7).await, Sheet::ToSettle(Box::new([a.clone(), b.clone()])));
    house.key(8, a.clone()).await;
    house.key(9, a.clone()).await;
    assert!(house.key(9, a.clone()).await);
    let progress = paper::progress(&mut house.read().await, house.round).await.unwrap();
    assert_eq!(progress, paper::Progress { once: vec![8], to_settle: vec![7], counted: vec![9] });
    // Nothing counts before it is settled.
    assert_eq!(house.respondents().await, 1);

    let (round, mode, form, settled) = (house.round, house.mode, house.form.clone(), b.clone());
    let settle = house.db.write(move |c| {
        Box::pin(async move { paper::count(c, (round, mode), 7, (settled.college_id, &form, &settled.answers), "2026-03-14").await })
    });
    settle.await.unwrap();
    assert_eq!(house.sheet(7).await, Sheet::Counted);
    assert_eq!(responses::by_channel(&mut house.read().await, round).await.unwrap(), [(Channel::Paper, 2)]);
    assert_eq!(house.respondents().await, 2);
    let [kept, recount] = house.kept_and_recount().await;
    assert_eq!(kept, recount);
    // A college counts by whom the sheet is of, not by who keyed it; nobody is its author.
    let responses = responses::page(&mut house.read().await, round, None, 10).await.unwrap();
    assert!(responses.iter().all(|response| response.account_id.is_none() && response.id.0.get_version_num() == 4));
    assert!(responses.iter().any(|response| response.college_id == b.college_id));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_keyed_by_many_at_once_counts_once(#[case] on: On) {
    let house = Arc::new(house(on, Mode::Anonymous, 2).await);
    let mut tasks = tokio::task::JoinSet::new();
    for person in 0..20 {
        let house = house.clone();
        tasks.spawn(async move { house.key(3, house.keying(person % 2, answers("ici", &["ma"], "mot"))).await });
    }
    assert_eq!(tasks.join_all().await.into_iter().filter(|counted| *counted).count(), 1);
    assert_eq!(house.respondents().await, 1);
    assert_eq!(responses::page(&mut house.read().await, house.round, None, 10).await.unwrap().len(), 1);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_was_keyed_is_gone_once_counted_forgotten_or_published(#[case] on: On) {
    let url = on.url().await;
    let house = house_in(Db::open(&url).await.unwrap(), Mode::Anonymous, 2).await;
    let said = house.keying(0, answers("ici", &["lu"], "un secret"));
    for number in [1, 1, 2, 3] {
        house.key(number, said.clone()).await;
    }
    let round = house.round;
    let forget = house.db.write(move |c| Box::pin(async move { paper::forget(c, round, 2).await }));
    forget.await.unwrap();
    assert_eq!(house.sheet(2).await, Sheet::New);
    let mut raw = Raw::open(&url).await;
    assert_eq!(raw.number("SELECT COUNT(*) FROM paper_keyings WHERE number = 1").await, 0);
    assert_eq!(raw.number("SELECT COUNT(*) FROM paper_keyings").await, 1);
    let publish = house.db.write(move |c| Box::pin(async move { responses::seal(c, round).await }));
    publish.await.unwrap();
    assert_eq!(raw.number("SELECT COUNT(*) FROM paper_keyings").await, 0);
    // What remains of a sheet: that it was counted. Neither who keyed it nor when, nor which response it became.
    assert_eq!(raw.columns("paper_sheets").await, ["counted", "number", "round_id"]);
    assert_eq!(raw.number("SELECT COUNT(*) FROM paper_sheets").await, 1);
    if let On::Postgres = on {
        assert_eq!(raw.number("SELECT COUNT(DISTINCT xmin::text) FROM paper_sheets").await, 1);
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_helper_changes_no_response_and_a_response_taken_back_leaves_its_channel(
    #[case] on: On,
    #[values(Mode::Anonymous, Mode::Named)] mode: Mode,
) {
    let house = house(on, mode, 2).await;
    let (round, form) = (house.round, house.form.clone());
    let proxy = |person: usize, said: Answers, receipt: Vec<u8>| {
        let (form, (account, college)) = (form.clone(), house.people[person]);
        house.db.write(move |c| {
            Box::pin(async move {
                let (channel, day) = (Channel::Proxy, "2026-03-14");
                let sending = Sending { round, mode, account, college, channel, day, form: &form, answers: &said, receipt: Some(receipt) };
                responses::send(c, sending).await
            })
        })
    };
    assert!(house.send(0, answers("ici", &["lu"], "moi")).await.unwrap());
    assert!(!proxy(0, answers("la", &[], "un autre"), vec![1; 32]).await.unwrap());
    assert!(proxy(1, answers("la", &["ma"], ""), vec![2; 32]).await.unwrap());
    assert_eq!(responses::by_channel(&mut house.read().await, round).await.unwrap(), [(Channel::Proxy, 1)]);
    if mode == Mode::Anonymous {
        assert!(!house.send(1, answers("ici", &[], "encore")).await.unwrap());
    }
    let withdraw = house.db.write(move |c| {
        Box::pin(async move {
            let held = responses::held(c, round, &[2; 32]).await?.unwrap();
            responses::withdraw(c, round, &form, &held).await
        })
    });
    withdraw.await.unwrap();
    assert_eq!(responses::by_channel(&mut house.read().await, round).await.unwrap(), []);
    assert_eq!(house.respondents().await, 1);
    let [kept, recount] = house.kept_and_recount().await;
    assert_eq!(kept, recount);
}
