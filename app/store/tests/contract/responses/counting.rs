//! What is counted: quotas, crossed questions, long responses, responses that are changed or taken back by receipt.

use super::*;

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_quota_counts_what_each_college_chose(#[case] on: On) {
    let house = house(on, Mode::Named, 3).await;
    for (person, place) in ["ici", "la", "ici"].into_iter().enumerate() {
        house.send(person, answers(place, &["lu"], "x")).await.unwrap();
    }
    let mut c = house.read().await;
    assert_eq!(responses::chosen(&mut c, house.round, "lieu", "ici").await.unwrap(), [(CollegeKind::Family, 2)]);
    assert_eq!(responses::chosen(&mut c, house.round, "lieu", "la").await.unwrap(), [(CollegeKind::Professional, 1)]);
    assert_eq!(responses::chosen(&mut c, house.round, "lieu", "ailleurs").await.unwrap(), []);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn two_questions_are_crossed_in_each_college(#[case] on: On) {
    let house = house(on, Mode::Anonymous, 6).await;
    for (person, lieu, jours) in
        [(0, "ici", &["lu", "ma"][..]), (2, "ici", &["ma"]), (4, "la", &[]), (1, "la", &["lu"]), (3, "la", &["lu"])]
    {
        house.send(person, answers(lieu, jours, "mot")).await.unwrap();
    }
    let [family, professional] = [0, 1].map(|person| house.people[person].1);
    let mut c = house.read().await;
    let whole = |key| Crossed { key, option: None };
    let option = |key, option| Crossed { key, option: Some(option) };
    let mut pairs = async |a, b| {
        let mut pairs: Vec<_> = responses::pairs(&mut c, house.round, a, b).await.unwrap();
        pairs.sort();
        pairs.into_iter().map(|pair| (pair.a, pair.b, pair.college_id == family, pair.n)).collect::<Vec<_>>()
    };
    let of =
        |rows: &[(&str, &str, bool, i64)]| rows.iter().map(|(a, b, f, n)| ((*a).to_owned(), (*b).to_owned(), *f, *n)).collect::<Vec<_>>();
    assert_ne!(family, professional);
    assert_eq!(
        pairs(whole("lieu"), option("jours", "lu")).await,
        of(&[("ici", "no", true, 1), ("ici", "yes", true, 1), ("la", "", true, 1), ("la", "yes", false, 2)])
    );
    assert_eq!(
        pairs(option("jours", "ma"), option("jours", "lu")).await,
        of(&[("", "", true, 1), ("no", "yes", false, 2), ("yes", "no", true, 1), ("yes", "yes", true, 1)])
    );
    assert_eq!(pairs(whole("lieu"), whole("absent.part")).await, of(&[("ici", "", true, 2), ("la", "", true, 1), ("la", "", false, 2)]));
    // An underscore is no wildcard, nor is a part of a code the code.
    assert_eq!(pairs(whole("absent"), option("jours", "l_")).await, of(&[("", "", true, 1), ("", "no", true, 2), ("", "no", false, 2)]));
    assert_eq!(pairs(whole("absent"), option("jours", "l")).await, of(&[("", "", true, 1), ("", "no", true, 2), ("", "no", false, 2)]));
}

/// The longest response there can be is counted whole: one statement does not hold so many rows.
#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_very_long_response_is_counted_whole(#[case] on: On) {
    let options: Vec<_> = (0..100).map(|n| serde_json::json!({"code": format!("o{n}"), "label": {"fr": "O"}})).collect();
    let questions: Vec<_> = (0..30)
        .map(|n| serde_json::json!({"code": format!("q{n}"), "label": {"fr": "Q"}, "kind": "multiple", "options": options}))
        .collect();
    let form: Form =
        serde_json::from_value(serde_json::json!({"sections": [{"code": "s", "title": {"fr": "S"}, "questions": questions}]})).unwrap();
    let all: Vec<String> = (0..100).map(|n| format!("o{n}")).collect();
    let given: Answers = (0..30).map(|n| (format!("q{n}"), all.clone())).collect();
    let house = House { form, ..house(on, Mode::Named, 1).await };
    house.send(0, given).await.unwrap();
    let [kept, recount] = house.kept_and_recount().await;
    assert_eq!(kept.len(), 30 * 101);
    assert_eq!(kept, recount);
}

/// After any sequence of sending, changing and taking back by receipt, the tallies are those of a recount.
#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_opens_its_response_and_no_other(#[case] on: On) {
    let house = house(on, Mode::Anonymous, 4).await;
    let (round, form) = (house.round, house.form.clone());
    let receipt = |person: usize| store::secret_hash(&format!("receipt {person}"));
    for person in 0..4 {
        let (account, college) = house.people[person];
        let (form, hash, given) = (form.clone(), receipt(person), answers("ici", &["lu"], "x"));
        house
            .db
            .write(move |c| {
                Box::pin(async move {
                    let mode = Mode::Anonymous;
                    let day = "2026-03-14";
                    let sending = Sending {
                        round,
                        mode,
                        account,
                        college,
                        channel: Channel::Web,
                        day,
                        form: &form,
                        answers: &given,
                        receipt: Some(hash),
                    };
                    responses::send(c, sending).await
                })
            })
            .await
            .unwrap();
    }
    let (changed, gone) = (receipt(1), receipt(2));
    house
        .db
        .write(move |c| {
            Box::pin(async move {
                assert_eq!(responses::held(c, round, &store::secret_hash("another")).await?, None);
                let held = responses::held(c, round, &changed).await?.unwrap();
                responses::replace(c, round, &form, &held, &answers("la", &[], ""), "2026-03-15").await?;
                let held = responses::held(c, round, &gone).await?.unwrap();
                responses::withdraw(c, round, &form, &held).await?;
                assert_eq!(responses::held(c, round, &gone).await?, None);
                assert_eq!(responses::held(c, round, &changed).await?.unwrap().answers, answers("la", &[], ""));
                Ok::<_, Error>(())
            })
        })
        .await
        .unwrap();
    let [kept, recount] = house.kept_and_recount().await;
    assert_eq!(kept, recount);
    let respondents: i64 = responses::respondents(&mut house.read().await, round).await.unwrap().iter().map(|(_, n)| n).sum();
    assert_eq!(respondents, 3);
    // Whoever took theirs back has taken part all the same.
    assert!(responses::participated(&mut house.read().await, round, house.people[2].0).await.unwrap());
}
