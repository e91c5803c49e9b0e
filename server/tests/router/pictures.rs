//! Pictures over HTTP: who may bring one, who sees it, what is refused.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    id::PictureId,
    survey::{Form, picture::Known},
};

use crate::support::{Answer, TestApp};

const MOST: usize = 8 * 1024 * 1024;

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([30, 90, 60])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A form with one choice and one note, in the survey that is still a draft.
async fn survey(app: &TestApp) {
    let form: Form = serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"lieu","kind":"single","label":{"fr":"Où ?"},"options":[{"code":"ici","label":{"fr":"Ici"}},{"code":"la","label":{"fr":"Là"}}]},
            {"code":"note","kind":"note","label":{"fr":"Merci"}}]}]}"#,
    )
    .unwrap();
    let round = app.world.draft;
    app.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &form).await })).await.unwrap();
}

async fn form(app: &TestApp) -> Form {
    store::round::content(&mut app.services.db.read().await.unwrap(), app.world.draft).await.unwrap()
}

/// The pictures that came beside the one of the test's world.
async fn known(app: &TestApp) -> Known {
    let mut known = store::pictures::known(&mut app.services.db.read().await.unwrap(), app.world.process).await.unwrap();
    known.remove(&app.world.picture);
    known
}

/// Sends a picture as a browser without JavaScript does.
async fn send(app: &TestApp, seat: Seat, question: &str, option: &str, file: &[u8], fields: &[(&str, &str)]) -> Answer {
    let round = app.world.draft.to_string();
    let place = if option.is_empty() { question.to_owned() } else { format!("{question}.{option}") };
    let from = format!("/r/{round}/edit?picture={place}");
    let key = format!("picture-{place}");
    let known = [("round", round.as_str()), ("place", place.as_str()), ("form_key", &key)];
    let fields: Vec<_> = known.iter().chain(fields).copied().collect();
    app.post_file(seat, Act::SetPicture, &from, &fields, file).await
}

const ALT: &[(&str, &str)] = &[("alt[fr]", "Une cour avec un arbre")];

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_kept_shown_and_served_for_good() {
    let app = TestApp::new().await;
    survey(&app).await;
    let answer = send(&app, Seat::Facilitator, "lieu", "ici", &png(900, 600), ALT).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let form = form(&app).await;
    let picture = form.question("lieu").unwrap().kind.picture("ici").unwrap().clone();
    assert_eq!((picture.width, picture.height, picture.alt.text("fr")), (900, 600, "Une cour avec un arbre"));
    for size in ["small", "large"] {
        let shown = app.get(Seat::Visitor, &format!("/picture/{}/{size}.jpg", picture.id)).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.headers["content-type"], "image/jpeg");
        assert_eq!(shown.headers["cache-control"], "private, max-age=31536000, immutable");
        assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    }
    for address in [format!("{}/huge.jpg", picture.id), format!("{}/small.jpg", PictureId(store::Uuid::from_u128(9)))] {
        assert_eq!(app.get(Seat::Facilitator, &format!("/picture/{address}")).await.status, StatusCode::NOT_FOUND);
    }
    let tried = app.get(Seat::Facilitator, &format!("/r/{}/try", app.world.draft)).await;
    assert!(tried.body.contains(&format!("/picture/{}/small.jpg", picture.id)) && tried.body.contains("Une cour avec un arbre"));
    // Taken away again: the option stays.
    let answer = send(&app, Seat::Facilitator, "lieu", "ici", b"", &[("remove", "true")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(!self::form(&app).await.has_pictures());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_of_nearly_eight_megabytes_is_taken() {
    let app = TestApp::new().await;
    survey(&app).await;
    // Noise does not compress: the file is as large as its pixels.
    let mut seed = 1u32;
    let noise = image::RgbImage::from_fn(1600, 1700, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Rgb([(seed >> 8) as u8, (seed >> 16) as u8, (seed >> 24) as u8])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    noise.write_to(&mut file, image::ImageFormat::Png).unwrap();
    let file = file.into_inner();
    assert!((7 * 1024 * 1024..MOST).contains(&file.len()), "{}", file.len());
    let answer = send(&app, Seat::Facilitator, "lieu", "ici", &file, ALT).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(known(&app).await.values().collect::<Vec<_>>(), [&(1280, 1360)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_brings_one_and_a_process_for_members_shows_its_own_to_them_alone() {
    let app = TestApp::with(Visibility::Members).await;
    survey(&app).await;
    for (seat, status) in
        [(Seat::Family, StatusCode::FORBIDDEN), (Seat::Stranger, StatusCode::FORBIDDEN), (Seat::Researcher, StatusCode::FORBIDDEN)]
    {
        assert_eq!(send(&app, seat, "lieu", "ici", &png(9, 9), ALT).await.status, status, "{seat:?}");
    }
    assert_eq!(send(&app, Seat::Visitor, "lieu", "ici", &png(9, 9), ALT).await.status, StatusCode::UNAUTHORIZED);
    // Nor does a visitor fill the memory.
    assert_eq!(send(&app, Seat::Visitor, "lieu", "ici", &vec![0; 2 * 1024 * 1024], ALT).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(known(&app).await.is_empty());
    send(&app, Seat::Facilitator, "lieu", "ici", &png(9, 9), ALT).await;
    let id = *known(&app).await.keys().next().unwrap();
    let path = format!("/picture/{id}/small.jpg");
    assert_eq!(app.get(Seat::Family, &path).await.status, StatusCode::OK);
    assert_eq!(app.get(Seat::Visitor, &path).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.get(Seat::Stranger, &path).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_is_refused_by_its_field_and_nothing_is_kept() {
    let app = TestApp::new().await;
    survey(&app).await;
    let mut bomb = png(4, 4);
    bomb[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    let huge = [png(4, 4), vec![0; MOST + 1 - png(4, 4).len()]].concat();
    assert_eq!(huge.len(), MOST + 1);
    for (file, words) in [
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec(), "n’est pas une image JPEG"),
        (b"GIF89a\x01\0\x01\0".to_vec(), "n’est pas une image JPEG"),
        (bomb, "n’est pas une image JPEG"),
        (huge, "plus de 8\u{a0}Mo"),
        (b"\xFF\xD8\xFFnothing more".to_vec(), "n’est pas une image JPEG"),
    ] {
        let answer = send(&app, Seat::Facilitator, "lieu", "ici", &file, ALT).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        let said = answer.body.split("error-summary").nth(1).unwrap_or_default();
        assert!(said.contains(words), "{words}: {}", said.chars().take(600).collect::<String>());
        // What was written stays, the file is not sent back.
        assert!(answer.body.contains("Une cour avec un arbre") && answer.body.len() < 200_000);
    }
    let answer = send(&app, Seat::Facilitator, "lieu", "ici", &vec![0xFF; MOST + 2 * 1024 * 1024], ALT).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(known(&app).await.is_empty() && !form(&app).await.has_pictures());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_description_is_wanted_and_the_picture_need_not_be_sent_twice() {
    let app = TestApp::new().await;
    survey(&app).await;
    let answer = send(&app, Seat::Facilitator, "lieu", "ici", &png(30, 30), &[("decoration", "true")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!form(&app).await.has_pictures());
    let id = known(&app).await.keys().next().unwrap().to_string();
    assert!(answer.body.contains(&format!("value=\"{id}\" checked")), "the picture is chosen already");
    let again = [("picture", id.as_str()), ("alt[fr]", "Un arbre")];
    assert_eq!(send(&app, Seat::Facilitator, "lieu", "ici", b"", &again).await.status, StatusCode::SEE_OTHER);
    // A note's may be decoration; what is no place for one is none.
    let note = [("picture", id.as_str()), ("decoration", "true")];
    assert_eq!(send(&app, Seat::Facilitator, "note", "", b"", &note).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&app, Seat::Facilitator, "lieu", "ailleurs", b"", &again).await.status, StatusCode::NOT_FOUND);
    assert_eq!(send(&app, Seat::Facilitator, "rien", "", b"", &again).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_shows_pictures_of_its_own_process_alone() {
    let app = TestApp::new().await;
    survey(&app).await;
    let elsewhere = store::process::visible(&mut app.services.db.read().await.unwrap(), None, 9, 0).await.unwrap();
    let other = elsewhere.iter().map(|listed| listed.id).find(|id| *id != app.world.process).unwrap();
    let new = |byte| store::pictures::New { width: 8, height: 6, large: vec![byte], small: vec![byte] };
    let add = async |process, byte| {
        app.services.db.write(move |c| Box::pin(async move { store::pictures::add(c, process, new(byte)).await })).await.unwrap()
    };
    let (mine, foreign) = (add(app.world.process, 3).await, add(other, 4).await);
    let answer = send(&app, Seat::Facilitator, "lieu", "ici", b"", &[("picture", &foreign.to_string()), ("alt[fr]", "Un arbre")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A form from a file: ours stay, with their true size; others are left out, and that is said.
    let option = |code: &str, id: PictureId| {
        format!(r#"{{"code":"{code}","label":{{"fr":"{code}"}},"picture":{{"id":"{id}","width":1,"height":1,"alt":{{"fr":"Un arbre"}}}}}}"#)
    };
    let file = format!(
        r#"{{"sections":[{{"code":"t","title":{{"fr":"T"}},"questions":[{{"code":"q","kind":"multiple","label":{{"fr":"Q"}},"options":[{},{}]}}]}}]}}"#,
        option("a", mine),
        option("b", foreign)
    );
    let round = app.world.draft.to_string();
    let from = format!("/r/{round}/edit");
    let answer = app.post(Seat::Facilitator, Act::ImportForm, &from, &[("round", &round), ("file", &file)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.contains("q.b") && answer.body.contains("Cette image ne vient pas avec le fichier"));
    let form = form(&app).await;
    let kind = &form.question("q").unwrap().kind;
    assert_eq!(kind.picture("a").map(|picture| (picture.id, picture.width, picture.height)), Some((mine, 8, 6)));
    assert_eq!(kind.picture("b"), None);
    assert!(!serde_json::to_string(&form).unwrap().contains(&foreign.to_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn municipalities_come_from_the_territories_and_stay_as_they_were() {
    let app = TestApp::new().await;
    survey(&app).await;
    let list = "nom;type;code;dans\nGironde;département;33;\nBordeaux;commune;33063;33\nBègles;commune;33039;33\nCenon;commune;33119;33\n";
    let answer = app.post(Seat::Administrator, Act::ImportTerritories, "/admin", &[("form_key", "list"), ("text", list)]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("4 territoires ajoutés"), "{}", answer.body);
    let wrong = app
        .post(Seat::Administrator, Act::ImportTerritories, "/admin", &[("form_key", "list"), ("text", "nom;dans\nLormont;Nulle part")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let all = store::process::territories(&mut app.services.db.read().await.unwrap()).await.unwrap();
    let gironde = all.iter().find(|one| one.name == "Gironde").unwrap().id.to_string();
    assert!(all.iter().all(|one| one.name != "Lormont"));

    let round = app.world.draft.to_string();
    let from = format!("/r/{round}/edit?add=s&kind=municipality");
    let base = [("round", round.as_str()), ("kind", "municipality"), ("typed[label][fr]", "Votre commune ?"), ("form_key", "add-s")];
    let step = async |more: &[(&str, &str)]| app.post(Seat::Facilitator, Act::EditForm, &from, &[&base[..], more].concat()).await;
    // Nothing lies in the process's own territory.
    let none = step(&[("step", "add_question"), ("code", "s")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("ni commune ni quartier"));
    let added = step(&[("step", "add_question"), ("code", "s"), ("typed[territory]", &gironde)]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let codes = async || form(&app).await.question("votre_commune").unwrap().kind.codes();
    assert_eq!(codes().await, ["33039", "33063", "33119"]);
    // One more territory changes nothing, until the list is taken over again.
    app.post(Seat::Administrator, Act::ImportTerritories, "/admin", &[("text", "nom;code;dans\nLormont;33249;33")]).await;
    let edit = [("step", "edit_question"), ("code", "votre_commune"), ("typed[territory]", gironde.as_str())];
    step(&edit).await;
    assert_eq!(codes().await.len(), 3);
    step(&[&edit[..], &[("typed[refresh]", "true")]].concat()).await;
    assert_eq!(codes().await, ["33039", "33063", "33119", "33249"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_shows_stays_and_one_that_shows_nowhere_is_deleted() {
    let app = TestApp::new().await;
    let process = app.world.process;
    let unused = app
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                store::pictures::add(c, process, store::pictures::New { width: 2, height: 2, large: vec![2], small: vec![2] }).await
            })
        })
        .await
        .unwrap();
    let page = app.get(Seat::Facilitator, &format!("/p/{process}/pictures")).await;
    assert_eq!(page.status, StatusCode::OK);
    for picture in [app.world.picture, unused] {
        assert!(page.body.contains(&format!("/picture/{picture}/small.jpg")));
    }
    let from = format!("/p/{process}/pictures");
    let delete = async |id: PictureId| app.post(Seat::Facilitator, Act::DeletePicture, &from, &[("picture", &id.to_string())]).await;
    let refused = delete(app.world.picture).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("retirez-la d’abord"), "{}", refused.body);
    assert_eq!(delete(unused).await.status, StatusCode::SEE_OTHER);
    assert!(known(&app).await.is_empty());
    assert_eq!(app.get(Seat::Facilitator, &format!("/picture/{unused}/small.jpg")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(delete(unused).await.status, StatusCode::NOT_FOUND);
}
