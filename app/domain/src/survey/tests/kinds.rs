//! Every kind of question: what is answered, what is refused, what is counted.

use rstest::rstest;

use super::{answers, check, words};
use crate::{
    lang::LangText,
    round::Calendar,
    survey::{Answers, Edit, Form, KindName, Step, Typed, field, tally},
};

/// One question of each kind that the first form has not.
fn form() -> Form {
    let ab = r#"[{"code":"a","label":{"fr":"Élan"}},{"code":"b","label":{"fr":"B"}},{"code":"c","label":{"fr":"C"}}]"#;
    let none = r#"[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"}},{"code":"rien","label":{"fr":"Rien"},"alone":true}]"#;
    let questions = [
        format!(r#"{{"code":"autre","kind":"single","other":true,"options":{ab}}}"#),
        format!(r#"{{"code":"menu","kind":"single","menu":true,"options":{ab}}}"#),
        format!(r#"{{"code":"deux","kind":"multiple","least":1,"most":2,"other":true,"options":{none}}}"#),
        r#"{"code":"oui","kind":"yes_no","unsure":true,"declinable":true,"required":"yes"}"#.to_owned(),
        r#"{"code":"etoiles","kind":"stars"}"#.to_owned(),
        r#"{"code":"nps","kind":"nps"}"#.to_owned(),
        format!(r#"{{"code":"rang","kind":"ranking","most":2,"options":{ab}}}"#),
        format!(r#"{{"code":"grille","kind":"matrix","items":{ab},"options":{ab}}}"#),
        format!(r#"{{"code":"points","kind":"points","total":10,"items":{ab}}}"#),
        r#"{"code":"jour","kind":"date"}"#.to_owned(),
        r#"{"code":"heure","kind":"time"}"#.to_owned(),
        format!(r#"{{"code":"mots","kind":"texts","max":5,"items":{ab}}}"#),
        r#"{"code":"mel","kind":"email"}"#.to_owned(),
        r#"{"code":"accord","kind":"consent"}"#.to_owned(),
        r#"{"code":"note","kind":"note","link":"https://example.org/film"}"#.to_owned(),
    ]
    .map(|question| question.replacen('{', r#"{"label":{"fr":"Q"},"#, 1));
    let form: Form =
        serde_json::from_str(&format!(r#"{{"sections":[{{"code":"s","title":{{"fr":"S"}},"questions":[{}]}}]}}"#, questions.join(",")))
            .unwrap();
    form.checked().unwrap();
    form
}

/// Answers as `key=value,value;key=value`.
fn said(text: &str) -> Answers {
    text.split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, values)| (key.to_owned(), values.split(',').map(str::to_owned).collect()))
        .collect()
}

/// What comes out of one answer beside a valid one to the required question.
fn outcome(given: &str) -> Result<Answers, Vec<(String, String)>> {
    let mut all = answers(&[("oui", &["no"])]);
    all.extend(said(given));
    check(&form(), &all)
        .map(|checked| checked.into_iter().filter(|(key, _)| key != "oui").collect())
        .map_err(|refusal| refusal.problems.into_iter().map(|problem| (problem.field, problem.key)).collect())
}

#[rstest]
#[case("autre=other;autre.other_text= chez\nmoi ", "autre=other;autre.other_text=chez moi")]
#[case("autre=a;autre.other_text=resté du brouillon", "autre=a")]
#[case("menu= elan", "menu=a")]
#[case("menu=b", "menu=b")]
#[case("deux=b,a", "deux=a,b")]
#[case("deux=rien", "deux=rien")]
#[case("nps=0", "nps=0")]
#[case("etoiles=5", "etoiles=5")]
#[case("rang=c,,a", "rang=c,a")]
#[case("grille.a=b;grille.c=b", "grille.a=b;grille.c=b")]
#[case("points.a=7;points.b=3;points.c=", "points.a=7;points.b=3")]
#[case("jour=2024-02-29", "jour=2024-02-29")]
#[case("heure=09:05", "heure=09:05")]
#[case("mots.b=cinq!", "mots.b=cinq!")]
#[case("mel= Lucie@Exemple.fr ", "mel=lucie@exemple.fr")]
#[case("accord=yes", "accord=yes")]
fn what_holds_comes_out_canonical(#[case] given: &str, #[case] expected: &str) {
    assert_eq!(outcome(given), Ok(said(expected)));
}

#[rstest]
#[case("autre=other", "autre.other_text", "answer-other")]
#[case("autre=d", "autre", "answer-unknown-option")]
#[case("menu=ailleurs", "menu", "answer-not-in-list")]
#[case("menu=other", "menu", "answer-not-in-list")]
#[case("deux=a,b,other;deux.other_text=x", "deux", "answer-too-many")]
#[case("deux=a,rien", "deux", "answer-alone")]
#[case("oui=peut-être", "oui", "answer-unknown-option")]
#[case("oui=", "oui", "answer-required")]
#[case("nps=11", "nps", "answer-unknown-option")]
#[case("etoiles=0", "etoiles", "answer-unknown-option")]
#[case("rang=a,a", "rang", "answer-twice")]
#[case("rang=a,b,c", "rang", "answer-too-many")]
#[case("rang=z", "rang", "answer-unknown-option")]
#[case("grille.a=z", "grille.a", "answer-unknown-option")]
#[case("points.a=7", "points.a", "answer-points")]
#[case("points.b=-1", "points.b", "answer-out-of-range")]
#[case("jour=2023-02-29", "jour", "answer-not-a-date")]
#[case("jour=0012-02-01", "jour", "answer-not-a-date")]
#[case("heure=25:00", "heure", "answer-not-a-time")]
#[case("mots.b=six!!!", "mots.b", "too-long")]
#[case("mel=lucie", "mel", "not-an-email")]
#[case("accord=no", "accord", "answer-unknown-option")]
fn what_does_not_hold_is_said_by_the_field(#[case] given: &str, #[case] at: &str, #[case] key: &str) {
    assert_eq!(outcome(given), Err(vec![(field(at), key.to_owned())]));
}

#[rstest]
#[case("note")]
#[case("grille")]
#[case("grille.z")]
#[case("nps.declined")]
#[case("nps.other_text")]
#[case("a.b.c")]
fn keys_that_the_form_does_not_have_are_refused(#[case] key: &str) {
    assert!(outcome(&format!("{key}=yes")).is_err(), "{key}");
}

#[test]
fn declining_is_an_answer() {
    let given = answers(&[("oui.declined", &["yes"]), ("oui", &["yes"])]);
    assert_eq!(check(&form(), &given).unwrap(), answers(&[("oui.declined", &["yes"])]));
}

#[test]
fn counts_are_those_that_results_need() {
    let given = answers(&[
        ("oui.declined", &["yes"]),
        ("rang", &["c", "a"]),
        ("grille.a", &["b"]),
        ("jour", &["2026-03-14"]),
        ("heure", &["09:30"]),
        ("autre", &["other"]),
        ("autre.other_text", &["ailleurs"]),
        ("mel", &["a@b.fr"]),
    ]);
    let counts = tally::of(&form(), &check(&form(), &given).unwrap());
    let keys: Vec<String> = counts.keys().map(|(key, option)| format!("{key}/{option}")).collect();
    assert_eq!(
        keys,
        [
            "autre/",
            "autre/other",
            "autre.other_text/",
            "grille/",
            "grille.a/",
            "grille.a/b",
            "heure/",
            "heure/09",
            "jour/",
            "jour/2026-03",
            "mel/",
            "oui.declined/",
            "rang/",
            "rang/a:2",
            "rang/c:1"
        ]
    );
    assert!(counts.values().all(|n| *n == 1));
}

#[test]
fn a_required_matrix_wants_every_row() {
    let mut form = form();
    form.sections[0].questions[7].required = crate::survey::Required::Yes;
    let refusal = check(&form, &answers(&[("oui", &["no"]), ("grille.b", &["a"])])).unwrap_err();
    let fields: Vec<_> = refusal.problems.iter().map(|problem| problem.field.clone()).collect();
    assert_eq!(fields, [field("grille.a"), field("grille.c")]);
}

/// What the builder's fields make of each kind can be answered, and comes back to the same fields.
#[rstest]
fn every_kind_can_be_built(#[values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)] at: usize) {
    let draft = Calendar { announced: false, opens_at: None, closes_at: None, closed_at: None, published_at: None };
    let kind = KindName::ALL[at];
    let add = |step, code: &str, typed: Typed| Edit { step, code: code.to_owned(), kind, typed };
    let (form, _) = Form::default().edit(&draft, 0, &add(Step::AddSection, "", Typed { title: words("S"), ..Typed::default() })).unwrap();
    let typed = Typed {
        label: words("Question"),
        options: words("Oui\nNon\nRien de cela *"),
        items: words("Lundi\nMardi"),
        required: "soft".into(),
        declinable: true,
        places: Some(vec![crate::survey::Choice {
            code: "33063".into(),
            label: LangText::of("fr", "Bordeaux"),
            alone: false,
            picture: None,
        }]),
        ..Typed::default()
    };
    let (form, code) = form.edit(&draft, 0, &add(Step::AddQuestion, "s", typed)).unwrap();
    let question = form.question(&code).unwrap();
    assert_eq!((question.kind.name(), question.declinable), (kind, true));
    assert_eq!(serde_json::from_value::<Form>(serde_json::to_value(&form).unwrap()).unwrap(), form);
    if let [_, _, none] = question.kind.options() {
        assert_eq!((none.code.as_str(), none.alone), ("rien_de_cela", true));
    }
    assert_eq!(KindName::ALL.len(), 20);
}
