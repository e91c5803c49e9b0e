//! Pictures beside options and in notes; municipalities.

use proptest::prelude::*;
use rstest::rstest;

use super::{DRAFT, answers, check, step, words};
use crate::{
    id::PictureId,
    lang::LangText,
    round::Calendar,
    survey::{Answerer, Choice, Form, Kind, KindName, Picture, Step, Typed, Words, answer, municipality, picture::Known, tally},
};

fn id(n: u128) -> PictureId {
    uuid::Uuid::from_u128(n).into()
}

fn picture(n: u128, alt: &str) -> Picture {
    Picture { id: id(n), width: 640, height: 480, alt: LangText::from_parts(&[("fr", alt)]) }
}

fn town(code: &str, name: &str) -> Choice {
    Choice { code: code.into(), label: LangText::of("fr", name), alone: false, picture: None }
}

fn form() -> Form {
    let ab = r#"[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"}}]"#;
    let mut form: Form = serde_json::from_str(&format!(
        r#"{{"sections":[{{"code":"s","title":{{"fr":"S"}},"questions":[
            {{"code":"une","kind":"single","label":{{"fr":"U"}},"options":{ab}}},
            {{"code":"menu","kind":"single","menu":true,"label":{{"fr":"M"}},"options":{ab}}},
            {{"code":"rang","kind":"ranking","label":{{"fr":"R"}},"options":{ab}}},
            {{"code":"note","kind":"note","label":{{"fr":"N"}}}},
            {{"code":"ville","kind":"municipality","label":{{"fr":"V"}},"options":[]}}]}}]}}"#
    ))
    .unwrap();
    let options = vec![town("33063", "Bordeaux"), town("33039", "Bègles"), town("2A004", "Ajaccio")];
    form.sections[0].questions[4].kind = Kind::Municipality { options, territory: None };
    form.checked().unwrap();
    form
}

#[rstest]
#[case("une", "a", "Un arbre", None)]
#[case("note", "", "Un arbre", None)]
#[case("note", "", "", None)]
#[case("une", "a", "", Some("required"))]
#[case("une", "z", "Un arbre", Some("not-found"))]
#[case("zut", "a", "Un arbre", Some("not-found"))]
#[case("menu", "a", "Un arbre", Some("picture-not-here"))]
#[case("rang", "a", "Un arbre", Some("picture-not-here"))]
#[case("ville", "33063", "Un arbre", Some("picture-not-here"))]
fn a_picture_stands_where_it_can_be_seen_and_says_what_it_shows(
    #[case] question: &str,
    #[case] option: &str,
    #[case] alt: &str,
    #[case] wrong: Option<&str>,
) {
    let set = form().set_picture(&DRAFT, 0, question, option, Some(picture(1, alt)));
    match wrong {
        Some(key) => assert_eq!(set.unwrap_err().problems[0].key, key),
        None => {
            let with = set.unwrap();
            assert_eq!(with.question(question).unwrap().kind.picture(option), Some(&picture(1, alt)));
            assert_eq!(with.set_picture(&DRAFT, 0, question, option, None), Ok(form()));
        }
    }
}

#[test]
fn once_open_a_description_may_be_corrected_and_the_picture_may_not_change() {
    let open = Calendar { announced: true, opens_at: Some(5), closes_at: Some(9), ..DRAFT };
    let with = form().set_picture(&DRAFT, 0, "une", "a", Some(picture(1, "Un arbr"))).unwrap();
    assert!(with.set_picture(&open, 6, "une", "a", Some(picture(1, "Un arbre"))).is_ok());
    for change in [Some(picture(2, "Un arbr")), None] {
        assert_eq!(with.set_picture(&open, 6, "une", "a", change).unwrap_err().problems[0].key, "round-open-words-only");
    }
    let published = Calendar { published_at: Some(9), ..open };
    assert_eq!(with.set_picture(&published, 10, "une", "a", None).unwrap_err().problems[0].key, "round-published");
}

#[test]
fn correcting_words_keeps_the_pictures_of_options_that_stay() {
    let mut form = form();
    for (option, n) in [("a", 1), ("b", 2)] {
        form = form.set_picture(&DRAFT, 0, "une", option, Some(picture(n, "Un arbre"))).unwrap();
    }
    let options = Words { fr: "b | B corrigé\nC".into(), ..Words::default() };
    let typed = Typed { label: words("U"), options, ..Typed::default() };
    let (edited, _) = form.edit(&DRAFT, 0, &step(Step::EditQuestion, "une", KindName::Single, typed.clone())).unwrap();
    let pictures: Vec<_> =
        edited.question("une").unwrap().kind.options().iter().map(|option| option.picture.as_ref().map(|p| p.id)).collect();
    assert_eq!(pictures, [Some(id(2)), None]);
    // A menu shows none.
    let menu = Typed { menu: true, ..typed };
    let refusal = form.edit(&DRAFT, 0, &step(Step::EditQuestion, "une", KindName::Single, menu)).unwrap_err();
    assert_eq!(refusal.problems[0].key, "picture-not-here");
    let note = form.set_picture(&DRAFT, 0, "note", "", Some(picture(3, ""))).unwrap();
    let typed = Typed { label: words("Autre"), link: "https://example.org".into(), ..Typed::default() };
    let (edited, _) = note.edit(&DRAFT, 0, &step(Step::EditQuestion, "note", KindName::Note, typed)).unwrap();
    assert_eq!(edited.question("note").unwrap().kind.picture(""), Some(&picture(3, "")));
}

#[rstest]
#[case("33063", Some("33063"))]
#[case(" begles ", Some("33039"))]
#[case("BÈGLES", Some("33039"))]
#[case("2A004", Some("2A004"))]
#[case("Paris", None)]
#[case("other", None)]
fn a_municipality_is_chosen_by_its_name_or_its_code(#[case] typed: &str, #[case] code: Option<&str>) {
    let given = check(&form(), &answers(&[("ville", &[typed])]));
    match code {
        Some(code) => {
            let given = given.unwrap();
            assert_eq!(given, answers(&[("ville", &[code])]));
            let counts: Vec<_> = tally::of(&form(), &given).into_keys().map(|(_, option)| option).collect();
            assert_eq!(counts, ["", code]);
            let merged = answer::merge(&form().sections[0], answers(&[]), answers(&[("ville", &[typed])]));
            assert_eq!(merged, given);
        }
        None => assert_eq!(given.unwrap_err().problems[0].key, "answer-not-in-list"),
    }
}

#[test]
fn municipalities_are_taken_over_in_a_draft_alone_and_conditions_speak_of_them() {
    let places = Some(vec![town("33119", "Cenon")]);
    let typed = Typed { label: words("V"), places, ..Typed::default() };
    let edit = step(Step::EditQuestion, "ville", KindName::Municipality, typed);
    let (changed, _) = form().edit(&DRAFT, 0, &edit).unwrap();
    assert_eq!(changed.question("ville").unwrap().kind.codes(), ["33119"]);
    let open = Calendar { announced: true, opens_at: Some(5), closes_at: Some(9), ..DRAFT };
    assert_eq!(form().edit(&open, 6, &edit).unwrap_err().problems[0].key, "round-open-words-only");
    // Without a list, the one that is there stays: correcting the label of an open round.
    let label = step(Step::EditQuestion, "ville", KindName::Municipality, Typed { label: words("Où ?"), ..Typed::default() });
    let (corrected, _) = form().edit(&open, 6, &label).unwrap();
    assert_eq!(corrected.question("ville").unwrap().kind, form().question("ville").unwrap().kind);

    let mut form = form();
    let mut late = form.sections[0].questions[3].clone();
    late.code = "fin".into();
    late.show = serde_json::from_str(r#"{"if":"chosen","key":"ville","value":"2A004"}"#).unwrap();
    form.sections[0].questions.push(late);
    form.checked().unwrap();
    let asked = |code| crate::survey::shown(&form, &answers(&[("ville", &[code])]), &Answerer::default()).questions.contains("fin");
    assert!(asked("2A004") && !asked("33063"));
}

#[test]
fn a_list_of_municipalities_has_its_bounds() {
    let key = |options| {
        let mut form = form();
        form.sections[0].questions[4].kind = Kind::Municipality { options, territory: None };
        form.checked().err().map(|refusal| refusal.problems[0].key.clone())
    };
    let many = |n: usize| (0..n).map(|at| town(&at.to_string(), "X")).collect::<Vec<_>>();
    assert_eq!(key(many(municipality::PLACES)), None);
    assert_eq!(key(many(municipality::PLACES + 1)).as_deref(), Some("places-too-many"));
    assert_eq!(key(Vec::new()).as_deref(), Some("places-none"));
    assert_eq!(key(vec![town("1", "A"), town("1", "B")]).as_deref(), Some("code-twice"));
    for code in ["a b", "other", "", "é", "-1", "\u{0}"] {
        assert_eq!(key(vec![town(code, "A")]).as_deref(), Some("code-malformed"), "{code}");
    }
    let mut form = form();
    for at in 0..3 {
        let mut copy = form.sections[0].questions[4].clone();
        copy.code = format!("v{at}");
        copy.kind = Kind::Municipality { options: many(1_500), territory: None };
        form.sections[0].questions.push(copy);
    }
    assert_eq!(form.checked().unwrap_err().problems[0].key, "places-too-many");
}

proptest! {
    /// Whatever pictures are set and taken away, each that is left is one of the process, and says what it shows; none else is lost.
    #[test]
    fn a_form_keeps_the_pictures_of_its_process_alone(steps in prop::collection::vec((0usize..3, 1u128..6, any::<bool>()), 0..12), known in prop::collection::btree_set(1u128..6, 0..5)) {
        let mut form = form();
        for (place, n, remove) in steps {
            let (question, option) = [("une", "a"), ("une", "b"), ("note", "")][place];
            form = form.set_picture(&DRAFT, 0, question, option, (!remove).then(|| picture(n, "Un arbre"))).unwrap();
        }
        let all: Known = known.iter().map(|n| (id(*n), (10, 20))).collect();
        let places = |form: &Form| form.questions().flat_map(|q| q.kind.options().iter().map(|o| o.code.clone()).chain(["".into()]).filter_map(|o| q.kind.picture(&o).cloned()).collect::<Vec<_>>()).collect::<Vec<_>>();
        let before = places(&form);
        let mut kept = form.clone();
        let lost = kept.keep_pictures(&all);
        let after = places(&kept);
        prop_assert!(after.iter().all(|picture| all.contains_key(&picture.id) && (picture.width, picture.height) == (10, 20)));
        prop_assert_eq!(before.iter().filter(|picture| all.contains_key(&picture.id)).count(), after.len());
        prop_assert_eq!(!lost.is_empty(), before.len() > after.len());
        prop_assert!(kept.checked().is_ok());
        prop_assert_eq!(kept.has_pictures(), !after.is_empty());
    }
}
