//! What was written is read back: page by page, and of evaluations as of surveys.

use super::*;

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn texts_come_page_by_page_college_by_college(#[case] on: On) {
    let house = house(on, Mode::Anonymous, 20).await;
    for person in 0..20 {
        let text = if person % 4 < 2 { format!("texte {person}") } else { String::new() };
        house.send(person, answers("ici", &[], &text)).await.unwrap();
    }
    let mut c = house.read().await;
    let college = house.people[0].1;
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = responses::texts(&mut c, house.round, "recit", college, after, 2).await.unwrap();
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        seen.extend(page.into_iter().map(|(_, text)| text));
    }
    seen.sort();
    assert_eq!(seen, ["texte 0", "texte 12", "texte 16", "texte 4", "texte 8"]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_evaluation_is_answered_by_the_same_tables(#[case] on: On) {
    let house = house(on, Mode::Anonymous, 1).await;
    let frame: Frame = serde_json::from_str(
        r#"{"actions":[{"code":"seance","title":{"fr":"La séance"}}],"criteria":[{"code":"accueil","label":{"fr":"L’accueil"}}]}"#,
    )
    .unwrap();
    let (round, content) = (house.round, frame.clone());
    house.db.write(move |c| Box::pin(async move { round::set_content(c, round, &content).await })).await.unwrap();
    let form = responses::form(&mut house.read().await, round, RoundKind::Evaluation).await.unwrap().unwrap();
    let given = Answers::from([("seance.accueil".into(), vec!["4".into()]), ("seance.comment".into(), vec!["Bien".into()])]);
    let house = House { form: form.clone(), ..house };
    house.send(0, check(&form, &given, &Answerer::default()).unwrap()).await.unwrap();
    let texts = responses::texts(&mut house.read().await, round, "seance.comment", house.people[0].1, None, 9).await.unwrap();
    assert_eq!(texts.len(), 1);
    assert_eq!(responses::texts(&mut house.read().await, round, "seance.accueil", house.people[0].1, None, 9).await.unwrap().len(), 1);
}
