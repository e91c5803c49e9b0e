//! Needs, what they lead to, and the territories that have them.

use super::*;

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
                proposals::decide(c, proposal, &Decision { outcome: Outcome::Partly, reason: "Un sur deux".into() }, author, 1_000).await?;
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
