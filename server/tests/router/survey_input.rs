//! What nobody types by hand: answers that were forged, forms that are no forms. Refused with the reason, nothing kept.

use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::{
    access::{Act, Seat},
    survey::Form,
};

use crate::support::{Answer, TestApp};

/// A house whose open survey asks these.
async fn asking() -> TestApp {
    let form: Form = serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"garde","kind":"single","label":{"fr":"Qui garde ?"},"required":"yes","options":[{"code":"creche","label":{"fr":"La crèche"}},{"code":"famille","label":{"fr":"La famille"}}]},
            {"code":"heures","kind":"number","label":{"fr":"Combien d’heures ?"},"min":0,"max":60,"show":{"if":"chosen","key":"garde","value":"creche"}},
            {"code":"avis","kind":"faces","label":{"fr":"Votre avis ?"}},
            {"code":"mots","kind":"long_text","label":{"fr":"Vos mots"},"max":200}]}]}"#,
    )
    .unwrap();
    form.checked().unwrap();
    let app = TestApp::new().await;
    let round = app.world.survey;
    app.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &form).await })).await.unwrap();
    app
}

async fn send(app: &TestApp, answers: &[(&str, &str)]) -> Answer {
    let round = app.world.survey.to_string();
    let mut fields = vec![("round".to_owned(), round.clone())];
    fields.extend(answers.iter().map(|(key, value)| (domain::survey::field(key), (*value).to_owned())));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    app.post(Seat::Family, Act::SendResponse, &format!("/r/{round}?section=review"), &fields).await
}

async fn responses(app: &TestApp) -> usize {
    let mut c = app.services.db.read().await.unwrap();
    assert_eq!(
        store::responses::tallies(&mut c, app.world.survey).await.unwrap().is_empty(),
        store::responses::respondents(&mut c, app.world.survey).await.unwrap().is_empty()
    );
    store::responses::page(&mut c, app.world.survey, None, 10).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_answers_are_refused_and_nothing_is_counted() {
    let app = asking().await;
    for (forged, reason) in [
        (vec![("garde", "creche"), ("vote", "oui")], "ne correspond à aucune question"),
        (vec![("garde", "voisins")], "cette réponse n’est pas dans la liste"),
        (vec![("garde", "creche"), ("garde", "famille")], "une seule réponse est possible"),
        (vec![("garde", "creche"), ("heures", "61")], "le nombre doit être entre 0 et 60"),
        (vec![("garde", "creche"), ("heures", "1e3")], "Écrivez un nombre entier"),
        (vec![("garde", "creche"), ("avis", "6")], "cette réponse n’est pas dans la liste"),
        // Who is not asked how many hours may not say it.
        (vec![("garde", "famille"), ("heures", "12")], "ne vous est pas posée"),
    ] {
        let answer = send(&app, &forged).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{forged:?}");
        assert!(answer.body.contains(reason), "{forged:?}: {reason}\n{}", summary(&answer));
    }
    assert_eq!(responses(&app).await, 0);
    assert_eq!(send(&app, &[("garde", "creche"), ("heures", "60"), ("avis", "5")]).await.status, StatusCode::OK);
    assert_eq!(responses(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_without_end_is_refused_and_one_a_little_long_is_kept_to_be_shortened() {
    let app = asking().await;
    let long = "mot ".repeat(60);
    let answer = send(&app, &[("garde", "famille"), ("mots", &long)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("240 caractères, 200 au plus") || answer.body.contains("239 caractères, 200 au plus"),
        "{}",
        summary(&answer)
    );
    let endless = "x".repeat(10 * 1024 * 1024);
    let answer = send(&app, &[("garde", "famille"), ("mots", &endless)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("<h1>"));
    assert_eq!(responses(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_no_forms_are_refused_with_the_reason() {
    let app = asking().await;
    let round = app.world.draft.to_string();
    let question = |label: &str, options: usize| {
        let options: Vec<_> =
            (0..options).map(|n| serde_json::json!({"code": format!("o{n}"), "label": {"fr": format!("O {n}")}})).collect();
        let label = serde_json::json!({"fr": "Question", label: "Question"});
        let question = serde_json::json!({"code": "q", "kind": "single", "label": label, "options": options});
        serde_json::json!({"sections": [{"code": "s", "title": {"fr": "S"}, "questions": [question]}]}).to_string()
    };
    let binary = |bytes: &[u8]| format!("{}{}", app::forms::BINARY, STANDARD.encode(bytes));
    let before = content(&app).await;
    for (file, reason) in [
        (question("fr", 10_000), "Donnez de 2 à 100 lignes"),
        (question("pas une langue", 2), "n’est pas une langue connue"),
        (question("", 2), "n’est pas une langue connue"),
        (binary(b"PK\x03\x04 and nothing more"), "n’est pas un classeur"),
        (binary(&[0; 4096]), "n’est pas un classeur"),
        ("{\"sections\": \"many\"}".to_owned(), "n’est pas un questionnaire"),
    ] {
        let fields = [("round", round.as_str()), ("form_key", "file"), ("file", file.as_str())];
        let answer = app.post(Seat::Facilitator, Act::ImportForm, &format!("/r/{round}/edit"), &fields).await;
        let start: String = file.chars().take(60).collect();
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{start}");
        assert!(answer.body.contains(reason), "{start}: {reason}\n{}", summary(&answer));
    }
    assert_eq!(content(&app).await, before);
    let fields = [("round", round.as_str()), ("form_key", "file"), ("file", &question("en", 2))];
    let answer = app.post(Seat::Facilitator, Act::ImportForm, &format!("/r/{round}/edit"), &fields).await;
    assert!(answer.status.is_success() || answer.status.is_redirection(), "{}", answer.status);
    assert_ne!(content(&app).await, before);
}

async fn content(app: &TestApp) -> serde_json::Value {
    store::round::content(&mut app.services.db.read().await.unwrap(), app.world.draft).await.unwrap()
}

/// What the page says was wrong.
fn summary(answer: &Answer) -> &str {
    let from = answer.body.find("<main").unwrap_or(0);
    answer.body.get(from..from + 3000).unwrap_or(&answer.body)
}
