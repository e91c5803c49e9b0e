use domain::{access::Visibility, college::CollegeKind, lang::LangText, process::TerritoryKind};
use rstest::rstest;
use store::{process, round};

use crate::{fixture, support::On};

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_members_only_process_is_listed_to_its_members_alone(#[case] on: On) {
    let db = on.open().await;
    let open = fixture::process(&db, "Ouverte", Visibility::Public, 10).await;
    let closed = fixture::process(&db, "Fermée", Visibility::Members, 5).await;
    let nadia = fixture::participant(&db, closed, CollegeKind::Family, "nadia", true).await;
    let invited = fixture::participant(&db, closed, CollegeKind::Family, "omar", false).await;
    let mut c = db.read().await.unwrap();
    let mut seen = async |account| {
        let listed = process::visible(&mut c, account, 10, 0).await.unwrap();
        listed.into_iter().map(|listed| (listed.id, listed.function.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(seen(None).await, [(open, false)]);
    // One's own first, though it is older.
    assert_eq!(seen(Some(nadia)).await, [(closed, true), (open, false)]);
    // An invitation alone opens nothing.
    assert_eq!(seen(Some(invited)).await, [(open, false)]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_rounds_of_a_page_are_those_of_its_processes(#[case] on: On) {
    let db = on.open().await;
    let older = fixture::process(&db, "A", Visibility::Public, 1).await;
    let newer = fixture::process(&db, "B", Visibility::Public, 2).await;
    let closed = fixture::process(&db, "C", Visibility::Members, 3).await;
    for id in [older, newer, closed] {
        fixture::round(&db, id, Some((10, 20))).await;
        fixture::round(&db, id, None).await;
    }
    let mut c = db.read().await.unwrap();
    for (offset, expected) in [(0, newer), (1, older)] {
        let page = process::visible(&mut c, None, 1, offset).await.unwrap();
        assert_eq!(page.iter().map(|listed| listed.id).collect::<Vec<_>>(), [expected]);
        // Drafts stay out.
        let rounds = round::of_visible(&mut c, None, 1, offset).await.unwrap();
        assert_eq!(rounds.iter().map(|step| step.process_id).collect::<Vec<_>>(), [expected]);
    }
    assert_eq!(process::every(&mut c, 10, 0).await.unwrap().len(), 3);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_description_is_replaced_and_colleges_stay_those_of_the_process(#[case] on: On) {
    let db = on.open().await;
    let (mine, other) = (fixture::process(&db, "A", Visibility::Public, 1).await, fixture::process(&db, "B", Visibility::Public, 2).await);
    let foreign = process::colleges(&mut db.read().await.unwrap(), other).await.unwrap()[0].id;
    db.write(move |c| {
        Box::pin(async move {
            process::edit(c, mine, &LangText::of("fr", "Neuf"), &LangText::of("fr", "Mots"), Visibility::Members).await?;
            let first = process::colleges(c, mine).await?[0].id;
            process::set_expected(c, mine, first, Some(300)).await?;
            // Another process's college is out of reach.
            process::set_expected(c, mine, foreign, Some(7)).await?;
            process::add_college(c, mine, CollegeKind::Other, &LangText::of("fr", "Associations"), None).await?;
            Ok::<_, store::Error>(())
        })
    })
    .await
    .unwrap();
    let mut c = db.read().await.unwrap();
    let found = process::find(&mut c, mine).await.unwrap().unwrap();
    assert_eq!((found.title.text("fr"), found.visibility), ("Neuf", Visibility::Members));
    let colleges = process::colleges(&mut c, mine).await.unwrap();
    assert_eq!(
        colleges.iter().map(|college| college.kind).collect::<Vec<_>>(),
        [CollegeKind::Family, CollegeKind::Professional, CollegeKind::Elected, CollegeKind::Other]
    );
    assert_eq!(colleges[0].expected, Some(300));
    assert_eq!(process::colleges(&mut c, other).await.unwrap()[0].expected, None);
    // Entering gives what the two questions apart give.
    let (entered, who) = process::enter(&mut c, mine, None).await.unwrap().unwrap();
    assert_eq!((entered, Some(who)), (found, process::who(&mut c, mine, None).await.unwrap()));
    assert!(process::enter(&mut c, domain::id::ProcessId(uuid::Uuid::nil()), None).await.unwrap().is_none());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn territories_form_a_tree(#[case] on: On) {
    let db = on.open().await;
    let (town, district) = db
        .write(|c| {
            Box::pin(async move {
                let town = process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
                let district = process::create_territory(c, Some(town), TerritoryKind::District, "Les Tilleuls").await?;
                Ok::<_, store::Error>((town, district))
            })
        })
        .await
        .unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(process::territories(&mut c).await.unwrap().len(), 2);
    assert_eq!(process::territory(&mut c, district).await.unwrap().unwrap().parent_id, Some(town));
}
