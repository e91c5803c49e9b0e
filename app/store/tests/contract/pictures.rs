use domain::{access::Visibility, id::PictureId, process::TerritoryKind, territories::Change};
use rstest::rstest;
use serde_json::json;
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

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn where_a_picture_shows_is_known_and_one_that_shows_nowhere_goes(#[case] on: On) {
    let db = on.open().await;
    let process = fixture::process(&db, "A", Visibility::Public, 1).await;
    let round = fixture::round(&db, process, None).await;
    let [shown, noted, lost] = db
        .write(move |c| {
            Box::pin(async move {
                let mut ids = Vec::new();
                for byte in 1..=3 {
                    ids.push(pictures::add(c, process, picture(byte)).await?);
                }
                let one = |id: PictureId, alt: &str| json!({ "id": id, "width": 640, "height": 480, "alt": { "fr": alt } });
                let form = json!({ "sections": [{ "code": "s", "title": { "fr": "S" }, "questions": [
                    { "code": "a", "label": { "fr": "A" }, "kind": "single", "options": [
                        { "code": "x", "label": { "fr": "X" }, "picture": one(ids[0], "Un arbre") }, { "code": "y", "label": { "fr": "Y" } }] },
                    { "code": "n", "label": { "fr": "N" }, "kind": "note", "picture": one(ids[1], "") }] }] });
                // It is a form, not only something like one.
                serde_json::from_value::<domain::survey::Form>(form.clone())?;
                store::round::set_content(c, round, &form).await?;
                Ok::<_, Error>([ids[0], ids[1], ids[2]])
            })
        })
        .await
        .unwrap();
    let kept = pictures::kept(&mut db.read().await.unwrap(), process).await.unwrap();
    let rounds = |id| kept.iter().find(|kept| kept.id == id).unwrap().rounds.iter().map(|(round, _)| *round).collect::<Vec<_>>();
    assert_eq!((rounds(shown), rounds(noted), rounds(lost)), (vec![round], vec![round], Vec::new()));
    let alt = kept.iter().find(|kept| kept.id == shown).unwrap().alt.clone().unwrap();
    assert_eq!(alt.text("fr"), "Un arbre");
    db.write(move |c| Box::pin(async move { pictures::delete(c, lost).await })).await.unwrap();
    let mut c = db.read().await.unwrap();
    assert_eq!(pictures::jpeg(&mut c, lost, false).await.unwrap(), None);
    assert_eq!(pictures::count(&mut c, process, false).await.unwrap(), 2);
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
