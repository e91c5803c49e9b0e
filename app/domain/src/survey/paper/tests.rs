use proptest::prelude::*;

use super::*;

fn round(id: u128) -> RoundId {
    RoundId(uuid::Uuid::from_u128(id))
}

fn form() -> Form {
    serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"lieu","kind":"single","other":true,"label":{"fr":"Où ?"},"required":"yes","options":[{"code":"ici","label":{"fr":"Ici"}},{"code":"la","label":{"fr":"Là"}}]},
            {"code":"pourquoi","kind":"short_text","max":80,"label":{"fr":"Pourquoi ?"},"required":"yes","show":{"if":"chosen","key":"lieu","value":"la"}},
            {"code":"notes","kind":"matrix","label":{"fr":"Notes"},"required":"yes","items":[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"}}],
             "options":[{"code":"bien","label":{"fr":"Bien"}},{"code":"mal","label":{"fr":"Mal"}}]},
            {"code":"age","kind":"number","min":0,"max":9,"label":{"fr":"Âge"}}]}]}"#,
    )
    .unwrap()
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()])).collect()
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let part = |key: &'static str, values: &'static [&'static str]| {
        prop::option::of(prop::sample::select(values)).prop_map(move |value| value.map(|value| (key, value)))
    };
    (
        part("lieu", &["ici", "la"]),
        part("pourquoi", &["loin", "Loin !", "près"]),
        part("notes.a", &["bien", "mal"]),
        part("notes.b", &["bien", "mal"]),
        part("age", &["1", "2"]),
    )
        .prop_map(|(a, b, c, d, e)| answers(&[a, b, c, d, e].into_iter().flatten().collect::<Vec<_>>()))
}

#[test]
fn what_cannot_be_read_is_left_blank_and_what_does_not_concern_the_person_is_left_out() {
    let who = Answerer::default();
    assert_eq!(keyed(&form(), &answers(&[("notes.b", "mal")]), &who).unwrap(), answers(&[("notes.b", "mal")]));
    let moot = answers(&[("lieu", "ici"), ("pourquoi", "loin")]);
    assert_eq!(keyed(&form(), &moot, &who).unwrap(), answers(&[("lieu", "ici")]));
    // Implausible is implausible, on paper too; and a blank sheet is no response.
    assert_eq!(keyed(&form(), &answers(&[("age", "12")]), &who).unwrap_err().problems[0].key, "answer-out-of-range");
    assert_eq!(keyed(&form(), &Answers::new(), &who).unwrap_err().problems[0].key, "answer-nothing");
}

#[test]
fn words_may_differ_in_capitals_accents_and_marks() {
    let form = form();
    let differ = |a: &str, b: &str| differences(&form, &answers(&[("pourquoi", a)]), &answers(&[("pourquoi", b)])).len();
    assert_eq!(differ("C’est trop loin.", "c'est trop loin"), 0);
    assert_eq!(differ("C’est loin", "C’est près"), 1);
    assert_eq!(differences(&form, &answers(&[("notes.a", "bien")]), &Answers::new())[0].0, 3);
}

#[test]
fn a_sheet_is_found_by_its_number_or_by_a_page() {
    let (here, there) = (round(12), round(13));
    let page = PageCode { round: round_mark(here), version: 7, sheet: 12, page: 3 };
    let find = |typed: &str, round| sheet("sheet", typed, round).map_err(|problem| problem.key);
    assert_eq!(find(" 12 ", here), Ok(12));
    assert_eq!(find(&page.to_string(), here), Ok(12));
    assert_eq!(find(&page.to_string(), there), Err("page-of-another-round".into()));
    assert_eq!(find(&PageCode { sheet: 0, ..page }.to_string(), here), Err("page-without-number".into()));
    assert_eq!(find("0", here), Err("sheet-number".into()));
    assert_eq!(find("10000", here), Err("sheet-number".into()));
    assert_eq!(find("", here), Err("required".into()));
    assert_eq!(find("douze", here), Err("page-code-mistyped".into()));
}

#[test]
fn another_wording_or_language_is_another_version() {
    let mut corrected = form();
    corrected.sections[0].questions[0].label = crate::lang::LangText::of("fr", "Où exactement ?");
    assert_ne!(version(&form(), "fr"), version(&corrected, "fr"));
    assert_ne!(version(&form(), "fr"), version(&form(), "en"));
    let tags = ["fr".to_owned(), "en".to_owned()];
    let code = |form: &Form, tag: &str| PageCode { round: 1, version: version(form, tag), sheet: 3, page: 1 }.to_string();
    assert!(!printed_before(&form(), &tags, &code(&form(), "en")));
    assert!(printed_before(&corrected, &tags, &code(&form(), "fr")));
    assert!(!printed_before(&corrected, &tags, "12"), "a number says nothing of when it was printed");
}

proptest! {
    #[test]
    fn a_page_code_reads_back(round in 0..ROUNDS, version in 0..VERSIONS, sheet in 0..=SHEETS, page in 1..=PAGES) {
        let code = PageCode { round, version, sheet, page };
        prop_assert_eq!(PageCode::parse("c", &code.to_string()).unwrap(), code);
        prop_assert_eq!(PageCode::parse("c", &code.to_string().to_lowercase().replace(' ', "")).unwrap(), code);
    }

    #[test]
    fn one_wrong_sign_is_caught(round in 0..ROUNDS, sheet in 1..=SHEETS, page in 1..=PAGES, at in 0usize..12, by in 1usize..29) {
        const SIGNS: &[u8] = b"23456789ABCDEFGHJKMNPQRTUVWXY";
        let code = PageCode { round, version: 1, sheet, page }.to_string().replace(' ', "");
        let mut typed = code.into_bytes();
        let sign = SIGNS.iter().position(|sign| *sign == typed[at]).unwrap();
        typed[at] = SIGNS[(sign + by) % SIGNS.len()];
        prop_assert!(PageCode::parse("c", &String::from_utf8(typed).unwrap()).is_err());
    }

    #[test]
    fn differences_do_not_depend_on_who_was_first(a in any_answers(), b in any_answers()) {
        let form = form();
        prop_assert_eq!(differences(&form, &a, &b), differences(&form, &b, &a));
        prop_assert!(differences(&form, &a, &a).is_empty());
    }

    #[test]
    fn what_is_settled_is_one_of_the_three_and_differs_from_it_nowhere(a in any_answers(), b in any_answers(), c in any_answers()) {
        let form = form();
        let all = |pick| form.questions().map(|question| (question.code.clone(), pick)).collect::<BTreeMap<_, _>>();
        prop_assert_eq!(&settle(&form, (&a, &b), &all(Pick::First), &c).unwrap(), &a);
        prop_assert!(differences(&form, &settle(&form, (&a, &b), &all(Pick::Second), &c).unwrap(), &b).is_empty());
        let read_anew = settle(&form, (&a, &b), &all(Pick::Paper), &c).unwrap();
        for question in form.questions() {
            let expected = if same(question, &a, &b) { &a } else { &c };
            prop_assert!(same(question, &read_anew, expected));
        }
        prop_assert_eq!(settle(&form, (&a, &b), &BTreeMap::new(), &c).is_ok(), differences(&form, &a, &b).is_empty());
    }
}
