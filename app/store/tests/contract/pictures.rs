use domain::{access::Visibility, process::TerritoryKind, territories::Change};
use rstest::rstest;
use store::{Db, Error, pictures, process};

use crate::{fixture, support::On};

fn picture(byte: u8) -> pictures::New {
    pictures::New { width: 640, height: 480, large: vec![byte; 300], small: vec![byte; 20] }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_kept_once_in_its_process_and_known_to_no_other(#[case] on: On) {
    let db = on.open().await;
    let (mine, other) = (fixture::process(&db, "A", Visibility::Public, 1).await, fixture::process(&db, "B", Visibility::Public, 2).await);
    let add =
        async |process, byte| db.write(move |c| Box::pin(async move { pictures::add(c, process, picture(byte)).await })).await.unwrap();
    let (first, again, second, elsewhere) = (add(mine, 1).await, add(mine, 1).await, add(mine, 2).await, add(other, 1).await);
    assert_eq!(first, again);
    assert_ne!(first, elsewhere);
    let mut c = db.read().await.unwrap();
    assert_eq!(pictures::count(&mut c, mine, false).await.unwrap(), 2);
    assert_eq!(pictures::known(&mut c, mine).await.unwrap(), [(first, (640, 480)), (second, (640, 480))].into());
    assert_eq!(pictures::process(&mut c, elsewhere).await.unwrap(), Some(other));
    assert_eq!(pictures::jpeg(&mut c, second, true).await.unwrap(), Some(vec![2; 20]));
    assert_eq!(pictures::jpeg(&mut c, second, false).await.unwrap(), Some(vec![2; 300]));
    assert_eq!(pictures::jpeg(&mut c, store::random_id(), false).await.unwrap(), None);
    assert_eq!(pictures::process(&mut c, store::random_id()).await.unwrap(), None);
}

async fn take(db: &Db, changes: Vec<Change>) -> Result<(), Error> {
    db.write(move |c| Box::pin(async move { process::take_territories(c, &changes).await })).await
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_territories_is_taken_whole_or_not_at_all(#[case] on: On) {
    let db = on.open().await;
    let (department, town) = (store::new_id(), store::new_id());
    let new = |id, parent, kind, name: &str, code: &str| Change::New { id, parent, kind, name: name.into(), code: Some(code.into()) };
    let town_33063 = |id| new(id, Some(department), TerritoryKind::Municipality, "Bordeaux", "33063");
    take(&db, vec![new(department, None, TerritoryKind::Department, "Gironde", "33"), town_33063(town)]).await.unwrap();
    take(&db, vec![Change::Correct { id: town, name: "Bordeaux-Centre".into(), code: Some("33063".into()) }]).await.unwrap();
    // A code once more: nothing of this list is kept.
    let district = new(store::new_id(), Some(town), TerritoryKind::District, "Les Chartrons", "1");
    assert!(take(&db, vec![district, town_33063(store::new_id())]).await.unwrap_err().is_duplicate());
    let all = process::territories(&mut db.read().await.unwrap()).await.unwrap();
    let found: Vec<_> = all.iter().map(|one| (one.name.as_str(), one.parent_id, one.code.as_deref())).collect();
    assert_eq!(found, [("Bordeaux-Centre", Some(department), Some("33063")), ("Gironde", None, Some("33"))]);
}
